"""A: a draft's figures and dates against what reviewers decided (A601 to A605)."""

from collections.abc import Iterator, Sequence
from typing import Final

from reconcile.lint.drafts.match import Beside, Statement, exact
from reconcile.lint.rule import Checked, place_in, problem
from reconcile.model import Claim, Decision, Dossier, Hedge, Level, Modality, Outcome, Problem, Role, Standing
from reconcile.report.view import View, view
from reconcile.report.wording import wording

SURE: Final = 0.45  # likeness from which a value that fits no claim contradicts them; below it, it may be another thing
_HOLDS: Final = frozenset({Standing.STANDS, Standing.NARROWED})
_REJECTED: Final = {
    Standing.WRONG: "a reviewer found it wrong",
    Standing.SUPERSEDED: "a later or better figure took its place",
    Standing.UNVERIFIABLE: "it could not be verified",
}
_UPPER: Final = frozenset({Hedge.AT_MOST, Hedge.LESS_THAN, Hedge.NEARLY})
_LOWER: Final = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN})
_LOOSE: Final = frozenset({"bounds_compatible", "bounds_differ", "vague_compatible"})
_SIDED: Final = frozenset({Role.BY, Role.BEFORE, Role.AFTER, Role.SINCE, Role.UNTIL})


class _Judged:
    """A statement with what reviewers made of its topic."""

    def __init__(self, checked: Checked, statement: Statement) -> None:
        self.said, self.dossier = statement, checked.dossier
        self.view: View = view(self.dossier, self.dossier.topic[statement.topic])
        self.decision = self.view.decided.decision if self.view.decided else None
        standing = {row.claim.id: _standing(self.dossier, row.claim) for row in statement.beside}
        self.holding = [row for row in statement.beside if standing[row.claim.id] in _HOLDS]
        self.rejected = [
            (row, how) for row in statement.beside if (how := standing[row.claim.id]) is not None and how in _REJECTED
        ]

    @property
    def borne_out(self) -> bool:
        """Whether a claim that stands gives the value, or one close to it."""
        return any(map(_firm, self.holding))

    @property
    def instead(self) -> str:
        """The wording to use."""
        told = wording(self.dossier, self.view)
        return f"write instead: {told}" if told else f"see the topic {self.said.topic}"


def _firm(row: Beside) -> bool:
    """Whether a claim gives the value, or one close to it: "at least 12" allows for 19 and does not give it."""
    return row.fits and row.code not in _LOOSE


def _standing(dossier: Dossier, claim: Claim) -> Standing | None:
    verdicts = dossier.verdicts_of(claim.id)
    return verdicts[0].standing if verdicts else None


def _judged(checked: Checked) -> Iterator[_Judged]:
    return (_Judged(checked, statement) for statement in checked.statements)


def _told(checked: Checked, code: str, judged: _Judged, row: Beside, message: str) -> Problem:
    """A problem at the draft's words, with the words of the desk beside it."""
    level = Level.WARNING if code == "A605" else Level.ERROR
    claim = judged.said.claim
    words = claim.quantity or claim.when
    assert words is not None  # noqa: S101 - statements have a value
    source = checked.dossier.source[row.claim.source]
    theirs = row.claim.quantity or row.claim.when
    related = place_in(checked, source, (theirs or row.claim).span.start)
    return problem(code, level, judged.said.draft.place(words.span.start), message, judged.instead, related)


def _quoted(claim: Claim) -> str:
    told = claim.quantity or claim.when
    return f"“{' '.join(told.text.split())}”" if told else ""


def _also_right(checked: Checked, judged: _Judged) -> bool:
    """Whether the body of the draft gives the standing value as well: it tells how the figure came about."""
    said = judged.said
    if said.claim.headline:
        return False
    others = (other for other in _judged(checked) if other.said.draft is said.draft and other.said is not said)
    return any(other.said.topic == said.topic and other.borne_out and _one_kind(other.said, said) for other in others)


def _one_kind(one: Statement, other: Statement) -> bool:
    return (one.claim.figure is None) == (other.claim.figure is None)


def _contradictions(checked: Checked) -> Iterator[tuple[_Judged, Beside]]:
    """Values that exclude every claim that stands, each with the first of these."""
    for judged in _judged(checked):
        decided = judged.decision not in (None, Decision.UNRESOLVED_CONFLICT, Decision.DEFERRED, Decision.MISALIGNED)
        sure = judged.said.pinned or judged.said.likeness >= SURE
        if not (decided and sure and judged.holding) or any(row.same for row, _ in judged.rejected):
            continue
        apart = [row for row in judged.holding if row.apart]
        if apart and not judged.borne_out and not _also_right(checked, judged):
            yield judged, apart[-1]


def a601(checked: Checked) -> Iterator[Problem]:
    """What: the draft gives a figure that contradicts a reviewed verdict.

    Why: somebody has weighed the sources already; the draft says what none of those that stand says.
    Bad: "27 people were killed" where the verdict is that 31 were, and no source says 27
    Good: "31 people were killed, the ministry said"
    Fix: take the wording that is shown. If you have a newer source, put it on the desk and review the topic.
    """
    for judged, row in _contradictions(checked):
        if judged.said.claim.figure is not None:
            message = (
                f"{_quoted(judged.said.claim)} contradicts the verdict on {judged.said.topic}: {_quoted(row.claim)}"
            )
            yield _told(checked, "A601", judged, row, message)


def a602(checked: Checked) -> Iterator[Problem]:
    """What: the draft gives a date that contradicts a reviewed verdict.

    Why: as for a figure.
    Bad: "the dam broke on March 6" where every source that stands says March 4
    Good: "the dam broke on March 4"
    Fix: take the wording that is shown, or put your source on the desk.
    """
    for judged, row in _contradictions(checked):
        if judged.said.claim.date is not None:
            message = (
                f"{_quoted(judged.said.claim)} contradicts the verdict on {judged.said.topic}: {_quoted(row.claim)}"
            )
            yield _told(checked, "A602", judged, row, message)


def a603(checked: Checked) -> Iterator[Problem]:
    """What: the draft states one side of a conflict that nobody has settled, as if it were settled.

    Why: its readers will not know that another source says something else.
    Bad: "The contract was worth 2.4 million euros", while another outlet has 4.2 million
    Good: "The Courier puts the contract at 2.4 million euros, the Times at 4.2 million"
    Fix: give both sides with their sources, or settle the conflict first.
    """
    for judged in _judged(checked):
        said = judged.said
        if judged.decision not in (None, Decision.UNRESOLVED_CONFLICT, Decision.DEFERRED):
            continue
        ours = next((row for row in said.beside if row.same), None)
        theirs = next((row for row in said.beside if row.apart), None)
        if ours is None or theirs is None or _attributed(checked, said) or _both_sides(checked, said):
            continue
        if _in_conflict(judged.dossier, said.topic, ours.claim.id, theirs.claim.id):
            outlet = checked.dossier.source[theirs.claim.source].publisher or theirs.claim.source
            message = f"{_quoted(said.claim)} is stated as settled, but {outlet} has {_quoted(theirs.claim)}"
            yield _told(checked, "A603", judged, theirs, message)


def _in_conflict(dossier: Dossier, topic: str, one: str, other: str) -> bool:
    """Whether the two sides are in conflict: by what was found, or by what a reviewer says of their topic."""
    found = [f for f in dossier.findings_of[topic] if {f.left, f.right} == {one, other}]
    return any(f.outcome is Outcome.CONFLICTS for f in found) or bool(
        found and view(dossier, dossier.topic[topic]).decided
    )


def _attributed(checked: Checked, said: Statement) -> bool:
    """Whether the draft says whose word it is: a speaker, or an outlet's name in the sentence."""
    if said.claim.speaker:
        return True
    sentence = said.draft.source.text[said.claim.sentence.start : said.claim.sentence.end].lower()
    names = (
        name.lower().removeprefix("the ")
        for row in said.beside
        for source in [checked.dossier.source[row.claim.source]]
        for name in (source.publisher, source.agency)
    )
    return any(name and name in sentence for name in names)


def _both_sides(checked: Checked, said: Statement) -> bool:
    """Whether another claim of the draft gives what excludes this one."""
    apart = {row.claim.id for row in said.beside if row.apart}
    return any(
        other is not said
        and other.draft is said.draft
        and any(row.same and row.claim.id in apart for row in other.beside)
        for other in checked.statements
    )


def a604(checked: Checked) -> Iterator[Problem]:
    """What: the draft uses a claim that a reviewer rejected.

    Why: the claim was found wrong, overtaken, or not to be verified.
    Bad: "19 people were killed" after the verdict that the count of March 8, 31, took its place
    Good: "31 people were killed, the ministry said on March 8"
    Fix: take the wording that is shown; to tell how a count grew, give the day of each.
    """
    for judged in _judged(checked):
        claim = judged.said.claim
        used = next(((row, how) for row, how in judged.rejected if row.same), None)
        if used is None or judged.borne_out or judged.decision is None or _also_right(checked, judged):
            continue
        row, how = used
        told_as_such = how is Standing.UNVERIFIABLE and (claim.speaker or claim.modality is not Modality.HAPPENED)
        dated = how is Standing.SUPERSEDED and claim.as_of is not None
        if not told_as_such and not dated:
            message = f"{_quoted(claim)} was rejected in {judged.said.topic}: {_REJECTED[how]}"
            yield _told(checked, "A604", judged, row, message)


def a605(checked: Checked) -> Iterator[Problem]:
    """What: the draft drops the bound, the range, the hedge or the unit of what stands.

    Why: "up to 90,000" without "up to" is another claim, and one end of a range is no range.
    Bad: "90,000 people fled" where the sources say "up to 90,000" and "between 75,000 and 90,000"
    Good: "between 75,000 and 90,000 people fled"
    Fix: take the wording that is shown.
    """
    for judged in _judged(checked):
        claim = judged.said.claim
        holding = judged.holding if judged.decision is not None else []
        if claim.figure is not None:
            lost = _bound_lost(claim, holding, ranged=judged.decision is Decision.RANGE)
        else:
            lost = _side_lost(claim, holding)
        if lost is not None:
            theirs = _quoted(lost.claim)
            message = f"{_quoted(claim)} drops what stands in {judged.said.topic}: {theirs}"
            yield _told(checked, "A605", judged, lost, message)


def _bound_lost(claim: Claim, holding: Sequence[Beside], *, ranged: bool) -> Beside | None:
    """The claim whose bound a figure lost; None where one that stands says it as it is."""
    figure = claim.figure
    if figure is None or figure.value is None or not holding:
        return None
    for row in holding:
        theirs = row.claim.figure
        if theirs is not None and theirs.hedge is figure.hedge and row.same and not ranged:
            return None
    for row in holding:
        theirs = row.claim.figure
        if theirs is None or theirs.hedge is Hedge.VAGUE:
            continue
        if row.code == "different_unit" and theirs.value == figure.value and not any(other.fits for other in holding):
            return row
        if not row.fits:
            continue
        meets = figure.value in (theirs.value, theirs.low, theirs.high)
        turned = {figure.hedge, theirs.hedge} <= _UPPER | _LOWER and (figure.hedge in _UPPER) != (
            theirs.hedge in _UPPER
        )
        if meets and (turned or (exact(claim) and theirs.hedge is not Hedge.EXACT)):
            return row
        if ranged and exact(claim) and not row.same and theirs.kind == figure.kind:
            return row
    return None


def _side_lost(claim: Claim, holding: Sequence[Beside]) -> Beside | None:
    """The claim that says "by" or "after" a day on which the draft says it was."""
    when = claim.date
    if when is None or when.role is not Role.ON or not when.anchored:
        return None
    same = [r for r in holding if (d := r.claim.date) and (d.earliest, d.latest) == (when.earliest, when.latest)]
    if not same or any(row.claim.date and row.claim.date.role is Role.ON for row in same):
        return None
    return next((row for row in same if row.claim.date and row.claim.date.role in _SIDED), None)
