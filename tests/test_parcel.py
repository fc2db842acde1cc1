"""A whole desk in one file, and back: nothing is lost, nothing is written where it should not be."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from desks import desk, workspace
from reconcile.cli import main
from reconcile.desk import dossier, load, pack, unpack
from reconcile.errors import DeskError, UsageError
from reconcile.model import Decision
from reconcile.report.schema import SCHEMA
from test_report import misfits


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A desk with verdicts of two reviewers, a comment, settings, and an article that is no UTF-8."""
    made = desk(tmp_path / "desk")
    for name in ("anna", "béa"):
        work = workspace(made, name)
        work.record(work.dossier.topics[0].id, Decision.UNRESOLVED_CONFLICT, note="naïve – “note” \x1b[31m")
    claims = made / "claims" / "monday.yaml"
    claims.write_text("# kept by hand\n" + claims.read_text(encoding="utf-8"), encoding="utf-8")
    (made / "sources" / "old.txt").write_bytes("Nine people died in the caf\xe9 on February 3, 2021.".encode("latin-1"))
    return made


def files(root: Path) -> dict[str, bytes]:
    found = (path for path in root.rglob("*") if path.is_file() and ".reconcile" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def test_the_round_trip_loses_nothing(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "desk", "--desk", str(root), "-o", str(tmp_path / "desk.json")]) == 0
    assert main(["import", "desk", str(tmp_path / "desk.json"), str(tmp_path / "copy")]) == 0
    assert files(tmp_path / "copy") == files(root)
    assert dossier(load(tmp_path / "copy")) == dossier(load(root))
    assert {verdict.by for verdict in dossier(load(tmp_path / "copy")).verdicts} == {"anna", "béa"}
    capsys.readouterr()
    assert main(["export", "desk", "--desk", str(tmp_path / "copy")]) == 0
    text = capsys.readouterr().out
    assert text == (tmp_path / "desk.json").read_text(encoding="utf-8"), "the same desk, the same bytes"
    assert "\x1b" not in text
    assert misfits(json.loads(text), {"$ref": "#/$defs/desk"}) == []
    assert SCHEMA["$defs"]["desk"]


@pytest.mark.parametrize(
    "path",
    [
        "../x.md", "sources/../../x.md", "/etc/x", "sources/a/b.md", "claims/x.txt", "sources/.x", "sources/a\\..\\b",
        "sources/", "", "claims/verdicts/x.yaml", ".git/config", "sources/a\0.md", "x.yaml",
    ],
)  # fmt: skip
def test_no_place_outside_a_desk_is_written(path: str, tmp_path: Path) -> None:
    entry = {"path": path, "sha256": hashlib.sha256(b"x").hexdigest(), "text": "x"}
    with pytest.raises(DeskError, match="no place in a desk"):
        unpack({"desk": 1, "files": [entry]}, tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda parcel: parcel["files"][0].update(text="other"), "was changed since"),
        (lambda parcel: parcel["files"][0].pop("text"), "neither text nor base64"),
        (lambda parcel: parcel["files"][0].update(base64="%"), "neither text nor base64"),
        (lambda parcel: parcel["files"].append(parcel["files"][0]), "twice"),
        (lambda parcel: parcel["files"].append(3), "is no file"),
        (lambda parcel: parcel.update(desk=2), "another version"),
        (lambda parcel: parcel.update(files={}), "holds no desk"),
    ],
)
def test_a_parcel_that_was_changed_is_refused_whole(change: Any, told: str, root: Path, tmp_path: Path) -> None:
    parcel = pack(root)
    change(parcel)
    with pytest.raises(DeskError, match=told):
        unpack(parcel, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_desk_is_never_laid_over_something(root: Path) -> None:
    with pytest.raises(UsageError, match="is there already"):
        unpack(pack(root), root)


def test_a_file_that_is_no_json_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.json").write_text("{", encoding="utf-8")
    assert main(["import", "desk", str(tmp_path / "x.json"), str(tmp_path / "new")]) == 2
    assert "x.json: is not JSON" in capsys.readouterr().err


def test_a_dry_run_checks_and_writes_nothing(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packed, target = tmp_path / "desk.json", tmp_path / "copy"
    assert main(["export", "desk", "--desk", str(root), "-o", str(packed)]) == 0
    assert main(["import", "--dry-run", "desk", str(packed), str(target)]) == 0
    assert f"would lay {len(files(root))} files into" in capsys.readouterr().err
    assert not target.exists()
    packed.write_text(packed.read_text(encoding="utf-8").replace("naïve", "naive"), encoding="utf-8")
    assert main(["import", "-n", "desk", str(packed), str(target)]) == 2
    assert "was changed since it was packed" in capsys.readouterr().err


def test_names_are_left_out_and_all_else_is_there(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "reconcile.yaml").write_text("reviewer: anna\nreviewers: [anna, béa, Carl]\n", encoding="utf-8")
    work = workspace(root, "anna")
    work.record(work.dossier.topics[1].id, Decision.UNRESOLVED_CONFLICT, note="Béa asked ANNA")
    work.undo()
    before = dossier(load(root))
    assert main(["export", "desk", "--redact", "--desk", str(root), "-o", str(tmp_path / "desk.json")]) == 0
    assert "still stands" not in capsys.readouterr().err
    text = (tmp_path / "desk.json").read_text(encoding="utf-8").lower()
    assert not [name for name in ("anna", "béa", "carl") if name in text]
    assert main(["import", "desk", str(tmp_path / "desk.json"), str(tmp_path / "copy")]) == 0
    after = dossier(load(tmp_path / "copy"))
    assert (after.claims, after.topics, after.findings) == (before.claims, before.topics, before.findings)
    assert [after.status(t.id) for t in after.topics] == [before.status(t.id) for t in before.topics]
    assert {verdict.by for verdict in after.verdicts} == {"reviewer 1", "reviewer 2"}
    assert len(after.verdicts) == len(before.verdicts)
    assert load(tmp_path / "copy").settings.reviewers == ("reviewer 1", "reviewer 2", "reviewer 3")


def test_a_name_that_stays_is_told_and_a_line_that_may_hold_one_refused(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    topics = root / "claims" / "topics.yaml"
    topics.write_text("# Anna's labels\n", encoding="utf-8")
    assert main(["export", "desk", "--redact", "--desk", str(root)]) == 0
    assert "still stands in claims/topics.yaml" in capsys.readouterr().err
    with (root / "claims" / "verdicts" / "anna.jsonl").open("a", encoding="utf-8") as log:
        log.write("{anna}\n")
    assert main(["export", "desk", "--redact", "--desk", str(root)]) == 2
    assert "a name may stand in it" in capsys.readouterr().err
