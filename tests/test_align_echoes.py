"""One figure that few things come to brings claims together, whatever their words, where it is told of one thing."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import pytest

from aligning import standing
from reconcile.align import echoes
from reconcile.align.echoes import echoed

Groups = list[list[int]]


def gathered(
    texts: Sequence[str],
    groups: Groups,
    near: Mapping[tuple[int, int], float] | None = None,
    *,
    barred: Collection[tuple[int, int]] = (),
    fixed: Collection[int] = (),
    apart: bool = False,
) -> Groups:
    """The groups of the values of some articles, numbered as they stand, once those with one figure are together.

    Args:
        texts: of the articles.
        groups: before that.
        near: how near two claims are.
        barred: pairs that may not be together.
        fixed: what a reviewer put where it is.
        apart: whether each article is of another story.
    """
    stories, known, rules = standing(texts, near or {}, barred)
    assert len(known.readings) == sum(map(len, groups)), [reading.claim.quote for reading in known.readings]
    if apart:
        stories = {slug: number for number, slug in enumerate(stories)}
    return echoed(groups, stories, known, replace(rules, fixed=frozenset(fixed)))


def together(one: str, other: str, near: float = 0.0) -> bool:
    """Whether the one value of each of two articles comes into one group."""
    found = gathered((one, other), [[0], [1]], {(0, 1): near})
    assert found in ([[0], [1]], [[0, 1]])
    return found == [[0, 1]]


@pytest.fixture
def at_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take texts of a sentence for articles."""
    monkeypatch.setattr(echoes, "FEW", 1)


TELLS = [
    ("The 34-year-old wept in court.", "Orsk, 34, lives in Tarn."),
    ("The tunnel is 11.4 km long.", "Miners dug for 11.4 km."),
    ("The tunnel is 9 km long.", "Miners dug for 9 km."),
    ("The tunnel is 2 km long.", "Miners dug for 2 km."),
    ("The tunnel is 11.4 km long.", "Miners dug for more than 11.4 km."),
    ("The tunnel is 11.4 km long.", "Miners dug for about 11.4 km."),
    ("The tunnel cost 222 million euros.", "Brill had to raise 222 million euros."),
    ("Turnout was 55 percent.", "In Tarn 55 percent went to the polls."),
    ("Rents rose by 200 percent.", "Tenants saw a rise of 200 percent."),
    ("Tamm won in 2:01:39.", "Nobody ran faster than her 2 hours, 1 minute, 39 seconds."),
    ("The firm recalls 29 million chests.", "It called back 29 million dressers."),
    ("The firm recalls 20 chests.", "It called back 20 dressers."),
    ("The port has 14 boats.", "A storm sank 14 boats."),
    ("The port has ten boats.", "A storm sank ten boats."),
    ("The index stood at 7,412.5.", "Arden closed at 7,412.5."),
]
TELLS_NOT = [
    ("The tunnel is 11.4 km long.", "Miners dug for 11.5 km."),
    ("The tunnel is 11.4 km long.", "Miners dug for 11.4 miles."),
    ("The tunnel cost 22 million euros.", "Brill had to raise 22 million euros."),
    ("The tunnel cost 222 million euros.", "Brill had to raise 222 million dollars."),
    ("Turnout was 50 percent.", "In Tarn 50 percent went to the polls."),
    ("Turnout was 55 percent.", "In Tarn taxes rose by 55 percent."),
    ("One in 16 went to the polls.", "One in 16 of them drowned."),
    ("The firm recalls 19 chests.", "It called back 19 dressers."),
    ("The firm has 18.", "It called back 18."),
    ("The firm recalls dozens of chests.", "It called back dozens of chests."),
    ("The firm recalls 40 to 50 chests.", "It called back 40 to 50 chests."),
    ("The tunnel is 1 km long.", "Miners dug for 1 km."),
    ("The tunnel is 11.4 km long.", "Miners dug for 11 to 12 km."),
    ("Rents grew 37-fold.", "Tenants pay 37 times as much."),
    ("Orsk won the cup 14 times.", "He tried 14 times."),
]


@pytest.mark.usefixtures("at_length")
@pytest.mark.parametrize(("one", "other"), TELLS)
def test_a_figure_that_few_things_come_to_is_of_one_thing(one: str, other: str) -> None:
    assert together(one, other)


@pytest.mark.usefixtures("at_length")
@pytest.mark.parametrize(("one", "other"), TELLS_NOT)
def test_another_figure_or_one_that_many_things_come_to_shows_nothing(one: str, other: str) -> None:
    assert not together(one, other)


@pytest.mark.usefixtures("at_length")
@pytest.mark.parametrize(("told", "near", "found"), [
    ("nine boats", 0.2, True),
    ("nine boats", 0.19, False),
    ("two boats", 0.9, False),
    ("three boats", 0.2, True),
    ("135 days", 0.2, True),
    ("135 days", 0.19, False),
    ("one hour", 0.9, False),
    ("two days", 0.2, True),
])  # fmt: skip
def test_few_things_and_lengths_of_time_must_be_near_each_other_too(told: str, near: float, *, found: bool) -> None:
    assert together(f"The port was without {told}.", f"A storm took {told}.", near) is found


LINES = ["The bridge is old.", "Its towers are of stone.", "The mayor wants to keep it.", "Carts have crossed it."]


@pytest.mark.parametrize(("lines", "found"), [(3, True), (2, False)])
def test_in_a_text_of_few_sentences_a_figure_shows_nothing(lines: int, *, found: bool) -> None:
    def text(sentence: str, lines: int) -> str:
        return " ".join((sentence, *(f"By {2000 + n} {line[0].lower()}{line[1:]}" for n, line in enumerate(LINES))))

    long, short = "It is 11.4 km long.", " ".join(f"On May {n} it was shut." for n in range(3, 3 + lines))
    texts = f"{long} {short}", f"Miners dug for 11.4 km. {' '.join(f'On June {n} they slept.' for n in range(1, 4))}"
    first = lines + 1
    groups = [[0], [first], *([n] for n in range(first + 4) if n not in (0, first))]
    assert ([0, first] in gathered(texts, sorted(groups))) is found


@pytest.mark.usefixtures("at_length")
def test_articles_of_two_stories_stay_apart() -> None:
    texts = "The tunnel is 11.4 km long.", "Miners dug for 11.4 km."
    assert gathered(texts, [[0], [1]], apart=True) == [[0], [1]]


@pytest.mark.usefixtures("at_length")
def test_a_title_shows_nothing() -> None:
    texts = "# Miners to dig 11.4 km\n\nIt rains.", "The tunnel is 11.4 km long."
    assert gathered(texts, [[0], [1]]) == [[0], [1]]


LONG = "The tunnel is 11.4 km long."
DUG = "Miners dug for 11.4 km."


@pytest.mark.usefixtures("at_length")
def test_what_an_article_tells_of_two_things_shows_nothing_of_it() -> None:
    texts = f"{LONG} The wall is 11.4 km long.", DUG, "The pipe runs for 11.4 km."
    assert gathered(texts, [[0], [1], [2], [3]]) == [[0], [1], [2, 3]]
    assert gathered(texts, [[0, 1], [2], [3]]) == [[0, 1, 2, 3]]


@pytest.mark.usefixtures("at_length")
def test_they_go_to_the_group_that_most_articles_tell_it_in() -> None:
    texts = LONG, "Its new road is 12.9 km long.", DUG, "It has 11.4 km of pipes."
    assert gathered(texts, [[0, 1], [2, 3]], barred=[(1, 2)]) == [[0, 1], [2, 3]]
    texts = f"{LONG} It cost 40 euros.", DUG, "It has 11.4 km of pipes."
    # the sum stays behind: it is the group of one article that goes to that of two
    assert gathered(texts, [[0, 1], [2, 3]]) == [[0, 2, 3], [1]]
    # of two groups of as many the first is it, however often an article tells it there
    twice = f"{DUG} The pipe runs for 11.4 km."
    assert gathered((texts[0], twice), [[0, 1], [2, 3]]) == [[0, 1, 2, 3]]
    assert gathered(texts[:2], [[0, 1], [2]]) == [[0, 1, 2]]
    assert gathered((texts[1], texts[0]), [[0], [1, 2]]) == [[0, 1], [2]]


@pytest.mark.usefixtures("at_length")
def test_the_values_of_its_kind_beside_it_come_along() -> None:
    texts = LONG, DUG, "Others say they dug for 12 km.", "It cost 40 euros."
    assert gathered(texts, [[0], [1, 2, 3]]) == [[0, 1, 2], [3]]


@pytest.mark.usefixtures("at_length")
def test_it_goes_alone_where_these_may_not_and_are_of_its_own_article() -> None:
    own = LONG, f"{DUG} Of it 3 km lie in Brill."
    assert gathered(own, [[0], [1, 2]], barred=[(0, 2)]) == [[0, 1], [2]]
    others = LONG, DUG, "In Brill they dug for 3 km."
    assert gathered(others, [[0], [1, 2]], barred=[(0, 2)]) == [[0], [1, 2]]
    assert gathered(own, [[0], [1, 2]], barred=[(0, 1)]) == [[0], [1, 2]]


@pytest.mark.usefixtures("at_length")
@pytest.mark.parametrize(
    ("told", "rival", "found"),
    [
        ("11.4 km", "9 km", False),
        ("11.4 km", "about 11 km", True),  # may be the same
        ("11.4 km", "7 miles", True),
        ("222 million euros", "$262 million", True),
        ("222 million euros", "262 million euros", False),
    ],
)
def test_two_values_of_one_article_do_not_come_together(told: str, rival: str, *, found: bool) -> None:
    texts = f"The tunnel took {told}.", f"Miners had {told}. The new tunnel at Brill took {rival}."
    assert gathered(texts, [[0, 2], [1]]) == ([[0, 1, 2]] if found else [[0, 2], [1]])


@pytest.mark.usefixtures("at_length")
def test_what_a_reviewer_put_somewhere_stays() -> None:
    assert gathered((LONG, DUG), [[0], [1]], fixed=[1]) == [[0], [1]]
    assert gathered((LONG, DUG), [[0], [1]], fixed=[0]) == [[0, 1]]


@pytest.mark.usefixtures("at_length")
@pytest.mark.parametrize(
    ("values", "found"),
    [
        (("50.21 percent", "50.24 percent"), [[0, 1]]),
        (("50.2 percent", "50.9 percent"), [[0], [1]]),
        (("222.4 million euros", "222.1 million euros"), [[0, 1]]),
        (("222.4 million euros", "222.1 million dollars"), [[0], [1]]),
        (("50 percent", "50.1 percent"), [[0], [1]]),
        (("22,241 boats", "22,242 boats"), [[0], [1]]),
        # others between them, in the text and by their value
        (("50.21 percent", "71.3 percent", "50.24 percent"), [[0, 2], [1]]),
        (("50.24 percent", "49.76 percent", "50.21 percent", "49.74 percent"), [[0, 2], [1, 3]]),
        (("50.21 percent", "222.4 million euros", "50.24 percent", "222.1 million euros"), [[0, 2], [1, 3]]),
        (("222.1 million euros", "222.2 million dollars", "222.3 million euros"), [[0, 2], [1]]),
        (("50.21 percent", "50.24 percent", "50.21 percent"), [[0, 1, 2]]),
    ],
)
def test_shares_and_sums_that_differ_in_their_last_digits_are_of_one_thing(
    values: Sequence[str], found: Groups
) -> None:
    texts = [
        f"In {place} it was {value}." for place, value in zip(("Arden", "Brill", "Orm", "Tarn"), values, strict=False)
    ]
    assert gathered(texts, [[n] for n in range(len(values))]) == found


@pytest.mark.usefixtures("at_length")
def test_a_rise_and_a_level_and_two_stories_are_not_of_one_thing() -> None:
    texts = "Turnout was 50.21 percent.", "Turnout rose by 50.24 percent."
    assert gathered(texts, [[0], [1]]) == [[0], [1]]
    texts = "Turnout was 50.21 percent.", "Turnout was 50.24 percent."
    assert gathered(texts, [[0], [1]], apart=True) == [[0], [1]]


@pytest.mark.usefixtures("at_length")
def test_the_very_figure_comes_before_one_that_is_nearly_it() -> None:
    texts = "Turnout was 50.21 percent, and she won 50.24 percent.", "It stood at 50.21 percent."
    assert gathered(texts, [[0], [1], [2]]) == [[0, 2], [1]]
