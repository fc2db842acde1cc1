"""Pictures: where a bar begins and ends, what is a point, and what a label keeps where there is little room."""

import re
from dataclasses import replace
from datetime import date

import pytest

from reconcile.model import Modality, Settings, When
from reconcile.pipeline import read_text, reconcile
from reconcile.report.bars import Bar, of_date
from reconcile.report.digest import Digest
from reconcile.report.plots import plot
from reconcile.report.view import Row, View

DAY = date(2024, 3, 5)


def seen(*said: str, publisher: str = "Paper") -> View:
    sources = [
        replace(read_text(text, slug=f"s{n}", published=DAY), publisher=f"{publisher} {n}")
        for n, text in enumerate(said)
    ]
    return max(Digest(reconcile(sources), Settings()).views, key=lambda view: len(view.rows))


def dated(words: str) -> tuple[Row, When]:
    row = next(row for row in seen(f"The bridge at Arden was closed {words}.").rows if row.claim.date)
    assert row.claim.date is not None
    return row, row.claim.date


def ends(bar: Bar) -> list[str]:
    return [date.fromordinal(int(end)).isoformat() if end else "" for end in (bar.low, bar.point, bar.high)]


@pytest.mark.parametrize(
    ("words", "low", "point", "high"),
    [
        ("on 2 February 2024", "2024-02-02", "2024-02-02", "2024-02-02"),
        ("in February 2024", "2024-02-01", "", "2024-02-29"),
        ("before 2010", "", "", "2010-01-01"),
        ("after 2010", "2010-12-31", "", ""),
        ("since 2004", "2004-01-01", "", ""),
        ("by 1 December 2023", "", "2023-12-01", "2023-12-01"),
        ("from 3 February 2024", "2024-02-03", "2024-02-03", ""),
    ],
)
def test_a_date_is_as_wide_as_its_words(words: str, low: str, point: str, high: str) -> None:
    assert ends(of_date(*dated(words))) == [low, point, high]


def test_about_a_day_is_a_dashed_dot() -> None:
    view = seen("The bridge at Arden was closed a week ago.", "The bridge at Arden was closed on 2 February 2024.")
    picture = plot(view, "p")
    assert len(re.findall('class="dot about"', picture)) == 1
    assert picture.count("<circle") == 2


def labels(picture: str) -> list[str]:
    return re.findall(r'<text x="0"[^>]*>([^<]*)</text>', picture)


@pytest.mark.parametrize(
    "publisher", ["The Illustrated Evening Advertiser and Gazette of the Valley", "大河新聞社" * 8]
)
def test_a_long_name_is_cut_before_what_it_says(publisher: str) -> None:
    view = seen("Nineteen cranes fell in the storm.", "Fourteen cranes fell in the storm.", publisher=publisher)
    told = labels(plot(view, "p"))
    assert [label.rpartition(": ")[2] for label in told] == ["19 cranes", "14 cranes"]
    assert all("…" in label and label.startswith(f"{n} {publisher[:8]}") for n, label in enumerate(told, start=1))
    planned = [replace(row, claim=replace(row.claim, modality=Modality.PLANNED)) for row in view.rows]
    told = labels(plot(replace(view, rows=tuple(planned)), "p"))
    assert [label.rpartition(": ")[2] for label in told] == ["19 cranes (planned)", "14 cranes (planned)"]


def test_values_that_are_all_the_same_are_no_picture() -> None:
    assert plot(seen("Nineteen cranes fell in the storm.", "19 cranes fell in the storm."), "p") == ""


def test_one_day_with_an_open_side_has_one_tick_under_it() -> None:
    said = ("The lock at Arden was closed on 3 March 2024.", "The lock at Arden was closed by 3 March 2024.")
    picture = plot(seen(*said), "p")
    assert picture, "a day and a bound of the same day differ"
    [tick] = re.findall(r'class="tick" x="(\d+)"[^>]*text-anchor="middle">3 March 2024<', picture)
    assert {float(x) for x in re.findall(r'cx="([\d.]+)"', picture)} == {float(tick)}
