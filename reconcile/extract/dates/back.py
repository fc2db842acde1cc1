"""What dates mean that lie a whole number of years, months or weeks back, to the day.

YearsBack    the same day or week, years back       five years ago today
YearsBefore  what comes once a year, years before   two summers ago
LengthBack   the same day, months or weeks back     a month ago today
"""

from typing import NamedTuple

from reconcile.extract.dates.scene import NO_BASE, Days, Meaning, Scene, unknown
from reconcile.extract.dates.units import around, at_unit, days_on, shifted_years
from reconcile.model import Precision


class YearsBack(NamedTuple):
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


class YearsBefore(NamedTuple):
    """What comes once a year, so many years before the one meant: "two summers ago"."""

    of: Meaning
    years: int

    @property
    def precision(self) -> Precision:
        """That of it."""
        return self.of.precision

    def resolve(self, scene: Scene) -> Days:
        """The same days of the year."""
        of = self.of.resolve(scene)
        if of.earliest is None or of.latest is None:
            return of
        return of._replace(
            earliest=shifted_years(of.earliest, -self.years), latest=shifted_years(of.latest, -self.years)
        )


class LengthBack(NamedTuple):
    """The day so many months, weeks or days (below 0) before the day of publication: "a month ago today"."""

    unit: str
    number: int
    precision: Precision = Precision.DAY

    def resolve(self, scene: Scene) -> Days:
        """That day."""
        if scene.base is None:
            return unknown(self.precision, NO_BASE)
        day = days_on(scene.base, self.unit, self.number)
        return Days(day, day, self.precision, f"{-self.number} {self.unit}s to the day before", scene.base)
