"""What may be compared at all, and what an apparent difference must stand up to.

Two tables of relations over pairs of claims. GATE is asked before any value is looked at: its rows refuse, with the
reason. DOUBTS is asked of figures and dates that exclude each other: the first row that holds takes the place of the
ladder's, because a difference with another explanation is no contradiction. PLANS is asked of dates of which one is
that of a plan. What none of them stops is left as it is.

To add a reason: a row in one of the tables, placed from the surest reason to the weakest, and its section in
`tests/spec/relations.md`.
"""

import re
from typing import Final

from reconcile.compare import tally
from reconcile.compare.pair import Pair, Side
from reconcile.compare.relation import Relation
from reconcile.compare.subject import Subject
from reconcile.compare.words import WORD, known, stem
from reconcile.model import Dimension, Modality, Outcome, Precision, Role

_FIGURE: Final = Dimension.FIGURE
_DATE: Final = Dimension.DATE
_NOT: Final = Outcome.NOT_COMPARABLE
MOVED: Final = re.compile(
    r"\b(?:delay|postpon|reschedul|put off|pushed back|brought forward|moved (?:to|from))", re.IGNORECASE
)
_OTHER: Final = {"other", "ordinal", "daily", "whole"}
_NEAR: Final = 40  # characters after a number in which its noun stands
_TOLD: Final = 2  # words with which a toll says what it is of: two tolls that say so must share one
_THIRD: Final = 0.3  # of the longer claim's words, for two figures to measure one thing
_CLOSELY: Final = 0.9  # the same for two dates that are not days: years belong to many things in one sentence
_HALF_YEAR: Final = 183  # days; a year that was filled in may be one off
_ALIKE: Final = 0.6  # of the shorter claim's words: below it two dates may belong to two things that happened


def opposed(pair: Pair) -> bool:
    """Whether their deeds run in opposite directions: fled and returned, began and ended."""
    a, b = pair.both
    for number in {n for n, _ in a.sides} & {n for n, _ in b.sides}:
        ours, theirs = ({side for n, side in s.sides if n == number} for s in (a, b))
        if len(ours) == len(theirs) == 1 and ours != theirs:
            return True
    return False


def _other_measure(pair: Pair) -> bool:
    a, b = pair.both
    return bool(a.measure and b.measure and a.measure != b.measure)


def _other_noun(pair: Pair) -> bool:
    kinds = pair.left.figure.kind == pair.right.figure.kind == "count"
    return kinds and not pair.same_noun


def _other_scope(pair: Pair) -> bool:
    """Four others against three; children against soldiers; Azerbaijanis against Armenians; two years' counts."""
    a, b = pair.both
    marks = (a.marks ^ b.marks) & _OTHER
    return bool(marks) or any(_both_and_apart(x, y) for x, y in ((a.groups, b.groups), (a.owners, b.owners),
                                                                  (a.times, b.times)))  # fmt: skip


def _both_and_apart(x: frozenset[str], y: frozenset[str]) -> bool:
    return bool(x) and bool(y) and x.isdisjoint(y)


def _other_thing(pair: Pair) -> bool:
    """Whether two dates are plainly of two things: other names, other deeds."""
    a, b = pair.both
    marked = bool((a.marks ^ b.marks) & _OTHER)  # "the last big quake" is not the quake
    return marked or _both_and_apart(a.names, b.names) or (not pair.shared and a.names.isdisjoint(b.names))


GATE: Final[tuple[Relation[Pair], ...]] = (
    Relation("stock_flow", _FIGURE, _NOT, "they count opposite directions", opposed, explanation="measure"),
    Relation("different_measure", _FIGURE, _NOT, "they count different things",
             lambda pair: _other_measure(pair) or _other_noun(pair), explanation="measure"),
    Relation("different_scope", _FIGURE, _NOT, "they count different people, places, times or parts", _other_scope,
             explanation="scope"),
    Relation("start_v_end", _DATE, _NOT, "their deeds run in opposite directions", opposed, explanation="measure"),
    Relation("different_event", _DATE, _NOT, "they date different things", _other_thing, explanation="scope"),
)  # fmt: skip


def _narrower(pair: Pair) -> tuple[bool, bool]:
    """Which of the two is narrowed, by its words, where the other is not."""
    a, b = pair.both
    return _narrows(a, b), _narrows(b, a)


def _narrows(a: Subject, b: Subject) -> bool:
    parted = "part" in a.marks and "part" not in b.marks
    told = any(x and not y for x, y in ((a.groups, b.groups), (a.owners, b.owners)))
    return parted or told or bool((b.marks - a.marks) & {"all", "total"})


def _part_whole(pair: Pair) -> bool:
    left, right = _narrower(pair)
    a, b = pair.figures
    if tally.counted(pair) and _only_total(pair):  # "a total of 19 dead" is the toll, as "15 dead" is
        return False
    return (left and not right and a.low <= b.high) or (right and not left and b.low <= a.high)


def _only_total(pair: Pair) -> bool:
    a, b = pair.both
    bare = not (a.groups ^ b.groups or a.owners ^ b.owners)
    return bare and not (a.marks ^ b.marks) & {"all", "part"}


def _scope_doubt(pair: Pair) -> bool:
    a, b = pair.both
    narrower = any(_narrower(pair)) and not (tally.counted(pair) and _only_total(pair))
    return narrower or bool(a.times ^ b.times) or _both_and_apart(a.places, b.places) or _both_and_apart(
        a.names, b.names)  # fmt: skip


def _planned(pair: Pair) -> bool:
    return pair.left.claim.modality != pair.right.claim.modality


def _due(pair: Pair) -> bool:
    late = [side.claim.modality is Modality.DEADLINE or side.when.role is Role.BY for side in (pair.left, pair.right)]
    return late[0] != late[1]


def _moved_to(pair: Pair) -> bool:
    """Whether a day was moved to the other: "the vote was put off until Friday" and "the vote on Friday"."""
    moved = any(MOVED.search(side.claim.quote) for side in (pair.left, pair.right))
    days = [(side.when.earliest, side.when.latest) for side in (pair.left, pair.right)]
    return moved and days[0] == days[1]


def _unlike_figures(pair: Pair) -> bool:
    """Whether their words do not show that the same thing is measured; two tolls of one kind do."""
    a, b = pair.both
    if a.negated != b.negated:  # "decided after 12 hours", "could not decide after 30 hours"
        return True
    if pair.left.figure.kind == "age":
        return a.owners.isdisjoint(b.owners)
    counts = pair.left.figure.kind == "count"
    if counts and not (a.heads & b.heads or _people(pair)):
        return True
    if tally.counted(pair):
        return a.wide.isdisjoint(b.wide) and min(len(a.wide), len(b.wide)) >= _TOLD
    strangers = bool(a.names - b.names) and bool(b.names - a.names)
    least = max(2, _THIRD * max(len(a.stems), len(b.stems)))
    return strangers or pair.shared < least or pair.alike < _ALIKE


def _people(pair: Pair) -> bool:
    """Whether both count people, whatever they are called: "nine dead", "nine miners"."""
    return pair.left.figure.unit == pair.right.figure.unit == "person"


def _unlike_dates(pair: Pair) -> bool:
    a, b = pair.both
    strangers = bool(a.names - b.names) and bool(b.names - a.names)
    named = ("named" in a.marks) != ("named" in b.marks)
    fine = pair.left.when.precision is pair.right.when.precision is Precision.DAY
    most, least = max(len(a.stems), len(b.stems)), _ALIKE if fine else _CLOSELY
    return strangers or named or pair.shared < max(2, (least - 0.2) * most) or pair.alike < least


def _loose_anchor(pair: Pair) -> bool:
    """Whether a day was reckoned from something else than the day of publication, or its year was only filled in.

    "The junta fell less than a year later": later than what is a guess that must not make a contradiction.
    """
    for side in (pair.left, pair.right):
        anchor = side.when.anchor
        if anchor.base is not None and (anchor.base != side.source.published or "year" in anchor.rule):
            far = "year" not in anchor.rule or abs(_gap(pair)) > _HALF_YEAR
            if far:
                return True
    return False


def _gap(pair: Pair) -> int:
    """Days between the first days of the two."""
    first, last = pair.left.when.earliest, pair.right.when.earliest
    return 0 if first is None or last is None else (first - last).days


def _repeated(pair: Pair) -> bool:
    """Whether either sentence has the other's number as well: "six AK-47 rifles" holds no difference of 6 and 47."""
    a, b = pair.both
    written = [_written(side.claim.quantity.text if side.claim.quantity else "") for side in (pair.left, pair.right)]
    return bool(written[0] and written[0] <= b.numbers) or bool(written[1] and written[1] <= a.numbers)


def _elsewhere(pair: Pair) -> bool:
    """Whether either article also has the other's number for such things: "sentenced to seven years", later to twelve."""
    two = pair.left.claim.source != pair.right.claim.source
    return two and (_has(pair.left, pair.right) or _has(pair.right, pair.left))


def _has(one: Side, other: Side) -> bool:
    number = max(_written(other.claim.quantity.text if other.claim.quantity else ""), key=len, default="")
    about = one.subject.heads | other.subject.heads | {stem(one.figure.unit or ""), stem(other.figure.unit or "")}
    text, own = one.source.text, one.claim.quantity.span if one.claim.quantity else one.claim.span
    for match in re.finditer(rf"(?<![\w.,]){re.escape(number)}(?![\w]|[.,]\d)", text) if number else ():
        near = WORD.findall(text[match.end() : match.end() + _NEAR])[:3]
        if not own.start <= match.start() < own.end and any(stem(word.lower()) in about for word in near):
            return True
    return False


def _written(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d[\d.,]*(?<![.,])", text)) | frozenset(
        word for word in re.findall(r"[a-z]+", text.lower()) if word in known().numbers
    )


DOUBTS: Final[tuple[Relation[Pair], ...]] = (
    Relation("part_whole", _FIGURE, Outcome.COMPATIBLE, "one counts only some of what the other counts, so both can "
             "hold", _part_whole, explanation="scope"),
    Relation("different_scope", _FIGURE, _NOT, "their words name different people, places or times", _scope_doubt,
             explanation="scope"),
    Relation("told_apart", _FIGURE, _NOT, "the sentence of one has the other's number too, so it tells of two things",
             _repeated, explanation="scope"),
    Relation("planned_v_actual", _FIGURE, Outcome.COMPATIBLE, "one is a plan, an order or a rumour, the other is not, "
             "so both can hold", _planned, explanation="planned_actual"),
    Relation("different_measure", _FIGURE, _NOT, "their words do not show that they measure the same thing",
             _unlike_figures, explanation="measure"),
    Relation("tally_growth", _FIGURE, Outcome.DIFFERS, "a count that grew between the two days", tally.grew,
             explanation="as_of", settles="give the later count with its day"),
    Relation("tally_revision", _FIGURE, Outcome.DIFFERS, "the later count is lower: a revision, not growth", tally.fell,
             explanation="as_of", settles="ask why the count was lowered"),
    Relation("told_apart", _FIGURE, _NOT, "one of the two articles gives the other's figure as well, so it tells of "
             "two things", _elsewhere, explanation="scope"),
    Relation("loosely_anchored", _DATE, _NOT, "the day or year of one is reckoned from something uncertain",
             _loose_anchor),
    Relation("different_event", _DATE, _NOT, "their words do not show that they date the same thing", _unlike_dates,
             explanation="scope"),
)  # fmt: skip

PLANS: Final[tuple[Relation[Pair], ...]] = (
    Relation("rescheduled", _DATE, Outcome.AGREE, "the day was moved to the one the other gives", _moved_to,
             explanation="planned_actual"),
    Relation("deadline_v_event", _DATE, Outcome.COMPATIBLE, "one is a deadline and the other the day itself",
             _due, explanation="planned_actual"),
    Relation("planned_v_actual", _DATE, Outcome.COMPATIBLE, "one is the plan and the other what came of it",
             _planned, explanation="planned_actual"),
)  # fmt: skip


def cap(pair: Pair, dimension: Dimension) -> tuple[str, str]:
    """Why a contradiction is only called a difference: (explanation, words for people); two empty texts if none."""
    left, right = pair.left, pair.right
    if any(side.claim.modality not in (Modality.HAPPENED, Modality.DENIED) for side in (left, right)):
        return "planned_actual", "neither is told as something that has plainly happened"
    if left.claim.speaker and right.claim.speaker and left.claim.speaker != right.claim.speaker:
        return "attribution", f"one is what {left.claim.speaker} says, the other what {right.claim.speaker} says"
    if dimension is Dimension.DATE and not pair.left.when.precision is pair.right.when.precision is Precision.DAY:
        return "", "they are not both given to the day"
    if dimension is Dimension.FIGURE and not pair.same_time:
        known = pair.days_apart is not None
        return "as_of", "they are stated for different days" if known else "the day one is stated for is not known"
    return "", ""
