"""What the rest of an article says of a figure or a date: others of its fate, its own day, its term, who won it."""

from typing import Final

import pytest

from gating import APART, claims, dossier, outcome, outcome_of_dates, pair
from reconcile.compare import doubts, elapsed, some
from reconcile.compare.side import Articles, Side
from reconcile.model import Dossier
from reconcile.pipeline import read, reconcile
from test_compare_counts import dated


def dated_side(found: Dossier, slug: str, words: str) -> Side:
    claim = next(c for c in found.claims if c.source == slug and c.when and words in c.when.text)
    return Articles(found.source, found.claim, {}).side(claim.id)


def figure_side(found: Dossier, slug: str, words: str) -> Side:
    return Articles(found.source, found.claim, {}).side(next(claims(found, slug, words)).id)


@pytest.mark.parametrize(
    ("parts", "adds"),
    [
        ("The fire hurt 108 people in Arden and 31 in Brill.", True),
        ("The fire hurt 108 people in Arden, 31 in Brill and 17 in Cole.", False),
        ("The fire hurt 108 people in Arden and 31 in Brill, and killed 17 people.", True),
        ("The fire hurt 108 people in Arden and 31 in Brill, or 17 percent of the guests.", True),
    ],
)
def test_two_parts_are_the_sum_where_no_third_is_told(parts: str, adds: bool) -> None:
    found = dossier(parts, "The fire hurt 139 people.")
    assert ("sum" in {f.relation for f in found.findings}) is adds


@pytest.mark.parametrize(
    ("told", "adds"),
    [
        ("The 108 hurt are in Arden, 31 hurt in Brill and 17 hurt in Cole.", False),
        ("In 108 hours the fire hurt people, 31 in Brill and 17 in Cole.", True),
    ],
)
def test_two_parts_of_three_are_no_sum(told: str, adds: bool) -> None:
    found = dossier(told, "The fire hurt 48 people.")
    assert ("sum" in {f.relation for f in found.findings}) is adds


BRIBES: Final = "The mayor took bribes between 2016 and 2019."
AHEAD: Final = "The mayor will be in jail between 2025 and 2028."


@pytest.mark.parametrize(
    ("told", "days", "ahead"),
    [
        ("The mayor of Arden was jailed for four years.", BRIBES, True),
        ("The mayor of Arden gets four years for bribes.", BRIBES, True),
        ("The mayor of Arden took bribes over four years.", BRIBES, False),
        ("The mayor of Arden was jailed and served four years.", BRIBES, False),
        ("The mayor of Arden was jailed for four years.", AHEAD, False),
        ("The mayor of Arden gets four years for bribes.", AHEAD, False),
    ],
)
def test_a_term_that_was_set_is_still_to_run(told: str, days: str, ahead: bool) -> None:
    found = dated(told, days)
    assert elapsed._still_to_run(figure_side(found, "a", "four"), dated_side(found, "b", "20")) is ahead


SATURDAY: Final = "Gunmen attacked the mill in Arden on Saturday."


@pytest.mark.parametrize(
    ("told", "day", "other", "too"),
    [
        (f"{SATURDAY} Gunmen had attacked a mill in Brill on Tuesday.", "Tuesday", SATURDAY, True),
        (
            "The attack on the mill of Saturday killed two. Gunmen had attacked a mill in Brill on Tuesday.",
            "Tuesday",
            SATURDAY,
            True,
        ),
        ("Guards sang on Saturday. Gunmen attacked a mill in Brill on Tuesday.", "Tuesday", SATURDAY, False),
        ("Gunmen attacked a mill on Sunday. They attacked it on Tuesday.", "Tuesday", SATURDAY, False),
        ("Gunmen attacked the mill in Arden on Tuesday.", "Tuesday", SATURDAY, False),
        (SATURDAY, "Saturday", SATURDAY, False),
    ],
)
def test_an_article_that_dates_such_a_deed_to_the_others_day_tells_of_an_older_one_too(
    told: str, day: str, other: str, too: bool
) -> None:
    found = dated(told, other, (9, 9))
    assert doubts._dates_it_too(dated_side(found, "a", day), dated_side(found, "b", "Saturday")) is too


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (f"{SATURDAY} Gunmen attacked a mill in Arden on Tuesday.", "different_event"),
        ("Gunmen attacked the mill in Arden on Tuesday.", "disjoint"),
    ],
)
def test_an_older_day_of_a_deed_contradicts_nothing(told: str, code: str) -> None:
    assert outcome_of_dates(dated(told, SATURDAY, (9, 9)), "Tuesday", "Saturday")[0] == code


VOTE: Final = "The election was held on Sunday. Voters chose among three candidates, the electoral office said. "


@pytest.mark.parametrize(
    ("one", "other", "values", "apart"),
    [
        (f"{VOTE}Orsk took 41 percent.", f"{VOTE}Orsk finished with 39.6 percent.", ("41", "39.6"), True),
        (f"{VOTE}Orsk took 41 percent.", f"{VOTE}Tamm finished with 39.6 percent.", ("41", "39.6"), False),
    ],
)
def test_two_results_of_one_candidate_are_of_one_thing(
    one: str, other: str, values: tuple[str, str], apart: bool
) -> None:
    assert (outcome(dossier(one, other), *values)[1] in APART) is apart


@pytest.mark.parametrize(
    ("told", "other", "of_more"),
    [
        ("Orsk won 12 new seats and 28 old seats.", "Orsk finished with 13 seats in the south.", False),
        ("Orsk won 12 new seats and 28 old seats.", "Tamm finished with 13 seats in the south.", True),
        ("Orsk won 12 new seats and 28 old seats.", "The south has 13 seats.", True),
    ],
)
def test_the_seats_that_one_candidate_won_are_no_part_of_more(told: str, other: str, of_more: bool) -> None:
    assert some.of_more(pair(dossier(VOTE + told, VOTE + other), "12", "13")) is of_more


@pytest.mark.parametrize(("month", "apart"), [("05", True), ("12", False)])
def test_a_count_of_a_model_is_not_that_of_its_successor(month: str, apart: bool) -> None:
    pages = (
        f"---\npublished: 2024-{when}-03\n---\n\n# Arden\n\n{text}\n"
        for when, text in (("05", "Arden sold 40 ships of the new model."), (month, "Arden built 60 ships of it."))
    )
    found = reconcile([read(page.encode(), f"{slug}.md") for slug, page in zip("ab", pages, strict=True)])
    assert (outcome(found, "40", "60")[1] in APART) is apart
