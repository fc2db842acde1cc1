"""What became of what a figure counts, and which way it goes, by the words of the claim.

What comes in: words of a claim, and the vocabulary. What goes out: names of measures ("dead"); sides of opposites.
"""

from collections.abc import Iterable, Sequence

from reconcile.align.lists import marks
from reconcile.align.vocabulary import Vocabulary
from reconcile.align.words import Word

NEAR = 8  # words: a deed further from the figure than this is not said of it


def near(found: Sequence[Word], start: int, end: int) -> list[Word]:
    """The words beside a figure, the nearest first: one behind it comes before one as far ahead of it."""
    before = [w for w in found if w.end <= start]
    after = [w for w in found if w.start >= end]
    ranked = [(2 * n, w) for n, w in enumerate(after)] + [(2 * n + 1, w) for n, w in enumerate(reversed(before))]
    return [w for rank, w in sorted(ranked, key=lambda row: row[0]) if rank < 2 * NEAR]


def sides(found: Sequence[Word], text: str, vocabulary: Vocabulary) -> frozenset[tuple[int, int]]:
    """Which way it goes; what is told aside ("who fled", "after fleeing") counts only where nothing else is left."""
    deeds = [word for word in found if word.stem in vocabulary.sides]
    aside = marks().aside
    told = [w for w in deeds if aside.isdisjoint(text[max(0, w.start - 16) : w.start].lower().split()[-2:])]
    return frozenset(side for word in told or deeds for side in vocabulary.sides[word.stem])


def fates(
    counts: Iterable[Word], about: Iterable[Word], around: Iterable[Word], vocabulary: Vocabulary
) -> frozenset[str]:
    """What became of what is counted: as the count itself says ("12 injured"), the claim, or the nearest word."""
    told = {fate for word in about if (fate := vocabulary.measures.get(word.stem))}
    if own := next((fate for word in counts if (fate := vocabulary.measures.get(word.stem))), None):
        return own
    if len(told) == 1:
        return told.pop()
    return next((fate for word in around if (fate := vocabulary.measures.get(word.stem))), frozenset())
