"""Which words of a clause its claim needs, and what they make.

What comes in: a sentence taken apart, a clause of it and the value claimed. What goes out: token numbers, and the
Proposition they make.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from reconcile.extract.clauses import Kind
from reconcile.extract.grammar import BREAKS, Tag, words
from reconcile.extract.scan import Scan
from reconcile.lexicon import entries

_NOUN: Final = 3  # words of a noun that is counted
SHORTEST: Final = 4  # words of a statement without a value; "He agreed." is no claim to compare


def told_apart(scan: Scan, number: int) -> bool:
    """Whether a clause inside another is a claim of its own: a reason, a purpose, a result, what a mark sets apart."""
    clause = scan.clauses[number]
    reason = clause.kind is Kind.ADVERBIAL and scan.tokens[clause.start].low in words("reasons")
    beside = clause.kind is Kind.RELATIVE and clause.marked  # ", which lies above the town"
    if not (reason or beside or clause.kind is Kind.PURPOSE or _result(scan, number)):
        return False
    size = sum(scan.tokens[n].text[:1].isalnum() for inner in scan.inside(number) for n in scan.own(inner))
    told = size >= SHORTEST or bool(scan.values(number))
    return told and not _interrupted(scan, number)


def _result(scan: Scan, number: int) -> bool:
    """Whether a clause tells what came of it, or went with it: ", forcing shops to close"."""
    clause = scan.clauses[number]
    if clause.kind is not Kind.PARTICIPLE or not clause.marked or clause.parent < 0:
        return False
    own, around = scan.own(number), scan.clauses[clause.parent].group
    return bool(own) and scan.tokens[own[0]].tag is Tag.ING and around is not None and around.start < own[0]


def _interrupted(scan: Scan, number: int) -> bool:
    """Whether more was set aside inside a clause (a link) than it says: its quote would not be the article's words."""
    clause = scan.clauses[number]
    start, end = scan.tokens[clause.start].start, scan.tokens[clause.end - 1].end
    quoted = scan.flow.span(start, end)
    return quoted.end - quoted.start > 2 * (end - start)


@dataclass(slots=True)
class Proposition:
    """What is claimed.

    Attributes:
        said: the words, in order, carried-over ones among them.
        start, end: half-open token numbers of the quote; the same where there are no words of the sentence's own.
    """

    said: list[str] = field(default_factory=list)
    start: int = 0
    end: int = 0

    @property
    def text(self) -> str:
        """The proposition as running text."""
        return " ".join(part for part in self.said if part)


def made(scan: Scan, numbers: list[int], said: list[str]) -> Proposition:
    """A proposition quoted from the first of some tokens to the last; nowhere yet where there are none."""
    if not numbers:
        return Proposition(said)
    start, end = min(numbers), max(numbers) + 1
    while end > start + 1 and scan.tokens[end - 1].tag in (Tag.COORD, *BREAKS):
        end -= 1
    return Proposition(said, start, end)


def needed(scan: Scan, number: int, value: int) -> list[int]:
    """The words of a clause that its claim needs: no lead-up, no tail that is about another figure."""
    clause, tokens = scan.clauses[number], scan.tokens
    pieces = [list(range(max(s, clause.body), e)) for s, e in clause.pieces]
    group = clause.group
    kept: list[int] = []
    for piece in pieces:
        if not piece or (value in piece) or (group and piece[0] <= group.start <= piece[-1]):
            kept += piece
            continue
        others = any(tokens[n].value >= 0 for n in piece)
        before = group is not None and piece[-1] < group.start
        if before and not set(piece) & set(scan.subject(number)):
            continue
        if not others or before or piece[-1] < value:
            kept += piece
    while kept and kept[0] != value and tokens[kept[0]].tag in (Tag.ADV, Tag.COORD, Tag.DATE):
        del kept[0]
    return _without_tail(scan, number, value, kept)


def _without_tail(scan: Scan, number: int, value: int, kept: list[int]) -> list[int]:
    """Cut the phrase of another figure behind the value: "2,000 soldiers were sent | for a five-year mandate"."""
    group, tokens = scan.clauses[number].group, scan.tokens
    if group is None or value < 0 or tokens[value].tag is not Tag.FIGURE:
        return kept
    behind = [n for n in kept if n > max(value, group.end - 1)]
    other = next((n for n in behind if tokens[n].tag is Tag.FIGURE), -1)
    leads = [n for n in behind if n < other and tokens[n].tag in (Tag.PREP, Tag.TO) and tokens[n].low != "of"]
    return kept if other < 0 or not leads else [n for n in kept if n < leads[-1]]


def beside(scan: Scan, number: int, value: int) -> list[int]:
    """Words of the clauses inside a clause that belong to what it says.

    Names beside a noun always do ("the three chairs, France, Russia and Spain, met"). A claim of wording is all its
    words: "they do not say | how it will end", but not what a comma sets apart.
    """
    found: list[int] = []
    for inner in scan.inside(number)[1:]:
        clause = scan.clauses[inner]
        if scan.values(inner) or told_apart(scan, clause.parent) or told_apart(scan, inner):
            continue
        if (clause.kind is Kind.APPOSITION and clause.group is None) or (value < 0 and not clause.marked):
            found += [n for n in range(clause.start, clause.end) if scan.tokens[n].tag not in BREAKS]
    return found


def those_who(scan: Scan, number: int) -> list[int]:
    """What "those" needs to say anything: "Five are among those | who died"."""
    found: list[int] = []
    for inner in scan.inside(number)[1:]:
        clause = scan.clauses[inner]
        bare = clause.start > 0 and scan.tokens[clause.start - 1].low == "those"
        if bare and clause.kind is Kind.RELATIVE and not scan.values(inner):
            found += range(clause.start, clause.end)
    return [n for n in found if scan.tokens[n].tag not in BREAKS]


def who_befell(scan: Scan, number: int, value: int) -> list[int]:
    """What became of those counted, where it is told behind their noun: "a search for 43 people | who are missing"."""
    if value < 0 or scan.tokens[value].tag is not Tag.FIGURE:
        return []
    befell = frozenset(entries("people")["said_of_people"])
    for inner in scan.inside(number)[1:]:
        clause = scan.clauses[inner]
        noun = scan.tokens[value + 1 : clause.start]
        behind = clause.kind is Kind.RELATIVE and not clause.marked and 0 < len(noun) <= _NOUN
        if not behind or any(token.tag not in (Tag.NOUN, Tag.NAME) for token in noun) or clause.group is None:
            continue
        told = next((n for n in range(clause.group.start, clause.end) if scan.tokens[n].low in befell), -1)
        if 0 <= told <= clause.group.end + 1:
            return list(range(clause.start, told + 1))
    return []


def predicate(scan: Scan, number: int, kept: Iterable[int]) -> str:
    """The verb and what follows it."""
    group = scan.clauses[number].group
    return "" if group is None else scan.telling_words(n for n in kept if n >= group.start)
