"""Dates of the calendar: "Nov. 25", "25 November 2020", "11/25/2020", "November", "1991", "the 1990s", "Easter".

In: folded words. Out: `Yearly` and `Fixed` meanings.
"""

from datetime import date
from functools import partial
from typing import Final

from reconcile.extract.dates import holidays
from reconcile.extract.dates.grammar import SINGLE, Hit
from reconcile.extract.dates.meanings import Ends, Fixed, Lately, Yearly
from reconcile.extract.dates.reckoned import Weekly
from reconcile.extract.dates.scene import Meaning
from reconcile.extract.dates.words import KINDS, Item, day_of
from reconcile.lexicon import entries
from reconcile.model import Precision
from reconcile.model.edtf import months

_LEAP: Final = 2000
_NEAR: Final = 50  # characters before "the 80s" in which "temperatures" may stand
_WEEKDAY: Final = "(?:weekday:WEEKDAY COMMA? ON? THE?)?"


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


def span(first: int, count: int, year: int) -> Ends:
    """So many months from one on, in a year."""
    return months(year, first, count)


@SINGLE.rule(
    "month and day",
    f"{_WEEKDAY} month:MONTH THE? day:DAYNUM (?:COMMA? year:YEAR)?",
    f"{_WEEKDAY} THE? day:DAYNUM OF? month:MONTH (?:COMMA? year:YEAR)?",
    f"{_WEEKDAY} THE day:ORDWORD OF month:MONTH (?:COMMA? year:YEAR)?",
)
def _month_day(hit: Hit) -> Meaning | None:
    """Read "Tuesday, Nov. 25, 2020", "the 25th of November", "25 Nov"."""
    return day(hit["month"].number, hit["day"], hit["year"], hit["weekday"])


@SINGLE.rule("day in figures", "date:FULL")
def _figures(hit: Hit) -> Meaning | None:
    """Read "2020-11-25", "11/25/2020", "25.11.2020"; "7/8/07" is read month first, and says that it is not sure."""
    found = hit["date"]
    parts = found.groupdict()
    year = int(parts["y"])
    if "m" in parts:
        return _fixed_day(day_of(year, int(parts["m"]), int(parts["d"])), "written in full")
    if len(parts["y"]) == 2:
        year += 2000 if year < 50 else 1900
    one, two = int(parts["a"]), int(parts["b"])
    month_first, day_first = day_of(year, one, two), day_of(year, two, one)
    if month_first and day_first and one != two:
        if parts.get("sep", "/") != "/":
            return _fixed_day(day_first, "day before month, as with stops; nothing else decides the order")
        return _fixed_day(month_first, "month before day; nothing decides the order, it may be day before month")
    return _fixed_day(month_first or day_first, "written in full")


def _fixed_day(found: date | None, rule: str) -> Meaning | None:
    return None if found is None else Fixed(found, found, Precision.DAY, rule)


@SINGLE.rule("month and year", "month:MONTH COMMA? OF? year:YEAR")
def _month_year(hit: Hit) -> Meaning:
    """Read "November 2020", "May of 2019"."""
    return month(hit["month"].number, hit["year"])


def month(number: int, year: int | None = None, step: int | None = None) -> Yearly:
    """A month, its year known or not."""
    return Yearly(partial(span, number, 1), Precision.MONTH, year, step, near=False, written=f"XXXX-{number:02}")


@SINGLE.rule("month", "step:STEP month:MONTH", "(?:day:INT OF)? month:MONTH")
def _month(hit: Hit) -> Meaning | None:
    """Read "November", "last September". "April", "May" and the like need a word before them that makes them a date."""
    word, step = hit["month"], hit["step"]
    if word.short:
        return None
    if word.doubtful and step is None and not _dated(hit):
        return None
    return month(word.number, step=step)


def _dated(hit: Hit) -> bool:
    before, after = hit.before, hit.after
    if before is None or before.kind not in _TYING:
        return False
    return after is None or after.kind != KINDS["NAME"]


_TYING: Final = frozenset(
    KINDS[kind]
    for kind in (
        "THE", "STEP", "OF", "IN", "ON", "TO", "AFTER", "BEFORE", "FROM", "BETWEEN", "BY", "SINCE", "STARTING", "PART",
        "ABOUT", "EDGE", "DASH", "AND",
    )
)  # fmt: skip


@SINGLE.rule("decade", "THE? decade:DECADE", "THE year:YEAR POSS")
def _decade(hit: Hit) -> Meaning | None:
    """Read "the 1990s", "the 1990's"."""
    first = hit["decade"] if hit.has("decade") else hit["year"]
    if first % 10 or (first % 100 == 0 and hit.has("year")):
        return None
    return Fixed(date(first, 1, 1), date(first + 9, 12, 31), Precision.DECADE)


@SINGLE.rule("decade", "THE? decade:DECADE2")
def _short_decade(hit: Hit) -> Meaning | None:
    """Read "the '90s", "the seventies", "the 70s and 80s"; not "in his 70s", not "temperatures in the 80s"."""
    start = hit.match.start()
    place = hit.items[start].start
    if hit.items[start].kind != KINDS["THE"] and not _second_decade(hit.items[:start]):
        return None
    if set(hit.text[max(0, place - _NEAR) : place].lower().split()) & set(entries("dates")["heat"].split()):
        return None
    return Lately(hit["decade"], 10)


def _second_decade(before: list[Item]) -> bool:
    links = (KINDS["AND"], KINDS["OR"], KINDS["TO"], KINDS["COMMA"])
    return len(before) > 1 and before[-1].kind in links and before[-2].kind in (KINDS["DECADE"], KINDS["DECADE2"])


@SINGLE.rule("year", "[IN SINCE OF BY FROM BEFORE AFTER] year:YEAR2")
def _short_year(hit: Hit) -> Meaning:
    """Read "since '82"."""
    return Lately(hit["year"], 1)


@SINGLE.rule("century", "THE? nth:NTH DASH? unit:UNIT")
def _century(hit: Hit) -> Meaning | None:
    """Read "the 19th century": 1800 to 1899, as EDTF has it."""
    if hit["unit"] != "century" or not 1 < hit["nth"] < 40:
        return None
    first = 100 * (hit["nth"] - 1)
    return Fixed(date(first, 1, 1), date(first + 99, 12, 31), Precision.CENTURY)


@SINGLE.rule("weekday", "step:STEP weekday:WEEKDAY HOUR?", "THE? weekday:WEEKDAY HOUR?")
def _weekday(hit: Hit) -> Meaning | None:
    """Read "on Tuesday", "last Friday", "Friday night"; not "every Tuesday", not "the Sun"."""
    number = hit["weekday"]
    if _named(hit.before, "names_before_weekdays") or _named(hit.after, "names_after_weekdays"):
        return None
    if number < 0:
        if hit.before is None or hit.before.kind not in (KINDS["ON"], KINDS["STEP"]):
            return None
        number = -1 - number
    step = hit["step"]
    return Weekly(number, step=step)


def _named(item: Item | None, names: str) -> bool:
    """Whether a capitalised neighbour makes it a name: "Black Monday", "the Sunday Times"."""
    if item is None or item.kind not in (KINDS["NAME"], KINDS["HOUR"]) or not isinstance(item.value, str):
        return False
    return item.value[0].isupper() and item.value.lower() in entries("dates")[names].split()


@SINGLE.rule("holiday", "THE? name:HOLIDAY year:YEAR?", "step:STEP name:HOLIDAY")
def _holiday(hit: Hit) -> Meaning:
    """Read "Christmas Day", "Good Friday", "Easter 2018", "last Christmas"."""
    name = hit["name"]
    return Yearly(partial(_holiday_ends, name), Precision.DAY, hit["year"] or holidays.fixed_year(name), hit["step"])


def _holiday_ends(name: str, year: int) -> Ends:
    found = holidays.day(name, year)
    return found, found


@SINGLE.rule("year", "(?:THE? unit:UNIT)? year:YEAR")
def _year(hit: Hit) -> Meaning | None:
    """Read "in 1991", "the 2008 games", "the year 2000"; not "2000 soldiers"."""
    number = hit["year"]
    if hit.has("unit"):
        return Fixed(date(number, 1, 1), date(number, 12, 31), Precision.YEAR) if hit["unit"] == "year" else None
    before, after = hit.before, hit.after
    if after is not None and _counted(after.value, number, before is not None and before.kind == KINDS["THE"]):
        return None
    if before is not None and _no_place_for_a_year(before, after, number):
        return None
    return Fixed(date(number, 1, 1), date(number, 12, 31), Precision.YEAR)


def _no_place_for_a_year(before: Item, after: Item | None, number: int) -> bool:
    """Whether the word before does not lead to a year: "room 1991", "the Russell 2000 Index"."""
    if before.kind == KINDS["OTHER"] and before.value not in _prepositions():
        return after is None or after.kind not in (KINDS["POSS"], KINDS["CLOSE"])
    if before.kind == KINDS["NAME"]:
        return number % 100 == 0 or (after is not None and after.kind == KINDS["NAME"])
    return before.kind in (KINDS["INT"], KINDS["NUM"], KINDS["DOT"])


def _prepositions() -> frozenset[str]:
    return frozenset(entries("dates")["prepositions"].split())


def _counted(word: object, number: int, the: bool) -> bool:
    """Whether the word after says that the number counts something: "2000 soldiers", not "2008 elections"."""
    if not isinstance(word, str) or not word.islower() or the:
        return False
    plural = word.endswith("s") and not word.endswith(("ss", "was", "is", "has", "its", "as"))
    return word in ("people", "men", "women", "children", "troops") or (plural and number % 50 == 0)
