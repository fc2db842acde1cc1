"""How far apart two figures may be for accounts of one thing, and two sums of two deeds."""

from types import SimpleNamespace

import pytest

from gating import dossier, pair
from reconcile.compare import sizes, wording
from reconcile.compare.pair import Pair
from reconcile.model.notation import read_figure


def two(one: str, other: str) -> Pair:
    return SimpleNamespace(figures=(read_figure(one), read_figure(other)))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        ("5 kg", "700 kg", True),
        ("5 kg", "90 kg", False),
        ("5 kg", "500 kg", False),  # a slip of two noughts
        ("3000000 EUR", "3000000000 EUR", False),
        ("11 pound", "714 kg", True),
        ("714 kg", "11 pound", True),
        ("11 kg", "450 pound", False),
        ("2 km", "900 m", False),
        ("1 km", "30 m", True),
        ("30 m", "1 km", True),
        ("5 kg", "700 km", False),  # no one tells how many kilometres a kilogram is
    ],
)
def test_figures_are_far_apart_whatever_their_units(one: str, other: str, far: bool) -> None:
    assert sizes.far(two(one, other)) is far


@pytest.mark.parametrize(("one", "other", "many"), [("2 house", "10 house", True), ("2 house", "9 house", False)])
def test_one_is_several_times_the_other(one: str, other: str, many: bool) -> None:
    assert sizes.many_times(two(one, other)) is many


@pytest.mark.parametrize(
    ("one", "other", "contrary"),
    [("13 billion euros", "13 billion euros", True), ("13 billion euros", "40 billion euros", False)],
)
def test_what_was_won_and_what_was_lost_for_another_sum_are_two_things(one: str, other: str, contrary: bool) -> None:
    found = dossier(f"The firm won a contract worth {one}.", f"The firm lost a contract worth {other}.")
    assert wording.contrary(pair(found, one, other)) is contrary
