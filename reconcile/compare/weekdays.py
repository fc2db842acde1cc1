"""Two days told by their weekdays, of which one at least stands in an article of no known day.

What comes in: a Pair of claims with a date each. What goes out: whether the weekday is the same. Which week is meant
nobody knows, so that the two may name one day is all that is said; two weekdays are compared no further.
"""

import re
from calendar import day_name
from typing import Final

from reconcile.compare.pair import Pair
from reconcile.compare.relation import Relation
from reconcile.compare.side import Side
from reconcile.model import Dimension, Outcome

_WEEKDAY: Final = re.compile(rf"\b(?:{'|'.join(day_name)})\b", re.IGNORECASE)


def same_weekday(pair: Pair) -> bool:
    """Whether both name one weekday; that a day of the calendar is one says little, as one in seven is."""
    ours, theirs = map(_weekday, (pair.left, pair.right))
    return ours != "" and ours == theirs


def _weekday(side: Side) -> str:
    told = _WEEKDAY.search(side.claim.when.text) if side.claim.when else None
    return told[0].title() if told else ""


SAME_WEEKDAY: Final = Relation(
    "same_weekday", Dimension.DATE, Outcome.COMPATIBLE, "both name the same weekday, and of one the week is not known",
    same_weekday, settles="give the day of publication (`published:`)",
)  # fmt: skip
