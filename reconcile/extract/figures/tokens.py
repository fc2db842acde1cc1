"""Running text as tokens: numbers, words, signs, with their places."""

import re
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(
    r"""\d{1,3}(?:[\u00a0\u2009\u202f\x20]\d{3})+(?![\d,])(?:\.\d+)?   # 40 000
    | \d+(?:[.,]\d+)*                                               # 1,250.5
    | (?<![\w.])\.\d+                                               # .5
    | [^\W\d_]+(?:['’](?:s|t|re|ve|ll|d|m)(?!\w))?                  # a word, with its 's
    | [^\s\w] | [\u00bc-\u00be] | _""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut up; the four lists run side by side.

    Attributes:
        raw, low: each token as written, and in small letters.
        start, end: its half-open offsets.
    """

    text: str
    raw: list[str]
    low: list[str]
    start: list[int]
    end: list[int]

    def __len__(self) -> int:
        return len(self.raw)

    def word(self, at: int) -> str:
        """The token in small letters, "" outside the text."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def glued(self, at: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return 0 < at < len(self.raw) and self.start[at] == self.end[at - 1]

    def starts_sentence(self, at: int) -> bool:
        """Whether a token opens a sentence (or a quotation), as far as signs tell."""
        return at == 0 or self.raw[at - 1] in ".!?:;“\"‘'(—–"


def cut(text: str) -> Tokens:
    """Cut a text into tokens."""
    found = list(_TOKEN.finditer(text))
    raw = [match.group() for match in found]
    return Tokens(text, raw, [r.lower() for r in raw], [m.start() for m in found], [m.end() for m in found])
