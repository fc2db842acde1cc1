"""What a claim is about: its clause as a proposition of its own.

What comes in: a sentence taken apart, a clause of it and the value claimed. What goes out: the words of the
proposition, values left out and missing words carried over ("Kalbajar on Nov. 25" after "Lachin was ceded on Tuesday"
is "Kalbajar was ceded"), and the stretch of tokens that is quoted.
"""

from reconcile.extract.borrowed import apposition, gapped, part_of
from reconcile.extract.clauses import Kind
from reconcile.extract.grammar import BREAKS, Tag, words
from reconcile.extract.kept import Proposition, beside, made, needed, predicate, those_who, who_befell
from reconcile.extract.memory import Memory
from reconcile.extract.scan import Scan
from reconcile.extract.subjects import listed, shared_out, subject


def proposition(scan: Scan, number: int, value: int, memory: Memory) -> Proposition:
    """What a clause claims of a value.

    Args:
        scan: the sentence.
        number: of the clause.
        value: token number of the figure or date; -1 for a claim of wording.
        memory: who and what was spoken of before.
    """
    clause = scan.clauses[number]
    noun = attribute(scan, number, value)
    if noun:
        noun += who_befell(scan, number, value)
        return made(scan, noun, [scan.telling_words(noun)])
    qualified = _qualified(scan, number, value)
    if qualified:
        return made(scan, qualified, [scan.telling_words(qualified)])
    match clause.kind:
        case Kind.RELATIVE:
            return _relative(scan, number, value)
        case Kind.PURPOSE:
            return _purpose(scan, number, value, memory)
        case Kind.PARTICIPLE:
            return _participle(scan, number, value, memory)
        case Kind.PART_OF:
            return part_of(scan, number, memory)
        case Kind.GAPPED if all(scan.tokens[n].tag is Tag.DATE for n in scan.own(number)):  # "on Monday and Tuesday"
            around = proposition(scan, clause.parent, -1, memory)
            return Proposition(around.said, around.start, value + 1)
        case Kind.GAPPED:
            return gapped(scan, number, memory)
        case Kind.APPOSITION if clause.group is None:
            return apposition(scan, number, value, memory)
        case _:
            return _plain(scan, number, value, memory)


def attribute(scan: Scan, number: int, value: int) -> list[int]:
    """The noun phrase that a value belongs to, where it is no part of what its clause says; else empty."""
    return dated_noun(scan, number, value) or _definite(scan, number, value)


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
    noun = (
        value + 1 + (value + 2 < len(tokens) and tokens[value + 1].tag in (Tag.ING, Tag.ED))
    )  # "the 6 missing hikers"
    named = noun < len(tokens) and owners[noun] == number and tokens[noun].tag in (Tag.NOUN, Tag.NAME)
    if at < 0 or at + 1 == value or owners[at] != number or tokens[at].tag is not Tag.PREP or not named:
        return []
    if not possessed and (lead.low not in ("the", "this", "that", "these", "those") or tokens[value].tag is Tag.DATE):
        return []
    return list(range(at + 1, _phrase_end(scan, number, value + 1)))


def dated_noun(scan: Scan, number: int, value: int) -> list[int]:
    """The noun phrase that a date owns, where its clause is about something else: "The toll from Monday's | storm".

    Empty where that noun is what the clause is about: "Monday's storm was the worst in years".
    """
    tokens, owners = scan.tokens, scan.owners
    if value < 0 or tokens[value].tag is not Tag.DATE or value + 2 >= len(tokens) or tokens[value + 1].low != "'s":
        return []
    own = scan.subject(number)
    if owners[value + 2] != number or (
        value + 2 in own and not any(tokens[n].tag is Tag.PREP for n in own if n < value)
    ):
        return []
    return list(range(value, _phrase_end(scan, number, value + 2)))


def _phrase_end(scan: Scan, number: int, end: int) -> int:
    """Where a noun phrase ends: before a verb, a mark, "and" or "to"."""
    tokens, owners = scan.tokens, scan.owners
    while (
        end < len(tokens)
        and owners[end] == number
        and tokens[end].tag not in (Tag.COORD, Tag.TO, *BREAKS)
        and not _verb_at(scan, number, end)
    ):
        end += 1
    return end


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


def _plain(scan: Scan, number: int, value: int, memory: Memory) -> Proposition:
    clause = scan.clauses[number]
    if clause.group is None:
        return _fragment(scan, number, value)
    kept = needed(scan, number, value) or scan.own(number) or [clause.start]
    kept = sorted({*kept, *those_who(scan, number), *who_befell(scan, number, value)})
    near = beside(scan, number, value)
    own = scan.subject(number)
    lead = [n for n in kept if n < clause.group.start and n not in own and n < (own[0] if own else clause.group.start)]
    carried = _counted(scan, own, value, memory)
    item = listed(scan, own, value, scan.own(number))
    who = scan.telling_words(item) if item else subject(scan, number, memory)
    named = "" if item else scan.telling_words(n for n in near if n < clause.group.start)
    shared = shared_out(scan, number, value)
    given = _time_given(scan, number, value)
    kept += given
    told = [n for n in sorted({*kept, *near}) if n not in shared]
    said = [carried, who, named, predicate(scan, number, told)]
    if value in lead:
        said.append(scan.telling_words(lead))
    elif lead:
        kept = [n for n in kept if n not in lead]
    return made(scan, kept, said)


def _time_given(scan: Scan, number: int, value: int) -> list[int]:
    """What there is time for, without which its clause says nothing: "has until Friday | to lodge an appeal"."""
    group = scan.clauses[number].group
    if group is None or value < group.end or scan.own(number)[-1] != value:
        return []
    if words("giving", "purpose").isdisjoint(scan.tokens[n].low for n in range(group.start, group.end)):
        return []
    behind = (scan.clauses[n] for n in scan.inside(number) if scan.clauses[n].start == value + 1)
    task = next((clause for clause in behind if clause.kind in (Kind.PURPOSE, Kind.RELATIVE)), None)
    return [] if task is None else [n for start, end in task.pieces for n in range(start, end)]


def _counted(scan: Scan, own: list[int], value: int, memory: Memory) -> str:
    """What a figure that stands alone counts: "more than 26,000 had returned" after people were counted."""
    if own != [value] or scan.counted(value):
        return ""
    return scan.mentions[scan.tokens[value].value].counts or memory.counted


def _fragment(scan: Scan, number: int, value: int) -> Proposition:
    """A verbless headline or line: the piece of the value, and the place that the last piece names for all."""
    clause = scan.clauses[number]
    if not clause.pieces:
        return made(scan, [], [])
    every = [n for piece in clause.pieces for n in range(*piece)]
    if value < 0:
        return made(scan, every, [scan.telling_words(every)])
    piece = next((p for p in clause.pieces if p[0] <= value < p[1]), clause.pieces[0])
    numbers = list(range(*piece))
    last = range(*clause.pieces[-1])
    tail = next((n for n in last if scan.tokens[n].tag is Tag.PREP), -1) if clause.pieces[-1] != piece else -1
    alone = all(scan.tokens[n].value >= 0 for n in numbers)
    label = range(*clause.pieces[0]) if alone or clause.labelled(scan.tokens) else []  # "Norvik fire: 12 dead"
    named = [n for n in label if scan.tokens[n].value < 0 and n not in numbers]
    told = scan.mentions[scan.tokens[value].value].counts if alone else ""  # by the head of its column
    said = [scan.telling_words(named), scan.telling_words(numbers), told]
    said.append(scan.telling_words(range(tail, last.stop)) if tail >= 0 else "")
    return made(scan, [*named, *numbers], said)


def _relative(scan: Scan, number: int, value: int) -> Proposition:
    noun, kept = scan.antecedent(number), needed(scan, number, value)
    if noun and scan.tokens[noun[0]].low == "'s":  # "Friday's strike, which …"
        noun = [noun[0] - 1, *noun]
    clause = scan.clauses[number]
    own = scan.subject(number)
    whose = bool(kept) and scan.tokens[kept[0]].low == "whose"
    opening = range(clause.start, clause.body)
    through = bool(own) and not whose and not any(scan.tokens[n].tag is Tag.FIGURE for n in own)
    linked = scan.words(opening) if through else ""
    counted = bool(kept) and kept[0] == clause.start and scan.tokens[kept[0]].tag is Tag.FIGURE  # "three of whom"
    body = kept[1:] if noun and counted else [n for n in kept if scan.tokens[n].low != "whose"]
    return made(scan, [*noun, *opening, *kept], [scan.telling_words(noun), linked, scan.telling_words(body)])


def _participle(scan: Scan, number: int, value: int, memory: Memory) -> Proposition:
    kept = needed(scan, number, value) or [scan.clauses[number].start]
    return made(scan, kept, [subject(scan, number, memory), scan.telling_words(kept)])


def _purpose(scan: Scan, number: int, value: int, memory: Memory) -> Proposition:
    """What something is done for; a date in it is the day of what is done: "moved in to free them on Tuesday"."""
    clause, own = scan.clauses[number], scan.own(number)
    if value >= 0 and scan.tokens[value].tag is Tag.DATE:
        around = proposition(scan, clause.parent, -1, memory)
        return Proposition(around.said, around.start, value + 1)
    quoted = [clause.start, *own]  # "in an effort | to save it"
    return made(scan, quoted, [subject(scan, number, memory), scan.telling_words(own)])
