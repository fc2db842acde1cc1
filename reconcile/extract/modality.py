"""Whether what a clause says has happened, is planned, ordered, denied, only possible, or rumoured.

What comes in: a sentence taken apart and a clause. What goes out: a Modality. Only the clause's own verb decides: a
"not" in the clause beside it does not reach over ("The dam, which was not repaired, broke").
To add a word: put it into its row of `lexicon/en/modality.yaml`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from reconcile.extract.clauses import Clause, Kind
from reconcile.extract.doubted import as_it_is, disputed, hinges, provided
from reconcile.extract.grammar import Tag, verbs, words
from reconcile.extract.groups import Group, forms, passive
from reconcile.extract.scan import Scan
from reconcile.extract.words import Token
from reconcile.lexicon import entries
from reconcile.model import Modality, Role, When

_BORROWS: Final = frozenset({Kind.GAPPED, Kind.PART_OF})  # their verb is that of the clause around
_NONE: Final = frozenset({"no", "none", "nobody", "neither", "nothing"})
_REFUSED: Final = frozenset({"refused", "rejected", "denied"})  # "were refused entry" is no denial
_APART: Final = frozenset({Kind.PARTICIPLE, Kind.APPOSITION})
_DOING: Final = frozenset({Tag.BASE, Tag.BE, Tag.HAVE})
_UNTIL: Final = frozenset({Role.BY, Role.BEFORE, Role.UNTIL})
_NOUN_AHEAD: Final = frozenset({Tag.DET, Tag.POSS, Tag.FIGURE})
_AHEAD: Final = frozenset({Modality.PLANNED, Modality.CONDITIONAL, Modality.ORDERED})
_NOT: Final = frozenset({"not", "n't"})
_ONLY: Final = frozenset({"only", "just", "merely", "simply"})
_IF: Final = frozenset({"if", "unless", "whether"})


@dataclass(frozen=True, slots=True)
class _Row:
    """A modality with its words and phrases.

    Attributes:
        modality: which.
        words: of the verb group.
        phrases: of the verb group and what follows.
        opening: the words that phrases begin with.
        apart: words that open a clause without a verb.
    """

    modality: Modality
    words: frozenset[str]
    phrases: tuple[str, ...]
    opening: frozenset[str]
    apart: frozenset[str]


@cache
def _rows() -> tuple[_Row, ...]:
    found = []
    for row in entries("modality"):
        phrases = [phrase.split() for phrase in row.get("phrases", "").split(",") if phrase.strip()]
        opening = frozenset(phrase[0] for phrase in phrases)
        told = tuple(f" {' '.join(phrase)} " for phrase in phrases)
        apart = frozenset(row.get("apart", "").split())
        found.append(_Row(Modality(row["modality"]), frozenset(row["words"].split()), told, opening, apart))
    return tuple(found)


@cache
def _row(sought: Modality) -> _Row:
    return next(row for row in _rows() if row.modality is sought)


def modality(scan: Scan, number: int, value: int = -1) -> Modality:
    """Whether what a clause claims of a value has happened."""
    clause = scan.clauses[number]
    if clause.kind in _BORROWS or (clause.group is None and clause.kind is Kind.APPOSITION and _restates(scan, number)):
        return modality(scan, clause.parent)
    if clause.kind is Kind.PURPOSE:
        dated = value >= 0 and scan.tokens[value].tag is Tag.DATE
        return modality(scan, clause.parent) if dated else Modality.PLANNED
    found = _own(scan, clause, number, value)
    if found is Modality.CONDITIONAL and as_it_is(scan, value):
        return Modality.HAPPENED
    if found in _AHEAD and _owned(scan, clause, value):
        return Modality.HAPPENED
    if found is Modality.PLANNED and hinges(scan, clause, number):
        return Modality.CONDITIONAL
    if found in (Modality.PLANNED, Modality.HAPPENED) and provided(scan, number):
        return Modality.CONDITIONAL
    if found is not Modality.HAPPENED:
        return found
    if disputed(scan, clause, number, value):
        return Modality.DENIED
    if clause.shares >= 0 and _undecided(scan, clause) and (told := modality(scan, clause.shares)) in _AHEAD:
        return told
    return _demanded(scan, clause, value) or _from_around(scan, clause)


def _owned(scan: Scan, clause: Clause, value: int) -> bool:
    """Whether a figure is of what somebody has, whatever is to come of it: "whose 17 percent could tip the balance"."""
    before = scan.tokens[value - 1]
    first = clause.group is not None and 0 < value < clause.group.start and scan.tokens[value].tag is Tag.FIGURE
    return first and (before.tag is Tag.POSS or before.low.endswith(("whose", "'s", "’s")))


@cache
def _alike() -> frozenset[str]:
    """The verbs whose past is written like their base: "shut", "cut", "put"."""
    told = entries("verbs")["irregular"]["words"].split(", ")
    return frozenset(base for base, past, _ in map(str.split, told) if base == past)


def _undecided(scan: Scan, clause: Clause) -> bool:
    """Whether only the verb before says when: "will sell two mills and | cut 300 jobs", "sold two and | cut 300"."""
    group = clause.group
    if group is None or group.end - group.start > 1:
        return False
    behind, head = scan.tokens[group.start - 1], scan.tokens[group.head]
    return head.low in _alike() or (head.tag is Tag.FIN and behind.tag is Tag.COORD and head.low in verbs().base)


def _ahead(scan: Scan, own: list[int]) -> bool:
    """Whether words without a verb say that it is to come: "The vote, due on Tuesday, …"; not ", due to rain, …"."""
    low = [scan.tokens[n].low for n in own[:2]]
    because = low[1:] == ["to"] and len(own) > 2 and scan.tokens[own[2]].tag not in _DOING
    return bool(own) and low[0] in _row(Modality.PLANNED).apart and not because


def _restates(scan: Scan, number: int) -> bool:
    own = scan.own(number)
    return len(own) > 1 and scan.tokens[own[0]].tag is Tag.FIGURE


def _own(scan: Scan, clause: Clause, number: int, value: int) -> Modality:
    """What the clause's own words say."""
    tokens = scan.tokens
    own = [n for n in scan.own(number) if tokens[n].value < 0]
    if any(tokens[n].low in _IF and tokens[n - 1].low != "as" for n in range(clause.start, clause.body)):
        return Modality.CONDITIONAL  # not "it looks as if 40 died"
    near = {word for n in _piece(clause, value) for word in tokens[n].low.split() if tokens[n].value < 0 or n == value}
    if not near.isdisjoint(_row(Modality.DEADLINE).words):
        return Modality.DEADLINE
    group = clause.group
    if group is None:
        adverbs = {tokens[n].low for n in own if tokens[n].tag is Tag.ADV}
        if adverbs & _row(Modality.RUMOURED).words:
            return Modality.RUMOURED
        return Modality.PLANNED if clause.kind in _APART and _ahead(scan, own) else Modality.HAPPENED
    if tokens[group.start].tag is Tag.TO:
        return Modality.PLANNED
    first = group.start
    while first > 0 and tokens[first - 1].tag in (Tag.ADV, Tag.NOT):  # "the work never began"
        first -= 1
    verb = _verbs(scan, group, first, value)
    named = scan.subject(number)
    beside = {tokens[n].low for n in own if tokens[n].tag is Tag.ADV or n in named}
    ahead = [tokens[n].low for n in range(group.start, _end(tokens, group)) if scan.owners[n] == number]
    spoken = f" {' '.join(ahead)} "
    opening = {word for low in ahead for word in low.split()}
    for row in _rows():
        hit = not verb.isdisjoint(row.words) or (row.modality is Modality.RUMOURED and not beside.isdisjoint(row.words))
        if hit or (not row.opening.isdisjoint(opening) and any(phrase in spoken for phrase in row.phrases)):
            return row.modality
        if row.modality is Modality.DENIED and _negated(scan, number, value):
            return row.modality
    return Modality.PLANNED if _meant(scan, number, value) else Modality.HAPPENED


def _end(tokens: Sequence[Token], group: Group) -> int:
    """Where the words end that a phrase of a verb group may have; "the damage is to the roof" is no plan."""
    to = next((n for n in range(group.end, min(group.end + 2, len(tokens))) if tokens[n].low == "to"), -1)
    noun = 0 <= to < len(tokens) - 1 and tokens[to + 1].tag in _NOUN_AHEAD and tokens[to - 1].tag is Tag.BE
    return to if noun else min(group.end + 3, len(tokens))


def _verbs(scan: Scan, group: Group, first: int, value: int) -> set[str]:
    """The words of a verb group, adverbs before it included, that tell whether it has happened."""
    tokens = scan.tokens
    found = {tokens[n].low for n in range(first, group.end)}
    if passive(tokens, group):
        found -= _REFUSED
    if any(
        tokens[n].low in _ONLY and tokens[n - 1].tag is Tag.NOT
        for n in range(first + 1, min(group.end + 1, len(tokens)))
    ):
        found -= _NOT  # "It was not only the 17 schools"
    if _awaited(scan, value):
        found = {"will" if low == "won't" else low for low in found} - _row(Modality.DENIED).words
    return found


def _awaited(scan: Scan, value: int) -> bool:
    """Whether a day is the one on which it comes about after all: "did not come into force until March 3"."""
    mention = scan.mentions[scan.tokens[value].value] if value >= 0 and scan.tokens[value].tag is Tag.DATE else None
    if mention is None or not isinstance(mention.value, When):
        return False
    return mention.value.role is Role.FROM and mention.text.lower().startswith(("until", "till"))


def _demanded(scan: Scan, clause: Clause, value: int) -> Modality | None:
    """What somebody is told or awaited to do, and by when: "ordered the firm to pay 40 million euros".

    A date is that of the order, unless it says by when: "The court ordered the firm on Monday to pay".
    """
    tokens, group = scan.tokens, clause.group
    if group is None or value < group.end:
        return None
    to = next(
        (n for n in range(group.end, clause.end - 1) if tokens[n].tag is Tag.TO and tokens[n + 1].tag in _DOING), -1
    )
    if to < 0:
        return None
    if any(_until(scan, n) for n in range(group.end, to)):
        return Modality.DEADLINE
    if passive(tokens, group) or not (tokens[value].tag is Tag.FIGURE or (value > to and _until(scan, value))):
        return None
    low = tokens[group.head].low
    if low in forms("orders", "purpose") or (value > to and low in forms("requests", "purpose")):
        return Modality.ORDERED
    meant = low in forms("wishes", "purpose") or (value > to and low in forms("resolves", "purpose"))
    return Modality.PLANNED if meant else None


def _until(scan: Scan, at: int) -> bool:
    """Whether a token is a date by which something must be done."""
    value = scan.mentions[scan.tokens[at].value].value if scan.tokens[at].value >= 0 else None
    return isinstance(value, When) and value.role in _UNTIL


def _meant(scan: Scan, number: int, value: int) -> bool:
    """Whether a value stands in what is only meant to be: "announced plans to close 12 schools"."""
    tokens, owners = scan.tokens, scan.owners
    at = next((n for n in range(value - 1, 0, -1) if tokens[n].tag is Tag.TO and tokens[n + 1].tag is Tag.BASE), 0)
    group = scan.clauses[number].group
    told = group is not None and at < group.start < value  # "The deal to sell 40 trains was signed in 2019"
    meant = owners[at] == owners[at - 1] == number and tokens[at - 1].low in words("intents", "purpose")
    aside = any(tokens[n].tag is Tag.PREP and tokens[n].low != "of" for n in range(at, value))
    return at > 0 and meant and not told and not aside


def _piece(clause: Clause, value: int) -> range:
    """The stretch of a clause between marks that a value stands in."""
    return next((range(s, e) for s, e in clause.pieces if s <= value < e), range(0))


def _negated(scan: Scan, number: int, value: int) -> bool:
    """Whether "no" denies: "No road was open", "it has no name"; "no fewer than 20" is a figure.

    Not of a figure that is the subject: "40,000 homes have no power" is said of 40,000 homes.
    """
    group, tokens = scan.clauses[number].group, scan.tokens
    subject = scan.subject(number)
    if _awaited(scan, value) or (value in subject and tokens[value - 1].low == "but"):  # "Not 30 but 13 were there"
        return False
    first = tokens[subject[0]] if subject else None
    if first is not None and first.value < 0 and (first.low in _NONE or first.tag is Tag.NOT):
        return True
    if value in subject and tokens[value].tag is Tag.FIGURE:
        return False
    return group is not None and group.end < len(tokens) and tokens[group.end].low in _NONE


def _from_around(scan: Scan, clause: Clause) -> Modality:
    """What the clause around does to it: denied, doubted and demanded statements; results of what may happen."""
    if clause.parent < 0:
        return Modality.HAPPENED
    around = scan.clauses[clause.parent]
    if around.group is None:
        return Modality.HAPPENED
    head = scan.tokens[around.group.head].low
    if clause.kind is Kind.COMPLEMENT:
        if (head in forms("denials") and not _turned(scan, around.group)) or _untrue(scan, clause, around):
            return Modality.DENIED
        if head in ("demand", "demands", "demanded", "urged", "ordered", "proposed"):
            return Modality.ORDERED
        if not {scan.tokens[n].low for n in range(max(0, clause.start - 2), clause.body)}.isdisjoint(
            words("hearsay", "speech")
        ):
            return Modality.RUMOURED  # "discounted rumours that the road was closed"
        told = modality(scan, clause.parent)
        return told if told is Modality.RUMOURED else Modality.HAPPENED
    if clause.kind is Kind.PARTICIPLE and clause.start > around.group.start and clause.body == clause.start:
        told = modality(scan, clause.parent)
        return Modality.HAPPENED if told is Modality.DENIED else told
    return Modality.HAPPENED


def _turned(scan: Scan, group: Group) -> bool:
    """Whether a denial is itself denied: "has never denied that he shot her" tells that he did."""
    around = {scan.tokens[n].low for n in group.tokens if n != group.head}
    return not around.isdisjoint(_row(Modality.DENIED).words)


def _untrue(scan: Scan, clause: Clause, around: Clause) -> bool:
    """Whether what follows is called untrue: "It is not true that", "It is false that"."""
    tokens, group = scan.tokens, around.group
    named = tokens[clause.start - 1].low
    if group is None or tokens[group.head].tag not in (Tag.BE, Tag.NOT):
        return False
    denied = any(token.tag is Tag.NOT for token in tokens[group.start : clause.start])
    return named in words("untruths" if not denied else "truths", "speech")
