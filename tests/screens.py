"""The review screen for the tests: desks to review, and the screen read back as lines of text."""

import html
import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Input

from reconcile.desk import Workspace
from reconcile.model import Decision, Dossier, Settings
from reconcile.tui import stage
from reconcile.tui.app import ReviewApp
from reconcile.tui.opening import Desk
from tests.desks import desk, workspace

_NODE = re.compile(r'<text class="[^"]*-r\d+" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>')
_CELL, _LINE = 12.2, 24.4  # what Rich makes a cell of, in the units of the picture

ALPHA = """\
---
publisher: Alpha Post
published: 2021-03-01
---

The bridge was closed on February 3.

The school was opened on January 12.

The fire destroyed 40 houses in Brask.

The town council has 21 members.
"""
BRAVO = """\
---
publisher: Bravo News
published: 2021-03-02
---

The bridge was closed on February 9.

The school was opened on January 20.

The fire destroyed 65 houses in Brask.

The town council has 21 members.
"""


class Still(Workspace):
    """A workspace over a dossier made by hand, for what is only looked at: it reads and writes nothing."""

    def __init__(self, dossier: Dossier) -> None:
        self._still = dossier
        super().__init__(Path("/desks/valley"), "anna", lambda: datetime(2021, 3, 5, tzinfo=UTC))

    def reload(self) -> Dossier:
        """The dossier as given."""
        self.settings, self.dossier = Settings(), self._still
        self.source_files = {source.slug: f"sources/{source.slug}.md" for source in self._still.sources}
        return self.dossier


class Opened(ReviewApp):
    """The screen, which a test gets when the desk is read; nothing in it moves by itself."""

    CSS_PATH = Path(stage.__file__).with_name(str(ReviewApp.CSS_PATH))

    @asynccontextmanager
    async def run_test(self, **options: Any) -> AsyncIterator[Pilot[int]]:  # type: ignore[override]
        """Run it, and wait until it is open."""
        self.animation_level = "none"
        async with super().run_test(**options) as pilot:
            await pilot.pause()  # the frame is painted, and the reading begun
            await self.workers.wait_for_complete()
            await pilot.pause()
            yield pilot


def desk_of(workspace: Workspace) -> Desk:
    """A workspace that is open already, as the screen is told of a desk."""
    return Desk(workspace.root, workspace.reviewer, workspace.settings, lambda tell: workspace)


def app_of(desk_or_dossier: Path | Dossier | Workspace, reviewer: str = "anna") -> ReviewApp:
    """The screen of a desk, a dossier or a workspace."""
    if isinstance(desk_or_dossier, Dossier):
        desk = desk_of(Still(desk_or_dossier))
    elif isinstance(desk_or_dossier, Path):
        desk = desk_of(workspace(desk_or_dossier, reviewer))
    else:
        desk = desk_of(desk_or_dossier)
    return Opened(desk, ansi_color=bool(os.environ.get("NO_COLOR")))


def two_papers(root: Path) -> Path:
    """A desk where two papers stand apart three times and agree once."""
    return desk(root, alpha=ALPHA, bravo=BRAVO)


def grid(picture: str) -> str:
    """The lines of a screen, rebuilt from the text nodes of its picture."""
    cells: dict[int, list[tuple[int, str]]] = {}
    for x, y, text in _NODE.findall(picture):
        row, column = round((float(y) - 20) / _LINE), round(float(x) / _CELL)
        cells.setdefault(row, []).append((column, html.unescape(text).replace("\xa0", " ")))
    lines = []
    for row in range(max(cells) + 1):
        line = ""
        for column, text in sorted(cells.get(row, [])):
            line += " " * (column - cell_len(line)) + text
        lines.append(line.rstrip())
    return "\n".join(lines) + "\n"


async def seen(pilot: Pilot[int]) -> str:
    """What the screen shows when it has come to rest."""
    await pilot.pause()
    return grid(pilot.app.export_screenshot())


async def line(pilot: Pilot[int], number: int) -> str:
    """One line of the screen, from 0."""
    return (await seen(pilot)).splitlines()[number]


async def narrow(pilot: Pilot[int], words: str) -> None:
    """Filter the queue."""
    await pilot.press("slash")
    pilot.app.screen.query_one("Input", Input).value = words
    await pilot.press("enter")


def logged(root: Path, topic: str, reviewer: str = "anna") -> list[tuple[Decision, str, str]]:
    """What the log on disk says of a topic: the decisions that stand, with reason and note, once each."""
    dossier = workspace(root, reviewer).dossier
    verdicts = [v for claim in dossier.topic[topic].claims for v in dossier.verdicts_of(claim)]
    return list(dict.fromkeys((v.decision, v.reason, v.note) for v in verdicts))
