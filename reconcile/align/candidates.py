"""Which pairs of claims are looked at: those that share a content word, or two words that stand for each other.

What comes in: the Readings. What goes out: pairs of their numbers with an upper bound of their likeness. An inverted
index, exact: no frequent word is left out, for within one story the words that matter *are* frequent.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reconcile.align.reading import Reading
from reconcile.align.similarity import Weigher

FLOOR = 0.12  # pairs less alike than this are never the same claim


def candidates(readings: Sequence[Reading], weigher: Weigher, beside: str = "") -> Iterator[tuple[int, int]]:
    """Pairs of numbers, the smaller first.

    Args:
        beside: the slug of an article, the last one: only its claims are looked up; "" looks up all.
    """
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, reading in enumerate(readings):
        if not reading.about.norm:
            continue
        bound: dict[int, float] = defaultdict(float)
        for stem, weight in reading.about.weights.items() if beside in ("", reading.claim.source) else ():
            for other, link in ((stem, 1.0), *weigher.near(stem)):
                for partner, share in index.get(other, ()):
                    bound[partner] += link * weight * share
        yield from ((partner, number) for partner, most in bound.items() if most / reading.about.norm > FLOOR)
        for stem, weight in reading.about.weights.items():
            index[stem].append((number, weight / reading.about.norm))
