"""What an article gives one value of: its one toll, its one magnitude, its one count of soldiers, its one sum of costs.

Within a story two articles seldom mean two things by the only figure of a kind that each gives, in whatever words; of
several tolls the first that an article tells is the one of its news.
What comes in: the Readings of a story. What goes out: for each claim the slots of which its article gives no other
value. A count of a part ("of them five") and a figure of another year fill no slot and are no rivals; nor is what came
of a deed in another month ("in May a quake hurt 40") a rival of what came of this one.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from reconcile.align.lists import marks
from reconcile.align.reading import Reading
from reconcile.align.values import values_meet
from reconcile.align.vetoes import OWN
from reconcile.align.vocabulary import SYNONYM, vocabulary

FEW = 4  # sentences with a claim: in a shorter text every figure is the only one

FATE = "fate"
WON = "won"
BROAD = (FATE, WON, "noun", "kind")  # slots that bring claims together that share no word
STRENGTH = ("kind", "magnitude")
Slot = tuple[str, str]  # FATE with a fate, "noun" with a noun, "kind" with a kind, or a kind with a word


def sole(readings: Sequence[Reading]) -> dict[int, frozenset[Slot]]:
    """By number of a claim the slots of which its article gives no other value, or of a toll no other before it."""
    sentences: dict[str, set[object]] = defaultdict(set)
    held: dict[tuple[str, Slot], list[int]] = defaultdict(list)
    for number, reading in enumerate(readings):
        sentences[reading.claim.source].add(reading.claim.sentence)
        for slot in dict.fromkeys(slots(reading)):
            held[reading.claim.source, slot].append(number)
    kept: dict[int, set[Slot]] = defaultdict(set)
    for (source, slot), numbers in held.items():
        if len(sentences[source]) < FEW:
            continue
        claims = {number: readings[number].claim for number in numbers}
        first = min(claims.values(), key=lambda claim: claim.span.start)
        same = [number for number, claim in claims.items() if values_meet(first, claim)]
        if slot[0] == FATE or slot == STRENGTH or len(same) == len(numbers):
            for number in same:
                kept[number].add(slot)
    return {number: frozenset(found) for number, found in kept.items()}


def pairs(readings: Sequence[Reading], only: dict[int, frozenset[Slot]], beside: str = "") -> Iterator[tuple[int, int]]:
    """Pairs of claims of two articles that hold the only value of one slot, the smaller number first.

    Args:
        readings: of a story.
        only: by number, see `sole`.
        beside: the slug of an article of which one of the two is; "" for any.
    """
    holders: dict[Slot, list[int]] = defaultdict(list)
    for number in sorted(only):
        for slot in only[number]:
            if slot[0] not in BROAD:
                continue
            holders[slot].append(number)
    found = {pair for numbers in holders.values() for pair in combinations(numbers, 2)}
    for a, b in sorted(found):
        homes = readings[a].claim.source, readings[b].claim.source
        if homes[0] != homes[1] and (not beside or beside in homes):
            yield a, b


def slots(reading: Reading) -> Iterator[Slot]:
    """What a claim's value may be the only one of; nothing for a part, or a figure of another year."""
    figure = reading.claim.figure
    if figure is None or reading.narrowed or reading.years:
        return
    yield from ((WON, f"{name} {reading.kind}") for name in reading.won)
    if not marks().again.isdisjoint((reading.counted, figure.unit)):
        return
    if reading.kind == "count":
        anybody = not reading.counted or reading.counted in marks().people | marks().fates | marks().humans
        if anybody and not reading.months:
            yield from ((FATE, fate) for fate in reading.fates)
        yield from (("noun", noun) for noun in nouns(reading.counted))
    elif reading.kind in OWN:
        yield "kind", reading.kind
    if reading.months and reading.kind != "age":  # "in May it shook and hurt 40", but "she turned 40 in May"
        return
    for stem in reading.told - reading.named - {reading.counted} - marks().general:
        yield from ((reading.kind, key) for key in (stem, *synonyms(stem)))


def nouns(counted: str) -> Iterator[str]:
    """A noun that says what is counted, with those that stand for it; none for people in general."""
    if counted and counted not in marks().people | marks().fates:
        yield counted
        yield from synonyms(counted)
        if group := marks().groups.get(counted):
            yield group


def synonyms(stem: str) -> list[str]:
    """The stems that our own rows put for a stem."""
    return [other for other, link in vocabulary().own.get(stem, {}).items() if link >= SYNONYM]
