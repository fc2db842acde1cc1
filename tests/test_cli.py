"""The commands as a user types them: what they print where, and what they exit with."""

import gc
import io
import json
import sys
from pathlib import Path

import pytest

from desks import desk
from reconcile.cli import main
from reconcile.cli.lint import Answer
from reconcile.desk import dossier, load

Captured = pytest.CaptureFixture[str]
pytestmark = pytest.mark.usefixtures("two_articles")


def test_diff_prints_the_comparison_on_stdout_alone(capsys: Captured) -> None:
    assert main(["diff", "monday.md", "tuesday.md"]) == 0
    told = capsys.readouterr()
    assert "bridge was closed" in told.out
    assert "conflict" in told.out
    assert told.err == ""


def test_diff_json_and_jsonl_say_the_same(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    bodies = {"a": "The bridge was closed on February 3, 2021.", "b": "The bridge was closed on February 9, 2021."}
    for slug, text in bodies.items():
        Path(f"{slug}.txt").write_text(text, encoding="utf-8")
    main(["diff", "a.txt", "b.txt", "--json"])
    whole = json.loads(capsys.readouterr().out)
    line = json.dumps({"id": "x", "sources": [{"slug": slug, "text": text} for slug, text in bodies.items()]})
    monkeypatch.setattr("sys.stdin", io.StringIO(line + "\n\n" + line.replace('"x"', '"y"') + "\n"))
    assert main(["diff", "--jsonl"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first.pop("id"), second.pop("id")) == ("x", "y")
    assert first == second == whole
    assert [f["outcome"] for f in whole["findings"]] == ["conflicts"]


def test_mentions_for_people_and_for_machines(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["mentions", "monday.md"]) == 0
    assert "At least 12" in capsys.readouterr().out
    assert main(["mentions", "--json", "monday.md"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["id"] == "monday"
    assert "At least 12" in [mention["text"] for mention in told["mentions"]]
    record = {"id": 1, "text": "At least 12 people died on Monday.", "published": "2021-03-02"}
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(record)))
    assert main(["mentions", "--jsonl"]) == 0
    figure, date = json.loads(capsys.readouterr().out)["mentions"]
    assert (figure["value"], figure["hedge"], figure["unit"], figure["high"]) == (12, "at_least", "person", None)
    assert (date["earliest"], date["latest"], date["role"]) == ("2021-03-01", "2021-03-01", "on")


def test_a_desk_from_empty_folder_to_lint(capsys: Captured) -> None:
    assert main(["init", "floods"]) == 0
    at = ["--desk", "floods"]
    assert main(["add", "monday.md", "tuesday.md", *at]) == 0
    assert main(["extract", *at]) == 0
    assert main(["status", "--json", *at]) == 0
    waiting = json.loads(capsys.readouterr().out)["to_do"]
    topic = next(t["id"] for t in waiting if t["outcome"] == "conflicts")
    assert main(["lint", *at]) == 1
    assert main(["verdict", "set", topic, "source_error", "--source", "tuesday", "--by", "anna", *at]) == 0
    assert main(["lint", *at]) == 0
    capsys.readouterr()
    assert main(["verdict", "list", "--by", "anna", *at]) == 0
    assert "source_error" in capsys.readouterr().out
    assert main(["verdict", "undo", "--by", "anna", *at]) == 0
    assert main(["lint", *at]) == 1
    assert main(["verdict", "log", "--by", "anna", *at]) == 0
    assert "withdrawn" in capsys.readouterr().out


def test_one_is_told_as_one(capsys: Captured) -> None:
    Path("small.txt").write_text("Crews counted 12 boats.\n", encoding="utf-8")
    for words in (["init", "desk"], ["add", "small.txt", "--desk", "desk"]):
        assert main(words) == 0
    told = []
    for words in (["extract", "--desk", "desk"], ["status", "--desk", "desk"], ["mentions", "small.txt"]):
        capsys.readouterr()
        assert main(words) == 0
        out, err = capsys.readouterr()
        told += (out or err).splitlines()[:1]
    first = "reconcile: claims/small.yaml: 1 claim"
    assert told == [first, "1 source, 1 claim, 1 topic", "small: 1 figure or date"]


def test_a_broken_article_is_named_and_the_rest_is_shown(capsys: Captured, tmp_path: Path) -> None:
    root = desk(tmp_path / "d")
    (root / "sources/wednesday.md").write_text("---\npublished: someday\n---\nText.\n")
    assert main(["status", "--desk", "d"]) == 0
    told = capsys.readouterr()
    assert "wednesday.md:2:1: published: 'someday' is not a day" in told.err
    assert "bridge was closed" in told.out


def test_status_says_where_to_give_a_missing_day_and_the_day_is_taken_from_there(
    capsys: Captured, tmp_path: Path
) -> None:
    root = desk(tmp_path / "d")
    (root / "sources/late.txt").write_text("The bridge was closed on Tuesday.\n")
    assert main(["status", "--desk", "d"]) == 0
    told = capsys.readouterr().out
    assert "give it as `published: 2024-10-30` in its header or in sources/late.yaml" in told
    (root / "sources/late.yaml").write_text("published: 2024-10-30\n")
    assert main(["status", "--desk", "d"]) == 0
    assert "late: publication day unknown" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("command", "short", "name"),
    [("report", "md", "markdown"), ("report", "txt", "text"), ("lint", "md", "markdown")],
)
@pytest.mark.parametrize("option", ["-f", "--format"])
def test_a_format_may_be_asked_for_by_the_ending_of_its_files(
    capsys: Captured, tmp_path: Path, command: str, short: str, name: str, option: str
) -> None:
    desk(tmp_path / "d")
    code = main([command, "--desk", "d", option, name])
    whole = capsys.readouterr().out
    assert main([command, "--desk", "d", option, short]) == code
    assert capsys.readouterr().out == whole != ""
    assert main([command, "--desk", "d", option, "docx"]) == 2
    assert "invalid choice: 'docx'" in capsys.readouterr().err


def test_why_tells_the_steps_of_a_topic_and_of_two_claims(capsys: Captured, tmp_path: Path) -> None:
    desk(tmp_path / "d")
    assert main(["why", "bridge-was-closed", "--desk", "d"]) == 0
    told = capsys.readouterr().out
    assert "step: ladder: disjoint" in told
    claims = [r.id for f in load(tmp_path / "d").claim_files for r in f.records if "bridge" in r.fields["quote"]]
    assert main(["why", *claims, "--desk", "d"]) == 0
    both = capsys.readouterr().out
    assert both.startswith(f"{claims[0]} and {claims[1]}\n  TOGETHER (both in bridge-was-closed)\n")
    assert "step: candidates: yes: “bridge”" in both
    assert "reaches the bar" in both
    assert "step: against: nothing" in both
    assert both.endswith(told)


def test_why_tells_what_keeps_two_claims_apart(capsys: Captured, tmp_path: Path) -> None:
    desk(tmp_path / "d")
    records = [r for f in load(tmp_path / "d").claim_files for r in f.records]
    died = next(r.id for r in records if "people died in" in r.fields["quote"])
    closed = next(r.id for r in records if r.id.startswith("tuesday") and "bridge" in r.fields["quote"])
    assert main(["why", died, closed, "--desk", "d"]) == 0
    told = capsys.readouterr().out
    assert "  APART (" in told
    assert "step: candidates: no: no word of the one stands in the other" in told
    assert "falls short of the bar" in told
    assert "  NEVER COMPARED: had they stood in one topic" in told
    assert "values: a figure and a date: only their words can be compared" in told
    assert main(["why", died, died, "--desk", "d"]) == 2
    assert "this is one" in capsys.readouterr().err


def test_reports_are_written_whole_or_not_at_all(capsys: Captured, tmp_path: Path) -> None:
    desk(tmp_path / "d")
    assert main(["report", "-f", "html", "-o", "out.html", "--desk", "d"]) == 0
    assert Path("out.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    for words in (["report", "-f", "html"], ["export", "desk"], ["export", "sarif"]):
        assert main([*words, "-o", "no/such/out.html", "--desk", "d"]) == 2
        assert "is no folder" in capsys.readouterr().err
        assert not Path("no").exists()


def test_review_without_a_terminal_prints_the_comparison(capsys: Captured, tmp_path: Path) -> None:
    desk(tmp_path / "d")
    assert main(["review", "--desk", "d", "--by", "anna"]) == 0
    told = capsys.readouterr()
    assert "bridge was closed" in told.out
    assert "no terminal" in told.err


def test_plain_reconcile_is_help_where_no_desk_is(capsys: Captured) -> None:
    assert main([]) == 0
    assert "reconcile diff a.txt b.html" in capsys.readouterr().out


def test_a_weekday_without_publication_day_stays_unanchored_with_a_hint(capsys: Captured) -> None:
    Path("a.txt").write_text("The bridge was closed on Tuesday.", encoding="utf-8")
    Path("b.txt").write_text("The bridge was closed on February 9, 2021.", encoding="utf-8")
    assert main(["diff", "a.txt", "b.txt"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "unanchored" in told
    assert "day of publication" in told


def test_a_name_that_is_nearly_one_is_asked_about(capsys: Captured, tmp_path: Path) -> None:
    desk(tmp_path / "d")
    topic = "bridge-was-closed"
    for asked in (["why"], ["verdict", "set"], ["report", "--topic"]):
        more = ["range"] if "set" in asked else []
        assert main([*asked, topic[:-2], *more, "--desk", "d"]) == 2
        assert f"did you mean {topic}" in capsys.readouterr().err.replace("'", "")
        assert main([*asked, "qqq", *more, "--desk", "d"]) == 2
        assert "`reconcile report -f csv` lists the topics" in capsys.readouterr().err
    assert main(["report", "--limit", "-1", "--desk", "d"]) == 2
    assert "--limit takes a number of characters, not -1" in capsys.readouterr().err


def test_what_lies_beside_an_article_is_read_without_a_desk_too(capsys: Captured) -> None:
    Path("in").mkdir()
    Path("in/a.txt").write_text("The bridge was closed on Tuesday.", encoding="utf-8")
    Path("in/b.txt").write_text("The bridge was closed on February 9, 2021.", encoding="utf-8")
    assert main(["diff", "in/a.txt", "in/b.txt"]) == 0
    assert "in a .yaml file beside it" in " ".join(capsys.readouterr().out.split())
    Path("in/a.yaml").write_text("published: 2021-02-10\npublisher: Harbour Post\n", encoding="utf-8")
    assert main(["diff", "in/a.txt", "in/b.txt"]) == 0
    assert "a: Harbour Post, 10 February 2021" in (told := capsys.readouterr().out)
    assert "AGREE: bridge was closed" in told
    assert main(["mentions", "in/a.txt"]) == 0
    assert "9 February 2021" in capsys.readouterr().out
    Path("in/a.yaml").write_text("published: [", encoding="utf-8")
    assert main(["diff", "in/a.txt", "in/b.txt"]) == 2
    assert capsys.readouterr().err.startswith("reconcile: in/a.yaml:")
    Path("in/a.yaml").write_text("publisher: Post\nservices: none\n", encoding="utf-8")
    assert main(["diff", "in/a.txt", "in/b.txt"]) == 2
    assert capsys.readouterr().err.startswith("reconcile: in/a.yaml:2:1: unknown key 'services'")
    assert main(["diff", "in/a.yaml", "in/b.txt"]) == 2
    assert "files ending in '.yaml' cannot be read" in capsys.readouterr().err


def test_diff_writes_story_by_story(capsys: pytest.CaptureFixture[str]) -> None:
    """`--jsonl` with files: a dossier a line, whose topics have names of their own over all lines."""
    articles = sorted((Path(__file__).parents[1] / "sources").glob("*.md"))
    assert main(["diff", "--jsonl", *map(str, articles)]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["id"] for line in told] == [1, 2]
    slugs = [{claim["source"] for claim in line["claims"]} for line in told]
    assert {len({slug.split("-")[0] for slug in story}) for story in slugs} == {1}
    assert set.union(*slugs) == {path.stem for path in articles}
    names = [topic["id"] for line in told for topic in line["topics"]]
    assert len(set(names)) == len(names)
    assert all(line["findings"] for line in told)


class _Ring:
    """Something that holds itself, and so goes only when rings are looked for."""

    def __init__(self) -> None:
        self.itself = self


def test_a_program_that_calls_a_command_again_and_again_keeps_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(*_: object) -> Answer:
        _Ring()
        return Answer("", "", 0)

    monkeypatch.setattr("reconcile.cli.lint._answer", answer)
    assert main(["lint", "--no-cache", "--desk", str(desk(tmp_path / "quake"))]) == 0
    old = gc.get_objects(generation=2)
    assert not any(isinstance(each, _Ring) for each in old), "what is old is looked through once in a blue moon"
    assert gc.get_freeze_count() == 0


def test_why_tells_the_step_that_sets_a_figure_against_one_who_calls_it_wrong(capsys: Captured) -> None:
    given = "Police said 14 houses fell down in Karsund."
    desk(Path("quake"), monday=given, tuesday="The figure of 14 houses that fell down in Karsund was too high.")
    [topic] = {finding.topic for finding in dossier(load(Path("quake"))).findings}
    assert main(["why", topic, "--desk", "quake"]) == 0
    steps = [line for line in capsys.readouterr().out.splitlines() if line.startswith("  step: ")]
    assert steps[-1].startswith("  step: doubts: figure_rejected (")


@pytest.mark.parametrize(
    ("words", "closed", "code"),
    [(["mentions", "--jsonl"], "stdin", 0), (["lint", "--stdin-filename", "draft.md"], "stdin", 2),
     (["diff", "monday.md", "tuesday.md"], "stdout", 0), (["diff", "monday.md"], "stderr", 2)],
)  # fmt: skip
def test_a_stream_that_the_caller_closed_is_led_nowhere(
    words: list[str], closed: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, closed, None)
    assert main(words) == code
    getattr(sys, closed).close()
