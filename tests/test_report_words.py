"""Values, plurals, moments, reasons and names as people would write them."""

import re
from dataclasses import replace

import pytest

from reconcile.model import Decision, Settings, Standing, Verdict
from reconcile.model.notation import read_figure, read_when, write_when
from reconcile.model.plain import closed
from reconcile.model.verdict import REASONS
from reconcile.report import dating, render, words
from reconcile.report.digest import listed
from samples import dossier as sample


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("90000 person", "90,000 people"),
        ("<= 90000 person", "at most 90,000 people"),
        ("~< 2000 soldier", "just under 2,000 soldiers"),
        ("> 26000 person", "more than 26,000 people"),
        ("75000..90000 person", "75,000 to 90,000 people"),
        ("vague 20000..99999 person", "roughly 20,000 to 99,999 people"),
        ("vague 20..inf year", "roughly 20 or more years"),
        ("~ 60 percent", "about 60%"),
        ("> 0.5 share", "more than 50%"),
        ("0.666667 share", "66.67%"),
        (f"{'1' * 28} share", f"{'111,' * 9}100%"),  # too long to be rounded
        ("0.25..0.5 share", "25 to 50%"),
        ("rise 3.5 percentage point", "up by 3.5 percentage points"),
        ("fall 12 percent", "down by 12%"),
        ("9.333333 hour", "9.33 hours"),
        ("1.0834 USD", "USD 1.0834"),
        ("40000000000 USD", "USD 40,000,000,000"),
        ("54.2 USD per share", "USD 54.20 per share"),
        ("1.5..2 EUR", "EUR 1.50 to 2"),
        ("3.5 mile", "3.5 miles"),
        ("1 district", "1 district"),
        ("7 city", "7 cities"),
        ("900 krone", "900 kroner"),
        ("3 church", "3 churches"),
        ("6 foot", "6 feet"),
        ("2 fold", "2 times"),
        ("5 km", "5 km"),
        ("5 square kilometre", "5 square kilometres"),
        ("33 year of age", "33 years of age"),
        ("2 tonne per year", "2 tonnes per year"),
        ("14000000 EUR per year", "EUR 14,000,000 per year"),
        ("1500 km per hour", "1,500 km per hour"),
        ("-4 celsius", "-4 °C"),
        ("1234.56", "1,234.56"),
        ("0.5 mile", "0.5 miles"),
    ],
)
def test_a_figure_reads_well(written: str, told: str) -> None:
    assert words.figure(read_figure(written)) == told


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2020-11-25", "25 November 2020"),
        ("by 2020-12-01", "by 1 December 2020"),
        ("2020-11", "November 2020"),
        ("2020", "2020"),
        ("199X", "the 1990s"),
        ("since 1995~/..", "since about 1995"),
        ("2020-09-27/2020-11-09", "27 September to 9 November 2020"),
        ("2020-11-14/2020-11-15", "14 to 15 November 2020"),
        ("2020-12-30/2021-01-02", "30 December 2020 to 2 January 2021"),
        ("../2020-11", "November 2020 or earlier"),
        ("2019/2021", "2019 to 2021"),
        ("2020-W48", "23 to 29 November 2020"),
        ("2020-Q3", "quarter 3 of 2020"),
        ("2020-22", "summer 2020"),
        ("XXXX-11-25", "25 November (year not known)"),
        ("XXXX-11", "November (year not known)"),
        ("unanchored", "a day that is not known"),
        ("before 2020-11-25", "before 25 November 2020"),
        ("2005-11-27/2005-11-28", "27 to 28 November 2005"),
    ],
)
def test_a_date_reads_well(written: str, told: str) -> None:
    assert dating.when(read_when(written)) == told


def test_words_in_a_row() -> None:
    assert [listed(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2024-11-02T23:30:00+02:00", "2 November 2024, 21:30 UTC"),
        ("2024-11-02T09:05:00Z", "2 November 2024, 09:05 UTC"),
        ("2024-11-02T09:05:00", "2024-11-02T09:05:00"),
        ("0001-01-01T00:00:00+05:00", "0001-01-01T00:00:00+05:00"),
        ("yesterday", "yesterday"),
    ],
)
def test_a_moment_is_told_in_one_zone_or_as_it_stands(at: str, told: str) -> None:
    assert words.moment(at) == told


def test_a_reason_is_told_in_words() -> None:
    sources = sample().source

    def told(decision: Decision, reason: str, **labels: str) -> str:
        verdict = Verdict("1", "c", "t", decision, Standing.STANDS, "an", "", "", reason)
        return words.reason(verdict, sources, Settings(labels=labels))

    assert told(Decision.EXPLAINED, "as_of") == "counted at different times"
    assert told(Decision.PREFER_SOURCE, "valley-news") == "Valley News"
    assert told(Decision.SOURCE_ERROR, "valley-news") == "Valley News is right", "and not the one that is wrong"
    assert told(Decision.EXPLAINED, "a reason of its own") == "a reason of its own"
    assert told(Decision.EXPLAINED, "as_of", as_of="of two days") == "of two days", "a newsroom's own words"
    assert set(words.REASONS) == set(REASONS)


def test_a_magnitude_is_named_before_its_number() -> None:
    assert words.figure(read_figure("~ 6.1 magnitude")) == "about magnitude 6.1"
    assert words.figure(read_figure("5.9..6.1 magnitude")) == "magnitude 5.9 to 6.1"


def test_numbers_in_a_row_are_a_run() -> None:
    from reconcile.report.told import runs

    assert list(runs([12, 2, 3, 4, 6, 7, 9])) == ["2–4", "6", "7", "9", "12"]
    assert list(runs([])) == []


def test_a_number_behind_a_name_read_from_the_right_keeps_its_place() -> None:
    arabic, hebrew = "\u062c\u0631\u064a\u062f\u0629", "\u05e2\u05d9\u05ea\u05d5\u05df"
    for name in (arabic, hebrew, f"{arabic}!"):
        assert closed(name) == f"{name}\u200e"
    for name in ("Post", "", "大河新聞", f"{arabic} Post", "Ñandú"):
        assert closed(name) == name
    whole = sample()
    named = replace(whole, sources=tuple(replace(source, publisher=arabic) for source in whole.sources))
    for name in ("text", "markdown", "html", "svg"):
        told = re.sub(r"<[^>]*>", "", render(name, named))
        assert re.search(rf"{arabic}\u200e", told)
        assert not re.search(rf"{arabic}[^\u200e\w]*\d", told), name


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("T04:17", "04:17, day not told"),
        ("T06:30?", "06:30 or 18:30, day not told"),
        ("before T23:30?~", "before about 23:30 or 11:30, day not told"),
        ("2024-03-04T04:00~", "4 March 2024, about 04:00"),
        ("by 2024-03-04T18:00+02:00", "by 4 March 2024, 18:00 UTC+02:00"),
        ("XXXX-03-04T04:00Z", "4 March (year not known), 04:00 UTC"),
    ],
)
def test_an_hour_is_told_in_words(written: str, told: str) -> None:
    assert dating.when(read_when(written)) == told
    assert write_when(read_when(written)) == written
