"""What the screen looks like, as text a person can read in a diff; RECONCILE_REWRITE=1 writes the files anew."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import OptionList

from reconcile.cli import main
from reconcile.model import Decision, Settings
from reconcile.report.view import view
from reconcile.tui.app import ReviewApp
from reconcile.tui.table import table
from tests import samples
from tests.desks import workspace
from tests.screens import app_of, seen, two_papers

GOLDENS = Path(__file__).parent / "goldens"
SIZES = [(60, 20), (80, 24), (120, 36), (160, 45)]
VIEWS = {  # each after the one before
    "topic": [],
    "timeline": ["v"],
    "text": ["v"],
    "figures": ["v", "n"],
    "forest": ["v"],
    "zoom": ["v", "v", "z"],
    "why": ["z", "p", "i"],
    "help": ["escape", "question_mark"],
    "queue": ["escape", "tab"],
}
DIALOGS = {  # likewise
    "decide": ["d"],
    "both": ["escape", "b"],
    "note": ["escape", "e"],
    "correct": ["escape", "C"],
    "regroup": ["escape", "g"],
    "pick": ["escape", "plus"],
    "copy": ["escape", "escape", "y"],
    "source": ["escape", "0"],
    "nothing-found": ["escape", "slash", *"zebra", "enter"],
}
FIRE = "fire-destroyed-houses-brask"


def same(name: str, shown: str) -> None:
    """Compare with a golden file, or write it."""
    path = GOLDENS / name
    if os.environ.get("RECONCILE_REWRITE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8"), f"{name} looks otherwise; RECONCILE_REWRITE=1 accepts it"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_screen_at_each_size(size: tuple[int, int]) -> None:
    app = app_of(samples.dossier())
    async with app.run_test(size=size) as pilot:
        for name, keys in VIEWS.items():
            await pilot.press(*keys)
            shown = await seen(pilot)
            assert max(map(len, shown.splitlines())) <= size[0]
            same(f"{size[0]}x{size[1]}-{name}.txt", shown)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_without_colour_it_says_the_same(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    """On every page: the same letters, and no colour at all."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_of(samples.dossier())
    async with app.run_test(size=size) as pilot:
        for name, keys in VIEWS.items():
            await pilot.press(*keys)
            assert await seen(pilot) == (GOLDENS / f"{size[0]}x{size[1]}-{name}.txt").read_text(encoding="utf-8")
            assert colours(app) <= {"default"}


async def walked(root: Path, by: str, pages: dict[str, list[str]], size: tuple[int, int], folder: str) -> None:
    """Go through pages of a desk and compare each; under NO_COLOR there is no colour on any."""
    app = app_of(root, by)
    async with app.run_test(size=size) as pilot:
        for name, keys in pages.items():
            await pilot.press(*keys)
            shown = await seen(pilot)
            assert max(map(len, shown.splitlines())) <= size[0]
            same(f"{folder}-{name}.txt", shown)
            assert not app.no_color or colours(app) <= {"default"}


def colours(app: ReviewApp) -> set[str]:
    """The colours of all that is on the screen."""
    styles = [segment.style for strip in app.screen._compositor.render_strips() for segment in strip if segment.style]
    return {colour.name for style in styles for colour in (style.color, style.bgcolor) if colour}


@pytest.mark.parametrize("colour", ["coloured", "without colour"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_dialogs(size: tuple[int, int], colour: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every dialog once, where two reviewers differ, where a claim went stale, and where nothing is left."""
    if colour != "coloured":
        monkeypatch.setenv("NO_COLOR", "1")
    root, folder = two_papers(tmp_path / "valley"), f"{size[0]}x{size[1]}"
    await walked(
        root, "anna", {**DIALOGS, "themes": ["escape", "T"]} if colour == "coloured" else DIALOGS, size, folder
    )
    workspace(root, "berta").record(FIRE, Decision.UNRESOLVED_CONFLICT)
    workspace(root, "anna").record(FIRE, Decision.RANGE)
    await walked(root, "chief", {"disputed": ["f", "f", "f"], "settle": ["A"]}, size, folder)
    for topic in workspace(root).dossier.topic:
        workspace(root, "chief").record(topic, Decision.RANGE, settle=topic == FIRE)
    await walked(root, "dora", {"nothing-left": []}, size, folder)
    article = root / "claims/alpha.yaml"
    article.write_text(article.read_text().replace("figure: 40", "figure: 41"))
    await walked(root, "erna", {"stale": []}, size, folder)


async def test_the_words_in_question_are_in_sight_at_every_size() -> None:
    """Also far down a long article whose sentence starts a line before its figure."""
    for size in SIZES:
        app = app_of(samples.dossier())
        async with app.run_test(size=size) as pilot:
            for _ in app.topics:
                shown, view = await seen(pilot), app.view()
                assert view
                for row in (view.rows[app.row], view.rows[app.other(view)]):
                    assert row.written.split()[0] in shown
                await pilot.press("n")


async def test_a_size_that_changes_changes_the_layout() -> None:
    app = app_of(samples.dossier())
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.resize_terminal(60, 20)
        assert await seen(pilot) == (GOLDENS / "60x20-topic.txt").read_text(encoding="utf-8")
        await pilot.resize_terminal(120, 36)
        assert await seen(pilot) == (GOLDENS / "120x36-topic.txt").read_text(encoding="utf-8")


async def test_a_click_on_the_footer_is_its_key() -> None:
    app = app_of(samples.dossier())
    async with app.run_test(size=(80, 24)) as pilot:
        keys = (await seen(pilot)).splitlines()[-1]
        await pilot.click("#keys", offset=(keys.index("1-9"), 0))
        assert app.said == ""  # nine keys: which one was meant?
        await pilot.click("#keys", offset=(keys.index("help"), 0))
        assert len(app.screen_stack) == 2


def test_only_the_screen_loads_textual() -> None:
    """`review --plain` and the package itself start without it."""
    program = "import sys, reconcile.tui, reconcile.tui.plain; print('textual' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert told.strip() == "False"
    assert ReviewApp.__module__ == "reconcile.tui.app"


def test_a_long_table_keeps_both_rows_that_are_compared() -> None:
    """Nine rows, room for three: the chosen one, the one laid against it, and one beside it."""
    dossier = samples.dossier()
    first = view(dossier, dossier.topics[1])
    rows = tuple(replace(first.rows[n % 3], number=n + 1) for n in range(9))
    lines = table(replace(first, rows=rows), 1, 8, 80, 4, Settings()).plain.splitlines()
    assert [line[:3].strip() for line in lines] == ["", "1", ">2", "9"]
    assert "to row 2 of 9" in lines[0]
    lines = table(replace(first, rows=rows), 7, 0, 80, 4, Settings()).plain.splitlines()
    assert [line[:3].strip() for line in lines] == ["", "1", "7", ">8"]


async def test_the_chosen_line_of_a_dialog_is_seen_without_colour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "example"
    assert main(["demo", str(root)]) == 0
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_of(root)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("d")
        chosen = app.screen.query_one(OptionList)
        assert chosen.get_visual_style("option-list--option-highlighted").underline
        assert not chosen.get_visual_style("option-list--option").underline
