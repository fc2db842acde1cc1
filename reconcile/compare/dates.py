"""How two dates stand to each other: DATES, a ladder over intervals of days and what each date is to what happened.

What comes in: two Whens. What goes out: the row that holds. A date without a year is taken in the year of the other
one, or both in the same year: the finding says so. "Around 1990" and the like are widened: a day by three days,
anything coarser by its own length, at most two years.

To add a relation: a row at its place in DATES, its test above, a section in `tests/spec/relations.md`,
and its name in `tui/why.py`.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from reconcile.compare.relation import Relation
from reconcile.model import Dimension, Outcome, Precision, Role, When

STARTS: Final = (Role.SINCE, Role.FROM)
ENDS: Final = (Role.UNTIL,)
EVENTS: Final = (Role.ON, Role.BETWEEN)
SIDES: Final = (Role.BEFORE, Role.AFTER)
NAMED: Final = (Precision.WEEK, Precision.MONTH, Precision.SEASON, Precision.QUARTER, Precision.YEAR)
LOOSE: Final = (Precision.DECADE, Precision.CENTURY)
_FAR: Final = timedelta(days=731)
_LEAP: Final = 2000  # a year that has every day of the calendar


@dataclass(frozen=True, slots=True)
class Days:
    """The days a date names, both included; an open end is the end of the calendar."""

    first: date
    last: date

    def meets(self, other: "Days") -> bool:
        """Whether they share a day; an interval that runs backwards meets nothing."""
        forward = self.first <= self.last and other.first <= other.last
        return forward and self.first <= other.last and other.first <= self.last

    def within(self, other: "Days") -> bool:
        """Whether all of this lies in the other."""
        return other.first <= self.first and self.last <= other.last


@dataclass(frozen=True, slots=True)
class Dates:
    """Two dates with the days they name; None where a date names none."""

    a: When
    b: When
    p: Days | None
    q: Days | None

    @property
    def days(self) -> tuple[Days, Days]:
        """Both intervals; only asked for once the first row has passed."""
        assert self.p is not None  # noqa: S101 - the first row of the ladder
        assert self.q is not None  # noqa: S101 - the first row of the ladder
        return self.p, self.q

    def roles(self, one: tuple[Role, ...], other: tuple[Role, ...]) -> bool:
        """Whether one date has a role of the first kind and the other of the second."""
        return (self.a.role in one and self.b.role in other) or (self.b.role in one and self.a.role in other)


def dates(a: When, b: When) -> Dates:
    """The two with their days; a date without a year gets that of the other."""
    return Dates(a, b, _days(a, b), _days(b, a))


def assumed_year(a: When, b: When) -> bool:
    """Whether the two can be compared only if the year is taken to be the same."""
    return any(not x.anchored and x.edtf.startswith("XXXX-") for x in (a, b))


def _days(when: When, other: When) -> Days | None:
    if when.anchored:
        return Days(when.earliest or date.min, when.latest or date.max)
    if not when.edtf.startswith("XXXX-"):
        return None
    near = other.earliest or other.latest
    year = near.year if near else _LEAP
    month, _, day = when.edtf.removesuffix("~").removeprefix("XXXX-").partition("-")
    try:
        first = date(year, int(month), int(day or 1))
    except ValueError:  # 29 February, and the other date's year has none
        return None
    if day:
        return Days(first, first)
    after = date(year + first.month // 12, first.month % 12 + 1, 1)
    return Days(first, after - timedelta(days=1))


def _unanchored(d: Dates) -> bool:
    return d.p is None or d.q is None


def _same(d: Dates) -> bool:
    p, q = d.days
    return p == q and not _loose(d.a) and not _loose(d.b) and p.first <= p.last


def _loose(when: When) -> bool:
    return when.approximate or when.precision in LOOSE


def reckoned(when: When) -> bool:
    """Whether its day was found by counting from another day ("Tuesday"), not by filling in the year alone."""
    return when.anchor.base is not None and "year" not in when.anchor.rule


def _same_day(d: Dates) -> bool:
    return _same(d) and d.days[0].first == d.days[0].last and not (reckoned(d.a) or reckoned(d.b))


def _same_resolved(d: Dates) -> bool:
    return _same(d) and (reckoned(d.a) or reckoned(d.b))


def _crosswise(d: Dates) -> bool:
    """A start against an end or a deadline."""
    return d.roles(STARTS, (*ENDS, Role.BY))


def _deadline(d: Dates) -> bool:
    return d.roles((Role.BY,), (*EVENTS, *SIDES, *ENDS))


def _deadlines(d: Dates) -> bool:
    """Two deadlines of which one is later: "by the end of 2025" lies in "by the end of 2026", and is not the same."""
    p, q = d.days
    return d.a.role is d.b.role is Role.BY and not p.within(_named(d.b, q)) and not q.within(_named(d.a, p))


def _named(when: When, days: Days) -> Days:
    """The period a deadline names: "by March" names March."""
    return days if when.earliest else Days(days.last, days.last)


def _edge(d: Dates) -> bool:
    """A state's start or end against an event, or a side of a day against anything."""
    return d.roles((*STARTS, *ENDS), EVENTS) or any(x.role in SIDES for x in (d.a, d.b))


def _begun_before(d: Dates) -> bool:
    """A state told from one day on, and what brings it about on a day before: "shut since Monday", "shut on Friday"."""
    if not d.roles(STARTS, EVENTS):
        return False
    since, on = d.days if d.a.role in STARTS else d.days[::-1]
    return on.last < since.first


def _stretch(when: When, days: Days) -> Days:
    """All days that the role allows: "before 1 December" ends on 30 November."""
    match when.role:
        case Role.BEFORE:
            return Days(date.min, days.first - timedelta(days=1) if days.first > date.min else days.first)
        case Role.AFTER:
            return Days(days.last + timedelta(days=1) if days.last < date.max else days.last, date.max)
        case Role.SINCE | Role.FROM:
            return Days(days.first, date.max)
        case Role.UNTIL | Role.BY:
            return Days(date.min, days.last)
        case _:
            return days


def _bound(d: Dates) -> bool:
    p, q = d.days
    return _edge(d) and _stretch(d.a, p).meets(_stretch(d.b, q))


def _vague(d: Dates) -> bool:
    p, q = d.days
    return (_loose(d.a) or _loose(d.b)) and _widened(d.a, p).meets(_widened(d.b, q))


def _widened(when: When, days: Days) -> Days:
    if not _loose(when):
        return days
    length = days.last - days.first
    slack = timedelta(days=3) if not length else min(length, _FAR)
    first = days.first - slack if days.first - date.min > slack else date.min
    return Days(first, days.last + slack if date.max - days.last > slack else date.max)


def _finer(d: Dates) -> bool:
    return d.b.precision in NAMED and d.days[0].within(d.days[1])


def _coarser(d: Dates) -> bool:
    return d.a.precision in NAMED and d.days[1].within(d.days[0])


def _within(d: Dates) -> bool:
    return d.days[0].within(d.days[1])


def _around(d: Dates) -> bool:
    return d.days[1].within(d.days[0])


def _overlap(d: Dates) -> bool:
    p, q = d.days
    return p.meets(q)


def _adjacent(d: Dates) -> bool:
    p, q = sorted(d.days, key=lambda x: x.first)
    if not d.a.precision is d.b.precision is Precision.DAY:  # two years next to each other are two years
        return False
    return p.last < date.max and p.last + timedelta(days=1) == q.first


_DATE: Final = Dimension.DATE
_LOG: Final = "find a record made at the time (a log, a statement, a photograph with its day)"

DATES: Final[tuple[Relation[Dates], ...]] = (
    Relation("unanchored", _DATE, Outcome.NOT_COMPARABLE, "at least one names no day of a known year", _unanchored,
             settles="give the day of publication (`published:`)"),
    Relation("same_day", _DATE, Outcome.AGREE, "both name the same day", _same_day),
    Relation("same_resolved", _DATE, Outcome.AGREE, "both come to the same time, reckoned from the day of "
             "publication", _same_resolved),
    Relation("same_period", _DATE, Outcome.AGREE, "both name the same period", _same),
    Relation("start_v_end", _DATE, Outcome.NOT_COMPARABLE, "one is the start and the other the end of something",
             _crosswise, explanation="measure"),
    Relation("deadline_v_event", _DATE, Outcome.COMPATIBLE, "one is a deadline and the other the day itself",
             _deadline, explanation="planned_actual"),
    Relation("other_deadline", _DATE, Outcome.DIFFERS, "one deadline is later than the other", _deadlines,
             settles=_LOG),
    Relation("bound", _DATE, Outcome.COMPATIBLE, "one sets a limit that allows for the other", _bound),
    Relation("other_start", _DATE, Outcome.DIFFERS, "one tells it from a day on, the other on a day before that",
             _begun_before, settles=_LOG),
    Relation("start_v_event", _DATE, Outcome.NOT_COMPARABLE, "one is the start, the end or one side of something, the "
             "other a day of its own", _edge, explanation="measure"),
    Relation("vague", _DATE, Outcome.COMPATIBLE, "one is only roughly dated, and the two fit", _vague),
    Relation("finer", _DATE, Outcome.COMPATIBLE, "the first names the time more closely, within the second", _finer,
             converse="coarser"),
    Relation("coarser", _DATE, Outcome.COMPATIBLE, "the second names the time more closely, within the first",
             _coarser, converse="finer"),
    Relation("within", _DATE, Outcome.COMPATIBLE, "the first lies in the period of the second", _within,
             converse="around"),
    Relation("around", _DATE, Outcome.COMPATIBLE, "the second lies in the period of the first", _around,
             converse="within"),
    Relation("overlap", _DATE, Outcome.DIFFERS, "the periods overlap, and neither contains the other", _overlap,
             settles=_LOG),
    Relation("adjacent", _DATE, Outcome.DIFFERS, "one ends the day before the other begins: check the hour and the "
             "time zone", _adjacent, settles=_LOG),
    Relation("disjoint", _DATE, Outcome.CONFLICTS, "the two days exclude each other", lambda _: True, settles=_LOG),
)  # fmt: skip
