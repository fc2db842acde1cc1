"""From one date to another: "Oct. 10 to 18", "between Sept. 27 and Nov. 9", "1988-94", "from Monday to Friday"."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from reconcile.extract.dates.days import day
from reconcile.extract.dates.grammar import PARTS, SINGLE, STRETCHES, Hit, Phrase
from reconcile.extract.dates.kinds import KINDS
from reconcile.extract.dates.meanings import Fixed, Yearly
from reconcile.extract.dates.reckoned import Same, Step
from reconcile.extract.dates.recurring import Weekly
from reconcile.extract.dates.scene import REACH, Days, Meaning, Scene, unknown
from reconcile.extract.dates.units import days_on
from reconcile.extract.dates.years import month
from reconcile.model import Precision, Role

_SEASONS: Final = 20  # "1988 - 94" spans few years


class Stretch(NamedTuple):
    """From the first day of one to the last day of another; a year said with one holds for both."""

    first: Meaning
    last: Meaning

    @property
    def precision(self) -> Precision:
        """Two ends."""
        return Precision.INTERVAL

    def resolve(self, scene: Scene) -> Days:
        """Its two ends, never backwards."""
        one, two = self.first.resolve(scene), self.last.resolve(scene)
        if isinstance(self.first, Yearly) and self.first.year is None and self.first.step is None:
            one = self._first(self.first, two, scene)
        elif isinstance(self.last, Yearly) and self.last.year is None and one.earliest is not None:
            two = _from_year(self.last, one.earliest)
        elif isinstance(self.last, Weekly) and one.earliest and two.latest and one.earliest > two.latest:
            two = self.last._replace(step=None).resolve(Scene(one.earliest, lean=1))
        if isinstance(self.last, Weekly) and isinstance(self.first, Weekly) and self.first.step is None:
            one, two = _past(one, two, scene)
        if one.earliest is None or two.latest is None:
            written = f"{one.written}/{two.written}" if one.written and two.written else ""
            return unknown(self.precision, "", written)._replace(rule=one.rule if one.earliest is None else two.rule)
        if one.earliest > two.latest:
            return unknown(self.precision, "its first day is after its last")
        return Days(one.earliest, two.latest, self.precision, two.rule, two.base, one.approximate or two.approximate)

    def _first(self, first: Yearly, two: Days, scene: Scene) -> Days:
        """The last one that begins before the end."""
        if two.latest is None:
            return first.resolve(scene)
        for year in (two.latest.year, two.latest.year - 1):
            try:
                ends = first.ends(year)
            except ValueError:
                continue
            if ends[0] <= two.latest:
                return Days(*ends, first.precision, two.rule, two.base)
        return first.resolve(scene)


def _past(one: Days, two: Days, scene: Scene) -> tuple[Days, Days]:
    """Two weekdays, those of the week before where a verb looks back and the last of them is still to come."""
    if scene.base is None or scene.lean >= 0 or not (one.earliest and two.latest and two.latest > scene.base):
        return one, two
    back = timedelta(days=-7)
    return one._replace(earliest=one.earliest + back), two._replace(latest=two.latest + back)


def _from_year(last: Yearly, start: date) -> Days:
    for year in (start.year, start.year + 1):
        try:
            ends = last.ends(year)
        except ValueError:
            continue
        if ends[1] >= start:
            return Days(*ends, last.precision, "year of the first date")
    return last.resolve(Scene(None))


def _days(month_number: int, one: int, two: int, year: int | None) -> Phrase | None:
    first, last = day(month_number, one, year), day(month_number, two, year)
    if first is None or last is None or one >= two:
        return None
    return Phrase(Stretch(first, last), "days of a month", Role.BETWEEN)


@SINGLE.rule(
    "days of a month",
    "lead:[FROM BETWEEN]? month:MONTH THE? one:[INT ORD ORDWORD] link:[TO DASH AND] THE? two:[INT ORD ORDWORD]"
    " (?:COMMA? year:YEAR)?",
    "lead:[FROM BETWEEN]? THE? one:[INT ORD ORDWORD] link:[TO DASH AND] THE? two:[INT ORD ORDWORD] OF? month:MONTH"
    " (?:COMMA? year:YEAR)?",
)
def _days_of_month(hit: Hit) -> Phrase | None:
    """Read "Oct. 10 to 18", "between 3 and 12 September 2020", "9 and 10 November"."""
    listed = hit.kind("link") == KINDS["AND"] and not hit.has("lead")
    if listed and hit["two"] != hit["one"] + 1:
        return None  # "on Nov. 20 and 25" are two days
    return _days(hit["month"].number, hit["one"], hit["two"], hit["year"])


@SINGLE.rule(
    "days of a month", "month:MONTH days:INTS (?:COMMA? year:YEAR)?", "days:INTS OF? month:MONTH (?:COMMA? year:YEAR)?"
)
def _glued_days(hit: Hit) -> Phrase | None:
    """Read "Nov. 9-10", "9–10 November 2020"."""
    one, two = hit["days"]
    return _days(hit["month"].number, one, two, hit["year"])


@SINGLE.rule("months", "(?:FROM|BETWEEN)? one:MONTH [TO DASH AND] two:MONTH (?:[OF IN COMMA]? year:YEAR)?")
def _months(hit: Hit) -> Phrase | None:
    """Read "from Sep to Nov", "Jan-March", "between April and June"; not "April and May Jones"."""
    one, two, link = hit["one"], hit["two"], hit.items[hit.match.start("two") - 1].kind
    led = hit.items[hit.match.start()].kind != KINDS["MONTH"]
    sure = led or hit.has("year") or link == KINDS["DASH"] or not (one.doubtful or two.doubtful)
    if not sure or (link == KINDS["AND"] and not led):
        return None
    return Phrase(Stretch(month(one.number), month(two.number, hit["year"])), "months", Role.BETWEEN)


@SINGLE.rule("years", "FROM? years:YEARS")
def _years(hit: Hit) -> Phrase | None:
    """Read "1988-94", "2009-2011", "the 2019/20 season"; "2020-11" is a month, as 11 does not follow 20."""
    first, last = hit["years"]
    if last < 100:
        last += first // 100 * 100 + (100 if last < first % 100 and first % 100 == 99 else 0)
        if last > first + _SEASONS:
            return None
    if last not in REACH:
        return None  # "1000-5000"
    if last <= first:
        number = hit["years"][1]
        if 1 <= number <= 12:
            return Phrase(month(number, first), "year and month")
        return None
    ends = date(first, 1, 1), date(last, 12, 31)
    return Phrase(Fixed(*ends, Precision.INTERVAL), "years", Role.BETWEEN)


@SINGLE.rule("years", "FROM? first:YEAR DASH last:[INT NUM]")
def _spaced_years(hit: Hit) -> Phrase | None:
    """Read "the 2003 - 04 season" with blanks around the dash."""
    first, last = hit["first"], hit["first"] // 100 * 100 + hit["last"]
    if not first < last <= first + _SEASONS:
        return None
    return Phrase(Fixed(date(first, 1, 1), date(last, 12, 31), Precision.INTERVAL), "years", Role.BETWEEN)


class Spell(NamedTuple):
    """So long from a day on, that day included."""

    first: Meaning
    unit: str
    size: int

    @property
    def precision(self) -> Precision:
        """Two ends."""
        return Precision.INTERVAL

    def resolve(self, scene: Scene) -> Days:
        """From that day to the last one of the length."""
        one = self.first.resolve(scene)
        if one.earliest is None:
            return unknown(self.precision, one.rule)
        last = days_on(one.earliest, self.unit, self.size) - timedelta(days=1)
        rule = f"{self.size} {self.unit}{'s' if self.size > 1 else ''} from a day on, {one.rule}"
        return Days(one.earliest, last, self.precision, rule, one.base)


@PARTS.rule(
    "length from a day on",
    "count:COUNT unit:UNIT COMMA? link:STARTING [ON FROM]? one:DAY",
    "count:COUNT unit:UNIT COMMA? link:FROM one:DAY",
)
def _spell(hit: Hit) -> Phrase | None:
    """Read "three days starting next Monday", "for a week from May 3"; "a week from Monday" is one day."""
    lead = str(hit.before.value).lower() if hit.before is not None else ""
    first: Phrase = hit["one"]
    lasts = hit.kind("link") == KINDS["STARTING"] or lead == "for"
    if not lasts or hit["unit"] == "weekend" or first.role is not Role.ON:
        return None
    count = hit["count"] if isinstance(hit["count"], int) else 1
    return Phrase(Spell(first.meaning, hit["unit"], count), "length from a day on", Role.BETWEEN)


@STRETCHES.rule(
    "from one to another",
    "FROM (?:THE? [CLOCK HOUR] [ON OF]?)? one:DATE COMMA? [TO DASH] (?:THE? [CLOCK HOUR] [ON OF]?)? two:DATE",
    "BETWEEN one:DATE COMMA? [AND TO DASH] two:DATE",
    "one:DATE [TO DASH] two:DATE",
    "FROM one:DATE TO now:NOW",
    "BETWEEN one:DATE AND now:NOW",
    "FROM one:DATE TO today:OTHER",
    "[FROM BETWEEN] now:NOW [AND TO] two:DATE",
)
def _stretch(hit: Hit) -> Phrase | None:
    """Read "from 6 p.m. Monday to 4 a.m. Tuesday", "between the 1990s and 2005", "from March to date"."""
    if hit.has("today") and hit.word("today") != "date":
        return None
    now = Phrase(Step("day", 0), "now")
    one, two = hit["one"] or now, hit["two"] or now
    link = hit.items[hit.match.start("two") - 1] if hit.has("two") else None
    on_day = hit.before is not None and hit.before.kind == KINDS["ON"]
    if link is not None and link.value in ("until", "till") and on_day:
        return None  # "was shut on Friday until May 3"
    if Role.BETWEEN in (one.role, two.role) or isinstance(two.meaning, Same):
        return None
    return Phrase(Stretch(one.meaning, two.meaning), "from one to another", Role.BETWEEN)
