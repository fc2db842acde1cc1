"""Units of the calendar: the period around a day, and the period so many of them on."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from reconcile.model import Precision
from reconcile.model.edtf import months

_PRECISION: Final = {
    "day": Precision.DAY,
    "week": Precision.WEEK,
    "fortnight": Precision.WEEK,
    "weekend": Precision.INTERVAL,
    "month": Precision.MONTH,
    "quarter": Precision.QUARTER,
    "year": Precision.YEAR,
    "decade": Precision.DECADE,
    "century": Precision.CENTURY,
}
_LONGEST: Final = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7, "month": 31, "quarter": 92}
_YEARS: Final = {"year": 1, "decade": 10, "century": 100}


def at_unit(unit: str) -> Precision:
    """How finely a date stated in that unit is stated."""
    return _PRECISION[unit]


def longest(unit: str) -> int:
    """The most days that a period may have to fix such a unit by."""
    return _LONGEST.get(unit) or 366 * _YEARS[unit]


def around(day: date, unit: str) -> tuple[date, date]:
    """First and last day of the unit that the day lies in; weeks begin on Monday."""
    if unit == "day":
        return day, day
    if unit in ("week", "fortnight", "weekend"):
        monday = day - timedelta(days=day.weekday())
        return monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6)
    if unit == "month":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    if unit == "quarter":
        return months(day.year, 3 * ((day.month - 1) // 3) + 1, 3)
    size = _YEARS[unit]
    first = max(day.year // size * size, 1)
    return date(first, 1, 1), date(first + size - 1, 12, 31)


def moved(day: date, unit: str, count: int) -> tuple[date, date]:
    """The unit so many on from the one that the day lies in; held at the ends of the calendar."""
    try:
        if unit in ("day", "week", "fortnight", "weekend"):
            size = {"day": 1, "fortnight": 14}.get(unit, 7)
            return around(day + timedelta(days=size * count), unit)
        if unit in ("month", "quarter"):
            size = 1 if unit == "month" else 3
            year, month = divmod(day.year * 12 + day.month - 1 + size * count, 12)
            return around(date(year, month + 1, 1), unit)
        return around(date(day.year + _YEARS[unit] * count, 1, 1), unit)
    except (ValueError, OverflowError):
        return around(date.min if count < 0 else date(9000, 1, 1), unit)


def shifted_years(day: date, years: int) -> date:
    """The same day of another year; 28 February for the 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=min(max(day.year + years, 1), 9999), day=28 if day.month == 2 else day.day)


def days_on(day: date, unit: str, count: int) -> date:
    """The day so many units on: 9 January is two months on from 9 November."""
    if unit in ("day", "week", "fortnight"):
        return moved(day, "day", count * {"day": 1, "week": 7, "fortnight": 14}[unit])[0]
    if unit in _YEARS:
        return shifted_years(day, count * _YEARS[unit])
    first, last = moved(day, "month", count * (3 if unit == "quarter" else 1))
    return first.replace(day=min(day.day, last.day))
