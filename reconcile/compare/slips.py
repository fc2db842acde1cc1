"""Slips of the pen in numbers: two digits that changed places, a digit too many, thousand for million."""

from decimal import Decimal
from typing import Final

LONG: Final = 3  # digits of a number in which two that changed places are no chance
_SWITCHED: Final = (10, 100, 1000, 10**6, 10**9)


def misplaced(a: Decimal, b: Decimal) -> bool:
    """Whether one of two numbers, neither of them 0, is the other with noughts too many: 24,000 and 2,400."""
    large, small = max(abs(a), abs(b)), min(abs(a), abs(b))
    ratio = large / small
    digits = len(small.normalize().as_tuple().digits)
    return ratio in _SWITCHED and (digits > 1 or ratio >= _SWITCHED[2])


def swapped(a: Decimal, b: Decimal, digits: int = LONG) -> bool:
    """Whether two numbers of at least so many digits are the same but for two that changed places: 153 and 135."""
    ours, theirs = (f"{x:f}" for x in (a, b))
    changed = [(x, y) for x, y in zip(ours, theirs, strict=False) if x != y]
    turned = len(changed) == 2 and changed[0] == changed[1][::-1]
    return turned and len(ours) == len(theirs) and min(len(x.strip("0.")) for x in (ours, theirs)) >= digits
