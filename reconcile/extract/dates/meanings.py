"""What date phrases mean: the few kinds that all families of phrases are made of.

Fixed     days that are written in full             Nov. 25, 2020; 1991; the 1990s
Yearly    what comes once a year                    Nov. 25; November; the third quarter; Easter
Weekly    what comes once a week                    Tuesday; the weekend
Step      so many units from a day                  yesterday; last week; three years ago; two days later
Same      the unit around the date named before     that year; the same day
Part      a piece of a period                       early November; the first half of 2021
Stretch   from one to another                       between Sept. 27 and Nov. 9
Shifted   so long before or after a named day       two weeks before Christmas
About     any of them, roughly                      around 1990
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from reconcile.extract.dates.scene import NO_BASE, NO_STORY, Days, Meaning, Scene, unknown
from reconcile.extract.dates.units import around, at_unit, moved
from reconcile.model import Precision

Ends = tuple[date, date]
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
                return found[0], {-1: "the last one before", 0: "the year of", 1: "the next one after"}[
                    self.step
                ] + " the day of publication"
        begun = [span for span in spans if span[0] <= base]
        open_ = [span for span in spans if span[1] >= base]
        nearest = min(spans, key=lambda span: _gap(span, base))
        gap = _gap(nearest, base)
        wrong_side = nearest not in (begun if lean < 0 else open_)
        if lean and wrong_side and (not self.near or gap > _FAR):
            way = "last one up to" if lean < 0 else "first one from"
            return (begun[-1] if lean < 0 else open_[0]), f"the {way} the day of publication, as the verb says"
        if self.near or gap <= _SOON or lean > 0:
            return nearest, "the one nearest to the day of publication"
        return begun[-1], "the last one up to the day of publication"

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
class Weekly:
    """What comes once a week: a weekday, or the weekend (5, with two days)."""

    weekday: int
    size: int = 1
    step: int | None = None
    week: Meaning | None = None

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
        base = scene.base
        if base is None:
            return unknown(self.precision, NO_BASE)
        last = base - timedelta(days=(base.weekday() - self.weekday) % 7)
        begun_today = last + timedelta(days=self.size) > base
        if self.step == -1:
            before = last - timedelta(days=7) if begun_today else last
            return self._days(before, "the last one before the day of publication", base)
        if self.step == 1:
            monday = base + timedelta(days=7 - base.weekday())
            return self._days(monday + timedelta(days=self.weekday), "that day of the next week", base)
        ahead = last if begun_today else last + timedelta(days=7)
        if scene.lean > 0 or (self.step == 0 and scene.lean == 0):
            return self._days(ahead, "the first one from the day of publication on", base)
        return self._days(last, "the last one up to the day of publication", base)

    def _days(self, first: date, rule: str, base: date | None) -> Days:
        return Days(first, first + timedelta(days=self.size - 1), self.precision, rule, base)


@dataclass(frozen=True, slots=True)
class Step:
    """So many units before (below 0) or after the base day, or after the date named before."""

    unit: str
    count: int
    story: bool = False
    about: bool = False

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
        story = scene.story
        if story is None or story.earliest is None:
            return unknown(self.precision, NO_STORY)
        unit = "month" if self.unit == "year" and story.precision is Precision.MONTH else self.unit
        count = self.count * 12 if unit != self.unit else self.count
        ends = moved(story.earliest, unit, count)
        return Days(*ends, at_unit(unit), _counted("the date named before", self), story.earliest, self.about)


def _counted(origin: str, step: Step) -> str:
    if step.count == 0:
        return f"the {step.unit} of {origin}"
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
class Vague:
    """Read "A few days ago": said only roughly."""

    precision: Precision

    def resolve(self, _scene: Scene) -> Days:
        """Nothing is guessed."""
        return unknown(self.precision, "the words say only roughly when")


@dataclass(frozen=True, slots=True)
class Shifted:
    """So long before (below 0) or after a named day."""

    of: Meaning
    unit: str
    count: int

    @property
    def precision(self) -> Precision:
        """A day, or the unit where it is longer than a week."""
        return at_unit("day" if self.unit in ("week", "fortnight") else self.unit)

    def resolve(self, scene: Scene) -> Days:
        """The day, counted from the named one."""
        of = self.of.resolve(scene)
        if of.earliest is None or of.latest is None:
            return unknown(self.precision, of.rule.removeprefix("not anchored: "))
        unit, size = {"week": ("day", 7), "fortnight": ("day", 14)}.get(self.unit, (self.unit, 1))
        ends = moved(of.earliest if self.count < 0 else of.latest, unit, self.count * size)
        return Days(*ends, self.precision, "counted from the date named with it", of.earliest)


@dataclass(frozen=True, slots=True)
class Same:
    """The unit around the date named before."""

    unit: str

    @property
    def precision(self) -> Precision:
        """That of the unit."""
        return at_unit(self.unit)

    def resolve(self, scene: Scene) -> Days:
        """The unit around it."""
        if scene.story is None or scene.story.earliest is None:
            return unknown(self.precision, NO_STORY)
        ends = around(scene.story.earliest, self.unit)
        return Days(*ends, self.precision, "the date named before", scene.story.earliest)


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
