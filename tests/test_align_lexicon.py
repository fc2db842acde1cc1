"""Every row of the lexicon that alignment reads does what its example says."""

from typing import Any

import pytest

from aligning import together
from reconcile import lexicon
from reconcile.align.vocabulary import vocabulary

SYNONYMS = lexicon.entries("synonyms")
DIRECTIONS = lexicon.entries("directions")


@pytest.mark.parametrize("row", SYNONYMS, ids=lambda row: row["words"][0])
def test_a_row_of_synonyms_brings_its_example_together(row: Any) -> None:
    assert together(*row["example"])


@pytest.mark.parametrize("pair", DIRECTIONS["opposites"], ids=lambda pair: pair["one"][0])
def test_opposites_keep_their_example_apart(pair: Any) -> None:
    one, other = pair["example"]
    assert not together(f"7 {one}", f"7 {other}", unit="person")


@pytest.mark.parametrize("measure", DIRECTIONS["measures"], ids=lambda measure: measure["name"])
def test_measures_keep_their_example_apart(measure: Any) -> None:
    one, other = measure["example"]
    assert not together(f"7 {one}", f"7 {other}", unit="person")


@pytest.mark.parametrize("row", lexicon.entries("places")["countries"], ids=lambda row: row[0])
def test_every_name_of_a_country_reads_as_the_country(row: Any) -> None:
    known = vocabulary().countries
    names, people, _ = (column.split(" | ") for column in row)
    stems = {known[name.lower().replace(".", "")] for name in (*names, *people)}
    assert len(stems) == 1


def test_links_go_both_ways() -> None:
    words = vocabulary()
    one_way = [(a, b) for a in list(words.packed) for b in words.linked(a) if a not in words.linked(b)]
    assert one_way == []
