"""The last round of mates: what a group gives of each kind looks for its mate on its own.

"The culling of 48,000 hens ended on Sunday" stands with other days on which the culling ended, while the 84,000 hens of
the other articles stand elsewhere. What comes in: the groups of all stories, every value settled where it is nearest.
What goes out: the groups, with the values of a kind moved to their mates; what finds none stays where it was,
as does what a reviewer put there.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reconcile.align.cluster import Rules
from reconcile.align.mates import UNMATED, Bar, Standing, mated


def mated_by_kind(
    groups: Sequence[Sequence[int]], stories: Mapping[str, int], known: Standing, rules: Rules, join: float
) -> list[list[int]]:
    """The groups of all stories, the values of one kind made one with their mates.

    Args:
        groups: as they were settled.
        stories: the number of each source's story.
        known: what is known of their claims.
        rules: what else holds.
        join: the likeness from which claims come together otherwise.
    """
    home = {number: at for at, group in enumerate(groups) for number in group}
    held = [not rules.fixed.isdisjoint(group) for group in groups]
    parts = [part for group, stays in zip(groups, held, strict=True)
             for part in ([list(group)] if stays else _parts(group, known))]  # fmt: skip
    found: dict[int, list[int]] = defaultdict(list)
    for number, told in enumerate(mated(parts, stories, known, rules, Bar.by_kind(join)), len(groups)):
        host = _host(told, home, held)
        left = set(groups[host]).difference(told)
        if any(rules.barred(a, b) for a in told if home[a] != host for b in left):
            host = number  # its mate alone it may be with
        found[host] += told
    return sorted(sorted(group) for group in found.values())


def _parts(group: Sequence[int], known: Standing) -> list[list[int]]:
    """A group by the kinds of its values; what has no value that could be mated stays with the largest."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for number in group:
        by_kind[known.readings[number].kind].append(number)
    valued = sorted((kind for kind in by_kind if kind not in UNMATED), key=lambda kind: (-len(by_kind[kind]), kind))
    if not valued:
        return [list(group)]
    first = [number for kind in by_kind if kind == valued[0] or kind in UNMATED for number in by_kind[kind]]
    return [sorted(first), *(by_kind[kind] for kind in valued[1:])]


def _host(told: Sequence[int], home: Mapping[int, int], held: Sequence[bool]) -> int:
    """The group that what came together goes to: one that stays, else the one that most of it comes from, the first."""
    count: dict[int, int] = defaultdict(int)
    for number in told:
        count[home[number]] += 1
    return min(count, key=lambda at: (not held[at], -count[at], at))
