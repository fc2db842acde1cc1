"""Which topics wait for a person, in what order, and the filter language. Pure: a dossier in, topic ids out."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reconcile.model import Dossier, Outcome, Status

APART: Final = (Outcome.CONFLICTS, Outcome.DIFFERS)


class Facet(StrEnum):
    """Parts of the queue."""

    TO_DO = "to do"
    ALL = "all"
    DECIDED = "decided"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Filter:
    """What the reviewer wants to see.

    Attributes:
        words: as typed: "state:conflict src:wire kind:date flood".
    """

    facet: Facet = Facet.TO_DO
    words: str = ""


def needs_person(dossier: Dossier, topic: str) -> bool:
    """Whether a topic waits: a conflict or difference without a verdict, or a verdict that is stale or disputed."""
    status = dossier.status(topic)
    if status in (Status.STALE, Status.DISPUTED):
        return True
    return dossier.outcome(topic) in APART and status in (Status.OPEN, Status.DEFERRED)


def queue(dossier: Dossier, chosen: Filter) -> tuple[str, ...]:
    """The ids of the topics that a filter lets through, by impact (the dossier's own order)."""
    return tuple(
        t.id for t in dossier.topics if _in_facet(dossier, t.id, chosen.facet) and _matches(dossier, t.id, chosen.words)
    )


def _in_facet(dossier: Dossier, topic: str, facet: Facet) -> bool:
    match facet:
        case Facet.TO_DO:
            return needs_person(dossier, topic)
        case Facet.DECIDED:
            return dossier.status(topic) not in (Status.OPEN, Status.DEFERRED)
        case Facet.AGREED:
            return dossier.outcome(topic) in (Outcome.AGREE, Outcome.COMPATIBLE)
        case Facet.ALL:
            return True


def _matches(dossier: Dossier, topic: str, words: str) -> bool:
    claims = [dossier.claim[claim] for claim in dossier.topic[topic].claims]
    for word in words.lower().split():
        key, colon, value = word.partition(":")
        if not colon:
            if word not in dossier.topic[topic].label.lower() and not any(word in c.quote.lower() for c in claims):
                return False
        elif key == "state":
            if not any(s.startswith(value) for s in (dossier.outcome(topic).value, dossier.status(topic).value)):
                return False
        elif key == "src":
            if not any(value in c.source.lower() for c in claims):
                return False
        elif key == "kind":
            kinds = {"figure" if c.quantity else "date" if c.when else "text" for c in claims}
            if value not in kinds:
                return False
        else:
            return False
    return True
