"""Tolls that are told by the last of the dead: "a tenth person has died", "an eighth fatality".

In: tokens and a place. Out: a `Number` of people, or None. "The third victim" is somebody, and "the third death this
month" is none of the toll; only what is told as news ("a third") says how far a toll has come.
"""

from decimal import Decimal
from functools import cache
from typing import Final

from reconcile.extract.figures.amounts import Number, words
from reconcile.extract.figures.nouns import PERSON
from reconcile.extract.figures.tokens import Tokens
from reconcile.lexicon import entries

_ARTICLES: Final = frozenset(["a", "an"])
_ENDS: Final = frozenset(["st", "nd", "rd", "th"])
_FIRST: Final = 2  # "a first death" is one


@cache
def openers() -> frozenset[str]:
    """The words that may open one, digits apart."""
    return frozenset(word for word, value in _ordinals().items() if value >= _FIRST)


def last_of_them(t: Tokens, at: int) -> Number | None:
    """How many have died, where the ordinal of the last of them begins at a token."""
    value, last = _ordinal(t, at)
    if value < _FIRST or t.word(at - 1) not in _ARTICLES:
        return None
    noun = last + (t.word(last) in _listed("said_to_be"))
    died = noun + 1
    while t.word(died) in _listed("helping"):
        died += 1
    tells = t.word(noun) in _listed("deaths") or (
        t.word(noun) in _listed("anybody") and t.word(died) in _listed("died")
    )
    told = Decimal(value)
    return Number(at, last, told, told, unit=PERSON, rule="the last of a toll") if tells else None


def _ordinal(t: Tokens, at: int) -> tuple[int, int]:
    """The number that an ordinal at a token is of, and where it ends: "eighth", "29th", "twenty-first"; 0 if none."""
    word = t.word(at)
    if word.isdecimal():
        return (int(word), at + 2) if t.word(at + 1) in _ENDS and t.glued(at + 1) else (0, at)
    if t.word(at + 1) == "-" and t.word(at + 2) in _ordinals() and word in words():
        return int(words()[word]) + _ordinals()[t.word(at + 2)], at + 3
    return _ordinals().get(word, 0), at + 1


@cache
def _ordinals() -> dict[str, int]:
    return {word: int(value) for word, value in entries("dates")["ordinals"].items()}


@cache
def _listed(name: str) -> frozenset[str]:
    """A list of `lexicon/en/tolls.yaml`."""
    return frozenset(entries("tolls")[name].split())
