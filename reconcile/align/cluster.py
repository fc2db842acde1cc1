"""From pairs to topics, without chaining: two groups come together only where their claims are alike on the whole.

What comes in: how alike pairs of claims of different sources are, and what else holds of two claims. What goes out:
groups of numbers. Average linkage over the pairs of different sources; a pair never looked at counts as nothing alike.
Ties are broken by the claims' ids, so that the order of the sources does not matter.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

_DUST = 1e-8  # more than rounding changes

# What the heap is ordered by: likeness less what two groups are behind, likeness, their ranks; and which they are.
_Entry = tuple[float, float, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds of claims besides their likeness; claims are numbers.

    Attributes:
        keys: one for each claim, unique: what ties are broken by.
        homes: the source of each claim.
        barred: why two claims may not be in one group, "" where they may.
        behind: how much more alike a pair must be to come before one whose values may be the same; it only says which
            of several pairs comes first, never whether a pair comes together.
    """

    keys: Sequence[str]
    homes: Sequence[str]
    barred: Callable[[int, int], str]
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
    heap = [entry for number in pool.near for entry in pool.first(number)]
    heapify(heap)
    while heap:
        _, less, _, _, one, other = heappop(heap)
        tied = pool.near[one].get(other) if one in pool.near else None
        if tied is None or tied.mean != -less:
            continue  # one of the two has grown since
        if _barred(pool.groups[one], pool.groups[other], rules):
            pool.part(one, other)
            continue
        pool.merge(one, other)
        for entry in pool.again(one):
            heappush(heap, entry)
    return sorted(sorted(members) for members in pool.groups.values())


@dataclass(slots=True)
class _Tie:
    """What two groups are to each other, one object for both.

    Attributes:
        total: the sum of the likeness of the pairs between them.
        mean: their mean likeness; 0 where it is below that from which groups come together. Then it stays 0 until one
            of the two takes in a group that is alike enough with the other: no mean is above those it is made of.
        behind: the least that such a pair is behind; None until somebody asks.
    """

    total: float
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
        self._sizes = {key: _counted([rules.homes[n] for n in members]) for key, members in self.groups.items()}
        bits = {home: 1 << n for n, home in enumerate(dict.fromkeys(rules.homes))}
        self._homes = {key: sum([bits[home] for home in sizes]) for key, sizes in self._sizes.items()}
        ranks = {n: rank for rank, n in enumerate(sorted(range(len(rules.keys)), key=rules.keys.__getitem__))}
        self._ranks = {key: min([ranks[n] for n in members]) for key, members in self.groups.items()}
        home = {number: key for key, members in self.groups.items() for number in members}
        for (a, b), score in scores.items():
            one, other = home[a], home[b]
            near = self.near[one]
            if other in near:
                near[other].total += score
            elif one != other:
                near[other] = self.near[other][one] = _Tie(score)

    def first(self, one: int) -> Iterator[_Entry]:
        """What the heap holds of a group at first: an entry for each later group that it is alike enough with."""
        least = self.least
        return self._entries(one, [(b, tie) for b, tie in self.near[one].items() if b > one and tie.total > least])

    def again(self, one: int) -> Iterator[_Entry]:
        """The same of a group that has grown, and all others."""
        return self._entries(one, [(other, tie) for other, tie in self.near[one].items() if tie.mean])

    def _entries(self, one: int, others: Iterable[tuple[int, _Tie]]) -> Iterator[_Entry]:
        """Weigh ties: the mean of the pairs of different sources is kept by each."""
        groups, homes, ranks, least, join = self.groups, self._homes, self._ranks, self.least, self.join
        own, home, size, rank = self._sizes[one], homes[one], len(groups[one]), ranks[one]
        for other, tie in others:
            total = tie.total
            pairs = size * len(groups[other])
            if home & homes[other]:
                pairs -= _of_one_source(own, self._sizes[other])
            mean = tie.mean = round(total / pairs, 9) if total > least * pairs else 0.0
            if mean < join:
                continue
            if tie.behind is None:  # kept, since groups are met again each time one grows
                tie.behind = min([self.rules.behind(a, b) for a in groups[one] for b in groups[other]])
            theirs = ranks[other]
            if rank < theirs:
                yield round(tie.behind - mean, 9), -mean, rank, theirs, one, other
            else:
                yield round(tie.behind - mean, 9), -mean, theirs, rank, other, one

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
                ours[third] = row[one] = tie
                tie.behind = None
            else:
                mine.total += tie.total
                mine.mean = max(mine.mean, tie.mean)
                if mine.behind is not None:
                    mine.behind = None if tie.behind is None else min(mine.behind, tie.behind)
        for third in ours.keys() - theirs.keys():
            ours[third].behind = None
        self.groups[one] += self.groups.pop(other)
        sizes = self._sizes[one]
        for slug, count in self._sizes.pop(other).items():
            sizes[slug] = sizes.get(slug, 0) + count
        self._homes[one] |= self._homes.pop(other)
        self._ranks[one] = min(self._ranks[one], self._ranks.pop(other))


def _barred(ours: Sequence[int], theirs: Sequence[int], rules: Rules) -> bool:
    """Whether any claim of two groups may not be with one of the other."""
    for a in ours:
        for b in theirs:
            if rules.barred(a, b):
                return True
    return False


def _counted(homes: Sequence[str]) -> dict[str, int]:
    return {homes[0]: 1} if len(homes) == 1 else dict(Counter(homes))


def _of_one_source(ours: Mapping[str, int], theirs: Mapping[str, int]) -> int:
    """How many pairs of claims of two groups are of one source."""
    fewer, more = (ours, theirs) if len(ours) <= len(theirs) else (theirs, ours)
    return sum([count * more[slug] for slug, count in fewer.items() if slug in more])


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
        if not _barred(found[one], found[other], rules):
            found[one] += found[other]
            home.update(dict.fromkeys(found.pop(other), one))
    return sorted(sorted(members) for members in found.values())


def _begin(count: int, together: Iterable[frozenset[int]]) -> dict[int, list[int]]:
    placed = {number: min(group) for group in together for number in group}
    groups: dict[int, list[int]] = {}
    for number in range(count):
        groups.setdefault(placed.get(number, number), []).append(number)
    return groups
