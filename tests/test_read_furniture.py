"""Every entry of the lexicon of page furniture does what its example says."""

import pytest

from reconcile.lexicon import entries
from reconcile.read import furniture
from reconcile.read.agencies import agency_in, agency_of_staff

PHRASES = entries("furniture")["phrases"]


@pytest.mark.parametrize("entry", PHRASES, ids=[entry["reason"] for entry in PHRASES])
def test_the_example_is_set_aside_and_the_sentence_kept(entry: dict[str, str]) -> None:
    assert furniture.reason_of(entry["example"]) == entry["reason"]
    assert furniture.reason_of(entry["keeps"]) == ""


@pytest.mark.parametrize("names", entries("furniture")["agencies"], ids=lambda names: names[0])
def test_every_name_of_an_agency_is_known(names: list[str]) -> None:
    for name in names:
        shown = "" if names[0] == "Getty" else names[0]  # it sells pictures, not reports
        assert agency_in(f"Mara Holt / {name}") == shown
        assert agency_of_staff(f"Two {name} journalists saw it.") == names[0]


@pytest.mark.parametrize(
    "credit",
    [
        "Mara Holt / AFP",
        "Mara Holt/Getty Images",
        "REUTERS/Mara Holt",
        "AP Photo/Mara Holt",
        "(AP Photo/Mara Holt, File)",
        "Mara Holt for Reuters",
        "Mara Holt/Harbour Post via AP",
        "(Photo: Mara Holt)",
        "AFP/Getty Images",
        "Reuters file photo",
    ],
)
def test_credits_are_known(credit: str) -> None:
    assert furniture.reason_of(credit) == furniture.CREDIT
    sentence = "The cause is far from clear."
    assert furniture.glued_credit(f"{sentence} {credit}") == len(sentence) + 1


@pytest.mark.parametrize(
    "sentence",
    [
        "By Tuesday the ferry was afloat.",
        "Reporting by the harbour's own paper showed nine faults.",
        "Mara Holt is a writer who lost 9 boats.",
        "Mara Holt reported nine people missing.",
        "Photo shows nine people.",
        "The AP said nine people were hurt.",
        "Nine of the 12/13 were hurt",
        "They watch.",
        "In 2021",
        "Tags were found on nine of them.",
        "See how nine people were hurt.",
    ],
)
def test_sentences_are_no_furniture(sentence: str) -> None:
    assert furniture.reason_of(sentence) == ""


@pytest.mark.parametrize(
    "note",
    [
        "Mara Holt reported from Port City and Tom Finch from Lund.",
        "Mara Holt is a senior reporter covering harbours.",
        "A version of this article appears in print on Oct. 31, 2024, Page 4.",
        "See THE FERRY, Page A12",
        "Follow our coverage of ferries at https://harbour.example/9",
        "[1/5] Crews carry a boat.",
    ],
)
def test_notes_around_an_article_are_known(note: str) -> None:
    assert furniture.reason_of(note)
