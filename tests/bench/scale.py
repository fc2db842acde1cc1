"""Print what a pile of articles costs, how it grows, and what is found of what was planted in it.

    python -m tests.bench.scale                   100 and 1,000 articles of some 40 sentences, 20 to a story
    python -m tests.bench.scale 1000 10000        other sizes, the smallest first

Each size runs in a fresh process without a cache. The exponent tells how the time grows from one size to the next: 1 is
in step with the number of articles.
"""

import json
import os
import resource
import subprocess
import sys
import time
from math import log

from reconcile.engine import Engine, processors
from reconcile.model import Source
from reconcile.pipeline import File, opened, stories
from tests.bench.pile.score import Score, score
from tests.bench.pile.write import Article, pile

SIZES = (100, 1_000)
OUTLETS, SENTENCES = 20, 40


def measure(count: int) -> None:
    """Compare one pile, and print seconds, memory and counts as JSON."""
    articles = {article.slug: article for article in pile(count, OUTLETS, SENTENCES)}
    began, spent = time.perf_counter(), _spent()
    claims = findings = 0
    scored, found = 0.0, Score()
    with Engine(processors()) as engine:
        files = [_file(article) for article in articles.values()]
        sources = [source for source in opened(files, engine) if isinstance(source, Source)]
        for dossier in stories(sources, means=engine):
            claims += len(dossier.claims)
            findings += len(dossier.findings)
            before = time.perf_counter()
            score(dossier, [articles[source.slug] for source in dossier.sources], found)
            scored += time.perf_counter() - before
    print(json.dumps({"took": time.perf_counter() - began - scored, "CPU": _spent() - spent - scored, "peak": _peak(),
                      "claims": claims, "findings": findings, "rows": list(found.rows())}))  # fmt: skip


def _file(article: Article) -> File:
    header = {"published": article.published.isoformat(), "publisher": article.publisher}
    return File(article.text.encode(), f"{article.slug}.txt", header)


def _spent() -> float:
    """Seconds of processors, of this process and those it started."""
    return sum(os.times()[:4])


def _peak() -> float:
    """Megabytes at the peak: this process, and the largest of those it started for each that may run beside it."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    others = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return (own + others * (os.cpu_count() or 1)) / 1024


def main(sizes: list[int]) -> None:
    """Run all sizes and print the tables."""
    print(f"{'articles':>9}{'claims':>10}{'findings':>10}{'seconds':>9}{'CPU s':>9}{'MB':>7}{'exponent':>10}")
    before: tuple[int, float] | None = None
    for size in sizes:
        run = subprocess.run([sys.executable, "-m", "tests.bench.scale", "--one", str(size)], check=True,
                             stdout=subprocess.PIPE)  # fmt: skip
        told = json.loads(run.stdout)
        grown = f"{log(told['took'] / before[1]) / log(size / before[0]):.2f}" if before else ""
        print(f"{size:>9,}{told['claims']:>10,}{told['findings']:>10,}{told['took']:>9.1f}{told['CPU']:>9.1f}"
              f"{told['peak']:>7.0f}{grown:>10}", flush=True)  # fmt: skip
        before = size, told["took"]
    print(f"\nof what was planted in {sizes[-1]:,} articles")
    for name, share in told["rows"]:
        print(f"  {name:<48}{share}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(int(sys.argv[2]))
    else:
        main([int(word) for word in sys.argv[1:]] or list(SIZES))
