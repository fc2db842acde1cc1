"""What dates mean that are reckoned from the day of publication or from a date named before.

Step        so many units from a day                 yesterday; last week; three years ago; two days later
Overnight   the night to the day of publication      overnight
Same        the unit around the date named before    that year; the same day
ToldOf      the quarter named before              in the quarter
SameBefore  the date named before, years back        the same period last year
YearsBack   the same day or week, years back        five years ago today
Shifted     so long before or after a named day      two weeks before Christmas
"""

from dataclasses import dataclass
from typing import Final

from reconcile.extract.dates.scene import NO_BASE, NO_STORY, Days, Meaning, Scene, unknown
from reconcile.extract.dates.units import around, at_unit, days_on, longest, moved, shifted_years
from reconcile.model import Precision

_FINER: Final = {Precision.MONTH: ("month", 12), Precision.QUARTER: ("quarter", 4)}  # and how many make a year


@dataclass(frozen=True, slots=True)
class Step:
    """So many units before (below 0) or after the base day, or after the date named before."""

    unit: str
    count: int
    story: bool = False
    about: bool = False
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
            return unknown(self.precision, NO_STORY)
        unit, count = self.unit, self.count
        if unit == "year" and not self.whole and story.precision in _FINER:  # "in January … from a year earlier"
            unit, size = _FINER[story.precision]
            count *= size
        ends = moved(story.earliest, unit, count)
        if scene.base is not None and ends[0] > scene.base and scene.lean <= 0 and count > 0:
            return unknown(self.precision, NO_STORY)  # "41 years later" than something long before
        return Days(*ends, at_unit(unit), _counted("the date named before", self), story.earliest, self.about)


def _counted(origin: str, step: Step) -> str:
    if step.count == 0:
        return origin if step.unit == "day" else f"the {step.unit} of {origin}"
    side = "before" if step.count < 0 else "after"
    return f"{abs(step.count)} {step.unit}{'s' if abs(step.count) > 1 else ''} {side} {origin}"


@dataclass(frozen=True, slots=True)
class Overnight:
    """The night to the day of publication."""

    precision: Precision = Precision.INTERVAL

    def resolve(self, scene: Scene) -> Days:
        """That night's two days."""
        if scene.base is None:
            return unknown(self.precision, NO_BASE)
        first = moved(scene.base, "day", -1)[0]
        return Days(first, scene.base, self.precision, "the night to the day of publication", scene.base)


@dataclass(frozen=True, slots=True)
class YearsBack:
    """The day, week or month of publication, so many years back (below 0): "five years ago today"."""

    unit: str
    years: int

    @property
    def precision(self) -> Precision:
        """That of the unit."""
        return at_unit(self.unit)

    def resolve(self, scene: Scene) -> Days:
        """The unit around the same day of that year."""
        if scene.base is None:
            return unknown(self.precision, NO_BASE)
        ends = around(shifted_years(scene.base, self.years), self.unit)
        return Days(*ends, self.precision, f"the same {self.unit}, {-self.years} years before", scene.base)


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
            return unknown(self.precision, of.rule.removeprefix("not anchored: "))
        origin = of.earliest if self.count < 0 else of.latest
        rule = "counted from the date named with it"
        if self.precision is not Precision.DAY:
            return Days(*moved(origin, self.unit, self.count), self.precision, rule, origin)
        found = days_on(origin, self.unit, self.count)
        return Days(found, found, self.precision, rule, origin, approximate=self.unit not in ("day", "week"))


@dataclass(frozen=True, slots=True)
class SameBefore:
    """Hold "the same period last year": the date named before, or the unit around it, so many years back."""

    years: int
    unit: str | None = None

    @property
    def precision(self) -> Precision:
        """That of the unit; else known only from the date named before."""
        return at_unit(self.unit) if self.unit else Precision.INTERVAL

    def resolve(self, scene: Scene) -> Days:
        """The same days of that year."""
        story = scene.story(longest(self.unit or "year"))
        if story is None or story.earliest is None or story.latest is None:
            return unknown(self.precision, NO_STORY)
        first, last = shifted_years(story.earliest, self.years), shifted_years(story.latest, self.years)
        unit = self.unit or {Precision.WEEK: "week", Precision.MONTH: "month"}.get(story.precision)
        if unit:
            first, last = around(first, unit)
        rule = "the date named before, in the other year"
        return Days(first, last, at_unit(unit) if unit else story.precision, rule, story.earliest)


@dataclass(frozen=True, slots=True)
class ToldOf:
    """A unit that the text named before as such: "in the quarter"; which one a reader knows only from there."""

    unit: str

    @property
    def precision(self) -> Precision:
        """That of the unit."""
        return at_unit(self.unit)

    def resolve(self, scene: Scene) -> Days:
        """The last one named."""
        for days in reversed(scene.told):
            if days.precision is self.precision and days.earliest is not None:
                return Days(days.earliest, days.latest, self.precision, f"the {self.unit} named before", days.earliest)
        return unknown(self.precision, NO_STORY)


@dataclass(frozen=True, slots=True)
class Same:
    """The unit around the date named before, or around the base day where none is and `base` is set."""

    unit: str
    base: bool = False

    @property
    def precision(self) -> Precision:
        """That of the unit."""
        return at_unit(self.unit)

    def resolve(self, scene: Scene) -> Days:
        """The unit around it."""
        story = scene.story(longest(self.unit))
        if story is not None and story.earliest is not None:
            origin, rule = story.earliest, "the date named before"
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
