"""What the words around two figures explain no longer, once neither article has a figure that is as near."""

import pytest

from gating import APART, claims, dossier, outcome
from reconcile.compare.pair import Pair
from reconcile.compare.relation import FIT
from reconcile.compare.side import Articles
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
def test_one_number_of_the_nearest_is_told_twice(one: str, other: str, left: str, right: str) -> None:
    found = dossier(one, other)
    assert outcome(found, left, right, nearest=True)[1] is Outcome.AGREE
    assert outcome(found, left, right)[1] is Outcome.NOT_COMPARABLE


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
    ],
)  # fmt: skip
def test_another_year_a_plan_of_the_figure_itself_and_other_things_still_explain_it(
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
