"""The shapes a topic can be shown in, one key away from each other; a topic has those that say something of it."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from rich.text import Text

from reconcile.model import Settings
from reconcile.model.plain import plain
from reconcile.report import words
from reconcile.report.view import Row, View
from reconcile.tui.plots import forest, timeline
from reconcile.tui.styles import QUIET
from reconcile.tui.table import again, in_sight, table
from reconcile.tui.wrapping import wrap


class Shape(StrEnum):
    """How a topic is shown."""

    TABLE = "table"
    TIMELINE = "timeline"
    FOREST = "forest"
    TEXT = "text"


def shapes(view: View) -> tuple[Shape, ...]:
    """The shapes of a topic, in the order of the key that goes through them."""
    dated = any(row.claim.date is not None and row.claim.date.anchored for row in view.rows)
    counted = any(row.claim.figure is not None for row in view.rows)
    has = {Shape.TIMELINE: dated, Shape.FOREST: counted}
    return tuple(shape for shape in Shape if has.get(shape, True))


def drawn(  # noqa: PLR0913, PLR0917 - what is shown, and the room for it
    shape: Shape, view: View, chosen: int, other: int, width: int, most: int, settings: Settings
) -> Text:
    """A topic in a shape; the chosen row and the one laid beside it are always in sight.

    Args:
        width, most: the room, in cells and lines.
    """
    match shape:
        case Shape.TABLE:
            return table(view, chosen, other, width, most, settings)
        case Shape.TIMELINE:
            return timeline(view, chosen, other, width, most)
        case Shape.FOREST:
            return forest(view, chosen, other, width, most)
        case Shape.TEXT:
            return _texts(view, chosen, other, width, most)


def _texts(view: View, chosen: int, other: int, width: int, most: int) -> Text:
    """Every sentence in full under its outlet, once however many values stand in it, the words read marked."""
    for count in range(min(len(view.rows), most), 1, -1):
        rows = in_sight(view, chosen, other, count)
        starts = [at for at, same in enumerate(again(rows)) if not same]
        groups = [rows[start:end] for start, end in pairwise([*starts, len(rows)])]
        shown = [_sentence(group, chosen, width) for group in groups]
        if sum(text.plain.count("\n") + 1 for text in shown) + len(shown) - 1 <= most:
            break
    else:
        shown = [_sentence([view.rows[at]], chosen, width) for at in dict.fromkeys((chosen, other))]
    out = Text("\n\n", no_wrap=True).join(shown)
    lines = out.split("\n", allow_blank=True)
    return Text("\n", no_wrap=True).join(lines[:most])


def _sentence(rows: Sequence[Row], chosen: int, width: int) -> Text:
    """A sentence with the numbers of all claims in it; the value of the chosen one stands out most."""
    first = rows[0]
    day = first.source.published.isoformat() if first.source.published else "day unknown"
    numbers = " ".join(f"{'>' if row.number == chosen + 1 else ' '}{row.number}" for row in rows)
    here = ">" in numbers
    head = f"{numbers} {words.name(first.source)}, {day}, line {first.line}"
    text = plain(first.before + first.mark + first.after).replace("\t", " ")
    told = Text(text, no_wrap=True)
    for row in rows:
        style = "bold reverse" if row.number == chosen + 1 or not here else "bold underline"
        told.stylize(style, len(row.before), len(row.before) + len(row.mark))
    out = Text(no_wrap=True).append(plain(head), "bold" if here else QUIET)
    for start, end in wrap(text, max(8, width - 3)):
        line = told[start:end]
        line.rstrip()
        out.append("\n   ").append_text(line)
    return out
