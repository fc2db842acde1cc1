"""Text from outside does nothing but be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model.plain import plain


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\u009b2J", "\ufffd2J"),
        ("9\u202e002\u202c dead", "9\ufffd002\ufffd dead"),
        ("a\r\nb", "a␍\nb"),
        ("one\u2028two", "one two"),
        ("\ud83d half", "\ufffd half"),
        ("null\x00byte\x7f", "null␀byte␡"),
    ],
)
def test_what_could_act_is_shown_as_a_sign(hostile: str, shown: str) -> None:
    assert plain(hostile) == shown


@pytest.mark.parametrize(
    "kept", ["tab\there\nand there", "naïve – “quoted” 90 000", "שלום\u200f!", "👩\u200d🚒", "क्\u200dष"]
)
def test_ordinary_text_stays(kept: str) -> None:
    assert plain(kept) == kept


@given(st.text(st.characters(exclude_categories=[])))
def test_the_length_stays_and_the_result_can_be_written(text: str) -> None:
    shown = plain(text)
    assert len(shown) == len(text)
    assert plain(shown) == shown
    shown.encode("utf-8")
