"""The queue as a list to move in; only the lines in sight are made, so its length costs nothing."""

from collections.abc import Callable, Hashable
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.events import Click, Resize
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from reconcile.tui.lines import Lines
from reconcile.tui.styles import QUIET


class Listing(Lines, can_focus=True):
    """Lines of which one is chosen; it says where the keys move, and what enter or a click opens.

    Args:
        line: makes the line of a place at a width.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "down"),
        Binding("up,k", "move(-1)", "up"),
        Binding("pagedown", "move(20)", "page down"),
        Binding("pageup", "move(-20)", "page up"),
        Binding("home", "move(-1000000)", "first"),
        Binding("end", "move(1000000)", "last"),
        Binding("enter", "choose", "open"),
    ]

    class Chosen(Message):
        """A line was moved to, or opened, by its place."""

        def __init__(self, place: int, *, opened: bool) -> None:
            super().__init__()
            self.place, self.opened = place, opened

    def __init__(self, line: Callable[[int, int], Text], name: str) -> None:
        super().__init__(id=name)
        self._line, self._length, self.place = line, 0, 0
        self._stand: Hashable = None
        self._tail = ""

    def show(self, length: int, place: int, stand: Hashable, tail: str = "") -> None:
        """Show so many lines, one of them chosen.

        Args:
            stand: all that the lines are made of; while it is the same, only the two places between which the choice
                moves are painted.
            tail: what is said under the last line.
        """
        before, same = self.place, length == self._length and stand == self._stand
        self._length, self.place, self._stand, self._tail = length, place, stand, tail
        top, width = self.scroll_offset.y, self.scrollable_content_region.width
        if same and self._in_sight():
            self.refresh(*(Region(0, at - top, width, 1) for at in {before, place}))
        else:
            self._lay()

    def _in_sight(self) -> bool:
        return 0 <= self.place - self.scroll_offset.y < self.scrollable_content_region.height

    def on_resize(self, event: Resize) -> None:
        """Keep the chosen line in sight."""
        del event
        self._lay()

    def _lay(self) -> None:
        width, height = self.scrollable_content_region.size
        self.measure(width, self._length)
        if not self._in_sight():
            self.scroll_to(y=max(0, self.place - height // 2), animate=False, force=True, immediate=True)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width, at = self.scrollable_content_region.width, y + self.scroll_offset.y
        if at >= self._length:
            told = Text(f" {self._tail}" if at == self._length + 1 else "", QUIET, no_wrap=True, end="")
            return Strip(told.render(self.app.console)).adjust_cell_length(width).apply_style(self.base)
        line = Text(">" if at == self.place else " ", no_wrap=True, end="").append_text(self._line(at, width - 1))
        if at == self.place:
            line.pad_right(max(0, width - line.cell_len))
            line.stylize("reverse" if self.has_focus else "bold")
        return Strip(line.render(self.app.console)).adjust_cell_length(width).apply_style(self.base)

    def action_move(self, lines: int) -> None:
        """Ask for another line."""
        if self._length:
            self.post_message(self.Chosen(max(0, min(self.place + lines, self._length - 1)), opened=False))

    def action_choose(self) -> None:
        """Say which line was chosen."""
        if self._length:
            self.post_message(self.Chosen(self.place, opened=True))

    def on_click(self, event: Click) -> None:
        """A click chooses."""
        at = int(event.y) + self.scroll_offset.y
        if at < self._length:
            self.post_message(self.Chosen(at, opened=True))
