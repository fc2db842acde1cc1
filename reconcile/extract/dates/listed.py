"""Several dates that share a word: "July 3, 5 and 7", "March and April 2003", "the first and second quarters".

In: words, or dates folded before. Out: an item for each date, in the words that are its own. A list has no more of them
than a month has days.
"""

from itertools import pairwise
from typing import Final, NamedTuple

from reconcile.extract.dates.days import day
from reconcile.extract.dates.grammar import PARTS, SINGLE, Hit, Phrase, dated
from reconcile.extract.dates.kinds import KINDS, Item
from reconcile.extract.dates.meanings import Yearly
from reconcile.extract.dates.periods import of_a_game, quarter
from reconcile.extract.dates.scene import Days, Scene
from reconcile.extract.dates.stretches import Stretch
from reconcile.extract.dates.years import century
from reconcile.model import Precision, Role


class Beside(NamedTuple):
    """A day of the month and year of the day named right before it: 5 in "July 3, 5 and 7"."""

    of: Yearly
    first: int

    @property
    def precision(self) -> Precision:
        """A day."""
        return Precision.DAY

    def resolve(self, scene: Scene) -> Days:
        """The one in that year; where the other was not anchored, as if it stood alone."""
        last = scene.story(1)
        if last is None or last.earliest is None or last.earliest.day != self.first:
            return self.of.resolve(scene)
        return self.of._replace(year=last.earliest.year).resolve(scene)._replace(rule=last.rule, base=last.base)


_LINKS: Final = frozenset(KINDS[kind] for kind in ("AND", "OR", "TO"))
_NUMBERS: Final = frozenset((KINDS["INT"], KINDS["ORD"]))


@SINGLE.rule(
    "days of a month",
    "month:MONTH DAYNUM (?:COMMA DAYNUM){0,29} COMMA? link:[AND OR] DAYNUM (?:COMMA? year:YEAR)?",
    "THE? DAYNUM (?:COMMA THE? DAYNUM){0,29} COMMA? link:[AND OR] THE? DAYNUM OF? month:MONTH (?:COMMA? year:YEAR)?",
)
def _days(hit: Hit) -> Phrase | list[Item] | None:
    """Read "July 3, 5 and 7", "22, 24 and 28 June"; in a row, as "July 7, 8 and 9", they are one stretch."""
    items = hit.items[hit.match.start() : hit.match.end()]
    places = [place for place, item in enumerate(items) if item.kind in _NUMBERS]
    numbers = [int(items[place].value) for place in places]
    if any(one >= two for one, two in pairwise(numbers)):
        return None
    if not hit.has("year") and items[0].kind == KINDS["MONTH"] and not hit.no_noun_follows:
        return None  # "on May 3 and 12 people"
    days = [day(hit["month"].number, number, hit["year"]) for number in numbers]
    if hit.kind("link") == KINDS["AND"] and numbers[-1] - numbers[0] == len(numbers) - 1:
        first, last = days[0], days[-1]
        return Phrase(Stretch(first, last), "days of a month", Role.BETWEEN) if first and last else None
    starts = [items[0].start, *(items[place].start for place in places[1:])]
    ends = [*(items[place].end for place in places[:-1]), items[-1].end]
    found: list[Item] = []
    for number, place in enumerate(places):
        meaning = days[number]
        if meaning is None:
            return None
        if number:
            found += [item for item in items[places[number - 1] + 1 : place] if item.kind != KINDS["THE"]]
        if number and isinstance(meaning, Yearly) and not hit.has("year"):
            meaning = Beside(meaning, numbers[number - 1])
        found.append(dated(Phrase(meaning, "days of a month"), starts[number], ends[number]))
    return found


@SINGLE.rule("quarters", "THE? one:NTH [AND OR TO] two:NTH DASH? unit:UNIT (?:[OF IN] year:YEAR)?")
def _quarters(hit: Hit) -> Phrase | None:
    """Read "the first and second quarters of 2012"."""
    if hit["unit"] != "quarter" or not 1 <= hit["one"] == hit["two"] - 1 <= 3:
        return None
    if not hit.has("year") and of_a_game(hit):
        return None
    return Phrase(Stretch(quarter(hit["one"], hit["year"]), quarter(hit["two"], hit["year"])), "quarters", Role.BETWEEN)


@SINGLE.rule("centuries", "THE? one:NTH link:[AND OR TO] THE? two:NTH DASH? unit:UNIT")
def _centuries(hit: Hit) -> list[Item] | None:
    """Read "the 17th and 18th centuries", "the 17th or the 18th century"."""
    first, last = century(hit["one"]), century(hit["two"])
    if hit["unit"] != "century" or first is None or last is None:
        return None
    items = hit.items[hit.match.start() : hit.match.end()]
    link = next(n for n, item in enumerate(items) if n and item.kind in _LINKS)
    one = dated(Phrase(first, "century"), items[0].start, items[link - 1].end)
    return [one, items[link], dated(Phrase(last, "century"), items[link + 1].start, items[-1].end)]


@PARTS.rule("of one year", "DATE (?:COMMA DATE){0,29} COMMA? [AND OR] last:DATE")
def _of_one_year(hit: Hit) -> list[Item] | None:
    """Read "in March and April 2003", "on May 3 and June 7, 2010": the year said with the last is that of all."""
    items = hit.items[hit.match.start() : hit.match.end()]
    last = hit["last"].meaning
    if not isinstance(last, Yearly) or last.year is None:
        return None
    shared = [_shared(item, last, last.year) for item in items[:-1]]
    return None if None in shared else [*(item for item in shared if item is not None), items[-1]]


def _shared(item: Item, last: Yearly, year: int) -> Item | None:
    """A date before the last one, in its year or the one before ("December and January 2003"); None if it has one."""
    if not isinstance(item.value, Phrase):
        return item
    meaning = item.value.meaning
    if not isinstance(meaning, Yearly) or meaning.precision is not last.precision:
        return None
    if meaning.year is not None or meaning.step is not None or meaning.weekday is not None:
        return None
    try:
        backwards = meaning.ends(year)[0] > last.ends(year)[0]
    except ValueError:
        return None
    return item._replace(value=item.value._replace(meaning=meaning._replace(year=year - 1 if backwards else year)))
