"""Figures of one thing come into one topic, however far apart; equal figures of unlike things do not."""

from dataclasses import replace
from decimal import Decimal

import pytest

from aligning import claim, joined, source, together, topics
from reconcile.align.reading import read_claims
from reconcile.align.vocabulary import vocabulary
from reconcile.model import Claim, Hedge, quantity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("7 soldiers were killed at the bridge", "7 soldiers were hurt at the bridge"),
        ("Exports to Peru rose by 7 tons", "Exports to Peru fell by 7 tons"),
        ("7 miners were arrested after the riot", "7 miners were released after the riot"),
    ],
)
def test_equal_figures_never_join_unlike_deeds(one: str, other: str) -> None:
    assert not together(one, other, unit="person")


def test_equal_figures_do_not_join_what_else_has_nothing_in_common() -> None:
    assert not together("41 goats crossed the river", "41 judges signed the letter", unit="goat")


def test_far_figures_do_not_part_the_same_claim() -> None:
    assert together("3 goats crossed the river", "9,000 goats crossed the river", unit="goat")


def test_what_is_counted_must_be_the_same() -> None:
    left, right = (
        source("left", "40 districts were handed over to Peru"),
        source("right", "40 villages were handed over to Peru"),
    )
    one = claim(left, left.text, 1, "district", "districts")
    other = claim(right, right.text, 2, "village", "villages")
    assert not joined(topics((left, right), (one, other)), one.id, other.id)


def test_people_may_be_the_villagers_of_the_other_outlet() -> None:
    left, right = source("left", "40 people fled the valley"), source("right", "50 villagers fled the valley")
    one = claim(left, left.text, 1, "person", "people")
    other = claim(right, right.text, 2, "person", "villagers")
    assert joined(topics((left, right), (one, other)), one.id, other.id)


def test_what_is_counted_may_be_a_name_that_outlets_spell_in_two_ways() -> None:
    left, right = (
        source("left", "40 Kelbajars fled the valley of Oria"),
        source("right", "50 Kalbajars fled the valley of Oria"),
    )
    third = source("third", "50 Tarmas fled the valley of Oria")
    claims = tuple(claim(s, s.text, n, "person", s.text.split()[1]) for n, s in enumerate((left, right, third)))
    found = topics((left, right, third), claims)
    assert joined(found, "left.000000", "right.000001")
    assert not joined(found, "left.000000", "third.000002")


def test_the_nouns_of_people_part_them_only_where_they_name_known_groups() -> None:
    def two(one: str, other: str) -> bool:
        left, right = (
            source("left", f"40 {one} were held near the port"),
            source("right", f"50 {other} were held near the port"),
        )
        claims = (claim(left, left.text, 1, "person", one), claim(right, right.text, 2, "person", other))
        return joined(topics((left, right), claims), "left.000001", "right.000002")

    assert two("smugglers", "suspects")
    assert not two("smugglers", "policemen")
    assert not two("children", "soldiers")


def test_a_toll_meets_the_toll_of_its_own_quake_and_not_of_an_older_one() -> None:
    left = source("left", "The quake in Oria killed at least 12 people.")
    right = source("right", "The quake in Oria killed 15 people.", "The quake in Oria killed 31,000 people in 2003.")
    claims = (
        claim(left, left.text, 1, "person", "people"),
        *(claim(right, text, n, "person", "people") for n, text in enumerate(right.text.splitlines(), 2)),
    )
    found = topics((left, right), claims)
    assert joined(found, "left.000001", "right.000002")
    assert not joined(found, "left.000001", "right.000003")


def test_a_bare_number_takes_the_unit_that_its_sentence_names() -> None:
    left = source("left", "The survey in Oria puts the magnitude of the quake at 6")
    right = source("right", "The quake in Oria had 5 on the scale")
    bare, told = claim(left, left.text, 1, "none"), claim(right, right.text, 2, "magnitude")
    assert bare.quantity
    bare = replace(bare, quantity=replace(bare.quantity, value=quantity(Decimal(6), Hedge.EXACT, None)))
    assert joined(topics((left, right), (bare, told)), bare.id, told.id)


def test_people_of_two_nations_are_not_the_same_people() -> None:
    left, right = source("left", "40 Peruvians fled the valley"), source("right", "50 Chileans fled the valley")
    one = claim(left, left.text, 1, "person", "Peruvians")
    other = claim(right, right.text, 2, "person", "Chileans")
    assert not joined(topics((left, right), (one, other)), one.id, other.id)


def test_a_duration_is_no_count() -> None:
    left = source("left", "2,000 soldiers were sent to guard the border")
    right = source("right", "Soldiers were sent for 5 years to guard the border")
    one, other = claim(left, left.text, 1, "person", "soldiers"), claim(right, right.text, 2, "year")
    assert not joined(topics((left, right), (one, other)), one.id, other.id)


def test_two_figures_of_one_sentence_are_two_things() -> None:
    left = source("left", "In the crash 12 people were hurt and 30 people were taken to a hospital")
    right = source("right", "12 people were hurt in the crash")
    twelve = claim(left, left.text, 1, "person")
    thirty = Claim(**{**{f: getattr(twelve, f) for f in twelve.__slots__}, "id": "left.00000a"})
    found = topics((left, right), (twelve, thirty, claim(right, right.text, 2, "person")))
    assert not joined(found, twelve.id, thirty.id)


def test_a_statement_cut_in_two_before_its_figure_stays_whole() -> None:
    text = "The money found in the raids came to 4,100 euros in old notes"
    left, right = source("left", text), source("right", "In the raids money of 900 euros was found in old notes")
    begun = replace(claim(left, text, 1), about="The money found in the raids")
    ended = replace(claim(left, text, 2, "EUR"), about="the money in old notes")
    found = topics((left, right), (begun, ended, claim(right, right.text, 3, "EUR")))
    assert joined(found, begun.id, ended.id)


def test_a_part_and_its_whole_stay_together_for_the_arithmetic() -> None:
    left = source("left", "90 of the town's 150 inhabitants fled the valley")
    right = source("right", "60 people fled the valley")
    part = claim(left, left.text, 1, "person", "inhabitants", whole="the town's 150 inhabitants")
    start = left.text.index("150")
    assert part.quantity
    whole_mention = type(part.quantity)(type(part.span)(start, start + 3), "150", part.quantity.value, "inhabitants")
    whole = Claim("left.00000b", "left", part.span, part.quote, part.sentence, part.about, whole_mention)
    found = topics((left, right), (part, whole, claim(right, right.text, 2, "person", "people")))
    assert joined(found, part.id, whole.id, "right.000002")


@pytest.mark.parametrize(
    ("counts", "head"),
    [("fully accessible stations", "station"), ("hostages freed", "hostag"), ("stations of stone", "station")],
)
def test_what_is_counted_ends_at_a_deed_and_a_plural_is_none(counts: str, head: str) -> None:
    told = source("left", f"The line has 7 {counts}")
    (reading,) = read_claims([told], [claim(told, told.text, 1, "station", counts)], vocabulary()).readings
    assert reading.counted == head
