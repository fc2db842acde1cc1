"""kill -9 at any moment, some hundreds of times: what was acknowledged is on disk, and every file is whole."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reconcile.model import Decision
from tests.desks import desk, workspace
from tests.killing import lost

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(("kind", "times"), [("verdicts", 200), ("corrections", 100)])
def test_what_was_said_to_be_saved_is_saved_whatever_happens(tmp_path: Path, kind: str, times: int) -> None:
    program = [sys.executable, "-m", "tests.killing", str(tmp_path / "desk"), kind, str(times), "7"]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["wrong"] == []
    assert told["kills"] == times
    assert told["acknowledged"] >= times


def test_a_loss_would_be_found(tmp_path: Path) -> None:
    root = desk(tmp_path)
    ours = workspace(root)
    topic = ours.dossier.topics[0].id
    for note in "01":
        ours.record(topic, Decision.RANGE, note=note)
    log = root / "claims/verdicts/anna.jsonl"
    lines = log.read_text().splitlines(keepends=True)
    assert lost(root, "verdicts", ["0", "1"]) == ""
    log.write_text("".join(lines[:-1]))
    assert "in part ['1']" in lost(root, "verdicts", ["0", "1"])
    log.write_text("".join(lines[:-1]) + lines[-1][:20])
    assert lost(root, "verdicts", ["0"]).startswith("broken: claims/verdicts/anna.jsonl")
    assert "found -1" in lost(desk(tmp_path / "other"), "corrections", ["0"])
