"""What a date phrase is reckoned from, and the days it comes to.

`Scene` is what is known where a phrase stands: the day of publication, the date named before it, and whether the words
around it look back or ahead. A phrase resolves in a scene to `Days`.
"""

from datetime import date
from typing import Final, NamedTuple, Protocol

from reconcile.model import Precision


class Days(NamedTuple):
    """The days a phrase comes to.

    Attributes:
        earliest, latest: both ends included; both None where nothing fixes them.
        precision: how finely it was stated.
        rule: how it was reckoned, for people.
        base: the day it was reckoned from, if any.
        approximate: "around 1990".
        written: EDTF, where it is not that of the days ("XXXX-11-25").
    """

    earliest: date | None
    latest: date | None
    precision: Precision
    rule: str
    base: date | None = None
    approximate: bool = False
    written: str = ""


class Scene(NamedTuple):
    """What is known where a phrase stands.

    Attributes:
        base: the day of publication or the dateline's day.
        told: the dates named before it, the last one last.
        near: whether the nearest one is meant even of what else is taken as the last ("12 months through May").
        lean: -1 where the words around it look back, 1 where they look ahead, 0 where they do not say.
        year: the year whose clause it stands in: "1982, when it lost money in the fourth quarter".
        spoken: the day on which somebody last spoke, which "later that day" falls back on.
        day_first: whether the article's days in figures put the day before the month; None where nothing tells.
    """

    base: date | None
    told: tuple[Days, ...] = ()
    lean: int = 0
    near: bool = False
    year: int | None = None
    day_first: bool | None = None
    spoken: Days | None = None

    def story(self, longest: int) -> Days | None:
        """The last date named before that is no longer than so many days: "two days later" needs a day."""
        for days in reversed(self.told):
            if days.earliest and days.latest and (days.latest - days.earliest).days < longest:
                return days
        return None


class Meaning(Protocol):
    """What a phrase means before it is placed in time."""

    @property
    def precision(self) -> Precision:
        """How finely it is stated."""
        ...

    def resolve(self, scene: Scene) -> Days:
        """The days it comes to there."""
        ...


_LOOSE: Final = "not anchored: "


def unknown(precision: Precision, why: str, written: str = "") -> Days:
    """A phrase that nothing fixes; `why` may be the rule of another that nothing fixes."""
    return Days(None, None, precision, f"{_LOOSE}{why.removeprefix(_LOOSE)}", None, written=written)


NO_DATE: Final = Days(None, None, Precision.DAY, "")  # what looked like a date is none after all
REACH: Final = range(1000, 3000)  # years that news speak of; nearer the ends of the calendar nothing is reckoned


def within_reach(days: Days) -> bool:
    """Whether its days lie in years that news speak of."""
    first, last = days.earliest, days.latest
    return (first is None or first.year in REACH) and (last is None or last.year in REACH)


NO_BASE = "the day of publication is not known"
NO_STORY = "the text names no date that it could be reckoned from"
