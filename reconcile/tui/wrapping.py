"""Words into lines of terminal cells, without moving an offset: a text in, the (start, end) of each line out."""

import re
from typing import Final

from rich.cells import cell_len

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


def clipped(text: str, width: int, most: int) -> list[str]:
    """The lines of a text, at most so many; the last ends in "…" where it goes on."""
    lines = [text[start:end].rstrip() for start, end in wrap(text, width)]
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while cell_len(last) > width - 1:
        last = last[:-1]
    return [*lines[: most - 1], last + "…"]
