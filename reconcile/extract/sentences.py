"""Where sentences begin and end.

What comes in: the running text of a block. What goes out: half-open offsets, in order. The rules of `sentencex` are
taken and mended: it splits after abbreviations that stand inside a sentence ("It fell 3 pct. on Tues. in Oslo").
To add an abbreviation: put it into `lexicon/en/abbreviations.yaml`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from sentencex import get_sentence_boundaries

from reconcile.lexicon import entries

_LAST_WORD: Final = re.compile(r"(?:^|[\s(\"“‘'\[])([A-Za-z](?:[A-Za-z.]{0,10}))\.[\"”’')\]]*$")
_BULLET: Final = re.compile(r"\s*+[-–—*•·▪◦‣●■]\s++")  # of a list: no word of the sentence
_NEXT_WORD: Final = re.compile(r"[A-Za-z]+")
_LONGEST: Final = 1500  # characters; the longest sentences of news have some 600
_PIECE: Final = 8000  # characters; no paragraph of news is as long
_MOST: Final = 40  # figures and dates in one sentence; more are a table
_ROW: Final = 120  # characters of a table that are read together
_REACH: Final = 24  # no abbreviation is longer, with its brackets


def read_sentences(text: str, whole: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """The sentences of running text; blanks around them are left out.

    Args:
        text: running text of a block.
        whole: places that no sentence ends in ("Nov. 25"), ascending, not overlapping.
    """
    found: list[tuple[int, int]] = []
    ends = [last for _, last in whole]
    bullet = _BULLET.match(text)
    begin = bullet.end() if bullet else 0
    for first, last in _boundaries(text):
        start, end = max(begin, first), last
        while end > start and text[end - 1].isspace():
            end -= 1
        while start < end and text[start].isspace():
            start += 1
        if start >= end:
            continue
        near = bisect_right(ends, start)
        inside = near < len(whole) and whole[near][0] < start
        if found and (inside or goes_on(text, found[-1][1], start)):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    parted = [part for start, end in found for part in _parted(text, start, end)]
    return [piece for start, end in parted for piece in _bounded(text, start, end, ends)]


def _boundaries(text: str) -> Iterator[tuple[int, int]]:
    """What `sentencex` finds, asked piece by piece: a run of quotation marks costs it the square of the length."""
    start = 0
    while start < len(text):
        stop = text.rfind(". ", start, start + _PIECE) + 2
        end = len(text) if len(text) - start <= _PIECE else stop if stop > start + 1 else start + _PIECE
        for boundary in get_sentence_boundaries("en", text[start:end]):
            yield start + int(boundary["start_index"]), start + int(boundary["end_index"])
        start = end


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence parted behind a word that only looks like an abbreviation: "It was shut in May. | Ada Voss left"."""
    for match in _no_abbreviation().finditer(text, start, end):
        yield start, match.end() - 1
        start = match.end()
    yield start, end


@cache
def _no_abbreviation() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{'|'.join(sorted(_abbreviations('none')))})\. (?=[A-Z])")


def _bounded(text: str, start: int, end: int, ends: list[int]) -> Iterator[tuple[int, int]]:
    """A sentence in pieces of bounded length, cut at blanks: what is endless is no sentence but a table or damage."""
    values = bisect_right(ends, end) - bisect_right(ends, start)
    longest = _LONGEST if values <= _MOST else _ROW
    while end - start > longest:
        cut = text.rfind(" ", start + longest // 2, start + longest)
        cut = cut if cut > start else start + longest
        yield start, cut
        start = cut + 1 if text[cut].isspace() else cut
    if start < end:
        yield start, end


@cache
def _abbreviations(name: str, key: str = "words") -> frozenset[str]:
    return frozenset(entries("abbreviations")[name][key].split())


def goes_on(text: str, end: int, start: int) -> bool:
    """Whether a sentence split between `end` and `start` goes on over the split: "on Nov. | 25", "Mr. | Voss"."""
    first = text[start]
    if first.islower() and text[end - 1] in "\"”’'":  # "Enough!" she said
        return True
    match = _LAST_WORD.search(text, max(0, end - _REACH), end)
    if match is None:
        return False
    word = match[1].lower()
    if word in _abbreviations("before_a_name"):
        return True
    if word in _abbreviations("before_a_day"):
        following = _NEXT_WORD.match(text, start)
        if following and following.group().lower() in _abbreviations("before_a_day", "follow"):
            return True
    if first.isdigit():
        return word in _abbreviations("before_a_figure")
    return first.islower() and (word in _abbreviations("before_small") or word in _abbreviations("before_a_figure"))
