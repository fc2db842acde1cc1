"""A topic as a table: every claim a row. Columns are as wide as their words; where room is short, the widest give."""

from typing import Final

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from reconcile.model import Outcome, Settings
from reconcile.model.plain import plain
from reconcile.report import words
from reconcile.report.view import Row, View
from reconcile.tui.styles import NAMED, QUIET

_LEAST: Final = 9  # cells that no column is cut below
_SPARED: Final = (
    "origin",
    "says",
    "as of",
    "published",
    "as written",
)  # columns left out where the room is too short, in this order
_WHERE_ANY: Final = ("as of", "says", "origin")  # columns that are there only where something stands in them
_CELL: Final = 400  # letters of a cell that are looked at: no row is wider


def table(view: View, chosen: int, other: int, width: int, most: int, settings: Settings) -> Text:  # noqa: PLR0913, PLR0917 - what is shown, and the room for it
    """Every claim a row: number, outlet, day, reading, as written, as of, who says it, origin, relation to the chosen.

    Args:
        chosen, other: the row looked at and the one laid beside it; both are always shown.
        most: lines there is room for; of a longer table the part around the chosen row is shown.
    """
    relation = {number: outcome for outcome, number in reversed(view.against(view.rows[chosen]))}  # the worst counts
    rows = in_sight(view, chosen, other, most - 1)
    whole = "" if len(rows) == len(view.rows) else f" of {len(view.rows)}"
    columns = {
        "": [f"{'>' if row.number == chosen + 1 else ' '}{row.number}" for row in rows],
        "source": [words.name(row.source) for row in rows],
        "published": [row.source.published.isoformat() if row.source.published else "unknown" for row in rows],
        "reading": [row.value or f"({row.claim.modality.value})" for row in rows],
        "as written": [f"“{row.written}”" if row.written else "wording" for row in rows],
        "as of": [row.as_of for row in rows],
        "says": [row.claim.speaker for row in rows],
        "origin": [row.origin for row in rows],
        f"to row {chosen + 1}{whole}": [_stands(relation.get(row.number), settings) for row in rows],
    }
    lines = _laid(columns, width)
    out = Text(no_wrap=True).append(lines[0], QUIET)
    for row, line in zip(rows, lines[1:], strict=True):
        outcome = relation.get(row.number)
        style = "bold" if row.number == chosen + 1 else NAMED[outcome] if outcome else ""
        out.append("\n").append(line, style)
    return out


def in_sight(view: View, chosen: int, other: int, most: int) -> list[Row]:
    """The rows around the chosen one that there is room for, and the one laid beside it."""
    most = max(2, most)
    first = max(0, min(chosen - most // 2, len(view.rows) - most))
    rows = list(view.rows[first : first + most])
    if view.rows[other] not in rows:
        rows[-1 if other > chosen else 0] = view.rows[other]
    return rows


def _stands(outcome: Outcome | None, settings: Settings) -> str:
    """How a row stands to the chosen one, as sign and word."""
    return f"{words.GLYPH[outcome]} {words.outcome(outcome, settings)}" if outcome else ""


def _laid(columns: dict[str, list[str]], width: int) -> list[str]:
    """The head and the rows, every column starting at the same cell in each."""
    texts = {
        head: [head, *(" ".join(plain(cell[:_CELL]).split()) if head else cell for cell in cells)]
        for head, cells in columns.items()
        if head not in _WHERE_ANY or any(cells)
    }
    for spared in _SPARED:
        if spared in texts and sum(min(size, _LEAST + 5) + 2 for size in _wide(texts)) > width:
            del texts[spared]
    heads, sizes = list(texts), _wide(texts)
    gap = 2 if sum(sizes) + 2 * len(sizes) <= width else 1
    while sum(sizes) + gap * len(sizes) > width and max(sizes) > _LEAST:
        weight = [size if head != "reading" else size * 2 // 3 for head, size in zip(heads, sizes, strict=True)]
        sizes[weight.index(max(weight))] -= 1
    return [
        "".join(_fit(cell, size) + " " * gap for cell, size in zip(row, sizes, strict=True)).rstrip()
        for row in zip(*texts.values(), strict=True)
    ]


def _wide(texts: dict[str, list[str]]) -> list[int]:
    return [max(cell_len(cell) for cell in cells) for cells in texts.values()]


def _fit(cell: str, size: int) -> str:
    return set_cell_size(cell if cell_len(cell) <= size else set_cell_size(cell, size - 1) + "…", size)
