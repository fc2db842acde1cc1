"""Numbers as they are written: whether an article tells the other's as well, so that the two are of two things.

What comes in: a Pair of claims with a figure each. What goes out: yes or no.
"""

import re
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import Final

from reconcile.compare.pair import Pair
from reconcile.compare.side import Side
from reconcile.compare.words import WORD, known, stem
from reconcile.model import Claim, Hedge, Quantity
from reconcile.model.notation import number as digits
from reconcile.model.units import EVERYDAY

_NEAR: Final = 40  # characters after a number in which its noun stands
_INSIDE: Final = re.compile(r"[\w.,]")  # before what is no number of its own: the "50" of "1,250"
_SCALE: Final = re.compile(r"(?:hundred|thousand|million|billion|trillion)$")
_SCALED: Final = re.compile(r"\d[\d.,]*(?:[ -](?:hundred|thousand|million|billion|trillion)\b)?(?<![.,])")
_GOES_ON: Final = re.compile(r"\w|[.,]\d")
_PAIR: Final = 2  # people or things; no more stand in every article


def in_sentence(pair: Pair) -> bool:
    """Whether either sentence has the other's number as well: "six AK-47 rifles" holds no difference of 6 and 47."""
    for one, other in pair.ways:
        number = _number(one.claim)
        if number and number <= other.subject.numbers and _such(number, one, other):
            return True
    return False


def _such(number: frozenset[str], one: Side, other: Side) -> bool:
    """Whether a number in the sentence of `other` may count what `one` does: no "12 held" beside "12 hurt"."""
    mine = one.subject
    same = [side.subject for side in other.beside if side.claim.figure and number <= _number(side.claim)]
    return not same or any(
        (not s.heads or not mine.heads.isdisjoint(s.heads)) and s.measure in (mine.measure, "") for s in same
    )


def _number(claim: Claim) -> frozenset[str]:
    return written(claim.quantity.text if claim.quantity else "")


def in_article(pair: Pair) -> bool:
    """Whether either article also has the other's number for such things: "seven years" here, "twelve years" there."""
    two = pair.left.claim.source != pair.right.claim.source
    return two and (_has(pair.left, pair.right) or _has(pair.right, pair.left))


def _has(one: Side, other: Side) -> bool:
    alike = one.fellows_of(other.figure.kind) if one.figure.kind not in EVERYDAY else ()
    if any(_equal(fellow.figure, other.figure) for fellow in alike if fellow is not one):
        return True  # "a quake measuring 3.8" beside "the magnitude-5.9 quake"
    if any(_about(fellow.figure, other.figure) for fellow in one.beside if fellow is not one and fellow.claim.figure):
        return True  # "the pilot had flown 4,916 hours and the co-pilot 6,922", "some 5,000 hours"
    if _updated(one, other):
        return True
    number = _whole(other.claim.quantity.text if other.claim.quantity else "")
    stands = standing(one.source.text, number) if number else ()
    if not stands:
        return False
    about = one.subject.heads | other.subject.heads | {stem(one.figure.unit or ""), stem(other.figure.unit or "")}
    own = one.claim.quantity.span if one.claim.quantity else one.claim.span
    others = [start for start, near in stands if not own.start <= start < own.end and not about.isdisjoint(near)]
    return any(not _befell_others(one, other, start) for start in others)


def _befell_others(one: Side, other: Side, at: int) -> bool:
    """Whether the number there is of people to whom something else befell: "12 fell ill" beside a toll of 12 dead."""
    told = (side for side in one.fellows if (own := side.claim.quantity) and own.span.start <= at < own.span.end)
    measures = {side.subject.measure for side in told}
    return bool(other.subject.measure) and bool(measures) and measures.isdisjoint(("", other.subject.measure))


def updated(pair: Pair) -> bool:
    """Whether the article of the lower of two tolls gives the other as well: "it killed 14 at once", "rose to 16"."""
    return any(_updated(one, other) for one, other in pair.ways)


def _updated(one: Side, other: Side) -> bool:
    return one.figure.low < other.figure.low and _tells_too(one, other)


def told_too(pair: Pair) -> bool:
    """Whether two articles give two tolls and one of them the other as well: "killed 16", "at first it was 14"."""
    return pair.left.claim.source != pair.right.claim.source and any(_tells_too(one, other) for one, other in pair.ways)


def _tells_too(one: Side, other: Side) -> bool:
    if not one.subject.measure or one.subject.measure != other.subject.measure:
        return False
    return any(_same_toll(fellow, other) for fellow in one.fellows_of("count") if fellow is not one)


def _same_toll(one: Side, other: Side) -> bool:
    """Whether an article's count of those to whom something befell is the other's: "at least 16" is "16".

    One or two of something stand in every article.
    """
    same = one.subject.measure == other.subject.measure and one.subject.groups == other.subject.groups
    value = one.figure.value
    return same and value is not None and value == other.figure.value and value > _PAIR


def _equal(a: Quantity, b: Quantity) -> bool:
    return (a.unit, a.low, a.high) == (b.unit, b.low, b.high)


def _about(exact: Quantity, told: Quantity) -> bool:
    """Whether one is what the other says roughly."""
    value = exact.value
    rough = told.hedge is Hedge.APPROX and exact.unit == told.unit
    return rough and value is not None and told.low <= value <= told.high


@lru_cache(maxsize=1 << 12)
def _whole(text: str) -> str:
    """The number of a figure with its scale, as it is written: "40 million" of "some 40 million euros"."""
    line = " ".join(text.split())
    if found := _SCALED.search(line):
        return found[0]
    runs = (
        " ".join(run) for named, run in groupby(line.split(), lambda word: word.lower() in known().numbers) if named
    )
    return max(runs, key=len, default="")


@lru_cache(maxsize=1 << 13)
def standing(text: str, number: str) -> tuple[tuple[int, frozenset[str]], ...]:
    """Where a number stands in an article, each with the stems of the words behind it."""
    found: list[tuple[int, frozenset[str]]] = []
    start = text.find(number)
    while start >= 0:
        end = start + len(number)
        if not (start and _INSIDE.match(text, start - 1)) and not _GOES_ON.match(text, end):
            words = WORD.findall(text[end : end + _NEAR])[:3]
            if not (words and _SCALE.match(words[0])):  # "40" is not the number of "40 million"
                found.append((start, frozenset(stem(word.lower()) for word in words)))
        start = text.find(number, end)
    return tuple(found)


@lru_cache(maxsize=1 << 12)
def written(text: str) -> frozenset[str]:
    """The numbers in the words of a figure, in digits or letters."""
    return frozenset(re.findall(r"\d[\d.,]*(?<![.,])", text)) | frozenset(
        word for word in re.findall(r"[a-z]+", text.lower()) if word in known().numbers
    )


def plainly(value: Decimal) -> str:
    """A number as a calculation shows it."""
    return f"{round(value):,}" if abs(value) >= 1000 else digits(round(value, 2))
