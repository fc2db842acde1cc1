"""The lint of what is staged, run by git itself as a hook in scratch repositories."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desks import desk, workspace
from reconcile.cli import main
from reconcile.model import Decision

HOOK = f"#!/bin/sh\nexec {sys.executable} -m reconcile lint --staged --format concise {{words}}\n"
WRONG = ("At least 12 people died in the valley\n", "At least 21 people died in the valley\n")


def git(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    known = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    names = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org"}
    names |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org"}
    return subprocess.run(["git", *words], cwd=root, env=known | names, capture_output=True, text=True, check=False)


def repository(root: Path, within: str = "", words: str = "") -> Path:
    """A repository whose desk is clean and committed, with the hook installed; returns the desk."""
    home = desk(root / within) if within else desk(root)
    workspace(home).record("bridge-was-closed", Decision.UNRESOLVED_CONFLICT)
    git(root, "init", "-q", "-b", "main")
    hook = root / ".git/hooks/pre-commit"
    hook.write_text(HOOK.format(words=words))
    hook.chmod(0o755)
    git(root, "add", "-A")
    first = git(root, "commit", "-qm", "first")
    assert first.returncode == 0, first.stderr
    return home


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_a_wrong_quote_blocks_the_commit_until_it_is_mended(tmp_path: Path) -> None:
    root = repository(tmp_path)
    change(root / "claims/monday.yaml", *WRONG)
    blocked = git(root, "commit", "-qam", "wrong")  # with an index of its own
    assert blocked.returncode == 1
    assert "claims/monday.yaml:10:5: P205" in blocked.stderr + blocked.stdout
    git(root, "add", "-A")
    assert git(root, "commit", "-qm", "wrong").returncode == 1
    change(root / "claims/monday.yaml", *WRONG[::-1])
    (root / "notes.txt").write_text("mended")
    git(root, "add", "-A")
    assert git(root, "commit", "-qm", "mended").returncode == 0


def test_from_another_folder_of_the_repository_it_is_the_same_desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = repository(tmp_path, "desks/quake", "--desk desks/quake")
    change(root / "claims/monday.yaml", *WRONG)
    git(tmp_path, "add", "-A")
    (tmp_path / "drafts").mkdir()
    for folder, words in (("drafts", ["--desk", "../desks/quake"]), ("desks/quake/claims", []), ("desks/quake", [])):
        monkeypatch.chdir(tmp_path / folder)
        assert main(["lint", "--staged", *words]) == 1
        assert "P205" in capsys.readouterr().out


def test_what_is_only_meant_to_be_added_is_in_no_commit(tmp_path: Path) -> None:
    root = repository(tmp_path, "desks/quake", "--desk desks/quake")
    change(root / "claims/monday.yaml", "\n", "  \n")
    (root / "sources/later.md").write_text("A dam broke, and 5 people died.\n")
    git(tmp_path, "add", "-u")
    git(tmp_path, "add", "-N", "desks/quake/sources/later.md")
    done = git(tmp_path, "commit", "-m", "without it")
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_is_staged_counts_and_not_what_lies_there(tmp_path: Path) -> None:
    root = repository(tmp_path)
    change(root / "claims/monday.yaml", *WRONG)
    git(root, "add", "-A")
    change(root / "claims/monday.yaml", *WRONG[::-1])  # mended, but not staged
    assert git(root, "commit", "-qm", "staged").returncode == 1
    git(root, "reset", "-q", "--hard")
    change(root / "claims/tuesday.yaml", "claims:", "# a note\nclaims:")
    change(root / "claims/monday.yaml", *WRONG)  # wrong, but not staged
    git(root, "add", "claims/tuesday.yaml")
    done = git(root, "commit", "-qm", "clean")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_commit_that_only_deletes_is_checked(tmp_path: Path) -> None:
    root = repository(tmp_path)
    git(root, "rm", "-q", "sources/monday.md")
    blocked = git(root, "commit", "-qm", "gone")
    assert blocked.returncode == 1
    assert "S107" in blocked.stderr + blocked.stdout


def test_a_desk_in_a_subfolder_is_called_by_its_path(tmp_path: Path) -> None:
    home = repository(tmp_path, "desks/quake", "--desk desks/quake")
    change(home / "claims/monday.yaml", *WRONG)
    git(tmp_path, "add", "-A")
    blocked = git(tmp_path, "commit", "-qm", "wrong")
    assert "desks/quake/claims/monday.yaml:10:5: P205" in blocked.stderr + blocked.stdout
    git(tmp_path, "reset", "-q", "--hard")
    (tmp_path / "other.txt").write_text("nothing of the desk")
    git(tmp_path, "add", "-A")
    assert git(tmp_path, "commit", "-qm", "other").returncode == 0


def test_a_desk_in_a_subfolder_that_nobody_named_is_not_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    repository(tmp_path, "desks/quake", "--desk desks/quake")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.md").write_text("Twelve died.\n")
    for words in (["lint", "--staged"], ["lint", "--draft", "draft.md"], ["status"]):
        assert main(words) == 2
        assert "no desk here, but in desks/quake\n  name it: --desk desks/quake" in capsys.readouterr().err
    assert main(["lint", "--staged", "--desk", "desks/quack"]) == 2
    assert "desks/quack is no folder" in capsys.readouterr().err


def test_the_baseline_that_is_staged_counts(tmp_path: Path) -> None:
    root = repository(tmp_path)
    change(root / "claims/monday.yaml", *WRONG)
    git(root, "add", "-A")
    assert git(root, "commit", "-qm", "wrong").returncode == 1
    assert main(["lint", "--desk", str(root), "--write-baseline"]) == 0  # written, and not staged
    assert git(root, "commit", "-qm", "wrong").returncode == 1
    git(root, "add", "-A")
    done = git(root, "commit", "-qm", "known")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "claims/baseline.jsonl lets 1 pass" in done.stdout + done.stderr


def test_no_desk_no_repository(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["lint", "--staged"]) == 0
    assert "no desk here" in capsys.readouterr().err
    desk(tmp_path)
    assert main(["lint", "--staged"]) == 2
    assert "git cannot read what is staged: fatal: not a git repository" in capsys.readouterr().err
    assert main(["lint", "--staged", "--draft", "a.md"]) == 2


def test_with_nothing_staged_the_whole_desk_is_checked_by_several_at_once(tmp_path: Path) -> None:
    root = repository(tmp_path)
    change(root / "claims/monday.yaml", *WRONG)
    git(root, "add", "-A")
    git(root, "commit", "-qnm", "past the hook")
    words = [sys.executable, "-m", "reconcile", "lint", "--staged", "--format", "concise"]
    with ThreadPoolExecutor(3) as pool:
        told = list(pool.map(lambda _: subprocess.run(words, cwd=root, capture_output=True, check=False), range(3)))
    assert {run.returncode for run in told} == {1}
    assert len({run.stdout for run in told}) == 1


def test_two_commits_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = repository(tmp_path / "desk")
    monkeypatch.chdir(root)
    other = tmp_path / "other"  # a second working tree of the repository, with an index of its own
    assert git(root, "worktree", "add", "-q", str(other)).returncode == 0
    change(root / "claims/monday.yaml", *WRONG)
    (other / "claims/notes.txt").write_text("asked the mayor")
    for tree in (root, other):
        git(tree, "add", "-A")
    with ThreadPoolExecutor(2) as pool:
        wrong, right = pool.map(lambda tree: git(tree, "commit", "-qm", "a change"), (root, other))
    assert (wrong.returncode, right.returncode) == (1, 0), right.stderr
    (root / ".git/index.lock").touch()  # another git writes this index: what it holds can be read
    assert main(["lint", "--staged"]) == 1
    assert git(root, "commit", "-qm", "a change").returncode == 128
