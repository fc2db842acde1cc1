"""What comparing says: topics of aligned claims, and findings between two claims of a topic."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reconcile.model.claim import Claim
from reconcile.model.source import Span


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
class Passage:
    """A stretch of a source's text."""

    source: str
    span: Span


@dataclass(frozen=True, slots=True)
class Origin:
    """Sources that go back to one origin, so that their agreement counts once.

    Attributes:
        name: the agency or source it goes back to ("AFP"), or "" where only the shared text shows it.
        sources: slugs, sorted.
        because: what shows it.
        passages: what goes back to it of the sources that credit it here and there; of all others everything does.
    """

    name: str
    sources: tuple[str, ...]
    because: str
    passages: tuple[Passage, ...] = ()

    def holds(self, claim: Claim) -> bool:
        """Whether a claim goes back to it."""
        if claim.source not in self.sources:
            return False
        own = [passage.span for passage in self.passages if passage.source == claim.source]
        return not own or any(max(s.start, claim.sentence.start) < min(s.end, claim.sentence.end) for s in own)


def shared_origin(origins: Iterable[Origin], claims: Collection[Claim]) -> Origin | None:
    """The origin that claims of several sources go back to, each source with one of them at least.

    Where one outlet has it from another that has it from a third, the origins of such a chain are taken for one.
    """
    source = {claim.id: claim.source for claim in claims}
    everyone = set(source.values())
    if len(everyone) < 2:
        return None
    held = [(origin, {claim.id for claim in claims if origin.holds(claim)}) for origin in origins]
    held = [(origin, found) for origin, found in held if len({source[name] for name in found}) > 1]
    whole = next((origin for origin, found in held if {source[name] for name in found} == everyone), None)
    if whole or not held:
        return whole
    chain, reached = [held[0][0]], held[0][1]
    while links := [row for row in held if row[0] not in chain and row[1] & reached]:
        chain += [origin for origin, _ in links]
        reached = reached.union(*(found for _, found in links))
    if {source[name] for name in reached} != everyone:
        return None
    names = sorted({origin.name for origin in chain} - {""})
    return Origin(" / ".join(names), tuple(sorted(everyone)), "; ".join(origin.because for origin in chain))
