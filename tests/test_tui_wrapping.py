"""Words laid into lines of a width: what goes on stands under its own words, what is cut says so."""

import pytest
from rich.text import Text

from reconcile.model import Block, Part, Source, Span
from reconcile.tui.article import page
from reconcile.tui.paint import cut
from reconcile.tui.wrapping import clipped, hung, wrap


def source(text: str, *blocks: tuple[int, int]) -> Source:
    return Source("s", text, tuple(Block(Span(*block), Part.BODY) for block in blocks))


def test_lines_are_filled_within_a_paragraph_and_offsets_stay() -> None:
    text = "The river\nrose by\ttwo metres.\n\n\nThe bridge held."
    shown = page(source(text, (0, 29), (32, 48)), [])
    assert shown.text == "The river rose by two metres.\n\n\nThe bridge held."
    assert len(shown.text) == len(text)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 8, ["one two ", "three"]),
        ("abcdefghij kl", 4, ["abcd", "efgh", "ij ", "kl"]),
        ("谷底洪水", 5, ["谷底", "洪水"]),
        ("a\n\n\nb", 9, ["a\n", "", "b"]),
        ("", 9, []),
    ],
)
def test_wrapping_gives_offsets(text: str, width: int, lines: list[str]) -> None:
    assert [text[start:end] for start, end in wrap(text, width)] == lines


def test_what_is_cut_says_so() -> None:
    assert clipped("one two three four", 8, 9) == ["one two", "three", "four"]
    assert clipped("one two three four", 8, 2) == ["one two", "three…"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("  a      one two three", ["  a      one two", "         three"]),
        ("  · one two three four five", ["  · one two three", "    four five"]),
        ("one two three four five", ["one two three", "  four five"]),
        ("\n  one two three four", ["", "  one two three", "    four"]),
        ("谷底洪水 谷底洪水 谷底", ["谷底洪水 谷底洪水", "  谷底"]),
        ("one two", ["one two"]),
    ],
)
def test_what_goes_on_stands_under_its_own_words(text: str, lines: list[str]) -> None:
    assert [line.rstrip() for line in hung(Text(text), 19).plain.split("\n")] == lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a repair with the long dam", "a repair with the l…"), ("a repair with the … dam", "a repair with the … ")],
)
def test_where_a_text_is_cut_it_breaks_off_once(text: str, shown: str) -> None:
    assert cut(text, 20) == shown
