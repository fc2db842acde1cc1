"""Whether an article has one figure of a kind alone, which then is what another article's is set against.

What comes in: a Side with a figure. What goes out: yes or no. Of one kind are two sums of money, two counts of a thing
or of what befell people, two shares of one whole, two widths.
"""

from typing import Final

from reconcile.compare.lengths import dimension
from reconcile.compare.pair import Pair
from reconcile.compare.side import Side
from reconcile.compare.subject import keyed
from reconcile.compare.words import WORD, stem
from reconcile.model import Hedge, Quantity
from reconcile.model.once import kept


@kept
def only(side: Side) -> bool:
    """Whether its article has no other figure of the kind: no other number of such things, no other sum of money.

    Of quakes those of other times, those that might come and those that were far weaker or stronger are no others.
    """
    mine, about = side.figure, side.subject
    for fellow in side.fellows_of(mine.kind):
        theirs = fellow.figure
        if fellow is side or theirs.hedge is Hedge.VAGUE or (theirs.low <= mine.high and mine.low <= theirs.high):
            continue  # "dozens have not been found", "171 are missing": one count
        other = fellow.subject
        if mine.kind == "money":
            same = mine.unit == theirs.unit
        elif mine.kind == "magnitude":
            same = not two_strengths(mine, theirs) and fellow.happened and other.times == about.times
        elif mine.kind == "share" and side.whole:
            same = _one_whole(side, fellow)
        elif mine.kind == "length" and dimension(side):
            same = dimension(side) == dimension(fellow)
        elif about.measure:
            same = other.measure == about.measure
        else:
            same = mine.kind != "count" or not about.heads.isdisjoint(other.heads)
        if same and not other.marks & {"norm", "other", "part"} and other.measure in ("", about.measure):
            return False
    return True


def two_strengths(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two magnitudes must be those of two quakes: each step is thirty times as strong, and is well measured."""
    apart = max(ours.low - theirs.high, theirs.low - ours.high)
    return ours.kind == theirs.kind == "magnitude" and apart > 1


def of_two_quakes(pair: Pair) -> bool:
    """Whether the one quake is what the other article looks back at: "earlier on Sunday a 5.6 quake shook the island".

    A quake is known by its magnitude; whatever else that article counts is of the quake of its own news.
    """
    ours, theirs = _strength(pair.left), _strength(pair.right)
    if not ours or not theirs or ours.figure == theirs.figure or any(about.times for about in pair.both):
        return False
    return _looks_back(pair.left, theirs.figure) or _looks_back(pair.right, ours.figure)


def _looks_back(side: Side, strength: Quantity) -> bool:
    return any(told.subject.times and told.figure == strength for told in side.fellows_of("magnitude"))


@kept
def _strength(side: Side) -> Side | None:
    """The first magnitude of its article that is of no other time: that of its news."""
    return next((told for told in side.fellows_of("magnitude") if not told.subject.times), None)


def wholes(pair: Pair) -> tuple[frozenset[str | int], frozenset[str | int]]:
    """What the two are shares of, under every name it goes by."""
    return _whole(pair.left), _whole(pair.right)


@kept
def _whole(side: Side) -> frozenset[str | int]:
    return keyed(_first(side).whole)


def _first(side: Side) -> Side:
    """The share of its list that says what they are of: "half of the mail in Oria, 9% in Arden"; else the share."""
    if side.whole:
        return side
    return next((other for other in side.beside if other.whole and _listed(other, side)), side)


_ENTIRE: Final = frozenset(map(stem, ("all", "total", "whole", "entire")))


def narrower(pair: Pair) -> bool:
    """Whether two shares are of one thing that only one narrows: "82% of voice traffic", "65% of traffic"."""
    if any(side.figure.kind != "share" for side in (pair.left, pair.right)):
        return False
    fewer, more = sorted((_of(pair.left), _of(pair.right)), key=len)
    held = [word in fewer for word in more]
    return bool(fewer) and set(fewer) < set(more) and not held[0]


def _of(side: Side) -> list[str]:
    """What a share is of, without names."""
    told = _first(side)
    whole = told.claim.quantity.whole if told.claim.quantity else ""
    words = (stem(word.lower()) for word in WORD.findall(whole))
    return [key for key in words if key in told.whole - told.subject.names and key not in _ENTIRE]


def _listed(first: Side, later: Side) -> bool:
    """Whether a share stands behind another of its sentence, and says only where it is: "82 percent in Arden"."""
    told, own = first.claim.quantity, later.claim.quantity
    if told is None or own is None:
        return False
    return told.span.end < own.span.start and later.source.text[own.span.end :].lstrip().startswith("in ")


def _one_whole(ours: Side, theirs: Side) -> bool:
    """Whether two shares are of one whole: "38 percent of households", "a third of the nation's households"."""
    fewer, more = sorted((ours.whole, theirs.whole), key=len)
    return bool(fewer) and fewer <= more
