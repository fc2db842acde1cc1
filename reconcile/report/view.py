"""A topic as it is shown: its rows with their quotes, its findings, and what reviewers decided.

What comes in: a Dossier and a Topic. What goes out: a View of plain text pieces; the formats lay them out and escape
them. The review screen shows the same views.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reconcile.model import (
    Block,
    Claim,
    Decision,
    Dimension,
    Dossier,
    Finding,
    Hedge,
    Outcome,
    Part,
    Source,
    Status,
    Topic,
    Verdict,
    flow,
)
from reconcile.report import dating, words


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in a topic's table.

    Attributes:
        number: from 1 within the topic; relations name their claims by it.
        value: the reading in words, "" where the claim has neither figure nor date.
        written: the words that were read so.
        origin: whose text it is where that is not the outlet's own: an agency, or the outlet it shares a text with; ""
            where nothing says so.
        before, mark, after: the sentence, the words read standing in `mark`; what is claimed where no value was read.
    """

    number: int
    claim: Claim
    source: Source
    line: int
    value: str
    written: str
    origin: str
    before: str
    mark: str
    after: str

    @property
    def marked(self) -> bool:
        """Whether words stand out of the sentence: a value, or what is claimed where the sentence claims more."""
        return bool(self.written) or any(letter.isalnum() for letter in self.before + self.after)

    @property
    def as_of(self) -> str:
        """The day the figure is stated for, "" where the text does not say."""
        day = self.claim.as_of
        return dating.when(day) if day and (day.anchored or day.edtf) else ""

    @property
    def credit(self) -> str:
        """Who is quoted: "according to the mayor"; "" where the article itself says it."""
        return f"according to {words.speaker(self.claim)}" if self.claim.speaker else ""

    @property
    def day(self) -> date | None:
        """The day the figure is stated for, that of publication where the text does not say."""
        return self.claim.stated_for(self.source.published)


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
        return self.finding.dimension is Dimension.WORDING and self.finding.outcome is Outcome.COMPATIBLE

    @property
    def refused(self) -> bool:
        """Whether two claims were laid side by side and not judged."""
        return self.finding.outcome is Outcome.NOT_COMPARABLE

    @property
    def judges(self) -> bool:
        """Whether it says how two claims stand to each other, and not only that they speak of the same matter."""
        return not (self.alike or self.refused or self.finding.outcome is Outcome.SINGLE_SOURCE)

    @property
    def measures(self) -> bool:
        """Whether it sets one value against another: no refusal, no arithmetic over further claims, not words alone."""
        return self.judges and not (self.finding.others or self.finding.dimension is Dimension.WORDING)


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
        """The findings that say something: no refusal of two claims that another finding judges.

        That two claims speak of the same matter is told where no finding of the topic says more.
        """
        judged = {frozenset((pair.left, pair.right)) for pair in self.pairs if pair.judges and pair.right is not None}
        return tuple(
            pair
            for pair in self.pairs
            if pair.judges
            or (pair.refused and frozenset((pair.left, pair.right)) not in judged)
            or (pair.alike and not judged)
        )

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

    @property
    def sides(self) -> tuple[tuple[str, tuple[Source, ...]], ...]:
        """Each value that was judged, the lowest or earliest first, with all who give it.

        Also what one of another kind was held against: an age, and the year of birth that it does not fit.
        """
        found: dict[str, dict[str, Source]] = {}
        shown = {row.number for row in self.measured}
        for pair in self.pairs if self.outcome in (Outcome.CONFLICTS, Outcome.DIFFERS) else ():
            ends = {number for number in (pair.left, pair.right) if number}
            if pair.measures and pair.finding.outcome is self.outcome and ends & shown:
                shown |= ends
        for row in sorted((row for row in self.rows if row.number in shown), key=_first_named):
            found.setdefault(row.value, {}).setdefault(row.source.slug, row.source)
        return tuple((value, tuple(sources.values())) for value, sources in found.items())

    def against(self, row: Row) -> tuple[tuple[Outcome, int], ...]:
        """How a row stands to others: outcome and number of the other row."""
        return tuple(
            (pair.finding.outcome, pair.right if pair.left == row.number else pair.left)
            for pair in self.told
            if pair.right is not None and row.number in (pair.left, pair.right)
        )

    @property
    def decided(self) -> Verdict | None:
        """The decision that stands and is not stale, where there is one and reviewers do not differ."""
        if self.status not in (Status.DECIDED, Status.CONFIRMED, Status.SETTLED):
            return None
        return next((opinion.verdict for opinion in self.opinions), None)


def _first_named(row: Row) -> tuple[Decimal, bool]:
    """The number or day that a row names first; of two that name one the exact goes before the bound."""
    figure, when = row.claim.figure, row.claim.date
    if figure:
        return figure.low if figure.value is None else figure.value, figure.hedge is not Hedge.EXACT
    day = (when.earliest or when.latest) if when else None
    return Decimal(day.toordinal() if day else 0), False


def view(dossier: Dossier, topic: Topic, number: int = 0) -> View:
    """A topic with all that is shown of it."""
    rows = tuple(row(dossier, dossier.claim[claim], number) for number, claim in enumerate(topic.claims, start=1))
    numbers = {row.claim.id: row.number for row in rows}
    pairs = tuple(
        Pair(
            finding,
            numbers[finding.left],
            numbers.get(finding.right) if finding.right else None,
            tuple(row(dossier, dossier.claim[other], 0) for other in finding.others if other not in numbers),
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
            key = (verdict.who, verdict.decision, verdict.reason, verdict.note)
            stale = dossier.is_stale(verdict) or (key in found and found[key].stale)
            found[key] = Opinion(found[key].verdict if key in found else verdict, stale)
    for verdict in dossier.gone(topic.id):
        key = (verdict.who, verdict.decision, verdict.reason, verdict.note)
        found[key] = Opinion(found[key].verdict if key in found else verdict, stale=True)
    return tuple(found.values())


def row(dossier: Dossier, claim: Claim, number: int) -> Row:
    """A claim with its source, its reading in words and its quote."""
    source = dossier.source[claim.source]
    told = claim.quantity or claim.when
    written = folded(told.text) if told else ""
    value = words.figure(claim.figure) if claim.figure else dating.when(claim.date) if claim.date else ""
    if claim.date and not claim.date.moment:
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
        _origin(dossier, claim),
        running.text[:start],
        running.text[start:end],
        running.text[end:],
    )


def _origin(dossier: Dossier, claim: Claim) -> str:
    """Whose text a claim is, where it is not its source's own."""
    shared = next((origin for origin in dossier.origins if origin.holds(claim)), None)
    if shared is None or shared.name:
        return shared.name if shared else dossier.source[claim.source].agency
    return words.name(dossier.source[next(slug for slug in shared.sources if slug != claim.source)])


def folded(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split())
