"""Days with a name: Christmas Day, Good Friday, Labor Day.

In: a name as in `lexicon/en/holidays.yaml` and a year. Out: the day. To add one: an entry there.
"""

import re
from datetime import date, timedelta
from functools import cache
from typing import Final, NamedTuple

from reconcile.lexicon import entries

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Names(NamedTuple):
    """The names to look for: one pattern, and their first words, to try it only there."""

    pattern: re.Pattern[str]
    firsts: frozenset[str]
    days: dict[str, tuple[str, int, int | None]]


@cache
def names() -> Names:
    """All named days, longest name first."""
    days: dict[str, tuple[str, int, int | None]] = {}
    for entry in entries("holidays"):
        year = int(entry["year"]) if "year" in entry else None
        for name in entry["names"]:
            days[name.replace("’", "'")] = (entry["day"], int(entry.get("shift", 0)), year)
    spelled = sorted(days, key=len, reverse=True)
    pattern = "|".join(re.escape(name).replace("'", "['’]") for name in spelled)
    return Names(
        re.compile(rf"(?:{pattern})(?!\w)", re.IGNORECASE),
        frozenset(re.split(r"\W", name, maxsplit=1)[0] for name in days),
        days,
    )


def fixed_year(name: str) -> int | None:
    """The year of a day that happened once ("9/11"), else None."""
    return names().days[name][2]


def day(name: str, year: int) -> date:
    """When it falls in that year."""
    rule, shift, _ = names().days[name]
    if rule == "easter":
        found = easter(year)
    elif " " in rule:
        nth, weekday, month = rule.split()
        found = nth_weekday(year, int(month), _WEEKDAYS.index(weekday), int(nth))
    else:
        month_number, day_number = map(int, rule.split("-"))
        found = date(year, month_number, day_number)
    return found + timedelta(days=shift)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month; the last one for -1.

    Raises:
        ValueError: if the month has no such day.
    """
    if nth < 0:
        next_month = date(year + month // 12, month % 12 + 1, 1)
        last = next_month - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    if found.month != month:
        raise ValueError(f"no such weekday: {nth} of {year}-{month:02}")
    return found


def easter(year: int) -> date:
    """Easter Sunday of the western churches (Butcher's algorithm)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, spare = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    quads, years = divmod(rest, 4)
    weekday = (32 + 2 * spare + 2 * quads - epact - years) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day_number = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day_number + 1)
