"""Pictures of a topic as inline SVG: figures as a forest plot, dates as a timeline, numbered like the table's rows.

An end the words leave open runs off as an arrow. The table above the picture holds everything it shows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from reconcile.model import Hedge, Quantity, Role, When
from reconcile.model.units import factor
from reconcile.report import words
from reconcile.report.digest import View
from reconcile.report.escape import html as escape

_LEFT: Final = 30.0
_RIGHT: Final = 310.0
_WIDTH: Final = 320
_STEP: Final = 24
_DOWNWARD: Final = (Hedge.AT_MOST, Hedge.LESS_THAN)
_BEFORE: Final = (Role.BY, Role.UNTIL, Role.BEFORE)
_AFTER: Final = (Role.SINCE, Role.FROM, Role.AFTER)


@dataclass(frozen=True, slots=True)
class _Bar:
    """A row of a plot on its scale; None is an end the words leave open, or no point."""

    number: int
    low: Decimal | None
    high: Decimal | None
    point: Decimal | None

    @property
    def ends(self) -> list[Decimal]:
        """What the scale must hold."""
        return [value for value in (self.low, self.high, self.point) if value is not None]

    @property
    def named(self) -> list[Decimal]:
        """What the source names: its number, or the ends of its range."""
        return self.ends if self.point is None else [self.point]


def plot(view: View, ident: str) -> str:
    """The SVG of a topic's figures or dates; "" where fewer than two that differ go on one scale.

    Args:
        view: the topic.
        ident: a prefix for the ids inside, unique on the page.
    """
    figures = [(row.number, row.claim.figure) for row in view.measured if row.claim.figure]
    dates = [(row.number, row.claim.date) for row in view.measured if row.claim.date and row.claim.date.anchored]
    if len(figures) > 1:
        unit = next((figure.unit for _, figure in figures if figure.unit), None)
        bars = [_figure(number, figure, unit) for number, figure in figures]
        told = "; ".join(f"{number}: {words.figure(figure)}" for number, figure in figures)
        return _drawn([bar for bar in bars if bar], ident, "Figures on one scale", told, unit)
    if len(dates) > 1:
        told = "; ".join(f"{number}: {words.when(when)}" for number, when in dates)
        return _drawn([_date(number, when) for number, when in dates], ident, "Dates on one line", told, None)
    return ""


def _figure(number: int, figure: Quantity, unit: str | None) -> _Bar | None:
    """A figure in another's unit; None where the units do not convert. A bare number counts what the others count."""
    times = factor(figure.unit or unit, unit)
    if times is None:
        return None
    low = figure.low * times if figure.low.is_finite() and figure.hedge not in _DOWNWARD else None
    high = figure.high * times if figure.high.is_finite() else None
    return _Bar(number, low, high, None if figure.value is None else figure.value * times)


def _date(number: int, when: When) -> _Bar:
    first = Decimal(when.earliest.toordinal()) if when.earliest else None
    last = Decimal(when.latest.toordinal()) if when.latest else None
    if when.role in _BEFORE:
        return _Bar(number, None, last, last)
    if when.role in _AFTER:
        return _Bar(number, first, None, first)
    return _Bar(number, first, last, first if first == last else None)


def _drawn(bars: Sequence[_Bar], ident: str, title: str, told: str, unit: str | None) -> str:
    values = [value for bar in bars for value in bar.ends]
    named = [value for bar in bars for value in bar.named]
    if len({(bar.low, bar.high, bar.point) for bar in bars}) < 2 or not named:
        return ""
    low, high = min(values), max(values)
    height = _STEP * len(bars) + 30
    parts = [
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="{ident}-title {ident}-desc">',
        f'<title id="{ident}-title">{title}</title><desc id="{ident}-desc">{escape(told)}</desc>',
    ]
    for place, bar in enumerate(bars):
        parts += _row(bar, _STEP * place + 14, low, high)
    base = _STEP * len(bars) + 6
    parts.append(f'<path class="axis" d="M{_LEFT:g} {base}H{_RIGHT:g}"/>')
    for value, anchor in ((min(named), "start"), (max(named), "end"))[: 2 if min(named) < max(named) else 1]:
        label = words.day(date.fromordinal(int(value))) if title.startswith("Dates") else words.amount(value, unit)
        edge = _LEFT if anchor == "start" else _RIGHT
        parts.append(f'<path class="axis" d="M{_x(value, low, high):g} {base - 3}v6"/>')
        parts.append(f'<text class="tick" x="{edge:g}" y="{base + 16}" text-anchor="{anchor}">{escape(label)}</text>')
    return "".join(parts) + "</svg>"


def _x(value: Decimal, low: Decimal, high: Decimal) -> float:
    """Where a value lies on the scale from low to high."""
    share = float((value - low) / (high - low)) if high != low else 0.5
    return round(_LEFT + 12 + (_RIGHT - _LEFT - 24) * share, 1)


def _row(bar: _Bar, y: int, low: Decimal, high: Decimal) -> list[str]:
    start = _LEFT if bar.low is None else _x(bar.low, low, high)
    end = _RIGHT if bar.high is None else _x(bar.high, low, high)
    parts = [f'<text x="4" y="{y + 4}">{bar.number}</text>']
    if start != end:
        parts.append(f'<path class="bar" d="M{start:g} {y}H{end:g}"/>')
    parts.append(_end(start, y, outward=-1, is_open=bar.low is None))
    parts.append(_end(end, y, outward=1, is_open=bar.high is None))
    if bar.point is not None:
        parts.append(f'<circle class="dot" cx="{_x(bar.point, low, high):g}" cy="{y}" r="5"/>')
    return parts


def _end(x: float, y: int, *, outward: int, is_open: bool) -> str:
    """An arrow head where the words leave the end open, else a cap."""
    if is_open:
        return f'<path class="arrow" d="M{x - 6 * outward:g} {y - 5}L{x:g} {y}L{x - 6 * outward:g} {y + 5}"/>'
    return f'<path class="cap" d="M{x:g} {y - 5}V{y + 5}"/>'
