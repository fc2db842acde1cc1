"""What comparing two claims comes to, step by step, whether or not they stand in one topic.

What comes in: the articles and two claims. What goes out: lines of text: the gate, the ladder, the doubts and the cap,
or the wording, and what can be calculated of the two.
"""

from reconcile.compare.arithmetic import of_topic
from reconcile.compare.finding import Comparison
from reconcile.compare.pair import Pair
from reconcile.compare.side import Articles
from reconcile.compare.values import compare_dates, compare_figures
from reconcile.compare.wording import compare_wording
from reconcile.model import Claim


def explain(articles: Articles, one: str, other: str) -> tuple[str, ...]:
    """The steps between two claims, and last what they come to."""
    pair = Pair(articles.side(one), articles.side(other))
    opening, said = _compared(pair)
    told = (*opening, *said.steps, f"outcome: {said.outcome.value} ({said.code}): {said.because}")
    reckoned = [also for _, also in of_topic([pair.left, pair.right])]
    sums = [f"{step} ({also.outcome.value}, {also.code})" for also in reckoned for step in also.steps]
    return (*told, *(sums or ["arithmetic: nothing follows from the two alone"]))


def _compared(pair: Pair) -> tuple[tuple[str, ...], Comparison]:
    left, right = pair.left.claim, pair.right.claim
    if left.figure is not None and right.figure is not None:
        return (), compare_figures(pair)
    if left.date is not None and right.date is not None:
        return (), compare_dates(pair)
    kinds = " and ".join(_kind(claim) for claim in (left, right))
    return (f"values: {kinds}: only their words can be compared",), compare_wording(pair)


def _kind(claim: Claim) -> str:
    return "a figure" if claim.figure else "a date" if claim.date else "no value"
