"""Journeys through the review screen, key by key: what is decided is in the log, what is shown follows."""

from pathlib import Path

import pytest

from reconcile.model import Decision, Status
from reconcile.tui.screens import Choice, Line, Note
from tests.desks import workspace
from tests.screens import app_of, line, logged, seen, two_papers

SIZE = (80, 24)
BRIDGE, FIRE, SCHOOL = "bridge-was-closed", "fire-destroyed-houses-brask", "school-was-opened"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two papers that stand apart three times and agree once."""
    return two_papers(tmp_path / "valley")


async def test_the_queue_holds_what_needs_a_person_by_impact(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        assert set(app.topics) == {BRIDGE, FIRE, SCHOOL}
        assert app.topics == tuple(t.id for t in app.workspace.dossier.topics if t.id in app.topics)
        assert "to do 3   anna" in await line(pilot, 0)
        assert "1/3 to do" in await line(pilot, 1)


async def test_one_key_saves_and_moves_on(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        first, second = app.topics[:2]
        await pilot.press("a")
        assert logged(root, first) == [(Decision.UNRESOLVED_CONFLICT, "", "")]
        assert app.topic == second
        assert "✓ conflict, unresolved" in await line(pilot, 0)
        assert "to do 2" in await line(pilot, 0)


@pytest.mark.parametrize(
    ("keys", "given"),
    [
        (["1"], (Decision.PREFER_SOURCE, "alpha", "")),
        (["2"], (Decision.PREFER_SOURCE, "bravo", "")),
        (["r"], (Decision.RANGE, "", "")),
        (["x"], (Decision.UNRESOLVED_CONFLICT, "", "")),
        (["b", "down", "enter"], (Decision.EXPLAINED, "scope", "")),
        (["o", *"ask", "enter"], (Decision.DEFERRED, "", "ask")),
        (["e", *"why", "escape", "x"], (Decision.UNRESOLVED_CONFLICT, "", "why")),
        (["e", *"one", "enter", *"two", "ctrl+s", "x"], (Decision.UNRESOLVED_CONFLICT, "", "one\ntwo")),
        (["0", "down", "enter"], (Decision.PREFER_SOURCE, "bravo", "")),
        (
            ["t", *"legal press", "enter", "e", "home", *"ask ", "ctrl+s", "r"],
            (Decision.RANGE, "", "ask #legal #press"),
        ),
        (["d", "end", "enter"], (Decision.NOT_A_CLAIM, "", "")),
        (["d", "home", *["down"] * 3, "enter", "down", "enter"], (Decision.PREFER_SOURCE, "bravo", "")),
        (["d", "enter"], (Decision.UNRESOLVED_CONFLICT, "", "")),  # the proposal is chosen already
        (["d", "9"], (Decision.UNVERIFIABLE, "", "")),
        (["d", "8", "2"], (Decision.SOURCE_ERROR, "bravo", "")),
        (["b", "4"], (Decision.EXPLAINED, "rounding", "")),
    ],
    ids=lambda value: "".join(value) if isinstance(value, list) else "",
)
async def test_each_verdict_is_on_disk(root: Path, keys: list[str], given: tuple[Decision, str, str]) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        topic = app.topic
        await pilot.press(*keys)
        assert topic
        assert logged(root, topic) == [given]
        assert app.topic != topic


@pytest.mark.parametrize(
    "keys", [["b"], ["o"], ["d"], ["e"], ["X"], ["slash"], ["C"], ["y"], ["g"], ["0"]], ids="".join
)
async def test_a_dialog_that_is_left_decides_nothing(root: Path, keys: list[str]) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        topic = app.topic
        await pilot.press(*keys)
        assert isinstance(app.screen, Choice | Line | Note)
        await pilot.press("tab", "escape")
        assert app.topic == topic
        assert len(app.screen_stack) == 1
        assert app.workspace.dossier.verdicts == ()


async def test_letters_typed_into_a_note_are_no_keys(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e", *"aqxu", "escape")
        assert app.is_running
        assert app.notes == {app.topic: "aqxu"}
        assert "note     aqxu" in await seen(pilot)


async def test_a_desk_is_finished_and_says_so(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a", "r", "1")
        assert app.topics == ()
        assert "to do 0" in await line(pilot, 0)
        assert "Every conflict and difference has a verdict" in await seen(pilot)
        await pilot.press(
            *"arx120bodenNJKpjkcviHyEXmMC.tAg+zLTw", "home", "end", "escape"
        )  # with nothing there no key does harm
        assert len(app.workspace.dossier.verdicts) == 6
        await pilot.press("f")
        assert len(app.topics) == 4
        await pilot.press("q")
    assert app.return_code == 0


async def test_undo_and_redo_reach_over_a_restart(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        first = app.topic
        await pilot.press("r", "q")
    assert first
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        assert app.workspace.dossier.status(first) is Status.DECIDED
        await pilot.press("u")
        assert app.topic == first
        assert logged(root, first) == []
        assert "took back: report the range" in await line(pilot, 0)
        await pilot.press("U")
        assert "decided again: report the range" in await line(pilot, 0)
        assert logged(root, first) == [(Decision.RANGE, "", "")]
        await pilot.press("u", "ctrl+z")
        assert "nothing to take back" in await line(pilot, 0)


async def test_the_last_verdict_is_repeated(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        first, second, third = app.topics
        await pilot.press("full_stop")
        assert app.topic == first
        assert "no verdict was given yet" in await seen(pilot)
        await pilot.press("9")
        assert "there is no row 9" in await seen(pilot)
        await pilot.press("b", "enter", "full_stop")
        assert logged(root, first) == logged(root, second) == [(Decision.EXPLAINED, "as_of", "")]
        await pilot.press("2", "full_stop")
        assert logged(root, third) == [(Decision.PREFER_SOURCE, "bravo", "")]
        await pilot.press("f", "full_stop")
        assert "which source is right: that differs" in " ".join((await seen(pilot)).split())


async def test_a_struck_claim_is_gone_from_the_comparison(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        shown = app.view()
        assert shown
        claim = shown.rows[app.row].claim.id
        await pilot.press("X", "down", "enter")  # "keep"
        assert claim in app.workspace.dossier.claim
        await pilot.press("X", "enter")
        assert claim not in app.workspace.dossier.claim
        assert "to do 2" in await line(pilot, 0)
        assert claim not in workspace(root).dossier.claim


async def test_a_list_is_gone_through_like_the_table_and_its_tenth_line_has_a_digit(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        first = app.topics[0]
        await pilot.press("d", *"jjk")
        assert "One source is wrong" in await seen(pilot), "one below the proposal, which is the seventh"
        await pilot.press("0")
        assert logged(root, first) == [(Decision.MISALIGNED, "", "")]


async def test_a_list_of_verdicts_has_the_newsroom_s_own_words(root: Path) -> None:
    (root / "reconcile.yaml").write_text("labels:\n  range: give both ends\n  scope: other borders\n", encoding="utf-8")
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("d")
        assert "3 give both ends " in await seen(pilot)
        await pilot.press("escape", "b")
        shown = await seen(pilot)
        assert "2 other borders " in shown
        assert "1 different days " in shown


async def test_which_source_was_taken_is_told(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("2")
        assert "✓ Bravo News: one source preferred" in await line(pilot, 0)
