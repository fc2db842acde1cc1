"""HTML: the article's text with the way back to the page.

What comes in: a page's bytes. What goes out: a Page: the text of the article element that holds most words (else of the
main element, else of the body), one paragraph a line; what stands inside it and is not the article's own (captions,
asides, lists of links, scripts left out altogether) is marked with its reason; details come from meta tags and JSON-LD.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reconcile.model import Part, Span
from reconcile.read.decode import decode
from reconcile.read.layout import Mark
from reconcile.read.meta import Meta
from reconcile.read.page import Page
from reconcile.read.tags import Token, tokens

_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_VOID: Final = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_SILENT: Final = frozenset(
    ["script", "style", "noscript", "template", "svg", "iframe", "object", "video", "audio", "canvas", "select",
     "button", "textarea", "title", "math", "dialog"]
)  # fmt: skip
_INLINE: Final = frozenset(
    ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label",
     "mark", "q", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img"]
)  # fmt: skip
_CELLS: Final = frozenset(["td", "th"])
_ASIDE: Final = {
    "nav": "navigation",
    "footer": "footer",
    "aside": "aside",
    "figcaption": "caption",
    "caption": "caption",
    "form": "form",
}
_CLASSES: Final = (
    (re.compile(r"(?:^|[\s_-])(?:caption|credit|image-source|photo-credit|wp-caption-text)(?:$|[\s_-])"), "caption"),
    (
        re.compile(r"(?:^|[\s_-])(?:byline|author|timestamp|article-meta|post-meta)(?:$|[\s_-])"),
        "byline or date",
    ),
    (
        re.compile(
            r"(?:^|[\s_-])(?:related|most-read|most-popular|trending|recommended|recirc|read-more|more-stories|newsletter|"
            r"promo|share|sharing|social|advert|ads?|sponsored|outbrain|taboola|comments?|breadcrumbs?|tags|cookie|consent|"
            r"subscribe|paywall|sidebar|widget|nav|menu|footer)(?:$|[\s_-])"
        ),
        "page furniture",
    ),
)
_PARTS: Final = {"h1": Part.TITLE, **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), Part.HEADING)}


@dataclass(slots=True)
class _Piece:
    """Words between two tags: where they stand in the page, in which block, and what is known of it."""

    at: int
    text: str
    block: int
    root: int
    part: Part | None
    reason: str
    weak: bool


def page(data: bytes, name: str) -> Page:
    """The article on an HTML page.

    Raises:
        SourceError: where the bytes are no text.
    """
    declared = _CHARSET.search(data[:4096])
    text, encoding = decode(data, name, declared=declared[1].decode("ascii", "ignore") if declared else "")
    reader = _Reader()
    reader.feed(text)
    body, raw, marks = _assemble(reader.chosen())
    return Page(body, raw=raw, encoding=encoding, marks=marks, details=reader.meta.details())


@dataclass(slots=True)
class _Element:
    tag: str
    root: int
    part: Part | None
    reason: str
    weak: bool
    silent: bool


class _Reader:
    """Collects the words of a page, each with the element it stands in."""

    def __init__(self) -> None:
        self.meta = Meta()
        self._open: list[_Element] = [_Element("", 0, None, "", weak=False, silent=False)]
        self._count: Counter[str] = Counter()
        self._pieces: list[_Piece] = []
        self._roots = 1
        self._block = 0
        self._cell = -1  # the block of the cell before in a row that holds nothing but words

    def feed(self, page: str) -> None:
        """Read a page."""
        for token in tokens(page):
            if not token.tag:
                self._words(token.text, token.at)
            elif token.tag[0] == "/":
                self._end(token.tag[1:])
            else:
                self._start(token)

    def _start(self, token: Token) -> None:
        tag, given = token.tag, token.attributes
        self.meta.tag(tag, given)
        if tag in _CELLS and self._cell == self._block:
            self._pieces.append(_Piece(token.at, " | ", self._block, self._open[-1].root, None, "", weak=False))
        elif tag not in _INLINE:
            self._block += 1
        if tag in _CELLS:
            self._cell = self._block
        parent = self._open[-1]
        if tag == "br":
            self._pieces.append(_Piece(token.at, "\n", self._block, parent.root, None, "", weak=False))
        if tag in _VOID:
            return
        root = parent.root
        if tag in ("article", "main") or given.get("role") == "main" or given.get("itemprop") == "articleBody":
            root, self._roots = self._roots, self._roots + 1
        reason, weak = (parent.reason, parent.weak) if parent.reason else _reason(tag, given)
        silent = parent.silent or tag in _SILENT or "hidden" in given or given.get("aria-hidden") == "true"
        self._open.append(_Element(tag, root, _PARTS.get(tag, parent.part), reason, weak, silent))
        self._count[tag] += 1

    def _end(self, tag: str) -> None:
        if tag not in _INLINE and not (tag in _CELLS and self._cell == self._block):
            self._block += 1
        self.meta.end(tag)
        while self._count[tag]:
            closed = self._open.pop()
            self._count[closed.tag] -= 1
            if closed.tag == tag:
                return

    def _words(self, data: str, at: int) -> None:
        self.meta.words(data)
        here = self._open[-1]
        if not here.silent:
            self._pieces.append(_Piece(at, data, self._block, here.root, here.part, here.reason, here.weak))

    def chosen(self) -> list[_Piece]:
        """The pieces of the element that holds the article, the page's title before them where it stands outside."""
        words = Counter[int]()
        for piece in self._pieces:
            if not piece.reason and piece.part is None:
                words[piece.root] += len(piece.text.split())
        total = sum(words.values())
        best = max(words, key=lambda root: (words[root], -root), default=0)
        own = [p for p in self._pieces if p.root == best] if words[best] * 10 >= total * 4 else self._pieces
        if any(piece.part is Part.TITLE for piece in own):
            return _trusted(own)
        first = next((p.block for p in self._pieces if p.part is Part.TITLE and p.text.strip()), None)
        return _trusted([p for p in self._pieces if p.block == first and p.part is Part.TITLE] + own)


def _reason(tag: str, given: dict[str, str]) -> tuple[str, bool]:
    """Why an element is not the article's own, and whether only its class says so."""
    if tag in _ASIDE:
        return _ASIDE[tag], False
    if tag in ("html", "body", "main", "article") or tag in _PARTS:
        return "", False
    names = f"{given.get('class', '')} {given.get('id', '')}"[:400].lower()
    return next(((reason, True) for pattern, reason in _CLASSES if pattern.search(names)), ("", False))


def _trusted(pieces: list[_Piece]) -> list[_Piece]:
    """Class names are hints: where they would set aside most of the words they are not believed."""
    weak = sum(len(piece.text) for piece in pieces if piece.weak)
    if weak * 2 > sum(len(piece.text) for piece in pieces):
        for piece in pieces:
            if piece.weak:
                piece.reason = ""
    return pieces


def _assemble(pieces: Sequence[_Piece]) -> tuple[str, tuple[tuple[int, int], ...], tuple[Mark, ...]]:
    """The text, one block a paragraph with a blank line between; the pairs to the page; the marks."""
    out: list[str] = []
    raw: list[tuple[int, int]] = []
    marks: list[Mark] = []
    size, block, begin = 0, -1, 0
    says: Part | str = ""

    def close() -> None:
        if says and size > begin:
            marks.append(Mark(Span(begin, size), says))

    for piece in pieces:
        if piece.block != block and piece.text.strip():
            close()
            if out:
                out.append("\n\n")
                size += 2
            block, begin, says = piece.block, size, piece.reason or piece.part or ""
        for match in re.finditer(r"\S+|\s+", piece.text):
            words = match[0]
            if words.isspace():
                if size == begin or out[-1].isspace():
                    continue
                words = "\n" if piece.text == "\n" else " "
            raw.append((size, piece.at + match.start()))
            out.append(words)
            size += len(words)
    close()
    return "".join(out), tuple(raw), tuple(marks)
