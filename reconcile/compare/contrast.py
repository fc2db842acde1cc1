"""Which of several values that two sources give of one topic are set against each other, and which are of two things.

What comes in: the pairs of their claims with what was found of each. What goes out: the same, where a value that has
its match in the other source is called apart from no other; but for two counts of one thing, as of a toll that grew.
"""

from collections.abc import Sequence
from typing import Final

from reconcile.compare import tally
from reconcile.compare.finding import Comparison
from reconcile.compare.pair import Pair
from reconcile.compare.relation import APART, FIT, LOOSE, Relation
from reconcile.compare.side import Side
from reconcile.compare.values import compare_figures
from reconcile.compare.words import known
from reconcile.model import Dimension, Outcome

TOLD_APART: Final[Relation[Pair]] = Relation(
    "told_apart", Dimension.FIGURE, Outcome.NOT_COMPARABLE,
    "one of the sources gives another value of this kind that fits better, so it speaks of two things",
    explanation="scope",
)  # fmt: skip

TWICE: Final = "one of the sources gives another count of it as well"
Compared = tuple[Pair, Comparison]
End = tuple[bool, tuple[str, str, str]]  # whether of the left source, and its reading


def contrasted(found: Sequence[Compared]) -> list[Compared]:
    """The same, with each value called apart from one thing of the other source at most; the nearest pair comes first.

    "Nine died" here, "nine died" and "four died on the bridge" there: the second source itself tells nine from four, so
    nine and four are no difference between the two. Where it tells one count twice, both are set against the nine.
    """
    apart = [n for n, (_, said) in enumerate(found) if said.outcome in APART]
    if not apart:
        return list(found)
    matches: dict[End, list[Side]] = {}
    loosely: dict[End, list[Side]] = {}
    for pair, said in found:
        if said.outcome in FIT and said.code not in LOOSE and not _part_alone(pair):
            for end, match in _ends_met(pair):
                (loosely if _by_bound(pair, said) else matches).setdefault(end, []).append(match)
    result: dict[int, Comparison] = {}
    for n in sorted(apart, key=lambda n: (-nearness(found[n][0]), n)):
        pair, said = found[n]
        met = _ends_met(pair)
        own = [(other, match) for end, match in met for other in matches.get(end, ())]
        bound = [(other, match) for end, match in met for other in loosely.get(end, ())]
        # what lies within a bound alone is a match of bodies that were found, which are no more than the dead
        rivals = [*own, *bound] if _bodies(pair.left) != _bodies(pair.right) else own
        if not all(_of_one_count(other, match) for other, match in rivals):
            result[n] = _told_apart(said)
            continue
        if any(other.reading != match.reading for other, match in (*own, *bound)):
            result[n] = _told_twice(said)
        for end, match in met:
            matches.setdefault(end, []).append(match)
    return [(pair, result.get(n, said)) for n, (pair, said) in enumerate(found)]


def _ends_met(pair: Pair) -> tuple[tuple[End, Side], ...]:
    """Both ends of a pair, each with the side of the other source that it meets."""
    return ((True, pair.left.reading), pair.right), ((False, pair.right.reading), pair.left)


def _of_one_count(one: Side, other: Side) -> bool:
    """Whether one source tells one count of people twice, as it grew or as others give it.

    "Nine were dead at noon" and "the toll rose to 15", "at least 120 died" and "so far 120 people": a toll elsewhere
    differs from both. No article contradicts itself, so two counts that would conflict are of two things; two lower
    bounds may be, as may "at least seven died" and "seven bodies were found by six".
    """
    if one.reading == other.reading:
        return True
    pair = Pair(one, other)
    if one.claim.figure is None or not tally.counted(pair):
        return False
    if tally.counting(one) or tally.counting(other):
        return True
    said, (p, q) = compare_figures(pair), pair.figures
    if said.outcome is Outcome.DIFFERS:
        return said.code != "bounds_differ"
    one_number = p.low == q.low if p.value is None else p.value == q.value
    return said.outcome in FIT and one_number and _bodies(one) == _bodies(other)


def _by_bound(pair: Pair, said: Comparison) -> bool:
    """Whether a toll only lies within the bound of another, as the tolls of many things do: "at least 80", 153."""
    return said.code == "bounds_compatible" and tally.counted(pair) and pair.figures[0].low != pair.figures[1].low


def _bodies(side: Side) -> bool:
    """Whether it counts the dead that were found."""
    return not side.subject.counted.isdisjoint(known().remains)


def _part_alone(pair: Pair) -> bool:
    """Whether one alone is a part, which fits any whole: "23 died", "at least 12 of them were police officers"."""
    a, b = pair.both
    figures = pair.left.claim.figure and pair.right.claim.figure
    return bool(figures) and pair.figures[0] != pair.figures[1] and "part" in a.marks ^ b.marks


def nearness(pair: Pair) -> float:
    """How much two claims have in common beside their values; the more the nearer."""
    a, b = pair.both
    return pair.shared + len(a.names & b.names) + 2 * bool(a.measure and a.measure == b.measure) + pair.alike


def _told_apart(said: Comparison) -> Comparison:
    return said._replace(
        code=TOLD_APART.code,
        outcome=TOLD_APART.outcome,
        because=TOLD_APART.because,
        explanation=TOLD_APART.explanation,
        settles="",
        notes=(),
        steps=(*said.steps, f"contrast: {TOLD_APART.because}"),
    )


def _told_twice(said: Comparison) -> Comparison:
    """A contradiction called a difference, since one of the sources gives more than one count of it."""
    if said.outcome is not Outcome.CONFLICTS:
        return said
    steps = (*said.steps, f"cap: differs, not conflicts: {TWICE}")
    return said._replace(outcome=Outcome.DIFFERS, explanation="as_of", notes=(TWICE,), steps=steps, surmised=True)
