"""Copy a quote: the system's clipboard where it has a command, else the terminal's (OSC 52, which never answers)."""

import shutil
import subprocess
from typing import Final

from textual.app import App

from reconcile.model.plain import plain
from reconcile.report import words
from reconcile.report.view import Row

_COMMANDS: Final = (("pbcopy",), ("wl-copy",), ("xclip", "-selection", "clipboard"))


def citation(row: Row) -> str:
    """The quote with where it stands."""
    source = row.source
    day = f", {source.published.isoformat()}" if source.published else ""
    where = f" {source.url}" if source.url else ""
    return plain(f"“{' '.join(row.claim.quote.split())}” ({words.name(source)}{day}, line {row.line}){where}")


def copy(app: App[int], text: str) -> str:
    """Copy a text and say which way it went."""
    for command in _COMMANDS:
        if shutil.which(command[0]) and _took(command, text):
            return f"copied with {command[0]}"
    app.copy_to_clipboard(text)
    return "sent to the terminal (OSC 52)"


def _took(command: tuple[str, ...], text: str) -> bool:
    """Whether a command took the text; one with no display to talk to fails or waits."""
    try:
        done = subprocess.run(command, input=text.encode(), check=False, capture_output=True, timeout=3)  # noqa: S603 - a fixed list
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
