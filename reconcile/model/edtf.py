"""Dates in Extended Date/Time Format, levels 0 to 2 as far as news needs them (ISO 8601-2:2019).

    2020-11-25   2020-11   2020   199X   19XX              a day, month, year, decade, century
    2020-W47   2020-Q3   2020-33                           a week; the third quarter, in two spellings
    2020-21 … 2020-24                                      spring, summer, autumn, winter (which runs into 2021)
    2020-11-20/2020-12-01   2004/2007   2009-01/2009-04    from the first day of one to the last day of the other
    2020-11-20/..   ../2020-12-01                          an end that is left open
    2020~   1994/1996~                                     about
    XXXX-11-25   XXXX-11   XXXX-22   XXXX-09-27/XXXX-11-09 the year is not known: no days, `When.anchored` is false
    2020-11-25T18:00Z   2020-11-25T04:17                   an hour of a day, with its zone where one is said
    T04:17   T06:30?   T04:00~                             an hour alone, as ISO 8601-1 writes it, for EDTF has none;
                                                           "?": of which half of the day is not known, "~": about

`read` takes all of these, and "" for a date that is not anchored; `write` makes the shortest that says the same days.
"""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from reconcile.model.values import Anchor, Precision, Role, When

_ONE: Final = re.compile(r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<part>W\d\d|Q[1-4]|\d\d)(?:-(?P<day>\d\d))?)?")
_YEARLESS: Final = re.compile(r"XXXX-(?P<month>\d\d|Q[1-4])(?:-(?P<day>\d\d))?")
_END: Final = "|".join(re.sub(r"\(\?P<\w+>", "(", one.pattern) for one in (_ONE, _YEARLESS))
CLOCK: Final = r"(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?\??~?"
PATTERN: Final = (  # for other programs, a little wide
    rf"(?:(?:{_END})?T{CLOCK}|(?:{_END})~?|(?:(?:{_END})~?|\.\.)?/(?:(?:{_END})~?|\.\.)?)"
)
_SEASONS: Final = {21: 3, 22: 6, 23: 9, 24: 12}  # first month; winter runs into the next year
_LEAP: Final = "2000"
_OPEN: Final = ("..", "")
_HOUR: Final = re.compile(rf"[^T~/]*T{CLOCK}")
_EXPECTED: Final = (
    "write 2020-11-25, 2020-11, 2020, 199X, 2020-11-20/2020-12-01, 2020-11-20/.., 2020-11-25T04:17 "
    "or, of no day, T04:17"
)


def read(text: str, role: Role = Role.ON, anchor: Anchor | None = None) -> When:
    """The date that an EDTF string names; "" gives one that is not anchored.

    Raises:
        ValueError: with a sentence that says what is expected.
    """
    anchor = anchor or Anchor("written in full")
    written = text.strip()
    if _HOUR.fullmatch(written):
        day, _, clock = written.partition("T")
        of_day = read(day, role, anchor)
        if of_day.precision is not Precision.DAY:
            raise ValueError(f"{text!r} has an hour of no day: {_EXPECTED}")
        return replace(of_day, clock=clock)
    ends = [end.removesuffix("~") for end in written.split("/", 1)]
    approximate = "~" in written
    if not written:
        return When(None, None, Precision.DAY, role, anchor, "", approximate)
    if all(map(_YEARLESS.fullmatch, ends)):
        precisions = [_one(_LEAP + end.removeprefix("XXXX"), text)[2] for end in ends]
        precision = precisions[0] if len(ends) == 1 else Precision.INTERVAL
        return When(None, None, precision, role, anchor, written, approximate)
    if len(ends) == 1:
        earliest, latest, precision = _one(ends[0], text)
        return When(earliest, latest, precision, role, anchor, written, approximate)
    first = None if ends[0] in _OPEN else _one(ends[0], text)[0]
    last = None if ends[1] in _OPEN else _one(ends[1], text)[1]
    if first is None and last is None:
        raise ValueError(f"{text!r} names no day: {_EXPECTED}")
    if first and last and first > last:
        raise ValueError(f"{text!r} runs backwards: its first day is after its last")
    return When(first, last, Precision.INTERVAL, role, anchor, written, approximate)


def _one(text: str, whole: str) -> tuple[date, date, Precision]:
    match = _ONE.fullmatch(text)
    if not match:
        raise ValueError(f"{whole!r} is not a date: {_EXPECTED}")
    digits, part, day = match["year"], match["part"], match["day"]
    first, last = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    try:
        if part is None:
            precision = {0: Precision.YEAR, 1: Precision.DECADE, 2: Precision.CENTURY}[digits.count("X")]
            return date(first, 1, 1), date(last, 12, 31), precision
        if first == last:
            return _within(first, part, day)
    except (ValueError, OverflowError):
        pass
    raise ValueError(f"{whole!r} names no day of the calendar")


def _within(year: int, part: str, day: str | None) -> tuple[date, date, Precision]:
    """What a part of a year stands for: "W47", "Q3", "33", "21", "11", or "11" with a day."""
    if day is not None:
        exact = date(year, int(part), int(day))
        return exact, exact, Precision.DAY
    if part[0] == "W":
        monday = date.fromisocalendar(year, int(part[1:]), 1)
        return monday, monday + timedelta(days=6), Precision.WEEK
    number = 32 + int(part[1]) if part[0] == "Q" else int(part)
    if number in _SEASONS:
        return *months(year, _SEASONS[number], 3), Precision.SEASON
    if 33 <= number <= 36:
        return *months(year, 3 * (number - 33) + 1, 3), Precision.QUARTER
    return *months(year, number, 1), Precision.MONTH


def months(year: int, month: int, count: int) -> tuple[date, date]:
    """First and last day of `count` months from `month` on, which may run into the next year.

    Raises:
        ValueError: if there is no such month, or it lies outside the years 1 to 9999.
    """
    first = date(year, month, 1)
    last_year, last_month = divmod(year * 12 + month + count - 2, 12)
    return first, date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])


def write(earliest: date | None, latest: date | None, precision: Precision, *, approximate: bool = False) -> str:
    """The EDTF string of an interval of days; "" where both ends are open."""
    mark = "~" if approximate else ""
    if earliest is None and latest is None:
        return ""
    if earliest is None or latest is None or precision is Precision.INTERVAL:
        return _interval(earliest, latest) + mark
    return _period(earliest, precision) + mark


def _period(first: date, precision: Precision) -> str:
    """The day or the period of the calendar that begins on a day."""
    year = f"{first.year:04}"
    match precision:
        case Precision.DAY:
            return first.isoformat()
        case Precision.WEEK:
            week = first.isocalendar()
            return f"{week.year:04}-W{week.week:02}"
        case Precision.MONTH:
            return f"{year}-{first.month:02}"
        case Precision.SEASON:
            return f"{year}-{20 + first.month // 3}"
        case Precision.QUARTER:
            return f"{year}-Q{(first.month + 2) // 3}"
        case Precision.DECADE:
            return f"{year[:3]}X"
        case Precision.CENTURY:
            return f"{year[:2]}XX"
    return year


def _interval(earliest: date | None, latest: date | None) -> str:
    """Two ends, in years or months where both fall on the edge of one: 1994/1996, 2009-01/2009-04."""
    if earliest is None or latest is None:
        return "/".join(day.isoformat() if day else ".." for day in (earliest, latest))
    size = len("2020-11-25")
    if earliest.day == 1 and latest.day == monthrange(latest.year, latest.month)[1]:
        size = len("2020") if (earliest.month, latest.month) == (1, 12) else len("2020-11")
    return f"{earliest.isoformat()[:size]}/{latest.isoformat()[:size]}"
