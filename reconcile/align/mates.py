"""What is left: two groups of claims, each of which has nothing as near to it in the articles of the other.

Two outlets that tell one story may have a word in common for one thing, or none: "the trial heard 127 witnesses", "no
fewer than 131 people testified". What is alike enough has come together before. Of what is left, two groups with values
of one kind are meant for each other where both are told at about the same place of their articles, in like sentences,
and every rival is plainly further off. What comes in: the groups of a story, and what is known of their claims. What
goes out: the groups, with mates together. Of values only one counts that both give, and that is not met by chance.
Once every value is settled where it is nearest, what then is left is gone through again.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, combinations, takewhile
from typing import NamedTuple

from reconcile.align.cluster import Rules
from reconcile.align.parts import strangers
from reconcile.align.reading import Reading
from reconcile.align.similarity import Vector, Weigher, matches
from reconcile.align.slots import FEW, Slot
from reconcile.align.values import of_one_size, one_value, values_agree
from reconcile.model import Span
from reconcile.model.units import EVERYDAY

ARTICLES = 6  # of a story: among those of more articles something is near to anything
MORE = 12  # … of those whose values agree
UNIT = 0.1  # what it adds that both are of one unit, or dates of one role
AWAY = 0.2  # what it takes that one is told at the beginning of its article, and the other at the end
BESIDE = 0.2  # what a word of their sentences counts beside one of the claims
TWIN = 0.6  # what it adds that both give one value that is not met by chance
LEAST = 0.7  # of the likeness from which claims come together otherwise
LEFT = 0.3  # … of what is left when every value is where it is nearest, and both give values of one kind and size alone
PART = 0.6  # … and these leave others of their group behind
MEASURED = -0.4  # … and these are lengths, areas, weights and the like: AWAY may take as much
MET = 1.25  # … where an article tells in both already
AHEAD = 0.06  # how much nearer than any rival

UNMATED = frozenset({"wording", "age"})  # whose age it is, only a name says

Pair = tuple[int, int]
Homes = frozenset[tuple[str, str]]  # slugs, each with a kind of value


class Bar(NamedTuple):
    """How near two groups must be to be mates.

    Attributes:
        least: how near at least.
        met: … where an article tells in both already.
        sized: whether both must give values of one kind alone, some of them of one size.
        measured: the least for lengths, areas, weights and the like, of which a story has few.
        agreed: whether all their values of one kind must agree.
    """

    least: float
    met: float
    sized: bool
    measured: float
    agreed: bool = False

    @classmethod
    def of(cls, join: float, *, left: bool = False) -> "Bar":
        """The bar beside the likeness from which claims come together otherwise; `left`: when each value is settled."""
        return cls((LEFT if left else LEAST) * join, MET * join, left, (MEASURED if left else LEAST) * join)

    @classmethod
    def by_kind(cls, join: float) -> "Bar":
        """The bar for values that leave their group for their mates."""
        return cls(PART * join, MET * join, sized=True, measured=PART * join)

    @classmethod
    def of_agreed(cls, join: float) -> "Bar":
        """The bar for values that agree, when all others have their place."""
        return cls(LEFT * join, MET * join, sized=False, measured=LEFT * join, agreed=True)


@dataclass  # no slots: the ends of the articles are looked up once they are asked for
class Standing:
    """What is known of claims, which are numbers.

    Attributes:
        readings: of each claim.
        likeness: how alike two claims of different sources are, with all that changes it.
        weigher: how much each word says.
        only: by claim the slots that it fills in its article, see `slots.sole`.
    """

    readings: Sequence[Reading]
    likeness: Mapping[Pair, float]
    weigher: Weigher
    only: Mapping[int, frozenset[Slot]] = field(default_factory=dict)
    _around: dict[tuple[str, Span], Vector] = field(default_factory=dict)
    _near: dict[Pair, float] = field(default_factory=dict)

    def near(self, a: int, b: int) -> float:
        """How near two claims with values of one kind are to each other."""
        pair = min(a, b), max(a, b)
        if pair not in self._near:
            self._near[pair] = self._nearness(*pair)
        return self._near[pair]

    def strange(self, a: int, b: int) -> bool:
        """Whether two claims name others, and do not give one value either."""
        one, other = self.readings[a], self.readings[b]
        return strangers(one, other, self.weigher) and not one_value(one, other)

    def _nearness(self, a: int, b: int) -> float:
        alike = self.likeness.get((a, b), 0.0)
        beside = sum(match.part for match in matches(self._vector(a), self._vector(b)))
        away = abs(self._place(a) - self._place(b))
        return (
            alike
            + UNIT * _one_unit(self.readings[a], self.readings[b])
            + BESIDE * beside
            - AWAY * away
            + TWIN * one_value(self.readings[a], self.readings[b])
        )

    @cached_property
    def _ends(self) -> Mapping[str, int]:
        """Where the last claim of each source ends."""
        found: dict[str, int] = defaultdict(int)
        for reading in self.readings:
            found[reading.claim.source] = max(found[reading.claim.source], reading.claim.sentence.end)
        return found

    def _place(self, number: int) -> float:
        """How far into its article a claim stands: 0 to 1."""
        claim = self.readings[number].claim
        return claim.sentence.start / self._ends[claim.source]

    def _vector(self, number: int) -> Vector:
        """The words of a claim's sentence, weighed."""
        reading = self.readings[number]
        key = reading.claim.source, reading.claim.sentence
        if key not in self._around:
            self._around[key] = self.weigher.vector(reading.around)
        return self._around[key]


def _one_unit(one: Reading, other: Reading) -> bool:
    """Whether two figures have the same unit, or two dates the same role."""
    ours, theirs = one.claim, other.claim
    if ours.figure and theirs.figure:
        return ours.figure.unit is not None and ours.figure.unit == theirs.figure.unit
    return bool(ours.date and theirs.date and ours.date.role is theirs.date.role)


def mated(
    groups: Sequence[Sequence[int]], stories: Mapping[str, int], known: Standing, rules: Rules, bar: Bar
) -> list[list[int]]:
    """The groups of all stories, mates made one.

    Args:
        groups: as they came together by their likeness.
        stories: the number of each source's story.
        known: what is known of their claims.
        rules: what else holds.
        bar: how near mates are.
    """
    by_story: dict[int, list[Sequence[int]]] = defaultdict(list)
    for group in groups:
        by_story[stories[rules.homes[group[0]]]].append(group)
    found = []
    for told in by_story.values():
        groups, again = [list(group) for group in told], mates(told, known, rules, bar)
        while len(again) < len(groups):
            groups, again = again, mates(again, known, rules, bar)
        found += again
    return sorted(found)


def mates(groups: Sequence[Sequence[int]], known: Standing, rules: Rules, bar: Bar) -> list[list[int]]:
    """The groups of one story, mates made one; see `mated`."""
    found = {number: list(group) for number, group in enumerate(groups)}
    if told_at_length(groups, known, MORE if bar.agreed else ARTICLES):
        homes = [_homes(group, known) for group in groups]
        near = dict(_table(groups, homes, known, rules, bar))
        single: set[int] = set(found)
        nearest = sorted(near, key=lambda pair: (-near[pair], *_names(pair, groups, rules)))
        beside: dict[int, list[Pair]] = defaultdict(list)  # the pairs of a group, the nearest first
        for pair in nearest:
            for group in pair:
                beside[group].append(pair)
        for one, other in nearest:
            told = near[one, other]
            met = not {rules.homes[n] for n in groups[one]}.isdisjoint(rules.homes[n] for n in groups[other])
            enough = bar.measured if _measured(groups[one], known) else bar.least
            if told < (bar.met if met else enough) or not {one, other} <= single:
                continue
            close = (_close(beside[group], near, told) for group in (one, other))
            if not any(_rivals(pair, (one, other), homes) for pair in chain.from_iterable(close)):
                single -= {one, other}
                found[one] += found.pop(other)
    return sorted(sorted(group) for group in found.values())


def _fit(pair: Pair, groups: Sequence[Sequence[int]], known: Standing, bar: Bar) -> bool:
    """Whether the values of two groups are what a bar asks for."""
    if bar.sized and not _of_one_size(pair, groups, known):
        return False
    one, other = ([known.readings[number] for number in groups[group]] for group in pair)
    return not bar.agreed or all(
        values_agree(a.claim, b.claim) for a in one for b in other if a.kind == b.kind not in UNMATED
    )


def told_at_length(groups: Sequence[Sequence[int]], known: Standing, most: int = ARTICLES) -> bool:
    """Whether a story has few articles, each of some length: in short ones every figure is the only one."""
    sentences: dict[str, set[Span]] = defaultdict(set)
    for group in groups:
        for number in group:
            sentences[known.readings[number].claim.source].add(known.readings[number].claim.sentence)
    return 1 < len(sentences) <= most and min(map(len, sentences.values())) >= FEW


def _names(pair: Pair, groups: Sequence[Sequence[int]], rules: Rules) -> list[str]:
    """What ties are broken by, whatever the order of the sources."""
    return sorted(min(rules.keys[number] for number in groups[group]) for group in pair)


def _homes(group: Sequence[int], known: Standing) -> Homes:
    """Which articles give a group's values, each with the kind of value.

    An article that tells of a sum in its title without the sum has said nothing that stands in the way of the sum.
    """
    told = ((known.readings[number].claim.source, known.readings[number].kind) for number in group)
    return frozenset(home for home in told if home[1] not in UNMATED)


def _of_one_size(pair: Pair, groups: Sequence[Sequence[int]], known: Standing) -> bool:
    """Whether two groups give values of one kind alone, and some of one size: two accounts of one thing."""
    one, other = ([known.readings[number] for number in groups[group]] for group in pair)
    alone = len({reading.kind for reading in (*one, *other)} - UNMATED) == 1
    return alone and any(of_one_size(a.claim, b.claim) for a in one for b in other)


def _measured(group: Sequence[int], known: Standing) -> bool:
    """Whether a group gives measures: what an article seldom gives two of that are of one size."""
    kinds = {known.readings[number].kind for number in group} - UNMATED
    return kinds.isdisjoint((*EVERYDAY, "date", "hour", "rate"))


def _close(pairs: Sequence[Pair], near: Mapping[Pair, float], told: float) -> Iterator[Pair]:
    """Those of pairs, the nearest first, that are not plainly further off than what is told."""
    return takewhile(lambda pair: told - near[pair] < AHEAD, pairs)


def _rivals(pair: Pair, mates: Pair, homes: Sequence[Homes]) -> bool:
    """Whether a pair has one of two mates, and beside it another that tells in an article of the other mate."""
    shared = set(pair) & set(mates)
    if len(shared) != 1:
        return False
    rival, lost = (next(iter(set(two) - shared)) for two in (pair, mates))
    return not homes[rival].isdisjoint(homes[lost])


def _table(
    groups: Sequence[Sequence[int]], homes: Sequence[Homes], known: Standing, rules: Rules, bar: Bar
) -> Iterator[tuple[Pair, float]]:
    """How near groups of different articles are, where their values are what a bar asks for, and nothing is against."""
    kinds = [{known.readings[number].kind for number in group} - UNMATED for group in groups]
    for one, other in combinations(range(len(groups)), 2):
        if not kinds[one] & kinds[other] or homes[one] & homes[other] or not _fit((one, other), groups, known, bar):
            continue
        pairs = [(a, b) for a in groups[one] for b in groups[other]]
        if any(rules.barred(a, b) for a, b in pairs):
            continue
        kept = [(a, b) for a, b in pairs if known.readings[a].kind == known.readings[b].kind not in UNMATED]
        if not any(known.strange(a, b) for a, b in kept):
            yield (one, other), sum(known.near(a, b) for a, b in kept) / len(kept)
