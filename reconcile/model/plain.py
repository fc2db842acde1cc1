"""Hostile text made harmless: each control, escape or direction character becomes one visible sign.

Comes in: any text of an article or a file. Goes out: text of the same length, so that offsets into the one are offsets
into the other; no terminal acts on it and nothing in it reorders its surroundings.
"""

from typing import Final

_KEPT: Final = "\n"
_NAMED: Final = {0x09: " ", 0x7F: "\u2421", 0x85: " ", 0x2028: " ", 0x2029: " "}  # tab and line ends of other kinds


def _signs() -> dict[int, str]:
    """Every character that acts rather than shows, with the sign shown in its place."""
    pictures = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in _KEPT}  # ESC is shown as "␛"
    controls = dict.fromkeys(range(0x80, 0xA0), "\ufffd")
    directions = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x2070), 0xFEFF)
    turned = dict.fromkeys(directions, "\ufffd")
    return pictures | controls | turned | _NAMED


_SIGNS: Final = _signs()


def plain(text: str) -> str:
    r"""The text with every acting character replaced by one visible sign; line feeds stay, the length stays.

    "\x1b[31mred" becomes "␛[31mred", a right-to-left override becomes "\ufffd".
    """
    return text if text.isascii() and text.isprintable() else text.translate(_SIGNS)
