"""Figures in running text: numbers with their hedge, unit, what they count, and the whole they are a part of.

What comes in: the running text of a paragraph, and the spans that are dates. What goes out: `Found` values in order.
The text is cut into tokens once; every number is read where it stands:

    glance    whether a text may hold figures at all, and the words that open one
    tokens    the text cut up
    reading   the figure at a token, put together of what the others tell
    amounts, cardinals, composed, numbers   the bare number: digits, words, fractions, vague magnitudes
    durations lengths of time without a number: "for a week", "the past decade"
    hedges    "up to", "more than", "or so"
    units     signs, measures, money, time, rates
    measured  the unit of a number, its own or the next one's
    ages      "the mayor, 58, won", "in her late 50s"
    tolls     "a tenth person has died"
    multiples, odds   "doubled", "twice as many"; "one in five"
    joined    two figures that are one: "5 feet 2 inches"
    ranges    two numbers that are one range
    counted   the noun that is counted
    bare, dropped   a figure that no noun follows, and what it counts
    earlier   the same where the figures before it tell
    gaps      the same in a list that says it once
    changes   "rose by 5%", "a 9% drop"
    refused, races   numbers that are no figures; "the 200m record"

To add a word: `lexicon/en/{numbers,hedges,units,people,tolls,changes,not_figures}.yaml`. To add a phrase: the module of
its family, and a block in `tests/spec/figures.md`.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress
from typing import Final

from reconcile.extract.figures.bare import Earlier
from reconcile.extract.figures.glance import may_hold_figures, openers, opens
from reconcile.extract.figures.joined import joined
from reconcile.extract.figures.reading import figure_at
from reconcile.extract.figures.tokens import Tokens, cut
from reconcile.extract.found import Found, Refusal

__all__ = ["find"]


def find(text: str, taken: Sequence[tuple[int, int]] = (), refusals: list[Refusal] | None = None) -> list[Found]:
    """The figures of a running text, in order; they do not overlap.

    Args:
        text: one paragraph: single blanks, no line breaks.
        taken: half-open spans that are read already (dates), in order.
        refusals: where given, what looks like a figure and is none is added to it with the reason.
    """
    if not may_hold_figures(text) or (taken and not may_hold_figures(_outside(text, taken))):
        return []
    t = cut(text)
    found: list[Found] = []
    dates = iter([(bisect_left(t.start, first), bisect_left(t.start, last)) for first, last in taken])
    begins, ends = next(dates, (t.size, t.size))
    earlier: list[Earlier] = []
    free = 0
    for at in _openings(t):
        while ends <= at:
            free, (begins, ends) = max(free, ends), next(dates, (t.size, t.size + 1))
        if at < free or begins <= at:
            continue
        limit = t.start[begins] if begins < t.size else len(text)
        read = figure_at(t, at, free, earlier, limit, refusals=refusals)
        if read is not None:
            found.append(read.found)
            free = read.told.after
            earlier.append(read.told)
    return joined(text, found)


def _outside(text: str, taken: Sequence[tuple[int, int]]) -> str:
    ends = [0, *(last for _, last in taken)]
    return " ".join(text[end:start] for end, start in zip(ends, [*(first for first, _ in taken), None], strict=True))


def _openings(t: Tokens) -> list[int]:
    """The tokens that may open a figure."""
    return [at for at in compress(range(t.size), map(_MAY_OPEN.__getitem__, t.low)) if opens(t, at)]


class _MayOpen(dict[str, bool]):
    """Whether a token may open a figure, in small letters; kept, as most tokens come again."""

    def __missing__(self, low: str) -> bool:
        """Look at one that was not met."""
        found = low in openers() or low[0].isnumeric() or (low[0] == "." and len(low) > 1)
        if len(low) < _LONG:
            if len(self) >= _MANY:
                self.clear()
            self[low] = found
        return found


_LONG: Final = 32  # letters; what is longer is not remembered
_MANY: Final = 1 << 15  # tokens that are
_MAY_OPEN: Final = _MayOpen()
