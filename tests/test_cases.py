"""Small desks with what must be said of them: `tests/cases/<name>/` holds sources/, truth.md and expected.txt.

A line of expected.txt is `outcome (relation): left words | right words`, the values' own words or the quote. The file
holds every finding that is not `single_source`, sorted. After a change that is meant, run with RECONCILE_REWRITE=1 and
read the difference in git. The marks of truth.md (see `case_marks.py`) are counted against floors that only rise; those
of `tests/stories/` were read while the rules were made; those of `tests/unseen/` were written, marked and run before
anybody read what was missed there, and are not tuned on.
"""

import os
import re
import shutil
from pathlib import Path

import pytest

from case_marks import desks, shares, words
from reconcile.model import Dossier, Finding, Outcome
from reconcile.pipeline import read, reconcile

# Lands and currencies that the lexicon knows, for those that we made up.
LANDS = re.compile(r"\b(?:Carven|Corven|Drav|Estv|Maren|Rover|Tarv)(ian?s?)\b")
SUMS = re.compile(r"\b(?:crowns|florins|kroner|krones|talers|tavars)\b|(?<=million )marks\b")
CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def line(dossier: Dossier, finding: Finding) -> str:
    right = f" | {words(dossier.claim[finding.right])}" if finding.right else ""
    return f"{finding.outcome} ({finding.relation}): {words(dossier.claim[finding.left])}{right}"


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_a_small_desk_says_what_it_must(case: Path) -> None:
    dossier = reconcile([read(path.read_bytes(), path.name) for path in sorted((case / "sources").iterdir())])
    said = sorted(line(dossier, f) for f in dossier.findings if f.outcome is not Outcome.SINGLE_SOURCE)
    expected = case / "expected.txt"
    if os.environ.get("RECONCILE_REWRITE"):
        expected.write_text("\n".join(said) + "\n", encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("folder", "apart", "fits", "false"),
    [("cases", 70, 99, 0), ("stories", 524, 1011, 0), ("unseen", 33, 29, 0)],
    ids=("cases", "stories", "unseen"),
)
def test_planted_differences_are_found_and_look_alikes_are_not(folder: str, apart: int, fits: int, false: int) -> None:
    found = list(desks(Path(__file__).parent / folder))
    held = shares(found)
    assert held["apart"][0] >= apart
    assert held["fits"][0] >= fits
    assert sum(len(desk.alarms) for desk in found) <= false


@pytest.mark.parametrize("name", ["birdflu", "census", "fares", "fine", "hostages", "vote", "wildfire"])
def test_a_real_land_and_currency_make_no_alarm(name: str, tmp_path: Path) -> None:
    told = tmp_path / name
    shutil.copytree(Path(__file__).parent / "stories" / name, told)
    changed = 0
    for path in sorted(told.rglob("*.md")):
        text, lands = LANDS.subn(r"Bulgar\1", path.read_text(encoding="utf-8"))
        text, sums = SUMS.subn("euros", text)
        changed += lands + sums
        path.write_text(text, encoding="utf-8")
    assert changed
    (desk,) = desks(tmp_path)
    assert not [(desk.dossier.claim[f.left].quote, f.relation) for f in desk.alarms]


@pytest.mark.parametrize("name", ["bank", "ferry", "landslide", "nurses", "optics", "quake", "rates", "volcano"])
def test_a_line_that_says_nothing_behind_each_paragraph_makes_no_alarm(name: str, tmp_path: Path) -> None:
    told = tmp_path / name
    shutil.copytree(Path(__file__).parent / "stories" / name, told)
    for path in sorted(told.glob("sources/*.md")):
        head, body = path.read_text(encoding="utf-8").rsplit("---\n", 1)
        paragraphs = body.strip().split("\n\n")
        assert len(paragraphs) > 1
        said = "\n\n".join(f"{paragraph} A spokeswoman confirmed this." for paragraph in paragraphs)
        path.write_text(f"{head}---\n\n{said}\n", encoding="utf-8")
    (desk,) = desks(tmp_path)
    assert not [(desk.dossier.claim[f.left].quote, f.relation) for f in desk.alarms]
