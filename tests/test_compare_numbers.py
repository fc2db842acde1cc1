"""Figures that few things come to, rows of a firm's books, and what nothing surpasses."""

from decimal import Decimal

import pytest

from gating import APART, dossier, outcome, pair
from reconcile.compare.numbers import in_article
from reconcile.compare.subject import Subject
from reconcile.model import Outcome
from reconcile.model.notation import read_figure
from reconcile.model.values import digits, nearly


@pytest.mark.parametrize(
    ("one", "other", "values", "said"),
    [
        ("chests", "dressers", ("29 million", "29 million"), Outcome.AGREE),
        ("chests", "dressers", ("20", "20"), Outcome.AGREE),
        ("chests", "dressers", ("19", "19"), Outcome.NOT_COMPARABLE),
        ("chests", "dressers", ("29", "92"), Outcome.NOT_COMPARABLE),
        ("chests", "dressers", ("dozens of", "dozens of"), Outcome.NOT_COMPARABLE),
        ("chests", "dressers", ("29", "at least 29"), Outcome.NOT_COMPARABLE),
        ("parcels", "packages", ("120", "at least 120"), Outcome.COMPATIBLE),
        ("chests", "chests", ("19", "19"), Outcome.AGREE),
    ],
)
def test_from_twenty_on_a_count_is_told_by_its_number(
    one: str, other: str, values: tuple[str, str], said: Outcome
) -> None:
    found = dossier(f"The firm calls back {values[0]} {one}.", f"The firm calls back {values[1]} {other}.")
    assert outcome(found, *(value.removesuffix(" of") for value in values))[1] is said


@pytest.mark.parametrize(
    ("other", "nearest", "one"),
    [
        ("The pass for the ferry costs 80 euros.", True, True),
        ("The pass for the ferry costs 80 euros.", False, False),
        ("A ticket needs 80 euros.", True, False),
        ("A ticket needs 60 euros.", False, True),
    ],
)
def test_a_sum_for_a_time_is_a_sum_where_their_words_or_numbers_are_one(
    other: str, *, nearest: bool, one: bool
) -> None:
    found = dossier("The pass for the ferry costs 60 euros a month.", other)
    a, b = pair(found, "60", "60" if "60" in other else "80", nearest=nearest).figures
    assert (a.unit == b.unit == "EUR") is one


@pytest.mark.parametrize(("share", "shown"), [("50.24", True), ("58.24", False)])
def test_shares_that_differ_in_their_last_digits_are_of_one_vote(share: str, *, shown: bool) -> None:
    found = dossier("Orla Venn took 50.21 percent.", f"The mayor won by {share} per cent of votes.")
    assert (outcome(found, "50.21", share)[1] in APART) is shown


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("50.21 percent", "50.24 percent", True),
        ("50.24 percent", "50.21 percent", True),
        ("100 percent", "100.1 percent", False),  # the one is round
        ("50.2 percent", "50.3 percent", True),  # a five-hundredth of them
        ("50.2 percent", "50.4 percent", False),
        ("50.21 percent", "50.24 percentage point", False),
        ("3000010 EUR", "3000020 EUR", True),
        ("3000010 EUR", "3000020 USD", False),
        ("5100000 EUR", "5110000 EUR", False),
        ("30010 boat", "30020 boat", False),
        ("50.21..50.23 percent", "50.24 percent", False),
    ],
)
def test_two_fine_shares_or_sums_may_differ_in_their_last_digits(one: str, other: str, *, near: bool) -> None:
    assert nearly(read_figure(one), read_figure(other)) is near


@pytest.mark.parametrize(("number", "told"), [("1450000", 3), ("0.50", 1), ("20139", 5), ("7", 1)])
def test_the_digits_of_a_number_are_told_without_its_noughts(number: str, told: int) -> None:
    assert digits(Decimal(number)) == told


@pytest.mark.parametrize(
    ("told", "negated"),
    [
        ("No work of art has ever cost more than the Ferryman.", False),  # the Ferryman did
        ("Nobody has ever been faster than Orsk.", False),
        ("No work of art was sold in Oste.", True),
        ("Nobody paid more for it.", True),  # more than what, it does not say
    ],
)
def test_what_nothing_surpasses_is_not_denied(told: str, negated: bool) -> None:
    other = "The Ferryman, a work of art of Oste, cost 450 million dollars, and Orsk was faster."
    found = dossier(told, other)
    claim = next(claim for claim in found.claims if claim.source == "a")
    assert Subject(claim, found.source["a"]).negated is negated
    assert negated or not [f for f in found.findings if f.outcome in APART]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("New orders of Velt came to 540 million euros.", "Velt lifted its revenue to 612 million euros.", False),
        ("The turnover of Velt came to 540 million euros.", "Velt lifted its revenue to 612 million euros.", True),
        ("The shares of Velt fell by 11 percent.", "The profit of Velt fell by 22 percent.", False),
        ("The shares of Velt fell by 11 percent.", "The stock of Velt fell by 22 percent.", True),
    ],
)
def test_each_line_of_a_firms_books_is_its_own(one: str, other: str, apart: bool) -> None:
    found = dossier(one, other)
    assert apart is any(f.outcome in APART for f in found.findings)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        ("A year ago the charge for bad loans had been 150 million marks.", "different_scope"),
        ("The charge for bad loans had been 150 million marks.", "disjoint"),
    ],
)
def test_what_was_so_a_year_ago_is_of_another_year(one: str, said: str) -> None:
    found = dossier(one, "The charge for bad loans was 290 million marks, after 120 million a year before.")
    assert outcome(found, "150", "290", nearest=True)[0] == said


@pytest.mark.parametrize(
    ("one", "said"),
    [("93.87 percent", "nearly 90 percent"), ("1,916", "nearly 1,911"), ("4,912", "nearly 4,800")],
)
def test_what_is_hardly_more_than_its_rounded_number_alone_is_nearly_it(one: str, said: str) -> None:
    found = dossier(f"In Arden {one} voted for the bridge.", f"In Arden {said} voted for the bridge.")
    assert outcome(found, one, said)[0] != "approx_equal"


FLOWN = "The pilot had flown 4,916 hours and the co-pilot 6,922 hours."


@pytest.mark.parametrize(
    ("one", "figure", "other", "theirs", "has"),
    [
        # what the other says roughly is told beside it
        (FLOWN, "4,916", "The pilot had flown some 7,000 hours.", "7,000", True),
        (FLOWN, "4,916", "The pilot had flown 7,000 hours.", "7,000", False),
        (FLOWN, "4,916", "The pilot had flown some 9,000 hours.", "9,000", False),
        ("He had flown 4,916 hours and 6,922 km.", "4,916", "He had flown some 7,000 hours.", "7,000", False),
        ("He had flown 6,922 hours.", "6,922", "He had flown some 7,000 hours.", "7,000", False),
        # the number is told of others
        ("The fire killed 19 people. In Arden 12 people died.", "19", "The fire killed 12 people.", "12", True),
        ("The fire killed 19 people. In Arden 12 people ate.", "19", "The fire killed 12 people.", "12", True),
        ("The fire killed 19 people. Another 12 people fell ill.", "19", "The fire killed 12 people.", "12", False),
        ("The fire hurt 19 people. Another 12 people died.", "19", "The hall held 12 people.", "12", True),
        ("The fire killed 19 people on Route 12, people said.", "19", "The fire killed 12 people.", "12", True),
    ],
)
def test_an_article_has_the_others_number_for_something_else(
    one: str, figure: str, other: str, theirs: str, has: bool
) -> None:
    assert in_article(pair(dossier(one, other), figure, theirs)) is has
