"""What a draft says of a topic beside what reviewers made of it, and which of its values exclude what stands there."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from reconcile.compare import RELATIONS
from reconcile.lint.drafts.beside import Beside, Statement
from reconcile.model import Claim, Decision, Dossier, Standing
from reconcile.report import dating
from reconcile.report.view import View
from reconcile.report.wording import wording

_WORD: Final = re.compile(r"\w+")
SURE: Final = 0.45  # likeness from which a value that fits no claim contradicts them; below it, it may be another thing
FEW: Final = 3  # figures and dates of a draft, of which none need be the desk's
OPEN: Final = frozenset({None, Decision.UNRESOLVED_CONFLICT, Decision.DEFERRED})
_HOLDS: Final = frozenset({Standing.STANDS, Standing.NARROWED})
REJECTED: Final = {
    Standing.WRONG: "a reviewer found it wrong",
    Standing.SUPERSEDED: "a later or better figure took its place",
    Standing.UNVERIFIABLE: "it could not be verified",
}
_LOOSE: Final = frozenset({row.code for row in RELATIONS["doubts"]}) | {  # both can hold, and neither says the other
    "bounds_compatible", "bounds_differ", "vague_compatible", "bound", "deadline_v_event", "close", "touching",
    "hour_fits", "same_weekday",
}  # fmt: skip


class Judged:
    """A statement with what reviewers made of its topic."""

    def __init__(self, dossier: Dossier, statement: Statement, seen: View) -> None:
        self.said, self.dossier, self.view = statement, dossier, seen
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
        _, theirs = both(self.said.claim, row.claim)
        return f"write instead: {theirs} ({source.publisher or source.slug})"


def firm(row: Beside) -> bool:
    """Whether a claim gives the value, or one close to it: "at least 12" allows for 19 and does not give it."""
    return row.fits and row.code not in _LOOSE


def _standing(dossier: Dossier, claim: Claim) -> Standing | None:
    verdicts = dossier.verdicts_of(claim.id)
    return verdicts[0].standing if verdicts else None


def quoted(claim: Claim) -> str:
    """The words of a claim's value, in quotation marks."""
    told = claim.quantity or claim.when
    return f"“{' '.join(told.text.split())}”" if told else ""


def both(claim: Claim, other: Claim) -> tuple[str, str]:
    """The words of two values that are apart, and the days meant where those are the same: “June 11”, “11 June”."""
    ours, theirs = quoted(claim), quoted(other)
    same = sorted(_WORD.findall(ours.lower())) == sorted(_WORD.findall(theirs.lower()))
    if not same or claim.date is None or other.date is None:
        return ours, theirs
    return f"{ours}, {dating.when(claim.date)},", f"{theirs}, {dating.when(other.date)}"


Key = tuple[str, str, str]  # of a value: path of the draft, topic, whether it is a figure, a day or an hour


def _key(judged: Judged) -> Key:
    claim = judged.said.claim
    kind = "figure" if claim.date is None else "hour" if claim.date.clock else "day"
    return judged.said.draft.path, judged.said.topic, kind


def righted(every: Sequence[Judged]) -> Callable[[Judged], bool]:
    """Of a value, whether the draft gives one that counts as well: then it tells how the other came about.

    A title tells nothing of how it came about.
    """
    right = Counter(_key(judged) for judged in every if judged.borne_out)

    def also_right(judged: Judged) -> bool:
        return not judged.said.claim.headline and right[_key(judged)] > judged.borne_out

    return also_right


def excluding(every: Sequence[Judged]) -> Iterator[tuple[Judged, Beside]]:
    """Values that exclude every claim that stands or that nobody has judged, each with the last of these.

    A draft in which more excludes the desk than agrees with it is of another event; of one with hardly any figure or
    date that cannot be told.
    """
    also_right = righted(every)
    found: list[tuple[Judged, Beside]] = []
    for judged in every:
        sure = judged.said.pinned or judged.said.likeness >= SURE
        if not sure or any(row.same for row, _ in judged.rejected) or judged.decision is Decision.MISALIGNED:
            continue
        apart = [row for row in judged.counting if row.apart]
        if apart and not judged.borne_out and (judged.said.pinned or not also_right(judged)):
            found.append((judged, apart[-1]))
    several = Counter(judged.said.draft.path for judged, _ in found if not judged.said.pinned)
    shared = {
        (judged.said.draft.path, judged.said.words) for judged in every if any(r.same for r in judged.said.beside)
    }
    agreeing = Counter(path for path, _ in shared)
    for judged, row in found:
        path = judged.said.draft.path
        few = len([claim for claim in judged.said.draft.claims if claim.figure or claim.date]) <= FEW
        if judged.said.pinned or several[path] <= max(agreeing[path], few):
            yield judged, row
