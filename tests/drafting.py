"""A desk on which verdicts stand, and what the lint says of a draft that is held against it."""

from pathlib import Path

from desks import desk, workspace
from reconcile.desk import dossier, load
from reconcile.lint import check_drafts, read_draft
from reconcile.model import Decision, Problem


def judged(root: Path) -> Path:
    """A desk on which the later day and the later count stand."""
    desk(root)
    workspace(root).record("bridge-was-closed", Decision.SOURCE_ERROR, source="tuesday")
    workspace(root).record("people-died-in-valley", Decision.SUPERSEDED, source="tuesday")
    return root


def told(root: Path, text: str, name: str = "draft.md") -> list[Problem]:
    found = load(root)
    return list(check_drafts(found, dossier(found), [read_draft(text.encode(), name)]).problems)
