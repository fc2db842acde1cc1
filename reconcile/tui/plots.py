"""The values of a topic as bars of characters on one scale: figures as a forest plot, dates as a timeline."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from rich.cells import cell_len
from rich.text import Text

from reconcile.model.plain import plain
from reconcile.report import dating, series, words
from reconcile.report.bars import Bar, of_date, of_figure
from reconcile.report.view import Row, View
from reconcile.tui.paint import cut
from reconcile.tui.queue import APART
from reconcile.tui.styles import NAMED, QUIET
from reconcile.tui.table import in_sight
from reconcile.tui.wrapping import clipped

_NAME: Final = 30  # cells of a row's number and outlet, at most; never more than a third of a line
_VALUE: Final = 30  # cells of its value in words, at most
_LEAST: Final = 12  # cells of a scale below which two ticks do not fit
_TALLY: Final = 2  # lines of a tally under a picture; `why` tells it step by step
_MEANING: Final = {
    "●": "named",
    "○": "not a fact",
    "┤": "span",
    "←": "open",
    "→": "open",
    "╌": "about",
    "▪": "published",
}


def forest(view: View, chosen: int, other: int, width: int, most: int) -> Text:
    """The figures as intervals with their bounds, in the unit of the chosen row where they convert.

    Args:
        chosen, other: the row looked at and the one laid beside it; both are always shown.
        most: lines there is room for.
    """
    rows = in_sight(view, chosen, other, most - 2, lambda row: row.claim.figure is not None)
    figures = [row.claim.figure for row in (view.rows[chosen], *rows) if row.claim.figure]
    unit = next((figure.unit for figure in figures if figure.unit), None)
    bars = [of_figure(row, row.claim.figure, unit) if row.claim.figure else None for row in rows]
    ends = [end for bar in bars if bar for end in bar.ends]
    named = [value for bar in bars if bar for value in bar.named]
    ticks = {value: (words.amount(value, unit), words.amount(value, None)) for value in named}
    said = [row.value if bar else f"{row.value}: other unit" for row, bar in zip(rows, bars, strict=True)]
    values = [value if row.claim.figure else "no figure" for row, value in zip(rows, said, strict=True)]
    drawn = _drawn(_Picture(rows, bars, values, ends, ticks), view, chosen, width)
    told = [line for tally in series.lines(view) for line in clipped(f"over time: {plain(tally)}", width, _TALLY)]
    return drawn.append("".join(f"\n{line}" for line in told))


def timeline(view: View, chosen: int, other: int, width: int, most: int) -> Text:
    """The dates as spans as long as they are precise, with their roles, and the days of publication; see `forest`."""
    rows = in_sight(view, chosen, other, most - 2, lambda row: row.claim.date is not None)
    dates = [row.claim.date if row.claim.date is not None and row.claim.date.anchored else None for row in rows]
    bars = [of_date(row, when) if when is not None else None for row, when in zip(rows, dates, strict=True)]
    printed = tuple(Decimal(day.toordinal()) if (day := row.source.published) else None for row in rows)
    ends = [end for bar in bars if bar for end in bar.ends] + [day for day in printed if day is not None]
    days = {end: date.fromordinal(int(end)) for end in ends}
    ticks = {end: (dating.day(day), day.isoformat()) for end, day in days.items()}
    values = [row.value if row.claim.date is not None else "no day" for row in rows]
    return _drawn(_Picture(rows, bars, values, ends, ticks, printed), view, chosen, width)


@dataclass(frozen=True, slots=True)
class _Picture:
    """Rows with their bars and values, all that the scale must hold, its ticks in words, days of publication to mark.

    Attributes:
        ticks: by value how it is written where there is room, and where there is little.
    """

    rows: Sequence[Row]
    bars: Sequence[Bar | None]
    values: Sequence[str]
    scale: list[Decimal]
    ticks: dict[Decimal, tuple[str, str]]
    printed: tuple[Decimal | None, ...] = ()

    def place(self, value: Decimal, room: int) -> int:
        """The cell of a value; beside an open end, which takes the cell at the edge, never in it."""
        low, high = min(self.scale), max(self.scale)
        left = any(bar is not None and bar.low is None for bar in self.bars)
        right = any(bar is not None and bar.high is None for bar in self.bars)
        cells = room - 1 - left - right
        return left if high == low else left + int((value - low) / (high - low) * cells)


def _drawn(picture: _Picture, view: View, chosen: int, width: int) -> Text:
    """One line a row, those apart from the chosen one with their sign; then the scale, then what the signs mean."""
    relation = {number: outcome for outcome, number in reversed(view.against(view.rows[chosen]))}  # the worst counts
    values = [cut(value, _VALUE) for value in picture.values]
    names = [cut(f"{row.number} {words.name(row.source)}", _NAME) for row in picture.rows]
    side = min(width // 3, max(map(cell_len, names)) + 1)
    room = max(_LEAST, width - side - 3 - max(map(cell_len, values)))
    out = Text(no_wrap=True)
    printed = picture.printed or (None,) * len(values)
    for row, name, bar, value, day in zip(picture.rows, names, picture.bars, values, printed, strict=True):
        here = row.number == chosen + 1
        apart = stands if (stands := relation.get(row.number)) in APART else None
        head = cut(f"{'>' if here else words.GLYPH[apart] if apart else ' '}{name}", side, fill=True)
        style = "bold" if here else NAMED[apart] if apart else ""
        out.append(f"{head} {_line(picture, bar, day, room)}  {value}\n", style)
    out.append(f"{'':{side}} {_ticks(picture, room)}\n", QUIET)
    used = dict.fromkeys(meaning for sign, meaning in _MEANING.items() if sign in out.plain)
    signs = ("".join(s for s in _MEANING if _MEANING[s] == meaning and s in out.plain) for meaning in used)
    legend = "  ".join(f"{sign} {meaning}" for sign, meaning in zip(signs, used, strict=True))
    return out.append(cut(f"{'':{side}} {legend}", width), QUIET)


def _ticks(picture: _Picture, room: int) -> str:
    """The first tick under its value, the last ending under its own; one that does not fit is left out."""
    if not picture.ticks:
        return "no value to draw"
    first, last = min(picture.ticks), max(picture.ticks)
    long = cell_len(picture.ticks[first][0]) + 1 + cell_len(picture.ticks[last][0]) > room and first < last
    left, right = picture.ticks[first][long], picture.ticks[last][long]
    line = " " * min(picture.place(first, room), max(0, room - cell_len(left))) + left
    gap = picture.place(last, room) + 1 - cell_len(right) - cell_len(line)
    if first < last and gap < 1:  # the two crowd each other: both at the ends of the scale
        line, gap = left, room - cell_len(right) - cell_len(left)
    return line + (" " * gap + right if first < last and gap > 0 else "")


def _line(picture: _Picture, bar: Bar | None, printed: Decimal | None, room: int) -> str:
    """A bar on the scale, and the day of publication where nothing else stands there."""
    cells = [" "] * room
    if bar is not None:
        first = 0 if bar.low is None else picture.place(bar.low, room)
        last = room - 1 if bar.high is None else picture.place(bar.high, room)
        cells[first : last + 1] = ("╌" if bar.about else "─") * (last + 1 - first)
        cells[first] = "←" if bar.low is None else "├"
        cells[last] = "→" if bar.high is None else "┤"
        if bar.point is not None or first == last:
            cells[first if bar.point is None else picture.place(bar.point, room)] = "●" if bar.happened else "○"
    if printed is not None and cells[at := picture.place(printed, room)] in " ─╌":
        cells[at] = "▪"
    return "".join(cells)
