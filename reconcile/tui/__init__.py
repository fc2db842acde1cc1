"""The review screen: the only room that knows textual. It compares nothing and writes nothing itself.

app       all keys; deciding: those that record a verdict; stage: widgets and painting
opening   the frame that shows itself at once, while the desk is read beside it; saying: what it tells a person
keymap    every key in one table          queue     which topics wait, the filter; listing: its lines
paint     what is shown, as styled lines  table     the topic's claims as rows; plots: as bars; shapes: which there are
styles    the names of styles             themes    what they look like
article   the text with its claim marked  wrapping  words into lines; lines: panes of them
picking   words chosen in the article     correcting  what of a claim is changed; copying: taken elsewhere
screens   dialogs; dialogs: their words   plain     the same review line by line
checking  lint and report on a page       kept      where a reviewer stopped
why       the steps of a finding in words   since     what changed since a verdict
web       the screen in a browser of this machine; driven: what a screen is drawn on
"""

import os
import sys
from typing import TYPE_CHECKING

from reconcile.desk import Workspace
from reconcile.tui.driven import drawn_on_the_terminal

if TYPE_CHECKING:
    from reconcile.tui.app import ReviewApp
    from reconcile.tui.opening import Desk

__all__ = ["review_lines", "run", "screen"]


def review_lines(workspace: Workspace) -> int:
    """Review line by line on stdin and stdout; returns the exit code."""
    from reconcile.tui.plain import review  # noqa: PLC0415 - it needs no textual

    return review(workspace, sys.stdin, sys.stdout)


def run(desk: "Desk", *, mouse: bool = True) -> int:
    """Open the review screen; returns the exit code.

    Raises:
        ReconcileError: where the desk cannot be read.
    """
    app = screen(desk)
    with drawn_on_the_terminal():
        code = app.run(mouse=mouse) or 0
    if app.refused is not None:
        raise app.refused
    return code


def screen(desk: "Desk") -> "ReviewApp":
    """The review screen, not yet running."""
    from reconcile.tui.app import ReviewApp  # noqa: PLC0415 - half a second that `--plain` must not pay

    # Under NO_COLOR the filter must be textual's NoColor, which only the ansi mode gives: else greys stay.
    return ReviewApp(desk, ansi_color=bool(os.environ.get("NO_COLOR")))
