"""What the words around two figures explain no longer, once neither article has a figure that is as near."""

import pytest

from gating import APART, claims, dossier, outcome
from reconcile.compare.pair import Pair
from reconcile.compare.relation import FIT
from reconcile.compare.side import Articles
from reconcile.compare.subject import Subject
from reconcile.compare.values import compare_figures
from reconcile.compare.vouched import vouched
from reconcile.model import Outcome
from reconcile.pipeline import read_text, reconcile


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        ("The storm cut off 12,400 homes.", "A third of the 12,400 homes have power again.", "12,400", "12,400"),
        ("The tower has 48 new flats.", "The city gets 48 more flats.", "48", "48"),
        ("The ball flew 62 minutes after lift-off.", "Its flight ended after 62 minutes.", "62", "62"),
    ],
)  # fmt: skip
def test_a_number_that_few_things_have_is_told_twice(one: str, other: str, left: str, right: str) -> None:
    found = dossier(one, other)
    assert outcome(found, left, right)[1] is Outcome.AGREE


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        # round
        ("The tower has 40 new flats.", "The city gets 40 more flats.", "40"),
        ("The ball flew 60 minutes after lift-off.", "Its flight ended after 60 minutes.", "60"),
        # of nothing that is named
        ("Orsk sent 48.", "Orsk sent 48 more.", "48"),
    ],
)
def test_a_number_of_many_things_is_told_twice_by_the_nearest(one: str, other: str, number: str) -> None:
    found = dossier(one, other)
    assert outcome(found, number, number, nearest=True)[1] is Outcome.AGREE
    assert outcome(found, number, number)[1] is Outcome.NOT_COMPARABLE


def test_points_of_an_index_are_no_people_left() -> None:
    one, other = "The Arden index fell to {} points.", "Arden is now down to {}, the exchange said."
    for left, right, apart in (("4,605.22", "4,580.10", False), ("7,412", "7,140", True)):
        found = dossier(one.format(left), other.format(right))
        assert (outcome(found, left, right, nearest=True)[1] in APART) is apart


def test_a_small_number_is_that_of_many_things() -> None:
    found = dossier("Arden sent 3 more boats.", "Arden has 3 boats.")
    assert outcome(found, "3", "3", nearest=True)[1] is Outcome.NOT_COMPARABLE


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        ("What first met the eye was 7,000 kilos of copper.", "Beside it lay 4,200 kilos of copper.", "7,000", "4,200"),
        ("Orsk missed nine games this season.", "Orsk missed 11 games with a bad knee.", "nine", "11"),
        ("In Arden 7,412 people are left.", "Arden is now down to 7,140, the mayor said.", "7,412", "7,140"),
        ("Orsk, a baker aged 46, was held.", "Pavel Orsk, who turns 50 in May, was held.", "46", "50"),
        ("Her list won 22 of the 60 seats.", "The Greens hold 24 of the 60 seats.", "22", "24"),
        ("The 140 patients of the clinic are to be moved by bus.", "All of its 104 patients were moved.", "140", "104"),
    ],
)  # fmt: skip
def test_an_ordinal_a_season_and_a_plan_explain_no_difference_of_the_nearest(
    one: str, other: str, left: str, right: str
) -> None:
    found = dossier(one, other)
    assert outcome(found, left, right, nearest=True)[1] in APART
    assert outcome(found, left, right)[1] not in APART


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        ("In Arden 74 people are left.", "Arden is now down to 71, the mayor said.", "74", "71"),
        ("Arden sent 40 boats last year.", "Arden sent 25 boats.", "40", "25"),
        ("The hall is meant to cost 150 million crowns.", "The hall cost 182 million crowns.", "150", "182"),
        ("Another 60 ships lay off Arden.", "There were 45 ships off Arden.", "60", "45"),
        ("On the ferry 33 children drowned.", "On the ferry 36 people drowned.", "33", "36"),
        ("The bus carries 180 people a day.", "The bus carries 280 people.", "180", "280"),
        ("The pass for the ferry costs 60 euros a month.", "The pass for the ferry costs 80 dollars.", "60", "80"),
        ("The ferry runs 40 km a day.", "The ferry runs 60 km.", "40", "60"),
        ("Orsk's mill makes 180 boats weekly.", "Orsk's mill makes 280 boats.", "180", "280"),
        ("Orsk makes 180,000 euros in daily sales.", "The merger brings 280,000 euros.", "180,000", "280,000"),
        ("The ferry sank 24 miles west of Orm Head.", "The ferry went down 14 miles off Brill.", "24", "14"),
        ("A separate crash in Orm killed two people.", "The crash in Orm killed three people.", "two", "three"),
        ("Two people died in a separate crash in Orm.", "Three people died in the crash in Orm.", "Two", "Three"),
        ("Separate illness in Orm killed two people.", "Illness in Orm killed three people.", "two", "three"),
        ("A separate bus in Orm hit two people.", "The bus in Orm hit three people.", "two", "three"),
        ("An unrelated bus in Orm hit two people.", "The bus in Orm hit three people.", "two", "three"),
        ("Two people died elsewhere in Orm.", "Three people died in Orm.", "Two", "Three"),
    ],
)  # fmt: skip
def test_another_year_plan_place_rate_or_trade_and_other_things_still_explain_it(
    one: str, other: str, left: str, right: str
) -> None:
    assert outcome(dossier(one, other), left, right, nearest=True)[1] not in APART


GAP = ("The budget closes a gap of 7.4 million crowns.", "The hole in the budget is 7.4 million crowns deep.",
       "Clara Orsk dug a pit of {} million crowns herself.")  # fmt: skip


@pytest.mark.parametrize(("told", "said"), [("4.7", Outcome.DIFFERS), ("940", Outcome.NOT_COMPARABLE)])
def test_a_third_source_that_gives_the_figure_of_one_speaks_for_it(told: str, said: Outcome) -> None:
    found = reconcile([read_text(text.format(told), slug=slug) for slug, text in zip("abc", GAP, strict=True)])
    one, two, three = (next(claims(found, slug, words)).id for slug, words in (("a", "7"), ("b", "7"), ("c", told)))
    articles = Articles(found.source, found.claim, {one: (two,), two: (one, three), three: (two,)})
    pairs = [Pair(articles.side(x), articles.side(y)) for x, y in ((one, two), (two, three), (one, three))]
    before = [(pair, compare_figures(pair)) for pair in pairs]
    assert before[2][1].outcome is Outcome.NOT_COMPARABLE
    assert [left.outcome for _, left in before[:2]] == [Outcome.AGREE, Outcome.DIFFERS]
    assert vouched(before)[2][1].outcome is said


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("The firm pays a dividend of 3.50 kroner a share.", "The firm pays a dividend of Nkr2.50 a share.", APART),
        ("The firm pays a dividend of 3.50 kroner a share.", "The firm pays a dividend of Nkr3.50 a share.", FIT),
        ("The firm pays a dividend of 3.50 kroner a share.", "The firm pays a dividend of $2.50 a share.", ()),
        ("Among the dead were two lorry drivers.", "Three lorry drivers died.", APART),
    ],
)  # fmt: skip
def test_a_currency_without_its_land_and_some_of_the_dead_are_set_against_the_like(
    one: str, other: str, said: tuple[Outcome, ...]
) -> None:
    found = dossier(one, other)
    left, right = (next(c.quantity.text for c in found.claims if c.source == slug and c.quantity) for slug in "ab")
    assert outcome(found, left, right, nearest=True)[1] in (said or (Outcome.NOT_COMPARABLE,))


def test_a_climb_is_no_height() -> None:
    climb, height = (
        "The stage to Oste has an elevation gain of 4,300 metres.",
        "The stage climbs to 2,310 metres at Oste.",
    )
    assert outcome(dossier(climb, height), "4,300", "2,310", nearest=True)[1] not in APART
    other = climb.replace("an elevation gain of 4,300", "its summit at an elevation of 2,130")
    assert outcome(dossier(other, height), "2,130", "2,310", nearest=True)[1] in APART


def test_the_month_of_a_birthday_parts_no_ages() -> None:
    found = dossier("Orsk, who turned 60 in March, was held.", "Pavel Orsk, 64, was held.")
    assert outcome(found, "60", "64", nearest=True)[1] in APART


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        # those of any trade are no part of the people, or of a count that has no noun
        ("The fire trapped 33 men in the pit of Oste.", "The fire trapped 36 in the pit of Oste.", "33", "36"),
        ("On the ferry 33 passengers drowned.", "On the ferry 36 people drowned.", "33", "36"),
        # a sum for a time, without the time
        ("The pass for the ferry costs 60 euros a month.", "The pass for the ferry costs 80 euros.", "60", "80"),
        ("The merger brings savings of 180 million euros a year.", "The merger brings savings of 280 million euros.",
         "180", "280"),
        ("The merger brings daily savings of 180,000 euros.", "The merger brings savings of 280,000 euros.",
         "180,000", "280,000"),
        # what is counted over several accidents
        ("Two workers died in separate accidents at the dam.", "Three workers died at the dam.", "Two", "Three"),
        ("Two workers died in unrelated falls at the dam.", "Three workers died at the dam.", "Two", "Three"),
        # two ways from one place
        ("She lay 24 miles out at Orm Head.", "The ferry went down 14 miles off Orm Head.", "24", "14"),
    ],
)  # fmt: skip
def test_a_group_a_time_and_a_way_explain_no_difference_of_the_nearest(
    one: str, other: str, left: str, right: str
) -> None:
    found = dossier(one, other)
    assert outcome(found, left, right, nearest=True)[1] is Outcome.DIFFERS
    assert outcome(found, left, right)[1] not in APART


def test_a_time_that_lies_between_is_not_how_long_it_lasted() -> None:
    found = dossier("The walk lasted about 24 days.", "The walk ended 25 days after the storm.")
    assert outcome(found, "24", "25", nearest=True)[1] is Outcome.NOT_COMPARABLE


@pytest.mark.parametrize(("other", "said"), [("60 euros", Outcome.AGREE), ("60 dollars", Outcome.NOT_COMPARABLE)])
def test_one_sum_with_and_without_its_time_agrees(other: str, said: Outcome) -> None:
    found = dossier("The pass for the ferry costs 60 euros a month.", f"The pass for the ferry costs {other}.")
    assert outcome(found, "60", "60")[1] is said


def test_those_of_a_group_and_the_people_never_contradict_each_other_unless_by_a_slip() -> None:
    def said(left: str, right: str) -> Outcome:
        told = f"On the ferry {left} passengers drowned.", f"On the ferry {right} people drowned."
        found = [f"---\npublished: 2024-05-15\n---\n\n{text}" for text in told]
        return outcome(dossier(*found), left, right, nearest=True)[1]

    assert said("2,033", "2,606") is Outcome.DIFFERS  # the crew died too
    assert said("2,063", "2,603") is Outcome.CONFLICTS


@pytest.mark.parametrize("way", ["west of", "north-west of", "southeast of", "due east of", "to the west of", "off"])
def test_how_far_off_a_place_two_are_is_one_thing_whichever_way_they_lie(way: str) -> None:
    found = dossier(f"The ferry lay 24 miles {way} Orm Head.", "The ferry lay 14 miles from Orm Head.")
    assert outcome(found, "24", "14")[1] in APART


def test_a_length_is_not_how_far_off_a_thing_lies() -> None:
    found = dossier("The road runs 24 miles north of Orm Head.", "The road of Orm Head is 14 miles long.")
    assert outcome(found, "24", "14")[1] is Outcome.NOT_COMPARABLE
    feast = dossier("The town held a four-day feast of music.")
    [claim] = claims(feast, "a", "four-day")
    assert "offset" not in Subject(claim, feast.source["a"]).marks
