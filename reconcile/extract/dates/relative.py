"""Dates reckoned from the day of publication or from a date named before.

"yesterday", "last week", "three years ago", "two days earlier", "the following day", "that year", "the weekend".
"""

import re
from typing import Final

from reconcile.extract.dates.grammar import PARTS, SINGLE, Hit, Phrase
from reconcile.extract.dates.kinds import KINDS
from reconcile.extract.dates.leaning import lean
from reconcile.extract.dates.meanings import About, Vague
from reconcile.extract.dates.reckoned import Overnight, Same, SameBefore, Shifted, Step, ToldOf, YearsBack
from reconcile.extract.dates.recurring import Weekly
from reconcile.extract.dates.scene import Meaning
from reconcile.extract.dates.units import at_unit

_LENGTH: Final = (
    "(?:about:ABOUT A?|more:MORE THAN)? (?:half:HALF)? count:[INT NUM COUNTWORD A VAGUE]"
    " (?:vague:VAGUE|couple:COUPLE|AND A more2:HALF)? OF? unit:UNIT (?:AND A more3:HALF)?"
)
_NEAR: Final = 60
_RECORD: Final = re.compile(r"\b(?:first|only|second|third|time|most|least|\w+est)\b[^.;]*$")
_COMPARED: Final = re.compile(r"\b(?:from|than|with|against|versus|to)\b[^.;]*$")
_HEDGES: Final = frozenset((KINDS["ABOUT"], KINDS["THAN"]))
_OLDEST: Final = 1500  # years back to which counting makes a year


@SINGLE.rule("day word", "day:DAYWORD HOUR?")
def _day_word(hit: Hit) -> Meaning:
    """Read "today", "yesterday morning", "tomorrow night"."""
    return Step("day", hit["day"])


@SINGLE.rule("day after next", "THE unit:UNIT side:[BEFORE AFTER] day:DAYWORD", "THE unit:UNIT AFTER next:STEP")
def _day_before_yesterday(hit: Hit) -> Meaning | None:
    """Read "the day before yesterday", "the day after tomorrow", "the week after next"."""
    if hit.has("next"):
        return Step(hit["unit"], 2) if hit.word("next") == "next" and hit.clause_ends else None
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
    if hit.after is not None and hit.after.kind == KINDS["OF"]:
        return None  # "the last week of July" is a part of July
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


def _lasting(hit: Hit) -> bool:
    """Whether a word before makes it a length: "over the next week", but "the next week, they met again"."""
    before = hit.items[hit.match.start()] if hit.before is None else hit.before
    lead = hit.items[hit.match.start() - 2] if before.kind == KINDS["THE"] and hit.match.start() > 1 else before
    return lead.kind in _LASTING or str(lead.value).lower() in ("for", "of")


_LASTING: Final = frozenset(KINDS[kind] for kind in ("IN", "BY", "FROM", "TO", "SINCE", "AFTER", "BEFORE", "THAN"))


@SINGLE.rule("length ago", f"{_LENGTH} AGO", f"{_LENGTH} FROM NOW")
def _ago(hit: Hit) -> Meaning | None:
    """Read "three weeks ago", "some 30 years ago", "ten days from now"; "up from $3 million a year ago" compares."""
    sign = 1 if hit.items[hit.match.end() - 1].kind == KINDS["NOW"] else -1
    start = hit.items[hit.match.start()].start
    one_year = hit["unit"] == "year" and hit["count"] in (1, "a", "one") and not hit.has("half")
    compared = one_year and _COMPARED.search(hit.text, max(0, start - _NEAR), start) is not None
    return _stepped(hit, sign, story=compared)


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


@SINGLE.rule("length from now", f"in:IN {_LENGTH} (?:APOS span:SPAN)?")
def _in_a_length(hit: Hit) -> Meaning | None:
    """Read "will return in two weeks", "in three weeks' time"; "the lowest in six years" is a length."""
    start, end = hit.items[hit.match.start()].start, hit.items[hit.match.end() - 1].end
    if hit.word("in") != "in" or _RECORD.search(hit.text, max(0, start - _NEAR), start):
        return None
    placed = hit.has("span") or (hit.clause_ends and lean(hit.text, start, end) > 0)
    return _stepped(hit, 1, story=False) if placed else None


@SINGLE.rule("length earlier or later", f"{_LENGTH} side:[EARLIER LATER BEFORE AFTER]")
def _later(hit: Hit) -> Meaning | None:
    """Read "two days earlier", "a year later"; "two days after the attack" counts from what the words do not date."""
    side = hit["side"]
    if hit.kind("side") in (KINDS["BEFORE"], KINDS["AFTER"]) and not hit.clause_ends:
        return None
    if hit.after is not None and hit.after.value == "than":
        return None
    return _stepped(hit, -1 if side in ("earlier", "before", "beforehand") else 1, story=True)


def _stepped(hit: Hit, sign: int, *, story: bool) -> Meaning | None:
    unit, count, about = hit["unit"], hit["count"], hit.has("about") or hit.has("more")
    if hit.has("vague") or hit.kind("count") == KINDS["VAGUE"]:
        return Vague(at_unit(unit))
    number = 2 if hit.has("couple") else 1 if not isinstance(count, int) else count
    about = about or hit.has("couple")
    hedged = hit.has("about") or hit.has("more") or (hit.before is not None and hit.before.kind in _HEDGES)
    if hedged and not story and unit in ("year", "decade") and (number % 10 == 0 or unit == "decade"):
        return None  # "some 30 years ago" is a length said roughly; one year would be more than it says
    if hit.has("more2") or hit.has("more3"):
        months = {"year": 12, "month": 1}.get(unit)
        if months is None or hit.has("half"):
            return None
        return Step("month", sign * (number * months + months // 2), story, about=True)
    if hit.has("half"):
        halves = {"century": ("year", 50), "decade": ("year", 5), "year": ("month", 6)}
        if unit not in halves or number != 1:
            return None
        unit, number = halves[unit]
        about = True
    if unit in ("year", "decade", "century"):
        years = number * {"year": 1, "decade": 10, "century": 100}[unit]
        if years > _OLDEST:
            return None
        about = about or years % 10 == 0
        if unit != "decade":
            unit, number = "year", years
    if unit == "fortnight" or (unit == "week" and number == 1):
        unit, number = "day", number * (14 if unit == "fortnight" else 7)  # "a week ago" is that day, or about it
        about = True
    return Step(unit, sign * number, story, about)


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
    return ToldOf(unit) if unit == "quarter" else Same(unit, base=True)


_WITHIN: Final = frozenset(KINDS[kind] for kind in ("EARLIER", "LATER", "PART", "EDGE", "UNIT"))


@PARTS.rule("years ago today", "ago:PERIOD day:DATE")
def _years_ago_today(hit: Hit) -> Meaning | None:
    """Read "five years ago today", "two years ago this week"."""
    ago, now = hit["ago"].meaning, hit["day"].meaning
    if not isinstance(ago, Step) or not isinstance(now, Step) or not hit.word("ago").endswith(" ago"):
        return None
    if ago.unit != "year" or ago.count >= 0 or now.count or now.story or now.unit not in ("day", "week", "month"):
        return None
    return YearsBack(now.unit, ago.count)


@PARTS.rule("length from a date", f"{_LENGTH} side:[BEFORE AFTER FROM] date:DATE")
def _from_date(hit: Hit) -> Meaning | None:
    """Read "three weeks before Christmas", "two days after Nov. 9"."""
    count = hit["count"]
    if hit.kind("count") == KINDS["VAGUE"] or hit.has("vague"):
        return None
    phrase: Phrase = hit["date"]
    sign = -1 if hit["side"] == "before" else 1
    shifted = Shifted(phrase.meaning, hit["unit"], sign * (count if isinstance(count, int) else 1))
    return About(shifted) if hit.has("about") else shifted


@SINGLE.rule("the day", "[CLOSING EDGE] THE unit:UNIT", "edge:EDGE OF THE unit:UNIT", "alone:THE unit:UNIT")
def _the_day(hit: Hit) -> Meaning | None:
    """Read "ended the day at 7,114", "at the start of the day", "for the day": the day told of, else the base day."""
    if hit["unit"] != "day" or (hit.has("edge") and hit["edge"] == "end"):
        return None  # "at the end of the day" says nothing of days
    summed_up = hit.before is not None and hit.before.value in ("for", "For") and hit.clause_ends
    return Same("day", base=True) if summed_up or not hit.has("alone") else None
