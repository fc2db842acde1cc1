"""Lengths of time that no number opens: "for a week", "the past decade", "for years", "all day".

In: tokens and a place. Out: a `Number` that brings its unit with it, or None. A length with a number ("six-week",
"several years", "half an hour") is an ordinary figure with a unit of time; `numbers` and `units` read it.
The words lie in `lexicon/en/durations.yaml`.

    article    "for a week", "a year after the flood"; not "twice a week"
    the last   "over the past decade", "within the next year"; "last year" is a date
    whole      "all week", "another month", "a full year"
    vague      "for years", "in recent months", "weeks of talks": at least two, fewer than make the next unit up
"""

from decimal import Decimal
from functools import cache
from typing import Final

from reconcile.extract.figures.amounts import Number
from reconcile.extract.figures.tokens import Tokens
from reconcile.lexicon import entries

_ONE: Final = Decimal(1)
_ONE_AND_A_HALF: Final = Decimal("1.5")
_LEAD: Final = 3  # words between "for" and the unit that may stand there: "over the past few years"


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(entries("durations")[name].split())


@cache
def _plurals() -> dict[str, tuple[str, Decimal]]:
    """Units in the plural, with the unit and how many of it stay below the next one up."""
    return {f"{unit}s": (unit, Decimal(most)) for unit, most in entries("durations")["units"].items()}


@cache
def units() -> frozenset[str]:
    """The units that a length is told by, in the singular and the plural."""
    return frozenset((*_plurals(), *(unit for unit, _ in _plurals().values()), "decade", "century"))


@cache
def openers() -> frozenset[str]:
    """Words that may open such a length, besides those that open a number."""
    return frozenset((*_plurals(), *_words("the_last"), "all", "another"))


def length(t: Tokens, at: int) -> Number | None:
    """The length of time that begins at a token, or None."""
    word = t.low[at]
    if word in ("a", "an"):
        return _article(t, at)
    if word in _plurals():
        return _vague(t, at)
    if word in ("all", "another"):
        return _whole(t, at)
    return _the_last(t, at) if word in _words("the_last") else None


def _one(t: Tokens, at: int) -> bool:
    return f"{t.word(at)}s" in _plurals() or t.word(at) in ("decade", "century")


def _article(t: Tokens, at: int) -> Number | None:
    """Such as "for a year", "a week after", "a full week": the article counts one where a time is measured by it."""
    if t.word(at + 1) in _words("full") and _one(t, at + 2):
        return Number(at, at + 2, _ONE, _ONE, rule="one span of time")
    if not _one(t, at + 1):
        return None
    lead, tail = t.word(at - 1), t.word(at + 2)
    if at and t.raw[at - 1][:1].isdigit():
        return None  # "15 a year"
    if t.low[at + 2 : at + 5] == ["and", "a", "half"]:
        return Number(at, at + 5, _ONE_AND_A_HALF, _ONE_AND_A_HALF, unit=t.word(at + 1), rule="one span of time")
    measured = lead in _words("measuring") or tail in ("after", "before", "long")
    measured = measured or t.low[at + 2 : at + 4] in (["or", "so"], ["or", "more"], ["or", "less"])
    served = tail == "in" and t.word(at + 3) in _words("served")
    if tail == "of":
        measured = lead in ("for", "after", "nearly", "almost")
    return Number(at, at + 1, _ONE, _ONE, rule="one span of time") if measured or served else None


def _the_last(t: Tokens, at: int) -> Number | None:
    """Such as "the past decade", "within the next year"; "last year", "next week" are dates."""
    if t.word(at - 1) not in ("the", "this") or not _one(t, at + 1):
        return None
    return Number(at, at + 1, _ONE, _ONE, rule="one span of time")


def _whole(t: Tokens, at: int) -> Number | None:
    """Such as "all day", "another week"; not "all year groups"."""
    if not _one(t, at + 1) or (
        t.low[at] == "all" and t.word(at + 2)[:1].isalpha() and t.word(at + 2) not in _words("on")
    ):
        return None
    return Number(at, at + 1, _ONE, _ONE, rule="one span of time")


def _vague(t: Tokens, at: int) -> Number | None:
    """Such as "for years", "in recent weeks", "over the years", "after months of talks"; not "the years of war"."""
    first = at
    while first > at - _LEAD and t.word(first - 1) in _words("between"):
        first -= 1
    if t.word(first - 1) not in _words("lasting"):
        return None
    unit, most = _plurals()[t.low[at]]
    return Number(at, at + 1, Decimal(2), most, unit=unit, rule="vague length")
