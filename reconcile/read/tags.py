"""HTML cut into tags and words, each with its offset; in time proportional to the page.

Not the standard library's `html.parser`: on a page with unclosed tags or comments it takes time in proportion to the
square of the length (200,000 characters of `<a href="`: 48 s), and pages come from anywhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Final

# What can stand between tags. Possessive throughout: nothing is tried twice.
_TOKEN: Final = re.compile(
    r"""(?P<comment><!--)
    |<(?P<tag>/?[a-zA-Z][^\s/<>]{0,60}+)(?P<attributes>(?:[^<>"']++|"[^"]{0,20000}+"|'[^']{0,20000}+')*+)>
    |(?P<other><[!?/])
    |(?P<reference>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?)
    |(?P<words>[^<&]++|[<&])""",
    re.VERBOSE,
)
_ATTRIBUTE: Final = re.compile(
    r"""([^\s=/"'<>]{1,100}+)(?:\s{0,20}+=\s{0,20}+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>]++)))?"""
)
_RAW: Final = frozenset(["script", "style", "textarea", "title", "noscript", "iframe", "xmp"])  # hold words, no tags


@dataclass(frozen=True, slots=True)
class Token:
    """A tag or a stretch of words.

    Attributes:
        at: offset in the page.
        tag: the tag's name in small letters, "/" before it for an end tag; "" for words.
        text: the words, character references resolved.
        attributes: of a start tag, names in small letters.
    """

    at: int
    tag: str = ""
    text: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


def tokens(page: str) -> Iterator[Token]:
    """The tags and words of a page, in order; comments and declarations left out."""
    at = 0
    while match := _TOKEN.match(page, at):
        begin, at = at, match.end()
        if match["comment"]:
            at = _after(page, "-->", at)
        elif match["other"]:
            at = _after(page, ">", at)
        elif match["tag"]:
            name = match["tag"].lower()
            yield Token(begin, name, attributes=_attributes(match["attributes"]))
            if name in _RAW:
                closing = re.compile(rf"</{name}", re.IGNORECASE).search(page, at)
                end = closing.start() if closing else len(page)
                yield Token(at, text=unescape(page[at:end]) if name == "title" else page[at:end])
                at = end
        elif match["reference"]:
            yield Token(begin, text=unescape(match["reference"]))
        elif match["words"]:
            yield Token(begin, text=match["words"])


def _after(page: str, mark: str, at: int) -> int:
    """The offset after a mark; the end of the page where it is missing, as browsers have it."""
    found = page.find(mark, at)
    return len(page) if found < 0 else found + len(mark)


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found
