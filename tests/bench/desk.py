"""Print what a desk costs, whole processes with and without what is remembered, as ratios to bare Python in one run.

    python -m tests.bench.desk            a story told in 20 articles, some 900 claims
    python -m tests.bench.desk 100        so many articles

Cold is the first run after the program changed, warm a second run, changed one in which one article has a sentence
more. Processor seconds are of the process and those it started, the best of three.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench.pile.write import pile

OUTLETS, SENTENCES = 20, 40


def spent(words: list[str], env: dict[str, str], before: Callable[[], object]) -> float:
    """Processor seconds of a command, the best of three."""
    took = []
    for _ in range(3):
        before()
        began = os.times()
        subprocess.run([sys.executable, *words], env=env, capture_output=True, check=False)
        ended = os.times()
        took.append(ended.children_user - began.children_user + ended.children_system - began.children_system)
    return max(min(took), 0.01)  # the clock ticks so often


def main(count: int) -> None:
    """Make a desk, and print a table."""
    with tempfile.TemporaryDirectory() as folder:
        desk, kept = Path(folder, "desk"), Path(folder, "kept")
        env = {**os.environ, "XDG_CACHE_HOME": str(kept)}
        for name in ("sources", "claims"):
            (desk / name).mkdir(parents=True)
        for article in pile(count, OUTLETS, SENTENCES):
            header = f"---\npublisher: {article.publisher}\npublished: {article.published}\n---\n"
            (desk / "sources" / f"{article.slug}.md").write_text(header + article.text, encoding="utf-8")
        first = next((desk / "sources").iterdir())
        reconcile = ["-m", "reconcile"]
        subprocess.run(
            [sys.executable, *reconcile, "extract", "--desk", str(desk)], env=env, capture_output=True, check=True
        )
        claims = sum(path.read_text(encoding="utf-8").count("  - id: ") for path in (desk / "claims").iterdir())
        bare = spent(["-c", "pass"], env, int)
        told = 0

        def change() -> None:
            nonlocal told
            told += 1
            with first.open("a", encoding="utf-8") as file:
                file.write(f"\nA bell rang {told + 20} times.\n")

        print(f"{count} articles, {claims:,} claims{'':<12}{'CPU s':>9}{'x bare Python':>15}")
        for words in (["lint"], ["status"], ["report", "-f", "html"], ["report", "-f", "csv"]):
            whole = [*reconcile, *words, "--desk", str(desk)]
            for name, more, before in (("cold", ["--no-cache"], int), ("warm", [], int), ("changed", [], change)):
                if name == "warm":
                    subprocess.run([sys.executable, *whole], env=env, capture_output=True, check=False)
                took = spent([*whole, *more], env, before)
                print(f"{' '.join(words) + ', ' + name:<34}{took:>9.2f}{took / bare:>15.1f}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else OUTLETS)
