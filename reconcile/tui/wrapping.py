"""Words into lines of terminal cells, without moving an offset: a text in, the (start, end) of each line out."""

import re
from typing import Final

from rich.cells import cell_len
from rich.text import Text

_HEAD: Final = re.compile(r" *(\S{1,9} {2,}|[·•] )?")  # the blanks a line begins with, and a key or sign after them
_HANG: Final = 2  # cells by which a line without one goes on further in
_LONGEST: Final = 8_000  # letters of a line of a page that are shown: nobody reads a word of a megabyte
_MARKS: Final = 4  # letters that one cell may take: a letter with its marks
_PARAGRAPH: Final = re.compile(r"[^\n]*\n|[^\n]+")
_WORD: Final = re.compile(r"[^ \n]+ *| +")


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """The lines of a text at a width; a word wider than a line is cut, blank lines in a row become one."""
    lines: list[tuple[int, int]] = []
    for paragraph in _PARAGRAPH.finditer(text):
        if paragraph[0].isspace():
            if lines and lines[-1][0] != lines[-1][1]:
                lines.append((paragraph.start(), paragraph.start()))
            continue
        lines += _paragraph(text, paragraph.start(), paragraph.end(), width)
    return lines


def _paragraph(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    used = 0
    for word in _WORD.finditer(text, start, end):
        size = cell_len(word[0].rstrip(" "))
        if used and used + size > width:
            lines.append((start, word.start()))
            start, used = word.start(), 0
        if size <= width:
            used += cell_len(word[0])
            continue
        for at in range(word.start(), word.end()):
            size = cell_len(text[at])
            if used + size > width:
                lines.append((start, at))
                start, used = at, 0
            used += size
    return [*lines, (start, end)]


def hung(text: Text, width: int) -> Text:
    """Lines at most so wide: one that goes on stands under its own words, to the right of its key or sign."""
    laid = []
    for whole in text.split("\n", allow_blank=True):
        line = whole if len(whole) <= _LONGEST else whole[:_LONGEST].append("…")
        if cell_len(line.plain) <= width:
            laid.append(line)
            continue
        found = _HEAD.match(line.plain)
        head, key = (found.end(), found[1]) if found else (0, None)
        hang = head if key else head + _HANG
        if hang > width // 2:
            head = hang = 0
        body = line[head:]
        parts = [body[start:end] for start, end in wrap(body.plain, max(2, width - hang))]
        for part in parts:
            part.rstrip()
        laid.append(line[:head] + Text(f"\n{'':{hang}}").join(parts))
    return Text("\n").join(laid)


def clipped(text: str, width: int, most: int) -> list[str]:
    """The lines of a text, at most so many; the last ends in "…" where it goes on."""
    seen = text[: width * (most + 1) * _MARKS]  # the rest of an endless word is not looked at
    lines = [seen[start:end].rstrip() for start, end in wrap(seen, width)]
    if len(lines) <= most and seen == text:
        return lines
    lines = lines[:most]
    last = lines[-1]
    while cell_len(last) > width - 1:
        last = last[:-1]
    return [*lines[:-1], last + "…"]
