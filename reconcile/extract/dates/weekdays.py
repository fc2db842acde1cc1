"""Weekdays and weekends: "Tuesday", "last Friday night", "the weekend", "the first Monday of May".

In: words. Out: `Weekly` and `NthWeekday` meanings.
"""

from typing import Final

from reconcile.extract.dates.grammar import PARTS, SINGLE, Hit, Phrase
from reconcile.extract.dates.kinds import KINDS, Item, listed
from reconcile.extract.dates.meanings import InYear, Yearly
from reconcile.extract.dates.reckoned import Same, Step
from reconcile.extract.dates.recurring import AFTER_NEXT, COMING, ONWARD, BesideEvent, Beyond, NthWeekday, Weekly
from reconcile.extract.dates.scene import Meaning
from reconcile.lexicon import entries
from reconcile.model import Precision


@SINGLE.rule(
    "weekday",
    "step:STEP (?:more:STEP)? weekday:WEEKDAY HOUR?",
    "THE? weekday:WEEKDAY HOUR?",
    "THE step:STEP weekday:WEEKDAY HOUR?",
    "OVERNIGHT [ON FROM]? weekday:WEEKDAY",
)
def _weekday(hit: Hit) -> Meaning | Phrase | None:
    """Read "on Tuesday", "last Friday", "Friday night", "the following Tuesday"; not "Black Monday", not "the Sun"."""
    number = hit["weekday"]
    ahead = [item.kind for item in hit.items[hit.match.end() : hit.match.end() + 2]]
    if ahead == [KINDS["OF"], KINDS["EVERY"]]:
        return None  # "the first Sunday of every month"
    noun = hit.after is not None and hit.after.kind in (KINDS["OTHER"], KINDS["NAME"])
    if hit.before is not None and hit.before.kind == KINDS["A"] and not noun:
        return None  # "on a Tuesday in March", but "in a Tuesday speech"
    if _named(hit.before, "names_before_weekdays") or _named(hit.after, "names_after_weekdays"):
        return None
    if number < 0:
        of_a_week = hit.before is not None and hit.before.value == "week" and (hit.clause_ends or _or_follows(hit))
        if hit.before is None or not (of_a_week or hit.before.kind in _BEFORE_SHORT):
            return None
        number = -1 - number
    if not hit.has("step"):
        if _by_an_event(hit):
            return BesideEvent()
        return Phrase(Weekly(number), "weekday", lean=-1) if _closed(hit) else Weekly(number)
    word = hit.word("more" if hit.has("more") else "step")
    if word in ("following", "previous", "preceding") and not hit.has("more"):
        return Weekly(number, step=hit["step"], story=True)
    return Weekly(number, step={"past": -1, "coming": COMING, "upcoming": COMING}.get(word, hit["step"]))


def _closed(hit: Hit) -> bool:
    """Whether a market's day is over: "over Friday's close", but "by Friday's close"."""
    items = hit.items[hit.match.end() : hit.match.end() + 2]
    told = len(items) > 1 and items[0].kind == KINDS["POSS"] and hit.text[items[1].start : items[1].end] in _ENDED
    return told and hit.before is not None and hit.before.kind not in _BOUNDS


_ENDED: Final = ("close", "closing", "finish", "settlement")
_BOUNDS: Final = frozenset(KINDS[kind] for kind in ("BY", "BEFORE", "AFTER", "TO", "SINCE"))


def _by_an_event(hit: Hit) -> bool:
    """Whether it is "the Sunday before his release", "the Friday after the storm": of no week that is known."""
    first = hit.items[hit.match.start()]
    if first.kind != KINDS["THE"] or hit.after is None or hit.after.kind not in _BESIDE:
        return False
    at = hit.match.end() + 1
    ahead = [(item.kind, hit.text[item.start : item.end].lower()) for item in hit.items[at : at + 2]]
    return bool(ahead) and ahead[0][1] in _OWNED and not any(kind in _DATED for kind, _ in ahead)


_BESIDE: Final = frozenset((KINDS["BEFORE"], KINDS["AFTER"]))
_OWNED: Final = frozenset(["the", "his", "her", "its", "their", "our", "my"])
_DATED: Final = frozenset(
    KINDS[kind] for kind in ("HOLIDAY", "MONTH", "WEEKDAY", "ORD", "ORDWORD", "INT", "UNIT", "SEASON", "DAY")
)
_BEFORE_SHORT: Final = frozenset((KINDS["ON"], KINDS["STEP"], KINDS["COMMA"], KINDS["OR"]))


def _or_follows(hit: Hit) -> bool:
    return hit.after is not None and hit.after.kind == KINDS["OR"]


@SINGLE.rule("weekdays ago", "count:[COUNTWORD INT] days:NAME AGO")
def _weekdays_ago(hit: Hit) -> Meaning | None:
    """Read "two Sundays ago": the last one is one ago."""
    weekday = entries("dates")["weekdays"].get(hit.word("days").removesuffix("s"))
    return None if weekday is None else Weekly(int(weekday), step=-1, back=hit["count"] - 1)


@SINGLE.rule("weekday week", "weekday:WEEKDAY unit:UNIT")
def _weekday_week(hit: Hit) -> Meaning | None:
    """Read "on Monday week", "Friday fortnight": so long after the next one; not "the Monday week-long strike"."""
    weeks = _WEEKS.get(hit.word("unit"))
    return (
        Weekly(hit["weekday"], step=ONWARD, back=-weeks) if weeks and hit["weekday"] >= 0 and hit.clause_ends else None
    )


_WEEKS: Final = {"week": 1, "fortnight": 2}


def _named(item: Item | None, names: str) -> bool:
    """Whether a capitalised neighbour makes it a name: "Black Monday", "the Sunday Times"."""
    if item is None or item.kind not in (KINDS["NAME"], KINDS["HOUR"]) or not isinstance(item.value, str):
        return False
    return item.value[0].isupper() and item.value.lower() in listed(names)


@SINGLE.rule("weekend", "THE unit:UNIT")
def _weekend(hit: Hit) -> Meaning | None:
    """Read "at the weekend", "over the weekend"."""
    return Weekly(5, 2) if hit["unit"] == "weekend" else None


@SINGLE.rule("working week", "step:STEP work:OTHER unit:UNIT", "step:STEP work:OTHER")
def _working_week(hit: Hit) -> Meaning | None:
    """Read "this working week", "the next workweek": Monday to Friday."""
    said = hit.word("work") in ("working", "work") if hit["unit"] == "week" else hit.word("work") == "workweek"
    return Weekly(0, _WORKING_DAYS, hit["step"]) if said else None


_WORKING_DAYS: Final = 5


@PARTS.rule("weekday by a day", "day:DAY side:[BEFORE AFTER] the:THE? of:DAY")
def _weekday_by_day(hit: Hit) -> Meaning | None:
    """Read "the Saturday before Easter", "the Monday after Nov. 3"; not "on Friday before Monday's vote"."""
    day, of = hit["day"].meaning, hit["of"].meaning
    by_itself = isinstance(day, Weekly) and day.step is None and hit.word("day").startswith("the ")
    if not by_itself or isinstance(of, Weekly) or (hit.after is not None and hit.after.kind in _ENDS):
        return None
    return Beyond(of, day.weekday, -1 if hit["side"] == "before" else 1)


_ENDS: Final = frozenset(KINDS[kind] for kind in ("POSS", "APOS"))


@PARTS.rule("weekday and day in brackets", "day:DAY OPEN of:DAY CLOSE")
def _weekday_in_brackets(hit: Hit) -> Meaning | None:
    """Read "on Friday (June 15)": one day, told twice."""
    day, of = hit["day"].meaning, hit["of"].meaning
    told_twice = isinstance(day, Weekly) and isinstance(of, Yearly) and of.step is None and of.weekday is None
    return of._replace(weekday=day.weekday) if told_twice else None


@PARTS.rule("weekday before last", "day:DAY side:[BEFORE AFTER] next:STEP")
def _weekday_before_last(hit: Hit) -> Meaning | None:
    """Read "the Friday before last", "the Tuesday after next"."""
    day = hit["day"].meaning
    if not isinstance(day, Weekly) or day.step is not None or not hit.no_noun_follows:
        return None
    if (hit["side"], hit.word("next")) not in (("before", "last"), ("after", "next")):
        return None
    before = hit["side"] == "before"
    return Weekly(day.weekday, step=-1 if before else AFTER_NEXT, back=int(before))


@PARTS.rule("weekday of a week", "day:DATE ON? OF? week:PERIOD", "week:PERIOD DASH? ON? day:DATE", "ago:DAY day:DAY")
def _weekday_of_week(hit: Hit) -> Meaning | None:
    """Read "Tuesday of last week", "next week on Thursday", "a week ago Monday"."""
    day = hit["day"].meaning
    if hit.has("ago"):
        ago = hit["ago"].meaning
        plain = isinstance(day, Weekly) and day.step is None and isinstance(ago, Step) and ago.unit == "day"
        if not plain or ago.count % 7 or not hit.word("ago").endswith("ago"):
            return None
        return Weekly(day.weekday, 1, None, Step("week", ago.count // 7))
    week = hit["week"].meaning
    if isinstance(day, Weekly) and isinstance(week, Step | Same) and week.unit == "week" and day.step is None:
        return Weekly(day.weekday, day.size, None, week)
    return None


@PARTS.rule(
    "nth weekday",
    "THE? nth:[ORD ORDWORD] day:DAY [OF IN] period:PERIOD OF? year:PERIOD?",
    "day:DAY [OF IN] period:PERIOD OF? year:PERIOD?",
)
def _nth_weekday(hit: Hit) -> Meaning | None:
    """Read "the first Monday of May", "the last Sunday in October", "the first Monday of May next year"."""
    day, of = hit["day"].meaning, hit["period"].meaning
    if hit.has("year"):
        year = hit["year"].meaning
        placed = isinstance(of, Yearly) and of.year is None and isinstance(year, Step) and year.unit == "year"
        if not placed:
            return None
        of = InYear(of, year)
    if not isinstance(day, Weekly) or of.precision is not Precision.MONTH:
        return None
    nth = hit["nth"] if hit.has("nth") else day.step
    if hit.has("nth") == (day.step is not None) or nth is None or nth == 0 or not -1 <= nth <= 5:
        return None
    return NthWeekday(of, day.weekday, nth)
