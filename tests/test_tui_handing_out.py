"""What the screen hands out: a quote to the clipboard, a place to the editor."""

import json
import subprocess
from pathlib import Path

import pytest

from reconcile.tui import copying
from tests.screens import app_of, seen, two_papers

SIZE = (80, 24)


async def test_the_quote_is_copied_and_the_way_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    took: list[bytes] = []

    def run(command: tuple[str, ...], **options: bytes) -> subprocess.CompletedProcess[bytes]:
        took.append(options["input"])
        return subprocess.CompletedProcess(command, 0 if command[0] == "xclip" else 1)

    app = app_of(two_papers(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        monkeypatch.setattr(copying.shutil, "which", lambda _: None)
        monkeypatch.setenv("TERM", "xterm-256color")
        await pilot.press("y", "enter")
        assert "sent to the terminal" in await seen(pilot)
        monkeypatch.setattr(copying.shutil, "which", lambda name: name)
        monkeypatch.setattr(copying.subprocess, "run", run)
        await pilot.press("y", "enter")
        assert "copied with xclip" in await seen(pilot)
        assert took[-1].decode() == "“The bridge was closed on February 3” (Alpha Post, 2021-03-01, line 6)"
        assert app.clipboard == took[-1].decode()
        await pilot.press("y", "down", "down", "enter")
        row = "| Alpha Post | 2021-03-01 | 3 February 2021 | The bridge was closed on February 3 | line 6 |"
        assert took[-1].decode() == row
        await pilot.press("y", "end", "enter")
        assert json.loads(took[-1])["source"] == "alpha"
        monkeypatch.setattr(copying.shutil, "which", lambda _: None)
        monkeypatch.setenv("TERM", "linux")
        await pilot.press("y", "down", "enter")
        assert "written to .reconcile/copied.txt" in await seen(pilot)
        assert (tmp_path / ".reconcile/copied.txt").read_text() == "The bridge was closed on February 3\n"
        monkeypatch.delenv("TERM")
        monkeypatch.setenv("TEXTUAL_DRIVER", "a page in a browser")
        await pilot.press("y", "1")
        assert (tmp_path / ".reconcile/copied.txt").read_text().startswith("“The bridge was closed on February 3” (")


@pytest.mark.parametrize("named", ["no-such-editor --wait", "'no such editor", "/no/such/editor"])
async def test_an_editor_that_is_not_there_is_said(named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", named)
    app = app_of(two_papers(tmp_path))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("E")
        shown = await seen(pilot)
        assert "No editor: " in shown
        assert "sources/alpha.md, line 6" in shown
        assert "read the desk again" not in shown
        assert app.is_running
