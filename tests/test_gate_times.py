"""The year that "last year" is, whom the sentence before names, and what a comparison behind a figure says of it."""

import pytest

from gating import APART, claims, dossier, outcome
from reconcile.compare.meant import meant
from reconcile.compare.pair import Pair
from reconcile.compare.side import Articles
from reconcile.compare.times import LONG_AGO
from reconcile.model import Outcome


def dated(text: str) -> str:
    return f"---\npublished: 2024-05-15\n---\n\n{text}"


PIT = "Some 2,300 people work in the pit; last year they dug out 930 tonnes of salt."


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("They dug out 930 tonnes of salt in the pit last year.", "They dug out 740 tonnes of salt in the pit in 2023.",
         True),
        ("They dug out 930 tonnes of salt in the pit last year.", "They dug out 740 tonnes of salt in the pit in 2021.",
         False),
        ("They dug out 930 tonnes of salt in the pit last year.", "They dug out 740 tonnes of salt in the pit.", False),
        # behind a semicolon
        (PIT, "They dug out 740 tonnes of salt in the pit in 2023.", True),
        (PIT, "They dug out 740 tonnes of salt in the pit in 2021.", False),
        (PIT, "They dug out 740 tonnes of salt in the pit.", False),
        (PIT.replace("last year ", ""), "They dug out 740 tonnes of salt in the pit.", True),
        (PIT.replace("they dug", "was warm, and they dug"), "They dug out 740 tonnes of salt in the pit.", True),
    ],
)  # fmt: skip
def test_last_year_is_the_year_before_that_of_publication(one: str, other: str, *, apart: bool) -> None:
    assert (outcome(dossier(dated(one), dated(other)), "930", "740")[1] in APART) is apart


def test_without_a_day_of_publication_last_year_may_be_any() -> None:
    found = dossier("They dug out 930 tonnes of salt in the pit last year.",
                    "They dug out 740 tonnes of salt in the pit in 2023.")  # fmt: skip
    assert outcome(found, "930", "740")[1] is Outcome.NOT_COMPARABLE


@pytest.mark.parametrize(
    ("one", "other", "left", "right", "apart"),
    [
        ("A ride costs 2.60 pounds, more than the bus.", "A ride costs 3.60 pounds.", "2.60", "3.60", True),
        ("A ride costs 2.60 pounds more than the bus.", "A ride costs 3.60 pounds.", "2.60", "3.60", False),
        ("A ride costs 2.60 pounds more than the bus.", "A ride costs 3.60 pounds more than the bus.", "2.60", "3.60",
         True),
        ("Orsk sold 130, more than his rival.", "Orsk sold 310.", "130", "310", True),
        ("Orsk won 13 more than his rival.", "Orsk won 31 votes.", "13", "31", False),
        ("Orsk won 13 seats more than his rival.", "Orsk won 31 seats.", "13", "31", False),
        ("Orsk won 13 seats, more than his rival.", "Orsk won 31 seats.", "13", "31", True),
    ],
)  # fmt: skip
def test_what_one_has_more_than_another_is_a_margin(
    one: str, other: str, left: str, right: str, *, apart: bool
) -> None:
    assert (outcome(dossier(one, other), left, right, nearest=True)[1] in APART) is apart


@pytest.mark.parametrize(("where", "theirs", "told"), [("It", "It", True), ("At Tarm it", "At Brill it", False)])
def test_the_names_of_the_sentence_before_make_no_strangers(where: str, theirs: str, *, told: bool) -> None:
    found = dossier(
        f"The fire was put out at Tarm. {where} took 74 tonnes of foam.",
        f"The mill at Brill burned for a day. {theirs} took 90 tonnes of foam.",
    )
    one, other = next(claims(found, "a", "74")), next(claims(found, "b", "90"))
    articles = Articles(found.source, found.claim, {one.id: (other.id,)})
    assert meant(Pair(articles.side(one.id), articles.side(other.id))) is told


@pytest.mark.parametrize(("nearest", "said"), [(True, Outcome.AGREE), (False, Outcome.NOT_COMPARABLE)])
def test_two_figures_that_fit_are_of_one_thing_where_nothing_is_nearer(*, nearest: bool, said: Outcome) -> None:
    found = dossier("Rebels hold about 30 of the town's boats.", "The mayor wants 32 back.")
    assert outcome(found, "30", "32", nearest=nearest)[1] is said
    other = dossier("Rebels hold about 30 of the town's boats.", "The mayor wants 40 back.")
    assert outcome(other, "30", "40", nearest=nearest)[1] is Outcome.NOT_COMPARABLE


@pytest.mark.parametrize(
    ("told", "ago"),
    [
        ("Later in the evening 12 people died", False),
        ("Later that day 12 people died", False),
        ("Earlier the same night 12 people died", False),
        ("Later 12 people died", True),
        ("Later that year 12 people died", True),
        ("Earlier in the year 12 people died", True),
    ],
)
def test_an_hour_later_is_not_long_ago(told: str, *, ago: bool) -> None:
    assert bool(LONG_AGO.search(told)) is ago
