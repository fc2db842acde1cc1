"""Dates of a draft beside those of the desk: which one gives another, and which may have been written for another."""

import re
from datetime import date, timedelta
from typing import Final

from reconcile.lexicon import entries
from reconcile.model import Claim, Precision, When
from reconcile.model.clock import gap, near

_WORDS: Final = entries("dates")
_NAMES: Final = "|".join(name for kind in ("weekdays", "months", "month_abbreviations") for name in _WORDS[kind])
_NAMED: Final = re.compile(rf"\b(?:{_NAMES}|\d{{4}})\b", re.IGNORECASE)  # not "yesterday" or "a week ago"
_MONTHS: Final = "|".join(name for kind in ("months", "month_abbreviations") for name in _WORDS[kind])
_MONTH: Final = re.compile(rf"\b(?:{_MONTHS})\b", re.IGNORECASE)
_CLOSE: Final = timedelta(days=7)
_WEEK: Final = 7
_HOUR: Final = 60  # minutes
_DECADE: Final = 10  # years


def given(when: When, other: When) -> bool:
    """Whether the days of another date lie within those of a date, so that it is told by it; of an hour, the minute."""
    if when.clock or other.clock:
        return bool(when.clock and other.clock) and gap(when.clock, other.clock) == 0
    ours, theirs = _days(when), _days(other)
    if (when.earliest, when.latest) == (other.earliest, other.latest):
        return True
    return ours is not None and theirs is not None and ours[0] <= theirs[0] and theirs[1] <= ours[1]


def mixed_up(claim: Claim, theirs: Claim) -> bool:
    """Whether two dates exclude each other, are as fine as each other, and have something in common.

    What no day, month or year is named for, or whose year or week was reckoned, is told of no slip there.
    """
    when, other = claim.date, theirs.date
    if when is None or other is None or when.precision is not other.precision or when.approximate or other.approximate:
        return False
    if when.clock and other.clock:  # "4:17", "4:47": the hour or the minute is the same
        apart = gap(when.clock, other.clock)
        return not near(when.clock, other.clock) and (when.clock[:2] == other.clock[:2] or apart % _HOUR == 0)
    ours, known = _days(when), _days(other)
    if ours is None or known is None or not (_is_named(claim) and _is_named(theirs)):
        return False
    (first, last), (start, end) = ours, known
    if not (last < start or end < first):
        return False
    reckoned = when.anchor.base is not None or other.anchor.base is not None
    if first == last and start == end:
        if reckoned and _in_month(claim) and _in_month(theirs):  # of no year that is told: taken to be of one
            return (first.month, first.day) != (start.month, start.day) and (
                first.month == start.month or first.day == start.day or abs(_day_of(first) - _day_of(start)) <= _WEEK
            )
        if reckoned and ((first - start).days % _WEEK == 0 or (first.month, first.day) == (start.month, start.day)):
            return False
        return abs(first - start) <= _CLOSE or _shared(first, start) > 1
    if first.year == start.year:
        return True
    slip = abs(first.year - start.year) < _DECADE or one_slip(str(first.year), str(start.year))
    return not reckoned and first.month == start.month and slip


def swapped(claim: Claim, theirs: Claim) -> bool:
    """Whether two years are told that are one but for two digits that changed places: 1987, 1978."""
    when, other = claim.date, theirs.date
    if when is None or other is None or not when.precision is other.precision is Precision.YEAR:
        return False
    return mixed_up(claim, theirs) and sorted(when.edtf) == sorted(other.edtf)


def one_slip(one: str, other: str) -> bool:
    """Whether two numbers of as many digits are the same but for one digit, or for two that changed places."""
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    turned = len(apart) == 2 and (one[apart[0]], one[apart[1]]) == (other[apart[1]], other[apart[0]])
    return len(one) == len(other) and (len(apart) == 1 or turned)


def _day_of(day: date) -> int:
    return day.timetuple().tm_yday


def _in_month(claim: Claim) -> bool:
    return claim.when is not None and _MONTH.search(claim.when.text) is not None


def _is_named(claim: Claim) -> bool:
    return claim.when is not None and _NAMED.search(claim.when.text) is not None


def _shared(one: date, other: date) -> int:
    """How many of year, month and day two days have in common."""
    return (one.year == other.year) + (one.month == other.month) + (one.day == other.day)


def _days(when: When) -> tuple[date, date] | None:
    return (when.earliest, when.latest) if when.earliest and when.latest else None
