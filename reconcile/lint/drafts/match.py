"""What a draft says of the desk's topics: each of its figures and dates beside the claims of the topic it speaks of.

What comes in: a draft and a dossier. What goes out: Statements. A claim of the draft comes to a topic by a link that
pins it, by standing in a source's own words (`twins`), or by being like the topic's claims (`align.attach`); how its
value stands to each claim of the topic is asked in `beside`. A draft that tells another story than the desk is judged
by its links alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reconcile.align import Attached, attach
from reconcile.lint.drafts.ages import ages, named
from reconcile.lint.drafts.beside import Statement, beside_topic, slipped
from reconcile.lint.drafts.denied import Contradicted, contradicted
from reconcile.lint.drafts.read import Draft
from reconcile.lint.drafts.strays import of_more, strays
from reconcile.lint.drafts.twins import twins
from reconcile.model import Claim, Dossier, Modality

SPOKEN_OF: Final = 0.3  # likeness from which a draft's claim is taken to speak of a topic; measured, see the tests
BELONGS: Final = 0.55  # how far a draft must tell the desk's story; measured on look-alike events: tests.bench.drafts
_SHORT: Final = frozenset({"second", "minute", "hour"})
_SINCE: Final = re.compile(r"\s+(?:after|ago|since|later|on)\b")
ARTICLE: Final = 120  # words from which that is asked in full; of a shorter text less can be asked


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a draft says of the desk's topics.

    Attributes:
        statements: in the order of the draft.
        belongs: whether it tells a story of the desk; where it does not, it is judged by its links alone.
        strays: figures that nothing on the desk bears out, each beside the one claim that has another in like words.
        denied: what the draft denies and the desk tells, or the other way round.
    """

    statements: tuple[Statement, ...]
    belongs: bool
    strays: tuple[Statement, ...] = ()
    denied: tuple[Contradicted, ...] = ()


def spoken(dossier: Dossier, draft: Draft) -> Spoken:
    """Every figure and date of a draft that speaks of a topic."""
    links = {ours: theirs for ours, theirs in draft.pins().items() if theirs in dossier.topic_of}
    free = any(claim.id not in links and (claim.figure or claim.date) for claim in draft.claims)
    denials = any(claim.modality is Modality.DENIED for claim in (*draft.claims, *dossier.claims))
    if not dossier.claims or not (free or denials):
        return Spoken(tuple(_statements(dossier, draft, links, {}, {})), belongs=True)
    laid = attach(dossier.sources, dossier.claims, dossier.topic_of, draft.source, draft.claims)
    belongs = laid.belonging >= BELONGS * min(1.0, max(1, laid.length) / ARTICLE)
    near: dict[str, list[Attached]] = {}
    for row in laid.attached if belongs else ():
        if row.likeness >= SPOKEN_OF:
            near.setdefault(row.claim, []).append(row)
    copied = twins(dossier, draft) if belongs else {}
    aged = {claim.id for _, _, claim in named(draft.claims, draft.source.text)} - links.keys()  # whose, the name says
    told = tuple(
        replace(said, beside=tuple(row for row in said.beside if row.fits)) if said.claim.id in aged else said
        for said in _statements(dossier, draft, links, near, copied)
    )
    bound = {claim.id for claim in draft.claims if _till_now(draft, claim)}
    loose = [row for row in laid.attached if belongs and row.claim not in {*links, *copied, *bound, *aged}]
    theirs = ages(dossier, draft, aged) if belongs else ()
    found = (*theirs, *strays(dossier, draft, loose, told, laid.belonging))
    near_by = (row for row in laid.attached if belongs and row.claim not in links)
    return Spoken(told, belongs, found, tuple(contradicted(dossier, draft, near_by)))


def _statements(
    dossier: Dossier,
    draft: Draft,
    links: Mapping[str, str],
    near: Mapping[str, Sequence[Attached]],
    copied: Mapping[str, str],
) -> Iterator[Statement]:
    pins = {**copied, **links}
    for claim in draft.claims:
        if not (claim.figure or claim.date) or (claim.id not in links and _till_now(draft, claim)):
            continue
        if claim.id in pins:
            topic = dossier.topic_of[pins[claim.id]]
            rows = beside_topic(dossier, draft, claim, topic, pins[claim.id])
            if claim.id not in links:
                rows = (slipped(row, claim) if row.claim.id == pins[claim.id] else row for row in rows)
            yield Statement(draft, claim, topic, 1.0, pinned=True, beside=tuple(rows))
        elif claim.id in near and not of_more(draft.source, claim):
            yield _likeliest(dossier, draft, claim, near[claim.id])


def _till_now(draft: Draft, claim: Claim) -> bool:
    """Whether a claim counts the days since something: "two days after the quake" is right on one day only."""
    figure, words = claim.figure, claim.quantity
    if figure is None or words is None or figure.kind != "time" or figure.unit in _SHORT:
        return False
    return _SINCE.match(draft.source.text, words.span.end) is not None


def _likeliest(dossier: Dossier, draft: Draft, claim: Claim, near: Iterable[Attached]) -> Statement:
    """A claim beside the likeliest topic that has something to compare it with; beside the likeliest where none has."""
    first = None
    for row in near:
        topic = dossier.topic_of[row.nearest]
        rows = tuple(beside_topic(dossier, draft, claim, topic, ""))
        found = Statement(draft, claim, topic, row.likeness, pinned=False, beside=rows)
        if rows:
            return found
        first = first or found
    assert first is not None  # noqa: S101 - the caller names a topic at least
    return first
