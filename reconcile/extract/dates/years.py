"""Months, years, decades and centuries: "November", "last May", "1991", "the 1990s", "the '80s", "the 19th century".

In: words. Out: `Yearly`, `Fixed` and `Lately` meanings. Most of what stands here keeps other numbers and names out:
"2000 soldiers", "April Jones", "in his 70s".
"""

from datetime import date
from functools import partial
from typing import Final

from reconcile.extract.dates.days import SHORT_YEARS
from reconcile.extract.dates.grammar import SINGLE, Hit
from reconcile.extract.dates.kinds import KINDS, Item, listed
from reconcile.extract.dates.meanings import Ends, Fixed, InYear, Lately, Yearly
from reconcile.extract.dates.scene import Meaning
from reconcile.model import Precision
from reconcile.model.edtf import months

_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_OLDEST_SUBJECT: Final = 1900  # "2016 was warm"
_OLDEST_NAMED: Final = 1800  # "Euro 2016", but "Resolution 1701"
_CENTURIES: Final = 23
_HOURS: Final = 24
_MINUTES: Final = 60
_NEAR: Final = 50  # characters before "the 80s" in which "temperatures" may stand


def span(first: int, count: int, year: int) -> Ends:
    """So many months from one on, in a year."""
    return months(year, first, count)


@SINGLE.rule("month and year", "month:MONTH [COMMA OF IN DASH SLASH]? year:YEAR", "year:YEAR month:MONTH")
def _month_year(hit: Hit) -> Meaning | None:
    """Read "November 2020", "May of 2019", "Dec/2018", "2017 April"; not "in 2017 April Jones"."""
    if hit.match.start("year") < hit.match.start("month") and hit["month"].doubtful and not hit.clause_ends:
        return None
    return month(hit["month"].number, hit["year"])


@SINGLE.rule("month and year", "month:MONTH COMMA? year:YEAR2", "month:MONTH OF year:NUM")
def _month_short_year(hit: Hit) -> Meaning | None:
    """Read "November '88", "in May of 87"; not "May of 40 towns"."""
    if hit.kind("year") == KINDS["NUM"] and not (hit["year"] in SHORT_YEARS and hit.no_noun_follows):
        return None
    return InYear(month(hit["month"].number), Lately(hit["year"], 1))


def month(number: int, year: int | None = None, step: int | None = None) -> Yearly:
    """A month, its year known or not."""
    return Yearly(partial(span, number, 1), Precision.MONTH, year, step, near=False, written=f"XXXX-{number:02}")


@SINGLE.rule("month", "step:STEP month:MONTH", "month:MONTH")
def _month(hit: Hit) -> Meaning | None:
    """Read "November", "last September". "April", "May", "Jan." need a word before them that makes them a date."""
    word, step = hit["month"], hit["step"]
    if hit.after is not None and hit.after.kind == KINDS["INT"] and hit.after.value > _DAYS[word.number - 1]:
        return None  # "Feb. 30"
    if word.doubtful and step is None and not _dated(hit, word.short and not hit.written("month").endswith(".")):
        return None
    return month(word.number, step=step)._replace(beside=not hit.clause_ends and not hit.no_noun_follows)


def _dated(hit: Hit, bare: bool) -> bool:
    before, after = hit.before, hit.after
    if before is None or (after is not None and after.kind == KINDS["NAME"]):
        return False
    start, end = hit.match.start(), hit.match.end()
    or_another = [item.kind for item in hit.items[end : end + 2]] == [KINDS["OR"], KINDS["MONTH"]]
    if or_another or before.kind in (_LEADING if bare else _TYING):
        return True
    lead = hit.items[start - 2] if start > 1 else None
    if before.value in ("for", "For"):
        return not bare
    if lead is None:
        return False
    if bare and before.kind == KINDS["OF"]:
        return lead.kind == KINDS["UNIT"]  # "the third week of Jan"
    if before.kind in (KINDS["COMMA"], KINDS["OR"]):
        return lead.kind == KINDS["MONTH"]  # "in April, May and June"
    if str(before.value).endswith("est") or before.value in _FOREMOST:
        return not bare  # "the wettest April since 1912"
    return before.value == "as" and (lead.kind == KINDS["PART"] or lead.value in ("soon", "late"))  # "as soon as June"


_FOREMOST: Final = frozenset(["worst", "best", "record"])
_LEADING: Final = frozenset(
    KINDS[kind] for kind in ("IN", "SINCE", "BY", "PART", "BETWEEN", "FROM", "DASH", "AFTER", "BEFORE")
)
_COMPARING: Final = frozenset(KINDS[kind] for kind in ("LATER", "EARLIER"))
_THROUGH: Final = frozenset(KINDS[kind] for kind in ("TO", "DASH"))
_BEFORE_DECADES: Final = frozenset(KINDS[kind] for kind in ("PART", "DASH", "AND", "TO"))
_TYING: Final = _LEADING | frozenset(
    KINDS[kind] for kind in ("THE", "STEP", "OF", "ON", "TO", "AFTER", "BEFORE", "STARTING", "ABOUT", "EDGE", "AND")
)


@SINGLE.rule("decade", "THE? decade:DECADE", "THE year:YEAR POSS", "year:YEAR POSS", "THE? year:YEAR plural:OTHER")
def _decade(hit: Hit) -> Meaning | None:
    """Read "the 1990s", "the 1990's", "the early 1990's", and "1990 s" as archives part it."""
    first = hit["decade"] if hit.has("decade") else hit["year"]
    if first % 10 or (first % 100 == 0 and hit.has("year")) or (hit.has("plural") and hit.word("plural") != "s"):
        return None
    the = hit.items[hit.match.start()].kind == KINDS["THE"] or hit.has("plural")
    if hit.has("year") and not the and (hit.before is None or hit.before.kind not in _BEFORE_DECADES):
        return None  # "2010's best film"
    return Fixed(date(first, 1, 1), date(first + 9, 12, 31), Precision.DECADE)


@SINGLE.rule("decade", "THE? decade:DECADE2")
def _short_decade(hit: Hit) -> Meaning | None:
    """Read "the '90s", "the seventies", "the 70s and 80s"; not "in his 70s", not "temperatures in the 80s"."""
    start = hit.match.start()
    place = hit.items[start].start
    if hit.items[start].kind != KINDS["THE"] and not _second_decade(hit.items[:start]):
        return None
    if set(hit.text[max(0, place - _NEAR) : place].lower().split()) & listed("heat"):
        return None
    return Lately(hit["decade"], 10)


def _second_decade(before: list[Item]) -> bool:
    if len(before) > 2 and before[-1].kind == KINDS["DASH"]:
        before = before[:-1]
    if len(before) > 1 and before[-1].kind == KINDS["PART"] and before[-2].kind == KINDS["THE"]:
        return True  # "the late '80s", "the mid-'70s", but "in her late 80s"
    links = (KINDS["AND"], KINDS["OR"], KINDS["TO"], KINDS["COMMA"])
    return len(before) > 1 and before[-1].kind in links and before[-2].kind in (KINDS["DECADE"], KINDS["DECADE2"])


@SINGLE.rule("year", "year:YEAR2")
def _short_year(hit: Hit) -> Meaning | None:
    """Read "since '82"."""
    before = hit.before
    return Lately(hit["year"], 1) if before is not None and before.kind in _TYING else None


@SINGLE.rule("century", "THE? nth:NTH DASH? unit:UNIT")
def _century(hit: Hit) -> Meaning | None:
    """Read "the 19th century": 1800 to 1899, as EDTF has it."""
    if hit["unit"] != "century":
        return None
    if hit.written("unit")[0].isupper() and hit.after is not None and hit.after.kind == KINDS["NAME"]:
        return None  # a firm: "20th Century Fox"
    return century(hit["nth"])


def century(number: int) -> Fixed | None:
    """The century of that number; None for those that no news tells of so."""
    if not 1 < number < _CENTURIES:
        return None
    first = 100 * (number - 1)
    return Fixed(date(first, 1, 1), date(first + 99, 12, 31), Precision.CENTURY)


@SINGLE.rule("year", "(?:THE? unit:UNIT)? year:YEAR")
def _year(hit: Hit) -> Meaning | None:
    """Read "in 1991", "the 2008 games", "the year 2000"; not "2000 soldiers"."""
    number, before, after = hit["year"], hit.before, hit.after
    whole = Fixed(date(number, 1, 1), date(number, 12, 31), Precision.YEAR)
    if hit.has("unit"):
        return whole if hit["unit"] == "year" else None
    if after is not None and after.kind in _THROUGH and _is_year(hit.items, hit.match.end() + 1):
        return whole  # "2014 to 2018"
    if after is not None and after.value in listed("as_of_a_year") and number > _OLDEST_SUBJECT:
        return whole  # "compared with 1990 levels"
    if after is not None and _counted(after.value, number, before):
        return None
    if after is not None and str(after.value).lower() in listed("zones"):
        return None  # "2045 GMT"
    if before is not None and str(before.value).lower() == "at" and _may_be_a_time(number, after):
        return None  # "struck at 1353 on Tuesday"
    if before is not None and after is not None and before.kind == after.kind == KINDS["DASH"]:
        return None  # "CVE-2013-3893" with blanks
    if before is not None and before.kind == KINDS["THAN"] and hit.match.start() > 1:
        return whole if hit.items[hit.match.start() - 2].kind in _COMPARING else None  # "later than 1995"
    if before is not None and _no_place_for_a_year(before, after, number) and not _told_by(hit, number):
        return None
    return whole


def _may_be_a_time(number: int, after: Item | None) -> bool:
    """Whether four digits behind "at" are hours and minutes: not in "at 2010 prices"."""
    noun = after is not None and after.kind == KINDS["OTHER"] and after.value not in listed("prepositions")
    return number // 100 < _HOURS and number % 100 < _MINUTES and not (noun and after and after.value != "local")


def _told_by(hit: Hit, number: int) -> bool:
    """Whether it tells which one is meant: "his deadly 2005 rampage"; not "the other 2005 votes", "a red 2013 Ford"."""
    start = hit.match.start()
    if start < 2 or number < _OLDEST_SUBJECT or hit.before is None or hit.after is None:
        return False
    owner, noun = hit.items[start - 2], str(hit.after.value)
    owned = owner.kind in (KINDS["THE"], KINDS["A"], KINDS["POSS"]) or owner.value in listed("owners")
    adjective = hit.before.kind == KINDS["OTHER"] and str(hit.before.value).isalpha()
    return owned and adjective and hit.after.kind == KINDS["OTHER"] and noun.isalpha() and not noun.endswith("s")


def _is_year(items: list[Item], place: int) -> bool:
    return place < len(items) and items[place].kind == KINDS["YEAR"]


def _no_place_for_a_year(before: Item, after: Item | None, number: int) -> bool:
    """Whether the word before does not lead to a year: "room 1991", "the Russell 2000 Index"."""
    if after is not None and after.value in listed("year_verbs") and number > _OLDEST_SUBJECT:
        return before.kind in (KINDS["INT"], KINDS["NUM"])  # "2016 was warm"
    if before.kind == KINDS["OTHER"] and before.value not in listed("prepositions"):
        return after is None or after.kind not in (KINDS["POSS"], KINDS["CLOSE"])
    if before.kind == KINDS["NAME"]:
        numbered = before.value.lower() in listed("numbered") or number < _OLDEST_NAMED
        return numbered or number % 100 == 0 or (after is not None and after.kind == KINDS["NAME"])
    if before.kind in (KINDS["MARK"], KINDS["SLASH"]):
        return before.value in "/+=*×~_&"
    return before.kind in (KINDS["INT"], KINDS["NUM"], KINDS["DOT"], KINDS["COUNTWORD"], KINDS["THAN"])


def _counted(word: object, number: int, before: Item | None) -> bool:
    """Whether the word after says that the number counts something: "2000 soldiers", "ran for 1098 yards".

    Not "2008 elections", "in 1755 thousands died".
    """
    if not isinstance(word, str) or not word.islower() or (before is not None and before.kind == KINDS["THE"]):
        return False
    plural = word.endswith("s") and not word.endswith(("ss", "was", "is", "has", "its", "as"))
    old = number < _OLDEST_NAMED and (before is None or before.kind not in _TYING)
    return word in listed("people") or (plural and (number % 50 == 0 or old))
