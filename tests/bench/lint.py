"""Print what the lint costs beside yamllint on the same claim files: whole processes in one run, medians of five.

python -m tests.bench.lint [CLAIMS ...]      desks of so many claims in 20 articles; 1000 where none is named

yamllint checks the form of YAML alone; the lint reads the articles, compares their claims, and holds every quote,
figure, date and verdict against them. `cold` is the first run, with nothing remembered; `warm` the runs after it.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reconcile.desk import extract, init, load

ROOT = Path(__file__).parents[2]
SOURCES = 20
RUNS = 5
PLACES = "Arden Brill Cole Doran Elsin Farrow Gant Hale Ister Jarn Kell Lorne Marle Norr Osk".split()
DEEDS = (
    "{n} people were injured in {p} on March {d}",
    "The bridge at {p} was closed on March {d}",
    "More than {n} residents of {p} were moved to schools",
    "The mayor of {p} said {n} houses had lost their roofs",
    "Repairs in {p} will cost {n} million euros",
    "About {n} boats were missing off {p}",
)


def desk(root: Path, claims: int) -> int:
    """A desk of articles that tell of one storm; how many claims it has."""
    init(root)
    chance = random.Random(claims)
    for number in range(SOURCES):
        lines = [
            chance.choice(DEEDS).format(n=chance.randint(2, 90) * 10, p=chance.choice(PLACES), d=chance.randint(1, 9))
            for _ in range(claims // SOURCES)
        ]
        head = f"---\npublisher: Paper {number}\npublished: 2024-03-{10 + number % 9}\ntitle: The storm\n---\n\n"
        (root / "sources" / f"paper-{number:02}.md").write_text(head + ".\n\n".join(lines) + ".\n")
    extract(root)
    return sum(len(file.records) for file in load(root).claim_files)


def whole(words: list[str], where: Path, memory: Path, runs: int = RUNS) -> float:
    """Seconds of a whole process, the median of some runs."""
    took = []
    for _ in range(runs):
        began = time.perf_counter()
        env = os.environ | {"XDG_CACHE_HOME": str(memory)}
        subprocess.run([sys.executable, "-m", *words], cwd=where, env=env, capture_output=True, check=False)
        took.append(time.perf_counter() - began)
    return statistics.median(took)


def row(name: str, root: Path, claims: int) -> None:
    """Print a row of the table."""
    with tempfile.TemporaryDirectory() as folder:
        memory, files = Path(folder), [str(path.relative_to(root)) for path in sorted((root / "claims").glob("*.yaml"))]
        yamllint = whole(["yamllint", "-d", "relaxed", *files], root, memory)
        cold = whole(["reconcile", "lint"], root, memory, runs=1)
        warm = whole(["reconcile", "lint"], root, memory)
    print(
        f"{name:<22}{claims:>8}{yamllint:>10.2f}{cold:>8.2f}{warm:>8.2f}{cold / yamllint:>8.2f}{warm / yamllint:>8.2f}"
    )


def main(sizes: list[int]) -> None:
    """Run all and print a table."""
    print(
        f"{'whole process, s':<22}{'claims':>8}{'yamllint':>10}{'cold':>8}{'warm':>8}{'ratio':>8}{'warm':>8}",
        flush=True,
    )
    row("the example desk", ROOT, sum(len(file.records) for file in load(ROOT).claim_files))
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            row(f"{SOURCES} articles", Path(folder), desk(Path(folder), size))


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [1000])
