"""Print what a pile of articles costs, how it grows, and what is found of what was planted in it.

    python -m tests.bench.scale                   100 and 1,000 articles of some 40 sentences, 20 to a story
    python -m tests.bench.scale 1000 10000        other sizes, the smallest first

Each size runs in a fresh process without a cache. The exponent tells how the time of the processors grows from one size
to the next: 1 is in step with the number of articles. The same is told of each stage; seconds on the clock are only
worth something on an idle machine.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log
from multiprocessing import active_children
from pathlib import Path
from typing import Any

from reconcile.engine import Engine, processors
from reconcile.model import Source
from reconcile.model.work import Asked, Given, Means, Task
from reconcile.pipeline import File, opened, stories
from tests.bench.pile.score import Score, score
from tests.bench.pile.write import Article, pile

SIZES = (100, 1_000)
OUTLETS, SENTENCES = 20, 40
TICK = os.sysconf("SC_CLK_TCK")


class Timed:
    """`Means` that note what each task costs: seconds of processors, of this process and those that help."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self.spent: dict[str, float] = {}

    def each(self, task: Task[Asked, Given], items: Sequence[Asked], marks: Sequence[str]) -> Iterator[Given]:
        """The results, as these means give them."""
        began, others = _spent(), 0.0
        for found in self._means.each(task, items, marks):
            before = time.process_time()
            yield found
            others += time.process_time() - before
        self.spent[task.name] = _spent() - began - others


def measure(count: int) -> None:
    """Compare one pile, and print seconds, memory and counts as JSON."""
    articles = {article.slug: article for article in pile(count, OUTLETS, SENTENCES)}
    began, spent = time.perf_counter(), _spent()
    claims = findings = 0
    scored, found = 0.0, Score()
    with Engine(processors()) as engine:
        means = Timed(engine)
        files = [_file(article) for article in articles.values()]
        sources = [source for source in opened(files, means) if isinstance(source, Source)]
        for dossier in stories(sources, means=means):
            claims += len(dossier.claims)
            findings += len(dossier.findings)
            before = time.process_time()
            score(dossier, [articles[source.slug] for source in dossier.sources], found)
            scored += time.process_time() - before
    took = {"took": time.perf_counter() - began - scored, "CPU": _spent() - spent - scored, "stages": means.spent}
    told = {"peak": _peak(), "claims": claims, "findings": findings, "rows": list(found.rows())}
    print(json.dumps(took | told))


def _file(article: Article) -> File:
    header = {"published": article.published.isoformat(), "publisher": article.publisher}
    return File(article.text.encode(), f"{article.slug}.txt", header)


def _spent() -> float:
    """Seconds of processors, of this process and those it started; of those that run still the system is asked."""
    running = 0
    for told in (Path(f"/proc/{helper.pid}/stat") for helper in active_children()):
        if told.exists():  # elsewhere than on Linux their seconds are counted when they end
            running += sum(map(int, told.read_text(encoding="ascii").rpartition(")")[2].split()[11:13]))
    return sum(os.times()[:4]) + running / TICK


def _peak() -> float:
    """Megabytes at the peak: this process, and the largest of those it started for each that may run beside it."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    others = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return (own + others * (os.cpu_count() or 1)) / 1024


def main(sizes: list[int]) -> None:
    """Run all sizes and print the tables."""
    print(f"{'articles':>9}{'claims':>10}{'findings':>10}{'seconds':>9}{'CPU s':>9}{'MB':>7}{'exponent':>10}")
    runs: list[dict[str, Any]] = []
    for size in sizes:
        run = subprocess.run([sys.executable, "-m", "tests.bench.scale", "--one", str(size)], check=True,
                             stdout=subprocess.PIPE)  # fmt: skip
        told = json.loads(run.stdout)
        grown = _exponents(sizes, [*[run["CPU"] for run in runs], told["CPU"]])
        print(f"{size:>9,}{told['claims']:>10,}{told['findings']:>10,}{told['took']:>9.1f}{told['CPU']:>9.1f}"
              f"{told['peak']:>7.0f}{grown[-1]:>10}", flush=True)  # fmt: skip
        runs.append(told)
    print(f"\n{'CPU s, and the exponent':<26}" + "".join(f"{size:>16,}" for size in sizes))
    for stage in runs[-1]["stages"]:
        spent = [run["stages"][stage] for run in runs]
        cells = zip(spent, _exponents(sizes, spent), strict=True)
        print(f"  {stage:<24}" + "".join(f"{seconds:>10.1f}{grown:>6}" for seconds, grown in cells))
    print(f"\nof what was planted in {sizes[-1]:,} articles")
    for name, share in runs[-1]["rows"]:
        print(f"  {name:<48}{share}")


def _exponents(sizes: Sequence[int], spent: Sequence[float]) -> list[str]:
    """How the time grows from each size to the next; "" for the first."""
    rows = [(size, max(seconds, 0.01)) for size, seconds in zip(sizes, spent, strict=False)]  # the clock ticks so often
    grown = [f"{log(after / before) / log(size / than):.2f}" for (than, before), (size, after) in pairwise(rows)]
    return ["", *grown]


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(int(sys.argv[2]))
    else:
        main([int(word) for word in sys.argv[1:]] or list(SIZES))
