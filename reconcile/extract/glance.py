"""A first glance at a text, before anything is cut or laid out: its words in small letters, taken once for all who ask.

Two news sentences of five hold neither a figure nor a date; for them the glance is all the reading there is.
"""

from functools import lru_cache
from typing import Final

_ONLY_LETTERS: Final = bytes(code if chr(code) in "abcdefghijklmnopqrstuvwxyz" else ord(" ") for code in range(256))


@lru_cache(maxsize=2)
def small_words(text: str) -> frozenset[str]:
    """The words of a text, as far as they are written in a to z; kept for who asks next of the same text."""
    return frozenset(text.lower().encode("ascii", "replace").translate(_ONLY_LETTERS).decode("ascii").split())
