"""Two claims with a figure each, or a date each: gate, ladder, doubts, cap, in this order.

What comes in: a Pair whose two claims have a value of the same dimension. What goes out: a Comparison, with every step.
"""

from dataclasses import dataclass
from typing import Final, TypeVar

from reconcile.compare import tally
from reconcile.compare.dates import DATES, dates
from reconcile.compare.denial import called_wrong, denies, disowned, done_since, none_of_it, polarity, rejected
from reconcile.compare.doubts import CALLED_WRONG, DOUBTS, REJECTED, UNLIKE_FIGURES, undated
from reconcile.compare.figures import FIGURES, figures
from reconcile.compare.finding import Comparison
from reconcile.compare.gate import GATE, cap
from reconcile.compare.hours import HOUR_FITS, HOURS, one_side
from reconcile.compare.meant import beside_one
from reconcile.compare.measure import alone, linked, plain
from reconcile.compare.moments import OTHER_MOMENT, traded
from reconcile.compare.pair import Pair
from reconcile.compare.plans import PLANS
from reconcile.compare.relation import Relation, climb
from reconcile.compare.weekdays import SAME_WEEKDAY, same_weekday
from reconcile.compare.wording import compare_wording, contrary, swapped
from reconcile.model import Dimension, Outcome
from reconcile.model.notation import write_figure, write_when

T = TypeVar("T")
THIN: Final = "each article has one such figure alone, and their words do not plainly say that it is the same"
NEAR: Final = "neither article has one of the kind that is nearer, and their words do not say plainly that it is one"
BESIDE: Final = "both stand beside one other number, and their words do not say plainly that it is one"
SWITCHED: Final = "nothing else in their words shows that they measure one thing"
VOUCHED: Final = "only a third source that gives the one's value shows that it is set against the other's"
CURRENCIES: Final = "they are sums in two currencies, and do not convert without the rate of the day"
_UNTIMED: Final = tuple(  # what may explain two hours: in them nothing is reckoned, or moved
    row for row in (*PLANS, *DOUBTS) if row.code in ("planned_v_actual", "announced", "not_that_day", "different_event")
)
UNSHOWN: Final[Relation[Pair]] = Relation("different_measure", Dimension.FIGURE, Outcome.NOT_COMPARABLE,
                         UNLIKE_FIGURES, explanation="measure")  # fmt: skip


@dataclass(slots=True)
class _Way:
    """The steps taken so far."""

    steps: list[str]

    def first(
        self, name: str, table: tuple[Relation[Pair], ...], pair: Pair, dimension: Dimension
    ) -> Relation[Pair] | None:
        """The first row of a table that holds for the pair."""
        for row in table:
            if row.dimension is dimension and row.test is not None and row.test(pair):
                self.steps.append(f"{name}: {row.code} ({row.because})")
                return row
        self.steps.append(f"{name}: nothing")
        return None


def compare_figures(pair: Pair) -> Comparison:
    """How two claims with a figure stand to each other."""
    a, b = pair.figures
    way = _Way([f"figures: {write_figure(a)} | {write_figure(b)}"])
    if contrary(pair) or none_of_it(pair):
        return compare_wording(pair)
    if row := way.first("gate", GATE, pair, Dimension.FIGURE):
        return _said(row, way)
    ladder, tried = climb(FIGURES, figures(a, b))
    way.steps.append(f"ladder: {ladder.code}; tried before it: {', '.join(tried) or 'nothing'}")
    if ladder.apart:
        if row := way.first("doubts", DOUBTS, pair, Dimension.FIGURE):
            return _said(row, way)
        return _capped(ladder, pair, way)
    if ladder.code == "different_unit" and a.kind == b.kind == "money":
        return _said(ladder, way)._replace(because=CURRENCIES)
    if ladder.outcome is not Outcome.NOT_COMPARABLE and not _related(pair):
        way.steps.append(f"sameness: {UNSHOWN.because}")
        return _said(UNSHOWN, way)
    if traded(pair):
        way.steps.append(f"sameness: {OTHER_MOMENT.because}")
        return _said(OTHER_MOMENT, way)
    # "Arden beat Brill 3-1", turned round; "agreed to buy 50", "has not agreed to buy 50"
    fits = ladder.outcome in (Outcome.AGREE, Outcome.COMPATIBLE)
    if fits and (polarity(pair) or swapped(pair) or disowned(pair)):
        return compare_wording(pair)
    if fits and called_wrong(pair):  # "12,000 marched", "the figure of 12,000 is exaggerated": nobody agrees
        row = REJECTED if rejected(pair) else CALLED_WRONG
        way.steps.append(f"doubts: {row.code} ({row.because})")
        return _said(row, way)
    return _said(ladder, way)


def compare_dates(pair: Pair) -> Comparison:
    """How two claims with a date stand to each other."""
    a, b = pair.left.when, pair.right.when
    way = _Way([f"dates: {write_when(a)} | {write_when(b)}"])
    if contrary(pair):
        return compare_wording(pair)
    if row := way.first("gate", GATE, pair, Dimension.DATE):
        return _said(row, way)
    if a.clock or b.clock:
        return _compare_hours(pair, way)
    ladder, tried = climb(DATES, dates(a, b))
    way.steps.append(f"ladder: {ladder.code}; tried before it: {', '.join(tried) or 'nothing'}")
    if ladder.code == "unanchored" and same_weekday(pair):
        return _said(SAME_WEEKDAY, way)
    if ladder.outcome is Outcome.NOT_COMPARABLE:
        return _said(ladder, way)
    same_day = ladder.outcome is Outcome.AGREE and polarity(pair)  # "signed on Monday", "did not sign on Monday"
    if not ladder.apart and (same_day or denies(pair) or done_since(pair) or swapped(pair)):
        # "no case since January", "214 cases since January"
        return compare_wording(pair)
    if row := way.first("plans", PLANS, pair, Dimension.DATE):
        return _said(row, way)
    if ladder.apart:
        if row := way.first("doubts", DOUBTS, pair, Dimension.DATE):
            return _said(row, way)
        return _capped(ladder, pair, way)
    return _said(ladder, way)


def _compare_hours(pair: Pair, way: _Way) -> Comparison:
    """How two dates stand to each other of which one at least is an hour."""
    a, b = pair.left.when, pair.right.when
    ladder, tried = climb(HOURS, dates(a, b))
    if ladder.code == "same_hour" and not one_side(pair):
        ladder = HOUR_FITS
    way.steps.append(f"ladder: {ladder.code}; tried before it: {', '.join(tried) or 'nothing'}")
    if not ladder.apart:
        fits = ladder.outcome is not Outcome.NOT_COMPARABLE
        return compare_wording(pair) if fits and (denies(pair) or swapped(pair)) else _said(ladder, way)
    if row := way.first("doubts", _UNTIMED, pair, Dimension.DATE):
        return _said(row, way)
    return _said(ladder, way)


def _related(pair: Pair) -> bool:
    """Whether anything at all shows that two figures that fit measure the same thing."""
    a, b = pair.both
    one = bool(a.heads & b.heads or (a.measure and a.measure == b.measure))
    return one or pair.nearest or linked(pair) or tally.people(pair)


def _said(row: Relation[T], way: _Way, notes: tuple[str, ...] = ()) -> Comparison:
    return Comparison(
        row.code, row.dimension, row.outcome, row.because, row.settles, row.explanation, notes, tuple(way.steps)
    )


def _capped(row: Relation[T], pair: Pair, way: _Way) -> Comparison:
    """A contradiction called a difference where something may explain it."""
    said = _said(row, way)
    explanation, why = cap(pair, row.dimension)
    if row.dimension is Dimension.FIGURE and not plain(pair):
        explanation, why = "measure", _thinly(pair)
    if row.dimension is Dimension.DATE and undated(pair):
        explanation, why = "scope", VOUCHED if pair.vouched else NEAR
    if row.outcome is not Outcome.CONFLICTS or not why:
        return said
    steps = (*said.steps, f"cap: differs, not conflicts: {why}")
    return said._replace(outcome=Outcome.DIFFERS, explanation=explanation, notes=(why,), steps=steps, surmised=True)


def _thinly(pair: Pair) -> str:
    """Why two figures are held against each other whose words do not show that they measure one thing."""
    if pair.vouched:
        return VOUCHED
    if alone(pair):
        return THIN
    return NEAR if pair.nearest else BESIDE if beside_one(pair) else SWITCHED
