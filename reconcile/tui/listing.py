"""The queue as a list to move in; only the lines in sight are made, so its length costs nothing."""

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip


class Listing(ScrollView, can_focus=True):
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

    def show(self, length: int, place: int) -> None:
        """Show so many lines, one of them chosen."""
        self._length, self.place = length, place
        self._lay()

    def on_resize(self, event: Resize) -> None:
        """Keep the chosen line in sight."""
        del event
        self._lay()

    def _lay(self) -> None:
        width, height = self.scrollable_content_region.size
        self.virtual_size = Size(width, self._length)
        top = self.scroll_offset.y
        if not top <= self.place < top + height:
            self.scroll_to(y=max(0, self.place - height // 2), animate=False, force=True, immediate=True)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width, at = self.scrollable_content_region.width, y + self.scroll_offset.y
        if at >= self._length:
            return Strip.blank(width, self.rich_style)
        line = self._line(at, width)
        line.end = ""
        strip = Strip(line.render(self.app.console)).adjust_cell_length(width)
        if at == self.place:
            line.pad_right(max(0, width - line.cell_len))
            line.stylize("reverse" if self.has_focus else "bold")
            strip = Strip(line.render(self.app.console)).adjust_cell_length(width)
        return strip.apply_style(self.rich_style)

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
