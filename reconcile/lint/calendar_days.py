"""D403, D404: the days that a text names are days of the calendar. Both look at drafts as well as at articles."""

import re
from calendar import isleap, monthrange
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from reconcile.extract import dates
from reconcile.lexicon import entries
from reconcile.lint.rule import Checked, evidence, place_in, problem, settled
from reconcile.model import Level, Problem, Source, When, flow

_WORDS: Final = entries("dates")
_WEEKDAYS: Final = tuple(_WORDS["weekdays"])  # from Monday on
_WEEKDAY: Final = re.compile(rf"\b({'|'.join(_WEEKDAYS)})(?:,| \(|) ?(?:the )?", re.IGNORECASE)
# as in: on May 3, a Sunday; on May 3 (Sunday)
_BEHIND: Final = re.compile(rf"(?:,? an? (?=\w+[,.;)])| \((?=\w+\)))({'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_REACH: Final = 40  # characters in which a date is written out
_NEAR: Final = 31  # days around the publication in which a day without a year is that of its year beyond doubt
_LEAP, _COMMON = 2000, 2001
_MONTHS: Final = {
    name: int(number) for kind in ("months", "month_abbreviations") for name, number in _WORDS[kind].items()
}
_NAME: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_MONTH: Final = re.compile(rf"\b(?:{_NAME})\b", re.IGNORECASE)
_YEAR: Final = re.compile(r"\b(?:1[89]|20)\d\d\b")
# "June 31 people were hurt" names no day: after a day there is a year, a mark or the end of the line
_NAMED: Final = re.compile(
    rf"\b(?:(?P<month>{_NAME})\.? (?P<day>\d\d)(?=[,;)]|\.(?!\d)|$| \d{{4}}\b)|(?P<first>\d\d) (?P<then>{_NAME})\b)"
    r"(?:,? (?P<year>\d{4})\b)?",
    re.IGNORECASE | re.MULTILINE,
)


def d403(checked: Checked) -> Iterator[Problem]:
    """What: an article or a draft names a day that no calendar has.

    Why: the day is wrong, so it is not compared; only the outlet can say which was meant.
    Bad: "The bridge was closed on February 30."
    Good: "The bridge was closed on February 28."
    Fix: ask the outlet; the verdict source_error on a claim with these words settles it, and so does the day meant,
        written as `when:` into such a claim. `# reconcile: ignore[D403] -- …` above the claims covers the article.
    """
    cleared = [] if checked.drafts else [
        (source, record.claim.span) for _, record, source in checked.records
        if record.claim and ((record.by_hand and record.claim.date) or settled(checked, record))
    ]  # fmt: skip
    for source in checked.texts:
        for named in _NAMED.finditer(source.text):
            month = _MONTHS[(named["month"] or named["then"]).lower()]
            day, year = int(named["day"] or named["first"]), int(named["year"] or _LEAP)
            if monthrange(_LEAP if isleap(year) else _COMMON, month)[1] < day <= 31:
                if any(source is home and span.start <= named.start() < span.end for home, span in cleared):
                    continue
                where = place_in(checked, source, named.start())
                said = f"“{named[0]}” is no day of the calendar"
                hint = "look up which day is meant" if checked.drafts else "ask the outlet which day is meant"
                yield problem("D403", Level.ERROR, where, said, hint)


def d404(checked: Checked) -> Iterator[Problem]:
    """What: a weekday and a date that do not go together, in a claim or in a draft.

    Why: one of the two is wrong; which one, the calendar cannot tell. A day without a year is told where it does not
        fit in the year of publication, in those beside it, or in any other year that the text names.
    Bad: "Tuesday, December 2, 2020", which was a Wednesday
    Good: "Wednesday, December 2, 2020"
    Fix: ask the outlet; the verdict source_error settles it. In a draft, look at the desk which of the two is right.
    """
    for draft in checked.drafts:
        for block in draft.source.blocks:
            running = flow(draft.source, block)
            for at, said in _unfit(running.text, draft.source):
                where = draft.place(running.offset(at))
                yield problem("D404", Level.ERROR, where, said, "look up which of the two is right")
    for _, record, source in checked.records if not checked.drafts else ():
        for _, said in _unfit(" ".join(record.fields["quote"].split()), source):
            if not settled(checked, record):
                yield problem("D404", Level.ERROR, record.places["quote"], said, "ask the outlet which is meant",
                              evidence(checked, record, source))  # fmt: skip


def _unfit(text: str, source: Source) -> Iterator[tuple[int, str]]:
    """Where a weekday stands beside a date that it does not fit, and what is to be said of it."""
    named = [(hit, _dated(text[hit.end() : hit.end() + _REACH], source)) for hit in _WEEKDAY.finditer(text)]
    named += [(hit, _ended(text[max(0, hit.start() - _REACH) : hit.start()], source)) for hit in
              _BEHIND.finditer(text)]  # fmt: skip
    for hit, days in named:
        if days and all(_WEEKDAYS[day.weekday()] != hit[1].lower() for day in days):
            ours, fits = hit[1].capitalize(), _WEEKDAYS[days[0].weekday()].capitalize()
            told = f"{days[0].isoformat()} was a {fits}, not a {ours}"
            if len(days) > 1:
                *most, last = (str(day.year) for day in days)
                told = f"{days[0].day} {days[0]:%B} was no {ours} in {', '.join(most)} or {last}"
            yield hit.start(1), told


def _dated(words: str, source: Source) -> tuple[date, ...]:
    """The day that words begin with, in every year that may be meant; nothing where they name none."""
    hit = next((found for found in dates.find(words, source.published) if found.start == 0), None)
    return _meant(hit.value, words[: hit.end], source) if hit else ()


def _ended(words: str, source: Source) -> tuple[date, ...]:
    """The day that words end with, as above."""
    hit = next((found for found in dates.find(words, source.published) if found.end == len(words)), None)
    return _meant(hit.value, words[hit.start :], source) if hit else ()


def _meant(when: object, words: str, source: Source) -> tuple[date, ...]:
    """The days that may be meant: one where the year is beyond doubt, one a year where a day of a month has none."""
    if not isinstance(when, When) or when.earliest is None or when.earliest != when.latest:
        return ()
    day, published = when.earliest, source.published
    if when.anchor.base is None or (published and abs((day - published).days) <= _NEAR):
        return (day,)
    if published is None or not _MONTH.search(words):
        return ()
    around = (published.year - 1, published.year, published.year + 1)
    years = sorted({*around, *_years(source.text)})
    return tuple(day.replace(year=year) for year in years if (day.month, day.day) != (2, 29) or isleap(year))


@lru_cache(maxsize=8)  # every day of a text asks
def _years(text: str) -> frozenset[int]:
    """The years that a text names."""
    return frozenset(map(int, _YEAR.findall(text)))
