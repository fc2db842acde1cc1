"""Days and hours in a reader's words: "by 1 December 2020", "the 1990s", "about 04:00"."""

import re
from dataclasses import replace
from datetime import date
from typing import Final

from reconcile.model import Precision, Role, When

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_AFTER: Final = (Role.SINCE, Role.FROM, Role.AFTER)
_BEFORE: Final = (Role.BY, Role.UNTIL, Role.BEFORE)
_SEASONS: Final = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_CLOCK: Final = re.compile(r"(\d\d:\d\d)(Z|[+-]\d\d:\d\d)?(\??)(~?)")


def day(which: date) -> str:
    """A day in full: "25 November 2020"."""
    return f"{which.day} {_MONTHS[which.month - 1]} {which.year}"


def days(first: date, last: date) -> str:
    """Days from first to last without what the last says again: "27 to 28 November 2005"."""
    return f"{_short(first, last)} to {day(last)}" if first != last else day(first)


def when(value: When) -> str:
    """A date with its role: "by 1 December 2020", "the 1990s", "27 September to 9 November 2020"."""
    role = "" if value.role in (Role.ON, Role.BETWEEN) else f"{value.role.value} "
    about = "about " if value.approximate else ""
    return f"{role}{about}{period(value)}"


def hour(clock: str) -> str:
    """A time of day: "04:17", "18:00 UTC", "about 04:00", "06:30 or 18:30"."""
    found = _CLOCK.fullmatch(clock)
    assert found is not None  # noqa: S101 - the law of `When.clock`
    told, zone, either, about = found.groups()
    other = f" or {(int(told[:2]) + 12) % 24:02}{told[2:]}" if either else ""
    named = f" UTC{zone.removeprefix('Z')}" if zone else ""
    return f"{'about ' if about else ''}{told}{other}{named}"


def period(value: When) -> str:
    """The days a date names, without its role: "25 November 2020", "the 1990s"; with its hour where it tells one."""
    if value.clock:
        told = hour(value.clock)
        return f"{period(replace(value, clock=''))}, {told}" if value.edtf else f"{told}, day not told"
    first, last = value.earliest, value.latest
    if first is None and last is None:
        return f"{_yearless(value.edtf)} (year not known)" if value.edtf else "a day that is not known"
    written = value.edtf.rstrip("~").split("/")
    if first is None or last is None:
        edge = _edge(first or last, written[0] if first else written[-1])
        tied = value.role in (_AFTER if first else _BEFORE)
        return edge if tied else f"{edge} or {'later' if first else 'earlier'}"
    match value.precision:
        case Precision.DAY if first == last:
            return f"{day(first)} or {day(value.otherwise)}" if value.otherwise else day(first)
        case Precision.MONTH:
            return f"{_MONTHS[first.month - 1]} {first.year}"
        case Precision.YEAR:
            return str(first.year)
        case Precision.DECADE | Precision.CENTURY:
            return f"the {first.year}s"
        case Precision.SEASON if first.month in _SEASONS:
            return f"{_SEASONS[first.month]} {first.year}"
        case Precision.QUARTER:
            return f"quarter {(first.month + 2) // 3} of {first.year}"
    if len(written) == 2 and any(len(end) < len("2020-11-25") for end in written):
        return f"{_edge(first, written[0])} to {_edge(last, written[1])}"
    return days(first, last)


def _edge(which: date | None, written: str) -> str:
    """An end of a period no finer than it was written: "1995", "November 2020"."""
    if which is None:
        return ""
    parts = written.rstrip("~").split("-")
    if len(parts) == 1 and parts[0].isdigit():
        return str(which.year)
    return f"{_MONTHS[which.month - 1]} {which.year}" if len(parts) == 2 and parts[1].isdigit() else day(which)


def _short(first: date, last: date) -> str:
    """The first day of a period without what the last day says again."""
    if first.year != last.year:
        return day(first)
    return str(first.day) if first.month == last.month else f"{first.day} {_MONTHS[first.month - 1]}"


def _yearless(edtf: str) -> str:
    parts = edtf.rstrip("~").split("-")
    if parts[0] != "XXXX" or len(parts) < 2 or not parts[1].isdigit() or not 1 <= int(parts[1]) <= 12:
        return edtf
    month = _MONTHS[int(parts[1]) - 1]
    return f"{int(parts[2])} {month}" if len(parts) > 2 and parts[2].isdigit() else month
