"""The values of a topic as bars of characters: figures as intervals with their bounds, dates on a line of days."""

from datetime import date
from decimal import Decimal

from rich.cells import cell_len
from rich.text import Text

from reconcile.model import INFINITY
from reconcile.report import words
from reconcile.report.view import Row, View
from reconcile.tui.paint import cut


def plot(view: View, chosen: int, width: int) -> Text:
    """One bar a claim on a common scale; arrows where an end is open, a row without value says so."""
    dated = view.rows[chosen].claim.date is not None  # figures and days have no common scale
    ends = [_ends(row) if (row.claim.date is not None) == dated else None for row in view.rows]
    marks = [end for pair in ends if pair for end in pair if end.is_finite()]
    out = Text(no_wrap=True)
    if not marks:
        out.append("no figure or day to plot", "dim")
        return out
    low, high = min(marks), max(marks)
    values = [cut(row.value or "no value", 30) for row in view.rows]
    room = max(10, width - 22 - max(map(cell_len, values)))
    for at, (row, pair, value) in enumerate(zip(view.rows, ends, values, strict=True)):
        name = cut(f"{'>' if at == chosen else ' '}{row.number} {words.name(row.source)}", 19, fill=True)
        bar = _bar(pair, low, high, room) if pair else " " * room
        out.append(f"{name} {bar}  {value}\n", "bold" if at == chosen else "")
    out.right_crop(1)
    return out


def _ends(row: Row) -> tuple[Decimal, Decimal] | None:
    figure, when = row.claim.figure, row.claim.date
    if figure is not None:
        return figure.low, figure.high
    if when is None or not when.anchored:
        return None
    return _ordinal(when.earliest, -INFINITY), _ordinal(when.latest, INFINITY)


def _ordinal(day: date | None, otherwise: Decimal) -> Decimal:
    return otherwise if day is None else Decimal(day.toordinal())


def _bar(ends: tuple[Decimal, Decimal], low: Decimal, high: Decimal, room: int) -> str:
    def place(value: Decimal) -> int:
        return 0 if high == low else int((value - low) / (high - low) * (room - 1))

    first = 0 if not ends[0].is_finite() else place(ends[0])
    last = room - 1 if not ends[1].is_finite() else place(ends[1])
    cells = [" "] * room
    for at in range(first, last + 1):
        cells[at] = "─"
    cells[first] = "←" if not ends[0].is_finite() else "├" if last > first else "●"
    cells[last] = "→" if not ends[1].is_finite() else "┤" if last > first else "●"
    return "".join(cells)
