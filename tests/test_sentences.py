"""Sentences: where they end, and the abbreviations that end none."""

import pytest

from reconcile.extract.sentences import read_sentences
from reconcile.lexicon import entries


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in read_sentences(text)]


@pytest.mark.parametrize("name", entries("abbreviations"))
def test_an_abbreviation_ends_no_sentence(name: str) -> None:
    """Each entry of the lexicon carries the sentence that shows it."""
    entry = entries("abbreviations")[name]
    assert len(cut(entry["example"])) == int(entry["reads"])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The dam broke. Nobody was hurt.", 2),
        ("Rates rose 3 pct. in March. They fell in May.", 2),
        ("He came on Tues. in the rain, approx. 40 strong. Then it ended.", 2),
        ("The train left at 9 a.m. Friday from platform 4.", 1),
        ("“Enough!” she said. He left.", 2),
        ("The U.S. Army moved in. It stayed.", 2),
        ("A 3.5 percent rise. No more.", 2),
        ("- Nobody was hurt.", 1),
    ],
)
def test_news_is_cut_where_a_reader_would(text: str, count: int) -> None:
    assert len(cut(text)) == count


def test_no_sentence_ends_inside_a_date() -> None:
    """Whatever was read as one value stays in one sentence."""
    text = "It was signed on 3 Nov. 2021 by both."
    whole = (text.index("3 Nov."), text.index(" by both"))
    assert len(read_sentences(text, [whole])) == 1


def test_what_has_no_end_is_read_in_pieces() -> None:
    """A line of 50,000 characters is no sentence; its pieces join up to the whole."""
    text = "word " * 10_000
    pieces = read_sentences(text)
    assert all(end - start <= 1500 for start, end in pieces)
    assert " ".join(text[start:end] for start, end in pieces) == text.strip()


def test_a_table_is_read_in_rows() -> None:
    """Many figures in one sentence are cut into short pieces, so that reading stays linear."""
    text = "12 34 " * 500
    places = [(n * 3, n * 3 + 2) for n in range(1000)]
    assert max(end - start for start, end in read_sentences(text, places)) <= 120
