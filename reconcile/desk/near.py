"""What the words of a quote come closest to in an article, and whether what differs matters.

A changed figure, date, name, unit or "not" is never taken for the same words: it is shown, and a person decides.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import accumulate, chain
from typing import Final

from reconcile.extract import dates, figures
from reconcile.lexicon import entries
from reconcile.model import Quantity, Source, Span
from reconcile.model.notation import write_figure
from reconcile.model.source import halves

_NEAR: Final = 80.0  # of 100, rapidfuzz's ratio: below it the nearest words are other words
_CUT: Final = re.compile(r"\s*(?:\.\.\.|…|\[[^\[\]]{0,80}\])\s*")  # where a quote says that it leaves out or puts in
_CUTS: Final = 40  # pieces of a quote that are looked for one behind another
_GAP: Final = re.compile(r"[^.!?]{1,300}")  # what may be left out between two of them
_SOLID: Final = re.compile(r"\S+")
_BARE: Final = re.compile(r"^\W+|\W+$")
_KINDS: Final = ("determiners", "prepositions", "coordinators", "relatives", "be", "have")
_SMALL: Final = frozenset(chain.from_iterable(entries("clauses")[kind]["words"].split() for kind in _KINDS)) | {"that"}
_NOTS: Final = frozenset(word for phrase in entries("scope")["negation"] for word in phrase.split()[:1])


@dataclass(frozen=True, slots=True)
class Near:
    """The words of a source that a quote comes closest to.

    Attributes:
        start: where they begin in the source.
        at: where the first of them that is another begins.
        words: what they are.
        changed: what differs, for people.
        lightly: whether what differs are words that leave every figure, date, name and "not" as it is.
    """

    start: int
    at: int
    words: str
    changed: str
    lightly: bool


def spots(quote: str, source: Source) -> Sequence[int]:
    """Where a quote stands in its source, word for word and figure for figure."""
    return _spots(" ".join(quote.split()), source.text)


@lru_cache(maxsize=1 << 12)  # several rules look for each quote of a desk
def _spots(words: str, within: str) -> tuple[int, ...]:
    if not words:
        return ()
    text, begins, places = _on_one_line(within)
    found: list[int] = []
    at = text.find(words)
    while at >= 0:
        word = bisect_right(begins, at) - 1
        if not halves(text, at, at + len(words)):
            found.append(places[word] + at - begins[word])
        at = text.find(words, at + len(words))
    return tuple(found)


@lru_cache(maxsize=8)  # every quote of an article is looked for
def _on_one_line(text: str) -> tuple[str, list[int], list[int]]:
    """A text with single blanks between its words, where each word begins in it, and where in the text as it is."""
    words = text.split()
    places = [word.start() for word in _SOLID.finditer(text)]
    return " ".join(words), [0, *accumulate(len(word) + 1 for word in words)][: len(words)], places


def nearest(quote: str, source: Source, cutoff: float = _NEAR) -> Near | None:
    """What a quote that stands nowhere comes closest to; None where nothing is near.

    Args:
        cutoff: of 100, how alike the letters have to be.
    """
    return _cut(quote, source) or _alike(quote, source, cutoff)


def _cut(quote: str, source: Source) -> Near | None:
    """The stretch that a quote means which says itself that it leaves words out."""
    pieces = [piece.split() for piece in _CUT.split(quote) if piece]
    if not 1 < len(pieces) <= _CUTS or max(map(len, pieces)) < 3:
        return None
    found = _one_behind_another([r"\s+".join(map(re.escape, piece)) for piece in pieces], source.text)
    if found is None:
        return None
    told = "it leaves words out, so it stands at no one place"
    return Near(found.start, found.start, " ".join(source.text[found.start : found.end].split()), told, lightly=True)


def _one_behind_another(pieces: Sequence[str], text: str) -> Span | None:
    """The first stretch in which patterns match one behind another, as whole words and within a sentence."""
    chains = [found.span() for found in re.finditer(rf"{pieces[0]}\b", text)]
    for number, piece in enumerate(pieces[1:], 2):
        ends = [end for _, end in chains]
        further = []
        for found in re.finditer(rf"\b{piece}" + r"\b" * (number < len(pieces)), text):
            last = bisect_left(ends, found.start()) - 1  # if the nearest is not in one sentence with it, none is
            if last >= 0 and _GAP.fullmatch(text, ends[last], found.start()):
                further.append((chains[last][0], found.end()))
        chains = further
    return Span(*chains[0]) if chains else None


def _alike(quote: str, source: Source, cutoff: float) -> Near | None:
    from rapidfuzz import fuzz  # noqa: PLC0415 - only a broken quote needs it

    quote = " ".join(quote.split())
    found = fuzz.partial_ratio_alignment(quote, source.text, score_cutoff=cutoff)
    if found is None or found.score < cutoff or not quote:
        return None
    ours = quote.split()
    start, end = _window(ours, source.text, found.dest_start, found.dest_end)
    words = source.text[start:end].strip(" ,.;:").split()
    other = (found.start() for found in re.finditer(r"\S+", source.text[start:end]) if found[0] not in ours)
    told = _changed(" ".join([word for word in words if word not in ours][:6]),
                    " ".join([word for word in ours if word not in words][:6]))  # fmt: skip
    same = lightly(ours, words) and values(quote) == values(" ".join(words))
    return Near(start, start + next(other, 0), " ".join(words), told, same)


def _changed(new: str, lost: str) -> str:
    """What differs, given the words that the source alone has and those that the quote alone has."""
    if new and lost:
        return f"“{new}”, not “{lost}”"
    if new:
        return f"“{new}” stands there besides"
    return f"“{lost}” does not stand there" if lost else "they stand in another order"


def _window(ours: list[str], text: str, start: int, end: int) -> tuple[int, int]:
    """The whole words of a text that words come closest to, around where they begin and end by letters alone."""
    reach = end - start
    there = [found.span() for found in re.finditer(r"\S+", text[: end + reach]) if found.end() > start - reach]
    said = [text[a:b].strip(" ,.;:") for a, b in there]
    blocks = [block for block in SequenceMatcher(a=ours, b=said, autojunk=False).get_matching_blocks() if block.size]
    if not blocks:
        return start, end
    first = max(0, blocks[0].b - blocks[0].a)
    last = min(len(there), blocks[-1].b + len(ours) - blocks[-1].a)
    return there[first][0], there[last - 1][1]


def lightly(ours: list[str], theirs: list[str]) -> bool:
    """Whether what differs is spelling, small words, or words left out that are no name, number or "not"."""
    one, other = ([_BARE.sub("", word).lower() for word in words] for words in (ours, theirs))
    for kind, a, b, c, d in SequenceMatcher(a=one, b=other, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        put_in, left_out = one[a:b], other[c:d]
        names = any(word[:1].isupper() for word in (*ours[max(a, 1) : b], *theirs[max(c, 1) : d]))
        said = (*put_in, *left_out)
        if names or any(any(map(str.isdigit, word)) or word in _NOTS for word in said):
            return False
        if kind != "insert" and not _SMALL.issuperset({*said, ""}):
            return False
    return True


def values(text: str) -> list[str]:
    """The figures and dates that stand in words."""
    read = [write_figure(f.value) for f in figures.find(text) if isinstance(f.value, Quantity)]
    return read + [text[f.start : f.end] for f in dates.find(text, None)]
