"""The unit of one number: its own, that of its age, of the whole it is a part of, or that of the number behind it.

5 km   $3 a share   34-year-old   a quarter of a percentage point   21.5 to 30.5 percent
"""

from decimal import Decimal
from functools import cache
from typing import Final

from reconcile.extract.figures import units
from reconcile.extract.figures.amounts import Number
from reconcile.extract.figures.cardinals import SIDES
from reconcile.extract.figures.numbers import number
from reconcile.extract.figures.tokens import Tokens
from reconcile.lexicon import entries

_PAID: Final = 7  # words before pounds among which one may tell that they are money
_PARTS_OF_ONE: Final = ("fraction", "half a unit")
_LINKS: Final = ("and", "or", "to", "by", "x", "×", ",")
_IN_A_ROW: Final = 4  # numbers that share the unit of the last
_LIST: Final = 8  # tokens from a comma to the "and" that ends its list
_BRACKETS: Final = {"(": ")", "[": "]", "{": "}", "<": ">"}
MEASURES: Final = frozenset(["mile", "kilometre", "kilometer", "metre", "meter", "yard", "foot", "inch"])
_WAY: Final = frozenset(["from", "off", "away", "offshore", "north", "south", "east", "west", "upstream", "downstream"])
_LATER: Final = frozenset(["later", "earlier", "ago", "before", "after", "into", "from"])


def single(t: Tokens, at: int) -> Number | None:
    """One of a measure that an article counts: "a mile long", "a mile from the shore", "a square mile of mud"."""
    if t.low[at] not in ("a", "an"):
        return None
    square = t.word(at + 1) == "square"
    last = at + 1 + square
    told = square or t.word(last + 1) in SIDES or t.word(last + 1) in _WAY
    if t.word(last) not in MEASURES or not told:
        return None
    return Number(at, at + 1, Decimal(1), Decimal(1), rule="one of a measure")


@cache
def _paying() -> frozenset[str]:
    return frozenset(entries("dropped")["paid"].split())


def measured(t: Tokens, n: Number, code: str) -> tuple[str, int]:
    """The unit of a number and the token after it; money and what measures it alike."""
    if n.unit:
        after = n.last + 2 if t.word(n.last) == "-" and t.word(n.last + 1) in ("old", "long") else n.last
        return units.per(t, after, n.unit) if n.unit == "time" else (n.unit, after)  # "twice a day"
    at = n.last
    if not code and (sign := units.sign_after(t, at))[0]:
        return units.per(t, sign[1], sign[0])
    hyphen = t.word(at) in ("-", "‑", "–") and t.glued(at) == t.glued(at + 1)
    name, after = units.unit_at(t, at + hyphen, glued=hyphen or t.glued(at))
    if not name and t.word(at) in _BRACKETS and t.word(at + 2) == _BRACKETS[t.word(at)]:
        name, after = units.unit_at(t, at + 1, glued=False)  # "20 (kg)"
        after = after + 1 if name else at
    if not name and t.word(at) == "of":
        name, after = _of_unit(t, n, at)
    if code:
        return units.per(t, after if name == code else at, code) if not name or name == code else (code, at)
    if name == "pound" or (not name and t.word(at + hyphen) in ("pounds", "pound")):
        return units.per(t, at + hyphen + 1, "GBP" if n.scaled >= 1000 or _paid(t, n) else "pound")
    if not name:
        return ("share", at) if n.share else units.per(t, at, "")
    if name in ("year", "month", "week", "day") and _old(t, after):  # months are so short that they stay a length
        return "year of age" if name == "year" else name, _old(t, after)
    if name == "point":
        return ("percentage point" if n.rule in _PARTS_OF_ONE else "point"), after  # "a quarter point"
    return units.per(t, after, name)


def _paid(t: Tokens, n: Number) -> bool:
    """Whether the words before pounds, or right after them, make them money: "a fine of 300 pounds", "pounds worth"."""
    before = () if t.word(n.last) == "-" else t.low[max(0, n.first - _PAID) : n.first]  # "paid for a 12-pound ham"
    near = (*before, *t.low[n.last + 1 : n.last + 3])
    return not _paying().isdisjoint(near)


def _of_unit(t: Tokens, n: Number, at: int) -> tuple[str, int]:
    """Such as "thousands of dollars", "a quarter of a percentage point", "0.1 of a second"."""
    if n.vague or n.about:
        return units.unit_at(t, at + 1, glued=False)
    part = n.low < 1 and t.word(at + 1) in ("a", "an", "one")
    return units.unit_at(t, at + 2, glued=False) if part else ("", at)


def _old(t: Tokens, at: int) -> int:
    """The token after "-old", "old", "of age" where that goes on; 0 where it does not."""
    if t.word(at) == "-" and t.word(at + 1) in ("old", "olds"):
        return at + 2
    if t.word(at) in ("old", "olds"):
        return at + 1
    return at + 2 if t.word(at) == "of" and t.word(at + 1) == "age" else 0


def lent(t: Tokens, n: Number, at: int) -> str:
    """The unit of the numbers behind, which this one shares: "from 21.5 to 30.5 percent", "4.8 and 5.1 magnitude"."""
    joined = False
    for _ in range(_IN_A_ROW):
        link = t.word(at)
        if link not in _LINKS or (link == "," and "and" not in t.low[at + 1 : at + _LIST]):
            return ""
        at += 1 + (link == "," and t.word(at + 1) == "and")
        joined = joined or link != "," or t.word(at - 1) == "and"
        other = number(t, at) if at < t.size and t.word(at) != "or" else None  # "5,000, or 9%" is one amount told twice
        if other is None or other.vague or other.scaled != n.scaled or other.share or n.low > 10 * other.low:
            return ""
        unit, after = measured(t, other, "")
        if unit:
            return unit if joined and t.word(after) not in _LATER and not unit.startswith("per ") else ""
        at = other.last
    return ""
