"""Where sentences begin and end.

What comes in: the running text of a block. What goes out: half-open offsets, in order. The rules of `sentencex` are
taken and mended: it splits after abbreviations that stand inside a sentence ("It fell 3 pct. on Tues. in Oslo").
To add an abbreviation: put it into `lexicon/en/abbreviations.yaml`.
"""

import re
from functools import cache
from typing import Final

from sentencex import get_sentence_boundaries

from reconcile.lexicon import entries

_LAST_WORD: Final = re.compile(r"(?:^|[\s(\"“‘'\[])([A-Za-z](?:[A-Za-z.]{0,10}))\.[\"”’')\]]*$")
_NEXT_WORD: Final = re.compile(r"[A-Za-z]+")
_REACH: Final = 24  # no abbreviation is longer, with its brackets


def read_sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of running text; blanks around them are left out."""
    found: list[tuple[int, int]] = []
    for boundary in get_sentence_boundaries("en", text):
        start, end = int(boundary["start_index"]), int(boundary["end_index"])
        while end > start and text[end - 1].isspace():
            end -= 1
        while start < end and text[start].isspace():
            start += 1
        if start >= end:
            continue
        if found and _goes_on(text, found[-1][1], start):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


@cache
def _abbreviations(name: str, key: str = "words") -> frozenset[str]:
    return frozenset(entries("abbreviations")[name][key].split())


def _goes_on(text: str, end: int, start: int) -> bool:
    """Whether a sentence split between `end` and `start` goes on over the split."""
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
