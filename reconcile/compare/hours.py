"""How two hours stand to each other: "struck at 4:17 a.m. on Monday", "struck at 4.47am".

HOURS is a ladder over two dates of which one at least tells an hour; the day beside it is a claim of its own. What
comes in: two Whens, or a Pair. What goes out: the row that holds.
"""

from datetime import date, timedelta
from typing import Final

from reconcile.compare.dates import DATES, Dates, dates
from reconcile.compare.pair import Pair, Side
from reconcile.compare.relation import Relation, climb
from reconcile.model import Dimension, Outcome, Precision, Role, When
from reconcile.model.clock import either_half, gap, near, of_one_zone

_DATE: Final = Dimension.DATE
_NOT: Final = Outcome.NOT_COMPARABLE
_EARLIER: Final = (Role.BEFORE, Role.BY)
_WEEK: Final = timedelta(days=7)
_NIGHT: Final = 360  # minutes that may part two accounts of one night, told of two days
_LOG: Final = "find a record made at the time (a log, a statement, a photograph with its hour)"


def relate_dates(a: When, b: When) -> Relation[Dates]:
    """The row that names how `a` stands to `b`: two days, or two hours."""
    return climb(HOURS if a.clock or b.clock else DATES, dates(a, b))[0]


def of_two_days(pair: Pair) -> bool:
    """Whether the sentences of two hours name days, and none that is in both; or their articles are weeks apart.

    Of one night are "at 11:50 p.m. on Saturday" and "at 1.20am on Sunday".
    """
    ours, theirs = map(_days, (pair.left, pair.right))
    clocks = pair.left.when.clock, pair.right.when.clock
    if not all(clocks):
        return False
    if not ours or not theirs:  # "the index was down at 16:08", and up at 14:58 in the news of another week
        return not near(*clocks) and (pair.days_apart or _WEEK) > _WEEK
    if not ours.isdisjoint(theirs):
        return False
    first, last = sorted((min(ours), min(theirs)))
    return (last - first).days > 1 or abs(gap(*clocks)) > _NIGHT


def _days(side: Side) -> frozenset[date]:
    told = [other.when for other in side.beside if other.claim.date is not None]
    return frozenset(when.earliest for when in told if when.earliest and when.precision is Precision.DAY)


def _same(d: Dates) -> bool:
    half = either_half(d.a.clock) or either_half(d.b.clock)
    return near(d.a.clock, d.b.clock) and d.a.role is d.b.role and not half


def _fits(d: Dates) -> bool:
    """Whether one may be the other, or is a limit that allows for it: "before eleven at night", "at 10:40 p.m."."""
    if near(d.a.clock, d.b.clock) or d.a.role is d.b.role is not Role.ON:
        return True
    limits = ((one.role, gap(one.clock, other.clock)) for one, other in ((d.a, d.b), (d.b, d.a)))
    return any((role in _EARLIER and lead > 0) or (role is Role.AFTER and lead < 0) for role, lead in limits)


HOURS: Final[tuple[Relation[Dates], ...]] = (
    Relation("hour_v_day", _DATE, _NOT, "one names a day, and the other only an hour",
             lambda d: not (d.a.clock and d.b.clock)),
    Relation("same_hour", _DATE, Outcome.AGREE, "both name the same hour", _same),
    Relation("hour_fits", _DATE, Outcome.COMPATIBLE, "the hour of one allows for that of the other", _fits),
    Relation("other_zone", _DATE, _NOT, "one hour has a time zone and the other none",
             lambda d: not of_one_zone(d.a.clock, d.b.clock)),
    Relation("hour_v_bound", _DATE, _NOT, "one is the start, the end or one side of something, the other an hour of "
             "its own", lambda d: not d.a.role is d.b.role is Role.ON, explanation="measure"),
    Relation("other_hour", _DATE, Outcome.DIFFERS, "both name an hour, and not the same one", lambda _: True,
             settles=_LOG),
)  # fmt: skip
