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
from reconcile.compare.around import around
from reconcile.compare.dates import reckoned
from reconcile.compare.denial import called_wrong, rejected, undone
from reconcile.compare.doers import namesakes, other_birthdays, other_doers, other_losers, other_players
from reconcile.compare.gate import OTHER, apart
from reconcile.compare.meant import meant, one_deed
from reconcile.compare.measure import ALIKE, TOLD, slip, unshown
from reconcile.compare.moments import OTHER_MOMENT, own_news
from reconcile.compare.numbers import in_article, in_sentence, updated
from reconcile.compare.pair import Pair
from reconcile.compare.plans import planned
from reconcile.compare.relation import Relation
from reconcile.compare.scope import other_scope, part_whole
from reconcile.compare.side import Side
from reconcile.compare.slips import swapped
from reconcile.compare.subject import Subject
from reconcile.compare.words import WORD, known, stem
from reconcile.model import Dimension, Modality, Outcome, Precision, Role, When

UNLIKE_FIGURES: Final = "their words do not show that they measure the same thing"
UNLIKE_DATES: Final = "their words do not show that they date the same thing"
_FIGURE: Final = Dimension.FIGURE
_DATE: Final = Dimension.DATE
_NOT: Final = Outcome.NOT_COMPARABLE
_CLOSELY: Final = 0.9  # the same for two dates that are not days: years belong to many things in one sentence
_NAMES_DAY: Final = re.compile(rf"\b(?:{'|'.join(day_name)})\b|\b\d{{1,2}}\b", re.IGNORECASE)
_DETERMINER: Final = re.compile(r"(?:^|\W)(?:the|an?|its|his|her|their|these|those|['’]s)(?: \w+ly)?$", re.IGNORECASE)
_A_NEW: Final = re.compile(r"\ba new ", re.IGNORECASE)
_NTH_DAY: Final = re.compile(  # "the hunt entered its third day on Monday"
    r"\b(?:its|the|their|a) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:nd|rd|th))"
    r" (?:straight |consecutive |successive )?(?:day|night|week|month)\b",
    re.IGNORECASE,
)
_ONE_PERSON: Final = re.compile(  # "a 38-year-old man died in hospital on Friday"
    r"(?:an?|one|another) (?:[\w-]+ ){0,3}?(?:man|woman|boy|girl|child|person|patient|victim|worker)\b", re.IGNORECASE
)
_LAST: Final = frozenset({"ordinal"})  # "last inspected in 2014", "an inspection in 2016"
_YEAR: Final = 366  # days
_TWO_YEARS: Final = 700  # days between the first days of two years that are no neighbours
_HALF_YEAR: Final = 183  # days; a year that was filled in may be one off


def _planned(pair: Pair) -> bool:
    """Whether a plan explains it; it does not explain that in a long number two digits changed places.

    Nor is a number planned that belongs to a thing: "the 140 patients are to be moved", "to get a $5 billion loan".
    """
    a, b = pair.figures
    of_things = meant(pair) and all(side.happened or _definite(side) for side in (pair.left, pair.right))
    return planned(pair) and not (slip(pair) and swapped(a.low, b.low)) and not of_things


def _definite(side: Side) -> bool:
    """Whether an article or whose it is stands before a figure: "the 140 patients", "a $5 billion bailout"."""
    return _DETERMINER.search(around(side.claim, side.source)[0]) is not None


def _unlike_dates(pair: Pair) -> bool:
    near = one_deed(pair)
    if own_news(pair) or any(_dates_it_too(one, other) for one, other in pair.ways):
        return True
    return _two_deeds(pair, near=near) or (not near and undated(pair))


def _two_deeds(pair: Pair, *, near: bool) -> bool:
    """Whether something in their words shows that two dates are of two deeds."""
    a, b = pair.both
    far = abs(_gap(pair)) > _YEAR and not near  # two people may die in one prison, years apart
    strangers = apart(a.names, b.names) and (far or pair.told_apart(a.names, b.names))
    marks = {"named", *OTHER} - (_LAST if near else frozenset())  # "the last big quake" is not the quake
    named = bool((a.marks ^ b.marks) & marks)
    if strangers or named or pair.left.when.precision is pair.right.when.precision is Precision.QUARTER:
        return True  # sales of two quarters
    if ("dead" in a.measures) != ("dead" in b.measures):
        return True  # "the first case was on 2 March", "the first death was on 8 March"
    if (
        "dead" in a.measures
        and len({bool(_ONE_PERSON.match(side.claim.quote)) for side in (pair.left, pair.right)}) > 1
    ):
        return True  # eight died in the fire on Monday, and one of them in hospital on Friday
    if any(_NTH_DAY.search(x.claim.quote) and not _NTH_DAY.search(y.claim.quote) for x, y in pair.ways):
        return True
    # "she took office in 2019", "a new minister took office on Wednesday"
    return any(_A_NEW.search(x.claim.quote) and not _A_NEW.search(y.claim.quote) for x, y in pair.ways)


def undated(pair: Pair) -> bool:
    """Whether the words of two claims do not show that they date one deed."""
    a, b = pair.both
    fine = pair.left.when.precision is pair.right.when.precision is Precision.DAY
    role = pair.left.when.role if pair.left.when.role is pair.right.when.role else None
    fine = fine or role is Role.BY  # a deadline belongs to one deed
    if pair.alike == 1 and pair.shared >= TOLD:
        if role is Role.BY:
            return False  # "the panel is to report by May 3", "the panel was given until May 9"
        if role is Role.SINCE and bool(a.context & b.context) is bool(a.context | b.context):
            return False  # "the driest spring since 1976", "the driest spring the country has seen since 1967"
    if _hangs_on_another(a, b) or _hangs_on_another(b, a):
        return True
    # "Tuesday's earthquake", "the earthquake that shook the province on Monday"
    met = bool(a.deed & b.deed or (fine and pair.alike == 1 and (a.deed & b.keys or b.deed & a.keys)))
    if met:  # "formed in 1960" in a long claim, "formed in 1957" in a short one
        return pair.alike < ALIKE and pair.shared + bool(a.names & b.names) <= TOLD
    most, least = max(len(a.stems), len(b.stems)), ALIKE if fine else _CLOSELY
    told = pair.shared + (bool(a.names & b.names) and a.stems == b.stems)
    return told < TOLD or pair.shared < (least - 0.2) * most


def _dates_it_too(one: Side, other: Side) -> bool:
    """Whether an article also dates such a deed to the day of the other: "Saturday's attack" beside an older one."""
    if one.when.clock or other.when.clock:
        return False
    told = (o for o in one.articles.said.get(one.source.slug, ()) if o.date and o.id != one.claim.id)
    fellows = (one.articles.side(claim.id) for claim in told)
    return any(
        (fellow.when.earliest, fellow.when.latest) == (other.when.earliest, other.when.latest)
        and not other.subject.deed.isdisjoint(fellow.subject.deed | fellow.subject.keys)
        for fellow in fellows
    )


def _hangs_on_another(a: Subject, b: Subject) -> bool:
    """Whether the date of one hangs on a word the other lacks: "feigned illness in 1990", "escaped a trial in 1970"."""
    return bool(a.deed) and a.deed.isdisjoint(a.keys) and a.deed.isdisjoint(b.keys | b.deed)


def _loose_anchor(pair: Pair) -> bool:
    """Whether a day was reckoned from something else than the day of publication, or its year or order only filled in.

    "The junta fell less than a year later": later than what is a guess that must not make a contradiction. Nor must two
    days of publication, where both sentences have the same words for the day.
    """
    texts = [side.claim.when.text.lower() if side.claim.when else "" for side in (pair.left, pair.right)]
    if texts[0] == texts[1] or texts[0] in pair.right.sentence or texts[1] in pair.left.sentence:
        return True  # "on Thursday" twice: only the days of publication part them
    if _read_otherwise(pair.left.when, pair.right.when) or _read_otherwise(pair.right.when, pair.left.when):
        return True
    named = all(_NAMES_DAY.search(text) for text in texts)  # a Monday is no Tuesday, whatever day the page was dated
    if not named and _of_own_day(pair):
        return True
    if abs(_gap(pair)) <= 1 and not named and any(reckoned(side.when) for side in (pair.left, pair.right)):
        return True  # a page may be dated the day after its text was written
    for side in (pair.left, pair.right):
        anchor = side.when.anchor
        if anchor.base is not None and (anchor.base != side.source.published or "year" in anchor.rule):
            # "six years ago" is no year that is further off than the one before
            counted = anchor.base == side.source.published and not side.when.approximate
            limit = _TWO_YEARS if counted and side.when.precision is Precision.YEAR else None
            far = "year" not in anchor.rule or abs(_gap(pair)) > _HALF_YEAR
            if far and (limit is None or abs(_gap(pair)) < limit):
                return True
    return False


def _read_otherwise(day: When, other: When) -> bool:
    """Whether a day in figures whose order nothing decides is the other one if read otherwise: "7/8/2019", 7 August."""
    meant = day.otherwise
    if meant is None:
        return False
    return (other.earliest is None or other.earliest <= meant) and (other.latest is None or meant <= other.latest)


def _of_own_day(pair: Pair) -> bool:
    """Whether the days are as far apart as the articles: "shares fell today", and "shares rose today" a week later."""
    days = [side.source.published for side in (pair.left, pair.right)]
    if None in days or days[0] == days[1] or not all(reckoned(side.when) for side in (pair.left, pair.right)):
        return False
    first, last = (day for day in days if day)
    return (first - last).days == _gap(pair)


def said_on(pair: Pair) -> bool:
    """Whether either dates an announcement ("announced on Friday that …"), or only one the showing of footage.

    A limit is one of what is to be told: "customers will be told by Friday".
    """
    if Role.BY in (pair.left.when.role, pair.right.when.role) or _announced_once(pair):
        return False
    if pair.nearest and all(side.claim.modality is Modality.PLANNED for side in (pair.left, pair.right)):
        return False  # "the bank will announce its next decision on November 13"
    a, b = ({stem(word.lower()) for word in WORD.findall(side.claim.about)} for side in (pair.left, pair.right))
    return not known().said.isdisjoint(a | b) or known().footage.isdisjoint(a) != known().footage.isdisjoint(b)


def _announced_once(pair: Pair) -> bool:
    """Whether both date the announcing of one thing, which is not said again the next day: "unveiled on Monday"."""
    once = known().unveiled
    return pair.nearest and not any(once.isdisjoint(about.deed | about.stems) for about in pair.both)


def _gap(pair: Pair) -> int:
    """Days between the first days of the two."""
    first, last = pair.left.when.earliest, pair.right.when.earliest
    return 0 if first is None or last is None else (first - last).days


CALLED_WRONG: Final = Relation("not_that_figure", _FIGURE, _NOT, "one says that it is not its figure, which gives it "
                               "no other", called_wrong)  # fmt: skip
REJECTED: Final = Relation("figure_rejected", _FIGURE, Outcome.DIFFERS, "one gives the figure that the other calls "
                           "wrong", rejected, explanation="attribution",
                           settles="ask each where its figure comes from, and what it should be")  # fmt: skip
DOUBTS: Final[tuple[Relation[Pair], ...]] = (
    Relation("part_whole", _FIGURE, Outcome.COMPATIBLE, "one counts only some of what the other counts, so both can "
             "hold", part_whole, explanation="scope"),
    Relation("different_scope", _FIGURE, _NOT, "their words name different people, places or times", other_scope,
             explanation="scope"),
    Relation("years_apart", _FIGURE, Outcome.COMPATIBLE, "nobody's age stays the same from one article to the other",
             other_birthdays, explanation="as_of"),
    Relation("told_apart", _FIGURE, _NOT, "the sentence of one has the other's number too, so it tells of two things",
             in_sentence, explanation="scope"),
    Relation("different_doer", _FIGURE, _NOT, "each figure is of somebody else", lambda pair: other_doers(pair)
             or other_players(pair) or other_losers(pair) or namesakes(pair), explanation="scope"),
    Relation("planned_v_actual", _FIGURE, Outcome.COMPATIBLE, "one is a plan, an order or a rumour, the other is not, "
             "so both can hold", _planned, explanation="planned_actual"),
    OTHER_MOMENT,
    Relation("different_measure", _FIGURE, _NOT, UNLIKE_FIGURES,
             unshown, explanation="measure"),
    REJECTED,
    CALLED_WRONG,
    Relation("changed_since", _FIGURE, Outcome.COMPATIBLE, "it changed after the day of the other, so both can "
             "hold", lambda pair: tally.changed(pair) and not slip(pair), explanation="as_of"),
    Relation("tally_growth", _FIGURE, Outcome.DIFFERS, "a count that went on between the two days", tally.grew,
             explanation="as_of", settles="give the later count with its day"),
    Relation("tally_revision", _FIGURE, Outcome.DIFFERS, "the later count is lower: a revision, not growth",
             lambda pair: tally.fell(pair) and not updated(pair),
             explanation="as_of", settles="ask why the count was lowered"),
    Relation("told_apart", _FIGURE, _NOT, "one of the two articles gives the other's figure as well, so it tells of "
             "two things", in_article, explanation="scope"),
    Relation("loosely_anchored", _DATE, _NOT, "the day or year of one is reckoned from something uncertain",
             _loose_anchor),
    Relation("announced", _DATE, _NOT, "one dates what was said, and the same may be said on several days", said_on),
    Relation("not_that_day", _DATE, _NOT, "one says that it did not happen on its day, which gives it no other day",
             undone),
    Relation("different_event", _DATE, _NOT, UNLIKE_DATES, _unlike_dates,
             explanation="scope"),
)  # fmt: skip
