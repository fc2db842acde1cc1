"""The specification of relations as it stands in `tests/spec/relations.md`, and claims made of its lines.

A section is `## table: code`. In its fenced blocks, a line `A | B → code outcome` holds two figures or two dates in the
notation of `model.notation`. Elsewhere a block holds claims, one a line, and the last line what is found between the
first two (arithmetic may rest on the others):

    a 2024-03-04: [Nine] people died in the mine = 9 person (people)
    b 2024-03-06: [Eleven] people died in the mine = 11 person (people)
    → tally_growth differs

Two lines with the same words are two claims of one sentence. The words in square brackets are the figure or date; a
claim without them is one of words. In braces may stand the modality and the speaker: `{planned, the mayor}`; `headline`
for a title; `04:17` for the hour of a day; `undecided` for a day in figures that may be read either way; `reckoned` (or
`reckoned from <day>`) for a date that was counted from the day of publication, or from another.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from reconcile.model import (
    Anchor,
    Block,
    Claim,
    Finding,
    Member,
    Mention,
    Modality,
    Part,
    Quantity,
    Source,
    Span,
    Topic,
    When,
)
from reconcile.model.notation import read_figure, read_when
from reconcile.model.values import UNDECIDED

_KNOWN = {*Modality, "headline", "undecided"}
SPEC = Path(__file__).parent / "spec" / "relations.md"
CLAIM = re.compile(
    r"(?P<slug>\w+)(?: (?P<day>\d{4}-\d\d-\d\d))?: (?P<words>.*?)"
    r"(?: = (?P<value>[^({]+?)(?: \((?P<counts>[^)]*)\))?)?(?: \{(?P<more>[^}]*)\})?"
)


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a section: two values, or claims, and what must be said of them."""

    table: str
    code: str
    lines: tuple[str, ...]
    expected: tuple[str, str]

    def __str__(self) -> str:
        return f"{self.table}: {self.code}: {' | '.join(self.lines)}"


def examples() -> Iterator[Example]:
    """Every example of the specification."""
    table = code = ""
    block: list[str] | None = None
    for line in SPEC.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            table, code = line.removeprefix("## ").split(": ")
        elif line.startswith("```"):
            block = [] if block is None else None
        elif block is not None and "→" in line:
            told, _, said = line.rpartition("→")
            relation, outcome = said.split()
            yield Example(table, code, (*block, *filter(None, map(str.strip, told.split("|")))), (relation, outcome))
            block = []
        elif block is not None and line.strip():
            block.append(line.strip())


def value(text: str) -> Quantity | When:
    """A figure or a date in the notation."""
    dated = re.match(r"(?:on|by|since|until|from|before|after|between) |unanchored|T\d|[\dX]{4}(?:-|$|~|/)|\.\./", text)
    return read_when(text) if dated else read_figure(text)


def claims(lines: tuple[str, ...]) -> tuple[list[Claim], dict[str, Source]]:
    """The claims of an example and their sources; lines of one slug make one article."""
    texts: dict[str, str] = {}
    days: dict[str, date | None] = {}
    made: list[Claim] = []
    for number, line in enumerate(lines):
        match = CLAIM.fullmatch(line)
        assert match, line
        slug, sentence = match["slug"], match["words"].replace("[", "").replace("]", "") + ".\n"
        start = texts.get(slug, "").find(sentence)
        if start < 0:
            start = len(texts.get(slug, ""))
            texts[slug] = texts.get(slug, "") + sentence
        days[slug] = date.fromisoformat(match["day"]) if match["day"] else days.get(slug)
        made.append(_claim(match, number, start))
    sources = {
        slug: Source(slug, text, (Block(Span(0, len(text)), Part.BODY),), publisher=slug.title(), published=days[slug])
        for slug, text in texts.items()
    }
    return sorted(made, key=lambda c: (c.source, c.span)), sources


def _claim(match: re.Match[str], number: int, start: int) -> Claim:
    words, more = match["words"], [part.strip() for part in (match["more"] or "").split(",") if part.strip()]
    plain = words.replace("[", "").replace("]", "")
    mention = None
    about = plain
    if match["value"]:
        left, right = words.index("["), words.index("]") - 1
        told = value(match["value"])
        reckoned = next((part for part in more if part.startswith("reckoned")), "")
        if isinstance(told, When) and reckoned:
            base = reckoned.removeprefix("reckoned").removeprefix(" from ") or match["day"]
            told = replace(told, anchor=Anchor("days before or after", date.fromisoformat(base)))
        if isinstance(told, When) and "undecided" in more:
            told = replace(told, anchor=Anchor(UNDECIDED))
        mention = Mention(
            Span(start + left, start + right), plain[left:right], told, match["counts"] or "", rule="by hand"
        )
        about = f"{plain[:left]}{plain[right:].lstrip()}".strip()
    modality = next((Modality(part) for part in more if part in set(Modality)), Modality.HAPPENED)
    span = Span(start, start + len(plain))
    return Claim(
        f"{match['slug']}.{number:06x}", match["slug"], span, plain, span, about,
        quantity=mention if mention and isinstance(mention.value, Quantity) else None,
        when=mention if mention and isinstance(mention.value, When) else None,
        speaker=next((part for part in more if not (part in _KNOWN or part.startswith("reckoned"))), ""),
        modality=modality,
        headline="headline" in more,
    )  # fmt: skip


def compared(lines: tuple[str, ...]) -> tuple[list[Claim], tuple[Finding, ...]]:
    """What is found in a topic of these claims."""
    from reconcile.compare import Articles, compare, derive, event_day, origins

    made, sources = claims(lines)
    topic = Topic("topic", "topic", tuple(Member(claim.id, "by hand") for claim in made))
    articles = Articles(sources, {c.id: c for c in made})
    found = compare(topic, articles, origins(tuple(sources.values())))
    turn = event_day(tuple(sources), articles, ())
    return made, (*found, *derive((topic,), articles), *(turn.findings if turn else ()))
