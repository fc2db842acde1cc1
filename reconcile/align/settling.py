"""Every value where it is nearest: what came together first stands in the way of what belongs together.

"Orla Venn received 38.4 percent" may meet "in the port Orla Venn had 71" before it meets "Venn got 38.4 percent", and
then one article tells the two apart. So once all groups of a story stand, a value that is plainly nearer to one of
another group goes there; another value of its own article that is less near to that group makes room, and stays alone.
What comes in: the groups of a story, and what is known of their claims. What goes out: the groups. Each value moves
once, that which gains most first, so that it ends, whatever the order of the sources.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from reconcile.align.cluster import Rules
from reconcile.align.mates import UNMATED, Standing, told_at_length
from reconcile.align.nearest import common
from reconcile.align.values import of_one_size, one_value, values_apart, values_meet

LEAST = 0.2  # how near a value is to one of the group that it goes to
PLAINLY = 0.25  # … where such a value is told of many things: a date, a length of time, "two"
CLEAR = 0.06  # how much nearer than to any of a third group
AHEAD = 0.1  # … than to any of its own group
LARGE = 1200  # claims of a story: in more, as in books, every value is near to many


def settled(
    groups: Sequence[Sequence[int]], stories: Mapping[str, int], known: Standing, rules: Rules, fixed: Collection[int]
) -> list[list[int]]:
    """The groups of all stories, each value where it is nearest.

    Args:
        groups: numbers of claims, as they came together.
        stories: the number of each source's story.
        known: what is known of every claim.
        rules: what else holds.
        fixed: claims that stay where they are.
    """
    by_story: dict[int, list[Sequence[int]]] = defaultdict(list)
    for group in groups:
        by_story[stories[rules.homes[group[0]]]].append(group)
    found: list[list[int]] = []
    for told in by_story.values():
        if told_at_length(told, known) and sum(map(len, told)) <= LARGE:
            found += _Story(told, known, rules, fixed).settle()
        else:
            found += map(list, told)
    return sorted(map(sorted, found))


@dataclass(frozen=True, slots=True)
class _Move:
    """A value that is nearer to a group than to its own.

    Attributes:
        gain: how much nearer all values of both groups are to the nearest of theirs.
        unit: the claims by which its article says it.
        group: the number of the group that it goes to.
        out: what makes room for it there.
    """

    gain: float
    unit: frozenset[int]
    group: int
    out: frozenset[int]


class _Story:
    """The groups of one story as they are now."""

    def __init__(self, groups: Sequence[Sequence[int]], known: Standing, rules: Rules, fixed: Collection[int]) -> None:
        self._groups = {number: set(group) for number, group in enumerate(groups)}
        self._home = {claim: number for number, group in self._groups.items() for claim in group}
        self._known, self._rules = known, rules
        self._kin: dict[int, dict[int, float]] = {claim: {} for claim in self._home}
        by_kind: dict[str, list[int]] = defaultdict(list)
        for claim in sorted(self._home):
            by_kind[known.readings[claim].kind].append(claim)
        self._beside: dict[tuple[str, str], list[int]] = defaultdict(list)  # by source and kind
        for claim in self._home:
            self._beside[rules.homes[claim], known.readings[claim].kind].append(claim)
        for kind in by_kind.keys() - UNMATED:
            for a, b in combinations(by_kind[kind], 2):
                if rules.homes[a] == rules.homes[b]:
                    continue
                # "310,000 tonnes" in like words does not hold "6.1 million" back from another "6.1 million tonnes".
                near = known.near(a, b) - values_apart(known.readings[a], known.readings[b])
                if near > 0:
                    self._kin[a][b] = self._kin[b][a] = near
        # What is less near than this is neither where a value goes to nor in its way.
        self._beckons = {
            claim: {other: near for other, near in kin.items() if near + AHEAD > LEAST}
            for claim, kin in self._kin.items()
        }
        self._aims: dict[int, int] = {}  # by claim the group that its value is nearest to
        self._stay = set(fixed) | {claim for claim in self._home if known.readings[claim].kind in UNMATED}

    def settle(self) -> list[list[int]]:
        """Move values until none gains by it."""
        moves = {claim: self._move(claim) for claim in self._home}
        while move := min(filter(None, moves.values()), key=self._order, default=None):
            moves |= {claim: self._move(claim) for claim in self._done(move)}
        return [list(group) for group in self._groups.values() if group]

    def _done(self, move: _Move) -> list[int]:
        """Make a move; the claims that it bears on, which must be looked at again."""
        moved = move.unit | move.out
        changed = {move.group, *(self._home[claim] for claim in moved)}
        self._put(move.unit, move.group)
        for alone in sorted(move.out):
            self._put({alone}, max(self._groups) + 1)
        self._stay |= moved
        changed |= {self._home[claim] for claim in moved}
        stirred = changed | {self._home[kin] for claim in moved for kin in self._beckons[claim]}
        return [c for c, home in self._home.items() if home in stirred or self._aims.get(c) in changed]

    def _order(self, move: _Move) -> tuple[float, str, str]:
        keys = self._rules.keys
        return -move.gain, min(keys[n] for n in move.unit), min(keys[n] for n in self._groups[move.group])

    def _put(self, claims: Collection[int], group: int) -> None:
        for claim in claims:
            self._groups[self._home[claim]].remove(claim)
            self._groups.setdefault(group, set()).add(claim)
            self._home[claim] = group

    def _move(self, claim: int) -> _Move | None:
        """Where a claim's value moves to, if it gains by it; told by the first of the claims that say the value."""
        self._aims.pop(claim, None)
        if claim in self._stay:
            return None
        unit, home = self._unit(claim), self._home[claim]
        if claim != min(unit) or not self._stay.isdisjoint(unit):
            return None
        near: dict[int, float] = defaultdict(float)
        for one in unit:
            for other, told in self._beckons[one].items():
                if other not in unit:
                    near[self._home[other]] = max(told, near[self._home[other]])
        here = near.pop(home, 0.0)
        first, second, *_ = (*sorted(near, key=lambda number: -near[number]), -1, -1)
        least = PLAINLY if common(self._known.readings[claim]) else LEAST
        if near[first] < max(least, here + AHEAD, near[second] + CLEAR):
            return None
        self._aims[claim] = first
        group = self._groups[first]
        out = frozenset(o for o in group if any(self._rules.barred(n, o) for n in unit))
        told = self._near(unit, group - out)
        if told < max(least, here + AHEAD) or not self._may(unit, group, out, told):
            return None
        own = self._groups[home]
        before = self._worth(own) + self._worth(group)
        gain = round(self._worth(own - unit) + self._worth((group - out) | unit) - before, 9)
        return _Move(gain, unit, first, out) if gain > 0 else None

    def _unit(self, claim: int) -> frozenset[int]:
        """The claims of a group that say one value: those of one article, and of others if it is not met by chance."""
        readings, group = self._known.readings, self._groups[self._home[claim]]
        kin = [n for n in group if readings[n].kind == readings[claim].kind]
        same = [n for n in kin if n == claim or one_value(readings[n], readings[claim])]
        return frozenset(same) | {
            n
            for n in kin
            if any(self._of_kin(n, one) and values_meet(readings[n].claim, readings[one].claim) for one in same)
        }

    def _of_kin(self, one: int, other: int) -> bool:
        """Whether two claims give values of one kind in one article."""
        same = self._known.readings[one].kind == self._known.readings[other].kind
        return same and self._rules.homes[one] == self._rules.homes[other]

    def _rivals(self, one: int, unit: Collection[int]) -> bool:
        """Whether a claim gives a value of the kind of some in an article of theirs."""
        return any(self._of_kin(one, other) for other in unit)

    def _near(self, unit: Collection[int], group: Collection[int]) -> float:
        """How near a value is to the nearest of its kind in a group; 0 where there is none."""
        return max((self._kin[n].get(o, 0.0) for n in unit for o in group), default=0.0)

    def _worth(self, group: Collection[int]) -> float:
        """How near the nearest values of any two articles of a group are, all in all."""
        near: dict[tuple[str, str], float] = {}
        for one, other in combinations(sorted(group), 2):
            pair = self._rules.homes[one], self._rules.homes[other]
            ends = min(pair), max(pair)
            near[ends] = max(near.get(ends, 0.0), self._kin[one].get(other, 0.0))
        return sum(near.values())

    def _may(self, unit: frozenset[int], group: Collection[int], out: frozenset[int], near: float) -> bool:
        """Whether a value may go to a group where it is so near, and what is in its way make room."""
        readings, claim = self._known.readings, min(unit)
        if not self._stay.isdisjoint(out) or not all(self._rivals(o, unit) for o in out):
            return False
        own = readings[claim].claim
        beside = {(self._rules.homes[n], readings[n].kind) for n in unit}
        others = [o for key in beside for o in self._beside[key] if not values_meet(readings[o].claim, own)]
        if any(self._near({o}, set(group) - out) > near - (AHEAD if o in out else CLEAR) for o in others):
            return False
        if any(self._rivals(o, unit) for o in set(group) - out):
            return False  # its article says it there already
        met = [(n, o) for n in unit for o in set(group) - out if readings[o].kind == readings[claim].kind]
        sized = any(of_one_size(readings[a].claim, readings[b].claim) for a, b in met)
        other = [self._known.strange(a, b) for a, b in met]
        return sized and not (all(other) if readings[claim].kind == "hour" else any(other))
