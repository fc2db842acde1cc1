"""Print how long the program takes, as ratios to bare Python in the same run (medians of nine).

python -m tests.bench
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

from reconcile.pipeline import extract, mentions, read, reconcile

ROOT = Path(__file__).parents[2]
PAIR = [str(path) for path in sorted((ROOT / "sources").glob("karabakh-*.md"))]


def whole(*words: str) -> float:
    """Seconds of a whole process, the median of nine."""
    took = []
    for _ in range(9):
        began = time.perf_counter()
        subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, check=False)
        took.append(time.perf_counter() - began)
    return statistics.median(took)


def inside(work: object) -> float:
    """Seconds of a call, the best of five after one to warm up."""
    assert callable(work)
    work()
    took = []
    for _ in range(5):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return min(took)


def main() -> None:
    """Run all and print a table."""
    bare = whole("-c", "pass")
    print(f"{'whole process':<34}{'seconds':>9}{'x bare Python':>15}")
    print(f"{'python -c pass':<34}{bare:>9.3f}{1:>15.1f}")
    for name, words in {
        "reconcile --help": ["--help"],
        "reconcile diff (two articles)": ["diff", *PAIR],
        "reconcile lint (example desk)": ["lint"],
        "reconcile report -f html": ["report", "-f", "html"],
    }.items():
        took = whole("-m", "reconcile", *words)
        print(f"{name:<34}{took:>9.3f}{took / bare:>15.1f}")
    articles = [read(path.read_bytes(), path.name) for path in sorted((ROOT / "sources").glob("*.md"))]
    sentences = sum(len({claim.sentence for claim in extract(article)}) for article in articles)
    print(f"\n{'inside one process, one core':<34}{'ms':>9}{'sentences/s':>15}")
    for name, work in {
        "mentions": lambda: [mentions(article) for article in articles],
        "extract": lambda: [extract(article) for article in articles],
        "whole way (six articles)": lambda: reconcile(articles),
    }.items():
        took = inside(work)
        print(f"{name:<34}{took * 1000:>9.1f}{sentences / took:>15.0f}")


if __name__ == "__main__":
    main()
