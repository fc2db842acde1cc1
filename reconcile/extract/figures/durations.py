"""Lengths of time that no number opens: "for a week", "the past decade", "for years", "all day".

In: tokens and a place. Out: a `Number` that brings its unit with it, or None. A length with a number ("six-week",
"several years", "half an hour") is an ordinary figure with a unit of time; `numbers` and `units` read it.
The words lie in `lexicon/en/durations.yaml`.

    mixed      "two-and-a-half years", "a 2-1/2-year lease", "the past two quarters", "a quarter century"
    article    "for a week", "a year after the flood"; not "twice a week"
    the last   "over the past decade", "within the next year"; "last year" is a date
    whole      "all week", "another month", "a full year", "the entire week", "a year-long siege", "a weeklong trip"
    vague      "for years", "the last few days", "a months-long strike": at least two, fewer than make the next unit up
"""

from decimal import Decimal
from functools import cache
from typing import Final

from reconcile.extract.figures.amounts import Number, scales, words
from reconcile.extract.figures.cardinals import digits
from reconcile.extract.figures.tokens import Tokens
from reconcile.lexicon import entries

_ONE: Final = Decimal(1)
_HALF: Final = Decimal("0.5")
_QUARTER: Final = Decimal("0.25")
_HALVES: Final = [(tail.split(), share) for tail, share in {
    "- and - a - half": _HALF, "- and - one - half": _HALF, "and - a - half": _HALF,
    "- and a half": _HALF, "- 1 / 2": _HALF, "- 1 / 4": _QUARTER, "- 3 / 4": Decimal("0.75"),
    "- ½": _HALF,
}.items()]  # fmt: skip
_SHARES: Final = (1, 3)  # "three quarters" is a share where nothing tells; two or five quarters are of a year
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
    return frozenset((*_plurals(), *_words("the_last"), *_long(), "all", "another", "entire", "whole", "few"))


@cache
def _long() -> dict[str, str]:
    """Units in the singular, with and without "long" at their end, and the unit each stands for."""
    units = (*entries("durations")["units"], "decade", "century")
    return {f"{unit}{long}": unit for unit in units for long in ("", "long")}


def mixed(t: Tokens, at: int) -> Number | None:
    """A length whose number reads otherwise alone: "two-and-a-half years", "2-1/2-year", "the past two quarters"."""
    word = t.low[at]
    if word == "quarter":
        last = at + 1 + (t.word(at + 1) == "-")
        if t.word(last) != "century":
            return None
        return Number(at, last + 1, _QUARTER, _QUARTER, unit="century", rule="part of a century")
    if t.word(at + 1) not in _behind_a_whole():
        return None
    whole = words().get(word) or digits(t.raw[at])
    if whole is None or whole != int(whole):
        return None
    if t.word(at + 1) == "quarters" and (whole not in _SHARES or t.word(at - 1) in _words("quarters_after")):
        return Number(at, at + 2, whole, whole, unit="quarter", rule="quarters of a year")
    unit = _plurals().get(t.word(at + 1), (_long().get(t.word(at + 1), ""),))[0]
    more, last = _part_behind(t, at + 2)
    if unit and more:
        return Number(at, last, whole + more, whole + more, unit=unit, rule="a number and a half")
    share, last = _half_on(t, at)
    unit = t.word(last + (t.word(last) == "-"))
    if last == at or not (unit in _plurals() or unit in _long() or unit in ("decades", "centuries")):
        return None
    return Number(at, last, whole + share, whole + share, rule="a number and a half")


def _part_behind(t: Tokens, at: int) -> tuple[Decimal, int]:
    """What "and a half", "and a quarter" behind a unit add, and the token after it: "three years and a half"."""
    last = at + 2 + (t.word(at + 1) == "a")
    share = {"half": _HALF, "quarter": _QUARTER}.get(t.word(last - 1), Decimal(0))
    goes_on = t.word(last) in ("of", "a", "an", *_words("whose"), *scales())
    return (Decimal(0), at) if t.word(at) != "and" or goes_on else (share, last)


@cache
def _behind_a_whole() -> frozenset[str]:
    """What stands behind the whole number of such a length."""
    return frozenset(("-", "and", "quarters", *_plurals(), *_long()))


def _half_on(t: Tokens, at: int) -> tuple[Decimal, int]:
    """What "-and-a-half", "-1/2" after a number add, and the token after it; that number's own where there is none."""
    if t.word(at + 1) in ("-", "and"):
        for tail, share in _HALVES:
            if t.low[at + 1 : at + 1 + len(tail)] == tail:
                return share, at + 1 + len(tail)
    return Decimal(0), at


def length(t: Tokens, at: int) -> Number | None:
    """The length of time that begins at a token, or None."""
    word = t.low[at]
    if word in ("a", "an"):
        return _article(t, at)
    if word in _plurals():
        return _lasting(t, at) or _vague(t, at)
    if word in ("all", "another"):
        return _whole(t, at)
    if word == "few":
        return _few(t, at)
    if word in _long():
        return _lasting(t, at)
    return _the_last(t, at) if word in _words("the_last") else None


def _one(t: Tokens, at: int) -> bool:
    return f"{t.word(at)}s" in _plurals() or t.word(at) in ("decade", "century")


def _article(t: Tokens, at: int) -> Number | None:
    """Such as "for a year", "a week after", "a full week": the article counts one where a time is measured by it."""
    if t.word(at + 1) in _words("full") and _one(t, at + 2):
        return Number(at, at + 2, _ONE, _ONE, rule="one span of time")
    if not _one(t, at + 1) or (t.word(at + 1) == "second" and _goes_on(t, at + 2)):
        return None
    lead, tail = t.word(at - 1), t.word(at + 2)
    if at and t.raw[at - 1][:1].isdigit():
        return None  # "15 a year"
    more, last = _part_behind(t, at + 2)
    if more:
        return Number(at, last, _ONE + more, _ONE + more, unit=t.word(at + 1), rule="one span of time")
    lasting = lead == "of" and t.word(at - 2) in _words("course")
    measured = lasting or lead in _words("measuring") or tail in ("after", "before", "long")
    measured = measured or t.low[at + 2 : at + 4] in (["or", "so"], ["or", "more"], ["or", "less"])
    served = tail == "in" and t.word(at + 3) in _words("served")
    if tail == "of":
        measured = lead in ("for", "after", "nearly", "almost") or t.word(at + 3) not in _words("whose")
    return Number(at, at + 1, _ONE, _ONE, rule="one span of time") if measured or served else None


def _goes_on(t: Tokens, at: int) -> bool:
    """Whether a noun follows: "for a second day" tells which day, not how long."""
    return t.word(at).isalpha() and t.word(at) not in _words("on")


def _the_last(t: Tokens, at: int) -> Number | None:
    """Such as "the past decade", "within the next year"; "last year", "next week" are dates."""
    if t.word(at - 1) not in ("the", "this") or not _one(t, at + 1):
        return None
    if t.word(at + 1) == "day" and t.low[at] in ("next", "last", "coming"):
        return None  # "the next day" is a date
    return Number(at, at + 1, _ONE, _ONE, rule="one span of time")


def _whole(t: Tokens, at: int) -> Number | None:
    """Such as "all day", "another week"; not "all year groups"."""
    if not _one(t, at + 1) or (
        t.low[at] == "all" and t.word(at + 2)[:1].isalpha() and t.word(at + 2) not in _words("on")
    ):
        return None
    return Number(at, at + 1, _ONE, _ONE, rule="one span of time")


def _few(t: Tokens, at: int) -> Number | None:
    """Such as "the last few days", "in the next few weeks"; "few days" are none."""
    unit = t.word(at + 1)
    if t.word(at - 1) not in _words("the_last") or unit not in (*_plurals(), "decades"):
        return None
    low, high = entries("numbers")["few"]["few"]
    return Number(at, at + 1, Decimal(low), Decimal(high), rule="vague length")


def _lasting(t: Tokens, at: int) -> Number | None:
    """Such as "a year-long siege", "a weeklong trip", "a months-long strike"; not "a two-year-long one"."""
    word = t.low[at]
    written = word.endswith("long")
    if not written and t.low[at + 1 : at + 3] != ["-", "long"]:
        return None
    if t.word(at - 1) == "-" or t.word(at - 1)[:1].isdigit() or t.word(at - 1) in words():
        return None
    last = at + (1 if written else 3)
    if word in _plurals():
        unit, most = _plurals()[word]
        return Number(at, last, Decimal(2), most, unit=unit, rule="vague length")
    return Number(at, last, _ONE, _ONE, unit=_long()[word], rule="one span of time")


def _vague(t: Tokens, at: int) -> Number | None:
    """Such as "for years", "in recent weeks", "over the years", "after months of talks"; not "the years of war"."""
    first = at
    while first > at - _LEAD and t.word(first - 1) in _words("between"):
        first -= 1
    if t.word(first - 1) not in _words("lasting"):
        return None
    unit, most = _plurals()[t.low[at]]
    return Number(at, at + 1, Decimal(2), most, unit=unit, rule="vague length")
