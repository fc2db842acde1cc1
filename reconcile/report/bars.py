"""A figure or a date as a bar on a scale: where it begins and ends, and which end the words leave open.

The HTML report, the SVG and the review screen draw these; none of them decides again what a bound means.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reconcile.model import Hedge, Modality, Quantity, Role, When
from reconcile.model.units import scale
from reconcile.report.view import Row

_DOWNWARD: Final = (Hedge.AT_MOST, Hedge.LESS_THAN)
_BEFORE: Final = (Role.BY, Role.UNTIL, Role.BEFORE)
_AFTER: Final = (Role.SINCE, Role.FROM, Role.AFTER)


@dataclass(frozen=True, slots=True)
class Bar:
    """A row's value on a scale: numbers in one unit, or days as proleptic Gregorian ordinals.

    Attributes:
        low, high: its ends; None is an end the words leave open.
        point: the number or day it names; None where it names a range.
        about: whether the ends are approximate.
    """

    row: Row
    low: Decimal | None
    high: Decimal | None
    point: Decimal | None
    about: bool = False

    @property
    def ends(self) -> list[Decimal]:
        """What the scale must hold."""
        return [value for value in (self.low, self.high, self.point) if value is not None]

    @property
    def named(self) -> list[Decimal]:
        """What the source names: its number, or the ends of its range."""
        return self.ends if self.point is None else [self.point]

    @property
    def happened(self) -> bool:
        """Whether it is told as a fact: not planned, due, ordered or doubtful."""
        return self.row.claim.modality is Modality.HAPPENED


def of_figure(row: Row, figure: Quantity, unit: str | None) -> Bar | None:
    """A figure in another's unit; None where the units do not convert. A bare number counts what the others count."""
    found = scale(figure.unit or unit, unit)
    if found is None:
        return None
    times, plus = found
    low = figure.low * times + plus if figure.low.is_finite() and figure.hedge not in _DOWNWARD else None
    high = figure.high * times + plus if figure.high.is_finite() else None
    point = None if figure.value is None else figure.value * times + plus
    return Bar(row, low, high, point, figure.hedge in (Hedge.APPROX, Hedge.NEARLY, Hedge.VAGUE))


def of_date(row: Row, when: When) -> Bar:
    """A date that is anchored, by its role: "by 1 December" ends there and begins nowhere.

    Only a day is a point: "since 2004" begins somewhere in that year, and no day of it is named.
    """
    first, last = (Decimal(day.toordinal()) if day else None for day in when.meant)
    named = when.earliest if when.earliest == when.latest else None
    day = Decimal(named.toordinal()) if named else None
    if when.role in _BEFORE:
        return Bar(row, None, last, day, when.approximate)
    if when.role in _AFTER:
        return Bar(row, first, None, day, when.approximate)
    return Bar(row, first, last, day, when.approximate)
