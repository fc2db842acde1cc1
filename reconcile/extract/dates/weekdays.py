"""Weekdays and weekends: "Tuesday", "last Friday night", "the weekend", "the first Monday of May".

In: words. Out: `Weekly` and `NthWeekday` meanings.
"""

from reconcile.extract.dates.grammar import PARTS, SINGLE, Hit
from reconcile.extract.dates.kinds import KINDS, Item, listed
from reconcile.extract.dates.reckoned import Same, Step
from reconcile.extract.dates.recurring import COMING, NthWeekday, Weekly
from reconcile.extract.dates.scene import Meaning
from reconcile.model import Precision


@SINGLE.rule(
    "weekday",
    "step:STEP (?:more:STEP)? weekday:WEEKDAY HOUR?",
    "THE? weekday:WEEKDAY HOUR?",
    "THE step:STEP weekday:WEEKDAY HOUR?",
)
def _weekday(hit: Hit) -> Meaning | None:
    """Read "on Tuesday", "last Friday", "Friday night", "the following Tuesday"; not "Black Monday", not "the Sun"."""
    number = hit["weekday"]
    noun = hit.after is not None and hit.after.kind in (KINDS["OTHER"], KINDS["NAME"])
    if hit.before is not None and hit.before.kind == KINDS["A"] and not noun:
        return None  # "on a Tuesday in March", but "in a Tuesday speech"
    if _named(hit.before, "names_before_weekdays") or _named(hit.after, "names_after_weekdays"):
        return None
    if number < 0:
        if hit.before is None or hit.before.kind not in (KINDS["ON"], KINDS["STEP"], KINDS["COMMA"], KINDS["OR"]):
            return None
        number = -1 - number
    if not hit.has("step"):
        return Weekly(number)
    word = hit.word("more" if hit.has("more") else "step")
    if word in ("following", "previous", "preceding") and not hit.has("more"):
        return Weekly(number, step=hit["step"], story=True)
    return Weekly(number, step={"past": -1, "coming": COMING, "upcoming": COMING}.get(word, hit["step"]))


def _named(item: Item | None, names: str) -> bool:
    """Whether a capitalised neighbour makes it a name: "Black Monday", "the Sunday Times"."""
    if item is None or item.kind not in (KINDS["NAME"], KINDS["HOUR"]) or not isinstance(item.value, str):
        return False
    return item.value[0].isupper() and item.value.lower() in listed(names)


@SINGLE.rule("weekend", "THE unit:UNIT")
def _weekend(hit: Hit) -> Meaning | None:
    """Read "at the weekend", "over the weekend"."""
    return Weekly(5, 2) if hit["unit"] == "weekend" else None


@PARTS.rule("weekday of a week", "day:DATE ON? OF? week:PERIOD", "week:PERIOD DASH? ON? day:DATE")
def _weekday_of_week(hit: Hit) -> Meaning | None:
    """Read "Tuesday of last week", "next week on Thursday"."""
    day, week = hit["day"].meaning, hit["week"].meaning
    if isinstance(day, Weekly) and isinstance(week, Step | Same) and week.unit == "week" and day.step is None:
        return Weekly(day.weekday, day.size, None, week)
    return None


@PARTS.rule("nth weekday", "THE? nth:[ORD ORDWORD] day:DAY [OF IN] period:PERIOD", "day:DAY [OF IN] period:PERIOD")
def _nth_weekday(hit: Hit) -> Meaning | None:
    """Read "the first Monday of May", "the last Sunday in October"."""
    day, of = hit["day"].meaning, hit["period"].meaning
    if not isinstance(day, Weekly) or of.precision is not Precision.MONTH:
        return None
    nth = hit["nth"] if hit.has("nth") else day.step
    if hit.has("nth") == (day.step is not None) or nth is None or nth == 0 or not -1 <= nth <= 5:
        return None
    return NthWeekday(of, day.weekday, nth)
