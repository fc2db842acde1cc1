"""A: a draft's quotations, `claim:` links, and what of it no claim stands behind (A606 to A608)."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Final

from reconcile.lint.drafts.read import Draft
from reconcile.lint.rule import Checked, place_in, problem
from reconcile.model import Edit, Level, Problem, Source, flow

_QUOTED: Final = re.compile(r"“(?P<curly>[^“”]{12,2000})”|\"(?P<plain>[^\"]{12,2000})\"")
_WORD: Final = re.compile(r"\w+(?:['’.,:/-]\w+)*")
_CUT: Final = re.compile(r"\.\.\.|…|\[[^\[\]]{0,80}\]")  # where a quotation says that it leaves out or puts in
_FEWEST: Final = 5  # words; shorter ones are names and single phrases
_NEAR: Final = 85.0  # of 100, rapidfuzz's ratio: below it the words are other words
_STRAIGHT: Final = str.maketrans("’‘–—", "''--")


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


def a606(checked: Checked) -> Iterator[Problem]:
    """What: a quotation is almost, but not quite, what a source has.

    Why: what stands between quotation marks is somebody's words; a slip puts others into their mouth.
    Bad: "we will never rebuild the dam" where the source has "we will not rebuild the dam"
    Good: the source's words; "..." where you leave some out, [brackets] where you put some in
    Fix: take the source's words, which are shown, or take the quotation marks away.
    """
    library = [_Words(source) for source in checked.desk.sources]
    for draft in checked.drafts:
        for start, quotation in _quotations(draft):
            near = _misquoted(quotation, library)
            if near is not None:
                source, at, words = near
                yield problem("A606", Level.ERROR, draft.place(start), "the quotation is not what the source has",
                              f"the source has “{words}”", place_in(checked, source, at),
                              _instead(draft, start, quotation, words))  # fmt: skip


def _instead(draft: Draft, start: int, quotation: str, words: str) -> tuple[Edit, ...]:
    """The source's words in the place of a quotation that stands in the draft in one piece, an offer to its author."""
    if draft.source.encoding in ("pdf", "docx") or _CUT.search(quotation):
        return ()
    at = draft.source.raw_offset(start)
    found = re.compile(r"\s+".join(map(re.escape, quotation.split()))).match(draft.text, at)
    mark = quotation[-1] if quotation[-1] in ",." and words[-1:] not in {",", "."} else ""
    return (Edit(found.start(), found.end(), words + mark),) if found else ()


def _quotations(draft: Draft) -> Iterator[tuple[int, str]]:
    """(offset, words) of the quotations; a paragraph with a mark that is not closed is left alone."""
    for block in draft.source.blocks:
        running = flow(draft.source, block)
        if running.text.count('"') % 2 or running.text.count("“") != running.text.count("”"):
            continue
        for match in _QUOTED.finditer(running.text):
            group = "curly" if match["curly"] else "plain"
            yield running.offset(match.start(group)), match[group]


def _misquoted(quotation: str, library: Sequence[_Words]) -> tuple[Source, int, str] | None:
    """The source's words that a quotation means and does not give: source, offset, words."""
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
    return words.source, start, " ".join(words.source.text[start:end].split())


def _in_order(pieces: Sequence[Sequence[str]], text: str) -> bool:
    at = 0
    for piece in pieces:
        at = text.find(f" {' '.join(piece)} ", at)
        if at < 0:
            return False
        at += 1
    return True


def a607(checked: Checked) -> Iterator[Problem]:
    """What: a figure or date of the draft that no claim of the desk stands behind (`--coverage` asks for it).

    Why: what is not on the desk nobody has compared.
    Bad: "some 400 houses were lost" where no source on the desk counts houses
    Good: the same, with the source that says so on the desk
    Fix: put the source on the desk, or leave it: this is a list to go through, not a fault.
    """
    told = {(said.draft.path, said.claim.id) for said in checked.statements if any(row.fits for row in said.beside)}
    told |= {(judged.said.draft.path, judged.said.claim.id) for judged, _ in checked.excluding}
    for draft in checked.drafts:
        for claim in draft.claims:
            words = claim.quantity or claim.when
            if words is not None and (draft.path, claim.id) not in told:
                yield problem("A607", Level.INFO, draft.place(words.span.start),
                              f"no claim of the desk stands behind “{' '.join(words.text.split())}”",
                              "put its source on the desk")  # fmt: skip


def a608(checked: Checked) -> Iterator[Problem]:
    """What: a `claim:` link names a claim that is not on the desk.

    Why: the link was to pin the words to their evidence; it pins them to nothing.
    Bad: `[31 people](claim:times.000000)` where no claim has that id
    Good: `[31 people](claim:times.d81305)`
    Fix: take the id from `claims/`; where the claim was struck, quote another or take the words out.
    """
    struck = {record.id for file in checked.desk.claim_files for record in file.records if record.struck}
    for draft in checked.drafts:
        for link in draft.links:
            if link.claim in checked.dossier.claim:
                continue
            near = get_close_matches(link.claim, list(checked.dossier.claim), n=1)
            hint = f"did you mean {near[0]}?" if near else "the ids stand in claims/"
            what = "was struck" if link.claim in struck else "is not on the desk"
            at = draft.text.find(link.claim, link.at)
            edits = (Edit(at, at + len(link.claim), near[0]),) if near and at >= 0 else ()
            yield problem("A608", Level.ERROR, draft.place_of(link.at), f"the claim {link.claim!r} {what}", hint,
                          edits=edits)  # fmt: skip
