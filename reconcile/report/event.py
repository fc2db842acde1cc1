"""The day that a story turns on, as reports tell it: what each article dates to it, in its own words."""

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.model import Dossier, EventDay, Source
from reconcile.report import dating, words


@dataclass(frozen=True, slots=True)
class Dated:
    """What an article dates to the day.

    Attributes:
        line: where its date stands.
        date, quote: the date and its clause as written, each on one line.
    """

    source: Source
    line: int
    date: str
    quote: str


def heading(told: EventDay) -> str:
    """The day, and how many articles tell of it."""
    return f"Day of the event: {dating.day(told.day)}, told by {words.count(len(told.topic.members), 'article')}"


def dated(dossier: Dossier, told: EventDay) -> Iterator[Dated]:
    """What each article dates to the day, in their order."""
    for claim in map(dossier.claim.__getitem__, told.topic.claims):
        source, when = dossier.source[claim.source], claim.when or claim
        text = claim.when.text if claim.when else ""
        yield Dated(source, source.line(when.span.start), " ".join(text.split()), " ".join(claim.quote.split()))
