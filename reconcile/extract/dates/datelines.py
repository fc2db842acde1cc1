"""The day an article was written, where its dateline names another one than its head: "LUND, Oct. 30 (Reuters) -".

"Today" and "on Tuesday" are then told from the dateline's day, and the anchor says so.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from reconcile.extract.found import Found
from reconcile.model import Anchor, Precision, When

_LATE: Final = timedelta(days=14)  # from the dateline to the publication; a date further back is not the dateline's


def written_on(dates: Iterable[Found], published: date | None) -> date | None:
    """The day to reckon from: the dateline's, or that of the publication where it names none that is near.

    Args:
        dates: what is found in the dateline.
        published: the day of publication.
    """
    for found in dates:
        when = found.value
        if isinstance(when, When) and when.precision is Precision.DAY and when.earliest and published:
            return when.earliest if when.earliest <= published <= when.earliest + _LATE else published
    return published


def from_dateline(found: Found) -> Found:
    """The same date with an anchor that names the dateline for the day of publication."""
    when = found.value
    if not isinstance(when, When) or when.anchor.base is None:
        return found
    rule = when.anchor.rule.replace("the day of publication", "the day in the dateline")
    return found._replace(value=replace(when, anchor=Anchor(rule, when.anchor.base)))
