"""The day that a story turns on is found in unlike claims, told, and left to no reviewer."""

import json
from datetime import date

from reconcile.model import Dimension, Dossier, Outcome, Source
from reconcile.pipeline import reconcile
from reconcile.read import read
from reconcile.report import render
from reconcile.report.selection import of_sources, of_topic

FIRE = "Fire destroyed the flour mill at Oste on Monday.\n\nNobody was hurt. The mill opened on 3 May 1911."
ARREST = "A watchman of the flour mill at Oste was arrested on Monday evening.\n\nHe had worked there since May 2019."
LATER = "Oste mourns its flour mill, which burned down on 4 March 2024. It will be rebuilt by June 2026."
MONDAY = date(2024, 3, 4)


def article(slug: str, text: str, published: date = date(2024, 3, 5)) -> Source:
    return read(f"---\npublished: {published}\n---\n{text}\n".encode(), f"{slug}.md")


def story(*texts: str) -> Dossier:
    return reconcile([article(slug, text) for slug, text in zip("abcdef", texts, strict=False)])


def told(dossier: Dossier) -> list[tuple[date, list[str]]]:
    return [(turn.day, [dossier.claim[claim].source for claim in turn.topic.claims]) for turn in dossier.days]


def test_the_day_is_that_which_most_articles_tell_of() -> None:
    assert told(story(FIRE, ARREST, LATER)) == [(MONDAY, ["a", "b", "c"])]


def test_its_claims_stand_in_topics_of_their_own_and_nobody_decides_on_it() -> None:
    dossier = story(FIRE, "Police searched a house on Monday evening.")
    (turn,) = dossier.days
    assert turn.topic.id not in dossier.topic
    assert set(turn.topic.claims) <= set(dossier.topic_of)
    assert {finding.outcome for finding in turn.findings} == {Outcome.COMPATIBLE}


def test_every_two_articles_are_set_beside_each_other_once() -> None:
    """In the day, or where their days fit already in a topic of theirs."""
    dossier = story(FIRE, ARREST, LATER)
    (turn,) = dossier.days
    dated = (
        f
        for f in dossier.findings
        if f.dimension is Dimension.DATE and f.outcome in (Outcome.AGREE, Outcome.COMPATIBLE)
    )
    pairs = [
        frozenset((f.left, f.right)) for f in (*turn.findings, *dated) if {f.left, f.right} <= set(turn.topic.claims)
    ]
    assert len(pairs) == len(set(pairs)) == 3


def test_the_order_of_sources_does_not_matter() -> None:
    three = [article("a", FIRE), article("b", ARREST), article("c", LATER)]
    assert reconcile(three).days == reconcile(three[::-1]).days


def test_a_day_that_only_one_article_tells_of_is_none() -> None:
    assert not story(FIRE, "A night watchman was arrested on Tuesday, police said.").days


def test_what_did_not_happen_and_what_was_only_said_make_no_day() -> None:
    assert not story(FIRE, "The old bakery did not open on Monday.").days
    assert not story("The mayor of Oste said so on Monday.", "The mayor said on Monday that all was well.").days


def test_a_birth_and_what_the_news_looks_back_at_make_no_day() -> None:
    assert not story("Velor was born on 4 July 1976. He runs a mill.", "Velor, born on 4 July 1976, owns it.").days
    blast = "It recalls the blast of 26 April 1986 at the old mill."
    assert told(story(f"{FIRE} {blast}", f"{ARREST} {blast}", f"{LATER} {blast}")) == [(MONDAY, ["a", "b", "c"])]


def test_three_plans_for_a_day_make_none() -> None:
    assert not story(*(f"The {name} of Oste will close on 4 April 2024." for name in ("mill", "school", "bank"))).days


def test_of_several_claims_what_happened_speaks_for_its_article() -> None:
    dossier = story(FIRE, "Police told reporters on Monday. A night watchman was arrested on Monday evening.")
    (turn,) = dossier.days
    assert "arrested" in dossier.claim[turn.topic.claims[1]].quote


def test_of_two_days_that_as_many_tell_of_the_one_told_first_is_taken() -> None:
    later = "Oste voted on 6 March 2024, two days after the fire of 4 March 2024 at the mill."
    early = "The mill at Oste burned down on 4 March 2024. The town votes on 6 March 2024."
    dossier = reconcile([article("a", early), article("b", later, date(2024, 3, 7))])
    assert told(dossier)[0][0] == min(date(2024, 3, 4), date(2024, 3, 6))


def test_reports_tell_the_day_with_the_words_of_each_article() -> None:
    dossier = story(FIRE, ARREST, LATER)
    for name in ("text", "markdown", "html"):
        page = " ".join(render(name, dossier).split())
        assert "Day of the event: 4 March 2024, told by 3 articles" in page
        assert "which burned down on 4 March 2024" in page
    (turn,) = json.loads(render("json", dossier))["days"]
    assert turn == {"day": "2024-03-04", "claims": list(dossier.days[0].topic.claims)}


def test_a_part_of_a_desk_tells_the_day_only_where_all_that_give_it_are_in_it() -> None:
    dossier = story(FIRE, ARREST, LATER)
    assert of_sources(dossier, ["a", "b", "c"]).days == dossier.days
    opened = next(claim for claim in dossier.claims if "opened" in claim.quote)
    assert not of_topic(dossier, dossier.topic_of[opened.id]).days


def test_two_stories_of_one_day_have_names_of_their_own() -> None:
    other = [
        article("x", "The ferry Halle ran aground off Varn on Monday with 90 passengers on board the ferry Halle."),
        article("y", "Captain Ruud of the ferry Halle was questioned at Varn on Monday about its 90 passengers."),
        article("z", "The ferry Halle lay off Varn after it ran aground on Monday; its 90 passengers are safe."),
    ]
    fire = [article(slug, text) for slug, text in zip("abc", (FIRE, ARREST, LATER), strict=True)]
    dossier = reconcile([*fire, *other])
    names = [turn.topic.id for turn in dossier.days]
    assert sorted(names) == ["day-2024-03-04", "day-2024-03-04-2"]
    assert all(finding.topic == turn.topic.id for turn in dossier.days for finding in turn.findings)
