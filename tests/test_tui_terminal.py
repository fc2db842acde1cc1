"""The review in a real terminal, from the first key to the finished desk: tmux types, and reads the pane."""

import os
import pty
import shlex
import shutil
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reconcile.model import Decision
from tests.desks import desk, workspace
from tests.screens import two_papers

TMUX = shutil.which("tmux")
PATIENCE = 60  # seconds within which the pane must show what is waited for; a screen that works needs one
pytestmark = pytest.mark.skipif(not TMUX, reason="tmux is not installed: the screen is not driven in a real terminal")


class Pane:
    """A terminal of a server of its own, with one command in it."""

    def __init__(self, socket: Path, size: tuple[int, int], *command: str) -> None:
        self._socket = str(socket)
        clean = {key: value for key, value in os.environ.items() if key not in ("TMUX", "NO_COLOR", "COLUMNS", "LINES")}
        size_of = ["-x", str(size[0]), "-y", str(size[1])]
        ended = f"{shlex.join(command)}; echo ended with $?; exec cat"  # the pane outlives the command
        words = [*size_of, *("env", "TERM=tmux-256color", "LC_ALL=C.UTF-8"), "sh", "-c", ended]
        subprocess.run([*self._tmux(), "-f", "/dev/null", "new-session", "-d", *words], check=True, env=clean)

    def _tmux(self) -> list[str]:
        return [str(TMUX), "-S", self._socket]

    def press(self, *keys: str) -> None:
        """Type keys by tmux's names."""
        subprocess.run([*self._tmux(), "send-keys", *keys], check=True)

    def shown(self) -> str:
        """What the pane shows."""
        told = subprocess.run([*self._tmux(), "capture-pane", "-p"], check=True, capture_output=True, text=True)
        return told.stdout

    def wait_for(self, words: str) -> str:
        """What the pane shows as soon as the words are in it."""
        until = time.monotonic() + PATIENCE
        while words not in (shown := self.shown()):
            assert time.monotonic() < until, f"{words!r} did not come:\n{shown}"
            time.sleep(0.02)  # between two looks; nothing is hoped to be ready after it
        return shown

    def told(self, what: str) -> str:
        """What tmux tells of the pane by a name of its own."""
        asked = [*self._tmux(), "display-message", "-p", f"#{{{what}}}"]
        return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()

    @property
    def process(self) -> int:
        """The command's process."""
        shell = self.told("pane_pid")
        told = subprocess.run(["pgrep", "-P", shell], check=True, capture_output=True, text=True)
        return int(told.stdout)

    def close(self) -> None:
        """End the server and what runs in it."""
        subprocess.run([*self._tmux(), "kill-server"], check=False, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two papers that stand apart three times and agree once."""
    return two_papers(tmp_path / "valley")


@pytest.fixture
def pane(tmp_path: Path, root: Path) -> Iterator[Pane]:
    """The review of the desk, in a terminal of 80 by 24."""
    command = [sys.executable, "-m", "reconcile", "review", "--desk", str(root), "--by", "anna"]
    pane = Pane(tmp_path / "tmux", (80, 24), *command)
    yield pane
    pane.close()


def test_a_desk_is_finished_in_a_real_terminal(pane: Pane, root: Path) -> None:
    pane.wait_for("to do 3")
    shown = pane.wait_for("a accept")  # the foot is painted last
    assert pane.told("mouse_any_flag") == "1"
    assert "≠ CONFLICT" in shown
    assert "a accept" in shown.splitlines()[-1]
    pane.press("v")
    pane.wait_for("▪ published")
    pane.press("v", "v", "i")
    pane.wait_for("ruled out before that:")
    pane.press("q")  # escape and a letter in one go would be alt and the letter
    pane.press("a")
    pane.wait_for("to do 2")
    pane.press("u")
    pane.wait_for("took back")
    pane.press("r")
    pane.wait_for("to do 2")
    pane.press("b")
    pane.wait_for("Why do they differ?")
    pane.press("Enter")
    pane.wait_for("to do 1")
    pane.press("e")
    pane.wait_for("Note for the next verdict")
    pane.press("-l", "asked the council")
    pane.press("C-s")
    pane.wait_for("note     asked the council")
    pane.press("x")
    pane.wait_for("Every conflict and difference has a verdict")
    pane.press("q")
    pane.wait_for("ended with 0")
    dossier = workspace(root).dossier
    given = {v.decision for v in dossier.standing.values()}
    assert given == {Decision.RANGE, Decision.EXPLAINED, Decision.UNRESOLVED_CONFLICT}
    assert any(v.note == "asked the council" for v in dossier.verdicts)


def test_what_was_shown_as_saved_outlives_the_screen(pane: Pane, root: Path, tmp_path: Path) -> None:
    pane.wait_for("to do 3")
    pane.press("a")
    pane.wait_for("to do 2")
    os.kill(pane.process, 9)
    pane.wait_for("ended with 137")
    assert len(workspace(root).dossier.standing) == 2
    again = Pane(tmp_path / "tmux2", (60, 20), sys.executable, "-m", "reconcile", "review", "--desk", str(root))
    try:
        again.wait_for("to do 2")
    finally:
        again.close()


def test_it_is_drawn_on_the_terminal_where_stderr_is_led_elsewhere(root: Path, tmp_path: Path) -> None:
    words = shlex.join([sys.executable, "-m", "reconcile", "review", "--desk", str(root), "--by", "anna"])
    told = tmp_path / "errors.txt"
    pane = Pane(tmp_path / "tmux", (80, 24), "sh", "-c", f"{words} 2>{shlex.quote(str(told))}")
    try:
        pane.wait_for("a accept")
        pane.press("q")
        pane.wait_for("ended with 0")
        assert told.read_text(encoding="utf-8") == ""
    finally:
        pane.close()


def test_helpers_read_a_desk_beside_the_screen(tmp_path: Path) -> None:
    """Processes are started while the screen holds the terminal, and its name for stderr."""
    articles = {f"paper{n}": f"The fire destroyed {40 + n} houses in Brask.\n" for n in range(9)}
    root = desk(tmp_path / "many", **articles)
    words = ["--by", "anna", "--no-cache", "--jobs", "2", "--no-mouse"]
    pane = Pane(tmp_path / "tmux", (80, 24), sys.executable, "-m", "reconcile", "review", "--desk", str(root), *words)
    try:
        pane.wait_for("to do 1")
        assert pane.told("mouse_any_flag") == "0"
        pane.press("q")
        pane.wait_for("ended with 0")
    finally:
        pane.close()


def test_two_terminals_at_one_desk(pane: Pane, root: Path, tmp_path: Path) -> None:
    """Two reviewers, then one reviewer twice: what one decides comes to the other, and nothing is written over."""
    command = [sys.executable, "-m", "reconcile", "review", "--desk", str(root), "--by"]
    berta = Pane(tmp_path / "tmux2", (80, 24), *command, "berta")
    try:
        pane.wait_for("to do 3")
        berta.wait_for("to do 3")
        pane.press("r")
        pane.wait_for("to do 2")
        berta.press("x")  # on the topic that anna just decided: what the other wrote is read before anything is said
        shown = berta.wait_for("Changed on disk meanwhile")
        assert "claims/verdicts/anna.jsonl" in shown
        berta.wait_for("to do 3")  # the two differ now, and a disputed topic waits for somebody
        pane.press("R")
        pane.wait_for("to do 3")
    finally:
        berta.close()
    again = Pane(tmp_path / "tmux3", (60, 20), *command, "anna")
    try:
        again.wait_for("to do 3")
        pane.press("n")
        pane.press("b", "1")
        pane.wait_for("to do 2")
        again.press("R")
        again.wait_for("to do 2")
        again.press("u")
        again.wait_for("took back")
        again.wait_for("to do 3")
        pane.press("u")
        pane.wait_for("Changed on disk meanwhile")
    finally:
        again.close()
    dossier = workspace(root).dossier
    assert {(v.by, v.decision) for v in dossier.verdicts} == {
        ("anna", Decision.RANGE),
        ("anna", Decision.EXPLAINED),
        ("anna", Decision.WITHDRAWN),
        ("berta", Decision.UNRESOLVED_CONFLICT),
    }, "every line of every log is whole"


def test_a_word_of_a_megabyte_leaves_the_words_in_sight(tmp_path: Path) -> None:
    endless = "x" * 1_000_000
    root = desk(
        tmp_path / "endless",
        alpha=f"The fire destroyed 40 houses in Brask {endless}.\n",
        bravo=f"{endless}\n\nThe fire destroyed 65 houses in Brask.\n",
    )
    pane = Pane(tmp_path / "tmux", (60, 20), sys.executable, "-m", "reconcile", "review", "--desk", str(root))
    try:
        pane.wait_for("destroyed 65 houses in Brask.")
        shown = pane.wait_for("The fire destroyed 40 houses in Brask\n")
        assert all(len(line) <= 60 for line in shown.splitlines())
        pane.press("z")
        pane.wait_for("xxxxxxxx\n xxxxxxxx")
        pane.press("z", "i")
        pane.wait_for("ruled out before that:")
        pane.press("q", "r")
        pane.wait_for("Every conflict and difference has a verdict")
    finally:
        pane.close()


def test_a_desk_that_cannot_be_read_gives_its_message(tmp_path: Path, root: Path) -> None:
    (root / "claims/verdicts/ben.jsonl").mkdir(parents=True)
    pane = Pane(tmp_path / "tmux", (80, 24), sys.executable, "-m", "reconcile", "review", "--desk", str(root))
    try:
        shown = pane.wait_for("ended with 2")
        assert "ben.jsonl: is not a file" in " ".join(shown.split())
        assert "Traceback" not in shown
    finally:
        pane.close()


def test_it_ends_with_its_terminal_though_the_parent_ignores_that(tmp_path: Path, root: Path) -> None:
    words = shlex.join([sys.executable, "-m", "reconcile", "review", "--desk", str(root)])
    pane = Pane(tmp_path / "tmux", (80, 24), "sh", "-c", f"trap '' HUP; exec {words}")
    pane.wait_for("to do")
    review = pane.process
    pane.close()
    until = time.monotonic() + PATIENCE
    while Path(f"/proc/{review}/stat").exists() and " Z " not in Path(f"/proc/{review}/stat").read_text():
        assert time.monotonic() < until, "the review outlives its terminal"
        time.sleep(0.02)


def test_it_ends_with_a_terminal_of_whose_end_nobody_is_told(root: Path) -> None:
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    command = [sys.executable, "-m", "reconcile", "review", "--desk", str(root)]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True) as review:
        os.close(theirs)
        shown = b""
        while b"CONFLICT" not in shown:
            shown += os.read(ours, 65536)
        os.close(ours)
        assert review.wait(PATIENCE) == -signal.SIGTERM
