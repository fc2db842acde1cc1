"""Web Annotations out and in: a place is found again, or what was meant is kept out; never at other words."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from desks import MONDAY, desk, unlinked, workspace
from reconcile.cli import main
from reconcile.desk import dossier, load
from reconcile.model import Claim, Decision, Span
from reconcile.model.notation import written

Captured = pytest.CaptureFixture[str]
ADDED = "the mayor said"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A desk on which a person added a claim, corrected one, and decided a topic."""
    root = desk(tmp_path / "desk", monday=unlinked(MONDAY).replace("Nobody", "👩‍🚒 Nobody"), tuesday=TUESDAY)
    work = workspace(root)
    text = work.dossier.source["monday"].text
    work.add("monday", Span(text.index(ADDED), text.index(ADDED) + len(ADDED)), None)
    work.record(work.dossier.topics[0].id, Decision.UNRESOLVED_CONFLICT, note="ask [them](x)")
    return root


TUESDAY = """\
---
title: After the quake
publisher: Tuesday News
published: 2021-03-02
url: https://news.example/quake?id=1
---

The toll in the valley rose, and 19 people died there.

The bridge was closed on February 9.
"""


def exported(root: Path, capsys: Captured) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["export", "annotation", "--desk", str(root)]) == 0
    made: dict[str, Any] = json.loads(capsys.readouterr().out)
    return made


def brought(root: Path, annotations: Any, tmp_path: Path, capsys: Captured, *words: str) -> tuple[int, str, str]:
    (tmp_path / "in.json").write_text(json.dumps(annotations), encoding="utf-8")
    code = main(["import", "annotation", str(tmp_path / "in.json"), "--desk", str(root), *words])
    return code, *capsys.readouterr()


def bare(root: Path) -> Path:
    """The desk without what was read and written of its articles."""
    other = root.parent / "other"
    shutil.copytree(root / "sources", other / "sources")
    (other / "claims").mkdir()
    return other


def claims(root: Path) -> dict[str, Claim]:
    return dict(dossier(load(root)).claim)


def test_it_is_what_the_standard_asks_for(root: Path, capsys: Captured) -> None:
    """By the text of the Web Annotation Data Model, whose context and shapes no package we use holds."""
    whole, made = dossier(load(root)), exported(root, capsys)
    assert made["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert made["type"] == "AnnotationCollection"
    assert made["total"] == len(made["first"]["items"]) == len(whole.claims)
    for item, claim in zip(made["first"]["items"], whole.claims, strict=True):
        source = whole.source[claim.source]
        quote, place = item["target"]["selector"]
        assert (item["type"], item["target"]["type"]) == ("Annotation", "SpecificResource")
        assert item["id"] == f"urn:reconcile:claim:{claim.id}"
        assert source.text[place["start"] : place["end"]] == quote["exact"] == claim.quote
        assert source.text[: place["start"]].endswith(quote["prefix"])
        assert source.text[place["end"] :].startswith(quote["suffix"])
        assert item["target"]["state"][0]["reconcile:sha256"] == source.sha256
        assert {body["type"] for body in item["body"]} == {"TextualBody"}
    sources = {item["target"]["source"] for item in made["first"]["items"]}
    assert sources == {"sources/monday.md", "https://news.example/quake?id=1"}
    judged = [body for item in made["first"]["items"] for body in item["body"] if body["purpose"] == "assessing"]
    assert {body["creator"]["name"] for body in judged} == {"anna"}
    assert {body["created"] for body in judged} == {"2021-03-05T00:00:00Z"}
    assert judged[0]["value"].endswith("ask [them](x)")


def test_the_round_trip_on_the_same_desk_adds_nothing(root: Path, tmp_path: Path, capsys: Captured) -> None:
    before = claims(root)
    code, out, err = brought(root, exported(root, capsys), tmp_path, capsys)
    assert (code, out) == (0, "")
    assert f"0 added, {len(before)} there already" in err
    assert claims(root) == before


def test_what_a_person_added_comes_over_with_its_id_and_reading(root: Path, tmp_path: Path, capsys: Captured) -> None:
    made, other, old = exported(root, capsys), bare(root), claims(root)
    assert brought(other, made, tmp_path, capsys)[0] == 0
    new = claims(other)
    assert {key: (c.quote, c.span, written(c)) for key, c in new.items()} == {
        key: (c.quote, c.span, written(c)) for key, c in old.items()
    }
    assert brought(other, made, tmp_path, capsys)[2].startswith("reconcile: annotations: 0 added")


def test_reviewers_names_can_be_left_out(root: Path, capsys: Captured) -> None:
    assert main(["export", "annotation", "--redact", "--desk", str(root)]) == 0
    text = capsys.readouterr().out
    assert "anna" not in text
    assert "reviewer 1" in text


def test_a_dry_run_tells_what_would_become_of_them_and_changes_nothing(
    root: Path, tmp_path: Path, capsys: Captured
) -> None:
    made, other = exported(root, capsys), bare(root)
    (other / "sources/tuesday.md").write_text(TUESDAY.replace("19 people", "91 people"), encoding="utf-8")
    before = {path: path.read_bytes() for path in other.rglob("*") if path.is_file()}
    code, out, err = brought(other, made, tmp_path, capsys, "--dry-run")
    assert {path: path.read_bytes() for path in other.rglob("*") if path.is_file()} == before
    assert err.endswith("; nothing was written\n")
    told = brought(other, made, tmp_path, capsys)
    assert (code, out, err.replace("; nothing was written", "")) == told


def test_what_is_kept_out_is_shown_with_what_comes_nearest(root: Path, tmp_path: Path, capsys: Captured) -> None:
    made, other = exported(root, capsys), bare(root)
    (other / "sources/tuesday.md").write_text(TUESDAY.replace("19 people", "91 people"), encoding="utf-8")
    code, out, err = brought(other, made, tmp_path, capsys)
    assert code == 1
    assert "the article has other words here" in out
    assert "nearest: sources/tuesday.md:8: “91”, not “19”; it says “" in out
    assert "1 added" in err
    assert "19 person" not in {written(claim)["figure"] for claim in claims(other).values()}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("people died in", "people never died in", "“never” stands there besides"),
        ("closed on", "not closed on", "“not” stands there besides"),
        ("Nobody counted", "Somebody counted", "“Somebody”, not “Nobody”"),
        ("12 people died in", "12 died in", "“people” does not stand there"),
    ],
)
def test_what_the_article_has_more_or_less_is_said(
    old: str, new: str, told: str, root: Path, tmp_path: Path, capsys: Captured
) -> None:
    made, other = exported(root, capsys), bare(root)
    for path in (other / "sources").iterdir():
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    code, out, _ = brought(other, made, tmp_path, capsys)
    assert code == 1
    assert told in out


def test_lines_that_break_elsewhere_change_nothing(root: Path, tmp_path: Path, capsys: Captured) -> None:
    made, other, old = exported(root, capsys), bare(root), claims(root)
    for path in (other / "sources").iterdir():
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(At least|19) ", r"\1\n", text), encoding="utf-8")
    code, out, err = brought(other, made, tmp_path, capsys)
    assert (code, out) == (0, ""), err
    new = claims(other)
    assert {key: new[key].figure for key in old} == {key: claim.figure for key, claim in old.items()}


def test_a_stranger_s_annotation_is_read_here(tmp_path: Path, capsys: Captured) -> None:
    root = desk(tmp_path / "desk", tuesday=TUESDAY)
    selector = {"type": ["TextQuoteSelector"], "exact": "19 people died", "prefix": "rose, and "}
    target = {"source": "https://news.example/quake?id=1", "selector": selector}
    code, out, _ = brought(root, {"type": "Annotation", "target": target, "body": "x"}, tmp_path, capsys)
    assert (code, out) == (0, "")
    assert any(c.quote == "19 people died" and written(c)["figure"] == "19 person" for c in claims(root).values())


def annotation(**changes: Any) -> dict[str, Any]:
    body = {"reconcile:value": "19", "reconcile:figure": "19 person"}
    target = {
        "source": "sources/tuesday.md",
        "selector": [{"type": "TextQuoteSelector", "exact": "19 people died there"}],
    }
    return {"id": "urn:x", "body": body, "target": target} | changes


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("text", "no target"),
        ({}, "no target"),
        (annotation(target="https://news.example/"), "no target"),
        (annotation(target=[{}, {}]), "no target"),
        (annotation(target={"source": 7, "selector": 7, "state": "x"}), "no article here is ''"),
        (annotation(target={"source": "sources/friday.md"}), "no article here is 'sources/friday.md'"),
        (annotation(target={"source": "sources/tuesday.md", "selector": [{"type": "SvgSelector"}]}), "no quote"),
        (annotation(body={"reconcile:figure": "91 person", "reconcile:value": "91"}), "rests on “91”"),
        (annotation(body={"reconcile:figure": "many"}), "cannot be used: 'many' is not a figure"),
        (annotation(body={"reconcile:modality": "surely"}), "is no modality"),
        (annotation(body={"reconcile:when": "2021-13-45"}), "cannot be used"),
    ],
)
def test_what_is_no_claim_says_why(item: Any, told: str, tmp_path: Path, capsys: Captured) -> None:
    root = desk(tmp_path / "desk", tuesday=TUESDAY)
    before = claims(root)
    code, out, _ = brought(root, [item], tmp_path, capsys)
    assert code == 1
    assert told in out
    assert claims(root) == before


def test_nobody_s_word_is_overwritten(root: Path, tmp_path: Path, capsys: Captured) -> None:
    made = exported(root, capsys)
    work = workspace(root)
    counted = next(claim for claim in work.dossier.claims if claim.figure and claim.source == "monday")
    work.correct(counted.id, {"figure": ">= 13 person"})
    code, out, _ = brought(root, made, tmp_path, capsys)
    assert code == 1
    assert "it is read otherwise here (figure: >= 12 person, not >= 13 person)" in out
    work.correct(counted.id, {"status": "struck"})
    assert "struck this claim here" in brought(root, made, tmp_path, capsys)[1]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"{", "is not JSON"),
        (b"\xff", "is not JSON"),
        (b"[" * 100_000, "is nested too deeply"),
        (b"{}", "holds no annotations"),
        (b"7", "holds no annotations"),
        (b'{"first": "https://elsewhere.example/1"}', "nothing is fetched"),
    ],
)
def test_files_that_hold_none_are_refused(data: bytes, told: str, root: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "in.json").write_bytes(data)
    assert main(["import", "annotation", str(tmp_path / "in.json"), "--desk", str(root)]) == 2
    assert told in capsys.readouterr().err


def test_each_import_says_what_it_needs(root: Path, capsys: Captured) -> None:
    assert main(["import", "desk", "x.json"]) == 2
    assert "a folder to lie in" in capsys.readouterr().err
    assert main(["import", "annotation", "x.json", "folder"]) == 2
    assert "--desk" in capsys.readouterr().err
    assert main(["import", "desk", "x.json", "folder", "--desk", str(root)]) == 2
    assert "leave out --desk" in capsys.readouterr().err
