"""Files of a desk that no program writes but a hand, a merge or another program may: each is told, none stops it."""

import io
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desks import desk, workspace
from reconcile.cli import main
from reconcile.desk import add_source, dossier, load, pack, write_file
from reconcile.desk.files import lock
from reconcile.errors import UsageError
from reconcile.model import Decision
from reconcile.model.claim import meant

Captured = pytest.CaptureFixture[str]


def wrong(root: Path) -> list[tuple[str, str]]:
    return [(str(problem.where), problem.code) for problem in load(root).problems]


def test_an_id_without_letters_is_near_no_other() -> None:
    assert meant("", ["monday.1f2e3d"]) == ""


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('merge: {water: [""]}\n', [("claims/topics.yaml:1:17", "S107")]),
        ("apart: nothing\n", [("claims/topics.yaml:1:1", "S102")]),
        ("labels: {water: [high, low]}\n", [("claims/topics.yaml:1:10", "S102")]),
    ],
)
def test_what_topics_cannot_mean_is_told_where_it_stands(
    tmp_path: Path, text: str, where: list[tuple[str, str]]
) -> None:
    root = desk(tmp_path)
    (root / "claims/topics.yaml").write_text(text)
    assert wrong(root) == where
    assert load(root).pins.labels == {}
    assert dossier(load(root)).topics


def test_topics_are_not_read_from_outside_the_desk(tmp_path: Path) -> None:
    root = desk(tmp_path / "desk")
    (tmp_path / "outside.yaml").write_text("labels: {water: high water}\n")
    (root / "claims/topics.yaml").symlink_to(tmp_path / "outside.yaml")
    assert wrong(root) == [("claims/topics.yaml", "S101")]
    assert load(root).pins.labels == {}


def test_a_circle_of_links_is_no_file_of_the_desk(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = desk(tmp_path)
    (root / "round.md").symlink_to("round.md")
    monkeypatch.chdir(root)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"The river took 3 boats.")))
    assert main(["lint", "--stdin-filename", "round.md"]) in (0, 1)
    assert "Symlink" not in "".join(capsys.readouterr())


def test_a_number_no_step_has_is_no_step(tmp_path: Path) -> None:
    root = desk(tmp_path)
    ours = workspace(root)
    topic = ours.dossier.topics[0].id
    ours.record(topic, Decision.RANGE)
    log = root / "claims/verdicts/anna.jsonl"
    line = json.loads(log.read_text().splitlines()[0])
    log.write_text(log.read_text() + json.dumps({**line, "id": f"anna-{'9' * 5000}.1"}) + "\n")
    again = workspace(root)
    again.record(topic, Decision.UNVERIFIABLE)
    assert again.dossier.verdicts[-1].id.startswith("anna-2.")


def test_what_a_log_says_of_itself_acts_on_no_terminal(tmp_path: Path, capsys: Captured) -> None:
    root = desk(tmp_path)
    ours = workspace(root)
    ours.record(ours.dossier.topics[0].id, Decision.RANGE)
    log = root / "claims/verdicts/anna.jsonl"
    log.write_text(log.read_text().replace('"by": "anna"', '"by": "an\\u001b[31mna"'))
    for action in ("log", "list"):
        assert main(["verdict", action, "--by", "ben", "--desk", str(root)]) == 0
        told = capsys.readouterr().out
        assert "an\u241b[31mna" in told
        assert "\x1b" not in told


def test_of_two_who_add_one_name_at_a_time_the_second_is_refused(tmp_path: Path) -> None:
    root = desk(tmp_path / "desk")
    mine = tmp_path / "friday.txt"
    mine.write_text("The river took 3 boats.")
    refused: list[UsageError] = []

    def second() -> None:
        try:
            add_source(root, mine, {})
        except UsageError as error:
            refused.append(error)

    with lock(root):
        waiting = threading.Thread(target=second)
        waiting.start()
        waiting.join(0.5)  # it has read the article by then, and waits for the desk
        (root / "sources/friday.txt").write_text("The river took 4 boats.")
    waiting.join()
    assert [error.where for error in refused] == ["sources/friday.txt"]
    assert (root / "sources/friday.txt").read_text() == "The river took 4 boats."


def test_a_parcel_holds_the_settings_that_hold(tmp_path: Path) -> None:
    """Also where an editor put a mark before them; and of a project that says nothing of us, nothing."""
    root = desk(tmp_path)
    (root / "reconcile.yaml").unlink(missing_ok=True)
    project = root / "pyproject.toml"
    project.write_bytes(b"\xef\xbb\xbf[tool.reconcile]\nreviewer = 'anna'\n")
    assert load(root).settings.reviewer == "anna"
    assert "pyproject.toml" in {file["path"] for file in pack(root)["files"]}
    project.write_text("[tool.other]\nreviewer = 'anna'\n")
    assert "pyproject.toml" not in {file["path"] for file in pack(root)["files"]}


@pytest.mark.parametrize("mask", [0o077, 0o002])
def test_a_new_file_has_the_rights_that_the_mask_leaves(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        write_file(tmp_path / "new.txt", "a")
        write_file(tmp_path / "old.txt", "a")
        (tmp_path / "old.txt").chmod(0o640)
        write_file(tmp_path / "old.txt", "b")
    finally:
        os.umask(before)
    assert (tmp_path / "new.txt").stat().st_mode & 0o777 == 0o666 & ~mask
    assert (tmp_path / "old.txt").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("locale", ["latin-1", "utf-8:strict", "ascii"])
def test_lines_on_stdin_are_utf_8_whatever_the_locale(locale: str) -> None:
    lines = b'{"id": 1, "text": "Caf\xc3\xa9: 90 boats"}\n{"id": 2, "text": "\xff 90 boats"}\n'
    env = {**os.environ, "PYTHONIOENCODING": locale}
    run = subprocess.run([sys.executable, "-m", "reconcile", "mentions", "--jsonl"], input=lines, env=env,
                         capture_output=True, check=True)  # fmt: skip
    places = [json.loads(line)["mentions"][0]["start"] for line in run.stdout.splitlines()]
    assert places == [6, 2]
