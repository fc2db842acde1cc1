"""Figures of a draft that nothing on the desk bears out, each beside the one that the desk has in like words.

What comes in: a draft, a dossier and how alike their claims are. What goes out: Statements of one claim beside another.
That two such figures measure one thing their words often do not show, so little is made of the words alone: the desk
has no such value anywhere, the draft has nothing of what the desk has here, the two exclude each other and are of one
order, and most of what the draft says is the desk's. Who retells a story and gets one figure wrong leaves just that.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from reconcile.align import Attached
from reconcile.compare import relate_figures
from reconcile.lint.drafts.beside import Beside, Statement, digits
from reconcile.lint.drafts.read import Draft
from reconcile.model import Dossier, Hedge, Outcome, Quantity

LIKE: Final = 0.35  # likeness from which the words may be of one thing; measured: tests.bench.drafts, .paraphrases
SHARED: Final = 2  # for each figure that strays, so many values that are the desk's
_TIMES: Final = 5  # as large: of one order
_ROUNDED: Final = Decimal("0.95")
_MEET: Final = frozenset({"shared_bound", "bounds_differ", "overlap", "touching"})
STRAY: Final = "stray"


def strays(
    dossier: Dossier, draft: Draft, attached: Iterable[Attached], statements: Sequence[Statement]
) -> Iterator[Statement]:
    """The figures of a draft that stray from the desk, each beside the claim it strays from, in the order of the draft.

    Args:
        attached: the claims of the draft that are free to stray, with the claims of the desk they are like.
        statements: what the draft says of the desk's topics.
    """
    known = _Figures(claim.figure for claim in dossier.claims if claim.figure)
    own = _Figures(claim.figure for claim in draft.claims if claim.figure)
    found: dict[str, Statement] = {}
    claims = {claim.id: claim for claim in draft.claims}
    for row in attached:
        claim = claims[row.claim]
        figure = claim.figure
        if row.likeness < LIKE or claim.id in found or figure is None or known.give(figure):
            continue
        topic = dossier.topic_of[row.nearest]
        others = (name for name in dossier.topic[topic].claims if name != row.nearest)
        for theirs in (dossier.claim[name] for name in (row.nearest, *others)):
            if theirs.figure and _mistaken(figure, theirs.figure) and not own.give(theirs.figure):
                beside = (Beside(theirs, same=False, fits=False, apart=True, code=STRAY),)
                found[claim.id] = Statement(draft, claim, topic, row.likeness, pinned=False, beside=beside)
                break
    if _retold(len(found), draft, known, statements):
        yield from found.values()


def _retold(strays: int, draft: Draft, known: "_Figures", statements: Sequence[Statement]) -> bool:
    """Whether a draft tells what the desk has: enough of it beside the claims that say so, or two thirds of it."""
    beside = {said.words for said in statements if any(row.same for row in said.beside)}
    figures = {claim.figure for claim in draft.claims if claim.figure}
    borne_out = sum(known.give(figure, alike=True) for figure in figures)
    return len(beside) >= SHARED * strays or (borne_out >= SHARED * strays and 3 * borne_out >= 2 * len(figures))


class _Figures:
    """Figures by what they measure."""

    def __init__(self, figures: Iterable[Quantity]) -> None:
        self._by_kind: dict[str, list[Quantity]] = defaultdict(list)
        for figure in dict.fromkeys(figures):
            self._by_kind[figure.kind].append(figure)

    def give(self, figure: Quantity, *, alike: bool = False) -> bool:
        """Whether one of them gives a figure, whatever their bounds; `alike` asks for its unit as well."""
        others = (other for other in self._by_kind[figure.kind] if not alike or other.unit == figure.unit)
        return any(_gives(figure, other) for other in others)


def _span(figure: Quantity) -> tuple[Decimal, Decimal]:
    return (figure.low, figure.high) if figure.value is None else (figure.value, figure.value)


def _gives(figure: Quantity, other: Quantity) -> bool:
    """Whether two figures are of one number, or one of them is the other rounded."""
    (low, high), (least, most) = _span(figure), _span(other)
    if low <= most and least <= high:
        return True
    rough = figure.hedge is not Hedge.EXACT or other.hedge is not Hedge.EXACT or digits(figure) < digits(other)
    return rough and low * _ROUNDED <= most and least * _ROUNDED <= high


def _mistaken(figure: Quantity, other: Quantity) -> bool:
    """Whether one may have been written for the other: of one measure and order, or zeros lost, and never both true."""
    counts = figure.kind == other.kind == "count"
    if not counts and figure.unit != other.unit:
        return False
    row = relate_figures(figure, replace(other, unit=figure.unit) if counts else other)
    (low, high), (least, most) = _span(figure), _span(other)
    if (low > _TIMES * most or least > _TIMES * high) and row.code != "magnitude_slip":
        return False
    return row.outcome in (Outcome.CONFLICTS, Outcome.DIFFERS) and row.code not in _MEET
