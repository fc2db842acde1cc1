"""A figure that no noun follows, with what stands around it, and the figures before it.

What comes in: the tokens, and the place of a figure. What goes out: a `Bare`, which `dropped` asks what it counts.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from reconcile.extract.figures.amounts import Number
from reconcile.extract.figures.tokens import Tokens
from reconcile.extract.figures.verbs import past, pasts
from reconcile.lexicon import entries

_NEAR: Final = 12  # figures that are looked back to
STOPS: Final = frozenset(entries("nouns")["stops"].split())
_DASHES: Final = frozenset(["-", "–", "/"])
ENDS: Final = frozenset(".!?")


class Earlier(NamedTuple):
    """A figure before the one that is read, at tokens [first, after), its unit, and how much it comes to at least."""

    first: int
    after: int
    unit: str
    low: Decimal


@cache
def listed(name: str) -> frozenset[str]:
    """A list of `lexicon/en/dropped.yaml`."""
    return frozenset(entries("dropped")[name].split())


class Bare(NamedTuple):
    """A figure that no noun follows, at tokens [first, at), its hedge included.

    Attributes:
        n: its number.
        near: the figures before it in its sentence, in order.
    """

    t: Tokens
    n: Number
    first: int
    at: int
    near: Sequence[Earlier]

    @property
    def one(self) -> bool:
        """Whether it is the word "one", which is more often a pronoun than a count."""
        return self.t.low[self.n.first] == "one" and self.n.last == self.n.first + 1

    @property
    def whole(self) -> bool:
        """Whether it can count: "1.2 million" can, "4.0" is measured."""
        return self.n.low == int(self.n.low) and (self.n.scaled > 1 or "." not in self.t.raw[self.n.first])

    @property
    def alone(self) -> bool:
        """Whether what stands after it is no noun."""
        return _alone(self.t, self.at)

    @property
    def apart(self) -> bool:
        """Whether no dash ties it to another number: a score; "60-plus" is none."""
        t = self.t
        inner = t.low[self.first : self.at]
        if inner[-1:] == ["plus"]:
            inner = inner[:-2]
        return _DASHES.isdisjoint((t.word(self.first - 1), *inner, t.word(self.at)))


def without_noun(t: Tokens, n: Number, first: int, at: int, earlier: Sequence[Earlier]) -> Bare:
    """A figure at tokens [first, at), with those of the figures before it that stand in its sentence."""
    return Bare(t, n, first, at, _in_sentence(t, first, earlier))


def _alone(t: Tokens, at: int) -> bool:
    """Whether what stands after a figure is no noun."""
    here = t.word(at)
    verb = here in pasts() or past(here) or here in listed("done_by_people") or here.endswith("ing")
    return not here[:1].isalpha() or here in STOPS or verb or here.endswith("ly") or here in listed("comes_after")


def _in_sentence(t: Tokens, first: int, earlier: Sequence[Earlier]) -> list[Earlier]:
    """The figures that stand before a token in its sentence, in order."""
    near: list[Earlier] = []
    place = first
    for figure in reversed(earlier[-_NEAR:]):
        while place > figure.after:
            place -= 1
            if t.raw[place] in ENDS and not t.glued(place + 1):
                return near
        near.insert(0, figure)
    return near
