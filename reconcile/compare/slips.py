"""Slips of the pen in numbers, two digits that changed places, a digit too many; and what an estimate misses."""

from decimal import Decimal
from typing import Final

from reconcile.model import Hedge, Quantity
from reconcile.model.notation import number
from reconcile.model.values import TOLERANCE, digits

SOFT: Final = (Hedge.APPROX, Hedge.NEARLY)
_FINE: Final = 3  # digits of a number that nobody took for round
LONG: Final = 3  # digits of a number in which two that changed places show that it is one number
_SHORT: Final = 2  # … and of one that is told to exclude the other anyway: one in ninety does so by chance
_SWITCHED: Final = (10, 100, 1000, 10**6, 10**9)


def misplaced(a: Decimal, b: Decimal) -> bool:
    """Whether one of two numbers, neither of them 0, is the other with noughts too many: 24,000 and 2,400."""
    large, small = max(abs(a), abs(b)), min(abs(a), abs(b))
    ratio = large / small
    return ratio in _SWITCHED and (digits(small) > 1 or ratio >= _SWITCHED[2])


def swapped(a: Decimal, b: Decimal, digits: int = LONG) -> bool:
    """Whether two numbers of at least so many digits are the same but for two that changed places: 153 and 135.

    Noughts at the ends are none of them, a point inside is: 2.4 million has two, 2.4 percent three.
    """
    ours, theirs = number(a), number(b)  # "2.45 million" as "2,450,000"
    if len(ours) != len(theirs):
        return False
    changed = [(x, y) for x, y in zip(ours, theirs, strict=True) if x != y]
    crossed = len(changed) == 2 and changed[0] == changed[1][::-1]
    return crossed and min(len(x.strip("0.")) for x in (ours, theirs)) >= digits


def turned(a: Decimal, b: Decimal) -> bool:
    """Whether a slip of the pen may be why two figures exclude each other: 2.4 and 4.2 million."""
    return swapped(a, b, _SHORT)


def missed(a: Quantity, b: Quantity) -> bool:
    """Whether an estimate of three digits or more is missed by more than half the tolerance: "about 102", and 108."""
    if a.value is None or b.value is None or (a.hedge in SOFT) is (b.hedge in SOFT):
        return False
    estimate = a.value if a.hedge in SOFT else b.value
    fine = digits(estimate) >= _FINE
    return fine and abs(a.value - b.value) > min(abs(a.value), abs(b.value)) * TOLERANCE / 2
