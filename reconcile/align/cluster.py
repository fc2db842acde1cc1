"""From pairs to topics, without chaining: two groups come together only where their claims are alike on the whole.

What comes in: how alike pairs are, and who may not be together. What goes out: groups of numbers. Average linkage: the
mean over all pairs of the two groups, a pair never looked at counting as nothing alike. Ties are broken by the claims'
ids, so that the order of the sources does not matter.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

STEP = 0.05


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds of two claims besides their likeness.

    Attributes:
        barred: whether they may not be in one group.
        rank: of pairs that are as good as equally alike (within STEP) the one with the smallest rank comes first.
    """

    barred: Callable[[int, int], bool]
    rank: Callable[[int, int], int]


def cluster(
    keys: Sequence[str],
    scores: Mapping[tuple[int, int], float],
    rules: Rules,
    join: float,
    together: Sequence[frozenset[int]] = (),
) -> list[list[int]]:
    """Groups of numbers, each sorted.

    Args:
        keys: one for each claim, unique: what ties are broken by.
        scores: how alike a pair (smaller number first) is; missing pairs are not alike.
        rules: what holds of two claims besides their likeness.
        join: the mean likeness from which two groups come together.
        together: groups to begin with.
    """
    groups = _begin(len(keys), together)
    home = {number: key for key, members in groups.items() for number in members}
    near: dict[int, dict[int, float]] = {key: {} for key in groups}
    for (a, b), score in scores.items():
        one, other = home[a], home[b]
        if one != other:
            near[one][other] = near[other][one] = near[one].get(other, 0.0) + score
    name = {key: min(keys[number] for number in members) for key, members in groups.items()}

    def mean(one: int, other: int) -> float:
        return near[one][other] / (len(groups[one]) * len(groups[other]))

    def entry(one: int, other: int) -> tuple[int, int, float, str, str, int, int]:
        alike = mean(one, other)
        best = min(rules.rank(a, b) for a in groups[one] for b in groups[other])
        first, second = sorted((one, other), key=name.__getitem__)
        return -int(alike / STEP), best, -alike, name[first], name[second], first, second

    heap = [entry(one, other) for one in near for other in near[one] if one < other and mean(one, other) >= join]
    heapify(heap)
    while heap:
        *_, alike, _, _, one, other = heappop(heap)
        if other not in near.get(one, ()) or mean(one, other) != -alike:
            continue
        if any(rules.barred(a, b) for a in groups[one] for b in groups[other]):
            near[one].pop(other), near[other].pop(one)
            continue
        groups[one] += groups.pop(other)
        for third, total in near.pop(other).items():
            del near[third][other]
            if third != one:
                near[one][third] = near[third][one] = near[one].get(third, 0.0) + total
        name[one] = min(name[one], name[other])
        for third in near[one]:
            if mean(one, third) >= join:
                heappush(heap, entry(one, third))
    return sorted(sorted(members) for members in groups.values())


def _begin(count: int, together: Sequence[frozenset[int]]) -> dict[int, list[int]]:
    placed = {number: min(group) for group in together for number in group}
    groups: dict[int, list[int]] = {}
    for number in range(count):
        groups.setdefault(placed.get(number, number), []).append(number)
    return groups
