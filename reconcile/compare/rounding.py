"""What figures are rounded to, as far as their digits tell.

What comes in: values of one unit. What goes out: a step; whether one value is the other, rounded.
"""

from decimal import Decimal
from typing import Final

from reconcile.model import Hedge, Quantity

CLOSE: Final = Decimal("0.1")  # two soft figures that miss each other by less are no contradiction
HARDLY: Final = Decimal("0.01")  # 475,474 is "nearly 475,000"; 93.87 percent are not "almost 90"
ROUND: Final = Decimal("0.05")  # 1,960 rounds to 2,000; 1,600 does not, though its first digit would
SMALLEST_ROUND: Final = 100  # below it people are counted one by one: 19 dead do not round to 20


def step(value: Decimal) -> Decimal:
    """What a figure is rounded to, as far as its digits show: 26,300 to hundreds, 2.5 to tenths."""
    if not value.is_finite() or value == 0:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))


def half(q: Quantity) -> Decimal:
    """Half of what a figure is rounded to; nothing for a vague word."""
    return step(q.value if q.value is not None else q.low) / 2 if q.hedge is not Hedge.VAGUE else Decimal(0)


def rounds(a: Decimal, b: Decimal, *, price: bool = False) -> bool:
    """Whether one is the other, rounded, or cut off at its point.

    Args:
        a: a value.
        b: the other.
        price: whether they are small sums, which are rounded by less.
    """
    coarse, fine = sorted((a, b), key=step, reverse=True)
    if step(coarse) == step(fine):
        return False
    whole = coarse == coarse.to_integral_value() and fine == fine.to_integral_value()
    if whole and abs(coarse) < SMALLEST_ROUND:
        return False
    if SMALLEST_ROUND <= coarse == int(fine):  # 833.9 is "833" where its last digit was cut off
        return True
    limit = abs(coarse) * (ROUND if whole or price else CLOSE)  # "5.4%" is "5%" to a headline; 2 euros are not 2.20
    return abs(a - b) <= min(step(coarse) / 2, limit)
