"""Quotations of a draft that are almost, but not quite, what a source has.

What comes in: a draft and the sources. What goes out: Misquotations, each with the source's words and where they stand.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from reconcile.lint.drafts.read import Draft
from reconcile.model import Claim, Edit, Source, Span, flow

_QUOTED: Final = re.compile(r"“(?P<curly>[^“”]{12,2000})”|\"(?P<plain>[^\"]{12,2000})\"")
_WORD: Final = re.compile(r"\w+(?:['’.,:/-]\w+)*")
_CUT: Final = re.compile(r"\.\.\.|…|\[[^\[\]]{0,80}\]")  # where a quotation says that it leaves out or puts in
_FEWEST: Final = 5  # words; shorter ones are names and single phrases
_NEAR: Final = 85.0  # of 100, rapidfuzz's ratio: below it the words are other words
_STRAIGHT: Final = str.maketrans("’‘–—", "''--")


@dataclass(frozen=True, slots=True)
class Misquotation:
    """Words between quotation marks that a source has otherwise.

    Attributes:
        span: of the words in the draft's text.
        said: the words.
        source: the article that is meant.
        origin: of the words in its text.
    """

    draft: Draft
    span: Span
    said: str
    source: Source
    origin: Span

    @property
    def words(self) -> str:
        """What the source has, on one line."""
        return " ".join(self.source.text[self.origin.start : self.origin.end].split())

    def changes(self, claim: Claim) -> bool:
        """Whether the value of a claim of the draft stands in these words and not in the source's."""
        told = claim.quantity or claim.when
        if told is None or not told.span.within(self.span):
            return False
        theirs = [word.translate(_STRAIGHT).lower() for word in _WORD.findall(self.words)]
        return not _in_order([[word.translate(_STRAIGHT).lower() for word in _WORD.findall(told.text)]],
                             f" {' '.join(theirs)} ")  # fmt: skip

    def edits(self) -> tuple[Edit, ...]:
        """The source's words in the place of a quotation that stands in one piece, an offer to the draft's author."""
        if self.draft.source.paged or _CUT.search(self.said):
            return ()
        at = self.draft.source.raw_offset(self.span.start)
        found = re.compile(r"\s+".join(map(re.escape, self.said.split()))).match(self.draft.text, at)
        mark = self.said[-1] if self.said[-1] in ",." and self.words[-1:] not in {",", "."} else ""
        return (Edit(found.start(), found.end(), self.words + mark),) if found else ()


@dataclass(frozen=True)  # no slots: the words are taken apart when a quotation first asks
class _Words:
    """A source as its words, each with its place."""

    source: Source

    @cached_property
    def found(self) -> list[tuple[str, int, int]]:
        """(word in small letters, start, end) in the order of the text, without what was set aside."""
        return [
            (
                match[0].translate(_STRAIGHT).lower(),
                running.offset(match.start()),
                running.offset(match.end() - 1) + 1,
            )
            for block in self.source.blocks
            for running in [flow(self.source, block)]
            for match in _WORD.finditer(running.text)
        ]

    @cached_property
    def text(self) -> str:
        """The words with one blank before and after each."""
        return f" {' '.join(word for word, _, _ in self.found)} "

    @cached_property
    def starts(self) -> list[int]:
        """Where in `text` each word begins."""
        at, starts = 1, []
        for word, _, _ in self.found:
            starts.append(at)
            at += len(word) + 1
        return starts


def misquotations(draft: Draft, sources: Sequence[Source]) -> Iterator[Misquotation]:
    """The quotations of a draft that come close to a source and that none has."""
    library = [_Words(source) for source in sources]
    for span, said in _quotations(draft):
        near = _misquoted(said, library)
        if near is not None:
            yield Misquotation(draft, span, said, *near)


def _quotations(draft: Draft) -> Iterator[tuple[Span, str]]:
    """(span, words) of the quotations; a paragraph with a mark that is not closed is left alone."""
    for block in draft.source.blocks:
        running = flow(draft.source, block)
        if running.text.count('"') % 2 or running.text.count("“") != running.text.count("”"):
            continue
        for match in _QUOTED.finditer(running.text):
            group = "curly" if match["curly"] else "plain"
            start, end = match.span(group)
            yield Span(running.offset(start), running.offset(end - 1) + 1), match[group]


def _misquoted(quotation: str, library: Sequence[_Words]) -> tuple[Source, Span] | None:
    """The source's words that a quotation means and does not give, and their source."""
    pieces = [[w.translate(_STRAIGHT).lower() for w in _WORD.findall(piece)] for piece in _CUT.split(quotation)]
    pieces = [piece for piece in pieces if piece]
    if sum(map(len, pieces)) < _FEWEST or any(_in_order(pieces, words.text) for words in library):
        return None
    from rapidfuzz import fuzz  # noqa: PLC0415 - only a quotation that no source has needs it

    longest = max(map(" ".join, pieces), key=len)
    if longest.count(" ") < _FEWEST - 1:
        return None
    best = None
    for words in library:
        found = fuzz.partial_ratio_alignment(longest, words.text, score_cutoff=_NEAR)
        if found is not None and found.score >= _NEAR and (best is None or found.score > best[0]):
            best = (found.score, words, found.dest_start, found.dest_end)
    if best is None:
        return None
    _, words, begin, finish = best
    if f" {longest} " in words.text:  # this piece is right, another one is of another place
        return None
    first = max(0, bisect_right(words.starts, begin) - 1)
    last = max(first, bisect_right(words.starts, max(begin, finish - 1)) - 1)
    start, end = words.found[first][1], words.found[last][2]
    return words.source, Span(start, end)


def _in_order(pieces: Sequence[Sequence[str]], text: str) -> bool:
    at = 0
    for piece in pieces:
        at = text.find(f" {' '.join(piece)} ", at)
        if at < 0:
            return False
        at += 1
    return True
