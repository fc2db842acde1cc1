"""Which topics wait for a person, in what order, and the filter language. Pure: a dossier in, topic ids out."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reconcile.model import Dossier, Outcome, Status
from reconcile.model.verdict import tags

APART: Final = (Outcome.CONFLICTS, Outcome.DIFFERS)


class Facet(StrEnum):
    """Parts of the queue."""

    TO_DO = "to do"
    ALL = "all"
    DECIDED = "decided"
    DISPUTED = "disputed"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Filter:
    """What the reviewer wants to see.

    Attributes:
        words: as typed: "state:conflict src:wire kind:date flood".
    """

    facet: Facet = Facet.TO_DO
    words: str = ""


class Board:
    """Where every topic of one dossier stands, reckoned once; after a verdict only the topics it touches are again.

    Args:
        before: the board of the dossier that this one followed.

    Attributes:
        verdicts: claim by verdict id, of the whole log.
        waiting: ids of the topics that need a person.
    """

    def __init__(self, dossier: Dossier, before: "Board | None" = None) -> None:
        self.dossier = dossier
        self.verdicts = {verdict.id: verdict.claim for verdict in dossier.verdicts}
        self.outcomes: dict[str, Outcome]
        self.statuses: dict[str, Status]
        if before is None or before.dossier.claims is not dossier.claims or before.verdicts.keys() - self.verdicts:
            self.outcomes = {topic.id: dossier.outcome(topic.id) for topic in dossier.topics}
            self.statuses = {topic.id: dossier.status(topic.id) for topic in dossier.topics}
        else:
            new = {claim for verdict, claim in self.verdicts.items() if verdict not in before.verdicts}
            touched = {dossier.topic_of[claim] for claim in new if claim in dossier.topic_of}
            self.outcomes = before.outcomes
            self.statuses = before.statuses | {topic: dossier.status(topic) for topic in touched}
        self.waiting = frozenset(
            topic for topic, status in self.statuses.items() if _waits(self.outcomes[topic], status)
        )
        self.counts = Counter(self.outcomes.values())


def _waits(outcome: Outcome, status: Status) -> bool:
    """Whether a topic needs a person: apart and without a verdict, or with one that is stale or disputed."""
    if status in (Status.STALE, Status.DISPUTED):
        return True
    return outcome in APART and status in (Status.OPEN, Status.DEFERRED)


def queue(board: Board, chosen: Filter) -> tuple[str, ...]:
    """The ids of the topics that a filter lets through, by impact (the dossier's own order)."""
    topics = (topic.id for topic in board.dossier.topics if _in_facet(board, topic.id, chosen.facet))
    return tuple(topic for topic in topics if not chosen.words or _matches(board, topic, chosen.words))


def _in_facet(board: Board, topic: str, facet: Facet) -> bool:
    match facet:
        case Facet.TO_DO:
            return topic in board.waiting
        case Facet.DECIDED:
            return board.statuses[topic] not in (Status.OPEN, Status.DEFERRED)
        case Facet.DISPUTED:
            return board.statuses[topic] is Status.DISPUTED
        case Facet.AGREED:
            return board.outcomes[topic] in (Outcome.AGREE, Outcome.COMPATIBLE)
        case Facet.ALL:
            return True


def _matches(board: Board, topic: str, words: str) -> bool:
    dossier = board.dossier
    claims = [dossier.claim[claim] for claim in dossier.topic[topic].claims]
    for word in words.lower().split():
        key, colon, value = word.partition(":")
        if not colon:
            if word not in dossier.topic[topic].label.lower() and not any(word in c.quote.lower() for c in claims):
                return False
        elif key == "state":
            if not any(s.startswith(value) for s in (board.outcomes[topic].value, board.statuses[topic].value)):
                return False
        elif key == "src":
            if not any(value in c.source.lower() for c in claims):
                return False
        elif key == "kind":
            kinds = {"figure" if c.quantity else "date" if c.when else "text" for c in claims}
            if value not in kinds:
                return False
        elif key == "tag":
            if not any(
                tag.startswith(value) for c in claims for v in dossier.verdicts_of(c.id) for tag in tags(v.note.lower())
            ):
                return False
        else:
            return False
    return True
