"""Whose deed a figure or a date is told of, and whose age: what tells two deeds of one kind apart.

What comes in: a Pair. What goes out: whether the two name different doers of it ("Arden offered 140", "Brill offered
160"), whether a count of play (points, goals, yards) names nobody in common, and whether two ages are years apart
because the articles are.
"""

import re
from decimal import Decimal
from typing import Final

from reconcile.compare.names import NAME
from reconcile.compare.names import names as names_of
from reconcile.compare.pair import Pair
from reconcile.compare.side import Side
from reconcile.compare.slips import swapped
from reconcile.compare.subject import keyed
from reconcile.compare.words import WORD, known, stem
from reconcile.model.once import kept

_YEAR: Final = 365.25
_SEASON: Final = 45  # days between articles in which somebody may well have had a birthday
_LATER: Final = 3  # years that two articles of unknown days may lie apart
_GIVEN: Final = re.compile(  # "Arden has offered", "Arden, sources said, made him an", "Arden's offer"
    rf"({NAME.pattern})(?:['’]s)?(?:,[^,]{{1,40}},)? (?:(?:[a-z]+ly|have|has|had|would|will|is|was|the|a|an|\w+est) )"
    r"{0,4}(?P<deed>[a-z]+)"
    rf"|({NAME.pattern})['’]s? (?:[\w½-]+ ){{0,3}}(?P<thing>(?i:offer|bid|proposal))"
)
_LOST: Final = re.compile(
    r"(?P<who>.+?) (?:(?:had|has|have|also|already|alone|[a-z]+ly) )*"
    r"(?:(?:lost|loses?|suffer(?:s|ed)?|sustain(?:s|ed)?)\b"
    r"|(?:[a-z]+ )?(?:its|their)(?: own)? (?:losses|casualties|dead)\b)"
)
_ITS: Final = re.compile(r"(?:its|their|our)\b", re.IGNORECASE)
_HIS: Final = frozenset({"Mr", "Sir", "Lord"})
_HERS: Final = frozenset({"Mrs", "Ms", "Miss", "Dame", "Lady"})
_TITLED: Final = re.compile(rf"\b({'|'.join(sorted(_HIS | _HERS))})\.?\s+({NAME.pattern})")
_GIVE: Final = frozenset(map(stem, ("make", "offer", "bid", "propose", "pledge", "promise", "pay", "contribute")))


def other_doers(pair: Pair) -> bool:
    """Whether two offers are those of two: one says who made it, and neither sentence has the other's name."""
    if not all(map(_of_offer, (pair.left, pair.right))):
        return False
    ours, theirs = (_givers(side) for side in (pair.left, pair.right))
    a, b = pair.both
    return bool(ours or theirs) and ours.isdisjoint(b.context) and theirs.isdisjoint(a.context)


def _of_offer(side: Side) -> bool:
    return side.figure.kind in ("money", "time") and not known().set_by.isdisjoint(side.subject.stems)


def _givers(side: Side) -> frozenset[str]:
    """The names that a word of giving follows in the sentence of a claim."""
    place, text = side.claim.sentence, side.source.text
    sentence = " ".join(text[place.start : place.end].split())
    given = (match for match in _GIVEN.finditer(sentence) if match["thing"] or stem(match["deed"]) in _GIVE)
    found: set[str] = set()
    for match in given:  # what stands before "'s offer" is somebody; before "offered" may stand anything
        words = re.split(r"[ -]", (match[1] or match[3]).lower())
        found.update(words if match["thing"] else side.subject.context.intersection(words))
    return frozenset(found)


def other_players(pair: Pair) -> bool:
    """Whether both count what is done again and again in a match, and they have no name in common."""
    a, b = pair.both
    plays = known().plays
    return not plays.isdisjoint(a.heads & b.heads) and a.names.isdisjoint(b.names)


_COUNTRY: Final = 4  # letters that a country and its people share: "Tarma", "the Tarman army"


def other_losers(pair: Pair) -> bool:
    """Whether each counts what another lost: "Tarma's army lost 40 tanks", "the army of Velora lost 60 tanks"."""
    ours, theirs = (_loser(side) for side in (pair.left, pair.right))
    if not ours or not theirs or swapped(pair.figures[0].low, pair.figures[1].low):
        return False
    names = [loser & side.subject.names for loser, side in ((ours, pair.left), (theirs, pair.right))]
    if all(names):
        return not any(one[:_COUNTRY] == other[:_COUNTRY] for one in names[0] for other in names[1])
    stems = [keyed(frozenset(map(stem, loser))) for loser in (ours, theirs)]
    return not any(names) and bool(stems[0] - stems[1]) and bool(stems[1] - stems[0])


@kept
def _loser(side: Side) -> frozenset[str]:
    """The words for whom a count is a loss: who lost it, or who speaks where it is of their own."""
    told, speaker = side.claim.quantity, side.claim.speaker
    if told is None or side.figure.kind not in ("count", "money"):
        return frozenset()
    lost = _LOST.match(side.claim.about)
    own = _ITS.match(told.whole or told.counts) is not None
    who = lost["who"] if lost else speaker if own else ""
    words = frozenset(names_of(who, frozenset())) | {word.lower() for word in WORD.findall(who)}
    return words - known().stop - (known().general - known().compass)  # "the army of the north"


def other_birthdays(pair: Pair) -> bool:
    """Whether two ages of one person differ by no more than the years between the articles, or the days are unknown.

    Who has died grows no older.
    """
    a, b = pair.both
    if pair.figures[0].kind != "age" or ("dead" in a.measures and "dead" in b.measures):
        return False
    gap, older = pair.days_apart, pair.right.figure.low - pair.left.figure.low
    if gap is None:
        return abs(older) <= _LATER
    first, last = pair.left.day, pair.right.day
    forward = first is not None and last is not None and first < last
    return aged(older if forward else -older, gap.days)


def namesakes(pair: Pair) -> bool:
    """Whether two ages are those of a man and a woman of one surname: "Mr Reed, 61", "Mrs Reed, 58"."""
    if pair.left.figure.kind != "age" or pair.right.figure.kind != "age":
        return False
    ours, theirs = (_titles(side) for side in (pair.left, pair.right))
    return any(x & _HIS and y & _HERS for x, y in ((ours, theirs), (theirs, ours)))


def _titles(side: Side) -> frozenset[str]:
    """The titles that the sentence of an age gives to whose it is."""
    place, text = side.claim.sentence, side.source.text
    told = _TITLED.finditer(text, place.start, place.end)
    return frozenset(match[1] for match in told if not side.subject.owners.isdisjoint(match[2].lower().split()))


def surname_alone(pair: Pair) -> bool:
    """Whether two ages are told of one surname, and their articles tell no given name of it in common."""
    if not all(side.claim.figure and side.figure.kind == "age" for side in (pair.left, pair.right)):
        return False
    a, b = pair.both
    (surname, *others) = (a.owners or a.names) & (b.owners or b.names) or [""]
    if not surname or others:
        return False
    given = [_given(side, surname) for side in (pair.left, pair.right)]
    return given[0].isdisjoint(given[1])


def _given(side: Side, surname: str) -> frozenset[str]:
    """The words with a capital that its article has before a surname, titles apart."""
    found = re.findall(rf"\b([A-Z][\w'’-]+)\s+(?i:{re.escape(surname)})\b", side.source.text)
    return frozenset(found) - _HIS - _HERS


def aged(years: Decimal, days: int) -> bool:
    """Whether somebody may be so many years older after so many days; a birthday within weeks is no likely one."""
    return 0 < years <= int(days / _YEAR) + (days > _SEASON)
