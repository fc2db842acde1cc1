"""Print how long the program takes, as ratios to bare Python in the same run (medians of nine).

The speed of `mentions --jsonl` is given against a loop in the same run that only parses each line, cuts its text at
word borders and writes the words as JSON: no reader of text in Python can be much faster than that.

python -m tests.bench
"""

import json
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

from reconcile.extract import may_mention
from reconcile.pipeline import extract, mentions, read, reconcile
from reconcile.read import read_text
from reconcile.report.record import dumps, mentions_record

ROOT = Path(__file__).parents[2]
MANY = 20_000  # lines, so that starting up is little of it
ASKED = 5_000  # sentences a second on one core
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
    """Seconds of the processor for a call, the best of five after one to warm up."""
    assert callable(work)
    work()
    took = []
    for _ in range(5):
        began = time.process_time()
        work()
        took.append(time.process_time() - began)
    return min(took)


def read_line(line: str) -> str:
    """What `mentions --jsonl` does with a line."""
    told = json.loads(line)
    text = told["text"]
    return dumps(mentions_record(told["id"], mentions(read_text(text, slug="text")) if may_mention(text) else ()))


def cut_line(line: str) -> str:
    """The least that any reader of a line does."""
    told = json.loads(line)
    return json.dumps({"id": told["id"], "words": re.findall(r"\w+|[^\w\s]", told["text"])})


def one_sentence_a_line() -> None:
    """Print the speed of `mentions --jsonl` on single sentences beside that of the least loop."""
    articles = [read(path.read_bytes(), path.name) for path in sorted((ROOT / "sources").glob("*.md"))]
    spans = sorted({(article.slug, claim.sentence) for article in articles for claim in extract(article)})
    texts = {article.slug: article.text for article in articles}
    lines = [json.dumps({"id": slug, "text": texts[slug][span.start : span.end]}) for slug, span in spans]
    least = inside(lambda: [cut_line(line) for line in lines])
    took = inside(lambda: [read_line(line) for line in lines])
    print(f"\n{'one sentence a line':<34}{'sentences/s':>15}{'x least loop':>15}")
    print(f"{'parse, cut at words, write':<34}{len(lines) / least:>15.0f}{1:>15.1f}")
    print(f"{'mentions --jsonl':<34}{len(lines) / took:>15.0f}{took / least:>15.1f}")
    whole_process(lines)


def whole_process(lines: list[str]) -> None:
    """Print the speed of the command itself, its start-up included, on one core beside what is asked of it."""
    many = "\n".join((lines * (MANY // len(lines) + 1))[:MANY])
    command = [sys.executable, "-m", "reconcile", "mentions", "--jsonl"]
    before = os.times()
    subprocess.run(command, cwd=ROOT, input=many, text=True, stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    took = after.children_user + after.children_system - before.children_user - before.children_system
    print(f"{f'the command, {MANY} lines':<34}{MANY / took:>15.0f}{MANY / took / ASKED:>15.2f} of {ASKED} asked")


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
    one_sentence_a_line()


if __name__ == "__main__":
    main()
