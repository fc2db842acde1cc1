"""A desk about to be reviewed: it is read beside the screen, which shows itself at once and tells how far that is.

No key decides anything before there is something to see; those that need nothing of the desk (help, leaving) work.
"""

import gc
from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from rich.text import Text
from textual.app import App, ComposeResult
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from reconcile.desk import Workspace, setting_place
from reconcile.errors import ReconcileError
from reconcile.model import Settings
from reconcile.tui import paint
from reconcile.tui.keymap import Keymap
from reconcile.tui.queue import Board

Tell = Callable[[str, int, int], None]
_SAID: Final = "reading the desk …"
EARLY: Final = frozenset({"help", "quit"})  # actions that need nothing of the desk


@dataclass(frozen=True, slots=True)
class Desk:
    """What is known of a desk before it is read.

    Attributes:
        read: reads and compares it; called with what is to be told of the progress (a task, how many of its items are
            done, how many there are).
    """

    root: Path
    reviewer: str
    settings: Settings
    read: Callable[[Tell], Workspace]


class _Left(Exception):  # noqa: N818 - no error: the reviewer has left, and nobody waits for the desk any more
    pass


class Opening(App[int]):
    """The frame of the review, until the desk is read.

    Args:
        desk: what is to be reviewed.
    """

    workspace: Workspace

    def __init__(self, desk: Desk, **options: Any) -> None:
        super().__init__(**options)
        self.desk = desk
        self.keymap = Keymap(desk.settings.keys, partial(setting_place, desk.root, "keys"))
        self.ready = False  # whether there is a workspace
        self.refused: ReconcileError | None = None  # why there will be none

    class Told(Message):
        """So much of the desk is read."""

        def __init__(self, said: str) -> None:
            super().__init__()
            self.said = said

    class Opened(Message):
        """The desk is read, or cannot be."""

        def __init__(self, outcome: tuple[Workspace, Board] | ReconcileError) -> None:
            super().__init__()
            self.outcome = outcome

    def compose(self) -> ComposeResult:
        """Who reviews what, and that it is being read."""
        yield Static(self._heading(), id="header")
        yield Static(paint.reading(_SAID, self.keymap.of), id="reading")
        yield Static(id="keys")

    @property
    def ground(self) -> Screen[Any]:
        """The review itself, under whatever dialog is open."""
        return self.screen_stack[0]

    def lay_frame(self) -> None:
        """Lay the frame anew at another width."""
        self.ground.query_one("#header", Static).update(self._heading())

    def _heading(self) -> Text:
        return paint.heading(self.desk.root.resolve().name, self.desk.reviewer, self.size.width)

    def begin(self) -> None:
        """Read the desk, once the frame has been painted."""
        self.run_worker(self._read, thread=True)

    def _read(self) -> None:
        worker = get_current_worker()

        def tell(task: str, done: int, of: int) -> None:
            if worker.is_cancelled:
                raise _Left
            if done * 100 // of != (done - 1) * 100 // of:
                self.post_message(self.Told(f"{task}: {done:,} of {of:,}" if done < of else _SAID))

        try:
            workspace = self.desk.read(tell)
        except _Left:
            return
        except ReconcileError as error:
            self.post_message(self.Opened(error))
        else:
            gc.freeze()  # what was read stays, so looking for rings in it at each collection is only a delay
            self.post_message(self.Opened((workspace, Board(workspace.shown))))

    def on_opening_told(self, event: Told) -> None:
        """Show how far the reading is."""
        if not self.ready:
            self.ground.query_one("#reading", Static).update(paint.reading(event.said, self.keymap.of), layout=False)

    async def on_opening_opened(self, event: Opened) -> None:
        """Begin the review, or leave with the reason why there is none."""
        if isinstance(event.outcome, ReconcileError):
            self.refused = event.outcome
            self.exit(return_code=2)
            return
        self.workspace, board = event.outcome
        await self.ground.query_one("#reading").remove()
        self.ready = True
        await self.start(board)

    @abstractmethod
    async def start(self, board: Board) -> None:
        """Show the review."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Decide nothing before there is something to decide."""
        if not self.ready and action not in EARLY:
            return False
        return super().check_action(action, parameters)
