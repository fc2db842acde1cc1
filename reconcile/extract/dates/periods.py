"""Seasons, quarters, halves and fiscal years: "the summer of 2019", "the third quarter", "H1 2021", "fiscal 2020"."""

import re
from datetime import date, timedelta
from functools import partial
from typing import Final, NamedTuple

from reconcile.extract.dates.back import YearsBefore
from reconcile.extract.dates.grammar import SINGLE, Hit
from reconcile.extract.dates.kinds import KINDS, listed
from reconcile.extract.dates.meanings import About, Ends, Fixed, Yearly
from reconcile.extract.dates.reckoned import Step
from reconcile.extract.dates.scene import NO_DATE, Days, Meaning, Scene
from reconcile.extract.dates.years import span
from reconcile.lexicon import entries
from reconcile.model import Precision


def season(first_month: int, year: int | None = None, step: int | None = None) -> Meaning:
    """A season of the northern year."""
    written = f"XXXX-{20 + first_month // 3}"
    return Yearly(partial(span, first_month, 3), Precision.SEASON, year, step, near=False, written=written)


@SINGLE.rule("winter of two years", "THE? season:SEASON OF? years:YEARS")
def _winter(hit: Hit) -> Meaning | None:
    """Read "the winter of 1998-99": the one that begins in the first of the two."""
    first, last = hit["years"]
    return season(hit["season"], first) if hit.word("season") == "winter" and last % 100 == (first + 1) % 100 else None


@SINGLE.rule("season", "(?:THE? season:SEASON OF? year:YEAR)", "THE? season:SEASON", "step:STEP season:SEASON")
def _season(hit: Hit) -> Meaning | None:
    """Read "the summer of 2019", "last winter", "its spring session"; "the fall of the wall" is none."""
    year, step = hit["year"], hit["step"]
    if year is None and step is None and _held_in(hit):
        return season(hit["season"])
    if year is None and step is None:
        before, the = hit.before, hit.items[hit.match.start()].kind == KINDS["THE"]
        bare = hit.clause_ends or str(hit.after.value if hit.after else "").lower() in listed("no_nouns")
        if not the and (not bare or before is None or before.kind not in (KINDS["IN"], KINDS["BY"], KINDS["SINCE"])):
            return None  # "in spring", "by fall"; not "a spring", "prices fall"
        if hit.after is not None and hit.after.kind in (KINDS["OF"], KINDS["IN"], KINDS["NAME"]):
            return None
        if before is None or before.kind not in (KINDS["IN"], KINDS["BY"], KINDS["SINCE"], KINDS["ON"], KINDS["TO"]):
            return None
    return season(hit["season"], year, step)


def _held_in(hit: Hit) -> bool:
    """Whether it tells which one of what is held every year: "its spring session", "the autumn budget"."""
    the = hit.items[hit.match.start()].kind == KINDS["THE"]
    owned = hit.before is not None and str(hit.before.value).lower() in listed("owners")
    after = hit.after
    noun = hit.text[after.start : after.end].lower() if after is not None else ""
    return (the or owned) and noun in listed("held_in_a_season")


@SINGLE.rule("seasons ago", "count:[COUNTWORD INT] seasons:[OTHER NAME] AGO")
def _seasons_ago(hit: Hit) -> Meaning | None:
    """Read "two summers ago": the last one is one ago."""
    first = entries("dates")["seasons"].get(hit.word("seasons").removesuffix("s"))
    return None if first is None or hit["count"] < 1 else YearsBefore(season(int(first), step=-1), hit["count"] - 1)


_WEEKS: Final = 53
_NEAR_WEEKS: Final = 56  # days from the publication in which "week 43" is one of the calendar
_AROUND: Final = 150  # characters on either side that tell a game from a business year
_WORD: Final = re.compile(r"[a-z]+(?:-[a-z]+)?")
_SCORE: Final = re.compile(r"(?<![\d-])\d{1,2}[-–]\d{1,2}(?![\d-])")
_OF_YEAR: Final = "(?:[COMMA DASH]? [OF IN]? year:YEAR)?"


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


@SINGLE.rule(
    "nth quarter",
    f"THE? fiscal:FISCAL? nth:NTH DASH? unit:UNIT {_OF_YEAR}",
    "THE? year:YEAR DASH? nth:NTH DASH? unit:UNIT",
)
def _nth_quarter(hit: Hit) -> Meaning | None:
    """Read "the third quarter", "third-quarter profit", "the fourth quarter of 2005"."""
    if hit["unit"] != "quarter" or not 1 <= hit["nth"] <= 4:
        return None
    if not hit.has("year") and of_a_game(hit):
        return None
    found = quarter(hit["nth"], hit["year"])
    return About(found) if hit.has("fiscal") else found


def of_a_game(hit: Hit, *, surely_not: bool = False) -> bool:
    """Whether the words around a quarter or a half without a year tell of a game.

    Args:
        hit: the quarter or half.
        surely_not: whether it is one where no word tells of business either: "the second half lasted an hour".
    """
    start, end = hit.items[hit.match.start()].start, hit.items[hit.match.end() - 1].end
    around = hit.text[max(0, start - _AROUND) : end + _AROUND]
    words = set(_WORD.findall(around.lower()))
    score = _SCORE.search(around) is not None
    return score + surely_not + len(words & listed("sport")) > len(words & listed("business"))


@SINGLE.rule("quarter of a month", "THE? month:MONTH DASH? unit:UNIT")
def _month_quarter(hit: Hit) -> Meaning | None:
    """Read "the September quarter": the three months up to the end of that month."""
    number = hit["month"].number
    if hit["unit"] != "quarter" or hit.word("unit").endswith("s") or number % 3:
        return None
    return quarter(number // 3, None)


class CalendarWeek(NamedTuple):
    """A week by its number, the year not said: near the day of publication, or it is no week of the calendar.

    "At week 24 of the trial", "in week 11 of the season" are counted from elsewhere.
    """

    of: Yearly

    @property
    def precision(self) -> Precision:
        """A week."""
        return Precision.WEEK

    def resolve(self, scene: Scene) -> Days:
        """The nearest one, if it is near."""
        week = self.of.resolve(scene)
        if scene.base is None or week.earliest is None or abs((scene.base - week.earliest).days) > _NEAR_WEEKS:
            return NO_DATE
        return week


def _week_of_year(number: int, year: int) -> Ends:
    monday = date.fromisocalendar(year, number, 1)
    return monday, monday + timedelta(days=6)


@SINGLE.rule("week by its number", "the:THE? unit:UNIT number:[INT NUM] (?:[COMMA OF IN]? year:YEAR)?")
def _week(hit: Hit) -> Meaning | None:
    """Read "week 43", "in the week 31", "week 3 of 2027"; not "Week 11" of a season, "week 24 of the trial"."""
    if hit["unit"] != "week" or hit.word("unit") != "week" or not 1 <= hit["number"] <= _WEEKS:
        return None
    after = hit.after
    within = after is not None and after.kind == KINDS["OF"]
    named = hit.has("year") or (within and _ends_in_year(hit))
    if not named and (within or (hit.written("unit")[0].isupper() and not hit.has("the"))):
        return None
    week = Yearly(partial(_week_of_year, hit["number"]), Precision.WEEK, hit["year"])
    return week if named or hit.has("the") else CalendarWeek(week)


def _ends_in_year(hit: Hit) -> bool:
    """Whether "of last year" follows."""
    items = hit.items[hit.match.end() + 1 : hit.match.end() + 3]
    return [item.kind for item in items] == [KINDS["STEP"], KINDS["UNIT"]] and items[1].value == "year"


@SINGLE.rule("calendar year", "THE? CALENDAR UNIT? year:YEAR", "THE? year:CALENDARYEAR", "step:STEP CALENDAR unit:UNIT")
def _calendar(hit: Hit) -> Meaning | None:
    """Read "calendar 2019", "CY2019", "this calendar year"."""
    if hit.has("step"):
        return Step("year", hit["step"]) if hit["unit"] == "year" else None
    return Fixed(date(hit["year"], 1, 1), date(hit["year"], 12, 31), Precision.YEAR)


@SINGLE.rule("fiscal year", "code:FISCALYEAR", "THE? FISCAL (?:unit:UNIT)? year:YEAR")
def _fiscal(hit: Hit) -> Meaning:
    """Read "fiscal 2020", "FY2020": read as the calendar year, marked as about it."""
    year = hit["code"] if hit.has("code") else hit["year"]
    rule = "fiscal year, taken as about the calendar year"
    return About(Fixed(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, rule))
