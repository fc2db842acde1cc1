"""Desk and dossier to problems: one function a rule, one module a family, one table.

What comes in: a Desk as read from disk, its Dossier, and drafts where some are to be held against it. What goes out:
Problems, worst first. Nothing is written. The family A, in `drafts`, looks at drafts; all others look at the
desk, and those with `drafts=True` in the table at drafts as well.

To add a rule: a function in its family's module whose docstring says What, Why, Bad, Good and Fix; a row in `table.py`
(codes are never used again); a section in `tests/spec/lint.md` with a desk that fails and one that passes.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from reconcile.lint.formats import FORMATS

if TYPE_CHECKING:
    from reconcile.lint.checking import Checkup, check, check_drafts, explain, render
    from reconcile.lint.drafts.read import Draft, read_draft
    from reconcile.lint.edits import applied, edits_of
    from reconcile.lint.handbook import page
    from reconcile.lint.table import RULES

__all__ = [
    "FORMATS",
    "RULES",
    "Checkup",
    "Draft",
    "applied",
    "check",
    "check_drafts",
    "edits_of",
    "explain",
    "page",
    "read_draft",
    "render",
]

_AT: Final = {
    "RULES": "table",
    "Draft": "drafts.read",
    "read_draft": "drafts.read",
    "applied": "edits",
    "edits_of": "edits",
    "page": "handbook",
}


def __getattr__(name: str) -> Any:
    """Load a part when it is first asked for: a desk whose check is remembered needs no rule."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"reconcile.lint.{_AT.get(name, 'checking')}"), name)
    return found
