"""What changed between two states of a desk, topic by topic: new, changed, resolved, gone stale, withdrawn.

What comes in: two dossiers. What goes out: a Change for each topic that is no longer what it was, in the new dossier's
order, the topics that are gone after them. A topic is the same topic where its id is, or else most of its claims.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from reconcile.model import Claim, Dossier, Outcome, Source, Status, Topic, seen

_APART: Final = (Outcome.CONFLICTS, Outcome.DIFFERS)
_DECIDED: Final = (Status.DECIDED, Status.CONFIRMED, Status.SETTLED)


Said = tuple[Source, Claim]


class Kind(StrEnum):
    """In what way a topic is no longer what it was."""

    NEW = "new"  # it was not there
    CHANGED = "changed"  # its sources, values or outcome are others
    RESOLVED = "resolved"  # it waited for a person, and does not any more
    STALE = "gone stale"  # a claim changed under its verdict, or another stands in its place
    WITHDRAWN = "withdrawn"  # a verdict was taken back, or the topic is gone


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one topic.

    Attributes:
        topic: its id now; where it is gone, the one it had.
        label: what it is about.
        before, after: how it stood and stands: outcome and status; None where it was, or is, not there.
        values: whether its claims or what they say are others.
        gone, came: what was said and is not any more, and what is newly said, each with its source.
    """

    kind: Kind
    topic: str
    label: str
    before: tuple[Outcome, Status] | None
    after: tuple[Outcome, Status] | None
    values: bool = False
    gone: tuple[Said, ...] = ()
    came: tuple[Said, ...] = ()

    @property
    def stands(self) -> tuple[tuple[Outcome, Status] | None, ...]:
        """Before and after."""
        return self.before, self.after


@dataclass(frozen=True)  # no slots: the look-up is cached
class Changes:
    """All that changed since `since`, the name of the older state."""

    since: str
    all: tuple[Change, ...]

    @cached_property
    def of(self) -> dict[str, Change]:
        """By topic id; topics that are gone are missing."""
        return {change.topic: change for change in self.all if change.after}

    def within(self, part: Dossier) -> "Changes":
        """The changes of the topics that a part of the desk holds."""
        return Changes(self.since, tuple(change for change in self.all if change.topic in part.topic))


def changes(old: Dossier, new: Dossier, since: str) -> Changes:
    """What became of every topic of `old`, and which topics of `new` it did not have."""
    was = _counterparts(old, new)
    found = [change for topic in new.topics if (change := _change(old, new, topic, was.get(topic.id)))]
    kept = {topic.id for topic in was.values()}
    gone = (topic for topic in old.topics if topic.id not in kept)
    found += [Change(Kind.WITHDRAWN, topic.id, topic.label, _stand(old, topic), None) for topic in gone]
    return Changes(since, tuple(found))


def _counterparts(old: Dossier, new: Dossier) -> dict[str, Topic]:
    """For topics of `new` the topic of `old` that they were: of the same id, else with most claims in common."""
    same = {topic.id: old.topic[topic.id] for topic in new.topics if topic.id in old.topic}
    taken = set(same)
    for topic in new.topics:
        if topic.id in same:
            continue
        shared = Counter(old.topic_of[claim] for claim in topic.claims if claim in old.topic_of)
        best = next((name for name, _ in sorted(shared.items(), key=_most) if name not in taken), None)
        if best is not None:
            same[topic.id] = old.topic[best]
            taken.add(best)
    return same


def _most(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]


def _stand(dossier: Dossier, topic: Topic) -> tuple[Outcome, Status]:
    return dossier.outcome(topic.id), dossier.status(topic.id)


def _change(old: Dossier, new: Dossier, topic: Topic, was: Topic | None) -> Change | None:
    after = _stand(new, topic)
    if was is None:
        return Change(Kind.NEW, topic.id, topic.label, None, after)
    before = _stand(old, was)
    said, says = dict(_said(old, was)), dict(_said(new, topic))
    kind = _kind(before, after, values=said != says)
    gone = tuple(_with_source(old, claim) for claim in said if says.get(claim) != said[claim])
    came = tuple(_with_source(new, claim) for claim in says if said.get(claim) != says[claim])
    return Change(kind, topic.id, topic.label, before, after, said != says, gone, came) if kind else None


def _with_source(dossier: Dossier, claim: str) -> Said:
    found = dossier.claim[claim]
    return dossier.source[found.source], found


def _said(dossier: Dossier, topic: Topic) -> Iterator[tuple[str, str]]:
    """What the claims of a topic say: their ids, and the hash of their words and reading."""
    return ((claim, seen(dossier.claim[claim])) for claim in topic.claims)


def _kind(before: tuple[Outcome, Status], after: tuple[Outcome, Status], *, values: bool) -> Kind | None:
    """The gravest thing that happened; None where nothing did."""
    if after[1] is Status.STALE and before[1] is not Status.STALE:
        return Kind.STALE
    if before[1] in _DECIDED and after[1] is Status.OPEN and values:  # what was decided is not what is said now
        return Kind.STALE
    if before[1] in _DECIDED and after[1] in (Status.OPEN, Status.DEFERRED) and not values:
        return Kind.WITHDRAWN
    if waits(*before) and not waits(*after):
        return Kind.RESOLVED
    return Kind.CHANGED if values or before != after else None


def waits(outcome: Outcome, status: Status) -> bool:
    """Whether a topic needs a person: its sources stand apart undecided, or its verdict is stale or disputed."""
    return status in (Status.STALE, Status.DISPUTED) or (outcome in _APART and status in (Status.OPEN, Status.DEFERRED))
