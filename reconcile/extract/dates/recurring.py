"""What dates mean that come back every week or month, and what lies around a day.

Weekly       what comes once a week                   Tuesday; the weekend; the following Tuesday
Off          so long before or after a weekday        four days before Sunday's vote
Week         the seven days by a day                the week before Christmas
Monthly      a day of the month                       the 25th
NthWeekday   a weekday counted in a month             the first Monday of May
Beyond       a weekday next to a named day            the Saturday before Easter
Around       the unit that a named day lies in        the week of Nov. 26
LongWeekend  the weekend at a holiday                 Labor Day weekend
"""

from datetime import date, timedelta
from typing import Final, NamedTuple

from reconcile.extract.dates.holidays import nth_weekday
from reconcile.extract.dates.reckoned import NONE_NAMED, Step
from reconcile.extract.dates.scene import NO_BASE, NO_STORY, Days, Meaning, Scene, unknown
from reconcile.extract.dates.units import around, at_unit, days_on, moved
from reconcile.model import Precision

COMING: Final = 2  # the step of "this coming Friday"
AFTER_NEXT: Final = 3  # that of "the Friday after next"
ONWARD: Final = 4  # that of "Monday week", "a week from Monday"


class Weekly(NamedTuple):
    """What comes once a week: a weekday, or the weekend (5, with two days).

    Attributes:
        weekday, size: its first day, 0 for Monday, and how many days it has.
        step: -1 for "last", 0 for "this", 1 for "next", or one of those above; None where none is said.
        back: how many weeks before the last one: "two Sundays ago", "the Friday before last"; below 0 after the next.
        week: the week it lies in, if named.
        story: whether it is counted from the day named before: "the following Tuesday".
    """

    weekday: int
    size: int = 1
    step: int | None = None
    week: Meaning | None = None
    story: bool = False
    back: int = 0

    @property
    def precision(self) -> Precision:
        """A day, or the two of a weekend."""
        return Precision.DAY if self.size == 1 else Precision.INTERVAL

    def resolve(self, scene: Scene) -> Days:
        """The one meant, seen from the base day."""
        if self.week is not None:
            week = self.week.resolve(scene)
            if week.earliest is None:
                return unknown(self.precision, NO_BASE)
            first = week.earliest + timedelta(days=self.weekday)
            return self._days(first, "that day of the week named", week.base)
        if self.story:
            return self._told(scene.story(1), scene)
        base = scene.base
        if base is None:
            return unknown(self.precision, NO_BASE)
        last = base - timedelta(days=(base.weekday() - self.weekday) % 7)
        begun_today = last + timedelta(days=self.size) > base
        if self.step == -1:
            before = last - timedelta(days=7 * (begun_today + self.back))
            return self._days(before, "counted back from the day of publication", base)
        if self.step in (1, AFTER_NEXT):
            monday = base + timedelta(days=7 - base.weekday() + 7 * (self.step == AFTER_NEXT))
            return self._days(monday + timedelta(days=self.weekday), "counted on from the week of publication", base)
        if self.step == COMING:
            return self._days(last + timedelta(days=7), "the first one after the day of publication", base)
        ahead = last if begun_today else last + timedelta(days=7)
        if self.step == ONWARD:
            later = ahead - timedelta(days=7 * self.back)
            return self._days(later, "counted on from the first one from the day of publication on", base)
        if scene.lean > 0 or (self.step == 0 and scene.lean == 0):
            return self._days(ahead, "the first one from the day of publication on", base)
        return self._days(last, "the last one up to the day of publication", base)

    def in_order(self, days: Days, other: date, side: int) -> Days:
        """The one nearest to another day, before (-1) or after it: "will meet on Tuesday after Friday's strike"."""
        if days.earliest is None or self.step is not None or self.week is not None or self.story:
            return days
        if (days.earliest - other).days * side >= 0:
            return days
        first = other + timedelta(days=(self.weekday - other.weekday()) % 7 - (7 if side < 0 else 0))
        which = "last one before" if side < 0 else "first one after"
        return self._days(first, f"the {which} the day named with it", other)

    def _told(self, story: Days | None, scene: Scene) -> Days:
        """For "the following Tuesday": the first one after the day named before."""
        if story is None or story.earliest is None:
            if scene.base is None or (self.step == 1 and scene.lean < 0):
                return unknown(self.precision, NO_STORY)
            days = self._replace(story=False, step=COMING if self.step == 1 else -1).resolve(scene)
            return days._replace(rule=days.rule + NONE_NAMED, approximate=True)
        ahead = (self.weekday - story.earliest.weekday() - 1) % 7 + 1
        first = story.earliest + timedelta(days=ahead if self.step == 1 else ahead - 7 - 7 * (ahead == 7))
        return self._days(first, "the one next to the day named before", story.earliest)

    def _days(self, first: date, rule: str, base: date | None) -> Days:
        return Days(first, first + timedelta(days=self.size - 1), self.precision, rule, base)


class Off(NamedTuple):
    """So long before (below 0) or after a weekday: "four days before Sunday's vote", "two days after Monday's".

    Of the weekdays on either side of the day of publication the one is meant that brings it near to that day.
    """

    of: Weekly
    unit: str
    steps: int

    @property
    def precision(self) -> Precision:
        """A day."""
        return Precision.DAY

    def resolve(self, scene: Scene) -> Days:
        """The day, counted from the weekday; in the past where the verb looks back, if there is such a one."""
        base = scene.base
        if base is None:
            return unknown(self.precision, NO_BASE)
        last = base - timedelta(days=(base.weekday() - self.of.weekday) % 7)
        found = [days_on(last + timedelta(days=days), self.unit, self.steps) for days in (0, 7)]
        fitting = [day for day in found if (day - base).days * scene.lean >= 0] or found
        day = min(fitting, key=lambda day: abs((day - base).days))
        return Days(day, day, self.precision, "counted from the weekday named with it", base)


class Week(NamedTuple):
    """The seven days before (-1) or after a day: "the week before Christmas"."""

    of: Meaning
    side: int

    @property
    def precision(self) -> Precision:
        """Two ends."""
        return Precision.INTERVAL

    def resolve(self, scene: Scene) -> Days:
        """Those days."""
        of = self.of.resolve(scene)
        if of.earliest is None:
            return unknown(self.precision, of.rule)
        near, far = (of.earliest + timedelta(days=self.side * days) for days in (1, 7))
        return Days(min(near, far), max(near, far), self.precision, f"the week by a day, {of.rule}", of.base)


class Monthly(NamedTuple):
    """A day of the month: "on the 25th"; the nearest one, or that of a month reckoned."""

    number: int
    month: Step | None = None
    weekday: int | None = None

    @property
    def precision(self) -> Precision:
        """A day."""
        return Precision.DAY

    def resolve(self, scene: Scene) -> Days:
        """The nearest such day to the base; of the way the words look, if they say."""
        base = scene.base
        if base is None:
            return unknown(self.precision, NO_BASE)
        days = []
        reach = range(-14, 15) if self.weekday is not None else range(-1, 2)
        for step in reach if self.month is None else (self.month.count,):
            first, last = moved(base, "month", step)
            if self.number <= last.day:
                days.append(first.replace(day=self.number))
        if self.weekday is not None:
            days = [day for day in days if day.weekday() == self.weekday]
        fitting = [day for day in days if (day - base).days * scene.lean >= 0] or days
        if not fitting:
            return unknown(self.precision, "no month near has such a day")
        found = min(fitting, key=lambda day: abs((day - base).days))
        return Days(found, found, self.precision, "that day of the month nearest to the day of publication", base)


class NthWeekday(NamedTuple):
    """The first Monday of a month; -1 is the last."""

    of: Meaning
    weekday: int
    nth: int

    @property
    def precision(self) -> Precision:
        """A day."""
        return Precision.DAY

    def resolve(self, scene: Scene) -> Days:
        """That day, if the month has it."""
        of = self.of.resolve(scene)
        if of.earliest is None:
            return unknown(self.precision, of.rule)
        try:
            found = nth_weekday(of.earliest.year, of.earliest.month, self.weekday, self.nth)
        except ValueError:
            return unknown(self.precision, "the month has no such day")
        return of._replace(earliest=found, latest=found, precision=self.precision)


class Beyond(NamedTuple):
    """The weekday next before (-1) or after (1) a named day: "the Saturday before Easter"."""

    of: Meaning
    weekday: int
    side: int

    @property
    def precision(self) -> Precision:
        """A day."""
        return Precision.DAY

    def resolve(self, scene: Scene) -> Days:
        """That day."""
        of = self.of.resolve(scene)
        if of.earliest is None:
            return unknown(self.precision, of.rule)
        gap = (self.side * (self.weekday - of.earliest.weekday()) - 1) % 7 + 1
        found = of.earliest + timedelta(days=self.side * gap)
        return Days(found, found, self.precision, "the one next to the date named with it", of.earliest)


class BesideEvent(NamedTuple):
    """A weekday next to what is told of without its day: "the Sunday before his release"."""

    @property
    def precision(self) -> Precision:
        """A day."""
        return Precision.DAY

    def resolve(self, scene: Scene) -> Days:
        """Nothing, whatever the scene."""
        del scene
        return unknown(self.precision, "next to something whose day is not told")


class Around(NamedTuple):
    """The week, month or weekend that a named day lies in, or that begins with it."""

    of: Meaning
    unit: str
    begins: bool = False

    @property
    def precision(self) -> Precision:
        """That of the unit; two ends where it begins on any day."""
        return Precision.INTERVAL if self.begins else at_unit(self.unit)

    def resolve(self, scene: Scene) -> Days:
        """The unit around it."""
        of = self.of.resolve(scene)
        if of.earliest is None:
            return of._replace(precision=self.precision, written="")
        ends = around(of.earliest, self.unit)
        if self.begins:
            ends = of.earliest, moved(of.earliest, "day", 6)[0]
        return of._replace(earliest=ends[0], latest=ends[1], precision=self.precision)


class LongWeekend(NamedTuple):
    """The weekend at a holiday, which takes part in it: Saturday to Labor Day, Thanksgiving to Sunday."""

    of: Meaning

    @property
    def precision(self) -> Precision:
        """Two ends."""
        return Precision.INTERVAL

    def resolve(self, scene: Scene) -> Days:
        """The nearest Saturday and Sunday, and the holiday with what lies between."""
        of = self.of.resolve(scene)
        day = of.earliest
        if day is None:
            return of._replace(precision=self.precision, written="")
        saturday = day + timedelta(days=5 - day.weekday() - (7 if day.weekday() < 2 else 0))
        ends = min(day, saturday), max(day, saturday + timedelta(days=1))
        return of._replace(earliest=ends[0], latest=ends[1], precision=self.precision)
