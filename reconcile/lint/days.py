"""D: the days that articles and records name are days of the calendar, and days that somebody can look up."""

import re
from calendar import isleap, monthrange
from collections.abc import Iterator
from datetime import date
from typing import Final

from reconcile.extract import dates
from reconcile.lexicon import entries
from reconcile.lint.rule import Checked, evidence, place_in, problem, settled
from reconcile.model import Level, Modality, Problem, Record, Role, Source, When
from reconcile.model.notation import write_when

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


def d406(checked: Checked) -> Iterator[Problem]:
    """What: a date that a person wrote is finer than the quote.

    Why: "in March" names no day; the day that is written must come from elsewhere, and nobody can check it here.
    Bad: `when: 2021-02-03` under "in February 2021"
    Good: `when: 2021-02`
    Fix: write the month or year as the quote has it, or quote the words that name the day.
    """
    for record, source, when in _by_hand(checked):
        read = [f.value for f in dates.find(" ".join(record.fields["quote"].split()), source.published)]
        inside = [day for day in read if isinstance(day, When) and _within(when, day)]
        exact = [day for day in read if isinstance(day, When) and (day.earliest, day.latest) == _ends(when)]
        if inside and not exact:
            yield problem("D406", Level.WARNING, record.places["when"],
                          f"{write_when(when)} is finer than the quote, which has {write_when(inside[0])}",
                          "write it as coarse as the quote", evidence(checked, record, source))  # fmt: skip


def d407(checked: Checked) -> Iterator[Problem]:
    """What: a person dates what has happened to a day after the article came out.

    Why: no article tells what is yet to happen as done; the year or the modality is wrong.
    Bad: `when: 2022-02-03` and `modality: happened` in an article of March 2021
    Good: `when: 2021-02-03`
    Fix: correct the year, or write `modality: planned`.
    """
    for record, source, when in _by_hand(checked):
        happened = record.claim is not None and record.claim.modality is Modality.HAPPENED and when.role is Role.ON
        if happened and source.published and when.earliest and when.earliest > source.published:
            yield problem("D407", Level.ERROR, record.places["when"],
                          f"{write_when(when)} lies after the article, which is of {source.published}",
                          "correct the year, or write `modality: planned`",
                          evidence(checked, record, source))  # fmt: skip


def _by_hand(checked: Checked) -> Iterator[tuple[Record, Source, When]]:
    """Records whose date a person wrote."""
    for _, record, source in checked.records:
        when = record.claim.date if record.claim and record.by_hand else None
        if when is not None:
            yield record, source, when


def _ends(when: When) -> tuple[date | None, date | None]:
    return when.earliest, when.latest


def _within(when: When, coarser: When) -> bool:
    """Whether a date names a part of the days that another names."""
    ours, theirs = _ends(when), _ends(coarser)
    if None in (*ours, *theirs) or ours == theirs:
        return False
    return bool(ours[0] and ours[1] and theirs[0] and theirs[1] and theirs[0] <= ours[0] and ours[1] <= theirs[1])
