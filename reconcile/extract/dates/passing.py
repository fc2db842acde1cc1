"""Periods seen from a day within them: "the rest of the year", "year to date", "the past two quarters".

In: words, and periods folded before. Out: `Rest`, `ToDate`, `Whole` and `Turn` meanings.
"""

from datetime import date
from typing import Final, NamedTuple

from reconcile.extract.dates.grammar import PARTS, SINGLE, Hit, Phrase
from reconcile.extract.dates.kinds import KINDS, Item
from reconcile.extract.dates.reckoned import Step
from reconcile.extract.dates.scene import NO_BASE, Days, Meaning, Scene, unknown
from reconcile.extract.dates.units import around, at_unit, moved
from reconcile.model import Precision, Role

_LONG: Final = ("week", "month", "quarter", "year", "decade", "century")
_SOON: Final = 15  # years before a century in which its turn is the one ahead
_YEARS: Final = {"decade": 10, "century": 100, "millennium": 1000}


class Rest(NamedTuple):
    """What is left of a period: from the day of publication, or from a day named before in it, to its end."""

    of: Meaning

    @property
    def precision(self) -> Precision:
        """Two ends."""
        return Precision.INTERVAL

    def resolve(self, scene: Scene) -> Days:
        """From that day on; all of the period, marked as about it, where no day in it is known."""
        days = self.of.resolve(scene)
        if days.earliest is None or days.latest is None:
            return days._replace(precision=self.precision, written="")
        told = [day.earliest for day in reversed(scene.told) if day.precision is Precision.DAY and day.earliest]
        for day in [scene.base, *told]:
            if day is not None and days.earliest <= day <= days.latest:
                return Days(day, days.latest, self.precision, f"what is left of it, {days.rule}", day)
        return days._replace(precision=self.precision, approximate=True)


class ToDate(NamedTuple):
    """What has passed of the year or another period, up to the day of publication."""

    unit: str

    @property
    def precision(self) -> Precision:
        """Two ends."""
        return Precision.INTERVAL

    def resolve(self, scene: Scene) -> Days:
        """From its first day to the day of publication."""
        if scene.base is None:
            return unknown(self.precision, NO_BASE)
        first = around(scene.base, self.unit)[0]
        return Days(first, scene.base, self.precision, f"the {self.unit} up to the day of publication", scene.base)


class Turn(NamedTuple):
    """The year in which one century, decade or millennium gives way to the next, or the day on which a year does."""

    unit: str

    @property
    def precision(self) -> Precision:
        """A year; of a year, its first day."""
        return Precision.DAY if self.unit == "year" else Precision.YEAR

    def resolve(self, scene: Scene) -> Days:
        """The last one, or the one ahead where it is near or the verb looks to it."""
        base = scene.base
        if base is None:
            return unknown(self.precision, NO_BASE)
        if self.unit == "year":
            ahead = scene.lean > 0 or (scene.lean == 0 and base.month > 6)
            found = date(base.year + ahead, 1, 1)
            return Days(found, found, self.precision, "the turn of the year next to it", base, approximate=True)
        size = _YEARS[self.unit]
        past = base.year // size * size
        ahead = scene.lean > 0 or (scene.lean == 0 and past + size - base.year <= min(_SOON, size // 5))
        year = past + size * ahead
        rule = f"the turn of the {self.unit} next to the day of publication"
        return Days(date(year, 1, 1), date(year, 12, 31), self.precision, rule, base, approximate=True)


@PARTS.rule("rest of a period", "THE? REST OF THE? date:PERIOD", "THE? REST OF THE unit:UNIT")
def _rest(hit: Hit) -> Phrase | None:
    """Read "the rest of the year", "the remainder of this month"; not "the rest of the day", which is that day."""
    if hit.has("unit") and hit["unit"] not in _LONG:
        return None
    of = Step(hit["unit"], 0) if hit.has("unit") else hit["date"].meaning
    return Phrase(Rest(of), "rest of a period", Role.BETWEEN)


class Whole(NamedTuple):
    """So many whole units of the calendar before (below 0) or after the one of the day of publication."""

    unit: str
    steps: int

    @property
    def precision(self) -> Precision:
        """Two ends; of one, the unit."""
        return at_unit(self.unit) if abs(self.steps) == 1 else Precision.INTERVAL

    def resolve(self, scene: Scene) -> Days:
        """From the first day of the first to the last day of the last."""
        if scene.base is None:
            return unknown(self.precision, NO_BASE)
        near, far = (moved(scene.base, self.unit, at) for at in (1 if self.steps > 0 else -1, self.steps))
        first, last = min(near, far)[0], max(near, far)[1]
        return Days(
            first, last, self.precision, f"counted in whole {self.unit}s from the day of publication", scene.base
        )


def quarter_to(items: list[Item], at: int, days: Days) -> Days | None:
    """The quarter that "the three months to March 31" names, seen from the date that ends it; None where none does."""
    look = at - 1
    look -= look > 0 and items[look].kind in _ENDING
    if look < 1 or items[look].kind != KINDS["UNIT"] or items[look].value != "month" or items[look - 1].value != _THREE:
        return None
    last = days.latest if days.precision is Precision.DAY else None
    if last is None or around(last, "quarter")[1] != last:
        return None
    return Days(*around(last, "quarter"), Precision.QUARTER, "the three months to a day named", last)


_THREE: Final = 3
_ENDING: Final = frozenset((KINDS["TO"], KINDS["CLOSING"]))


@SINGLE.rule("quarters up to now", "THE? step:STEP count:[INT NUM COUNTWORD] unit:UNIT", "THE? step:STEP unit:UNIT")
def _quarters(hit: Hit) -> Phrase | None:
    """Read "the past two quarters", "past quarter": those of the calendar; "the past two years" are a length."""
    count = hit["count"] if hit.has("count") else 1 if hit.word("step") == "past" else 0
    within = hit.after is not None and hit.after.kind in _WITHIN  # "the last two quarters of 2018"
    if hit["unit"] != "quarter" or not hit["step"] or not 0 < count < _MOST_QUARTERS or within:
        return None
    return Phrase(Whole("quarter", count * hit["step"]), "quarters up to now", Role.BETWEEN if count > 1 else Role.ON)


_MOST_QUARTERS: Final = 40
_WITHIN: Final = frozenset(KINDS[kind] for kind in ("OF", "IN", "UNIT", "DASH"))


@SINGLE.rule("period to date", "THE? unit:UNIT DASH? TO DASH? date:OTHER")
def _to_date(hit: Hit) -> Phrase | None:
    """Read "year to date", "in the year to date", "year-to-date sales"."""
    if hit["unit"] not in ("month", "quarter", "year") or hit.word("date") != "date":
        return None
    return Phrase(ToDate(hit["unit"]), "period to date", Role.BETWEEN)


@SINGLE.rule("turn of a period", "THE? TURN OF THE unit:[UNIT OTHER]")
def _turn(hit: Hit) -> Meaning | None:
    """Read "the turn of the century", "the turn of the year"."""
    unit = hit.word("unit")
    return Turn(unit) if unit in ("year", *_YEARS) else None
