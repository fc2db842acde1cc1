"""How many times as much: "tenfold", "doubled", "will triple", "halved", "twice as many", "double the risk", "twice".

In: tokens and a place. Out: a Number that brings its unit with it, or None. "Doubled" is a rise by the factor two,
"halved" a fall by half. "Five times as many" is an ordinary number; `units` reads the rest.
"""

from decimal import Decimal
from functools import cache
from typing import Final

from reconcile.extract.figures.amounts import Number
from reconcile.extract.figures.tokens import Tokens
from reconcile.lexicon import entries
from reconcile.model import Change

_TO: Final = frozenset(["to", "will", "would", "could", "should", "may", "might", "can", "must", "nearly", "almost"])
_MORE: Final = frozenset([
    "as", "the", "its", "their", "his", "her", "that", "what", "this", "last", "our", "your", "those", "any",
])  # fmt: skip
# "doubled as a school", "doubled back"
_OTHERWISE: Final = frozenset(["as", "back", "over", "up", "down", "-", "figures", "digits"])


@cache
def factors(name: str) -> dict[str, Decimal]:
    """The words of one kind and the factor each stands for."""
    return {word: Decimal(value) for word, value in entries("numbers")[name].items()}


def multiple(t: Tokens, at: int) -> Number | None:
    """The multiple that stands at a token, or None."""
    word, after = t.low[at], t.word(at + 1)
    if word in factors("folds"):
        return _fold(at, factors("folds")[word], Change.LEVEL)
    changed = factors("changed").get(word)
    if changed is None and t.word(at - 1) in _TO:
        changed = factors("to_change").get(word)
    if changed is not None:
        return None if after in _OTHERWISE else _fold(at, changed, Change.FALL if changed < 1 else Change.RISE)
    if word not in factors("times"):
        return None
    times = factors("times")[word]
    if after in _MORE:
        return _fold(at, times, Change.LEVEL)
    often = word in ("twice", "thrice") and after != "-" and t.word(at - 1) not in ("or", "-")
    return Number(at, at + 1, times, times, unit="time", rule="how often") if often else None


def _fold(at: int, value: Decimal, change: Change) -> Number:
    """A factor; below one it is a part of the whole."""
    unit = "share" if value < 1 else "fold"
    return Number(at, at + 1, value, value, share=value < 1, unit=unit, change=change, rule="multiple")
