"""EDTF: what each form names, what is no date, and that writing and reading are each other's inverse."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Precision, Role, When
from reconcile.model.edtf import months, read, write
from reconcile.model.notation import read_when, write_when

FORMS = [
    ("2020-11-25", date(2020, 11, 25), date(2020, 11, 25), Precision.DAY),
    ("2020-02", date(2020, 2, 1), date(2020, 2, 29), Precision.MONTH),
    ("2019", date(2019, 1, 1), date(2019, 12, 31), Precision.YEAR),
    ("199X", date(1990, 1, 1), date(1999, 12, 31), Precision.DECADE),
    ("19XX", date(1900, 1, 1), date(1999, 12, 31), Precision.CENTURY),
    ("2020-W53", date(2020, 12, 28), date(2021, 1, 3), Precision.WEEK),
    ("2020-Q3", date(2020, 7, 1), date(2020, 9, 30), Precision.QUARTER),
    ("2020-35", date(2020, 7, 1), date(2020, 9, 30), Precision.QUARTER),
    ("2020-22", date(2020, 6, 1), date(2020, 8, 31), Precision.SEASON),
    ("2019-24", date(2019, 12, 1), date(2020, 2, 29), Precision.SEASON),
    ("2020-11-20/2020-12-01", date(2020, 11, 20), date(2020, 12, 1), Precision.INTERVAL),
    ("1994/1996", date(1994, 1, 1), date(1996, 12, 31), Precision.INTERVAL),
    ("2009-01/2009-04", date(2009, 1, 1), date(2009, 4, 30), Precision.INTERVAL),
    ("199X/2004", date(1990, 1, 1), date(2004, 12, 31), Precision.INTERVAL),
    ("2020-11-20/..", date(2020, 11, 20), None, Precision.INTERVAL),
    ("../2020-12-01", None, date(2020, 12, 1), Precision.INTERVAL),
    ("/2020-12-01", None, date(2020, 12, 1), Precision.INTERVAL),
    ("XXXX-11-25", None, None, Precision.DAY),
    ("XXXX-02-29", None, None, Precision.DAY),
    ("XXXX-11", None, None, Precision.MONTH),
    ("XXXX-22", None, None, Precision.SEASON),
    ("XXXX-Q3", None, None, Precision.QUARTER),
    ("XXXX-09-27/XXXX-11-09", None, None, Precision.INTERVAL),
    ("", None, None, Precision.DAY),
]
WRONG = [
    "yesterday", "2020-13", "2020-02-30", "2020-00", "2021-W53", "2020-37", "XXXX-13", "XXXX-02-30", "0000", "00XX-11",
    "199X-11", "2020/2019", "../..", "/", "2020-11-25/soon", "20201125", "2020-1-5", "9999-24", "2020-Q3-11",
]  # fmt: skip


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), FORMS)
def test_a_form_names_its_days(text: str, earliest: date | None, latest: date | None, precision: Precision) -> None:
    when = read(text)
    assert (when.earliest, when.latest, when.precision, when.edtf) == (earliest, latest, precision, text)
    assert not when.approximate


@pytest.mark.parametrize("text", ["1990~", "1994/1996~", "1994~/1996", "2020-11-25~", "XXXX-11~"])
def test_a_tilde_marks_what_is_about(text: str) -> None:
    assert read(text).approximate
    plain = read(text.replace("~", ""))
    assert (read(text).earliest, read(text).latest) == (plain.earliest, plain.latest)


@pytest.mark.parametrize("text", WRONG)
def test_what_names_no_day_is_said_to(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a date|names no day|runs backwards"):
        read(text)


@pytest.mark.parametrize("text", [text for text, first, last, _ in FORMS if (first or last) and text[0] != "/"])
def test_what_was_read_is_written_the_same(text: str) -> None:
    when = read(text)
    same = {"2020-35": "2020-Q3", "199X/2004": "1990/2004"}.get(text, text)
    assert write(when.earliest, when.latest, when.precision) == same


def test_two_ends_are_written_as_short_as_they_go() -> None:
    assert write(date(2004, 1, 1), date(2007, 12, 31), Precision.INTERVAL) == "2004/2007"
    assert write(date(2004, 1, 1), date(2007, 11, 30), Precision.INTERVAL) == "2004-01/2007-11"
    assert write(date(2004, 1, 1), date(2007, 11, 29), Precision.INTERVAL) == "2004-01-01/2007-11-29"
    assert write(date(2020, 2, 1), date(2020, 2, 29), Precision.INTERVAL, approximate=True) == "2020-02/2020-02~"
    assert write(None, None, Precision.DAY) == ""


def test_months_run_into_the_next_year() -> None:
    assert months(2019, 12, 3) == (date(2019, 12, 1), date(2020, 2, 29))
    assert months(2020, 1, 12) == (date(2020, 1, 1), date(2020, 12, 31))


DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(9000, 12, 31))


@given(DAYS, st.integers(0, 40_000), st.booleans())
def test_an_interval_comes_back(first: date, length: int, approximate: bool) -> None:
    last = first + timedelta(days=length)
    when = read(write(first, last, Precision.INTERVAL, approximate=approximate))
    assert (when.earliest, when.latest, when.approximate) == (first, last, approximate)


@given(st.sampled_from([text for text, *_ in FORMS]), st.sampled_from(Role), st.booleans())
def test_a_date_in_a_claim_file_comes_back(text: str, role: Role, approximate: bool) -> None:
    when = read(f"{text}~" if approximate and text else text, role)
    again = read_when(write_when(when))
    assert _days(again) == _days(when)


def _days(when: When) -> tuple[object, ...]:
    return when.earliest, when.latest, when.precision, when.role, when.edtf, when.approximate


@given(st.text(alphabet="0123456789X-/~.WQ ", max_size=24))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        when = read(text)
    except ValueError:
        return
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest
