"""What a plan explains, and what it does not: what stands for good, a price that is set, a year that is over."""

import pytest

from gating import APART, dossier, outcome, outcome_of_dates
from reconcile.model import Outcome

PLAN = ("planned_v_actual", Outcome.COMPATIBLE)
OF_MAY = "---\npublished: 2024-05-15\n---\n\n"


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        ("A ticket is 2.80 euros.", "A ticket will be 2.60 euros.", "2.80", "2.60"),
        ("Tickets are 2.80 euros.", "Tickets will be 2.60 euros.", "2.80", "2.60"),
        ("A ticket costs 2.80 euros.", "A ticket will cost 2.60 euros.", "2.80", "2.60"),
        ("The choir gets 280 euros a night.", "The choir will get 260 euros a night.", "280", "260"),
        ("The tower offers 280 square metres.", "The tower will have 260 square metres.", "280", "260"),
        ("The sum comes to 280 euros.", "The sum will be 260 euros.", "280", "260"),
        ("The loss amounts to 280 euros.", "The loss will be 260 euros.", "280", "260"),
        ("The fair brings 280 euros.", "The fair will bring 260 euros.", "280", "260"),
        ("The bank pays 2.8 percent.", "The bank will pay 2.6 percent.", "2.8", "2.6"),
        ("The walk takes 28 minutes.", "The walk will take 26 minutes.", "28", "26"),
        ("The trains have a top weight of 28 tonnes.", "The trains will have a top weight of 26 tonnes.", "28", "26"),
        ("The trains have a top speed of 280 km/h.", "The trains will have a top speed of 260 km/h.", "280", "260"),
        ("The farms have some 450 hectares.", "The farms will have 260 hectares.", "450", "260"),
        ("The farms have about 450 hectares.", "The farms will have 260 hectares.", "450", "260"),
        ("The hundred farms have the 280 hectares.", "The hundred farms will have 260 hectares.", "280", "260"),
        ("The mill has an axle of 280 cm.", "The mill will have an axle of 260 cm.", "280", "260"),
        ("The tank has room for 280 litres.", "The tank will have room for 260 litres.", "280", "260"),
        ("The tank of United Orsk has the 280 litres.", "The tank of United Orsk will have 260 litres.", "280", "260"),
        ("The farms have 280 hectares.", "The farms will have 260 hectares.", "280", "260"),
        # up to so much is a bound, and no rise
        ("A farm gets 240 euros a year.", "A farm could get up to 160 euros a year.", "240", "160"),
    ],
)  # fmt: skip
def test_what_stands_for_good_is_no_outcome_of_a_plan(one: str, other: str, left: str, right: str) -> None:
    found, turned = dossier(one, other), dossier(other, one)
    assert outcome(found, left, right, nearest=True)[1] in APART
    assert outcome(turned, right, left, nearest=True) == outcome(found, left, right, nearest=True)
    assert outcome(found, left, right) == PLAN


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        # what was so once, and a count of things
        ("The walk, which was cheap, takes 28 minutes.", "The walk will take 26 minutes.", "28", "26"),
        ("The walk, which had a gate, takes 28 minutes.", "The walk will take 26 minutes.", "28", "26"),
        ("A ticket was 2.80 euros.", "A ticket will be 2.60 euros.", "2.80", "2.60"),
        ("The walk had taken 28 minutes in the mill, which is old.", "The walk will take 26 minutes.", "28", "26"),
        ("The tower cracked at 280 metres and is old.", "The tower will stand at 260 metres.", "280", "260"),
        ("Those who freed the boat get 280 euros.", "They will get 260 euros.", "280", "260"),
        ("Costs of 280 million euros hit the tower.", "The tower will cost 260 million euros.", "280", "260"),
        ("The hall has room for 340 people.", "The hall will have room for 370 people.", "340", "370"),
        # what is so for now, and what changes
        ("A ticket now costs 2.80 euros.", "A ticket will cost 3.20 euros.", "2.80", "3.20"),
        ("A ticket costs 2.80 euros today.", "A ticket will cost 3.20 euros.", "2.80", "3.20"),
        ("A ticket currently costs 2.80 euros.", "A ticket will cost 3.20 euros.", "2.80", "3.20"),
        ("At present a ticket costs 2.80 euros.", "A ticket will cost 3.20 euros.", "2.80", "3.20"),
        ("At the moment a ticket costs 2.80 euros.", "A ticket will cost 3.20 euros.", "2.80", "3.20"),
        ("A ticket so far costs 2.80 euros.", "A ticket will cost 3.20 euros.", "2.80", "3.20"),
        ("A ticket still costs 2.80 euros.", "A ticket will cost 3.20 euros.", "2.80", "3.20"),
        ("A ticket costs 2.80 euros.", "A ticket will rise to 3.20 euros.", "2.80", "3.20"),
        ("A ticket costs 2.80 euros.", "A ticket will go up to 3.20 euros.", "2.80", "3.20"),
        ("A ticket costs 2.80 euros.", "A ticket will be cut to 2.60 euros.", "2.80", "2.60"),
        ("A ticket costs 2.80 euros.", "The town plans to raise a ticket to 3.20 euros.", "2.80", "3.20"),
        ("A ticket costs 2.80 euros.", "A ticket will be raised to 3.20 euros.", "2.80", "3.20"),
        ("A ticket costs 2.80 euros.", "A ticket will increase to 3.20 euros.", "2.80", "3.20"),
        ("A ticket costs 2.80 euros.", "A ticket will be increased to 3.20 euros.", "2.80", "3.20"),
        ("A ticket costs 2.80 euros.", "The town plans to reduce a ticket to 2.60 euros.", "2.80", "2.60"),
        ("A ticket costs 2.80 euros.", "A ticket will be reduced to 2.60 euros.", "2.80", "2.60"),
        ("A ticket costs 2.80 euros.", "The town plans to lower a ticket to 2.60 euros.", "2.80", "2.60"),
        ("A ticket costs 2.80 euros.", "A ticket will be lowered to 2.60 euros.", "2.80", "2.60"),
        ("A ticket costs 2.80 euros.", "A ticket will cost 3.20 euros from 1 June.", "2.80", "3.20"),
        ("A ticket costs 2.80 euros.", "A ticket will cost 3.20 euros from early June.", "2.80", "3.20"),
        ("A ticket costs 2.80 euros.", "A ticket will cost 3.20 euros from mid-June.", "2.80", "3.20"),
        ("A ticket costs 2.80 euros.", "A ticket will cost 3.20 euros from late June.", "2.80", "3.20"),
        ("A ticket costs 2.80 euros.", "A ticket will cost 3.20 euros from the start of June.", "2.80", "3.20"),
        ("A ticket costs 2.80 euros.", "A ticket will cost 3.20 euros from the end of June.", "2.80", "3.20"),
        ("A ticket costs 2.80 euros.", "A ticket will cost 3.20 euros from the first of June.", "2.80", "3.20"),
        ("A ticket costs 2.80 euros.", "A ticket will cost 3.20 euros from June.", "2.80", "3.20"),
        ("A ticket costs 2.80 euros.", "A ticket will cost 3.20 euros from Monday.", "2.80", "3.20"),
        ("A ticket costs 2.80 euros.", "A ticket will cost 3.20 euros from next Monday.", "2.80", "3.20"),
        ("A ticket costs 2.80 euros.", "A ticket will cost 3.20 euros next year.", "2.80", "3.20"),
        ("A ticket costs 2.80 euros.", "A ticket will cost 3.20 euros in 2026.", "2.80", "3.20"),
        ("A ticket costs 2.80 euros.", "A ticket will cost 3.20 euros next summer.", "2.80", "3.20"),
        # so it is with what a decision sets
        ("The tax on beer is 12 percent.", "The tax on beer will rise to 15 percent.", "12", "15"),
        ("The tax on beer is now 12 percent.", "The tax on beer will be 15 percent.", "12", "15"),
    ],
)  # fmt: skip
def test_what_was_so_once_or_is_so_for_now_may_still_be_planned_otherwise(
    one: str, other: str, left: str, right: str
) -> None:
    assert outcome(dossier(one, other), left, right, nearest=True) == PLAN


def test_what_a_decision_sets_is_done_with_the_decision() -> None:
    found = dossier("The tax on beer is 12 percent.", "The tax on beer will be 15 percent.")
    assert outcome(found, "12", "15")[1] in APART


@pytest.mark.parametrize("who", ["from Orsk", "for the line"])
def test_what_was_ordered_from_its_maker_is_bought(who: str) -> None:
    found = dossier(f"In Oste 26 buses were ordered {who}.", "The town of Oste bought 22 buses.")
    assert outcome(found, "26", "22", nearest=True)[1] in APART


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        ("In Oste 26 shops were ordered closed.", "In Oste 22 shops were closed.", "26", "22"),
        ("In Oste 26 shops were ordered shut.", "In Oste 22 shops were shut.", "26", "22"),
        ("In Oste 26 boats were ordered to leave the harbour.", "In Oste 22 boats left the harbour.", "26", "22"),
        ("In Oste 26 boats were ordered out of the harbour.", "In Oste 22 boats left the harbour.", "26", "22"),
        ("In Oste 26 boats were ordered off the lake.", "In Oste 22 boats left the lake.", "26", "22"),
        ("The panel ordered Rovers to sell 26 boats.", "Rovers sold 22 boats.", "26", "22"),
        ("The panel ordered the old club to sell 26 boats.", "The old club sold 22 boats.", "26", "22"),
        ("In Oste 48 people were ordered from the hall.", "In Oste 31 people left the hall.", "48", "31"),
        ("In Oste 26 buses must be sold.", "In Oste 22 buses were sold.", "26", "22"),
    ],
)  # fmt: skip
def test_what_somebody_was_told_to_do_is_not_done_yet(one: str, other: str, left: str, right: str) -> None:
    assert outcome(dossier(one, other), left, right, nearest=True) == PLAN


def test_a_year_that_is_over_is_no_plan() -> None:
    """With "will" somebody looks back; what was to be in such a year is still a plan."""
    back, past = "Many will think back to the flood of 2011.", "The flood came in 2013."
    assert outcome_of_dates(dossier(OF_MAY + back, OF_MAY + past), "2011", "2013")[1] in APART
    assert outcome_of_dates(dossier(OF_MAY + past, OF_MAY + back), "2013", "2011")[1] in APART
    assert outcome_of_dates(dossier(back, past), "2011", "2013") == PLAN  # nobody knows when that was written
    opened = "The bridge of Oste opened in 2021."
    for plan in ("The bridge of Oste was to open in 2023.", "The bridge of Oste will open in 2026."):
        year = plan[-5:-1]
        assert outcome_of_dates(dossier(OF_MAY + plan, OF_MAY + opened), year, "2021") == PLAN
