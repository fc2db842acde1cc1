"""The laws of extraction: every place slices back, nothing raises on any text, the same text gives the same claims."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reconcile.extract import extract, may_mention, mentions
from reconcile.model import Block, Part, SetAside, Source, Span
from reconcile.read import read_text

WORDS = st.sampled_from(
    [
        *("the", "a", "and", "but", "who", "that", "which", "whose", "of", "in", "by", "on", "after", "as", "if"),
        *("said", "killed", "were", "will", "not", "left", "fled", "is", "including", "whom", "they", "it", "saying"),
        *("people", "districts", "Anna", "police", "Tuesday", "Nov. 25", "2021", "12", "more than 300", "5%", "$3m"),
        *(",", ";", ":", "—", "(", ")", "“", "”", '"', ".", "?", "...", "-", "'s", "``", "''", "\n", "\n\n"),
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join))


def article(text: str, *, part: Part = Part.BODY, slug: str = "a") -> Source:
    """An article of one block a paragraph."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            blocks.append(Block(Span(at, at + len(paragraph)), part))
        at += len(paragraph) + 2
    return Source(slug, text, tuple(blocks), published=date(2021, 3, 4))


@settings(deadline=None, max_examples=300)
@given(TEXTS, st.sampled_from(Part))
@example("'s:WHO/TUESDAY/", Part.TITLE)
@example("'s:WHO/TUESDAY:", Part.TITLE)
@example(";WHO.0=0=0=0", Part.TITLE)
def test_every_place_slices_back(text: str, part: Part) -> None:
    source = article(text, part=part)
    for claim in extract(source):
        assert claim.quote == text[claim.span.start : claim.span.end] != ""
        assert claim.span.within(claim.sentence)
        assert claim.about.strip()
        assert claim.quantity is None or claim.when is None
        for mention in (claim.quantity, claim.when):
            if mention is not None:
                assert mention.text == text[mention.span.start : mention.span.end]
                assert mention.span.within(claim.span)


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_one_value_one_claim(text: str) -> None:
    """Each figure and each date that is read gives exactly one claim, and no other claim has a value."""
    source = article(text)
    told = [claim.quantity or claim.when for claim in extract(source)]
    assert sorted(m.span for m in told if m) == sorted(m.span for m in mentions(source))


@settings(deadline=None, max_examples=100)
@given(TEXTS)
def test_the_same_text_gives_the_same_claims(text: str) -> None:
    source = article(text)
    first = extract(source)
    assert extract(source) == first
    ids = [claim.id for claim in first]
    assert len(set(ids)) == len(ids)
    assert all(ident.startswith("a.") for ident in ids)


def test_a_claim_keeps_its_id_when_the_text_around_it_changes() -> None:
    told = "The bridge was shut on 2 March 2021."
    (one,) = extract(article(told))
    (two,) = (c for c in extract(article("A new start, with more words in it.\n\n" + told)) if c.when)
    assert one.id == two.id


def test_words_said_twice_are_two_claims() -> None:
    told = "The bridge was shut on 2 March 2021."
    one, two = (claim.id for claim in extract(article(f"{told}\n\n{told}")))
    assert two == f"{one}-2"


def test_what_is_set_aside_is_not_read() -> None:
    """A link inside a sentence stays in the quote, which is an exact slice, and out of what it says."""
    text = "The town lost\nhttps://example.org/2019/05/06/x\nits bridge in the flood of 2 March 2021."
    at = text.index("https")
    link = SetAside(Span(at, text.index("\nits")), "link")
    source = Source("a", text, (Block(Span(0, len(text)), Part.BODY),), (link,), published=date(2021, 3, 4))
    claims = extract(source)
    assert [c.when.text for c in claims if c.when] == ["2 March 2021"]
    assert all("example" not in claim.about for claim in claims)


@pytest.mark.parametrize("broken", ["including nearly half of", "three of", "up to", "between 3 and", "some of whom"])
def test_a_sentence_that_breaks_off_is_read_as_far_as_it_goes(broken: str) -> None:
    """An endless line is cut somewhere, and a page may be."""
    text = f"The council found that 68 percent of voters believe it has failed, {broken}"
    assert next(claim.quantity.text for claim in extract(read_text(text, slug="a")) if claim.quantity) == "68 percent"


def test_headings_are_not_mined() -> None:
    assert extract(article("Two days in May", part=Part.HEADING)) == ()


@settings(deadline=None, max_examples=300)
@given(TEXTS)
@example("twen\u00adty people")
@example("since Novem-\nber")
def test_the_glance_misses_nothing(text: str) -> None:
    assert may_mention(text) or not mentions(read_text(text, slug="a", published=date(2021, 3, 4)))
