"""The corrections of one sitting: what claim files held before and after each, so that it can be taken back.

A verdict is taken back by a line in the log, also after a restart. A correction has no log: what it replaced is known
only to the screen that made it, and may be put back only while the files still hold what it wrote.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from reconcile.desk.files import replace_files


class Rewrite(NamedTuple):
    """One correction.

    Attributes:
        texts: by claim file what it held and what it holds since.
        topic: the topic that was shown when it was made.
        number: what the next step of the log would have been numbered then: steps from there on came later.
    """

    texts: Mapping[Path, tuple[str, str]]
    topic: str
    number: int


class Rewrites:
    """The corrections that stand, oldest first, and what was taken back since something new was done."""

    def __init__(self) -> None:
        self._done: list[Rewrite] = []
        self._undone: list[Rewrite | None] = []  # None for a verdict

    def made(self, rewrite: Rewrite) -> None:
        """Take in a correction; what was taken back before it cannot be done again."""
        self._done.append(rewrite)
        self.forget_undone()

    def forget_undone(self) -> None:
        """Something new was done."""
        self._undone.clear()

    def took_back_verdict(self) -> None:
        """A verdict was taken back: it is done again before corrections that were taken back earlier."""
        self._undone.append(None)

    def take_back(self, root: Path, number: int) -> Rewrite | None:
        """Put back what the last correction replaced, where no decision that stands came after it.

        Args:
            root: the desk's folder.
            number: of the last decision that stands, 0 where there is none.

        Raises:
            ChangedError: where a file holds something else by now; the correction is not tried again.
            DeskError: where a file cannot be written.
        """
        if not self._done or self._done[-1].number <= number:
            return None
        last = self._done.pop()
        replace_files(root, {path: (after, before) for path, (before, after) in last.texts.items()})
        self._undone.append(last)
        return last

    def do_again(self, root: Path) -> Rewrite | None:
        """Write again what was taken back last, where that was a correction.

        Raises:
            ChangedError, DeskError: as `take_back`.
        """
        last = self._undone.pop() if self._undone else None
        if last is not None:
            replace_files(root, last.texts)
            self._done.append(last)
        return last
