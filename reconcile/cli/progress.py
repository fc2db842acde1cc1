"""What is shown of a long run: one line on stderr that says what is being done, and goes away when it is done.

Only on a terminal, and only after a second. No thread draws it: it moves when something was finished.
"""

import os
import sys
import time
from collections.abc import Callable
from typing import Final, TextIO

PATIENCE: Final = 1.0  # seconds in which nothing is shown
_OFTEN: Final = 0.1  # seconds between two changes
_CLEAR: Final = "\r\x1b[K"


def progress() -> Callable[[str, int, int], None] | None:
    """What an engine tells of its progress to; None where nobody is looking."""
    seen = sys.stderr.isatty() and os.environ.get("TERM", "dumb") != "dumb"
    return Line(sys.stderr).tell if seen else None


class Line:
    """One line that is drawn over and over.

    Args:
        stream: a terminal.
        clock: seconds that only grow.
    """

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._clock = stream, clock
        self._drawn = clock() + PATIENCE - _OFTEN
        self._shown = False

    def tell(self, task: str, done: int, of: int) -> None:
        """So many of so many items of a task are done."""
        now = self._clock()
        if done == of:
            if self._shown:
                self._write(_CLEAR)
            self._shown = False
        elif now - self._drawn >= _OFTEN:
            self._write(f"{_CLEAR}reconcile: {task}: {done:,} of {of:,}")
            self._drawn, self._shown = now, True

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
