"""Lines and paragraphs: which line ends are mere wraps, and which end a paragraph.

What comes in: text. What goes out: Paragraphs, each with the lines it is made of. A line end is a wrap where the next
word would not have fitted on the line, or where the words plainly go on ("the deployment of a / Russian mission").
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from reconcile.read.dates import is_date_line

_BULLET: Final = re.compile(r"(?:[*+•·▪◦‣●■]|[-–](?= [^a-z])|\d{1,2}[.)]|#{1,6}|>)\s")
_ENDED: Final = re.compile(r"[.!?…:;][\s\"'`”’»)\]]*$")
_ABBREVIATED: Final = re.compile(r"\b(?:[A-Z]\.){2,}$")
# A line that ends in one of these has not ended; "over", "in" and "up" may ("Inquiry over", "Snow moves in").
_DANGLING: Final = re.compile(
    r"\b(?:an?|the|of|and|or|nor|but|to|at|by|with|from|for|as|that|which|than|into|its|their|his|her|our|your|"
    r"between|is|are|was|were|be|has|have|had|will|would|during|since|until|per|via)$"
)
_TAIL: Final = 24  # how much of a line's end the tests above need to see


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it.

    Attributes:
        start, end: half-open offsets in the text.
        indent: how many blanks stand before it.
        apart: whether a blank line stands before it.
    """

    start: int
    end: int
    text: str
    indent: int
    apart: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that read as one; `text` is them joined by blanks."""

    lines: tuple[Line, ...]
    text: str

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.lines[-1].end

    @property
    def apart(self) -> bool:
        """Whether a blank line stands before it."""
        return self.lines[0].apart


def lines(text: str, shown: str) -> list[Line]:
    """The lines that are not blank.

    Args:
        text: the article.
        shown: the same with blanks where it holds marks of its format, which count for nothing but the indent.
    """
    found: list[Line] = []
    end = after = 0
    for line in shown.splitlines(keepends=True):
        begins, after = after, after + len(line)
        words = line.strip()
        if not words:
            continue
        start = begins + line.index(words[0])
        between = shown[end:start]
        apart = between.count("\n") > 1 or ("\n" not in between and between.count("\r") > 1) or "\f" in between
        indent = start - begins if shown is text else len(line) - len(text[begins:after].lstrip())
        found.append(Line(start, start + len(words), words, indent, apart))
        end = start + len(words)
    return found


def paragraphs(found: Sequence[Line]) -> Iterator[Paragraph]:
    """The lines put together into paragraphs."""
    at, several = 0, len(found) > 1
    width, margin = (_width(found), _margin(found)) if several else (0, 0)
    for number in range(1, len(found) + 1):
        if number < len(found) and not found[number].apart and wrapped(found[number - 1], found[number], width, margin):
            continue
        group = tuple(found[at:number])
        yield Paragraph(group, " ".join([line.text for line in group]))
        at = number


def ended(text: str) -> bool:
    """Whether the words close as a sentence does; "U.S." at the end of a headline closes nothing."""
    tail = text[-_TAIL:]
    return bool(_ENDED.search(tail)) and not (tail[-2:-1].isupper() and _ABBREVIATED.search(tail))


def goes_on(before: str, after: str) -> bool:
    """Whether the words after a break carry on those before it ("backtracking on an / earlier promise")."""
    if ended(before) or _BULLET.match(after):
        return False
    first = after[:_TAIL].lstrip("\"'“‘([-–— ").split(None, 1)
    if first and first[0][0].isalpha() and first[0].islower():
        return True
    return bool(_DANGLING.search(before[-_TAIL:])) or _hyphenated(before)


def wrapped(line: Line, following: Line, width: int, margin: int) -> bool:
    """Whether the end of a line is a mere wrap; a width of 0 means that nothing shows the text to be wrapped."""
    if following.indent > margin or _BULLET.match(following.text):
        return False
    if goes_on(line.text, following.text) or line.text.endswith(","):
        return True
    if not width or is_date_line(line.text) or len(line.text) > 1.1 * width:
        return False
    return len(line.text) + 1 + len(following.text.split(None, 1)[0]) > 0.95 * width


def _hyphenated(text: str) -> bool:
    return len(text) > 1 and text[-1] in "-\u2010\u00ad" and text[-2].isalpha()


def _width(found: Sequence[Line]) -> int:
    """The width the text is wrapped at: judged by the lines that surely go on; 0 where fewer than one in five do."""
    joints = [(a, b) for a, b in pairwise(found) if not b.apart]
    sure = sorted(len(a.text) for a, b in joints if not ended(a.text) and b.text[0].islower())
    return sure[len(sure) * 9 // 10] if sure and len(sure) * 5 >= len(joints) else 0


def _margin(found: Sequence[Line]) -> int:
    """The indent most lines have: what stands further in begins a paragraph."""
    indents = [line.indent for line in found]
    if len(set(indents)) < 2:
        return indents[0] if indents else 0
    counts = Counter(indents)
    return min(counts, key=lambda indent: (-counts[indent], indent))
