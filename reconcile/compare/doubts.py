"""What an apparent difference must stand up to before anybody is told that sources differ.

DOUBTS is asked of figures and dates that exclude each other: the first row that holds takes the place of the ladder's,
because a difference with another explanation is no contradiction. What none of them stops is left as it is. The limits
were chosen by reading what the tool said of some 750 news articles in 70 groups.

To add a doubt: a row placed from the surest reason to the weakest, and its section in `tests/spec/relations.md`.
"""

import re
from calendar import day_name
from typing import Final

from reconcile.compare import tally
from reconcile.compare.dates import reckoned
from reconcile.compare.gate import OTHER, apart, planned
from reconcile.compare.pair import Pair, Side
from reconcile.compare.relation import Relation
from reconcile.compare.subject import Subject
from reconcile.compare.words import WORD, known, stem
from reconcile.model import Dimension, Modality, Outcome, Precision, Role

_FIGURE: Final = Dimension.FIGURE
_DATE: Final = Dimension.DATE
_NOT: Final = Outcome.NOT_COMPARABLE
_NEAR: Final = 40  # characters after a number in which its noun stands
_TOLD: Final = 2  # words with which a toll says what it is of: two tolls that say so must share one
_PLAINLY: Final = 0.75  # of the words: two sentences about one thing, whatever else one of them tells
_SHORT: Final = 2  # words of a claim that are all it says
_HALF: Final = 0.5  # of the shorter claim's words, for two counts of one noun
_THIRD: Final = 0.3  # of the longer claim's words, for two figures to measure one thing
_ALIKE: Final = 0.6  # of the shorter claim's words: below it two dates may belong to two things that happened
_CLOSELY: Final = 0.9  # the same for two dates that are not days: years belong to many things in one sentence
_TIMES: Final = 5  # a toll seldom grows by more within one story before the words around it change
_NAMES_DAY: Final = re.compile(rf"\b(?:{'|'.join(day_name)})\b|\b\d{{1,2}}\b", re.IGNORECASE)
_A_NEW: Final = re.compile(r"\ba new ", re.IGNORECASE)
_HALF_YEAR: Final = 183  # days; a year that was filled in may be one off


def _narrower(pair: Pair) -> tuple[bool, bool]:
    """Which of the two is narrowed, by its words, where the other is not."""
    a, b = pair.both
    return _narrows(a, b), _narrows(b, a)


def _narrows(a: Subject, b: Subject) -> bool:
    one_group = bool(a.groups) and a.groups == b.groups  # "among the dead were five children", "twelve children died"
    parted = "part" in a.marks and "part" not in b.marks and not one_group
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
    if any(_narrower(pair)) and not (tally.counted(pair) and _only_total(pair)) and not _more_than_all(pair):
        return True
    other_times = a.times ^ b.times
    plain = pair.shared >= _TOLD and pair.alike >= _PLAINLY  # "96 fans died in the fire", with and without its year
    if "former" in a.marks ^ b.marks or (other_times and not plain) or any(time[0].islower() for time in other_times):
        return True
    if apart(a.places, b.context) and apart(b.places, a.context):  # "kills 4 in Yemen", "kills 6 in Peru"
        return True
    titles = pair.left.claim.headline + pair.right.claim.headline
    return titles != 1 and apart(a.context, b.context)  # a title has no room for where and who; two titles are alike


def _more_than_all(pair: Pair) -> bool:
    """Whether what would be a part is more than its whole: "36 men are trapped" and "all 33 men who were trapped"."""
    left, right = _narrower(pair)
    a, b = pair.figures
    whose = pair.both[0].owners == pair.both[1].owners
    return whose and left != right and ((left and a.low > b.high) or (right and b.low > a.high))


def _unlike_figures(pair: Pair) -> bool:
    """Whether their words do not show that the same thing is measured; two tolls of one kind do."""
    a, b = pair.both
    if a.negated != b.negated:  # "decided after 12 hours", "could not decide after 30 hours"
        return True
    if pair.left.figure.kind == "age":
        nobody = not a.owners and not b.owners and not apart(a.names, b.names)  # "the actor, 82", "the actor was 75"
        return a.owners.isdisjoint(b.owners) and not (nobody and pair.shared and pair.alike >= _ALIKE)
    counts = pair.left.figure.kind == "count"
    if counts and not (a.heads & b.heads or _people(pair)):
        return True
    if tally.counted(pair) and not pair.shared and _many_times(pair):
        return True
    if tally.counted(pair):
        return a.wide.isdisjoint(b.wide) and min(len(a.wide), len(b.wide)) >= _TOLD
    strangers = bool(a.names - b.names) and bool(b.names - a.names)
    strangers = strangers and not a.names & b.names
    things = counts and _same_things(a, b)
    return strangers or not (_one_thing(pair, nouns=things) or _one_setting(pair, nouns=things))


def _one_setting(pair: Pair, *, nouns: bool) -> bool:
    """Whether the two sentences speak of one thing, beyond the noun that is counted or the unit it is measured in.

    "Two rifles were seized from the boats", "commandos found three rifles in the boats": the boats are the same.
    """
    a, b = pair.both
    around = _plain_keys(a) & _plain_keys(b)
    same_times = bool(a.times) and a.times == b.times  # "trade last year" twice
    if a.measure != b.measure and (a.measure or b.measure) not in a.measures & b.measures:
        return False  # "two climbers were found", "one climber was killed"
    if nouns:  # 59 catches are those of a season, and two those of a game
        return not _many_times(pair) and bool(pair.shared or a.names & b.names or around)
    if pair.left.figure.kind == "time":  # a crossing of two hours and a sinking within ten minutes have one setting
        return False
    return bool(pair.shared and pair.alike >= _HALF and (a.names & b.names or len(around) >= _TOLD or same_times))


def _plain_keys(about: Subject) -> frozenset[str | int]:
    """The words of a sentence, without the rows of synonyms they stand in, and without the noun that is counted."""
    return frozenset(key for key in about.wide if isinstance(key, str)) - about.heads - about.counted


def _one_thing(pair: Pair, *, nouns: bool) -> bool:
    """Whether the words of two claims without their values show one thing; that they count the same noun is one word.

    "The talks lasted" and "the talks lasted" are the same; "the firm will cut jobs" and "the firm would drop jobs"
    share one word of two and the noun; "the hall has seats" and "the ferry lost seats" share the noun alone.
    """
    a, b = pair.both
    most = max(len(a.stems), len(b.stems))
    told = pair.shared + nouns + bool(a.names & b.names)
    attributive = any("-" in side.claim.quantity.text for side in (pair.left, pair.right) if side.claim.quantity)
    if attributive and pair.left.figure.kind != "time":  # "the 16-yard line" is the name of a line, not its length
        return False
    if pair.shared == most == min(len(a.stems), len(b.stems)) <= _SHORT and most and a.names == b.names:
        return True
    return told >= _TOLD and pair.shared >= _THIRD * most and pair.alike >= (_HALF if nouns else _ALIKE)


def _same_things(a: Subject, b: Subject) -> bool:
    """Whether both count one kind of thing, or people of one kind, by whatever word; "people" says little."""
    lexicon = known()
    people = (not a.groups or a.groups != b.groups) and any(
        h in lexicon.people or h in lexicon.groups for h in a.heads | b.heads if isinstance(h, str)
    )
    return bool(a.heads & b.heads) and not people


def _many_times(pair: Pair) -> bool:
    """Whether one is several times the other: without a word in common, "at least 70 hurt" and "at least two hurt"."""
    p, q = pair.figures
    ends = sorted(min(abs(x.low), abs(x.high)) if x.value is None else abs(x.value) for x in (p, q))
    return ends[1] >= ends[0] * _TIMES


def _people(pair: Pair) -> bool:
    """Whether both count people, whatever they are called: "nine dead", "nine miners"."""
    units = {pair.left.figure.unit, pair.right.figure.unit}
    return units == {"person"} or (units <= {"person", None} and tally.counted(pair))


def _unlike_dates(pair: Pair) -> bool:
    a, b = pair.both
    strangers = bool(a.names - b.names) and bool(b.names - a.names)
    named = bool((a.marks ^ b.marks) & {"named", *OTHER})  # "the last big quake" is not the quake
    fine = pair.left.when.precision is pair.right.when.precision is Precision.DAY
    fine = fine or pair.left.when.role is pair.right.when.role is Role.BY  # a deadline belongs to one deed
    if pair.left.when.precision is pair.right.when.precision is Precision.QUARTER:
        return True  # sales of two quarters
    if ("dead" in a.measures) != ("dead" in b.measures):
        return True  # "the first case was on 2 March", "the first death was on 8 March"
    if any(_A_NEW.search(x.claim.quote) and not _A_NEW.search(y.claim.quote) for x, y in pair.ways):
        return True  # "she took office in 2019", "a new minister took office on Wednesday"
    if abs(_gap(pair)) <= 1 and not a.deed & b.deed and any(reckoned(side.when) for side in (pair.left, pair.right)):
        return True  # arrested on Monday, charged on Tuesday
    most, least = max(len(a.stems), len(b.stems)), _ALIKE if fine else _CLOSELY
    if (
        a.deed & b.deed and not strangers and not named
    ):  # "formed in 1960" in a long claim, "formed in 1957" in a short one
        known_by = bool(a.names & b.names) or pair.shared >= _TOLD or (pair.alike == 1 and not a.names | b.names)
        return not (known_by and pair.shared and pair.alike >= _ALIKE)
    told = pair.shared + (bool(a.names & b.names) and a.stems == b.stems) + (fine and _one_plan(pair))
    return strangers or named or told < _TOLD or pair.shared < (least - 0.2) * most or pair.alike < least


def _one_plan(pair: Pair) -> bool:
    """Whether both plan the same: "a memorial will be held", "a memorial service is set"; not "talks will end"."""
    a, b = pair.both
    plans = all(side.claim.modality is Modality.PLANNED for side in (pair.left, pair.right))
    return plans and pair.alike == 1 and a.sides == b.sides


def _loose_anchor(pair: Pair) -> bool:
    """Whether a day was reckoned from something else than the day of publication, or its year was only filled in.

    "The junta fell less than a year later": later than what is a guess that must not make a contradiction. Nor must two
    days of publication, where both sentences have the same words for the day.
    """
    texts = [side.claim.when.text.lower() if side.claim.when else "" for side in (pair.left, pair.right)]
    if texts[0] == texts[1] or texts[0] in pair.right.sentence or texts[1] in pair.left.sentence:
        return True  # "on Thursday" twice: only the days of publication part them
    named = all(_NAMES_DAY.search(text) for text in texts)  # a Monday is no Tuesday, whatever day the page was dated
    if abs(_gap(pair)) <= 1 and not named and any(reckoned(side.when) for side in (pair.left, pair.right)):
        return True  # a page may be dated the day after its text was written
    for side in (pair.left, pair.right):
        anchor = side.when.anchor
        if anchor.base is not None and (anchor.base != side.source.published or "year" in anchor.rule):
            far = "year" not in anchor.rule or abs(_gap(pair)) > _HALF_YEAR
            if far:
                return True
    return False


def _said_on(pair: Pair) -> bool:
    """Whether either is the day of an announcement: "the firm announced on Friday that service was restored"."""
    said = known().said
    return any(
        stem(word.lower()) in said for side in (pair.left, pair.right) for word in WORD.findall(side.claim.about)
    )


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
    """Whether either article also has the other's number for such things: "seven years" here, "twelve years" there."""
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
             "so both can hold", planned, explanation="planned_actual"),
    Relation("different_measure", _FIGURE, _NOT, "their words do not show that they measure the same thing",
             _unlike_figures, explanation="measure"),
    Relation("tally_growth", _FIGURE, Outcome.DIFFERS, "a count that went on between the two days", tally.grew,
             explanation="as_of", settles="give the later count with its day"),
    Relation("tally_revision", _FIGURE, Outcome.DIFFERS, "the later count is lower: a revision, not growth", tally.fell,
             explanation="as_of", settles="ask why the count was lowered"),
    Relation("told_apart", _FIGURE, _NOT, "one of the two articles gives the other's figure as well, so it tells of "
             "two things", _elsewhere, explanation="scope"),
    Relation("loosely_anchored", _DATE, _NOT, "the day or year of one is reckoned from something uncertain",
             _loose_anchor),
    Relation("announced", _DATE, _NOT, "one dates what was said, and the same may be said on several days", _said_on),
    Relation("different_event", _DATE, _NOT, "their words do not show that they date the same thing", _unlike_dates,
             explanation="scope"),
)  # fmt: skip
