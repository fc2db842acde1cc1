"""Several topics at once, and corrections on the screen: what is written lies on disk, and the comparison follows."""

import re
from pathlib import Path

import pytest

from reconcile.cli import main
from reconcile.errors import ChangedError, DeskError
from reconcile.model import Decision, Hedge, Outcome, Span
from reconcile.model.notation import read_figure, read_when
from reconcile.tui.dialogs import HOW
from tests.desks import workspace
from tests.screens import app_of, logged, seen, two_papers

SIZE = (80, 24)
FIRE = "fire-destroyed-houses-brask"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two papers that stand apart three times and agree once."""
    return two_papers(tmp_path / "valley")


async def test_marked_topics_are_decided_together_and_taken_back_together(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        first, second, _ = app.topics
        await pilot.press("m", "m")
        assert app.marks == {first, second}
        await pilot.press("1")  # which source is right cannot be said of two topics at once
        assert "2 topics are marked" in await seen(pilot)
        assert app.workspace.dossier.verdicts == ()
        await pilot.press("r")
        assert "2 marked topics" in await seen(pilot)
        await pilot.press("down", "enter")  # leave them
        assert app.workspace.dossier.verdicts == ()
        await pilot.press("r", "enter")
        assert logged(root, first) == logged(root, second) == [(Decision.RANGE, "", "")]
        assert app.marks == set()
        await pilot.press("u")
        assert logged(root, first) == logged(root, second) == []
        await pilot.press("U")
        assert logged(root, first) == logged(root, second) == [(Decision.RANGE, "", "")]


async def test_each_marked_topic_keeps_the_note_that_was_written_on_it(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        first, second, third = app.topics
        await pilot.press("e", *"one", "ctrl+s", "m", "e", *"two", "ctrl+s", "m", "m")
        assert app.topic == third
        await pilot.press("e", *"all", "ctrl+s", "r")
        assert "with the note of this topic" in await seen(pilot)
        await pilot.press("enter")
        notes = {v.topic: v.note for v in app.workspace.dossier.verdicts}
        assert notes == {first: "one\nall", second: "two\nall", third: "all"}
        assert app.notes == {}
        await pilot.press("u")
        assert app.notes == notes, "who takes a verdict back gives another, and has what was noted"
        await pilot.press("U")
        assert app.notes == {}
        newest = app.workspace.dossier.verdicts[-len(notes) * 2 :]
        assert {v.topic: v.note for v in newest} == notes


async def test_marks_are_seen_and_taken_off(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("m", "p")
        assert "• marked" in await seen(pilot)
        assert "≠ •" in await seen(pilot)
        await pilot.press("n", "n")
        assert "• 1 marked   to do 3" in await seen(pilot), "wherever one goes: the next verdict is for it too"
        await pilot.press("M")
        assert "•" not in await seen(pilot)


async def test_a_reading_is_corrected_and_the_comparison_follows(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        while app.topic != FIRE:
            await pilot.press("J")
        await pilot.press("C", "enter", *["backspace"] * 20, *"many", "enter")
        assert "nothing was written" in await seen(pilot)
        await pilot.press("C", "enter", *["backspace"] * 20, *"65 house", "enter")
        assert "corrected figure" in await seen(pilot)
        assert "65 house" in (root / "claims/alpha.yaml").read_text()
        assert app.workspace.dossier.outcome(FIRE) is Outcome.AGREE


async def test_a_merge_is_taken_back_before_the_verdict_that_came_before_it(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        first = app.topics[0]
        await pilot.press("r")
        before = {path.name: path.read_text() for path in (root / "claims").glob("*.yaml")}
        topics = {topic.id for topic in app.workspace.dossier.topics}
        await pilot.press("g", "3", "enter")
        assert "merged into" in await seen(pilot)
        assert {topic.id for topic in app.workspace.dossier.topics} != topics
        await pilot.press("u")
        assert "took the correction back" in await seen(pilot)
        assert {path.name: path.read_text() for path in (root / "claims").glob("*.yaml")} == before
        assert {topic.id for topic in app.workspace.dossier.topics} == topics
        assert logged(root, first) == [(Decision.RANGE, "", "")]
        await pilot.press("u")
        assert logged(root, first) == []
        await pilot.press("U")
        assert logged(root, first) == [(Decision.RANGE, "", "")]
        await pilot.press("U")
        assert "made the correction again" in await seen(pilot)
        assert {topic.id for topic in app.workspace.dossier.topics} != topics
        await pilot.press("u", "r", "U")  # what is decided since leaves nothing to do again
        assert "nothing to take back or redo" in await seen(pilot)


def test_a_correction_is_taken_back_only_while_its_file_is_as_it_was_left(tmp_path: Path) -> None:
    root = two_papers(tmp_path / "valley")
    ours = workspace(root)
    file = root / "claims/alpha.yaml"
    file.unlink()  # written by the correction itself: what is taken back is the person's, not the machine's
    ours.reload()
    claim = next(claim.id for claim in ours.dossier.claims if claim.source == "alpha")
    ours.correct(claim, {"status": "struck"})
    ours.undo()
    assert "\n    status: struck" not in file.read_text()
    assert claim in ours.dossier.claim
    ours.correct(claim, {"status": "struck"})
    file.write_text(file.read_text() + "# seen by ben\n")
    with pytest.raises(ChangedError):
        ours.undo()
    assert "\n    status: struck" in file.read_text()
    assert ours.undo()[1] is None, "it is not tried again"


def test_what_the_dialog_shows_as_an_example_can_be_written() -> None:
    shown = re.findall(r"(?:as|,) ([^,;]+)", HOW["figure"])
    assert [read_figure(each).hedge for each in shown] == [Hedge.EXACT, Hedge.AT_MOST, Hedge.RANGE, Hedge.APPROX]
    days = [read_when(each) for each in re.findall(r"(?:as|,) ([^,;]+)", HOW["when"])]
    assert any(not day.clock for day in days)
    assert any(day.clock and day.anchored for day in days)
    assert any(day.of_no_day for day in days)


async def test_a_claim_is_moved_to_another_topic(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        while app.topic != FIRE:
            await pilot.press("J")
        await pilot.press("C", "end", "enter", *["backspace"] * 40, *"another-fire", "enter")
        assert len(app.workspace.dossier.topic["another-fire"].claims) == 1


async def test_what_is_broken_on_the_desk_is_said(root: Path) -> None:
    (root / "claims/bravo.yaml").write_text("claims: [")
    app = app_of(root)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        shown = await seen(pilot)
        assert "claims/bravo.yaml" in shown
        assert "reconcile lint" in shown


async def test_a_missed_claim_is_added_in_the_articles_own_words(root: Path) -> None:
    article = root / "sources/alpha.md"
    article.write_text(article.read_text() + "\nNo fewer than 70 cows were in the barn of 1970.\n")
    app = app_of(root)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        while app.topic != FIRE:
            await pilot.press("J")
        before = len(app.workspace.dossier.claims)
        await pilot.press("+")
        assert "space: first word" in await seen(pilot)
        await pilot.press("escape", "+", "down", "down", "down", "up", "left", "right", "down")
        pick = app.screen.query_one("Words")
        while pick.chosen != Span(at := pick._page.text.index("No fewer"), at + 2):  # type: ignore[attr-defined]
            await pilot.press("left" if pick.chosen.start > at else "right")  # type: ignore[attr-defined]
        await pilot.press("space", *["right"] * 6, "enter")
        assert "No fewer than 70" in await seen(pilot)
        await pilot.press("enter", "enter")
        assert len(app.workspace.dossier.claims) == before + 1
        added = next(c for c in app.workspace.dossier.claims if c.quantity and c.quantity.rule == "by hand")
        assert added.quote == "No fewer than 70 cows were in"
        assert added.figure
        assert added.figure.hedge is Hedge.AT_LEAST
        assert app.workspace.dossier.topic_of[added.id] == FIRE
    assert 'figure: ">= 70 ' in (root / "claims/alpha.yaml").read_text()
    assert main(["extract", "--desk", str(root)]) == 0
    assert added.id in workspace(root).dossier.claim  # an extraction keeps it
    again = workspace(root)
    with pytest.raises(DeskError, match="a claim already"):
        again.add("alpha", added.span, added.quantity)


async def test_a_claim_is_split_off_moved_and_topics_are_merged(root: Path) -> None:
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        while app.topic != FIRE:
            await pilot.press("J")
        await pilot.press("g", "enter")
        topics = app.workspace.dossier.topic
        assert len(topics[f"{FIRE}-2"].claims) == len(topics[FIRE].claims) == 1
        await pilot.press("f")
        while app.topic != FIRE:
            await pilot.press("J")
        await pilot.press("g", "end", "enter")
        assert f"{FIRE}-2" in await seen(pilot)  # the likest first
        await pilot.press("enter")
        assert len(app.workspace.dossier.topic[f"{FIRE}-2"].claims) == 2
        assert FIRE not in app.workspace.dossier.topic
