"""The desk under bad luck and ill will: torn letters, merged logs, two screens, copies, pipes, devices, links."""

import os
from pathlib import Path

import pytest

from desks import desk, workspace
from reconcile.cli import main
from reconcile.desk import add_source, dossier, load
from reconcile.errors import ChangedError, DeskError, UsageError
from reconcile.model import Decision, Dossier


def log_of(root: Path) -> Path:
    return root / "claims/verdicts/anna.jsonl"


def problems(root: Path) -> list[tuple[str, str]]:
    return [(problem.code, problem.where.path) for problem in load(root).problems]


def said(whole: Dossier, topic: str) -> set[Decision]:
    return {v.decision for claim in whole.topic[topic].claims for v in whole.verdicts_of(claim)}


def test_a_line_torn_inside_a_letter_is_one_problem_and_no_more(tmp_path: Path) -> None:
    root = desk(tmp_path)
    ours = workspace(root)
    topic = ours.dossier.topics[0].id
    ours.record(topic, Decision.RANGE, note="caf\u00e9")
    log_of(root).write_bytes(log_of(root).read_bytes() + b'{"id": "anna-2.1", "note": "caf\xc3')
    assert problems(root) == [("S102", "claims/verdicts/anna.jsonl")]
    again = workspace(root)
    assert said(again.dossier, topic) == {Decision.RANGE}
    assert said(again.record(topic, Decision.UNVERIFIABLE), topic) == {Decision.UNVERIFIABLE}


@pytest.mark.parametrize("line", ["[" * 100_000, "{}", "null", '{"id": 1}', "\x00"])
def test_any_line_that_is_no_verdict_is_a_problem(tmp_path: Path, line: str) -> None:
    root = desk(tmp_path)
    log_of(root).parent.mkdir()
    log_of(root).write_text(line + "\n")
    assert problems(root) == [("S102", "claims/verdicts/anna.jsonl")]


@pytest.mark.parametrize("folder", ["sources", "claims", "claims/verdicts"])
def test_a_folder_that_may_not_be_looked_into_is_never_taken_for_empty(
    tmp_path: Path, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = desk(tmp_path)
    ours = workspace(root)
    ours.record(ours.dossier.topics[0].id, Decision.RANGE)
    monkeypatch.setattr(os, "access", lambda path, mode: path != root / folder or mode != os.R_OK | os.X_OK)
    with pytest.raises(DeskError, match="cannot be looked into") as told:
        load(root)
    assert told.value.where == str(root / folder)


def test_an_article_that_cannot_be_read_is_told_and_the_others_are_extracted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = desk(tmp_path)
    (root / "sources/broken.pdf").write_bytes(b"no page")
    assert main(["extract", "--desk", str(root)]) == 2
    told = capsys.readouterr().err
    assert "reconcile: sources/broken.pdf: " in told
    assert "claims/monday.yaml: " in told


def test_a_disk_that_says_no_where_nobody_foresaw_it_is_a_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> bool:
        raise PermissionError(13, "Permission denied", "strange\x1b[31m")

    monkeypatch.setattr(Path, "is_dir", refused)
    assert main(["status", "--desk", str(tmp_path)]) == 2
    assert capsys.readouterr().err == "reconcile: strange␛[31m: Permission denied\n"


def test_a_disk_that_knows_no_locks_is_a_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = desk(tmp_path)
    ours = workspace(root)

    def refused(*_: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("fcntl.flock", refused)
    with pytest.raises(DeskError, match="No locks available"):
        ours.record(ours.dossier.topics[0].id, Decision.RANGE)


def test_a_log_that_an_editor_saved_in_another_encoding_is_added_to_and_never_cut(tmp_path: Path) -> None:
    root = desk(tmp_path)
    ours = workspace(root)
    topic = ours.dossier.topics[0].id
    ours.record(topic, Decision.RANGE)
    strange = log_of(root).read_text().encode("utf-16")
    log_of(root).write_bytes(strange)
    workspace(root).record(topic, Decision.UNVERIFIABLE)
    assert log_of(root).read_bytes().startswith(strange)


def test_one_byte_of_a_log_that_went_bad_takes_no_other_verdict_along(tmp_path: Path) -> None:
    root = desk(tmp_path)
    ours = workspace(root)
    for topic in ours.dossier.topics:
        ours.record(topic.id, Decision.RANGE, note="asked the board")
    spoilt = log_of(root).read_bytes().replace(b"asked", b"\0sked", 1)
    log_of(root).write_bytes(spoilt)
    again = workspace(root)
    assert [problem.where.line for problem in again.problems] == [1]
    again.record(ours.dossier.topics[0].id, Decision.UNVERIFIABLE)
    assert log_of(root).read_bytes().startswith(spoilt)


def test_numbers_go_on_whatever_a_person_or_a_merge_put_into_the_log(tmp_path: Path) -> None:
    root = desk(tmp_path)
    ours = workspace(root)
    topic = ours.dossier.topics[0].id
    ours.record(topic, Decision.RANGE)
    lines = log_of(root).read_text()
    log_of(root).write_text(lines.replace("anna-1.", "anna-9.") + lines.replace("anna-1.", "by hand "))
    after = workspace(root).record(topic, Decision.UNVERIFIABLE)
    assert {v.id for v in after.standing.values()} == {
        f"anna-10.{n}" for n in range(1, len(after.topic[topic].claims) + 1)
    }
    assert workspace(root).undo()[1] == topic


def test_a_log_merged_from_two_branches_is_said(tmp_path: Path) -> None:
    root = desk(tmp_path)
    ours = workspace(root)
    ours.record(ours.dossier.topics[0].id, Decision.RANGE)
    count = len(log_of(root).read_text().splitlines())
    log_of(root).write_text(log_of(root).read_text() * 2)
    assert problems(root) == [("S106", "claims/verdicts/anna.jsonl")] * count


def test_an_undo_sees_what_another_screen_wrote(tmp_path: Path) -> None:
    root = desk(tmp_path)
    one, other = workspace(root), workspace(root)
    topic = one.dossier.topics[0].id
    one.record(topic, Decision.RANGE)
    one.record(topic, Decision.EXPLAINED)
    with pytest.raises(ChangedError, match="changed what is shown here"):
        other.record(topic, Decision.UNVERIFIABLE)
    other.record(topic, Decision.UNVERIFIABLE)  # now knowing what it replaces
    assert said(one.undo()[0], topic) == {Decision.EXPLAINED}
    assert said(other.undo()[0], topic) == {Decision.RANGE}


@pytest.mark.parametrize("file", ["sources/monday.md", "claims/monday.yaml"])
def test_a_verdict_is_for_what_was_seen(tmp_path: Path, file: str) -> None:
    """Another program changed the claim: the verdict is refused once, and what is decided then is what stands there."""
    root = desk(tmp_path)
    ours = workspace(root)
    topic = next(t.id for t in ours.dossier.topics if any(ours.dossier.claim[c].figure for c in t.claims))
    path = root / file
    path.write_text(path.read_text().replace("12 ", "14 "))
    with pytest.raises(ChangedError, match="changed what is shown here") as told:
        ours.record(topic, Decision.RANGE)
    assert told.value.where == file
    assert not list(root.glob("claims/verdicts/*"))
    ours.record(topic, Decision.RANGE)
    assert ours.news == ()
    assert said(workspace(root).dossier, topic) == {Decision.RANGE}


def test_what_changed_elsewhere_is_told_and_stops_nothing(tmp_path: Path) -> None:
    root = desk(tmp_path)
    ours = workspace(root)
    first, second = (topic.id for topic in ours.dossier.topics[:2])
    workspace(root, "ben").record(second, Decision.RANGE)
    log_of(root).write_text("torn")
    ours.record(first, Decision.RANGE)
    assert ours.news == ("claims/verdicts/anna.jsonl", "claims/verdicts/ben.jsonl")
    assert [problem.where.path for problem in ours.problems] == ["claims/verdicts/anna.jsonl"]
    assert said(ours.dossier, second) == {Decision.RANGE}


def test_a_desk_that_is_gone_is_not_a_finished_one(tmp_path: Path) -> None:
    root = desk(tmp_path / "valley")
    ours = workspace(root)
    before = ours.dossier
    root.rename(tmp_path / "elsewhere")
    with pytest.raises(DeskError, match="is not there"):
        ours.reload()
    assert ours.dossier is before


def test_what_is_taken_back_twice_takes_nothing_newer_with_it(tmp_path: Path) -> None:
    root = desk(tmp_path)
    ours = workspace(root)
    topic = ours.dossier.topics[0].id
    ours.record(topic, Decision.RANGE)
    ours.undo()
    withdrawn = log_of(root).read_text().splitlines(keepends=True)[-len(ours.dossier.topic[topic].claims) :]
    ours.record(topic, Decision.UNVERIFIABLE)
    log_of(root).write_text(log_of(root).read_text() + "".join(withdrawn).replace("anna-2.", "anna-4."))
    assert said(workspace(root).dossier, topic) == {Decision.UNVERIFIABLE}


def test_a_note_that_utf_8_cannot_hold_is_kept_as_an_escape(tmp_path: Path) -> None:
    root = desk(tmp_path)
    ours = workspace(root)
    topic = ours.dossier.topics[0].id
    ours.record(topic, Decision.RANGE, note="bad \udcff byte")
    assert workspace(root).dossier.verdicts[0].note == "bad \udcff byte"


def test_a_copied_claim_file_does_not_take_the_place_of_the_first(tmp_path: Path) -> None:
    root = desk(tmp_path)
    before = dossier(load(root)).claims
    text = (root / "claims/monday.yaml").read_text().replace("At least 12 people died in the valley", "nothing at all")
    (root / "claims/copy.yaml").write_text(text)
    assert problems(root) == [("S106", "claims/copy.yaml")]
    assert dossier(load(root)).claims == before


def test_pipes_folders_devices_and_links_out_of_the_desk_end_at_once(tmp_path: Path) -> None:
    root = desk(tmp_path / "desk")
    (tmp_path / "outside.yaml").write_text("claims: []\n")
    os.mkfifo(root / "claims/pipe.yaml")
    (root / "claims/folder.yaml").mkdir()
    (root / "claims/zero.yaml").symlink_to("/dev/zero")
    (root / "claims/link.yaml").symlink_to(tmp_path / "outside.yaml")
    (root / "claims/verdicts").mkdir()
    (root / "claims/verdicts/ben.jsonl").symlink_to(tmp_path / "outside.yaml")
    names = ["folder.yaml", "link.yaml", "pipe.yaml", "zero.yaml", "verdicts/ben.jsonl"]
    assert problems(root) == [("S101", f"claims/{name}") for name in names]


def test_striking_a_claim_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="no claim called"):
        workspace(desk(tmp_path)).correct("monday.gone", {"status": "struck"})


def test_a_disk_that_takes_only_a_part_keeps_the_log_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = desk(tmp_path)
    ours = workspace(root)
    topic = ours.dossier.topics[0].id
    ours.record(topic, Decision.RANGE)
    before = log_of(root).read_bytes()
    write = os.pwrite
    monkeypatch.setattr(os, "pwrite", lambda handle, data, at: write(handle, data[:20], at))
    with pytest.raises(DeskError, match="No space left"):
        ours.record(topic, Decision.UNVERIFIABLE)
    assert log_of(root).read_bytes() == before
    assert said(ours.dossier, topic) == {Decision.RANGE}


def test_an_article_is_added_with_its_header_whatever_stands_in_it(tmp_path: Path) -> None:
    root = desk(tmp_path / "desk")
    file = tmp_path / "Friday.TXT"
    file.write_bytes("Caf\u00e9 owners met.".encode("cp1252"))
    title = 'a "b": c\t\x1b[31m # d'
    add_source(root, file, {"title": title, "published": "2021-03-05"})
    assert (root / "sources/friday.txt").read_bytes() == file.read_bytes()
    added = next(source for source in load(root).sources if source.slug == "friday")
    assert (" ".join(added.title.split()), str(added.published)) == (" ".join(title.split()), "2021-03-05")
    with pytest.raises(UsageError, match="an article called 'friday'"):
        add_source(root, file, {})


def test_a_header_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    root = desk(tmp_path / "desk")
    file = tmp_path / "friday.txt"
    file.write_text("Nothing happened.")
    (root / "sources/friday.yaml").write_text("publisher: Friday Post\n")
    with pytest.raises(UsageError, match="a header for 'friday'"):
        add_source(root, file, {"publisher": "Another"})
    assert not (root / "sources/friday.txt").exists()
    assert add_source(root, file, {}).slug == "friday"
    assert {source.publisher for source in load(root).sources} >= {"Friday Post"}
