"""A first glance: whether a text may hold a figure at all, and which words may open one.

Two news sentences of three hold none; a look at their words spares cutting and reading them.
"""

import re
from functools import cache, lru_cache
from typing import Final

from reconcile.extract.figures import durations, tolls
from reconcile.extract.figures.amounts import parts, plural_scales, starters, vague
from reconcile.extract.figures.cardinals import MINUS, negates
from reconcile.extract.figures.measured import MEASURES
from reconcile.extract.figures.tokens import Tokens
from reconcile.extract.glance import small_words

_DIGIT: Final = re.compile("[0-9]")
_NUMERIC: Final = re.compile(r"\d|[^\W\d_a-zA-Z]")  # digits; letters that may be numeric ("½") or of another script
# What opens a figure only with one of the other words behind it: "a dozen", "some thousand", "all week".
_WEAK: Final = frozenset(["a", "an", "some", "many", "all", "another"])
_REACH: Final = 5  # tokens from such a word to the end of the longest phrase that it opens


@cache
def openers() -> frozenset[str]:
    """Words that may open a figure."""
    return starters() | durations.openers() | tolls.openers()


@cache
def _telling() -> frozenset[str]:
    """Words of which every figure in words has one."""
    behind = {phrase[-1] for rows in vague().values() for phrase, _, _ in rows}
    return (openers() | {"single", "pair", *parts(), *plural_scales(), *durations.units(), *MEASURES, *behind}) - _WEAK


def opens(t: Tokens, at: int) -> bool:
    """Whether the figure that a token may open is worth a closer look: of "a" and "-" few open one."""
    low = t.low[at]
    if low in _WEAK:
        return not _telling().isdisjoint(t.low[at + 1 : at + _REACH])
    return low not in MINUS or negates(t, at)


@lru_cache(maxsize=2)
def may_hold_figures(text: str) -> bool:
    """Whether a closer look is worth its time; kept for who asks next of the same text."""
    numeric = (_DIGIT if text.isascii() else _NUMERIC).search(text)
    return numeric is not None or not _telling().isdisjoint(small_words(text))
