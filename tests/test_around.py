"""What stands around a value: the handbook `spec/around.md`, and the list of what is not read there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from reconcile.extract import extract
from reconcile.model import Block, Claim, Part, Source, Span

PAGE = Path(__file__).parent / "spec" / "around.md"
ROW = re.compile(r"  \[(?P<value>[^\]]*)\] (?P<around>.+ \| .+ \| .+ \| .+)")


@dataclass(frozen=True)
class Row:
    """One value of a sentence of the page and what stands around it, as written."""

    where: str
    sentence: str
    value: str
    around: str
    known: bool  # whether it stands under "Not read"


def rows() -> Iterator[Row]:
    fenced, known, sentence = False, False, ""
    for number, line in enumerate(PAGE.read_text(encoding="utf-8").splitlines(), 1):
        known = known or line == "## Not read"
        if line.startswith("```"):
            fenced = not fenced
        elif fenced and line.startswith(" "):
            match = ROW.fullmatch(line)
            assert match, f"{PAGE.name}:{number}: write `  [value] speaker | modality | day | place`, not {line!r}"
            yield Row(f"{PAGE.name}:{number}", sentence, match["value"], match["around"], known)
        elif fenced:
            sentence = line


@cache
def claims(sentence: str) -> tuple[Claim, ...]:
    block = Block(Span(0, len(sentence)), Part.BODY)
    return extract(Source("a", sentence, (block,), published=date(2024, 5, 14)))


def around(claim: Claim) -> str:
    """What stands around a claim, as the page writes it."""
    as_of = claim.as_of.edtf if claim.as_of else ""
    return " | ".join(said or "-" for said in (claim.speaker, claim.modality, as_of, claim.where))


def read(row: Row) -> list[str]:
    mentions = ((claim.quantity or claim.when, claim) for claim in claims(row.sentence))
    return [around(claim) for mention, claim in mentions if (mention.text if mention else "") == row.value]


@pytest.mark.parametrize("row", [row for row in rows() if not row.known], ids=lambda row: row.where)
def test_what_stands_around_a_value_is_read(row: Row) -> None:
    assert read(row) == [row.around], row.sentence


@pytest.mark.parametrize("row", [row for row in rows() if row.known], ids=lambda row: row.where)
def test_what_is_listed_as_not_read_is_not_read_yet(row: Row) -> None:
    found = read(row)
    assert found, f"{row.where}: the value is not read at all"
    assert found != [row.around], f"{row.where} is read now: move it up"
