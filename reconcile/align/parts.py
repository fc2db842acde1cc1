"""What changes the likeness of two claims once it is seen whom, where and when they name.

What comes in: two Readings and the words of theirs that stand for each other. What goes out: Parts, each with its
reason, for people. The words of a deed are the same for every quake, arrest and signing; what tells two of them apart
is the names, so names that only one side has take from the likeness. Values never do: that two figures differ is what
the tool is for.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reconcile.align.naming import Name
from reconcile.align.reading import Reading
from reconcile.align.similarity import Match, Weigher
from reconcile.align.vetoes import meets, stands_for
from reconcile.align.vocabulary import vocabulary

UNLIKE = 0.78  # what is left of the likeness where one is a figure and the other a date, or has no value
KIN = 0.1  # what it adds that both count the same thing, of which the same became, unless they name others
NAMED = 0.3  # what is left of it where only names are shared: "Peru won the cup", "Peru is at war"
SINGLE = 0.7  # what is left of it where a single word is shared
EACH = 0.5  # what is left of it where each gives a full name that the other lacks: two victims, two arrests
BESIDE = 0.6  # what is left of it where their sentences do, of two claims that are not both of a figure
OTHERS = 0.6  # what is left of it where both name somebody and nobody in common
ELSEWHERE = 0.25  # what is left of it where their sentences name other places
OTHER_YEAR = 0.7  # what is left of it where two figures are told of other years: this quake, and the one of 2003


class Part(NamedTuple):
    """What changes the likeness of two claims: why, what it is multiplied with, and what is then added to it."""

    why: str
    times: float = 1.0
    plus: float = 0.0


def parts(one: Reading, other: Reading, found: Sequence[Match], weigher: Weigher) -> Iterator[Part]:
    """What changes the likeness in words of two claims, in this order."""
    figures = bool(one.claim.quantity and other.claim.quantity)
    strangers = bool(one.names and other.names) and not _names_meet(one, other, weigher)
    if strangers:
        yield Part("both name somebody, and nobody in common", OTHERS)
    elif _each_lacks(one.names, other.names, weigher):
        yield Part("each gives a full name that the other lacks", EACH)
    elif not figures and _each_lacks(one.beside, other.beside, weigher):
        yield Part("each sentence gives a full name that the other lacks", BESIDE)
    elif all(match.left in one.named for match in found):
        yield Part("they share names alone", NAMED)
    elif len(found) == 1:
        yield Part("they share a single word", SINGLE)
    if _elsewhere(one, other, weigher):
        yield Part("their sentences name other places", ELSEWHERE)
    if figures and one.years != other.years:
        yield Part("their figures are told of other years", OTHER_YEAR)
    counted = one.counted == other.counted or other.counted in dict(weigher.near(one.counted))
    if one.kind != other.kind:
        yield Part("their values are of two kinds", UNLIKE)
    elif counted and one.fates & other.fates and figures and not strangers:
        yield Part("both count the same thing, and the same became of it", plus=KIN)


def _names_meet(one: Reading, other: Reading, weigher: Weigher) -> bool:
    """Whether one claim names somebody whom the other, or the sentence around it, names as well."""
    return _known(one.names, other, weigher) or _known(other.names, one, weigher)


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
    return any(name & other.around or stands_for(name, other.around, weigher) for name in names)


def _each_lacks(ours: Sequence[Name], theirs: Sequence[Name], weigher: Weigher) -> bool:
    return _lacks(ours, theirs, weigher) and _lacks(theirs, ours, weigher)


def _lacks(ours: Sequence[Name], theirs: Sequence[Name], weigher: Weigher) -> bool:
    """Whether the second leaves out a full name of the first ("Ana Tarma")."""
    full = [name for name in ours if len(name) > 1]
    return any(not any(meets(name, other, weigher) for other in theirs) for name in full)
