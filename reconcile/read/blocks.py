"""The layout of an article: its title, standfirst, headings and paragraphs, and everything that is none of these.

What comes in: the text, and marks where a format says what a stretch is (an HTML heading, a caption). What goes out: a
Layout. Law: every character that is not blank lies in a block or is set aside; blocks do not overlap.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from reconcile.model import Block, Part, SetAside, Span
from reconcile.read import furniture, head
from reconcile.read.inline import inside
from reconcile.read.layout import Layout, Mark, Told, keep_apart
from reconcile.read.lines import Line, Paragraph, goes_on, lines, paragraphs
from reconcile.read.sift import sift


def lay_out(text: str, marks: Sequence[Mark] = (), aside: Sequence[SetAside] = (), *, title: str = "") -> Layout:
    """The layout of a text.

    Args:
        text: the article, as it will stand in the Source.
        marks: what the format says, by whole lines; they do not overlap.
        aside: marks of the format inside the text, in order and apart from each other.
        title: the title, where one is known, to find it in the text.
    """
    layout = Layout()
    shown = _blanked(text, aside)
    all_lines = _set_apart(lines(text, shown), marks)
    told = Told(marks)
    found = list(paragraphs(_told_by_lines(layout, all_lines, told)))
    if len(found) == 1 and not marks:
        _alone(layout, found[0], title)
    elif not _among_others(layout, found, told, title):  # nothing but furniture: the only content is never lost
        return _plain(all_lines, aside)
    inside(layout, shown)
    layout.set_aside = keep_apart([*layout.set_aside, *aside])
    return layout


def _told_by_lines(layout: Layout, all_lines: Sequence[Line], told: Told) -> list[Line]:
    """Set aside the lines that are furniture by themselves, and return the others; the row of a table is none."""
    kept: list[Line] = []
    page_heads = furniture.repeated(all_lines)
    for line in all_lines:
        body = told.says(line.start) is Part.BODY
        reason = (
            ""
            if body
            else furniture.reason_of_line(line) or ("repeated on every page" if line.text in page_heads else "")
        )
        if reason:
            layout.skip(line.start, line.end, reason)
        else:
            kept.append(line)
    return kept


def _alone(layout: Layout, paragraph: Paragraph, title: str) -> None:
    """Place the only paragraph of a text, as `_among_others` would at some times the cost."""
    part = head.part_alone(paragraph.text, title)
    layout.blocks.append(Block(Span(paragraph.start, paragraph.end), part))
    if part is Part.TITLE:
        layout.note("title", paragraph.text.lstrip("# "), "text")


def _among_others(layout: Layout, found: Sequence[Paragraph], told: Told, title: str) -> bool:
    """Tell furniture from the article's own paragraphs and place these; False where there is nothing but furniture."""
    own = sift(layout, found, told)
    if not own:
        return False
    _place(layout, _stitch(own), told, title)
    layout.blocks.sort(key=lambda block: block.span)
    return True


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
    if not marks:
        return found
    told = Told(marks)
    before: Mark | None = None
    for number, line in enumerate(found):
        mark = told.at(line.start)
        if mark is not before:
            found[number] = replace(line, apart=True)
        before = mark
    return found


def _plain(all_lines: Sequence[Line], aside: Sequence[SetAside]) -> Layout:
    layout = Layout()
    layout.blocks = [Block(Span(line.start, line.end), Part.BODY) for line in all_lines]
    layout.set_aside = list(aside)
    return layout


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


def _place(layout: Layout, chapters: Sequence[Paragraph], told: Told, title: str) -> None:
    """Give every paragraph its part."""
    says = [told.says(paragraph.start) for paragraph in chapters]
    parts = head.parts(chapters, [part if isinstance(part, Part) else None for part in says], title, layout.set_aside)
    for paragraph, part in zip(chapters, parts, strict=True):
        if isinstance(part, Part):
            layout.blocks.append(Block(Span(paragraph.start, paragraph.end), part))
            if part is Part.TITLE:
                layout.note("title", paragraph.text.lstrip("# "), "text")
        else:
            layout.skip(paragraph.start, paragraph.end, part)
            if part == furniture.BYLINE:
                layout.note("byline", furniture.byline(paragraph.text) or paragraph.text, "byline")
            elif part == head.MASTHEAD:
                layout.note(
                    "publisher", paragraph.text.title() if paragraph.text.isupper() else paragraph.text, "masthead"
                )
