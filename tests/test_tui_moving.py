"""Moving through the review: rows, topics, and the pages that tell more."""

import re
from pathlib import Path

import pytest

from reconcile.tui.screens import Page
from tests.desks import desk
from tests.screens import app_of, line, seen, two_papers

SIZE = (80, 24)
BRIDGE, FIRE, SCHOOL = "bridge-was-closed", "fire-destroyed-houses-brask", "school-was-opened"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two papers that stand apart three times and agree once."""
    return two_papers(tmp_path / "valley")


async def test_moving_goes_to_the_ends_and_no_further(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n", "J", "s", "n")
        assert app.place == 2
        await pilot.press("p", "K", "N")
        assert app.place == 0
        assert app.workspace.dossier.verdicts == ()


async def test_n_goes_to_what_waits_and_over_what_is_decided(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        first, second, third = app.topics
        await pilot.press("f", "J", "x", "home")  # everything; the second is decided
        assert app.topic == first
        await pilot.press("n")
        assert app.topic == third
        await pilot.press("n")
        assert app.topic == third
        assert "nothing to do after this one" in await line(pilot, 0)
        await pilot.press("N")
        assert app.topic == first
        await pilot.press("N")
        assert "nothing to do before this one" in await line(pilot, 0)
        await pilot.press("J")
        assert app.topic == second
        await pilot.press("end")
        assert app.place == 3
        await pilot.press("K", "p", "home")
        assert app.place == 0


async def test_the_lint_of_a_topic_leaves_out_what_stands_elsewhere(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=(80, 45)) as pilot:
        await pilot.press("L")
        shown = await seen(pilot)
        assert shown.count("R501") == 1
        assert "elsewhere on the desk" in shown
        await pilot.press("escape", "x", "p", "L")
        assert app.topic
        (root / "reconcile.yaml").write_text("huh: 1\n")
        await pilot.press("escape", "L")
        assert not isinstance(app.screen, Page)


async def test_rows_and_the_passage_beside_are_chosen(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        assert ">1  Alpha Post" in await seen(pilot)
        await pilot.press("j")
        assert ">2  Bravo News" in await seen(pilot)
        assert "to row 2" in await seen(pilot)
        await pilot.press("down", "k")
        assert ">2  Bravo News" in await seen(pilot)
        assert not app.marked
        await pilot.press("c", "right")
        assert app.other(app.view()) == 0  # type: ignore[arg-type]
        assert app.marked
        await pilot.press("w")
        assert not app.marked


async def test_pages_are_read_and_left(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        pages = {
            "i": "nothing forbids comparing them",
            "H": "no verdict was ever given",
            "question_mark": "DECIDE",
            "P": "2 sources, 8 claims",
            "L": "an open conflict without verdict",
        }
        for key, words in pages.items():
            await pilot.press(key)
            assert isinstance(app.screen, Page)
            assert words in await seen(pilot)
            await pilot.press("j", "down", "k", "up", "pagedown", "pageup", "end", "home", "escape")
            assert len(app.screen_stack) == 1
        topic = app.topic
        await pilot.press("r", "u")
        assert app.topic == topic
        await pilot.press("H")
        assert "report the range" in await seen(pilot)
        assert "withdrawn" in await seen(pilot)
        await pilot.press("escape", "J", "x", "H")
        shown = await seen(pilot)
        assert "your verdicts of 2021-03-05" in shown
        assert f"report the range: {app.workspace.dossier.topic[topic or ''].label}" in shown


async def test_whose_words_and_whose_text_they_are(tmp_path: Path) -> None:
    """In the table where it has room for columns, above the passage always."""
    own = "---\npublisher: Alpha Post\n---\n\nThe fire destroyed 40 houses in Brask, the mayor said.\n"
    wire = "---\npublisher: Bravo News\nagency: Wire\n---\n\nThe fire destroyed 65 houses in Brask.\n"
    app = app_of(desk(tmp_path / "valley", alpha=own, bravo=wire))
    for size, columns in (((140, 36), True), ((60, 20), False)):
        async with app.run_test(size=size) as pilot:
            shown = await seen(pilot)
            assert "line 5, says the mayor" in shown
            assert "line 6, from Wire" in shown
            assert bool(re.search(r"says +origin +to row 1", shown)) == columns
        app = app_of(app.workspace.root)


def long(outlet: str, before: int, words: str) -> str:
    """An article with so many sentences before the one in question, and as many after."""
    fill = "\n\n".join(f"The {thing} of the town was as it had been." for thing in ("mill", "gate", "well") * before)
    return f"---\npublisher: {outlet}\npublished: 2021-03-01\n---\n\n{fill}\n\n{words}\n\n{fill}\n"


async def test_side_by_side_the_sentences_stand_at_one_height_and_scroll_together(tmp_path: Path) -> None:
    close, far = (
        long("Close", 1, "The fire destroyed 40 houses in Brask."),
        long("Far", 9, "The fire destroyed 65 houses in Brask."),
    )
    app = app_of(desk(tmp_path / "fires", close=close, far=far))
    for size in ((120, 36), (160, 45)):
        async with app.run_test(size=size) as pilot:
            shown = await seen(pilot)
            both = [
                told for told in shown.splitlines() if "destroyed 40 houses" in told and "destroyed 65 houses" in told
            ]
            assert len(both) == 1, shown
            await pilot.press("pagedown", "pageup")
            assert both[0] in await seen(pilot)
        app = app_of(app.workspace)


async def test_a_picture_of_a_tally_says_how_it_went_on(tmp_path: Path) -> None:
    told = "---\npublisher: {} Post\npublished: 2021-03-0{}\n---\n\nThe flood killed {} people in Brask, police said.\n"
    monday, tuesday = told.format("Monday", 1, 9), told.format("Tuesday", 2, 11)
    app = app_of(desk(tmp_path / "floods", monday=monday, tuesday=tuesday))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("v")
        assert "over time: 9 people" in await seen(pilot)
        await pilot.press("i")
        assert "up from 9 people" in await seen(pilot)


async def test_the_report_is_laid_to_the_width_of_its_page(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=(60, 20)) as pilot:
        for size in ((60, 20), (120, 36)):
            await pilot.resize_terminal(*size)
            await pilot.press("P")
            shown = await seen(pilot)
            rows = [
                row[row.index("│") + 1 : row.rindex("│")].strip() for row in shown.splitlines() if row.count("│") > 1
            ]
            assert max(map(len, rows)) > size[0] // 2 - 5  # lines are filled
            await pilot.press("q")


async def test_what_was_said_of_one_topic_is_past_at_the_next(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("end", "n")
        assert "nothing to do after this one" in await line(pilot, 0)
        await pilot.press("N")
        assert "nothing to do" not in await line(pilot, 0)
        await pilot.press("r")
        assert "✓ report the range" in await line(pilot, 0)
        await pilot.press("j", "v", "v")
        assert "✓ report the range" in await line(pilot, 0), "another look at the same topic takes nothing away"
        await pilot.press("K")
        assert "report the range" not in await line(pilot, 0)
