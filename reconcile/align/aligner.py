"""What any two claims are to each other: how alike, by which words, and what is against it; worked out once."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import chain, groupby, permutations

from reconcile.align.candidates import FLOOR, at_best, candidates, repetitions
from reconcile.align.parts import Part, most, parts
from reconcile.align.reading import read_claims
from reconcile.align.similarity import Match, matches
from reconcile.align.slots import Slot, pairs, sole
from reconcile.align.values import value_of, values_apart
from reconcile.align.vetoes import moved, part_of, veto
from reconcile.align.vocabulary import vocabulary
from reconcile.model import Claim, Pins, Source, Span

DUST = 1e-6  # more than rounding changes
REPEATED = 0.5  # the likeness from which one source says the same twice
TITLED = 0.3  # … where one is a figure of its title, which stands for one of its text

Pair = tuple[int, int]
_NOTHING: frozenset[Slot] = frozenset()


class Aligner:
    """Everything about some claims that is worked out once: readings, likeness, reasons against.

    Claims are numbers here, and a pair has the smaller first.

    Attributes:
        readings: of each claim.
        stories: the number of each source's story, by slug.
        across: the likeness of the pairs of different sources.
        within: of one source those that it may say twice.

    Args:
        beside: the slug of the last source: only the pairs of its claims with those of other sources are looked at; ""
            looks at all.
        stories: the slugs of each story; told apart here where they are not given.
    """

    def __init__(
        self,
        sources: Sequence[Source],
        claims: Sequence[Claim],
        pins: Pins,
        beside: str = "",
        stories: Sequence[Sequence[str]] | None = None,
    ) -> None:
        self.pins, self._beside = pins, beside
        library = read_claims(sources, claims, vocabulary(), stories)
        self.readings, self.weigher = library.readings, library.weigher
        self.across: dict[Pair, float] = {}
        self.within: dict[Pair, float] = {}
        values: dict[Hashable, int] = {}
        self._values = [values.setdefault(value_of(reading), len(values)) for reading in self.readings]
        self._apart: dict[tuple[int, int], float] = {}
        self._reasons: dict[Pair, str] = {}
        self.stories = {slug: number for number, story in enumerate(library.stories) for slug in story}
        self.only: dict[int, frozenset[Slot]] = {}
        by_story: list[list[int]] = [[] for _ in library.stories]
        for number, claim in enumerate(claims):
            by_story[self.stories[claim.source]].append(number)
        for numbers in by_story:
            only = sole([self.readings[number] for number in numbers])
            self.only.update((numbers[at], slots) for at, slots in only.items())
        senses: dict[Hashable, int] = {}
        told = [(reading.sense, self.only.get(number)) for number, reading in enumerate(self.readings)]
        self._senses = [senses.setdefault(sense, len(senses)) for sense in told]
        self._weighed: dict[Pair, tuple[float, float]] = {}
        for numbers in by_story:
            self._look(numbers)
            if not beside:
                self._look_within(numbers)

    def _look(self, numbers: Sequence[int]) -> None:
        """Weigh the pairs of different sources of a story that may be alike."""
        told = [self.readings[number] for number in numbers]
        only = {at: self.only[number] for at, number in enumerate(numbers) if number in self.only}
        found = chain(candidates(told, self.weigher, self._beside), pairs(told, only, self._beside))
        senses, known = self._senses, self._weighed
        for first, second in found:  # not by `_likeness`: there may be a quarter of a million
            a, b = numbers[first], numbers[second]
            pair = senses[a], senses[b]
            weighed = known.get(pair)
            if weighed is None:
                weighed = known[pair] = self._weigh(a, b)
            self.across[a, b] = weighed[1]

    def _look_within(self, numbers: Sequence[int]) -> None:
        """The pairs of one source that may reach REPEATED."""
        for _, own in groupby(numbers, lambda number: self.readings[number].claim.source):
            said = list(own)
            for first, second, best in repetitions([self.readings[number] for number in said], self.weigher):
                a, b = said[first], said[second]
                least = TITLED if self.titled(a, b) else REPEATED
                if best + most(self.readings[a], self.readings[b], self.weigher, self._only(a, b)) > least - DUST:
                    self.within[a, b] = self._likeness(a, b)[1]

    def titled(self, a: int, b: int) -> bool:
        """Whether two claims with a figure are one of a title and one of a text."""
        one, other = self.readings[a].claim, self.readings[b].claim
        return one.headline != other.headline and bool(one.quantity and other.quantity)

    def looked_at(self, a: int, b: int) -> bool:
        """Whether two claims, the smaller number first, share enough to be held against each other."""
        one, other = self.readings[a], self.readings[b]
        if one.claim.source != other.claim.source:
            return (a, b) in self.across
        return not self._beside and at_best(one, other, self.weigher) > FLOOR

    def score(self, a: int, b: int) -> float:
        """How alike two claims are when all is said, the smaller number first; 0 for two that are not looked at."""
        found = self.across.get((a, b), self.within.get((a, b)))
        return found if found is not None else self._likeness(a, b)[1] if self.looked_at(a, b) else 0.0

    def _in_words(self, a: int, b: int) -> float:
        """How alike two claims are in words, the smaller number first; 0 for two that are not looked at."""
        seen = (a, b) in self.within or self.looked_at(a, b)
        return self._likeness(a, b)[0] if seen else 0.0

    def _likeness(self, a: int, b: int) -> tuple[float, float]:
        """How alike two claims are in words, and how alike when all is said: the same for all claims of two senses."""
        senses = self._senses[a], self._senses[b]
        weighed = self._weighed.get(senses)
        if weighed is None:
            weighed = self._weighed[senses] = self._weigh(a, b)
        return weighed

    def matches(self, a: int, b: int) -> list[Match]:
        """The words of two claims that stand for each other."""
        return matches(self.readings[a].about, self.readings[b].about)

    def _weigh(self, a: int, b: int) -> tuple[float, float]:
        """How alike two claims are in words, and how alike when all is said."""
        one, other = self.readings[a], self.readings[b]
        found = matches(one.about, other.about)
        in_words = alike = sum([match.part for match in found])
        for _, times, plus in parts(one, other, found, self.weigher, self._only(a, b)):
            alike = alike * times + plus
        return in_words, round(alike, 9)

    def parts(self, a: int, b: int, found: Sequence[Match]) -> list[Part]:
        """What changes the likeness in words of two claims, given which words stand for each other, in this order."""
        return parts(self.readings[a], self.readings[b], found, self.weigher, self._only(a, b))

    def _only(self, a: int, b: int) -> frozenset[Slot]:
        """What both claims are the only value of in their articles."""
        ours = self.only.get(a)
        theirs = self.only.get(b) if ours else None
        return ours & theirs if ours and theirs else _NOTHING

    def wholes(self) -> Iterator[Pair]:
        """Figures of one sentence that stay together: a part and its whole, for the arithmetic; what it was before.

        Of several that were something before, as in a list of towns, none is tied: which was which only words say.
        """
        by_sentence: dict[tuple[str, Span], list[int]] = defaultdict(list)
        for number, reading in enumerate(self.readings):
            if reading.claim.quantity:
                by_sentence[reading.claim.source, reading.claim.sentence].append(number)
        for numbers in by_sentence.values():
            for part, whole in permutations(numbers, 2):
                if part_of(self.readings[part], self.readings[whole]):
                    yield whole, part
            was = [pair for pair in permutations(numbers, 2) if moved(*(self.readings[number] for number in pair))]
            if len(was) == 1:
                yield was[0][1], was[0][0]

    def behind(self, a: int, b: int) -> float:
        """How far a pair stands back for others, by the kinds of its values and by how far these are apart.

        "Towns are handed over from November 20" is as much like each of "the hill on Tuesday, the mill on Nov. 25 and
        the port on Nov. 20"; it belongs to the port. "At least 10 died in the quake" belongs to "the quake killed 12"
        rather than to "the quake of that year killed 31,000".
        """
        values = self._values[a], self._values[b]
        found = self._apart.get(values)
        if found is None:
            found = self._apart[values] = values_apart(self.readings[a], self.readings[b])
        return found

    def reason(self, a: int, b: int) -> str:
        """Why two claims may not be in one topic; "" where they may."""
        pair = (a, b) if a < b else (b, a)
        found = self._reasons.get(pair)
        if found is None:
            one, other = (self.readings[number] for number in pair)
            found = self._pinned(one.claim.id, other.claim.id)
            if found is None:
                found = veto(one, other, self._in_words(*pair), self.weigher)
            self._reasons[pair] = found
        return found

    def _pinned(self, one: str, other: str) -> str | None:
        """What a reviewer said of two claims: the reason against, "" for together, None for nothing."""
        if self.pins.apart and tuple(sorted((one, other))) in self.pins.apart:
            return "a reviewer kept them apart"
        if one not in self.pins.fixed or other not in self.pins.fixed:
            return None
        same = self.pins.topic_of.get(one) == self.pins.topic_of.get(other)
        return "" if same else "a reviewer put them into different topics"
