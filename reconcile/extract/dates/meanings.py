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
from datetime import date
from typing import Final, NamedTuple

from reconcile.extract.dates.scene import NO_BASE, Days, Meaning, Scene, unknown
from reconcile.model import Precision

Ends = tuple[date, date]
_LEAP: Final = 2000
_OF_BASE: Final = "of the year of the day of publication"
_SOON: Final = 45  # days within which a bare month may lie ahead without a word that says so
_NEAR_YEARS: Final = 10  # years ahead in which '25 may lie
_FAR: Final = 60  # days from which on "will" and "was" outweigh nearness


class Fixed(NamedTuple):
    """Days written in full."""

    earliest: date
    latest: date
    precision: Precision
    rule: str = "written in full"

    def resolve(self, _scene: Scene) -> Days:
        """They are what they are."""
        return Days(self.earliest, self.latest, self.precision, self.rule)


class Yearly(NamedTuple):
    """What comes once a year.

    Attributes:
        ends: its first and last day in a year; raises ValueError where the year has none (29 February).
        year: the year, if named.
        step: -1 for "last", 0 for "this", 1 for "next", None for none of them.
        near: whether the nearest one is meant ("Nov. 25") or the last one ("November") where nothing says.
        beside: whether a noun follows: "August sales will be told today" are those of the month just past.
        written: EDTF without a year.
        weekday: the weekday said with it, to check the year by.
    """

    ends: Callable[[int], Ends]
    precision: Precision
    year: int | None = None
    step: int | None = None
    near: bool = True
    beside: bool = False
    written: str = ""
    weekday: int | None = None

    def resolve(self, scene: Scene) -> Days:
        """The one meant, seen from the base day."""
        if self.year is not None:
            try:
                return Days(*self.ends(self.year), self.precision, "written in full")
            except ValueError:
                return unknown(self.precision, "that year has no such day", self.written)
        if scene.year is not None and self.step is None and self.weekday is None:
            return self._replace(year=scene.year).resolve(scene)._replace(rule="of the year named right before")
        if scene.base is None:
            return unknown(self.precision, NO_BASE, self.written)
        spans = self._around(scene.base)
        if not spans:
            return unknown(self.precision, "no year near has such a day", self.written)
        named = None if self.step is None else self._named(spans, scene.base, self.step)
        (first, last), rule = named or self._likely(spans, scene.base, scene)
        return Days(first, last, self.precision, rule, scene.base)

    def _named(self, spans: list[Ends], base: date, step: int) -> tuple[Ends, str] | None:
        """The one that "last", "this" or "next" names, None where the calendar ends."""
        if step == 0:
            found = [(span, _OF_BASE) for span in spans if span[0].year == base.year]
        elif step < 0:
            found = [
                (span, "of the last year before the day of publication") for span in reversed(spans) if span[1] < base
            ]
        else:
            found = [(span, "of the next year after the day of publication") for span in spans if span[0] > base]
        return found[0] if found else None

    def _likely(self, spans: list[Ends], base: date, scene: Scene) -> tuple[Ends, str]:
        """The one that nearness and the verb speak for."""
        fitting = [span for span in spans if span[0].weekday() == self.weekday]
        if fitting:
            return min(fitting, key=lambda span: _gap(span, base)), "of the nearest year in which the weekday fits"
        nearest = min(spans, key=lambda span: _gap(span, base))
        begun = [span for span in spans if span[0] <= base] or spans[:1]
        ahead = [span for span in spans if span[1] >= base] or spans[-1:]
        gap = _gap(nearest, base)
        near = self.near or scene.near or gap <= _SOON or (self.beside and not scene.lean)
        outweighed = gap > (_FAR if self.near else _SOON if self.beside else -1)
        if scene.lean < 0 and nearest not in begun and outweighed:
            return begun[-1], "of the last year up to the day of publication, as the verb says"
        if scene.lean > 0 and nearest not in ahead and outweighed:
            return ahead[0], "of the first year from the day of publication on, as the verb says"
        if near or scene.lean > 0:
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


class Lately(NamedTuple):
    """A year or decade of which two figures are said: '82, the '90s."""

    number: int
    size: int

    @property
    def precision(self) -> Precision:
        """A year or a decade."""
        return Precision.YEAR if self.size == 1 else Precision.DECADE

    def first(self, scene: Scene) -> int:
        """Its first year: the last one begun by the base day, or a year that is still near where no verb looks back."""
        now = scene.base.year if scene.base else _LEAP
        ahead = 0 if self.size > 1 or scene.lean < 0 else _NEAR_YEARS if scene.base else 2 * _NEAR_YEARS
        year = now // 100 * 100 + self.number
        return max(other for other in (1, year - 100, year, year + 100) if other <= now + ahead)

    def resolve(self, scene: Scene) -> Days:
        """The one meant, seen from the base day, or from the year 2000."""
        first = self.first(scene)
        ends = date(first, 1, 1), date(first + self.size - 1, 12, 31)
        return Days(*ends, self.precision, "the last one begun by the day of publication", scene.base)


class InYear(NamedTuple):
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
            return unknown(self.precision, year.rule, self.of.written)
        return self.of._replace(year=year.earliest.year).resolve(scene)._replace(rule=f"in {year.rule}", base=year.base)


class Vague(NamedTuple):
    """Read "A few days ago": said only roughly."""

    precision: Precision

    def resolve(self, _scene: Scene) -> Days:
        """Nothing is guessed."""
        return unknown(self.precision, "the words say only roughly when")


class About(NamedTuple):
    """A date said roughly."""

    of: Meaning

    @property
    def precision(self) -> Precision:
        """That of what is said."""
        return self.of.precision

    def resolve(self, scene: Scene) -> Days:
        """The same days, marked."""
        return self.of.resolve(scene)._replace(approximate=True)
