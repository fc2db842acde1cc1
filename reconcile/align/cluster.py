"""From pairs to topics, without chaining: two groups come together only where their claims are alike on the whole.

What comes in: how alike pairs of claims of different sources are, and what else holds of two claims. What goes out:
groups of numbers. Average linkage over the pairs of different sources; a pair never looked at counts as nothing alike.
Ties are broken by the claims' ids, so that the order of the sources does not matter.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

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
        fixed: those that a reviewer put where they are.
    """

    keys: Sequence[str]
    homes: Sequence[str]
    barred: Callable[[int, int], str]
    behind: Callable[[int, int], float]
    fixed: frozenset[int] = frozenset()


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
    heap = [entry for one in pool.near if (entry := pool.first(one))]
    heapify(heap)
    while heap:
        _, less, _, _, one, other = heappop(heap)
        if one not in pool.near:
            continue
        tie = pool.near[one].get(other)
        if tie is not None and tie.mean == -less:  # else one of the two has grown, or gone, since
            if _barred(pool.groups[one], pool.groups[other], rules):
                pool.part(one, other)
            else:
                pool.merge(one, other)
        if entry := pool.first(one):
            heappush(heap, entry)
    return sorted(sorted(members) for members in pool.groups.values())


@dataclass(slots=True)
class _Tie:
    """What two groups are to each other, one object for both.

    Attributes:
        total: the sum of the likeness of the pairs between them.
        mean: their mean likeness.
        behind: the least that such a pair is behind; None until somebody asks.
    """

    total: float
    mean: float = 0.0
    behind: float | None = None


class _Pool:
    """The groups as they are now.

    Attributes:
        groups: the claims of each.
        near: by group the ties with those that are alike enough with it. Of two that are not nothing is kept: that
            matters only where one of them takes in a group that is alike enough with the other, which is seldom, for no
            mean is above those it is made of.
    """

    def __init__(
        self, scores: Mapping[tuple[int, int], float], rules: Rules, join: float, together: Iterable[frozenset[int]]
    ) -> None:
        self.scores, self.rules, self.join = scores, rules, join
        self.groups = _begin(len(rules.keys), together)
        self.near: dict[int, dict[int, _Tie]] = {key: {} for key in self.groups}
        self._sizes = {key: _counted([rules.homes[n] for n in members]) for key, members in self.groups.items()}
        bits = {home: 1 << n for n, home in enumerate(dict.fromkeys(rules.homes))}
        self._homes = {key: sum([bits[home] for home in sizes]) for key, sizes in self._sizes.items()}
        ranks = {n: rank for rank, n in enumerate(sorted(range(len(rules.keys)), key=rules.keys.__getitem__))}
        self._ranks = {key: min([ranks[n] for n in members]) for key, members in self.groups.items()}
        home = {number: key for key, members in self.groups.items() for number in members}
        joint = {key for key, members in self.groups.items() if len(members) > 1}
        for (a, b), score in scores.items():
            if score < join or (one := home[a]) == (other := home[b]):
                continue
            if one in joint or other in joint:
                self._hold(one, other, _Tie(self._total(one, other)))
            else:  # most by far: two claims of two sources, and their likeness is the mean of it
                self.near[one][other] = self.near[other][one] = _Tie(score, round(score, 9))

    def first(self, one: int) -> _Entry | None:
        """What the heap holds of a group: the tie that comes before its others; None where it has none.

        A tie changes where one of its two groups grows, which is then looked at anew. So what the heap holds of the
        other is never behind the first of the ties that have stayed as they were.
        """
        best: _Entry | None = None
        rank = self._ranks[one]
        for other, tie in self.near[one].items():
            mean = tie.mean
            if best and best[0] < -mean:  # however little it is behind
                continue
            if tie.behind is None:
                tie.behind = self._behind(one, other)
            left = round(tie.behind - mean, 9)
            if best and best[0] < left:
                continue
            theirs = self._ranks[other]
            entry = left, -mean, *((rank, theirs) if rank < theirs else (theirs, rank)), one, other
            best = min(best, entry) if best else entry
        return best

    def part(self, one: int, other: int) -> None:
        """Forget that two groups are alike."""
        del self.near[one][other], self.near[other][one]

    def merge(self, one: int, other: int) -> None:
        """Put the second group into the first."""
        self.part(one, other)
        ours, theirs = self.near[one], self.near.pop(other)
        ties = {}
        for third in ours.keys() | theirs.keys():
            tie = ours.get(third) or _Tie(self._total(one, third))
            lost = theirs.get(third) or _Tie(self._total(other, third))
            if tie.behind is None and lost.behind is not None:  # what one knows is not asked again
                tie.behind = self._behind(one, third)
            elif lost.behind is None and tie.behind is not None:
                lost.behind = self._behind(other, third)
            ties[third] = tie, lost
        self.groups[one] += self.groups.pop(other)
        sizes = self._sizes[one]
        for slug, count in self._sizes.pop(other).items():
            sizes[slug] = sizes.get(slug, 0) + count
        self._homes[one] |= self._homes.pop(other)
        self._ranks[one] = min(self._ranks[one], self._ranks.pop(other))
        for third, (tie, lost) in ties.items():
            self.near[third].pop(other, None)
            tie.total += lost.total
            tie.behind = None if tie.behind is None or lost.behind is None else min(tie.behind, lost.behind)
            self._hold(one, third, tie)

    def _total(self, one: int, other: int) -> float:
        """The sum of the likeness of the pairs between two groups."""
        likeness, theirs = self.scores.get, self.groups[other]
        return sum([likeness((a, b) if a < b else (b, a), 0.0) for a in self.groups[one] for b in theirs])

    def _behind(self, one: int, other: int) -> float:
        """The least that a pair between two groups is behind."""
        behind, theirs = self.rules.behind, self.groups[other]
        return min([behind(a, b) for a in self.groups[one] for b in theirs])

    def _hold(self, one: int, other: int, tie: _Tie) -> None:
        """Keep a tie as long as its mean is at least that from which groups come together."""
        pairs = len(self.groups[one]) * len(self.groups[other])
        if self._homes[one] & self._homes[other]:
            pairs -= _of_one_source(self._sizes[one], self._sizes[other])
        tie.mean = round(tie.total / pairs, 9)
        if tie.mean >= self.join:
            self.near[one][other] = self.near[other][one] = tie
        else:
            self.near[one].pop(other, None)
            self.near[other].pop(one, None)


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
