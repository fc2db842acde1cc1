"""Hours of one day: "struck at 4:17 a.m. on Monday", "struck at 4.47am on Monday".

HOURS is asked of two dates of one day whose words are of one deed. What comes in: a Pair. What goes out: whether the
hours told exclude each other.
"""

from datetime import time
from typing import Final

from reconcile.compare.pair import Pair, Side
from reconcile.compare.relation import Relation
from reconcile.model import Dimension, Modality, Outcome, Role

_APART: Final = 15  # minutes between two accounts of one moment


def _other_hour(pair: Pair) -> bool:
    """Whether both tell what happened at an hour of the day, of one zone or of none, and too far apart."""
    sides = (pair.left, pair.right)
    if not all(s.when.clock and s.when.role is Role.ON and s.claim.modality is Modality.HAPPENED for s in sides):
        return False
    zones = [side.when.clock[5:] for side in sides]
    return zones[0] == zones[1] and abs(_minutes(pair.left) - _minutes(pair.right)) > _APART


def _minutes(side: Side) -> int:
    """The minute of its day that a date with an hour tells."""
    told = time.fromisoformat(side.when.clock[:5])
    return 60 * told.hour + told.minute


HOURS: Final[tuple[Relation[Pair], ...]] = (
    Relation("other_hour", Dimension.DATE, Outcome.DIFFERS, "both name the same day, and two hours of it", _other_hour,
             settles="find a record made at the time (a log, a statement, a photograph with its hour)"),
)  # fmt: skip
