"""What figures count: the noun phrase after them, however long, and the noun that was left out."""

import pytest

from reconcile.extract import figures
from reconcile.extract.figures.nouns import person, plural, singular
from reconcile.lexicon import entries
from reconcile.model import Quantity
from reconcile.model.notation import write_figure

PHRASES = [
    ("Divers found 13 fully loaded magazines.", "magazine", "fully loaded magazines"),
    ("The navy stopped 3 pirate ships near the cape.", "ship", "pirate ships"),
    ("Some 40 volunteer firefighters came.", "person", "volunteer firefighters"),
    ("Five Port Haven Wolves fans were held.", "person", "Port Haven Wolves fans"),
    ("She shot two co - workers on Friday.", "person", "co - workers"),
    ("He took seven of his 11 goals at home.", "goal", "goals"),
    ("Of the crew, two badly wounded had to be carried.", "person", "badly wounded"),
    ("One bus carrying tourists crashed.", "bus", "bus"),
    ("Just one local witness told the court.", "person", "local witness"),
    ("A 3,000-strong crowd sang.", "person", ""),
    ("Hundreds of schoolchildren holding candles sang.", "person", "schoolchildren"),
    ("There were 400 shops, 30 of them closed.", "shop", "shops"),
    ("The stands held 70,000 watched by two guards.", "", ""),
]


def values(text: str) -> list[Quantity]:
    return [found.value for found in figures.find(text) if isinstance(found.value, Quantity)]


@pytest.mark.parametrize(("text", "unit", "counts"), PHRASES, ids=[text for text, *_ in PHRASES])
def test_the_noun_of_the_phrase_is_what_is_counted(text: str, unit: str, counts: str) -> None:
    first = figures.find(text)[0]
    assert isinstance(first.value, Quantity)
    assert ((first.value.unit or ""), first.counts) == (unit, counts)


def test_a_noun_that_comes_later_or_came_before_is_borrowed() -> None:
    assert [v.unit for v in values("The ship took 12 Lorrian and 11 Vessian sailors.")] == ["person", "person"]
    assert [v.unit for v in values("There were 400 shops, 30 of them closed.")] == ["shop", "shop"]
    assert [v.unit for v in values("Of 900 guests, 30 of whom were ill, none left.")] == ["person", "person"]


def test_what_a_hyphen_joins_may_count_nothing() -> None:
    for text in ("He went 10-for-11 from the line.", "It was a one-sided affair.", "A two-handed throw."):
        assert all(value.unit is None for value in values(text))


def test_a_bound_in_capitals_is_no_name_that_its_number_belongs_to() -> None:
    assert [write_figure(v) for v in values("The number killed has reached AT LEAST 31, police said.")] == [
        ">= 31 person"
    ]
    assert [write_figure(v) for v in values("The freighter ARDEN EXPRESS 7 sank.")] == []


FILES = ("nouns", "dropped", "tolls")
LISTS = [(file, name) for file in FILES for name in sorted(entries(file)["examples"])]


@pytest.mark.parametrize(("file", "name"), LISTS)
def test_every_list_of_the_lexicon_has_an_example_that_holds(file: str, name: str) -> None:
    entry = entries(file)["examples"][name]
    assert [write_figure(value) for value in values(entry["example"])] == entry["reads"]


@pytest.mark.parametrize("file", FILES)
def test_no_list_is_without_an_example(file: str) -> None:
    assert set(entries(file)["examples"]) == set(entries(file)) - {"examples"}


@pytest.mark.parametrize(
    ("many", "one"),
    [("houses", "house"), ("viruses", "virus"), ("churches", "church"), ("cities", "city"), ("sizes", "size"),
     ("movies", "movie"), ("heroes", "hero"), ("wolves", "wolf"), ("ships", "ship"), ("causes", "cause")],
)  # fmt: skip
def test_a_plural_is_known_and_brought_to_the_singular(many: str, one: str) -> None:
    assert plural(many)
    assert singular(many) == one
    assert singular(one) == one


def test_words_for_people_are_told_from_words_for_things() -> None:
    assert all(map(person, ["schoolchildren", "coworkers", "Georgians", "reservists", "gunmen"]))
    assert not any(map(person, ["reactors", "assists", "computers", "screwdrivers"]))
