"""An article to scroll in, with a claim's words marked and brought into view. Only the lines in sight are drawn."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Final

from rich.text import Text
from textual.events import Resize
from textual.strip import Strip

from reconcile.model import Claim, Source, Span
from reconcile.model.plain import plain
from reconcile.tui.lines import Lines
from reconcile.tui.styles import QUIET
from reconcile.tui.wrapping import wrap

_WORD: Final = re.compile(r"\w+")


@dataclass(slots=True)
class Page:
    """A source made ready for the screen: its text with the same offsets, and where its claims' values stand.

    Attributes:
        values: spans of the values read in it, in the order of the text.
        lines: the text wrapped, by width.
    """

    source: Source
    text: str
    values: tuple[Span, ...]
    lines: dict[int, list[tuple[int, int]]] = field(default_factory=dict)


def page(source: Source, claims: list[Claim]) -> Page:
    """Make a source ready: a line break inside a paragraph is a blank, so that it fills the lines of the screen."""
    text = list(plain(source.text).replace("\t", " "))
    for block in source.blocks:
        for at in range(block.span.start, block.span.end):
            if text[at] == "\n":
                text[at] = " "
    values = {told.span for claim in claims if (told := claim.quantity or claim.when)}
    return Page(source, "".join(text), tuple(sorted(values, key=lambda span: span.start)))


def unlike(text: str, place: Span, other: str) -> tuple[Span, ...]:
    """The words at a place that another passage does not have."""
    there = {word[0].casefold() for word in _WORD.finditer(other)}
    found = (Span(word.start(), word.end()) for word in _WORD.finditer(text, place.start, place.end))
    return tuple(span for span in found if text[span.start : span.end].casefold() not in there)


class Article(Lines, can_focus=False):
    """One article; `show` says which and where."""

    def __init__(self) -> None:
        super().__init__(classes="text")
        self._page: Page | None = None
        self._claim: Claim | None = None
        self._unlike: tuple[Span, ...] = ()
        self._lines: list[tuple[int, int]] = []

    def show(self, shown: Page, claim: Claim, differing: tuple[Span, ...] = ()) -> None:
        """Show an article with a claim's words in view.

        Args:
            differing: words to mark, those the other passage does not have.
        """
        self._page, self._claim, self._unlike = shown, claim, differing
        self._lay()

    def on_resize(self, event: Resize) -> None:
        """Lines are cut to the width, and the claim stays in view."""
        del event
        self._lay()

    def _lay(self) -> None:
        width, height = self.scrollable_content_region.size
        if self._page is None or self._claim is None or width < 2:
            return
        if width not in self._page.lines:
            kept = self._page.lines if len(self._page.lines) < 2 else {}  # the two panes may differ by a cell
            self._page.lines = {**kept, width: wrap(self._page.text, width)}
        self._lines = self._page.lines[width]
        self.measure(width, len(self._lines))
        self.scroll_to(y=self._top(self._claim, height), animate=False, force=True, immediate=True)
        self.refresh()

    def _top(self, claim: Claim, height: int) -> int:
        """The first line to show: the claim's sentence a third down, and in any case the words of its value."""
        told = claim.quantity or claim.when
        first, last = self._line(claim.sentence.start), self._line((told.span if told else claim.span).start)
        spare = max(0, height - (last - first + 1))
        return max(0, last - height + 1, first - spare // 3 if spare else 0)

    def _line(self, offset: int) -> int:
        return max(0, bisect_right(self._lines, offset, key=lambda line: line[0]) - 1)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width, at = self.scrollable_content_region.width, y + self.scroll_offset.y
        if self._page is None or at >= len(self._lines):
            return Strip.blank(width, self.base)
        start, end = self._lines[at]
        line = Text(self._page.text[start:end].rstrip(), no_wrap=True, end="")
        for span, style in self._marks(start, end):
            line.stylize(style, max(0, span.start - start), max(0, span.end - start))
        return Strip(line.render(self.app.console)).adjust_cell_length(width).apply_style(self.base)

    def _marks(self, start: int, end: int) -> list[tuple[Span, str]]:
        """What is marked between two offsets: set aside, other values, the claim, its value, differing words."""
        if self._page is None or self._claim is None:
            return []
        claim, values = self._claim, self._page.values
        first = max(0, bisect_left(values, start, key=lambda span: span.start) - 1)
        last = bisect_left(values, end, key=lambda span: span.start)
        marks = [(item.span, QUIET) for item in self._page.source.set_aside]
        marks += [(span, "underline") for span in values[first:last]]
        marks.append((claim.span, "bold"))
        marks += [(span, "italic underline bold") for span in self._unlike]
        told = claim.quantity or claim.when
        if told is not None:
            marks.append((told.span, "bold reverse"))
        return [(span, style) for span, style in marks if span.start < end and start < span.end]
