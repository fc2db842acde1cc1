"""The currency of a bare sum that another sentence of the article tells."""

import pytest

from reconcile.extract import mentions
from reconcile.lexicon import entries
from reconcile.model import Quantity
from reconcile.model.notation import write_figure
from reconcile.pipeline import read_text

LISTS = sorted(entries("sums")["examples"])


def figures(text: str) -> list[str]:
    told = [mention.value for mention in mentions(read_text(text, slug="a"))]
    return [write_figure(value) for value in told if isinstance(value, Quantity)]


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_an_example_that_holds(name: str) -> None:
    row = entries("sums")["examples"][name]
    assert figures(row["example"]) == row["reads"]


def test_no_list_is_without_an_example() -> None:
    assert set(LISTS) == set(entries("sums")) - {"examples"}


@pytest.mark.parametrize(
    "text",
    [
        "The bridge cost 40 million crowns.\n\nAnother 12 million was spent on the ramps.",
        "Another 12 million was spent on the ramps.\n\nThe bridge cost 40 million crowns a year.",
    ],
)
def test_a_sum_before_or_behind_tells_the_currency(text: str) -> None:
    assert "12000000 crown" in figures(text)


def test_of_two_currencies_it_is_neither() -> None:
    text = "The bridge cost 40 million crowns. The ship cost $3 million. Its refit was billed at 2 million."
    assert figures(text)[-1] == "2000000"


def test_a_neighbour_s_currency_does_not_hide_that_of_the_article() -> None:
    text = "It cost 40 million crowns, then 45 million crowns, then 50 million crowns, and the ramp 9 million crowns."
    assert figures(f"{text} The ship cost $3 million. Its refit was billed at 2 million.")[-1] == "2000000 crown"


def test_a_conversion_in_brackets_is_not_the_currency_of_the_article() -> None:
    text = "The bridge cost 40 million crowns (about $4 million). Its refit was billed at 2 million."
    assert figures(text)[-1] == "2000000 crown"


def test_billions_need_no_word_of_paying_in_their_own_sentence() -> None:
    assert (
        figures("The bill came to 2.9 billion euros. At first there was talk of 1.9 billion.")[-1] == "1900000000 EUR"
    )
    assert figures("The bill came to 2.9 million euros. At first there was talk of 1.9 million.")[-1] == "1900000"


@pytest.mark.parametrize(
    "text",
    [
        "They paid 40 million crowns for it. The city has grown to 12 million.",
        "They paid 40 million crowns for it. Losses ran to millions.",
        "They paid 40 million crowns for it. It lost ? 12 million.",
        "They paid 40 million crowns for it. It lost 12 million trees.",
        "They paid 40 million crowns for it. The loss was 12,000.",
        "The loss was 12 million.",
    ],
)
def test_what_may_be_no_sum_has_no_currency(text: str) -> None:
    assert not figures(text)[-1:] or "crown" not in figures(text)[-1]


@pytest.mark.parametrize(
    "text",
    [
        "The tax hits 12 million.",
        "Pensions go to 12 million.",
        "The film was seen by 12 million and won a bonus.",
        "Of 12 million, most pay a tax.",
        "A fine that no one in the whole of the old town had heard of hit 12 million.",
        "All owe money, and 12 million have gone.",
        "The fund, it said, had lost track of the 12 million.",
        "The video got 12 million on its page and earned him fame.",
        "The breach hit 12 million, insurers said.",
        "The bid won the votes of 12 million.",
        "It has debts in a nation of 1.2 billion.",
        "There are 1.2 billion of us, and that costs.",
        "The Earth is 1.2 billion, at no cost.",
    ],
)
def test_words_of_paying_elsewhere_in_the_sentence_make_no_sum(text: str) -> None:
    assert "crown" not in figures(f"They paid 40 million crowns for it. {text}")[-1]


@pytest.mark.parametrize(
    "text",
    [
        "Its losses were cut by 12 million.",
        "The fee was about 12 million, and all were glad.",
        "The audit found 12 million in unpaid wages.",
        "Some 12 million was quickly spent.",
    ],
)
def test_a_word_of_paying_in_the_clause_or_right_behind_makes_a_sum(text: str) -> None:
    assert "crown" in figures(f"They paid 40 million crowns for it. {text}")[-1]


def test_a_word_of_paying_far_before_a_number_tells_nothing_of_it() -> None:
    near = "The ramps cost 40 million crowns. The price of the bridge rose to 12 million."
    far = near.replace(
        "bridge rose", "bridge by the old mill at the end of the long quay near the new port of Oste rose"
    )
    assert figures(near)[-1] == "12000000 crown"
    assert figures(far)[-1] == "12000000"


@pytest.mark.parametrize("deed", ["brings in", "brought in about", "could bring in", "is bringing in another"])
def test_what_brings_in_millions_is_a_sum(deed: str) -> None:
    assert figures(f"They had 40 million crowns. The plan {deed} 12 million.")[-1].endswith("12000000 crown")
    assert figures(f"They had 40 million crowns. The plan {deed} 12 million jobs.")[-1].endswith("12000000 job")


@pytest.mark.parametrize("deed", ["brought", "could save", "brings to the town"])
def test_who_is_brought_somewhere_or_saved_is_no_sum(deed: str) -> None:
    assert figures(f"They had 40 million crowns. The war {deed} 12 million.")[-1] == "12000000"


def test_what_comes_in_millions_is_looked_for_in_the_sentence_of_the_number() -> None:
    told = "They had 40 million crowns. The port has many users. "
    assert figures(f"{told}Its revenue was 2.4 billion.")[-1] == "2400000000 crown"
    assert figures(f"{told}Its debt was 12 million.")[-1] == "12000000 crown"
    assert figures("They had 40 million crowns. Its bill is high. In users it saw 2.4 billion.")[-1] == "2400000000"
    assert figures("They had 40 million crowns. Its bill was 2.4 billion. It has many users.")[-1] == "2400000000 crown"
    assert figures("They had 40 million crowns. Its bill is high. It saw 2.4 billion.")[-1] == "2400000000 crown"
    assert figures("They had 40 million crowns. Its bill is high. It grew. It saw 2.4 billion.")[-1] == "2400000000"
