"""Tables: what the head of a column says that its figures count.

In: the running texts of an article, a row of a table being one of its own, and what is found in each. Out: the same,
where a bare figure that is all of its cell is read with the words of its column's head: "Dead" over 12 is 12 dead.
A row of heads itself tells nothing: in its place stands None.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from typing import Final

from reconcile.extract import figures
from reconcile.extract.found import Found
from reconcile.extract.sums import Told
from reconcile.model import Quantity

_RULED: Final = re.compile(r"[\s|:-]*--[\s|:-]*")  # the line under the heads, in Markdown
_LONGEST: Final = 60  # letters of a head: what is longer is a sentence
_SEVERAL: Final = 2
BY_HEAD: Final = ", what is counted is told in the head of its column"


def with_heads(article: Sequence[Told]) -> list[Sequence[Found] | None]:
    """What is found in each running text, bare figures of a table with what they count; None for a row of heads."""
    rows = [_cells(text) for text, _ in article]
    heads: Sequence[tuple[int, str]] = ()
    told: list[Sequence[Found] | None] = []
    for number, (text, found) in enumerate(article):
        cells, ruled = rows[number], _RULED.fullmatch(text) is not None
        if not ruled and len(cells) != len(heads):
            heads = cells if not found and _heads(cells, rows[number + 1 : number + 2]) else ()
            told.append(None if heads else found)
            continue
        told.append([_counted(each, cells, heads) for each in found] if _named(cells, found) else found)
    return told


def _cells(text: str) -> Sequence[tuple[int, str]]:
    """The cells of a row, each with where its words begin; none of a text that is no row."""
    parts = text.split("|") if " | " in text or _RULED.fullmatch(text) else []
    starts = accumulate((len(part) + 1 for part in parts), initial=0)
    cells = [(start + len(part) - len(part.lstrip()), part.strip()) for start, part in zip(starts, parts, strict=False)]
    return cells[not cells[0][1] : len(cells) - (not cells[-1][1])] if len(cells) > 2 else cells


def _heads(cells: Sequence[tuple[int, str]], behind: Sequence[Sequence[tuple[int, str]]]) -> bool:
    """Whether cells are heads: words alone, over a row of as many cells."""
    words = all(len(head) <= _LONGEST and not any(map(str.isdigit, head)) for _, head in cells)
    return len(cells) > 1 and words and [len(row) for row in behind] == [len(cells)]


def _named(cells: Sequence[tuple[int, str]], found: Sequence[Found]) -> bool:
    """Whether a row begins with a name: what it counts in a year, or at a place in a ranking, is of another thing."""
    start, head = cells[0] if cells else (0, "")
    return head[:1].isupper() and not any(start <= each.start < start + len(head) for each in found)


def _counted(found: Found, cells: Sequence[tuple[int, str]], heads: Sequence[tuple[int, str]]) -> Found:
    """A figure with what the head of its column says; as it is where it has a unit or where that says nothing."""
    places = [(start, start + len(cell)) for start, cell in cells]
    column = places.index((found.start, found.end)) if (found.start, found.end) in places else 0
    if not column or not isinstance(found.value, Quantity) or found.value.unit:
        return found
    head = heads[column][1]
    unit = _unit(head)
    return (
        found._replace(value=replace(found.value, unit=unit), counts=head, rule=found.rule + BY_HEAD) if unit else found
    )


@lru_cache(maxsize=256)  # it is the same for a whole column
def _unit(head: str) -> str | None:
    """What a head says is counted, as of several: "Homes lost" counts homes; None for nothing, or a sum."""
    read = figures.find(f"{_SEVERAL} {head.lower()}")
    value = read[0].value if len(read) == 1 and not read[0].start else None
    return value.unit if isinstance(value, Quantity) and value.value == _SEVERAL else None
