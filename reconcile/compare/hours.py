"""How two hours stand to each other: "struck at 4:17 a.m. on Monday", "struck at 4.47am".

HOURS is a ladder over two dates of which one at least tells an hour; the day beside it is a claim of its own. What
comes in: two Whens, or a Pair. What goes out: the row that holds.
"""

import re
from datetime import date, timedelta
from typing import Final

from reconcile.compare.dates import DATES, Dates, dates
from reconcile.compare.pair import Pair
from reconcile.compare.relation import Relation, climb
from reconcile.compare.side import Side
from reconcile.model import Dimension, Outcome, Precision, Role, When
from reconcile.model.clock import ROUGH, either_half, gap, lead, near, of_midnight, of_one_zone

_DATE: Final = Dimension.DATE
_NOT: Final = Outcome.NOT_COMPARABLE
_EARLIER: Final = (Role.BEFORE, Role.BY)
_WEEK: Final = timedelta(days=7)
_NEXT: Final = timedelta(days=1)
_NIGHT: Final = 360  # minutes that may part two accounts of one night, told of two days
_TURN: Final = re.compile(r"\b(?:first|second|third|fourth|last|final)\b")
_SIDE: Final = re.compile(  # "shortly after four"
    r"(?:at )?(?:shortly|just|soon|a little|moments|minutes|not long) (after|before|past) ", re.IGNORECASE
)
_LEVEL: Final = re.compile(  # a figure that is told as it was at an hour; the number is not that hour
    r"\b(?:(?:toll|tally|count|index|temperatures?)\b[^,;.]{0,30} (?:to|at|of|was|were)"
    r"|(?:rose|risen|rising|climbed|climbing|grew|grown|fell|fallen|falling|dropped) to|stood at|reached)"
    r" (?:about |some |nearly |at least )?[$€£¥]?\d[\d,.]*+(?!:| ?[ap]\.?m\b| (?:GMT|UTC|o['’]clock|hrs|hours)\b)",
    re.IGNORECASE,
)
_LOG: Final = "find a record made at the time (a log, a statement, a photograph with its hour)"


def relate_dates(a: When, b: When) -> Relation[Dates]:
    """The row that names how `a` stands to `b`: two days, or two hours."""
    return climb(HOURS if a.clock or b.clock else DATES, dates(a, b))[0]


def of_two_days(pair: Pair) -> bool:
    """Whether the sentences of two hours name days, and none that is in both.

    Of one night are "at 11:50 p.m. on Saturday" and "at 1.20am on Sunday".
    """
    ours, theirs = map(_days, (pair.left, pair.right))
    clocks = pair.left.when.clock, pair.right.when.clock
    if not (all(clocks) and ours and theirs) or not ours.isdisjoint(theirs):
        return False
    return _of_two_nights(*clocks, (min(ours) - min(theirs)).days)


def weeks_apart(pair: Pair) -> bool:
    """Whether two hours, one of them of no day, are of articles that came out weeks apart.

    "The index was down at 16:08", and up at 14:58 in the news of another week.
    """
    clocks = pair.left.when.clock, pair.right.when.clock
    if not all(clocks) or (_days(pair.left) and _days(pair.right)):
        return False
    return not near(*clocks) and (pair.days_apart or _WEEK) > _WEEK


def _of_two_nights(ours: str, theirs: str, days: int) -> bool:
    return abs(days) > 1 or abs(lead(ours, theirs, days)) > _NIGHT


def other_turn(pair: Pair) -> bool:
    """Whether two hours are of things that are counted through: "the first blast", "the second"."""
    ours, theirs = (frozenset(_TURN.findall(side.claim.quote.lower())) for side in (pair.left, pair.right))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def as_of_hour(pair: Pair) -> bool:
    """Whether the hour of either says only when a level or a count was taken: "rose to 16 at 4 p.m."."""
    return any(_LEVEL.search(side.claim.quote) for side in (pair.left, pair.right))


def one_side(pair: Pair) -> bool:
    """Whether the one is not on the wrong side of the other: "shortly after four" is not "at ten to four"."""
    a, b = pair.left.when, pair.right.when
    apart = lead(a.clock, b.clock, days) if (days := _days_between(a, b)) is not None else gap(a.clock, b.clock)
    return _allows(pair.left, -apart) and _allows(pair.right, apart)


def _allows(side: Side, later: int) -> bool:
    """Whether an hour allows for another that is so many minutes later."""
    told = _SIDE.match(side.claim.when.text) if side.claim.when else None
    return told is None or (0 <= later <= ROUGH if told[1].lower() != "before" else -ROUGH <= later <= 0)


def _days(side: Side) -> frozenset[date]:
    """The days of an hour's sentence; midnight is of the day told with it, or of the next."""
    own = side.when
    told = [own] if own.earliest else [other.when for other in side.beside if other.claim.date is not None]
    days = {when.earliest for when in told if when.earliest and when.precision is Precision.DAY}
    return frozenset(days | {day + _NEXT for day in days if of_midnight(own.clock)} if own.of_no_day else days)


def _days_between(a: When, b: When) -> int | None:
    return (a.earliest - b.earliest).days if a.earliest and b.earliest else None


def _two_days(d: Dates) -> bool:
    days = _days_between(d.a, d.b)
    return bool(days) and _of_two_nights(d.a.clock, d.b.clock, days or 0)


def _near(d: Dates) -> bool:
    return near(d.a.clock, d.b.clock, _days_between(d.a, d.b))


def _same(d: Dates) -> bool:
    half = either_half(d.a.clock) or either_half(d.b.clock)
    return _near(d) and d.a.role is d.b.role and not half


def _fits(d: Dates) -> bool:
    """Whether one may be the other, or is a limit that allows for it: "before eleven at night", "at 10:40 p.m."."""
    if _near(d) or d.a.role is d.b.role is not Role.ON:
        return True
    apart = lead(d.a.clock, d.b.clock, _days_between(d.a, d.b) or 0)
    limits = ((d.a.role, apart), (d.b.role, -apart))
    return any((role in _EARLIER and ahead > 0) or (role is Role.AFTER and ahead < 0) for role, ahead in limits)


HOUR_FITS: Final = Relation(
    "hour_fits", _DATE, Outcome.COMPATIBLE, "the hour of one allows for that of the other", _fits
)
HOURS: Final[tuple[Relation[Dates], ...]] = (
    Relation("hour_v_day", _DATE, _NOT, "one names a day, and the other only an hour",
             lambda d: not (d.a.clock and d.b.clock)),
    Relation("hour_of_two_days", _DATE, _NOT, "they are hours of two days", _two_days, explanation="scope"),
    Relation("same_hour", _DATE, Outcome.AGREE, "both name the same hour", _same),
    HOUR_FITS,
    Relation("other_zone", _DATE, _NOT, "one hour has a time zone and the other none",
             lambda d: not of_one_zone(d.a.clock, d.b.clock)),
    Relation("hour_v_bound", _DATE, _NOT, "one is the start, the end or one side of something, the other an hour of "
             "its own", lambda d: not d.a.role is d.b.role is Role.ON, explanation="measure"),
    Relation("other_hour", _DATE, Outcome.DIFFERS, "both name an hour, and not the same one", lambda _: True,
             settles=_LOG),
)  # fmt: skip
