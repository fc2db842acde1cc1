"""The rows of what is calculated, and how a calculation is shown: the figures, and every claim it rests on.

What comes in: claims that a calculation used. What goes out: Comparisons.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from reconcile.compare.finding import Comparison
from reconcile.compare.pair import Pair
from reconcile.compare.relation import Relation
from reconcile.compare.side import Side, flat
from reconcile.model import Change, Dimension, Hedge, Outcome

Compared = tuple[Pair, Comparison]
MOST: Final = 24  # claims of one kind that are tried with each other
NEAR: Final = Decimal("0.2")  # of a whole, for listed parts to be meant to be all of it
POINT: Final = (Hedge.EXACT, Hedge.APPROX, Hedge.NEARLY)
_FIGURE: Final = Dimension.FIGURE

ARITHMETIC: Final[tuple[Relation[Pair], ...]] = (
    Relation("share_count", _FIGURE, Outcome.AGREE, "the share, the whole and the part fit"),
    Relation("sum", _FIGURE, Outcome.COMPATIBLE, "the parts add up to the whole"),
    Relation("sum_off", _FIGURE, Outcome.DIFFERS, "the parts do not come to what the other gives for all",
             settles="ask what each counts, and whether a part is missing"),
    Relation("names_counted", _FIGURE, Outcome.AGREE, "one gives the number and the other as many names"),
    Relation("duration_v_endpoints", _FIGURE, Outcome.AGREE, "the length fits the two ends"),
    Relation("change_v_levels", _FIGURE, Outcome.AGREE, "the change leads from the one level to the other"),
    Relation("rate_v_sum", _FIGURE, Outcome.AGREE, "what is paid or made in a time, for so long, comes to the sum"),
    Relation("age_v_birth", _FIGURE, Outcome.AGREE, "the age fits the year of birth"),
    Relation("age_off", _FIGURE, Outcome.DIFFERS, "the age does not fit the year of birth",
             settles="look up the day of birth"),
)  # fmt: skip
_ROWS: Final = {row.code: row for row in ARITHMETIC}


def said(code: str, shown: str, others: Sequence[Side] = (), *, weak: bool = False) -> Comparison:
    """A calculation that came out, with what it rests on; `weak` where both can only hold."""
    row = _ROWS[code]
    rests = tuple(f"rests on {side.outlet}: {flat(side.claim.quote)}" for side in others)
    return Comparison(
        row.code,
        row.dimension,
        Outcome.COMPATIBLE if weak else row.outcome,
        f"{row.because}: {shown}",
        row.settles,
        steps=(f"arithmetic: {shown}", *rests),
        others=tuple(side.claim.id for side in others),
    )


def of_kind(told: Sequence[Side], *kinds: str) -> list[Side]:
    """The claims with a figure of the kinds, MOST at most."""
    return [side for side in told if side.claim.figure is not None and side.figure.kind in kinds][:MOST]


def level(side: Side, *hedges: Hedge) -> bool:
    """Whether a figure is no change, and has one of the hedges."""
    return side.figure.change is Change.LEVEL and side.figure.hedge in hedges
