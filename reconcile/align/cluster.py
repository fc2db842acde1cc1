"""From pairs to topics, without chaining: two groups come together only where their claims are alike on the whole.

What comes in: how alike pairs of claims of different sources are, and what else holds of two claims. What goes out:
groups of numbers. Average linkage over the pairs of different sources; a pair never looked at counts as nothing alike.
Ties are broken by the claims' ids, so that the order of the sources does not matter.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

STEP = 0.1  # likenesses within one step are as good as equal


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds of claims besides their likeness; claims are numbers.

    Attributes:
        keys: one for each claim, unique: what ties are broken by.
        homes: the source of each claim.
        barred: whether two claims may not be in one group.
        rank: of pairs that are as good as equally alike the one with the smallest rank comes first.
    """

    keys: Sequence[str]
    homes: Sequence[str]
    barred: Callable[[int, int], bool]
    rank: Callable[[int, int], int]


def cluster(
    scores: Mapping[tuple[int, int], float], rules: Rules, join: float, together: Iterable[frozenset[int]] = ()
) -> list[list[int]]:
    """Groups of numbers, each sorted.

    Args:
        scores: how alike a pair of different sources (smaller number first) is; missing pairs are not alike.
        rules: what else holds.
        join: the mean likeness from which two groups come together.
        together: groups to begin with.
    """
    groups = _begin(len(rules.keys), together)
    home = {number: key for key, members in groups.items() for number in members}
    near: dict[int, dict[int, float]] = {key: {} for key in groups}
    for (a, b), score in scores.items():
        one, other = home[a], home[b]
        if one != other:
            near[one][other] = near[other][one] = near[one].get(other, 0.0) + score
    name = {key: min(rules.keys[number] for number in members) for key, members in groups.items()}

    sizes = {key: Counter(rules.homes[number] for number in members) for key, members in groups.items()}

    def mean(one: int, other: int) -> float:
        ours, theirs = sizes[one], sizes[other]
        pairs = len(groups[one]) * len(groups[other])
        if pairs > 1:
            pairs -= sum(count * theirs[slug] for slug, count in ours.items() if slug in theirs)
        return near[one][other] / pairs

    def entry(one: int, other: int) -> tuple[int, int, float, str, str, int, int]:
        alike = mean(one, other)
        best = min(rules.rank(a, b) for a in groups[one] for b in groups[other])
        first, second = sorted((one, other), key=name.__getitem__)
        return -int(alike / STEP), best, -alike, name[first], name[second], first, second

    heap = [entry(one, other) for one in near for other in near[one] if one < other and mean(one, other) >= join]
    heapify(heap)
    while heap:
        _, _, less, _, _, one, other = heappop(heap)
        if other not in near.get(one, ()) or mean(one, other) != -less:
            continue
        if any(rules.barred(a, b) for a in groups[one] for b in groups[other]):
            near[one].pop(other), near[other].pop(one)
            continue
        groups[one] += groups.pop(other)
        sizes[one] += sizes.pop(other)
        for third, total in near.pop(other).items():
            del near[third][other]
            if third != one:
                near[one][third] = near[third][one] = near[one].get(third, 0.0) + total
        name[one] = min(name[one], name[other])
        for third in near[one]:
            if mean(one, third) >= join:
                heappush(heap, entry(one, third))
    return sorted(sorted(members) for members in groups.values())


def repeats(
    groups: Sequence[Sequence[int]], scores: Mapping[tuple[int, int], float], rules: Rules, join: float
) -> list[list[int]]:
    """The groups, with what one source says twice brought together: a headline and its body.

    Of the two groups at least one must be of that source alone: two topics are never made one by a single article.

    Args:
        groups: as `cluster` gives them.
        scores: how alike pairs of one source are.
        rules: what else holds.
        join: the likeness from which two claims of one source say the same.
    """
    found = {min(members): list(members) for members in groups}
    home = {number: key for key, members in found.items() for number in members}
    ranked = sorted(scores, key=lambda pair: (-scores[pair], *sorted(rules.keys[n] for n in pair)))
    for a, b in ranked:
        one, other = home[a], home[b]
        alone = any(len({rules.homes[n] for n in found[key]}) == 1 for key in (one, other))
        if scores[a, b] < join or one == other or not alone:
            continue
        if not any(rules.barred(x, y) for x in found[one] for y in found[other]):
            found[one] += found[other]
            home.update(dict.fromkeys(found.pop(other), one))
    return sorted(sorted(members) for members in found.values())


def _begin(count: int, together: Iterable[frozenset[int]]) -> dict[int, list[int]]:
    placed = {number: min(group) for group in together for number in group}
    groups: dict[int, list[int]] = {}
    for number in range(count):
        groups.setdefault(placed.get(number, number), []).append(number)
    return groups
