"""Letters that a keyboard may lack, and what is written for them: "Lübeck", "Luebeck", "Lubeck".

What comes in: a word. What goes out: all ways in which outlets write it. Alignment and comparison read names so.
"""

from functools import lru_cache
from typing import Final
from unicodedata import combining, normalize

_MANY: Final = 1 << 13
_WRITTEN: Final = {  # what the mark is left out for, and what the letter is written out as
    "ä": ("a", "ae"), "ö": ("o", "oe"), "ü": ("u", "ue"), "ø": ("o", "oe"), "å": ("a", "aa"), "æ": ("ae", "ae"),
    "œ": ("oe", "oe"), "ß": ("ss", "ss"), "ł": ("l", "l"), "đ": ("d", "dj"), "ð": ("d", "d"), "þ": ("th", "th"),
    "ı": ("i", "i"),
}  # fmt: skip


@lru_cache(maxsize=_MANY)
def spellings(word: str) -> frozenset[str]:
    """A word in small letters as it is, with its marks left out, and with its letters written out."""
    if word.isascii():
        return frozenset((word,))
    whole = normalize("NFC", word)
    ways = ("".join(_WRITTEN.get(letter, (letter, letter))[way] for letter in whole) for way in (0, 1))
    return frozenset((word, *(_bare(way) for way in ways)))


def _bare(word: str) -> str:
    return "".join(letter for letter in normalize("NFKD", word) if not combining(letter))
