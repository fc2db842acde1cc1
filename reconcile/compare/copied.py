"""Which articles share passages, word for word or lightly edited, so that one of them was written from the other.

What comes in: articles. What goes out: for a pair, how much of the shorter one stands in the other. An article is cut
into pieces: its sentences, and where somebody is quoted, what stands before and behind the quotation. Pieces that share
a run of words are found through an index of such runs, so that the cost grows with the text, not with the pairs, and
then compared word by word, in order: a word put in another's place, a clause that was cut, an order of sentences that
was changed or a paragraph that was dropped take away little.

Titles and what stands in quotation marks count for nothing: two reporters at one press conference share what was said
there.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from reconcile.model import Part, Source, flow

RUN: Final = 5  # words: shorter runs are shared by chance, longer ones break at every edit
PASSAGE: Final = 8  # words that two pieces must share: fewer are shared by chance, as in "police said in a statement"
ALIKE: Final = 0.7  # of the shorter piece's words, in order: what a light edit leaves
SHARE: Final = 0.25  # of the shorter article
FEWEST: Final = 30  # copied words; below that an article is too short to tell
LONGEST: Final = 100  # words of a piece: text without full stops is cut there
REACH: Final = 20  # holders of a run that each is held against, in order of their names: a chain joins all reprints

_WORD: Final = re.compile(r"[^\W_]+")
_QUOTED: Final = re.compile(
    r"“[^“”]{0,2000}(?:”|$)"  # a quotation that goes on in the next paragraph is closed there only
    r"|\"[^\"]{0,2000}\"|„[^„“”]{0,2000}[“”]|«[^«»]{0,2000}»|``(?:(?!``|'').){0,2000}''"
    r"|‘(?:[^‘’]|(?<=\w)’(?=\w)){0,2000}’(?!\w)|(?<!\w)'(?=\w)(?:[^']|(?<=\w)'(?=\w)){0,2000}'(?!\w)"
)
_END: Final = re.compile(r"[.!?]\s+(?=[^\W\d_a-z])|[.!?][”\"’')\]]+\s+")

Piece: TypeAlias = tuple[str, ...]  # words


@dataclass(frozen=True, slots=True)
class Copied:
    """How much of one article stands in another.

    Attributes:
        shorter, longer: slugs; of two of one length the first by name is the shorter.
        words, of: the shorter article's words that stand in the longer one, of all its own words.
        passages: in how many pieces they stand.
    """

    shorter: str
    longer: str
    words: int
    of: int
    passages: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.words / self.of


def copied(sources: Sequence[Source]) -> Iterator[Copied]:
    """The pairs of articles that share too much to have been written apart, by name."""
    pieces = {source.slug: _pieces(source) for source in sorted(sources, key=lambda source: source.slug)}
    sizes = {slug: sum(map(len, own)) for slug, own in pieces.items()}
    for (one, other), meetings in sorted(_meetings(pieces).items()):
        shorter, longer = sorted((one, other), key=lambda slug: (sizes[slug], slug))
        least = max(FEWEST, SHARE * sizes[shorter])
        met = {left if shorter == one else right for left, right in meetings}
        if sum(len(pieces[shorter][at]) for at in met) < least:
            continue  # too few, were they copied to the last word
        best: dict[int, int] = defaultdict(int)
        for left, right in meetings:
            at = left if shorter == one else right
            best[at] = max(best[at], shared(pieces[one][left], pieces[other][right]))
        words = sum(best.values())
        if words >= least:
            yield Copied(shorter, longer, words, sizes[shorter], sum(map(bool, best.values())))


def shared(one: Piece, other: Piece) -> int:
    """The words of one piece that were copied from the other, 0 where they are too few or too scattered to tell."""
    if one == other:
        return len(one) if len(one) >= PASSAGE else 0
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - few stories need it, and it takes 17 ms to import

    same = LCSseq.similarity(one, other)
    if same < ALIKE * min(len(one), len(other)):
        kept = (step.src_end - step.src_start for step in LCSseq.opcodes(one, other) if step.tag == "equal")
        same = sum(length for length in kept if length >= PASSAGE)
    return same if same >= PASSAGE else 0


def _pieces(source: Source) -> list[Piece]:
    """An article's own words, piece by piece."""
    found: list[Piece] = []
    for block in source.blocks:
        if block.part is Part.TITLE:
            continue
        for stretch in _QUOTED.split(flow(source, block).text):
            for piece in _END.split(stretch):
                words = [word.casefold() for word in _WORD.findall(piece)]
                found.extend(tuple(words[at : at + LONGEST]) for at in range(0, len(words), LONGEST))
    return found


def _meetings(pieces: Mapping[str, Sequence[Piece]]) -> Mapping[tuple[str, str], set[tuple[int, int]]]:
    """For each pair of articles, the pairs of pieces that share a run of words and are long enough to be a passage."""
    holders: dict[Piece, dict[str, int]] = defaultdict(dict)
    for slug, own in pieces.items():
        for at, piece in enumerate(own):
            if len(piece) >= PASSAGE:
                for run in _runs(piece):
                    holders[run].setdefault(slug, at)
    found: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    for held in holders.values():
        ordered = list(held.items())
        for number, (one, left) in enumerate(ordered):
            for other, right in ordered[number + 1 : number + 1 + REACH]:
                found[one, other].add((left, right))
    return found


def _runs(piece: Piece) -> Iterable[Piece]:
    return (piece[at : at + RUN] for at in range(len(piece) - RUN + 1))
