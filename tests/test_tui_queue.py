"""The queue: its facets, its filter, what it shows beside the topic, and what it says where it is empty."""

from pathlib import Path

import pytest

from reconcile.model import Decision
from reconcile.tui.queue import Facet
from tests.screens import app_of, line, logged, narrow, seen, two_papers

SIZE = (80, 24)
BRIDGE, FIRE, SCHOOL = "bridge-was-closed", "fire-destroyed-houses-brask", "school-was-opened"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two papers that stand apart three times and agree once."""
    return two_papers(tmp_path / "valley")


async def test_the_facets_reach_the_agreements(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        seen_facets = []
        for _ in Facet:
            seen_facets.append((app.filter.facet, len(app.topics)))
            await pilot.press("f")
        parts = [(Facet.TO_DO, 3), (Facet.ALL, 4), (Facet.AGREED, 1)]
        assert seen_facets == [*parts, *parts[:2]], "the parts that hold nothing are passed over"
        await pilot.press("slash", *"nowhere", "enter", "f")
        assert "no other part has topics" in await line(pilot, 0)


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
        await narrow(pilot, words)
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


async def test_an_empty_part_of_the_queue_tells_what_the_others_hold(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "f", "f")
        assert app.filter.facet is Facet.DECIDED
        await pilot.press("u")
        assert "to do 3   all 4   decided 0   disputed 0   agreed 1" in await seen(pilot)


async def test_the_queue_is_broad_where_there_is_room(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=(150, 40)) as pilot:
        assert (await line(pilot, 2)).index("│") == 47
        await pilot.resize_terminal(149, 40)
        assert (await line(pilot, 2)).index("│") == 33


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
        await narrow(pilot, typed)
        assert len(app.topics) == found
        assert said in " ".join((await seen(pilot)).split())
