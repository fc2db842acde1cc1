"""What every report shows, in its order: worst topics first, then what agrees, what was refused, what stands alone.

What comes in: a Dossier. What goes out: a Digest of plain text pieces; the formats only lay them out and escape them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Final

from reconcile.model import (
    Block,
    Claim,
    Decision,
    Dimension,
    Dossier,
    Finding,
    Outcome,
    Part,
    Settings,
    Source,
    Status,
    Topic,
    Verdict,
    flow,
)
from reconcile.model.dossier import GRAVITY
from reconcile.report import words

APART: Final = (Outcome.CONFLICTS, Outcome.DIFFERS)
_UNSEEN: Final = "markup"  # set aside, but nothing a reader of the article ever saw


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in a topic's table.

    Attributes:
        number: from 1 within the topic; relations name their claims by it.
        value: the reading in words, "" where the claim has neither figure nor date.
        written: the words that were read so.
        before, mark, after: the sentence, the words read standing in `mark`.
    """

    number: int
    claim: Claim
    source: Source
    line: int
    value: str
    written: str
    before: str
    mark: str
    after: str

    @property
    def as_of(self) -> str:
        """The day the figure is stated for, "" where the text does not say."""
        day = self.claim.as_of
        return words.when(day) if day and (day.anchored or day.edtf) else ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A finding with the numbers of its rows; `right` is None where a claim stands alone."""

    finding: Finding
    left: int
    right: int | None
    others: tuple[Row, ...]

    @property
    def alike(self) -> bool:
        """Whether it says no more than that two claims speak of the same matter and can both hold."""
        finding = self.finding
        return finding.dimension is Dimension.WORDING and finding.outcome in (Outcome.AGREE, Outcome.COMPATIBLE)

    @property
    def measures(self) -> bool:
        """Whether it sets one value against another: no refusal, no arithmetic over further claims, not words alone."""
        finding = self.finding
        refused = finding.outcome in (Outcome.NOT_COMPARABLE, Outcome.SINGLE_SOURCE)
        return not (refused or finding.others or finding.dimension is Dimension.WORDING)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one reviewer decided of a topic."""

    verdict: Verdict
    stale: bool


@dataclass(frozen=True, slots=True)
class View:
    """A topic with all that is shown of it; `number` is its place in the dossier, from 1."""

    number: int
    topic: Topic
    outcome: Outcome
    status: Status
    rows: tuple[Row, ...]
    pairs: tuple[Pair, ...]
    opinions: tuple[Opinion, ...]

    @property
    def whole(self) -> bool:
        """Whether it is shown whole: its claims were judged, by the ladder or by a person."""
        return self.outcome not in (Outcome.NOT_COMPARABLE, Outcome.SINGLE_SOURCE) or bool(self.opinions)

    @property
    def told(self) -> tuple[Pair, ...]:
        """The findings told one by one; those that only say "the same matter" are told together."""
        return tuple(pair for pair in self.pairs if not pair.alike and pair.finding.relation != "single_source")

    @property
    def alike(self) -> tuple[Pair, ...]:
        """The findings that two claims speak of the same matter in words that can both hold."""
        return tuple(pair for pair in self.pairs if pair.alike)

    @property
    def measured(self) -> tuple[Row, ...]:
        """The rows whose figures, or else dates, were judged against each other: what a range may hold."""
        judged = [pair for pair in self.pairs if pair.measures]
        if not judged:
            return ()
        kind = next(
            (p.finding.dimension for p in judged if p.finding.outcome is self.outcome), judged[0].finding.dimension
        )
        numbers = {n for p in judged if p.finding.dimension is kind for n in (p.left, p.right)}
        figures = kind is Dimension.FIGURE
        return tuple(r for r in self.rows if r.number in numbers and (r.claim.figure if figures else r.claim.date))

    def against(self, row: Row) -> tuple[tuple[Outcome, int], ...]:
        """How a row stands to others: outcome and number of the other row."""
        return tuple(
            (pair.finding.outcome, pair.right if pair.left == row.number else pair.left)
            for pair in self.pairs
            if pair.right is not None and row.number in (pair.left, pair.right)
        )

    @property
    def decided(self) -> Verdict | None:
        """The decision that stands and is not stale, where there is one and reviewers do not differ."""
        if self.status not in (Status.DECIDED, Status.CONFIRMED):
            return None
        return next((opinion.verdict for opinion in self.opinions), None)


@dataclass(frozen=True)  # no slots: the lists below are made when a format asks for them
class Digest:
    """A dossier laid out for reading."""

    dossier: Dossier
    settings: Settings

    @cached_property
    def views(self) -> tuple[View, ...]:
        """Every topic, in the dossier's order."""
        return tuple(view(self.dossier, topic, number) for number, topic in enumerate(self.dossier.topics, start=1))

    @cached_property
    def sections(self) -> tuple[tuple[str, tuple[View, ...]], ...]:
        """The topics shown whole, under their headings; the others are told in the lists after them."""
        told = (Outcome.AGREE, Outcome.COMPATIBLE)
        parts = (
            ("Stand apart", [view for view in self.views if view.outcome in APART]),
            ("Agree, or can both hold", [view for view in self.views if view.outcome in told]),
            ("Judged by a reviewer", [v for v in self.views if v.outcome not in (*APART, *told) and v.whole]),
        )
        return tuple((heading, tuple(views)) for heading, views in parts if views)

    @cached_property
    def counts(self) -> Mapping[Outcome, int]:
        """Topics by outcome, gravest first; claims of no topic count as standing alone."""
        found = Counter(view.outcome for view in self.views)
        found[Outcome.SINGLE_SOURCE] += sum(claim.id not in self.dossier.topic_of for claim in self.dossier.claims)
        return {outcome: found[outcome] for outcome in GRAVITY}

    @cached_property
    def attention(self) -> tuple[View, ...]:
        """Topics whose sources stand apart and that nobody decided, or whose verdict is stale or disputed."""
        return tuple(
            view
            for view in self.views
            if view.status in (Status.STALE, Status.DISPUTED)
            or (view.outcome in APART and view.status in (Status.OPEN, Status.DEFERRED))
        )

    @cached_property
    def refused(self) -> tuple[tuple[View, Pair], ...]:
        """What was laid side by side but not judged, of the topics that are not shown whole."""
        return tuple(
            (view, pair)
            for view in self.views
            for pair in view.pairs
            if pair.finding.outcome is Outcome.NOT_COMPARABLE and not view.whole
        )

    def alone(self, slug: str) -> tuple[tuple[Row, ...], ...]:
        """What only one source says, in the order of its text; claims of one sentence together."""
        single = {topic.id for topic in self.dossier.topics if self.dossier.outcome(topic.id) is Outcome.SINGLE_SOURCE}
        claims = [c for c in self.dossier.claims if c.source == slug]
        own = [c for c in claims if self.dossier.topic_of.get(c.id) in single | {None}]
        rows = [_row(self.dossier, claim, 0) for claim in own]
        return tuple(tuple(same) for _, same in groupby(rows, key=lambda row: row.claim.sentence))

    def aside(self, source: Source) -> tuple[tuple[int, str, str], ...]:
        """What was set aside in a source: line, words, reason."""
        return tuple(
            (source.line(item.span.start), _folded(source.text[item.span.start : item.span.end]), item.reason)
            for item in source.set_aside
            if item.reason != _UNSEEN
        )

    @cached_property
    def undated(self) -> tuple[Source, ...]:
        """Sources whose day of publication is not known."""
        return tuple(source for source in self.dossier.sources if source.published is None)


def view(dossier: Dossier, topic: Topic, number: int = 0) -> View:
    """A topic with all that is shown of it."""
    rows = tuple(_row(dossier, dossier.claim[claim], number) for number, claim in enumerate(topic.claims, start=1))
    numbers = {row.claim.id: row.number for row in rows}
    pairs = tuple(
        Pair(
            finding,
            numbers[finding.left],
            numbers.get(finding.right) if finding.right else None,
            tuple(_row(dossier, dossier.claim[other], 0) for other in finding.others if other not in numbers),
        )
        for finding in dossier.findings_of[topic.id]
    )
    opinions = _opinions(dossier, topic)
    return View(number, topic, dossier.outcome(topic.id), dossier.status(topic.id), rows, pairs, opinions)


def _opinions(dossier: Dossier, topic: Topic) -> tuple[Opinion, ...]:
    """One line for each reviewer and decision; the log holds one for each claim."""
    found: dict[tuple[str, Decision, str, str], Opinion] = {}
    for claim in topic.claims:
        for verdict in dossier.verdicts_of(claim):
            key = (verdict.by, verdict.decision, verdict.reason, verdict.note)
            stale = dossier.is_stale(verdict) or (key in found and found[key].stale)
            found[key] = Opinion(found[key].verdict if key in found else verdict, stale)
    return tuple(found.values())


def _row(dossier: Dossier, claim: Claim, number: int) -> Row:
    source = dossier.source[claim.source]
    told = claim.quantity or claim.when
    written = _folded(told.text) if told else ""
    value = words.figure(claim.figure) if claim.figure else words.when(claim.date) if claim.date else ""
    if claim.date and not claim.date.anchored and not claim.date.edtf:
        value = f"“{written}”, day not known"
    running = flow(source, Block(claim.sentence, Part.BODY))
    place = told.span if told else claim.span
    start, end = running.place(place.start), running.place(place.end)
    return Row(
        number,
        claim,
        source,
        source.line(place.start),
        value,
        written,
        running.text[:start],
        running.text[start:end],
        running.text[end:],
    )


def _folded(text: str) -> str:
    return " ".join(text.split())


def listed(items: Sequence[str]) -> str:
    """Words in a row: "A", "A and B", "A, B and C"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""
