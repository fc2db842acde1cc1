"""What each article gives one figure of is one matter, in whatever words; not a part, a game or a bare sentence."""

import pytest

from aligning import claim, joined, source, topics
from reconcile.align.aligner import Aligner
from reconcile.align.narrowing import narrowed
from reconcile.model import Pins
from reconcile.pipeline import read_text, reconcile

REST = {
    "left": ["The mayor sang", "A choir left Oria", "Owls nest in the mill", "Bakers met at noon"],
    "right": ["The senate adjourned", "Goats ate roses", "A wall was painted", "Nurses wrote a letter"],
}


def alike(one: str, other: str, counts: tuple[str, str], units: tuple[str, str], *, whole: bool = True) -> bool:
    """Whether two counts of two articles, whose other sentences have no figure, come into one topic."""
    said = {"left": one, "right": other}
    articles = {slug: source(slug, text, *(REST[slug] if whole else ())) for slug, text in said.items()}
    claims = [
        claim(article, text, number, unit if not number else "", noun if not number else "")
        for (slug, article), unit, noun in zip(articles.items(), units, counts, strict=True)
        for number, text in enumerate([said[slug], *(REST[slug] if whole else [])])
    ]
    return joined(topics(tuple(articles.values()), claims), "left.000000", "right.000000")


PEOPLE = ("person", "person")


def test_two_tolls_that_share_no_word_are_one_where_each_article_gives_one() -> None:
    one, other = "Flames in the tower killed 12 people", "It has cost 14 lives"
    assert alike(one, other, ("people", "lives"), ("person", "life"))
    assert not alike(one, other, ("people", "lives"), ("person", "life"), whole=False)


def test_two_counts_of_one_noun_are_one_where_each_article_gives_one() -> None:
    one, other = (
        "Some 600 soldiers shovelled sand along the swollen river",
        "The barracks near the castle lent 900 troops",
    )
    assert alike(one, other, ("soldiers", "troops"), PEOPLE)
    assert not alike(one, other, ("soldiers", "troops"), PEOPLE, whole=False)


@pytest.mark.parametrize(("noun", "only"), [("rebound", False), ("barge", True)])
def test_a_count_made_anew_in_every_game_is_not_the_only_one(noun: str, *, only: bool) -> None:
    article = source("left", f"She has 9 {noun}s", *REST["left"])
    count = claim(article, f"She has 9 {noun}s", 0, noun, f"{noun}s")
    others = [claim(article, text, number) for number, text in enumerate(REST["left"], 1)]
    assert bool(Aligner([article], [count, *others], Pins()).only) is only


def test_names_part_the_only_counts_of_two_articles() -> None:
    one, other = "Arden Motors sold 600 trucks", "The army of Velora has 900 trucks"
    assert not alike(one, other, ("trucks", "trucks"), ("truck", "truck"))


def test_what_is_counted_may_stand_before_the_figure() -> None:
    said = ["The union put the number of strikers at 14,000.", "Some 8,500 strikers are out, says the railway."]
    dossier = reconcile([read_text(text, slug=slug) for slug, text in zip("ab", said, strict=True)])
    assert any(len(topic.claims) == 2 for topic in dossier.topics)


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("Of the dead 14 have been named", True),
        ("Among them were 14 nurses", True),
        ("The ferry took another 14 nurses", True),
        ("They freed 14 others", True),
        ("It ended 14 rounds sooner", True),
        ("1 officer said so", True),
        ("The ferry took 14 nurses", False),
    ],
)
def test_a_part_is_no_value_of_its_kind(said: str, *, part: bool) -> None:
    assert narrowed(claim(source("left", said), said, 0, "person")) is part


@pytest.mark.parametrize(("when", "alone"), [("In May", True), ("On May 3", False), ("At noon", False)])
def test_what_came_of_a_deed_of_another_month_is_no_rival(when: str, *, alone: bool) -> None:
    article = source("left", "The tremor wrecked 6 silos", f"{when} a tremor wrecked 40 barns", *REST["left"])
    told = article.text.splitlines()
    new, old = claim(article, told[0], 0, "silo", "silos"), claim(article, told[1], 1, "barn", "barns")
    rest = [claim(article, text, number) for number, text in enumerate(REST["left"], 2)]
    only = Aligner([article], [new, old, *rest], Pins()).only
    assert [("count", "wreck") in only.get(number, ()) for number in (0, 1)] == [alone, False]
