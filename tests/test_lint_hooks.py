"""The hooks as `.pre-commit-hooks.yaml` offers them, installed and run by pre-commit itself, without a network.

pre-commit would fetch the hooks and install the program; here the same hooks are a repository's own, and the program is
the one that is tested.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from desks import desk, workspace
from reconcile.model import Decision

ROOT = Path(__file__).parents[1]
OFFERED = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
TOLD = "The bridge was closed on February 9.\n\nAt least 12 people died in the valley, the mayor said.\n"
AGAINST = TOLD.replace("February 9", "February 3")


class Repository:
    """A repository of a user, with pre-commit's hook installed."""

    def __init__(self, root: Path, home: Path, within: str = "", *words: str) -> None:
        self.root, self.desk, self._home = root, root / within, home
        self.git("init", "-q", "-b", "main")
        hooks: list[dict[str, Any]] = [
            {**hook, "language": "unsupported", "args": list(words)}
            | ({"files": "^drafts/"} if "draft" in hook["id"] else {})
            for hook in OFFERED
        ]
        config = {"repos": [{"repo": "local", "hooks": hooks}]}
        (root / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
        done = self.run(sys.executable, "-m", "pre_commit", "install")
        assert done.returncode == 0, done.stdout + done.stderr

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        known = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        known |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org"}
        known |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org", "PRE_COMMIT_HOME": str(self._home)}
        known["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{known['PATH']}"
        return subprocess.run(words, cwd=self.root, env=known, capture_output=True, text=True, check=False)

    def git(self, *words: str) -> subprocess.CompletedProcess[str]:
        return self.run("git", *words)

    def commit(self) -> tuple[bool, str]:
        """Whether what is staged may be committed, and what is told."""
        done = self.git("commit", "-qm", "a change")
        return done.returncode == 0, done.stdout + done.stderr

    def change(self, path: str, old: str, new: str, *, stage: bool = True) -> None:
        file = self.desk / path
        assert old in file.read_text()
        file.write_text(file.read_text().replace(old, new, 1))
        if stage:
            self.git("add", "-A")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository that is a desk, decided and committed."""
    (tmp_path / "work").mkdir()
    made = Repository(decided(tmp_path / "work"), tmp_path / "home")
    made.git("add", "-A")
    passed, told = made.commit()
    assert passed, told
    return made


def decided(root: Path) -> Path:
    """A desk on which Tuesday's day stands."""
    workspace(desk(root)).record("bridge-was-closed", Decision.SOURCE_ERROR, source="tuesday", note="the council's log")
    return root


def test_the_offer_is_what_pre_commit_takes() -> None:
    words = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    subprocess.run(words, check=True)


def test_a_wrong_quote_blocks_until_it_is_mended(repository: Repository) -> None:
    repository.change("claims/monday.yaml", "quote: At least 12", "quote: At least 21")
    passed, told = repository.commit()
    assert not passed
    assert "P205 error: the source has other words here: “12”, not “21”" in told
    repository.change("claims/monday.yaml", "quote: At least 21", "quote: At least 12")
    (repository.root / "note.txt").write_text("mended\n")
    repository.git("add", "-A")
    passed, told = repository.commit()
    assert passed, told


def test_what_is_staged_counts(repository: Repository) -> None:
    repository.change("claims/monday.yaml", "quote: At least 12", "quote: At least 21")
    repository.change("claims/monday.yaml", "quote: At least 21", "quote: At least 12", stage=False)
    assert not repository.commit()[0], "mended, and not staged"
    repository.git("reset", "-q", "--hard")
    repository.change("claims/tuesday.yaml", "claims:", "# a note\nclaims:")
    repository.change("claims/monday.yaml", "quote: At least 12", "quote: At least 21", stage=False)
    passed, told = repository.commit()
    assert passed, told


def test_a_commit_that_only_deletes_is_checked(repository: Repository) -> None:
    repository.git("rm", "-q", "sources/monday.md")
    passed, told = repository.commit()
    assert not passed
    assert "S107 error: there is no source called 'monday'" in told


def test_drafts_are_held_against_the_desk(repository: Repository) -> None:
    drafts = repository.root / "drafts"
    drafts.mkdir()
    for number in range(9):
        (drafts / f"{number}.md").write_text(TOLD)
    (drafts / "late.md").write_text(AGAINST)
    repository.git("add", "-A")
    passed, told = repository.commit()
    assert not passed
    assert "drafts/late.md:1:26" in told
    assert told.count("-->") == 1, "the other drafts are in order"
    (drafts / "late.md").write_text(TOLD)
    repository.git("add", "-A")
    passed, told = repository.commit()
    assert passed, told


def test_a_desk_in_a_subfolder_and_none(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    decided(tmp_path / "work/desks/quake")
    made = Repository(tmp_path / "work", tmp_path / "home", "desks/quake", "--desk", "desks/quake")
    made.change("claims/monday.yaml", "quote: At least 12", "quote: At least 21")
    passed, told = made.commit()
    assert not passed
    assert "desks/quake/claims/monday.yaml:" in told
    made.change("claims/monday.yaml", "quote: At least 21", "quote: At least 12")
    passed, told = made.commit()
    assert passed, told
    (tmp_path / "none").mkdir()
    bare = Repository(tmp_path / "none", tmp_path / "home")
    (bare.root / "a.txt").write_text("no desk\n")
    bare.git("add", "-A")
    passed, told = bare.commit()
    assert passed, told
