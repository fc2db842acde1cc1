"""Pairs whose words alone show too little, for which a third claim speaks.

Arden says 74 million, Brill says 74 million of the same gap, and Cole has 47 million: that Cole and Brill differ shows
what Arden's 74 million is set against, though its words and Cole's have little in common. What comes in: all pairs of a
topic with what was found. What goes out: the same, where a third claim speaks for a pair, with that compared anew.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from reconcile.compare.doubts import UNLIKE_DATES, UNLIKE_FIGURES
from reconcile.compare.finding import Comparison
from reconcile.compare.pair import Pair
from reconcile.compare.relation import APART, FIT, LOOSE
from reconcile.compare.side import Side
from reconcile.compare.sizes import many_times
from reconcile.compare.values import compare_dates, compare_figures
from reconcile.model import Dimension

Compared = tuple[Pair, Comparison]
_WEAK: Final = (UNLIKE_FIGURES, UNLIKE_DATES)
_TWICE: Final = frozenset({"equal", "same_day", "same_resolved", "same_period", "same_hour"})


def vouched(found: Sequence[Compared]) -> list[Compared]:
    """The same, pairs that were refused for want of words compared anew where a third claim speaks for them."""
    twice: dict[Side, set[Side]] = defaultdict(set)
    apart: set[frozenset[Side]] = set()
    taken: set[tuple[Side, str]] = set()
    for pair, said in found:
        ends = pair.left, pair.right
        if said.code in _TWICE:
            twice[pair.left].add(pair.right)
            twice[pair.right].add(pair.left)
        if said.outcome in APART:
            apart.add(frozenset(ends))
        if said.outcome in APART or (said.outcome in FIT and said.code not in LOOSE):
            taken.update(((pair.left, pair.right.source.slug), (pair.right, pair.left.source.slug)))
    if not twice or not apart:
        return list(found)
    result = []
    for pair, said in found:
        free = (pair.left, pair.right.source.slug) not in taken and (pair.right, pair.left.source.slug) not in taken
        if free and said.because in _WEAK and _spoken_for(pair, twice, apart):
            again = Pair(pair.left, pair.right, vouched=True)
            told = compare_figures(again) if said.dimension is Dimension.FIGURE else compare_dates(again)
            result.append((again, told) if told.outcome in APART else (pair, said))
        else:
            result.append((pair, said))
    return result


def _spoken_for(pair: Pair, twice: dict[Side, set[Side]], apart: set[frozenset[Side]]) -> bool:
    if pair.left.claim.figure is not None and many_times(pair):  # an error is not handed on: "46 held", "one held"
        return False
    if any(_gives(one, other) for one, other in pair.ways):  # it tells of both
        return False
    return any(frozenset((third, other)) in apart for one, other in pair.ways for third in twice.get(one, ()))


def _gives(one: Side, other: Side) -> bool:
    """Whether the article of one gives the other's figure as well."""
    if other.claim.figure is None:
        return False
    fellows = one.fellows_of(other.figure.kind)
    return any((told.figure.unit, told.figure.value) == (other.figure.unit, other.figure.value) for told in fellows)
