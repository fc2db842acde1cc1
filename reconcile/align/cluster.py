"""From pairs to topics, without chaining: two groups come together only where their claims are alike on the whole.

What comes in: how alike pairs of claims of different sources are, and what else holds of two claims. What goes out:
groups of numbers. Average linkage over the pairs of different sources; a pair never looked at counts as nothing alike.
Ties are broken by the claims' ids, so that the order of the sources does not matter.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

_DUST = 1e-8  # more than rounding changes


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds of claims besides their likeness; claims are numbers.

    Attributes:
        keys: one for each claim, unique: what ties are broken by.
        homes: the source of each claim.
        barred: whether two claims may not be in one group.
        behind: how much more alike a pair must be to come before one whose values may be the same; it only says which
            of several pairs comes first, never whether a pair comes together.
    """

    keys: Sequence[str]
    homes: Sequence[str]
    barred: Callable[[int, int], bool]
    behind: Callable[[int, int], float]


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
    pool = _Pool(scores, rules, join, together)
    heap = [pool.entry(a, b, tie) for a, row in pool.near.items() for b, tie in row.items()
            if tie.total > pool.least and a < b and pool.weigh(a, b, tie)]  # fmt: skip
    heapify(heap)
    while heap:
        _, less, _, _, one, other = heappop(heap)
        tied = pool.near[one].get(other) if one in pool.near else None
        if tied is None or tied.mean != -less:
            continue  # one of the two has grown since
        if any(rules.barred(a, b) for a in pool.groups[one] for b in pool.groups[other]):
            pool.part(one, other)
            continue
        pool.merge(one, other)
        for third, tie in pool.near[one].items():
            if tie.total > pool.least and pool.weigh(one, third, tie):
                heappush(heap, pool.entry(one, third, tie))
    return sorted(sorted(members) for members in pool.groups.values())


@dataclass(slots=True)
class _Tie:
    """What two groups are to each other, one object for both.

    Attributes:
        total: the sum of the likeness of the pairs between them.
        mean: their mean likeness; 0 where it is below that from which groups come together.
        behind: the least that such a pair is behind; None until somebody asks.
    """

    total: float = 0.0
    mean: float = 0.0
    behind: float | None = None


class _Pool:
    """The groups as they are now, and what ties any two of them.

    Attributes:
        least: what a tie's total must be above for its mean to matter: the mean is never above the total.
    """

    def __init__(
        self, scores: Mapping[tuple[int, int], float], rules: Rules, join: float, together: Iterable[frozenset[int]]
    ) -> None:
        self.rules, self.join, self.least = rules, join, join - _DUST
        self.groups = _begin(len(rules.keys), together)
        self.near: dict[int, dict[int, _Tie]] = {key: {} for key in self.groups}
        self._sizes = {key: Counter(rules.homes[n] for n in members) for key, members in self.groups.items()}
        bits = {home: 1 << n for n, home in enumerate(dict.fromkeys(rules.homes))}
        self._homes = {key: sum(bits[home] for home in sizes) for key, sizes in self._sizes.items()}
        self._names = {key: min(rules.keys[n] for n in members) for key, members in self.groups.items()}
        home = {number: key for key, members in self.groups.items() for number in members}
        for (a, b), score in scores.items():
            one, other = home[a], home[b]
            if one == other:
                continue
            tie = self.near[one].get(other)
            if tie is None:
                tie = self.near[one][other] = self.near[other][one] = _Tie()
            tie.total += score

    def weigh(self, one: int, other: int, tie: _Tie) -> bool:
        """Whether two groups are alike enough: the mean of their pairs of different sources, which their tie keeps."""
        pairs = len(self.groups[one]) * len(self.groups[other])
        if self._homes[one] & self._homes[other]:
            fewer, more = self._sizes[one], self._sizes[other]
            if len(fewer) > len(more):
                fewer, more = more, fewer
            for slug, count in fewer.items():
                if slug in more:
                    pairs -= count * more[slug]
        tie.mean = round(tie.total / pairs, 9) if tie.total > self.least * pairs else 0.0
        return tie.mean >= self.join

    def entry(self, one: int, other: int, tie: _Tie) -> tuple[float, float, str, str, int, int]:
        """What the heap is ordered by: likeness less what they are behind, likeness, names."""
        first, second = self._names[one], self._names[other]
        if second < first:
            one, other, first, second = other, one, second, first
        if tie.behind is None:  # kept, since groups are met again each time one grows
            tie.behind = min([self.rules.behind(a, b) for a in self.groups[one] for b in self.groups[other]])
        return round(tie.behind - tie.mean, 9), -tie.mean, first, second, one, other

    def part(self, one: int, other: int) -> None:
        """Forget that two groups are alike."""
        del self.near[one][other], self.near[other][one]

    def merge(self, one: int, other: int) -> None:
        """Put the second group into the first."""
        ours, theirs = self.near[one], self.near.pop(other)
        del ours[other], theirs[one]
        for third, tie in theirs.items():
            row = self.near[third]
            del row[other]
            mine = ours.get(third)
            if mine is None:
                ours[third] = row[one] = _Tie(tie.total)
            else:
                mine.total += tie.total
                if mine.behind is not None:
                    mine.behind = None if tie.behind is None else min(mine.behind, tie.behind)
        for third in ours.keys() - theirs.keys():
            ours[third].behind = None
        self.groups[one] += self.groups.pop(other)
        self._sizes[one] += self._sizes.pop(other)
        self._homes[one] |= self._homes.pop(other)
        self._names[one] = min(self._names[one], self._names.pop(other))


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
