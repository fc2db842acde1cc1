"""Tolls of a deed that was no news when the article was written, beside those of its news.

What comes in: a Pair of claims with a figure each. What goes out: whether one alone is dated to a day long gone, which
the other article does not know of: "33 people died at Brill on July 20", in October, on another attack.
"""

from datetime import date, timedelta
from typing import Final

from reconcile.compare import tally
from reconcile.compare.pair import Pair
from reconcile.compare.side import Side
from reconcile.model import Precision, Role
from reconcile.model.once import kept

_OLD: Final = timedelta(days=14)
_COARSE: Final = (Precision.DAY, Precision.WEEK, Precision.MONTH)  # "in 2019" tells of no day of it


def of_a_bygone_day(pair: Pair) -> bool:
    """Whether one toll is of a day long before its article, of which the other article tells nothing."""
    return tally.counted(pair) and any(
        _long_before(day, other) and not _tells_of(other, day) for one, other in pair.ways for day in _bygone(one)
    )


def _long_before(day: date, side: Side) -> bool:
    """Whether an article came out long after a day, or nobody knows when."""
    published = side.source.published
    return published is None or day < published - _OLD


@kept
def _bygone(side: Side) -> tuple[date, ...]:
    """The days long before its article to which a clause dates its figure."""
    published = side.source.published
    if published is None:
        return ()
    told = (o.claim for o in side.beside if o.claim.when and o.claim.when.span.within(side.claim.span))
    dates = (claim.date for claim in told if claim.date and claim.date.precision is Precision.DAY)
    days = (when.latest for when in dates if when.role is Role.ON)
    return tuple(day for day in days if day is not None and day < published - _OLD)


def _tells_of(side: Side, day: date) -> bool:
    """Whether an article dates anything to a day, or to its month."""
    dates = (fellow.claim.date for fellow in side.fellows)
    return any(
        when.earliest <= day <= when.latest
        for when in dates
        if when and when.precision in _COARSE and when.earliest and when.latest
    )
