"""The review screen: the only room that knows textual. It compares nothing and writes nothing itself.

app       all keys; deciding: those that record a verdict; stage: widgets and painting
keymap    every key in one table          queue     which topics wait, and the filter
paint     what is shown, as styled lines  plots     values as bars
screens   dialogs; dialogs: their words   plain     the same review line by line
"""

import os
import sys

from reconcile.desk import Workspace

__all__ = ["run"]


def run(workspace: Workspace, *, plain: bool = False) -> int:
    """Open the review; returns the exit code.

    Args:
        plain: line by line on stdin and stdout instead of the screen.
    """
    if plain:
        from reconcile.tui.plain import review  # noqa: PLC0415 - it needs no textual

        return review(workspace, sys.stdin, sys.stdout)
    from reconcile.tui.app import ReviewApp  # noqa: PLC0415 - half a second that `--plain` must not pay

    # Under NO_COLOR the filter must be textual's NoColor, which only the ansi mode gives: else greys stay.
    return ReviewApp(workspace, ansi_color=bool(os.environ.get("NO_COLOR"))).run() or 0
