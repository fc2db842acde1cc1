"""Every entry of the words for figures reads its own example."""

from typing import Any

import pytest

from reconcile.extract import figures
from reconcile.lexicon import entries
from reconcile.model import Hedge, Quantity
from reconcile.model.notation import read_figure, write_figure

HEDGES = entries("hedges")
ROWS = [*HEDGES["before"], *HEDGES["after"], HEDGES["passing"], *entries("numbers")["vague"]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"])
def test_an_entry_reads_its_example(row: Any) -> None:
    (found,) = figures.find(row["example"])
    assert isinstance(found.value, Quantity)
    assert write_figure(found.value) == write_figure(read_figure(row["reads"]))


BEFORE = [(phrase, row["means"]) for row in entries("hedges")["before"] for phrase in row["say"]]


@pytest.mark.parametrize(("phrase", "means"), BEFORE, ids=[phrase for phrase, _ in BEFORE])
def test_every_hedge_before_a_number_is_read(phrase: str, means: str) -> None:
    (found,) = figures.find(f"They counted {phrase} 40 boats.")
    assert isinstance(found.value, Quantity)
    assert found.value.hedge == means


@pytest.mark.parametrize("word", HEDGES["passing"]["words"])
def test_a_word_that_passes_a_number_needs_what_is_counted_before_it(word: str) -> None:
    bounds = [
        [found.value.hedge for found in figures.find(text) if isinstance(found.value, Quantity)]
        for text in (f"The death toll in Arden may {word} 40.", f"The riders {word} 40 houses.")
    ]
    assert bounds == [[Hedge.MORE_THAN], [Hedge.EXACT]]


def test_a_span_of_time_gone_by_is_no_bound() -> None:
    found = [one.value for one in figures.find("There were 18 deaths in the past 24 hours.")]
    assert [write_figure(value) for value in found if isinstance(value, Quantity)] == ["18 person", "24 hour"]


@pytest.mark.parametrize("word", HEDGES["passing"]["always"])
def test_a_word_that_is_a_bound_wherever_it_stands_counts_its_subject(word: str) -> None:
    told = [f"The number of dead in Arden {may} {word} 40." for may in ("may", "did not")]
    found = [one.value for text in told for one in figures.find(text)]
    assert [write_figure(value) for value in found if isinstance(value, Quantity)] == ["> 40 person", "<= 40 person"]


UNITS = [(spelling, name) for name, spellings in entries("units").items() if name != "signs" for spelling in spellings]


@pytest.mark.parametrize(("spelling", "name"), UNITS, ids=[spelling for spelling, _ in UNITS])
def test_every_spelling_of_a_unit_is_read(spelling: str, name: str) -> None:
    found = [
        one
        for gap in (" ", "")
        for rest in ("wide", "higher")
        for one in figures.find(f"It was 12{gap}{spelling} {rest}.")
    ]
    assert name in {one.value.unit for one in found if isinstance(one.value, Quantity)}
