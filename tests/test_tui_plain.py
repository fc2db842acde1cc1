"""`review --plain`: the same queue and verdicts line by line, from a script on stdin."""

import io
from pathlib import Path

import pytest

from reconcile.errors import DeskError
from reconcile.model import Decision, Status
from reconcile.tui import review_lines
from reconcile.tui.plain import HELP, review
from tests.desks import desk, workspace
from tests.screens import logged, two_papers


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


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("d source_error 2 they took it back", (Decision.SOURCE_ERROR, "bravo", "they took it back")),
        ("d unverifiable", (Decision.UNVERIFIABLE, "", "")),
        ("d misaligned two fires", (Decision.MISALIGNED, "", "two fires")),
        ("b rounding as they say", (Decision.EXPLAINED, "rounding", "as they say")),
        ("a so be it", (Decision.UNRESOLVED_CONFLICT, "", "so be it")),
        ("1 it was there", (Decision.PREFER_SOURCE, "alpha", "it was there")),
    ],
)
def test_every_verdict_of_the_screen_is_a_line_with_its_note(
    root: Path, typed: str, given: tuple[Decision, str, str]
) -> None:
    told(root, f"{typed}\nq\n")
    topic = workspace(root).dossier.topics[0].id
    assert logged(root, topic) == [given]
    again = told(root, f"/ {topic.partition('-')[0]}\nH\nq\n")
    assert "\nverdict: " in again
    assert "your verdicts of" in again


@pytest.mark.parametrize("word", ["d", "d range_of", "d source_error", "d superseded 7", "d prefer_source alpha"])
def test_a_verdict_that_lacks_something_decides_nothing(root: Path, word: str) -> None:
    shown = told(root, f"{word}\nq\n")
    assert "d needs one of these verdicts" in shown
    assert "d source_error ROW" in shown
    assert decisions(root) == []


def test_a_topic_is_told_once_and_again_where_asked(root: Path) -> None:
    """Who listens to the lines wants no topic a second time because of a slip."""
    shown = told(root, "zz\n?\ni\nb\nq\n")
    assert shown.count("1. Alpha Post") == 1
    assert told(root, "t\nq\n").count("1. Alpha Post") == 2


def test_a_person_at_a_terminal_is_asked(root: Path) -> None:
    typed = io.StringIO("q\n")
    typed.isatty = lambda: True  # type: ignore[method-assign]
    out = io.StringIO()
    review(workspace(root), typed, out)
    assert "verdict, n, ? or q> " in out.getvalue()
    assert "q> " not in told(root, "q\n"), "a script is not"


def test_it_moves_undoes_lists_and_explains(root: Path) -> None:
    shown = told(root, "r\nu\nU\nn\np\ni\nl\n?\ns\n\nq\n")
    for words in (
        "saved: report the range",
        "took back: bridge",
        "did again: bridge",
        "  nothing forbids comparing them",
        "2. fire",
        HELP,
    ):
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
