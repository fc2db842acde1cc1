"""How alike two claims are in words: stemmed IDF cosine, with synonyms standing in for each other.

What comes in: the words of all sentences of the sources, for how common each word is here, and the words of two claims.
What goes out: a number from 0 to 1, and which words made it. Measured on pairs of news sentences: this beats plain
words, character grams and sentence embeddings wherever the unit is a claim; a prior of general English is a must for
two articles, whose own words say nothing of what is rare.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from types import MappingProxyType
from typing import NamedTuple

from reconcile.align.vocabulary import Vocabulary

PSEUDO = 100  # the prior weighs as much as this many sentences
RAREST = 0.001  # of general sentences, as few hold a word that the prior does not list
UNSAID = 2.0  # the weight of a word that every claim is taken to lack: two claims of one equal word are not the same


@dataclass(frozen=True, slots=True)
class Vector:
    """Words with their weights, and the length of it all.

    Attributes:
        links: the words that others may stand for, each with its weight and with these others.
        linked: all these others.
    """

    weights: Mapping[str, float]
    norm: float
    links: Sequence[tuple[str, float, tuple[tuple[str, float], ...]]]
    linked: frozenset[str]


class Match(NamedTuple):
    """Two words, one of each claim, that stand for each other (or are the same), and what they add to the score."""

    left: str
    right: str
    part: float


_match = tuple.__new__  # makes a Match without a Python call of its own: a story has tens of thousands of pairs


class Weigher:
    """How much a word says, by how few sentences of the sources, and of general English, hold it.

    Args:
        sentences: the stems of each sentence of all sources.
        roles: stem → {stem: how far it stands for the other}, found in these sources; both ways.
    """

    def __init__(
        self,
        sentences: Iterable[frozenset[str]],
        vocabulary: Vocabulary,
        roles: Mapping[str, Mapping[str, float]] | None = None,
    ) -> None:
        self._vocabulary = vocabulary
        self._met = Counter[str]()
        self._total = PSEUDO
        self._roles = roles or {}
        self._weights: dict[str, float] = {}
        self._tells: dict[str, float] = {}
        self._near: dict[str, tuple[tuple[str, float], ...]] = {}
        self._reach: dict[frozenset[str], frozenset[str]] = {}
        for sentence in sentences:
            self._met.update(sentence)
            self._total += 1

    def weight(self, stem: str) -> float:
        """Inverse sentence frequency: about 0 for "the", about 5 for a word met once in two articles."""
        found = self._weights.get(stem)
        if found is None:
            often = self._met[stem] + PSEUDO * self._vocabulary.prior.get(stem, 0.0) + 0.5
            found = self._weights[stem] = log((self._total + 1) / often)
        return found

    def tells(self, stem: str) -> float:
        """How much a word says in general English, in whatever sources: 7 for a rare one, 3 for "announce"."""
        found = self._tells.get(stem)
        if found is None:
            found = self._tells[stem] = -log(max(self._vocabulary.prior.get(stem, 0.0), RAREST))
        return found

    def near(self, stem: str) -> tuple[tuple[str, float], ...]:
        """The words of the sources that may stand for a word, each with how far."""
        if stem not in self._near:
            links = {**self._roles.get(stem, {}), **self._vocabulary.linked(stem)}
            self._near[stem] = tuple((other, link) for other, link in links.items() if other in self._met)
        return self._near[stem]

    def reach(self, stems: frozenset[str]) -> frozenset[str]:
        """Words, and those of the sources that may stand for one of them."""
        found = self._reach.get(stems)
        if found is None:
            found = self._reach[stems] = stems.union(other for stem in stems for other, _ in self.near(stem))
        return found

    def vector(
        self,
        stems: frozenset[str],
        around: frozenset[str] = frozenset(),
        share: float = 0.0,
        light: Mapping[str, float] = MappingProxyType({}),
    ) -> Vector:
        """The weights of a claim's own words, and of those around it, of which only a share counts.

        Args:
            light: what is left of the weight of some words.
        """
        weights = {stem: weight for stem in sorted(stems) if (weight := self.weight(stem)) > 0}
        if share:
            others = sorted(around - stems)
            weights.update((stem, share * weight) for stem in others if (weight := self.weight(stem)) > 0)
        for stem in light.keys() & weights.keys():
            weights[stem] *= light[stem]
        links = [(stem, weight, near) for stem, weight in weights.items() if (near := self.near(stem))]
        norm = sqrt(sum([w * w for w in weights.values()]) + UNSAID**2) if weights else 0.0
        return Vector(weights, norm, links, frozenset([other for _, _, near in links for other, _ in near]))


def matches(one: Vector, other: Vector) -> list[Match]:
    """Which words stand for each other, each used once, the same words first, then the strongest link."""
    scale = one.norm * other.norm
    if not scale:
        return []
    ours, theirs = one.weights, other.weights
    same = filter(theirs.__contains__, ours)
    found = [_match(Match, (stem, stem, ours[stem] * theirs[stem] / scale)) for stem in same]
    if one.linked.isdisjoint(theirs):
        return found
    linked = [
        (link * weight * theirs[b] / scale, a, b)
        for a, weight, near in one.links
        if a not in theirs
        for b, link in near
        if b in theirs and b not in ours
    ]
    if len(linked) > 1:
        linked.sort(key=lambda row: (-row[0], *sorted(row[1:])))
    used: set[str] = set()
    for part, a, b in linked:
        if a not in used and b not in used:
            used |= {a, b}
            found.append(Match(a, b, part))
    return found
