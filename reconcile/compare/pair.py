"""Two claims of one topic, laid side by side with all that the gate asks of them."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from reconcile.compare.side import Side
from reconcile.compare.subject import Subject, alike, shared
from reconcile.compare.times import YEAR
from reconcile.compare.words import known, paid, stem
from reconcile.model import Hedge, Precision, Quantity
from reconcile.model.once import once
from reconcile.model.units import of_land, of_what

_LARGE: Final = 1_000_000  # a number without a noun that is money where the other's is
_MANY: Final = 100
_THINGS: Final = 20
_SAME_TIME: Final = timedelta(days=1)  # outlets in two time zones report one evening


@dataclass(frozen=True, eq=False)  # no slots: many rows of a ladder ask the same of a pair
class Pair:
    """Two claims: `left` is the one that comes first in the topic.

    Attributes:
        vouched: whether a third claim that gives the value of one is called apart from the other.
    """

    left: Side
    right: Side
    vouched: bool = False

    @once
    def both(self) -> tuple[Subject, Subject]:
        """What the two are about."""
        return self.left.subject, self.right.subject

    @property
    def ways(self) -> tuple[tuple[Side, Side], tuple[Side, Side]]:
        """The two sides, each first once."""
        return (self.left, self.right), (self.right, self.left)

    @once
    def shared(self) -> int:
        """How many words that say something they share."""
        return shared(*self.both)

    @once
    def alike(self) -> float:
        """Which part of the shorter one's words they share."""
        return alike(*self.both)

    @property
    def nearest(self) -> bool:
        """Whether neither article has anything of the kind that is as near to the other's claim."""
        return self.vouched or self.right.claim.id in self.left.articles.nearest.get(self.left.claim.id, ())

    @once
    def one_number(self) -> bool:
        """Whether both stand beside one other number that few things have: 220 or 2.4, not 40, "three" or a year."""
        a, b = self.both
        return any(_telling(number) for number in a.numbers & b.numbers)

    @once
    def one_thing(self) -> bool:
        """Whether two years or two hours stand so: "the 62-metre dam was finished in 1958", "has stood since 1968".

        On two days two things happen to it, unless a word is shared: "62 tonnes were ordered on May 3", "a first part
        of the 62 tonnes came on May 8".
        """
        dates = self.left.when, self.right.when
        days = any(when.precision is Precision.DAY and not when.clock for when in dates)
        return self.one_number and (not days or self.shared > 0)

    @once
    def met(self) -> frozenset[str]:
        """The names that both say; a country is named by all that is told of it."""
        a, b = self.both
        return (a.names & b.names) - known().nations

    def acquainted(self, ours: frozenset[str], theirs: frozenset[str]) -> bool:
        """Whether names of the left are told by the right article too, or those of the right by the left."""
        return self.right.knows(ours) or self.left.knows(theirs)

    def told_apart(self, ours: frozenset[str], theirs: frozenset[str]) -> bool:
        """Whether both articles tell both of two names, or neither tells any of the other's."""
        return self.right.knows(ours) == self.left.knows(theirs)

    @property
    def days_apart(self) -> timedelta | None:
        """How long lies between the days the two are stated for; None where either is unknown."""
        first, last = self.left.day, self.right.day
        return None if first is None or last is None else abs(first - last)

    @property
    def same_time(self) -> bool:
        """Whether both are known to be stated for about the same day, or both sentences name the year or month."""
        a, b = self.both
        if a.times and a.times == b.times:  # "a contract signed in 2022" does not change with the day of the report
            return True
        return self.days_apart is not None and self.days_apart <= _SAME_TIME

    @once
    def figures(self) -> tuple[Quantity, Quantity]:
        """The two figures; nouns that mean the same ("homes", "houses") made one unit, as is "a magnitude of 6"."""
        a, b = _named(self.left, self.right.figure), _named(self.right, self.left.figure)
        of_time = a.unit != b.unit and of_what(a.unit) == of_what(b.unit)
        if of_time and ((self.nearest and self.shared) or (a.low, a.high) == (b.low, b.high)):
            a, b = (replace(figure, unit=of_what(figure.unit)) for figure in (a, b))
        return a, replace(b, unit=a.unit) if a.unit != b.unit and self.same_noun else b

    @property
    def _as_many(self) -> bool:
        """Whether both count the same number, which few things come to: "29 million chests", "29 million dressers"."""
        a, b = self.left.figure, self.right.figure
        same = (a.low, a.high) == (b.low, b.high)
        rough = not same and a.value is not None and a.value == b.value  # "120 parcels", "about 120 packages"
        least = _MANY if rough or "person" in (a.unit, b.unit) else _THINGS  # not 23 dead and 23 seats
        return (same or rough) and a.hedge is not Hedge.VAGUE and max(a.low, b.low) >= least

    @once
    def same_noun(self) -> bool:
        """Whether both count things of one kind, or one does not say what it counts."""
        a, b = self.left.figure, self.right.figure
        if not a.kind == b.kind == "count":
            return False
        if a.unit == b.unit or None in (a.unit, b.unit) or self._as_many:
            return True
        return not self.left.nouns.isdisjoint(self.right.nouns)


def _telling(number: str) -> bool:
    return len(number.strip("0.,")) > 1 and number[0].isdigit() and not YEAR.fullmatch(number)


def _named(side: Side, other: Quantity) -> Quantity:
    """A bare number with the unit of the other, where the word before it names that unit, or it can only be money."""
    bare, about = side.spoken, side.subject
    if of_land(bare.unit, other.unit):
        return replace(bare, unit=other.unit)
    if bare.unit is not None or other.unit is None or other.kind == "count":
        return bare
    told = stem(other.unit) in about.heads
    money = other.kind == "money" and not about.counted and bare.low >= _LARGE
    if money and not paid().isdisjoint(about.stems):  # "profit fell to 421 million", not "output fell to 421 million"
        told = not any(fellow.claim.figure and fellow.figure.kind == "money" for fellow in side.beside)
    told = told or (money and (bare.low, bare.high) == (other.low, other.high))  # "52.4 million" in a list of sums
    return replace(bare, unit=other.unit) if told else bare
