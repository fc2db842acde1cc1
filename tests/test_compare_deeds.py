"""Whether two dates are of one deed, where nothing is nearer, or where one number stands beside both."""

import pytest

from gating import APART
from reconcile.compare.pair import Pair
from reconcile.compare.side import Articles
from reconcile.compare.values import compare_dates
from reconcile.model import Outcome
from reconcile.pipeline import read_text, reconcile


def outcome(one: str, other: str, *, nearest: bool) -> tuple[str, Outcome]:
    """What is said of the first date of each, as if nothing were as near to either where they are `nearest`."""
    head = "---\npublished: 2024-05-15\n---\n\n"
    found = reconcile([read_text(head + text, slug=slug) for slug, text in (("a", one), ("b", other))])
    left, right = (next(c for c in found.claims if c.source == slug and c.date) for slug in "ab")
    near = {left.id: (right.id,), right.id: (left.id,)} if nearest else {}
    articles = Articles(found.source, found.claim, near)
    said = compare_dates(Pair(articles.side(left.id), articles.side(right.id)))
    return said.code, said.outcome


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        # one number that few things have
        ("The {}-metre tower of Oste was opened in 1958.", "A wall {} metres high was put up at Oste in 1968.", True),
        ("Orsk opened the {}-metre tower of Oste in 1958.", "Tamm put up a wall {} metres high at Oste in 1968.", True),
        # what happens to a thing on two days is two deeds, unless a word is shared
        ("Orsk signed a contract for {} tonnes at Oste on May 3.", "Some of the {} tonnes came to Oste on May 8.",
         False),
        # as are the steps of an affair
        ("Orsk, who stole {} bells, was charged in 2018.", "Orsk, the thief of {} bells, was acquitted in 2019.",
         False),
        # and what names two places
        ("The {}-metre tower of Oste was opened in 1958.", "A wall {} metres high was put up at Brill in 1968.", False),
        ("The {}-metre tower of Oste was opened in 1958. Brill has none.",
         "The tower at Brill, {} metres high, was opened in 1968.", False),
    ],
)  # fmt: skip
def test_two_years_beside_one_telling_number_are_of_one_deed(one: str, other: str, *, apart: bool) -> None:
    assert (outcome(one.format(62), other.format(62), nearest=False)[1] in APART) is apart
    assert outcome(one.format(60), other.format(60), nearest=False)[1] not in APART


@pytest.mark.parametrize(("metres", "apart"), [(62, True), (60, False)])
def test_two_hours_beside_one_telling_number_are_of_one_deed(metres: int, *, apart: bool) -> None:
    one = f"The crane at Oste, {metres} metres high, came down at 7:12 a.m."
    other = f"The {metres}-metre mast in Oste was toppled by the wind at 7:42 a.m."
    assert (outcome(one, other, nearest=False)[1] in APART) is apart


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        # what two will say is told once
        ("The lender will say on June 13 what it pays.", "The lender is to say what it pays on June 20.",
         ("disjoint", Outcome.DIFFERS)),
        ("The lender will announce its next decision on June 13.", "The lender is to announce its decision on June 20.",
         ("disjoint", Outcome.DIFFERS)),
        # what they said may be said again
        ("The lender said on May 13 what it pays.", "The lender said what it pays on May 6.",
         ("announced", Outcome.NOT_COMPARABLE)),
        ("The mill at Oste was inspected in 2008.", "The mill at Oste was last checked in 2014.",
         ("disjoint", Outcome.DIFFERS)),
        # two years without a word in common
        ("The owner cut 1,800 jobs in 2020.", "The mill was given 60 million crowns in 2021.",
         ("different_event", Outcome.NOT_COMPARABLE)),
        ("The owner cut 1,800 jobs in 2020.", "Some 700 jobs went at the mill in 2021.", ("disjoint", Outcome.DIFFERS)),
        # years apart
        ("Tamm was locked up in the fort in 2008.", "Orsk was taken to the fort of Oste in 2012.",
         ("different_event", Outcome.NOT_COMPARABLE)),
        ("Orsk was locked up in the fort in 2008.", "Orsk was taken to the fort of Oste in 2012.",
         ("disjoint", Outcome.DIFFERS)),
        ("The Orsk mill was inspected in 2008. Tamm owns it.", "Tamm's mill was checked in 2012.",
         ("disjoint", Outcome.DIFFERS)),
        ("The Orsk mill was inspected in 2008.", "Tamm's mill was checked in 2012.",
         ("different_event", Outcome.NOT_COMPARABLE)),
        # a death is not what it came of
        ("Two men died in the mill on March 2.", "The mill at Oste burned on March 8.",
         ("different_event", Outcome.NOT_COMPARABLE)),
        ("Two men died in the mill on March 2.", "Two men were hurt in the mill on March 8.",
         ("different_event", Outcome.NOT_COMPARABLE)),
    ],
)  # fmt: skip
def test_two_dates_that_are_the_nearest_are_of_one_deed_unless_their_words_tell_of_two(
    one: str, other: str, said: tuple[str, Outcome]
) -> None:
    assert outcome(one, other, nearest=True) == said
    assert outcome(one, other, nearest=False)[1] not in APART
