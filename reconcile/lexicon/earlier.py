"""Whether a figure is that from which another came: "131 cases, up from 84", "rose to 19 from 12 the day before".

What comes in: what a sentence has before the figure and behind it, each on one line. What goes out: yes or no. Both the
alignment and the comparison ask.
"""

import re
from functools import cache
from typing import Final

from reconcile.lexicon import entries

REACH: Final = 160  # characters on either side of a figure that are looked at
_FROM: Final = re.compile(r"\bfrom\s*\Z", re.IGNORECASE)
_TO_FROM: Final = re.compile(r"\bto (?:\S+ ){1,12}from\s*\Z", re.IGNORECASE)  # "rose to 19 on Tuesday from"
_TO: Final = re.compile(r"\s*to (?:\S+ )?\S*\d")  # "from 840 to 790"


def was(before: str, after: str, language: str = "en") -> bool:
    """Whether the words around a figure say that it is an earlier one."""
    table, before, after = _patterns(language), before[-REACH:], after[:REACH]
    if table["was"].search(before) or _TO_FROM.search(before):
        return True
    return _FROM.search(before) is not None and bool(_TO.match(after) or table["back"].match(after))


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    table = entries("scope", language)
    was, back = ("|".join(table[key]).replace(" ", r"\s+") for key in ("was", "back"))
    return {
        "was": re.compile(rf"\b(?:{was})\s*\Z", re.IGNORECASE),
        "back": re.compile(rf"\s*(?:\S+\s+){{0,2}}?\S*?\s*\b(?:{back})\b", re.IGNORECASE),
    }
