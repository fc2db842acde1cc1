"""Dates so long before or after a day: "three weeks ago", "a day later", "in two weeks' time", "a week after Easter".

In: words, or dates folded before. Out: `Step`, `Mixed`, `Shifted` and `YearsBack` meanings.
"""

import re
from dataclasses import replace
from typing import Final

from reconcile.extract.dates.back import LengthBack, YearsBack
from reconcile.extract.dates.grammar import PARTS, SINGLE, Hit, Phrase
from reconcile.extract.dates.kinds import KINDS
from reconcile.extract.dates.leaning import lean
from reconcile.extract.dates.meanings import About, Vague
from reconcile.extract.dates.reckoned import Mixed, Shifted, Step
from reconcile.extract.dates.recurring import ONWARD, Off, Week, Weekly
from reconcile.extract.dates.scene import Meaning
from reconcile.extract.dates.units import at_unit, longest
from reconcile.model import Precision, Role

_LENGTH: Final = (
    "(?:about:ABOUT A?|more:MORE THAN)? (?:half:HALF)? count:[INT NUM COUNTWORD A VAGUE]"
    " (?:vague:VAGUE|couple:COUPLE|AND A more2:HALF)? OF? unit:UNIT (?:AND A more3:HALF)?"
)
_NEAR: Final = 60
_RECORD: Final = re.compile(r"\b(?:first|only|second|third|time|most|least|\w+est)\b[^.;]*$")
_COMPARED: Final = re.compile(r"\b(?:from|than|with|against|versus|to)\b(?:[^.;]|\.\d)*$")
_PARTED: Final = re.compile(r"(?:\d|%|percent|cent|points?|\w+ion|half|\w+th|thirds?|quarters?) $")
_HEDGED: Final = frozenset((KINDS["ABOUT"], KINDS["THAN"]))
_HEDGES: Final = ("over", "under", "Over", "Under", "least")
_OLDEST: Final = 1500  # years back to which counting makes a year


@SINGLE.rule("length ago", f"{_LENGTH} AGO", f"{_LENGTH} FROM NOW")
def _ago(hit: Hit) -> Meaning | None:
    """Read "three weeks ago", "some 30 years ago", "ten days from now"; "up from $3 million a year ago" compares."""
    sign = 1 if hit.items[hit.match.end() - 1].kind == KINDS["NOW"] else -1
    start = hit.items[hit.match.start()].start
    one_year = hit["unit"] == "year" and hit["count"] in (1, "a", "one") and not hit.has("half")
    compared = one_year and _COMPARED.search(hit.text, max(0, start - _NEAR), start) is not None
    if hit.has("more") and _PARTED.search(hit.text, max(0, start - _NEAR), start):
        return None  # "a fifth less than a year ago"
    return _stepped(hit, sign, story=compared)


@SINGLE.rule("length from now", f"in:IN {_LENGTH} (?:[APOS POSS] span:SPAN)?")
def _in_a_length(hit: Hit) -> Meaning | None:
    """Read "will return in two weeks", "in a week's time"; "the lowest in six years" is a length."""
    start, end = hit.items[hit.match.start()].start, hit.items[hit.match.end() - 1].end
    record = _RECORD.search(hit.text, max(0, start - _NEAR), start) is not None and not hit.has("span")
    if hit.word("in") != "in" or record:
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
    start = hit.items[hit.match.start()].start
    compared = side == "earlier" and _COMPARED.search(hit.text, max(0, start - _NEAR), start) is not None
    found = _stepped(hit, -1 if side in ("earlier", "before", "beforehand") else 1, story=True)
    return replace(found, compared=True) if compared and isinstance(found, Step) else found


def _stepped(hit: Hit, sign: int, *, story: bool) -> Meaning | None:
    unit, count, about = hit["unit"], hit["count"], hit.has("about") or hit.has("more")
    if hit.has("vague") or hit.kind("count") == KINDS["VAGUE"]:
        return Vague(at_unit(unit))
    number = 2 if hit.has("couple") else 1 if not isinstance(count, int) else count
    over = hit.before is not None and hit.before.value in _HEDGES
    hedged = about or over or (hit.before is not None and hit.before.kind in _HEDGED)
    about = about or over
    if hedged and not story and unit in ("year", "decade") and (number % 10 == 0 or unit == "decade"):
        return None  # "some 30 years ago" is a length said roughly; one year would be more than it says
    about = about or hit.has("couple")
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


@PARTS.rule("years ago today", "ago:[PERIOD DAY] day:DATE")
def _years_ago_today(hit: Hit) -> Meaning | None:
    """Read "five years ago today", "two years ago this week", "a month ago today"."""
    ago, now = hit["ago"].meaning, hit["day"].meaning
    if not isinstance(ago, Step) or not isinstance(now, Step) or not hit.word("ago").endswith(" ago"):
        return None
    if ago.count >= 0 or now.count or now.story or now.unit not in ("day", "week", "month"):
        return None
    if ago.unit != "year":
        return LengthBack(ago.unit, ago.count) if now.unit == "day" and ago.unit in ("month", "week", "day") else None
    return YearsBack(now.unit, ago.count)


@PARTS.rule("unit by a date", "THE unit:UNIT side:[BEFORE AFTER] THE? date:DATE")
def _unit_by(hit: Hit) -> Meaning | None:
    """Read "the day after Easter", "the week before Christmas", "the day before Monday's vote"."""
    day, steps = hit["date"].meaning, -1 if hit["side"] == "before" else 1
    if day.precision is not Precision.DAY or hit["date"].role is not Role.ON:
        return None
    if hit["unit"] == "week":
        return Week(day, steps)
    if hit["unit"] != "day":
        return None
    return (
        Off(day, "day", steps) if isinstance(day, Weekly) and day == Weekly(day.weekday) else Shifted(day, "day", steps)
    )


_ONWARD: Final = frozenset((KINDS["FROM"], KINDS["ON"]))


@PARTS.rule("length from a date", f"{_LENGTH} side:[BEFORE AFTER FROM ON] date:DATE")
def _from_date(hit: Hit) -> Meaning | None:
    """Read "three weeks before Christmas", "two days after Nov. 9", "a week from Monday", "a week on Friday"."""
    count = hit["count"]
    if hit.kind("count") == KINDS["VAGUE"] or hit.has("vague"):
        return None
    phrase: Phrase = hit["date"]
    day = phrase.meaning
    if hit.kind("side") == KINDS["FROM"] and hit.before is not None and hit.before.value in ("for", "For"):
        return None  # "for three days from today" has its own rule
    if hit.kind("side") in _ONWARD and isinstance(day, Weekly) and day.step is None and hit["unit"] == "week":
        named = hit.kind("side") == KINDS["FROM"] or (count in (1, "a") and hit.clause_ends)
        return day._replace(step=ONWARD, back=-(count if isinstance(count, int) else 1)) if named else None
    if hit.kind("side") == KINDS["ON"]:
        return None
    if hit.kind("side") == KINDS["FROM"] and day.precision is not Precision.DAY:
        return None  # "15,000 a year from 2024"
    sign = -1 if hit["side"] == "before" else 1
    steps = sign * (count if isinstance(count, int) else 1)
    if isinstance(day, Weekly) and day == Weekly(day.weekday) and hit["unit"] in ("day", "week", "fortnight"):
        return Off(day, hit["unit"], steps)
    shifted = Shifted(phrase.meaning, hit["unit"], steps)
    return About(shifted) if hit.has("about") else shifted


@SINGLE.rule(
    "length of several units",
    "one:COUNT unit1:UNIT COMMA? (?:two:COUNT unit2:UNIT COMMA?)? AND? three:COUNT unit3:UNIT side:[AGO EARLIER LATER]",
)
def _mixed(hit: Hit) -> Meaning | None:
    """Read "a year and two months ago", "2 years, 3 months and 4 days later"."""
    counts = [(hit[f"unit{n}"], hit[name]) for n, name in enumerate(("one", "two", "three"), 1) if hit.has(name)]
    lengths = tuple((unit, count if isinstance(count, int) else 1) for unit, count in counts)
    sizes = [longest(unit) for unit, _ in lengths]
    if hit.before is not None and hit.before.kind == KINDS["STEP"]:
        return None  # "for the last three months, and two days ago they"
    if sizes != sorted(sizes, reverse=True) or any(unit == "weekend" for unit, _ in lengths):
        return None
    return Mixed(lengths, 1 if hit.kind("side") == KINDS["LATER"] else -1, story=hit.kind("side") != KINDS["AGO"])
