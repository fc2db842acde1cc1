"""Words that are written in two ways are one word, and words that only look like such are left alone."""

import pytest

from aligning import together
from reconcile.compare import words
from reconcile.lexicon import entries
from reconcile.lexicon.spelling import american


@pytest.mark.parametrize(
    ("british", "us"),
    [
        ("centre", "center"),
        ("centres", "centers"),
        ("centred", "centered"),
        ("epicentre", "epicenter"),
        ("millimetre", "millimeter"),
        ("harbour", "harbor"),
        ("harbours", "harbors"),
        ("odour", "odor"),
        ("neighbourhood", "neighborhood"),
        ("misdemeanour", "misdemeanor"),
        ("defence", "defense"),
        ("defences", "defenses"),
        ("licence", "license"),
        ("hospitalised", "hospitalized"),
        ("organisations", "organizations"),
        ("apologising", "apologizing"),
        ("realise", "realize"),
        ("tyres", "tires"),
        ("storeys", "stories"),
        ("paralysed", "paralyzed"),
    ],
)
def test_a_word_is_read_as_americans_write_it(british: str, us: str) -> None:
    assert american(british) == us
    assert american(us) == us
    assert words.stem(british) == words.stem(us)


@pytest.mark.parametrize(
    "word",
    ["four", "hour", "detour", "tournament", "course", "fire", "there", "secret", "centrepiece", "fences", "commenced",
     "surprised", "surprising", "promises", "supervisor", "raised", "arise", "rising", "poised", "noises", "visited"],
)  # fmt: skip
def test_a_word_that_is_written_in_one_way_is_left_alone(word: str) -> None:
    assert american(word) == word


@pytest.mark.parametrize(("row", "ending"), [("our", "our"), ("re", "re"), ("ce", "ce")])
def test_every_stretch_of_a_row_is_respelt(row: str, ending: str) -> None:
    respelt = {"our": "or", "re": "er", "ce": "se"}[row]
    for stretch in entries("spelling")[row]:
        assert american(stretch + ending) == stretch + respelt


def test_no_stretch_of_what_ends_in_ise_is_respelt() -> None:
    for stretch in entries("spelling")["ise"]:
        assert american(f"{stretch}ise") == f"{stretch}ise"


def test_both_spellings_of_every_pair_are_one() -> None:
    for pair in entries("spelling")["pairs"]:
        british, us = pair.split()
        assert american(british) == american(us) == us


def test_claims_of_two_outlets_meet_however_their_words_are_spelt() -> None:
    assert together("The harbour programme was criticised.", "The harbor program was criticized.")
    assert not together("The harbour programme was criticised.", "The harper problem was crystallised.")
