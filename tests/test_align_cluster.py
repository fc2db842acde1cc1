"""Clustering against the same said plainly: at each step every two groups are weighed, and the first pair joins."""

from collections.abc import Mapping
from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from reconcile.align.cluster import Rules, cluster

JOIN = 0.25
SOURCES = "abcd"

Pair = tuple[int, int]


@st.composite
def told(draw: st.DrawFn) -> tuple[dict[Pair, float], Rules, list[frozenset[int]]]:
    """Claims of a few sources: how alike they are, what is against it, and two that are together from the first."""
    homes = sorted(draw(st.lists(st.sampled_from(SOURCES), min_size=2, max_size=9)))
    all_pairs = list(combinations(range(len(homes)), 2))
    across = [(a, b) for a, b in all_pairs if homes[a] != homes[b]]
    some = st.sampled_from(all_pairs)
    likeness = {pair: draw(st.sampled_from((0.0, 0.2, 0.25, 0.3, 0.55))) for pair in across}
    scores = {pair: alike for pair, alike in likeness.items() if alike}
    barred, behind = draw(st.frozensets(some, max_size=3)), draw(st.dictionaries(some, st.sampled_from((0.05, 0.2))))
    keys = draw(st.permutations([f"{home}.{number}" for number, home in enumerate(homes)]))
    rules = Rules(
        keys,
        homes,
        lambda a, b: "apart" if (min(a, b), max(a, b)) in barred else "",
        lambda a, b: behind.get((min(a, b), max(a, b)), 0.0),
    )
    return scores, rules, [frozenset(pair) for pair in draw(st.lists(some, max_size=1))]


def plainly(scores: Mapping[Pair, float], rules: Rules, together: list[frozenset[int]]) -> list[list[int]]:
    """The groups, by looking at everything again and again."""
    alone = set(range(len(rules.keys))).difference(*together)
    groups = [*map(set, together), *({number} for number in alone)]

    def rank(pair: tuple[set[int], set[int]]) -> tuple[float, float, list[str]] | None:
        across = [(a, b) for a, b in product(*pair) if rules.homes[a] != rules.homes[b]]
        if not across or any(rules.barred(a, b) for a, b in product(*pair)):
            return None
        mean = round(sum(scores.get((min(a, b), max(a, b)), 0.0) for a, b in across) / len(across), 9)
        behind = min(rules.behind(a, b) for a, b in product(*pair))
        first = sorted(min(rules.keys[number] for number in group) for group in pair)
        return (round(behind - mean, 9), -mean, first) if mean >= JOIN else None

    while ranked := [(found, pair) for pair in combinations(groups, 2) if (found := rank(pair))]:
        _, (one, other) = min(ranked, key=lambda row: row[0])
        groups = [group for group in groups if group not in (one, other)] + [one | other]
    return sorted(map(sorted, groups))


@given(told())
def test_clustering_is_what_joining_the_first_of_all_pairs_comes_to(
    claims: tuple[dict[Pair, float], Rules, list[frozenset[int]]],
) -> None:
    scores, rules, together = claims
    assert cluster(scores, rules, JOIN, together) == plainly(scores, rules, together)
