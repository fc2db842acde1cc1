"""What comparing says: topics of aligned claims, and findings between two claims of a topic."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Member:
    """A claim's place in a topic.

    Attributes:
        claim: its id.
        because: why it is there, for people.
        nearest: the ids of the topic's claims in other articles that nothing of their kind is as near to, on either
            side.
    """

    claim: str
    because: str
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """Claims about the same thing, of any number of sources.

    Attributes:
        id: readable, made of the label's words ("people-fled-karabakh"); kept once a desk has written it down.
        label: what it is about, for people.
        members: its claims in the order of their sources and places, each with its reason.
    """

    id: str
    label: str
    members: tuple[Member, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of its claims."""
        return tuple(member.claim for member in self.members)


class Outcome(StrEnum):
    """What the machine says of a pair of claims; the person's word is the Verdict."""

    CONFLICTS = "conflicts"  # same thing, same time, cannot both hold
    DIFFERS = "differs"  # not the same, yet overlapping or explained
    NOT_COMPARABLE = "not_comparable"  # refused, with the reason
    COMPATIBLE = "compatible"  # both can hold; one is vaguer
    AGREE = "agree"
    SINGLE_SOURCE = "single_source"


class Dimension(StrEnum):
    """What of the two claims was compared."""

    FIGURE = "figure"
    DATE = "date"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found between two claims of a topic, or of one claim that stands alone.

    Attributes:
        id: "<topic>/<relation>/<six hex digits of the claims>".
        topic: the topic's id.
        left, right: claim ids; right is None for `single_source`, and for a calculation whose other sides lie in other
            topics (then they are in `others`).
        dimension, relation, outcome: what was compared, the row of the ladder that matched, and what it means.
        because: the sentence shown to a person: why, with every tolerance and assumption used.
        explanation: why they differ, as a code a reviewer can accept: "as_of", "scope", "measure", "planned_actual",
            "rounding", "unit", "attribution"; "" where nothing explains it.
        others: further claims an arithmetic finding rests on.
        steps: how it was reached, one line a step: gate, rows tried, arithmetic.
        gist: the part of `because` that names no source: "the figures are the same"; "" where it is of one claim.
        surmised: whether the explanation is only what may explain a contradiction, not what the articles show.
    """

    id: str
    topic: str
    left: str
    right: str | None
    dimension: Dimension
    relation: str
    outcome: Outcome
    because: str
    explanation: str = ""
    others: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    gist: str = ""
    surmised: bool = False


@dataclass(frozen=True, slots=True)
class EventDay:
    """The day that a story turns on: that which most of its articles date something to.

    Attributes:
        day: which one.
        topic: what each of these articles dates to it. Its claims stand in topics of their own besides; they are laid
            side by side for their day alone, so nobody decides on them here.
        findings: of every two of these claims.
    """

    day: date
    topic: Topic
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Sources that go back to one origin, so that their agreement counts once.

    Attributes:
        name: the agency or source it goes back to ("AFP"), or "" where only the shared text shows it.
        sources: slugs, sorted.
        because: what shows it.
    """

    name: str
    sources: tuple[str, ...]
    because: str
