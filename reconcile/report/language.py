"""Whether an article is in English at all: what is in another language is read in spite of that, and badly."""

import re
from functools import cache
from typing import Final

from reconcile.lexicon import entries
from reconcile.model import Source

_WORD: Final = re.compile(r"[^\W\d_]+")
_ENOUGH: Final = 20  # words; fewer may be names
_LEAST: Final = 0.18  # of English words are "the", "of", "was" and their like; nearly half is usual


def foreign(source: Source) -> bool:
    """Whether hardly a word of what an article says is one of those that no English sentence does without."""
    said = (source.text[block.span.start : block.span.end] for block in source.blocks)
    words = [word.lower() for words in said for word in _WORD.findall(words)]
    return len(words) >= _ENOUGH and sum(word in _plain() for word in words) < _LEAST * len(words)


@cache
def _plain() -> frozenset[str]:
    return frozenset(entries("scope")["stop"])
