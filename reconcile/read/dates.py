"""Days written in full in date lines, datelines and meta tags. Relative dates are the business of `extract`."""

import re
from datetime import date, datetime
from typing import Final

MONTHS: Final = (
    r"Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May\.?|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
)
_ORDER: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL: Final = re.compile(
    rf"\b(?:(?P<m1>{MONTHS})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y1>\d{{4}})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{MONTHS}),?\s+(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4}) ?[-.] ?(?P<m3>\d\d) ?[-.] ?(?P<d3>\d\d)"
    r"|(?P<a>\d{1,2})\s?[/.]\s?(?P<b>\d{1,2})\s?[/.]\s?(?P<y4>\d{4}))(?!\d)",
    re.IGNORECASE,
)
_FILLER: Final = re.compile(
    rf"(?:\b(?:{MONTHS}|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|published|posted|filed|updated|originally|"
    r"modified|created|uploaded|last|first|date|on|at|of|by|the|am|pm|a\.m|p\.m|noon|a?[ecmpbw]?[sd]?t|[cew]es?t|msk|gmt|utc|uk|ago|"
    r"c?est|ist|hkt|hrs?|hours|mins?|minutes?|read)\b|\d++(?:st|nd|rd|th|am|pm)?|[\s,.:;|/@()·•–—+-]++)++",
    re.IGNORECASE,
)
_SOME_DAY: Final = re.compile(r"\d[\s/.-]{1,3}\d|\d:\d|[a-z]\.? \d|\d(?:st|nd|rd|th)? [a-z]", re.IGNORECASE)
_FILED: Final = re.compile(
    r"(?<!\b(?:was|had|and) )(?<!\b(?:were|been|that) )\bposted in (?:(?:[A-Z][\w&'’-]*|and|of|the),? ){1,8}"
    r"on (?:\w+day,? )?(?=\w)"
)
_STALE: Final = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)


def iso_day(text: str) -> date:
    """The day of "2020-12-01", also with a time after it.

    Raises:
        ValueError: where it is none.
    """
    return datetime.fromisoformat(text.strip()).date()


def full_date(text: str) -> date | None:
    """The first day written with its year; None where there is none, or where 05/02/2007 may be May or February."""
    for match in _FULL.finditer(text):
        found = _day(match)
        if found:
            return found
    return None


def _day(match: re.Match[str]) -> date | None:
    year = int(match["y1"] or match["y2"] or match["y3"] or match["y4"])
    if match["a"]:
        a, b = int(match["a"]), int(match["b"])
        if a <= 12 and b <= 12 and a != b:
            return None
        month, day = (a, b) if a <= 12 else (b, a)
    elif match["y3"]:
        month, day = int(match["m3"]), int(match["d3"])
    else:
        month = _ORDER.index((match["m1"] or match["m2"])[:3].lower()) + 1
        day = int(match["d1"] or match["d2"])
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_date_line(text: str) -> bool:
    """Whether a line says nothing but when: "Published: April 10, 2007", "8:44AM BST 16 Sep 2013".

    A blog's line may say under what, too: "Ada Voss posted in Road Accidents on Friday, September 20, 2013".
    """
    if len(text) > 120:
        return False
    filed = _FILED.search(text)
    if filed:
        day = _FULL.match(text, filed.end())
        return day is not None and not text[day.end() :].strip(" .")
    return bool(_FILLER.fullmatch(text)) and bool(_SOME_DAY.search(text))


def publication_day(text: str) -> date | None:
    """The day a date line names as that of publication; "Updated" on its own is not."""
    stale = _STALE.search(text)
    return full_date(text[: stale.start()] if stale else text)
