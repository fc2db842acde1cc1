"""Who says it.

What comes in: a sentence taken apart and a clause. What goes out: the speaker's words as written; "" where it is
the outlet itself. Inside out: the clause is what somebody said ("officials said (that) …"), an attribution stands
beside it ("…, police added", "according to the county"), or a quotation goes on.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from reconcile.extract.clauses import Clause, Kind
from reconcile.extract.grammar import BREAKS, Tag, persons, words
from reconcile.extract.groups import forms, passive
from reconcile.extract.memory import Memory
from reconcile.extract.scan import Scan
from reconcile.extract.subjects import subject
from reconcile.extract.telling import accords
from reconcile.extract.words import Token

_NAME: Final = frozenset({Tag.NOUN, Tag.NAME, Tag.DET, Tag.POSS, Tag.FIGURE, Tag.ED, Tag.ING})
_GOES_ON: Final = frozenset({Kind.GAPPED, Kind.PART_OF, Kind.PARTICIPLE})
_DOUBLE: Final = ("“", "„", "``", "”", "''", '"')
_OPENS: Final = ("“", "„", "``")
_OPENING_QUOTES: Final = ("“", '"', "„", "‘", "'", "``")


def speaker(scan: Scan, number: int, value: int, memory: Memory) -> str:
    """Who says what a clause claims of a value."""
    for at in scan.around(number):
        clause = scan.clauses[at]
        told = clause.kind is Kind.COMPLEMENT and clause.parent >= 0
        if told and clause.start > 1 and _is_saying(scan.tokens[clause.start - 1]):
            return _saying(scan, clause, memory)
        if told and (scan.tells(clause.parent) or _denies(scan, clause.parent)):
            found = teller(scan, clause.parent, memory)
            if found or _nobody(scan, clause.parent):
                return found
        if clause.kind is Kind.TELLING or (at == number and _hands_on(scan, at)):
            return teller(scan, at, memory)
    for at, clause in enumerate(scan.clauses):
        if clause.kind is Kind.TELLING and (not in_relative(scan, clause) or clause.parent in scan.around(number)):
            return teller(scan, at, memory)
    host = stating(scan, number, value)
    stated = teller(scan, host, memory) if host >= 0 else ""
    return stated or _according(scan) or (memory.speaker if quoted(scan) or memory.open else "")


def in_relative(scan: Scan, clause: Clause) -> bool:
    """Whether only what is told of a noun is said by somebody: "The storm, which police say killed 12, …"."""
    return clause.parent >= 0 and (scan.clauses[clause.parent].kind is Kind.RELATIVE or not clause.marked)


def _denies(scan: Scan, number: int) -> bool:
    """Whether a clause says of what follows that it is not so: "Police rejected claims that …"."""
    group = scan.clauses[number].group
    return group is not None and scan.tokens[group.head].low in forms("denials")


def stating(scan: Scan, number: int, value: int) -> int:
    """The clause in which somebody states a figure, its own or the one it goes on; -1 where nobody does.

    "The ministry reported 38 cases and | two deaths, | taking the total to 900".
    """
    while scan.clauses[number].kind in _GOES_ON and scan.clauses[number].parent >= 0:
        own = scan.own(number)
        participle = scan.clauses[number].kind is Kind.PARTICIPLE
        if participle and not (own and scan.tokens[own[0]].low in forms("raising", "stated")):
            break
        number = scan.clauses[number].parent
    return number if _states(scan, number, value) else -1


def _states(scan: Scan, number: int, value: int) -> bool:
    """Whether a figure is what somebody states: "Police confirmed 12 deaths", "put the crowd at 3,000".

    Not "The storm claimed 12 lives": only people, their bodies, and what they publish state anything.
    """
    tokens, group = scan.tokens, scan.clauses[number].group
    if group is None or value < group.end or tokens[value].tag is not Tag.FIGURE or passive(tokens, group):
        return False
    low = tokens[group.head].low
    published = low in forms("showing")
    if not (published or low in forms("counting")) or (low in forms("setting") and tokens[value - 1].low != "at"):
        return False
    own = _undated(scan, scan.subject(number))
    end = next((n for n in own if tokens[n].tag is Tag.PREP), own[-1] + 1 if own else 0)
    head = tokens[end - 1]
    acts = head.low in persons() or head.low in words("bodies")  # "Police found two women" is no statement
    return bool(own) and (head.low in words("sources", "speech") or acts) and not (published and acts)


def _undated(scan: Scan, own: list[int]) -> list[int]:
    """A subject without its day: "On Friday the ministry", "The ministry on Friday"."""
    dated = next((place for place, n in enumerate(own) if scan.tokens[n].tag is Tag.DATE), -1)
    if dated < 0:
        return own
    leads = dated == 0 or (dated == 1 and scan.tokens[own[0]].tag is Tag.PREP)
    ahead = own[:dated]
    while ahead and scan.tokens[ahead[-1]].tag in (Tag.PREP, Tag.ADV):
        ahead = ahead[:-1]
    return own[dated + 1 :] if leads else ahead


def _behind_lead(tokens: Sequence[Token], own: list[int]) -> list[int]:
    """A subject without what leads up to it and no comma parts from it: "In its latest update the coast guard".

    It begins at an article, at a name behind a noun ("In a statement Orm Motors") or at a noun for people ("At the
    clinic doctors"); nothing where there is none: "In a statement (it said)".
    """
    if not own or tokens[own[0]].tag is not Tag.PREP or (len(own) > 1 and tokens[own[1]].tag is Tag.FIGURE):
        return own
    people = persons() | words("bodies")
    for last, at in pairwise(own):
        token, before = tokens[at], tokens[last].tag
        if before in (Tag.PREP, Tag.TO, Tag.DET, Tag.POSS):
            continue
        named = token.tag is Tag.NAME and before is not Tag.NAME
        if named or token.tag in (Tag.DET, Tag.POSS, Tag.PRON) or token.low in people:
            return own[own.index(at) :]
    return []


def _is_saying(token: Token) -> bool:
    return token.tag is Tag.ING and token.low in forms("telling")


def _saying(scan: Scan, clause: Clause, memory: Memory) -> str:
    """Who says what follows "saying": "a notice saying …", "quoted her as saying …", "he left, saying …"."""
    tokens, host, at = scan.tokens, clause.parent, clause.start - 1
    if scan.clauses[host].kind is Kind.PARTICIPLE:
        if _behind_teller(scan, host):
            return teller(scan, host, memory)
        host = scan.clauses[host].parent
    as_saying = tokens[at - 1].low == "as"
    at -= as_saying
    if tokens[at - 1].tag in BREAKS or (as_saying and _nobody(scan, host)):
        own = scan.subject(host)
        return scan.words(_trimmed(scan, own)) if own else subject(scan, host, memory)
    return scan.words(_trimmed(scan, scan.noun_before(at)))


def _behind_teller(scan: Scan, number: int) -> bool:
    """Whether it is the speaker named before who goes on: "…, the mayor said, | adding that …"."""
    participle = scan.clauses[number].kind is Kind.PARTICIPLE and number > 0
    return participle and scan.clauses[number - 1].kind is Kind.TELLING


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
    if _behind_teller(scan, number):
        return teller(scan, number - 1, memory)
    own = _behind_lead(tokens, _undated(scan, scan.subject(number)))
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
    host = _first_teller(scan, clause)
    if host >= 0:
        return teller(scan, host, memory)
    shared = subject(scan, number, memory)
    return "" if shared.lower() in words("nobody", "speech") else shared


def _first_teller(scan: Scan, clause: Clause) -> int:
    """The clause whose speaker goes on behind a comma: "Voss held that it was over, and noted that"; -1 for none."""
    at = clause.shares if clause.start > 0 and scan.tokens[clause.start - 1].tag is Tag.COMMA else -1
    while at >= 0:
        told = scan.clauses[at]
        if told.kind is Kind.COMPLEMENT and told.parent >= 0 and scan.tells(told.parent):
            return told.parent
        at = told.parent
    return -1


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
        early = token.tag is Tag.ADV and end > at and tokens[end - 1].tag is Tag.DET  # "an early report"
        if end > at and token.tag is Tag.DET and tokens[end - 1].tag in (Tag.NOUN, Tag.NAME):
            break  # "According to the ministry the fire …"
        if token.tag not in _NAME and not dated and not joined and not early:
            break
        end += 1
    return list(range(at, end))


def _according(scan: Scan) -> str:
    """Who stands behind "according to the county", "citing two doctors"."""
    tokens = scan.tokens
    for at in range(len(tokens) - 1):
        body = accords(tokens, at)
        if body and (name := scan.words(_named(tokens, body))):
            return name
    return ""


def quoted(scan: Scan) -> bool:
    """Whether a sentence is wholly somebody's words: it opens with a quotation mark and names no speaker itself."""
    return scan.tokens[0].text in _OPENING_QUOTES


def open_quotation(scan: Scan, *, before: bool) -> bool:
    """Whether a quotation is still open behind a sentence: 'Ada Voss said: "It was late. | We fled."'.

    Args:
        scan: the sentence.
        before: whether one was open before it.
    """
    for token, after in pairwise(scan.tokens):
        if token.tag is Tag.QUOTE and token.text in _DOUBLE:
            before = token.text in _OPENS or (token.text == '"' and token.end == after.start and after.text.isalnum())
    last = scan.tokens[-1]
    return before and not (last.tag is Tag.QUOTE and last.text in _DOUBLE)
