"""What changes the likeness of two claims once it is seen whom, where and when they name.

What comes in: two Readings and the words of theirs that stand for each other. What goes out: Parts, each with its
reason, for people. The words of a deed are the same for every quake, arrest and signing; what tells two of them apart
is the names, so names that only one side has take from the likeness. Values never do: that two figures differ is what
the tool is for.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reconcile.align.naming import Name
from reconcile.align.reading import Reading
from reconcile.align.similarity import Match, Weigher
from reconcile.align.slots import FATE, Slot
from reconcile.align.vetoes import anybody, meets, stands_for
from reconcile.align.vocabulary import vocabulary
from reconcile.model import Modality
from reconcile.model.units import EVERYDAY

UNLIKE = 0.77  # what is left of the likeness where one is a figure and the other a date, or has no value
KIN = 0.1  # what it adds that both count the same thing, of which the same became, unless they name others
UNIT = 0.12  # what it adds that both are of one rare kind: a quake has one magnitude, a train one speed
NOUN = 0.02  # what it adds, for each bit that the noun says, that both count the same noun
WHOLE = 0.02  # what it adds that all words of the claim that says less are found in the other
NAMED = 0.3  # what is left of it where only names are shared: "Peru won the cup", "Peru is at war"
SINGLE = 0.7  # what is left of it where a single word is shared
TELLING = (
    5.7  # what the words that both claims themselves tell must weigh, names aside: as much as a word that is not common
)
CAST = 4  # names from which they tell enough by themselves
HARDLY = 0.5  # what is left of it where they do not
EACH = 0.5  # what is left of it where each gives a full name that the other lacks: two victims, two arrests
BESIDE = 0.6  # what is left of it where their sentences do, of two claims that are not both of a figure
SOME = 0.9  # what is left of it where each names anybody whom the other does not, of such two claims
ANY = 0.95  # what is left of it where their sentences do
OTHERS = 0.6  # what is left of it where both name somebody and nobody in common
ELSEWHERE = 0.25  # what is left of it where their sentences name other places
OTHER_YEAR = 0.7  # what is left of it where two figures are told of other years: this quake, and the one of 2003

DENIED = 0.04  # what it adds that both deny something: most claims do not
SOLE = 0.13  # what it adds that neither article gives another such figure, unless they name others


class Part(NamedTuple):
    """What changes the likeness of two claims: why, what it is multiplied with, and what is then added to it."""

    why: str
    times: float = 1.0
    plus: float = 0.0


_OTHERS = Part("both name somebody, and nobody in common", OTHERS)
_EACH = Part("each gives a full name that the other lacks", EACH)
_BESIDE = Part("each sentence gives a full name that the other lacks", BESIDE)
_SOME = Part("each names somebody whom the other does not", SOME)
_ANY = Part("each sentence names somebody whom the other does not", ANY)
_ELSEWHERE = Part("their sentences name other places", ELSEWHERE)
_NAMED = Part("they share names alone", NAMED)
_AGED = Part("they share names alone", SINGLE)  # whose age it is, a name says
_SINGLE = Part("they share a single word", SINGLE)
_HARDLY = Part("their own words share names, and little else", HARDLY)
_OTHER_YEAR = Part("their figures are told of other years", OTHER_YEAR)
_UNLIKE = Part("their values are of two kinds", UNLIKE)
_KIN = Part("both count the same thing, and the same became of it", plus=KIN)
_SOLE = Part("each is the only such figure of its article", plus=SOLE)
_DENIED = Part("both deny it", plus=DENIED)
_WHOLE = Part("all that the one says stands in the other", plus=WHOLE)


def parts(
    one: Reading, other: Reading, found: Sequence[Match], weigher: Weigher, only: frozenset[Slot] = frozenset()
) -> list[Part]:
    """What changes the likeness in words of two claims, in this order; `only` holds what both are the only value of."""
    told: list[Part] = []
    figures = one.claim.quantity is not None and other.claim.quantity is not None
    strangers = bool(one.names and other.names) and not _names_meet(one, other, weigher)
    others = _others(one, other, weigher, strangers=strangers, figures=figures)
    if others:
        told.append(others)
    elsewhere = _elsewhere(one, other, weigher)
    if elsewhere:
        told.append(_ELSEWHERE)
    whole = not figures and _contained(one, other, found)
    if not whole and (little := _little(one, other, found, weigher, alone=others is None or others.times >= SOME)):
        told.append(little)
    if figures and one.years != other.years:
        told.append(_OTHER_YEAR)
    if one.kind != other.kind:
        told.append(_UNLIKE)
    elif figures and not strangers and (measured := _measured(one, other, weigher)):
        told.append(measured)
    if only and not strangers and not elsewhere:
        tolls = any(slot[0] == FATE for slot in only)
        if tolls or not _each_lacks(one.names, other.names, weigher):
            told.append(_SOLE)
    if len(found) > 1 and one.claim.modality is other.claim.modality is Modality.DENIED:
        told.append(_DENIED)
    if whole and one.claim.quantity is None and other.claim.quantity is None:
        told.append(_WHOLE)
    return told


def most(one: Reading, other: Reading, weigher: Weigher, only: frozenset[Slot]) -> float:
    """The most that all parts together may add to the likeness of two claims."""
    measured = one.kind == other.kind and bool(one.claim.quantity and other.claim.quantity)
    kin = max(KIN, UNIT, NOUN * weigher.weight(one.counted)) if measured else WHOLE
    return kin + (SOLE if only else 0.0) + DENIED


def _others(one: Reading, other: Reading, weigher: Weigher, *, strangers: bool, figures: bool) -> Part | None:
    """Names that only one of two has; of two figures only those of the claims themselves count."""
    if strangers:
        return _OTHERS
    named = bool(one.names and other.names)
    if named and _each_lacks(one.names, other.names, weigher, full=True):
        return _EACH
    if figures:
        return None
    beside = bool(one.beside and other.beside)
    if beside and _each_lacks(one.beside, other.beside, weigher, full=True):
        return _BESIDE
    if named and _each_lacks(one.names, other.names, weigher):
        return _SOME
    if beside and _each_lacks(one.beside, other.beside, weigher):
        return _ANY
    return None


def _little(one: Reading, other: Reading, found: Sequence[Match], weigher: Weigher, *, alone: bool) -> Part | None:
    """Too little that is shared: names alone, or a single word; beside names, next to nothing of what they tell.

    Args:
        alone: whether nothing else takes as much from their likeness.
    """
    if alone and one.named.issuperset([match.left for match in found]):
        return _AGED if one.kind == other.kind == "age" else _NAMED
    if alone and len(found) == 1:
        return _SINGLE
    valued = one.claim.quantity is not None or other.claim.quantity is not None
    if valued or (one.kind != "wording" and other.kind != "wording"):
        return None
    own = [match for match in found if match.left in one.told and match.right in other.told]
    if len(own) < 2:
        return None
    plain = [match for match in own if match.left not in one.named and match.right not in other.named]
    if len(own) >= len(plain) + CAST:
        return None
    told = sum([min(weigher.tells(match.left), weigher.tells(match.right)) for match in plain])
    return _HARDLY if told < TELLING else None


def _measured(one: Reading, other: Reading, weigher: Weigher) -> Part | None:
    """What two figures of one kind measure, where it is the same."""
    counted = other.counted in weigher.reach(frozenset({one.counted}))
    if one.fates & other.fates and (counted or (anybody(one) and anybody(other))):
        return _KIN
    if one.kind not in EVERYDAY:
        return Part(f"both measure {one.kind}", plus=UNIT)
    if one.kind == "count" and counted and one.counted:
        return Part("both count the same thing", plus=NOUN * weigher.weight(one.counted))
    return None


def _contained(one: Reading, other: Reading, found: Sequence[Match]) -> bool:
    """Whether every word of the claim that says less, two at least, is found in the other or around it."""
    least = min(len(one.told), len(other.told))
    if not 1 < least <= len(found):
        return False
    return (len(one.told) == least and one.told.issubset(match.left for match in found)) or (
        len(other.told) == least and other.told.issubset(match.right for match in found)
    )


def _names_meet(one: Reading, other: Reading, weigher: Weigher) -> bool:
    """Whether one claim names somebody whom the other, or the sentence around it, names as well."""
    return _known(one.names, other, weigher) or _known(other.names, one, weigher)


def strangers(one: Reading, other: Reading, weigher: Weigher) -> bool:
    """Whether two claims name others, or their sentences other places."""
    names = bool(one.names and other.names) and not _names_meet(one, other, weigher)
    return names or _each_lacks(one.names, other.names, weigher) or _elsewhere(one, other, weigher)


def _elsewhere(one: Reading, other: Reading, weigher: Weigher) -> bool:
    """Whether both sentences say where, and neither place is in the other: Port Oria is not Tarma.

    A country and a town are not weighed against each other: the one may lie in the other.
    """
    if not one.places or not other.places or _abroad(one) != _abroad(other):
        return False
    return not _known(one.places, other, weigher) and not _known(other.places, one, weigher)


def _abroad(reading: Reading) -> bool:
    """Whether one of its places is a country."""
    return any(place & vocabulary().nations for place in reading.places)


def _known(names: Sequence[Name], other: Reading, weigher: Weigher) -> bool:
    """Whether a word of the names stands in the other's sentence, or may stand for one there."""
    return any(stands_for(name, other.around, weigher) for name in names)


def _each_lacks(ours: Sequence[Name], theirs: Sequence[Name], weigher: Weigher, *, full: bool = False) -> bool:
    """Whether each leaves out a name of the other; with `full`, one of several words ("Ana Tarma")."""
    return _lacks(ours, theirs, weigher, full=full) and _lacks(theirs, ours, weigher, full=full)


def _lacks(ours: Sequence[Name], theirs: Sequence[Name], weigher: Weigher, *, full: bool) -> bool:
    for name in ours:
        if len(name) > full and name not in theirs:
            for other in theirs:
                if meets(name, other, weigher):
                    break
            else:
                return True
    return False
