"""Whether two values may be the same, and how far they are apart: never whether two claims are alike.

What comes in: two claims, or two Readings. What goes out: a yes or no, or a handicap that says which of several pairs
comes first.
"""

from collections.abc import Hashable
from datetime import date, timedelta
from decimal import Decimal
from math import log10

from reconcile.align.reading import Reading
from reconcile.model import Claim, Hedge, Precision, Quantity, When
from reconcile.model.clock import gap, near, one_minute
from reconcile.model.units import EVERYDAY, bare_degrees, factor, kind, of_what

OTHER_KIND = 0.12  # what a figure stands back for a figure before it comes to a date or a statement
OTHER_VALUE = 0.05  # what two values that cannot be the same stand back
SPAN = {  # between two accounts of one day, month or year
    Precision.DAY: timedelta(days=14),
    Precision.MONTH: timedelta(days=1000),
    Precision.YEAR: timedelta(days=1100),
}
DIGITS = 2  # without the noughts behind: 640,000 has two
NEWS = 10  # days around that of publication
ROUND = 20  # from which a sum or a measure counts as well: 300 million crowns, 40 kilometres
CALENDAR = (Precision.DAY, Precision.MONTH, Precision.YEAR)
HOURS = 180  # minutes between two accounts of one hour
SIZE = 2  # two accounts of one thing seldom are further apart
FORMER = 0.1  # … or one that was so before, for one that is so now: "goes up from 212 to 223 euros"
FAR = 0.2  # what a figure stands back for another before it comes to one ten times as large


def values_meet(one: Claim, other: Claim) -> bool:
    """Whether both figures, or both dates, may be the same; False where one claim has neither, or a day is not known.

    It tells which of two pairs that are equally alike is meant, and whether an article gives a value twice. It never
    makes two claims more alike.
    """
    ours, theirs = one.figure, other.figure
    if ours and theirs:
        return ours.low <= theirs.high and theirs.low <= ours.high
    day, than = one.date, other.date
    if day is None or than is None:
        return False
    if day.clock or than.clock:
        return _hours_meet(day, than)
    if not day.anchored or not than.anchored:
        return False
    starts = [when.earliest or date.min for when in (day, than)]
    ends = [when.latest or date.max for when in (day, than)]
    return max(starts) <= min(ends)


def values_agree(one: Claim, other: Claim) -> bool:
    """Whether two values are told as the same: one day, month or hour; not by a bound, which meets anything."""
    ours, theirs = one.figure, other.figure
    if ours and theirs and ours.value != theirs.value:
        ends = ours.low, ours.high, theirs.low, theirs.high
        if Hedge.VAGUE in (ours.hedge, theirs.hedge) or not all(end.is_finite() for end in ends):
            return False
    day, than = one.date, other.date
    if (
        day
        and than
        and not day.clock
        and (day.earliest, day.latest, day.role) != (than.earliest, than.latest, than.role)
    ):
        return False
    return values_meet(one, other)


def values_apart(one: Reading, other: Reading) -> float:
    """How far two values are apart, as a handicap: 0 for two that may be the same, up to FAR for ten times as much."""
    ours, theirs = one.claim.figure, other.claim.figure
    if ours is None or theirs is None:
        same = one.kind == other.kind == "wording" or values_meet(one.claim, other.claim)
        return 0.0 if same else (OTHER_VALUE if one.kind == other.kind else OTHER_KIND)
    if one.kind != other.kind:
        return OTHER_KIND
    former = FORMER if one.earlier is not other.earlier else 0.0
    return former + _sizes_apart(one, other)


def _sizes_apart(one: Reading, other: Reading) -> float:
    """How far two figures of one kind are apart by their sizes."""
    ours, theirs = one.claim.figure, other.claim.figure
    assert ours is not None  # noqa: S101 - asked of figures only
    assert theirs is not None  # noqa: S101
    size, than = map(_size, (ours, theirs))
    if size == than:
        return 0.0
    meet = 0.0 if values_meet(one.claim, other.claim) else OTHER_VALUE
    return min(FAR, meet + FAR * abs(log10(size / than))) if size * than > 0 else FAR


def value_of(reading: Reading) -> tuple[Hashable, ...]:
    """All of a Reading that bears on how far its value is from another: two of one value stand as far from any."""
    figure, when = reading.claim.figure, reading.claim.date
    if figure is not None:
        return reading.kind, figure.low, figure.high, figure.unit == "share", reading.earlier
    return reading.kind, when and (when.earliest, when.latest, when.clock)


def of_one_size(one: Claim, other: Claim) -> bool:
    """Whether the larger figure is not above SIZE times the smaller, in one unit; never for "months" or "dozens".

    Two dates are of one size where they are given as finely and lie as near as two accounts of one day, month, year.
    """
    ours, theirs = one.figure, other.figure
    if one.date and other.date:
        return _of_one_time(one.date, other.date)
    if ours is None or theirs is None or Hedge.VAGUE in (ours.hedge, theirs.hedge):
        return False
    units = of_what(theirs.unit), of_what(ours.unit)
    alike = kind(units[0]) == kind(units[1]) == "count" or bare_degrees(*units)
    times = Decimal(1) if alike else factor(*units)
    if times is None:
        return False
    (low, high), (least, most) = _ends(ours), (end * times for end in _ends(theirs))
    less, more = (high, least) if high < least else (most, low)
    return less >= more or 0 < more <= SIZE * less


def _hours_meet(one: When, other: When) -> bool:
    """Whether both tell an hour, and it may be the same."""
    return bool(one.clock and other.clock) and near(one.clock, other.clock)


def _of_one_time(one: When, other: When) -> bool:
    if one.clock or other.clock:
        return bool(one.clock and other.clock) and abs(gap(one.clock, other.clock)) <= HOURS
    first, last = (when.earliest or when.latest for when in (one, other))
    if one.precision is not other.precision or first is None or last is None:
        return False
    return abs(first - last) <= SPAN.get(one.precision, timedelta(0))


def _ends(figure: Quantity) -> tuple[Decimal, Decimal]:
    """The ends of a range, or the number as written twice: "more than 900" is of the size of 900."""
    return (figure.low, figure.high) if figure.value is None else (abs(figure.value), abs(figure.value))


def _size(figure: Quantity) -> float:
    """One number for a figure, shares in percent."""
    ends = figure.low if figure.low.is_finite() else figure.high
    return float(ends) * (100 if figure.unit == "share" else 1)


def one_value(one: Reading, other: Reading) -> bool:
    """Whether both give one value that is not met by chance: "38.20 euros", "1.3 million people", "4:17 a.m."."""
    if one.claim.date and other.claim.date:
        return _one_date(one, other)
    ours, theirs = one.claim.figure, other.claim.figure
    if ours is None or theirs is None or ours.value is None or ours.value != theirs.value:
        return False
    measured = ours.kind == "money" or ours.kind not in EVERYDAY
    round_sum = measured and ours.unit == theirs.unit and ours.value >= ROUND
    return round_sum or len(ours.value.normalize().as_tuple().digits) >= DIGITS


def _one_date(one: Reading, other: Reading) -> bool:
    """Whether both give one minute, or one day, month or year that is not of the news: "Monday" is anything's."""
    ours, theirs = one.claim.date, other.claim.date
    if ours is None or theirs is None:
        return False
    if ours.clock or theirs.clock:
        return bool(ours.clock and theirs.clock) and one_minute(ours.clock, theirs.clock)
    if ours.earliest is None or any(map(of_the_news, (one, other))):
        return False
    return (ours.earliest, ours.latest) == (theirs.earliest, theirs.latest)


def of_the_news(reading: Reading) -> bool:
    """Whether a date is no day, month or year, or lies near that of its article: many things happened then."""
    when = reading.claim.date
    if when is None or when.clock or when.earliest is None or when.precision not in CALENDAR:
        return True
    return reading.published is not None and abs((when.earliest - reading.published).days) <= NEWS
