"""D403, D404: the days that a text names are days of the calendar. Both look at drafts as well as at articles."""

import re
from calendar import isleap, monthrange
from collections.abc import Iterator
from datetime import date
from typing import Final

from reconcile.extract import dates
from reconcile.lexicon import entries
from reconcile.lint.rule import Checked, evidence, place_in, problem, settled
from reconcile.model import Level, Problem, When, flow

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

    Why: one of the two is wrong; which one, the calendar cannot tell.
    Bad: "Tuesday, December 2, 2020", which was a Wednesday
    Good: "Wednesday, December 2, 2020"
    Fix: ask the outlet; the verdict source_error settles it. In a draft, look at the desk which of the two is right.
    """
    for draft in checked.drafts:
        for block in draft.source.blocks:
            running = flow(draft.source, block)
            for at, said in _unfit(running.text, draft.source.published):
                where = draft.place(running.offset(at))
                yield problem("D404", Level.ERROR, where, said, "look up which of the two is right")
    for _, record, source in checked.records if not checked.drafts else ():
        for _, said in _unfit(" ".join(record.fields["quote"].split()), source.published):
            if not settled(checked, record):
                yield problem("D404", Level.ERROR, record.places["quote"], said, "ask the outlet which is meant",
                              evidence(checked, record, source))  # fmt: skip


def _unfit(text: str, published: date | None) -> Iterator[tuple[int, str]]:
    """Where a weekday stands beside a date that it does not fit, and what is to be said of it."""
    named = [(hit, _dated(text[hit.end() : hit.end() + _REACH], published)) for hit in _WEEKDAY.finditer(text)]
    named += [(hit, _ended(text[max(0, hit.start() - _REACH) : hit.start()], published)) for hit in
              _BEHIND.finditer(text)]  # fmt: skip
    for hit, day in named:
        if day and _WEEKDAYS[day.weekday()] != hit[1].lower():
            fits = _WEEKDAYS[day.weekday()].capitalize()
            yield hit.start(1), f"{day.isoformat()} was a {fits}, not a {hit[1].capitalize()}"


def _dated(words: str, published: date | None) -> date | None:
    """The one day that words begin with; None where they name none, or one whose year is a guess."""
    return next((_sure(found.value, published) for found in dates.find(words, published) if found.start == 0), None)


def _ended(words: str, published: date | None) -> date | None:
    """The one day that words end with; None as above."""
    found = [hit for hit in dates.find(words, published) if hit.end == len(words)]
    return _sure(found[-1].value, published) if found else None


def _sure(when: object, published: date | None) -> date | None:
    if not isinstance(when, When) or when.earliest is None or when.earliest != when.latest:
        return None
    sure = when.anchor.base is None or (published and abs((when.earliest - published).days) <= _NEAR)
    return when.earliest if sure else None
