"""Choose words of an article: a cursor that goes from word to word, and a stretch that grows from where it was set."""

import re
from bisect import bisect_left, bisect_right
from typing import ClassVar, Final

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Click, Resize
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Static

from reconcile.model import Span
from reconcile.tui.article import Page
from reconcile.tui.wrapping import wrap

_WORD: Final = re.compile(r"\S+")
_HELP: Final = "arrows: word · space: first word · enter: take · escape: leave"


class Words(ScrollView, can_focus=True):
    """An article with a cursor on a word; the stretch from the word that was set to it is marked.

    Args:
        page: the article.
        start: offset of the word to begin at.
    """

    def __init__(self, page: Page, start: int) -> None:
        super().__init__(classes="text")
        self._page = page
        self._words = [word.span() for word in _WORD.finditer(page.text)]
        self._at = max(0, bisect_right(self._words, start, key=lambda word: word[0]) - 1)
        self._set: int | None = None
        self._lines: list[tuple[int, int]] = []

    @property
    def chosen(self) -> Span | None:
        """The stretch of words, None where the article has none."""
        if not self._words:
            return None
        first, last = sorted((self._at if self._set is None else self._set, self._at))
        return Span(self._words[first][0], self._words[last][1])

    def set_first(self) -> None:
        """Begin the stretch at the cursor, or let it go."""
        self._set = self._at if self._set is None else None
        self.refresh()

    def move(self, words: int) -> None:
        """Move the cursor by words."""
        self._go(self._at + words)

    def move_line(self, lines: int) -> None:
        """Move the cursor to the word above or below."""
        line, column = self._line_of(self._at)
        to = max(0, min(line + lines, len(self._lines) - 1))
        while 0 < to < len(self._lines) - 1 and self._lines[to][0] == self._lines[to][1]:
            to += lines // abs(lines)  # over a blank line
        self._go(bisect_right(self._words, self._lines[to][0] + column, key=lambda word: word[0]) - 1)

    def _go(self, to: int) -> None:
        self._at = max(0, min(to, len(self._words) - 1))
        self._follow()

    def _line_of(self, word: int) -> tuple[int, int]:
        start = self._words[word][0]
        line = max(0, bisect_right(self._lines, start, key=lambda line: line[0]) - 1)
        return line, start - self._lines[line][0]

    def _follow(self) -> None:
        height = self.scrollable_content_region.height
        if self._words and self._lines:
            line = self._line_of(self._at)[0]
            if not self.scroll_offset.y <= line < self.scroll_offset.y + height:
                self.scroll_to(y=max(0, line - height // 3), animate=False, force=True, immediate=True)
        self.refresh()

    def on_resize(self, event: Resize) -> None:
        """Wrap the text to the width."""
        del event
        width = self.scrollable_content_region.width
        self._lines = wrap(self._page.text, max(2, width))
        self.virtual_size = Size(width, len(self._lines))
        self._follow()

    def on_click(self, event: Click) -> None:
        """A click moves the cursor to a word."""
        at = int(event.y) + self.scroll_offset.y
        if at < len(self._lines) and self._words:
            offset = self._lines[at][0] + max(0, int(event.x) - self.styles.padding.left)
            self._go(bisect_left(self._words, offset + 1, key=lambda word: word[0]) - 1)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width, at = self.scrollable_content_region.width, y + self.scroll_offset.y
        if at >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        start, end = self._lines[at]
        line = Text(self._page.text[start:end].rstrip(), no_wrap=True, end="")
        stretch, cursor = self.chosen, self._words[self._at] if self._words else (0, 0)
        if stretch is not None and self._set is not None:
            line.stylize("bold underline", max(0, stretch.start - start), max(0, stretch.end - start))
        line.stylize("reverse", max(0, cursor[0] - start), max(0, cursor[1] - start))
        return Strip(line.render(self.app.console)).adjust_cell_length(width).apply_style(self.rich_style)


class Pick(ModalScreen[Span | None]):
    """Choose words of an article; escape gives None."""

    AUTO_FOCUS = "Words"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "cancel"),
        Binding("right,l", "move(1)", "word on"),
        Binding("left,h", "move(-1)", "word back"),
        Binding("down,j", "line(1)", "line down"),
        Binding("up,k", "line(-1)", "line up"),
        Binding("space", "first", "first word"),
        Binding("enter", "take", "take"),
    ]

    def __init__(self, page: Page, start: int) -> None:
        super().__init__()
        self._words = Words(page, start)

    def compose(self) -> ComposeResult:
        """The article under what the keys do."""
        with Vertical(classes="pick"):
            yield Static(Text(_HELP), classes="question")
            yield self._words

    def action_move(self, words: int) -> None:
        """Move by words."""
        self._words.move(words)

    def action_line(self, lines: int) -> None:
        """Move by lines."""
        self._words.move_line(lines)

    def action_first(self) -> None:
        """Set the first word."""
        self._words.set_first()

    def action_take(self) -> None:
        """Give back the words."""
        self.dismiss(self._words.chosen)
