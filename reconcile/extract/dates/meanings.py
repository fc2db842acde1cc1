"""What dates of the calendar mean, and what all families share.

Fixed     days that are written in full       Nov. 25, 2020; 1991; the 1990s
Yearly    what comes once a year              Nov. 25; November; the third quarter; Easter
Lately    two figures of a year or decade     '82; the '90s
InYear    a Yearly in a reckoned year         October of next year
About     any meaning, roughly                around 1990
Vague     said only roughly                   a few days ago

What is reckoned from a day lies in `reckoned`, pieces of periods in `parts`, from one to another in `stretches`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from reconcile.extract.dates.scene import NO_BASE, Days, Meaning, Scene, unknown
from reconcile.model import Precision

Ends = tuple[date, date]
_LEAP: Final = 2000
_SOON: Final = 45  # days within which a bare month may lie ahead without a word that says so
_FAR: Final = 60  # days from which on "will" and "was" outweigh nearness


@dataclass(frozen=True, slots=True)
class Fixed:
    """Days written in full."""

    earliest: date
    latest: date
    precision: Precision
    rule: str = "written in full"

    def resolve(self, _scene: Scene) -> Days:
        """They are what they are."""
        return Days(self.earliest, self.latest, self.precision, self.rule)


@dataclass(frozen=True, slots=True)
class Yearly:
    """What comes once a year.

    Attributes:
        ends: its first and last day in a year; raises ValueError where the year has none (29 February).
        year: the year, if named.
        step: -1 for "last", 0 for "this", 1 for "next", None for none of them.
        near: whether the nearest one is meant ("Nov. 25") or the last one ("November") where nothing says.
        written: EDTF without a year.
        weekday: the weekday said with it, to check the year by.
    """

    ends: Callable[[int], Ends]
    precision: Precision
    year: int | None = None
    step: int | None = None
    near: bool = True
    written: str = ""
    weekday: int | None = None

    def resolve(self, scene: Scene) -> Days:
        """The one meant, seen from the base day."""
        if self.year is not None:
            return Days(*self.ends(self.year), self.precision, "written in full")
        if scene.base is None:
            return unknown(self.precision, NO_BASE, self.written)
        (first, last), rule = self._chosen(scene.base, scene.lean)
        return Days(first, last, self.precision, rule, scene.base)

    def _chosen(self, base: date, lean: int) -> tuple[Ends, str]:
        spans = self._around(base)
        if self.weekday is not None:
            fitting = [span for span in spans if span[0].weekday() == self.weekday]
            if fitting:
                return min(fitting, key=lambda span: _gap(span, base)), "nearest year in which the weekday fits"
        over = [span for span in spans if span[1] < base]
        ahead = [span for span in spans if span[0] > base]
        if self.step is not None:
            here = [span for span in spans if span[0].year == base.year]
            found = {-1: over[-1:], 0: here, 1: ahead[:1]}[self.step]
            if found:
                return found[0], {-1: "of the last year before", 0: "of the year of", 1: "of the next year after"}[
                    self.step
                ] + " the day of publication"
        begun = [span for span in spans if span[0] <= base]
        open_ = [span for span in spans if span[1] >= base]
        nearest = min(spans, key=lambda span: _gap(span, base))
        gap = _gap(nearest, base)
        wrong_side = nearest not in (begun if lean < 0 else open_)
        if lean and wrong_side and (not self.near or gap > _FAR):
            way = "last year up to" if lean < 0 else "first year from"
            return (begun[-1] if lean < 0 else open_[0]), f"of the {way} the day of publication, as the verb says"
        if self.near or gap <= _SOON or lean > 0:
            return nearest, "of the year nearest to the day of publication"
        return begun[-1], "of the last year up to the day of publication"

    def _around(self, base: date) -> list[Ends]:
        spans = []
        for year in range(max(base.year - 8, 1), min(base.year + 9, 9999)):
            if abs(year - base.year) > 1 and self.weekday is None and self.written != "XXXX-02-29":
                continue
            try:
                spans.append(self.ends(year))
            except ValueError:
                continue  # no 29 February in that year
        return spans


def _gap(span: Ends, base: date) -> int:
    """Days between a period and a day; 0 within."""
    return max((span[0] - base).days, (base - span[1]).days, 0)


@dataclass(frozen=True, slots=True)
class Lately:
    """A year or decade of which two figures are said: '82, the '90s."""

    number: int
    size: int

    @property
    def precision(self) -> Precision:
        """A year or a decade."""
        return Precision.YEAR if self.size == 1 else Precision.DECADE

    def resolve(self, scene: Scene) -> Days:
        """The last one that has begun by the base day, or by the year 2000."""
        now = scene.base.year if scene.base else _LEAP
        first = max(now // 100 * 100 + self.number - (100 if self.number > now % 100 else 0), 1)
        ends = date(first, 1, 1), date(first + self.size - 1, 12, 31)
        return Days(*ends, self.precision, "the last one begun by the day of publication", scene.base)


@dataclass(frozen=True, slots=True)
class InYear:
    """What comes once a year, in a year that is itself reckoned: "October of next year"."""

    of: Yearly
    year: Meaning

    @property
    def precision(self) -> Precision:
        """That of what comes once a year."""
        return self.of.precision

    def resolve(self, scene: Scene) -> Days:
        """The one of that year."""
        year = self.year.resolve(scene)
        if year.earliest is None:
            return unknown(self.precision, year.rule.removeprefix("not anchored: "), self.of.written)
        return replace(replace(self.of, year=year.earliest.year).resolve(scene), rule=f"in {year.rule}", base=year.base)


@dataclass(frozen=True, slots=True)
class Vague:
    """Read "A few days ago": said only roughly."""

    precision: Precision

    def resolve(self, _scene: Scene) -> Days:
        """Nothing is guessed."""
        return unknown(self.precision, "the words say only roughly when")


@dataclass(frozen=True, slots=True)
class About:
    """A date said roughly."""

    of: Meaning

    @property
    def precision(self) -> Precision:
        """That of what is said."""
        return self.of.precision

    def resolve(self, scene: Scene) -> Days:
        """The same days, marked."""
        return replace(self.of.resolve(scene), approximate=True)
