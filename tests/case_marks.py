"""What must be said of the small desks, place by place: the `marks` block of each `truth.md`, and how many hold.

A line is `kind source "words" | source "words"`, the words copied from the article with the figure or date meant (or a
piece of a claim that has neither):

    apart   a real difference: a finding must say `differs` or `conflicts`
    fits    the same thing, told alike: a finding must say `agree` or `compatible`
    never   look-alikes: no finding may say `differs` or `conflicts`
    either  nobody is wrong who says that they differ, or that they do not

What no line mentions must not be called apart. Run as a program, it prints what is missed and what is false:

    python tests/case_marks.py tests/cases tests/stories
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reconcile.model import Claim, Dossier, Finding, Outcome
from reconcile.pipeline import read, reconcile

MARK = re.compile(r'(apart|fits|never|either) (\w+) "([^"]+)" \| (\w+) "([^"]+)"')
BLOCK = re.compile(r"^```marks\n(.*?)^```", re.MULTILINE | re.DOTALL)
APART = (Outcome.DIFFERS, Outcome.CONFLICTS)
FIT = (Outcome.AGREE, Outcome.COMPATIBLE)


@dataclass(frozen=True, slots=True)
class Mark:
    """One line, with the claims at its two places, and what was found between them."""

    line: str
    kind: str
    ends: tuple[frozenset[str], frozenset[str]]
    findings: tuple[Finding, ...]

    @property
    def said(self) -> frozenset[Outcome]:
        """The outcomes of what was found."""
        return frozenset(finding.outcome for finding in self.findings)

    @property
    def holds(self) -> bool:
        """Whether what was found is what the line asks for."""
        match self.kind:
            case "apart":
                return not self.said.isdisjoint(APART)
            case "fits":
                return not self.said.isdisjoint(FIT) and self.said.isdisjoint(APART)
            case "never":
                return self.said.isdisjoint(APART)
        return True


@dataclass(frozen=True, slots=True)
class Desk:
    """A small desk, its marks, and the differences that no mark allows."""

    name: str
    dossier: Dossier
    marks: tuple[Mark, ...]
    alarms: tuple[Finding, ...]


def desks(folder: Path) -> Iterator[Desk]:
    """The small desks of a folder that have marks."""
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            dossier = reconcile([read(file.read_bytes(), file.name) for file in sorted((path / "sources").iterdir())])
            marks = tuple(_marks(dossier, (path / "truth.md").read_text(encoding="utf-8")))
            allowed = {finding.id for mark in marks if mark.kind in ("apart", "either") for finding in mark.findings}
            alarms = tuple(f for f in dossier.findings if f.outcome in APART and f.id not in allowed)
            yield Desk(path.name, dossier, marks, alarms)


def _marks(dossier: Dossier, text: str) -> Iterator[Mark]:
    block = BLOCK.search(text)
    assert block, "no block of marks"
    for line in block[1].splitlines():
        parts = MARK.fullmatch(line)
        assert parts, f"not a mark: {line}"
        ends = (_at(dossier, parts[2], parts[3]), _at(dossier, parts[4], parts[5]))
        pairs = {frozenset((a, b)) for a in ends[0] for b in ends[1]}
        found = tuple(f for f in dossier.findings if f.right and frozenset((f.left, f.right)) in pairs)
        yield Mark(line, parts[1], ends, found)


def _at(dossier: Dossier, slug: str, words: str) -> frozenset[str]:
    """The claims whose figure or date stands in the words; of none, those that begin in them."""
    text = dossier.source[slug].text
    start = text.find(words)
    assert start >= 0, f"{slug} has no {words!r}"
    end = start + len(words)
    own = [claim for claim in dossier.claims if claim.source == slug]
    valued = [claim.id for claim in own if (told := claim.quantity or claim.when) and told.span.start < end
              and start < told.span.end]  # fmt: skip
    return frozenset(valued or [claim.id for claim in own if claim.span.start < end and start < claim.span.end])


def words(claim: Claim) -> str:
    """A claim's own words for its value, or all of it."""
    told = claim.quantity or claim.when
    return " ".join((told.text if told else claim.quote).split())


def shares(all_desks: Sequence[Desk]) -> dict[str, tuple[int, int]]:
    """Of the marks of each kind how many hold; `right`: of all findings called apart, those that a mark allows."""
    held: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for desk in all_desks:
        total.update(mark.kind for mark in desk.marks)
        held.update(mark.kind for mark in desk.marks if mark.holds)
        for outcome in APART:
            said = [finding for finding in desk.dossier.findings if finding.outcome is outcome]
            total[outcome.value] += len(said)
            held[outcome.value] += len([finding for finding in said if finding not in desk.alarms])
    return {kind: (held[kind], total[kind]) for kind in ("apart", "fits", "never", "differs", "conflicts")}


def _line(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _report(desk: Desk) -> None:
    _line(f"\n{desk.name}")
    for mark in desk.marks:
        if not mark.holds:
            joined = {desk.dossier.topic_of.get(name) for name in mark.ends[0]} & {
                desk.dossier.topic_of.get(name) for name in mark.ends[1]
            }
            codes = sorted({f.relation for f in mark.findings}) or ["joined, no finding" if joined else "not joined"]
            _line(f"  {mark.line}: {', '.join(codes)}")
    for finding in desk.alarms:
        left, right = (desk.dossier.claim[end] for end in (finding.left, finding.right or finding.left))
        told = f"{left.source} {words(left)} | {right.source} {words(right)}"
        _line(f"  FALSE {finding.outcome} ({finding.relation}): {told}")


if __name__ == "__main__":
    for name in sys.argv[1:]:
        found = list(desks(Path(name)))
        for one in found:
            _report(one)
        counts = ", ".join(f"{kind} {held}/{total}" for kind, (held, total) in shares(found).items())
        _line(f"\n{name}: {counts}")
