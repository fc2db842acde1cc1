"""How two figures stand to each other: FIGURES, a ladder from the strictest agreement to plain contradiction.

What comes in: two Quantities. What goes out: the row that holds. Only the values are looked at; whether the two claims
count the same thing is for the gate. Tolerances: "about" and "nearly" mean 10% (`model.values.TOLERANCE`), 5% of an
estimate of three digits or more; a round figure stands for what rounds to it, a vague word ("dozens") for half its low
end to double its high end.

To add a relation: a row in FIGURES, its test above, a section in `tests/spec/relations.md`, a name in `tui/why.py`.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from reconcile.compare.degrees import on_a_scale
from reconcile.compare.relation import Relation, climb
from reconcile.compare.rounding import CLOSE, HARDLY, SMALLEST_ROUND, half, rounds, step
from reconcile.compare.slips import SOFT, misplaced, missed, turned
from reconcile.model import Change, Dimension, Hedge, Outcome, Quantity
from reconcile.model.units import scale

FLOORS: Final = (Hedge.AT_LEAST, Hedge.MORE_THAN)
CEILINGS: Final = (Hedge.AT_MOST, Hedge.LESS_THAN)
BOUNDS: Final = FLOORS + CEILINGS
_CUT: Final = Decimal("0.2")  # nobody calls 1.9 million "more than a million"


@dataclass(frozen=True, slots=True)
class Figures:
    """Two figures brought to one unit: `b` is in the unit of `a`, where the two convert.

    Attributes:
        converts: whether they do.
        slack: for figures that were converted, how far rounding may part them; else None.
    """

    a: Quantity
    b: Quantity
    converts: bool = True
    slack: Decimal | None = None

    def has(self, *hedges: Hedge) -> bool:
        """Whether either carries one of the hedges."""
        return self.a.hedge in hedges or self.b.hedge in hedges

    @property
    def points(self) -> tuple[Decimal, Decimal] | None:
        """The two numbers, where both are exact."""
        return (self.a.low, self.b.low) if self.a.hedge is self.b.hedge is Hedge.EXACT else None


def relate_figures(a: Quantity, b: Quantity) -> Relation[Figures]:
    """The row that names how `a` stands to `b`."""
    return climb(FIGURES, figures(a, b))[0]


def figures(a: Quantity, b: Quantity) -> Figures:
    """The two in one unit; a count whose unit nothing names, and bare degrees, are taken in the other's."""
    if a.unit == b.unit or (None in (a.unit, b.unit) and a.kind == b.kind == "count"):
        return Figures(a, b)
    a, b = on_a_scale(a, b), on_a_scale(b, a)
    if (found := scale(b.unit, a.unit, level=b.change is Change.LEVEL)) is None:
        return Figures(a, b, converts=False)
    times, plus = found
    scaled = replace(
        b,
        value=None if b.value is None else b.value * times + plus,
        low=b.low * times + plus,
        high=b.high * times + plus,
        unit=a.unit,
    )
    return Figures(a, scaled, slack=max(half(a), half(b) * times))


def _equal(p: Figures) -> bool:
    ends = (p.a.low, p.a.high, p.a.low_open, p.a.high_open) == (p.b.low, p.b.high, p.b.low_open, p.b.high_open)
    return ends and not p.has(Hedge.VAGUE) and p.slack is None


def _equal_converted(p: Figures) -> bool:
    """5 km and 3.1 miles, six weeks and 43 days: the same as far as the rounder of the two tells, never beyond 10%."""
    if p.slack is None or p.has(Hedge.VAGUE):
        return False
    return all(_near(x, y, p.slack) for x, y in ((p.a.low, p.b.low), (p.a.high, p.b.high)))


def _near(x: Decimal, y: Decimal, slack: Decimal) -> bool:
    if x == y or not (x.is_finite() and y.is_finite()):
        return x == y
    return abs(x - y) <= min(slack, max(abs(x), abs(y)) * CLOSE)


def _rounds_to(p: Figures) -> bool:
    price = p.a.kind == "money" and p.a.low < SMALLEST_ROUND
    return p.slack is None and p.points is not None and rounds(*p.points, price=price)


def _overlaps(a: Quantity, b: Quantity) -> bool:
    """Whether the two intervals share more than nothing; an interval that runs backwards overlaps nothing."""
    low, high = max(a.low, b.low), min(a.high, b.high)
    if a.low > a.high or b.low > b.high or low > high:
        return False
    if low < high:
        return True
    shut_below = not any(q.low_open and q.low == low for q in (a, b))
    return shut_below and not any(q.high_open and q.high == high for q in (a, b))


def _hull(q: Quantity) -> Quantity:
    """With its soft ends closed: "nearly 2,000" and 2,000 mean the same to a reader."""
    return replace(q, high_open=False) if q.hedge is Hedge.NEARLY else q


def _vague(p: Figures) -> bool:
    if not p.has(Hedge.VAGUE):
        return False
    if p.a.hedge is p.b.hedge is Hedge.VAGUE:  # "dozens" and "several dozen"; not "hundreds" and "thousands"
        return _overlaps(p.a, p.b)
    wide = [
        replace(q, low=q.low / 2, high=q.high * 2) if q.hedge is Hedge.VAGUE and q.low >= 0 else q for q in (p.a, p.b)
    ]
    return _overlaps(*wide)


def _in_range(p: Figures) -> bool:
    return _point_in(p.a, p.b) or _point_in(p.b, p.a)


def _point_in(point: Quantity, span: Quantity) -> bool:
    soft = point.hedge in (Hedge.EXACT, *SOFT) and point.value is not None
    return soft and span.hedge is Hedge.RANGE and span.low <= (point.value or 0) <= span.high


def _approx(p: Figures) -> bool:
    soft = p.has(*SOFT) and not p.has(*BOUNDS, Hedge.RANGE, Hedge.VAGUE) and _overlaps(_hull(p.a), _hull(p.b))
    return (soft and not _missed(p)) or _nearly_rounded(p)


def _nearly_rounded(p: Figures) -> bool:
    """Whether one is the other rounded, though the words say that it is a little more: 475,474, "nearly 475,000"."""
    if p.a.value is None or p.b.value is None or {p.a.hedge, p.b.hedge} != {Hedge.NEARLY, Hedge.EXACT}:
        return False
    return p.slack is None and rounds(p.a.value, p.b.value) and abs(p.a.value - p.b.value) <= p.a.value * HARDLY


def _missed(p: Figures) -> bool:
    return p.slack is None and missed(p.a, p.b)


def _inside(inner: Quantity, outer: Quantity) -> bool:
    both = inner.hedge is Hedge.RANGE and outer.hedge is Hedge.RANGE
    return both and outer.low <= inner.low and inner.high <= outer.high


def _narrower(p: Figures) -> bool:
    return _inside(p.a, p.b)


def _wider(p: Figures) -> bool:
    return _inside(p.b, p.a)


def _shared_bound(p: Figures) -> bool:
    return _bound_of(p.a, p.b) or _bound_of(p.b, p.a)


def _bound_of(bound: Quantity, span: Quantity) -> bool:
    if span.hedge is not Hedge.RANGE:
        return False
    floor = bound.hedge in FLOORS and bound.low == span.low
    return floor or (bound.hedge in CEILINGS and bound.high == span.high)


def _one_number(p: Figures) -> bool:
    """Whether both are told by one number, whatever stands before it: "by up to 12,000 jobs", "12,000 jobs"."""
    return p.slack is None and p.a.value is not None and p.a.value == p.b.value


def _same_number(p: Figures) -> bool:
    """26,000 and "more than 26,000": one number, told more or less carefully; not "nearly" against "more than"."""
    low_side, high_side = (*CEILINGS, Hedge.NEARLY), FLOORS
    split = (p.a.hedge in low_side and p.b.hedge in high_side) or (p.b.hedge in low_side and p.a.hedge in high_side)
    return _one_number(p) and not split


def _two_bounds(p: Figures) -> bool:
    return any(p.a.hedge in side and p.b.hedge in side for side in (FLOORS, CEILINGS))


def _bounds_meet(p: Figures) -> bool:
    rounded = p.slack is not None and _least(p) - _most(p) <= p.slack  # "up to 193 km/h", "120 mph"
    one_bound = not _two_bounds(p) and (rounded or _overlaps(p.a, p.b))
    return p.has(*BOUNDS) and (_same_number(p) or one_bound or _cut_off(p))


def _cut_off(p: Figures) -> bool:
    """Whether two floors are one, the rounder with its last digits cut off: "more than 800", "at least 844"."""
    if not (p.a.hedge in FLOORS and p.b.hedge in FLOORS):
        return False
    coarse, fine = sorted((p.a.low, p.b.low), key=step, reverse=True)
    return step(fine) < step(coarse) and SMALLEST_ROUND <= coarse <= fine < coarse + min(step(coarse), coarse * _CUT)


def _overlap(p: Figures) -> bool:
    return _overlaps(p.a, p.b) and _most(p) > _least(p)


def _least(p: Figures) -> Decimal:
    return max(p.a.low, p.b.low)


def _most(p: Figures) -> Decimal:
    return min(p.a.high, p.b.high)


def _touching(p: Figures) -> bool:
    return p.points is None and _least(p) == _most(p) and not _missed(p)


def _close(p: Figures) -> bool:
    """Soft words that just miss each other, and a bound missed by its rounding ("over 26,000" and 25,987)."""
    gap = _least(p) - _most(p)
    if p.has(*BOUNDS) and p.slack is None and p.a.value is not None and p.b.value is not None:
        return rounds(p.a.value, p.b.value)
    near = 0 <= gap <= max(abs(_least(p)), abs(_most(p))) * CLOSE
    return p.has(*SOFT, Hedge.VAGUE) and (near or _missed(p))


def _bound_violated(p: Figures) -> bool:
    return p.has(*BOUNDS)


def _slip(p: Figures) -> bool:
    if p.a.value is None or p.b.value is None or 0 in (p.a.value, p.b.value):
        return False
    return misplaced(p.a.value, p.b.value)


def _swapped(p: Figures) -> bool:
    return p.slack is None and p.points is not None and turned(*p.points)


def _one_changes(p: Figures) -> bool:
    return (p.a.change is Change.LEVEL) != (p.b.change is Change.LEVEL)


def _turned(p: Figures) -> bool:
    return {p.a.change, p.b.change} == {Change.RISE, Change.FALL}


_FIGURE: Final = Dimension.FIGURE
_ORIGIN: Final = "ask each where its figure comes from, and what day it is for"
FIGURES: Final[tuple[Relation[Figures], ...]] = (
    Relation("different_unit", _FIGURE, Outcome.NOT_COMPARABLE, "the two measure different things and do not convert",
             lambda p: not p.converts, explanation="unit"),
    Relation("bare_change", _FIGURE, Outcome.COMPATIBLE, "the same number, which only one of them calls a change",
             lambda p: _one_changes(p) and (_equal(p) or _one_number(p))),
    Relation("change_v_level", _FIGURE, Outcome.NOT_COMPARABLE, "one says by how much it changed, the other how much "
             "there is", _one_changes, explanation="measure"),
    Relation("opposite_change", _FIGURE, Outcome.CONFLICTS, "one says it rose and the other that it fell", _turned,
             settles="compare the same two days"),
    Relation("equal", _FIGURE, Outcome.AGREE, "the figures are the same", _equal),
    Relation("equal_converted", _FIGURE, Outcome.AGREE, "they are the same in another unit, as far as "
             "their rounding tells (at most 10%)", _equal_converted, explanation="unit"),
    Relation("rounds_to", _FIGURE, Outcome.AGREE, "one is the other, rounded", _rounds_to, explanation="rounding"),
    Relation("within_range", _FIGURE, Outcome.COMPATIBLE, "one lies in the range the other gives", _in_range),
    Relation("approx_equal", _FIGURE, Outcome.AGREE, "they are the same within 10%, the tolerance for such words",
             _approx, explanation="rounding"),
    Relation("vague_compatible", _FIGURE, Outcome.COMPATIBLE, "the vaguer words allow for the other figure: weak "
             "evidence", _vague),
    Relation("range_narrower", _FIGURE, Outcome.COMPATIBLE, "the first range lies within the second", _narrower,
             converse="range_wider"),
    Relation("range_wider", _FIGURE, Outcome.COMPATIBLE, "the second range lies within the first", _wider,
             converse="range_narrower"),
    Relation("shared_bound", _FIGURE, Outcome.DIFFERS, "they share one end, and only one of them gives the other: "
             "not a contradiction, but the bare bound says less", _shared_bound,
             settles="give the range, with its source"),
    Relation("bounds_compatible", _FIGURE, Outcome.COMPATIBLE, "the bound allows for the other figure", _bounds_meet),
    Relation("bounds_differ", _FIGURE, Outcome.DIFFERS, "both can hold, but they set the bound at different numbers",
             _two_bounds, settles=_ORIGIN),
    Relation("overlap", _FIGURE, Outcome.DIFFERS, "they overlap, and neither contains the other", _overlap,
             settles="give both, with their sources"),
    Relation("touching", _FIGURE, Outcome.DIFFERS, "they meet in one point only", _touching, settles=_ORIGIN),
    Relation("close", _FIGURE, Outcome.DIFFERS, "they miss each other by less than 10%, and the words around them are "
             "not exact", _close, settles=_ORIGIN),
    Relation("vague_apart", _FIGURE, Outcome.DIFFERS, "not even the vague words allow for each other",
             lambda p: p.a.hedge is p.b.hedge is Hedge.VAGUE, settles=_ORIGIN),
    Relation("bound_violated", _FIGURE, Outcome.CONFLICTS, "one lies beyond the bound that the other sets",
             _bound_violated, settles=_ORIGIN),
    Relation("magnitude_slip", _FIGURE, Outcome.CONFLICTS, "one is the other times a power of ten: a slip of a digit "
             "or a unit word is likely", _slip, settles="look up the figure as its source first gave it"),
    Relation("digits_swapped", _FIGURE, Outcome.CONFLICTS, "they have the same digits but for two that changed places: "
             "a slip of the pen may be why", _swapped, settles="look up the figure as its source first gave it"),
    Relation("disjoint", _FIGURE, Outcome.CONFLICTS, "the two figures exclude each other", lambda _: True,
             settles=_ORIGIN),
)  # fmt: skip
