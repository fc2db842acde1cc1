"""One article as it was read: its text with the figures and dates marked, a table of them, and the steps of one.

What comes in: a Source and its Mentions. What goes out: lines of text, made harmless by who prints them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from reconcile.lexicon import entries
from reconcile.model import Change, Hedge, Mention, Quantity, Source, When
from reconcile.report import dating, words

_WIDE = 32  # columns for what was written; longer words push their own line out, no other


def place(source: Source, offset: int) -> str:
    """Where an offset lies in the file: "12:9"."""
    return f"{source.line(offset)}:{offset - source.text.rfind(chr(10), 0, offset)}"


def marked(source: Source, found: Sequence[Mention]) -> Iterator[str]:
    """The text with its line numbers, each mention in brackets."""
    cuts = sorted({0, len(source.text), *(m.span.start for m in found), *(m.span.end for m in found)})
    inside = {m.span.start for m in found}
    whole = "".join(f"[{source.text[a:b]}]" if a in inside else source.text[a:b] for a, b in pairwise(cuts))
    for number, line in enumerate(whole.split("\n"), source.first_line):
        yield f"{number:>5}  {line}".rstrip()


def table(source: Source, found: Sequence[Mention]) -> Iterator[str]:
    """A line for each mention: place, words as written, reading, rule."""
    rows = [(place(source, m.span.start), " ".join(m.text.split()), reading(m), m.rule) for m in found]
    rows.insert(0, ("place", "as written", "reading", "rule"))
    wide = [min(max(len(row[n]) for row in rows), _WIDE) for n in range(3)]
    for row in rows:
        cells = (f"{cell:<{width}}" for cell, width in zip(row, wide, strict=False))
        yield f"  {'  '.join((*cells, row[3]))}"


def reading(mention: Mention) -> str:
    """What a mention means, in words."""
    value = mention.value
    told = words.figure(value) if isinstance(value, Quantity) else dating.when(value)
    counts = " ".join(mention.counts.split())
    return told if told.casefold().endswith(counts.casefold()) else f"{told}, of {counts}"  # no "23 people, of people"


def steps(source: Source, mention: Mention) -> Iterator[str]:
    """Every step from the words of a mention to its reading."""
    yield f'{place(source, mention.span.start)}: "{" ".join(mention.text.split())}" = {reading(mention)}'
    yield f"  rule: {mention.rule}"
    value = mention.value
    yield from _of_a_figure(mention, value) if isinstance(value, Quantity) else _of_a_date(value)


def _of_a_figure(mention: Mention, value: Quantity) -> Iterator[str]:
    if value.value is not None:
        yield f"  number as written: {words.grouped(value.value, value.unit)}"
    if value.hedge is Hedge.EXACT:
        yield "  bound: none; no word beside it makes it one"
    else:
        yield f"  bound: {value.hedge.value.replace('_', ' ')}, by {_hedging(mention, value.hedge)}"
    yield f"  interval: {_end(value.low, open_=value.low_open)} to {_end(value.high, open_=value.high_open)}"
    if value.unit is None:
        yield "  unit: none; nothing tells what is counted"
    elif mention.counts:
        yield f'  unit: {value.unit}, by the noun counted: "{" ".join(mention.counts.split())}"'
    else:
        yield f"  unit: {value.unit} ({value.kind}), by the words at the number or around it"
    if mention.whole:
        yield f'  a part of: "{" ".join(mention.whole.split())}"'
    if value.change is not Change.LEVEL:
        yield f"  change: a {value.change.value}, not a level"


def _hedging(mention: Mention, hedge: Hedge) -> str:
    """The words of a mention that make its number a bound; the longest where several would."""
    written = " ".join(mention.text.split())
    said = [
        phrase for side in ("before", "after") for row in entries("hedges")[side] for phrase in _meaning(row, hedge)
    ]
    found = [
        hit[0] for phrase in said if (hit := re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", written, re.IGNORECASE))
    ]
    if not found:  # "tens of thousands", "10 to 12", "no more than"
        return f'the words "{written}"'
    return f'the words "{max(found, key=len)}"'


def _meaning(row: dict[str, Any], hedge: Hedge) -> list[str]:
    return list(row["say"]) if row["means"] == hedge else []


def _end(value: object, *, open_: bool) -> str:
    shown = {"Infinity": "no end", "-Infinity": "no end"}.get(str(value), f"{value:f}")
    return f"{shown} (left out)" if open_ and shown != "no end" else shown


def _of_a_date(value: When) -> Iterator[str]:
    yield f"  role: {value.role.value}"
    based = f", from {dating.day(value.anchor.base)}" if value.anchor.base else ""
    yield f"  anchor: {value.anchor.rule}{based}"
    first, last = value.meant
    yield f"  days: {first or 'no end'} to {last or 'no end'}" if value.anchored else "  days: not known"
    if value.of_no_day:
        yield f"  EDTF: none, which has no hour without a day; {value.moment} as ISO 8601-1 writes it"
    else:
        yield f"  EDTF: {value.moment or 'none'}"
