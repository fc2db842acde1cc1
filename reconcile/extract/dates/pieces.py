"""What pieces of periods mean.

Part   early, mid or late in a period                    early November; the mid-1990s
Edge   only its first or its last day                    by the end of the year
Run    so many units at its start or its end             the first half of 2021; the last week of July
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

from reconcile.extract.dates.scene import Days, Meaning, Scene
from reconcile.extract.dates.units import around, at_unit
from reconcile.extract.dates.years import span
from reconcile.model import Precision

_SHORT: Final = 5  # days below which a period has no parts: "late at the weekend"


class Part(NamedTuple):
    """A piece of a period: early, mid, late, or one of so many equal runs ("first half": 1 of 2)."""

    of: Meaning
    piece: str

    @property
    def precision(self) -> Precision:
        """Two ends; of a day, the day."""
        return Precision.DAY if self.of.precision is Precision.DAY else Precision.INTERVAL

    def resolve(self, scene: Scene) -> Days:
        """That piece of the period's days."""
        days = self.of.resolve(scene)
        if days.earliest is None or days.latest is None or (days.latest - days.earliest).days < _SHORT:
            return days._replace(precision=self.precision, written="" if days.earliest is None else days.written)
        first, last = third(days.earliest, days.latest, {"start": "early", "end": "late"}.get(self.piece, self.piece))
        return days._replace(earliest=first, latest=last, precision=Precision.INTERVAL)


class Edge(NamedTuple):
    """Only the first or the last day of a period: "since the start of the year", "by the end of the year"."""

    of: Meaning
    piece: str

    @property
    def precision(self) -> Precision:
        """One end, the other is open."""
        return Precision.INTERVAL

    def resolve(self, scene: Scene) -> Days:
        """That one end."""
        days = self.of.resolve(scene)
        if days.earliest is None:
            return days._replace(precision=Precision.INTERVAL, written="")
        ends = {"earliest": days.earliest, "latest": None} if self.piece == "start" else {"earliest": None}
        return days._replace(precision=Precision.INTERVAL, **ends)


def third(first: date, last: date, piece: str) -> tuple[date, date]:
    """Early, mid or late in a period.

    Decades go 4-3-3 years (mid-1990s: 1994 to 1996), years 4-4-4 months, months 10-10-rest days.
    """
    size = (last - first).days + 1
    if size > 3000:
        years = last.year - first.year + 1
        one, two = (4, 7) if years == 10 else (years * 34 // 100, years * 67 // 100)
        cuts = date(first.year + one, 1, 1), date(first.year + two, 1, 1)
    elif size > 300:
        cuts = date(first.year, first.month + 4, 1), date(first.year, first.month + 8, 1)
    elif size > 80:
        cuts = around(first + timedelta(days=40), "month")[0], around(last, "month")[0]
    else:
        step = 10 if size > 20 else 2
        cuts = first + timedelta(days=step), first + timedelta(days=2 * step)
    return {
        "early": (first, cuts[0] - timedelta(days=1)),
        "mid": (cuts[0], cuts[1] - timedelta(days=1)),
        "late": (cuts[1], last),
    }[piece]


@dataclass(frozen=True, slots=True)
class Run:
    """So many units at the start or the end of a period: its first three months, its last week, its second half."""

    of: Meaning
    unit: str
    first: int
    count: int = 1

    @property
    def precision(self) -> Precision:
        """Two ends."""
        return Precision.INTERVAL

    def resolve(self, scene: Scene) -> Days:
        """Those days of the period; all of it where they do not fit."""
        days = self.of.resolve(scene)
        if days.earliest is None or days.latest is None:
            return days._replace(precision=Precision.INTERVAL, written="")
        first, last = _run(days.earliest, days.latest, self)
        slack = timedelta(days=3 if self.unit == "week" else 0)
        if first > last or last > days.latest + slack or first < days.earliest - slack:
            return days
        loose = self.unit == "week"  # "the first week of May" need not begin on a Monday
        whole = self.count == 1 and self.unit in ("day", "week", "month", "quarter", "year")
        precision = at_unit(self.unit) if whole else Precision.INTERVAL
        return days._replace(earliest=first, latest=last, precision=precision, approximate=loose or days.approximate)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _run(first: date, last: date, run: Run) -> tuple[date, date]:
    if run.unit == "week":  # a week belongs where its Thursday lies, as in the calendar of weeks
        first, last = _monday(first + timedelta(days=3)), _monday(last + timedelta(days=-3)) + timedelta(days=6)
    if run.unit in ("day", "week"):
        size = timedelta(days=run.count * (7 if run.unit == "week" else 1))
        if run.first < 0:
            return last - size + timedelta(days=1), last
        start = first + size * (run.first - 1)
        return start, start + size - timedelta(days=1)
    length = {"month": 1, "quarter": 3, "half": ((last.year - first.year) * 12 + last.month - first.month + 1) // 2,
              "year": 12, "decade": 120}[run.unit] * run.count  # fmt: skip
    if length == 0:  # half a month
        middle = first + (last - first) // 2
        return (first, middle) if run.first == 1 else (middle + timedelta(days=1), last)
    if run.first < 0:
        end = last.year * 12 + last.month - length
        return span(end % 12 + 1, length, end // 12)
    begin = first.year * 12 + first.month - 1 + length * (run.first - 1)
    return span(begin % 12 + 1, length, begin // 12)
