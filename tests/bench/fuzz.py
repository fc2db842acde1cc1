"""The lint against hostile bytes: how many inputs were tried, and every one that it did not end well on.

python -m tests.bench.fuzz            for a minute: files of a desk and a draft spoilt at random, told in every format
python -m tests.bench.fuzz 600 7      for ten minutes, from the seed 7
python -m tests.bench.fuzz 600 guided the same led by the lines that are reached, where atheris is installed

An input ends well where the exit code is 0, 1 or 2, nothing was raised, what was told can be read in its format, what a
cache holds changes no byte of it, and `--fix` leaves every figure, date, quote and verdict as it was.
"""

import io
import json
import os
import random
import resource
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from time import process_time
from xml.etree import ElementTree as ET  # it reads what was written here

from reconcile.cli import main as command
from reconcile.desk import Workspace, extract, init, load
from reconcile.lint import FORMATS
from reconcile.model import Decision

FILES = (
    "claims/monday.yaml",
    "claims/topics.yaml",
    "claims/baseline.jsonl",
    "claims/verdicts/anna.jsonl",
    "sources/monday.md",
    "sources/tuesday.yaml",
    "sources/page.html",
    "reconcile.yaml",
    "draft.md",
)
PIECES = (
    b"\x00 \xff\xfe \xef\xbb\xbf \r\n \r \xc2\x85 \xe2\x80\xa8 \t \x1b[31m".split(b" ")
    + b"---\n|...\n|&a |*a|<<: *a|!!python/object:x |? |- |: |#|'|\"".split(b"|")
    + [b"|\n", b"[" * 600, b"{a: " * 300, b"9" * 5000]
    + b"1e999999 -0 NaN 0x 99999999-99-99 0000-00-00 03/02/2021".split()
    + [b"id: monday.88a55d\n", b"quote: ", b"figure: ", b"when: ", b"place: line 9, 99999999999..3\n"]
    + [b"status: struck", b"# reconcile: ignore[F301] -- x", b"<!-- reconcile: ignore[A604] -->"]
    + [b"(claim:x.y)", b"[a](claim:", b"<p><b>", b'{"id": "a"}']
    + [b"of 40 houses (54%)", b"20 people (12 men and 7 women)", b"rose 50 percent from 1 to 2"]
)
ASKED = ([], ["--fail-on", "info"], ["--draft", "--coverage", "DRAFT"], ["--diff"], ["--fix"], ["--no-cache"])


def hostile(data: bytes, chance: random.Random) -> bytes:
    """A file's bytes with some of them moved, doubled, left out, or with strange ones between them."""
    for _ in range(chance.randint(1, 5)):
        at, end = sorted((chance.randint(0, len(data)), chance.randint(0, len(data))))
        piece = chance.choice((chance.choice(PIECES), data[at : at + 60], chance.randbytes(chance.randint(1, 12))))
        data = chance.choice((
            data[:at] + piece + data[at:],
            data[:at] + piece + data[end:] if end - at < 200 else data[:at] + piece + data[at + 20 :],
            data[:end] + data[at:],
            data[:at],
        ))  # fmt: skip
        data = data[:200_000]
    return data


def judged(root: Path) -> Path:
    """A desk with everything on it that a desk can hold, and a draft."""
    init(root)
    for slug, words in (("monday", "At least 12 people"), ("tuesday", "The toll rose, and 19 people")):
        day = "3" if slug == "monday" else "9"
        text = f"---\npublisher: {slug} News\npublished: 2021-03-0{day}\n---\n\n{words} died in the valley.\n"
        (root / f"sources/{slug}.md").write_text(f"{text}\nThe bridge was closed on February {day}.\n")
    extract(root)
    reviewer = Workspace(root, "anna", lambda: datetime(2021, 3, 5, tzinfo=UTC))
    dated = next(topic.id for topic in reviewer.dossier.topics if "bridge" in topic.id)
    reviewer.record(dated, Decision.SOURCE_ERROR, source="tuesday")
    (root / "claims/topics.yaml").write_text(f"labels: {{{dated}: the bridge}}\nreview_by: {{a: 2021-03-01}}\n")
    asked(root, ["--write-baseline"])
    (root / "sources/tuesday.yaml").write_text("publisher: Tuesday News\n")
    (root / "sources/page.html").write_text("<html><body><p>At least 12 people died in the valley.</p></body></html>")
    (root / "draft.md").write_text('The bridge was closed on February 3, 2021. "At least 21 people died there."\n')
    return root


def asked(root: Path, words: Sequence[str]) -> tuple[int, str]:
    """The exit code and the stdout of a check."""
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        code = command(["lint", "--desk", str(root), *words])
    return code, out.getvalue()


def readable(told: str, form: str) -> bool:
    """Whether what was told can be read by a program of its format."""
    if form == "junit":
        return ET.fromstring(told).tag == "testsuites"  # noqa: S314 - we wrote it
    if form in ("json", "sarif", "gitlab", "rdjson"):
        return isinstance(json.loads(told), dict | list)
    return form != "jsonl" or all(isinstance(json.loads(line), dict) for line in told.splitlines())


def weighed(root: Path) -> list[object]:
    """What `--fix` must leave as it is."""
    desk = load(root)
    kept = ("id", "quote", "figure", "when", "speaker", "modality", "status")
    claims = [(f.path, sorted(str([r.fields.get(key) for key in kept]) for r in f.records)) for f in desk.claim_files]
    return [claims, [logged.verdict for logged in desk.log]]


def survive(root: Path, seed: int) -> str:
    """Spoil some files of a desk, check it in some way, and put it back; how it was asked.

    Raises:
        AssertionError: where it did not end well.
    """
    chance = random.Random(seed)
    names = chance.sample(FILES, chance.randint(1, 3))
    return tried(root, {name: hostile((root / name).read_bytes(), chance) for name in names}, chance)


def tried(root: Path, spoilt: dict[str, bytes], chance: random.Random) -> str:
    """Put these bytes into files of a desk, check it in some way, and put the desk back; how it was asked."""
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    form, words = chance.choice(sorted(FORMATS)), chance.choice(ASKED)
    said = ["--format", form, *(str(root / "draft.md") if word == "DRAFT" else word for word in words)]
    try:
        for name, data in spoilt.items():
            (root / name).write_bytes(data)
        code, told = asked(root, [])
        assert code in (0, 1, 2)
        weight = weighed(root) if "--fix" in words and code < 2 else None
        code, told = asked(root, said)
        assert code in (0, 1, 2)
        assert code == 2 or "--diff" in words or readable(told, form)
        if weight is not None:
            assert weighed(root) == weight
        elif "--no-cache" in words:
            assert asked(root, ["--format", form]) == (code, told)
    finally:
        for path in root.rglob("*"):
            if path.is_file() and path not in before:
                path.unlink()
        for path, data in before.items():
            path.write_bytes(data)
    return " ".join(words) or "as it is"


def guided(root: Path, seconds: int) -> None:
    """Led by the lines that are reached: the first byte of an input says which file it is put into."""
    import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]

    def target(data: bytes) -> None:
        if data:
            tried(root, {FILES[data[0] % len(FILES)]: data[1:]}, random.Random(data[0]))

    corpus = root.parent / "corpus"
    corpus.mkdir()
    for number, name in enumerate(FILES):
        (corpus / str(number)).write_bytes(bytes([number]) + (root / name).read_bytes())
    atheris.instrument_all()
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-max_len=4000", str(corpus)], target)
    atheris.Fuzz()


def main(words: Sequence[str]) -> int:
    """Try for so many seconds of processor time, and count."""
    folder = Path(tempfile.mkdtemp())
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    numbers = [int(word) for word in words if word.isdigit()]
    seconds, first = (*numbers, 60)[0], (*numbers[1:], 0)[0]
    root = judged(folder / "desk")
    if "guided" in words:
        guided(root, seconds)
        return 0
    counted: Counter[str] = Counter()
    bad, slowest, start, seed = [], (0.0, 0), process_time(), first
    while process_time() - start < seconds:
        begun = process_time()
        try:
            counted[survive(root, seed)] += 1
        except Exception:  # noqa: BLE001 - the next input is tried all the same
            bad.append(seed)
            traceback.print_exc(limit=-4)
        slowest = max(slowest, (process_time() - begun, seed))
        seed += 1
    shutil.rmtree(folder)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{seed - first} inputs, {len(bad)} that did not end well {bad or ''}".rstrip())
    print(*(f"  {n} {how}" for how, n in sorted(counted.items())), sep="\n")
    print(f"the slowest took {slowest[0]:.1f} s of processor time (seed {slowest[1]}); {memory} MB at most")
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
