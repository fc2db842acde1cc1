"""What is said of a whole topic, ready to be printed, and of a desk with nothing in it or with much."""

import re
from dataclasses import replace
from datetime import date

import pytest

from reconcile import read, reconcile
from reconcile.model import Decision, Dossier, Origin, Outcome, Settings, Standing, Verdict, seen
from reconcile.model.notation import read_figure
from reconcile.read import read_text
from reconcile.report import render, words
from reconcile.report.digest import Digest
from reconcile.report.view import view
from reconcile.report.wording import sides, wording
from reporting import judged
from samples import dossier as sample

WIRE = "about 92 people (Wire, 30 October 2024)"
POST = "at least 158 people (Harbour Post, 30 October 2024)"
NEWS = "205 people (Valley News citing Officials, 31 October 2024)"


def told(dossier: Dossier, topic: str) -> str:
    view = next(view for view in Digest(dossier, Settings()).views if view.topic.id == topic)
    return wording(dossier, view)


def decided(decision: Decision, *standings: Standing, reason: str = "") -> Dossier:
    """The sample with the topic of the dead decided."""
    whole = sample()
    claims = [whole.claim[claim] for claim in whole.topic["people-died-valley"].claims]
    return whole.with_verdicts(
        tuple(
            Verdict(f"an-{n}", c.id, "people-died-valley", decision, standing, "an", "2024-11-02", seen(c), reason)
            for n, (c, standing) in enumerate(zip(claims, standings, strict=True))
        )
    )


def test_figures_that_differ_are_told_as_a_range_with_who_and_when() -> None:
    assert told(sample(), "people-died-valley") == (
        f"People died in the valley: reports range from 92 to 205 people: {WIRE}; {POST}; {NEWS}."
    )


def test_a_conflict_gives_both_sides() -> None:
    assert told(sample(), "first-alarm") == (
        "First alarm: accounts conflict: 29 October 2024 (Harbour Post); 28 October 2024 (Valley News)."
    )


def test_no_number_is_told_that_no_source_gives() -> None:
    assert "151" not in told(sample(), "people-died-valley"), "the mean of 92, 158 and 205 is nobody's figure"


def test_agreement_of_one_origin_is_one_voice() -> None:
    whole = sample()
    agreed = replace(whole.findings[0], outcome=Outcome.AGREE)
    alike = replace(whole.claims[3], when=whole.claims[1].when)
    same = replace(whole, findings=(agreed, *whole.findings[1:]), claims=(*whole.claims[:3], alike, *whole.claims[4:]))
    assert told(same, "first-alarm") == "First alarm: 29 October 2024, according to Harbour Post and Valley News."
    one = replace(same, origins=(Origin("Reuters", ("harbour-post", "valley-news"), "both credit it"),))
    assert told(one, "first-alarm").endswith(", according to Harbour Post and Valley News (one origin: Reuters).")


def test_a_vague_word_sets_no_end_of_a_range() -> None:
    whole, vague = sample(), read_figure("vague 24..99 person")
    claims = [
        replace(claim, quantity=replace(claim.quantity, value=vague))
        if claim.source == "wire" and claim.quantity
        else claim
        for claim in whole.claims
    ]
    assert "reports range from 158 to 205 people" in told(replace(whole, claims=tuple(claims)), "people-died-valley")


@pytest.mark.parametrize(
    ("value", "lead"),
    [
        (">= 205 person", "reports differ"),
        ("> 205 person", "reports differ"),
        ("<= 205 person", "reports range from 92 to 205 people"),
        ("<= 80 person", "reports differ"),
        ("80 person", "reports differ"),  # the highest is "at least 158"
    ],
)
def test_no_range_ends_at_a_bound_that_is_open_there(value: str, lead: str) -> None:
    whole = sample()
    bound = replace(whole.claims[2], quantity=replace(whole.claims[2].quantity, value=read_figure(value)))
    claims = (*whole.claims[:2], bound, *whole.claims[3:])
    assert f": {lead}: " in told(replace(whole, claims=claims), "people-died-valley")


@pytest.mark.parametrize(
    ("days", "lead"),
    [
        ({4: "Nine", 5: "Eleven"}, "the count grew: 9 people (a, 4 March 2024); 11 people (b, 5 March 2024)"),
        ({5: "Eleven", 4: "Nine"}, "the count grew: 9 people (b, 4 March 2024); 11 people (a, 5 March 2024)"),
        ({4: "Eleven", 6: "Nine"}, "the count fell: 11 people (a, 4 March 2024); 9 people (b, 6 March 2024)"),
        ({4: "Nine", 5: "Eleven", 6: "Ten"}, "the count changed: 9 people (a, 4 March 2024); 11 people (b, 5 March"),
    ],
)
def test_a_count_that_went_on_is_no_range_of_reports(days: dict[int, str], lead: str) -> None:
    whole = reconcile([
        read_text(f"{count} people died in the mine.", slug=slug, published=date(2024, 3, day))
        for slug, (day, count) in zip("abc", days.items(), strict=False)
    ])  # fmt: skip
    [topic] = whole.topics
    assert f": {lead}" in wording(whole, view(whole, topic))
    grown = [whole.claim[claim] for claim in topic.claims]
    ranged = whole.with_verdicts(
        tuple(
            Verdict(f"an-{n}", c.id, topic.id, Decision.RANGE, Standing.STANDS, "an", "2024-11-02", seen(c))
            for n, c in enumerate(grown)
        )
    )
    assert ": reports range from 9 to 11 people: " in wording(ranged, view(ranged, topic)), "where a person chose so"


def test_a_bare_number_counts_what_the_others_count() -> None:
    whole = sample()
    bare = replace(whole.claims[2], quantity=replace(whole.claims[2].quantity, value=read_figure("205")))
    assert "reports range from 92 to 205 people" in told(
        replace(whole, claims=(*whole.claims[:2], bare, *whole.claims[3:])), "people-died-valley"
    )


def test_agreement_in_other_words_keeps_the_words() -> None:
    whole = sample()
    agreed = replace(whole.findings[0], outcome=Outcome.COMPATIBLE)
    loose = replace(whole, findings=(agreed, *whole.findings[1:]))
    assert told(loose, "first-alarm") == "First alarm: 29 October 2024 (Harbour Post); 28 October 2024 (Valley News)."


@pytest.mark.parametrize(
    ("dossier", "expected"),
    [
        (
            decided(Decision.PREFER_SOURCE, Standing.SUPERSEDED, Standing.STANDS, Standing.SUPERSEDED),
            f"People died in the valley: {NEWS}.",
        ),
        (
            decided(Decision.SOURCE_ERROR, Standing.STANDS, Standing.STANDS, Standing.WRONG),
            f"People died in the valley: {POST}; {NEWS}. In error: {WIRE}.",
        ),
        (
            decided(Decision.UNVERIFIABLE, *[Standing.UNVERIFIABLE] * 3),
            "People died in the valley: this could not be verified.",
        ),
        (decided(Decision.MISALIGNED, *[Standing.UNSETTLED] * 3), ""),
        (decided(Decision.NOT_A_CLAIM, *[Standing.NOT_A_CLAIM] * 3), ""),
    ],
)
def test_a_decision_changes_the_wording(dossier: Dossier, expected: str) -> None:
    assert told(dossier, "people-died-valley") == expected


def test_a_stale_verdict_decides_nothing() -> None:
    assert told(judged(), "first-alarm").startswith("First alarm: accounts conflict")


def test_a_heading_may_break_off_and_a_sentence_may_not() -> None:
    whole = sample()
    topics = [replace(topic, label="people died in the…") for topic in whole.topics]
    longer = [replace(claim, about="people died in the valley of the mills") for claim in whole.claims]
    cut = replace(whole, topics=tuple(topics), claims=tuple(longer))
    assert told(cut, "people-died-valley").startswith("People died in the valley of the mills: reports range")
    other = tuple(replace(claim, about="the flood in the valley") for claim in whole.claims)
    assert told(replace(cut, claims=other), "people-died-valley").startswith("People died in the…: ")
    within = replace(whole, topics=tuple(replace(topic, label="people … the valley floods") for topic in whole.topics))
    assert told(within, "people-died-valley").startswith("People died in the valley floods: ")
    gap = tuple(replace(claim, about="people the valley floods") for claim in whole.claims)
    assert told(replace(within, claims=gap), "people-died-valley").startswith("People … the valley floods: ")


def test_the_sides_of_a_topic_are_in_order_with_all_who_give_each() -> None:
    view = next(view for view in Digest(sample(), Settings()).views if view.topic.id == "people-died-valley")
    assert [(value, [source.slug for source in sources]) for value, sources in view.sides] == [
        ("about 92 people", ["wire"]),
        ("at least 158 people", ["harbour-post"]),
        ("205 people", ["valley-news"]),
    ]


def test_an_empty_desk_says_so_and_has_no_empty_table() -> None:
    for name in ("html", "markdown", "text"):
        told = render(name, Dossier())
        assert "no claims were found" in told.lower()
        assert "<table" not in told
        assert "| --- |" not in told


def test_a_long_list_of_sources_is_folded_behind_what_waits() -> None:
    whole = sample()
    many = replace(whole, sources=(*whole.sources, *(replace(whole.sources[0], slug=f"more-{n}") for n in range(20))))
    page, text = render("html", many), render("text", many)
    assert '<details class="list"><summary><h2>Sources (23)</h2></summary>' in page
    assert "<h2>Sources (3)</h2><table" in re.sub(r"\s*\n", "", render("html", whole))
    assert text.index("to decide:") < text.index("sources:") < text.index("more-19")


def test_an_age_shows_the_year_of_birth_it_does_not_fit() -> None:
    articles = {
        "wire": "Ada Brandt, 71, the founder of the Tarn works, said the damage was great.",
        "post": "Ada Brandt, the founder of the Tarn works, was born in 1956.",
    }
    whole = reconcile([
        replace(read(text.encode(), f"{slug}.txt"), published=date(2025, 3, 5)) for slug, text in articles.items()
    ])  # fmt: skip
    [apart] = [topic for topic in whole.topics if whole.outcome(topic.id) is Outcome.DIFFERS]
    assert sides(view(whole, apart)) == "71 years of age (wire) against 1956 (post)"


def test_accounts_that_differ_in_the_hour_alone_show_it() -> None:
    told = "The quake struck the valley on {}."
    articles = {"wire": "Monday at 4:17 a.m. GMT", "post": "Monday at 4:47 a.m. GMT", "news": "Monday"}
    whole = reconcile([
        replace(read(told.format(day).encode(), f"{slug}.txt"), published=date(2024, 3, 5))
        for slug, day in articles.items()
    ])  # fmt: skip
    [topic] = whole.topics
    judged_by_hour = view(whole, topic)
    assert sides(judged_by_hour) == (
        "4 March 2024 (news, post and wire); 4 March 2024, 04:47 UTC (post); 4 March 2024, 04:17 UTC (wire)"
    )
    assert "4 March 2024, 04:17 UTC (wire)" in wording(whole, judged_by_hour)
    days = [row.value for row in judged_by_hour.rows if row.claim.date and not row.claim.date.clock]
    assert days == ["4 March 2024"] * 3


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("A spokesman", "a spokesman"), ("An aide", "an aide"), ("The mayor", "the mayor"), ("Ana", "Ana"),
        ("Its owner", "its owner"), ("Two sailors", "two sailors"), ("Two Rivers Radio", "Two Rivers Radio"),
    ],
)  # fmt: skip
def test_an_article_before_a_speaker_is_small_within_a_sentence(said: str, told: str) -> None:
    assert words.speaker(replace(sample().claims[0], speaker=said)) == told


def test_a_sum_is_told_in_the_words_of_those_who_give_it() -> None:
    """The topic may have its name of what else its claims tell: when the hall was built."""
    texts = (
        "The market hall, which was built in 1911, is insured for 18 million crowns. Some 140 people work in it.",
        "The hall dates from 1911 and was insured for 81 million crowns. Around 140 people earn their living there.",
        "The hall, built in 1911, was insured for 18 million crowns, the council said. About 140 people work there.",
        "The market hall is to be rebuilt by 2026. It will be rebuilt by the end of 2026, the mayor said.",
    )
    sources = [
        read_text(f"Market hall burns\n\n{x}", slug=s, published=date(2024, 9, 11))
        for s, x in zip("abcd", texts, strict=True)
    ]
    dossier = reconcile(sources)
    told = [view for view in Digest(dossier, Settings()).views if "81,000,000" in wording(dossier, view)]
    assert [wording(dossier, view).split(":")[0] for view in told] == ["Hall was insured for crowns"]
