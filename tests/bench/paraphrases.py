"""Drafts that tell a story of `tests/stories` in other words: what is said of them, and of each with one value changed.

python -m tests.bench.paraphrases            what is told, of the stories looked at and of those kept back
python -m tests.bench.paraphrases MISSED     the same, with every change that was missed, of the stories looked at
python -m tests.bench.paraphrases TOLD       the same, with every finding that should not be, of the stories looked at

The drafts stand in `tests/gold/paraphrased_drafts.md`. A desk holds the articles of a story, once with every topic
decided as the tool proposes. Each draft is also held against the desks of all other stories.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reconcile import read
from reconcile.lint import check_drafts, read_draft
from reconcile.model import Desk, Dossier, Problem
from tests.bench.drafts import judged

TESTS = Path(__file__).parents[1]
CHOICE = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]")
TOLD = frozenset({"A601", "A602", "A603", "A604", "A605", "A609"})

Held = tuple[Desk, Dossier]


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft of a story, its values as [right|changed]."""

    story: str
    day: date
    kept_back: bool
    text: str

    def written(self, changed: int = -1) -> tuple[str, int]:
        """The draft with one of its values changed, or none, and the line of that value."""
        out, end, line = "", 0, 0
        for number, match in enumerate(CHOICE.finditer(self.text)):
            out += self.text[end : match.start()]
            line = out.count("\n") + 1 if number == changed else line
            out, end = out + match[2 if number == changed else 1], match.end()
        return out + self.text[end:], line


def drafts() -> Iterator[Draft]:
    """The drafts of the file."""
    text = (TESTS / "gold/paraphrased_drafts.md").read_text(encoding="utf-8")
    for match in re.finditer(r"^## (\S+) (\S+) ([^\n]+)\n\n(.*?)(?=\n## |\Z)", text, re.DOTALL | re.MULTILINE):
        yield Draft(match[1], date.fromisoformat(match[2]), match[3] == "kept back", match[4])


def story(name: str) -> Held:
    """The desk of a story."""
    paths = sorted((TESTS / "stories" / name / "sources").glob("*"))
    return judged([read(path.read_bytes(), path.name) for path in paths])


def lint(held: Held, text: str, day: date) -> list[Problem]:
    """What is said of a draft's figures and dates."""
    desk, dossier = held
    found = check_drafts(desk, dossier, [read_draft(text.encode(), "draft.md", day)]).problems
    return [problem for problem in found if problem.code in TOLD]


def measured(held: Held, draft: Draft) -> tuple[list[Problem], list[int]]:
    """What is said of a draft that is right, and the numbers of the values whose change is not told."""
    text, _ = draft.written()
    silent = lint(held, text, draft.day)
    known = {(problem.where.line, problem.code, problem.message) for problem in silent}
    missed = []
    for number in range(len(CHOICE.findall(draft.text))):
        text, line = draft.written(number)
        new = [p for p in lint(held, text, draft.day) if (p.where.line, p.code, p.message) not in known]
        if not any(problem.where.line == line for problem in new):
            missed.append(number)
    return silent, missed


def main(words: Sequence[str]) -> None:
    """Count."""
    every = list(drafts())
    held = {path.name: story(path.name) for path in sorted((TESTS / "stories").iterdir()) if path.is_dir()}
    counted: Counter[tuple[bool, str]] = Counter()
    for draft in every:
        silent, missed = measured(held[draft.story], draft)
        values = len(CHOICE.findall(draft.text))
        counted[draft.kept_back, "changed"] += values
        counted[draft.kept_back, "told"] += values - len(missed)
        counted[draft.kept_back, "said where nothing is wrong"] += len(silent)
        for number in missed if "MISSED" in words and not draft.kept_back else ():
            text, line = draft.written(number)
            print("missed", draft.story, text.split("\n")[line - 1])
        if "TOLD" in words and not draft.kept_back:
            print(*(f"{draft.story}: {p.where} {p.code} {p.message}" for p in silent), sep="\n")
        for name, other in held.items():
            if name != draft.story:
                told = lint(other, draft.written()[0], draft.day)
                counted[draft.kept_back, "said beside other stories"] += len(told)
                if told and "TOLD" in words and not draft.kept_back:
                    print(*(f"{draft.story} beside {name}: {p.code} {p.message}" for p in told), sep="\n")
    for kept_back in (False, True):
        told = {name: n for (which, name), n in sorted(counted.items()) if which is kept_back}
        print("kept back:" if kept_back else "looked at:", told)


if __name__ == "__main__":
    main(sys.argv[1:])
