"""Text from outside made harmless to look at: one function for every screen, report and message.

Articles, file names and notes may hold control characters, terminal escapes, marks that turn the reading direction
round, or halves of characters that no encoding can write. Each is shown as a sign that does nothing.
"""

import re
from typing import Final
from unicodedata import bidirectional

_SIGNS: Final = {
    **{code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)},  # ␛ for escape, ␍ for return
    0x7F: 0x2421,
    0x2028: 0x20,
    0x2029: 0x20,
}
HARMFUL: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\u2028\u2029"
    "\x80-\x9f"  # C1 controls: some terminals take U+009B for the start of an escape
    "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides and isolates of direction
    "\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"  # surrogates, annotation marks, invisible tags
)
_BEGINS: Final = re.compile(  # what no name begins with: "the mayor", "two sailors"; not "Two Rivers Radio"
    r"^(?:The|An?)(?= )|^(?:Its|His|Her|Their|Our|This|These|Those|Some|Many|Several|Both|Most|Other|Another|One|Two|"
    r"Three|Four|Five|Six|Seven|Eight|Nine|Ten)(?= [a-z])"
)


def plain(text: str) -> str:
    """The text with every character that could act on a terminal, a browser or a reader's eye replaced by a sign.

    Tabs and line feeds stay; so do the marks that Arabic, Hebrew and Indic text and emoji need. The length stays the
    same, so that offsets into the text stay true.
    """
    return HARMFUL.sub(_sign, text)


def in_line(text: str) -> str:
    r"""The same, of what must not begin a line of its own: "a\n::error::b" would be a command to a build server."""
    return plain(text).replace("\n", "\u240a")


def inside(who: str) -> str:
    """Who is quoted, for the middle of a sentence: "the mayor" and "its owner" for "The mayor" and "Its owner"."""
    return _BEGINS.sub(lambda first: first[0].lower(), who)


def closed(text: str) -> str:
    """Words that go on into a sentence of ours: behind letters read from the right a mark keeps a number in its place.

    Without it "‹Arabic name›: 14 cranes" is shown with the 14 before the name.
    """
    if text.isascii():
        return text
    turns = (bidirectional(letter) for letter in reversed(text))
    return f"{text}\u200e" if next((turn for turn in turns if turn in ("L", "R", "AL")), "L") != "L" else text


def _sign(match: re.Match[str]) -> str:
    return chr(_SIGNS.get(ord(match[0]), 0xFFFD))
