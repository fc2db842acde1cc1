"""The review screen: the only room that knows textual. It compares nothing and writes nothing itself.

app       all keys; deciding: those that record a verdict; stage: widgets and painting
keymap    every key in one table          queue     which topics wait, the filter; listing: its lines
paint     what is shown, as styled lines  table     the topic's claims as rows; plots: as bars
article   the text with its claim marked  wrapping  words into lines; lines: panes of them
screens   dialogs; dialogs: their words   plain     the same review line by line
web       the screen in a browser of this machine; driven: a screen that another program draws
"""

import os
import sys
from typing import TYPE_CHECKING

from reconcile.desk import Workspace

if TYPE_CHECKING:
    from reconcile.tui.app import ReviewApp

__all__ = ["run", "screen"]


def run(workspace: Workspace, *, plain: bool = False) -> int:
    """Open the review; returns the exit code.

    Args:
        plain: line by line on stdin and stdout instead of the screen.
    """
    if plain:
        from reconcile.tui.plain import review  # noqa: PLC0415 - it needs no textual

        return review(workspace, sys.stdin, sys.stdout)
    return screen(workspace).run() or 0


def screen(workspace: Workspace) -> "ReviewApp":
    """The review screen, not yet running."""
    from reconcile.tui.app import ReviewApp  # noqa: PLC0415 - half a second that `--plain` must not pay

    # Under NO_COLOR the filter must be textual's NoColor, which only the ansi mode gives: else greys stay.
    return ReviewApp(workspace, ansi_color=bool(os.environ.get("NO_COLOR")))
