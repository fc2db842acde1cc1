"""Hostile files: whatever lies on a desk or comes as a draft, the lint ends with a code and never with a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.fuzz import FILES, judged, survive
from desks import desk, workspace
from reconcile.cli import main
from reconcile.model import Decision


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return judged(tmp_path_factory.mktemp("desk"))


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**32))
def test_spoilt_files_end_with_a_code(root: Path, seed: int) -> None:
    survive(root, seed)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(FILES),
    st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace"))),
)
def test_any_bytes_may_be_a_file(root: Path, name: str, data: bytes) -> None:
    before = (root / name).read_bytes()
    try:
        (root / name).write_bytes(data)
        assert main(["lint", "--desk", str(root)]) in (0, 1, 2)
        assert main(["lint", "--desk", str(root), "--draft", str(root / "draft.md")]) in (0, 1, 2)
    finally:
        (root / name).write_bytes(before)


BOMB = "a: &a [x, x, x]\n" + "".join(f"{c}: &{c} [{', '.join([f'*{chr(ord(c) - 1)}'] * 9)}]\n" for c in "bcdefghij")
HUGE = {
    "bomb": BOMB,
    "deep": "claims: " + "[" * 100_000,
    "wide": "claims:\n" + "  - {id: a.1, quote: b}\n" * 3_000,
    "long": "claims:\n  - id: a.1\n    quote: " + "word " * 400_000,
    "anchor": "claims: &a\n  - *a\n",
    "keys": "claims:\n  - " + "\n    ".join(f"k{n}: v" for n in range(3_000)),
}


@pytest.mark.parametrize("kind", HUGE)
def test_bombs_and_monsters_are_messages(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = desk(tmp_path)
    (root / "claims/monday.yaml").write_text(HUGE[kind])
    assert main(["lint", "--desk", str(root), "--format", "concise"]) == 1
    assert "claims/monday.yaml" in capsys.readouterr().out


def test_links_folders_pipes_and_devices_are_messages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = desk(tmp_path / "desk")
    (tmp_path / "outside.yaml").write_text("claims: []\n")
    (root / "claims/out.yaml").symlink_to(tmp_path / "outside.yaml")
    (root / "claims/zero.yaml").symlink_to("/dev/zero")
    (root / "claims/loop.yaml").symlink_to("loop.yaml")
    (root / "claims/folder.yaml").mkdir()
    (root / "sources/folder.md").mkdir()
    (root / "sources/up.md").symlink_to("../../outside.yaml")
    os.mkfifo(root / "sources/pipe.md")
    os.mkfifo(root / "claims/pipe.yaml")
    with (root / "sources/large.txt").open("wb") as file:
        file.truncate(100_000_000)
    with (root / "claims/large.yaml").open("wb") as file:
        file.truncate(100_000_000)
    assert main(["lint", "--desk", str(root), "--format", "concise"]) == 1
    told = capsys.readouterr().out
    for name in (
        "out.yaml",
        "zero.yaml",
        "loop.yaml",
        "folder.yaml",
        "pipe.yaml",
        "large.yaml",
        "folder.md",
        "up.md",
        "pipe.md",
        "large.txt",
    ):
        assert name in told


@pytest.mark.parametrize(("level", "codes"), [("error", [1, 0, 0]), ("warning", [1, 1, 0]), ("info", [1, 1, 1])])
def test_the_level_that_fails(level: str, codes: list[int], tmp_path: Path) -> None:
    """An error, a warning and an info, each alone on a desk."""
    changes = (
        ('">= 12 person"', '">= 21 person"'),
        ("speaker: the mayor", "speaker: no"),
        (
            "    about: Nobody counted the sheep\n    modality: denied\n",
            "    modality: denied\n    about: Nobody counted the sheep\n",
        ),
    )
    root = desk(tmp_path)
    workspace(root).record("bridge-was-closed", Decision.UNRESOLVED_CONFLICT)
    path = root / "claims/monday.yaml"
    clean = path.read_text()
    found = []
    for old, new in changes:
        assert old in clean
        path.write_text(clean.replace(old, new))
        found.append(main(["lint", "--desk", str(root), "--fail-on", level]))
        (root / "reconcile.yaml").write_text(f"fail_on: {level}\n")
        assert main(["lint", "--desk", str(root)]) == found[-1]
    assert found == codes
    path.write_text(clean)
    assert main(["lint", "--desk", str(root), "--fail-on", "info"]) == 0
    assert main(["lint", "--desk", str(root), "--fail-on", "never"]) == 2


INTERRUPTED = """
import os, signal, sys
from reconcile.lint.drafts import read
from reconcile.cli import main
read.extract = lambda source: os.kill(os.getpid(), signal.SIGINT) or ()
sys.exit(main(sys.argv[1:]))
"""


def test_an_interruption_is_130_and_no_traceback(tmp_path: Path) -> None:
    root = desk(tmp_path)
    (tmp_path / "draft.md").write_text("The bridge was closed on February 3, 2021.")
    words = ["lint", "--desk", str(root), "--draft", str(tmp_path / "draft.md")]
    run = subprocess.run([sys.executable, "-c", INTERRUPTED, *words], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (130, "", "reconcile: interrupted\n")
