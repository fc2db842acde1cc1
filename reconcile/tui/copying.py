"""Copy a claim: the system's clipboard where it has a command, else the terminal's (OSC 52), else a file.

OSC 52 never answers, so the file is for terminals that are known not to take it.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from textual.app import App

from reconcile.desk import write_file
from reconcile.model.plain import plain
from reconcile.report import escape, words
from reconcile.report.record import claim_record, dumps
from reconcile.report.view import Row
from reconcile.tui.driven import driven

_COMMANDS: Final = (("pbcopy",), ("wl-copy",), ("xclip", "-selection", "clipboard"))
_FILE: Final = ".reconcile/copied.txt"


def citation(row: Row) -> str:
    """The quote with where it stands."""
    source = row.source
    day = f", {source.published.isoformat()}" if source.published else ""
    where = f" {source.url}" if source.url else ""
    return plain(f"“{_quote(row)}” ({words.name(source)}{day}, line {row.line}){where}")


def _quote(row: Row) -> str:
    return plain(" ".join(row.claim.quote.split()))


def _markdown(row: Row) -> str:
    source = row.source
    day = source.published.isoformat() if source.published else "unknown"
    cells = (words.name(source), day, row.value or "wording", _quote(row), f"line {row.line}")
    return "| " + " | ".join(escape.markdown(cell) for cell in cells) + " |"


FORMS: Final[Mapping[str, tuple[str, Callable[[Row], str]]]] = {
    "citation": ("the quote with outlet, day and line", citation),
    "quote": ("the words alone", _quote),
    "markdown": ("a row of a Markdown table: outlet, day, reading, quote, line", _markdown),
    "json": ("the claim as `diff --json` writes it", lambda row: dumps(claim_record(row.claim), indent=2)),
}


def copy(app: App[int], text: str, root: Path) -> str:
    """Copy a text and say which way it went.

    Args:
        root: the desk, under which the file is written where nothing else is left.

    Raises:
        DeskError: where that file cannot be written.
    """
    for command in _COMMANDS:
        if shutil.which(command[0]) and _took(command, text):
            return f"copied with {command[0]}"
    deaf = os.environ.get("TERM_PROGRAM") == "Apple_Terminal" or os.environ.get("TERM") in ("dumb", "linux")
    if deaf or driven():  # a page in a browser is no terminal: it would drop the words without a sign
        write_file(root / _FILE, text + "\n")
        return f"written to {_FILE}"
    app.copy_to_clipboard(text)
    return "sent to the terminal (OSC 52)"


def _took(command: tuple[str, ...], text: str) -> bool:
    """Whether a command took the text; one with no display to talk to fails or waits."""
    try:
        done = subprocess.run(command, input=text.encode(), check=False, capture_output=True, timeout=3)  # noqa: S603 - a fixed list
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
