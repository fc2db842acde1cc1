"""Whether two values are each of their article's own day, so that they tell of two moments.

What comes in: a Pair whose articles have a day of publication. What goes out: yes or no. A pile may hold a market's
report of every week: "the index fell 2 percent" contradicts nobody who tells of another day.
"""

import re
from functools import cache
from typing import Final

from reconcile import lexicon
from reconcile.compare import tally
from reconcile.compare.measure import ALIKE, plain
from reconcile.compare.pair import Pair
from reconcile.compare.relation import Relation
from reconcile.compare.side import Side
from reconcile.compare.words import WORD
from reconcile.model import Change, Dimension, Outcome, Precision, Quantity
from reconcile.model.once import kept
from reconcile.model.units import EVERYDAY

_MONTH: Final = 30  # days
_LATER: Final = 60  # days after which words that show little no longer show that one moment is meant
_LONG: Final = 180  # … after which what can change is told of another moment
_CLOSED: Final = re.compile(r"\b(?:closed?|closing|ended|finished|settled)\b")
_DURING: Final = re.compile(
    r"\b(?:\d{4} gmt|\d{1,2}:\d\d|midday|noon|(?:early|morning|afternoon|opening) (?:trad|deal)\w+)|\d ?[ap]\.?m\b"
)
_OWN: Final = {Precision.DAY: 7, Precision.MONTH: 45}  # from the day or month told to the article of its news


def own_moments(pair: Pair) -> bool:
    """Whether two figures are each of their own day: what a market did, a change of no time told, a level long after.

    What befell people, and what a thing has one of, stays what it was.
    """
    days = _between(pair)
    if _before_the_close(pair):
        return True
    if days is None or _one_time(pair) or tally.counted(pair):
        return False
    if traded(pair) or (_changes(pair) and days >= _MONTH):
        return True
    kind = pair.left.figure.kind
    moves = kind in EVERYDAY and kind != "age"
    shown = plain(pair) or (pair.nearest and pair.alike >= ALIKE)
    return moves and ((days >= _LONG and not (kind == "count" and shown)) or (days >= _LATER and not shown))


def _before_the_close(pair: Pair) -> bool:
    """Whether one tells what a price had changed by when a day's trading closed, and the other by an hour before."""
    if not _changes(pair):
        return False
    sides = (pair.left, pair.right)
    closed, during = ([bool(told.search(side.sentence)) for side in sides] for told in (_CLOSED, _DURING))
    return closed[0] != closed[1] and during[closed[0]]


def traded(pair: Pair) -> bool:
    """Whether two figures are of what a market did on two days: they agree no more than they contradict each other."""
    sides = (pair.left, pair.right)
    told = [_of_a_market(side) for side in sides]
    moved = _changes(pair) or all(_quoted(side.figure) for side in sides)
    return bool(_between(pair)) and not _one_time(pair) and (all(told) or (any(told) and moved))


def _one_time(pair: Pair) -> bool:
    """Whether both sentences name the same year, month or stretch."""
    a, b = pair.both
    return bool(a.times) and a.times == b.times


def _changes(pair: Pair) -> bool:
    return all(side.figure.change is not Change.LEVEL for side in (pair.left, pair.right))


def own_news(pair: Pair) -> bool:
    """Whether two days, or months, are each the news of their article, and the articles lie further apart."""
    days, fine = _between(pair), pair.left.when.precision
    own = _OWN.get(fine) if fine is pair.right.when.precision else None
    return (
        days is not None
        and own is not None
        and days >= min(own, _MONTH)
        and all(_told_within(side, own) for side in (pair.left, pair.right))
    )


def _between(pair: Pair) -> int | None:
    """Days between the two publications; None where one is not known."""
    first, last = pair.left.source.published, pair.right.source.published
    return None if first is None or last is None else abs((first - last).days)


def _told_within(side: Side, days: int) -> bool:
    told, published = side.when.latest or side.when.earliest, side.source.published
    return told is not None and published is not None and abs((told - published).days) <= days


def _quoted(figure: Quantity) -> bool:
    """Whether it is a number as an exchange quotes it: "4605.22", "16.03 points"."""
    return figure.unit in (None, "point") and figure.low != figure.low.to_integral_value()


@kept
def _of_a_market(side: Side) -> bool:
    """Whether its sentence tells of an index, of shares or of a day's trading."""
    return not _markets().isdisjoint(WORD.findall(side.sentence))


@cache
def _markets(language: str = "en") -> frozenset[str]:
    return frozenset(lexicon.entries("scope", language)["markets"])


OTHER_MOMENT: Final = Relation(
    "other_moment", Dimension.FIGURE, Outcome.NOT_COMPARABLE,
    "each is of its own day, and what they measure changes from day to day", own_moments, explanation="as_of",
)  # fmt: skip
