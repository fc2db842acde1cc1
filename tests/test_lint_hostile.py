"""Hostile files: whatever lies on a desk or comes as a draft, the lint ends with a code and never with a traceback."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desks import desk, workspace
from reconcile.cli import main
from reconcile.lint import FORMATS
from reconcile.model import Decision

FILES = (
    "claims/monday.yaml",
    "claims/topics.yaml",
    "claims/baseline.jsonl",
    "claims/verdicts/anna.jsonl",
    "sources/monday.md",
    "sources/tuesday.yaml",
    "sources/page.html",
    "reconcile.yaml",
    "draft.md",
)
PIECES = (
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n", b"\r", b"\xc2\x85", b"\xe2\x80\xa8", b"\t", b"\x1b[31m"),
    *(
        b"---\n",
        b"...\n",
        b"&a ",
        b"*a",
        b"<<: *a",
        b"!!python/object:x ",
        b"? ",
        b"- ",
        b": ",
        b"#",
        b"'",
        b'"',
        b"|\n",
    ),
    *(b"[" * 600, b"{a: " * 300, b"9" * 5000, b"1e999999", b"-0", b"NaN", b"0x", b"99999999-99-99", b"0000-00-00"),
    *(
        b"id: monday.88a55d\n",
        b"quote: ",
        b"figure: ",
        b"when: ",
        b"place: line 9, 99999999999..3\n",
        b"status: struck",
    ),
    *(b"# reconcile: ignore[F301] -- x", b"<!-- reconcile: ignore[A604] -->", b"(claim:x.y)", b"[a](claim:", b"<p><b>"),
    *(
        b'{"id": "a"}',
        b"of 40 houses (54%)",
        b"20 people (12 men and 7 women)",
        b"rose 50 percent from 1 to 2",
        b"03/02/2021",
    ),
)


def hostile(data: bytes, chance: random.Random) -> bytes:
    """A file's bytes with some of them moved, doubled, left out, or with strange ones between them."""
    for _ in range(chance.randint(1, 5)):
        at, end = sorted((chance.randint(0, len(data)), chance.randint(0, len(data))))
        piece = chance.choice((chance.choice(PIECES), data[at : at + 60], chance.randbytes(chance.randint(1, 12))))
        data = chance.choice((
            data[:at] + piece + data[at:],
            data[:at] + piece + data[end:] if end - at < 200 else data[:at] + piece + data[at + 20 :],
            data[:end] + data[at:],
            data[:at],
        ))  # fmt: skip
        data = data[:200_000]
    return data


def judged(root: Path) -> Path:
    """A desk with everything on it that a desk can hold."""
    desk(root)
    workspace(root).record("bridge-was-closed", Decision.SOURCE_ERROR, source="tuesday")
    (root / "claims/topics.yaml").write_text("labels: {bridge-was-closed: the bridge}\nreview_by: {a: 2021-03-01}\n")
    main(["lint", "--desk", str(root), "--write-baseline"])
    (root / "sources/tuesday.yaml").write_text("publisher: Tuesday News\n")
    (root / "sources/page.html").write_text("<html><body><p>At least 12 people died in the valley.</p></body></html>")
    (root / "draft.md").write_text(
        'The bridge was closed on February 3, 2021. "At least 21 people died in the valley."\n'
    )
    return root


def survive(root: Path, seed: int) -> None:
    """Spoil some files of a desk, check it in some form, and put them back."""
    chance = random.Random(seed)
    names = chance.sample(FILES, chance.randint(1, 3))
    before = {name: (root / name).read_bytes() for name in names}
    words = ["lint", "--desk", str(root), "--format", chance.choice(sorted(FORMATS))]
    words += chance.choice(([], ["--fail-on", "info"], ["--draft", "--coverage", str(root / "draft.md")], ["--diff"]))
    try:
        for name in names:
            (root / name).write_bytes(hostile(before[name], chance))
        assert main(words) in (0, 1, 2)
    finally:
        for name in names:
            (root / name).write_bytes(before[name])


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


def test_an_interruption_is_130_and_no_traceback(tmp_path: Path) -> None:
    root = desk(tmp_path)
    os.mkfifo(tmp_path / "draft.md")
    draft = tmp_path / "slow.txt"
    draft.write_text("The bridge was closed on February 3, 2021. " * 20_000)
    words = [sys.executable, "-m", "reconcile", "lint", "--desk", str(root), "--draft", str(draft)]
    run = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(1.5)
    run.send_signal(signal.SIGINT)
    _, err = run.communicate(timeout=120)
    assert "Traceback" not in err
    assert (run.returncode, err) == (130, "reconcile: interrupted\n")
