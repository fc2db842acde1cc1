"""Which topics wait for a person, in what order, and the filter language. Pure: a dossier in, topic ids out."""

from collections import Counter
from collections.abc import Callable
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
        waiting: ids of the topics that need a person.
        touched: how many topics were reckoned.
    """

    def __init__(self, dossier: Dossier, before: "Board | None" = None) -> None:
        self.dossier = dossier
        if before is None or before.dossier.claims is not dossier.claims:
            self.outcomes = {topic.id: dossier.outcome(topic.id) for topic in dossier.topics}
            self.statuses = {topic.id: dossier.status(topic.id) for topic in dossier.topics}
            self.waiting = frozenset(filter(self._waits, self.statuses))
            self.counts = Counter(self.outcomes.values())
            self.touched = len(self.statuses)
            return
        touched = {dossier.topic_of[claim] for claim in _changed(before.dossier, dossier) if claim in dossier.topic_of}
        self.outcomes, self.counts = before.outcomes, before.counts
        self.statuses = before.statuses | {topic: dossier.status(topic) for topic in touched}
        self.waiting = before.waiting.difference(touched).union(filter(self._waits, touched))
        self.touched = len(touched)

    def _waits(self, topic: str) -> bool:
        """Whether a topic needs a person: apart and without a verdict, or with one that is stale or disputed."""
        status = self.statuses[topic]
        if status in (Status.STALE, Status.DISPUTED):
            return True
        return self.outcomes[topic] in APART and status in (Status.OPEN, Status.DEFERRED)


def _changed(before: Dossier, after: Dossier) -> set[str]:
    """The claims of the verdicts that only one of two dossiers has."""
    old, new, known = before.verdicts, after.verdicts, len(before.verdicts)
    if new[:known] == old:  # the log grew; the same objects, so this is quick
        return {verdict.claim for verdict in new[known:]}
    was, now = ({verdict.id: verdict.claim for verdict in verdicts} for verdicts in (old, new))
    return {(was if each in was else now)[each] for each in was.keys() ^ now.keys()}


def queue(board: Board, chosen: Filter) -> tuple[str, ...]:
    """The ids of the topics that a filter lets through, by impact (the dossier's own order)."""
    found = filter(_facet(board, chosen.facet), board.dossier.topic)
    return tuple(topic for topic in found if _matches(board, topic, chosen.words)) if chosen.words else tuple(found)


def _facet(board: Board, facet: Facet) -> Callable[[str], bool]:
    """What tells whether a topic is in a part of the queue."""
    statuses, outcomes = board.statuses, board.outcomes
    match facet:
        case Facet.TO_DO:
            return board.waiting.__contains__
        case Facet.DECIDED:
            return lambda topic: statuses[topic] not in (Status.OPEN, Status.DEFERRED)
        case Facet.DISPUTED:
            return lambda topic: statuses[topic] is Status.DISPUTED
        case Facet.AGREED:
            return lambda topic: outcomes[topic] in (Outcome.AGREE, Outcome.COMPATIBLE)
        case Facet.ALL:
            return lambda _: True


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
