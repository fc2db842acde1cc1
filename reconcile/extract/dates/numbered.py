"""Days in figures: "2020-11-25", "11/25/2020", "25.11.2020", "12/11/98", "on 11/20, 11/22 or 11/25".

Which of two small numbers is the month no word says. What settles it is said in the anchor: the calendar (there is no
month 25, and a Monday is one of two days), else another day in figures of the same article, else the stops and dashes
of "7.8.2020"; else it is read month first, and the anchor says that it may be otherwise.
"""

import re
from typing import Final, NamedTuple

from reconcile.extract.dates.days import day, day_of
from reconcile.extract.dates.grammar import SINGLE, Hit, Phrase
from reconcile.extract.dates.kinds import KINDS
from reconcile.extract.dates.meanings import Lately
from reconcile.extract.dates.scene import Days, Meaning, Scene, unknown
from reconcile.extract.dates.stretches import Stretch
from reconcile.extract.dates.years import month
from reconcile.model import Precision, Role
from reconcile.model.values import UNDECIDED

_MONTHS: Final = 12
_IN_TEXT: Final = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?![\d/])")


class Numbered(NamedTuple):
    """A day of which the order of day and month may be open.

    Attributes:
        one, two: day and month, or month and day.
        year: the year, or where only two figures of it are said, what they mean.
        stops: whether stops or dashes stand between them: there the day comes first where nothing decides.
    """

    one: int
    two: int
    year: int | Lately
    stops: bool = False

    @property
    def precision(self) -> Precision:
        """A day."""
        return Precision.DAY

    def resolve(self, scene: Scene) -> Days:
        """The day, in the order that is the surest."""
        year = self.year if isinstance(self.year, int) else self.year.first(scene)
        settled = settles(self.one, self.two)
        first, rule = settled, "written in full"
        if settled is None and scene.day_first is not None:
            first, rule = scene.day_first, f"{_order(scene.day_first)}, as in another date of the text"
        elif settled is None and self.stops:
            first, rule = True, "day before month, as with stops and dashes; nothing else decides the order"
        elif settled is None and self.one != self.two:
            rule = f"month before day; {UNDECIDED}, it may be day before month"
        month, number = (self.two, self.one) if first else (self.one, self.two)
        found = day_of(year, month, number)
        if found is None:
            return unknown(Precision.DAY, "that year has no such day")
        return Days(found, found, Precision.DAY, rule)


def _order(day_first: bool) -> str:
    return "day before month" if day_first else "month before day"


def settles(one: int, two: int) -> bool | None:
    """Whether two numbers say that the day comes first: no month has a number above 12; None where they do not say."""
    if one > _MONTHS >= two:
        return True
    return False if two > _MONTHS >= one else None


def day_first(text: str) -> bool | None:
    """Whether the days in figures of an article put the day first; None where they do not say, or disagree."""
    if "/" not in text:
        return None
    said = {settles(int(match[1]), int(match[2])) for match in _IN_TEXT.finditer(text)} - {None}
    return said.pop() if len(said) == 1 else None


@SINGLE.rule("day in figures", "(?:weekday:WEEKDAY COMMA?)? date:FULL")
def _figures(hit: Hit) -> Meaning | None:
    """Read "2020-11-25", "11/25/2020", "25.11.2020"; "7/8/07" is read month first, and says that it is not sure."""
    parts = hit["date"].groupdict()
    if "m" in parts:
        if "sep" not in parts and not _stands_alone(hit):
            return None
        return day(int(parts["m"]), int(parts["d"]), int(parts["y"]))
    one, two, year = int(parts["a"]), int(parts["b"]), int(parts["y"])
    if not (day(one, two, None) or day(two, one, None)):
        return None
    short = len(parts["y"]) == 2
    if hit["weekday"] is not None and not short:
        both = {day_of(year, month, number) for month, number in ((one, two), (two, one))}
        fits = [found for found in both if found and found.weekday() == hit["weekday"]]
        if len(fits) == 1:
            return day(fits[0].month, fits[0].day, year)
    return Numbered(one, two, Lately(year, 1) if short else year, parts.get("sep") in (".", "-"))


@SINGLE.rule("day in figures", "year:YEAR month:INT day:INT")
def _spaced(hit: Hit) -> Meaning | None:
    """Read "on 2016 10 16," with blanks between; not "in 2016 10 16-year-olds"."""
    written = hit.written("month") + hit.written("day")
    whole = len(written) == _FOUR and hit.clause_ends and hit["month"] <= _MONTHS
    return day(hit["month"], hit["day"], hit["year"]) if whole else None


_FOUR: Final = 4  # figures of a month and a day


def _stands_alone(hit: Hit) -> bool:
    """Whether eight figures in a row are no count, no sum and no number of a case: "20161016 votes", "No. 20161016"."""
    before, dash = hit.before, hit.after is not None and hit.after.kind == KINDS["DASH"]
    return (dash or hit.no_noun_follows) and (before is None or before.kind in _PLACING)


_PLACING: Final = frozenset(
    KINDS[kind] for kind in ("ON", "BY", "SINCE", "FROM", "BEFORE", "AFTER", "BETWEEN", "TO", "DASH", "OPEN", "COMMA")
)


@SINGLE.rule("year and month", "date:YEARMONTH")
def _year_month(hit: Hit) -> Meaning | None:
    """Read "2015-3", "12-2015"; not "1998-9", which may be two years, nor "10-2000 people"."""
    year, number = int(hit["date"]["y"]), int(hit["date"]["n"])
    two_years = hit["date"].start("y") == 0 and number > year % 10
    return None if two_years or number not in _MONTHS_OF_YEAR or not hit.no_noun_follows else month(number, year)


_MONTHS_OF_YEAR: Final = range(1, 13)


@SINGLE.rule("days in figures", "lead:[FROM BETWEEN]? one:SLASHED [TO DASH AND] two:SLASHED (?:COMMA? year:YEAR)?")
def _two_days(hit: Hit) -> Phrase | None:
    """Read "from 10/1 to 11/7", "5/1-5/7, 2020"; "between 1/3 and 1/2 of the land" are shares."""
    (one, two), ends, year = hit["one"], hit["two"], hit["year"]
    shares = one < two and ends[0] < ends[1]
    if year is None and (shares or not hit.has("lead") or not hit.no_noun_follows):
        return None
    first = next((order for order in (settles(one, two), settles(*ends)) if order is not None), False)
    days = [day(pair[first], pair[not first], year) for pair in (hit["one"], ends)]
    if days[0] is None or days[1] is None:
        return None
    return Phrase(Stretch(days[0], days[1]), "days in figures", Role.BETWEEN)


@SINGLE.rule("days in figures", "FROM? one:SLASHED [TO DASH] two:FULL")
def _stretch(hit: Hit) -> Phrase | None:
    """Read "10/1-11/2/2017", "from 12/28 to 1/3/2018": the year of the last, or the one before."""
    last = hit["two"].groupdict()
    if "m" in last or len(last["y"]) == 2:
        return None
    (one, two), ends, year = hit["one"], (int(last["a"]), int(last["b"])), int(last["y"])
    first = settles(one, two)
    if first is None:
        first = settles(*ends)
    month, last_month = (two, ends[1]) if first else (one, ends[0])
    began = year - 1 if month > last_month else year
    if day_of(began, month, one if first else two) is None:
        return None
    return Phrase(Stretch(Numbered(one, two, began), Numbered(*ends, year)), "days in figures", Role.BETWEEN)


@SINGLE.rule("day and month in figures", "step:STEP? weekday:WEEKDAY COMMA? date:SLASHED", "date:SLASHED")
def _day_and_month(hit: Hit) -> Meaning | None:
    """Read "on 22/04", "Friday 5/12", "by 12/31": as the calendar allows; "on 3/4 of the land" is a share."""
    one, two = hit["date"]
    if hit["weekday"] is not None:
        return day(one, two, None, hit["weekday"]) or day(two, one, None, hit["weekday"])
    first = settles(one, two)
    if first is None or not _placed(hit, first):
        return None
    month, number = (two, one) if first else (one, two)
    return day(month, number, None)


def _placed(hit: Hit, leading: bool) -> bool:
    """Whether it stands where a day stands; odds and scores ("from 25/1") are like a day only with the day first."""
    before = hit.before
    if before is None or not (hit.clause_ends or hit.no_noun_follows):
        return False
    if before.kind in _LINKS and hit.match.start() > 1:
        return hit.items[hit.match.start() - 2].kind in _DAYS
    if before.kind == KINDS["ON"]:
        return str(before.value).lower() == "on"
    return not leading and before.kind in _TIES


_LINKS: Final = frozenset(KINDS[kind] for kind in ("COMMA", "OR", "AND", "DASH", "TO"))
_DAYS: Final = frozenset((KINDS["SLASHED"], KINDS["FULL"]))
_TIES: Final = frozenset(KINDS[kind] for kind in ("BY", "SINCE", "FROM", "BEFORE", "AFTER", "BETWEEN", "TO"))
