"""Markdown: the text stays as it is; its marks (emphasis, link targets, pictures) are set aside.

A heading's sign makes a title or heading. What a reader does not see, no stage reads: "**90** dead" is "90 dead".
"""

import re
from dataclasses import replace
from typing import Final

from reconcile.model import Part, SetAside, Span
from reconcile.read import text
from reconcile.read.layout import MARKUP, Mark, keep_apart
from reconcile.read.page import Page

_HEADING: Final = re.compile(
    r"^(?P<open>(?P<level>#{1,6})[ \t]+)(?P<words>[^\n]*?)(?P<close>[ \t]+#+)?[ \t]*\r?$", re.MULTILINE
)
_QUOTE: Final = re.compile(r"^ {0,3}>[ \t]?", re.MULTILINE)
_PICTURE: Final = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{1,1000}(?: \"[^\"\n]{0,200}\")?\)")
_LINK: Final = re.compile(r"(?P<open>\[)[^\[\]\n]{1,300}(?P<close>\]\([^()\s]{1,1000}(?: \"[^\"\n]{0,200}\")?\))")
_STRONG: Final = re.compile(r"(?P<open>\*{1,3})(?=[^\s*])[^*]{1,500}(?<=\S)(?P<close>(?P=open))(?!\*)")
_UNDER: Final = re.compile(r"(?<!\w)(?P<open>_{1,2})(?=[^\s_])[^_]{1,500}(?<=\S)(?P<close>(?P=open))(?!\w)")
_TAG: Final = re.compile(r"<!--[^<>]{0,2000}-->|</?[a-zA-Z][^<>\n]{0,200}>")


def page(data: bytes, name: str) -> Page:
    """The article in a Markdown file.

    Raises:
        SourceError: as for plain text.
    """
    read = text.page(data, name)
    return replace(read, marks=tuple(_headings(read.text)), aside=tuple(_markup(read.text)))


def _headings(words: str) -> list[Mark]:
    marks: list[Mark] = []
    for match in _HEADING.finditer(words):
        top = len(match["level"]) == 1 and not marks
        marks.append(Mark(Span(*match.span()), Part.TITLE if top else Part.HEADING))
    return marks


def _markup(words: str) -> list[SetAside]:
    """What a reader of the rendered page does not see, in order and apart from each other."""
    found: list[tuple[Span, str]] = []
    for pattern in (_TAG, _PICTURE):
        reason = MARKUP if pattern is _TAG else "picture"
        found += [(Span(*match.span()), reason) for match in pattern.finditer(words)]
    found += [(Span(*match.span()), MARKUP) for match in _QUOTE.finditer(words)]
    found += [(Span(*match.span("open")), MARKUP) for match in _HEADING.finditer(words)]
    for pattern in (_LINK, _STRONG, _UNDER):
        for match in pattern.finditer(words):
            found += [(Span(*match.span(end)), MARKUP) for end in ("open", "close")]
    return keep_apart(SetAside(span, reason) for span, reason in found)
