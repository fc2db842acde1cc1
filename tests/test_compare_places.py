"""A place inside another is where the other is, and the one toll of an article is that of the story."""

import pytest

from gating import APART, dossier, outcome, pair
from reconcile.compare.gate import of_the_story
from reconcile.compare.meant import _other_people as other_people
from reconcile.compare.names import cast
from reconcile.compare.places import inhabited, nested
from reconcile.model import Outcome
from reconcile.pipeline import read

SCOPE = ("different_scope", Outcome.NOT_COMPARABLE)
OSTE = "A slide at Oste killed 14 people in the valley."
COUNTY = "A slide in Tarn County killed 16 people."


@pytest.mark.parametrize(
    ("told", "inside"),
    [
        ("", False),
        ("It hit Oste, in Tarn County, at dawn.", True),
        ("It hit Oste in Tarn County at dawn.", True),
        ("It hit OSTE, TARN COUNTY, at dawn.", True),
        ("It hit Oste,\nTarn County, at dawn.", True),
        ("It hit Oste of Tarn County.", True),
        ("It hit Oste on the coast of Tarn County.", True),
        ("It hit Oste at the far end of Tarn County.", False),
        ("It hit Oste at the end of Tarn County.", True),
        ("It hit Nordoste, Tarn County.", False),
        ("It hit Oste near Tarn County.", True),
        ("It hit Oste and Tarn County.", False),
        ("It hit Ostend, Tarn County.", False),
        ("It hit Oste, Tarnholm.", False),
        ("It hit Oste inside Tarn County.", False),
    ],
)
def test_a_place_lies_in_another_where_either_article_says_so(told: str, *, inside: bool) -> None:
    assert nested(pair(dossier(OSTE, f"{COUNTY} {told}"), "14", "16")) is inside
    assert nested(pair(dossier(f"{OSTE} {told}", COUNTY), "14", "16")) is inside
    assert nested(pair(dossier(f"{COUNTY} {told}", OSTE), "16", "14")) is inside


def test_two_tolls_of_a_place_and_what_it_lies_in_are_set_against_each_other() -> None:
    assert outcome(dossier(OSTE, COUNTY), "14", "16") == SCOPE
    inside = f"{COUNTY} It hit Oste, in Tarn County, at dawn."
    assert outcome(dossier(OSTE, inside), "14", "16")[1] in APART
    # each article knows the other's place
    known = f"{OSTE} Tarn County is large."
    assert outcome(dossier(known, f"{COUNTY} Oste is small."), "14", "16") == SCOPE
    assert outcome(dossier(known, inside), "14", "16")[1] in APART


TARMA = "The quake killed 14 people in Tarma."
BRILL = "The quake killed 16 people in Brill."
BOTH = f"{TARMA} Brill shook.", f"{BRILL} Tarma shook."


@pytest.mark.parametrize(
    ("one", "other", "story"),
    [
        (*BOTH, True),
        (f"{BOTH[0]} It killed 40 in Orm.", BOTH[1], False),
        (BOTH[0], f"{BOTH[1]} It killed 40 in Orm.", False),
        ("The quake burst 14 dams in Tarma. Brill shook.", "The quake burst 16 dams in Brill. Tarma shook.", False),
        ("A quake met 14 people in Tarma. Brill shook.", "A quake met 16 people in Brill. Tarma shook.", False),
    ],
)
def test_the_one_toll_of_each_article_is_that_of_the_story(one: str, other: str, *, story: bool) -> None:
    found = dossier(one, other)
    assert of_the_story(pair(found, "14", "16", nearest=True)) is story
    assert (outcome(found, "14", "16", nearest=True)[1] in APART) is story
    # unless something else is nearer
    assert not of_the_story(pair(found, "14", "16"))
    assert outcome(found, "14", "16") == SCOPE


def test_it_is_not_that_of_another_country() -> None:
    found = dossier(
        "The quake killed 14 people in Peru. Chile shook.", "The quake killed 16 people in Chile. Peru shook."
    )
    assert of_the_story(pair(found, "14", "16", nearest=True))
    assert outcome(found, "14", "16", nearest=True) == SCOPE


def test_the_names_of_an_article_are_those_of_its_title_too() -> None:
    assert cast(read(b"# Fire in Oste\n\nIt killed Ana Holt of Tarn.", "a.md")) == {"oste", "ana", "holt", "tarn"}


@pytest.mark.parametrize(("title", "apart"), [("Fire in Tarm", True), ("Fire in Oste kills miners", False)])
def test_a_title_may_name_what_both_articles_are_of(title: str, *, apart: bool) -> None:
    told = b"---\ntitle: Fire in Oste\n---\n\nThe blaze killed nine people, Ana Holt said."
    other = f"---\ntitle: {title}\n---\n\nFour people were confirmed dead by Rolf Brandt.".encode()
    names = [cast(read(text, "a.md")) for text in (told, other)]
    assert names[0].isdisjoint(names[1]) is apart


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("Arden, home to 9,000 people, is shut.", {"arden"}),
        ("Arden – home to 9,000 people – is shut.", {"arden"}),
        ("The town of Arden has a population of 9,000.", {"arden"}),
        ("Arden island has a population of 9,000.", {"arden"}),
        ("It burned in Arden, which has a population of 9,000.", {"arden"}),
        ("Arden and Brill have a population of 9,000.", set()),
        ("It shook Arden and Brill has a population of 9,000.", set()),
        ("It has a population of 9,000.", set()),
        ("It burned on the coast off Arden, and the coast has a population of 9,000.", set()),
    ],
)
def test_a_population_is_of_the_place_its_sentence_tells_of(told: str, place: set[str]) -> None:
    found = pair(dossier(told, "Arden has a population of 8,000."), "9,000", "8,000")
    assert inhabited(found.left) == place


@pytest.mark.parametrize(
    ("one", "other", "strangers"),
    [
        ("Arden has a population of 9,000.", "Brill has a population of 8,000.", True),
        ("Arden has a population of 9,000.", "Arden has a population of 8,000.", False),
        ("The quake hit Arden, home to 9,000.", "The quake hit Arden and then Brill, home to 8,000.", True),
        ("The coast near Arden is home to 9,000.", "The coast near Brill is home to 8,000.", True),
        ("The coast near Arden is home to 9,000.", "The coast near Arden is home to 8,000.", False),
        ("Near Arden 9,000 people voted.", "Near Brill 8,000 people voted.", False),
    ],
)
def test_the_people_of_two_places_are_two_populations(one: str, other: str, strangers: bool) -> None:
    assert other_people(pair(dossier(one, other), "9,000", "8,000")) is strangers


@pytest.mark.parametrize(
    ("one", "other", "alone"),
    [
        ("The fire killed 12 passengers.", "The fire killed 15 people.", True),
        ("The fire killed 12 passengers, and in Arden three guards died.", "The fire killed 15 people.", False),
        ("The mine has 12 passengers.", "The mine has 15 people.", False),
    ],
)
def test_a_toll_alone_in_its_article_is_the_toll_however_it_calls_the_dead(one: str, other: str, alone: bool) -> None:
    found = outcome(dossier(one, other), "12", "15")
    assert (found[1] in APART) is alone
