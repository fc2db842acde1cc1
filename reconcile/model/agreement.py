"""How far reviewers agree: their decisions on the same topics, and the usual statistics over them.

What comes in: a Dossier. What goes out: an Agreement. A decision that is missing, taken back or put off is no rating,
nor is an adjudication: every statistic is reckoned over what was decided, and is None where that says nothing.

Sources: Cohen (1960), A coefficient of agreement for nominal scales; Fleiss (1971), Measuring nominal scale agreement
among many raters; Krippendorff (2011), Computing Krippendorff's alpha-reliability (nominal data).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from reconcile.model.dossier import Dossier
from reconcile.model.verdict import Decision

Ratings = Mapping[str, Mapping[str, str]]  # by topic, then by reviewer: the decision


@dataclass(frozen=True, slots=True)
class Two:
    """Two reviewers over the topics that both decided.

    Attributes:
        both, same: how many topics, and on how many of them the decision is the same.
        kappa: Cohen's, from -1 to 1.
    """

    left: str
    right: str
    both: int
    same: int
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the reviewers of a desk agree.

    Attributes:
        reviewers: who decided anything, and on how many topics.
        fleiss: kappa over the topics that every reviewer decided.
        alpha: Krippendorff's, over all topics that at least two decided.
        differing: the topics on which decisions differ, with each reviewer's, in the dossier's order.
    """

    reviewers: Mapping[str, int]
    pairs: tuple[Two, ...]
    fleiss: float | None
    alpha: float | None
    differing: Ratings


def agreement(dossier: Dossier) -> Agreement:
    """How far the reviewers agree, topic by topic; stale verdicts count, since they were given on the same words."""
    rated = ratings(dossier)
    names = sorted({name for row in rated.values() for name in row})
    whole = [row for row in rated.values() if len(row) == len(names)]
    return Agreement(
        reviewers={name: sum(name in row for row in rated.values()) for name in names},
        pairs=tuple(_two(rated, left, right) for left, right in combinations(names, 2)),
        fleiss=fleiss([Counter(row.values()) for row in whole]),
        alpha=alpha([list(row.values()) for row in rated.values()]),
        differing={topic: row for topic, row in rated.items() if len(set(row.values())) > 1},
    )


def ratings(dossier: Dossier) -> Ratings:
    """What each reviewer decided of each topic; a decision lies in the log as one line a claim."""
    found: dict[str, dict[str, str]] = {}
    for topic in dossier.topics:
        given = (verdict for claim in topic.claims for verdict in dossier.verdicts_of(claim) if not verdict.role)
        row = {verdict.by: verdict.decision.value for verdict in given if verdict.decision is not Decision.DEFERRED}
        if row:
            found[topic.id] = dict(sorted(row.items()))
    return found


def _two(rated: Ratings, left: str, right: str) -> Two:
    both = [(row[left], row[right]) for row in rated.values() if left in row and right in row]
    return Two(left, right, len(both), sum(a == b for a, b in both), cohen(both))


def cohen(both: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two raters; None where chance alone would make them agree, or there is nothing."""
    if not both:
        return None
    lefts, rights = Counter(a for a, _ in both), Counter(b for _, b in both)
    chance = sum(lefts[code] * rights[code] for code in lefts) / len(both) ** 2
    return _beyond(sum(a == b for a, b in both) / len(both), chance)


def fleiss(counts: Sequence[Mapping[str, int]]) -> float | None:
    """Fleiss' kappa of units that all have the same number of ratings: for each, how many gave each code."""
    raters = sum(counts[0].values()) if counts else 0
    if raters < 2:
        return None
    pairs = raters * (raters - 1)
    observed = sum(sum(n * (n - 1) for n in unit.values()) / pairs for unit in counts) / len(counts)
    total: Counter[str] = Counter()
    for unit in counts:
        total.update(unit)
    chance = sum((n / (raters * len(counts))) ** 2 for n in total.values())
    return _beyond(observed, chance)


def alpha(units: Sequence[Sequence[str]]) -> float | None:
    """Krippendorff's alpha for nominal data; units with fewer than two ratings say nothing and are left out."""
    rated = [unit for unit in units if len(unit) > 1]
    total = Counter(code for unit in rated for code in unit)
    values = sum(total.values())
    if len(total) < 2:
        return None
    apart = sum((len(unit) ** 2 - sum(n * n for n in Counter(unit).values())) / (len(unit) - 1) for unit in rated)
    by_chance = (values**2 - sum(n * n for n in total.values())) / (values - 1)
    return 1 - apart / by_chance


def _beyond(observed: float, chance: float) -> float | None:
    return None if chance == 1 else (observed - chance) / (1 - chance)
