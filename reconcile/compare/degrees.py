"""Degrees of which nothing says the scale: those of the other article, on the scale that brings the two nearer.

What comes in: two figures. What goes out: the first, with a scale where it has none. "86 degrees by
noon" is the 30 degrees Celsius of an outlet from elsewhere, and so are "30 degrees".
"""

from dataclasses import replace
from typing import Final

from reconcile.model import Change, Quantity
from reconcile.model.units import scale

_OTHER: Final = {"celsius": "fahrenheit", "fahrenheit": "celsius"}


def on_a_scale(bare: Quantity, other: Quantity) -> Quantity:
    """A figure in degrees on a scale; any other as it is. By how much it got warmer is told on the other's scale."""
    if bare.unit != "degree" or other.kind != "temperature":
        return bare
    elsewhere = _OTHER.get(other.unit or "")
    found = scale(other.unit, elsewhere, level=True)
    if found is None or not bare.change is other.change is Change.LEVEL:
        return replace(bare, unit=other.unit)
    times, plus = found
    nearer = abs(bare.low - (other.low * times + plus)) < abs(bare.low - other.low)
    return replace(bare, unit=elsewhere if nearer else other.unit)
