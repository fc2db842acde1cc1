"""Findings as they are shown: the sentence for a fact-checker, the steps for `why`, the id.

What comes in: a pair of claims, the row that holds and what was tried. What goes out: a Finding.
"""

import hashlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reconcile.compare import tally
from reconcile.compare.dates import assumed_year
from reconcile.compare.pair import Pair
from reconcile.compare.side import Side
from reconcile.model import Dimension, Finding, Origin, Outcome, Topic, shared_origin


class Comparison(NamedTuple):
    """What comparing came to, before it is put into words.

    Attributes:
        code, dimension, outcome, because, settles, explanation: as in `relation.Relation`.
        notes: what else a person must know: assumptions, caps.
        steps: how it was reached.
        surmised: as in `model.Finding`.
    """

    code: str
    dimension: Dimension
    outcome: Outcome
    because: str
    settles: str = ""
    explanation: str = ""
    notes: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    surmised: bool = False


def finding(topic: Topic, pair: Pair, said: Comparison, origins: Sequence[Origin]) -> Finding:
    """The finding of a pair."""
    left, right = pair.left.claim.id, pair.right.claim.id
    gist = _gist(pair, said, origins)
    return Finding(
        id=_id(topic.id, said.code, (left, right, *said.others)),
        topic=topic.id,
        left=left,
        right=right,
        dimension=said.dimension,
        relation=said.code,
        outcome=said.outcome,
        because=_sentence(pair, said, gist),
        explanation=said.explanation,
        others=said.others,
        steps=said.steps,
        gist=gist,
        surmised=said.surmised,
    )


def alone(topic: Topic, only: Sequence[Side]) -> Finding:
    """The finding of a topic that one source alone speaks of."""
    first = only[0].claim
    dimension = Dimension.FIGURE if first.quantity else Dimension.DATE if first.when else Dimension.WORDING
    return Finding(
        id=_id(topic.id, "single_source", (first.id,)),
        topic=topic.id,
        left=first.id,
        right=None,
        dimension=dimension,
        relation="single_source",
        outcome=Outcome.SINGLE_SOURCE,
        because=f"Only {only[0].outlet} says so; no other source here has it. What one leaves out, it does not deny.",
        others=tuple(side.claim.id for side in only[1:]),
        steps=(f"all {len(only)} claims of the topic are of {only[0].source.slug}",),
    )


def _id(topic: str, code: str, claims: Iterable[str]) -> str:
    return f"{topic}/{code}/{hashlib.sha256(chr(31).join(claims).encode()).hexdigest()[:6]}"


def _gist(pair: Pair, said: Comparison, origins: Sequence[Origin]) -> str:
    """What holds between the two, whoever they are."""
    both = (pair.left.claim, pair.right.claim)
    origin = shared_origin(origins, both) if said.outcome is Outcome.AGREE else None
    once = f"both go back to {origin.name or 'one text'}, so they count once" if origin else ""
    return "; ".join(filter(None, (said.because, *said.notes, once)))


def _sentence(pair: Pair, said: Comparison, gist: str) -> str:
    left, right = (f"{_name(side, pair)} has {side.words}" for side in (pair.left, pair.right))
    text = "; ".join((f"{left}, {right}: {gist}", *_assumed(pair, said))) + "."
    if said.settles and said.outcome in (Outcome.DIFFERS, Outcome.CONFLICTS, Outcome.NOT_COMPARABLE):
        text += f" To settle it: {said.settles}."
    return text


def _name(side: Side, pair: Pair) -> str:
    if pair.left.source is pair.right.source:
        whose = "its" if side is pair.right else f"{side.outlet}’s"
        return f"{whose} {'title' if side.claim.headline else 'text'}"
    same = pair.left.outlet == pair.right.outlet
    return f"{side.outlet} ({side.source.slug})" if same and side.outlet != side.source.slug else side.outlet


def _assumed(pair: Pair, said: Comparison) -> list[str]:
    notes: list[str] = []
    if said.dimension is Dimension.DATE and pair.left.claim.date and pair.right.claim.date:
        if assumed_year(pair.left.when, pair.right.when):
            notes.append("the year is not given in both and is taken to be the same")
        notes += [
            f"{side.outlet}'s date is read as {side.when.edtf} ({side.when.anchor.rule}, {side.when.anchor.base})"
            for side in (pair.left, pair.right)
            if side.when.anchor.base is not None and not side.when.clock
        ]
    if said.explanation == "as_of" and (first := tally.earlier(pair)) is not None:
        last = pair.right if first is pair.left else pair.left
        if first.day == last.day and not tally.by_hour(pair):
            notes.append(f"both figures are of {first.day}, and {first.outlet}'s was published first")
        else:
            days = (first.day, last.day) if first.day != last.day else ("the earlier hour", "the later")
            notes.append(f"{first.outlet}'s figure is of {days[0]}, {last.outlet}'s of {days[1]}")
    return notes
