"""The dateline: place, day and agency before the first sentence of a report.

"PORT CITY, Oct. 30 (Reuters) - Five people", "Geneva, 30 October 2020 (WHO) –", "LONDON (AP) —", "NEW DELHI: At least",
and alone on its line "LUND (AP) - 30 October 2020".
"""

import re
from typing import Final

from reconcile.read.dates import MONTHS

_DAY: Final = (
    rf"(?:(?:(?:{MONTHS}) \d{{1,2}}|\d{{1,2}} (?:{MONTHS}))(?:,? \d{{4}})?"
    r"|\d{1,2}(?P<sep>[./])\d{1,2}(?P=sep)\d{4})"
)
_DATELINE: Final = re.compile(
    rf"(?P<place>[^\W\d_][^()\d—–:;!?\n\"“]{{1,60}}?)?(?:(?P<comma>,? )?(?P<day>{_DAY}))?"
    r" ?(?P<agency>\([^()\n]{2,40}\))? ?(?P<mark>--|[—–:-])(?=\s|[A-Z“\"])"
)
_DAY_ALONE: Final = re.compile(rf"{_DAY}\.?")
_MARK: Final = re.compile(r"[—–:-](?=[\sA-Z“\"])")  # without one there is no dateline: quickly told
_REACH: Final = 140  # no dateline is longer
_NO_PLACE: Final = re.compile(  # what else stands before a dash or colon: "On October 1 - ", "UPDATE: "
    r"(?i:on|in|at|by|as|since|from|until|before|after|the|a|an|of|live|update|updated|breaking|exclusive|watch|video|"
    r"photos|report|opinion|analysis|explainer|factbox|timeline|editorial|comment|review|interview|profile|correction|"
    r"warning|note|question|answer|published|posted)\b"
)


def dateline(text: str) -> tuple[str, int]:
    """The dateline a paragraph opens with, and how many characters to skip to its first sentence; ("", 0) if none."""
    opening = text[:_REACH]
    match = _DATELINE.match(opening) if _MARK.search(opening) else None
    if not match:
        return "", 0
    named = match.end("agency") if match["agency"] else match.end("day") if match["day"] else match.end("place")
    place, mark = match["place"] or "", match["mark"]
    if named < 1 or not _sure(place.strip(" ,"), bool(match["agency"]), bool(match["day"])):
        return "", 0
    rest = text[match.end() :]
    after = rest.lstrip()
    if mark in "-:" and rest == after:  # "MID-WEST: ..." needs a blank after its mark, "LONDON—Five" does not
        return "", 0
    if not after:
        return (text[:named].rstrip(" ,"), len(text)) if match["agency"] or match["day"] else ("", 0)
    if _DAY_ALONE.fullmatch(after):
        return text, len(text)
    if not (after[0].isupper() or after[0].isdigit() or after[0] in "\"“'‘`"):
        return "", 0
    return text[:named].rstrip(" ,"), match.end() + len(rest) - len(after)


def _sure(place: str, agency: bool, day: bool) -> bool:
    """Whether what stands before the mark is a place: capitals alone make one, other words need an agency or a day."""
    if not place:
        return agency
    first = place.split(",", maxsplit=1)[0]
    if _NO_PLACE.match(place) or len(first.split()) > 5 or len(place.split()) > 8:
        return False
    capitals = first.isupper() and len(first) > 3
    if agency or day:
        return capitals or first[0].isupper()
    return capitals
