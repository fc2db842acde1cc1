"""Accuracy floors: what the public scorers measure may only rise.

The scorers and the public data lie in a folder `shared` beside the checkout (in CI they do); where they are missing
these tests are skipped and say so. `tests/gold/floors.yaml` holds the floors: raise one when you beat it, never lower
one. The `data` of a floor lies in `shared`, its `own` sentences in `tests/gold`; `marks` name words of the shared
articles by place.
"""

import json
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.marked_figures import write

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared"
RUNS: list[dict[str, Any]] = yaml.safe_load((HERE / "gold" / "floors.yaml").read_text(encoding="utf-8"))
NEEDS_SHARED = pytest.mark.skipif(not (SHARED / "score").is_dir(), reason="the scorers are not beside this checkout")


def score(run: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The figures a scorer prints on its last line.

    Args:
        folder: scratch room for data that is made for the scorer.
    """
    command = [sys.executable, str(SHARED / "score" / run["scorer"]), run["set"]]
    if "marks" in run:
        command += [str(write(HERE / "gold" / run["marks"], SHARED / run["data"], folder)), "--whole"]
    elif "own" in run or "data" in run:
        command.append(str(HERE / "gold" / run["own"] if "own" in run else SHARED / run["data"]))
    own = f"{shlex.quote(sys.executable)} -m reconcile {run['command']}"
    done = subprocess.run([*command, "--command", own], cwd=HERE.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def at(figures: dict[str, Any], path: str) -> float:
    """The figure at a path of keys joined by "/"."""
    found: Any = figures
    for key in path.split("/"):
        found = found[int(key)] if isinstance(found, list) else found[key]
    return float(found)


@NEEDS_SHARED
@pytest.mark.parametrize("run", RUNS, ids=lambda run: f"{run['scorer']} {run['set']}")
def test_no_measured_figure_falls(run: dict[str, Any], tmp_path: Path) -> None:
    figures = score(run, tmp_path)
    low = {path: at(figures, path) for path, floor in run.get("at_least", {}).items() if at(figures, path) < floor}
    high = {path: at(figures, path) for path, limit in run.get("at_most", {}).items() if at(figures, path) > limit}
    assert (low, high) == ({}, {})
