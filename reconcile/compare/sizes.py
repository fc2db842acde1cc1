"""How many times as large one of two figures is as the other.

What comes in: a Pair of claims with a figure each. What goes out: whether they are too far apart for accounts of one
thing.
"""

from decimal import Decimal
from typing import Final

from reconcile.compare.pair import Pair
from reconcile.model import Quantity
from reconcile.model.units import factor

_TIMES: Final = 5  # a toll seldom grows by more within one story before the words around it change
_FAR: Final = 20  # "her ovens cost 85,000", "a pause costs 19 million": no two accounts of one thing


def many_times(pair: Pair) -> bool:
    """Whether one is several times the other: without a word in common, "at least 70 hurt" and "at least two hurt"."""
    p, q = pair.figures
    return times(p, q, factor(p.unit, q.unit) or Decimal(1)) >= _TIMES


def far(pair: Pair) -> bool:
    """Whether two figures are too far apart for two accounts of one thing; not 3 million and 3 billion."""
    p, q = pair.figures
    digits = [x.value.normalize().as_tuple().digits if x.value else () for x in (p, q)]
    one = factor(p.unit, q.unit)  # "weigh 11 pounds each", "weighs 714 kilograms"
    return one is not None and digits[0] != digits[1] and times(p, q, one) >= _FAR


def times(p: Quantity, q: Quantity, one: Decimal = Decimal(1)) -> Decimal:
    """How many times the smaller the larger is; `one`: how many units of the second one unit of the first is."""
    told = (min(abs(x.low), abs(x.high)) if x.value is None else abs(x.value) for x in (p, q))
    less, more = sorted(value * unit for value, unit in zip(told, (one, Decimal(1)), strict=True))
    return more / less if less else Decimal("inf")
