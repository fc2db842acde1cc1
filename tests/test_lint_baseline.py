"""The baseline: what a desk has agreed to live with is not told, all else is, and the list only shrinks."""

import json
from pathlib import Path

import pytest

from desks import desk, workspace
from reconcile.cli import main
from reconcile.desk import BASELINE, BASELINE_OF_DRAFTS, pack, unpack
from reconcile.model import Decision

WRONG = ('figure: ">= 12 person"', 'figure: ">= 21 person"')
WORDS = ["--format", "concise"]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A desk with an open conflict and a figure that is not the quote's, both known."""
    home = desk(tmp_path)
    change(home / "claims/monday.yaml", *WRONG)
    assert main(["lint", "--desk", str(home), "--write-baseline"]) == 0
    return home


def lint(root: Path, *words: str) -> int:
    return main(["lint", "--desk", str(root), *WORDS, *words])


def test_what_is_listed_passes_and_all_else_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entries = [json.loads(line) for line in (root / BASELINE).read_text().splitlines()]
    assert sorted(entry["code"] for entry in entries) == ["F301", "R501"]
    capsys.readouterr()
    assert lint(root) == 0
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"reconcile: {root}/claims/baseline.jsonl lets 2 pass\n")
    assert lint(root, "--no-baseline") == 1
    assert {"F301", "R501"} <= set(capsys.readouterr().out.split())
    change(root / "claims/tuesday.yaml", "figure: 19 person", "figure: 91 person")
    assert lint(root) == 1
    told = capsys.readouterr().out
    assert told.count("\n") == 1
    assert "claims/tuesday.yaml" in told


def test_an_entry_follows_its_problem_and_no_other(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(root / "claims/monday.yaml", "claims:\n", "# a line\n# and another\nclaims:\n")
    assert lint(root) == 0
    change(root / "claims/monday.yaml", "21 person", "22 person")  # another wrong figure in the same place
    capsys.readouterr()
    assert lint(root) == 1
    told = capsys.readouterr().out
    assert "F301" in told
    assert "U905" in told


def test_it_shrinks_and_never_grows(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (root / BASELINE).read_text()
    change(root / "claims/monday.yaml", *WRONG[::-1])
    change(root / "claims/tuesday.yaml", "figure: 19 person", "figure: 91 person")
    capsys.readouterr()
    assert lint(root, "--fail-on", "warning") == 1
    assert "claims/baseline.jsonl:1: U905 warning the problem is gone: F301" in capsys.readouterr().out
    assert lint(root, "--write-baseline") == 1  # the new one is told, not taken in
    out, err = capsys.readouterr()
    assert "tuesday.yaml" in out
    assert "U905" not in out
    assert "1 taken out, 1 left, nothing put in" in err
    after = (root / BASELINE).read_text()
    assert after in before
    assert [json.loads(line)["code"] for line in after.splitlines()] == ["R501"]
    workspace(root).record("bridge-was-closed", Decision.UNRESOLVED_CONFLICT)
    change(root / "claims/tuesday.yaml", "figure: 91 person", "figure: 19 person")
    assert lint(root, "--write-baseline") == 0
    assert (root / BASELINE).read_text() == ""


def test_a_broken_or_foreign_baseline_is_a_message(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = (root / BASELINE).read_text()
    for strange in ("<<<<<<< ours", "[1]", '{"code": 1}', '{"code": "F301"}', '{"more": "x"}', "[" * 99_999):
        (root / BASELINE).write_text(lines + strange + "\n")
        capsys.readouterr()
        assert lint(root) == 1
        assert "claims/baseline.jsonl:3: S102 error is no entry of a baseline" in capsys.readouterr().out
    (root / BASELINE).write_bytes(b"\xff\xfe")
    assert lint(root) == 1
    (root / BASELINE).unlink()
    (root / BASELINE).symlink_to("/dev/zero")
    assert lint(root) == 1
    assert "S101 error leads out of the desk" in capsys.readouterr().out
    assert lint(root, "--baseline", str(root / "nowhere.jsonl")) == 2
    assert lint(root, "--write-baseline", "--staged") == 2


def test_another_file_and_the_drafts_own(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "known.jsonl"
    other.write_text((root / BASELINE).read_text())
    (root / BASELINE).unlink()
    assert lint(root) == 1
    assert lint(root, "--baseline", str(other)) == 0
    draft = tmp_path / "draft.md"
    draft.write_text("The bridge was closed on February 3, 2021.\n")
    words = ("--draft", str(draft))
    assert lint(root, *words) == 1
    assert lint(root, *words, "--write-baseline") == 0
    assert json.loads((root / BASELINE_OF_DRAFTS).read_text())["path"] == "draft.md"
    assert lint(root, *words) == 0
    draft.write_text("It rained.\n\nThe bridge was closed on February 3, 2021.\n")
    assert lint(root, *words) == 0
    draft.write_text("The bridge was closed on February 3, 2021. It rained.\n\nThe bridge was closed on February 3.\n")
    capsys.readouterr()
    assert lint(root, *words) == 1
    assert lint(root, "--baseline", str(other)) == 0  # a draft's entry is no business of the desk's check


def test_a_parcel_takes_it_along(root: Path, tmp_path: Path) -> None:
    unpack(pack(root), tmp_path / "new")
    assert (tmp_path / "new" / BASELINE).read_text() == (root / BASELINE).read_text()
