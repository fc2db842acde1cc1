"""The handbook that runs: reads sentences of `tests/spec/*.md` and `tests/gold/*.md`, and what must be read in them.

In a fenced block a line at the margin is a sentence. The indented lines below it are everything that must be read in
it, in order: the exact words in square brackets, then the value as `model.notation` writes it; after it, if the
block cares, what is counted in round brackets, and the whole it is a part of; then, behind bars, what stands around it
as `spec/around.md` writes it. No further line: nothing is read here.

    published: 2021-03-04
    Up to 300 of the 900 islanders left on Tuesday.
      [Up to 300] <= 300 person (islanders) of (the 900 islanders)
      [900] 900 person
      [on Tuesday] 2021-03-02

A line `published: <day>`, in a block or outside, gives the publication day of all that follows up to the next such
line or heading. A spec of figures lists the figures alone, a spec of dates the dates alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from reconcile.extract.found import Found
from reconcile.model import Quantity, When
from reconcile.model.claim import HOUR
from reconcile.model.notation import write_figure, write_when

_EXPECTED: Final = re.compile(
    r"\s+\[(?P<words>.+?)\] (?P<written>[^()|]+?)(?: \((?P<counts>[^()]*)\))?(?: of \((?P<whole>.*)\))?"
    r"(?: \| (?P<around>.+ \| .+ \| .+ \| .+))?\s*"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One mention: its words, its value as written, and what is counted; None where the block does not care."""

    words: str
    written: str
    counts: str | None = None
    whole: str | None = None
    around: str | None = None

    def meets(self, expected: "Reading") -> bool:
        """Whether this is what was expected."""
        cares = [name for name in ("counts", "whole") if getattr(expected, name) is not None]
        return all(getattr(self, name) == getattr(expected, name) for name in ("words", "written", *cares))


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence of a handbook and what must be read in it."""

    where: str
    sentence: str
    published: date | None
    expected: tuple[Reading, ...]

    def fails(self, found: Iterable[Found]) -> str:
        """What is wrong with what was found, for people; "" where all is right."""
        got = readings(self.sentence, found)
        if len(got) == len(self.expected) and all(g.meets(e) for g, e in zip(got, self.expected, strict=True)):
            return ""
        lines = [f"{self.where}: {self.sentence}", "  expected:", *(f"    {e}" for e in self.expected)]
        return "\n".join([*lines, "  read:", *(f"    {g}" for g in got)])


def of_days(found: Iterable[Found]) -> list[Found]:
    """Dates as the sentences of `tests/gold` mark them, which mark no hours."""
    days = [f for f in found if f.rule != HOUR]
    return [f._replace(value=replace(f.value, clock="")) if isinstance(f.value, When) else f for f in days]


def readings(sentence: str, found: Iterable[Found]) -> list[Reading]:
    """What was found, as the handbook writes it."""
    return [
        Reading(
            sentence[f.start : f.end],
            write_figure(f.value) if isinstance(f.value, Quantity) else write_when(f.value),
            f.counts,
            f.whole,
        )
        for f in found
    ]


def cases(path: Path) -> Iterator[Case]:
    """The sentences of a handbook, in order.

    Raises:
        ValueError: for an indented line that is no expectation.
    """
    published: date | None = None
    fenced = False
    sentence, at, expected = "", 0, list[Reading]()
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), "```"], 1):
        if fenced and line.startswith((" ", "\t")):
            match = _EXPECTED.fullmatch(line)
            if not match or not sentence:
                raise ValueError(f"{path.name}:{number}: write `  [exact words] written form`, not {line!r}")
            expected.append(Reading(**match.groupdict()))
            continue
        if sentence:
            yield Case(f"{path.name}:{at}", sentence, published, tuple(expected))
            sentence, expected = "", []
        if line.startswith("```"):
            fenced = not fenced
        elif line.startswith("published: "):
            published = date.fromisoformat(line.removeprefix("published: ").strip())
        elif line.startswith("#") and not fenced:
            published = None
        elif fenced and line.strip():
            sentence, at = line, number
