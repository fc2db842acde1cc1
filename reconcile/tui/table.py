"""A topic as a table: every claim a row. Columns are as wide as their words.

Where room is short they say it in fewer words, then names are cut, then columns go: the words of the articles last.
Where there are more rows than lines, those that stand apart stay in sight, and what lies between them is folded.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, pairwise
from typing import Final

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from reconcile.model import Outcome, Settings
from reconcile.model.plain import plain
from reconcile.report import dating, words
from reconcile.report.view import Row, View
from reconcile.tui.paint import cut
from reconcile.tui.queue import APART
from reconcile.tui.styles import NAMED, QUIET

_LEAST: Final = 9  # cells that no column is cut below
_NAMES: Final = {"source": 14, "says": 12, "origin": 9}  # cells that a name is cut to before anything else is
_WORDS: Final = 18  # cells that the words of an article are cut to before a column goes
_CLAIMED: Final = 30  # cells of the words of a claim without a value, at most: its sentence stands below
_MONTH: Final = 3  # letters of a month in brief
_SPARED: Final = ("says", "origin", "as of", "published", "as written")  # left out where room is short, in this order
_WHERE_ANY: Final = ("as of", "says", "origin")  # columns that are there only where something stands in them
_CELL: Final = 400  # letters of a cell that are looked at: no row is wider
_SAME: Final = "same sentence"


@dataclass(frozen=True, slots=True)
class _Column:
    """A column with its cells as they are laid.

    Attributes:
        brief: its head and cells in fewer words.
        most: cells that it may be cut to before another column goes; 0 where it may not be.
    """

    name: str
    head: str
    cells: Sequence[str]
    brief: tuple[str, Sequence[str]] | None = None
    most: int = 0

    @property
    def wide(self) -> int:
        return max(cell_len(cell) for cell in (self.head, *self.cells))

    @property
    def least(self) -> int:
        return min(self.wide, self.most or self.wide)

    def in_brief(self) -> "_Column":
        return replace(self, head=self.brief[0], cells=self.brief[1]) if self.brief else self


def table(view: View, chosen: int, other: int, width: int, most: int, settings: Settings) -> Text:  # noqa: PLR0913, PLR0917 - what is shown, and the room for it
    """Every claim a row: number, outlet, day, reading, as written, as of, who says it, origin, relation to the chosen.

    Args:
        chosen, other: the row looked at and the one laid beside it; both are always shown.
        most: lines there is room for; of a longer table what stands apart is shown, and the rest told in sum.
    """
    relation = {number: outcome for outcome, number in reversed(view.against(view.rows[chosen]))}  # the worst counts
    rows = in_sight(view, chosen, other, most - 1, folds=True)
    gaps, whole = _gaps(rows, len(view.rows)), ""
    if len(rows) + len(gaps) >= most:  # no room to say what is folded
        rows, gaps = in_sight(view, chosen, other, most - 1), {}
        whole = "" if len(rows) == len(view.rows) else f" of {len(view.rows)}"
    stands = [relation.get(row.number) for row in rows]
    names = [_SAME if same else words.name(row.source) for row, same in zip(rows, again(rows), strict=True)]
    columns = [
        _Column("", "", [f"{'>' if row.number == chosen + 1 else ' '}{row.number}" for row in rows]),
        _column("source", names),
        _published(rows),
        _column("reading", map(_reading, rows)),
        _as_written(rows),
        _as_of(rows),
        _column("says", (row.claim.speaker for row in rows)),
        _origins(rows, view),
        _stands(f"to row {chosen + 1}{whole}", stands, settings),
    ]
    lines, last = _laid([column for column in columns if column.name not in _WHERE_ANY or any(column.cells)], width)
    out = Text(no_wrap=True).append(lines[0], QUIET)
    out.append_text(_folded(gaps, 0, relation, width, settings))
    for row, outcome, line in zip(rows, stands, lines[1:], strict=True):
        laid = Text(line, "bold" if row.number == chosen + 1 else NAMED[outcome] if outcome in APART else "")
        if outcome:
            laid.stylize(NAMED[outcome], len(set_cell_size(line, last)))
        out.append("\n").append_text(laid)
        out.append_text(_folded(gaps, row.number, relation, width, settings))
    return out


def _gaps(rows: Sequence[Row], count: int) -> dict[int, range]:
    """The rows that are left out, by the number of the row that they follow; 0 for those before all."""
    numbers = [0, *(row.number for row in rows), count + 1]
    return {before: range(before + 1, after) for before, after in pairwise(numbers) if after > before + 1}


def _folded(
    gaps: Mapping[int, range], after: int, relation: Mapping[int, Outcome], width: int, settings: Settings
) -> Text:
    """A line that tells which rows are folded after a row, and how they stand to the chosen one; empty where none."""
    if after not in gaps:
        return Text()
    numbers = gaps[after]
    counts = Counter(relation.get(number) for number in numbers)
    named = [f"{words.GLYPH[o]} {counts[o]} {words.short(o, settings)}" for o in words.GLYPH if counts[o]]
    named += [f"{counts[None]} not compared"] if counts[None] else []
    which = f"{numbers[0]}" if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"
    told = f" … {which}: {', '.join(named)}"
    return Text("\n", no_wrap=True).append(_fit(told, min(width, cell_len(told))), QUIET)


def in_sight(  # noqa: PLR0913 - what is shown, and the room for it
    view: View,
    chosen: int,
    other: int,
    most: int,
    shown: Callable[[Row], bool] = lambda _: True,
    *,
    folds: bool = False,
) -> list[Row]:
    """The rows that there is room for.

    First the chosen one and that laid beside it, then those that stand apart from it, each value once before any
    again, and then what lies nearest.

    Args:
        shown: the rows of which there is something to show; those two are shown in any case.
        folds: whether a line is needed wherever rows are left out.
    """
    two = {chosen + 1, other + 1}
    rows = [row for row in view.rows if row.number in two or shown(row)]
    if len(rows) <= most:
        return rows
    here, there = rows.index(view.rows[chosen]), rows.index(view.rows[other])
    number, place = chosen + 1, {row.number: at for at, row in enumerate(rows)}
    apart = (
        place.get(pair.right if pair.left == number else pair.left)
        for pair in view.pairs
        if pair.right and number in (pair.left, pair.right) and pair.finding.outcome in APART
    )
    stand = [at for at in apart if at is not None]
    first = {rows[at].value: at for at in reversed(stand)}  # each other value once, before it is told again
    near = sorted(range(len(rows)), key=lambda at: abs(at - here))
    taken, used = {-1, len(rows)}, 1 if folds else 0
    for at in dict.fromkeys(chain((here, there), first.values(), stand, near)):
        beside = (at - 1 in taken) + (at + 1 in taken)
        more = 1 + (1 - beside if folds else 0)  # it parts a gap in two, makes one smaller, or closes it
        if at in (here, there) or used + more <= most:
            taken.add(at)
            used += more
    return [row for at, row in enumerate(rows) if at in taken]


def again(rows: Sequence[Row]) -> list[bool]:
    """Which rows are one more value of the sentence above them: it is one voice that says both."""
    places = [(row.source.slug, row.claim.sentence) for row in rows]
    return [at > 0 and place == places[at - 1] for at, place in enumerate(places)]


def _column(name: str, cells: Iterable[str]) -> _Column:
    laid = [" ".join(plain(cell[:_CELL]).split()) for cell in cells]
    return _Column(name, name, laid, most=_NAMES.get(name, 0))


def _reading(row: Row) -> str:
    """What was read; a day that is not known without its words, which stand beside it."""
    when = row.claim.date
    if when is not None and not when.moment:
        return "day not known"
    return row.value or f"({row.claim.modality.value})"


def _as_written(rows: Sequence[Row]) -> _Column:
    """The words of the values; of a claim without one the beginning of what is claimed, as far as there is room."""
    said = (row.written or cut(" ".join(row.mark[:_CELL].split()), _CLAIMED) for row in rows)
    column = _column("as written", (f"“{words}”" for words in said))
    values = (cell_len(cell) for row, cell in zip(rows, column.cells, strict=True) if row.written)
    return replace(column, most=min(_WORDS, max(cell_len(column.head), *values, 0)))


def _published(rows: Sequence[Row]) -> _Column:
    """The days of publication; in brief without the year that all have in common."""
    days = [row.source.published for row in rows]
    full = _column("published", (day.isoformat() if day else "unknown" for day in days))
    years = {day.year for day in days if day}
    if len(years) != 1:
        return full
    brief = [_short(day) if day else "unknown" for day in days]
    return replace(full, brief=(f"in {years.pop()}", brief))


def _as_of(rows: Sequence[Row]) -> _Column:
    """The days that figures are stated for; in brief without the year of publication."""
    full = _column("as of", (row.as_of for row in rows))
    days = [row.claim.as_of.earliest if row.as_of and row.claim.as_of else None for row in rows]
    single = [
        day if day and row.claim.as_of and row.claim.as_of.latest == day else None
        for day, row in zip(days, rows, strict=True)
    ]
    brief = [
        _short(day) if day and row.source.published and row.source.published.year == day.year else cell
        for day, row, cell in zip(single, rows, full.cells, strict=True)
    ]
    return replace(full, brief=("as of", brief))


def _short(day: date) -> str:
    """A day without its year: "8 Mar"."""
    number, month, _ = dating.day(day).split()
    return f"{number} {month[:_MONTH]}"


def _origins(rows: Sequence[Row], view: View) -> _Column:
    """Whose text each row is; in brief an outlet of the table by the number of its first row."""
    first: dict[str, int] = {}
    for row in view.rows:
        first.setdefault(words.name(row.source), row.number)
    full = _column("origin", (row.origin for row in rows))
    cells = zip(rows, full.cells, strict=True)
    brief = [f"as {first[row.origin]}" if row.origin in first else cell for row, cell in cells]
    return replace(full, brief=("origin", brief))


def _stands(head: str, outcomes: Sequence[Outcome | None], settings: Settings) -> _Column:
    """How the rows stand to the chosen one, as sign and word."""
    full = [f"{words.GLYPH[o]} {words.outcome(o, settings)}" if o else "" for o in outcomes]
    brief = [f"{words.GLYPH[o]} {words.short(o, settings)}" if o else "" for o in outcomes]
    return _Column("relation", head, full, (head, brief))


def _laid(columns: list[_Column], width: int) -> tuple[list[str], int]:
    """The head and the rows, every column starting at the same cell in each; and the cell where the last one starts."""
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
    lines = [
        "".join(_fit(cell, size) + " " * gap for cell, size in zip(row, sizes, strict=True)).rstrip() for row in rows
    ]
    return lines, sum(sizes[:-1]) + gap * (len(sizes) - 1)


def _fit(cell: str, size: int) -> str:
    return set_cell_size(cell if cell_len(cell) <= size else set_cell_size(cell, size - 1) + "…", size)
