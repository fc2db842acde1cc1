"""What dates mean that are reckoned from the day of publication or from a date named before.

Step        so many units from a day                 yesterday; last week; three years ago; two days later
Mixed       so much of several units             a year and two months ago
Overnight   the night to the day of publication      overnight
Same        the unit around the date named before    that year; the same day
Then        the date named before, as said      by that time
ToldOf      the quarter named before              in the quarter
SameBefore  the date named before, years back        the same period last year
Shifted     so long before or after a named day      two weeks before Christmas
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, NamedTuple

from reconcile.extract.dates.scene import NO_BASE, NO_DATE, NO_STORY, Days, Meaning, Scene, unknown
from reconcile.extract.dates.units import around, at_unit, days_on, longest, moved, shifted_years
from reconcile.model import Precision

_COMPARED: Final = re.compile(
    r"1 (?:year|month|quarter) before the date named before|the same period of the other year"
    r"|\d+ \w+ before the day of publication; no date is named"
)
_OTHER_YEAR: Final = "the same period of the other year"
NONE_NAMED: Final = "; no date is named before, so counted from the day of publication"
_PERIODS: Final = frozenset((Precision.WEEK, Precision.MONTH, Precision.QUARTER, Precision.SEASON, Precision.INTERVAL))
_FINER: Final = {Precision.MONTH: ("month", 12), Precision.QUARTER: ("quarter", 4)}  # and how many make a year


@dataclass(frozen=True, slots=True)
class Step:
    """So many units before (below 0) or after the base day, or after the date named before.

    `compared` tells that something is held against it: "up from 3% two years earlier".
    """

    unit: str
    count: int
    story: bool = False
    about: bool = False
    compared: bool = False
    whole: bool = False  # "the following year" is all of it, "a year later" is as fine as the date named before

    @property
    def precision(self) -> Precision:
        """That of the unit."""
        return at_unit(self.unit)

    def resolve(self, scene: Scene) -> Days:
        """The unit it lands in."""
        if not self.story:
            if scene.base is None:
                return unknown(self.precision, NO_BASE)
            ends = moved(scene.base, self.unit, self.count)
            return Days(*ends, self.precision, _counted("the day of publication", self), scene.base, self.about)
        story = scene.story(longest(self.unit))
        if story is None or story.earliest is None:
            return self._none_named(scene)
        unit, count = self.unit, self.count
        if unit == "year" and not self.whole and story.precision in _FINER:  # "in January … from a year earlier"
            unit, size = _FINER[story.precision]
            count *= size
        ends = moved(story.earliest, unit, count)
        if scene.base is not None and ends[0] > scene.base and scene.lean <= 0 and count > 0:
            return unknown(self.precision, NO_STORY)  # "41 years later" than something long before
        return Days(*ends, at_unit(unit), _counted("the date named before", self), story.earliest, self.about)

    def _none_named(self, scene: Scene) -> Days:
        """For "a year earlier", "the previous day" where no date is named before: about that of the publication.

        What follows is reckoned so only where no verb looks back: "the next day, it sank" follows what is not dated.
        """
        near = self.compared or (abs(self.count) == 1 and (self.whole or (self.unit == "year" and self.count < 0)))
        if scene.base is None or not near or (self.count > 0 and scene.lean < 0):
            return unknown(self.precision, NO_STORY)
        days = replace(self, story=False, about=True).resolve(scene)
        return days._replace(rule=days.rule + NONE_NAMED)


def compares(rule: str) -> bool:
    """Whether a date so reckoned is only what another is compared with: the next "a year earlier" is not from there."""
    return _COMPARED.match(rule) is not None


def _counted(origin: str, step: Step) -> str:
    if step.count == 0:
        return origin if step.unit == "day" else f"the {step.unit} of {origin}"
    side = "before" if step.count < 0 else "after"
    return f"{abs(step.count)} {step.unit}{'s' if abs(step.count) > 1 else ''} {side} {origin}"


class Mixed(NamedTuple):
    """So many of several units before or after the base day, or the date named before: "a year and two months ago".

    Attributes:
        lengths: units, the longest first, and how many of each.
        sign: -1 before, 1 after.
        story: whether it is reckoned from the date named before.
    """

    lengths: tuple[tuple[str, int], ...]
    sign: int
    story: bool

    @property
    def precision(self) -> Precision:
        """That of the last unit; with weeks it comes to a day."""
        return at_unit(self._finest)

    @property
    def _finest(self) -> str:
        unit = self.lengths[-1][0]
        return "day" if unit in ("week", "fortnight") else unit

    def resolve(self, scene: Scene) -> Days:
        """The unit it lands in."""
        told = scene.story(longest(self._finest)) if self.story else None
        origin = told.earliest if told else None if self.story else scene.base
        if origin is None:
            return unknown(self.precision, NO_STORY if self.story else NO_BASE)
        day = origin
        for unit, count in self.lengths:
            day = days_on(day, unit, self.sign * count)
        side = "before" if self.sign < 0 else "after"
        from_ = "the date named before" if self.story else "the day of publication"
        return Days(*around(day, self._finest), self.precision, f"counted in several units {side} {from_}", origin)


class Overnight(NamedTuple):
    """The night to the day of publication."""

    precision: Precision = Precision.INTERVAL

    def resolve(self, scene: Scene) -> Days:
        """That night's two days."""
        if scene.base is None:
            return unknown(self.precision, NO_BASE)
        first = moved(scene.base, "day", -1)[0]
        return Days(first, scene.base, self.precision, "the night to the day of publication", scene.base)


@dataclass(frozen=True, slots=True)
class Shifted:
    """So long before (below 0) or after a named day."""

    of: Meaning
    unit: str
    count: int

    @property
    def precision(self) -> Precision:
        """A day, or the unit where the named date is no day."""
        return Precision.DAY if self.of.precision is Precision.DAY else at_unit(self.unit)

    def resolve(self, scene: Scene) -> Days:
        """The day, counted from the named one."""
        of = self.of.resolve(scene)
        if of.earliest is None or of.latest is None:
            return unknown(self.precision, of.rule)
        origin = of.earliest if self.count < 0 else of.latest
        rule = "counted from the date named with it"
        if self.precision is not Precision.DAY:
            return Days(*moved(origin, self.unit, self.count), self.precision, rule, origin)
        found = days_on(origin, self.unit, self.count)
        return Days(found, found, self.precision, rule, origin, approximate=self.unit not in ("day", "week"))


class SameBefore(NamedTuple):
    """Hold "the same period last year": the last period named before, in another year.

    Attributes:
        years: how many years on (below 0: back); not read where `year` is given.
        unit: the unit that it must have ("the year-ago quarter"); None for any period.
        year: the other year, if named.
    """

    years: int
    unit: str | None = None
    year: int | None = None

    @property
    def precision(self) -> Precision:
        """That of the unit; else known only from the date named before."""
        return at_unit(self.unit) if self.unit else Precision.INTERVAL

    def resolve(self, scene: Scene) -> Days:
        """The same days of that year."""
        wanted = {at_unit(self.unit)} if self.unit else _PERIODS
        for days in reversed(scene.told):
            if days.precision in wanted and days.earliest and days.latest:
                unit = self.unit or {Precision.WEEK: "week", Precision.MONTH: "month"}.get(days.precision)
                first, last = self._shifted(days.earliest), self._shifted(days.latest)
                if unit:
                    first, last = around(first, unit)
                return Days(first, last, at_unit(unit) if unit else days.precision, _OTHER_YEAR, days.earliest)
        if scene.base is None:
            return unknown(self.precision, NO_STORY)
        now = moved(scene.base, "quarter", -1)[0] if self.unit == "quarter" else scene.base
        unit = self.unit or "year"
        return Days(*around(self._shifted(now), unit), at_unit(unit), _OTHER_YEAR + NONE_NAMED, scene.base, True)

    def _shifted(self, day: date) -> date:
        return shifted_years(day, self.years if self.year is None else self.year - day.year)


class Then(NamedTuple):
    """The last date named before, as it was said: "by that time"; where none is named, it is no date."""

    precision: Precision = Precision.INTERVAL

    def resolve(self, scene: Scene) -> Days:
        """That date."""
        return scene.told[-1]._replace(rule="the date named before") if scene.told else NO_DATE


class ToldOf(NamedTuple):
    """A unit that the text named before as such: "in the quarter".

    Where none is named, about the last one ended, or that of the publication where a verb looks ahead and the words do
    not say that it is the `latest`.
    """

    unit: str
    latest: bool = False

    @property
    def precision(self) -> Precision:
        """That of the unit."""
        return at_unit(self.unit)

    def resolve(self, scene: Scene) -> Days:
        """The last one named."""
        for days in reversed(scene.told):
            if days.precision is self.precision and days.earliest is not None:
                return Days(days.earliest, days.latest, self.precision, f"the {self.unit} named before", days.earliest)
        ahead = scene.lean > 0 and not self.latest
        days = Step(self.unit, 0 if ahead else -1, about=True).resolve(scene)
        return days if ahead or days.earliest is None else days._replace(rule=f"the last {self.unit} ended by then")


class Same(NamedTuple):
    """The unit around the date named before, or around the base day where none is and `base` is set.

    `ended` says that all of it is past where a verb looks back: "for the full year, it lost money".
    """

    unit: str
    base: bool = False
    ended: bool = False

    @property
    def precision(self) -> Precision:
        """That of the unit."""
        return at_unit(self.unit)

    def resolve(self, scene: Scene) -> Days:
        """The unit around it."""
        story = scene.story(longest(self.unit))
        if story is not None and story.earliest is not None:
            origin, rule = story.earliest, "the date named before"
        elif self.unit == "day" and scene.spoken is not None and scene.spoken.earliest is not None:
            origin, rule = scene.spoken.earliest, "the day of the statement named before"
        elif self.ended and scene.base is not None and scene.lean < 0:
            return Step(self.unit, -1, about=True).resolve(scene)._replace(rule=f"the last {self.unit} ended by then")
        elif self.base and scene.base is not None:
            origin, rule = scene.base, "the day of publication"
        else:
            return unknown(self.precision, NO_STORY)
        return Days(
            *around(origin, self.unit),
            self.precision,
            rule if self.unit == "day" else f"the {self.unit} of {rule}",
            origin,
        )
