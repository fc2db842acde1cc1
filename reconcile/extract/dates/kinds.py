"""The kinds of words that the grammar matches, the items that text is cut into, and the lists of `dates.yaml`."""

from collections.abc import Iterable
from functools import cache
from operator import itemgetter
from typing import Any, Final, NamedTuple

from reconcile.lexicon import entries

_NAMES: Final = (
    "OTHER", "NAME", "MONTH", "WEEKDAY", "INT", "NUM", "COUNTWORD", "VAGUE", "COUPLE", "YEAR", "YEAR2", "ORD",
    "ORDWORD", "STEP", "DECADE", "DECADE2", "UNIT", "HOUR", "PART", "EDGE", "HALF", "HALFYEAR", "QUARTER", "SEASON",
    "FULL", "THE", "A", "THAT", "SAME", "SPAN", "OF", "IN", "ON", "TO", "AND", "OR", "AGO", "MORE", "THAN",
    "EARLIER", "LATER", "BEFORE", "AFTER", "FROM", "NOW", "BETWEEN", "BY", "SINCE", "STARTING", "FISCAL",
    "FISCALYEAR", "EVERY", "ABOUT", "DEADLINE", "DUE", "OVERNIGHT", "CLOSING", "MARK", "DAYWORD", "INTS", "YEARS",
    "HOLIDAY", "COMMA", "DOT", "DASH", "POSS", "APOS", "OPEN", "CLOSE", "SLASH", "SLASHED", "CLOCK", "DAY", "PERIOD",
    "REST", "TURN", "NOT", "CALENDAR", "LEAST", "CALENDARYEAR", "YEARMONTH",
)  # fmt: skip
# Above ASCII, which patterns have their own use for, and below 256: a set of such letters is a small table, and quick.
KINDS: Final = {name: chr(0xA1 + number) for number, name in enumerate(_NAMES)}


class Item(NamedTuple):
    """A word, or later a phrase of several, and what it stands for.

    Attributes:
        kind: one character, the kind of word (`KINDS`).
        start, end: where it stands in the text.
        value: what it stands for: a number, a unit's name, or a phrase of the grammar.
    """

    kind: str
    start: int
    end: int
    value: Any


_kind: Final = itemgetter(0)


def kinds_of(items: Iterable[Item]) -> str:
    """Their kinds, a character for each."""
    return "".join(map(_kind, items))


class MonthWord(NamedTuple):
    """A month's name as written."""

    number: int
    short: bool
    doubtful: bool  # "May", "March", "April", "Mar": also a name or another word


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a plain list in `lexicon/en/dates.yaml`."""
    return frozenset(entries("dates")[name].split())
