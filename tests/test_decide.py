"""What a decision makes of each claim of a topic."""

from dataclasses import replace

from reconcile.model import Decision, Dimension, Finding, Outcome, Standing
from reconcile.model.decide import explanation, propose, standings
from reconcile.pipeline import read, reconcile
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


def test_what_contradicts_a_value_that_others_share_with_the_right_source_does_not_stand() -> None:
    texts = {
        "post": ("Quake kills 14 in the valley\n\nAt least 14 people died in the valley, the ministry said.", "Post"),
        "wire": ("Fourteen people died in the valley, the ministry said.", "Wire"),
        "news": ("Seventeen people died in the valley.", "News"),
    }
    found = reconcile([read(text.encode(), f"{name}.txt", header={"publisher": who, "published": "2021-03-02"})
                       for name, (text, who) in texts.items()])  # fmt: skip
    [topic] = {f.topic for f in found.findings if f.outcome is Outcome.CONFLICTS}
    becomes = standings(found, topic, Decision.PREFER_SOURCE, "post")
    assert {found.claim[claim].source for claim, how in becomes.items() if how is Standing.SUPERSEDED} == {"news"}
    assert {found.claim[claim].source for claim, how in becomes.items() if how is Standing.STANDS} == {"post", "wire"}


def test_only_what_the_articles_show_is_proposed_as_explained() -> None:
    whole = sample()
    deaths = whole.topic["people-died-valley"]
    grown = next(f for f in whole.findings if f.topic == deaths.id and f.outcome is Outcome.DIFFERS)
    assert propose(whole, deaths.id) == (Decision.EXPLAINED, "as_of")
    guessed = replace(grown, id="guessed", surmised=True)
    for apart in ((guessed,), (grown, guessed), (grown, replace(grown, id="bare", explanation=""))):
        told = replace(whole, findings=apart)
        assert propose(told, deaths.id) == (Decision.RANGE, "")
        assert explanation(told, deaths.id) == "as_of", "still chosen where a reviewer says that both hold"


def test_two_plans_that_cost_two_sums_are_not_proposed_as_a_plan_and_what_came_of_it() -> None:
    told = ("Repairs to the pier will cost $120 million, the harbour office said.",
            "Repairs to the pier will cost $150 million, the harbour office said.")  # fmt: skip
    found = reconcile([read(text.encode(), f"{name}.txt") for name, text in zip("ab", told, strict=True)])
    [apart] = [f for f in found.findings if f.outcome is Outcome.DIFFERS]
    assert (apart.explanation, apart.surmised) == ("planned_actual", True)
    assert propose(found, apart.topic) == (Decision.RANGE, "")
