"""What a draft denies and a source tells, or the other way round: "never asked for a transfer", "asked in May for one".

What comes in: a dossier, a draft and how alike their claims are. What goes out: a Contradicted for each claim of the
draft that one of the desk excludes, whether it gives a figure or a date or neither.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from reconcile.align import Attached
from reconcile.lint.drafts.beside import one_speaker, related
from reconcile.lint.drafts.judged import REJECTED
from reconcile.lint.drafts.read import Draft
from reconcile.model import Claim, Dossier, Modality

LIKE: Final = 0.3  # likeness from which the words may be of one thing; what they deny is asked of the comparison
_POLARITY: Final = "polarity"


@dataclass(frozen=True, slots=True)
class Contradicted:
    """A claim of a draft and one of the desk of which one denies the other."""

    draft: Draft
    claim: Claim
    theirs: Claim


def _open(dossier: Dossier, claim: Claim) -> bool:
    """Whether a claim was rejected, or another source contradicts it already: then either may be told."""
    own = (f for f in dossier.findings_of[dossier.topic_of[claim.id]] if claim.id in (f.left, f.right))
    rejected = any(verdict.standing in REJECTED for verdict in dossier.verdicts_of(claim.id))
    return rejected or any(finding.relation == _POLARITY for finding in own)


def contradicted(dossier: Dossier, draft: Draft, attached: Iterable[Attached]) -> Iterator[Contradicted]:
    """The claims of a draft that the desk denies, or that deny what the desk tells, in the order of the draft."""
    own = {claim.id: claim for claim in draft.claims}
    done: set[tuple[int, int]] = set()
    for row in attached:
        claim = own[row.claim]
        place = (claim.span.start, claim.span.end)
        if row.likeness < LIKE or place in done:
            continue
        for name in dossier.topic[dossier.topic_of[row.nearest]].claims:
            theirs = dossier.claim[name]
            one_side = (claim.modality is Modality.DENIED) == (theirs.modality is Modality.DENIED)
            told_by_another = claim.speaker and not one_speaker(claim.speaker, theirs.speaker)
            if one_side or told_by_another or _open(dossier, theirs):
                continue
            finding = related(dossier, draft, claim, theirs, worded=True)
            if finding is not None and finding.relation == _POLARITY:
                done.add(place)
                yield Contradicted(draft, claim, theirs)
                break
