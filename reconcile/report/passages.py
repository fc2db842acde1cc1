"""The rows of a topic by the sentence they were read in: a sentence with several values is shown once, each marked.

What comes in: rows in the order they are shown. What goes out: Passages of plain text pieces; the formats lay them out
and escape them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from reconcile.report.view import Row


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a sentence; `ends` are the numbers of the rows whose marked words end with it."""

    text: str
    marked: bool
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Rows next to each other that one sentence of one source gives."""

    rows: tuple[Row, ...]

    @property
    def numbers(self) -> str:
        """Its rows by number: "2, 3"."""
        return ", ".join(str(row.number) for row in self.rows)

    @property
    def lines(self) -> str:
        """Where its values stand: "line 20", "lines 20 and 21"."""
        found = sorted({row.line for row in self.rows})
        return f"line {found[0]}" if len(found) == 1 else f"lines {', '.join(map(str, found[:-1]))} and {found[-1]}"

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Its words in order. Of two marks one inside the other only the inner is shown: it is the value."""
        first = self.rows[0]
        text = first.before + first.mark + first.after
        marks = [(len(row.before), len(row.before) + len(row.mark), row.number) for row in self.rows if row.marked]
        marks = [mark for mark in marks if not any(_holds(mark, other) for other in marks)]
        cuts = sorted({0, len(text), *(place for start, end, _ in marks for place in (start, end))})
        return tuple(_piece(text, start, end, marks) for start, end in pairwise(cuts))


def passages(rows: Iterable[Row]) -> Iterator[Passage]:
    """The rows by sentence, in their order."""
    for _, same in groupby(rows, key=lambda row: (row.source.slug, row.claim.sentence)):
        yield Passage(tuple(same))


def _holds(mark: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return mark[0] <= other[0] and other[1] <= mark[1] and mark[:2] != other[:2]


def _piece(text: str, start: int, end: int, marks: Sequence[tuple[int, int, int]]) -> Piece:
    marked = any(first <= start and end <= last for first, last, _ in marks)
    return Piece(text[start:end], marked, tuple(number for _, last, number in marks if last == end))
