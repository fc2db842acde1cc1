"""What a command loads is what it costs: measured in a fresh process, since a static graph sees no late import."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROGRAM = """
import json, sys
from reconcile.cli import main
code = main({words!r})
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


def loaded(*words: str) -> set[str]:
    """The modules a command has loaded when it is done."""
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(words=list(words))], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return {name.split(".")[0] for name in json.loads(run.stderr.splitlines()[-1])}


@pytest.mark.parametrize("words", [("lint",), ("report", "-f", "json"), ("status",)])
def test_the_desk_commands_do_not_pay_for_the_screen(words: tuple[str, ...]) -> None:
    """Nothing of textual or rich is loaded by commands that draw nothing."""
    assert not {"textual", "rich"} & loaded(*words)


def test_comparing_needs_no_validation_library() -> None:
    """`diff` reads articles, not files of records: pydantic stays out, and with it a third of the start-up."""
    files = [str(path) for path in sorted((ROOT / "sources").glob("karabakh-*.md"))]
    assert not {"textual", "rich", "pydantic"} & loaded("diff", *files, "--json")


def test_help_loads_nothing() -> None:
    """`reconcile --help` is as fast as Python."""
    assert not {"yaml", "rapidfuzz", "pydantic", "textual", "Stemmer"} & loaded("--help")
