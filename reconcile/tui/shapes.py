"""The shapes a topic can be shown in, one key away from each other; a topic has those that say something of it."""

from enum import StrEnum

from rich.text import Text

from reconcile.model import Settings
from reconcile.model.plain import plain
from reconcile.report import words
from reconcile.report.view import View
from reconcile.tui.plots import forest, timeline
from reconcile.tui.styles import QUIET
from reconcile.tui.table import in_sight, table
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
    """Every claim's sentence in full under its outlet, the words read in it marked."""
    for count in range(len(view.rows), 1, -1):
        shown = [_sentence(view, row.number - 1, chosen, width) for row in in_sight(view, chosen, other, count)]
        if sum(text.plain.count("\n") + 1 for text in shown) + len(shown) - 1 <= most:
            break
    else:
        shown = [_sentence(view, at, chosen, width) for at in dict.fromkeys((chosen, other))]
    out = Text("\n\n", no_wrap=True).join(shown)
    lines = out.split("\n", allow_blank=True)
    return Text("\n", no_wrap=True).join(lines[:most])


def _sentence(view: View, at: int, chosen: int, width: int) -> Text:
    row = view.rows[at]
    day = row.source.published.isoformat() if row.source.published else "day unknown"
    head = f"{'>' if at == chosen else ' '}{row.number} {words.name(row.source)}, {day}, line {row.line}"
    text = plain(row.before + row.mark + row.after).replace("\t", " ")
    told = Text(text, no_wrap=True)
    told.stylize("bold reverse", len(row.before), len(row.before) + len(row.mark))
    out = Text(no_wrap=True).append(plain(head), "bold" if at == chosen else QUIET)
    for start, end in wrap(text, max(8, width - 3)):
        line = told[start:end]
        line.rstrip()
        out.append("\n   ").append_text(line)
    return out
