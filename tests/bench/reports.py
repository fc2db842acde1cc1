"""Print what a large report costs: time, and memory at its peak, in a process of its own for each format.

python -m tests.bench.reports
"""

import resource
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

from reconcile.model import Claim, Dossier, Finding, Source, Topic
from reconcile.report import pieces

TESTS = Path(__file__).parents[1]
ROWS = (("html", 167), ("markdown", 167), ("csv", 167), ("json", 167), ("csv", 16_667), ("json", 16_667))
STORY = 50  # copies of the sample's six claims told by one set of its sources


def large(copies: int) -> Dossier:
    """The tests' sample of six claims, so many times over."""
    from samples import dossier

    one = dossier()
    sources: list[Source] = []
    claims: list[Claim] = []
    topics: list[Topic] = []
    findings: list[Finding] = []
    for n in range(copies):
        story = f"-{n // STORY}"
        if n % STORY == 0:
            sources += [replace(source, slug=source.slug + story) for source in one.sources]
        claims += [replace(c, id=f"{c.id}-{n}", source=c.source + story) for c in one.claims]
        for topic in one.topics:
            members = tuple(replace(member, claim=f"{member.claim}-{n}") for member in topic.members)
            topics.append(replace(topic, id=f"{topic.id}-{n}", members=members))
        for f in one.findings:
            right = f.right and f"{f.right}-{n}"
            findings.append(replace(f, id=f"{f.id}-{n}", topic=f"{f.topic}-{n}", left=f"{f.left}-{n}", right=right))
    return Dossier(tuple(sources), tuple(claims), tuple(topics), tuple(findings))


def measure(name: str, copies: int) -> None:
    """Write one report to nowhere and print a row of the table."""
    whole = large(copies)
    began, size = time.process_time(), 0
    for piece in pieces(name, whole):
        size += len(piece.encode())
    took = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:<10}{len(whole.claims):>9,}{took:>9.2f}{size / 1e6:>9.1f}{peak:>9.0f}")


def main() -> None:
    """Run all, each in a fresh process."""
    print(f"{'format':<10}{'claims':>9}{'CPU s':>9}{'MB out':>9}{'MB peak':>9}", flush=True)
    for name, copies in ROWS:
        subprocess.run([sys.executable, "-m", "tests.bench.reports", name, str(copies)], check=True)


if __name__ == "__main__":
    sys.path.insert(0, str(TESTS))
    if len(sys.argv) == 3:
        measure(sys.argv[1], int(sys.argv[2]))
    else:
        main()
