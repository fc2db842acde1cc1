"""What an editor has not saved yet: its text on stdin, checked as the file it is to be."""

import io
import json
from pathlib import Path

import pytest

from desks import desk, workspace
from reconcile.cli import main
from reconcile.model import Decision

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk on which the later day stands, a folder below the one we are in."""
    root = desk(tmp_path / "quake")
    workspace(root).record("bridge-was-closed", Decision.SOURCE_ERROR, source="tuesday")
    monkeypatch.chdir(tmp_path)
    return root


def checked(path: str, text: str, monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    return main(["lint", "--stdin-filename", path, "--format", "concise", *words])


def test_a_claim_file_is_checked_as_it_stands_in_the_editor(
    root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = root / "claims/monday.yaml"
    before = path.read_bytes()
    assert checked("quake/claims/monday.yaml", path.read_text(), monkeypatch) == 0
    wrong = path.read_text().replace("quote: At least 12", "quote: At least 21", 1)
    assert checked("quake/claims/monday.yaml", wrong, monkeypatch) == 1
    told = capsys.readouterr().out.splitlines()
    assert [line.split(" ")[:2] for line in told] == [["quake/claims/monday.yaml:10:5:", "P205"]]
    assert path.read_bytes() == before
    assert checked("quake/claims/monday.yaml", wrong, monkeypatch, "--format", "full") == 1
    assert "21 people" in capsys.readouterr().out, "the line is shown as the editor has it"


def test_an_article_is_told_of_alone(root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    article = root / "sources/monday.md"
    text = article.read_text().replace("February 3", "February 30").replace("publisher: Monday Post\n", "")
    assert checked(str(article), text, monkeypatch) == 1
    told = capsys.readouterr().out
    assert "sources/monday.md:10:26: D403" in told
    assert "P207" in told
    assert "claims/monday.yaml:" not in told, "what it breaks elsewhere its own editor tells"


def test_any_other_file_is_a_draft(root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = "The bridge was closed on February 3, 2021.\n"
    assert checked("quake/drafts/late.md", draft, monkeypatch) == 1
    assert "quake/drafts/late.md:1:26: A604" in capsys.readouterr().out
    assert checked("late.md", draft, monkeypatch, "--desk", "quake", "--format", "json") == 1
    assert [problem["code"] for problem in json.loads(capsys.readouterr().out)] == ["A604"]
    on_wednesday = "The bridge was closed on Wednesday.\n"
    assert checked("quake/late.md", on_wednesday, monkeypatch, "--published", "2021-02-05") == 1


def test_what_is_read_from_disk_alone_is_not_passed_over(
    root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "sources/old").mkdir()
    for path in ("sources/old/monday.md", "claims/notes.md"):
        (root / path).write_text("At least 12 people died.\n")
    unread = ("reconcile.yaml", "claims/verdicts/anna.jsonl", "claims/new.yaml", "sources/old/monday.md",
              "claims/notes.md")  # fmt: skip
    for path in unread:
        assert checked(str(root / path), "", monkeypatch) == 2
        assert "is read from disk alone: save it first" in capsys.readouterr().err
    for path in (".", "", "quake", "quake/claims", "/"):
        assert checked(path, "", monkeypatch, "--desk", "quake") == 2
        assert "is a folder" in capsys.readouterr().err
    for words in (["--fix"], ["--staged"], ["--draft", "a.md"]):
        assert main(["lint", "--stdin-filename", "a.md", *words]) == 2
    assert checked("../elsewhere/a.md", "", monkeypatch) == 2
    assert "no desk" in capsys.readouterr().err
