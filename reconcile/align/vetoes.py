"""Why two claims are not about the same thing, however alike their words are. Table VETOES.

What comes in: two Readings and their likeness in words. What goes out: the reason, for people, or "". That two figures
or two dates differ is never a reason: a tally that differs is what the tool is for.

To add a veto: a function of two readings and their likeness that returns the reason or "", and a row in VETOES; its
order is the order in which reasons are given.
"""

import re
from collections.abc import Callable, Iterator

from reconcile.align.lists import marks
from reconcile.align.narrowing import came_from, further
from reconcile.align.reading import Reading
from reconcile.align.similarity import Weigher
from reconcile.align.values import FAR, one_value, values_apart, values_meet
from reconcile.align.vocabulary import stem, vocabulary
from reconcile.lexicon.progress import SO_FAR

OPPOSED = 0.5  # from here two claims that go opposite ways are a contradiction rather than two things
TOLD_TWICE = 0.8  # below it two values of one kind in one article are values of two things
CONVERTS = frozenset({frozenset({"count", "share"}), frozenset({"share", "factor"}), frozenset({"share", "points"})})
LARGE = 1_000_000  # a bare number from here may be a sum of money
OWN = frozenset({"magnitude", "speed", "temperature", "power"})  # a thing has one of each
_SO_FAR = re.compile(rf"\b{SO_FAR}")
VALUELESS = frozenset({"date", "wording"})


def veto(one: Reading, other: Reading, likeness: float, weigher: Weigher) -> str:
    """The first reason in VETOES why the two are kept apart, or "" where there is none."""
    for row in VETOES:
        if reason := row(one, other, likeness, weigher):
            return reason
    return ""


def reasons(one: Reading, other: Reading, likeness: float, weigher: Weigher) -> Iterator[str]:
    """Every reason in VETOES why the two are kept apart."""
    return (reason for row in VETOES if (reason := row(one, other, likeness, weigher)))


def _one_article(one: Reading, other: Reading, likeness: float, weigher: Weigher) -> str:
    """An article that gives two values of one kind tells of two things, unless it says the same in like words.

    "At least 12 people died and 30 were hurt" is two topics, and so are the clauses of any sentence. "75,000 of the
    150,000 inhabitants fled" is one: a part and its whole.
    """
    if one.claim.source != other.claim.source:
        return ""
    kinds = frozenset({one.kind, other.kind})
    if _two_origins(one, other):
        return ""
    if one.claim.sentence != other.claim.sentence:
        alike = likeness >= TOLD_TWICE and one.years == other.years
        told_twice = one.claim.headline or other.claim.headline or alike or "wording" in kinds
        return (
            ""
            if told_twice or len(kinds) > 1 or values_meet(one.claim, other.claim)
            else "one article tells them apart"
        )
    if "wording" in kinds:  # "the money found came to 4 million" may be cut in two: both parts tell of the money
        cut = len(kinds) > 1 and stands_for(one.told - one.named, other.told - other.named, weigher)
        return "" if cut else "one sentence tells them apart"
    if len(kinds) > 1 or _converted(one, other):
        return ""
    if any(tie(*pair) for tie in (part_of, moved) for pair in ((one, other), (other, one))):
        return ""
    return "one sentence tells them apart"


def _two_origins(one: Reading, other: Reading) -> bool:
    """Whether an article has two counts of one thing from two who say so: the union's 24,000, the ministry's 15,000."""
    if one.claim.speaker == other.claim.speaker or one.kind != other.kind or one.narrowed or other.narrowed:
        return False
    if one.kind in OWN:  # "one institute put it at 5.9, but another said it was 6.1"
        return one.claim.sentence == other.claim.sentence
    if one.kind != "count":
        return False
    if one.fates or other.fates:
        return bool(one.fates & other.fates) and (one.counted == other.counted or (anybody(one) and anybody(other)))
    return one.counted == other.counted and bool(one.counted)


def _converted(one: Reading, other: Reading) -> bool:
    """Whether one sum is told in two currencies: "85 million euros ($108 million)"."""
    ours, theirs = one.claim.figure, other.claim.figure
    return bool(ours and theirs and one.kind == other.kind == "money" and ours.unit != theirs.unit)


def part_of(part: Reading, whole: Reading) -> bool:
    """Whether of two figures of a sentence one is said to be a part of the other: "12,000 of the island's 30,000"."""
    ours, theirs = part.claim.quantity, whole.claim.quantity
    return ours is not None and theirs is not None and bool(ours.whole) and theirs.text in ours.whole


def moved(earlier: Reading, later: Reading) -> bool:
    """Whether one sentence gives two figures of a thing, one of which was it before: "131 cases, up from 84"."""
    ours, theirs = earlier.claim, later.claim
    same = ours.figure is not None and theirs.figure is not None and ours.figure.unit == theirs.figure.unit
    return same and earlier.kind == later.kind and came_from(ours) and not came_from(theirs)


def _kind(one: Reading, other: Reading, _: float, __: Weigher) -> str:
    """Five years are not 2,000 soldiers, though one sentence says both."""
    if one.kind == other.kind:
        return ""
    kinds = frozenset({one.kind, other.kind})
    if kinds & VALUELESS or kinds in CONVERTS or _bare(one, other) or _bare(other, one):
        return ""
    return f"one is a {_named(one)}, the other a {_named(other)}"


def _bare(one: Reading, other: Reading) -> bool:
    """Whether the first is a bare number that may have the other's unit.

    Its sentence names that unit ("put the magnitude at 6.1"), or it is a large sum ("sales fell to 7.3 billion").
    """
    ours, theirs = one.claim.figure, other.claim.figure
    if not ours or not theirs or ours.unit or one.counted or not theirs.unit:
        return False
    return stem(theirs.unit) in one.around or (theirs.kind == "money" and ours.low >= LARGE)


def _each(one: Reading, other: Reading, _: float, __: Weigher) -> str:
    """What one car costs is not what all of them cost."""
    if not one.kind == other.kind == "money" or one.narrowed == other.narrowed or values_apart(one, other) < FAR:
        return ""
    return "one is a sum for each, the other a sum for all"


def _progress(one: Reading, other: Reading, _: float, __: Weigher) -> str:
    """What is counted so far is no share of the vote: "with 96 percent of the stations counted, she had 58"."""
    if not one.kind == other.kind == "share":
        return ""
    so_far = [_SO_FAR.search(reading.claim.quote) is not None for reading in (one, other)]
    return "one says how much is counted so far" if so_far[0] != so_far[1] else ""


def _named(reading: Reading) -> str:
    return {"time": "duration", "count": "count", "hour": "time of day"}.get(reading.kind, f"figure of {reading.kind}")


def _fate(one: Reading, other: Reading, _: float, __: Weigher) -> str:
    """A count of the dead is no count of the hurt."""
    if not (one.claim.quantity and other.claim.quantity and one.fates and other.fates) or one.fates & other.fates:
        return ""
    return f"one tells of {' or '.join(sorted(one.fates))}, the other of {' or '.join(sorted(other.fates))}"


def _direction(one: Reading, other: Reading, likeness: float, _: Weigher) -> str:
    """Who fled has not returned. Two wordings that are else the same may contradict: those stay together."""
    if not one.sides or not other.sides or ("wording" in (one.kind, other.kind) and likeness >= OPPOSED):
        return ""
    pairs = {number for number, _ in one.sides} & {number for number, _ in other.sides}
    for number in sorted(pairs):
        ours = {side for pair, side in one.sides if pair == number}
        if len(ours) == 1 and {side for pair, side in other.sides if pair == number} == {0, 1} - ours:
            if number in marks().exclusive and one.kind == other.kind != "count" and likeness >= OPPOSED:
                continue  # "passed the bill on 14 June", "rejected the bill on 14 June"
            return "they go opposite ways"
    return ""


def _counted(one: Reading, other: Reading, _: float, weigher: Weigher) -> str:
    """Districts are not villages, and attackers are not police officers; "people" may be either.

    The nouns of people say who they are only where the lexicon knows the group: "pirates" may be "suspects".
    """
    if one.kind != "count" or other.kind != "count" or not one.counted or not other.counted:
        return ""
    if one_value(one, other):  # "310,000 pupils", "310,000 youngsters"
        return ""
    if other.counted in weigher.reach(frozenset({one.counted})) or _noun(one) == _noun(other):
        return ""
    named = one.counted in one.named or other.counted in other.named  # "40 Parisians", "40 Romans"
    if (
        _people(one)
        and _people(other)
        and (anybody(one) or anybody(other) or (not named and _group(one) == _group(other)))
    ):
        return ""
    return f"one counts {one.surfaces[one.counted]}, the other {other.surfaces[other.counted]}"


def _noun(reading: Reading) -> str:
    """The last word of what is counted: "team" of "rescue_team"."""
    return reading.counted.rpartition("_")[2]


def anybody(reading: Reading) -> bool:
    """Whether what is counted leaves open who they are: "people", "the wounded", or nobody is named: "killed 12"."""
    return not reading.counted or reading.counted in marks().people or reading.counted in marks().fates


def _group(reading: Reading) -> str:
    return marks().groups.get(reading.counted, "")


def _people(reading: Reading) -> bool:
    person = reading.claim.figure is not None and reading.claim.figure.unit == "person"
    told = marks()  # "22 lives", "31 bodies", "the number of strikers"
    return person or any(reading.counted in nouns for nouns in (told.people, told.fates, told.humans))


def _allowed(one: Reading, other: Reading, _: float, __: Weigher) -> str:
    """A ship that may carry 180 passengers may have carried 241; what is allowed for a year is done for one."""
    if (
        one.kind == other.kind == "time"
        or one.allowed == other.allowed
        or one_value(one, other)  # "the norm of 158 mm", "normal is 158 mm"
        or not (one.claim.quantity and other.claim.quantity)
    ):
        return ""
    return "one says what was set or allowed, the other what came about"


def _further(one: Reading, other: Reading, _: float, __: Weigher) -> str:
    """Two more dead are not the toll."""
    counts = one.kind == other.kind == "count" and bool(one.fates & other.fates)
    if not counts or further(one.claim) == further(other.claim) or values_meet(one.claim, other.claim):
        return ""
    return "one counts further ones, the other all of them"


def _won(one: Reading, other: Reading, _: float, __: Weigher) -> str:
    """The votes of one candidate are not those of another, nor another's share of them."""
    if not (one.won and other.won) or one.won & other.won:
        return ""
    return f"one was won by {_shown(one, one.won)}, the other by {_shown(other, other.won)}"


def _nations(one: Reading, other: Reading, _: float, __: Weigher) -> str:
    """Azerbaijanis who return are not the Armenians who flee."""
    if not one.nations or not other.nations or one.nations & other.nations:
        return ""
    return f"one counts {_shown(one, one.nations)}, the other {_shown(other, other.nations)}"


def _subject(one: Reading, other: Reading, _: float, weigher: Weigher) -> str:
    """Another person, place or firm of which the same is said."""
    if not one.subject or not other.subject or any(meets(a, b, weigher) for a in one.names for b in other.names):
        return ""
    if one.claim.quantity and other.claim.quantity and (_told_beside(one, other) or _told_beside(other, one)):
        return ""
    return f"one is about {_shown(one, one.subject)}, the other about {_shown(other, other.subject)}"


def _told_beside(one: Reading, other: Reading) -> bool:
    """Whether the sentence of one names whom the other is about: "Arden paid Brill 4 million", "Brill got 5 million".

    "A day after Ana Tarma died, Luis Brandt fell 60 metres": where both have a full name, each did it for themselves.
    """
    full = min(len(one.subject), len(other.subject)) > 1
    return not full and not (other.subject - vocabulary().nations).isdisjoint(one.around)


def meets(one: frozenset[str], other: frozenset[str], weigher: Weigher) -> bool:
    """Whether two names may be one: "Ana Tarma" and "Tarma" or "Anna Tarma", not "Ana Tarma" and "Luis Tarma"."""
    shared = one & other
    if not shared:
        return stands_for(one, other, weigher)
    ours, theirs = one - shared, other - shared
    return len(shared) > 1 or not ours or not theirs or any(a[:2] == b[:2] for a in ours for b in theirs)


def stands_for(one: frozenset[str], other: frozenset[str], weigher: Weigher) -> bool:
    """Whether a word of the first is in the other, or may stand for one there ("Baku" for "Azerbaijan")."""
    return not weigher.reach(one).isdisjoint(other)


def _shown(reading: Reading, stems: frozenset[str]) -> str:
    return " ".join(sorted(reading.surfaces[stem] for stem in stems))


VETOES: tuple[Callable[[Reading, Reading, float, Weigher], str], ...] = (
    _one_article,
    _kind,
    _each,
    _progress,
    _fate,
    _direction,
    _counted,
    _allowed,
    _further,
    _won,
    _nations,
    _subject,
)
