"""Dates in Extended Date/Time Format, levels 0 to 2 as far as news needs them (ISO 8601-2:2019).

2020-11-25   2020-11   2020   199X   19XX   2020-W47   2020-Q3   2020-33 (third quarter)   2020-21 … 24 (seasons)
A/B   A/..   ../B   either with a trailing "~" for "about"   XXXX-11-25 (no year known)
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from reconcile.model.values import Anchor, Precision, Role, When

_ONE: Final = re.compile(r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<part>W\d\d|Q[1-4]|\d\d)(?:-(?P<day>\d\d))?)?")
_YEARLESS: Final = re.compile(r"XXXX-(?P<month>\d\d)(?:-(?P<day>\d\d))?")
_SEASONS: Final = {21: 3, 22: 6, 23: 9, 24: 12}  # first month; winter runs into the next year


def read(text: str, role: Role = Role.ON, anchor: Anchor | None = None) -> When:
    """The date that an EDTF string names; "" gives one that is not anchored.

    Raises:
        ValueError: with a sentence that says what is expected.
    """
    anchor = anchor or Anchor("written in full")
    written = text.strip()
    plain = written.removesuffix("~")
    approximate = plain != written
    if not plain or _YEARLESS.fullmatch(plain):
        if (match := _YEARLESS.fullmatch(plain)) is not None:
            _check_yearless(plain, int(match["month"]), int(match["day"] or 1))
        precision = Precision.MONTH if len(plain) == len("XXXX-11") else Precision.DAY
        return When(None, None, precision, role, anchor, plain, approximate)
    if "/" in plain:
        first, last = (end.removesuffix("~") for end in plain.split("/", 1))
        approximate = approximate or "~" in plain
        earliest = None if first in ("..", "") else _one(first)[0]
        latest = None if last in ("..", "") else _one(last)[1]
        if earliest and latest and earliest > latest:
            raise ValueError(f"{text!r} runs backwards: its first day is after its last")
        return When(earliest, latest, Precision.INTERVAL, role, anchor, written, approximate)
    earliest, latest, precision = _one(plain)
    return When(earliest, latest, precision, role, anchor, written, approximate)


def _one(text: str) -> tuple[date, date, Precision]:
    match = _ONE.fullmatch(text)
    if not match:
        raise ValueError(
            f"{text!r} is not a date: write 2020-11-25, 2020-11, 2020, 199X, 2020-11-20/2020-12-01 or 2020-11-20/.."
        )
    digits, part, day = match["year"], match["part"], match["day"]
    first, last = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    try:
        if part is None:
            precision = {0: Precision.YEAR, 1: Precision.DECADE, 2: Precision.CENTURY}[digits.count("X")]
            return date(first, 1, 1), date(last, 12, 31), precision
        if part[0] == "W":
            monday = date.fromisocalendar(first, int(part[1:]), 1)
            return monday, monday + timedelta(days=6), Precision.WEEK
        if part[0] == "Q":
            return *months(first, 3 * int(part[1]) - 2, 3), Precision.QUARTER
        number = int(part)
        if number in _SEASONS:
            return *months(first, _SEASONS[number], 3), Precision.SEASON
        if 33 <= number <= 36:
            return *months(first, 3 * (number - 33) + 1, 3), Precision.QUARTER
        if day is None:
            return *months(first, number, 1), Precision.MONTH
        exact = date(first, number, int(day))
    except ValueError:
        raise ValueError(f"{text!r} names no day of the calendar") from None
    return exact, exact, Precision.DAY


def _check_yearless(text: str, month: int, day: int) -> None:
    try:
        date(2000, month, day)
    except ValueError:
        raise ValueError(f"{text!r} names no day of the calendar") from None


def months(year: int, month: int, count: int) -> tuple[date, date]:
    """First and last day of `count` months from `month` on, which may run into the next year."""
    end = year * 12 + month - 1 + count - 1
    last_year, last_month = divmod(end, 12)
    return date(year, month, 1), date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])


def write(earliest: date | None, latest: date | None, precision: Precision, *, approximate: bool = False) -> str:
    """The EDTF string of an interval of days; "" where both ends are open."""
    mark = "~" if approximate else ""
    if earliest is None and latest is None:
        return ""
    if earliest is None or latest is None or precision is Precision.INTERVAL:
        ends = [day.isoformat() if day else ".." for day in (earliest, latest)]
        return f"{ends[0]}{mark}/{ends[1]}" if earliest else f"{ends[0]}/{ends[1]}{mark}"
    year = f"{earliest.year:04}"
    week = earliest.isocalendar()
    return {
        Precision.DAY: earliest.isoformat(),
        Precision.WEEK: f"{week.year:04}-W{week.week:02}",
        Precision.MONTH: f"{year}-{earliest.month:02}",
        Precision.SEASON: f"{year}-{21 + (earliest.month % 12) // 3 - 1 if earliest.month != 12 else 24}",
        Precision.QUARTER: f"{year}-Q{(earliest.month + 2) // 3}",
        Precision.YEAR: year,
        Precision.DECADE: f"{year[:3]}X",
        Precision.CENTURY: f"{year[:2]}XX",
    }[precision] + mark
