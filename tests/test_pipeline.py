"""Laws of the whole way: order does not matter, the same input gives the same bytes, every quote is in its source."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.model import Dossier, Source
from reconcile.pipeline import read, read_text, reconcile
from reconcile.report.record import dossier_record

SOURCES = sorted((Path(__file__).parents[1] / "sources").glob("*.md"))
WORDS = st.sampled_from(
    "At least 20 people died on Tuesday . Officials said , some 1,500 were evacuated between May 1 and 3 May 2021 "
    "from the town 40% of half a million euros a week ago no one said that it was not “signed” by 2030 — nearly".split()
)


@pytest.fixture(scope="module")
def articles() -> list[Source]:
    return [read(path.read_bytes(), path.name) for path in SOURCES]


@pytest.fixture(scope="module")
def dossier(articles: list[Source]) -> Dossier:
    return reconcile(articles)


def test_the_order_of_the_sources_does_not_matter(articles: list[Source], dossier: Dossier) -> None:
    """Shuffled sources give an equal dossier."""
    for seed in range(3):
        shuffled = random.Random(seed).sample(articles, len(articles))
        assert reconcile(shuffled) == dossier


def test_the_same_input_gives_the_same_bytes(articles: list[Source], dossier: Dossier) -> None:
    assert json.dumps(dossier_record(reconcile(articles))) == json.dumps(dossier_record(dossier))


def test_every_quote_and_value_stands_in_its_source(dossier: Dossier) -> None:
    for claim in dossier.claims:
        text = dossier.source[claim.source].text
        assert text[claim.span.start : claim.span.end] == claim.quote
        for told in (claim.quantity, claim.when):
            if told is not None:
                assert text[told.span.start : told.span.end] == told.text


def test_every_finding_names_claims_of_its_topic_and_says_why(dossier: Dossier) -> None:
    for finding in dossier.findings:
        members = set(dossier.topic[finding.topic].claims)
        assert {finding.left, *finding.others} | ({finding.right} - {None}) <= members | set(finding.others)
        assert finding.left in members
        assert len(finding.because) > 10


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=40), min_size=1, max_size=3))
def test_no_text_stops_the_program(texts: list[list[str]]) -> None:
    """Whatever the words, claims slice back and ids are unique."""
    sources = [read_text(" ".join(words), slug=f"s{number}") for number, words in enumerate(texts)]
    whole = reconcile(sources)
    assert len({claim.id for claim in whole.claims}) == len(whole.claims)
    for claim in whole.claims:
        assert whole.source[claim.source].text[claim.span.start : claim.span.end] == claim.quote


def test_a_label_shows_where_a_sum_was_taken_out() -> None:
    """A count leaves what it counts; a sum or a length would leave words that do not fit together."""
    told = (
        "The premier declared three days of mourning. The firm offered the widows 900 euros each. Some 80 people fled."
    )
    found = {topic.label for topic in reconcile([read_text(told, slug="north")]).topics}
    assert found == {"premier declared … of mourning", "firm offered the widows … each", "people fled"}
