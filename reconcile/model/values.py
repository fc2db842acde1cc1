"""What a figure or a date means: intervals, open or closed, with the hedge or role the words gave them.

A value does not know where it was said (see `Mention`). Uncertain values are never ordered with `<`: `compare` names
the relation of two of them.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from reconcile.model import units

INFINITY: Final = Decimal("Infinity")
_FINE: Final = 3  # digits
_LAST_DIGITS: Final = Decimal("0.002")  # of two fine numbers, how far they may be apart to be nearly the same
TOLERANCE: Final = Decimal("0.1")  # "about 2,000" may be 1,800 to 2,200; the findings that use it say so


class Hedge(StrEnum):
    """How firmly a figure is stated."""

    EXACT = "exact"
    APPROX = "approx"  # about, some, around, an estimated
    NEARLY = "nearly"  # nearly, almost, close to: a little below
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"  # up to, as many as, no more than
    LESS_THAN = "less_than"
    RANGE = "range"
    VAGUE = "vague"  # dozens, tens of thousands, several hundred


class Change(StrEnum):
    """Whether a figure is a level ("20 dead") or says by how much something changed ("rose by 5%")."""

    LEVEL = "level"
    RISE = "rise"
    FALL = "fall"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as an interval.

    Attributes:
        value: the number as written; None for ranges and vague words.
        low, high: the interval meant, in `unit`; minus or plus INFINITY where it is open.
        low_open, high_open: whether the end itself is left out ("more than 26,000" leaves out 26,000).
        hedge: the words around the number, as one of nine kinds.
        unit: canonical name (see `units`), or None where nothing says what is counted.
        change: level, rise or fall.
    """

    value: Decimal | None
    low: Decimal
    high: Decimal
    low_open: bool
    high_open: bool
    hedge: Hedge
    unit: str | None = None
    change: Change = Change.LEVEL

    @property
    def kind(self) -> str:
        """What is measured: "count", "share", "money", "time", "age", "length" and so on."""
        return units.kind(self.unit)


def quantity(value: Decimal, hedge: Hedge, unit: str | None = None, change: Change = Change.LEVEL) -> Quantity:
    """The interval that one number means under a hedge; ranges and vague words use `between`."""
    if hedge is Hedge.EXACT:
        return Quantity(value, value, value, low_open=False, high_open=False, hedge=hedge, unit=unit, change=change)
    slack = abs(value) * TOLERANCE
    floor = Decimal(0) if value >= 0 and unit else -INFINITY  # what is counted or measured is seldom below zero
    match hedge:
        case Hedge.APPROX:
            ends = (value - slack, value + slack, False, False)
        case Hedge.NEARLY:
            ends = (value - slack, value, False, True)
        case Hedge.AT_LEAST:
            ends = (value, INFINITY, False, True)
        case Hedge.MORE_THAN:
            ends = (value, INFINITY, True, True)
        case Hedge.AT_MOST:
            ends = (floor, value, value > 0, False)  # "up to 90,000 people" = (0, 90000]: zero is not meant
        case Hedge.LESS_THAN:
            ends = (floor, value, floor < 0, True)
        case _:
            raise ValueError(f"{hedge} has two ends: use `between`")
    return Quantity(value, *ends, hedge, unit, change)


def between(
    low: Decimal,
    high: Decimal,
    unit: str | None = None,
    hedge: Hedge = Hedge.RANGE,
    change: Change = Change.LEVEL,
) -> Quantity:
    """A range ("75,000 to 90,000") or a vague word ("dozens"), both ends included."""
    return Quantity(None, low, high, low_open=False, high_open=False, hedge=hedge, unit=unit, change=change)


class Role(StrEnum):
    """What a date is to what happened."""

    ON = "on"
    BY = "by"
    SINCE = "since"
    UNTIL = "until"
    FROM = "from"
    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"


class Precision(StrEnum):
    """How finely a date is stated."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"  # two ends were named, or a part ("early November")


ABOUT: Final = "~"  # at the end of an hour told roughly: "shortly after 4 a.m."
EITHER_HALF: Final = "?"  # before it, where nothing tells morning from evening: "at half past six"
UNDECIDED: Final = "nothing decides the order"  # of day and month, in the rule of an anchor
_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Anchor:
    """How a date that needs a reference day was resolved, or that it was not.

    Attributes:
        rule: what was done, for people: "weekday before publication", "year of the publication", "written in full".
        base: the day it was reckoned from; None where none was needed or none was known.
    """

    rule: str
    base: date | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A date as an interval of days, both ends included.

    Attributes:
        earliest, latest: first and last day of the period *named*, whatever the role: "by Dec. 1" names that day,
            "since the mid-1990s" the years 1994 to 1996; the role says on which side of it things happened. None for an
            end that the words leave open ("by the end of the year" names only a last day); both None where it is
            not anchored.
        precision: how finely it is stated.
        role: what the date is to what happened.
        anchor: how it was resolved.
        edtf: written form, EDTF level 1-2 (ISO 8601-2:2019); for a date without a year "XXXX-11-25", else "" if none.
        approximate: "around 1990", "some 30 years ago".
        clock: the time of day, and its zone where one is said: "18:00Z", "07:42", "06:30?" where it may be of either
            half of the day, "04:00~" where it is told roughly; else "". An hour whose day is not told has no `edtf`.
    """

    earliest: date | None
    latest: date | None
    precision: Precision
    role: Role
    anchor: Anchor
    edtf: str
    approximate: bool = False
    clock: str = ""

    @property
    def moment(self) -> str:
        """Its written form with the time of day: "2020-11-25T18:00Z"; "T18:00Z" for an hour alone, as in ISO 8601-1."""
        return f"{self.edtf}T{self.clock}" if self.clock else self.edtf

    @property
    def of_no_day(self) -> bool:
        """Whether it names an hour alone, and no day at all: "at 4:17 a.m."."""
        return bool(self.clock) and not self.edtf

    @property
    def meant(self) -> tuple[date | None, date | None]:
        """First and last day that the words speak of: what lies "before 2010" ends where 2010 begins.

        The other roles take in the period named ("by Dec. 1", "since 2004"), so theirs are `earliest` and `latest`.
        """
        if self.role is Role.BEFORE:
            return None, self.earliest or self.latest
        if self.role is Role.AFTER:
            return self.latest or self.earliest, None
        return self.earliest, self.latest

    @property
    def otherwise(self) -> date | None:
        """The other day that figures may name as well, where nothing decides their order: 7 August for "7/8/2019"."""
        day = self.earliest
        if day is None or UNDECIDED not in self.anchor.rule or day.day > _MONTHS:
            return None
        return date(day.year, day.day, day.month)

    @property
    def anchored(self) -> bool:
        """Whether it names days of a known year."""
        return self.earliest is not None or self.latest is not None


def digits(value: Decimal) -> int:
    """How many a number has without the noughts behind: 3 for 1,450,000."""
    return len(value.normalize().as_tuple().digits)


def nearly(a: Quantity, b: Quantity) -> bool:
    """Whether two shares or sums of three digits or more differ in the last of them alone: 50.21 and 50.24 percent."""
    if a.kind != b.kind or a.kind not in ("share", "money") or a.unit != b.unit or a.value is None or b.value is None:
        return False
    fine = min(digits(a.value), digits(b.value)) >= _FINE
    return fine and abs(a.value - b.value) <= _LAST_DIGITS * max(abs(a.value), abs(b.value))
