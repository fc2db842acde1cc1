"""Seasons, quarters, halves, fiscal years, and parts of any period.

"the summer of 2019", "Q3", "the third quarter", "fiscal 2020", "early November", "the end of the year",
"the first half of 2021", "the last week of July", "mid-1990s".
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Final

from reconcile.extract.dates.calendar_dates import span
from reconcile.extract.dates.grammar import PARTS, SINGLE, Hit, Phrase
from reconcile.extract.dates.meanings import About, Fixed, Step, Yearly
from reconcile.extract.dates.scene import Days, Meaning, Scene
from reconcile.extract.dates.units import around
from reconcile.extract.dates.words import KINDS
from reconcile.model import Precision

_THIRDS: Final = ("early", "mid", "late")


@dataclass(frozen=True, slots=True)
class Part:
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
        if days.earliest is None or days.latest is None or days.precision is Precision.DAY:
            return replace(days, precision=self.precision, written="" if days.earliest is None else days.written)
        first, last = third(days.earliest, days.latest, self.piece)
        return replace(days, earliest=first, latest=last, precision=Precision.INTERVAL)


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
            return replace(days, precision=Precision.INTERVAL, written="")
        first, last = _run(days.earliest, days.latest, self)
        if first > last or last > days.latest or first < days.earliest:
            return days
        return replace(days, earliest=first, latest=last, precision=Precision.INTERVAL)


def _run(first: date, last: date, run: Run) -> tuple[date, date]:
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


def season(first_month: int, year: int | None = None, step: int | None = None) -> Meaning:
    """A season of the northern year."""
    written = f"XXXX-{20 + first_month // 3}"
    return Yearly(partial(span, first_month, 3), Precision.SEASON, year, step, near=False, written=written)


@SINGLE.rule("season", "(?:THE? season:SEASON OF? year:YEAR)", "[THE IN] season:SEASON", "step:STEP season:SEASON")
def _season(hit: Hit) -> Meaning | None:
    """Read "the summer of 2019", "last winter"; "the fall of the wall" is none."""
    year, step = hit["year"], hit["step"]
    if year is None and step is None:
        before = hit.before
        if hit.after is not None and hit.after.kind in (KINDS["OF"], KINDS["IN"], KINDS["NAME"]):
            return None
        if before is None or before.kind not in (KINDS["IN"], KINDS["BY"], KINDS["SINCE"], KINDS["ON"], KINDS["TO"]):
            return None
    return season(hit["season"], year, step)


_OF_YEAR: Final = "(?:COMMA? [OF IN]? year:YEAR)?"


@SINGLE.rule("quarter", f"THE? q:QUARTER {_OF_YEAR}", "year:YEAR DASH? q:QUARTER")
def _q(hit: Hit) -> Meaning:
    """Read "Q3", "Q3 2020", "2020 Q3"."""
    return quarter(hit["q"], hit["year"])


def quarter(number: int, year: int | None) -> Meaning:
    """A quarter of the calendar year; a firm's own may differ."""
    return Yearly(partial(span, 3 * number - 2, 3), Precision.QUARTER, year, near=False)


@SINGLE.rule("half-year", f"THE? h:HALFYEAR {_OF_YEAR}", "year:YEAR DASH? h:HALFYEAR")
def _h(hit: Hit) -> Meaning:
    """Read "H1 2021"."""
    return half(hit["h"], hit["year"])


def half(number: int, year: int | None) -> Meaning:
    """A half of the calendar year."""
    return Yearly(partial(span, 6 * number - 5, 6), Precision.INTERVAL, year, near=False)


@SINGLE.rule("nth quarter", f"THE? FISCAL? nth:NTH DASH? unit:UNIT {_OF_YEAR}")
def _nth_quarter(hit: Hit) -> Meaning | None:
    """Read "the third quarter", "third-quarter profit", "the fourth quarter of 2005"."""
    if hit["unit"] != "quarter" or not 1 <= hit["nth"] <= 4:
        return None
    return quarter(hit["nth"], hit["year"])


@SINGLE.rule("fiscal year", "code:FISCALYEAR", "THE? FISCAL (?:unit:UNIT)? year:YEAR")
def _fiscal(hit: Hit) -> Meaning:
    """Read "fiscal 2020", "FY2020": read as the calendar year, marked as about it."""
    year = hit["code"] if hit.has("code") else hit["year"]
    rule = "fiscal year, taken as about the calendar year"
    return About(Fixed(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, rule))


@PARTS.rule(
    "early, mid, late",
    "THE? part:PART DASH? (?:ON|IN)? THE? date:DATE",
    "THE? part:PART DASH? (?:ON|IN)? THE? unit:UNIT",
)
def _part(hit: Hit) -> Meaning | None:
    """Read "early November", "mid-1990s", "late on Friday", "late in the year"."""
    if hit.has("unit"):
        if hit["unit"] not in ("week", "month", "year"):
            return None
        return Part(Step(hit["unit"], 0), hit["part"])
    meaning = hit["date"].meaning
    if isinstance(meaning, Part):
        return None
    return Part(meaning, hit["part"])


@PARTS.rule(
    "start, middle, end",
    "THE? edge:EDGE OF THE? date:DATE",
    "THE? edge:EDGE OF THE? unit:UNIT",
    "unit:UNIT POSS? DASH? edge:EDGE",
)
def _edge(hit: Hit) -> Meaning | None:
    """Read "the end of last year", "by year's end"."""
    if hit.has("unit"):
        if hit["unit"] not in ("week", "month", "year", "decade", "century", "quarter"):
            return None
        return Part(Step(hit["unit"], 0), hit["edge"])
    meaning = hit["date"].meaning
    return None if isinstance(meaning, Part) else Part(meaning, hit["edge"])


@PARTS.rule("earlier, later", "side:[EARLIER LATER] ON? date:DATE", "side:[EARLIER LATER] IN THE unit:UNIT")
def _within(hit: Hit) -> Meaning | None:
    """Read "earlier this month": the month named; that it was earlier says the verb."""
    if hit.has("unit"):
        return Step(hit["unit"], 0) if hit["unit"] in ("day", "week", "month", "year") else None
    phrase: Phrase = hit["date"]
    return phrase.meaning if isinstance(phrase.meaning, Step) else None


@PARTS.rule(
    "half or run of a period",
    "THE? nth:[ORDWORD ORD STEP] (?:count:[INT COUNTWORD])? unit:[UNIT HALF] [OF IN] (?:date:DATE|THE whole:UNIT)",
    "THE? nth:ORDWORD DASH? unit:HALF (?:date:DATE)?",
)
def _run_of(hit: Hit) -> Meaning | None:
    """Read "the first half of 2021", "the last week of July", "the first three months of the year"."""
    unit = hit["unit"]
    if unit not in ("half", "day", "week", "month", "quarter", "year", "decade"):
        return None
    first = hit["nth"]
    if hit.kind("nth") == KINDS["STEP"] and first != -1:
        return None
    of: Meaning
    if hit.has("date"):
        of = hit["date"].meaning
    elif hit.has("whole"):
        of = Step(hit["whole"], 0)
    elif unit == "half" and first in (1, 2):
        return half(first, None)
    else:
        return None
    if of.precision is Precision.DAY:
        return None
    if unit == "half":
        first = 1 if first == 1 else -1
    count = hit["count"] or 1
    return Run(of, unit, first, count)
