"""A desk broken line by line, as the handbook of the lint writes it, and what the lint says of it."""

from datetime import date
from pathlib import Path

from desks import workspace
from reconcile.desk import BASELINE, dossier, extract, load, write_baseline
from reconcile.lint import Checkup, check, check_drafts, read_draft
from reconcile.model import Decision, Problem
from reconcile.model.decide import NEEDS_SOURCE


def carry_out(root: Path, step: str) -> None:
    """One line of a block."""
    if step == "extract":
        extract(root)
    elif step == "baseline":
        found = load(root)
        write_baseline(root, root / BASELINE, check(found, dossier(found)).entries)
    elif step.startswith("verdict "):
        step, _, who = step.partition(" by ")
        _, topic, decision, *reason = step.split()
        told = {"source" if decision in NEEDS_SOURCE else "reason": "".join(reason)}
        workspace(root, who or "anna", len(load(root).log)).record(topic, Decision(decision), **told)
    else:
        name, _, change = step.partition(": ")
        path, change = root / name, change.replace("\\n", "\n")
        if change == "delete":
            path.unlink()
        elif change.startswith("+ "):
            path.write_text((path.read_text() if path.exists() else "") + change[2:] + "\n", encoding="utf-8")
        else:
            old, _, new = change.partition(" => ")
            text = path.read_text(encoding="utf-8")
            assert old in text, f"{old!r} is not in {name}"
            path.write_text(text.replace(old, new, 1), encoding="utf-8")


def problems(root: Path) -> tuple[Problem, ...]:
    """What the lint says of a desk, and of the draft that lies on it."""
    return checkup(root).problems


def checkup(root: Path) -> Checkup:
    """The same, with what is not told."""
    found = load(root)
    path = root / "draft.md"
    drafts = [read_draft(path.read_bytes(), str(path))] if path.exists() else []
    whole = dossier(found)
    today = date(2021, 3, 5)
    ours = check(found, whole, today=today)
    theirs = check_drafts(found, whole, drafts, coverage=True, today=today)
    return Checkup(ours.problems + theirs.problems, ours.quiet + theirs.quiet)
