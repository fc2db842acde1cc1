"""Time zones as news writes them: "GMT", "EDT", "ET", "Eastern Time".

In: what stands behind a time of day. Out: how far it is from Greenwich. North America names its zones by the coast all
the year, and moves its clocks: there a day is needed to tell. What may be of two zones ("IST") is not read.
"""

from datetime import date, timedelta
from typing import Final

_FIXED: Final = {
    "GMT": "Z", "UTC": "Z", "BST": "+01:00", "CET": "+01:00", "CEST": "+02:00", "EST": "-05:00", "EDT": "-04:00",
    "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00",
    "JST": "+09:00", "KST": "+09:00", "HKT": "+08:00", "AEST": "+10:00", "AEDT": "+11:00", "NZST": "+12:00",
    "NZDT": "+13:00", "MSK": "+03:00", "SAST": "+02:00", "EAT": "+03:00", "PKT": "+05:00",
}  # fmt: skip
_COASTS: Final = {"E": 5, "C": 6, "M": 7, "P": 8}  # hours behind Greenwich in winter, one less in summer
_SUNDAY: Final = 6  # as `date.weekday` counts
WRITTEN: Final = rf"(?:{'|'.join(_FIXED)}|[ECMP]T)\b"
IN_WORDS: Final = r"(?:Eastern|Central|Mountain|Pacific)\b(?: (?:[Ss]tandard|[Dd]aylight))?(?: [Tt]ime\b)?(?! [A-Z])"


def offset(zone: str, day: date | None) -> str | None:
    """How far a zone is from Greenwich on a day, as ISO 8601 has it; None where only a day would tell."""
    if zone in _FIXED:
        return _FIXED[zone]
    return f"-{_COASTS[zone[0]] - _in_summer(day):02}:00" if day else None


def _in_summer(day: date) -> bool:
    """Whether North America's clocks are an hour ahead: second Sunday of March to first of November, 2007 on."""
    return _sunday(day.year, 3, 8) <= day < _sunday(day.year, 11, 1)


def _sunday(year: int, month: int, first: int) -> date:
    """The first Sunday of a month from a day on."""
    start = date(year, month, first)
    return start + timedelta(days=(_SUNDAY - start.weekday()) % 7)
