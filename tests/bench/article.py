"""Print what one endless article costs beside a short one, and how it grows: 1 is in step with its length.

    python -m tests.bench.article                  25,000 to 100,000 characters on one line
    python -m tests.bench.article 400000           other lengths, the shortest first

All of its sentences tell of one flood in like words, so nearly every two of them share some: the worst case of a text
that looks like news. Each length is compared in a fresh process; processor seconds.
"""

import random
import subprocess
import sys
import time
from math import log

LENGTHS = (25_000, 50_000, 100_000)
SHORT = 3_000
PLACES = "Arden Brill Cole Doran Elsin Farrow Gant Hale Ister Jarn Kell Lorne Marle Norr Osk".split()
THINGS = "people houses residents boats workers schools".split()
DEEDS = ("were moved from", "were injured in", "were damaged in", "stayed in", "left")
FILL = "river bank mill council lower town homes night crews sandbags water bridge road fields school".split()


def line(length: int, seed: int) -> str:
    """An article of about so many characters on one line."""
    chance, told, size = random.Random(seed), [], 0
    while size < length:
        more = chance.choice(("About ", "At least ", "More than "))
        told.append(
            f"{more}{chance.randint(2, 900)} {chance.choice(THINGS)} {chance.choice(DEEDS)} {chance.choice(PLACES)} "
            f"on March {chance.randint(1, 29)}, by the {' and the '.join(chance.sample(FILL, 3))}."
        )
        size += len(told[-1]) + 1
    return " ".join(told)


def measure(length: int) -> None:
    """Compare one such article with a short one, and print the seconds, its claims and the findings."""
    from reconcile.pipeline import read_text, reconcile

    sources = [read_text(line(size, size), slug=f"a{size}") for size in (length, SHORT)]
    began = time.process_time()
    dossier = reconcile(sources)
    print(time.process_time() - began, len(dossier.claims), len(dossier.findings))


def main(lengths: list[int]) -> None:
    """Run all lengths and print a table."""
    print(f"{'characters':>10}{'claims':>9}{'findings':>10}{'CPU s':>9}{'exponent':>10}")
    before: tuple[int, float] | None = None
    for length in lengths:
        run = subprocess.run([sys.executable, "-m", "tests.bench.article", "--one", str(length)], check=True,
                             capture_output=True, text=True)  # fmt: skip
        took, claims, findings = run.stdout.split()
        grown = f"{log(float(took) / before[1]) / log(length / before[0]):.2f}" if before else ""
        print(f"{length:>10,}{claims:>9}{findings:>10}{float(took):>9.2f}{grown:>10}", flush=True)
        before = length, float(took)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(int(sys.argv[2]))
    else:
        main([int(word) for word in sys.argv[1:]] or list(LENGTHS))
