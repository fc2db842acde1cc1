"""The units of figures: one canonical name each, what kind of thing it measures, and conversions.

A unit is a plain string in a Quantity: a name from UNITS ("km", "percent", "year"), an ISO 4217 code ("USD"), "person",
any counted noun in the singular ("district"), or "A per B" ("ton per year"). How news text spells them stands in
`lexicon/en/units.yaml`; here stands only what they mean. Factors: NIST SP 811, appendix B.
"""

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final

UNITS: Final[Mapping[str, tuple[str, Decimal | None]]] = {
    # name: (kind, how many of the kind's first unit; None = no fixed factor)
    "percent": ("share", Decimal(1)),
    "share": ("share", Decimal(100)),  # a fraction of a whole: "two-thirds of voters" is 0.667 share
    "percentage point": ("points", Decimal(1)),
    "basis point": ("points", Decimal("0.01")),
    "magnitude": ("magnitude", Decimal(1)),
    "fold": ("factor", Decimal(1)),
    "millisecond": ("time", Decimal("0.001")),
    "second": ("time", Decimal(1)),
    "minute": ("time", Decimal(60)),
    "hour": ("time", Decimal(3600)),
    "day": ("time", Decimal(86400)),
    "week": ("time", Decimal(604800)),
    "fortnight": ("time", Decimal(1209600)),
    "month": ("time", Decimal(2629746)),
    "quarter": ("time", Decimal(7889238)),
    "year": ("time", Decimal(31556952)),
    "decade": ("time", Decimal(315569520)),
    "century": ("time", Decimal(3155695200)),
    "year of age": ("age", Decimal(1)),
    "km": ("length", Decimal(1000)),
    "m": ("length", Decimal(1)),
    "cm": ("length", Decimal("0.01")),
    "mm": ("length", Decimal("0.001")),
    "mile": ("length", Decimal("1609.344")),
    "nautical mile": ("length", Decimal(1852)),
    "yard": ("length", Decimal("0.9144")),
    "foot": ("length", Decimal("0.3048")),
    "inch": ("length", Decimal("0.0254")),
    "light year": ("length", Decimal(9460730472580800)),
    "astronomical unit": ("length", Decimal(149597870700)),
    "hectare": ("area", Decimal(10000)),
    "acre": ("area", Decimal("4046.8564224")),
    "square metre": ("area", Decimal(1)),
    "square kilometre": ("area", Decimal(1000000)),
    "square yard": ("area", Decimal("0.83612736")),
    "square mile": ("area", Decimal("2589988.110336")),
    "square foot": ("area", Decimal("0.09290304")),
    "mg": ("mass", Decimal("0.000001")),
    "gram": ("mass", Decimal("0.001")),
    "kg": ("mass", Decimal(1)),
    "tonne": ("mass", Decimal(1000)),
    "ton": ("mass", None),  # metric, short or long: the text seldom says
    "pound": ("mass", Decimal("0.45359237")),
    "ounce": ("mass", Decimal("0.028349523125")),
    "stone": ("mass", Decimal("6.35029318")),
    "carat": ("mass", Decimal("0.0002")),
    "kiloton": ("mass", None),  # of what is weighed, or of TNT
    "gigatonne": ("mass", Decimal(1000000000000)),
    "litre": ("volume", Decimal("0.001")),
    "millilitre": ("volume", Decimal("0.000001")),
    "gallon": ("volume", None),  # US or imperial
    "barrel": ("volume", Decimal("0.158987294928")),
    "cubic metre": ("volume", Decimal(1)),
    "cubic foot": ("volume", Decimal("0.028316846592")),
    "cubic yard": ("volume", Decimal("0.764554857984")),
    "cubic kilometre": ("volume", Decimal(1000000000)),
    "cubic mile": ("volume", Decimal("4168181825.440579584")),
    "acre foot": ("volume", Decimal("1233.48183754752")),
    "pint": ("volume", None),  # US or imperial, as the quart
    "quart": ("volume", None),
    "celsius": ("temperature", None),
    "fahrenheit": ("temperature", None),
    "degree": ("angle", None),  # of heat or of arc: undecided
    "watt": ("power", Decimal(1)),
    "kilowatt": ("power", Decimal(1000)),
    "megawatt": ("power", Decimal(1000000)),
    "gigawatt": ("power", Decimal(1000000000)),
    "horsepower": ("power", None),  # metric or mechanical
    "brake horsepower": ("power", None),
    "kilowatt hour": ("energy", Decimal(1)),
    "megawatt hour": ("energy", Decimal(1000)),
    "gigawatt hour": ("energy", Decimal(1000000)),
    "terawatt hour": ("energy", Decimal(1000000000)),
    "km per hour": ("speed", Decimal(1)),
    "mile per hour": ("speed", Decimal("1.609344")),
    "knot": ("speed", Decimal("1.852")),
    "metre per second": ("speed", Decimal("3.6")),
    "km per second": ("speed", Decimal(3600)),
    "mile per second": ("speed", Decimal("5793.6384")),
}

# Currencies of several lands, or of none that the text names.
CURRENCIES: Final = frozenset({
    "franc", "peso", "krone", "krona", "dinar", "shilling", "manat", "kwacha", "crown", "mark", "guilder", "ducat",
    "florin", "taler", "thaler",
})  # fmt: skip
_LANDS: Final = {  # of which lands a currency may be
    "krone": ("NOK", "DKK"), "krona": ("SEK", "ISK"), "franc": ("CHF",), "peso": ("MXN", "ARS", "CLP", "COP", "PHP"),
}  # fmt: skip


EVERYDAY: Final = frozenset({"count", "money", "time", "age", "share", "points", "factor"})
"""Kinds of which a story has many figures; it has one magnitude, one depth, one speed."""


@lru_cache(maxsize=1 << 12)  # asked a hundred times of each figure that is compared
def kind(unit: str | None) -> str:
    """What a unit measures: "share", "money", "time", "age", "length", … or "count" for people and things."""
    if unit is None:
        return "count"
    if unit in UNITS:
        return UNITS[unit][0]
    if unit in CURRENCIES or (len(unit) == 3 and unit.isascii() and unit.isupper()):
        return "money"
    return "rate" if " per " in unit else "count"


def of_what(unit: str | None) -> str | None:
    """The currency of a sum for a time: "EUR" of "EUR per month"; any other unit as it is."""
    name, _, each = (unit or "").partition(" per ")
    return name if each in UNITS and kind(each) == "time" and kind(name) == "money" else unit


def of_land(unit: str | None, other: str | None) -> bool:
    """Whether a currency is told by its name alone, and the other is that of a land: "3 kroner a share", "Nkr3"."""
    name, _, each = (unit or "").partition(" per ")
    land, _, of = (other or "").partition(" per ")
    return each == of and land in _LANDS.get(name, ())


def bare_degrees(unit: str | None, other: str | None) -> bool:
    """Whether one is degrees of which nothing says that they are of heat, and the other is degrees of heat."""
    return "degree" in (unit, other) and "temperature" in (kind(unit), kind(other))


def factor(unit: str | None, to: str | None) -> Decimal | None:
    """How many `to` one `unit` is; None where the two do not convert.

    Temperatures do not, their zero differs: see `scale`. Money does not: rates change daily and the tool is offline.
    """
    if unit == to:
        return Decimal(1)
    if unit is None or to is None or kind(unit) != kind(to):
        return None
    ours, theirs = UNITS.get(unit, ("", None))[1], UNITS.get(to, ("", None))[1]
    return None if ours is None or theirs is None else ours / theirs


def scale(unit: str | None, to: str | None, *, level: bool = True) -> tuple[Decimal, Decimal] | None:
    """What a figure is multiplied with, and what is then added, to be in another unit; None where it does not convert.

    Args:
        level: whether it is a level: 2 degrees Celsius are 35.6 degrees Fahrenheit, a rise by 2 is one by 3.6.
    """
    if (unit, to) in _DEGREES:
        times, plus = _DEGREES[unit, to]
        return times, plus if level else Decimal(0)
    times_only = factor(unit, to)
    return None if times_only is None else (times_only, Decimal(0))


_DEGREES: Mapping[tuple[str | None, str | None], tuple[Decimal, Decimal]] = {
    ("celsius", "fahrenheit"): (Decimal("1.8"), Decimal(32)),
    ("fahrenheit", "celsius"): (Decimal(5) / 9, Decimal(-160) / 9),
}
