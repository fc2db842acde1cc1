"""A Dossier beside what is known of its articles: what was joined, what was called apart, and how much of it rightly.

A claim is taken for a planted telling where its value stands on the same words. Pairs of tellings are counted; claims
that nothing was planted of are left out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from reconcile.model import Dossier, Outcome
from tests.bench.pile.write import Article, Telling

Pair = tuple[Telling, Telling]
_APART = (Outcome.DIFFERS, Outcome.CONFLICTS)


@dataclass
class Score:
    """What was counted.

    Attributes:
        told, read: planted tellings, and those of them that a claim was found for.
        pairs, joined, strangers: pairs of tellings of one fact; those in one topic; pairs of two facts in one topic.
        apart, found: pairs that exclude each other; those with a finding that says so.
        said, right: findings that call two planted tellings apart; those of them that exclude each other.
        conflicts, false: the same of `conflicts`, and those of one fact that fit or grew.
    """

    counts: Counter[str] = field(default_factory=Counter)

    def share(self, part: str, whole: str) -> str:
        """A share as people read it: "97.1 % of 1,204"."""
        of = self.counts[whole]
        return f"{self.counts[part] / of:6.1%} of {of:,}" if of else "     -"

    def rows(self) -> Iterator[tuple[str, str]]:
        """What is printed."""
        yield "planted values read as a claim", self.share("read", "told")
        yield "pairs of one fact joined (recall)", self.share("joined", "pairs")
        yield "joined pairs that are of one fact (precision)", self.share("joined", "together")
        yield "planted differences found (recall)", self.share("found", "apart")
        yield "values called apart that are (precision)", self.share("right", "said")
        yield "conflicts that are (precision)", self.share("conflicts right", "conflicts")


def excludes(one: Telling, other: Telling) -> bool:
    """Whether two tellings of one fact cannot both hold; a toll that grew from one day to the next excludes nothing."""
    later = one.grows and one.day != other.day
    return not later and (one.high < other.low or other.high < one.low)


def score(dossier: Dossier, articles: Iterable[Article], into: Score) -> None:
    """Count what a dossier makes of articles."""
    counts, known = into.counts, _known(dossier, articles, into)
    by_topic: dict[str, list[str]] = {topic.id: [c for c in topic.claims if c in known] for topic in dossier.topics}
    facts: dict[tuple[int, str], list[str]] = defaultdict(list)
    for claim, telling in known.items():
        facts[telling.fact].append(claim)
    for claims in facts.values():
        counts["pairs"] += len(claims) * (len(claims) - 1) // 2
        values = Counter((known[c].low, known[c].high, known[c].day, known[c].grows) for c in claims)
        like = {(t.low, t.high, t.day, t.grows): t for t in map(known.__getitem__, claims)}
        counts["apart"] += sum(
            values[a] * values[b] for a, b in combinations(sorted(values), 2) if excludes(like[a], like[b])
        )
    for claims in by_topic.values():
        counts["together"] += len(claims) * (len(claims) - 1) // 2
        counts["joined"] += sum(n * (n - 1) // 2 for n in Counter(known[c].fact for c in claims).values())
    _findings(dossier, known, counts)


def _findings(dossier: Dossier, known: dict[str, Telling], counts: Counter[str]) -> None:
    found: set[tuple[str, str]] = set()
    for finding in dossier.findings:
        if finding.outcome not in _APART or finding.left not in known or finding.right not in known:
            continue
        one, other = known[finding.left], known[finding.right]
        right = one.fact == other.fact and excludes(one, other)
        counts["said"] += 1
        counts["right"] += right
        if finding.outcome is Outcome.CONFLICTS:
            counts["conflicts"] += 1
            counts["conflicts right"] += right
        if right:
            found.add((min(finding.left, finding.right), max(finding.left, finding.right)))
    counts["found"] += len(found)


def _known(dossier: Dossier, articles: Iterable[Article], into: Score) -> dict[str, Telling]:
    """The claim that stands on each telling, by its id."""
    claims: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for claim in dossier.claims:
        if mention := claim.quantity or claim.when:
            claims[claim.source].append((mention.span.start, mention.span.end, claim.id))
    known: dict[str, Telling] = {}
    for article in articles:
        for telling in article.tellings:
            into.counts["told"] += 1
            if ident := _on(telling, claims[article.slug]):
                into.counts["read"] += 1
                known[ident] = telling
    return known


def _on(telling: Telling, claims: Sequence[tuple[int, int, str]]) -> str:
    return next((ident for start, end, ident in claims if start < telling.end and telling.start < end), "")
