"""How far two values stand apart: a sum for a time is a sum, and what was so before stands back."""

import pytest

from gating import APART, dossier, outcome
from reconcile.align.reading import Reading, read_claims
from reconcile.align.values import FORMER, of_one_size, value_of, values_apart
from reconcile.align.vocabulary import vocabulary
from reconcile.pipeline import extract, read_text


def reading(text: str, figure: str) -> Reading:
    """What alignment knows of a figure of one sentence."""
    told = read_text(text, slug="a")
    claims = [claim for claim in extract(told) if claim.quantity and figure in claim.quantity.text]
    return read_claims([told], claims, vocabulary()).readings[0]


@pytest.mark.parametrize(
    ("one", "other", "met"),
    [
        ("The pass costs 60 euros a month.", "The pass costs 60 euros.", True),
        ("The pass costs 60 euros a month.", "The pass costs 60 dollars.", False),
        ("The ferry is 60 people a day better off.", "The ferry holds 60 people.", False),
        ("The ferry does 60 km per hour.", "The ferry went 60 km.", False),
    ],
)
def test_a_sum_for_a_time_is_of_the_kind_and_the_size_of_a_sum(one: str, other: str, *, met: bool) -> None:
    ours, theirs = reading(one, "60"), reading(other, "60")
    assert (ours.kind == theirs.kind and of_one_size(ours.claim, theirs.claim)) is met


@pytest.mark.parametrize(
    ("text", "figure", "earlier"),
    [
        ("The fare goes up from 212 to 223 crowns.", "212", True),
        ("The fare goes up from 212 to 223 crowns.", "223", False),
        ("The fare is 223 crowns (previously 202 crowns).", "202", True),
        ("The fare is 223 crowns (previously 202 crowns).", "223", False),
        ("The fare is 223 crowns instead of 202 crowns.", "202", True),
        ("The baker, previously of Oste, has 202 crowns.", "202", False),
    ],
)
def test_what_was_so_before_is_known_by_the_words_before_it(text: str, figure: str, *, earlier: bool) -> None:
    assert reading(text, figure).earlier is earlier


def test_what_was_so_before_stands_back_for_what_is_so_now() -> None:
    now = reading("A year on the ferry costs 220 crowns.", "220")
    other = reading("The fare is 220 crowns.", "220")
    before = reading("The fare is 290 crowns (previously 220 crowns).", "220")
    assert values_apart(now, other) == 0
    assert values_apart(now, before) == values_apart(before, now) == FORMER
    assert values_apart(before, before) == 0
    assert value_of(now) == value_of(other) != value_of(before)


@pytest.mark.parametrize("was", ["(previously 202 crowns)", "instead of 202 crowns", "- until now it was 202 crowns"])
def test_what_it_cost_before_is_not_set_against_what_it_costs(was: str) -> None:
    found = dossier(f"The fare is 223 crowns {was}.", "The fare is 231 crowns.")
    assert outcome(found, "202", "231", nearest=True)[1] not in APART
    assert outcome(found, "223", "231", nearest=True)[1] in APART
