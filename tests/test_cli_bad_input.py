"""What the commands say of bad input: one clear message that names it, and nothing done."""

import io
import json
from pathlib import Path

import pytest

from desks import desk
from reconcile.cli import main

Captured = pytest.CaptureFixture[str]
pytestmark = pytest.mark.usefixtures("two_articles")


def test_half_a_character_ends_no_batch(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    def said(text: str) -> list[str]:
        sources = [{"slug": slug, "text": text} for slug in ("a\ud800", "b")]
        lines = [json.dumps({"id": number, "sources": sources, "text": text}) + "\n" for number in (1, 2)]
        told = []
        for command in ("diff", "mentions"):
            monkeypatch.setattr("sys.stdin", io.StringIO("".join(lines)))
            assert main([command, "--jsonl"]) == 0
            told += capsys.readouterr().out.splitlines()
        return told

    half = said("The bridge \ud83d of Oria was closed on February 3, 2021.")
    assert len(half) == 4
    assert half == said("The bridge \ufffd of Oria was closed on February 3, 2021.")
    assert "\U0001f600" in said("The bridge \U0001f600 of Oria was closed on February 3, 2021.")[0]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["dif"], "did you mean `reconcile diff`"),
        (["diff", "monday.md"], "at least two articles"),
        (["diff", "monday.md", "nowhere.md"], "nowhere.md: no such file"),
        (["diff", "monday.md", "."], "not a file"),
        (["diff", "monday.md", "monday.md"], "same short name"),
        (["diff", "empty.txt", "monday.md"], "the file is empty"),
        (["diff", "noise.txt", "monday.md"], "this is not text"),
        (["diff", "typo.md", "monday.md"], "Did you mean 'published'"),
        (["diff", "broken.md", "monday.md"], "broken.md:3:"),
        (["diff", "monday.md", "--jsno"], "--jsno"),
        (["status"], "no desk in"),
        (["status", "--desk", "nowhere"], "is no folder"),
        (["rule", "P999"], "there is no rule"),
        (["report", "-f", "pdf"], "invalid choice"),
        (["demo", "."], "is there already"),
    ],
)
def test_bad_input_is_one_clear_message(words: list[str], says: str, capsys: Captured) -> None:
    Path("empty.txt").write_bytes(b"")
    Path("noise.txt").write_bytes(bytes(range(256)) * 20)
    Path("typo.md").write_text("---\npublishd: 2021-01-01\n---\nText.\n")
    Path("broken.md").write_text('---\ntitle: "x\n---\nText.\n')
    before = sorted(Path().rglob("*"))
    assert main(words) == 2
    told = capsys.readouterr()
    assert says in told.err
    assert told.err.startswith("reconcile: ")
    assert "Traceback" not in told.err
    assert told.out == ""
    assert sorted(Path().rglob("*")) == before


@pytest.mark.parametrize("name", ["mentions", "diff"])
@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"id": 2}', "needs the keys"),
        ("[" * 100_000, "is nested too deeply"),
        ('{"id": 2,', "is not JSON"),
        ('{"id": 2, "text": "x", "sources": [{"slug": "a", "text": "x", "published": "now"}], "published": "now"}',
         "'now' is not a day"),
    ],
)  # fmt: skip
def test_a_bad_line_of_input_is_named(
    name: str, line: str, says: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = '\ufeff{"id": 1, "text": "x", "sources": []}\n'
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{first}{line}\n"))
    assert main([name, "--jsonl"]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"reconcile: stdin:2: {says}")
    assert told.count("\n") == 2, "what to do stands below"


@pytest.mark.parametrize("words", [["diff", "{}", "monday.md"], ["mentions", "{}"], ["add", "{}"]])
def test_a_file_that_cannot_be_read_is_named_with_its_folder(words: list[str], capsys: Captured) -> None:
    desk(Path())
    Path("drafts").mkdir()
    Path("drafts/monday-2.md").write_bytes(b"\x00\x01")
    assert main([word.format("drafts/monday-2.md") for word in words]) == 2
    assert capsys.readouterr().err.startswith("reconcile: drafts/monday-2.md: this is not text")


@pytest.mark.parametrize("words", [["diff", "{}", "monday.md"], ["mentions", "{}"], ["add", "{}"]])
def test_a_file_that_is_not_there_is_named_once(words: list[str], tmp_path: Path, capsys: Captured) -> None:
    desk(Path())
    nowhere = str(tmp_path / "nowhere.md")
    assert main([word.format(nowhere) for word in words]) == 2
    assert capsys.readouterr().err.startswith(f"reconcile: {nowhere}: no such file")


@pytest.mark.parametrize(
    ("second", "says"),
    [("later/new.md", "has the same short name as new.md: 'new'"), ("later/taken.md", "an article called 'taken'")],
)
def test_where_one_article_has_no_name_of_its_own_none_is_added(second: str, says: str, capsys: Captured) -> None:
    desk(Path())
    Path("later").mkdir()
    for name in ("new.md", "sources/taken.md", "later/new.md", "later/taken.md"):
        Path(name).write_text("Ferry aground off the port\n\nNine people were hurt on Monday.\n", encoding="utf-8")
    before = sorted(Path("sources").iterdir())
    assert main(["add", "new.md", second]) == 2
    assert says in capsys.readouterr().err
    assert sorted(Path("sources").iterdir()) == before


@pytest.mark.parametrize("words", [["diff", "{}", "monday.md"], ["mentions", "{}"], ["lint", "--draft", "{}"]])
def test_a_file_that_is_no_article_by_its_size_is_refused_unread(words: list[str], capsys: Captured) -> None:
    desk(Path())
    with Path("huge.md").open("wb") as file:
        file.truncate(70_000_000)  # a hole: nothing is written
    assert main([word.format("huge.md") for word in words]) == 2
    assert capsys.readouterr().err.startswith("reconcile: huge.md: is larger than 64 MB")
