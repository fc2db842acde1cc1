"""How a figure or date of a draft stands to claims of the desk, asked of the same gates and ladders as of two sources.

What comes in: a claim of a draft and one of the desk. What goes out: a Beside. A draft speaks as of now: where it names
no day for a figure, the figure is compared as if it were stated for the day of the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from reconcile.compare import Articles, compare, relate_dates, relate_figures
from reconcile.lint.drafts.days import given
from reconcile.lint.drafts.read import Draft
from reconcile.model import Claim, Dimension, Dossier, Finding, Hedge, Member, Outcome, Quantity, Source, Topic, When
from reconcile.model import values as numbers
from reconcile.model.units import of_land

_APART: Final = frozenset(
    {
        "disjoint",
        "adjacent",
        "bound_violated",
        "magnitude_slip",
        "digits_swapped",
        "opposite_change",
        "other_hour",
        "other_deadline",
        "vague_apart",
    }
)
_CLOSE: Final = frozenset({"rounds_to", "approx_equal"})
_ALIKE: Final = frozenset({"equal", "equal_converted"})


@dataclass(frozen=True, slots=True)
class Beside:
    """A claim of the desk, and how the draft's stands to it.

    Attributes:
        same: whether both give the same value.
        fits: whether both can hold.
        apart: whether they exclude each other, whatever may explain it but the days and deeds they are stated for.
        code: the relation's.
    """

    claim: Claim
    same: bool
    fits: bool
    apart: bool
    code: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure or date of a draft, the topic it speaks of, and the topic's claims of the same kind beside it."""

    draft: Draft
    claim: Claim
    topic: str
    likeness: float
    pinned: bool
    beside: tuple[Beside, ...]

    @property
    def words(self) -> str:
        """Of its value, in small letters."""
        told = self.claim.quantity or self.claim.when
        return told.text.lower() if told else ""


def beside_topic(dossier: Dossier, draft: Draft, claim: Claim, topic: str, pinned: str) -> Iterator[Beside]:
    """The topic's claims of the same kind that the draft's may be compared with; the one it is pinned to comes last."""
    measured = _measured(dossier.findings_of[topic], pinned) if pinned else frozenset()
    for name in sorted(dossier.topic[topic].claims, key=lambda name: name == pinned):
        theirs = dossier.claim[name]
        if not of_a_kind(claim, theirs):
            continue
        if pinned:
            if name == pinned or name in measured:
                yield bare(claim, theirs)
        elif (row := _compared(dossier, draft, claim, theirs)) is not None:
            yield row


def of_a_kind(claim: Claim, theirs: Claim) -> bool:
    """Whether both give a figure, or a day, or an hour."""
    if claim.date is not None and theirs.date is not None and bool(claim.date.clock) != bool(theirs.date.clock):
        return False
    return (claim.figure is None) == (theirs.figure is None) and (claim.date is None) == (theirs.date is None)


def _measured(findings: Sequence[Finding], one: str) -> frozenset[str]:
    """The claims whose value was set against that of one."""
    own = (f for f in findings if one in (f.left, f.right) and f.outcome is not Outcome.NOT_COMPARABLE)
    return frozenset(name for finding in own for name in (finding.left, finding.right) if name)


def bare(claim: Claim, theirs: Claim) -> Beside:
    """How two values stand, of which a person said that they are of one thing."""
    if claim.figure is not None and theirs.figure is not None:
        counts = claim.figure.kind == theirs.figure.kind == "count"  # "27 lives" are 27 people: the link says so
        one = counts or one_measure(claim.figure, theirs.figure)
        ours = replace(claim.figure, unit=theirs.figure.unit) if one else claim.figure
        row = relate_figures(ours, theirs.figure)
        return _row(theirs, row.code, row.outcome)
    assert claim.date is not None  # noqa: S101 - the caller pairs like with like
    assert theirs.date is not None  # noqa: S101 - as above
    dated = relate_dates(claim.date, theirs.date)
    return _row(theirs, dated.code, dated.outcome)


def one_measure(figure: Quantity, other: Quantity) -> bool:
    """Whether two figures have one unit; kroner may be those of Norway."""
    return figure.unit == other.unit or of_land(figure.unit, other.unit) or of_land(other.unit, figure.unit)


def slipped(row: Beside, claim: Claim) -> Beside:
    """How a value stands to another in the same words: where both could hold, one is still not what was copied.

    A figure may be rounded on the way and a date be told more coarsely, and neither becomes finer.
    """
    ours, theirs = claim.figure, row.claim.figure
    if ours is not None and theirs is not None:
        rounded = row.code in _CLOSE and digits(ours) < digits(theirs)
        slipped = not rounded and (_ends(ours) != _ends(theirs) if None in (ours.value, theirs.value)
                                   else ours.value != theirs.value)  # fmt: skip
    else:
        days, known = claim.date, row.claim.date
        slipped = days is not None and known is not None and _known(days, known) and not given(days, known)
    return replace(row, same=False, fits=False, apart=True) if slipped and row.code not in _ALIKE else row


def _known(days: When, known: When) -> bool:
    """Whether both name days of a known year, or hours."""
    return (days.anchored and known.anchored) or bool(days.clock and known.clock)


def digits(figure: Quantity) -> int:
    """How many digits of a number tell something: 2 of 3,400."""
    return numbers.digits(figure.value) if figure.value is not None else 0


def _ends(figure: Quantity) -> tuple[Decimal, Decimal]:
    return figure.low, figure.high


def _row(theirs: Claim, code: str, outcome: Outcome) -> Beside:
    fits = outcome in (Outcome.AGREE, Outcome.COMPATIBLE) or (outcome is Outcome.DIFFERS and code not in _APART)
    apart = outcome is Outcome.CONFLICTS or (outcome is Outcome.DIFFERS and code in _APART)
    return Beside(theirs, outcome is Outcome.AGREE, fits, apart, code)


def _compared(dossier: Dossier, draft: Draft, claim: Claim, theirs: Claim) -> Beside | None:
    """How the two stand by gate and ladder; None where they may not be compared."""
    finding = related(dossier, draft, claim, theirs)
    if finding is None or (finding.relation != "different_unit" and _excused(finding, claim, theirs)):
        return None
    return _row(theirs, finding.relation, finding.outcome)


def related(dossier: Dossier, draft: Draft, claim: Claim, theirs: Claim, *, worded: bool = False) -> Finding | None:
    """What is found of a claim of the draft and one of the desk, laid side by side as of two sources.

    Args:
        worded: whether what only their words tell is asked for, too.
    """
    home = dossier.source[theirs.source]
    stated = theirs.stated_for(home.published)  # a toll of Thursday that Friday's paper has grew on no other day
    day = draft.source.published if claim.date is not None else stated
    text: Source = replace(draft.source, published=day, publisher="")
    topic = Topic("draft", "", (Member(claim.id, ""), Member(theirs.id, "")))
    claims = {c.id: c for c in (*dossier.claims, claim) if c.source == theirs.source or c is claim}
    found = compare(topic, Articles({text.slug: text, home.slug: home}, claims), ())
    told = (f for f in found if f.right is not None and not f.others)
    return next((f for f in told if worded or f.dimension is not Dimension.WORDING), None)


def _excused(finding: Finding, claim: Claim, theirs: Claim) -> bool:
    """Whether the two are refused, or apart for a reason that the draft itself gives."""
    if finding.outcome is Outcome.NOT_COMPARABLE:
        return True
    if finding.outcome is not Outcome.DIFFERS or finding.relation not in _APART:
        return False
    if finding.explanation == "attribution":
        return not one_speaker(claim.speaker, theirs.speaker)
    return bool(finding.explanation)


def one_speaker(one: str, other: str) -> bool:
    """Whether two names of speakers share a word: "the ministry" and "the interior ministry"."""
    ours, theirs = (frozenset(name.lower().split()) - {"the", "a", "an"} for name in (one, other))
    return bool(ours & theirs)


def exact(claim: Claim) -> bool:
    """Whether a figure is stated without any bound."""
    return claim.figure is not None and claim.figure.hedge is Hedge.EXACT
