"""Moving through the review: rows, topics, the queue with its facets and filter, and the pages that tell more."""

import re
from pathlib import Path

import pytest

from reconcile.model import Decision
from reconcile.tui.queue import Facet
from reconcile.tui.screens import Page
from tests.desks import desk
from tests.screens import app_of, line, logged, seen, two_papers

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


async def test_the_facets_reach_the_agreements(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        seen_facets = []
        for _ in Facet:
            seen_facets.append((app.filter.facet, len(app.topics)))
            await pilot.press("f")
        assert seen_facets == [
            (Facet.TO_DO, 3),
            (Facet.ALL, 4),
            (Facet.DECIDED, 0),
            (Facet.DISPUTED, 0),
            (Facet.AGREED, 1),
        ]
        assert app.filter.facet is Facet.TO_DO


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("state:conflict", {BRIDGE, FIRE, SCHOOL}),
        ("kind:figure", {FIRE}),
        ("kind:date src:brav school", {SCHOOL}),
        ("src:nobody", set()),
        ("huh:what", set()),
        ("[bold]", set()),
    ],
)
async def test_the_filter_narrows_the_queue(root: Path, words: str, left: set[str]) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash")
        app.screen.query_one("Input").value = words  # type: ignore[attr-defined]
        await pilot.press("enter")
        assert set(app.topics) == left
        assert words in await line(pilot, 1)
        assert ("fits the filter." in await seen(pilot)) is (not left)
        await pilot.press("slash", "end", "ctrl+u", "enter")
        assert len(app.topics) == 3


async def test_tags_are_found_by_the_filter(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        first = app.topic
        await pilot.press("t", *"Legal, #late", "enter", "r", "f", "slash", *"tag:legal", "enter")
        assert app.topics == (first,)
        await pilot.press("slash", *" tag:nobody", "enter")
        assert app.topics == ()


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
            "i": "gate:",
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


async def test_the_queue_opens_on_tab(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("tab", "down", "down")
        assert app.query_one("#queue").has_focus
        assert "conflict, open" in await seen(pilot)
        third = app.topics[2]
        await pilot.press("enter")
        assert app.topic == third
        assert not app.query_one("#queue").has_class("shown")
    app = app_of(root)
    async with app.run_test(size=(120, 36)) as pilot:
        assert "school was opened" in await seen(pilot)
        await pilot.press("tab", "end", "enter")
        assert app.topic == third


async def test_no_verdict_is_given_on_a_topic_the_queue_hides(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("tab", *"arx1.")
        assert app.workspace.dossier.verdicts == ()
        assert len(app.screen_stack) == 1
        await pilot.press("end", "tab", "a")
        assert logged(root, SCHOOL) == [(Decision.UNRESOLVED_CONFLICT, "", "")]


async def test_beside_the_topic_the_queue_shows_what_it_moves_to(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("tab")
        await pilot.resize_terminal(120, 36)
        assert "≠ CONFLICT" in await seen(pilot)
        await pilot.press("tab", "down")
        assert app.place == 1
        await pilot.press("a")
        assert len(app.topics) == 2


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


async def test_an_empty_part_of_the_queue_tells_what_the_others_hold(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "f", "f", "f")
        assert app.filter.facet is Facet.DISPUTED
        assert "to do 2   all 4   decided 1   disputed 0   agreed 1" in await seen(pilot)


async def test_the_queue_is_broad_where_there_is_room(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=(150, 40)) as pilot:
        assert (await line(pilot, 2)).index("│") == 47
        await pilot.resize_terminal(149, 40)
        assert (await line(pilot, 2)).index("│") == 33


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


@pytest.mark.parametrize(
    ("typed", "found", "said"),
    [
        ("src:bravo", 3, ""),
        ("src:news kind:fig", 1, ""),
        ("state:alone", 0, "No topic that needs a person fits the filter."),
        ("council", 0, "shows the next part: 1 in all fit the filter"),
        ("state:solved", 0, "No topic fits state:solved: a state is one of"),
        ("kind:colour", 0, "No topic fits kind:colour: a kind is one of figure, date, text"),
        ("half:time", 0, "No topic that needs a person fits the filter."),
    ],
)
async def test_a_filter_says_what_it_did_not_find(root: Path, typed: str, found: int, said: str) -> None:
    """Outlets by the name that the table shows; a word that means nothing is told from one that finds nothing."""
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash")
        app.screen.query_one("Input").value = typed  # type: ignore[attr-defined]
        await pilot.press("enter")
        assert len(app.topics) == found
        assert said in " ".join((await seen(pilot)).split())
