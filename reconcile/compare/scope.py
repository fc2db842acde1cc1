"""Whether one figure counts some of what the other counts, or is of other people, places or times, as their words say.

What comes in: a Pair of claims with a figure each, which exclude each other. What goes out: yes or no.
"""

import re
from typing import Final

from reconcile.compare import tally
from reconcile.compare.gate import apart, of_the_story
from reconcile.compare.meant import meant
from reconcile.compare.measure import ALIKE, TOLD, slip
from reconcile.compare.only import only
from reconcile.compare.pair import Pair
from reconcile.compare.places import nested
from reconcile.compare.side import Side
from reconcile.compare.slips import swapped
from reconcile.compare.some import PLAINLY, of_more
from reconcile.compare.subject import Subject
from reconcile.compare.times import LAST_YEAR, MONTH
from reconcile.compare.words import known
from reconcile.model.once import kept
from reconcile.model.units import EVERYDAY

_NARROW: Final = {"former", "another", "capacity", "stretch", "kin", "sum", "margin", "population", "was", "where"}
_IN_HOSPITAL: Final = {"moved", "treated", "in hospital"}
_HURT: Final = re.compile(r"\b(?:injured|wounded|hurt|casualties)\b")  # "14 injured miners were taken to hospital"
_ANOTHER_ONE: Final = re.compile(  # "an earlier fire killed 14", "the fire killed 17"
    r"\b(?:an earlier|an? (?:previous|first|second|third|fourth|fifth)|the earlier) [a-z]", re.IGNORECASE
)
# "In the sixth game": of that one alone.
_WITHIN_ONE: Final = re.compile(r"\b(?:in|during) (?:the|his|her|their) \w+ (?:game|match|round|half|set)\b")
_MANY: Final = 20  # people: fewer may come to a sum by chance
_NOW: Final = re.compile(r"\b(?:now|so far|currently)\b", re.IGNORECASE)
_SEASON: Final = re.compile(r"^(?:this|the|a) (?:season|campaign)$|^career$")  # the stretch that sports are told of


@kept
def _narrower(pair: Pair) -> tuple[bool, bool]:
    """Which of the two is narrowed, by its words, where the other is not."""
    a, b = pair.both
    loose = known().loose if pair.nearest or _one_toll(pair) else frozenset()
    if pair.same_time and not tally.grew(pair):
        loose |= known().loose_once
    return _narrows(a, b, loose), _narrows(b, a, loose)


def _one_toll(pair: Pair) -> bool:
    """Whether each article has one count alone of those to whom the same befell, however it calls them."""
    a, b = pair.both
    return bool(a.measure) and a.measure == b.measure and all(map(only, (pair.left, pair.right)))


def _narrows(a: Subject, b: Subject, loose: frozenset[str]) -> bool:
    people = known().people
    one_group = bool(a.groups) and a.groups == b.groups  # "among the dead were five children", "twelve children died"
    one_kind = (
        bool(a.heads & b.heads) and people.isdisjoint(a.heads) and a.measure in ("", b.measure)
    )  # "85 buildings, among them 60 homes", "97 homes"
    own = "own" in a.marks and "some" not in b.marks
    parted = "part" in a.marks and "part" not in b.marks and (own or "alone" in a.marks or not (one_group or one_kind))
    anybody = not b.heads or not people.isdisjoint(b.heads)  # "8,500 workers" are no part of "14,000 strikers"
    owned = bool(a.owners and not (b.owners or a.owners & b.names))
    some = bool(a.groups) and a.groups < b.groups  # "645 passengers", "831 passengers and crew"
    told = (bool(a.groups - loose and not b.groups) and anybody) or owned
    moved = "moved" in a.marks and b.marks.isdisjoint(_IN_HOSPITAL) and not _HURT.search(a.claim.quote)
    return parted or told or some or moved or bool((b.marks - a.marks) & {"all", "total"})


def part_whole(pair: Pair) -> bool:
    """Whether one is narrowed by its words, and is no more than the other."""
    left, right = _narrower(pair)
    a, b = pair.figures
    if _only_total(pair) or slip(pair):  # "a total of 19 dead" is the toll, as "15 dead" is
        return False
    if a.kind == "age":  # nobody's age is a part of another
        return False
    if any(_adds_up(one, other) for one, other in pair.ways):
        return True
    return (left and not right and a.low <= b.high) or (right and not left and b.low <= a.high)


def _adds_up(one: Side, other: Side) -> bool:
    """Whether one comes to the other with the next of its noun: "three counts of fraud and one count of conspiracy".

    So do people called by two nouns, where they are many: "198 passengers and 14 crew members", "212 people".
    """
    whole = other.figure
    many = one.figure.unit == whole.unit == "person" and whole.low >= _MANY
    return whole.low == whole.high and any(
        fellow.claim.figure is not None
        and fellow is not one
        and "part" not in fellow.subject.marks  # "five carriages, two of them"
        and fellow.figure.low == fellow.figure.high
        and one.figure.low == one.figure.high
        and one.figure.low + fellow.figure.low == whole.low
        and fellow.subject.measure == one.subject.measure
        and (not fellow.subject.counted.isdisjoint(one.subject.counted) or (many and fellow.figure.unit == whole.unit))
        for fellow in one.beside
    )


def _only_total(pair: Pair) -> bool:
    a, b = pair.both
    bare = not (a.groups ^ b.groups or a.owners ^ b.owners)
    return bare and "total" in a.marks ^ b.marks and not (a.marks ^ b.marks) & {"all", "part"}


def other_scope(pair: Pair) -> bool:
    """Whether their words are of other people, places or times, or only one of them is narrowed."""
    a, b = pair.both
    if slip(pair) and swapped(pair.figures[0].low, pair.figures[1].low):  # not by chance, in one topic
        return False
    if any(_narrower(pair)) and not _only_total(pair) and not slip(pair) and not _more_than_all(pair):
        return True
    near = meant(pair)
    if of_more(pair) and not near:
        return True
    counts = pair.figures[0].kind == "count"  # "It killed 600": those of the year told before
    other_times = ((a.times or a.borrowed) ^ (b.times or b.borrowed)) if counts else a.times ^ b.times
    if a.times and b.times and not other_times - {LAST_YEAR}:  # "9.3 million in 2016", "9.3 million last year"
        other_times = frozenset()
    vague = bool(a.times and b.times) and all(time[0].islower() for time in a.times | b.times)
    if near and vague and not any(_WITHIN_ONE.search(x.sentence) for x in (pair.left, pair.right)):
        other_times = frozenset()  # "after the sixth game of the season", "early in the season"
    if pair.figures[0].kind == "age":  # "turned 60 in March": the month is that of the birthday
        other_times = frozenset()
    plain = pair.shared >= TOLD and pair.alike >= PLAINLY  # "96 fans died in the fire", with and without its year
    plain = plain and not (pair.left.figure.kind not in EVERYDAY and MONTH.search(" ".join(other_times)))
    people = all(side.figure.unit == "person" for side in (pair.left, pair.right))
    # "the first to come were shown four tonnes of it", "eleven children were handed up first": the nearest figure is
    # hardly that of a former one
    alike = near and (pair.shared or people)
    alike = alike and not any(_ANOTHER_ONE.search(side.claim.quote) for side in (pair.left, pair.right))
    narrow = _NARROW - {"former"} if alike else _NARROW
    if pair.met:  # "in Oste, where the storm cut power to 34 percent of homes", "in Oste 37 percent"
        narrow = narrow - {"where"}
    if "total" in a.marks | b.marks:  # "fines amounting to 312 million", "fined a total of 312 million"
        narrow = narrow - {"sum"}
    if near and not people:
        narrow = narrow - {"kin"}  # "a train whose 27 trucks were loaded", "a train of 22 wagons"
    if (
        (a.marks ^ b.marks) & narrow
        or any("everybody" in x.marks and y.measure for x, y in ((a, b), (b, a)))  # 650 fled, "of the 400 residents"
        or ("own" in a.marks & b.marks and pair.alike < ALIKE)  # six of his points in a half, five of his in a quarter
        or (other_times and not ((plain or near) and not _past(pair)))
        or any(time[0].islower() and not (near and _SEASON.search(time)) for time in other_times)
    ):
        return True
    elsewhere = apart(a.places, b.context) and apart(b.places, a.context) and not nested(pair)
    # a town that one article alone names may lie in the other's country, unless either tells of more such figures
    alone = all(map(only, (pair.left, pair.right)))
    if elsewhere and not of_the_story(pair) and (pair.told_apart(a.places, b.places) or not alone):
        return True
    titles = pair.left.claim.headline + pair.right.claim.headline
    # a title has no room for where and who; two titles are alike; beside a toll stands who told it, or one of the dead
    return (
        titles != 1
        and not tally.counted(pair)
        and apart(a.context, b.context)
        and not pair.acquainted(a.context, b.context)
    )


def _past(pair: Pair) -> bool:
    """Whether one tells a year that was over before either appeared, and the other's sentence a day of its own time.

    "Fires in 2017 burned 9,000 hectares", "by this morning the fire had burned 5,200".
    """
    if slip(pair):
        return False
    years = [side.source.published.year if side.source.published else 0 for side in (pair.left, pair.right)]
    return any(
        any(year.isdecimal() and int(year) < min(years) for year in one.subject.times | one.subject.borrowed)
        and _of_now(other)
        for one, other in pair.ways
    )


def _of_now(side: Side) -> bool:
    """Whether a sentence tells of a day of the year in which its article appeared, or of what was so by then."""
    told = (side.claim.as_of, *(other.claim.date for other in side.beside))
    year = side.source.published.year if side.source.published else 0
    dated = any(when is not None and when.earliest is not None and when.earliest.year == year for when in told)
    return dated or _NOW.search(side.claim.quote) is not None


def _more_than_all(pair: Pair) -> bool:
    """Whether what would be a part is more than its whole: "36 men are trapped" and "all 33 men who were trapped"."""
    left, right = _narrower(pair)
    a, b = pair.figures
    if not (pair.shared or pair.nearest):  # "12 children died", "three people died in a landslide"
        return False
    whose = pair.both[0].owners == pair.both[1].owners or meant(pair)  # "four countries", "five African countries"
    return whose and left != right and ((left and a.low > b.high) or (right and b.low > a.high))
