"""A dossier of any size made without the pipeline, and a reviewer at it whose verdicts go to a real log."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from reconcile.desk import Workspace, init
from reconcile.desk.contents import stamps
from reconcile.desk.verdict_log import read_logs
from reconcile.model import (
    Block,
    Claim,
    Dimension,
    Dossier,
    Finding,
    Hedge,
    Member,
    Mention,
    Outcome,
    Part,
    Settings,
    Source,
    Span,
    Topic,
    quantity,
)

TOGETHER = 4  # claims of a topic
A_SOURCE = 50  # claims of an article
THINGS = ("houses", "roads", "bridges", "schools", "farms", "boats", "tents", "wells")


def stack(claims: int) -> Dossier:
    """A dossier of so many claims, four to a topic, every other topic in conflict."""
    sources, told = [], []
    for number in range(max(TOGETHER, claims // A_SOURCE)):
        source, own = _article(number, claims // max(TOGETHER, claims // A_SOURCE))
        sources.append(source)
        told.append(own)
    rows = [
        claim for column in zip(*told, strict=True) for claim in column
    ]  # what different articles say, side by side
    topics, findings = [], []
    for at in range(0, len(rows) - TOGETHER + 1, TOGETHER):
        topic, found = _topic(at // TOGETHER, rows[at : at + TOGETHER])
        topics.append(topic)
        findings += found
    order = sorted(range(len(topics)), key=lambda n: n % 2)  # the worst first
    of = {topic.id: list(findings[3 * n : 3 * n + 3]) for n, topic in enumerate(topics)}
    ranked = [topics[n] for n in order]
    return Dossier(
        tuple(sources),
        tuple(claim for own in told for claim in own),
        tuple(ranked),
        tuple(finding for topic in ranked for finding in of[topic.id]),
    )


def _article(number: int, claims: int) -> tuple[Source, list[Claim]]:
    slug, parts, told, at = f"paper-{number:05}", [], [], 0
    for n in range(claims):
        thing, value = THINGS[n % len(THINGS)], 40 + n + number % 3
        sentence = (
            f"The flood in the district of Norvik number {n} destroyed {value} {thing}, officials said on Monday."
        )
        span = Span(at, at + len(sentence))
        start = at + sentence.index(f"destroyed {value}") + len("destroyed ")
        words = Mention(
            Span(start, start + len(str(value))), str(value), quantity(Decimal(value), Hedge.EXACT, "count")
        )
        about = f"{thing} destroyed in Norvik {n}"
        told.append(Claim(f"{slug}.{n:06x}", slug, span, sentence, span, about, quantity=words))
        parts.append(sentence)
        at += len(sentence) + 2
    text = "\n\n".join(parts)
    blocks = tuple(Block(claim.span, Part.BODY) for claim in told)
    return Source(slug, text, blocks, title=slug, publisher=f"Paper {number}", published=date(2024, 10, 30)), told


def _topic(number: int, claims: list[Claim]) -> tuple[Topic, list[Finding]]:
    name = f"destroyed-norvik-{number}"
    members = tuple(Member(claim.id, "counts the same in the same place") for claim in claims)
    outcome = Outcome.AGREE if number % 2 else Outcome.CONFLICTS
    found = [
        Finding(f"{name}/{n}", name, claims[0].id, claims[n].id, Dimension.FIGURE, "disjoint", outcome,
                f"{claims[0].quote[:20]} and {claims[n].quote[:20]} do not meet.", steps=("same measure", "same place"))
        for n in range(1, len(claims))
    ]  # fmt: skip
    return Topic(name, claims[0].about, members), found


class Stacked(Workspace):
    """A reviewer at such a dossier: only the logs are read from disk and written.

    Args:
        root: an empty folder.
    """

    def __init__(self, root: Path, dossier: Dossier) -> None:
        self._stacked = dossier
        init(root)
        super().__init__(root, "anna", lambda: datetime(2024, 11, 1, tzinfo=UTC))

    def reload(self) -> Dossier:
        """The dossier as given, with the verdicts on disk."""
        self._stamps, self.settings = stamps(self.root), Settings()
        self.source_files = {source.slug: f"sources/{source.slug}.md" for source in self._stacked.sources}
        self.dossier = self._stacked.with_verdicts(tuple(logged.verdict for logged in read_logs(self.root)[0]))
        return self.dossier


def sizes(words: list[str]) -> Iterator[int]:
    """The numbers of claims asked for."""
    yield from map(int, words) if words else (1_000, 100_000)
