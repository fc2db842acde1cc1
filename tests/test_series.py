"""A tally over time, in every place that shows it."""

import json
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from desks import desk
from reconcile.cli import main
from reconcile.model import Dossier
from reconcile.pipeline import read, reconcile
from reconcile.report import render
from reconcile.report.series import Move, Step, tallies
from reconcile.report.view import view
from reporting import hostile


def told(**articles: str) -> Dossier:
    """A dossier of articles named after what they are; each opens with its day, "4: Nine people died …"."""
    pages = {slug: text.split(": ", 1) for slug, text in articles.items()}
    page = "---\npublisher: {}\npublished: 2024-03-{:02}\n---\n{}\n"
    return reconcile(
        [read(page.format(slug, int(day), text).encode(), f"{slug}.md") for slug, (day, text) in pages.items()]
    )


def steps(whole: Dossier) -> list[tuple[Step, ...]]:
    return [found for topic in whole.topics for found in tallies(view(whole, topic))]


def moves(whole: Dossier) -> list[list[tuple[str, str, bool]]]:
    return [[(s.row.source.slug, s.move.value, s.revision) for s in found] for found in steps(whole)]


GREW = {
    "tuesday": "5: Eleven people died in the mine.",
    "thursday": "7: Ten people died in the mine.",
    "monday": "4: Nine people died in the mine.",
    "wednesday": "6: Eleven people died in the mine.",
}


def test_a_toll_is_told_day_by_day_and_a_fall_is_a_revision() -> None:
    (found,) = steps(told(**GREW))
    assert [(s.day, s.move, s.revision) for s in found] == [
        (date(2024, 3, 4), Move.FIRST, False),
        (date(2024, 3, 5), Move.RISE, False),
        (date(2024, 3, 6), Move.SAME, False),
        (date(2024, 3, 7), Move.FALL, True),
    ]
    assert all(step.before is earlier.row for earlier, step in pairwise(found))


def test_fewer_people_missing_is_a_fall_and_no_revision() -> None:
    whole = told(a="4: Nine people are missing in the mine.", b="6: Two people are missing in the mine.")
    assert moves(whole) == [[("a", "first", False), ("b", "fall", False)]]


def test_the_day_a_count_is_stated_for_comes_before_the_day_of_the_article() -> None:
    whole = told(a="9: Nine people had died in the mine as of March 4.", b="6: Eleven people died in the mine.")
    (found,) = steps(whole)
    assert [(s.row.source.slug, s.day.day, s.when) for s in found] == [
        ("a", 4, "as of 4 March 2024"),
        ("b", 6, "6 March 2024"),
    ]


@pytest.mark.parametrize(
    "articles",
    [
        {"a": "4: Nine people died in the mine.", "b": "4: Eleven people died in the mine."},
        {"a": "4: Nine people died in the mine.", "b": "6: Nine people died in the mine."},
        {"a": "4: The ferry has 300 seats.", "b": "6: The ferry has 350 seats."},
        {"a": "4: Two of the nine people who died in the mine were brothers.", "b": "6: Nine people died in the mine."},
    ],
    ids=("one day", "one count", "things", "a part"),
)
def test_what_does_not_go_on_being_counted_is_no_tally(articles: dict[str, str]) -> None:
    assert steps(told(**articles)) == []


def test_a_part_makes_no_series_with_its_whole() -> None:
    whole = told(
        a="4: Nine people died in the mine. Among the dead were two children.",
        b="6: Fourteen people died in the mine. Among the dead were five children.",
    )
    assert sorted([step.row.value for step in found] for found in steps(whole)) == [
        ["2 people", "5 people"],
        ["9 people", "14 people"],
    ]


def test_what_a_source_says_twice_is_one_step() -> None:
    whole = told(
        a="4: Nine people died in the mine. By night the mayor said nine people died in the mine.",
        b="6: Eleven people died in the mine.",
    )
    assert moves(whole) == [[("a", "first", False), ("b", "rise", False)]]


def test_an_article_whose_day_is_taken_away_is_left_out() -> None:
    whole = told(**GREW)
    sources = tuple(replace(s, published=None) if s.slug == "tuesday" else s for s in whole.sources)
    (found,) = moves(replace(whole, sources=sources))
    assert found == [("monday", "first", False), ("wednesday", "rise", False), ("thursday", "fall", True)]


def test_the_reports_show_the_series() -> None:
    whole = told(**GREW)
    (found,) = steps(whole)
    for step in found:
        assert f"over time: {found[0].told}" in " ".join(render("text", whole).split())
        assert step.told in " ".join(render("text", whole).split())
        assert step.told in render("markdown", whole).replace("\\", "")
        assert step.change in render("html", whole)
    assert found[-1].change == "down from 11 people, a revision"
    assert found[-1].told == f"10 people ({found[-1].row.number} thursday, 7 March 2024): {found[-1].change}"
    assert f'<span class="tone differs">{found[-1].change}</span>' in render("html", whole)


def test_why_begins_with_the_series_of_a_topic(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = "---\npublished: 2024-03-0{}\n---\n{} people died in the mine.\n"
    desk(tmp_path / "d", monday=page.format(4, "Nine"), friday=page.format(8, "Twelve"))
    assert main(["report", "-f", "json", "--desk", "d"]) == 0
    (topic,) = (t["id"] for t in json.loads(capsys.readouterr().out)["topics"] if "over_time" in t)
    assert main(["why", topic, "--desk", "d"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(
        f"{topic}\n  OVER TIME\n"
        "  9 people (1 monday, 4 March 2024)\n"
        "  12 people (2 friday, 8 March 2024): up from 9 people\n\n"
    )
    assert "(figure, tally_growth)" in said


def test_names_in_a_series_do_not_act() -> None:
    words = "<b onload=x>[a](http://x)"
    whole = hostile(words)
    days = (date(2024, 3, 4), date(2024, 3, 6))
    sources = tuple(replace(s, published=day) for s, day in zip(whole.sources, days, strict=True))
    findings = tuple(replace(finding, relation="tally_revision") for finding in whole.findings)
    whole = replace(whole, sources=sources, findings=findings)
    assert len(steps(whole)) == 2
    assert "Over time" in render("html", whole)
    assert "<b onload" not in render("html", whole)
    (line,) = (line for line in render("markdown", whole).splitlines() if line.startswith("- Over time"))
    assert "<" not in line.replace("\\<", "")
    assert "[" not in line.replace("\\[", "")
    assert "://" not in line
