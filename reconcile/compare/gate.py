"""What may be compared at all, and how far a contradiction may be called one.

GATE is asked before any value is looked at: its rows refuse, with the reason. `cap` says why two values that exclude
each other are still only called different.

To add a reason: a row in one of the tables, placed from the surest to the weakest, and its section in
`tests/spec/relations.md`.
"""

import re
from collections.abc import Set as AbstractSet
from datetime import timedelta
from functools import lru_cache
from typing import Final

from reconcile.compare import tally
from reconcile.compare.bygone import of_a_bygone_day
from reconcile.compare.doers import surname_alone
from reconcile.compare.hours import as_of_hour, of_two_days, other_turn, weeks_apart
from reconcile.compare.lengths import away_from
from reconcile.compare.names import one_voice
from reconcile.compare.numbers import told_too
from reconcile.compare.only import of_two_quakes, only
from reconcile.compare.pair import Pair
from reconcile.compare.places import nested, other_row
from reconcile.compare.relation import Relation
from reconcile.compare.rounding import step
from reconcile.compare.several import other_of_several, up_to_it
from reconcile.compare.slips import swapped
from reconcile.compare.subject import Subject
from reconcile.compare.words import known
from reconcile.model import Change, Dimension, Modality, Outcome, Precision
from reconcile.model.clock import one_minute
from reconcile.model.once import kept
from reconcile.model.plain import inside
from reconcile.model.units import bare_degrees

_FIGURE: Final = Dimension.FIGURE
_DATE: Final = Dimension.DATE
_NOT: Final = Outcome.NOT_COMPARABLE
_DONE: Final = (Modality.HAPPENED, Modality.DENIED)
HE: Final = re.compile(r"(?:s?he|her|his) ", re.IGNORECASE)
_QUARTER: Final = re.compile(r"\b(first|second|third|fourth)[ -](?:quarter|half)\b")
OTHER: Final = {"other", "separate", "ordinal", "daily", "whole", "offset", "fraction", "norm", "best", "rival", "left",
                "extreme", "net", "turnout", "asked"}  # fmt: skip
_SEVERAL: Final = re.compile(  # "two died in separate accidents", "three died at the dam"; not "a separate crash"
    r"(?<!\ba )(?<!\ban )\b(?:separate|unrelated) [a-z-]+(?<!s)s\b", re.IGNORECASE
)
_ANGLE: Final = re.compile(  # "the tower leans by 4 degrees", "340 honorary degrees"
    r"\b(?:lean|tilt|slop|steep|angle|rotat|latitude|longitude|inclin|gradient|heel|list(?:ed|ing)|honorary|universit)",
    re.IGNORECASE,
)
_FATES: Final = ("dead", "hurt", "missing", "rescued")
_SAID_ONCE: Final = 12  # from here a number is not that of many things in one text
_NONE: Final[frozenset[int]] = frozenset()


def opposed(pair: Pair) -> bool:
    """Whether their deeds run in opposite directions: fled and returned, began and ended."""
    return bool(against(pair))


@kept
def against(pair: Pair) -> frozenset[int]:
    """The numbers of the opposites of which either says one side alone."""
    a, b = pair.both
    ours, theirs = a.sides, b.sides
    if not ours or not theirs:
        return _NONE
    facing = theirs.intersection([(number, 1 - side) for number, side in ours]) - ours
    return frozenset([number for number, side in facing if (number, 1 - side) not in theirs])


def _other_measure(pair: Pair) -> bool:
    a, b = pair.both
    turned = bare_degrees(*(figure.unit for figure in pair.figures)) and any(
        _ANGLE.search(side.claim.quote) for side in (pair.left, pair.right)
    )
    if "tellers" in a.marks | b.marks and any(figure.unit == "person" for figure in pair.figures):
        return True
    unequal = pair.figures[0] != pair.figures[1]
    if unequal and any("aboard" in x.marks and not x.measure and y.measure in _FATES for x, y in ((a, b), (b, a))):
        return True  # "had 831 on board", "751 were rescued"
    return turned or bool(a.measure and b.measure and a.measure != b.measure)


def _other_noun(pair: Pair) -> bool:
    kinds = pair.left.figure.kind == pair.right.figure.kind == "count"
    return kinds and not pair.same_noun


def _other_scope(pair: Pair) -> bool:
    """Four others against three; children against soldiers; Azerbaijanis against Armenians; two years' counts."""
    a, b = pair.both
    if _told_twice(pair):
        return apart(a.owners, b.owners) or _other_place(pair)
    marks = (a.marks ^ b.marks) & OTHER
    if pair.nearest and pair.shared and pair.figures[0].kind == "money":  # "savings of 180 million a year", "… of 280"
        marks -= {"daily"}
    if a.names & b.names:  # "rival Arden lost 40 million", "Arden lost 60 million"
        marks -= {"rival"}
    if (
        "separate" in marks
        and pair.nearest
        and any(_SEVERAL.search(side.claim.quote) for side in (pair.left, pair.right))
    ):
        marks -= {"separate"}
    if pair.nearest and pair.figures[0].kind == "length":  # "24 miles west of Orm Head", "14 miles off Orm Head"
        marks -= {"offset"}
    if marks or _other_grade(a, b):
        return True
    narrowed = (
        (apart(a.groups, b.groups) and not (pair.nearest and known().loose & (a.groups | b.groups)))
        or apart(a.owners, b.owners)
        or _other_times(a.times or a.borrowed, b.times or b.borrowed)
        or apart(*(_quarters(side.sentence) for side in (pair.left, pair.right)))
    )
    elsewhere = narrowed or _other_moment(pair) or _other_place(pair) or other_row(pair) or _bodies(pair)
    return elsewhere or of_two_quakes(pair) or up_to_it(pair) or of_a_bygone_day(pair)


def _told_twice(pair: Pair) -> bool:
    """Whether both give one number, and nothing else in either article is as near to it, or few things have it.

    Another count, of a part or of another time, would hardly come to the same: "12,400 homes", "all of the 12,400".
    """
    a, b = pair.figures
    ends = (a.low, a.high, a.change) == (b.low, b.high, b.change)
    if not ends or a.unit != b.unit:
        return False
    few = a.unit is not None and a.low.is_finite() and len(a.low.normalize().as_tuple().digits) > 1
    once = a.low >= _SAID_ONCE or a.low != a.low.to_integral_value()
    return (pair.nearest or few) and once


def _other_grade(a: Subject, b: Subject) -> bool:
    """Whether one counts those who are worse off, or still in hospital: "30 in critical condition", "80 hurt"."""
    apart_ = (a.marks ^ b.marks) & (known().grades.keys() - {"moved"})
    treated = "treated" in a.marks | b.marks
    return bool(apart_ - {"treated", "in hospital"} if treated else apart_)


def _other_moment(pair: Pair) -> bool:
    """Whether one alone is a dated figure from which another came, and unlike it: "down from 71 percent in 2017"."""
    was = ["was" in side.subject.marks and side.claim.as_of is not None for side in (pair.left, pair.right)]
    return was[0] != was[1] and pair.days_apart != timedelta(0) and pair.figures[0] != pair.figures[1]


def _bodies(pair: Pair) -> bool:
    """Whether both count bodies that were found, and not on one day: each may be what a day's search brought."""
    p, q = pair.figures
    found = all("body" in about.claim.quote or "bodies" in about.claim.quote for about in pair.both)
    found = found and (p.high < q.low or q.high < p.low)
    return (
        found and pair.days_apart != timedelta(0) and not {"toll", "total"} & (pair.both[0].marks | pair.both[1].marks)
    )


def _other_times(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two times exclude each other: 2014 and 2016, "last year" and "this season"; not 2014 and "years ago"."""
    named = [frozenset(time for time in times if not time[0].islower()) for times in (ours, theirs)]
    return apart(*named) or (apart(ours, theirs) and not (named[0] or named[1]))


@lru_cache(maxsize=4096)  # a claim meets many others
def _quarters(sentence: str) -> frozenset[str]:
    return frozenset(_QUARTER.findall(sentence))


def _other_place(pair: Pair) -> bool:
    """Whether one is told of another country, or of another place that both articles know: 12 dead in each of two.

    "35 miles from Arden" and "1,500 km from Brill" are two ways.
    """
    a, b = pair.both
    if apart(away_from(pair.left), away_from(pair.right)):
        return True
    nations = known().nations
    lands = apart(a.places & nations, b.places & nations)
    elsewhere = apart(a.places, b.context) and apart(b.places, a.context) and not nested(pair)
    if of_the_story(pair):
        return elsewhere and lands
    return elsewhere and (lands or (pair.right.knows(a.places) and pair.left.knows(b.places)))


def of_the_story(pair: Pair) -> bool:
    """Whether each article tells one such toll, which then is that of the story, whatever place its sentence names."""
    return tally.counted(pair) and pair.nearest and all(map(only, (pair.left, pair.right)))


def apart(x: AbstractSet[object], y: AbstractSet[object]) -> bool:
    """Whether both are told and nothing is in both."""
    return bool(x) and bool(y) and x.isdisjoint(y)


def _other_thing(pair: Pair) -> bool:
    """Whether two dates are plainly of two things: other names, other deeds."""
    a, b = pair.both
    clocks = pair.left.when.clock, pair.right.when.clock
    if (all(clocks) and (other_turn(pair) or as_of_hour(pair))) or other_of_several(pair):
        return True
    if all(clocks) and one_minute(*clocks):  # "raised the alarm at 4:20 a.m.", "rang at twenty past four"
        return False
    if a.deed & (b.deed | b.keys) or b.deed & a.keys or pair.shared:
        strangers = apart(a.names, b.names) and apart(a.context, b.context)
        return strangers and not pair.acquainted(a.context, b.context)
    if pair.nearest or pair.one_thing:
        return apart(a.names, b.names) and apart(a.context, b.context)
    within = a.names <= b.names or b.names <= a.names  # "Arden was handed over", "must return Arden and Brill"
    return not (a.names and b.names and within)


GATE: Final[tuple[Relation[Pair], ...]] = (
    Relation("stock_flow", _FIGURE, _NOT, "they count opposite directions", opposed, explanation="measure"),
    Relation("different_measure", _FIGURE, _NOT, "they count different things",
             lambda pair: _other_measure(pair) or _other_noun(pair), explanation="measure"),
    Relation("different_scope", _FIGURE, _NOT, "they count different people, places, times or parts", _other_scope,
             explanation="scope"),
    Relation("start_v_end", _DATE, _NOT, "their deeds run in opposite directions", opposed, explanation="measure"),
    Relation("different_event", _DATE, _NOT, "they date different things", _other_thing, explanation="scope"),
    Relation("hour_of_two_days", _DATE, _NOT, "their sentences name two days", of_two_days, explanation="scope"),
    Relation("hour_weeks_apart", _DATE, _NOT, "no day is told for both, and the articles came out more than a week "
             "apart", weeks_apart, explanation="scope"),
)  # fmt: skip


def cap(pair: Pair, dimension: Dimension) -> tuple[str, str]:
    """Why a contradiction is only called a difference: (explanation, words for people); two empty texts if none."""
    left, right = pair.left, pair.right
    if any(side.claim.modality not in _DONE for side in (left, right)):
        return "planned_actual", "neither is told as something that has plainly happened"
    if left.claim.speaker and right.claim.speaker and not one_voice(left.claim.speaker, right.claim.speaker):
        who, whom = inside(left.claim.speaker), inside(right.claim.speaker)
        return "attribution", f"one is according to {who}, the other to {whom}"
    a, b = pair.both
    if apart(a.names, b.names):
        return "scope", "their sentences name other people or places"
    if dimension is Dimension.FIGURE and _deeds_unlike(pair):
        return "measure", "they have in common what is counted, and no word for what became of it"
    if surname_alone(pair):
        return "scope", "one gives the surname alone, which others bear as well"
    if any(HE.match(side.claim.quote) for side in (left, right)):
        return "scope", "one leaves who is meant to the sentence before"
    if dimension is Dimension.DATE and not a.deed & b.deed:
        return "scope", "their words do not plainly date one deed"
    if dimension is Dimension.DATE and not pair.left.when.precision is pair.right.when.precision is Precision.DAY:
        return "", "they are not both given to the day"
    return _cap_of_figures(pair) if dimension is Dimension.FIGURE else ("", "")


def _cap_of_figures(pair: Pair) -> tuple[str, str]:
    both = all(side.claim.figure is not None for side in (pair.left, pair.right))  # not "nobody was hurt"
    if both and _of_a_group(pair):
        return "scope", "one counts a group of people, the other may count others too"
    if any(side.claim.figure and side.figure.change is not Change.LEVEL for side in (pair.left, pair.right)):
        return "as_of", "a change depends on the two moments it is reckoned between"
    if not pair.same_time:
        known = pair.days_apart is not None
        return "as_of", "they are stated for different days" if known else "the day one is stated for is not known"
    if both and pair.left.subject.measure == pair.right.subject.measure == "missing":
        return "as_of", "how many are missing changes from hour to hour"
    if both and told_too(pair):
        return "as_of", "the article of the one gives the count of the other as well"
    if both and bare_degrees(*(figure.unit for figure in pair.figures)):
        return "unit", "one does not say of which scale its degrees are"
    if both and _one_rounded(pair):
        return "rounding", "both are round, and one number between them may have been rounded to either"
    return "", ""


def _deeds_unlike(pair: Pair) -> bool:
    """Whether two counts share their noun alone: "the mine employs 423 workers", "its leaders met 318 workers"."""
    counts = all(side.claim.figure is not None and side.figure.kind == "count" for side in (pair.left, pair.right))
    a, b = pair.both
    return counts and not pair.shared and not (a.measure and a.measure == b.measure)


def _of_a_group(pair: Pair) -> bool:
    """Whether one alone counts a group, as other digits show: "33 passengers drowned", "36 people" with the crew."""
    a, b = pair.both
    return bool(a.groups) is not bool(b.groups) and not swapped(pair.figures[0].low, pair.figures[1].low)


def _one_rounded(pair: Pair) -> bool:
    """Whether what two round numbers may have been rounded from meets: 75 for "70" and "80"; never of single units."""
    values = [figure.value for figure in pair.figures]
    steps = [step(value) for value in values if value is not None]
    return len(steps) == 2 and min(steps) >= 10 and abs(pair.figures[0].low - pair.figures[1].low) <= min(steps)
