"""Real articles as drafts: those of another event, which must be met with silence, and those with one figure changed.

python -m tests.bench.drafts            what is said of each, counted
python -m tests.bench.drafts 3          the same of every third topic
python -m tests.bench.drafts TOLD       the same, with every finding on the drafts of other events
python -m tests.bench.drafts MISSED     the same, with every changed figure that was missed

The articles of ECB+ lie in a folder `shared` beside the checkout: two look-alike events a topic. A desk holds up to six
articles of one event, with every topic decided as the tool proposes. The drafts are all articles of the topic's other
event; those of its own event that are not on the desk; and some of its own event, each time with one digit of one
figure changed that another article of the desk gives as well.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from reconcile import read, reconcile
from reconcile.lint import check_drafts, read_draft
from reconcile.model import Claim, Desk, Dossier, Outcome, Pins, Settings, Source, Verdict, seen
from reconcile.model.decide import propose, standings

DATA = Path(__file__).parents[3] / "shared" / "data" / "ecbplus_docs.jsonl"
ON_DESK = 6
CHANGED = 3  # articles of a desk, and of those that are not on it, of which figures are changed
FIGURES = 2  # of an article
DAY = date(2008, 12, 20)  # on which all are taken to have come out: most do not say
FIRM = (Outcome.AGREE, Outcome.COMPATIBLE)

Told = list[tuple[str, str, str, str]]  # code, draft, words of its line, message


@dataclass
class Counted:
    """What was said of the drafts of some desks."""

    others: Counter[str] = field(default_factory=Counter)
    own: Counter[str] = field(default_factory=Counter)
    copied: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    told: Told = field(default_factory=list)
    missed: Told = field(default_factory=list)


def judged(sources: Sequence[Source]) -> tuple[Desk, Dossier]:
    """A desk of these articles, with every topic decided as is proposed."""
    dossier = reconcile(sources)
    verdicts = []
    for topic in dossier.topics:
        decision, reason = propose(dossier, topic.id)
        for claim, standing in standings(dossier, topic.id, decision).items():
            number = f"anna-{len(verdicts)}"
            at = "2026-01-01T00:00:00+00:00"
            verdicts.append(
                Verdict(number, claim, topic.id, decision, standing, "anna", at, seen(dossier.claim[claim]), reason)
            )
    files = {source.slug: f"sources/{source.slug}.txt" for source in sources}
    return Desk(".", Settings(), tuple(sources), files, (), Pins(), ()), dossier.with_verdicts(tuple(verdicts))


def lint(desk: Desk, dossier: Dossier, text: str, name: str) -> Told:
    """What the lint says of a draft."""
    draft = read_draft(text.encode(), f"{name}.txt", DAY)
    lines = draft.text.split("\n")
    return [
        (problem.code, name, lines[problem.where.line - 1], problem.message)
        for problem in check_drafts(desk, dossier, [draft]).problems
    ]


def borne_out(dossier: Dossier, slug: str) -> Iterator[Claim]:
    """The figures of an article that another article gives as well."""
    for claim in dossier.claims:
        if claim.source == slug and claim.figure is not None and claim.id in dossier.topic_of:
            found = dossier.findings_of[dossier.topic_of[claim.id]]
            pair = [f for f in found if claim.id in (f.left, f.right) and f.dimension.value == "figure"]
            if any(f.outcome in FIRM and not f.others for f in pair):
                yield claim


def changes(text: str, claims: Iterable[Claim]) -> Iterator[tuple[Claim, str]]:
    """A text, each time with one digit of one figure changed."""
    for claim in claims:
        told = claim.quantity
        digit = re.search(r"[1-9]", told.text) if told else None
        if told and digit:
            at = told.span.start + digit.start()
            yield claim, text[:at] + str((int(digit[0]) + 2) % 9 + 1) + text[at + 1 :]


def one(work: tuple[str, Sequence[Mapping[str, str]], Sequence[Mapping[str, str]]]) -> Counted:
    """Hold everything against the desk of one event."""
    _, mine, others = work
    header = {"published": str(DAY)}
    sources = [read(row["text"].encode(), f"{row['id']}.txt", header=header) for row in mine[:ON_DESK]]
    desk, dossier = judged(sources)
    counted = Counted()
    for rows, found in ((others, counted.others), (mine[ON_DESK:], counted.own)):
        for row in rows:
            told = lint(desk, dossier, row["text"], row["id"])
            found["drafts"] += 1
            found.update(code for code, *_ in told)
            counted.told += [("others" if rows is others else "own", *line) for line in told]  # type: ignore[misc]
    for source in sources:
        _changed(
            desk, dossier, source.text, source.slug, list(borne_out(dossier, source.slug)), counted.copied, counted
        )
        counted.own["on articles of the desk"] += len(lint(desk, dossier, source.text, source.slug))
    for row in mine[ON_DESK:][:CHANGED]:
        whole = reconcile([*sources, read(row["text"].encode(), f"{row['id']}.txt", header=header)])
        same = list(borne_out(whole, row["id"]))
        _changed(desk, dossier, whole.source[row["id"]].text, row["id"], same, counted.changed, counted)
    return counted


def _changed(
    desk: Desk, dossier: Dossier, text: str, name: str, claims: Sequence[Claim], into: Counter[str], counted: Counted
) -> None:
    """Change each of these figures of an article, and count at how many of them the lint says something new."""
    before = {line[:1] + line[3:] for line in lint(desk, dossier, text, name)}
    for claim, changed in changes(text, claims[:: max(1, len(claims) // FIGURES)]):
        new = [line for line in lint(desk, dossier, changed, name) if line[:1] + line[3:] not in before]
        into["changed"] += 1
        into["caught"] += bool(new)
        if not new:
            kind = "of the desk" if into is counted.copied else "of the same event"
            counted.missed.append((kind, claim.id, claim.quote, ""))


def main(words: Sequence[str]) -> None:
    """Count."""
    topics: dict[object, dict[str, list[Mapping[str, str]]]] = defaultdict(lambda: defaultdict(list))
    step = next((int(word) for word in words if word.isdigit()), 1)
    with DATA.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            topics[row["topic"]][row["event"]].append(row)
    work = [
        (event, events[event], [row for other in events if other != event for row in events[other]])
        for events in list(topics.values())[::step]
        for event in events
        if len(events) > 1
    ]
    whole = Counted()
    with ProcessPoolExecutor(2) as pool:
        for found in pool.map(one, work):
            for name in ("others", "own", "copied", "changed"):
                getattr(whole, name).update(getattr(found, name))
            whole.told += found.told
            whole.missed += found.missed
    for line in whole.told if "TOLD" in words else ():
        print(*line, sep="\n   ")
    for line in whole.missed if "MISSED" in words else ():
        print("missed", *line, sep="\n   ")
    print("drafts of the other event:", dict(whole.others))
    print("drafts of the same event:", dict(whole.own))
    print("figures changed in articles of the desk:", dict(whole.copied))
    print("figures changed in other articles of its event:", dict(whole.changed))


if __name__ == "__main__":
    main(sys.argv[1:])
