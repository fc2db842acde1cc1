"""Two days of which one at least is told by its weekday alone, in an article of which no day is known.

What comes in: a Pair of claims with a date each. What goes out: whether the weekday is the same. Which week is meant
nobody knows, so that the two may name one day is all that is said; two weekdays are compared no further.
"""

import re
from calendar import day_name
from typing import Final

from reconcile.compare.pair import Pair
from reconcile.compare.relation import Relation
from reconcile.compare.side import Side
from reconcile.model import Dimension, Outcome, Precision

_WEEKDAY: Final = re.compile(rf"\b(?:{'|'.join(day_name)})\b", re.IGNORECASE)


def same_weekday(pair: Pair) -> bool:
    """Whether both days are one weekday."""
    ours, theirs = _weekday(pair.left), _weekday(pair.right)
    return ours != "" and ours == theirs


def _weekday(side: Side) -> str:
    """The weekday that a date names, or is; "" where it is no day."""
    told = _WEEKDAY.search(side.claim.when.text) if side.claim.when else None
    if told is not None:
        return told[0].title()
    day = side.when.earliest if side.when.precision is Precision.DAY else None
    return day_name[day.weekday()] if day else ""


SAME_WEEKDAY: Final = Relation(
    "same_weekday", Dimension.DATE, Outcome.COMPATIBLE, "both name the same weekday, and of one the week is not known",
    same_weekday, settles="give the day of publication (`--published`)",
)  # fmt: skip
