"""`review --plain`: the same queue and verdicts line by line, from a script on stdin."""

import io
from pathlib import Path

import pytest

from reconcile.errors import DeskError
from reconcile.model import Decision, Status
from reconcile.tui import review_lines
from reconcile.tui.plain import HELP, review
from tests.desks import desk, workspace
from tests.screens import two_papers


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two papers that stand apart three times and agree once."""
    return two_papers(tmp_path / "valley")


def told(root: Path, script: str) -> str:
    """What a review says to a script."""
    out = io.StringIO()
    assert review(workspace(root), io.StringIO(script), out) == 0
    return out.getvalue()


def decisions(root: Path) -> list[Decision]:
    """The decisions that stand, by topic in the order of the dossier."""
    dossier = workspace(root).dossier
    each = [dossier.verdicts_of(topic.claims[0]) for topic in dossier.topics]
    return [verdicts[0].decision for verdicts in each if verdicts]


def test_a_desk_is_finished_by_a_script(root: Path) -> None:
    shown = told(root, "a\nb as_of\n2 asked them\n")
    assert "3 to do." in shown
    assert "1. Alpha Post, 2021-03-01: 3 February 2021" in shown
    assert "line 6: The bridge was closed on [February 3]." in shown
    assert shown.endswith("0 to do.\n")
    assert decisions(root) == [Decision.UNRESOLVED_CONFLICT, Decision.EXPLAINED, Decision.PREFER_SOURCE]


def test_the_end_of_the_input_ends_it(root: Path) -> None:
    assert told(root, "x\n").endswith("2 to do.\n")
    assert told(root, "").endswith("2 to do.\n")
    assert decisions(root) == [Decision.UNRESOLVED_CONFLICT]


@pytest.mark.parametrize("word", ["zz", "9", "0", "-1", "²", "a1", "[bold]"])
def test_an_unknown_word_decides_nothing(root: Path, word: str) -> None:
    shown = told(root, f"{word}\nq\n")
    assert f"{word!r} is no command" in shown
    assert HELP in shown
    assert decisions(root) == []


@pytest.mark.parametrize("word", ["b", "b because"])
def test_both_hold_for_a_reason_of_the_list_alone(root: Path, word: str) -> None:
    shown = told(root, f"{word}\nq\n")
    assert "b needs one of these reasons" in shown
    assert "b as_of" in shown
    assert decisions(root) == []


def test_it_moves_undoes_lists_and_explains(root: Path) -> None:
    shown = told(root, "r\nu\nU\nn\np\ni\nl\n?\ns\n\nq\n")
    for words in ("saved: report the range", "took back: bridge", "decided again: bridge", "  gate:", "2. fire", HELP):
        assert words in shown
    assert decisions(root) == [Decision.RANGE]


def test_left_open_with_what_is_missing_it_is_still_to_do(root: Path) -> None:
    shown = told(root, "o the log of the road office\nq\n")
    assert shown.endswith("3 to do.\n")
    dossier = workspace(root).dossier
    assert dossier.status(dossier.topics[0].id) is Status.DEFERRED
    assert dossier.verdicts[0].note == "the log of the road office"


def test_a_log_that_cannot_be_written_is_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise DeskError("the log cannot be written: read-only")

    monkeypatch.setattr("reconcile.desk.workspace.append_verdicts", full)
    assert "not saved: the log cannot be written: read-only" in told(root, "a\nq\n")
    assert decisions(root) == []


def test_escapes_of_an_article_do_not_reach_the_terminal(tmp_path: Path) -> None:
    words = "---\npublished: 2021-03-0{}\n---\n\nThe dam at Brask\x1b[31m broke on February {}, 2021.\n"
    shown = told(desk(tmp_path / "d", one=words.format(1, 3), two=words.format(2, 9)), "q\n")
    assert "1 to do." in shown
    assert "Brask␛[31m broke" in shown
    assert "\x1b" not in shown


def test_plain_reads_the_standard_input(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("a\n"))
    assert review_lines(workspace(root)) == 0
    assert "2 to do." in capsys.readouterr().out
