"""What a draft says of a topic beside what reviewers made of it, and which of its values exclude what stands there."""

from collections.abc import Iterator, Sequence
from typing import Final

from reconcile.lint.drafts.match import Beside, Statement
from reconcile.lint.rule import Checked
from reconcile.model import Claim, Decision, Dossier, Standing
from reconcile.report.view import View, view
from reconcile.report.wording import wording

SURE: Final = 0.45  # likeness from which a value that fits no claim contradicts them; below it, it may be another thing
OPEN: Final = frozenset({None, Decision.UNRESOLVED_CONFLICT, Decision.DEFERRED})
_HOLDS: Final = frozenset({Standing.STANDS, Standing.NARROWED})
REJECTED: Final = {
    Standing.WRONG: "a reviewer found it wrong",
    Standing.SUPERSEDED: "a later or better figure took its place",
    Standing.UNVERIFIABLE: "it could not be verified",
}
_LOOSE: Final = frozenset({"bounds_compatible", "bounds_differ", "vague_compatible"})


class Judged:
    """A statement with what reviewers made of its topic."""

    def __init__(self, checked: Checked, statement: Statement) -> None:
        self.said, self.dossier = statement, checked.dossier
        self.view: View = view(self.dossier, self.dossier.topic[statement.topic])
        self.decision = self.view.decided.decision if self.view.decided else None
        standing = {row.claim.id: _standing(self.dossier, row.claim) for row in statement.beside}
        self.holding = [row for row in statement.beside if standing[row.claim.id] in _HOLDS]
        self.rejected = [
            (row, how) for row in statement.beside if (how := standing[row.claim.id]) is not None and how in REJECTED
        ]

    @property
    def counting(self) -> Sequence[Beside]:
        """The claims that count: those that stand, or all where nobody has decided."""
        return self.said.beside if self.decision in OPEN else self.holding

    @property
    def borne_out(self) -> bool:
        """Whether a claim that counts gives the value, or one close to it."""
        return any(map(firm, self.counting))

    def instead(self, row: Beside) -> str:
        """The wording to use: that of the topic where it tells of such values as a claim's, else the claim's own."""
        if any(told.claim.id == row.claim.id for told in self.view.measured):
            told = wording(self.dossier, self.view)
            if told:
                return f"write instead: {told}"
        source = self.dossier.source[row.claim.source]
        return f"write instead: {quoted(row.claim)} ({source.publisher or source.slug})"


def firm(row: Beside) -> bool:
    """Whether a claim gives the value, or one close to it: "at least 12" allows for 19 and does not give it."""
    return row.fits and row.code not in _LOOSE


def _standing(dossier: Dossier, claim: Claim) -> Standing | None:
    verdicts = dossier.verdicts_of(claim.id)
    return verdicts[0].standing if verdicts else None


def every(checked: Checked) -> Iterator[Judged]:
    """Every statement of the drafts with what reviewers made of its topic."""
    return (Judged(checked, statement) for statement in checked.statements)


def quoted(claim: Claim) -> str:
    """The words of a claim's value, in quotation marks."""
    told = claim.quantity or claim.when
    return f"“{' '.join(told.text.split())}”" if told else ""


def also_right(checked: Checked, judged: Judged) -> bool:
    """Whether the body of the draft gives the standing value as well: it tells how the figure came about."""
    said = judged.said
    if said.claim.headline:
        return False
    others = (other for other in every(checked) if other.said.draft is said.draft and other.said is not said)
    return any(other.said.topic == said.topic and other.borne_out and _one_kind(other.said, said) for other in others)


def _one_kind(one: Statement, other: Statement) -> bool:
    return (one.claim.figure is None) == (other.claim.figure is None)


def contradictions(checked: Checked) -> Iterator[tuple[Judged, Beside]]:
    """Values that exclude every claim that stands, each with the last of these, of what reviewers decided."""
    return ((judged, row) for judged, row in excluding(checked) if judged.decision not in OPEN)


def excluding(checked: Checked) -> Iterator[tuple[Judged, Beside]]:
    """Values that exclude every claim that stands or that nobody has judged, each with the last of these.

    A draft that has nothing of the desk's, and several things that exclude it, is of another event.
    """
    found: list[tuple[Judged, Beside]] = []
    for judged in every(checked):
        sure = judged.said.pinned or judged.said.likeness >= SURE
        if not sure or any(row.same for row, _ in judged.rejected) or judged.decision is Decision.MISALIGNED:
            continue
        apart = [row for row in judged.counting if row.apart]
        if apart and not judged.borne_out and (judged.said.pinned or not also_right(checked, judged)):
            found.append((judged, apart[-1]))
    for judged, row in found:
        draft = judged.said.draft
        several = sum(other.said.draft is draft and not other.said.pinned for other, _ in found) > 1
        agrees = any(row.same for said in checked.statements if said.draft is draft for row in said.beside)
        if judged.said.pinned or agrees or not several:
            yield judged, row
