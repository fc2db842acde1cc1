"""Days of the calendar: "Nov. 25", "Tuesday, 25 November 2020", "the 25th", "Good Friday".

In: words. Out: `Yearly` and `Monthly` meanings.
"""

from datetime import date
from functools import partial
from typing import Final

from reconcile.extract.dates import holidays
from reconcile.extract.dates.grammar import SINGLE, Hit
from reconcile.extract.dates.kinds import KINDS
from reconcile.extract.dates.meanings import Ends, InYear, Lately, Yearly
from reconcile.extract.dates.reckoned import Step
from reconcile.extract.dates.recurring import Monthly
from reconcile.extract.dates.scene import REACH, Meaning
from reconcile.model import Precision

_LEAP: Final = 2000
_WEEKDAY: Final = "(?:weekday:WEEKDAY COMMA? ON? THE?)?"
YEAR: Final = "(?:[COMMA OF IN]? year:YEAR)?"


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none or no news speaks of it."""
    if year not in REACH:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _one_day(month: int, day: int, year: int) -> Ends:
    found = date(year, month, day)
    return found, found


def day(month: int, number: int, year: int | None, weekday: int | None = None) -> Meaning | None:
    """A day of a month, its year known or not; None where the calendar has no such day."""
    if day_of(year if year is not None else _LEAP, month, number) is None:
        return None
    return Yearly(
        partial(_one_day, month, number),
        Precision.DAY,
        year,
        written=f"XXXX-{month:02}-{number:02}",
        weekday=weekday if weekday is None or weekday >= 0 else -1 - weekday,
    )


@SINGLE.rule(
    "month and day",
    f"{_WEEKDAY} month:MONTH [DASH THE]? day:DAYNUM {YEAR}",
    f"{_WEEKDAY} THE? day:DAYNUM [OF DASH]? month:MONTH (?:[COMMA OF IN DASH]? year:YEAR)?",
    f"{_WEEKDAY} THE? day:ORDWORD OF month:MONTH {YEAR}",
    f"THE? day:NTH one:UNIT OF month:MONTH {YEAR}",
    f"{_WEEKDAY} month:MONTH day:DAYNUM DASH year:YEAR",
    "month:MONTH SLASH day:INT",
    "day:INT SLASH month:MONTH SLASH year:YEAR",
    "year:YEAR [DASH SLASH] month:MONTH [DASH SLASH] day:INT",
    "day:INT DASH month:MONTH DASH short:[INT NUM]",
    f"{_WEEKDAY} month:MONTH COMMA day:ORD {YEAR}",
    f"{_WEEKDAY} month:MONTH day:COUNTWORD {YEAR}",
    f"{_WEEKDAY} day:COUNTWORD month:MONTH {YEAR}",
)
def _month_day(hit: Hit) -> Meaning | None:
    """Read "Tuesday, Nov. 25, 2020", "the 25th of November", "the first of May", "25-Nov-2020", "22/Jan/2019"."""
    if _counts_something(hit) or (hit.has("one") and hit["one"] != "day"):
        return None
    found = day(hit["month"].number, hit["day"], hit["year"], hit["weekday"])
    if hit.has("short"):
        return InYear(found, Lately(hit["short"], 1)) if isinstance(found, Yearly) and hit["short"] < 100 else None
    return found


def _counts_something(hit: Hit) -> bool:
    """Whether the number is no day: "in May 20 people died", "by May twenty had"."""
    last = hit.items[hit.match.end() - 1]
    if hit.kind("day") == KINDS["COUNTWORD"] and not (hit.has("year") or hit.clause_ends):
        return True
    in_month = hit.before is not None and hit.before.value == "in" and last.kind == KINDS["INT"]
    return in_month and hit.after is not None and hit.after.kind == KINDS["OTHER"]


@SINGLE.rule("month and day", "THE? step:STEP day:NTH OF? month:MONTH")
def _named_day(hit: Hit) -> Meaning | None:
    """Read "next 6th of April", "last fourth of July"."""
    found = day(hit["month"].number, hit["day"], None)
    return found._replace(step=hit["step"]) if isinstance(found, Yearly) else None


@SINGLE.rule("month and day", "THE? day:DAYNUM OF? month:MONTH OF short:NUM")
def _of_a_short_year(hit: Hit) -> Meaning | None:
    """Read "15 April of 87"."""
    of = day(hit["month"].number, hit["day"], None)
    plain = hit["short"] in SHORT_YEARS and hit.no_noun_follows and isinstance(of, Yearly)
    return InYear(of, Lately(hit["short"], 1)) if plain and isinstance(of, Yearly) else None


@SINGLE.rule("month and day", "month:MONTH DASH date:YEARMONTH")
def _dashed(hit: Hit) -> Meaning | None:
    """Read "Sep-23-2020"."""
    whole = hit["date"].start("n") == 0  # the day, then the year
    return day(hit["month"].number, int(hit["date"]["n"]), int(hit["date"]["y"])) if whole else None


SHORT_YEARS: Final = range(32, 100)  # two figures of a year that can be no day of a month


@SINGLE.rule("month and day", f"month:MONTH THE? day:ORDWORD {YEAR}")
def _month_ordinal(hit: Hit) -> Meaning | None:
    """Read "July Fourth", "January first, 2000"; not "in March second graders"."""
    goes_on = hit.after is not None and hit.after.kind == KINDS["TO"]  # "April first to third"
    named = hit.word("day") != hit.written("day") or hit.has("year") or hit.clause_ends or goes_on
    return day(hit["month"].number, hit["day"], hit["year"]) if named else None


@SINGLE.rule("weekday and day", "weekday:WEEKDAY COMMA? THE? day:[ORD ORDWORD]", "weekday:WEEKDAY day:INT")
def _weekday_day(hit: Hit) -> Meaning | None:
    """Read "Friday the 13th", "on Mon 13th", "on Sunday 31": the nearest month in which both fit.

    Not "Tuesday first met", nor "on Tuesday 11 people".
    """
    if hit.kind("day") == KINDS["INT"] and not (hit.clause_ends and hit.before and hit.before.kind == KINDS["ON"]):
        return None
    if not hit.clause_ends and hit.after is not None and hit.after.kind in (KINDS["OTHER"], KINDS["NAME"]):
        return None
    weekday = hit["weekday"]
    return Monthly(hit["day"], weekday=weekday if weekday >= 0 else -1 - weekday)


@SINGLE.rule(
    "day of the month",
    "THE day:ORD",
    "THE day:ORD OF? step:STEP unit:UNIT",
    "THE day:ORDWORD OF step:STEP unit:UNIT",
    "THE day:[ORD ORDWORD] (?:day2:UNIT)? OF THE unit:UNIT",
)
def _monthly(hit: Hit) -> Meaning | None:
    """Read "on the 25th", "the 25th of this month"; not "the 25th anniversary"."""
    before = hit.before
    if hit.has("day2") and hit["day2"] != "day":
        return None
    if hit.has("unit") and hit["unit"] == "month":
        return Monthly(hit["day"], Step("month", hit["step"] or 0))
    if hit.has("unit") or before is None or not hit.clause_ends:
        return None
    return Monthly(hit["day"]) if before.kind in (KINDS["ON"], KINDS["BY"], KINDS["TO"], KINDS["OF"]) else None


@SINGLE.rule("holiday", f"THE? name:HOLIDAY {YEAR}", "step:STEP name:HOLIDAY")
def _holiday(hit: Hit) -> Meaning | None:
    """Read "Christmas Day", "Easter 2018", "before Christmas", "last Christmas"; not "a Christmas party"."""
    name = hit["name"]
    if not name.endswith(("day", "eve", "monday", "friday")) and not _placed(hit):
        return None
    return Yearly(partial(_holiday_ends, name), Precision.DAY, hit["year"] or holidays.fixed_year(name), hit["step"])


def _placed(hit: Hit) -> bool:
    weekend = hit.after is not None and hit.after.value == "weekend"  # "for Halloween weekend"
    if hit.has("year") or hit.has("step") or weekend:
        return True
    items = hit.items[: hit.match.start()]
    if len(items) > 1 and items[-1].kind == KINDS["OF"] and items[-2].kind == KINDS["UNIT"]:
        return True  # "the weekend of Thanksgiving"
    if len(items) > 1 and items[-1].kind == KINDS["AND"] and items[-2].kind == KINDS["HOLIDAY"]:
        items = items[:-2]  # "after Christmas and New Year"; not "the Christmas and New Year sales"
    return bool(items) and items[-1].kind in _PLACING


_PLACING: Final = frozenset(
    KINDS[kind] for kind in ("ON", "BY", "BEFORE", "AFTER", "SINCE", "TO", "FROM", "ABOUT", "BETWEEN", "THAN")
)


def _holiday_ends(name: str, year: int) -> Ends:
    found = holidays.day(name, year)
    return found, found
