"""One table of keys feeds the bindings, the help, the palette and the footer; hostile text breaks nothing."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.style import Style as RichStyle
from textual.color import Color
from textual.command import CommandPalette

from reconcile.errors import DeskError
from reconcile.model import Dossier, Span
from reconcile.model.settings import THEMES
from reconcile.tui import dialogs
from reconcile.tui.app import ReviewApp
from reconcile.tui.article import unlike
from reconcile.tui.kept import Kept, keep, kept
from reconcile.tui.keymap import KEYS, Key, Keymap
from reconcile.tui.paint import footer
from reconcile.tui.queue import Facet
from reconcile.tui.shapes import Shape
from reconcile.tui.themes import COLOURS
from tests import samples
from tests.screens import app_of, seen, two_papers

SIZE = (80, 24)
HOSTILE = {
    "markup": "[bold red]loud[/] [link=x]click[/link] [@click=app.quit]go[/]",
    "escapes": "\x1b[2J\x1b]0;owned\x07\x9b31m",
    "bidi": "\u202e002\u202c \u2066abc\u2069",
    "wide": "谷底洪水造成多人死亡" * 4,
    "joined": "👩‍🚒 e\u0301 क्ष שלום",
    "endless": "x" * 100_000,
    "lines": "one\rtwo\u2028three\x0bfour\tfive",
}


def test_no_key_is_bound_twice() -> None:
    keys = [key for binding in Keymap().bindings() for key in binding.key.split(",")]
    assert [key for key, times in Counter(keys).items() if times > 1] == []


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.action)
def test_every_action_has_a_key_that_every_keyboard_and_terminal_has(key: Key) -> None:
    """None with alt, shift held with ctrl, or a bracket alone: layouts and terminals take those away."""
    given = key.keys.split(",")
    assert not any(
        held in each for each in given for held in ("alt", "ctrl+shift", "meta", "super", "bracket", "brace")
    )
    assert any("+" not in each for each in given)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.action)
def test_every_key_has_an_action_a_tooltip_and_its_line_in_the_help(key: Key) -> None:
    assert callable(getattr(ReviewApp, f"action_{key.action.partition('(')[0]}"))
    assert any(b.action == key.action and b.tooltip == key.what for b in Keymap().bindings())
    told = "1-9" if key.action.startswith("source(") else key.shown
    assert any(re.match(rf"  {re.escape(told)} +\S", line) for line in Keymap().help_lines())


def test_help_and_footer_stay_short() -> None:
    assert len(Keymap().help_lines()) <= 61
    assert max(map(len, Keymap().help_lines())) <= 96


@pytest.mark.parametrize(("width", "last"), [(60, "o open"), (80, "i why"), (120, "/ filter"), (160, "/ filter")])
def test_the_footer_names_as_many_keys_as_fit_and_always_the_help(width: int, last: str) -> None:
    told = footer(Keymap().footer(), width).plain
    assert cell_len(told) <= width
    assert re.search(rf"{last} +\? help", told)
    assert "a accept" in told


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"accpet": "y"}, "no action 'accpet'.*did you mean 'accept'"),
        ({"accept": "x"}, "'x' is the key of 'conflict' and of 'accept'"),
        ({"accept": "ctrl+c"}, "'ctrl\\+c' is the key of 'accept' and of 'the review itself'"),
        ({"accept": "f5", "copy": "f5"}, "'f5' is the key of 'copy' and of 'accept'"),
        ({"accept": "blue"}, "'blue' for 'accept' is no key"),
        ({"accept": ""}, "'' for 'accept' is no key"),
    ],
)
def test_keys_that_cannot_be_are_refused_with_their_reason(changed: dict[str, str], said: str) -> None:
    with pytest.raises(DeskError, match=re.compile(said, re.DOTALL)):
        Keymap(changed)


def test_a_key_that_does_not_go_is_shown_where_it_stands(tmp_path: Path) -> None:
    root = two_papers(tmp_path)
    (root / "reconcile.yaml").write_text("blind: true\nkeys:\n  help: f2\n  accept: x\n")
    with pytest.raises(DeskError, match="the key of 'conflict' and of 'accept'") as caught:
        app_of(root)
    assert caught.value.where == "reconcile.yaml:4:3"


async def test_a_desk_may_give_actions_other_keys(tmp_path: Path) -> None:
    root = two_papers(tmp_path)
    (root / "reconcile.yaml").write_text('keys:\n  accept: "f5, ="\n  help: h\n  row-down: z\n  zoom: j\n')
    app = app_of(root)
    async with app.run_test(size=SIZE) as pilot:
        first = app.topic
        await pilot.press("a")
        assert app.topic == first
        await pilot.press("f5")
        assert app.topic != first
        await pilot.press("equals_sign")
        assert len(app.topics) == 1
        await pilot.press("z")
        assert app.row == 1
        assert "h help" in await seen(pilot)
        await pilot.press("h")
        assert re.search(r"f5 = +Accept the proposal", await seen(pilot))


async def test_a_review_goes_on_where_it_stopped(tmp_path: Path) -> None:
    root = two_papers(tmp_path)
    async with app_of(root).run_test(size=SIZE) as pilot:
        await pilot.press("f", "v", "n", "n", "T", "down", "enter", "q")
    again = app_of(root)
    async with again.run_test(size=SIZE):
        assert (again.filter.facet, again.shape, again.place, again.theme) == (Facet.ALL, Shape.TIMELINE, 2, "light")
    other = app_of(root, "berta")
    async with other.run_test(size=SIZE):
        assert (other.filter.facet, other.shape, other.place, other.theme) == (Facet.TO_DO, Shape.TABLE, 0, "dark")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"topic": 1}', "\x00", "[" * 100_000])
async def test_what_was_kept_may_be_broken(tmp_path: Path, text: str) -> None:
    root = two_papers(tmp_path)
    (root / ".reconcile/review-anna.json").write_text(text)
    app = app_of(root)
    async with app.run_test(size=SIZE):
        assert app.place == 0


def test_notes_of_two_screens_at_one_desk_stand_beside_each_other(tmp_path: Path) -> None:
    root, one, other = two_papers(tmp_path), Kept(notes={"a": "ask the mayor"}), Kept(notes={"b": "look it up"})
    keep(root, "anna", one, Kept())
    keep(root, "anna", other, Kept())
    assert kept(root, "anna").notes == {"a": "ask the mayor", "b": "look it up"}
    keep(root, "anna", Kept(), one)  # its verdict was given
    assert kept(root, "anna").notes == {"b": "look it up"}


def test_the_settings_name_every_theme() -> None:
    assert tuple(COLOURS) == THEMES


@pytest.mark.parametrize("name", COLOURS)
async def test_every_theme_is_legible_and_says_the_same(name: str) -> None:
    """Words against their ground: 4.5 to 1, as WCAG AA has it; the terminal's own colours are the terminal's."""
    app = app_of(samples.dossier())
    async with app.run_test(size=SIZE) as pilot:
        before = await seen(pilot)
        app.colour(name)
        app.paint()
        assert await seen(pilot) == before
        if name == "ansi":
            return
        await pilot.press("v")
        ground = app.get_css_variables()["background"]
        poor = {
            (segment.text, ratio)
            for strip in app.screen._compositor.render_strips()
            for segment in strip
            if segment.text.strip(" ─│▁▔") and segment.style and segment.style.color
            for ratio in [contrast(segment.style, Color.parse(ground))]
            if ratio < 4.5
        }
        assert poor == set()


def contrast(style: RichStyle, ground: Color) -> float:
    """How far a style's letters stand out from its ground; reversed ones as well."""
    ink = Color.from_rich_color(style.color)
    paper = Color.from_rich_color(style.bgcolor) if style.bgcolor else ground
    light, dark = sorted((luminance(ink), luminance(paper)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Color) -> float:
    """The relative luminance of WCAG 2."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


async def test_the_palette_knows_every_action() -> None:
    app = app_of(samples.dossier())
    async with app.run_test(size=SIZE) as pilot:
        commands = {command.title: command for command in app.get_system_commands(app.screen)}
        assert {f"{key.label} ({key.shown})" for key in KEYS} <= set(commands)
        await commands["history (H)"].callback()  # type: ignore[func-returns-value, misc]
        assert "no verdict was ever given" in await seen(pilot)
        await pilot.press("escape", "ctrl+p")
        assert isinstance(app.screen, CommandPalette)


def hostile(words: str) -> Dossier:
    """The sample with these words in every place that comes from outside: text, label, publisher, speaker, reasons."""
    dossier = samples.dossier()
    return replace(
        dossier,
        sources=tuple(
            replace(s, text=f"{s.text} {words}", publisher=f"{words} {s.publisher}", title=words)
            for s in dossier.sources
        ),
        claims=tuple(replace(claim, speaker=words) for claim in dossier.claims),
        topics=tuple(replace(topic, label=f"{words} {topic.label}") for topic in dossier.topics),
        findings=tuple(replace(f, because=f"{words} {f.because}", steps=(words,)) for f in dossier.findings),
    )


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
async def test_hostile_words_stay_words(words: str) -> None:
    app = app_of(hostile(words), words[:200])
    async with app.run_test(size=SIZE) as pilot:
        for keys in ([], ["n"], ["v"], ["w"], ["tab"], ["tab"], ["i"], ["escape"], ["ctrl+d"]):
            await pilot.press(*keys)
            shown = await seen(pilot)
            assert all(cell_len(line) <= SIZE[0] for line in shown.splitlines())
            assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
        assert app.is_running


@pytest.mark.parametrize("words", [HOSTILE[kind] for kind in ("wide", "endless", "markup", "joined")])
async def test_columns_stand_where_their_head_stands(words: str) -> None:
    app = app_of(hostile(words))
    async with app.run_test(size=(120, 36)) as pilot:
        lines = (await seen(pilot)).splitlines()
        head = next(line for line in lines if "in 2024" in line)
        column = cell_len(head[: head.index("in 2024")])
        days = [(row, day) for row in lines for day in ("30 Oct ", "31 Oct ") if day in row]
        assert len(days) == 2
        for row, day in days:
            assert cell_len(row[: row.index(day)]) == column


def test_every_verdict_and_reason_has_its_criteria() -> None:
    assert set(dialogs.CRITERIA) == {code for code, _ in (*dialogs.DECISIONS, *dialogs.REASONS)}
    assert max(map(len, dialogs.CRITERIA.values())) <= 3 * 46  # three lines of the narrowest dialog


async def test_the_criteria_of_the_verdict_that_enter_would_give_stand_beside_it() -> None:
    app = app_of(samples.dossier())
    for size in ((60, 20), (80, 24), (120, 36)):
        async with app.run_test(size=size) as pilot:
            await pilot.press("d", "home")
            for code, _ in dialogs.DECISIONS:
                shown = " ".join((await seen(pilot)).replace("│", " ").split())
                assert all(word in shown for word in dialogs.CRITERIA[code].split()), code
                await pilot.press("down")
        app = app_of(samples.dossier())


def test_words_the_other_passage_lacks_are_marked() -> None:
    text = "Some 40 houses burned. More later."
    spans = unlike(text, Span(0, 22), "Some 65 houses Burned")
    assert [text[span.start : span.end] for span in spans] == ["40"]
