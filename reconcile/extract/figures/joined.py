"""Two figures that are one: "5 feet 2 inches", "more than 10 and less than 40"."""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from reconcile.extract.figures.amounts import ratio
from reconcile.extract.found import Found
from reconcile.model import Change, Hedge, Quantity

_SMALLER: Final = {
    ("m", "cm"): 100,
    ("foot", "inch"): 12,
    ("USD", "cent"): 100,
    ("EUR", "cent"): 100,
    ("GBP", "penny"): 100,
    ("pound", "ounce"): 16,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
    ("year", "month"): 12,
}
_THIRD: Final = {("year", "day"): 365, ("hour", "second"): 3600}  # behind two units of one length
_COINS: Final = {"USD": "cent", "EUR": "cent", "GBP": "penny"}
_TWO: Final = "two units"  # or three: "three years, two months and five days"
_ALL: Final = 100
_FLOORS: Final = (Hedge.MORE_THAN, Hedge.AT_LEAST)
_CEILINGS: Final = (Hedge.LESS_THAN, Hedge.AT_MOST)


def joined(text: str, found: list[Found]) -> list[Found]:
    """The figures with those that are one put together."""
    out: list[Found] = []
    for one in found:
        both = _one(text, out[-1], one) if out and one.start - out[-1].end <= 6 else None
        if both is not None:
            out[-1] = both
        else:
            out[-1:] = _shares_of_two(text, out[-1], one) if out else [one]
    return out


def _shares_of_two(text: str, left: Found, right: Found) -> list[Found]:
    """Two shares of one whole, the unit told once: "lost by 50.25 to 49.75 percent", "50.23 percent to 49.76"."""
    a, b = left.value, right.value
    if text[left.end : right.start] != " to " or not (isinstance(a, Quantity) and isinstance(b, Quantity)):
        return [left, right]
    bare = (not (left.counts or left.whole), not (right.counts or right.whole))
    if a.unit is None and b.unit == "percent" and bare[0] and b.high < a.low <= _ALL:
        left = left._replace(value=replace(a, unit="percent"))
    level = a.change is Change.LEVEL  # not "fell 1.2 percent to 78.5"
    if b.unit is None and a.unit == "percent" and bare[1] and level and b.low <= _ALL:
        right = right._replace(value=replace(b, unit="percent"))
    return [left, right]


def _closes(text: str, left: Found, right: Found) -> bool:
    """Whether an amount of money is spelled out and a bare number ends the phrase behind it."""
    return (
        text[left.end - 1].isalpha() and not right.counts and text[right.end : right.end + 2].strip() in ("", ".", ",")
    )


def _one(text: str, left: Found, right: Found) -> Found | None:
    a, b, link = left.value, right.value, text[left.end : right.start].strip(" ,")
    if not (isinstance(a, Quantity) and isinstance(b, Quantity)):
        return None
    if link in ("and", "but", "") and a.value is not None and b.value is not None:
        low, high = (a, b) if a.hedge in _FLOORS else (b, a)
        if low.hedge in _FLOORS and high.hedge in _CEILINGS and low.low < high.high and (a.unit or b.unit) == b.unit:
            ends = replace(high, value=None, low=low.low, low_open=low.low_open, hedge=Hedge.RANGE)
            return right._replace(start=left.start, value=ends, rule="two bounds")
    if b.unit is None and a.unit in _COINS and _closes(text, left, right):
        b = replace(b, unit=_COINS[a.unit])  # "15 dollars and 50"
    inches = link == "-" and a.unit == "foot" and b.unit is None and b.hedge is Hedge.EXACT  # "a 5-foot-10 man"
    if inches:
        b, link = replace(b, unit="inch"), ""
    # not "2 hours 19 minutes, 41 seconds outside", but "2 hours, 1 minute, 39 seconds"
    third = left.rule == _TWO and ("," in text[left.start : left.end] or "," not in text[left.end : right.start])
    many = (_THIRD if third else _SMALLER).get((a.unit or "", b.unit or ""))
    if link in ("", "and") and many and a.value is not None and b.value is not None and b.hedge is Hedge.EXACT:
        if not 0 < b.value < many or (a.value != int(a.value) and not third):
            return None
        more = ratio(b.value, Decimal(many))
        grown = replace(a, value=a.value + more, low=a.low + more, high=a.high + more)
        return left._replace(end=right.end, value=grown, rule=_TWO)
    return None
