"""Running text as tokens: numbers, words, signs, with their places."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

_BRACKETS: Final = 24  # tokens that brackets hold at most
_QUOTED: Final = 6  # tokens of a figure with its hedge between quotation marks, at most
_OUTSIDE: Final = [""] * 64  # behind the last token, and so before the first: a place below 0 counts from the end
_TOKEN: Final = re.compile(
    r"""([^\W\d_]+(?:['’](?:s|t|re|ve|ll|d|m)(?!\w))?               # a word, with its 's; first, as most are words
    | \d{1,3}(?:[\u00a0\u2009\u202f\x20]\d{3})+(?![\d,a-zA-Z])(?:\.\d+)?   # 40 000
    | \d+(?:[.,]\d+)*                                               # 1,250.5
    | (?<![\w.])\.\d+                                               # .5
    | [^\s\w] | [\u00bc-\u00be] | _)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut up; the four lists run side by side.

    Attributes:
        raw, low: each token as written, and in small letters.
        start, end: its half-open offsets.
        size: how many there are.
        word: gives the token at a place in small letters; "" up to 64 places outside the text, farther than any rule
            looks. It is asked for fifty times a sentence.
    """

    text: str
    raw: list[str]
    low: list[str]
    start: list[int]
    end: list[int]
    size: int
    word: Callable[[int], str]

    def glued(self, at: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return 0 < at < self.size and self.start[at] == self.end[at - 1]

    def starts_sentence(self, at: int) -> bool:
        """Whether a token opens a sentence (or a quotation), as far as signs tell."""
        return at == 0 or self.raw[at - 1] in ".!?:;“\"‘'(—–"

    def closes_what_opened(self, at: int) -> bool:
        """Whether a token is the quotation mark behind a few words that one before them opened."""
        if self.word(at) not in {'"', "”"} or not self.glued(at):
            return False
        first = next((n for n in range(at - 1, max(-1, at - 1 - _QUOTED), -1) if self.raw[n] in '"“”'), -1)
        return first >= 0 and self.raw[first] != "”" and self.glued(first + 1) and not self.glued(first)

    def beyond(self, at: int) -> int:
        """The token behind brackets that open at a token; the token itself where none open or close there."""
        inner = range(at, min(at + _BRACKETS, self.size)) if self.word(at) == "(" else ()
        return next((n + 1 for n in inner if self.low[n] == ")"), at)


def cut(text: str) -> Tokens:
    """Cut a text into tokens."""
    pieces = _TOKEN.split(text)  # what stands between two tokens, and each token, in turn
    raw = pieces[1::2]
    low = list(map(str.lower, raw))
    places = list(accumulate(map(len, pieces)))
    return Tokens(text, raw, low, places[:-1:2], places[1::2], len(raw), (low + _OUTSIDE).__getitem__)
