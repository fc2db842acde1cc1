"""What the review screen does when somebody else writes, or when nothing can be written."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.events import AppFocus

from reconcile.errors import DeskError
from reconcile.model import Decision
from tests.desks import workspace
from tests.screens import app_of, line, logged, seen, two_papers

SIZE = (80, 24)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two papers that stand apart three times and agree once."""
    return two_papers(tmp_path / "valley")


async def test_what_another_program_wrote_is_read_again(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        first = app.topic
        assert first
        workspace(root).record(first, Decision.RANGE)
        assert first in app.topics
        await pilot.press("R")
        assert first not in app.topics
        await pilot.press("a")
        assert logged(root, first) == [(Decision.RANGE, "", "")]


@pytest.mark.parametrize("key", ["a", "1", "r", "u"])
async def test_an_error_is_shown_and_nothing_is_lost(root: Path, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_of(root)

    def full(*_: object, **__: object) -> None:
        raise DeskError("the log cannot be written: no space left [on device]")

    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("r")
        topic = app.topic
        await pilot.press("e", *"mine", "escape")
        before = app.workspace.dossier
        monkeypatch.setattr("reconcile.desk.workspace.append_verdicts", full)
        await pilot.press(key)
        assert app.topic == topic
        assert app.workspace.dossier is before
        assert app.notes == {topic: "mine"}
        assert "no space left [on device]" in await seen(pilot)
        monkeypatch.undo()
        await pilot.press("x")
        assert topic
        assert logged(root, topic) == [(Decision.UNRESOLVED_CONFLICT, "", "mine")]


def toasts(shown: str) -> str:
    """What the toasts on a screen say, on one line."""
    return " ".join(" ".join(line.partition("▌")[2] for line in shown.splitlines()).split())


def refused(number: int) -> Callable[..., Any]:
    """What the system says instead of doing something."""

    def call(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return call


def read_only(path: object, flags: int, *more: Any, really: Callable[..., int] = os.open) -> int:
    """A disk from which the logs can be read only."""
    if str(path).endswith(".jsonl") and flags & (os.O_RDWR | os.O_WRONLY):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))
    return really(path, flags, *more)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=str)
@pytest.mark.parametrize(
    ("call", "instead", "why", "what_to_do"),
    [
        ("fsync", refused(errno.ENOSPC), "No space left on device", "free some room"),
        ("pwrite", refused(errno.ENOSPC), "No space left on device", "free some room"),
        ("open", read_only, "Read-only file system", "make it writable"),
    ],
    ids=["no room for the last page", "no room at all", "read-only"],
)
async def test_a_disk_that_says_no(
    root: Path,
    size: tuple[int, int],
    call: str,
    instead: Callable[..., Any],
    why: str,
    what_to_do: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is said what was not saved and why; the log is as it was, the note is kept, and the same key does it later."""
    app = app_of(root)
    log = root / "claims/verdicts/anna.jsonl"
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("r")
        topic, before = app.topic, log.read_bytes()
        assert topic
        await pilot.press("e", *"mine", "escape")
        with monkeypatch.context() as broken:
            broken.setattr(os, call, instead)
            await pilot.press("x")
        assert "✗ not saved" in await line(pilot, 0)
        shown = toasts(await seen(pilot))
        for words in ("Not saved: conflict, unresolved", "claims/verdicts/anna.jsonl", why, what_to_do, "note is kept"):
            assert words in shown
        assert log.read_bytes() == before
        assert (app.topic, app.notes[topic]) == (topic, "mine")
        await pilot.press("x")
        assert logged(root, topic) == [(Decision.UNRESOLVED_CONFLICT, "", "mine")]
        assert "not saved" not in app.said


def claims_of_alpha(root: Path) -> None:
    """Another reading of the houses in the claim file."""
    path = root / "claims/alpha.yaml"
    path.write_text(path.read_text().replace("figure: 40", "figure: 41"))


def article_of_alpha(root: Path) -> None:
    """Another figure in the article."""
    path = root / "sources/alpha.md"
    path.write_text(path.read_text().replace("40 houses", "44 houses"))


def merge_of_alpha(root: Path) -> None:
    """What git leaves in a file that it could not merge."""
    path = root / "claims/alpha.yaml"
    path.write_text(f"<<<<<<< HEAD\n{path.read_text()}=======\n>>>>>>> theirs\n")


def verdict_of_berta(root: Path) -> None:
    """Another reviewer decides."""
    workspace(root, "berta").record(FIRE, Decision.RANGE)


def verdict_of_anna(root: Path) -> None:
    """The same reviewer decides on another screen."""
    workspace(root, "anna").record(FIRE, Decision.RANGE)


def torn_log(root: Path) -> None:
    """A log whose last line has no end."""
    log = root / "claims/verdicts/anna.jsonl"
    log.parent.mkdir(exist_ok=True)
    log.write_text('{"id": "anna-1.1", "cla')


def moved_away(root: Path) -> None:
    """The folder has another name."""
    root.rename(root.with_name("elsewhere"))


FIRE = "fire-destroyed-houses-brask"
CHANGES = {
    claims_of_alpha: ("claims/alpha.yaml", FIRE),
    article_of_alpha: ("sources/alpha.md", FIRE),
    merge_of_alpha: ("claims/alpha.yaml", ""),
    verdict_of_berta: ("claims/verdicts/berta.jsonl", ""),
    verdict_of_anna: ("claims/verdicts/anna.jsonl", FIRE),
    torn_log: ("claims/verdicts/anna.jsonl", ""),
}


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize("at", [FIRE, "bridge-was-closed"])
async def test_what_changed_on_disk_is_read_before_a_verdict_and_said(
    root: Path, change: Callable[[Path], None], at: str
) -> None:
    """A topic that is another by that is not decided unseen; every other is, and what others wrote stays."""
    app = app_of(root)
    file, hit = CHANGES[change]
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        while app.topic != at:
            await pilot.press("n")
        change(root)
        theirs = (root / file).read_bytes()
        await pilot.press("x")
        shown = toasts(await seen(pilot))
        assert file in shown
        if at == hit:
            assert "Not saved: conflict, unresolved" in shown
            assert "changed what is shown here it was read again, and nothing written" in shown
            assert Decision.UNRESOLVED_CONFLICT not in {decision for decision, *_ in logged(root, at)}
        else:
            assert "Changed on disk meanwhile, and read again" in shown
            assert Decision.UNRESOLVED_CONFLICT in {decision for decision, *_ in logged(root, at)}
        assert (root / file).read_bytes().startswith(theirs)


async def test_a_correction_is_of_what_was_seen(root: Path) -> None:
    """What was typed is asked again; what the other program wrote stays until a person has seen it."""
    app = app_of(root)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        while app.topic != FIRE:
            await pilot.press("n")
        claims_of_alpha(root)
        await pilot.press("C", "enter", "ctrl+u", *"45 house", "enter")
        assert "figure: 41" in (root / "claims/alpha.yaml").read_text()
        assert "45 house" in await seen(pilot)
        await pilot.press("enter")
        assert "figure: 45 house" in (root / "claims/alpha.yaml").read_text()


async def test_what_cannot_be_read_as_typed_is_asked_again(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("C", "enter", "ctrl+u", *"2021-02-31", "enter")
        shown = await seen(pilot)
        assert "not saved: corrected when" in shown.lower()
        assert "│ ▊  2021-02-31" in shown
        await pilot.press("backspace", "backspace", *"28", "enter")
        assert "when: 2021-02-28" in (root / "claims/alpha.yaml").read_text()


async def test_coming_back_to_the_window_shows_what_was_changed_meanwhile(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        verdict_of_anna(root)
        assert FIRE in app.topics
        app.post_message(AppFocus())
        assert "claims/verdicts/anna.jsonl" in await seen(pilot)
        assert FIRE not in app.topics


async def test_a_torn_log_is_said_when_the_desk_is_opened_and_written_on(root: Path) -> None:
    torn_log(root)
    app = app_of(root)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        assert "the last line is torn" in toasts(await seen(pilot))
        topic = app.topic
        await pilot.press("x")
        assert topic
        assert logged(root, topic) == [(Decision.UNRESOLVED_CONFLICT, "", "")]


async def test_a_desk_that_was_moved_away_is_not_a_finished_one(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        moved_away(root)
        await pilot.press("R")
        shown = await seen(pilot)
        assert "✗ not read again" in shown
        assert "is not there" in shown
        assert "to do 3" in shown
        await pilot.press("x")
        assert "✗ not saved" in await seen(pilot)


async def test_a_note_outlives_the_screen_until_its_verdict_is_given(root: Path) -> None:
    async with app_of(root).run_test(size=SIZE) as pilot:
        await pilot.press("e", *"asked them", "escape")
    again = app_of(root)
    async with again.run_test(size=SIZE) as pilot:
        assert "note     asked them" in await seen(pilot)
        topic = again.topic
        await pilot.press("x")
    assert topic
    assert logged(root, topic) == [(Decision.UNRESOLVED_CONFLICT, "", "asked them")]
    assert not app_of(root).notes
