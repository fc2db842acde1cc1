"""Lay the articles of one story side by side: where they agree, differ, conflict, and what only one of them says.

    from reconcile import read, reconcile

    dossier = reconcile([read(path.read_bytes(), path.name) for path in paths])
    for finding in dossier.findings:
        print(finding.outcome, finding.because)

`read` makes a Source of a file's bytes, `mentions` finds the figures and dates in it, `extract` its claims, and
`reconcile` compares several. Nothing else is public.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reconcile.pipeline import extract, mentions, read, reconcile

__all__ = ["extract", "mentions", "read", "reconcile"]
__version__ = "0.1.0"


class _Package(ModuleType):
    """The package, in which the public names mean the functions, whatever was imported before.

    Two rooms are called like the functions they are for, and Python enters a room in its package once it is imported.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        if name not in __all__ or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    """Load the pipeline when it is first asked for: `reconcile --help` must not pay for it."""
    if name in __all__:
        from reconcile import pipeline  # noqa: PLC0415

        globals().update({known: getattr(pipeline, known) for known in __all__})
        return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
