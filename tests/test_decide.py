"""What a decision makes of each claim of a topic."""

from dataclasses import replace

from reconcile.model import Decision, Dimension, Finding, Outcome, Standing
from reconcile.model.decide import standings
from samples import dossier as sample


def test_what_contradicts_the_right_source_does_not_stand_whatever_else_it_agrees_with() -> None:
    whole = sample()
    alarm = whole.topic["first-alarm"]
    right, wrong = alarm.claims
    other = next(claim.id for claim in whole.claims if claim.source == whole.claim[right].source and claim.id != right)
    wider = replace(alarm, members=(*alarm.members, replace(alarm.members[0], claim=other)))
    also = Finding("more", alarm.id, other, wrong, Dimension.WORDING, "same_matter", Outcome.COMPATIBLE, "one matter")
    moved = tuple(topic for topic in whole.topics if topic.id != alarm.id)
    told = replace(whole, topics=(wider, *(replace(t, members=tuple(m for m in t.members if m.claim != other))
                                           for t in moved)), findings=(*whole.findings, also))  # fmt: skip
    assert whole.outcome(alarm.id) is Outcome.CONFLICTS
    becomes = standings(told, alarm.id, Decision.SOURCE_ERROR, whole.claim[right].source)
    assert becomes == {right: Standing.STANDS, other: Standing.STANDS, wrong: Standing.WRONG}
    agrees = replace(told, findings=(also,))
    assert standings(agrees, alarm.id, Decision.SOURCE_ERROR, whole.claim[right].source)[wrong] is Standing.STANDS
