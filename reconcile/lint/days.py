"""D: the days that articles and records name are days of the calendar, and days that somebody can look up."""

import re
from calendar import isleap, monthrange
from collections.abc import Iterator
from datetime import date
from typing import Final

from reconcile.extract import dates
from reconcile.lexicon import entries
from reconcile.lint.rule import Checked, evidence, place_in, problem, settled
from reconcile.model import Level, Problem, When

_WORDS: Final = entries("dates")
_WEEKDAYS: Final = tuple(_WORDS["weekdays"])  # from Monday on
_WEEKDAY: Final = re.compile(rf"\b({'|'.join(_WEEKDAYS)}),? (?:the )?", re.IGNORECASE)
_NEAR: Final = 31  # days around the publication in which a day without a year is that of its year beyond doubt
_LEAP, _COMMON = 2000, 2001
_MONTHS: Final = {
    name: int(number) for kind in ("months", "month_abbreviations") for name, number in _WORDS[kind].items()
}
_NAME: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
# "June 31 people were hurt" names no day: after a day there is a year, a mark or the end of the line
_NAMED: Final = re.compile(
    rf"\b(?:(?P<month>{_NAME})\.? (?P<day>\d\d)(?=[,;)]|\.(?!\d)|$| \d{{4}}\b)|(?P<first>\d\d) (?P<then>{_NAME})\b)"
    r"(?:,? (?P<year>\d{4})\b)?",
    re.IGNORECASE | re.MULTILINE,
)


def d401(checked: Checked) -> Iterator[Problem]:
    """What: a relative date has no day to be reckoned from.

    Why: "on Tuesday" names no day until the article has one, so it is compared with nothing.
    Bad: an article without `published:` that says "on Tuesday"
    Good: the same with `published: 2020-12-01`
    Fix: write the day of publication into the article's header, or `when:` by hand.
    """
    for _, record, source in checked.records:
        if record.fields.get("when", "").endswith("unanchored") and source.published is None:
            yield problem("D401", Level.WARNING, record.places["when"], "the date is reckoned from a day nobody gave",
                          "put `published:` into the article's header", evidence(checked, record, source))  # fmt: skip


def d403(checked: Checked) -> Iterator[Problem]:
    """What: an article names a day that no calendar has.

    Why: the day is wrong, so it is not compared; only the outlet can say which was meant.
    Bad: "The bridge was closed on February 30."
    Good: "The bridge was closed on February 28."
    Fix: ask the outlet. Where the record of the claim names the day meant, write it there as `when:`.
    """
    for source in checked.desk.sources:
        for named in _NAMED.finditer(source.text):
            month = _MONTHS[(named["month"] or named["then"]).lower()]
            day, year = int(named["day"] or named["first"]), int(named["year"] or _LEAP)
            if monthrange(_LEAP if isleap(year) else _COMMON, month)[1] < day <= 31:
                where = place_in(checked, source, named.start())
                said = f"“{named[0]}” is no day of the calendar"
                yield problem("D403", Level.WARNING, where, said, "ask the outlet which day is meant")


def d404(checked: Checked) -> Iterator[Problem]:
    """What: a weekday and a date that do not go together.

    Why: one of the two is wrong; which one, the calendar cannot tell.
    Bad: "Tuesday, December 2, 2020", which was a Wednesday
    Good: "Wednesday, December 2, 2020"
    Fix: ask the outlet; the verdict source_error settles it.
    """
    for _, record, source in checked.records:
        quote = " ".join(record.fields["quote"].split())
        for named in _WEEKDAY.finditer(quote):
            day = _dated(quote[named.end() : named.end() + 40], source.published)
            if day and _WEEKDAYS[day.weekday()] != named[1].lower() and not settled(checked, record):
                said = f"{day.isoformat()} was a {_WEEKDAYS[day.weekday()].capitalize()}, not a {named[1].capitalize()}"
                yield problem("D404", Level.ERROR, record.places["quote"], said, "ask the outlet which is meant",
                              evidence(checked, record, source))  # fmt: skip


def _dated(words: str, published: date | None) -> date | None:
    """The one day that words begin with; None where they name none, or one whose year is a guess."""
    for found in dates.find(words, published):
        when = found.value
        if found.start == 0 and isinstance(when, When) and when.earliest == when.latest and when.earliest is not None:
            sure = when.anchor.base is None or (published and abs((when.earliest - published).days) <= _NEAR)
            return when.earliest if sure else None
    return None
