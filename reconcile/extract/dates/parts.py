"""Parts of periods, and periods placed in one another.

"early November", "the mid-1990s", "the end of the year", "the first half of 2021", "the last week of July",
"October of next year", "the same period last year", "the week of Nov. 26".
"""

from datetime import date
from typing import Final

from reconcile.extract.dates.grammar import PARTS, Hit, Phrase
from reconcile.extract.dates.kinds import KINDS
from reconcile.extract.dates.meanings import About, Fixed, InYear, Lately, Yearly
from reconcile.extract.dates.periods import half, of_a_game, season
from reconcile.extract.dates.pieces import Part, Run
from reconcile.extract.dates.reckoned import Same, SameBefore, Step
from reconcile.extract.dates.recurring import Around, LongWeekend, Weekly
from reconcile.extract.dates.scene import Meaning
from reconcile.extract.dates.stretches import Stretch
from reconcile.extract.dates.years import month
from reconcile.model import Precision

_OWN_DECADE: Final = 2000  # "the late 2000s" are the end of a decade
_NUMBERED: Final = frozenset(KINDS[kind] for kind in ("INT", "NUM"))


@PARTS.rule(
    "early, mid, late",
    "THE? part:PART DASH? [ON IN]? THE? date:DATE",
    "THE? part:PART [IN DASH] THE? unit:UNIT",
    "THE part:PART runs:UNIT OF THE? date:DATE",
)
def _part(hit: Hit) -> Meaning | None:
    """Read "early November", "by mid-century", "late on Friday", "late in the year", "the early years of the 1990s"."""
    if hit.has("runs") and not hit.word("runs").endswith("s"):
        return None
    if hit.has("unit"):
        units: tuple[str, ...] = ("week", "month", "year")
        if hit.items[hit.match.start() + 1].kind == KINDS["DASH"]:
            units = ("month", "year", "decade", "century") if hit["part"] == "mid" and hit.clause_ends else ()
        return Part(Step(hit["unit"], 0), hit["part"]) if hit["unit"] in units else None
    meaning = hit["date"].meaning
    if isinstance(meaning, Part):
        return None
    return Part(_century(meaning) if hit["part"] != "early" else meaning, hit["part"])


def _century(meaning: Meaning) -> Meaning:
    """The century for a decade that is named like it: "the late 1800s" are no three years."""
    hundreds = isinstance(meaning, Fixed) and meaning.precision is Precision.DECADE and meaning.earliest.year % 100 == 0
    if not (hundreds and isinstance(meaning, Fixed)) or meaning.earliest.year >= _OWN_DECADE:
        return meaning
    return meaning._replace(latest=date(meaning.earliest.year + 99, 12, 31), precision=Precision.CENTURY)


@PARTS.rule(
    "start, middle, end",
    "THE? edge:[EDGE STARTING] OF THE? date:DATE",
    "THE? edge:[EDGE STARTING] OF THE? unit:UNIT",
    "unit:UNIT POSS? DASH? edge:EDGE",
)
def _edge(hit: Hit) -> Meaning | None:
    """Read "the end of last year", "by year's end"; not "the start of Week 11", "the start of the 2012 season"."""
    edge = "start" if hit.kind("edge") == KINDS["STARTING"] else hit["edge"]
    if hit.has("unit"):
        if hit.after is not None and hit.after.kind in _NUMBERED:
            return None
        if hit["unit"] not in ("week", "month", "year", "decade", "century", "quarter"):
            return None
        return Part(Step(hit["unit"], 0), edge)
    meaning = hit["date"].meaning
    within_noun = meaning.precision in (Precision.YEAR, Precision.INTERVAL) and hit.attributive("date")
    return None if within_noun or isinstance(meaning, Part) else Part(meaning, edge)


@PARTS.rule("earlier, later", "[EARLIER LATER PART] ON? date:DATE", "[EARLIER LATER PART] IN THE unit:UNIT")
def _within(hit: Hit) -> Meaning | None:
    """Read "earlier this month", "later in the day": the month, the day; that it was earlier says the verb."""
    if hit.has("unit"):
        return Same(hit["unit"], base=True) if hit["unit"] in ("day", "week", "month", "year") else None
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
        return None if of_a_game(hit, surely_not=True) else half(first, None)
    else:
        return None
    if of.precision is Precision.DAY:
        return None
    if hit.word("unit").endswith("s") and not hit.has("count"):  # "the first months of 2020"
        return Part(of, "early" if first == 1 else "late") if first in (1, -1) and not isinstance(of, Part) else None
    if unit == "half":
        first = 1 if first == 1 else -1
    count = hit["count"] or 1
    return Run(of, unit, first, count)


@PARTS.rule(
    "in a reckoned year",
    "date:DATE OF? IN? year:PERIOD",
    "year:PERIOD POSS? date:DATE",
    "THE? season:SEASON [OF IN] year:PERIOD",
    "THE? month:MONTH [OF IN] year:PERIOD",
)
def _in_year(hit: Hit) -> Meaning | None:
    """Read "October of next year", "the fall of last year", "last year's or fiscal 1990's third quarter"."""
    year = hit["year"].meaning
    if hit.has("season"):
        date_: Meaning = season(hit["season"])
    else:
        date_ = month(hit["month"].number) if hit.has("month") else hit["date"].meaning
    if not isinstance(date_, Yearly) or date_.year is not None or date_.step is not None:
        return None
    if isinstance(year, About) and isinstance(year.of, Fixed):
        return About(InYear(date_, year.of)) if year.precision is Precision.YEAR else None
    if isinstance(year, Fixed | Lately) and year.precision is Precision.YEAR:
        return InYear(date_, year)
    if not isinstance(year, Step | Same) or year.unit != "year":
        return None
    return InYear(date_, Step("year", year.count) if isinstance(year, Step) and year.count < 0 else year)


@PARTS.rule(
    "the same, years before",
    "same:DATE OF? IN? year:PERIOD",
    "THE? SAME SPAN OF? IN? year:PERIOD",
    "THE SPAN year:PERIOD",
    "THE? SAME year:PERIOD [SPAN UNIT]",
)
def _same_before(hit: Hit) -> Meaning | None:
    """Read "the same period last year", "the same day last year", "the comparable 1988 period"."""
    year, same, last = hit["year"].meaning, hit["same"], hit.items[hit.match.end() - 1]
    if same is not None and not isinstance(same.meaning, Same):
        return None
    unit = same.meaning.unit if same is not None else last.value if last.kind == KINDS["UNIT"] else None
    if unit == "year":
        return None
    if isinstance(year, Fixed) and year.precision is Precision.YEAR and hit.word("year")[0].isdigit():
        bare = same is None and hit.items[hit.match.start() + 1].kind == KINDS["SPAN"]
        return None if bare else SameBefore(0, unit, year.earliest.year)
    back = isinstance(year, Step) and year.unit == "year" and year.count < 0
    return SameBefore(year.count, unit) if back else None


@PARTS.rule("weekend of a holiday", "date:DAY unit:UNIT year:PERIOD?")
def _holiday_weekend(hit: Hit) -> Meaning | None:
    """Read "Labor Day weekend 2021"."""
    meaning = hit["date"].meaning
    if hit["unit"] != "weekend" or not isinstance(meaning, Yearly) or meaning.written:
        return None
    year = hit["year"].meaning if hit.has("year") else None
    if year is None:
        return LongWeekend(meaning)
    whole = isinstance(year, Fixed) and year.precision is Precision.YEAR
    return LongWeekend(meaning._replace(year=year.earliest.year)) if whole else None


@PARTS.rule("weekend of a day", "weekend:PERIOD OF date:DATE")
def _weekend_of(hit: Hit) -> Meaning | None:
    """Read "the weekend of March 7", "the weekend of Thanksgiving"; not "last weekend of May 3"."""
    weekend, of = hit["weekend"].meaning, hit["date"].meaning
    if not isinstance(weekend, Weekly) or weekend.size == 1 or weekend.step is not None or weekend.week is not None:
        return None
    if of.precision is not Precision.DAY:
        return of if isinstance(of, Stretch) else None  # "the weekend of 21-22 March"
    return LongWeekend(of) if isinstance(of, Yearly) and not of.written else Around(of, "weekend")


@PARTS.rule("week of a day", "THE unit:UNIT [OF STARTING CLOSING TO] ON? date:DAY", "unit:UNIT on:OF date:DAY")
def _week_of(hit: Hit) -> Meaning | None:
    """Read "the week of Nov. 26", "the weekend of March 3", "the week starting Monday", "the week to Oct. 19"."""
    if hit["unit"] not in ("week", "weekend") or hit.word("unit").endswith("s"):
        return None
    of = hit["date"].meaning
    if hit["unit"] == "weekend" and isinstance(of, Yearly) and not of.written:
        return LongWeekend(of)
    if hit.has("on"):
        return Around(of, hit["unit"])
    return Around(hit["date"].meaning, hit["unit"], begins=hit.items[hit.match.start() + 2].kind == KINDS["STARTING"])
