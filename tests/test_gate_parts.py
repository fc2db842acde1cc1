"""What makes a figure one of something else: a part, a clause of its own, an average, posts, what became of people."""

from dataclasses import replace

import pytest

from gating import APART, claims, dossier, outcome, outcome_of_dates
from reconcile.align.narrowing import allowed
from reconcile.compare.subject import Subject
from reconcile.model import Outcome

PART = ("part_whole", Outcome.COMPATIBLE)
SCOPE = ("different_scope", Outcome.NOT_COMPARABLE)
OF_MAY = "---\npublished: 2024-05-15\n---\n\n"


@pytest.mark.parametrize("where", ["In Oste alone", "In the old town alone", "Oste alone saw the end as"])
def test_what_was_so_in_one_place_alone_is_some_of_what_was_so_in_all(where: str) -> None:
    found = dossier(f"{where} 340 homes burned.", "The fire burned 370 homes.")
    assert outcome(found, "340", "370", nearest=True) == PART


def test_alone_shows_a_part_by_itself_and_who_was_by_oneself_shows_none() -> None:
    rain = "The rain killed 37 people."
    assert outcome(dossier("The rain alone killed 34 people.", rain), "34", "37", nearest=True) == PART
    assert outcome(dossier("The rain killed 34 people.", rain), "34", "37", nearest=True)[1] in APART
    hall = "The singer stood before 370 people."
    assert outcome(dossier("The singer stood alone before 340 people.", hall), "340", "370", nearest=True)[1] in APART


@pytest.mark.parametrize("deed", ["lives", "lived", "is", "was", "sat", "left", "went", "works", "acted", "stands"])
def test_who_does_a_thing_alone_counts_no_part(deed: str) -> None:
    found = dossier(f"In Oste he {deed} alone with 34 cats.")
    [claim] = claims(found, "a", "34")
    assert {"part", "alone"}.isdisjoint(Subject(claim, found.source["a"]).marks)


@pytest.mark.parametrize("told", ["where the sales rose by", "in which sales rose by"])
def test_a_share_in_a_clause_with_where_is_of_what_stands_before_it(told: str) -> None:
    found = dossier(f"The hotels, {told} 15 percent, did well.", "The sales rose by 12 percent.")
    assert outcome(found, "15", "12", nearest=True) == SCOPE


def test_a_share_in_a_place_that_both_name_is_of_that_place() -> None:
    one = "In Oste, where the storm cut power to 34 percent of homes, schools were shut."
    found = dossier(one, "In Oste the storm cut power to 37 percent of homes.")
    assert outcome(found, "34", "37", nearest=True)[1] in APART
    found = dossier(one, "In Brill the storm cut power to 37 percent of homes.")
    assert outcome(found, "34", "37", nearest=True) == SCOPE


def test_a_count_in_such_a_clause_and_a_share_behind_it_are_not() -> None:
    homes = dossier("In Oste, where the fire burned 340 homes, it rained.", "In Oste the fire burned 370 homes.")
    assert outcome(homes, "340", "370", nearest=True)[1] in APART
    sales = dossier("The hotels, where guests eat, had sales that rose by 15 percent.", "The sales rose by 12 percent.")
    assert outcome(sales, "15", "12", nearest=True)[1] in APART


@pytest.mark.parametrize(
    "average",
    ["A nurse in Oste earns 2,150 euros a month on average.", "The average wage of a nurse in Oste is 2,150 euros."],
)
def test_an_average_is_set_against_an_average_alone(average: str) -> None:
    other = average.replace("2,150", "2,350")
    for told in ("A nurse in Oste earns 2,350 euros a month on average.", other):
        assert outcome(dossier(average, told), "2,150", "2,350", nearest=True)[1] in APART
    assert outcome(dossier(average, "A nurse in Oste earns 2,350 euros."), "2,150", "2,350", nearest=True) == SCOPE


def test_an_average_of_something_else_is_no_average() -> None:
    told = "A nurse in Oste earns 2,150 euros. On average it rains."
    found = dossier(told, "A nurse in Oste earns 2,350 euros.")
    assert outcome(found, "2,150", "2,350", nearest=True)[1] in APART
    far = "A nurse in Oste earns 2,150 euros, more than a baker does on average."
    assert outcome(dossier(far, "A nurse in Oste earns 2,350 euros."), "2,150", "2,350", nearest=True)[1] in APART
    rain = dossier("The average rainfall in Oste was 41 mm.", "The rainfall in Oste was 61 mm.")
    assert outcome(rain, "41", "61", nearest=True)[1] in APART


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        ("The mill in Oste will cut 450 posts.", "At the mill in Oste 540 people will lose work.", "450", "540"),
        ("The mill in Oste will cut 450 jobs.", "At the mill in Oste 540 people will lose work.", "450", "540"),
        ("The mill in Oste will cut 450 positions.", "At the mill in Oste 540 people will lose work.", "450", "540"),
        ("The mill in Oste will scrap 450 roles.", "At the mill in Oste 540 people will lose work.", "450", "540"),
    ],
)  # fmt: skip
def test_posts_are_counted_as_the_people_who_hold_them(one: str, other: str, left: str, right: str) -> None:
    assert outcome(dossier(one, other), left, right, nearest=True)[1] in APART
    assert outcome(dossier(other, one), right, left, nearest=True)[1] in APART


@pytest.mark.parametrize("told", ["Police manned 45 posts in Oste.", "Orsk played 45 roles in Oste."])
def test_what_nobody_is_paid_to_hold_is_nobody(told: str) -> None:
    found = dossier(told, "In Oste 54 people played with the police.")
    assert outcome(found, "45", "54", nearest=True) == ("different_measure", Outcome.NOT_COMPARABLE)


@pytest.mark.parametrize(
    "told",
    [
        "Eleven children were handed up first in Oste.",
        "The first to come ashore in Oste were 11 children.",
    ],
)
def test_the_first_to_be_brought_away_are_no_former_ones(told: str) -> None:
    found = dossier(told, "In Oste nine children got into the boats.")
    assert outcome(found, "leven" if "leven" in told else "11", "nine", nearest=True)[1] in APART


@pytest.mark.parametrize(
    "which",
    [
        "An earlier",
        "A previous",
        "A first",
        "A second",
        "A third",
        "A fourth",
        "A fifth",
        "The earlier",
        "The previous",
    ],
)
def test_those_of_another_fire_are_others(which: str) -> None:
    found = dossier(f"{which} fire in Oste killed 14 people.", "The fire in Oste killed 17 people.")
    assert outcome(found, "14", "17", nearest=True) == SCOPE
    turned = dossier("The fire in Oste killed 17 people.", f"{which} fire in Oste killed 14 people.")
    assert outcome(turned, "17", "14", nearest=True) == SCOPE


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("After the sixth game of the season Orsk had 34 points.", "Early in the season Orsk had 37 points.", True),
        ("In the sixth game of the season Orsk had 34 points.", "Early in the season Orsk had 37 points.", False),
        ("After the sixth game of the 2014 season Orsk had 34 points.", "Early in 2014 Orsk had 37 points.", False),
        ("After the sixth game of the season Orsk had 34 points.", "Orsk had 37 points.", False),
    ],
)
def test_two_vague_times_may_be_one_in_other_words(one: str, other: str, *, apart: bool) -> None:
    assert (outcome(dossier(one, other), "34", "37", nearest=True)[1] in APART) is apart
    assert (outcome(dossier(other, one), "37", "34", nearest=True)[1] in APART) is apart
    assert outcome(dossier(one, other), "34", "37")[1] not in APART


@pytest.mark.parametrize(
    "where",
    ["to hospital", "to the hospital", "to a clinic", "to a nearby clinic", "to hospitals", "on Monday to hospital"],
)
def test_who_is_sent_to_hospital_is_not_deployed(where: str) -> None:
    found = dossier(f"The blast in Oste shook all, sending 14 {where}.", "The state sent 14 nurses to Oste.")
    measures = [Subject(next(claims(found, slug, "14")), found.source[slug]).measure for slug in "ab"]
    assert (measures[0] in ("", "hurt"), measures[1]) == (True, "deployed")


def test_a_building_is_nothing_built_and_who_builds_is_at_it() -> None:
    def measure(text: str) -> str:
        found = dossier(text)
        return Subject(next(claims(found, "a", "340")), found.source["a"]).measure

    assert measure("Firemen led 340 people out of the building.") == ""
    assert measure("The firm is building 340 homes.") == "built"
    assert measure("The firm gained by building 340 homes.") == "built"
    assert measure("The firm built 340 homes.") == "built"


def test_what_lies_ahead_will_may_or_must_come_to_it() -> None:
    one, other = "The bridge will open to trams on 3 June.", "Trams could cross the river on 9 June."
    found = dossier(OF_MAY + one, OF_MAY + other)
    assert outcome_of_dates(found, "3 June", "9 June", nearest=True)[1] in APART
    past = dossier("---\npublished: 2024-06-20\n---\n\n" + one, OF_MAY + other)
    assert outcome_of_dates(past, "3 June", "9 June", nearest=True)[1] not in APART
    late = "---\npublished: 2024-06-20\n---\n\n"
    over = dossier(late + one.replace("will open", "is to open"), late + other)
    assert outcome_of_dates(over, "3 June", "9 June", nearest=True)[1] is Outcome.NOT_COMPARABLE


@pytest.mark.parametrize(
    "state",
    ["is 310 million", "was 310 million", "stood at 310 million", "stands at 310 million", "amounted to 310 million",
     "amounts to 310 million", "was about 310 million", "was €310 million"],
)  # fmt: skip
def test_what_stood_at_a_figure_on_two_days_is_no_deed_of_two_days(state: str) -> None:
    one, other = f"Debt {state} in 2021.", "Liabilities of Orsk were 310 million in 2019."
    assert outcome_of_dates(dossier(one, other), "2021", "2019", nearest=True)[1] is Outcome.NOT_COMPARABLE
    owed, lent = "Debt of 310 million was made by Orsk in 2021.", "Orsk took loans of 310 million in 2019."
    assert outcome_of_dates(dossier(owed, lent), "2021", "2019", nearest=True)[1] in APART


@pytest.mark.parametrize(
    ("ago", "year", "apart"),
    [("six years ago", "2016", True), ("six years ago", "2017", False), ("six years ago", "2021", True),
     ("about six years ago", "2012", False)],
)  # fmt: skip
def test_so_many_years_ago_is_no_year_that_is_two_off(ago: str, year: str, *, apart: bool) -> None:
    found = dossier(f"{OF_MAY}The mill was sold {ago}.", f"{OF_MAY}The mill was sold in {year}.")
    assert (outcome_of_dates(found, ago, year, nearest=True)[1] in APART) is apart


@pytest.mark.parametrize(("publisher", "told"), [("Kanal7", False), ("Radio 7", True), ("", True)])
def test_an_outlet_whose_name_holds_digits_is_no_party_to_what_it_is_told(publisher: str, *, told: bool) -> None:
    found = dossier("Orsk told Kanal7 that 340 homes burned.")
    [claim] = claims(found, "a", "340")
    assert ("kanal7" in Subject(claim, replace(found.source["a"], publisher=publisher)).context) is told


def test_an_average_is_met_and_not_set() -> None:
    share = dossier("The average share was 41 percent.", "The share was 61 percent.")
    assert outcome(share, "41", "61", nearest=True) == SCOPE
    crowd, hall = (next(claims(dossier(text), "a", "1,540")) for text in CROWDS)
    assert (allowed(crowd), allowed(hall)) == (False, True)


CROWDS = ("The average crowd was 1,540 people.", "The permitted crowd was 1,540 people.")


@pytest.mark.parametrize("point", ["north", "south", "east", "west"])
def test_points_of_the_compass_show_nothing(point: str) -> None:
    found = dossier(f"Fire burned 340 homes in the {point}.")
    [claim] = claims(found, "a", "340")
    assert point not in Subject(claim, found.source["a"]).stems


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("The tremor began 12 kilometres below the surface.", "The tremor struck 9 kilometres north of Oste.", False),
        ("The army drew a ring of 12 kilometres around the crater.", "The cloud climbed to 9 kilometres.", False),
        ("The final climb is 12 kilometres long.", "She attacked on the final climb with 9 kilometres to go.", False),
        ("The boat sank 12 kilometres north of Oste.", "The boat sank 9 kilometres off Oste.", True),
        ("The tremor began 12 kilometres below the surface.", "The tremor began at a depth of 9 kilometres.", True),
    ],
)
def test_a_length_is_held_against_one_of_the_same_way(one: str, other: str, *, told: bool) -> None:
    assert (outcome(dossier(one, other), "12", "9", nearest=True)[1] in APART) is told


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("A jury found Orsk guilty on three counts of fraud and on one count of conspiracy.", PART),
        ("A jury found Orsk guilty on three counts of fraud, one of them in Oste.", None),
        ("A jury found Orsk guilty on three counts of fraud and on two counts of conspiracy.", None),
    ],
)
def test_what_comes_to_the_other_with_its_neighbour_is_a_part(told: str, said: tuple[str, Outcome] | None) -> None:
    found = outcome(dossier(told, "Orsk was found guilty of four counts of fraud."), "three", "four", nearest=True)
    assert found == said if said else found[1] in APART


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("The ferry struck a rock with 198 passengers and 14 crew members on board.", PART),
        ("The ferry struck a rock with 198 passengers and 15 crew members on board.", None),
        ("The ferry struck a rock with 198 passengers and 14 lorries on board.", None),
    ],
)
def test_people_called_by_two_nouns_come_to_all_of_them(told: str, said: tuple[str, Outcome] | None) -> None:
    found = outcome(
        dossier(told, "The ferry was carrying 212 people when it struck a rock."), "198", "212", nearest=True
    )
    assert found == said if said else found[1] in APART
