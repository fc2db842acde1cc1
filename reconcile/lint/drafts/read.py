"""A draft as the lint reads it: the same reading as an article's, with its `claim:` links, and its own places.

What comes in: a file's bytes and the path as the user typed it. What goes out: a Draft. What stands before the text
(front matter of any kind) is blanked rather than read: a draft is not a source, and owes its site generator other keys.
"""

import codecs
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import Final

from reconcile.errors import ReconcileError
from reconcile.extract import extract
from reconcile.model import Claim, Level, Place, Problem, Source, Span
from reconcile.read import READERS, read
from reconcile.read.dates import iso_day
from reconcile.read.decode import decode

SLUG: Final = "draft:"  # no source's slug has a colon
_PLAIN: Final = {".markdown": ".md", ".mdx": ".md", ".mkd": ".md", ".qmd": ".md"}
_FRONT: Final = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?)^\1[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_DAY: Final = re.compile(r"^(?:published|date)[ \t]*[:=][ \t]*[\"']?(\d{4}-\d\d-\d\d)", re.MULTILINE)
_FENCE: Final = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
_ID: Final = r"claim:(?P<id>[^\s\"'<>()\[\]{}]+)"
_LINK: Final = re.compile(
    rf"\[(?P<words>[^\[\]]{{1,400}})\]\(<?{_ID}>?(?: \"[^\"\n]*\")?\)"  # Markdown
    rf"|<a\s[^<>]{{0,200}}?href\s*=\s*[\"']?{_ID.replace('id', 'html')}[\"']?[^<>]{{0,200}}>(?P<inner>.{{0,600}}?)</a>"
    rf"|(?P<bare>[\[({{]{_ID.replace('id', 'note')}[\])}}])",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Link:
    """A `claim:` link of a draft.

    Attributes:
        claim: the id it names.
        at: where it begins in the decoded file.
        words: the stretch of the decoded file it marks; for a bare "(claim:…)" all that stands before it.
        bare: whether it marks what stands before it.
    """

    claim: str
    at: int
    words: Span
    bare: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that is to be published, laid beside a desk.

    Attributes:
        path: as the user typed it.
        text: the decoded file.
        source: its reading; its slug is no source's.
        claims: what it says.
        links: its `claim:` links, in order.
        broken: why it could not be read, in which case it says nothing.
    """

    path: str
    text: str
    source: Source
    claims: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()
    broken: Problem | None = None

    def place(self, offset: int) -> Place:
        """The place of an offset into the reading's text."""
        if self.source.paged:
            return Place(self.path)
        return self.place_of(self.source.raw_offset(offset))

    def place_of(self, at: int) -> Place:
        """The place of an offset into the decoded file."""
        return Place(self.path, self.text.count("\n", 0, at) + 1, at - self.text.rfind("\n", 0, at))

    def pins(self) -> Mapping[str, str]:
        """Claim of the draft to the claim of the desk that a link pins it to."""
        told = [(self._raw(words.span), claim) for claim in self.claims if (words := claim.quantity or claim.when)]
        told.sort(key=lambda row: row[0])
        return {claim.id: link.claim for link in self.links for claim in self._marked(link, told)}

    def _marked(self, link: Link, told: Sequence[tuple[Span, Claim]]) -> list[Claim]:
        """The claims whose value a link marks, of all that are told in their order, else those whose words it touches.

        Values do not overlap, so their ends stand in order as well.
        """
        if link.bare:
            last = bisect_right(told, link.at, key=_end) - 1
            return [told[last][1]] if last >= 0 and told[last][0].end > self.text.rfind("\n\n", 0, link.at) else []
        first, last = bisect_right(told, link.words.start, key=_end), bisect_left(told, link.words.end, key=_start)
        return [claim for _, claim in told[first:last]] or [
            claim
            for claim in self.claims
            if (at := self._raw(claim.span)).start < link.words.end and link.words.start < at.end
        ]

    def _raw(self, span: Span) -> Span:
        return Span(self.source.raw_offset(span.start), self.source.raw_offset(span.end - 1) + 1)


def _start(row: tuple[Span, Claim]) -> int:
    return row[0].start


def _end(row: tuple[Span, Claim]) -> int:
    return row[0].end


def read_draft(data: bytes, path: str, published: date | None = None) -> Draft:
    """A draft from a file's bytes.

    Args:
        path: as the user typed it; its ending chooses the reader, anything unknown is read as plain text.
        published: the day "on Tuesday" is reckoned from; the front matter's `date:` or `published:` where None.
    """
    ending = PurePath(path).suffix.lower()
    ending = _PLAIN.get(ending, ending if ending in READERS else ".txt")
    try:
        if ending in (".pdf", ".docx"):
            text, clean = "", data
        else:
            text = decode(data, path)[0]
            blank, told = _blanked(text, html=ending.startswith(".htm"))
            published, clean = published or told, codecs.BOM_UTF8 + blank.encode("utf-8", "surrogatepass")
        source = read(clean, f"draft{ending}", header={"slug": "draft", **_header(published)})
    except ReconcileError as error:
        problem = Problem("S109", Level.ERROR, Place(path), error.what, error.hint)
        return Draft(path, "", Source(SLUG + path, ""), broken=problem)
    source = replace(source, slug=SLUG + path)
    return Draft(path, text or source.text, source, extract(source), tuple(_links(text)))


def front(text: str) -> int:
    """Where what stands before a draft's text ends: its front matter, of any kind."""
    found = _FRONT.match(text)
    return found.end() if found else 0


def _header(published: date | None) -> dict[str, str]:
    return {"published": published.isoformat()} if published else {}


def _blanked(text: str, *, html: bool) -> tuple[str, date | None]:
    """The text with front matter, code and the marks of `claim:` links turned into blanks, and the day it names."""
    front = _FRONT.match(text)
    told = _DAY.search(front[2]) if front else None
    try:
        day = iso_day(told[1]) if told else None
    except ValueError:
        day = None
    spans = [front.span()] if front else []
    if not html:
        spans += [match.span() for match in _FENCE.finditer(text)]
        for match in _LINK.finditer(text):
            if match["bare"]:
                spans.append(match.span())
            elif match["words"]:
                spans += [(match.start(), match.start("words")), (match.end("words"), match.end())]
    out = list(text)
    for start, end in spans:
        out[start:end] = [letter if letter in "\r\n" else " " for letter in text[start:end]]
    return "".join(out), day


def _links(text: str) -> Iterator[Link]:
    for match in _LINK.finditer(text):
        name = match["id"] or match["html"] or match["note"]
        group = "words" if match["words"] else "inner" if match["html"] else "bare"
        yield Link(name.rstrip(".,;:"), match.start(), Span(*match.span(group)), bare=group == "bare")
