"""Calculations with time: lengths and ends, changes and levels, rates and sums, ages and births.

What comes in: the claims of a topic, or of all topics. What goes out: pairs with a Comparison; see `arithmetic`.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations
from typing import Final

from reconcile.compare.around import following
from reconcile.compare.lengths import SERVED
from reconcile.compare.numbers import plainly
from reconcile.compare.pair import Pair
from reconcile.compare.reckoned import MOST, POINT, Compared, level, of_kind, said
from reconcile.compare.side import Side
from reconcile.compare.words import known
from reconcile.model import Change, Hedge, Precision, Quantity, Role
from reconcile.model.notation import number
from reconcile.model.units import factor

ALIKE: Final = 0.5  # of the shorter one's words, for a length of time and the days it ran between
_THEN: Final = re.compile(  # an age that may be of another year
    r"\b(?:when|while|then|ago|(?<!died at the )age of|turned)\b|\b(?:was|were) (?:\w+ )?\d"
)
_BORN: Final = (Precision.DAY, Precision.MONTH, Precision.YEAR)


def durations(told: Sequence[Side]) -> Iterator[Compared]:
    """A length of time, and the days it ran between: "the six-week siege" and "from 27 September to 9 November"."""
    lengths = [side for side in of_kind(told, "time") if level(side, *POINT)]
    spans = [side for side in told if side.claim.date and side.when.earliest and side.when.latest
             and (side.when.precision is Precision.INTERVAL or side.when.role is Role.BETWEEN)][:MOST]  # fmt: skip
    for length in lengths:
        day = factor(length.figure.unit, "day")
        for span in spans:
            if day is None or not span.when.earliest or not span.when.latest or Pair(length, span).alike < ALIKE:
                continue
            if _still_to_run(length, span):
                continue
            days = (span.when.latest - span.when.earliest).days + 1
            stated = (length.figure.value or length.figure.low) * day
            if abs(days - stated) <= max(day / 2, stated / 10):
                unit = f"{length.figure.unit}s"
                shown = (
                    f"{span.when.earliest} to {span.when.latest} is {days} days, "
                    f"{number(round(days / day, 1))} {unit}, against {number(round(stated / day, 1))}"
                )
                yield Pair(length, span), said("duration_v_endpoints", shown)
                break


def _still_to_run(length: Side, span: Side) -> bool:
    """Whether a term was set when the days were over: "gets four years for bribes", taken "between 2016 and 2019"."""
    over = length.day is None or span.when.latest is None or span.when.latest < length.day
    term = not known().set_by.isdisjoint(length.subject.stems) and not SERVED.search(length.claim.about)
    return over and (term or following(length.claim, length.source)[:1] == ["for"])


def changes(told: Sequence[Side]) -> Iterator[Compared]:
    """A change, and the two levels it leads between: 20 on Monday, five more, 25 on Tuesday."""
    figured = [side for side in told if side.claim.figure is not None and side.figure.value is not None][:MOST]
    moved = [side for side in figured if side.figure.change is not Change.LEVEL]
    levels = [side for side in figured if level(side, *POINT)]
    for change in moved:
        for old, new in permutations(levels, 2):
            two_days = old.day is not None and new.day is not None and old.day < new.day
            one_breath = "was" in old.subject.marks and old.claim.sentence == new.claim.sentence  # "66, up from 60"
            related = Pair(change, new).shared >= 2 and Pair(old, new).shared >= 2
            if (two_days or one_breath) and related and (shown := _moved(change.figure, old.figure, new.figure)):
                one, other = (change, old) if old.source is new.source is not change.source else (old, change)
                yield Pair(one, new), said("change_v_levels", shown, [other])
                break


def _moved(change: Quantity, old: Quantity, new: Quantity) -> str:
    by, first, last = change.value, old.value, new.value
    if by is None or first is None or last is None or old.unit != new.unit or not first:
        return ""
    sign = 1 if change.change is Change.RISE else -1
    if change.unit == "percent" and old.unit != "percent":
        fits = abs(first * (1 + sign * by / 100) - last) <= abs(last) / 100
        return f"{plainly(first)} {'+' if sign > 0 else '−'} {number(by)}% = about {plainly(last)}" if fits else ""
    if change.unit not in (old.unit, "percentage point" if old.unit == "percent" else old.unit):
        return ""
    return (
        f"{plainly(first)} {'+' if sign > 0 else '−'} {plainly(by)} = {plainly(last)}"
        if first + sign * by == last
        else ""
    )


def rates(told: Sequence[Side]) -> Iterator[Compared]:
    """What is paid or made in a time, and the sum of it all: "3 million a year for four years", "12 million"."""
    lengths = [side for side in of_kind(told, "time") if level(side, Hedge.EXACT)]
    for rate in (side for side in of_kind(told, "rate") if level(side, *POINT)):
        of, _, each = (rate.figure.unit or "").partition(" per ")
        for whole in (side for side in of_kind(told, "money", "count") if level(side, *POINT)):
            if whole.figure.unit != of or whole.source is rate.source or not Pair(rate, whole).shared:
                continue
            for length in lengths:
                times = factor(length.figure.unit, each)
                said_of = any(length.source is s.source and length.claim.sentence == s.claim.sentence
                              for s in (rate, whole))  # fmt: skip
                if times and said_of and (shown := _sum(rate.figure, length.figure, times, whole.figure)):
                    yield Pair(rate, whole), said("rate_v_sum", shown, [length])
                    break


def _sum(rate: Quantity, length: Quantity, times: Decimal, whole: Quantity) -> str:
    """The calculation, where it comes out; "" where it does not."""
    long = length.low * times
    if not whole.low <= rate.high * long or not rate.low * long <= whole.high:
        return ""
    come_to = (rate.value or rate.low) * long
    return f"{plainly(rate.value or rate.low)} × {number(long)} = {plainly(come_to)}, against {plainly(whole.low)}"


def ages(told: Sequence[Side]) -> Iterator[Compared]:
    """An age, and the year of birth: 34 in a paper of 2024, born in 1990 or 1989."""
    aged = [side for side in of_kind(told, "age") if level(side, Hedge.EXACT) and side.source.published]
    born = [
        side for side in told if side.claim.date and side.when.earliest and "born" in side.claim.about.lower().split()
    ]
    for age in aged:
        for birth in born[:MOST]:
            if not age.subject.names & birth.subject.names or not age.source.published or not birth.when.earliest:
                continue
            now, then = age.source.published.year, birth.when.earliest.year
            shown = f"{now} − {then} = {now - then}, against {number(age.figure.low)}"
            if now - then - 1 <= age.figure.low <= now - then:
                yield Pair(age, birth), said("age_v_birth", shown)
            elif _one_person(age, birth) and not now - then - 2 <= age.figure.low <= now - then + 1:
                yield Pair(age, birth), said("age_off", shown)


def _one_person(age: Side, birth: Side) -> bool:
    """Whether an age of now and a birth are plainly those of one person: no "when he was 20", nobody else named."""
    owners, born = age.subject.owners, birth.subject.names
    two = age.claim.source != birth.claim.source and not _THEN.search(age.sentence)
    one = bool(owners) and (owners <= born or born <= owners)
    return two and one and birth.when.precision in _BORN and _only_age(age)


def _only_age(age: Side) -> bool:
    """Whether the article gives no other age that may be of the same person: a life is told by many."""
    ours = age.subject.owners
    ages = age.fellows_of("age")
    return all(side.figure.low == age.figure.low for side in ages if not side.subject.owners - ours)
