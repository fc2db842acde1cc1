"""Dates reckoned from the day of publication or from a date named before.

"yesterday", "last week", "three years ago", "two days earlier", "the following day", "that year", "the weekend".
"""

import re
from typing import Final

from reconcile.extract.dates.grammar import SINGLE, Hit, Phrase
from reconcile.extract.dates.kinds import KINDS
from reconcile.extract.dates.reckoned import Overnight, Same, SameBefore, Step, Then, ToldOf
from reconcile.extract.dates.recurring import Weekly
from reconcile.extract.dates.scene import Meaning
from reconcile.model import Role

_NAME: Final = re.compile(r"\b[A-Z]{2,} $")


@SINGLE.rule("day word", "day:DAYWORD HOUR?")
def _day_word(hit: Hit) -> Meaning | None:
    """Read "today", "yesterday morning", "tomorrow night"; not "the cars of tomorrow"."""
    name = hit.written("day") == "Today" and _NAME.search(hit.text, 0, hit.items[hit.match.start()].start)
    if name and not hit.text.isupper():  # "USA Today reports"
        return None
    some_day = hit.before is not None and hit.before.kind == KINDS["OF"] and hit["day"] > 0
    return None if some_day else Step("day", hit["day"])


@SINGLE.rule(
    "day after next", "THE unit:UNIT side:[BEFORE AFTER] day:DAYWORD", "THE unit:UNIT side:[BEFORE AFTER] next:STEP"
)
def _day_before_yesterday(hit: Hit) -> Meaning | None:
    """Read "the day before yesterday", "the day after tomorrow", "the week after next", "the weekend before last"."""
    if hit.has("next"):
        if (hit["side"], hit.word("next")) not in (("before", "last"), ("after", "next")) or not hit.no_noun_follows:
            return None
        week = Step("week" if hit["unit"] == "weekend" else hit["unit"], 2 * hit["next"])
        return Weekly(5, 2, None, week) if hit["unit"] == "weekend" else week
    if hit["unit"] != "day":
        return None
    return Step("day", hit["day"] + (-1 if hit["side"] == "before" else 1))


@SINGLE.rule("part of the day", "THE? step:STEP hour:HOUR", "OVERNIGHT")
def _hour(hit: Hit) -> Meaning | None:
    """Read "last night", "this morning", "the next morning"; "overnight" is the night to the day of publication."""
    if not hit.has("step"):
        return Overnight()
    if hit.written("hour")[0].isupper() and not hit.text.isupper():
        return None  # a programme: "CBS This Morning"
    return Step("day", hit["step"], story=hit["step"] > 0)


@SINGLE.rule(
    "week, month or year", "step:STEP (?:more:STEP)? unit:UNIT", "THE step:STEP unit:UNIT", "THE unit:UNIT step:STEP"
)
def _unit(hit: Hit) -> Meaning | None:
    """Read "last week", "this year", "the following month"; not "the past decade", which is a length."""
    step, unit = hit["step"], hit["unit"]
    if (unit == "day" and not step) or hit.word("unit").endswith("s"):
        return None  # "on this day in 1954"; "in coming weeks"
    if unit == "year" and hit.word("step") == "last" and hit.items[hit.match.start()].kind == KINDS["THE"]:
        return Step("year", -1) if _of_a_year(hit) else None  # "the past year" is a length up to now
    if hit.after is not None and hit.after.kind in (KINDS["OF"], KINDS["UNIT"]):
        return None  # "the last week of July" is a part of July, "the last quarter century" a length
    if hit.after is not None and hit.after.kind == KINDS["OR"] and _goes_on(hit):
        return None  # "the next day or two"
    if hit.has("more"):
        step = step or hit["more"]  # "this past week", "this coming year"
    word, start = hit.word("step"), hit.match.start()
    the = hit.items[start].kind == KINDS["THE"] or (hit.before is not None and hit.before.kind == KINDS["THE"])
    if word in ("following", "preceding") or (the and unit == "day") or (the and word == "previous"):
        return Weekly(5, 2, step) if unit == "weekend" else Step(unit, step, story=True, whole=True)
    if the and word == "next" and hit.clause_ends and unit in ("week", "month", "year") and not _lasting(hit):
        return Step(unit, step, story=True, whole=True)
    if word == "past" or (the and unit not in ("quarter", "weekend") and word in ("last", "next", "coming")):
        return None
    return Weekly(5, 2, step) if unit == "weekend" else Step(unit, step)


def _of_a_year(hit: Hit) -> bool:
    """Whether it is made up once a year: "an annual profit for the last year", "the same period of the last year"."""
    start = hit.items[hit.match.start()].start
    return _YEARLY.search(hit.text, max(0, start - _NEAR), start) is not None


_NEAR: Final = 60  # characters
_YEARLY: Final = re.compile(r"\b(?:annual|yearly|full-year)\b[^.;:]*$|\bperiod (?:of|in) $")


def _goes_on(hit: Hit) -> bool:
    """Whether a number or "so" stands after the "or"."""
    items = hit.items[hit.match.end() + 1 : hit.match.end() + 2]
    return any(item.kind == KINDS["COUNTWORD"] or item.value == "so" for item in items)


def _lasting(hit: Hit) -> bool:
    """Whether a word before makes it a length: "over the next week", but "the next week, they met again"."""
    before = hit.items[hit.match.start()] if hit.before is None else hit.before
    lead = hit.items[hit.match.start() - 2] if before.kind == KINDS["THE"] and hit.match.start() > 1 else before
    return lead.kind in _LASTING or str(lead.value).lower() in ("for", "of")


_LASTING: Final = frozenset(KINDS[kind] for kind in ("IN", "BY", "FROM", "TO", "SINCE", "AFTER", "BEFORE", "THAN"))


@SINGLE.rule("year-ago", "THE? unit:UNIT DASH side:[AGO EARLIER] (?:of:[SPAN UNIT])?")
def _year_ago(hit: Hit) -> Meaning | None:
    """Read "the year-ago quarter", "the year-earlier period", "year-ago profit"."""
    if hit.has("of") and hit["unit"] == "year" and not hit.word("of").endswith("s"):
        return SameBefore(-1, hit["of"] if hit.kind("of") == KINDS["UNIT"] else None)
    return None if hit.has("of") else Step(hit["unit"], -1, story=True)


@SINGLE.rule("the latest", "THE latest:OTHER unit:UNIT")
def _latest(hit: Hit) -> Meaning | None:
    """Read "in the latest quarter": the one named before, else the last one ended."""
    plain = hit["unit"] in ("week", "month", "quarter") and not hit.word("unit").endswith("s")
    return ToldOf(hit["unit"], latest=True) if plain and hit.word("latest") == "latest" else None


@SINGLE.rule("day after", "THE unit:UNIT side:[BEFORE AFTER]")
def _day_after(hit: Hit) -> Meaning | None:
    """Read "The day after, the army left"; not "the day after the attack"."""
    if not hit.clause_ends:
        return None
    return Step(hit["unit"], -1 if hit["side"] == "before" else 1, story=True)


@SINGLE.rule("the same", "THE? SAME unit:UNIT", "THAT SAME? unit:UNIT", "THE? SAME hour:HOUR", "THAT hour:HOUR")
def _same(hit: Hit) -> Meaning | None:
    """Read "that day", "the same year", "the same evening"."""
    if hit.has("hour"):
        return Same("day")
    if hit["unit"] == "weekend":
        return Weekly(5, 2, week=Same("week"))
    return Same(hit["unit"])


@SINGLE.rule("by that time", "BY THAT time:[SPAN OTHER]")
def _by_that_time(hit: Hit) -> Phrase | None:
    """Read "by that time", "by that date": the last date named, as it was said."""
    said = hit.word("time") in ("time", "date") and hit.no_noun_follows
    return Phrase(Then(), "by that time", Role.BY) if said else None


@SINGLE.rule("the year told of", "THE unit:UNIT", "THE whole:OTHER unit:UNIT")
def _told_of(hit: Hit) -> Meaning | None:
    """Read "for the year", "in the quarter", "for the full year": the one told of, else that of the publication."""
    unit, before = hit["unit"], hit.before
    if unit not in ("week", "month", "quarter", "year") or hit.word("unit").endswith("s") or not hit.clause_ends:
        return None
    if before is None or str(before.value).lower() not in ("for", "in", "during"):
        return None
    if hit.has("whole") and hit.word("whole") not in ("full", "whole", "entire"):
        return None
    lead = hit.items[hit.match.start() - 2] if hit.match.start() > 1 else None
    if lead is not None and lead.kind in _WITHIN:
        return None  # "earlier in the year" has its own rule
    return ToldOf(unit) if unit == "quarter" else Same(unit, base=True, ended=hit.has("whole"))


_WITHIN: Final = frozenset(KINDS[kind] for kind in ("EARLIER", "LATER", "PART", "EDGE", "UNIT"))


@SINGLE.rule("the day", "[CLOSING EDGE] THE unit:UNIT", "edge:EDGE OF THE unit:UNIT", "alone:THE unit:UNIT")
def _the_day(hit: Hit) -> Meaning | None:
    """Read "ended the day at 7,114", "at the start of the day", "for the day": the day told of, else the base day."""
    if hit["unit"] != "day" or (hit.has("edge") and hit["edge"] == "end"):
        return None  # "at the end of the day" says nothing of days
    summed_up = hit.before is not None and hit.before.value in ("for", "For") and hit.clause_ends
    return Same("day", base=True) if summed_up or not hit.has("alone") else None
