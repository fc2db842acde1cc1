"""What digits and codes stand for in a date: "25th", "10/1/2017", "1990s", "'82", "Q3", "FY2020".

In: one token. Out: its kind and its value. To add a shape of number: a row in `_SHAPES`.
"""

import re
from typing import Any, Final

from reconcile.extract.dates.kinds import KINDS, Item

_SHAPES: Final = [
    ("INT", re.compile(r"0?[1-9]|[12]\d|3[01]")),
    ("YEAR", re.compile(r"1\d{3}|20\d\d|21\d\d")),
    ("NUM", re.compile(r"\d{1,4}")),
    ("ORD", re.compile(r"(\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH)")),
    ("DECADE", re.compile(r"(1\d\d|20\d)0s")),
    ("DECADE2", re.compile(r"['’‘]?(\d0)s")),
    ("YEAR2", re.compile(r"['’‘](\d\d)")),
    ("FULL", re.compile(r"(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})T?")),
    ("FULL", re.compile(r"(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4})")),
    ("FULL", re.compile(r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d\d)")),
    ("FULL", re.compile(r"(?P<a>\d\d)-(?P<b>\d\d)-(?P<y>\d\d)")),
    ("FULL", re.compile(r"(?P<y>19\d\d|20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])")),
    ("INTS", re.compile(r"(\d{1,2})[-–—~](\d{1,2})")),
    ("YEARS", re.compile(r"((?:1\d|20)\d\d)[-–—/~](\d{4}|\d\d)")),
    ("YEARMONTH", re.compile(r"(?P<y>19\d\d|20\d\d)-(?P<n>[1-9])")),
    ("YEARMONTH", re.compile(r"(?P<n>\d\d?)-(?P<y>19\d\d|20\d\d)")),
    ("SLASHED", re.compile(r"(\d{1,2})/(\d{1,2})")),
    ("QUARTER", re.compile(r"([1-4])[Qq]")),
    ("HALFYEAR", re.compile(r"([12])H")),
]  # fmt: skip
_SLASHED: Final = r"\d{1,2}/\d{1,2}(?:/\d{4})?"
_DASHED: Final = r"\d{1,2}-\d{1,2}-\d{4}"
GLUED: Final = re.compile(rf"({_SLASHED})[-–]{_SLASHED}|({_DASHED})[-–]{_DASHED}")
_CODE: Final = re.compile(r"(?:(?P<q>[Qq][1-4])|(?P<h>H[12])|(?P<of>FY|fy|CY|cy)(?P<y>\d{4}|\d\d))")
_CODED: Final = frozenset("QqHFfCc")


def digits(word: str) -> tuple[str, Any]:
    """What a number is."""
    if len(word) > 12:
        return KINDS["OTHER"], word
    for kind, shape in _SHAPES:
        match = shape.fullmatch(word)
        if match is None:
            continue
        value: Any = match
        if kind in ("INT", "YEAR", "NUM"):
            value = int(word)
        elif kind in ("ORD", "DECADE2", "YEAR2", "QUARTER", "HALFYEAR"):
            value = int(match[1])
        elif kind == "DECADE":
            value = int(match[1]) * 10
        elif kind in ("INTS", "YEARS", "SLASHED"):
            value = (int(match[1]), int(match[2]))
        return KINDS[kind], value
    return KINDS["OTHER"], word


def glued(start: int, end: int, word: str) -> list[Item]:
    """The two days, and their dash, that a number holds: "10/1-11/2/2017", "1-10-2018-7-10-2018"."""
    found = GLUED.fullmatch(word)
    if found is None:
        return []
    size = found.end(found.lastindex or 0)
    at = start + size
    one, other = digits(word[:size]), digits(word[size + 1 :])
    return [
        Item(one[0], start, at, one[1]),
        Item(KINDS["DASH"], at, at + 1, "-"),
        Item(other[0], at + 1, end, other[1]),
    ]


def code(word: str) -> tuple[str, int] | None:
    """Read "Q3", "H1", "FY2020", "CY20"."""
    if word[0] not in _CODED or len(word) > 6:
        return None
    match = _CODE.fullmatch(word)
    if match is None:
        return None
    if match["q"]:
        return KINDS["QUARTER"], int(word[1])
    if match["h"]:
        return KINDS["HALFYEAR"], int(word[1])
    year = int(match["y"])
    kind = "FISCALYEAR" if match["of"].lower() == "fy" else "CALENDARYEAR"
    return KINDS[kind], year if year > 99 else 2000 + year
