"""Where words of another text stand in an article: found again, or lost; never at other words."""

import pytest

from desks import MONDAY
from reconcile.desk.anchor import Lost, Wanted, anchor
from reconcile.model import Source, Span

MEANT = "At least 12 people died in the valley"
EDITS = [  # what became of the article, and whether the claim may still be found in it
    ("Quake shakes the valley", "Earthquake shakes the valley", True),
    ("---\n\nAt least", "---\n\nIt was 5 a.m. on Sunday.\n\nAt least", True),
    ("At least 12 people died in the", "At least\n12 people\ndied in  the", True),
    ("the mayor said.", "mayor said.", True),
    ("February 3", "February 5", True),
    ("Nobody counted", "Everybody counted", True),
    ("12 people", "21 people", False),
    ("At least 12", "At most 12", False),
    ("12 people", "12 sheep", False),
    ("12 people died", "12 people had not died", False),
    ("in the valley,", "in the Oste valley,", False),
    ("in the valley,", "in the valley on Monday,", False),
    ("in the valley,", "in the valleys,", False),
    ("the mayor said.", "the mayor denied.", False),
    ("the mayor said.", "the mayor of Oste said.", False),
    ("At least 12", "Nobody says that at least 12", False),
    ("At least 12 people died", "It is not true: At least 12 people died", False),
    (f"{MEANT}, the mayor said.", "", False),
]


@pytest.mark.parametrize(("old", "new", "found"), EDITS, ids=[f"{old[:18]}->{new[:24]}" for old, new, _ in EDITS])
def test_an_edited_source_is_crossed_only_where_nothing_changed(old: str, new: str, found: bool) -> None:
    assert old in MONDAY
    before, after = (
        Source("monday", text.split("---\n")[2], sha256=text) for text in (MONDAY, MONDAY.replace(old, new))
    )
    if "---" in old or "Quake" in old:  # the header, or a paragraph put in
        before, after = (Source("monday", text, sha256=text) for text in (MONDAY, MONDAY.replace(old, new)))
    start = before.text.index(MEANT)
    end = start + len(MEANT)
    wanted = Wanted(MEANT, before.text[:start], before.text[end:], start, end, MONDAY)
    place = anchor(wanted, before)
    assert place == Span(start, end)
    place = anchor(wanted, after)
    if found:
        assert isinstance(place, Span)
        assert after.text[place.start : place.end].split() == MEANT.split()
    else:
        assert isinstance(place, Lost)
        assert place.at is not None or not new


@pytest.mark.parametrize(
    ("text", "exact", "prefix", "suffix", "start"),
    [
        ("It cost $12 million.", "12 million", None, None, None),  # the sign of another unit right before it
        ("Some 1,200 people left.", "200 people left", None, None, None),
        ("Some 12% left.", "Some 12", None, None, None),
        ("Some 12.5 tonnes fell.", "Some 12", None, None, None),
        ("One died. One died.", "One died", None, None, None),
        ("One died, he said. One died, she said.", "One died", None, ", they said.", None),
        ("One died, they said.", "One died", "", "", None),  # where the text ended then
        ("One died, he denied.", "One died", "", ", he said.", None),
        ("It is not so: one died.", "one died", "", ".", None),  # where it began
        ("One died.", "", None, None, 0),  # a position alone, of another source
        ("One died.", "Two perished", None, None, 0),
        ("One died.", " \n", None, None, 0),
    ],
)
def test_what_cannot_be_told_is_not_guessed(
    text: str, exact: str, prefix: str | None, suffix: str | None, start: int | None
) -> None:
    wanted = Wanted(exact, prefix, suffix, start, None if start is None else start + 3, "other")
    assert isinstance(anchor(wanted, Source("a", text, sha256="this")), Lost)


def test_the_words_around_tell_which_of_two_is_meant() -> None:
    source = Source("a", "One died, he said. One died, she said.", sha256="this")
    assert anchor(Wanted("One died", None, ", she said."), source) == Span(19, 27)
    assert anchor(Wanted("One died", start=19, end=27, sha256="this"), source) == Span(19, 27)
    assert anchor(Wanted("", start=19, end=27, sha256="this"), source) == Span(19, 27)
    counted_otherwise = Wanted("she said", start=31, end=39, sha256="this")
    assert anchor(counted_otherwise, source) == Span(29, 37), "a position at other words gives way to the quote"
