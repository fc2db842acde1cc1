"""A topic compared: every two claims of two sources that have a value of one kind, then the words of what is left.

What comes in: a topic with its claims. What goes out: its findings, in the order of the topic's claims. The work is
bounded: where a topic is large, claims that read the same are compared once.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import isqrt
from typing import Final, NamedTuple

from reconcile.compare import arithmetic
from reconcile.compare.contrast import Compared, contrasted, nearness
from reconcile.compare.finding import alone, finding
from reconcile.compare.pair import Pair
from reconcile.compare.side import Articles, Side
from reconcile.compare.values import compare_dates, compare_figures
from reconcile.compare.vouched import vouched
from reconcile.compare.wording import compare_wording
from reconcile.model import Finding, Origin, Outcome, Topic

MANY: Final = 64  # pairs of claims of two sources; above it each reading of a source is compared once
MOST: Final = 12  # readings of one source in one topic that are compared at all
LEAST: Final = 3  # … however many sources there are
BUDGET: Final = 4000  # pairs of claims in one topic, beyond LEAST of each source
CROWD: Final = 24  # sources above which the first to give a reading speaks for those that give the same
WORDED: Final = 6  # claims of one source without a value that are compared by their words


def compare(topic: Topic, articles: Articles, origins: Sequence[Origin]) -> tuple[Finding, ...]:
    """The findings of a topic.

    Args:
        topic: claims about one thing.
        articles: all sources and claims; they hold all that the topic names.
        origins: which sources go back to one origin.
    """
    told = [articles.side(name) for name in topic.claims]
    by_source: dict[str, list[Side]] = {}
    for side in told:
        by_source.setdefault(side.claim.source, []).append(side)
    found: list[Compared] = []
    if len(by_source) > CROWD:
        by_source = _spoken_for(told)
    most = _share(len(by_source))
    for one, other in combinations(map(_Said.of, by_source.values()), 2):
        found += _between(one, other, most)
    found = vouched(found)
    reckoned = list(arithmetic.of_topic(told))
    done = {_ends(pair) for pair, _ in reckoned}
    found = [one for one in found if one[1].code != "same_matter" or _ends(one[0]) not in done] + reckoned
    findings = [finding(topic, pair, said, origins) for pair, said in found]
    if len({side.claim.source for side in told}) == 1:
        findings.append(alone(topic, told))
    return tuple(_once(findings))


def _share(sources: int) -> int:
    """How many readings of a source are compared with each other source: MOST for a few sources, fewer for many."""
    return min(MOST, max(LEAST, isqrt(2 * BUDGET // max(1, sources * (sources - 1)))))


def _spoken_for(told: Sequence[Side]) -> dict[str, list[Side]]:
    """Of a crowd of sources the first to give each reading, which speaks for those that give the same."""
    speakers = {side.reading: side for side in reversed(told)}
    found: dict[str, list[Side]] = {}
    for side in told:
        if speakers[side.reading] is side and (side.claim.source in found or len(found) < CROWD):
            found.setdefault(side.claim.source, []).append(side)
    return found


def _ends(pair: Pair) -> frozenset[str]:
    return frozenset((pair.left.claim.id, pair.right.claim.id))


def _once(findings: Sequence[Finding]) -> list[Finding]:
    return list({found.id: found for found in findings}.values())


class _Said(NamedTuple):
    """The claims of one source, which meet those of every other: all, those with a figure, a day, an hour."""

    sides: list[Side]
    figures: list[Side]
    days: list[Side]
    hours: list[Side]

    @classmethod
    def of(cls, sides_: list[Side]) -> "_Said":
        figures = [side for side in sides_ if side.claim.figure is not None]
        dated = [side for side in sides_ if side.claim.date is not None]
        return cls(sides_, figures, *([s for s in dated if bool(s.when.clock) is timed] for timed in (False, True)))


def _between(ours: _Said, theirs: _Said, most: int) -> list[Compared]:
    """What is found between the claims of two sources."""
    found: list[Compared] = []
    for mine, others, compared in (
        (ours.figures, theirs.figures, compare_figures),
        (ours.days, theirs.days, compare_dates),
        (ours.hours, theirs.hours, compare_dates),
    ):
        if mine and others:
            found += contrasted([(pair, compared(pair)) for pair in _pairs(mine, others, most)])
    return found + list(_worded(ours.sides, theirs.sides, found))


def _pairs(ours: Sequence[Side], theirs: Sequence[Side], most: int) -> Iterator[Pair]:
    if len(ours) * len(theirs) > MANY or max(len(ours), len(theirs)) > most:
        ours, theirs = _readings(ours)[:most], _readings(theirs)[:most]
    return (Pair(one, other) for one in ours for other in theirs)


def _readings(sides_: Sequence[Side]) -> list[Side]:
    """The first claim of each reading."""
    return list({side.reading: side for side in reversed(sides_)}.values())[::-1]


def _worded(ours: Sequence[Side], theirs: Sequence[Side], found: Sequence[Compared]) -> Iterator[Compared]:
    """The claims whose values say nothing to each other, each by its words with the other source's most alike claim.

    A claim that has a value is not set against one whose value has found its match.
    """
    settled = {side.claim.id for pair, said in found if said.outcome is not Outcome.NOT_COMPARABLE
               for side in (pair.left, pair.right)}  # fmt: skip
    if all(side.claim.id in settled for side in (*ours, *theirs)):
        return
    done = {_ends(pair) for pair, _ in found}
    for mine, others in ((ours, theirs), (theirs, ours)):
        for one in [side for side in mine if side.claim.id not in settled][:WORDED]:
            left_over = [o for o in others[:MOST] if not (_valued(one) and _valued(o) and o.claim.id in settled)]
            left_over = [o for o in left_over if frozenset((one.claim.id, o.claim.id)) not in done]
            free = [Pair(one, o) if mine is ours else Pair(o, one) for o in left_over]
            if free:
                best = max(free, key=nearness) if len(free) > 1 else free[0]
                done.add(_ends(best))
                settled |= _ends(best)
                yield best, compare_wording(best)


def _valued(side: Side) -> bool:
    return side.claim.quantity is not None or side.claim.when is not None
