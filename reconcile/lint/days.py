"""D: the dates that people write follow from the quotes, and are days that somebody can look up."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from reconcile.extract import dates
from reconcile.lexicon import entries
from reconcile.lint.rule import Checked, evidence, problem
from reconcile.model import Dimension, Finding, Level, Modality, Problem, Record, Role, Source, Status, When
from reconcile.model.claim import HOUR
from reconcile.model.clock import gap
from reconcile.model.notation import write_when

_WORDS: Final = entries("dates")
_YEAR: Final = timedelta(days=400)
_NAMES: Final = "|".join(name for kind in ("months", "month_abbreviations") for name in _WORDS[kind])
_MONTH: Final = re.compile(rf"\b(?:{_NAMES})\b", re.IGNORECASE)
_ORDER: Final = "it may be day before month"  # what the reader says of a date in figures that nothing decides
_NIGHT: Final = re.compile(
    rf"\b(?:{'|'.join([*_WORDS['zones'].split(), 'midnight', 'overnight', 'night', 'local time', 'early hours'])})\b",
    re.IGNORECASE,
)
_NUMBER: Final = rf"(?:\d\d?|one|{'|'.join(_WORDS['numbers'])})"
_HOUR: Final = re.compile(  # whatever may tell one, read or not: "at nine-thirty", "seven in the evening"
    rf"\d[:.]\d\d|\b0\d{{3}}\b|\d ?(?:[ap]\.?m|h\d*|{'|'.join(_WORDS['zones'].split())})\b"
    r"|\b(?:o['’]clock|noon|midday|midnight|quarter of|at \d{4})\b"
    rf"|\b(?:at|by|from|until|till|before|after|since|around|about|past|to|half) {_NUMBER}\b"
    rf"|\b{_NUMBER} (?:in the (?:early )?(?:morning|afternoon|evening)|at night|on [a-z]+day)\b",
    re.IGNORECASE,
)
_FISCAL: Final = re.compile(r"\b(?:fiscal|financial (?:year|quarter|half)|FY ?\d)", re.IGNORECASE)
_DEFINED: Final = re.compile(
    r"\b(?:end(?:s|ed|ing)|beg[iau]n(?:s|ning)?|start(?:s|ed|ing)|runs?|through|to) ", re.IGNORECASE
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


def d402(checked: Checked) -> Iterator[Problem]:
    """What: a person reckoned a date from the day the article was fetched, not from the day it was published.

    Why: "on Tuesday" is the Tuesday of the outlet; the copy may have been fetched years later.
    Bad: `when: 2026-11-24` under "on Tuesday" in an article of March 2021 that was retrieved in November 2026
    Good: `when: 2021-03-02`
    Fix: reckon from `published:`; where nobody knows that day, write `when: unanchored`.
    """
    for record, source, when in _by_hand(checked):
        fetched, published = source.retrieved, source.published
        if fetched is None or fetched == published:
            continue
        quote = " ".join(record.fields["quote"].split())
        wrong = [day for day in _dates(quote, fetched) if day.anchor.base == fetched and _ends(day) == _ends(when)]
        if wrong and all(_ends(day) != _ends(when) for day in _dates(quote, published)):
            yield problem("D402", Level.ERROR, record.places["when"],
                          f"{write_when(when)} is reckoned from {fetched}, the day the article was retrieved",
                          "reckon from the day of publication", evidence(checked, record, source))  # fmt: skip


def _dates(quote: str, base: date | None) -> list[When]:
    """The dates in a quote, reckoned from a day."""
    return [found.value for found in dates.find(quote, base) if isinstance(found.value, When)]


def d405(checked: Checked) -> Iterator[Problem]:
    """What: a date in figures whose day and month could change places, and nothing in it decides.

    Why: 03/04 is the fourth of March in one country and the third of April in the next.
    Bad: "It opened on 03/04/2021"
    Good: `when: 2021-04-03`, written by somebody who looked it up
    Fix: find out which is meant, and write it as `when:`.
    """
    for _, record, source in checked.records:
        claim = checked.dossier.claim.get(record.id)
        open_order = claim and claim.date and _ORDER in claim.date.anchor.rule and not record.by_hand
        if open_order and claim and claim.when:
            yield problem("D405", Level.WARNING, record.places["quote"], f"“{claim.when.text}” may be read in two ways",
                          "write `when:` as it is meant", evidence(checked, record, source))  # fmt: skip


def d406(checked: Checked) -> Iterator[Problem]:
    """What: a date that a person wrote is finer than the quote.

    Why: "in March" names no day; the day that is written must come from elsewhere, and nobody can check it here.
    Bad: `when: 2021-02-03` under "in February 2021"
    Good: `when: 2021-02`
    Fix: write the month or year as the quote has it, or quote the words that name the day.
    """
    for record, source, when in _by_hand(checked):
        quote = " ".join(record.fields["quote"].split())
        read = _dates(quote, source.published)
        inside = [day for day in read if _within(when, day)]
        exact = [day for day in read if _ends(day) == _ends(when)]
        hour = when.clock and not (_HOUR.search(quote) or _stands(when, quote, ()))
        if (inside and not exact) or hour:
            coarse = f"has {write_when(inside[0])}" if inside and not exact else "tells no hour"
            yield problem("D406", Level.WARNING, record.places["when"],
                          f"{write_when(when)} is finer than the quote, which {coarse}",
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


def d408(checked: Checked) -> Iterator[Problem]:
    """What: two days next to each other for one event, told with an hour of the night or a time zone.

    Why: what happens at midnight happens on two days; which one it was, the hour and the clock decide.
    Bad: "shortly after midnight on Tuesday" in one article, "on Monday night" in the other
    Good: the same with a verdict that says so
    Fix: find the hour and the time zone, then decide the topic.
    """
    for topic in checked.dossier.topics:
        if checked.dossier.status(topic.id) not in (Status.OPEN, Status.DEFERRED):
            continue
        found = next((f for f in checked.dossier.findings_of[topic.id] if _one_night(checked, f)), None)
        record = checked.records_by_id.get(found.left) if found else None
        if found is not None and record is not None and record.claim is not None:
            yield problem("D408", Level.WARNING, record.places["quote"],
                          f"one night parts the two days: {found.because}", "find the hour and the time zone",
                          evidence(checked, record, checked.sources[record.claim.source]))  # fmt: skip


def _one_night(checked: Checked, found: Finding) -> bool:
    """Whether two days follow each other and the words of either speak of the night or of a clock."""
    claims = [checked.dossier.claim[claim] for claim in (found.left, found.right) if claim]
    days = sorted(c.date.earliest for c in claims if c.date and c.date.earliest and c.date.earliest == c.date.latest)
    if found.dimension is not Dimension.DATE or len(days) < 2 or (days[1] - days[0]).days != 1:
        return False
    texts = (checked.dossier.source[c.source].text[c.sentence.start : c.sentence.end] for c in claims)
    return any(map(_NIGHT.search, texts))


def d409(checked: Checked) -> Iterator[Problem]:
    """What: a fiscal year or quarter, and nothing says when it begins.

    Why: a company's fiscal 2021 may have ended in January 2021, or in September.
    Bad: "sales in fiscal 2021"
    Good: "sales in fiscal 2021, which ended on September 25"
    Fix: find out when it begins, and write `when: 2020-09-27/2021-09-25`.
    """
    for _, record, source in checked.records:
        found = _FISCAL.search(record.fields.get("value", "")) if not record.by_hand else None
        if found and record.claim is not None and record.claim.date is not None:
            block = next((b for b in source.blocks if record.claim.span.within(b.span)), None)
            around = source.text[block.span.start : block.span.end] if block else ""
            if not _DEFINED.search(around):
                yield problem("D409", Level.INFO, record.places["quote"],
                              f"“{record.fields['value']}” does not say when it begins",
                              "write `when:` as it is meant", evidence(checked, record, source))  # fmt: skip


def d410(checked: Checked) -> Iterator[Problem]:
    """What: a day or an hour that a person wrote, where the quote names another one.

    Why: a date that its own quote does not show cannot be checked by anybody.
    Bad: `when: 2021-02-04` under "on February 3"
    Good: `when: 2021-02-03`
    Fix: write the day or the hour of the quote, or quote the words that name it.
    """
    for record, source, when in _by_hand(checked):
        quote = " ".join(record.fields["quote"].split())
        found = dates.find(quote, source.published)
        read = [(f.value, quote[f.start : f.end], f.rule) for f in found]
        told = [(value, words) for value, words, rule in read if rule != HOUR]
        days = [day for day, words in told if isinstance(day, When) and _is_day(day) and _MONTH.search(words)]
        plain = bool(days) and len(days) == len(told)  # beside "on Tuesday" a person may know better than the reader
        other = all(_months_and_days(when).isdisjoint(_months_and_days(day)) for day in days) or _far_ahead(
            when, days, source
        )
        hours = [(value, words) for value, words, rule in read if rule == HOUR and isinstance(value, When)]
        another = [words for hour, words in hours if gap(when.clock, hour.clock)] if when.clock else []
        if plain and _is_day(when) and other:
            yield problem("D410", Level.ERROR, record.places["when"],
                          f"{write_when(when)} is not in the quote, which has {write_when(days[0])}",
                          "write the quote's day", evidence(checked, record, source))  # fmt: skip
        elif another and len(another) == len(hours) and not _stands(when, quote, [(f.start, f.end) for f in found]):
            yield problem("D410", Level.ERROR, record.places["when"],
                          f"{write_when(when)} is not in the quote, which has “{another[0]}”",
                          "write the quote's hour", evidence(checked, record, source))  # fmt: skip


def _far_ahead(when: When, days: Sequence[When], source: Source) -> bool:
    """Whether a day lies more than a year after the article and the quote's: those need no year to be understood."""
    if source.published is None or when.earliest is None or when.earliest <= source.published + _YEAR:
        return False
    return all(day.earliest and day.earliest <= source.published + _YEAR for day in days)


def _is_day(when: When) -> bool:
    return when.earliest is not None and when.earliest == when.latest


def _months_and_days(when: When) -> set[tuple[int, int]]:
    """Month and day: the year of a date that names none is filled in, and a person may know better.

    Where one day ends with its midnight the next one begins.
    """
    if when.earliest is None:
        return set()
    own = when.earliest.toordinal()
    beside = own + (1 if when.clock.startswith("24") else -1 if when.clock.startswith("00:00") else 0)
    days = (date.fromordinal(day) for day in (own, beside) if 0 < day <= date.max.toordinal())
    return {(day.month, day.day) for day in days}


def _stands(when: When, quote: str, read: Iterable[tuple[int, int]]) -> bool:
    """Whether an hour stands in figures in what is not read of a quote: "at 11 p.m. local time (2100 GMT)"."""
    for start, end in read:
        quote = quote[:start] + " " * (end - start) + quote[end:]
    hour, minute = when.clock[:5].split(":")
    return re.search(rf"(?<![\d.,:])0?{int(hour)}[:.]?{minute}(?!\d)", quote) is not None


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
