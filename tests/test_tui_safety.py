"""What the review screen does when somebody else writes, or when nothing can be written."""

from pathlib import Path

import pytest

from reconcile.errors import DeskError
from reconcile.model import Decision
from tests.desks import workspace
from tests.screens import app_of, logged, seen, two_papers

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
