"""An article as it was read, and the places in it.

Law: for everything that carries a Span, `text == source.text[span.start:span.end]`, everywhere, always. The text is
never changed after reading; what wraps, hyphens and furniture do to a sentence is undone in a `Flow`, which keeps the
way back to the offsets.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import Final

MAX_BYTES: Final = 64_000_000  # of a file; no article is larger
NO_WIDTH: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_NUMBER_BEFORE: Final = re.compile(r"\d[.,]?\Z")
_NUMBER_BEHIND: Final = re.compile(r"[.,]?\d")
_RUN: Final = re.compile(rf"[^\s{NO_WIDTH}]++(?: [^\s{NO_WIDTH}]++)*+")  # words with single blanks between them


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character offsets into `Source.text`."""

    start: int
    end: int

    def within(self, other: "Span") -> bool:
        """Whether this lies wholly inside the other."""
        return other.start <= self.start and self.end <= other.end


class Part(StrEnum):
    """What a block of an article is."""

    TITLE = "title"
    STANDFIRST = "standfirst"  # the summary under the title
    HEADING = "heading"  # a section head inside the article
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, title or heading: a stretch of the text that reads as one."""

    span: Span
    part: Part


@dataclass(frozen=True, slots=True)
class SetAside:
    """Words that are not the article's own claims (a link line, a credit, a caption), and why they were set aside."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """One article.

    Attributes:
        slug: short name, unique on a desk.
        text: the article's text as decoded (for HTML, PDF and DOCX: as extracted), never changed afterwards.
        blocks: the paragraphs in order; they do not overlap. Text outside them is set aside or blank.
        set_aside: what is not mined, with reasons, in order and apart from each other; may lie inside a block (a link
            line inside a sentence).
        raw: pairs (offset in `text`, offset in the decoded file), ascending; empty where both are the same.
        title, publisher, agency, byline, url: "" where unknown.
        dateline: place and day named before the first sentence, "" where there is none.
        published, retrieved: days, or None where unknown. Never taken from a URL.
        known_from: pairs (field, where it was found: "header", "meta tag", "dateline", "given").
        sha256: of the file's bytes, hexadecimal; "" for what was given as text.
        encoding: how the bytes were decoded: "utf-8", "utf-8-sig", "utf-16", "cp1252", or "pdf", "docx".
        first_line: the line of the file on which `text` begins: more than 1 after a YAML header.
    """

    slug: str
    text: str
    blocks: tuple[Block, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    raw: tuple[tuple[int, int], ...] = ()
    title: str = ""
    publisher: str = ""
    agency: str = ""
    byline: str = ""
    url: str = ""
    dateline: str = ""
    published: date | None = None
    retrieved: date | None = None
    known_from: tuple[tuple[str, str], ...] = ()
    sha256: str = ""
    encoding: str = "utf-8"
    first_line: int = 1

    @property
    def paged(self) -> bool:
        """Whether its file has no lines that a place could name: a PDF or a DOCX."""
        return self.encoding in ("pdf", "docx")

    def line(self, offset: int) -> int:
        """The line of the file, from 1, on which an offset lies; for HTML, PDF and DOCX that of the extracted text."""
        return bisect_left(_breaks(self.text), offset) + self.first_line

    def raw_offset(self, offset: int) -> int:
        """Where an offset of `text` lies in the decoded file (see `raw`)."""
        place = bisect_right(self.raw, (offset, 1 << 62)) - 1
        return offset if place < 0 else self.raw[place][1] + offset - self.raw[place][0]


@lru_cache(maxsize=64)
def _breaks(text: str) -> tuple[int, ...]:
    """Where lines end; looked for once, and not anew for each figure of a long article."""
    return tuple(match.start() for match in re.finditer("\n", text))


@dataclass(frozen=True, slots=True)
class Flow:
    """A block as running text: wraps and furniture undone, with the way back.

    Attributes:
        text: what a reader reads: one line, single blanks, hyphenated words joined.
        runs: pairs (offset in `text`, offset in the source), both ascending: where each stretch begins that stands in
            the source letter by letter. A blank may stand for a line end, so it belongs to the stretch before it.
    """

    text: str
    runs: tuple[tuple[int, int], ...]

    def offset(self, at: int) -> int:
        """Where in the source a character of `text` stands."""
        begins, there = self.runs[bisect_right(self.runs, at, key=itemgetter(0)) - 1]
        return there + at - begins

    def place(self, offset: int) -> int:
        """The first character of `text` that stands at an offset of the source or behind it."""
        run = bisect_right(self.runs, offset, key=itemgetter(1))
        if run == 0:
            return 0
        begins, there = self.runs[run - 1]
        ends = self.runs[run][0] if run < len(self.runs) else len(self.text)
        return min(begins + offset - there, ends)

    def span(self, start: int, end: int) -> Span:
        """The place in the source of `text[start:end]`, which must not be empty."""
        return Span(self.offset(start), self.offset(end - 1) + 1)


def flow(source: Source, block: Block) -> Flow:
    """The running text of a block: set-aside spans skipped, white space folded to one blank.

    A hyphen at the end of a line is kept and the break dropped ("decades-" + "long" = "decades-long"): leaving out the
    hyphen would need a word list. Characters without width (a soft hyphen, a zero-width blank) are left out.
    """
    text = source.text
    pieces: list[str] = []
    runs: list[tuple[int, int]] = []
    last, length = block.span.start, 0
    stretches = list(_stretches(source, block.span)) if source.set_aside else [(block.span.start, block.span.end)]
    if len(stretches) == 1 and _runs_through(words := text[block.span.start : block.span.end]):
        return Flow(words, ((0, block.span.start),))
    for start, stop in stretches:
        for match in _RUN.finditer(text, start, stop):
            if pieces and not _joined(text, last, match.start()):
                pieces.append(" ")
                length += 1
            runs.append((length, match.start()))
            pieces.append(match[0])
            last = match.end()
            length += last - match.start()
    return Flow("".join(pieces), tuple(runs))


def _runs_through(words: str) -> bool:
    """Whether words are one run, as those of most paragraphs are: blanks that are single, and nothing unseen."""
    return words.isprintable() and "  " not in words and words != "" and " " not in (words[0], words[-1])


def _stretches(source: Source, span: Span) -> Iterator[tuple[int, int]]:
    """The parts of a span that are not set aside."""
    at = span.start
    first = bisect_right(source.set_aside, span.start, key=lambda aside: aside.span.end)
    for aside in islice(source.set_aside, first, None):
        if aside.span.start >= span.end:
            break
        yield at, aside.span.start
        at = aside.span.end
    yield at, span.end


def _joined(text: str, last: int, start: int) -> bool:
    """Whether two words have no blank between them: parted by nothing that shows, or by a line end after a hyphen."""
    between = text[last:start]
    if not any(map(str.isspace, between)):
        return True
    ends_line = "\n" in between or "\r" in between
    broken = ends_line and text[last - 1] in "-\u2010" and text[last - 2 : last - 1].isalnum()
    return broken and text[start].isalnum() and not between.strip(NO_WIDTH + " \t\r\n\f")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article: its place, and the part of the article it stands in."""

    span: Span
    part: Part


def halves(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text begins or ends inside a number: the 3 of "30", the 12 of "12,400"."""
    before = text[start : start + 1].isdigit() and _NUMBER_BEFORE.search(text[max(0, start - 2) : start])
    behind = text[max(0, end - 1) : end].isdigit() and _NUMBER_BEHIND.match(text[end : end + 2])
    return bool(before or behind)
