"""The house keeps its own rules: room sizes, documented commands, nothing of the workplace it was built in."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import reconcile
from reconcile.cli import COMMANDS, usage

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "reconcile").rglob("*.py"))
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_rooms_stay_small(path: Path) -> None:
    """No module is over 300 lines; the ones that want to be are split by theme."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_the_public_names_are_these() -> None:
    """Four functions and nothing else, also though two rooms have the same names (asked in a fresh process)."""
    assert reconcile.__all__ == ["extract", "mentions", "read", "reconcile"]
    program = "import reconcile; print([callable(getattr(reconcile, n)) for n in reconcile.__all__ * 2])"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert told.strip() == str([True] * 8)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    """In the overview and in the README."""
    assert name in usage()
    assert f"`reconcile {name}" in README or f"reconcile {name}" in README


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_opens_with_an_example(name: str) -> None:
    """`reconcile COMMAND --help` shows a run first."""
    from importlib import import_module

    text = import_module(f"reconcile.cli.{name}").parser().format_help()
    assert re.search(rf"example:\n  reconcile {name}", text)


def test_no_absolute_path_of_a_machine_is_tracked() -> None:
    """The project speaks of itself alone."""
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    paths = re.compile(r"(?<![\w.])/(?:home|root|work|Users)/\w")
    found = [
        name
        for name in tracked
        if name.endswith((".py", ".md", ".yaml", ".toml", ".txt", ".tcss")) and (ROOT / name).is_file()
        if paths.search((ROOT / name).read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []
