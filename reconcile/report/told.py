"""The findings of a topic as they are told: what holds of several pairs for one reason is told once.

Twelve claims make up to 66 pairs; nobody reads 66 sentences that say "the figures are the same". What comes in: the
pairs of a View. What goes out: Statements, in the order in which their first pairs stand.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from reconcile.model import Finding, Outcome
from reconcile.report import words
from reconcile.report.view import Pair, Row, View

_SAME_MATTER = "they speak of the same matter, in words that can both hold"
_FITS = (Outcome.AGREE, Outcome.COMPATIBLE)


@dataclass(frozen=True, slots=True)
class Statement:
    """One finding, or several that say the same of other pairs.

    Attributes:
        ends: the rows by number: "1 = 3 = 4" where any two stand so, else one with others: "2 ≈ 3, 4".
        finding: the first of them.
        text: why: the whole sentence of the first where the values matter, else what holds of all.
        others: further claims that a calculation rests on.
    """

    ends: str
    finding: Finding
    text: str
    others: tuple[Row, ...] = ()


def statements(view: View) -> tuple[Statement, ...]:
    """What was found in a topic."""
    alike: dict[tuple[str, ...], list[Pair]] = {}
    for pair in view.told:
        alike.setdefault(_gist(view, pair), []).append(pair)
    return tuple(_statement(view, pairs) for pairs in alike.values())


def runs(numbers: Iterable[int]) -> Iterator[str]:
    """Numbers in order, three and more in a row as one run: 1, 2, 3, 5 as "1–3" and "5"."""
    ordered = sorted(set(numbers))
    while ordered:
        length = next((n for n, number in enumerate(ordered) if number != ordered[0] + n), len(ordered))
        run, ordered = (ordered[:length], ordered[length:]) if length > 2 else (ordered[:1], ordered[1:])
        yield f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0])


def _ends(view: View, pairs: Sequence[Pair]) -> str:
    """Which rows the pairs are of."""
    sign = words.GLYPH[pairs[0].finding.outcome]
    couples = [(pair.left, pair.right) for pair in pairs if pair.right is not None]
    if not couples:
        return ", ".join(f"{pair.left} {sign}" for pair in pairs)
    found = []
    for group in _connected(couples):
        if _each_with_each(view, group, couples):
            found.append(f" {sign} ".join(map(str, group)))
        elif pairs[0].alike:  # whoever speaks of the matter speaks of it with all
            found.append(f"{', '.join(runs(group))} {sign}")
        else:
            stars = _stars([couple for couple in couples if couple[0] in group])
            found += [f"{', '.join(map(str, hubs))} {sign} {', '.join(map(str, rest))}" for hubs, rest in stars]
    return "; ".join(found)


def _each_with_each(view: View, group: Sequence[int], couples: Iterable[tuple[int, int]]) -> bool:
    """Whether any two of the rows stand so to each other; two of one source are not asked."""
    known = set(map(frozenset, couples))
    return all(
        frozenset((a, b)) in known or view.rows[a - 1].source.slug == view.rows[b - 1].source.slug
        for a, b in combinations(group, 2)
    )


def _gist(view: View, pair: Pair) -> tuple[str, ...]:
    """What findings must have in common to be told as one: of values that stand apart the two readings, too."""
    finding = pair.finding
    if pair.alike:
        return finding.outcome, finding.relation
    if pair.others or pair.right is None or not finding.gist:
        return finding.outcome, finding.relation, finding.because
    apart = finding.outcome in (Outcome.DIFFERS, Outcome.CONFLICTS)
    values = sorted(view.rows[number - 1].value for number in (pair.left, pair.right)) if apart else ()
    return finding.outcome, finding.relation, finding.gist, *values


def _statement(view: View, pairs: Sequence[Pair]) -> Statement:
    finding = pairs[0].finding
    whole = len(pairs) == 1 or finding.outcome not in (*_FITS, Outcome.NOT_COMPARABLE)
    text = f"{_SAME_MATTER}." if pairs[0].alike else finding.because if whole else f"{finding.gist}."
    return Statement(_ends(view, pairs), finding, text, pairs[0].others)


def _connected(couples: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers in groups: who is coupled to whom, also by way of others."""
    groups: list[set[int]] = []
    for couple in couples:
        met = [group for group in groups if not group.isdisjoint(couple)]
        groups = [*(group for group in groups if group not in met), set(couple).union(*met)]
    return sorted(map(sorted, groups))


def _stars(couples: Sequence[tuple[int, int]]) -> list[tuple[list[int], list[int]]]:
    """The couples by the number that most of those left have in common: (2, 3), (2, 4), (1, 2) are 2 with 1, 3, 4.

    Numbers that stand to the same others are told together.
    """
    left, found = list(couples), dict[tuple[int, ...], list[int]]()
    while left:
        counts = Counter(number for couple in left for number in couple)
        hub = min(counts, key=lambda number: (-counts[number], number)) if len(left) > 1 else left[0][0]
        rest = sorted({other for couple in left if hub in couple for other in couple} - {hub})
        found.setdefault(tuple(rest), []).append(hub)
        left = [couple for couple in left if hub not in couple]
    return sorted((sorted(hubs), list(rest)) for rest, hubs in found.items())
