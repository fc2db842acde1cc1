"""Tallies: counts that go on being counted, each as (figure, day, outlet).

What comes in: two claims that count one thing. What goes out: whether the later count is higher, which is how tallies
are, or lower, which is a revision and worth a look. "Five dead" on Monday and "nine dead" on Tuesday contradict nobody.
"""

import re
from functools import cache
from typing import Final

from reconcile import lexicon
from reconcile.compare.pair import Pair
from reconcile.compare.side import Side
from reconcile.compare.words import WORD, known, stem
from reconcile.model import Quantity, When
from reconcile.model.once import kept

_STILL: Final = re.compile(r"\b(?:still|remain(?:s|ed|ing)?)\b", re.IGNORECASE)
_CHANGED: Final = re.compile(  # what somebody sets: a reward, a fine, a limit; not "rose to", which is how things go
    r"\b(?:raised|lifted|increased|lowered|cut|reduced|doubled|trebled|tripled|upped|hiked|halved|extended|shortened"
    r"|brought (?:up|down))\b[^,;:]{0,40}\bto$",
    re.IGNORECASE,
)


@kept
def counted(pair: Pair) -> bool:
    """Whether both count people to whom something befell: the dead, the missing, those who fled.

    Things are left out: four villages "destroyed" are no later count of five villages "damaged".
    """
    return all(about.measure for about in pair.both) and all(map(_people, (pair.left, pair.right)))


@kept
def people(pair: Pair) -> bool:
    """Whether both count people, whatever they are called: "nine dead", "nine miners", "nine in intensive care"."""
    told = [None if s.figure.unit is None else "person" in s.nouns for s in (pair.left, pair.right)]
    return all(told) or (False not in told and (graded(pair) or counted(pair)))


def graded(pair: Pair) -> bool:
    """Whether both count those who are badly off in one way, or are still in hospital."""
    a, b = pair.both
    return not known().grades.keys().isdisjoint(a.marks & b.marks)


def _people(side: Side) -> bool:
    whole = side.figure.low == side.figure.low.to_integral_value()  # "lost 1.16 percent to 7,465.95"
    return side.figure.kind == "count" and whole and (side.figure.unit is None or "person" in side.nouns)


@kept
def counting(side: Side) -> bool:
    """Whether a count is told as one that goes on being counted: "the toll rose to 16", "the first count of ten"."""
    assert side.claim.quantity is not None  # noqa: S101 - asked only of figures
    before = side.claim.quote[: side.claim.quantity.span.start - side.claim.span.start]
    return not _counting().isdisjoint(stem(word.lower()) for word in WORD.findall(before))


@cache
def _counting(language: str = "en") -> frozenset[str]:
    table = lexicon.entries("stated", language)
    return frozenset(stem(word) for key in ("reached", "tallies") for word in table[key]["words"].split())


def grew(pair: Pair) -> bool:
    """Whether the one stated for the later day is the higher; of people who are missing, also the lower."""
    ends = _in_time(pair)
    if ends is not None and pair.left.subject.measure == "missing":
        return True
    return ends is not None and ends[0].low <= ends[1].low and ends[0].high <= ends[1].high


def fell(pair: Pair) -> bool:
    """Whether they are stated for different days and the later is lower; "at least 123" is not less than 153."""
    ends = _in_time(pair)
    return ends is not None and not grew(pair) and ends[1].high < ends[0].low


def changed(pair: Pair) -> bool:
    """Whether one says that its figure was set anew after the day of the other, or is what is left of it by then.

    "Was raised on Friday to 40"; "250,000 homes lost power", and two days later "120,000 are still without".
    """
    first = earlier(pair)
    later = pair.right if first is pair.left else pair.left
    if first is None or first.day is None:
        return False
    befell = counted(pair) or "person" in later.nouns  # of people it is told how many are found
    things = later.figure.kind == "count" and not befell
    if things and _STILL.search(later.claim.quote) and later.figure.high < first.figure.low:
        return True
    if not _changed_to(later):
        return False
    clause = later.claim.span  # "raised it on Monday to 40, and will meet on Thursday": the day of the change is Monday
    told = (fellow.claim.when for fellow in later.beside)
    days = (when.value.earliest for when in told if when and when.span.within(clause) and isinstance(when.value, When))
    return any(day is not None and day > first.day for day in days)


@kept
def _changed_to(side: Side) -> bool:
    assert side.claim.quantity is not None  # noqa: S101 - asked only of figures
    before = side.source.text[side.claim.sentence.start : side.claim.quantity.span.start]
    return _CHANGED.search(" ".join(before.split())) is not None


def earlier(pair: Pair) -> Side | None:
    """The side stated for the earlier day, or of one day published earlier; None where that is unknown or the same."""
    first, last = pair.left.day, pair.right.day
    if first is not None and first == last:
        if by_hour(pair):
            hours = _hour(pair.left), _hour(pair.right)
            return None if hours[0] == hours[1] else pair.left if hours[0] < hours[1] else pair.right
        # "killed two", in the paper of the day; "three, it said on the day", in that of the next
        first, last = pair.left.source.published, pair.right.source.published
    if first is None or last is None or first == last:
        return None
    return pair.left if first < last else pair.right


def by_hour(pair: Pair) -> bool:
    """Whether two figures of one day are each told for a part of it."""
    return pair.left.day == pair.right.day and min(_hour(pair.left), _hour(pair.right)) >= 0


def _hour(side: Side) -> int:
    """The part of the day for which a figure is stated, as a number that grows; -1 where it is not told."""
    day = side.told.claim.as_of
    told = (other.claim.when.text for other in side.told.beside if other.claim.when and other.claim.date == day)
    return next((found for text in told if (found := _hours().get(text.split()[-1].lower(), -1)) >= 0), -1)


@cache
def _hours(language: str = "en") -> dict[str, int]:
    return {word: at for at, words in enumerate(lexicon.entries("scope", language)["hours"]) for word in words.split()}


def _in_time(pair: Pair) -> tuple[Quantity, Quantity] | None:
    """The two figures of a tally, earlier day first; None where it is none or the days are not known to differ."""
    first = earlier(pair)
    if first is None or not counted(pair):
        return None
    a, b = pair.figures
    meet = max(a.low, b.low) <= min(a.high, b.high)
    if meet and (a.high.is_finite() or b.high.is_finite()):  # "up to 900" and "750 to 900": nothing grew or fell
        return None
    return (a, b) if first is pair.left else (b, a)
