"""What stands inside a paragraph and is not its author's claim: a dateline, a credit, an agency's mark, an address.

What comes in: a Layout with its blocks, and the text. What goes out: the same Layout with more set aside and found out.
"""

import re
from typing import Final

from reconcile.model import Block, Part
from reconcile.read import furniture
from reconcile.read.agencies import agency_in, agency_of_staff
from reconcile.read.dateline import dateline
from reconcile.read.layout import Layout
from reconcile.read.sift import note_dateline

_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]+")
_OPENING: Final = 5  # blocks of the body in which a dateline may stand: photo captions come before it


def inside(layout: Layout, text: str) -> None:
    """Set aside what stands inside the blocks."""
    body = [block for block in layout.blocks if block.part is Part.BODY]
    for block in body[:_OPENING]:
        start = block.span.start
        words, skip = dateline(text[start : min(block.span.end, start + 200)])
        if words and start + skip < block.span.end:
            layout.skip(start, start + skip, furniture.DATELINE)
            note_dateline(layout, words)
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


def _credit(layout: Layout, block: Block, text: str) -> None:
    tail = max(block.span.start, block.span.end - 200)
    at = furniture.glued_credit(text[tail : block.span.end])
    if at >= 0:
        layout.skip(tail + at, block.span.end, furniture.CREDIT)
        if block.part is Part.STANDFIRST:  # elsewhere it is the picture's alone
            layout.note("credit", agency_in(text[tail + at : block.span.end]), "credit")


def _addresses(layout: Layout, block: Block, text: str) -> None:
    """Web addresses inside sentences: their digits are no figures and no dates."""
    if "://" not in text and "www." not in text:
        return
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
