"""Whether a figure counts only some of more that its own sentence tells of.

What comes in: a Pair of claims with a figure each. What goes out: yes or no.
"""

from typing import Final

from reconcile.compare.pair import Pair
from reconcile.compare.side import Side
from reconcile.model import Mention

PLAINLY: Final = 0.75  # of the words: two sentences about one thing, whatever else one of them tells


def of_more(pair: Pair) -> bool:
    """Whether one is some of more that its sentence tells of, and the other does not say the same of them."""
    a, b = pair.both
    kind = (a.counted & b.counted) - a.heads - b.heads  # "12 K9 rifles", "seven K9 guns and three other rifles"
    return pair.alike < PLAINLY and not a.won & b.won and any(_some_of(side, kind) for side in (pair.left, pair.right))


def _some_of(side: Side, kind: frozenset[str]) -> bool:
    """As of "seven bullets, three in the back", or of "two bullets from the front, one bullet in the side".

    Args:
        side: the figure.
        kind: the words that say of which kind it counts; others are of no more of that kind.
    """
    told = side.claim.quantity
    if told is None or side.figure.kind != "count" or "other" in side.subject.marks:
        return False
    return any(
        _beside(other, side)
        for other in side.beside
        if other.claim.quantity and kind <= other.subject.counted and _more(other.claim.quantity, told)
    )


def _more(other: Mention, told: Mention) -> bool:
    """Whether one is told before a count without a noun, or both have their noun."""
    return bool(other.counts and told.counts) or (not told.counts and other.span.start < told.span.start)


def _beside(other: Side, side: Side) -> bool:
    theirs, mine = other.claim.figure, side.figure
    if theirs is None or theirs.unit != mine.unit or mine.unit is None:
        return False
    about = other.subject
    nouns = bool(side.claim.quantity and side.claim.quantity.counts)
    listed = nouns and not about.heads.isdisjoint(side.subject.heads)
    apart_ = theirs.low > mine.high or (listed and theirs.high < mine.low)
    return apart_ and "whole" not in about.marks and about.measure == side.subject.measure
