"""The text report in colour, for a terminal only: what is piped or saved is `report.text`, without an escape."""

import re
from collections.abc import Sequence
from typing import IO, Final

from rich.console import Console
from rich.text import Text

from reconcile.model import Dossier, Mention, Outcome, Settings, Source
from reconcile.model.plain import plain
from reconcile.report import words
from reconcile.report.digest import Digest
from reconcile.report.text import lines, read_lines

_TONES: Final = {
    Outcome.CONFLICTS: "bold red",
    Outcome.DIFFERS: "bold yellow",
    Outcome.AGREE: "bold green",
    Outcome.COMPATIBLE: "bold cyan",
    Outcome.NOT_COMPARABLE: "dim",
    Outcome.SINGLE_SOURCE: "dim",
}
_MARK: Final = re.compile(r"\[[^\[\]]*\]")
_LABEL: Final = re.compile(r" +(?:wording|verdict|hint): ")


def show(dossier: Dossier, settings: Settings, file: IO[str]) -> None:
    """Print the report; rich decides on colour by the terminal, NO_COLOR and FORCE_COLOR."""
    console = Console(file=file, highlight=False, markup=False, emoji=False, soft_wrap=True)
    for line in lines(Digest(dossier, settings)):
        console.print(styled(plain(line)))


def show_mentions(source: Source, found: Sequence[Mention], file: IO[str]) -> None:
    """Print an article as it was read; what stands in brackets also stands out."""
    console = Console(file=file, highlight=False, markup=False, emoji=False, soft_wrap=True)
    for line in read_lines(source, found):
        text = Text(plain(line))
        text.highlight_regex(_MARK, "bold cyan")
        console.print(text)


def styled(line: str) -> Text:
    """A line of the report with its colours; nothing in it is read as markup."""
    text = Text(line)
    if line[:1].isalpha() and line.isupper():
        text.stylize("bold")
    tone = next((_TONES[outcome] for outcome, glyph in words.GLYPH.items() if line.startswith(f"{glyph} ")), "")
    if tone:
        text.stylize(tone)
    elif match := _LABEL.match(line):
        text.stylize("italic", 0, match.end())
    else:
        text.highlight_regex(_MARK, "bold")
    return text
