"""Claims: the handbook `spec/claims.md`, and the examples of the lexicon of clauses, speech and modality."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from reconcile.extract import extract
from reconcile.extract.clauses import Kind
from reconcile.extract.grammar import closed
from reconcile.extract.split import split
from reconcile.extract.words import read_words
from reconcile.lexicon import entries
from reconcile.model import Block, Claim, Modality, Part, Source, Span
from reconcile.pipeline import read_text

SPEC = Path(__file__).parent / "spec" / "claims.md"
EXPECTED = re.compile(
    r"\s+(?:\[(?P<value>[^\]]+)\] )?«(?P<quote>[^»]+)» = (?P<about>[^|]+?)(?P<more>(?: \| [^|]+)*)\s*"
)


@dataclass
class Case:
    """A sentence of the handbook, the paragraphs before it, and its claims as written."""

    where: str
    sentence: str
    published: date | None
    before: list[str]
    claims: list[str] = field(default_factory=list)


def cases(path: Path = SPEC) -> Iterator[Case]:
    """The sentences of a handbook with their claims."""
    fenced, published, before, case = False, None, list[str](), None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("```"):
            fenced, before = not fenced, []
        elif not fenced or not line.strip():
            continue
        elif line.startswith("published: "):
            published = date.fromisoformat(line.removeprefix("published: "))
        elif line.startswith("  ") and case:
            assert EXPECTED.fullmatch(line), f"{path.name}:{number}: {line}"
            case.claims.append(line.strip())
        elif line.startswith("- "):
            before.append(line[2:])
        else:
            if case:
                yield case
            case = Case(f"{path.name}:{number}", line, published, before)
            before = []
    assert case
    yield case


def read(case: Case) -> list[Claim]:
    """The claims of the sentence alone; its paragraphs come before it."""
    text, blocks = "", []
    for paragraph in [*case.before, case.sentence.removeprefix("# ")]:
        text += "\n\n" if text else ""
        part = Part.TITLE if case.sentence.startswith("# ") else Part.BODY
        blocks.append(Block(Span(len(text), len(text) + len(paragraph)), part))
        text += paragraph
    last = blocks[-1].span.start
    source = Source("a", text, tuple(blocks), published=case.published)
    return [claim for claim in extract(source) if claim.span.start >= last]


def written(claim: Claim) -> str:
    """A claim as the handbook writes it."""
    mention = claim.quantity or claim.when
    value = f"[{mention.text}] " if mention else ""
    more = [f"says {claim.speaker}"] if claim.speaker else []
    more += [claim.modality] if claim.modality is not Modality.HAPPENED else []
    more += [f"as of {claim.as_of.edtf}"] if claim.as_of else []
    more += [f"where {claim.where}"] if claim.where else []
    return " | ".join([f"{value}«{claim.quote}» = {claim.about}", *more])


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.where)
def test_the_handbook_of_claims(case: Case) -> None:
    assert [written(claim) for claim in read(case)] == case.claims


def only(sentence: str) -> Claim:
    """The one claim of a sentence."""
    return read(Case("", sentence, None, []))[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The islands of the Tarn estuary", ["islands of the Tarn estuary"]),
        ("painter Ana Tarma", ["painter Ana Tarma"]),
        ("The islands of the estuary?", []),
        ("Tarn", []),
        ("The old quarter. The new port.", []),
    ],
)
def test_a_text_of_one_line_without_a_statement_is_a_claim_as_it_stands(text: str, told: list[str]) -> None:
    assert [found.about for found in extract(read_text(text, slug="a"))] == told


@pytest.mark.parametrize("row", entries("modality"), ids=lambda row: str(row["modality"]))
def test_modality_examples(row: dict[str, str]) -> None:
    assert only(row["example"]).modality == row["reads"]


@pytest.mark.parametrize("name", entries("speech"))
def test_speech_examples(name: str) -> None:
    entry = entries("speech")[name]
    assert [claim.speaker for claim in read(Case("", entry["example"], None, []))][-1:] in ([entry["reads"]], [])


@pytest.mark.parametrize("name", entries("stated"))
def test_examples_of_the_day_a_count_is_stated_for(name: str) -> None:
    entry = entries("stated")[name]
    claims = read(Case("", entry["example"], date(2021, 3, 5), []))
    assert [claim.as_of.edtf for claim in claims if claim.as_of] == [entry["reads"]]


@pytest.mark.parametrize("name", entries("purpose"))
def test_purposes_are_told_from_what_is_done(name: str) -> None:
    entry = entries("purpose")[name]
    tokens = read_words(entry["example"], 0, len(entry["example"]) - 1, [])
    found = [clause for clause in split(tokens) if clause.kind is Kind.PURPOSE]
    assert [" ".join(token.text for token in tokens[clause.body : clause.end]) for clause in found] == [
        reads for reads in [entry["reads"]] if reads
    ]


@pytest.mark.parametrize("name", entries("clauses"))
def test_clause_words_are_read_as_what_they_are(name: str) -> None:
    """The words an entry's example shows are known by its list, and stand in the example."""
    entry = entries("clauses")[name]
    for shown in entry["reads"].split(" | "):
        assert shown in entry["example"]
        assert any(word in entry["words"].split() for word in shown.lower().split())


@pytest.mark.parametrize("name", entries("verbs"))
def test_verbs_are_found(name: str) -> None:
    """The verb groups of an entry's example are those it names."""
    entry = entries("verbs")[name]
    tokens = read_words(entry["example"], 0, len(entry["example"]), [])
    groups = [clause.group for clause in split(tokens) if clause.group]
    found = [" ".join(token.text for token in tokens[group.start : group.end]) for group in groups]
    assert found == entry["reads"].split(" | ")


def test_no_small_word_is_two_things() -> None:
    """What a word is must not depend on the order of the lexicon's lists, but for the ones the context settles."""
    lists = (
        "determiners",
        "prepositions",
        "openers",
        "relatives",
        "coordinators",
        "modals",
        "be",
        "have",
        "do",
        "nots",
    )
    seen = [word for name in lists for word in entries("clauses")[name]["words"].split()]
    assert sorted(word for word in set(seen) if seen.count(word) > 1) == []
    assert set(seen) <= set(closed())
