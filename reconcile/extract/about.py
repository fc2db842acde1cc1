"""What a claim is about: its clause as a proposition of its own.

What comes in: a sentence taken apart, a clause of it and the value claimed. What goes out: the words of the
proposition, values left out and missing words carried over ("Kalbajar on Nov. 25" after "Lachin was ceded on Tuesday"
is "Kalbajar was ceded"), and the stretch of tokens that is quoted.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from reconcile.extract.clauses import Kind
from reconcile.extract.grammar import BREAKS, Tag
from reconcile.extract.memory import Memory
from reconcile.extract.scan import Scan
from reconcile.extract.subjects import listed, subject


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


def proposition(scan: Scan, number: int, value: int, memory: Memory) -> Proposition:
    """What a clause claims of a value.

    Args:
        scan: the sentence.
        number: of the clause.
        value: token number of the figure or date; -1 for a claim of wording.
        memory: who and what was spoken of before.
    """
    clause = scan.clauses[number]
    noun = _definite(scan, number, value)
    if noun:
        return _made(scan, noun, [scan.telling_words(noun)])
    qualified = _qualified(scan, number, value)
    if qualified:
        return _made(scan, qualified, [scan.telling_words(qualified)])
    match clause.kind:
        case Kind.RELATIVE:
            return _relative(scan, number, value)
        case Kind.PARTICIPLE:
            return _participle(scan, number, value, memory)
        case Kind.PART_OF:
            return _part_of(scan, number, memory)
        case Kind.GAPPED:
            return _gapped(scan, number, memory)
        case Kind.APPOSITION if clause.group is None:
            return _apposition(scan, number, value, memory)
        case _:
            return _plain(scan, number, value, memory)


def _made(scan: Scan, numbers: list[int], said: list[str]) -> Proposition:
    """A proposition quoted from the first of some tokens to the last; nowhere yet where there are none."""
    if not numbers:
        return Proposition(said)
    start, end = min(numbers), max(numbers) + 1
    while end > start + 1 and scan.tokens[end - 1].tag in (Tag.COORD, *BREAKS):
        end -= 1
    return Proposition(said, start, end)


def _definite(scan: Scan, number: int, value: int) -> list[int]:
    """The noun phrase of a value that is only a known thing's attribute: "during the six-week conflict".

    What such a phrase says is not what its clause says: "of the region's 150,000 inhabitants" counts inhabitants, not
    those who fled. Only behind a preposition: the subject "the 12 victims" does take part in what is said.
    """
    if value < 1:
        return []
    tokens, owners, at = scan.tokens, scan.owners, value - 1
    while at >= 0 and owners[at] == number and tokens[at].tag in (Tag.NOUN, Tag.NAME, Tag.DET, Tag.POSS):
        at -= 1
    lead = tokens[at + 1]
    possessed = any(tokens[n].low.endswith(("'s", "s'")) or tokens[n].tag is Tag.POSS for n in range(at + 1, value))
    named = value + 1 < len(tokens) and owners[value + 1] == number and tokens[value + 1].tag in (Tag.NOUN, Tag.NAME)
    if at < 0 or at + 1 == value or owners[at] != number or tokens[at].tag is not Tag.PREP or not named:
        return []
    if not possessed and (lead.low not in ("the", "this", "that", "these", "those") or tokens[value].tag is Tag.DATE):
        return []
    end = value + 1
    while (
        end < len(tokens)
        and owners[end] == number
        and tokens[end].tag not in (Tag.COORD, Tag.TO, *BREAKS)
        and not _verb_at(scan, number, end)
    ):
        end += 1
    return list(range(at + 1, end))


def _qualified(scan: Scan, number: int, value: int) -> list[int]:
    """One of two subjects with a clause of its own: "These farms and four others that the north took had been …"."""
    own = scan.subject(number)
    if value not in own or not any(scan.tokens[n].tag is Tag.COORD for n in own if n < value):
        return []
    joint = max(n for n in own if n < value and scan.tokens[n].tag is Tag.COORD)
    item = [n for n in own if n > joint]
    for clause in scan.clauses:
        if clause.kind is Kind.RELATIVE and clause.parent == number and clause.start == item[-1] + 1:
            return [*item, *range(clause.start, clause.end)]
    return []


def _verb_at(scan: Scan, number: int, token: int) -> bool:
    group = scan.clauses[number].group
    return group is not None and group.start <= token < group.end


def _kept(scan: Scan, number: int, value: int) -> list[int]:
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


def _beside(scan: Scan, number: int, value: int) -> list[int]:
    """Words of the clauses inside a clause that belong to what it says.

    Names beside a noun always do ("the three chairs, France, Russia and Spain, met"). A claim of wording is all its
    words: "they do not say | how it will end", but not what a comma sets apart.
    """
    found: list[int] = []
    for inner in scan.inside(number)[1:]:
        clause = scan.clauses[inner]
        if scan.values(inner):
            continue
        if (clause.kind is Kind.APPOSITION and clause.group is None) or (value < 0 and not clause.marked):
            found += [n for n in range(clause.start, clause.end) if scan.tokens[n].tag not in BREAKS]
    return found


def _predicate(scan: Scan, number: int, kept: Iterable[int]) -> str:
    """The verb and what follows it."""
    group = scan.clauses[number].group
    return "" if group is None else scan.telling_words(n for n in kept if n >= group.start)


def _plain(scan: Scan, number: int, value: int, memory: Memory) -> Proposition:
    clause = scan.clauses[number]
    if clause.group is None:
        return _fragment(scan, number, value)
    kept = _kept(scan, number, value) or scan.own(number) or [clause.start]
    beside = _beside(scan, number, value)
    own = scan.subject(number)
    lead = [n for n in kept if n < clause.group.start and n not in own and n < (own[0] if own else clause.group.start)]
    carried = _counted(scan, own, value, memory)
    item = listed(scan, own, value)
    who = scan.telling_words(item) if item else subject(scan, number, memory)
    named = "" if item else scan.telling_words(n for n in beside if n < clause.group.start)
    said = [carried, who, named, _predicate(scan, number, sorted({*kept, *beside}))]
    if value in lead:
        said.append(scan.telling_words(lead))
    elif lead:
        kept = [n for n in kept if n not in lead]
    return _made(scan, kept, said)


def _counted(scan: Scan, own: list[int], value: int, memory: Memory) -> str:
    """What a figure that stands alone counts: "more than 26,000 had returned" after people were counted."""
    if own != [value] or scan.counted(value):
        return ""
    return scan.mentions[scan.tokens[value].value].counts or memory.counted


def _fragment(scan: Scan, number: int, value: int) -> Proposition:
    """A verbless headline or line: the piece of the value, and the place that the last piece names for all."""
    clause = scan.clauses[number]
    if not clause.pieces:
        return _made(scan, [], [])
    every = [n for piece in clause.pieces for n in range(*piece)]
    if value < 0:
        return _made(scan, every, [scan.telling_words(every)])
    piece = next((p for p in clause.pieces if p[0] <= value < p[1]), clause.pieces[0])
    numbers = list(range(*piece))
    last = range(*clause.pieces[-1])
    tail = next((n for n in last if scan.tokens[n].tag is Tag.PREP), -1) if clause.pieces[-1] != piece else -1
    label = range(*clause.pieces[0]) if all(scan.tokens[n].value >= 0 for n in numbers) else []  # "Dead: 12"
    named = [n for n in label if scan.tokens[n].value < 0 and n not in numbers]
    said = [scan.telling_words(named), scan.telling_words(numbers)]
    said.append(scan.telling_words(range(tail, last.stop)) if tail >= 0 else "")
    return _made(scan, [*named, *numbers], said)


def _relative(scan: Scan, number: int, value: int) -> Proposition:
    noun, kept = scan.antecedent(number), _kept(scan, number, value)
    clause = scan.clauses[number]
    own = scan.subject(number)
    whose = bool(kept) and scan.tokens[kept[0]].low == "whose"
    opening = range(clause.start, clause.body)
    through = bool(own) and not whose and not any(scan.tokens[n].tag is Tag.FIGURE for n in own)
    linked = scan.words(opening) if through else ""
    body = [n for n in kept if scan.tokens[n].low != "whose"]
    return _made(scan, [*noun, *opening, *kept], [scan.telling_words(noun), linked, scan.telling_words(body)])


def _participle(scan: Scan, number: int, value: int, memory: Memory) -> Proposition:
    kept = _kept(scan, number, value) or [scan.clauses[number].start]
    return _made(scan, kept, [subject(scan, number, memory), scan.telling_words(kept)])


def _part_of(scan: Scan, number: int, memory: Memory) -> Proposition:
    """With "At least 30 people were killed, including 12 children", children were killed."""
    own, host = scan.own(number), scan.clauses[number].parent
    group = scan.clauses[host].group
    if group is None:
        return _made(scan, [scan.clauses[number].start, *own], [scan.telling_words(own)])
    around = _kept(scan, host, -1)
    acted_on = not any(scan.tokens[n].tag is Tag.FIGURE and n < group.start for n in around)
    verb = scan.words(range(group.start, group.end))
    said = [subject(scan, host, memory), verb] if acted_on else []
    said.append(scan.telling_words(own))
    said += [] if acted_on else [_predicate(scan, host, around)]
    return _made(scan, [*around, *own], said)


def _gapped(scan: Scan, number: int, memory: Memory) -> Proposition:
    """A clause that borrows its verb, and its subject where it has none."""
    clause, own = scan.clauses[number], scan.own(number)
    host = clause.parent
    tokens = scan.tokens
    group = scan.clauses[host].group
    around = _kept(scan, host, -1)
    first = next((n for n in own if tokens[n].value < 0 and tokens[n].tag is not Tag.ADV), -1)
    value = next((n for n in own if tokens[n].value >= 0), own[0])
    if first < 0 and tokens[value].tag is Tag.DATE:
        same = proposition(scan, host, -1, memory)
        return Proposition(same.said, same.start, own[-1] + 1)
    if 0 <= first < value:  # "Aghdam on Nov. 20"
        return _made(scan, own, [scan.telling_words(own), _predicate(scan, host, around)])
    verbs = [n for n in own if tokens[n].tag in (Tag.ED, Tag.PART)]
    named = first >= 0 and tokens[first].tag in (Tag.NOUN, Tag.NAME)
    counts = "" if named or scan.counted(value) else _first_count(scan, host)
    if group is None or (verbs and tokens[verbs[0] - 1].value >= 0):  # "and 30 wounded"
        return _made(scan, own, [counts, scan.telling_words(own)])
    verb = scan.words(range(group.start, group.end))
    figures = [n for n in around if tokens[n].tag is Tag.FIGURE]
    if figures and figures[0] > group.start:
        return _made(scan, own, [subject(scan, host, memory), verb, counts, scan.telling_words(own)])
    rest = scan.telling_words(own)
    beside = first >= 0 and tokens[first].tag is Tag.PREP  # "Twelve died in Norvik and nine in Lund"
    return _made(scan, own, [counts, verb, rest] if beside else [counts, rest, verb])


def _first_count(scan: Scan, number: int) -> str:
    """What the first figure of a clause counts."""
    found = (scan.mentions[scan.tokens[n].value].counts or scan.counted(n) for n in scan.values(number))
    return next((counts for counts in found if counts), "")


def _apposition(scan: Scan, number: int, value: int, memory: Memory) -> Proposition:
    """Words beside a noun say what it is ("an island of 900 people").

    A figure there says the clause over again: a share of it ("— some 60% of them") or the same in other units.
    """
    own, host = scan.own(number), scan.clauses[number].parent
    noun, tokens = scan.antecedent(number), scan.tokens
    if own and own[0] == value and tokens[value].tag is Tag.FIGURE:
        share = len(own) > 1 and tokens[own[1]].low == "of"
        around = _kept(scan, host, -1)
        if share:
            return _made(scan, own, [scan.telling_words(own), _predicate(scan, host, around)])
        if any(tokens[n].tag is Tag.FIGURE for n in noun):
            return _made(scan, [*noun, *own], [subject(scan, host, memory), _predicate(scan, host, around)])
    return _made(scan, [*noun, *own], [scan.telling_words(noun), scan.telling_words(own)])
