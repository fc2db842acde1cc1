"""A value → words, and the interval that these words mean: what is known of a telling without reading it."""

from dataclasses import dataclass
from datetime import date
from random import Random

from tests.bench.pile.plan import Fact

_SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_BOUNDED = 0.25  # of the tellings give a bound
_WEEK = 6  # days back that a weekday reaches


@dataclass(frozen=True)
class Said:
    """The words for a value, the part of them that is the value, and what they mean, both ends included."""

    words: str
    low: float
    high: float


def say(fact: Fact, value: int, published: date, draw: Random) -> Said:
    """A value as an outlet writes it."""
    if fact.form == "date":
        return Said(_date(date.fromordinal(value), published, draw), value, value)
    if fact.form == "year":
        return Said(f"in {value}", value, value)
    if fact.form == "decimal":
        return Said(f"{value // 10}.{value % 10}", value, value)
    if value >= 20 and fact.form == "figure" and draw.random() < _BOUNDED:
        return _bounded(value, draw)
    return Said(_number(value, draw), value, value)


def _number(value: int, draw: Random) -> str:
    if 2 <= value <= 12 and draw.random() < 0.6:
        return _SMALL[value - 2]
    return f"{value:,}"


def _bounded(value: int, draw: Random) -> Said:
    """A bound that the value keeps."""
    size = 10 ** max(0, len(str(value)) - 2)
    below, above = value // size * size, -(-value // size) * size
    match draw.choice(("at least", "more than", "about", "nearly", "up to")):
        case "at least":
            return Said(f"at least {below:,}", below, float("inf"))
        case "more than" if below < value:
            return Said(f"more than {below:,}", below + 1, float("inf"))
        case "nearly" if above > value:
            return Said(f"nearly {above:,}", above * 0.9, above - 1)
        case "up to":
            return Said(f"up to {above:,}", 1, above)
        case _:
            return Said(f"about {below:,}", below * 0.9, below * 1.1)


def _date(day: date, published: date, draw: Random) -> str:
    since = (published - day).days
    if 0 <= since <= _WEEK and draw.random() < 0.5:
        return f"on {day:%A}"
    month, number = f"{day:%B}", day.day
    if abs(since) > 150 or draw.random() < 0.4:
        return draw.choice((f"on {month} {number}, {day.year}", f"on {number} {month} {day.year}"))
    return draw.choice((f"on {month} {number}", f"on {number} {month}"))
