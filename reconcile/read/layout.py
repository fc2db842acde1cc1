"""What reading finds out about a text: the marks a format gives, and the layout made of them."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from reconcile.model import Block, Part, SetAside, Span

MARKUP: Final = "markup"  # the reason of marks that no reader of the page sees


@dataclass(frozen=True, slots=True)
class Mark:
    """What a format says of a stretch of its text: a part of the article, or the reason it is none."""

    span: Span
    says: Part | str


@dataclass(slots=True)
class Layout:
    """What `lay_out` found.

    Attributes:
        found: field of Source ("title", "agency", "byline", "dateline") to its text and where it was found.
        published: the day of a date line or full dateline.
    """

    blocks: list[Block] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    found: dict[str, tuple[str, str]] = field(default_factory=dict)
    published: date | None = None

    def note(self, key: str, text: str, where: str) -> None:
        """Keep what was found first."""
        if text:
            self.found.setdefault(key, (text, where))

    def skip(self, start: int, end: int, reason: str) -> None:
        """Set a stretch aside."""
        self.set_aside.append(SetAside(Span(start, end), reason))


class Told:
    """What the format says of a place: the mark over it."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = sorted(marks, key=lambda mark: mark.span)
        self._starts = [mark.span.start for mark in self._marks]

    def at(self, offset: int) -> Mark | None:
        """The mark over an offset."""
        place = bisect_right(self._starts, offset) - 1
        return self._marks[place] if place >= 0 and offset < self._marks[place].span.end else None

    def says(self, offset: int) -> Part | str:
        """What the mark over an offset says, "" where there is none."""
        mark = self.at(offset)
        return mark.says if mark else ""


def keep_apart(items: Iterable[SetAside]) -> list[SetAside]:
    """What is set aside, in order; of two that overlap the one that begins first is kept whole."""
    apart: list[SetAside] = []
    for item in sorted(items, key=lambda each: (each.span.start, -each.span.end)):
        start = max(item.span.start, apart[-1].span.end) if apart else item.span.start
        if start < item.span.end:
            apart.append(replace(item, span=Span(start, item.span.end)))
    return apart
