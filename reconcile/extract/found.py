"""What a reader of figures or dates found in running text, before it is placed in the article."""

from typing import NamedTuple

from reconcile.model import Quantity, When


class Found(NamedTuple):
    """A figure or a date in running text.

    Attributes:
        start, end: half-open offsets into the running text, hedge and tie words included.
        value, counts, whole, rule: as in `model.Mention`.
    """

    start: int
    end: int
    value: Quantity | When
    rule: str
    counts: str = ""
    whole: str = ""


class Refusal(NamedTuple):
    """Words that look like a figure or a date and were not read as one, and why; half-open offsets as in `Found`."""

    start: int
    end: int
    reason: str
