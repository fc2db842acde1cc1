"""A topic as a table: every claim a row. Columns are as wide as their words.

Where room is short they say it in fewer words, then names are cut, then columns go: the words of the articles last.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from reconcile.model import Outcome, Settings
from reconcile.model.plain import plain
from reconcile.report import words
from reconcile.report.view import Row, View
from reconcile.tui.styles import NAMED, QUIET

_LEAST: Final = 9  # cells that no column is cut below
_NAME: Final = 14  # cells that a name is cut to before a reading or the words of an article are
_NAMES: Final = ("source", "says", "origin")
_WORDS: Final = 18  # cells that the words of an article are cut to before a column goes
_MONTH: Final = 3  # letters of a month in brief
_SPARED: Final = ("origin", "says", "as of", "published", "as written")  # left out where room is short, in this order
_WHERE_ANY: Final = ("as of", "says", "origin")  # columns that are there only where something stands in them
_CELL: Final = 400  # letters of a cell that are looked at: no row is wider
_SAME: Final = "same sentence"


@dataclass(frozen=True, slots=True)
class _Column:
    """A column with its cells as they are laid; `brief` is its head and cells in fewer words."""

    name: str
    head: str
    cells: Sequence[str]
    brief: tuple[str, Sequence[str]] | None = None

    @property
    def wide(self) -> int:
        return max(cell_len(cell) for cell in (self.head, *self.cells))

    @property
    def least(self) -> int:
        most = _NAME if self.name in _NAMES else _WORDS if self.name == "as written" else self.wide
        return min(self.wide, most)

    def in_brief(self) -> "_Column":
        return replace(self, head=self.brief[0], cells=self.brief[1]) if self.brief else self


def table(view: View, chosen: int, other: int, width: int, most: int, settings: Settings) -> Text:  # noqa: PLR0913, PLR0917 - what is shown, and the room for it
    """Every claim a row: number, outlet, day, reading, as written, as of, who says it, origin, relation to the chosen.

    Args:
        chosen, other: the row looked at and the one laid beside it; both are always shown.
        most: lines there is room for; of a longer table the part around the chosen row is shown.
    """
    relation = {number: outcome for outcome, number in reversed(view.against(view.rows[chosen]))}  # the worst counts
    rows = in_sight(view, chosen, other, most - 1)
    whole = "" if len(rows) == len(view.rows) else f" of {len(view.rows)}"
    stands = [relation.get(row.number) for row in rows]
    names = [_SAME if same else words.name(row.source) for row, same in zip(rows, again(rows), strict=True)]
    columns = [
        _Column("", "", [f"{'>' if row.number == chosen + 1 else ' '}{row.number}" for row in rows]),
        _column("source", names),
        _published(rows),
        _column("reading", (row.value or f"({row.claim.modality.value})" for row in rows)),
        _column("as written", (f"“{row.written}”" if row.written else "wording" for row in rows)),
        _column("as of", (row.as_of for row in rows)),
        _column("says", (row.claim.speaker for row in rows)),
        _column("origin", (row.origin for row in rows)),
        _stands(f"to row {chosen + 1}{whole}", stands, settings),
    ]
    lines = _laid([column for column in columns if column.name not in _WHERE_ANY or any(column.cells)], width)
    out = Text(no_wrap=True).append(lines[0], QUIET)
    for row, outcome, line in zip(rows, stands, lines[1:], strict=True):
        style = "bold" if row.number == chosen + 1 else NAMED[outcome] if outcome else ""
        out.append("\n").append(line, style)
    return out


def in_sight(
    view: View, chosen: int, other: int, most: int, shown: Callable[[Row], bool] = lambda _: True
) -> list[Row]:
    """The rows around the chosen one that there is room for, and the one laid beside it.

    Args:
        shown: the rows of which there is something to show; those two are shown in any case.
    """
    most, two = max(2, most), {chosen + 1, other + 1}
    rows = [row for row in view.rows if row.number in two or shown(row)]
    at = rows.index(view.rows[chosen])
    first = max(0, min(at - most // 2, len(rows) - most))
    found = rows[first : first + most]
    if view.rows[other] not in found:
        found[-1 if other > chosen else 0] = view.rows[other]
    return found


def again(rows: Sequence[Row]) -> list[bool]:
    """Which rows are one more value of the sentence above them: it is one voice that says both."""
    places = [(row.source.slug, row.claim.sentence) for row in rows]
    return [at > 0 and place == places[at - 1] for at, place in enumerate(places)]


def _column(name: str, cells: Iterable[str]) -> _Column:
    return _Column(name, name, [" ".join(plain(cell[:_CELL]).split()) for cell in cells])


def _published(rows: Sequence[Row]) -> _Column:
    """The days of publication; in brief without the year that all have in common."""
    days = [row.source.published for row in rows]
    full = _column("published", (day.isoformat() if day else "unknown" for day in days))
    years = {day.year for day in days if day}
    if len(years) != 1:
        return full
    named = (words.day(day).split() if day else ["", "unknown"] for day in days)
    brief = [f"{number} {month[:_MONTH]}" if number else month for number, month, *_ in named]
    return replace(full, brief=(f"in {years.pop()}", brief))


def _stands(head: str, outcomes: Sequence[Outcome | None], settings: Settings) -> _Column:
    """How the rows stand to the chosen one, as sign and word."""
    full = [f"{words.GLYPH[o]} {words.outcome(o, settings)}" if o else "" for o in outcomes]
    brief = [f"{words.GLYPH[o]} {words.short(o, settings)}" if o else "" for o in outcomes]
    return _Column("relation", head, full, (head, brief))


def _laid(columns: list[_Column], width: int) -> list[str]:
    """The head and the rows, every column starting at the same cell in each."""
    if sum(column.wide + 1 for column in columns) > width + 1:
        columns = [column.in_brief() for column in columns]
    for spared in _SPARED:
        if sum(column.least + 1 for column in columns) > width + 1:
            columns = [column for column in columns if column.name != spared]
    sizes = [column.wide for column in columns]
    gap = 2 if sum(sizes) + 2 * len(sizes) <= width else 1
    while sum(sizes) + gap * (len(sizes) - 1) > width and max(sizes) > _LEAST:
        over = [max(0, size - column.least) for size, column in zip(sizes, columns, strict=True)]
        weigh = over if any(over) else sizes
        sizes[weigh.index(max(weigh))] -= 1
    rows = zip(*((column.head, *column.cells) for column in columns), strict=True)
    return [
        "".join(_fit(cell, size) + " " * gap for cell, size in zip(row, sizes, strict=True)).rstrip() for row in rows
    ]


def _fit(cell: str, size: int) -> str:
    return set_cell_size(cell if cell_len(cell) <= size else set_cell_size(cell, size - 1) + "…", size)
