"""The pictures of the screen: every view once, made from the example desk by `make pictures`, never by hand.

What a picture says is compared with the screen of now; RECONCILE_REWRITE=1 makes it anew.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from reconcile.cli import main
from reconcile.desk import Workspace
from reconcile.model import Decision
from tests.desks import clock
from tests.screens import app_of, grid, seen

GOLDENS: Final = Path(__file__).parent / "goldens"
FONTS: Final = re.compile(r"\n *@font-face \{[^}]*\}")  # the picture asks no other place for letters
CLIPS: Final = re.compile(
    r"<clipPath id=\"[^\"]*-line-\d+\">.*?</clipPath>\n?| clip-path=\"url\(#[^\"]*-line-\d+\)\"", re.DOTALL
)
NAMES: Final = re.compile(r"terminal-\d+-")
WIDE, MIDDLE, SMALL, LEAST = (120, 36), (100, 30), (80, 24), (60, 20)


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the size of the terminal, and the keys from the first topic."""

    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    reviewer: str = "anna"


DAYS: Final = ("f", "slash", *"kalbajar", "enter")
FLED: Final = ("n", "n", "n")
PICTURES: Final = {
    "screen": Picture(WIDE),
    "pictures/screen-timeline": Picture(WIDE, (*DAYS, "J", "v")),
    "pictures/screen-forest": Picture(WIDE, (*FLED, "v")),
    "pictures/screen-text": Picture(WIDE, (*FLED, "v", "v")),
    "pictures/screen-compare": Picture(WIDE, ("w",)),
    "pictures/screen-why": Picture(MIDDLE, ("i",)),
    "pictures/screen-verdicts": Picture(MIDDLE, ("d",)),
    "pictures/screen-history": Picture(MIDDLE, (*"f", "slash", *"state:confirmed", "enter", "H")),
    "pictures/screen-disputed": Picture(WIDE, ("f", "f", "f"), "chief"),
    "pictures/screen-settle": Picture(MIDDLE, ("f", "f", "f", "A"), "chief"),
    "pictures/screen-correct": Picture(MIDDLE, ("C",)),
    "pictures/screen-lint": Picture(MIDDLE, ("L",)),
    "pictures/screen-report": Picture(MIDDLE, ("P",)),
    "pictures/screen-80x24": Picture(SMALL),
    "pictures/screen-60x20": Picture(LEAST),
}


@pytest.mark.parametrize("name", PICTURES)
async def test_the_pictures_of_the_example_desk(name: str, tmp_path: Path) -> None:
    picture, root = PICTURES[name], tmp_path / "example"
    assert main(["demo", str(root)]) == 0
    if picture.reviewer == "chief":  # who has two reviewers to settle between
        for reviewer, decision in (("anna", Decision.RANGE), ("ben", Decision.UNRESOLVED_CONFLICT)):
            Workspace(root, reviewer, clock()).record("people-were-injured", decision)
    app = app_of(Workspace(root, picture.reviewer, clock(60)))
    async with app.run_test(size=picture.size) as pilot:
        await pilot.press(*picture.keys)
        shown = await seen(pilot)
        drawn = app.export_screenshot(title="reconcile review")
    path = GOLDENS / f"{name}.svg"
    if os.environ.get("RECONCILE_REWRITE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(NAMES.sub("t-", CLIPS.sub("", FONTS.sub("", drawn))), encoding="utf-8")
    assert grid(path.read_text(encoding="utf-8")) == shown, "the picture is old; RECONCILE_REWRITE=1 makes it anew"
