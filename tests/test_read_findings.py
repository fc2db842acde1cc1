"""What was said of real articles, and whether it holds: `gold/ecbplus_read.yaml`, read by hand.

The articles are public data that stand beside the project, not in it; where they are missing there is nothing to test.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest
import yaml

from reconcile.model import Claim, Outcome, Source
from reconcile.pipeline import read_text, reconcile

HERE: Final = Path(__file__).parent
DATA: Final = HERE.parent.parent / "shared" / "data" / "ecbplus_docs.jsonl"
READ: Final = HERE / "gold" / "ecbplus_read.yaml"
MOST: Final = 12  # articles of an event
FLOORS: Final = {Outcome.CONFLICTS: 0.9, Outcome.DIFFERS: 0.95}  # what is wrong is marked so, with its kind
LEAST: Final = 158  # findings that were read, are right and still made

PILE: Final = DATA.with_name("meantime_docs.jsonl")
APART: Final = 7  # findings in four piles of 30 articles, each of its own week: nearly all of them false

Ends = frozenset[tuple[str, int]]


def events() -> Mapping[str, list[Source]]:
    found: dict[str, list[Source]] = defaultdict(list)
    rows = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
    for row in sorted(rows, key=lambda row: row["id"]):
        found[row["event"]].append(read_text(row["text"], slug=row["id"]))
    return found


def start(claim: Claim) -> int:
    told = claim.quantity or claim.when
    return told.span.start if told else claim.span.start


def said(sources: list[Source]) -> Iterator[tuple[Outcome, Ends]]:
    dossier = reconcile(sources)
    for finding in dossier.findings:
        if finding.outcome in FLOORS and finding.right:
            ends = (dossier.claim[finding.left], dossier.claim[finding.right])
            yield finding.outcome, frozenset((claim.source, start(claim)) for claim in ends)


@pytest.mark.skipif(not DATA.exists(), reason="the public articles are not beside the project")
def test_what_was_read_and_held_still_holds() -> None:
    gold = yaml.safe_load(READ.read_text(encoding="utf-8"))
    marks = {
        frozenset(((row["left"], row["at"]), (row["right"], row["and"]))): row["mark"] == "right"
        for row in gold["findings"]
    }
    articles = events()
    told = dict.fromkeys(row["event"] for row in gold["findings"])  # of the others nothing was said
    found = [pair for event in told for pair in said(articles[event][:MOST])]
    known = [(outcome, marks[ends]) for outcome, ends in found if ends in marks]
    assert sum(right for _, right in known) >= LEAST
    for outcome, floor in FLOORS.items():
        held = [right for one, right in known if one is outcome]
        assert sum(held) >= floor * len(held), outcome


@pytest.mark.skipif(not PILE.exists(), reason="the public articles are not beside the project")
def test_reports_of_different_weeks_contradict_each_other_in_nothing() -> None:
    piles: dict[str, list[Source]] = defaultdict(list)
    for row in map(json.loads, PILE.read_text(encoding="utf-8").splitlines()):
        head = f"---\npublished: {row['dct']}\n---\n\n"
        piles[row["topic"]].append(read_text(head + row["text"], slug=row["id"]))
    found = [outcome for pile in piles.values() for outcome, _ in said(pile)]
    assert len(piles) == 4
    assert found.count(Outcome.CONFLICTS) == 0
    assert len(found) <= APART
