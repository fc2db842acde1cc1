"""What a person decided, and what became of it."""

import hashlib
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Literal

from reconcile.model.claim import Claim
from reconcile.model.notation import write_figure, write_when
from reconcile.model.values import Quantity


class Decision(StrEnum):
    """What the reviewer says of a topic. The reading of each is the docstring of the report's wording."""

    CORROBORATED = "corroborated"  # two or more independent origins agree
    AGREED_ONE_ORIGIN = "agreed_one_origin"  # outlets agree, one origin
    RANGE = "range"  # report the range, attributed
    PREFER_SOURCE = "prefer_source"  # one source has more authority (reason required)
    EXPLAINED = "explained"  # difference due to as-of, scope, measure, plan, rounding, unit, attribution
    SUPERSEDED = "superseded"  # a later count replaces an earlier one
    UNRESOLVED_CONFLICT = "unresolved_conflict"  # real conflict, cannot settle
    SOURCE_ERROR = "source_error"  # one source is wrong, evidence cited
    UNVERIFIABLE = "unverifiable"  # not enough to judge
    MISALIGNED = "misaligned"  # not the same claim
    NOT_A_CLAIM = "not_a_claim"  # furniture, opinion, prediction
    DEFERRED = "deferred"  # looked at, left open, with what is missing
    WITHDRAWN = "withdrawn"  # undo: the verdict it replaces no longer stands


class Standing(StrEnum):
    """What a topic's decision means for one claim in it; draft lint and reports read this."""

    STANDS = "stands"
    NARROWED = "narrowed"
    SUPERSEDED = "superseded"
    WRONG = "wrong"
    UNSETTLED = "unsettled"
    UNVERIFIABLE = "unverifiable"
    NOT_A_CLAIM = "not_a_claim"


class Status(StrEnum):
    """Where a topic stands with its reviewers."""

    OPEN = "open"
    DECIDED = "decided"
    CONFIRMED = "confirmed"  # a second reviewer says the same
    DISPUTED = "disputed"  # two reviewers differ
    DEFERRED = "deferred"
    SETTLED = "settled"  # they differed, and an adjudication decided
    STALE = "stale"  # a claim changed since it was judged


REASONS: Final = (  # why both hold
    "as_of",
    "scope",
    "measure",
    "rounding",
    "unit",
    "planned_actual",
    "attribution",
    "translation",
)
ADJUDICATION: Final = "adjudication"
QUOTED: Final = 400  # letters of a claim that a verdict keeps: a page without a full stop is no sentence


@dataclass(frozen=True, slots=True)
class Verdict:
    """One line of a reviewer's log: what was decided of one claim.

    Attributes:
        id: unique in the log: "<reviewer>-<number>".
        claim, topic: ids.
        decision, standing: of the topic, and of this claim in it.
        reason: explanation code ("as_of", …), the preferred source's slug, or "".
        by: the reviewer.
        at: when, ISO 8601 with offset, as given by the caller.
        note: free text; words such as "#legal" in it are its tags.
        seen: `seen(claim)` at that moment; another value now means the verdict is stale.
        replaces: the id of the verdict it takes the place of, or "".
        role: "" for the reviewer's own judgement, "adjudication" where it settles what reviewers differed on.
        tool: version of reconcile that wrote it.
        quote: the words that were judged, on one line and cut to QUOTED letters.
        figure, when, speaker, modality: how they were read, as a claim file writes it; with `quote` they tell what
            changed since. `quote` is "" where the log does not say.
    """

    id: str
    claim: str
    topic: str
    decision: Decision
    standing: Standing
    by: str
    at: str
    seen: str
    reason: str = ""
    note: str = ""
    replaces: str = ""
    tool: str = ""
    role: Literal["", "adjudication"] = ""
    quote: str = ""
    figure: str = ""
    when: str = ""
    speaker: str = ""
    modality: str = ""

    @property
    def who(self) -> str:
        """The reviewer, and in what role where it is not their own judgement."""
        return f"{self.by} ({self.role})" if self.role else self.by


def tags(note: str) -> tuple[str, ...]:
    """The tags in a note, without their sign: "ask the ministry #legal" has "legal"."""
    return tuple(dict.fromkeys(_TAG.findall(note)))


def tagged(note: str, words: str) -> str:
    """A note with other tags: `words` without or with their sign, parted by blanks or commas; "" takes all off."""
    plain_note = "\n".join(" ".join(line.split()) for line in _TAG.sub("", note).splitlines()).strip()
    signs = [f"#{word}" for word in dict.fromkeys(_WORD.findall(words))]
    return " ".join([plain_note, *signs] if plain_note else signs)


_TAG = re.compile(r"(?<![\w#])#(\w[\w-]*)")
_WORD = re.compile(r"\w[\w-]*")


def seen(claim: Claim) -> str:
    """A short hash of what a reviewer judges in a claim: its words and its reading, not its place."""
    figure, when = claim.figure, claim.date
    parts = [" ".join(claim.quote.split()), claim.speaker, claim.modality]
    if figure is not None:
        parts += [_plain(figure), figure.unit or "", figure.change]
    if when is not None:
        parts += [str(when.earliest), str(when.latest), when.role, when.moment]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def judged(verdict: Verdict, claim: Claim) -> Verdict:
    """A verdict with what it is given on: the hash that tells whether that changed, and the words that tell how."""
    figure, when = claim.figure, claim.date
    return replace(
        verdict,
        seen=seen(claim),
        quote=quoted(claim),
        figure=write_figure(figure) if figure else "",
        when=write_when(when) if when else "",
        speaker=claim.speaker,
        modality=claim.modality.value,
    )


def quoted(claim: Claim) -> str:
    """The words of a claim as a verdict keeps them."""
    return " ".join(claim.quote.split())[:QUOTED]


def _plain(figure: Quantity) -> str:
    return f"{figure.low.normalize()}{figure.high.normalize()}{figure.low_open}{figure.high_open}{figure.hedge}"
