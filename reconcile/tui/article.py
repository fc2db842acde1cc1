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
        self._beside: Article | None = None
        self._lead = 0  # blank lines above it, by which its sentence stands as high as that of the article beside

    def show(
        self, shown: Page, claim: Claim, differing: tuple[Span, ...] = (), beside: "Article | None" = None
    ) -> None:
        """Show an article with a claim's words in view, when it is laid next.

        Args:
            differing: words to mark, those the other passage does not have.
            beside: an article at its side, whose sentence stands at the same height.
        """
        self._page, self._claim, self._unlike, self._beside = shown, claim, differing, beside

    def on_resize(self, event: Resize) -> None:
        """Lines are cut to the width, and the claim stays in view."""
        del event
        self.lay()
        if self._beside is not None:
            self._beside.lay()

    def lay(self) -> None:
        """Wrap the text to the width there is, and scroll to the claim."""
        width, height = self.scrollable_content_region.size
        if self._page is None or self._claim is None or width < 2:
            return
        self._lines = self._wrapped(width)
        above, self._lead, lines = self._spare, 0, len(self._lines)
        other = self._beside
        if other is not None and min(above, other._spare) >= 0:  # noqa: SLF001 - one of us
            above, self._lead = min(above, other._spare), max(0, other._first - self._first)  # noqa: SLF001
            lines = max(lines + self._lead, len(other._lines) + max(0, self._first - other._first))  # noqa: SLF001
        top = self._lead + self._first - above
        self.measure(width, max(lines, top + height if other is not None else 0))
        self.scroll_to(y=top, animate=False, force=True, immediate=True)
        self.refresh()

    def _wrapped(self, width: int) -> list[tuple[int, int]]:
        page = self._page
        if page is None:
            return []
        if width not in page.lines:
            kept = page.lines if len(page.lines) < 2 else {}  # the two panes may differ by a cell
            page.lines = {**kept, width: wrap(page.text, width)}
        return page.lines[width]

    @property
    def _first(self) -> int:
        """The line where the claim's sentence begins."""
        return self._line(self._claim.sentence.start) if self._claim else 0

    @property
    def _spare(self) -> int:
        """The most lines to show above the sentence, a third of what is to spare.

        It is less than nothing where the sentence must begin above the pane, for the words of its value to be in it.
        """
        if self._claim is None:
            return 0
        width, height = self.scrollable_content_region.size
        self._lines = self._wrapped(width) if width > 1 else []
        told = self._claim.quantity or self._claim.when
        last = self._line((told.span if told else self._claim.span).start)
        free = max(0, height - (last - self._first + 1))
        return min(self._first, free // 3 if free else self._first - (last - height + 1))

    def _line(self, offset: int) -> int:
        return max(0, bisect_right(self._lines, offset, key=lambda line: line[0]) - 1)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width, at = self.scrollable_content_region.width, y + self.scroll_offset.y - self._lead
        if self._page is None or not 0 <= at < len(self._lines):
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
