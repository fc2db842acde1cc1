"""What a person is shown of the reading: the text with its marks, the table, and the steps of one mention."""

from pathlib import Path

import pytest

from reconcile.cli import main

TEXT = """---
published: 2021-03-02
---
Ferry sinks

At least 12 people died on Monday, \x1b[31mpolice said. A Boeing 737
searched every Friday at 10:30.
"""

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def ferry(tmp_path: Path) -> str:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def told(capsys: Captured, *words: str) -> str:
    assert main(["mentions", *words]) == 0
    return capsys.readouterr().out


def refused(capsys: Captured, *words: str) -> str:
    assert main(["mentions", *words]) == 2
    return capsys.readouterr().err


def test_the_text_is_shown_with_marks_and_a_table(ferry: str, capsys: Captured) -> None:
    shown = told(capsys, ferry)
    assert "    6  [At least 12] people died on [Monday], ␛[" in shown
    assert "  6:1    At least 12  at least 12 people  digits" in shown
    assert "  6:28   Monday       1 March 2021" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize("where", ["6:1", "6:11", "at  LEAST 12", "12"])
def test_a_figure_is_explained(ferry: str, capsys: Captured, where: str) -> None:
    steps = told(capsys, ferry, "--explain", where).splitlines()
    assert steps[0] == '6:1: "At least 12" = at least 12 people'
    assert '  bound: at least, by the words "At least"' in steps
    assert "  interval: 12 to no end" in steps
    assert '  unit: person, by the noun counted: "people"' in steps


@pytest.mark.parametrize(
    ("sentence", "bound"),
    [
        ("More than 40 boats sank.", 'more than, by the words "More than"'),
        ("The hall holds 40 people or more.", 'at least, by the words "or more"'),
        ("Not more than 40 sank.", 'at most, by the words "Not more than"'),
        ("Some 40 or so sank.", 'approx, by the words "or so"'),
        ("Dozens sank.", 'vague, by the words "Dozens"'),
        ("Between 40 and 50 boats sank.", 'range, by the words "Between 40 and 50"'),
    ],
)
def test_a_bound_is_explained_by_its_own_words(sentence: str, bound: str, tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "boats.txt"
    path.write_text(sentence, encoding="utf-8")
    assert f"  bound: {bound}\n" in told(capsys, str(path), "--explain", "1:1" if bound[:8] != "at least" else "40")


def test_a_date_is_explained(ferry: str, capsys: Captured) -> None:
    steps = told(capsys, ferry, "--explain", "monday")
    assert "rule: weekday" in steps
    assert "from 2 March 2021" in steps
    assert "days: 2021-03-01 to 2021-03-01" in steps


@pytest.mark.parametrize(
    ("where", "why"),
    [
        ("737", "a label, the number in a name, or a year"),
        ("friday", "what comes back again and again"),
        ("at 10:30", "a time of day"),
    ],
)
def test_what_was_not_read_is_told_with_the_reason(ferry: str, capsys: Captured, where: str, why: str) -> None:
    assert f"was not read\n  why: {why}\n" in told(capsys, ferry, "--explain", where)


def test_a_place_with_nothing_names_what_is_near(ferry: str, capsys: Captured) -> None:
    assert 'near it: 6:1 "At least 12", 6:28 "Monday"' in refused(capsys, ferry, "--explain", "searched")
    assert refused(capsys, ferry, "--explain", "searched").startswith(f"reconcile: {ferry}: ")
    assert "its lines are 4 to 8" in refused(capsys, ferry, "--explain", "99:1")
    assert "do not stand in it" in refused(capsys, ferry, "--explain", "harbour")
    assert "do not stand in it" in refused(capsys, ferry, "--explain", " ")
    assert "takes one article" in refused(capsys, "--explain", "6:1")
    assert "no such file" in refused(capsys, "nowhere.txt", "--explain", "6:1")


def test_what_may_be_read_otherwise_says_so(tmp_path: Path, capsys: Captured) -> None:
    """The order of day and month, the year that was only filled in, and what a billion was."""
    path = tmp_path / "old.txt"
    text = "The letter of 7/8/1962 asked for 2 billion francs, and the dam broke on Dec. 30.\n"
    path.write_text(f"---\npublished: 1963-03-13\n---\n{text}", encoding="utf-8")
    shown = told(capsys, str(path))
    assert "8 July 1962 or 7 August 1962" in shown
    assert "a billion of those days may be a million millions; digits" in shown
    assert "it may be day before month" in told(capsys, str(path), "--explain", "7/8/1962")
    assert "of the year nearest to the day of publication" in told(capsys, str(path), "--explain", "Dec. 30")
    path.write_text(f"---\npublished: 1993-03-13\n---\n{text.replace('7/8', '7/28')}", encoding="utf-8")
    shown = told(capsys, str(path))
    assert "28 July 1962 " in shown
    assert " or " not in shown
    assert "a billion of those days" not in shown
