"""The layout of an article: its title, standfirst, headings and paragraphs, and everything that is none of these.

What comes in: the text, and marks where a format says what a stretch is (an HTML heading, a caption). What goes out: a
Layout. Law: every character that is not blank lies in a block or is set aside; blocks do not overlap.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from reconcile.model import Block, Part, SetAside, Span
from reconcile.read import furniture, head
from reconcile.read.agencies import agency_in, agency_of_staff
from reconcile.read.dateline import dateline
from reconcile.read.dates import full_date, publication_day
from reconcile.read.lines import Line, Paragraph, goes_on, lines, paragraphs

MARKUP: Final = "markup"  # the reason of marks that no reader of the page sees
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a format says of a stretch of its text: a part of the article, or the reason it is none."""

    span: Span
    says: Part | str


@dataclass(slots=True)
class Layout:
    """What `lay_out` found.

    Attributes:
        found: field of Source ("title", "agency", "byline", "dateline") to its text and where it was found.
        published: the day of a date line or full dateline.
    """

    blocks: list[Block] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    found: dict[str, tuple[str, str]] = field(default_factory=dict)
    published: date | None = None

    def note(self, key: str, text: str, where: str) -> None:
        """Keep what was found first."""
        if text:
            self.found.setdefault(key, (text, where))

    def skip(self, start: int, end: int, reason: str) -> None:
        """Set a stretch aside."""
        self.set_aside.append(SetAside(Span(start, end), reason))


def lay_out(text: str, marks: Sequence[Mark] = (), aside: Sequence[SetAside] = (), *, title: str = "") -> Layout:
    """The layout of a text.

    Args:
        text: the article, as it will stand in the Source.
        marks: what the format says, by whole lines; they do not overlap.
        aside: marks of the format inside the text, in order and apart from each other.
        title: the title, where one is known, to find it in the text.
    """
    layout = Layout()
    told = _Told(marks)
    kept: list[Line] = []
    shown = _blanked(text, aside)
    all_lines = _set_apart(lines(text, shown), marks)
    page_heads = furniture.repeated(all_lines)
    for line in all_lines:
        reason = furniture.reason_of_line(line) or ("repeated on every page" if line.text in page_heads else "")
        if reason:
            layout.skip(line.start, line.end, reason)
        else:
            kept.append(line)
    everything = list(paragraphs(kept))
    if not everything:  # nothing but furniture: the only content is never lost
        return _plain(all_lines)
    own = _sift(layout, everything, told)
    if not own:
        return _plain(all_lines)
    chapters = _stitch(own)
    _place(layout, chapters, told, title)
    layout.blocks.sort(key=lambda block: block.span)
    _inline(layout, shown)
    layout.set_aside = keep_apart([*layout.set_aside, *aside])
    return layout


def _blanked(text: str, aside: Sequence[SetAside]) -> str:
    """The text with blanks for what is set aside already; line ends stay."""
    if not aside:
        return text
    parts: list[str] = []
    at = 0
    for item in aside:
        parts += text[at : item.span.start], re.sub(r"[^\r\n]", " ", text[item.span.start : item.span.end])
        at = item.span.end
    return "".join(parts) + text[at:]


def _set_apart(found: list[Line], marks: Sequence[Mark]) -> list[Line]:
    """The lines, those that begin a mark or follow one set apart as by a blank line."""
    told = _Told(marks)
    before: Mark | None = None
    for number, line in enumerate(found):
        mark = told.at(line.start)
        if mark is not before:
            found[number] = replace(line, apart=True)
        before = mark
    return found


def keep_apart(items: Iterable[SetAside]) -> list[SetAside]:
    """What is set aside, in order; of two that overlap the one that begins first is kept whole."""
    apart: list[SetAside] = []
    for item in sorted(items, key=lambda each: (each.span.start, -each.span.end)):
        start = max(item.span.start, apart[-1].span.end) if apart else item.span.start
        if start < item.span.end:
            apart.append(replace(item, span=Span(start, item.span.end)))
    return apart


def _plain(all_lines: Sequence[Line]) -> Layout:
    layout = Layout()
    layout.blocks = [Block(Span(line.start, line.end), Part.BODY) for line in all_lines]
    return layout


class _Told:
    """What the format says of a paragraph: the mark it begins in."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = sorted(marks, key=lambda mark: mark.span)
        self._starts = [mark.span.start for mark in self._marks]

    def at(self, offset: int) -> Mark | None:
        """The mark over an offset."""
        place = bisect_right(self._starts, offset) - 1
        return self._marks[place] if place >= 0 and offset < self._marks[place].span.end else None

    def __call__(self, paragraph: Paragraph) -> Part | str:
        mark = self.at(paragraph.start)
        return mark.says if mark else ""


def _sift(layout: Layout, everything: Sequence[Paragraph], told: _Told) -> list[Paragraph]:
    """Set aside the paragraphs that are furniture by their words or by the format's word."""
    own: list[Paragraph] = []
    in_list = False
    for number, paragraph in enumerate(everything):
        says = told(paragraph)
        reason = "" if isinstance(says, Part) else says
        if not says and len(everything) > 1:
            reason = furniture.reason_of(paragraph.text)
            if reason == furniture.DATE_LINE and not _in_head(own):
                reason = ""  # the days of a chronology head its sections
            if not own and number == 0 and reason == head.LINK and not head.bare_label(paragraph.text):
                reason = ""  # "Explainer: how the dam broke" is a title
            if not reason and in_list and head.list_item(paragraph):
                reason = head.LINK
        in_list = reason == head.LINK and (in_list or head.bare_label(paragraph.text))
        if reason:
            layout.skip(paragraph.start, paragraph.end, reason)
            _learn(layout, paragraph.text, furniture.reason_of(paragraph.text) if says else reason)
        else:
            own.append(paragraph)
    return own


def _in_head(own: Sequence[Paragraph]) -> bool:
    return len(own) < 4 and sum(len(paragraph.text) > 160 for paragraph in own) < 2


def _learn(layout: Layout, text: str, reason: str) -> None:
    """What the furniture itself tells: who wrote it, when, for which agency."""
    if reason == furniture.BYLINE:
        layout.note("byline", furniture.byline(text), "byline")
        layout.note("agency", agency_in(text), "byline")
    elif reason == furniture.DATE_LINE:
        layout.published = layout.published or publication_day(text)
        layout.note("dateline", text, "date line")
    elif reason == furniture.DATELINE:
        _dateline(layout, dateline(text)[0])
    elif reason == furniture.CREDIT:
        layout.note("credit", agency_in(text), "credit")


def _stitch(own: Sequence[Paragraph]) -> list[Paragraph]:
    """Join what a link line, a credit or a blank line broke ("backtracking on an" … "earlier promise")."""
    joined: list[Paragraph] = []
    parts: list[Paragraph] = []
    for paragraph in own:
        if parts and not goes_on(parts[-1].text, paragraph.text):
            joined.append(_one(parts))
            parts = []
        parts.append(paragraph)
    joined.append(_one(parts))
    return joined


def _one(parts: Sequence[Paragraph]) -> Paragraph:
    if len(parts) == 1:
        return parts[0]
    return Paragraph(tuple(line for part in parts for line in part.lines), " ".join(part.text for part in parts))


def _place(layout: Layout, chapters: Sequence[Paragraph], told: _Told, title: str) -> None:
    """Give every paragraph its part."""
    says = [told(paragraph) for paragraph in chapters]
    parts = head.parts(chapters, [part if isinstance(part, Part) else None for part in says], title, layout.set_aside)
    for paragraph, part in zip(chapters, parts, strict=True):
        if isinstance(part, Part):
            layout.blocks.append(Block(Span(paragraph.start, paragraph.end), part))
            if part is Part.TITLE:
                layout.note("title", paragraph.text.lstrip("# "), "text")
        else:
            layout.skip(paragraph.start, paragraph.end, part)


def _inline(layout: Layout, text: str) -> None:
    """Set aside what stands inside a block: the dateline, a credit glued to its end, an agency's closing mark."""
    body = [block for block in layout.blocks if block.part is Part.BODY]
    for block in body[:3]:
        start = block.span.start
        words, skip = dateline(text[start : min(block.span.end, start + 200)])
        if words and start + skip < block.span.end:
            layout.skip(start, start + skip, furniture.DATELINE)
            _dateline(layout, words)
            break
    for block in layout.blocks:
        if block.part in (Part.BODY, Part.STANDFIRST):
            _credit(layout, block, text)
        _addresses(layout, block, text)
    if body:
        _closing(layout, body[-1], text)
        layout.note("agency", agency_of_staff(text), "text")
    credit = layout.found.pop("credit", None)
    if credit:
        layout.note("agency", *credit)


def _dateline(layout: Layout, words: str) -> None:
    layout.found["dateline"] = (" ".join(words.split()), "dateline")
    layout.note("agency", agency_in(words), "dateline")
    layout.published = layout.published or full_date(words)


def _credit(layout: Layout, block: Block, text: str) -> None:
    tail = max(block.span.start, block.span.end - 200)
    at = furniture.glued_credit(text[tail : block.span.end])
    if at >= 0:
        layout.skip(tail + at, block.span.end, furniture.CREDIT)
        layout.note("credit", agency_in(text[tail + at : block.span.end]), "credit")


def _addresses(layout: Layout, block: Block, text: str) -> None:
    """Web addresses inside sentences: their digits are no figures and no dates."""
    for match in _ADDRESS.finditer(text, block.span.start, block.span.end):
        words = match[0].rstrip(".,;:!?)]}'’")
        if len(words) < block.span.end - block.span.start:
            layout.skip(match.start(), match.start() + len(words), furniture.ADDRESS)


def _closing(layout: Layout, block: Block, text: str) -> None:
    tail = max(block.span.start, block.span.end - 100)
    at = furniture.closing_credit(text[tail : block.span.end])
    if at >= 0 and tail + at > block.span.start:
        layout.skip(tail + at, block.span.end, "agency mark")
        layout.note("agency", agency_in(text[tail + at : block.span.end]), "text")
