"""What every report shows, in its order: worst topics first, then what agrees, what was refused, what stands alone.

What comes in: a Dossier. What goes out: a Digest of plain text pieces; the formats only lay them out and escape them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Final

from reconcile.model import Claim, Dossier, Outcome, Settings, Source, Topic
from reconcile.model.dossier import GRAVITY
from reconcile.report.changes import Change, waits
from reconcile.report.language import foreign
from reconcile.report.options import Options
from reconcile.report.series import JOINS, Step, tallies
from reconcile.report.view import Pair, Row, View, folded, row, view

APART: Final = (Outcome.CONFLICTS, Outcome.DIFFERS)
FIRST: Final = 20  # topics that wait which a summary names; the others stand further below
_UNSEEN: Final = "markup"  # set aside, but nothing a reader of the article ever saw


@dataclass(frozen=True)  # no slots: the lists below are made when a format asks for them
class Digest:
    """A dossier laid out for reading."""

    dossier: Dossier
    settings: Settings
    options: Options = field(default_factory=Options)

    @cached_property
    def views(self) -> tuple[View, ...]:
        """Every topic, in the dossier's order."""
        return tuple(self.each())

    def each(self) -> Iterator[View]:
        """The views one by one, for a format that needs no two of them at once."""
        for number, topic in enumerate(self.dossier.topics, start=1):
            yield view(self.dossier, topic, number)

    @cached_property
    def number(self) -> dict[str, int]:
        """The place of each source in the report, from 1, by slug."""
        return {source.slug: number for number, source in enumerate(self.dossier.sources, start=1)}

    def over_time(self, topic: Topic) -> tuple[tuple[Step, ...], ...]:
        """The tallies of a topic; only topics whose findings speak of one are laid out for it."""
        joined = any(finding.relation in JOINS for finding in self.dossier.findings_of[topic.id])
        return tallies(view(self.dossier, topic)) if joined else ()

    def change(self, view: View) -> Change | None:
        """What happened to a topic since the state that the report looks back to."""
        return self.options.changes.of.get(view.topic.id) if self.options.changes else None

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
        """Topics by outcome, gravest first."""
        found = Counter(view.outcome for view in self.views)
        return {outcome: found[outcome] for outcome in GRAVITY}

    @cached_property
    def attention(self) -> tuple[View, ...]:
        """Topics whose sources stand apart and that nobody decided, or whose verdict is stale or disputed."""
        return tuple(view for view in self.views if waits(view.outcome, view.status))

    @cached_property
    def settled(self) -> tuple[View, ...]:
        """Topics whose sources stand apart and that a verdict settles."""
        return tuple(view for view in self.views if view.outcome in APART and not waits(view.outcome, view.status))

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
        """What only one source says, what weighs most first; claims of one sentence together."""
        rows = [self.row(claim) for claim in self._of(slug) if self.place(claim) is None]
        told = [tuple(same) for _, same in groupby(rows, key=lambda row: row.claim.sentence)]
        return tuple(sorted(told, key=lambda same: min(_weight(row.claim) for row in same)))

    def shared(self, slug: str) -> tuple[tuple[tuple[Row, View], ...], ...]:
        """What others speak of too, in the order of the text, each with its topic; claims of one sentence together."""
        told = ((claim, self.place(claim)) for claim in self._of(slug))
        rows = [(self.row(claim), place) for claim, place in told if place]
        return tuple(tuple(same) for _, same in groupby(rows, key=lambda pair: pair[0].claim.sentence))

    def place(self, claim: Claim) -> View | None:
        """The topic in which a claim meets another source's; None where it stands alone."""
        return self._met.get(self.dossier.topic_of.get(claim.id, ""))

    @cached_property
    def _met(self) -> dict[str, View]:
        return {view.topic.id: view for view in self.views if view.outcome is not Outcome.SINGLE_SOURCE}

    def row(self, claim: Claim) -> Row:
        """A claim as its topic shows it; one of no topic has the number 0."""
        return self._rows.get(claim.id) or row(self.dossier, claim, 0)

    @cached_property
    def _rows(self) -> dict[str, Row]:
        return {row.claim.id: row for view in self.views for row in view.rows}

    def _of(self, slug: str) -> Sequence[Claim]:
        return self._by_source.get(slug, ())

    @cached_property
    def _by_source(self) -> dict[str, list[Claim]]:
        """The claims of each source; of a part of them without those that only a calculation of it rests on."""
        lent = set[str]() if self.options.entire else {o for finding in self.dossier.findings for o in finding.others}
        found: dict[str, list[Claim]] = {}
        for claim in self.dossier.claims:
            if claim.id in self.dossier.topic_of or claim.id not in lent:
                found.setdefault(claim.source, []).append(claim)
        return found

    def aside(self, source: Source) -> tuple[tuple[int, str, str], ...]:
        """What was set aside in a source: line, words, reason; nothing where not all of it is shown."""
        if not self.options.entire:
            return ()
        return tuple(
            (source.line(item.span.start), folded(source.text[item.span.start : item.span.end]), item.reason)
            for item in source.set_aside
            if item.reason != _UNSEEN
        )

    @cached_property
    def undated(self) -> tuple[Source, ...]:
        """Sources whose day of publication is not known."""
        return tuple(source for source in self.dossier.sources if source.published is None)

    @cached_property
    def foreign(self) -> tuple[Source, ...]:
        """Sources that are hardly in English."""
        return tuple(source for source in self.dossier.sources if foreign(source))


def listed(items: Sequence[str]) -> str:
    """Words in a row: "A", "A and B", "A, B and C"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def _weight(claim: Claim) -> int:
    """How much it weighs that others leave a claim out, 0 the most; of one weight, news tell the weightiest first."""
    if claim.headline or claim.figure is None:
        return 0 if claim.headline else 3
    return 1 if claim.figure.unit == "person" or claim.figure.kind == "money" else 2
