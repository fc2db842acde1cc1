"""Words that are written in two ways are one word, and words that only look like such are left alone."""

from datetime import date
from unicodedata import normalize

import pytest

from aligning import together
from reconcile.compare import words
from reconcile.compare.names import names, one_voice
from reconcile.lexicon import entries
from reconcile.lexicon.letters import spellings
from reconcile.lexicon.spelling import american
from reconcile.model import Outcome
from reconcile.pipeline import read_text, reconcile


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


@pytest.mark.parametrize(
    ("marked", "others"),
    [
        ("lübeck", "lubeck luebeck"),
        ("düsseldorf", "dusseldorf duesseldorf"),
        ("göteborg", "goteborg goeteborg"),
        ("ørsted", "orsted oersted"),
        ("århus", "arhus aarhus"),
        ("ærø", "aero aeroe"),
        ("straße", "strasse"),
        ("łódź", "lodz"),
        ("são", "sao"),
        ("oste", ""),
    ],
)
def test_a_name_is_known_without_its_marks_and_with_its_letters_written_out(marked: str, others: str) -> None:
    assert spellings(marked) == {marked, *others.split()}
    assert spellings(normalize("NFD", marked)) >= set(others.split())


@pytest.mark.parametrize("other", ["Luebeck", "Lubeck"])
def test_two_articles_that_spell_a_place_otherwise_are_held_against_each_other(other: str) -> None:
    day = date(2024, 3, 5)
    one = read_text("A crane fell in Lübeck on Monday, killing four people.", slug="a", published=day)
    two = read_text(f"Five people died in {other} on Monday when a crane fell.", slug="b", published=day)
    assert [f.relation for f in reconcile([one, two]).findings if f.outcome is Outcome.CONFLICTS] == ["disjoint"]


def test_two_places_in_no_spelling_of_one_name_stay_two() -> None:
    day = date(2024, 3, 5)
    one = read_text("A crane fell in Lübeck on Monday, killing four people.", slug="a", published=day)
    two = read_text("Five people died in Lobeck on Monday when a crane fell.", slug="b", published=day)
    assert all(f.outcome is not Outcome.CONFLICTS for f in reconcile([one, two]).findings)


def test_a_name_that_begins_with_a_marked_letter_is_one() -> None:
    assert names("The quay in Ålesund broke.", frozenset()) == {"ålesund", "alesund", "aalesund"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mayor Jürgen Müller", "Juergen Mueller", True),
        ("Müller", "Mayor Jurgen Muller", True),
        ("Mayor Jürgen Müller", "Juergen Moller", False),
    ],
)
def test_a_speaker_is_one_in_either_spelling(one: str, other: str, *, same: bool) -> None:
    assert one_voice(one, other) is one_voice(other, one) is same


def test_a_short_name_written_out_is_read_as_the_marked_one() -> None:
    assert together("The yard in Köln employs 300 people.", "In Koeln the yard employs 320 people.")
