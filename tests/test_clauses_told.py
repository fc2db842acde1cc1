"""What a claim quotes where something is told between a subject and its verb, and what stands whatever may come."""

from datetime import date

import pytest

from reconcile.model import Modality
from reconcile.pipeline import extract, read_text


def told(sentence: str) -> dict[str, tuple[str, Modality]]:
    """The quotes and modalities of the claims of a sentence, by the words of their values."""
    claims = extract(read_text(sentence, slug="a", published=date(2024, 5, 14)))
    valued = ((c, c.quantity or c.when) for c in claims)
    return {value.text if value else "": (" ".join(c.quote.split()), c.modality) for c, value in valued}


@pytest.mark.parametrize(
    ("sentence", "value", "modality"),
    [
        ("The toll could go higher, with eight people missing.", "eight", Modality.HAPPENED),
        ("The toll could go higher, with 12 still unaccounted for.", "12", Modality.HAPPENED),
        ("The price could go higher, with 12 ships in the port.", "12", Modality.CONDITIONAL),
        ("The toll could go up by 12 missing people.", "12", Modality.CONDITIONAL),
        ("The toll could reach 90, with a pledge of 40 trucks for the missing.", "40", Modality.CONDITIONAL),
        ("The toll could go higher, with 12 boats at sea that look for the missing.", "12", Modality.CONDITIONAL),
        ("The mayor wants to leave, with 12 people missing.", "12", Modality.PLANNED),
    ],
)
def test_how_things_stand_is_no_condition(sentence: str, value: str, modality: Modality) -> None:
    assert told(sentence)[value][1] is modality


@pytest.mark.parametrize(
    ("sentence", "value", "quote"),
    [
        ("Nine pupils died when a bus that had left the road caught fire.", "Nine", "Nine pupils died"),
        ("Nine pupils died when a bus which carried 12 people caught fire.", "12", "a bus which carried 12 people"),
        ("It has been shut since the flood that killed 12 people.", "12", "the flood that killed 12 people"),
        ("The man who was held after a raid that killed four walked free.", "four", "a raid that killed four"),
        (
            "The mill shut after the owner, who had fallen, left 12 workers unpaid.",
            "12",
            "the owner, who had fallen, left 12 workers unpaid",
        ),
        ("The mill shut after the owner, wanted for fraud, left 12 workers unpaid.", "12", "left 12 workers unpaid"),
        (
            "The mill shut because the owner, who had been taken to another town, Arden, died.",
            "",
            "the owner, who had been taken to another town, Arden, died",
        ),
        (
            "The riders who came after the storm that broke the dam are leaving.",
            "",
            "The riders who came after the storm that broke the dam are leaving",
        ),
        ("The mill shut after a fire, which killed four, the mayor said.", "four", "a fire, which killed four"),
        (
            "The mill shut after the owner, who had 12 mills in Arden, fell ill.",
            "",
            "The mill shut after the owner, who had 12 mills in Arden, fell ill",
        ),
    ],
)
def test_a_clause_keeps_its_verb_behind_what_is_told_of_its_subject(sentence: str, value: str, quote: str) -> None:
    assert told(sentence)[value][0] == quote


@pytest.mark.parametrize(
    ("sentence", "value", "quote", "speaker"),
    [
        (
            "Ada Voss, a medic, said the toll had risen to 12 after three men, who had been moved, died.",
            "12",
            "the toll had risen to 12",
            "Ada Voss",
        ),
        (
            "Ada Voss, a medic, said that the toll had risen to 12 after three men, who had been moved, died.",
            "three",
            "three men, who had been moved, died",
            "Ada Voss",
        ),
        ("Two men, said to be armed, fled to Arden, robbed 12 people and left.", "12", "", ""),
        ("The crew, told the road was shut, turned 12 buses back.", "12", "turned 12 buses back", ""),
        ("The plan, announced by the minister on Monday, costs 12 million euros.", "12 million euros", "", ""),
    ],
)
def test_who_is_described_before_speaking_speaks(sentence: str, value: str, quote: str, speaker: str) -> None:
    claims = extract(read_text(sentence, slug="a", published=date(2024, 5, 14)))
    claim = next(c for c in claims if c.quantity and c.quantity.text == value)
    assert (quote or claim.quote, speaker) == (claim.quote, claim.speaker)


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("A mass was held for the 12 workers who were killed in the fire.", "the 12 workers who were killed"),
        ("A mass was held for the 12 workers who had come from Arden.", "the 12 workers"),
    ],
)
def test_a_count_keeps_what_became_of_those_counted(sentence: str, quote: str) -> None:
    assert told(sentence)["12"][0] == quote


def test_a_report_that_is_early_says_so() -> None:
    text = "According to an early evening report by the aviation board, 24 people remain missing."
    assert [c.speaker for c in extract(read_text(text, slug="a")) if c.quantity] == ["an early evening report"]
