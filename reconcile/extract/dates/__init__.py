"""Read the dates of running text.

In: one paragraph, the day of publication, and the last date named before it. Out: `Found`s in order, none overlapping.

    kinds, words, shapes    text → items: one for every word, number and mark, each with its kind
    grammar          patterns of kinds, and levels that fold items into phrases
    days             "Nov. 25, 2020", "the 25th", "Good Friday"
    numbered         "11/25/2020", "2020-11-25"
    weekdays         "last Tuesday", "the weekend", "the first Monday of May"
    years            "November", "1991", "the 1990s", "the 19th century"
    relative         "yesterday", "last week", "the following day", "that year"
    lengths          "three weeks ago", "two days earlier", "in two weeks' time"
    periods          "the summer of 2019", "Q3", "fiscal 2020"
    parts            "early November", "the first half of 2021", "October of next year"
    passing          "the rest of the year", "year to date", "the turn of the century"
    stretches        "Oct. 10 to 18", "between Sept. 27 and Nov. 9", "1988-94"
    listed           "July 3, 5 and 7", "March and April 2003"
    ties             "by Dec. 1", "since the mid-1990s", "starting on Nov. 20"
    clocks, zones    the time of day, with a day or alone
    order            dates beside each other in one sentence
    leaning          whether the words around look back or ahead
    meanings, reckoned, recurring, pieces, scene    what a phrase means, and what it is reckoned from
    holidays, units  the calendar
    datelines        the day an article was written

To add a phrase: a word in `lexicon/en/dates.yaml`, a rule in the module of its family, a line in `tests/spec/dates.md`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from operator import itemgetter
from typing import Final

from reconcile.extract.dates import (
    clocks,
    days,
    lengths,
    listed,
    numbered,
    parts,
    passing,
    periods,
    relative,
    stretches,
    ties,
    weekdays,
    years,
)
from reconcile.extract.dates.datelines import from_dateline, written_on
from reconcile.extract.dates.grammar import PARTS, SINGLE, STRETCHES, TIES, Phrase, fold
from reconcile.extract.dates.kinds import KINDS, Item, kinds_of
from reconcile.extract.dates.leaning import allows, lean, purpose, stops
from reconcile.extract.dates.meanings import Fixed
from reconcile.extract.dates.numbered import day_first
from reconcile.extract.dates.order import in_order, year_told
from reconcile.extract.dates.reckoned import compares
from reconcile.extract.dates.recurring import Weekly
from reconcile.extract.dates.scene import REACH, Days, Scene, unknown, within_reach
from reconcile.extract.dates.words import cut, may_hold_dates
from reconcile.extract.found import Found
from reconcile.model import Anchor, Precision, Role, When
from reconcile.model.claim import HOUR
from reconcile.model.edtf import write

__all__ = ["FAMILIES", "day_first", "find", "from_dateline", "spoke", "told", "written_on"]

FAMILIES: Final = (days, numbered, weekdays, years, relative, lengths, periods, parts, passing, stretches, listed, ties)
_DAYLESS: Final = "a time of day, whose day is not told beside it"
_MEMORY: Final = 8  # dates that a later one may be reckoned from
_PHRASE: Final = re.compile(f"[{KINDS['DAY']}{KINDS['PERIOD']}]")
_SAID: Final = re.compile(r"\b(?:said|says|told|announced|reported|say)(?: on)? $")
_SAID_ENDS: Final = ("id ", "ys ", "ld ", "ed ", "ay ", " on ")  # a glance at the end spares most searches


def find(
    text: str,
    published: date | None,
    before: date | Sequence[When] | None = None,
    numbers: bool | None = None,
    spoken: When | None = None,
) -> list[Found]:
    """The dates of a paragraph.

    Args:
        text: running text, single blanks.
        published: the day of publication or the dateline's day.
        before: what was named earlier in the article, the last one last, for "two days earlier" and "that year": what
            `told` gave for the paragraphs before, or one day.
        numbers: whether the article's days in figures put the day first, as `day_first` tells; None: asked of `text`.
        spoken: the day on which somebody last spoke, as `spoke` told of the paragraphs before.
    """
    if not may_hold_dates(text):
        return []
    return _with_hours(text, published, _days(text, published, before, numbers, spoken))


def _days(
    text: str,
    published: date | None,
    before: date | Sequence[When] | None,
    numbers: bool | None,
    spoken: When | None,
) -> list[Found]:
    """The same without the hours."""
    words = cut(text)
    items, kinds = fold((SINGLE, PARTS), words, kinds_of(words), text)
    if not _PHRASE.search(kinds):
        return []
    named = _named_before(before)
    base = published if published and published.year in REACH else None
    known = Scene(base, day_first=day_first(text) if numbers is None else numbers)
    found: list[Found] = []
    said: tuple[Days, ...] = ()
    last_spoken = next(iter(_named_before([spoken] if spoken else None)), None)
    items, kinds = fold((STRETCHES, TIES), items, kinds, text)
    for at in [place.start() for place in _PHRASE.finditer(kinds)]:
        item = items[at]
        phrase: Phrase = item.value
        if said and any(text[stop.start()] in ".!?" for stop in stops(text, found[-1].end, item.start + 1)):
            said = ()
        if isinstance(phrase.meaning, Fixed):  # nothing around it has a say
            days = phrase.meaning.resolve(known)
        else:
            seen, year = tuple(named[-_MEMORY:]) or said, year_told(text, found, item.start, phrase.meaning, base)
            days = phrase.meaning.resolve(Scene(base, seen, *_leaning(text, item), year, known.day_first, last_spoken))
        if not days.rule:
            continue  # no date after all
        if isinstance(phrase.meaning, Weekly) and found:
            days = in_order(text, found[-1], item.start, days, phrase.meaning)
        if not within_reach(days):
            days = unknown(days.precision, "too far from any news")
        found.append(Found(item.start, item.end, _when(phrase, days), phrase.rule))
        if _is_said(text, item.start):
            last_spoken = days if days.precision is Precision.DAY else last_spoken
            said = (days,)  # "said on Monday that he had left five days earlier", where no other day is named
        elif not compares(days.rule):
            named += filter(None, (days, passing.quarter_to(items, at, days)))
    return found


def _with_hours(text: str, published: date | None, found: list[Found]) -> list[Found]:
    """The same with the times of day; one told right beside a day is of that day, any other of none."""
    hours: list[Found] = []
    starts = [one.start for one in found]
    dots = False  # whether the text writes hours with a dot
    for clock in clocks.clocks(text):
        for n in reversed(range(bisect_left(starts, clock.start), bisect_left(starts, clock.end))):
            if found[n].end <= clock.end:  # "at ten past midnight"
                del found[n], starts[n]
        behind = bisect_left(starts, clock.end)
        around = range(max(0, behind - 1), min(behind + 1, len(found)))  # the last date before its end, and the next
        if any(clock.start < found[n].end and found[n].start < clock.end for n in around):
            continue  # "until 5 p.m. Monday"
        near = next((n for n in around if clock.beside(text, found[n].start, found[n].end)), -1)
        if clock.needs and near < 0 and not (clock.dotted and dots):
            continue
        dots = dots or clock.dotted
        day = found[near].value if near >= 0 and not clock.nightly else None
        if not (isinstance(day, When) and day.precision is Precision.DAY and day.edtf) or day.approximate:
            day = When(None, None, Precision.DAY, Role.ON, Anchor(_DAYLESS), "")
        time = clock.on(day.earliest or published)
        if not time:
            continue
        if day.anchored and clock.role is Role.ON:  # "after 5 p.m. on Friday" is on Friday
            found[near] = found[near]._replace(value=replace(day, clock=time))
        role = day.role if clock.role is Role.ON else clock.role  # "since Tuesday at 4 p.m."
        hours.append(Found(clock.start, clock.end, replace(day, role=role, clock=time), HOUR))
    return sorted((*found, *hours), key=itemgetter(0)) if hours else found


def _named_before(before: date | Sequence[When] | None) -> list[Days]:
    if isinstance(before, date):
        named = [Days(before, before, Precision.DAY, "named before")]
    else:
        named = [Days(when.earliest, when.latest, when.precision, when.anchor.rule) for when in before or ()]
    return list(filter(within_reach, named))


def _leaning(text: str, item: Item) -> tuple[int, bool]:
    """Lean and near of the Scene of a date; what its tie says outweighs the verb, but for ends in the past."""
    phrase: Phrase = item.value
    verb = lean(text, item.start, item.end)
    if phrase.role in (Role.BY, Role.UNTIL) and verb < 0:
        if not isinstance(phrase.meaning, Weekly):
            return 0, True  # "in the 12 months through May", "was put off until October"
        if phrase.role is Role.BY and not purpose(text, item.start):
            return verb, False  # "had risen to 162 by Monday", but "agreed to leave by Monday"
        if phrase.role is Role.UNTIL and not allows(text, item.start):
            return verb, False  # "fought until Monday", but "was put off until Monday"
    ahead = int(phrase.role is Role.FROM)  # "from Monday" lies ahead where no verb says otherwise
    return phrase.lean or verb or ahead, False


def told(text: str, found: Iterable[Found]) -> tuple[When, ...]:
    """The dates found in a paragraph that a later one may be reckoned from.

    Not the day on which somebody spoke, and not what another date is compared with.
    """
    dates = [(one.start, one.value) for one in found if isinstance(one.value, When)]
    kept = [when for start, when in dates if when.anchored and not _is_said(text, start)]
    return tuple(when for when in kept if not compares(when.anchor.rule))[-_MEMORY:]


def spoke(text: str, found: Iterable[Found]) -> When | None:
    """The last day found in a paragraph on which somebody only spoke; None where there is none."""
    days = (one.value for one in found if isinstance(one.value, When) and _is_said(text, one.start))
    return next((when for when in reversed([*days]) if when.anchored and when.precision is Precision.DAY), None)


def _is_said(text: str, start: int) -> bool:
    """Whether a date only says when somebody spoke: "police said Tuesday"."""
    begins = max(0, start - 15)
    return text.endswith(_SAID_ENDS, begins, start) and _SAID.search(text, begins, start) is not None


def _when(phrase: Phrase, days: Days) -> When:
    written = days.written if days.earliest is None else ""
    return When(
        days.earliest,
        days.latest,
        days.precision,
        phrase.role,
        Anchor(days.rule, days.base),
        written or write(days.earliest, days.latest, days.precision, approximate=days.approximate),
        days.approximate,
    )
