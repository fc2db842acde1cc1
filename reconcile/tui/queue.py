"""Which topics wait for a person, in what order, and the filter language. Pure: a dossier in, topic ids out."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reconcile.model import Dossier, Outcome, Settings, Status, Topic
from reconcile.model.verdict import tags
from reconcile.report import words

KINDS: Final = ("figure", "date", "text")
APART: Final = (Outcome.CONFLICTS, Outcome.DIFFERS)


class Facet(StrEnum):
    """Parts of the queue."""

    TO_DO = "to do"
    ALL = "all"
    DECIDED = "decided"
    DISPUTED = "disputed"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Words:
    """What the filter looks for in a topic, in small letters: label and quotes, files and outlets, kinds of claims."""

    text: str
    sources: frozenset[str]
    kinds: frozenset[str]


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
        words: what the filter looks for, by topic.
        touched: how many topics were reckoned.
    """

    def __init__(self, dossier: Dossier, before: "Board | None" = None) -> None:
        self.dossier = dossier
        if before is None or before.dossier.claims is not dossier.claims:
            self.outcomes = {topic.id: dossier.outcome(topic.id) for topic in dossier.topics}
            self.statuses = {topic.id: dossier.status(topic.id) for topic in dossier.topics}
            self.waiting = frozenset(filter(self._waits, self.statuses))
            self.counts = Counter(self.outcomes.values())
            names = {source.slug: words.name(source).lower() for source in dossier.sources}
            self.words = {topic.id: _words(dossier, topic, names) for topic in dossier.topics}
            self.touched = len(self.statuses)
            return
        touched = {dossier.topic_of[claim] for claim in _changed(before.dossier, dossier) if claim in dossier.topic_of}
        self.outcomes, self.counts, self.words = before.outcomes, before.counts, before.words
        self.statuses = before.statuses | {topic: dossier.status(topic) for topic in touched}
        self.waiting = before.waiting.difference(touched).union(filter(self._waits, touched))
        self.touched = len(touched)

    def _waits(self, topic: str) -> bool:
        """Whether a topic needs a person: apart and without a verdict, or with one that is stale or disputed."""
        status = self.statuses[topic]
        if status in (Status.STALE, Status.DISPUTED):
            return True
        return self.outcomes[topic] in APART and status in (Status.OPEN, Status.DEFERRED)


def _words(dossier: Dossier, topic: Topic, names: Mapping[str, str]) -> Words:
    claims = [dossier.claim[claim] for claim in topic.claims]
    kinds = frozenset(KINDS[0] if c.quantity else KINDS[1] if c.when else KINDS[2] for c in claims)
    # no word of a filter holds a line break, so none is found across two of these
    text = "\n".join((topic.label, *dict.fromkeys(claim.quote for claim in claims))).lower()
    slugs = {claim.source for claim in claims}
    return Words(text, frozenset(name for slug in slugs for name in (slug.lower(), names[slug])), kinds)


def _changed(before: Dossier, after: Dossier) -> set[str]:
    """The claims of the verdicts that only one of two dossiers has."""
    old, new, known = before.verdicts, after.verdicts, len(before.verdicts)
    if new[:known] == old:  # the log grew; the same objects, so this is quick
        return {verdict.claim for verdict in new[known:]}
    was, now = ({verdict.id: verdict.claim for verdict in verdicts} for verdicts in (old, new))
    return {(was if each in was else now)[each] for each in was.keys() ^ now.keys()}


def queue(board: Board, chosen: Filter) -> tuple[str, ...]:
    """The ids of the topics that a filter lets through, by impact (the dossier's own order)."""
    found: Iterable[str] = filter(_facet(board, chosen.facet), board.dossier.topic)
    for word in chosen.words.lower().split():
        found = filter(_test(board, word), found)
    return tuple(found)


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


def _test(board: Board, word: str) -> Callable[[str], bool]:
    """What tells whether a topic fits one word of the filter."""
    key, colon, value = word.partition(":")
    known, statuses, outcomes = board.words, board.statuses, board.outcomes
    match key if colon else "":
        case "state":
            meant = _states(value)
            return lambda topic: outcomes[topic] in meant or statuses[topic] in meant
        case "src":
            named = {name for topic in known.values() for name in topic.sources if value in name}
            return lambda topic: not named.isdisjoint(known[topic].sources)
        case "kind":
            return lambda topic: any(kind.startswith(value) for kind in known[topic].kinds)
        case "tag":
            return _tagged(board.dossier, value).__contains__
        case _:
            return lambda topic: word in known[topic].text


def meaningless(typed: str) -> str:
    """The first word of a filter that no topic could fit, "" where there is none, with what could stand there."""
    for word in typed.lower().split():
        key, colon, value = word.partition(":")
        if colon and key == "state" and not _states(value):
            return f"{word}: a state is one of {', '.join(_named())}"
        if colon and key == "kind" and not any(kind.startswith(value) for kind in KINDS):
            return f"{word}: a kind is one of {', '.join(KINDS)}"
    return ""


def _states(value: str) -> set[Outcome | Status]:
    """The states that begin so, by their codes or by the words that the screen shows for them."""
    return {state for name, state in _named().items() if name.startswith(value)} | {
        state for state in (*Outcome, *Status) if state.startswith(value)
    }


def _named() -> dict[str, Outcome | Status]:
    return {**{words.short(o, Settings()): o for o in Outcome}, **{status.value: status for status in Status}}


def _tagged(dossier: Dossier, value: str) -> set[str]:
    """The topics with a standing verdict that carries a tag beginning so."""
    verdicts = (verdict for verdict in dossier.standing.values() if "#" in verdict.note)
    claims = {v.claim for v in verdicts if any(tag.startswith(value) for tag in tags(v.note.lower()))}
    return {dossier.topic_of[claim] for claim in claims if claim in dossier.topic_of}
