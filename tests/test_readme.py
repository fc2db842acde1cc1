"""The README's examples run: each ```console block, in order, in one scratch folder.

A line `$ command` is run; the lines under it must be what it prints, where a line "…" stands for any lines. `cd` holds
for the lines after it. Blocks marked ```sh are not run (they install things or open the screen).
"""

import os
import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)


def steps() -> list[tuple[str, list[str]]]:
    """The commands of the README and what each must print."""
    found: list[tuple[str, list[str]]] = []
    for block in BLOCK.findall(README.read_text(encoding="utf-8")):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line.rstrip())
    return found


def shown(expected: list[str], printed: list[str]) -> bool:
    """Whether the expected lines are the printed ones, "…" standing for any."""
    pattern = "".join(r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line) + r"\n" for line in expected)
    return re.fullmatch(pattern, "".join(line.rstrip() + "\n" for line in printed)) is not None


def test_every_example_prints_what_the_readme_shows(tmp_path: Path) -> None:
    """The tour can be typed as it stands."""
    bin_folder = Path(sys.executable).parent
    env = os.environ | {"PATH": f"{bin_folder}:{os.environ['PATH']}", "NO_COLOR": "1", "COLUMNS": "100"}
    where = tmp_path
    tried = steps()
    assert len(tried) >= 5
    for command, expected in tried:
        if command.startswith("cd "):
            where /= command[3:]
            continue
        run = subprocess.run(command, shell=True, cwd=where, env=env, capture_output=True, text=True, check=False)  # noqa: S602 - our own README
        assert shown(expected, run.stdout.splitlines()), f"$ {command}\n{run.stdout}\n{run.stderr}"
