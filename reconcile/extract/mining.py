"""Which figures and dates stand in an article, and where.

What comes in: a Source. What goes out: for each block that is the article's own telling, its running text and its
Mentions. Section heads are not mined: they tell nothing that the text does not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Final

from reconcile.extract import dates, figures
from reconcile.extract.found import Found
from reconcile.extract.grammar import Tag
from reconcile.extract.sums import with_currency
from reconcile.extract.tables import with_heads
from reconcile.model import Block, Flow, Mention, Part, Quantity, Source, When, flow
from reconcile.model.once import once

_MEMORY: Final = 8  # dates that a later paragraph may be reckoned from
_SHORT_SCALE: Final = 1975  # the year from which British papers too mean a thousand millions by a billion
_place: Final = itemgetter(0, 1)  # of a Found
_BILLION: Final = re.compile(r"\b(?:billion|trillion)s?\b", re.IGNORECASE)


@dataclass(frozen=True)  # no slots: what only claims need is made when they ask for it
class Mined:
    """A block that was mined.

    Attributes:
        found: the figures and dates of its running text, in order.
        mentions: the same as Mentions of the article; a day with an hour beside it has that too.
    """

    block: Block
    flow: Flow
    found: tuple[Found, ...]
    mentions: tuple[Mention, ...]

    @once
    def told(self) -> tuple[Mention, ...]:
        """The mentions, a day without the hour beside it: the hour is a value of its own."""
        return tuple(_day_alone(mention) for mention in self.mentions)

    @once
    def values(self) -> tuple[tuple[int, int, Tag], ...]:
        """The same as words: start, end and what it is in its sentence."""
        return tuple((f.start, f.end, Tag.FIGURE if isinstance(f.value, Quantity) else Tag.DATE) for f in self.found)


def mine(source: Source) -> Iterator[Mined]:
    """The blocks of an article with what is found in them, in order."""
    read = list(_read(source))
    rows = zip(read, with_heads([(running.text, found) for _, running, found in read]), strict=True)
    own = [(block, running, told) for (block, running, _), told in rows if told is not None]
    for (block, running, _), told in zip(own, with_currency([(r.text, found) for _, r, found in own]), strict=True):
        yield Mined(block, running, tuple(told), tuple(_mention(source, running, found) for found in told))


def _read(source: Source) -> Iterator[tuple[Block, Flow, tuple[Found, ...]]]:
    """The blocks of an article, each with what is found in it alone, and in those before it."""
    before, spoken, last = tuple[When, ...](), None, None
    day_first = dates.day_first(source.text)
    base = source.published
    if source.dateline:
        base = dates.written_on(dates.find(source.dateline, base), base)
    for block in source.blocks:
        if block.part is Part.HEADING:
            continue
        if last is not None:  # what a paragraph leaves for the next is told only where there is one
            before = (*before, *dates.told(*last))[-_MEMORY:]
            spoken = dates.spoke(*last) or spoken
        running = flow(source, block)
        named = dates.find(running.text, base, before, day_first, spoken)
        if base != source.published:
            named = [dates.from_dateline(f) for f in named]
        counted = figures.find(running.text, list(map(_place, named)))
        found = tuple(sorted((*named, *counted), key=_place))
        yield block, running, found
        last = running.text, named


def _day_alone(mention: Mention) -> Mention:
    when = mention.value
    if isinstance(when, Quantity) or not when.clock or mention.hour:
        return mention
    return replace(mention, value=replace(when, clock=""))


def _mention(source: Source, running: Flow, found: Found) -> Mention:
    span = running.span(found.start, found.end)
    text, rule = source.text[span.start : span.end], found.rule
    if source.published is not None and source.published.year < _SHORT_SCALE and _BILLION.search(text):
        rule = f"a billion of those days may be a million millions; {rule}"
    return Mention(span, text, found.value, found.counts, found.whole, rule)
