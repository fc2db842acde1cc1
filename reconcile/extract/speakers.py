"""Who says it.

What comes in: a sentence taken apart and a clause. What goes out: the speaker's words as written; "" where it is
the outlet itself. Inside out: the clause is what somebody said ("officials said (that) …"), an attribution stands
beside it ("…, police added", "according to the county"), or a quotation goes on.
"""

from collections.abc import Sequence
from typing import Final

from reconcile.extract.clauses import Clause, Kind
from reconcile.extract.grammar import BREAKS, Tag, words
from reconcile.extract.groups import forms, passive
from reconcile.extract.memory import Memory
from reconcile.extract.scan import Scan
from reconcile.extract.subjects import subject
from reconcile.extract.words import Token

_NAME: Final = frozenset({Tag.NOUN, Tag.NAME, Tag.DET, Tag.POSS, Tag.FIGURE, Tag.ED, Tag.ING})
_OPENING_QUOTES: Final = ("“", '"', "„", "‘", "'", "``")


def speaker(scan: Scan, number: int, memory: Memory) -> str:
    """Who says what a clause claims."""
    for at in scan.around(number):
        clause = scan.clauses[at]
        told = clause.kind is Kind.COMPLEMENT and clause.parent >= 0
        if told and clause.start > 1 and _is_saying(scan.tokens[clause.start - 1]):
            return _saying(scan, clause, memory)
        if told and scan.tells(clause.parent):
            found = teller(scan, clause.parent, memory)
            if found or _nobody(scan, clause.parent):
                return found
        if clause.kind is Kind.TELLING or (at == number and _hands_on(scan, at)):
            return teller(scan, at, memory)
    for at, clause in enumerate(scan.clauses):
        if clause.kind is Kind.TELLING:
            return teller(scan, at, memory)
    return _according(scan) or (memory.speaker if quoted(scan) else "")


def _is_saying(token: Token) -> bool:
    return token.tag is Tag.ING and token.low in forms("telling")


def _saying(scan: Scan, clause: Clause, memory: Memory) -> str:
    """Who says what follows "saying": "a notice saying …", "quoted her as saying …", "he left, saying …"."""
    tokens, host, at = scan.tokens, clause.parent, clause.start - 1
    if scan.clauses[host].kind is Kind.PARTICIPLE:
        host = scan.clauses[host].parent
    as_saying = tokens[at - 1].low == "as"
    at -= as_saying
    if tokens[at - 1].tag in BREAKS or (as_saying and _nobody(scan, host)):
        own = scan.subject(host)
        return scan.words(_trimmed(scan, own)) if own else subject(scan, host, memory)
    return scan.words(_trimmed(scan, scan.noun_before(at)))


def _hands_on(scan: Scan, number: int) -> bool:
    """Whether a clause is itself the handing on: a date in it is the day of the statement."""
    return any(c.kind is Kind.COMPLEMENT and c.parent == number for c in scan.clauses) and scan.tells(number)


def _nobody(scan: Scan, number: int) -> bool:
    """Whether nobody stands for a statement: "It is feared that …"."""
    group = scan.clauses[number].group
    return group is not None and passive(scan.tokens, group)


def teller(scan: Scan, number: int, memory: Memory) -> str:
    """The subject of a verb of saying in a clause, before it or, in "…, said the mayor", behind it."""
    clause, tokens = scan.clauses[number], scan.tokens
    if clause.group is not None and passive(tokens, clause.group):
        return ""
    own = scan.subject(number)
    if not own and clause.kind is Kind.TELLING:
        own = scan.own(number) if clause.group is None else _named(tokens, clause.group.end)
    found = _trimmed(scan, [n for n in own if tokens[n].value < 0 or tokens[n].tag is Tag.FIGURE])
    if len(found) == 1:
        low = tokens[found[0]].low
        if low in words("stand_ins"):
            return memory.stands_for(low) if low in ("he", "she", "they") else ""
        if low in words("nobody", "speech") or low in ("we", "i", "you"):
            return ""
    if found:
        return scan.words(found)
    shared = subject(scan, number, memory)
    return "" if shared.lower() in words("nobody", "speech") else shared


def _trimmed(scan: Scan, numbers: list[int]) -> list[int]:
    """A name without what leads up to it and what follows it; nothing where no letter is left."""
    if not any(scan.tokens[n].text[-1:].isalnum() for n in numbers):
        return []
    loose = (Tag.ADV, Tag.COORD, Tag.DATE, Tag.NOT, *BREAKS)
    while numbers and scan.tokens[numbers[0]].tag in loose:
        numbers = numbers[1:]
    while numbers and scan.tokens[numbers[-1]].tag in (*loose, Tag.PREP):
        numbers = numbers[:-1]
    return numbers


def _named(tokens: Sequence[Token], at: int) -> list[int]:
    """The noun phrase that begins at a token."""
    end = at
    while end < len(tokens):
        token = tokens[end]
        dated = token.tag is Tag.DATE and tokens[end - 1].tag in (Tag.DET, Tag.POSS)  # "a 1997 study"
        joined = token.low in ("of", "for", "in", "at", "with", "and") and end > at
        if token.tag not in _NAME and not dated and not joined:
            break
        end += 1
    return list(range(at, end))


def _according(scan: Scan) -> str:
    """Who stands behind "according to the county", "citing two doctors"."""
    tokens = scan.tokens
    for at, token in enumerate(tokens[:-1]):
        if token.low in words("according", "speech"):
            name = scan.words(_named(tokens, at + 1 + (tokens[at + 1].tag is Tag.TO)))
            if name:
                return name
    return ""


def quoted(scan: Scan) -> bool:
    """Whether a sentence is wholly somebody's words: it opens with a quotation mark and names no speaker itself."""
    return scan.tokens[0].text in _OPENING_QUOTES
