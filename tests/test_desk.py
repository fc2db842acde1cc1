"""The desk on disk: what a person wrote is never lost, nothing is half written, broken files are said clearly."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desks import MONDAY, desk, workspace
from reconcile.desk import dossier, extract, load, load_settings
from reconcile.desk.claim_text import scalar
from reconcile.desk.documents import read_document
from reconcile.desk.files import append, write_file
from reconcile.errors import ChangedError, DeskError
from reconcile.model import Decision, Dossier, Level, Status


def bridge(whole: Dossier) -> str:
    """The topic of the bridge."""
    return next(topic.id for topic in whole.topics if "bridge" in topic.label)


def claim_file(root: Path, slug: str = "monday") -> Path:
    return root / "claims" / f"{slug}.yaml"


def test_extracting_again_changes_no_byte(tmp_path: Path) -> None:
    root = desk(tmp_path)
    before = {path: path.read_bytes() for path in (root / "claims").glob("*.yaml")}
    extract(root)
    assert {path: path.read_bytes() for path in (root / "claims").glob("*.yaml")} == before


def test_a_corrected_reading_stays_and_is_compared(tmp_path: Path) -> None:
    root = desk(tmp_path)
    text = claim_file(root).read_text()
    claim_file(root).write_text(text.replace('figure: ">= 12 person"', 'figure: ">= 14 person"'))
    extract(root)
    assert '">= 14 person"' in claim_file(root).read_text()
    assert any(c.figure and c.figure.value == 14 for c in dossier(load(root)).claims)


def test_a_struck_claim_is_none_and_stays_struck(tmp_path: Path) -> None:
    root = desk(tmp_path)
    claim = next(c for c in dossier(load(root)).claims if "bridge" in c.quote and c.source == "monday")
    workspace(root).correct(claim.id, {"status": "struck"})
    extract(root)
    assert "status: struck" in claim_file(root).read_text()
    assert claim.id not in {c.id for c in dossier(load(root)).claims}


def test_an_added_claim_stays(tmp_path: Path) -> None:
    root = desk(tmp_path)
    added = "\n  - id: monday.sheep\n    quote: Nobody counted the sheep\n    figure: 0 sheep\n"
    claim_file(root).write_text(claim_file(root).read_text() + added)
    extract(root)
    whole = dossier(load(root))
    assert whole.claim["monday.sheep"].quote == "Nobody counted the sheep"
    assert "monday.sheep" in claim_file(root).read_text()


def test_comments_above_a_claim_stay_with_it(tmp_path: Path) -> None:
    root = desk(tmp_path)
    lines = claim_file(root).read_text().splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if line.startswith("  - id:"))
    claim_file(root).write_text("".join([*lines[:at], "  # ask the mayor again\n", *lines[at:]]))
    extract(root)
    assert "# ask the mayor again\n" + lines[at] in claim_file(root).read_text()


def test_ids_survive_edits_elsewhere_in_the_article(tmp_path: Path) -> None:
    root = desk(tmp_path)
    before = {c.id for c in dossier(load(root)).claims if c.source == "monday"}
    (root / "sources/monday.md").write_text(MONDAY.replace("Nobody counted", "It rained all day.\n\nNobody counted"))
    assert before <= {c.id for c in dossier(load(root)).claims}


def test_a_verdict_goes_stale_when_its_claim_changes(tmp_path: Path) -> None:
    root = desk(tmp_path)
    ours = workspace(root)
    topic = bridge(ours.dossier)
    ours.record(topic, Decision.UNRESOLVED_CONFLICT)
    assert ours.dossier.status(topic) is Status.DECIDED
    text = claim_file(root).read_text()
    claim_file(root).write_text(text.replace("when: 2021-02-03", "when: 2021-02-04"))
    assert ours.reload().status(topic) is Status.STALE


def test_undo_and_redo_work_over_restarts(tmp_path: Path) -> None:
    root = desk(tmp_path)
    topic = bridge(workspace(root).dossier)
    workspace(root).record(topic, Decision.RANGE)
    workspace(root).record(topic, Decision.UNRESOLVED_CONFLICT)

    def said() -> set[Decision]:
        whole = workspace(root).dossier
        return {v.decision for claim in whole.topic[topic].claims for v in whole.verdicts_of(claim)}

    assert workspace(root).undo()[1] == topic
    assert said() == {Decision.RANGE}
    assert workspace(root).undo()[1] == topic
    assert said() == set()
    assert workspace(root).undo()[1] is None
    assert workspace(root).redo()[1] == topic
    assert said() == {Decision.RANGE}
    assert workspace(root).redo()[1] == topic
    assert said() == {Decision.UNRESOLVED_CONFLICT}
    assert workspace(root).redo()[1] is None


def test_two_reviewers_who_differ_make_a_dispute(tmp_path: Path) -> None:
    root = desk(tmp_path)
    anna, ben = workspace(root), workspace(root, "ben")
    topic = bridge(anna.dossier)
    anna.record(topic, Decision.RANGE)
    assert ben.record(topic, Decision.RANGE).status(topic) is Status.CONFIRMED
    ben.undo()
    assert ben.record(topic, Decision.UNVERIFIABLE).status(topic) is Status.DISPUTED


def test_a_torn_last_line_is_said_and_loses_nothing_else(tmp_path: Path) -> None:
    root = desk(tmp_path)
    ours = workspace(root)
    topic = bridge(ours.dossier)
    ours.record(topic, Decision.RANGE)
    log = root / "claims/verdicts/anna.jsonl"
    log.write_bytes(log.read_bytes() + b'{"id": "anna-2.1", "cla')
    found = load(root)
    assert [p.code for p in found.problems] == ["S102"]
    assert dossier(found).status(topic) is Status.DECIDED
    workspace(root).record(topic, Decision.UNRESOLVED_CONFLICT)
    lines = log.read_text().splitlines()
    assert json.loads(lines[-1])["decision"] == "unresolved_conflict"


def test_a_file_somebody_else_changed_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text("theirs\n")
    with pytest.raises(ChangedError):
        write_file(path, "ours\n", expected="what we read\n")
    assert path.read_text() == "theirs\n"
    assert [p.name for p in tmp_path.iterdir()] == ["claims.yaml"]


@pytest.mark.parametrize("unended", [False, True], ids=["", "after a line without its end"])
def test_a_kill_between_any_two_bytes_leaves_all_of_an_append_or_nothing(tmp_path: Path, *, unended: bool) -> None:
    """The first byte, written last, is what makes it count: whatever was written by then is as good as not there."""
    root = desk(tmp_path)
    topic = bridge(workspace(root).dossier)
    log = root / "claims/verdicts/anna.jsonl"
    workspace(root).record(topic, Decision.RANGE)
    before = log.read_bytes()[:-1] if unended else log.read_bytes()
    log.write_bytes(before)
    workspace(root).record(topic, Decision.UNRESOLVED_CONFLICT)
    new = log.read_bytes()[len(before) :]
    for written in range(1, len(new), 7):
        log.write_bytes(before + b"\0" + new[1:written])
        found = load(root)
        assert [(p.code, p.level) for p in found.problems] == [("S102", Level.WARNING)]
        assert {logged.verdict.decision for logged in found.log} == {Decision.RANGE}
    workspace(root).record(topic, Decision.UNVERIFIABLE)
    assert load(root).problems == ()
    assert {logged.verdict.decision for logged in load(root).log} == {Decision.RANGE, Decision.UNVERIFIABLE}


def test_appending_after_a_torn_line_ends_it_first(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text("torn")
    append(path, "whole\n")
    assert path.read_text() == "torn\nwhole\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("reviewr: anna\n", "unknown setting 'reviewr'"),
        ("join: much\n", "does not fit 'join'"),
        ("join: -3\n", "does not fit 'join'"),
        ("fail_on: often\n", "does not fit 'fail_on'"),
        ("format: 99\n", "another version"),
        ("reviewer: [a\n", "is not YAML"),
    ],
)
def test_broken_settings_are_one_clear_message(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "reconcile.yaml").write_text(text)
    with pytest.raises(DeskError, match=says) as caught:
        load_settings(tmp_path)
    assert caught.value.where.startswith("reconcile.yaml:")


@pytest.mark.parametrize(
    ("told", "hint"), [("99", "upgrade"), ("0", "write `format: 1`"), ("one", "write `format: 1`")]
)
def test_only_a_newer_desk_asks_for_a_newer_program(tmp_path: Path, told: str, hint: str) -> None:
    (tmp_path / "reconcile.yaml").write_text(f"format: {told}\n")
    with pytest.raises(DeskError) as caught:
        load_settings(tmp_path)
    assert hint in (caught.value.hint or "")


@pytest.mark.parametrize(
    ("name", "text", "where", "says"),
    [
        ("reconcile.yaml", "blind: true\nkeys:\n  accept: [a]\n", "reconcile.yaml:3:3", "does not fit 'keys'"),
        ("reconcile.yaml", "reviewers:\n  - anna\n  - {}\n", "reconcile.yaml:3:5", "does not fit 'reviewers'"),
        ("reconcile.yaml", "second_review: [range, rang]\n", "reconcile.yaml:1:24", "'rang' does not fit"),
        ("reconcile.yaml", "labels:\n  agrees: same\n", "reconcile.yaml:2:3", "did you mean 'agree'?"),
        (
            "pyproject.toml",
            "[tool.x]\nfail_on = 1\n[tool.reconcile]\nfail_on = 1\n",
            "pyproject.toml:4:1",
            "does not fit",
        ),
        ("pyproject.toml", "[tool.reconcile]\n[tool.reconcile.keys]\naccept = 1\n", "pyproject.toml:3:1", "'keys'"),
        ("pyproject.toml", "[tool.reconcile]\nkeys = {accept = 1}\n", "pyproject.toml:2:1", "does not fit 'keys'"),
        ("pyproject.toml", "[tool]\nreconcile = 5\n", "pyproject.toml:2:1", "is no table"),
        ("pyproject.toml", "tool = 5\n", "pyproject.toml:1:1", "is no table"),
        ("pyproject.toml", "[tool.reconcile\n", "pyproject.toml", "is not TOML"),
        ("pyproject.toml", "", "pyproject.toml", "is not a file"),
    ],
)
def test_what_does_not_fit_is_shown_where_it_stands(
    tmp_path: Path, name: str, text: str, where: str, says: str
) -> None:
    if text:
        (tmp_path / name).write_text(text)
    else:
        (tmp_path / name).mkdir()
    with pytest.raises(DeskError) as caught:
        load_settings(tmp_path)
    assert caught.value.where.startswith(where)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "a: &x [1]\nb: *x\n",
        "a: 1\n--- \nb: 2\n",
        "a: " + "[" * 200 + "]" * 200 + "\n",
        "a: \x00\n",
        "? [a, b]\n: c\n",
        '"unclosed\n',
    ],
)
def test_hostile_yaml_ends_at_once_with_its_place(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text)
    found = read_document(path, "x.yaml")
    assert found.value is None
    assert [p.code for p in found.problems] == ["S101"]
    assert found.problems[0].where.line >= 1


def test_every_scalar_stays_the_text_a_person_sees(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("a: 010\nb: 12:30\nc: no\nd: 3.20\na: 2\n")
    found = read_document(path, "x.yaml")
    assert found.value == {"a": "010", "b": "12:30", "c": "no", "d": "3.20"}
    assert [(p.code, p.where.line) for p in found.problems] == [("S103", 5)]


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("scalar") / "x.yaml"
    path.write_text(f"key: {scalar(text)}\n", encoding="utf-8")
    assert read_document(path, "x.yaml").value == {"key": text}


def test_two_articles_of_one_name_and_links_out_of_the_desk_are_problems(tmp_path: Path) -> None:
    root = desk(tmp_path / "desk")
    (root / "sources/monday.txt").write_text("Another Monday.")
    (tmp_path / "secret.txt").write_text("Outside.")
    (root / "sources/linked.txt").symlink_to(tmp_path / "secret.txt")
    said = {(p.code, p.where.path, p.message.split(":")[0]) for p in load(root).problems}
    assert ("S109", "sources/linked.txt", "leads out of the desk") in said
    assert any(path == "sources/monday.txt" for _, path, _ in said)
