"""A part of a desk, what changed in it, names left out, a stamp, a limit: what `report` may be asked for."""

import csv
import io
import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from desks import TUESDAY, desk, workspace
from reconcile.cli import main
from reconcile.desk import extract
from reconcile.errors import UsageError
from reconcile.model import Decision, Dossier, Outcome, Settings
from reconcile.report import Options, happened, pieces, render, words
from reconcile.report.changes import Kind, changes
from reconcile.report.markdown import MARKER
from reconcile.report.schema import SCHEMA
from reconcile.report.selection import of_sources, of_story, only, redacted, share, stories
from reporting import judged
from samples import dossier as sample

Captured = pytest.CaptureFixture[str]


def git(root: Path, *words: str) -> None:
    who = ("-c", "user.name=anna", "-c", "user.email=anna@desk.example")
    subprocess.run(["git", "-C", str(root), *who, *words], check=True, capture_output=True)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A desk in a repository, committed as it was before anybody judged."""
    root = desk(tmp_path / "desk")
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "as it was")
    return root


def reported(root: Path, capsys: Captured, *words: str) -> str:
    capsys.readouterr()
    assert main(["report", "--desk", str(root), *words]) == 0
    return capsys.readouterr().out


def test_only_some_outcomes_and_never_half_a_topic() -> None:
    part = only(judged(), ["conflicts"], None)
    assert [topic.id for topic in part.topics] == ["first-alarm"]
    assert {claim.id for claim in part.claims} == set(part.topics[0].claims)
    assert {finding.outcome for finding in part.findings} == {Outcome.CONFLICTS}
    assert [topic.id for topic in only(judged(), ["attention"], None).topics] == ["first-alarm"]
    with pytest.raises(UsageError, match="'conflict' is no outcome") as refused:
        only(judged(), ["conflict"], None)
    assert "conflicts" in refused.value.hint
    with pytest.raises(UsageError, match="since when"):
        only(judged(), ["changed"], None)


def test_what_one_source_speaks_of_keeps_what_it_is_compared_with() -> None:
    part = of_sources(sample(), ["valley-news"])
    assert [topic.id for topic in part.topics] == ["first-alarm", "people-died-valley"]
    assert {claim.source for claim in part.claims} == {"harbour-post", "valley-news", "wire"}
    with pytest.raises(UsageError, match="no source called 'valey-news'") as refused:
        of_sources(sample(), ["valey-news"])
    assert "valley-news" in refused.value.hint


def test_a_part_has_the_sources_that_speak_in_it_and_says_how_much_of_the_desk_it_is() -> None:
    whole = judged()
    silent = replace(whole.sources[0], slug="zebra-zoo")
    pile = replace(whole, sources=(*whole.sources, silent))
    part = only(pile, ["conflicts"], None)
    assert [source.slug for source in part.sources] == [s.slug for s in whole.sources if s.slug != "wire"]
    assert part.origins == (), "the other source of the origin says nothing here"
    assert share(part, pile) == "1 of 3 topics, 2 of 6 claims, 2 of 4 sources"
    assert [source.slug for source in of_sources(pile, ["zebra-zoo"]).sources] == ["zebra-zoo"]
    assert of_sources(pile, ["wire"]).origins == pile.origins


def test_what_is_left_out_of_a_part_is_not_counted_as_nothing(kept: Path, capsys: Captured) -> None:
    whole, part = (reported(kept, capsys, "-f", "html", *words) for words in ([], ["--only", "conflicts"]))
    story = reported(kept, capsys, "-f", "html", "--story", "monday")
    assert "This is a part of the desk: only conflicts; 1 of " in part
    for page, known in ((whole, True), (part, False), (story, True)):
        assert (" only here</span>" in page) is known
        assert ('<th scope="col">Only here</th>' in page) is known
    assert "what Monday Post or Tuesday News speaks of; " in reported(
        kept, capsys, "-f", "text", "--source", "monday,tuesday"
    )


def test_a_story_is_the_sources_that_topics_join() -> None:
    whole = sample()
    stranger = replace(whole.sources[0], slug="zebra-zoo")
    pile = replace(whole, sources=(*whole.sources, stranger))
    assert stories(pile) == [("harbour-post", "valley-news", "wire"), ("zebra-zoo",)]
    assert of_story(pile, "wire") == whole
    alone = of_story(pile, "zebra")
    assert ([s.slug for s in alone.sources], alone.topics, alone.claims) == (["zebra-zoo"], (), ())


@pytest.mark.parametrize("name", ["text", "markdown", "html", "json", "csv"])
def test_no_reviewers_name_is_left_where_names_are_left_out(name: str) -> None:
    whole = judged()
    named = whole.with_verdicts(
        tuple(replace(v, by="Anna", id=f"Anna-{n}", note="ANNA asked them") for n, v in enumerate(whole.verdicts))
    )
    assert "anna" in render(name, named).lower()
    said = render(name, redacted(named))
    assert "anna" not in said.lower()
    assert "reviewer 1" in said
    assert redacted(named).status("people-died-valley") is named.status("people-died-valley")


def test_markdown_is_cut_at_whole_topics_and_says_so() -> None:
    whole = render("markdown", judged(), options=Options(limit=0))
    assert whole.startswith(MARKER)
    assert "not shown" not in whole
    for limit in range(1500, 4200, 300):
        cut = render("markdown", judged(), options=Options(limit=limit))
        assert len(cut) <= limit
        if "not shown" in cut:
            shown = cut[: cut.rindex("\n\n") + 1]
            assert whole.startswith(shown), "what is there is what stands first in the whole"
            assert whole[len(shown) :].startswith("\n#"), "and it ends where a part ends"
    assert "first alarm" in render("markdown", judged(), options=Options(limit=2400)), "the worst comes first"


def test_excel_is_told_that_it_is_utf8() -> None:
    assert render("csv", sample(), options=Options(excel=True)) == "\ufeff" + render("csv", sample())


def test_no_clock_unless_asked(kept: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    plain = {name: reported(kept, capsys, "-f", name) for name in ("text", "html", "markdown", "json")}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    for name, before in plain.items():
        stamped = reported(kept, capsys, "-f", name)
        assert "1970-01-02T00:00:00+00:00" in stamped
        assert stamped == reported(kept, capsys, "-f", name, "--stamp")
        assert "1970" not in before
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert main(["report", "--desk", str(kept)]) == 2
    assert "'soon'" in capsys.readouterr().err


def test_what_changed_is_told_in_every_format(kept: Path, capsys: Captured) -> None:
    work = workspace(kept)
    dated = next(topic.id for topic in work.dossier.topics if work.dossier.outcome(topic.id) is Outcome.CONFLICTS)
    work.record(dated, Decision.UNRESOLVED_CONFLICT)
    (kept / "sources" / "tuesday.md").write_text(TUESDAY.replace("19 people", "21 people"), encoding="utf-8")
    record = json.loads(reported(kept, capsys, "-f", "json", "--since", "HEAD"))
    assert record["since"] == "HEAD"
    assert {row["topic"]: row["kind"] for row in record["changes"]}[dated] == "resolved"
    assert "changed" in {row["kind"] for row in record["changes"]}
    properties = SCHEMA["$defs"]["report"]["properties"]
    assert set(record) <= set(properties)
    for name in ("text", "markdown", "html"):
        assert "changed since head" in reported(kept, capsys, "-f", name, "--since", "HEAD").lower()
    rows = list(csv.DictReader(io.StringIO(reported(kept, capsys, "-f", "csv", "--since", "HEAD"), newline="")))
    assert {row["change"] for row in rows if row["topic"] == dated} == {"resolved"}
    part = json.loads(reported(kept, capsys, "-f", "json", "--since", "HEAD", "--only", "changed"))
    assert {topic["id"] for topic in part["topics"]} <= {row["topic"] for row in record["changes"]}


def test_each_kind_of_change_through_git(kept: Path, capsys: Captured) -> None:
    """Commits as a desk makes them: what is told since each of them is what happened after it."""

    def kinds(revision: str) -> dict[str, str]:
        record = json.loads(reported(kept, capsys, "-f", "json", "--since", revision))
        return {row["topic"]: row["kind"] for row in record["changes"]}

    def commit(name: str) -> None:
        git(kept, "add", "-A")
        git(kept, "commit", "-qm", name)
        git(kept, "tag", name)

    git(kept, "tag", "start")
    assert kinds("start") == {}
    work = workspace(kept)
    dated = next(topic.id for topic in work.dossier.topics if work.dossier.outcome(topic.id) is Outcome.CONFLICTS)
    work.record(dated, Decision.UNRESOLVED_CONFLICT)
    assert kinds("start") == {dated: "resolved"}
    commit("judged")
    assert kinds("judged") == {}
    work.undo()
    assert kinds("judged") == {dated: "withdrawn"}
    assert kinds("start") == {}
    work.redo()
    commit("again")
    corrected = next(c for c in work.dossier.topic[dated].claims if c.startswith("tuesday"))
    work.correct(corrected, {"when": "2021-02-08"})
    assert kinds("again") == {dated: "gone stale"}
    tuesday = kept / "sources" / "tuesday.md"
    tuesday.write_text(TUESDAY.replace("19 people", "21 people"), encoding="utf-8")
    extract(kept)
    assert "changed" in kinds("again").values()
    assert "Tuesday News: 19 people, now 21 people; " in reported(kept, capsys, "-f", "markdown", "--since", "again")
    died = next(topic for topic, kind in kinds("again").items() if kind == "changed")
    workspace(kept).record(died, Decision.RANGE)
    commit("edited")
    tuesday.write_text(TUESDAY.replace("19 people", "22 people"), encoding="utf-8")
    extract(kept)
    assert kinds("edited")[died] == "gone stale", "the words that were decided on are gone, and their verdict with them"
    commit("edited-again")
    (kept / "sources" / "wednesday.md").write_text(
        TUESDAY.replace("19 people died", "7 hospitals closed"), encoding="utf-8"
    )
    extract(kept)
    assert "new" in kinds("edited-again").values()
    commit("another")
    (kept / "sources" / "wednesday.md").unlink()
    (kept / "claims" / "wednesday.yaml").unlink()
    assert "withdrawn" in kinds("another").values()
    status = subprocess.run(
        ["git", "-C", str(kept), "status", "--porcelain"], capture_output=True, text=True, check=True
    )
    assert {line[3:] for line in status.stdout.splitlines()} == {"sources/wednesday.md", "claims/wednesday.yaml"}


@pytest.mark.parametrize(("revision", "told"), [("no-such", "no revision"), ("--output=x", "no revision"), ("", "")])
def test_a_revision_that_is_none_is_refused(kept: Path, capsys: Captured, revision: str, told: str) -> None:
    assert main(["report", "--desk", str(kept), f"--since={revision}"]) == (2 if told else 0)
    assert told in capsys.readouterr().err
    assert not (kept / "x").exists()


def test_outside_a_repository_git_says_so(tmp_path: Path, capsys: Captured) -> None:
    assert main(["report", "--desk", str(desk(tmp_path / "desk")), "--since", "HEAD"]) == 2
    assert "git repository" in capsys.readouterr().err


def test_every_kind_of_change() -> None:
    new, whole = judged(), sample()
    kinds = {change.topic: change.kind for change in changes(whole, new, "x").all}
    assert kinds["first-alarm"] is Kind.STALE
    assert kinds["people-moved"] is Kind.CHANGED
    fresh = new.with_verdicts(new.verdicts[:3])
    assert {c.topic: c.kind for c in changes(fresh, whole, "x").all}["people-died-valley"] is Kind.WITHDRAWN
    assert {c.topic: c.kind for c in changes(whole, fresh, "x").all}["people-died-valley"] is Kind.RESOLVED
    assert {c.kind for c in changes(Dossier(), whole, "x").all} == {Kind.NEW}
    assert {c.kind for c in changes(whole, Dossier(), "x").all} == {Kind.WITHDRAWN}
    assert changes(whole, whole, "x").all == ()


def test_what_each_source_gave_and_gives_is_told() -> None:
    whole = sample()
    deaths = next(topic for topic in whole.topics if topic.id == "people-died-valley")
    fewer = replace(whole, topics=(whole.topics[0], replace(deaths, members=deaths.members[:2]), *whole.topics[2:]))
    left = whole.claim[deaths.claims[2]]
    name, value = whole.source[left.source].publisher, words.figure(left.quantity.value)
    for before, after, said in ((fewer, whole, f"{name}: now {value}; "), (whole, fewer, f"{name}: {value} no more; ")):
        change = changes(before, after, "x").of[deaths.id]
        assert happened.told(change, Settings()).startswith(said)
    reworded = [replace(claim, quote=claim.quote[:-1]) if claim.id == left.id else claim for claim in whole.claims]
    change = changes(whole, replace(whole, claims=tuple(reworded)), "x").of[deaths.id]
    assert happened.told(change, Settings()).startswith("in other words; ")


def test_a_picture_stands_alone_or_says_why_not() -> None:
    from xml.etree import ElementTree as ET

    drawn = render("svg", judged(), options=Options(topic="people-died-valley"))
    root = ET.fromstring(drawn)  # noqa: S314 - our own bytes
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "At least 158".lower() in drawn.lower()
    with pytest.raises(UsageError, match="no topic called"):
        render("svg", judged(), options=Options(topic="nothing"))
    with pytest.raises(UsageError, match="the topic 'people-moved' has no two unlike values on one scale"):
        render("svg", judged(), options=Options(topic="people-moved"))
    with pytest.raises(UsageError, match="no topic has two unlike values"):
        list(pieces("svg", Dossier()))


def test_one_topic_comes_with_its_sources_in_every_format(kept: Path, capsys: Captured) -> None:
    topic = json.loads(reported(kept, capsys, "-f", "json"))["topics"][0]
    part = json.loads(reported(kept, capsys, "-f", "json", "--topic", topic["id"]))
    assert [row["id"] for row in part["topics"]] == [topic["id"]]
    assert {row["id"] for row in part["claims"]} >= set(topic["claims"])
    assert {row["slug"] for row in part["sources"]} == {row["source"] for row in part["claims"]}
    for name in ("text", "markdown", "html"):
        told = reported(kept, capsys, "-f", name, "--topic", topic["id"])
        assert f"part of the desk: the topic “{topic['label']}”" in told
    assert main(["report", "--desk", str(kept), "--topic", topic["id"][:-1]]) == 2
    assert f"did you mean {topic['id']!r}" in capsys.readouterr().err
