"""The frame that shows itself at once: what it says, which keys it takes, and how it ends where nothing can be read."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event

import pytest

from reconcile.desk import Workspace
from reconcile.errors import DeskError
from reconcile.tui import opening, screen
from reconcile.tui.opening import Desk
from reconcile.tui.screens import Page
from tests.desks import workspace
from tests.screens import desk_of, seen, two_papers

SIZE = (60, 20)


class Held:
    """A desk whose reading goes on only when the test says so."""

    def __init__(self, root: Path) -> None:
        self.ours = workspace(root)
        self.said, self.on, self.left = Event(), Event(), Event()
        self.error: DeskError | None = None

    def read(self, tell: opening.Tell) -> Workspace:
        """Tell of three articles of eight, wait, tell of the last."""
        tell("reading the articles", 3, 8)
        self.said.set()
        self.on.wait()
        if self.error:
            raise self.error
        with suppress(DeskError):
            try:
                tell("reading the articles", 8, 8)
            except opening._Left:
                self.left.set()
                raise
        return self.ours

    @property
    def desk(self) -> Desk:
        """As the screen is told of it."""
        return Desk(self.ours.root, "anna", self.ours.settings, self.read)


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Held]:
    """A desk of two papers; its reading is let go at the end, whatever a test did."""
    held = Held(two_papers(tmp_path / "valley"))
    yield held
    held.on.set()


async def test_the_frame_is_there_while_the_desk_is_read(held: Held) -> None:
    app = screen(held.desk)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await asyncio.to_thread(held.said.wait)
        shown = await seen(pilot)
        assert "valley" in shown.splitlines()[0]
        assert "anna" in shown.splitlines()[0]
        assert "reading the articles: 3 of 8" in shown
        assert "Other keys work once it is read" in shown
        await pilot.press(*"aru1xovjtXCg+zTwfyPEL.", "slash", "tab", "ctrl+p", "ctrl+z")
        assert len(app.screen_stack) == 1
        await pilot.press("question_mark")
        assert isinstance(app.screen, Page)
        await pilot.resize_terminal(80, 24)
        await pilot.press("escape")
        held.on.set()
        await app.workers.wait_for_complete()
        shown = await seen(pilot)
        assert "to do 3" in shown
        assert "≠ CONFLICT" in shown
        assert "Other keys" not in shown
        assert app.workspace.dossier.verdicts == ()
        await pilot.press("a")
        assert len(app.workspace.dossier.verdicts) == 2


async def test_a_review_may_be_left_before_it_is_open(held: Held) -> None:
    app = screen(held.desk)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await asyncio.to_thread(held.said.wait)
        await pilot.press("q")
    assert app.return_code == 0
    held.on.set()
    await asyncio.to_thread(held.left.wait)
    assert not (held.ours.root / ".reconcile/review-anna.json").exists()


async def test_a_desk_that_cannot_be_read_ends_with_its_message(held: Held) -> None:
    held.error = DeskError("is not a file", where="claims/verdicts/ben.jsonl")
    held.on.set()
    app = screen(held.desk)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
    assert app.refused is held.error
    assert app.return_code == 2


async def test_the_help_that_is_open_stays_when_the_desk_is_read(held: Held) -> None:
    app = screen(held.desk)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("question_mark")
        held.on.set()
        await app.workers.wait_for_complete()
        assert isinstance(app.screen, Page)
        assert "DECIDE" in await seen(pilot)
        await pilot.resize_terminal(120, 36)
        await pilot.press("escape")
        shown = await seen(pilot)
        assert "to do 3" in shown
        assert "│ ≠ CONFLICT" in shown


def test_a_workspace_that_is_open_is_a_desk(tmp_path: Path) -> None:
    ours = workspace(two_papers(tmp_path / "valley"))
    assert desk_of(ours).read(lambda *_: None) is ours
