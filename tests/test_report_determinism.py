"""The same desk gives the same bytes: through any hash seed, language, time zone, folder, path and clock."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desks import desk, workspace
from reconcile.model import Decision
from reconcile.report import BINARY, EXCHANGE, FORMATS

PLACES = (  # hash seed, time zone, language, width of the terminal, the desk named absolutely or from inside
    ("0", "UTC", "C", "40", True),
    ("1", "Pacific/Kiritimati", "tr_TR.UTF-8", "200", False),
    ("4294967295", "America/St_Johns", "de_DE.ISO-8859-1", "80", True),
)


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """One desk, judged, at three places in folders of other names."""
    first = desk(tmp_path_factory.mktemp("a") / "desk")
    for name in ("anna", "béa"):
        work = workspace(first, name)
        work.record(work.dossier.topics[0].id, Decision.UNRESOLVED_CONFLICT, note="naïve")
    (first / "reconcile.yaml").write_text("ratings: {unsettled: 3 Unproven}\n", encoding="utf-8")
    others = [tmp_path_factory.mktemp("b") / "ein Schreibtisch é", tmp_path_factory.mktemp("c") / "x" / "y"]
    return [first, *(Path(shutil.copytree(first, other)) for other in others)]


def commands() -> list[list[str]]:
    reports = [["report", "-f", name] for name in (*FORMATS, *BINARY)]
    return reports + [["export", name] for name in ("desk", *EXCHANGE)]


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_the_same_bytes_everywhere(words: list[str], desks: list[Path], tmp_path: Path) -> None:
    said = set()
    for root, (seed, zone, language, width, outside) in zip(desks, PLACES, strict=True):
        env = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language, "LANG": language, "COLUMNS": width}
        where = ["--desk", str(root)] if outside else []
        out = tmp_path / f"out-{seed}"
        command = [sys.executable, "-m", "reconcile", *words, *where, "-o", str(out)]
        subprocess.run(command, env=env, cwd=tmp_path if outside else root, capture_output=True, check=True)
        said.add(out.read_bytes())
    assert len(said) == 1
    if words[-1] not in ("csv", *BINARY):
        assert b"\r" not in said.pop()
