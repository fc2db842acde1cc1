"""Dates that stand beside each other in one sentence: what the one before says of the one behind.

In: the text, the dates found so far, and the next phrase. Out: the year it lies in, or its days put in their order.
"""

import re
from datetime import date, timedelta
from typing import Final

from reconcile.extract.dates.meanings import Yearly
from reconcile.extract.dates.recurring import Weekly
from reconcile.extract.dates.scene import Days, Meaning
from reconcile.extract.found import Found
from reconcile.model import Precision, Role, When

_WHEN: Final = re.compile(r",? (?:when|in which)\b(?!.*[.;:])")
_WITHIN: Final = re.compile(r"(?:[Ll]ast|[Tt]his|[Nn]ext) year,? (?:in|on|at|from) (?:the )?")
_AND: Final = re.compile(r" (?:and|before|then)\b[^,;:.?!]*")
_LISTING: Final = (" and ", " or ", ", ")  # "next Thursday and Friday", but not "next week on Thursday or Friday"
_NEXT: Final = re.compile(r"[Nn]ext (?!week)")
_SIDES: Final = {" after ": -1, " before ": 1}
_OF_WEEK: Final = (", on ", ", ")
_FAR: Final = 2  # years before the publication from which on a second deed is of the same time as the first
_FINE: Final = frozenset((Precision.DAY, Precision.MONTH))


def year_told(text: str, found: list[Found], start: int, meaning: Meaning, base: date | None) -> int | None:
    """The year that the date before tells of one without: "last year, in May", "in May 2014 and left on Nov. 12"."""
    last = found[-1].value if found else None
    if not isinstance(last, When) or last.earliest is None:
        return None
    if last.precision is Precision.YEAR:
        within = _WHEN.match(text, found[-1].end, start) or _WITHIN.fullmatch(text, found[-1].start, start)
        return last.earliest.year if within else None
    far = (
        base is not None and last.precision in _FINE and last.role is Role.ON and last.earliest.year <= base.year - _FAR
    )
    bare = isinstance(meaning, Yearly) and meaning.precision is Precision.DAY
    if not (far and bare and isinstance(meaning, Yearly)) or not _AND.fullmatch(text, found[-1].end, start):
        return None
    try:
        return last.earliest.year + (meaning.ends(last.earliest.year)[1] < last.earliest)
    except ValueError:
        return None


def in_order(text: str, last: Found, start: int, days: Days, weekly: Weekly) -> Days:
    """A weekday beside the date it follows: "on Tuesday after Friday's strike", "this week, on Tuesday"."""
    link, other = text[last.end : start], last.value
    if not isinstance(other, When) or other.earliest is None:
        return days
    if other.precision is Precision.WEEK and link in _OF_WEEK and weekly == Weekly(weekly.weekday):
        day = other.earliest + timedelta(days=weekly.weekday)
        return Days(day, day, Precision.DAY, "that day of the week named", other.earliest)
    side = 1 if link in _LISTING and _NEXT.match(text, last.start) else _SIDES.get(link)
    return days if side is None else weekly.in_order(days, other.earliest, side)
