"""A value goes where it is nearest, once all groups of a story stand; what is less near makes room for it."""

import random
from collections.abc import Sequence
from itertools import combinations, permutations

import pytest

from aligning import Told
from reconcile.align import settling
from reconcile.align.cluster import Rules
from reconcile.align.reading import read_claims
from reconcile.align.vocabulary import vocabulary
from reconcile.model import Pins, Source
from reconcile.pipeline import extract, read_text, reconcile

ONE = """Orla Venn, the mayor of the port, received 38.4 percent of the vote on Sunday.

Her rival Sela Tamm stays in the palace for a second term.

About 64 percent of the voters took part.

The islanders had queued in the rain since dawn.
"""
TWO = """The winner took 55.2 percent, Venn 38.4 percent.

The turnout, at 64 percent, was low.

Tamm thanked the people of the capital from a balcony.

Observers from abroad saw nothing amiss in the count.
"""
THREE = """Mayor Venn slept on election night.

Tamm promised to mend the harbour road first.

In the port itself Orla Venn had 71 percent of the vote.

The new parliament sits in spring.
"""


def topic(texts: dict[str, str], *places: tuple[str, str], pins: Pins | None = None) -> set[str | None]:
    sources: list[Source] = [read_text(text, slug=slug) for slug, text in texts.items()]
    found = reconcile(sources, pins=pins) if pins else reconcile(sources)
    claims = [
        next(c for c in found.claims if c.source == slug and c.quantity and c.quantity.text == text)
        for slug, text in places
    ]
    return {found.topic_of.get(claim.id) for claim in claims}


TEXTS = {"one": ONE, "two": TWO, "three": THREE}
OURS, THEIRS, ELSEWHERE = ("one", "38.4 percent"), ("two", "38.4 percent"), ("three", "71 percent")


def test_a_value_leaves_what_it_met_first_for_what_is_nearer() -> None:
    assert len(topic(TEXTS, OURS, THEIRS)) == 1


def test_without_anything_nearer_it_stays() -> None:
    assert len(topic({"one": ONE, "three": THREE}, OURS, ELSEWHERE)) == 1


def test_the_order_of_the_sources_does_not_matter() -> None:
    for slugs in permutations(TEXTS):
        assert len(topic({slug: TEXTS[slug] for slug in slugs}, OURS, THEIRS)) == 1


def test_what_a_reviewer_pinned_stays() -> None:
    found = reconcile([read_text(text, slug=slug) for slug, text in TEXTS.items()])
    ids = [
        next(c.id for c in found.claims if c.source == slug and c.quantity and c.quantity.text == text)
        for slug, text in (OURS, ELSEWHERE)
    ]
    pins = Pins(topic_of=dict.fromkeys(ids, "the-port"), fixed=frozenset(ids))
    assert topic(TEXTS, OURS, ELSEWHERE, pins=pins) == {"the-port"}


def test_in_a_book_not_every_pair_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(settling, "combinations", lambda *given: asked.append(given) or ())
    sources = [read_text(text, slug=slug) for slug, text in TEXTS.items()]
    reconcile(sources)
    assert asked
    asked.clear()
    monkeypatch.setattr(settling, "LARGE", 5)
    reconcile(sources)
    assert not asked


def moved(articles: Sequence[str], near: dict[tuple[int, int], float], groups: list[list[int]]) -> list[list[int]]:
    """The groups of the values of some articles, numbered as they stand, once each is where it is nearest."""
    sources = [read_text(text, slug=f"s{number}") for number, text in enumerate(articles)]
    claims = [claim for source in sources for claim in extract(source) if claim.quantity]
    assert len(claims) == sum(map(len, groups))
    library = read_claims(sources, claims, vocabulary(), [[source.slug for source in sources]])
    homes = [claim.source for claim in claims]
    rules = Rules([c.id for c in claims], homes, lambda a, b: "one article" * (homes[a] == homes[b]), lambda *_: 0.0)
    known = Told(library.readings, near, library.weigher)
    return settling.settled(groups, dict.fromkeys(homes, 0), known, rules, ())


@pytest.mark.usefixtures("at_length")
@pytest.mark.parametrize(("rival", "stays"), [("310,000", False), ("6.2 million", True)])
def test_a_value_of_another_size_in_like_words_holds_nothing_back(rival: str, stays: bool) -> None:
    articles = "The mine made 6.1 million tonnes.", f"The strike cost {rival} tonnes. It sold 6.1 million tonnes."
    found = moved(articles, {(0, 1): 0.45, (0, 2): 0.48}, [[0, 1], [2]])
    assert found == ([[0, 1], [2]] if stays else [[0, 2], [1]])


@pytest.mark.usefixtures("at_length")
@pytest.mark.parametrize(("one", "other", "stays"), [("38.4", "38.4", False), ("41.7", "39.9", True)])
def test_one_value_of_two_articles_moves_as_one(one: str, other: str, stays: bool) -> None:
    articles = (
        "Venn won 38.4 percent.",
        f"Venn won {one} percent.",
        "In the port it was 71 percent. Venn won 38.4 percent.",
        f"Venn won {other} percent.",
    )
    near = {(0, 1): 0.9, (0, 2): 0.2, (1, 2): 0.2, (0, 3): 0.6, (1, 3): 0.3, (3, 4): 0.7}
    found = moved(articles, near, [[0, 1, 2], [3, 4]])
    assert found == ([[0, 1, 2], [3, 4]] if stays else [[0, 1, 3, 4], [2]])


@pytest.mark.usefixtures("at_length")
@pytest.mark.parametrize(("theirs", "stays"), [("38.4", False), ("39.1", True)])
def test_a_value_goes_to_that_of_another_name_only_where_it_is_the_same(theirs: str, stays: bool) -> None:
    articles = "Orla Venn won 38.4 percent.", f"The winner took 71 percent. Sela Tamm won {theirs} percent."
    found = moved(articles, {(0, 1): 0.2, (0, 2): 0.6}, [[0, 1], [2]])
    assert found == ([[0, 1], [2]] if stays else [[0, 2], [1]])


@pytest.mark.usefixtures("at_length")
@pytest.mark.parametrize(("second", "stays"), [(0.1, False), (0.17, True)])
def test_a_value_that_is_nearly_as_near_to_a_third_group_stays(second: float, *, stays: bool) -> None:
    articles = ["The port has 40 ships. The town has 40 ships."] * 2
    found = moved(articles, {(0, 2): 0.22, (0, 3): second, (1, 2): second}, [[0], [1], [2], [3]])
    assert found == ([[0], [1], [2], [3]] if stays else [[0, 2], [1], [3]])


@pytest.mark.usefixtures("at_length")
@pytest.mark.parametrize("seed", range(8, 20))
def test_after_a_move_only_what_it_bears_on_is_looked_at_again(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    done, look = settling._Story._done, settling._Story._move
    looked: list[int] = []

    def all_again(story: settling._Story, move: settling._Move) -> list[int]:
        return done(story, move) and list(story._home)

    def noted(story: settling._Story, claim: int) -> settling._Move | None:
        looked.append(claim)
        return look(story, claim)

    monkeypatch.setattr(settling._Story, "_move", noted)
    chance = random.Random(seed)
    articles = [" ".join(f"The port counted {n + 10 * a} ships." for n in range(30, 42)) for a in range(5)]
    pairs = [pair for pair in combinations(range(60), 2) if chance.random() < 0.1]
    near = {pair: chance.choice((0.05, 0.3, 0.5, 0.9)) for pair in pairs}
    rows = [chance.sample(range(12), 12) for _ in articles]
    groups = [[12 * article + row[n] for article, row in enumerate(rows)] for n in range(12)]
    monkeypatch.setattr(settling._Story, "_done", all_again)
    found = moved(articles, near, groups)
    every = len(looked)
    monkeypatch.setattr(settling._Story, "_done", done)
    assert moved(articles, near, groups) == found != groups
    assert len(looked) - every < 0.7 * every


@pytest.fixture
def at_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take texts of one sentence for articles."""
    monkeypatch.setattr(settling, "told_at_length", lambda *_: True)
