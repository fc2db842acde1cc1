"""Which pairs of claims are looked at: those that share a content word, or two words that stand for each other.

What comes in: the Readings. What goes out: pairs of their numbers whose likeness in words, at best, is above FLOOR. An
inverted index, exact: no frequent word is left out, for within one story the words that matter *are* frequent. Between
two sources all pairs are looked at; within one only as far as it may say something twice, so that an article as long as
a book costs what its length costs.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import groupby

from reconcile.align.reading import Reading
from reconcile.align.similarity import Weigher

FLOOR = 0.12  # pairs less alike than this are never the same claim
REACH = 300  # claims: what an article says again further on is another passage of a book, but for its title

_Index = dict[str, list[tuple[int, float]]]


def candidates(readings: Sequence[Reading], weigher: Weigher, beside: str = "") -> Iterator[tuple[int, int]]:
    """Pairs of numbers of claims of two sources, the smaller first.

    Args:
        readings: those of one source side by side.
        weigher: how much words say.
        beside: the slug of an article, the last one: only its claims are looked up; "" looks up all.
    """
    index: _Index = defaultdict(list)  # of claims that read the same the first alone
    held: dict[str, list[tuple[float, list[tuple[int, float]]]]] = {}  # a word's own place in the index, and its links'
    same: dict[Hashable, int] = {}
    alike: dict[int, list[int]] = defaultdict(list)
    for source, own in groupby(enumerate(readings), lambda told: told[1].claim.source):
        said = [(number, reading) for number, reading in own if reading.about.norm]
        for number, reading in said if beside in ("", source) else ():
            bound: dict[int, float] = defaultdict(float)
            for stem, weight in reading.about.weights.items():
                if stem not in held:
                    held[stem] = [(link, index[other]) for other, link in ((stem, 1.0), *weigher.near(stem))]
                for link, entered in held[stem]:
                    share = link * weight
                    for partner, theirs in entered:
                        bound[partner] += share * theirs
            norm = reading.about.norm
            near = [partner for partner, most in bound.items() if most / norm > FLOOR]
            yield from [(partner, number) for first in near for partner in alike[first]]
        for number, reading in said:  # behind them all: what is entered is of other sources
            first = same.setdefault(tuple(reading.about.weights.items()), number)
            if first == number:
                _enter(index, number, reading)
            alike[first].append(number)


def repetitions(readings: Sequence[Reading], weigher: Weigher) -> Iterator[tuple[int, int, float]]:
    """Pairs of numbers of claims of one source, the smaller first, each with the most that they may be alike in words.

    Args:
        readings: all of one source, in their order.
        weigher: how much words say.
    """
    titles: _Index = defaultdict(list)
    index: _Index = defaultdict(list)
    for number, reading in enumerate(readings):
        if not reading.about.norm:
            continue
        bound: dict[int, float] = defaultdict(float)
        for stem, weight in reading.about.weights.items():
            for other, link in ((stem, 1.0), *weigher.near(stem)):
                for partner, share in titles.get(other, ()):
                    bound[partner] += link * weight * share
                for partner, share in reversed(index.get(other, ())):
                    if partner < number - REACH:
                        break
                    bound[partner] += link * weight * share
        for partner, most in bound.items():
            if most / reading.about.norm > FLOOR:
                yield partner, number, most / reading.about.norm
        _enter(titles if reading.claim.headline else index, number, reading)


def at_best(one: Reading, other: Reading, weigher: Weigher) -> float:
    """The most that two claims may be alike in words, `one` with the smaller number, summed up as for all pairs."""
    if not one.about.norm or not other.about.norm:
        return 0.0
    ours = {stem: weight / one.about.norm for stem, weight in one.about.weights.items()}
    most = 0.0
    for stem, weight in other.about.weights.items():
        for near, link in ((stem, 1.0), *weigher.near(stem)):
            if near in ours:
                most += link * weight * ours[near]
    return most / other.about.norm


def _enter(index: _Index, number: int, reading: Reading) -> None:
    for stem, weight in reading.about.weights.items():
        index[stem].append((number, weight / reading.about.norm))
