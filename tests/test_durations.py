"""Lengths of time: the handbook, and every list of words."""

from pathlib import Path

import pytest

from reconcile.extract import dates, figures
from reconcile.extract.found import Found
from reconcile.lexicon import entries
from reconcile.model import Quantity
from reconcile.model.notation import write_figure
from spec_runner import Case, cases

HANDBOOK = Path(__file__).parent / "spec" / "durations.md"


def read(case: Case) -> list[Found]:
    """The figures of a sentence, its dates being read first, as everywhere in the house."""
    taken = [(found.start, found.end) for found in dates.find(case.sentence, case.published)]
    return figures.find(case.sentence, taken)


@pytest.mark.parametrize("case", list(cases(HANDBOOK)), ids=lambda case: case.where)
def test_the_handbook_holds(case: Case) -> None:
    assert case.fails(read(case)) == ""


def test_every_list_of_words_has_an_example_that_holds() -> None:
    lexicon = entries("durations")
    assert set(lexicon["examples"]) == set(lexicon) - {"examples"}
    for section, entry in lexicon["examples"].items():
        found = [one.value for one in figures.find(entry["example"])]
        assert [write_figure(value) for value in found if isinstance(value, Quantity)] == entry["reads"], section
