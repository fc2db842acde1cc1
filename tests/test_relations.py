"""The ladders keep their specification and their laws."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.compare import RELATIONS, relate_dates, relate_figures
from reconcile.compare.relation import Relation
from reconcile.model import INFINITY, Anchor, Change, Hedge, Precision, Quantity, Role, When, between, edtf, quantity
from relation_cases import CLAIM, Example, compared, examples, value

EXAMPLES = list(examples())
ROWS = [(table, row.code) for table, rows in RELATIONS.items() for row in rows]


@pytest.mark.parametrize("row", sorted(set(ROWS)), ids=": ".join)
def test_every_relation_is_documented_with_an_example_that_shows_it(row: tuple[str, str]) -> None:
    shown = [e for e in EXAMPLES if (e.table, e.code) == row]
    assert any(e.expected[0] == row[1] for e in shown)


def test_nothing_is_documented_that_is_not_there() -> None:
    assert {(e.table, e.code) for e in EXAMPLES} <= set(ROWS)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_the_example_says_what_the_specification_says(example: Example) -> None:
    if CLAIM.fullmatch(example.lines[0]):
        made, found = compared(example.lines)
        ends = {claim.id for claim in made if int(claim.id[-6:], 16) < 2}
        said = [(f.relation, f.outcome.value) for f in found if {f.left, f.right} == ends]
        assert example.expected in said
    else:
        a, b = map(value, example.lines)
        row: Relation[object] = relate(a, b)
        assert (row.code, row.outcome.value) == example.expected


def relate(a: Quantity | When, b: Quantity | When) -> Relation[object]:
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return relate_figures(a, b)  # type: ignore[return-value]
    assert isinstance(a, When)
    assert isinstance(b, When)
    return relate_dates(a, b)  # type: ignore[return-value]


numbers = st.one_of(
    st.integers(-50, 5000).map(Decimal),
    st.sampled_from([2000, 2600, 26000, 75000, 90000, 10**6]).map(Decimal),
    st.decimals(0, 10**7, places=1),
)
units = st.sampled_from([None, "person", "district", "percent", "km", "mile", "week", "day", "USD", "percentage point"])
changes = st.sampled_from(list(Change))
one_ended = st.builds(
    quantity, numbers, st.sampled_from([h for h in Hedge if h not in (Hedge.RANGE, Hedge.VAGUE)]), units, changes
)
two_ended = st.builds(
    lambda ends, unit, hedge, change, top: between(min(ends), INFINITY if top else max(ends), unit, hedge, change),
    st.tuples(numbers, numbers), units, st.sampled_from([Hedge.RANGE, Hedge.VAGUE]), changes, st.booleans(),
)  # fmt: skip
figures = st.one_of(one_ended, two_ended)


def back(rows: str, code: str) -> str:
    return next(row.back for row in RELATIONS[rows] if row.code == code)


@given(figures, figures)
def test_figures_turned_round_stand_in_the_converse_relation(a: Quantity, b: Quantity) -> None:
    """And some row always holds, whatever the figures."""
    assert relate_figures(b, a).code == back("figures", relate_figures(a, b).code)


@given(figures)
def test_a_figure_never_disagrees_with_itself(a: Quantity) -> None:
    assert relate_figures(a, a).code in {"equal", "vague_compatible", "change_v_level"} - {"change_v_level"}


days = st.dates(date(1900, 1, 1), date(2030, 12, 31))
named = st.builds(
    lambda day, precision, role, about: When(
        *_period(day, precision), precision, role, Anchor("written in full"), "known", about
    ),
    days, st.sampled_from(list(Precision)), st.sampled_from(list(Role)), st.booleans(),
)  # fmt: skip
yearless = st.builds(
    lambda day, role: edtf.read(f"XXXX-{day.month:02}-{day.day:02}", role), days, st.sampled_from(list(Role))
)
open_ended = st.builds(
    lambda day, role, early: edtf.read(f"{day}/.." if early else f"../{day}", role),
    days, st.sampled_from(list(Role)), st.booleans(),
)  # fmt: skip
dates = st.one_of(named, yearless, open_ended, st.just(edtf.read("")))


def _period(day: date, precision: Precision) -> tuple[date, date]:
    lengths = {
        Precision.DAY: 0,
        Precision.WEEK: 6,
        Precision.MONTH: 30,
        Precision.QUARTER: 90,
        Precision.SEASON: 90,
        Precision.YEAR: 364,
        Precision.DECADE: 3651,
        Precision.CENTURY: 36523,
        Precision.INTERVAL: 17,
    }
    return day, day + timedelta(days=lengths[precision])


@given(dates, dates)
def test_dates_turned_round_stand_in_the_converse_relation(a: When, b: When) -> None:
    """And some row always holds, whatever the dates."""
    assert relate_dates(b, a).code == back("dates", relate_dates(a, b).code)


@given(dates)
def test_a_date_never_disagrees_with_itself(a: When) -> None:
    assert not relate_dates(a, a).apart


def test_the_last_row_of_a_ladder_holds_always() -> None:
    assert RELATIONS["figures"][-1].code == RELATIONS["dates"][-1].code == "disjoint"
