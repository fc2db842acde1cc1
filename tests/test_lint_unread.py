"""What cannot be read is told once, where it stands; what follows from it is told of nobody."""

from pathlib import Path

import pytest

from desks import desk, workspace
from linting import carry_out, problems
from reconcile.cli import main
from reconcile.model import Decision


def told(root: Path) -> list[tuple[str, str]]:
    """The rules that speak, each with the place."""
    return [(problem.code, str(problem.where)) for problem in problems(root)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A desk whose verdicts and topics name claims of Monday's article."""
    root = desk(tmp_path / "desk")
    workspace(root).record("bridge-was-closed", Decision.UNRESOLVED_CONFLICT)
    carry_out(root, "claims/topics.yaml: + apart: [[monday.88a55d, monday.6d801d]]")
    assert told(root) == []
    return root


def test_an_article_that_cannot_be_read_leaves_its_claims_alone(root: Path) -> None:
    (root / "sources/monday.md").write_bytes(b"\x00\x01")
    assert told(root) == [("S109", "sources/monday.md")]


def test_a_claim_file_that_cannot_be_read_was_extracted_all_the_same(root: Path) -> None:
    carry_out(root, "claims/monday.yaml: claims: => claims: [")
    assert [code for code, _ in told(root)] == ["S101"]


@pytest.mark.parametrize(
    ("step", "code"),
    [
        ("claims/monday.yaml: when: 2021-02-03 => when: 2021-02-31", "S102"),
        ("claims/monday.yaml: quote: The bridge was closed => quote: The brigde was closed", "P205"),
    ],
)
def test_a_verdict_on_a_record_that_is_wrong_is_not_on_one_that_is_gone(root: Path, step: str, code: str) -> None:
    carry_out(root, step)
    assert code in {code for code, _ in told(root)}
    assert "R503" not in {code for code, _ in told(root)}


def test_drafts_are_held_against_the_rest_and_that_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = root.parent / "draft.md"
    draft.write_text("Nobody counted [the sheep](claim:monday.88a55d).\n")
    (root / "sources/monday.md").write_bytes(b"\x00\x01")
    assert main(["lint", "--desk", str(root), "--draft", str(draft)]) == 0
    shown = capsys.readouterr()
    assert shown.out == "all checks passed\n"
    assert "nothing was held against it: monday\n" in shown.err


def test_of_a_desk_without_articles_it_is_said_that_nothing_was_held_against_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("It rained.\n")
    assert main(["init", str(tmp_path / "desk")]) == 0
    assert main(["lint", "--desk", str(tmp_path / "desk"), "--draft", str(draft)]) == 0
    assert "the drafts were held against nothing" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("path", "line", "message"),
    [
        ("claims/verdicts/anna.jsonl", b"<<<<<<< HEAD", "is no verdict: a merge left it"),
        ("claims/verdicts/anna.jsonl", b'{"id": }', "is no verdict: it is not JSON from column 8 on"),
        ("claims/verdicts/anna.jsonl", b'"\xff"', "is no verdict: it is not UTF-8"),
        ("claims/baseline.jsonl", b"=======", "is no entry of a baseline: a merge left it"),
        ("claims/baseline.jsonl", b"[]", "is no entry of a baseline: it is not a mapping"),
        ("claims/topics.yaml", b">>>>>>> other", "a merge left its marks here"),
        ("claims/monday.yaml", b"=======", "a merge left its marks here"),
    ],
)
def test_what_is_wrong_with_a_line_is_said_as_one_says_it(root: Path, path: str, line: bytes, message: str) -> None:
    with (root / path).open("ab") as file:
        file.write(line + b"\n")
    number = (root / path).read_bytes().count(b"\n")
    told = [(problem.message, problem.where.line) for problem in problems(root) if problem.code[0] == "S"]
    assert told == [(message, number)]


def test_a_control_character_is_named_with_its_line(root: Path) -> None:
    (root / "sources/bell.txt").write_text("It rained.\n\nThe bell \x07 rang.\n")
    [problem] = [problem for problem in problems(root) if problem.code == "S109"]
    assert problem.message == "this is not text: line 3 holds the control character U+0007"
