"""A: a draft's figures and dates against what reviewers decided (A601 to A605), and what nobody decided (A609)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain
from typing import Final

from reconcile.lint.drafts.beside import Beside, Statement, exact
from reconcile.lint.drafts.days import given
from reconcile.lint.drafts.judged import OPEN, REJECTED, Judged, both, quoted, righted
from reconcile.lint.rule import Checked, place_in, problem
from reconcile.model import Claim, Decision, Dossier, Hedge, Level, Modality, Outcome, Problem, Quantity, Role, Standing
from reconcile.report.view import view

_UPPER: Final = frozenset({Hedge.AT_MOST, Hedge.LESS_THAN, Hedge.NEARLY})
_LOWER: Final = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN})
_SIDED: Final = frozenset({Role.BY, Role.BEFORE, Role.AFTER, Role.SINCE, Role.UNTIL})


def _told(checked: Checked, code: str, judged: Judged, row: Beside, message: str) -> Problem:
    """A problem at the draft's words, with the words of the desk beside it."""
    level = Level.WARNING if code in ("A605", "A609") else Level.ERROR
    claim = judged.said.claim
    words = claim.quantity or claim.when
    assert words is not None  # noqa: S101 - statements have a value
    source = checked.dossier.source[row.claim.source]
    theirs = row.claim.quantity or row.claim.when
    related = place_in(checked, source, (theirs or row.claim).span.start)
    return problem(code, level, judged.said.draft.place(words.span.start), message, judged.instead(row), related)


def _contradictions(checked: Checked) -> Iterator[tuple[Judged, Beside]]:
    """Values that exclude every claim that stands, each with the last of these, of what reviewers decided."""
    return ((judged, row) for judged, row in checked.excluding if judged.decision not in OPEN)


def a601(checked: Checked) -> Iterator[Problem]:
    """What: the draft gives a figure that contradicts a reviewed verdict.

    Why: somebody has weighed the sources already; the draft says what none of those that stand says.
    Bad: "27 people were killed" where the verdict is that 31 were, and no source says 27
    Good: "31 people were killed, the ministry said"
    Fix: take the wording that is shown. If you have a newer source, put it on the desk and review the topic.
    """
    for judged, row in _contradictions(checked):
        if judged.said.claim.figure is not None:
            message = f"{quoted(judged.said.claim)} contradicts the verdict on {judged.said.topic}: {quoted(row.claim)}"
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
            ours, theirs = both(judged.said.claim, row.claim)
            message = f"{ours} contradicts the verdict on {judged.said.topic}: {theirs}"
            yield _told(checked, "A602", judged, row, message)


def a603(checked: Checked) -> Iterator[Problem]:
    """What: the draft states one side of a conflict that nobody has settled, as if it were settled.

    Why: its readers will not know that another source says something else.
    Bad: "The contract was worth 2.4 million euros", while another outlet has 4.2 million
    Good: "The Courier puts the contract at 2.4 million euros, the Times at 4.2 million"
    Fix: give both sides with their sources, or settle the conflict first.
    """
    for judged in checked.judged:
        said = judged.said
        if judged.decision not in OPEN:
            continue
        ours = [row for row in said.beside if row.same]
        apart = (row for row in said.beside if row.apart)
        theirs = next((r for r in apart if any(_in_conflict(judged.dossier, said.topic, r, own) for own in ours)), None)
        if theirs is not None and not _attributed(checked, said) and not _both_sides(checked, said):
            outlet = checked.dossier.source[theirs.claim.source].publisher or theirs.claim.source
            here, there = both(said.claim, theirs.claim)
            message = f"{here} is stated as settled, but {outlet} has {there}"
            yield _told(checked, "A603", judged, theirs, message)


def _in_conflict(dossier: Dossier, topic: str, one: Beside, other: Beside) -> bool:
    """Whether the two sides are in conflict: by what was found, or by what a reviewer says of their topic."""
    found = [f for f in dossier.findings_of[topic] if {f.left, f.right} == {one.claim.id, other.claim.id}]
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
    also_right = righted(checked.judged)
    for judged in checked.judged:
        claim = judged.said.claim
        weighed = {row.claim.id for row in judged.view.measured}  # the day of a count that was overtaken is no claim
        used = next(((row, how) for row, how in judged.rejected if row.same and row.claim.id in weighed), None)
        if used is None or judged.borne_out or judged.decision is None or also_right(judged):
            continue
        row, how = used
        told_as_such = how is Standing.UNVERIFIABLE and (claim.speaker or claim.modality is not Modality.HAPPENED)
        dated = how is Standing.SUPERSEDED and claim.as_of is not None
        if not told_as_such and not dated:
            message = f"{quoted(claim)} was rejected in {judged.said.topic}: {REJECTED[how]}"
            yield _told(checked, "A604", judged, row, message)


def a605(checked: Checked) -> Iterator[Problem]:
    """What: the draft drops the bound, the range, the hedge or the unit of what stands, or of what nobody has judged.

    Why: "up to 90,000" without "up to" is another claim, one end of a range is no range, and most of a town not all.
    Bad: "90,000 people fled" where the sources say "up to 90,000" and "between 75,000 and 90,000"
    Good: "between 75,000 and 90,000 people fled"
    Fix: take the wording that is shown.
    """
    for judged in checked.judged:
        claim = judged.said.claim
        holding = judged.holding if judged.decision is not None else judged.said.beside
        if claim.figure is not None:
            lost = _bound_lost(claim, holding, ranged=judged.decision is Decision.RANGE)
        else:
            lost = _side_lost(claim, holding)
        if lost is not None:
            theirs = quoted(lost.claim)
            what = "what stands" if judged.decision is not None else "what the sources have"
            message = f"{quoted(claim)} drops {what} in {judged.said.topic}: {theirs}"
            yield _told(checked, "A605", judged, lost, message)
    for each in checked.enlarged:
        related = place_in(checked, each.source, each.origin)
        message = f"“{each.said}” is not what the source has: “{each.words}”"
        yield problem("A605", Level.WARNING, each.draft.place(each.at), message, f"write: {each.words}", related)


def _bound_lost(claim: Claim, holding: Sequence[Beside], *, ranged: bool) -> Beside | None:
    """The claim whose bound a figure lost; None where one that stands says it as it is."""
    figure = claim.figure
    if figure is None or figure.value is None or not holding:
        return None
    end = _one_end(figure, holding) if ranged and exact(claim) else None
    if any(row.same and row.claim.figure is not None and row.claim.figure.hedge is figure.hedge for row in holding):
        return end
    for row in holding:
        theirs = row.claim.figure
        if theirs is None or theirs.hedge is Hedge.VAGUE:
            continue
        if row.code == "different_unit" and theirs.value == figure.value and not any(other.fits for other in holding):
            other_thing = (
                figure.unit is not None and figure.kind != theirs.kind
            )  # two touchdowns, one of them of 2 yards
            same_words = quoted(claim).lower() == quoted(row.claim).lower()  # "22", of whatever it was read
            if not other_thing and not same_words:
                return row
            continue
        if not row.fits:
            continue
        meets = figure.value in (theirs.value, theirs.low, theirs.high)
        turned = {figure.hedge, theirs.hedge} <= _UPPER | _LOWER and (figure.hedge in _UPPER) != (
            theirs.hedge in _UPPER
        )
        if meets and (turned or (exact(claim) and theirs.hedge is not Hedge.EXACT)):
            return row
    return end


def _one_end(figure: Quantity, holding: Sequence[Beside]) -> Beside | None:
    """A claim of the range that one figure stands for; None where it lies beyond all that was weighed."""
    others = [(row, theirs) for row in holding if (theirs := row.claim.figure) and theirs.hedge is not Hedge.VAGUE]
    given = [bound for _, theirs in others for bound in _ends(theirs)]
    finite = [bound for bound in given if bound is not None and bound.is_finite()]
    if figure.value is None or not finite or not min(finite) <= figure.value <= max(finite):
        return None
    return next((row for row, theirs in others if row.fits and not row.same and theirs.kind == figure.kind), None)


def _ends(figure: Quantity) -> tuple[Decimal | None, ...]:
    """The numbers that a figure gives: "as many as 80" gives 80, and not the 0 that it allows for."""
    return (figure.value, figure.high) if figure.hedge in _UPPER else (figure.value, figure.low, figure.high)


def _side_lost(claim: Claim, holding: Sequence[Beside]) -> Beside | None:
    """The claim that says "by" or "after" a day on which the draft says it was."""
    when = claim.date
    if when is None or when.role is not Role.ON or not when.anchored:
        return None
    same = [r for r in holding if (d := r.claim.date) and given(when, d) and given(d, when)]
    if not same or any(row.claim.date and row.claim.date.role is Role.ON for row in same):
        return None
    return next((row for row in same if row.claim.date and row.claim.date.role in _SIDED), None)


def a609(checked: Checked) -> Iterator[Problem]:
    """What: the draft gives a figure or date that no source on the desk has, where the sources have another.

    Why: nobody has decided the topic, or the words do not plainly measure what the verdict is on; but no source bears
        the draft out either. A figure or date told in other words than the sources' is looked at where most of the
        draft is the desk's, the desk has its value nowhere, and the draft has the desk's value nowhere.
    Bad: "13 people were hurt" where the two sources say 31, and nobody has judged them yet
    Good: "31 people were hurt"
    Fix: take what the sources say, or put your own source on the desk.
    """
    told = {(judged.said.draft.path, judged.said.claim.id) for judged, _ in checked.excluding}
    undecided = (pair for pair in checked.excluding if pair[0].decision in OPEN)
    stray = (pair for pair in checked.straying if (pair[0].said.draft.path, pair[0].said.claim.id) not in told)
    for judged, row in chain(undecided, stray):
        outlet = checked.dossier.source[row.claim.source].publisher or row.claim.source
        ours, theirs = both(judged.said.claim, row.claim)
        message = f"no source on the desk has {ours} here: {outlet} has {theirs} ({judged.said.topic})"
        yield _told(checked, "A609", judged, row, message)
