"""Hostile words in every place that the screen shows: outlets, speakers, labels, notes, tags, file names, reviewers."""

import re
from pathlib import Path
from typing import Final

import pytest
from rich.cells import cell_len

from reconcile.model import Decision
from reconcile.model.plain import plain
from tests.desks import desk, workspace
from tests.screens import app_of, seen

SIZE = (60, 20)
HOSTILE: Final = {
    "markup": "[bold red]x[/] [@click=app.quit]go[/] {x} $y \\[",
    "escapes": "a\x1b[2Jb\x1b]52;c;eA==\x07c\x9b31m\r\n\td",
    "bidi": "a \u202egnorts\u202c \u2066b\u2069 \u061c \u200f",
    "right to left": "\u05d0\u05d1\u05d2 \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    "wide": "\u65b0\u805e\u793e" * 9,
    "combining": "e\u0301" * 20 + "Z\u0351\u036b\u0343" * 40,
    "joined": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1e9\U0001f1ea \u2764\ufe0f",
    "endless": "x" * 100_000,
}
ACTS: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
DIALOGS: Final = {
    "why": ["i"],
    "history": ["H"],
    "lint": ["L"],
    "report": ["P"],
    "decide": ["d"],
    "both": ["b"],
    "which source": ["0"],
    "settle": ["A"],
    "note": ["e"],
    "tags": ["t"],
    "filter": ["slash"],
    "correct": ["C"],
    "correct the speaker": ["C", "down", "down", "down", "down", "enter"],
    "regroup": ["g"],
    "move": ["g", "down", "enter"],
    "strike": ["X"],
    "copy": ["y"],
    "left open": ["o"],
    "add": ["+"],
}


def quoted(words: str) -> str:
    """Words as a scalar of YAML."""
    escaped = "".join(f"\\U{ord(letter):08x}" if not letter.isalnum() else letter for letter in words)
    return f'"{escaped}"'


def hostile(root: Path, words: str) -> Path:
    """A desk where two papers differ, with these words in all that a person or a file may say."""
    for_name = re.sub(r"[/\x00-\x1f\x7f-\x9f]", "", words)[:20] or "x"
    body = re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", words)[:4000]  # no article with these is read
    articles = {
        name: f"---\npublisher: {quoted(words)}\ntitle: {quoted(words)}\n---\n\n"
        f"The fire {body} destroyed {count} "
        f"houses in Brask, {body} said.\n\nThe fire destroyed {count} houses in Brask.\n"
        for name, count in (("alpha", 40), (for_name, 65))
    }
    desk(root, **articles)
    topic = workspace(root).dossier.topics[0].id
    labels = {topic: words[:5000]}
    (root / "claims/topics.yaml").write_text(f"labels:\n  {topic}: {quoted(labels[topic])}\n", encoding="utf-8")
    for reviewer, decision in (("ben", Decision.RANGE), ("cleo", Decision.UNRESOLVED_CONFLICT)):
        workspace(root, reviewer).record(topic, decision, note=f"{words} #{words.split(maxsplit=1)[0]}")
    return root


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
async def test_every_page_and_dialog_shows_hostile_words_harmless(words: str, tmp_path: Path) -> None:
    root = hostile(tmp_path / "valley", words)
    app = app_of(root, "anna")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        pages = {"first": [], "queue": ["tab"], "back": ["tab"], "timeline": ["v"], "text": ["v"], "whole": ["v", "z"]}
        for name, keys in {**pages, "again": ["z"], **DIALOGS}.items():
            await pilot.press(*keys)
            shown = await seen(pilot)
            assert all(cell_len(line) <= SIZE[0] for line in shown.splitlines()), name
            assert not ACTS.search(shown), name
            assert name != "first" or plain(words)[:3] in shown.splitlines()[1]
            while app.screen.is_modal:
                await pilot.press("escape")
        assert app.is_running
