"""`reconcile config`: what is set, where, and whether it can be used."""

import json
from pathlib import Path

import pytest

from desks import desk
from reconcile.cli import main

Captured = pytest.CaptureFixture[str]


def test_each_setting_says_where_it_comes_from(tmp_path: Path, capsys: Captured) -> None:
    root = desk(tmp_path)
    (root / "reconcile.yaml").write_text("format: 1\nreviewer: anna\nignore: [P207]\n")
    assert main(["config", "show", "--desk", str(root)]) == 0
    lines = [line.split("  ", 1) for line in capsys.readouterr().out.splitlines()]
    told = {name: rest.strip() for name, rest in lines}
    assert told["reviewer"] == '"anna"  (reconcile.yaml:2:1)'
    assert told["ignore"] == '["P207"]  (reconcile.yaml:3:1)'
    assert told["fail_on"] == '"error"  (default)'
    assert main(["config", "show", "--json", "--desk", str(root)]) == 0
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["ignore"] == {"name": "ignore", "value": ["P207"], "from": "reconcile.yaml:3:1"}


def test_the_file_beside_the_other_wins_and_is_named(tmp_path: Path, capsys: Captured) -> None:
    root = desk(tmp_path)
    (root / "pyproject.toml").write_text('[tool.reconcile]\nfail_on = "info"\n')
    assert main(["config", "validate", "--desk", str(root)]) == 0
    assert capsys.readouterr().out == "nothing is set: the defaults hold\n"
    (root / "reconcile.yaml").unlink()
    assert main(["config", "validate", "--desk", str(root)]) == 0
    assert capsys.readouterr().out == "pyproject.toml: 1 set, and every one can be used\n"
    (root / "pyproject.toml").unlink()
    assert main(["config", "validate", "--desk", str(root)]) == 0
    assert "the defaults hold" in capsys.readouterr().out


def test_what_cannot_be_used_is_named_with_its_line(tmp_path: Path, capsys: Captured) -> None:
    root = desk(tmp_path)
    (root / "reconcile.yaml").write_text("reviewer: anna\nfail_on: warnig\n")
    assert main(["config", "validate", "--desk", str(root)]) == 2
    assert "reconcile.yaml:2" in capsys.readouterr().err
