"""The example desk, broken by program in each way a lint rule is for, and changed in ways that change nothing.

python -m tests.bench.mutations            how many of all breaks are caught, and how many harmless edits raise an alarm
python -m tests.bench.mutations MISSED     the same, with every break that was missed

A break is caught where the lint, told to tell all levels, says something that it did not say of the untouched desk, in
a rule that the break is for. An alarm is anything new, at warning or above, on an edit that changes nothing; that the
order of claims or keys changed is told as S108, at the level info, and counted apart.
"""

import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from reconcile.desk import dossier, extract, load
from reconcile.engine import Cache, Engine
from reconcile.lint import check, check_drafts, read_draft
from reconcile.model import Level
from reconcile.model.work import Means

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 25)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@dataclass(frozen=True)
class Mutation:
    """A change of one file of the desk.

    Attributes:
        kind: what it does.
        codes: the rules it is for; none for a change that changes nothing.
        path: the file; a draft's where it is `draft.md`.
        text: what it then holds; None where it is deleted.
    """

    kind: str
    codes: frozenset[str]
    path: str
    text: str | None


Edited = Iterator[tuple[str, str, str]]  # what was done, the rules it is for, the file's new text


def _quotes(text: str) -> Edited:
    """A claim file with one quote broken."""
    for match in re.finditer(r"^    quote: (.*)$", text, re.MULTILINE):
        quote, (start, end) = match[1], match.span(1)

        def put(new: str, start: int = start, end: int = end) -> str:
            return text[:start] + new + text[end:]

        digit = re.search(r"\d", quote)
        if digit:
            other = str((int(digit[0]) + 3) % 10)
            yield "digit of a quote", "P201 P205", put(quote[: digit.start()] + other + quote[digit.end() :])
        name = re.search(r"(?<=[a-z] )[A-Z][a-z]{4,}", quote)
        if name:
            yield "name of a quote", "P201 P205", put(quote.replace(name[0], "Ostrava", 1))
        day = next((d for d in DAYS if d in quote), None)
        if day:
            yield "weekday of a quote", "P201 P205", put(quote.replace(day, DAYS[(DAYS.index(day) + 2) % 7]))
        verb = re.search(r"\b(was|were|has|have|had|is|are)\b(?! not)", quote)
        if verb:
            yield "a not put in", "P201 P205", put(quote[: verb.end()] + " not" + quote[verb.end() :])
        words = quote.strip('"').split(" ")
        if len(words) > 6 and quote[0] != '"':
            yield "a word left out", "P201 P205 P206", put(" ".join(words[:3] + words[4:]))


def _figures(text: str) -> Edited:
    """A claim file with one figure broken."""
    for match in re.finditer(r"^    figure: (.*)$", text, re.MULTILINE):
        figure, (start, end) = match[1].strip('"'), match.span(1)
        quoted = lambda new, s=start, e=end: f'{text[:s]}"{new}"{text[e:]}'  # noqa: E731 - a short-hand
        bound = re.match(r"(<=|<|>=|>|~<|~) ", figure)
        if bound:
            yield "a bound dropped", "F303", quoted(figure[bound.end() :])
        elif figure[0].isdigit() and ".." not in figure:
            yield "a bound put in", "F303", quoted(f"<= {figure}")
        number = re.search(r"\d+", figure)
        if number and ".." not in figure:
            value = int(number[0])
            yield "another figure", "F301 F302 F303 F305", quoted(figure.replace(number[0], str(value + 7), 1))
            if value:
                yield "zeros", "F305 F301", quoted(figure.replace(number[0], number[0] + "000", 1))
        if " " in figure and re.search(r" (EUR|percent|km|metre|day|week|month|year)$", figure):
            yield "another unit", "F302 F306 F312", quoted(figure.rpartition(" ")[0] + " furlong")
        yield "a figure in words", "S102", f"{text[:start]}many{text[end:]}"


def _fields(text: str) -> Edited:
    """A claim file with another field of a record broken, or a record, or the whole."""
    for match in re.finditer(r"^    when: (\d{4})-(\d\d)-(\d\d)$", text, re.MULTILINE):
        start, end = match.span(1)
        yield "a year far ahead", "D407 R502", f"{text[:start]}{int(match[1]) + 9}{text[end:]}"
        other = f"{match[1]}-{match[2]}-{int(match[3]) % 28 + 1:02}"
        yield "another day", "D410 D407 R502", f"{text[:start]}{other}{text[match.end() :]}"
    for match in re.finditer(r"^    (quote|modality|id): ", text, re.MULTILINE):
        yield "a misspelt key", "S105 S102", text[: match.start(1)] + match[1][:-1] + "x" + text[match.end(1) :]
    for match in re.finditer(r"^    place: line (\d+), (\d+)\.\.(\d+)$", text, re.MULTILINE):
        start, end = match.span(2)
        yield "a shifted place", "P202 P203", f"{text[:start]}{int(match[2]) + 2}{text[end:]}"
    for match in re.finditer(r"^  - id: (\S+)\n((?:    .*\n)+)", text, re.MULTILINE):
        yield "a claim copied", "S106", f"{text}\n{match[0]}"
        yield "a claim copied under another id", "R504", f"{text}\n{match[0].replace(match[1], match[1] + 'x')}"
        line = match[2].split("\n")[1]
        yield "a key twice", "S103", text[: match.end()] + line + "\n" + text[match.end() :]
    yield "another source named", "S107", re.sub(r"^source: .*", "source: nobody", text, flags=re.MULTILINE)
    yield "an unclosed bracket", "S101", text.replace("claims:", "claims: [", 1)


def _articles(text: str) -> Edited:
    """An article with something changed in it."""
    body = text.index("---\n", 4) + 4
    for match in list(re.finditer(r"(?<![\d-])\d{2,4}(?![\d-])", text[body:]))[:12]:
        start, end = body + match.start(), body + match.end()
        yield "digit of an article", "P201 P205 P204", text[:start] + str(int(match[0]) + 1) + text[end:]
    for match in list(re.finditer(r"(?<=[a-z] )[A-Z][a-z]{4,}", text[body:]))[:6]:
        start, end = body + match.start(), body + match.end()
        yield "name of an article", "P201 P205 P204", f"{text[:start]}Ostrava{text[end:]}"
    yield "an article that starts with more", "P202 P204", f"{text[:body]}\nIt rained.\n{text[body:]}"
    yield "no day of publication", "P207 D401", re.sub(r"^published: .*\n", "", text, flags=re.MULTILINE)


def breaks(root: Path) -> Iterator[Mutation]:
    """Every way in which this program breaks the desk."""
    for path in sorted((root / "claims").glob("*.yaml")):
        shown = f"claims/{path.name}"
        text = path.read_text()
        for kind, codes, new in chain(_quotes(text), _figures(text), _fields(text)):
            yield Mutation(kind, frozenset(codes.split()), shown, new)
        yield Mutation("claims deleted", frozenset({"P204"}), shown, None)
    for path in sorted((root / "sources").glob("*.md")):
        shown = f"sources/{path.name}"
        for kind, codes, text in _articles(path.read_text()):
            yield Mutation(kind, frozenset(codes.split()), shown, text)
        yield Mutation("an article deleted", frozenset({"S107"}), shown, None)
    for path in sorted((root / "claims/verdicts").glob("*.jsonl")):
        shown, lines = f"claims/verdicts/{path.name}", path.read_text().split("\n")
        for n, line in enumerate(lines[:-1]):
            rest = lines[:n], lines[n + 1 :]
            for kind, codes, new in (
                ("a verdict of another claim", "R503", line.replace('"claim": "', '"claim": "x', 1)),
                ("a verdict on other words", "R502", re.sub(r'"seen": "....', '"seen": "0000', line)),
                ("a verdict torn", "S102", line[:40]),
                ("a verdict twice", "S106", f"{line}\n{line}"),
            ):
                yield Mutation(kind, frozenset(codes.split()), shown, "\n".join([*rest[0], new, *rest[1]]))
    for kind, codes, text in DRAFTS:
        yield Mutation(kind, frozenset(codes.split()), "draft.md", text)


SIGNED = "The water board signed a repair contract for 2.4 million euros with the builder Tarn."
KILLED = "The Ilvar dam disaster has killed {} people, the interior ministry said."
DRAFTS = (
    ("a draft with a rejected count", "A604", KILLED.format(19)),
    ("a draft with another count", "A601", KILLED.format(45)),
    ("a draft with a rejected day", "A604", "The dam was last inspected on February 12, 2024."),
    ("a draft with another day", "A602", "The dam was last inspected on March 1, 2024."),
    ("a draft that settles a conflict", "A603", SIGNED),
    ("a draft with a wrong link", "A608", "[31 people](claim:ilvar-times.000000) died."),
)  # fmt: skip


def harmless(root: Path) -> Iterator[Mutation]:
    """Edits that change nothing: white space, quotation marks, comments, order, line ends, reflow."""
    chance = random.Random(7)
    for path in sorted((root / "claims").glob("*.yaml")):
        text = path.read_text()
        top, *records = re.split(r"(?m)^(?=  - id: )", text)
        flipped = [re.sub(r"((?:^    \w+: .*\n)+)", _mixed(chance), record, flags=re.MULTILINE) for record in records]
        edits: dict[str, str] = {
            "blank lines": text.replace("\n  - id", "\n\n\n  - id"),
            "comments": text.replace("\n    quote:", "  # seen\n    # by anna\n    quote:"),
            "blanks at line ends": re.sub(r"(?m)^(    modality: \w+)$", r"\1   ", text),
            "quotation marks": re.sub(r"(?m)^(    about: )([\w ]+)$", r"\1'\2'", text),
            "double quotation marks": re.sub(r"(?m)^(    (?:topic|modality|about): )([\w -]+)$", r'\1"\2"', text),
            "line ends": text.replace("\n", "\r\n"),
            "a byte order mark": "\ufeff" + text,
            "reflowed quotes": re.sub(r"(?m)^    quote: ([\w ,]{30,})$", _folded, text),
            "the order of keys": top + "".join(flipped),
            "the order of claims": top + "".join(reversed([record.rstrip("\n") + "\n\n" for record in records])),
        }
        for kind, new in edits.items():
            yield Mutation(kind, frozenset(), f"claims/{path.name}", new)
    for path in sorted((root / "sources").glob("*.md")):
        yield Mutation("blanks behind an article", frozenset(), f"sources/{path.name}", path.read_text() + "\n\n")


def _mixed(chance: random.Random) -> Callable[[re.Match[str]], str]:
    def mixed(match: re.Match[str]) -> str:
        lines = match[1].splitlines(keepends=True)
        chance.shuffle(lines)
        return "".join(lines)

    return mixed


def _folded(match: re.Match[str]) -> str:
    words = match[1].split(" ")
    half = len(words) // 2
    return f"    quote: {' '.join(words[:half])}\n      {' '.join(words[half:])}"


def told(root: Path, means: Means | None = None) -> Counter[tuple[str, Level]]:
    """What the lint says of a desk and of the draft beside it: how often each rule speaks."""
    desk = load(root, means=means)
    whole = dossier(desk, means)
    found = list(check(desk, whole, today=TODAY).problems)
    draft = root / "draft.md"
    if draft.exists():
        found += check_drafts(desk, whole, [read_draft(draft.read_bytes(), "draft.md")], today=TODAY).problems
    return Counter((problem.code, problem.level) for problem in found)


def tried(
    root: Path, mutation: Mutation, clean: Counter[tuple[str, Level]], means: Means | None = None
) -> set[tuple[str, Level]]:
    """The rules that speak more often than on the clean desk; the desk is put back."""
    path = root / mutation.path
    before = path.read_bytes() if path.exists() else None
    if mutation.text is None:
        path.unlink()
    else:
        path.write_bytes(mutation.text.encode())
    try:
        return set(told(root, means) - clean)
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)


def example(folder: Path) -> Path:
    """A copy of the example desk, extracted afresh."""
    for name in ("sources", "claims"):
        shutil.copytree(ROOT / name, folder / name)
    extract(folder)
    return folder


def main(words: list[str]) -> None:
    """Count."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as memory:
        root, means = example(Path(folder)), Engine(cache=Cache(Path(memory)))
        clean = told(root, means)
        caught: Counter[str] = Counter()
        whole: Counter[str] = Counter()
        for mutation in breaks(root):
            found = {code for code, _ in tried(root, mutation, clean, means)}
            whole[mutation.kind] += 1
            caught[mutation.kind] += bool(found & mutation.codes)
            if words and not found & mutation.codes:
                print("missed:", mutation.kind, mutation.path, sorted(found), flush=True)
        for kind in sorted(whole):
            print(f"{kind:<36}{caught[kind]:>5} of {whole[kind]}")
        print(f"caught: {sum(caught.values())} of {sum(whole.values())}", flush=True)
        alarms, order, count = 0, 0, 0
        for mutation in harmless(root):
            levels = tried(root, mutation, clean, means)
            loud = {code for code, level in levels if level is not Level.INFO}
            count, order, alarms = count + 1, order + (("S108", Level.INFO) in levels), alarms + bool(loud)
            if loud:
                print("alarm:", mutation.kind, mutation.path, sorted(loud), flush=True)
        print(f"alarms on edits that change nothing: {alarms} of {count} ({order} told that the order changed)")


if __name__ == "__main__":
    main(sys.argv[1:])
