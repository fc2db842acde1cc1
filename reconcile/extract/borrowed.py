"""Claims that borrow from the clause around them: its verb, its subject, what it counts.

What comes in: a sentence taken apart, a clause without a verb of its own, and the Memory of what was spoken of before.
What goes out: its Proposition. "and Aghdam on Nov. 20" is "Aghdam was ceded"; "including 12 children" is "children were
killed"; "— some 60% of the population" is "population fled".
"""

from reconcile.extract.grammar import Tag
from reconcile.extract.kept import Proposition, made, needed, predicate
from reconcile.extract.memory import Memory
from reconcile.extract.scan import Scan
from reconcile.extract.subjects import subject


def part_of(scan: Scan, number: int, memory: Memory) -> Proposition:
    """With "At least 30 people were killed, including 12 children", children were killed."""
    own, host = scan.own(number), scan.clauses[number].parent
    group = scan.clauses[host].group
    if group is None:
        return made(scan, [scan.clauses[number].start, *own], [scan.telling_words(own)])
    around = needed(scan, host, -1)
    acted_on = not any(scan.tokens[n].tag is Tag.FIGURE and n < group.start for n in around)
    verb = scan.words(range(group.start, group.end))
    part = [n for n in own if not _of_them(scan, n)]
    said = [subject(scan, host, memory), verb] if acted_on else []
    said += [_uncounted(scan, host, part), scan.telling_words(part)]
    said += [] if acted_on else [predicate(scan, host, around)]
    return made(scan, [*around, *own], said)


def _uncounted(scan: Scan, host: int, part: list[int]) -> str:
    """What a part without a noun of its own counts: "40 rifles, including six"."""
    tokens = scan.tokens
    if not part or tokens[part[0]].tag is not Tag.FIGURE or scan.counted(part[0]):
        return ""
    named = len(part) > 1 and tokens[part[1]].tag in (Tag.NOUN, Tag.NAME, Tag.ED, Tag.ING)
    return "" if named else _first_count(scan, host)


def _of_them(scan: Scan, number: int) -> bool:
    """Whether a word only points back: "3 of them children"."""
    tokens = scan.tokens
    after = tokens[number + 1 : number + 2]  # "three of", where a line breaks off
    return tokens[number].tag is Tag.OBJ or (tokens[number].low == "of" and bool(after) and after[0].tag is Tag.OBJ)


def gapped(scan: Scan, number: int, memory: Memory) -> Proposition:
    """A clause that borrows its verb, and its subject where it has none."""
    clause, own = scan.clauses[number], scan.own(number)
    host = clause.parent
    tokens = scan.tokens
    group = scan.clauses[host].group
    around = needed(scan, host, -1)
    first = next((n for n in own if tokens[n].value < 0 and tokens[n].tag is not Tag.ADV), -1)
    value = next((n for n in own if tokens[n].value >= 0), own[0])
    if 0 <= first < value:  # "Aghdam on Nov. 20"
        return made(scan, own, [scan.telling_words(own), predicate(scan, host, around)])
    verbs = [n for n in own if tokens[n].tag in (Tag.ED, Tag.PART)]
    named = first >= 0 and tokens[first].tag not in (Tag.PREP, Tag.TO, Tag.ED, Tag.PART)
    counts = "" if named or scan.counted(value) else _first_count(scan, host)
    if group is None or (verbs and tokens[verbs[0] - 1].value >= 0):  # "and 30 wounded"
        return made(scan, own, [counts, scan.telling_words(own)])
    verb = scan.words(range(group.start, group.end))
    figures = [n for n in around if tokens[n].tag is Tag.FIGURE]
    if figures and figures[0] > group.start:
        return made(scan, own, [subject(scan, host, memory), verb, counts, scan.telling_words(own)])
    rest = scan.telling_words(own)
    beside = first >= 0 and tokens[first].tag is Tag.PREP  # "Twelve died in Norvik and nine in Lund"
    return made(scan, own, [counts, verb, rest] if beside else [counts, rest, verb])


def _first_count(scan: Scan, number: int) -> str:
    """What the first figure of a clause counts."""
    found = (scan.mentions[scan.tokens[n].value].counts or scan.counted(n) for n in scan.values(number))
    return next((counts for counts in found if counts), "")


def apposition(scan: Scan, number: int, value: int, memory: Memory) -> Proposition:
    """Words beside a noun say what it is ("an island of 900 people").

    A figure there says the clause over again: a share of it ("— some 60% of them") or the same in other units.
    """
    own, host = scan.own(number), scan.clauses[number].parent
    noun, tokens = scan.antecedent(number), scan.tokens
    if own and own[0] == value and tokens[value].tag is Tag.FIGURE:
        share = len(own) > 1 and tokens[own[1]].low == "of"
        around = needed(scan, host, -1)
        if share:
            return made(scan, own, [scan.telling_words(own), predicate(scan, host, around)])
        if any(tokens[n].tag is Tag.FIGURE for n in noun):
            return made(scan, [*noun, *own], [subject(scan, host, memory), predicate(scan, host, around)])
    return made(scan, [*noun, *own], [scan.telling_words(noun), scan.telling_words(own)])
