"""What can stop the program, and nothing else.

    ReconcileError
    ├── UsageError      what was asked for cannot be done (a flag, a missing extra, no desk here)
    ├── SourceError     an article cannot be read (no such file, not text, empty, a broken header)
    └── DeskError       a file of the desk cannot be used (broken YAML, a newer version)
        └── ChangedError    a file was changed by somebody else since it was read; nothing was written

Each carries a sentence for people: where, what is wrong, what to do. Problems *inside* users' claims are data
(`model.Problem`), not exceptions. Bugs are never caught.
"""


class ReconcileError(Exception):
    """Something a person can mend.

    Args:
        what: what is wrong, one sentence.
        where: the file, with line and column where known ("claims/a.yaml:3:7"), or "".
        hint: what to do about it, or "".
    """

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what, self.where, self.hint = what, where, hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f"\n  {self.hint}" if self.hint else ""
        return f"{place}{self.what}{advice}"


class UsageError(ReconcileError):
    """What was asked for cannot be done."""


class SourceError(ReconcileError):
    """An article cannot be read."""


class DeskError(ReconcileError):
    """A file of the desk cannot be used."""


class ChangedError(DeskError):
    """A file was changed by somebody else since it was read; nothing was written."""
