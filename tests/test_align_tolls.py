"""The tolls of one event come together, however they are told; not the count of a part, and none that is barred."""

from collections.abc import Collection, Mapping
from dataclasses import replace

import pytest

from aligning import standing
from reconcile import align
from reconcile.align import slots
from reconcile.align.slots import sole
from reconcile.align.tolls import one_toll, tolled
from reconcile.model import Settings
from reconcile.pipeline import extract, read_text


@pytest.fixture(autouse=True)
def at_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take texts of a sentence for articles."""
    monkeypatch.setattr(slots, "FEW", 1)


def gathered(
    *texts: str, barred: Collection[tuple[int, int]] = (), fixed: Collection[int] = (), apart: bool = False
) -> list[list[str]]:
    """The figures of some articles once their tolls are together, of which none was with another before."""
    stories, known, rules = standing(texts, {}, barred)
    if apart:
        stories = {slug: number for number, slug in enumerate(stories)}
    alone = [[number] for number in range(len(known.readings))]
    known.only = sole(known.readings)
    found = tolled(alone, stories, known, replace(rules, fixed=frozenset(fixed)), 0.0)
    figures = [reading.claim.quantity for reading in known.readings]
    return [[told.text for n in group if (told := figures[n])] for group in found]


def together(one: str, other: str, **ways: bool | Collection[int]) -> bool:
    return len(gathered(one, other, **ways)) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fire killed at least 12 people.", "There were also 10 fatalities."),
        ("So far 200 have been injured.", "It left 156 people hurt."),
        ("Some 43 people were missing.", "Still 38 are unaccounted for."),
    ],
)
def test_the_tolls_of_two_articles_are_one(one: str, other: str) -> None:
    assert together(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fire killed 12 people.", "It left 12 people hurt."),
        ("The fire killed 12 people.", "In the fire 30 people died."),
        ("The fire killed 12 people.", "Of them 10 died in hospital."),
        ("The fire killed 12 people.", "It had 10 doors."),
        ("The fire in Arden killed 12 people.", "In 2003 a fire killed 10 people."),
        (
            "The fire in Arden killed 12 people.",
            "It is the worst since 2003, when a fire broke out and 10 people died.",
        ),
    ],
)
def test_what_befell_others_and_another_size_a_part_a_thing_and_a_bygone_year_stay_apart(one: str, other: str) -> None:
    assert not together(one, other)


def test_a_count_beside_another_of_the_same_fate_is_a_part() -> None:
    assert gathered("The crash killed 28 people.", "The crash killed 22 students and 26 adults.") == [
        ["28"], ["22"], ["26"],
    ]  # fmt: skip


def test_tolls_that_a_reviewer_keeps_apart_or_where_they_are_and_those_of_two_stories_stay() -> None:
    one, other = "The fire killed 12 people.", "There were also 10 fatalities."
    assert not together(one, other, barred=[(0, 1)])
    assert not together(one, other, fixed=[0, 1])
    assert not together(one, other, apart=True)


def test_the_first_toll_of_an_article_is_that_of_its_news_and_the_group_of_most_articles_takes_it() -> None:
    found = gathered("The fire killed 12 people. Another toll was of 10 dead.", "It killed 11 people.", "It killed 10.")
    assert found == [["12", "11", "10"], ["10"]]


ARTICLES: Mapping[str, str] = {
    "gazette": "The ferry fire has killed at least 12 people. At first the number killed on the ferry stood at 10. The "
    "coastguard searched on. The owner said nothing. The harbour stayed shut.",
    "mail": "Helicopters saved the crew. There were also 10 fatalities. A trawler came to help. The wind fell at last. "
    "Nobody knew how it began.",
    "post": "The number killed on the ferry rose to 10. Divers went down at noon. The captain was heard by a judge. "
    "Two tugs lay alongside. Rain is forecast.",
}


def test_why_a_toll_is_in_its_topic_is_told() -> None:
    sources = [read_text(text, slug=slug) for slug, text in ARTICLES.items()]
    claims = [claim for source in sources for claim in extract(source)]
    found = align.align(sources, claims, Settings(), stories=[list(ARTICLES)])
    of = {claim.id: claim for claim in claims}
    (topic,) = [topic for topic in found if {of[c].source for c in topic.claims} == set(ARTICLES)]
    (why,) = [m.because for m in topic.members if "12 people" in of[m.claim].quote]
    assert why.endswith("is the first count of the dead in its article, as is that of post")


def test_what_befell_is_named_for_two_tolls_alone() -> None:
    assert one_toll([("fate", "dead"), ("noun", "fire")], [("noun", "fire"), ("fate", "dead")]) == "dead"
    assert not one_toll([("fate", "dead")], [("fate", "hurt")])
