"""A tally over time: the counts of a topic that go on being counted, in the order of the days they are stated for.

What comes in: a View. What goes out: Steps of plain text pieces; the formats lay them out and escape them. Only what
comparing found to be one count that went on is put in a row, so a part and its whole never make one series.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from reconcile.report import dating, words
from reconcile.report.view import Row, View

_REVISION: Final = "tally_revision"
JOINS: Final = frozenset({"tally_growth", _REVISION})  # the relations that make two figures steps of one tally

_Joins = Mapping[int, Mapping[int, str]]  # by row numbers: how two rows are joined


class Move(StrEnum):
    """How a count stands to the one before it."""

    FIRST = "first"  # nothing before it, or nothing that it was compared with
    RISE = "rise"
    FALL = "fall"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Step:
    """One count of a tally.

    Attributes:
        row: who gives it, in which words.
        day: the day it is stated for: as the text says, else that of publication.
        move: how it stands to `before`.
        before: the last count of an earlier day that gives the same or was compared with it; None at the first.
        revision: whether it is lower and should not be; of people who are missing a lower count is no revision.
    """

    row: Row
    day: date
    move: Move
    before: Row | None
    revision: bool

    @property
    def when(self) -> str:
        """The day in words: "as of 3 August 2020" where the text says so, else the day of publication."""
        return f"as of {self.row.as_of}" if self.row.as_of else dating.day(self.day)

    @property
    def change(self) -> str:
        """The move in words: "up from 9 people", "down from 11 people, a revision"; "" at the first."""
        if self.before is None:
            return ""
        if self.move is Move.SAME:
            return "the same"
        led = "up" if self.move is Move.RISE else "down"
        return f"{led} from {self.before.value}{', a revision' if self.revision else ''}"

    @property
    def told(self) -> str:
        """The step on one line, the row called by its number: "11 people (2 Wire, 6 March 2024): up from 9 people"."""
        change = f": {self.change}" if self.change else ""
        return f"{self.row.value} ({self.row.number} {words.name(self.row.source)}, {self.when}){change}"


def tallies(view: View) -> tuple[tuple[Step, ...], ...]:
    """The tallies of a topic, each with at least two steps, earliest first; mostly none or one."""
    rows = {row.number: row for row in view.rows if row.day and row.claim.figure}
    joins = _joins(view, rows)
    return tuple(_series([rows[number] for number in group], joins) for group in _groups(joins))


def lines(view: View) -> Iterator[str]:
    """Each tally on one line."""
    return ("; ".join(step.told for step in steps) for steps in tallies(view))


def _joins(view: View, rows: Mapping[int, Row]) -> _Joins:
    """For each row the rows it is one tally with, and by which relation; what a source says twice counts once."""
    first: dict[tuple[str, date | None, str], int] = {}
    once = {n: first.setdefault((row.source.slug, row.day, row.value), n) for n, row in rows.items()}
    joins: dict[int, dict[int, str]] = {}
    for pair in view.pairs:
        relation, left, right = pair.finding.relation, once.get(pair.left), once.get(pair.right or 0)
        if relation in JOINS and left is not None and right is not None:
            joins.setdefault(left, {})[right] = joins.setdefault(right, {})[left] = relation
    return joins


def _groups(joins: _Joins) -> Iterator[set[int]]:
    """The rows that are joined, directly or by others."""
    seen: set[int] = set()
    for start in sorted(joins):
        group, left = set[int](), {start} - seen
        while left:
            group |= left
            left = {other for number in left for other in joins[number]} - group
        seen |= group
        if group:
            yield group


def _series(rows: Sequence[Row], joins: _Joins) -> tuple[Step, ...]:
    dated = sorted(((row.day, row.number, row) for row in rows if row.day), key=lambda each: each[:2])
    return tuple(
        _step(row, day, [other for earlier, _, other in dated[:place] if earlier < day], joins[row.number])
        for place, (day, _, row) in enumerate(dated)
    )


def _step(row: Row, day: date, earlier: Sequence[Row], joined: Mapping[int, str]) -> Step:
    near = (other for other in reversed(earlier) if other.number in joined or other.value == row.value)
    before = next(near, None)
    if before is None:
        return Step(row, day, Move.FIRST, None, revision=False)
    relation = joined.get(before.number)
    fell = _ends(row) < _ends(before)
    move = Move.SAME if relation is None else Move.FALL if fell else Move.RISE
    return Step(row, day, move, before, revision=relation == _REVISION)


def _ends(row: Row) -> tuple[object, ...]:
    figure = row.claim.figure
    return (figure.low, figure.high) if figure else ()
