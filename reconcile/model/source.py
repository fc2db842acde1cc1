"""An article as it was read, and the places in it.

Law: for everything that carries a Span, `text == source.text[span.start:span.end]`, everywhere, always. The text is
never changed after reading; what wraps, hyphens and furniture do to a sentence is undone in a `Flow`, which keeps the
way back to the offsets.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character offsets into `Source.text`."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

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
        set_aside: what is not mined, with reasons; may lie inside a block (a link line inside a sentence).
        raw: pairs (offset in `text`, offset in the decoded file), ascending; empty where both are the same.
        title, publisher, agency, byline, url: "" where unknown.
        dateline: place and day named before the first sentence, "" where there is none.
        published, retrieved: days, or None where unknown. Never taken from a URL.
        known_from: pairs (field, where it was found: "header", "meta tag", "dateline", "given").
        sha256: of the file's bytes, hexadecimal.
        encoding: how the bytes were decoded: "utf-8", "utf-8-sig", "utf-16", "cp1252".
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

    def line(self, offset: int) -> int:
        """The line of `text`, from 1, on which an offset lies."""
        return self.text.count("\n", 0, offset) + 1

    def raw_offset(self, offset: int) -> int:
        """Where an offset of `text` lies in the decoded file (see `raw`)."""
        place = bisect_right(self.raw, (offset, 1 << 62)) - 1
        return offset if place < 0 else self.raw[place][1] + offset - self.raw[place][0]


@dataclass(frozen=True, slots=True)
class Flow:
    """A block as running text: wraps and furniture undone, with the way back.

    Attributes:
        text: what a reader reads: one line, single blanks, hyphenated words joined.
        offsets: for each character of `text` its offset in the source; ascending.
    """

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The place in the source of `text[start:end]`, which must not be empty."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


def flow(source: Source, block: Block) -> Flow:
    """The running text of a block: set-aside spans skipped, white space folded to one blank.

    A hyphen at the end of a line is kept and the break dropped ("decades-" + "long" = "decades-long"): leaving out the
    hyphen would need a word list.
    """
    letters: list[str] = []
    offsets: list[int] = []
    skipped = [a.span for a in source.set_aside if a.span.overlaps(block.span)]
    at = block.span.start
    for gap in [*skipped, Span(block.span.end, block.span.end)]:
        for offset in range(at, max(at, min(gap.start, block.span.end))):
            letter = source.text[offset]
            if not letter.isspace():
                letters.append(letter)
                offsets.append(offset)
            elif letters and letters[-1] != " " and not _broken_word(source.text, offset, letters):
                letters.append(" ")
                offsets.append(offset)
        at = max(at, gap.end)
        if gap.end < block.span.end and letters and letters[-1] != " ":
            letters.append(" ")
            offsets.append(min(gap.start, block.span.end - 1))
    while letters and letters[-1] == " ":
        letters.pop()
        offsets.pop()
    return Flow("".join(letters), tuple(offsets))


def _broken_word(text: str, offset: int, letters: list[str]) -> bool:
    """Whether the white space at `offset` is a line end after the hyphen of a broken word."""
    if letters[-1] not in "-\u2010" or len(letters) < 2 or not letters[-2].isalnum():
        return False
    after = offset
    while after < len(text) and text[after].isspace():
        after += 1
    return "\n" in text[offset:after] and after < len(text) and text[after].isalnum()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article: its place, and its running text with the way back."""

    span: Span
    flow: Flow
    part: Part
