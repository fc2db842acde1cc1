"""Whether two places are one inside the other, as an article says that has both: "Oso, in Snohomish County".

And whose people a figure counts. What comes in: a Pair whose sentences name places; a side. What goes out: yes or no; a
name.
"""

import re
from functools import lru_cache
from itertools import product
from typing import Final

from reconcile.compare.names import NAME
from reconcile.compare.pair import Pair
from reconcile.compare.side import Side

_APPOSED: Final = re.compile(rf"({NAME.pattern})(?: [a-z]+)?(?:,| [–—-]) (?:(?!which|and|that)[a-z]+ ){{0,6}}[a-z]+$")
_HAS: Final = re.compile(
    rf"(?:^(?:The [a-z]+ of )?(?P<first>{NAME.pattern})(?: (?!and\b)[a-z]+)?|(?P<name>{NAME.pattern}), which)"
    r" (?:is|was|has|had)\b[^;]*$"
)
_BETWEEN: Final = r"(?:,? (?:in|of|on|at|near)\b|,)(?: [\w’'.-]+){0,3}? "


def nested(pair: Pair) -> bool:
    """Whether a place of the one sentence lies in one of the other's."""
    ours, theirs = (about.places for about in pair.both)
    texts = (pair.left.source.text, pair.right.source.text)
    return any(
        _within(text, inner, outer)
        for one, other in product(sorted(ours), sorted(theirs))
        for inner, outer in ((one, other), (other, one))
        for text in texts
    )


def other_row(pair: Pair) -> bool:
    """Whether one stands in a row of a table that the other is not told of: "Norvik | 12", "24 people died"."""
    rows = ((_small(one.claim.where), other) for one, other in pair.ways if "|" in one.claim.quote)
    return any(row and not _told_of(row, other) for row, other in rows)


def _told_of(row: str, side: Side) -> bool:
    """Whether a claim is of what heads a row alone; a title names the place of a story, whatever it counts there."""
    where, said = _small(side.claim.where), _small(side.sentence)
    told = where == row if where or side.claim.headline else row in said
    return told and f"{row} and " not in said and f" and {row}" not in said


@lru_cache(maxsize=4096)
def _within(text: str, inner: str, outer: str) -> bool:
    """Whether an article tells of a place in another, by words of their names in small letters."""
    line = _small(text)
    if inner not in line or outer not in line:  # most often so, and no pattern need be made for the two names
        return False
    return re.search(rf"\b{re.escape(inner)}\b{_BETWEEN}{re.escape(outer)}\b", line) is not None


@lru_cache(maxsize=1024)
def _small(text: str) -> str:
    """An article on one line, in small letters."""
    return " ".join(text.split()).lower()


def inhabited(side: Side) -> frozenset[str]:
    """The name of the place whose people a figure counts; empty where the sentence leaves it to the one before.

    "Oma, a town of 9,000", "near Oma island, home to 9,000", "Oma is the largest island, with a population of 9,000";
    not "the island off Oma, which is home to 9,000".
    """
    text, told = side.source.text, side.claim.quantity
    before = " ".join(text[side.claim.sentence.start : told.span.start if told else 0].split())
    found = _HAS.search(before) or _APPOSED.search(before)
    name: str = next(filter(None, found.groups()), "") if found else ""
    return frozenset(name.lower().split()) & side.subject.context
