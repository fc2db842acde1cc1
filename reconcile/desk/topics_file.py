"""`claims/topics.yaml`: what a person says of topics: their names, and claims that must stay together or apart.

labels: {people-fled: people who fled Karabakh}
merge:  {people-fled: [karabakh-ledger.1f2e3d, karabakh-review.4a5b6c]}
apart:  [[karabakh-ledger.1f2e3d, karabakh-review.777777]]
review_by: {people-fled: 2021-03-01}
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from reconcile.desk.claim_files import pinned
from reconcile.desk.documents import Document, Text, read_document
from reconcile.desk.fields import TOPICS
from reconcile.desk.files import inside
from reconcile.model import ClaimFile, Level, Pins, Place, Problem
from reconcile.model.claim import meant

NAME: Final = "claims/topics.yaml"


def read_pins(
    root: Path, files: Iterable[ClaimFile], unread: Container[str], instead: Mapping[str, bytes]
) -> tuple[Pins, list[Problem]]:
    """What a person decided about topics, here and in the claim files' `topic:` keys, and what is wrong in it.

    Args:
        unread: the short names of the articles whose claims cannot be read, so that nothing can be said of their ids.
        instead: path from the root to what is read in its place.
    """
    records = [record for file in files for record in file.records if not record.struck]
    topic_of = {record.id: record.fields["topic"] for record in records if record.fields.get("topic")}
    fixed = {record.id for record in records if pinned(record.fields)}
    path = root / NAME
    if not path.exists():
        return Pins(topic_of=topic_of, fixed=frozenset(fixed)), []
    if not inside(root, path):
        leads_out = Problem("S101", Level.ERROR, Place(NAME), "leads out of the desk")
        return Pins(topic_of=topic_of, fixed=frozenset(fixed)), [leads_out]
    document = read_document(path, NAME, instead.get(NAME))
    problems = list(document.problems)
    value = document.value
    if not isinstance(value, dict):
        if not problems and value:
            problems.append(_wrong(Place(NAME), "holds no `labels:`, `merge:` or `apart:`"))
        return Pins(topic_of=topic_of, fixed=frozenset(fixed)), problems
    problems += [_wrong(document.place_of(value, k), f"unknown key {k!r}", "S105") for k in value if k not in TOPICS]
    known = {record.id for record in records}
    for topic, claims in _mapping(document, value, "merge", problems).items():
        for claim in _claims(document, claims, known, unread, problems):
            topic_of[claim] = topic
            fixed.add(claim)
    apart: set[tuple[str, str]] = set()
    groups = value.get("apart", [])
    if not isinstance(groups, list):
        problems.append(_wrong(document.place_of(value, "apart"), "`apart:` must be a list of lists of claims"))
        groups = []
    for group in groups:
        for one, other in combinations(sorted(_claims(document, group, known, unread, problems)), 2):
            apart.add((one, other))
    labels = dict(_labels(document, value, problems))
    due = dict(_due(document, value, problems))
    return Pins(labels, topic_of, frozenset(fixed), frozenset(apart), due), problems


def _labels(document: Document, value: dict[str, Any], problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """By topic the name that a person gave it."""
    told = _mapping(document, value, "labels", problems)
    for topic, label in told.items():
        if isinstance(label, Text):
            yield topic, str(label)
        else:
            problems.append(_wrong(document.place_of(told, topic), "a label must be text"))


def _due(
    document: Document, value: dict[str, Any], problems: list[Problem]
) -> Iterator[tuple[str, tuple[date, Place]]]:
    """By topic the day by which a person wants to look at it again, and where that is written."""
    told = _mapping(document, value, "review_by", problems)
    for topic, day in told.items():
        place = document.place_of(told, topic)
        try:
            yield topic, (date.fromisoformat(day), place)
        except (TypeError, ValueError):
            problems.append(_wrong(place, f"{day} is no day: write 2021-03-01"))


def _mapping(document: Document, value: dict[str, Any], key: str, problems: list[Problem]) -> dict[str, Any]:
    found = value.get(key, {})
    if isinstance(found, dict):
        return found
    problems.append(_wrong(document.place_of(value, key), f"`{key}:` must be a mapping of topics"))
    return {}


def _claims(
    document: Document, group: Any, known: set[str], unread: Container[str], problems: list[Problem]
) -> list[str]:
    if not isinstance(group, list) or not all(isinstance(item, Text) for item in group):
        problems.append(_wrong(Place(document.path), "claims stand in a list: [one.1f2e3d, two.4a5b6c]"))
        return []
    strange = [item for item in group if item not in known and item.rpartition(".")[0] not in unread]
    for item in strange:
        near = meant(item, known)
        told = f"there is no claim called {str(item)!r}: {f'did you mean {near}?' if near else 'take it out'}"
        problems.append(_wrong(document.at(item), told, "S107"))
    return [str(item) for item in group if item in known]


def _wrong(place: Place, message: str, code: str = "S102") -> Problem:
    return Problem(code, Level.ERROR, place, message)
