"""The age that a draft gives: whose it is, and how old that person may be by then."""

from pathlib import Path
from time import process_time

import pytest

from desks import desk
from ferry import DRAFT, FERRY, told
from reconcile.extract import extract
from reconcile.lint.drafts.ages import named
from reconcile.read import read_text


@pytest.mark.parametrize(("name", "other"), [
    ("Jo Orlund, 38,", ["A609"]), ("Orlund, 38,", ["A609"]), ("Jo Orlund, 49,", []), ("Jo Orlund, 47,", ["A609"]),
    ("Jo Orlund, a 38-year-old cook,", ["A609"]), ("The 38-year-old Jo Orlund", ["A609"]),
    ("Jo Orlund was 38 and", ["A609"]),
    ("Jo Orlund, who was 48,", []), ("The 58-year-old Brann Yard man", []), ("In Brann Yard, a 58-year-old", []),
    ("The 38-year-old Jo Orlund of Brann", ["A609"]),
    ("The 58-year-old Brann Yard fan", []), ("Outside Brann Yard, a 58-year-old", []),
    ("A barge outside Brann Yard was 58 years old and", []),
    ("Mr. Stroud, 63,", ["A609"]), ("Ms. Stroud, 33,", []), ("Mrs Stroud, 33,", []), ("Mr. Stroud, 60,", ["A609"]),
])  # fmt: skip
def test_an_age_is_that_of_the_person_named_and_grows(name: str, other: list[str], tmp_path: Path) -> None:
    told_there = "Jo Orlund, 48, a cook, was saved at night. Mr. Stroud, 61, slept until noon."
    root = desk(tmp_path, harbour=f"{FERRY['harbour']}\n{told_there}\n", valley=FERRY["valley"])
    dated = f"---\npublished: 2021-09-20\n---\n\n{FERRY['harbour'].split('---')[2].replace('Monday', '7 June')}"
    assert [code for code, _ in told(root, f"{dated}\n{name} was there too.\n")] == other


@pytest.mark.parametrize(("there", "here", "codes"), [
    ("A 23-year-old Brann Yard fan died.", "A 41-year-old Brann Yard fan from Tarm was arrested.", []),
    ("Outside Brann Yard, a 23-year-old man died.", "Outside Brann Yard, a 41-year-old cook was heard.", []),
    ("The 23-year-old Brann Yard died.", "A cook, the 41-year-old Brann Yard, was heard.", ["A609"]),
])  # fmt: skip
def test_two_who_are_called_after_one_place_are_two(there: str, here: str, codes: list[str], tmp_path: Path) -> None:
    root = desk(tmp_path, harbour=f"{FERRY['harbour']}\n{there}\n", valley=FERRY["valley"])
    assert [code for code, _ in told(root, f"{DRAFT}\n{here}\n")] == codes


def test_many_ages_are_named_in_one_pass() -> None:
    def spent(times: int) -> float:
        source = read_text("Jo Orlund came. Orlund, 48, slept. " * times, slug="a")
        claims = extract(source)
        began = process_time()
        rows = [(first, last) for first, last, _ in named(claims, source.text)]
        ended = process_time()
        assert rows == [("Jo", "Orlund")] * times
        return ended - began

    few = min(spent(250) for _ in range(3))
    assert spent(1000) < 9 * few + 0.02, "a search of the whole text for every age takes sixteen times as long"


def test_a_family_name_alone_is_of_whom_the_article_has_named(tmp_path: Path) -> None:
    there = "Jo Orlund was saved at night. Her daughter called it the death of Orlund, 48, as she knew her."
    other = "The daughter, Ida Orlund, spoke at length of it."
    root = desk(tmp_path, harbour=f"{FERRY['harbour']}\n{there}\n", valley=f"{FERRY['valley']}\n{other}\n")
    for name, codes in (("Jo Orlund, 84,", ["A609"]), ("Jo Orlund, 48,", []), ("Ida Orlund, 24,", [])):
        assert [code for code, _ in told(root, f"{DRAFT}\n{name} was there too.\n")] == codes
