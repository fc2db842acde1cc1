"""Values, plurals and ready wording as people would write them."""

import re
from dataclasses import replace
from datetime import date

import pytest

from reconcile import read, reconcile
from reconcile.model import Decision, Dossier, Origin, Outcome, Settings, Standing, Verdict, seen
from reconcile.model.notation import read_figure, read_when, write_when
from reconcile.model.plain import closed
from reconcile.model.verdict import REASONS
from reconcile.report import dating, render, words
from reconcile.report.digest import Digest, listed
from reconcile.report.view import view
from reconcile.report.wording import sides, wording
from reporting import judged
from samples import dossier as sample


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("90000 person", "90,000 people"),
        ("<= 90000 person", "at most 90,000 people"),
        ("~< 2000 soldier", "just under 2,000 soldiers"),
        ("> 26000 person", "more than 26,000 people"),
        ("75000..90000 person", "75,000 to 90,000 people"),
        ("vague 20000..99999 person", "roughly 20,000 to 99,999 people"),
        ("vague 20..inf year", "roughly 20 or more years"),
        ("~ 60 percent", "about 60%"),
        ("rise 3.5 percentage point", "up by 3.5 percentage points"),
        ("fall 12 percent", "down by 12%"),
        ("40000000000 USD", "USD 40,000,000,000"),
        ("1 district", "1 district"),
        ("7 city", "7 cities"),
        ("3 church", "3 churches"),
        ("6 foot", "6 feet"),
        ("5 km", "5 km"),
        ("5 square kilometre", "5 square kilometres"),
        ("33 year of age", "33 years of age"),
        ("2 tonne per year", "2 tonnes per year"),
        ("14000000 EUR per year", "EUR 14,000,000 per year"),
        ("1500 km per hour", "1,500 km per hour"),
        ("-4 celsius", "-4 °C"),
        ("1234.56", "1,234.56"),
        ("0.5 mile", "0.5 miles"),
    ],
)
def test_a_figure_reads_well(written: str, told: str) -> None:
    assert words.figure(read_figure(written)) == told


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2020-11-25", "25 November 2020"),
        ("by 2020-12-01", "by 1 December 2020"),
        ("2020-11", "November 2020"),
        ("2020", "2020"),
        ("199X", "the 1990s"),
        ("since 1995~/..", "since about 1995"),
        ("2020-09-27/2020-11-09", "27 September to 9 November 2020"),
        ("2020-11-14/2020-11-15", "14 to 15 November 2020"),
        ("2020-12-30/2021-01-02", "30 December 2020 to 2 January 2021"),
        ("../2020-11", "November 2020 or earlier"),
        ("2019/2021", "2019 to 2021"),
        ("2020-W48", "23 to 29 November 2020"),
        ("2020-Q3", "quarter 3 of 2020"),
        ("2020-22", "summer 2020"),
        ("XXXX-11-25", "25 November (year not known)"),
        ("XXXX-11", "November (year not known)"),
        ("unanchored", "a day that is not known"),
        ("before 2020-11-25", "before 25 November 2020"),
        ("2005-11-27/2005-11-28", "27 to 28 November 2005"),
    ],
)
def test_a_date_reads_well(written: str, told: str) -> None:
    assert dating.when(read_when(written)) == told


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


def test_words_in_a_row() -> None:
    assert [listed(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_a_heading_may_break_off_and_a_sentence_may_not() -> None:
    whole = sample()
    topics = [replace(topic, label="people died in the…") for topic in whole.topics]
    longer = [replace(claim, about="people died in the valley of the mills") for claim in whole.claims]
    cut = replace(whole, topics=tuple(topics), claims=tuple(longer))
    assert told(cut, "people-died-valley").startswith("People died in the valley of the mills: reports range")
    other = tuple(replace(claim, about="the flood in the valley") for claim in whole.claims)
    assert told(replace(cut, claims=other), "people-died-valley").startswith("People died in the…: ")


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2024-11-02T23:30:00+02:00", "2 November 2024, 21:30 UTC"),
        ("2024-11-02T09:05:00Z", "2 November 2024, 09:05 UTC"),
        ("2024-11-02T09:05:00", "2024-11-02T09:05:00"),
        ("0001-01-01T00:00:00+05:00", "0001-01-01T00:00:00+05:00"),
        ("yesterday", "yesterday"),
    ],
)
def test_a_moment_is_told_in_one_zone_or_as_it_stands(at: str, told: str) -> None:
    assert words.moment(at) == told


def test_a_reason_is_told_in_words() -> None:
    sources = sample().source

    def told(decision: Decision, reason: str, **labels: str) -> str:
        verdict = Verdict("1", "c", "t", decision, Standing.STANDS, "an", "", "", reason)
        return words.reason(verdict, sources, Settings(labels=labels))

    assert told(Decision.EXPLAINED, "as_of") == "counted at different times"
    assert told(Decision.PREFER_SOURCE, "valley-news") == "Valley News"
    assert told(Decision.SOURCE_ERROR, "valley-news") == "Valley News is right", "and not the one that is wrong"
    assert told(Decision.EXPLAINED, "a reason of its own") == "a reason of its own"
    assert told(Decision.EXPLAINED, "as_of", as_of="of two days") == "of two days", "a newsroom's own words"
    assert set(words.REASONS) == set(REASONS)


def test_a_magnitude_is_named_before_its_number() -> None:
    assert words.figure(read_figure("~ 6.1 magnitude")) == "about magnitude 6.1"
    assert words.figure(read_figure("5.9..6.1 magnitude")) == "magnitude 5.9 to 6.1"


def test_the_sides_of_a_topic_are_in_order_with_all_who_give_each() -> None:
    view = next(view for view in Digest(sample(), Settings()).views if view.topic.id == "people-died-valley")
    assert [(value, [source.slug for source in sources]) for value, sources in view.sides] == [
        ("about 92 people", ["wire"]),
        ("at least 158 people", ["harbour-post"]),
        ("205 people", ["valley-news"]),
    ]


def test_numbers_in_a_row_are_a_run() -> None:
    from reconcile.report.told import runs

    assert list(runs([12, 2, 3, 4, 6, 7, 9])) == ["2–4", "6", "7", "9", "12"]
    assert list(runs([])) == []


def test_a_number_behind_a_name_read_from_the_right_keeps_its_place() -> None:
    arabic, hebrew = "\u062c\u0631\u064a\u062f\u0629", "\u05e2\u05d9\u05ea\u05d5\u05df"
    for name in (arabic, hebrew, f"{arabic}!"):
        assert closed(name) == f"{name}\u200e"
    for name in ("Post", "", "大河新聞", f"{arabic} Post", "Ñandú"):
        assert closed(name) == name
    whole = sample()
    named = replace(whole, sources=tuple(replace(source, publisher=arabic) for source in whole.sources))
    for name in ("text", "markdown", "html", "svg"):
        told = re.sub(r"<[^>]*>", "", render(name, named))
        assert re.search(rf"{arabic}\u200e", told)
        assert not re.search(rf"{arabic}[^\u200e\w]*\d", told), name


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
    ("written", "told"),
    [
        ("T04:17", "04:17, day not told"),
        ("T06:30?", "06:30 or 18:30, day not told"),
        ("before T23:30?~", "before about 23:30 or 11:30, day not told"),
        ("2024-03-04T04:00~", "4 March 2024, about 04:00"),
        ("by 2024-03-04T18:00+02:00", "by 4 March 2024, 18:00 UTC+02:00"),
        ("XXXX-03-04T04:00Z", "4 March (year not known), 04:00 UTC"),
    ],
)
def test_an_hour_is_told_in_words(written: str, told: str) -> None:
    assert dating.when(read_when(written)) == told
    assert write_when(read_when(written)) == written
