"""`i` tells every step in words: no code of the program stands on the page."""

from pathlib import Path

import pytest

from reconcile.cli import main
from reconcile.compare import RELATIONS
from reconcile.model import Dossier, Settings
from reconcile.report.view import view
from reconcile.tui.why import NAMES, steps, told_by_rows, why
from tests.desks import desk, workspace
from tests.screens import app_of, seen


@pytest.fixture
def example(tmp_path: Path) -> Dossier:
    """The example desk."""
    assert main(["demo", str(tmp_path / "example")]) == 0
    return workspace(tmp_path / "example").dossier


def test_every_row_that_is_tried_has_a_name() -> None:
    rows = [row.code for ladder in ("figures", "dates", "hours", "wording") for row in RELATIONS[ladder]]
    assert set(NAMES) == set(rows)


def test_no_step_is_told_in_codes(example: Dossier) -> None:
    codes = {row.code for rows in RELATIONS.values() for row in rows if "_" in row.code}
    told = [
        step
        for topic in example.topics
        for shown in [view(example, topic)]
        for pair in shown.pairs
        for step in steps(shown, pair)
    ]
    assert len(told) > 100
    assert [step for step in told if any(code in step for code in codes)] == []
    openings = ("gate:", "ladder:", "doubts:", "plans:", "cap:", "figures:", "dates:", "wording:", "arithmetic:")
    assert [step for step in told if step.startswith(openings)] == []


async def test_the_rows_on_the_screen_come_first(tmp_path: Path) -> None:
    head = "---\npublisher: Paper {0}\npublished: 2021-03-{0:02}\n---\n\nThe fire destroyed {1} houses in Brask.\n"
    articles = {f"paper{n}": head.format(n, count) for n, count in enumerate((40, 40, 65), start=1)}
    app = app_of(desk(tmp_path / "fires", **articles))
    async with app.run_test(size=(120, 45)) as pilot:
        shown = app.view()
        assert shown
        for _ in shown.rows:
            await pilot.press("j")
            page = why(app.workspace.shown, shown, (app.row, app.other(shown)), Settings()).plain
            heads = [line for line in page.splitlines() if " and " in line and ", by the figures" in line]
            first = {int(word.rstrip(":")) for word in heads[0].split() if word.rstrip(":").isdecimal()}
            assert first == {app.row + 1, app.other(shown) + 1}
            assert len(heads) == 3
            assert page.count("read as ") == 2, "the steps of those that are about the chosen row"


async def test_the_reason_is_that_of_the_two_rows_that_are_looked_at(tmp_path: Path) -> None:
    head = "---\npublisher: Paper {0}\npublished: 2021-03-{0:02}\n---\n\nThe fire destroyed {1} houses in Brask.\n"
    articles = {f"paper{n}": head.format(n, count) for n, count in enumerate((40, 40, 65), start=1)}
    app = app_of(desk(tmp_path / "fires", **articles))
    async with app.run_test(size=(120, 36)) as pilot:
        told = set()
        for _ in range(3):
            await pilot.press("c")
            shown = app.view()
            assert shown
            two = sorted((app.row + 1, app.other(shown) + 1))
            assert f"because  {two[0]} and {two[1]}: " in await seen(pilot)
            told.add(tuple(two))
        assert len(told) == 2


async def test_what_to_do_stands_before_how_the_days_were_reckoned(tmp_path: Path) -> None:
    head = "---\npublished: 2021-03-{0:02}\n---\n\nThe bridge of Brask was closed on {1}.\n"
    root = desk(tmp_path / "bridge", alpha=head.format(10, "Monday"), bravo=head.format(12, "Thursday"))
    app = app_of(root)
    async with app.run_test(size=(80, 24)) as pilot:
        shown = " ".join((await seen(pilot)).split())
        assert "1 and 2: the two days exclude each other. To settle it: " in shown


def test_words_of_an_article_do_not_cut_the_reason(tmp_path: Path) -> None:
    """A source that says what the program says of it."""
    head = "---\npublisher: {0}\npublished: 2021-03-01\n---\n\nThe fire destroyed {1} houses in Brask.\n"
    name = "the two figures exclude each other. To settle it: believe us"
    dossier = workspace(desk(tmp_path / "fire", a=head.format(f"'{name}'", 40), b=head.format("Bravo", 65))).dossier
    (pair,) = (pair for topic in dossier.topics for pair in view(dossier, topic).pairs)
    assert told_by_rows(pair).count(name) == pair.finding.because.rpartition(pair.finding.gist)[2].count(name)
    assert told_by_rows(pair).startswith(f"1 and 2: {pair.finding.gist}. To settle it: ask")
