"""Verb groups: "have been deployed", "is expected to return", "ceded".

What comes in: the tokens of a sentence. What goes out: Groups, in order. A group in a bare "-ed" form is not sure: it
may be a participle ("districts ceded in May"); `clauses` settles that from what stands around it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from reconcile.extract.grammar import BREAKS, Tag, third, words
from reconcile.extract.words import Token
from reconcile.lexicon import entries

_HELPING: Final = frozenset({Tag.MODAL, Tag.BE, Tag.HAVE, Tag.DO})
_MAIN: Final = frozenset({Tag.BASE, Tag.ED, Tag.PART, Tag.PAST, Tag.ING})
_NEAREST: Final = 3  # a subject, "have" and a participle stand before "and"
_REACH: Final = 12  # tokens back to the "have" that a second participle shares
_FILLING: Final = frozenset({Tag.ADV, Tag.NOT})


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its helpers.

    Attributes:
        start, end: half-open token numbers.
        head: token number of the verb that says what is done.
        sure: whether it is surely finite.
    """

    start: int
    end: int
    head: int
    sure: bool

    @property
    def tokens(self) -> range:
        """Its token numbers."""
        return range(self.start, self.end)


def read_groups(tokens: Sequence[Token], *, headline: bool = False) -> list[Group]:
    """The finite verb groups of a sentence, and those that may be finite.

    In a headline "to" may stand for "is to": "Council to close two schools".
    """
    found: list[Group] = []
    at = 0
    while at < len(tokens):
        group = _group(tokens, at) or (_coming(tokens, at) if headline and not found else None)
        if group is None:
            at += 1
        else:
            found.append(group)
            at = group.end
    return found


def _group(tokens: Sequence[Token], at: int) -> Group | None:
    tag, low = tokens[at].tag, tokens[at].low
    if tag in (Tag.PAST, Tag.FIN, Tag.ED):
        head = at
        end = at + 1
    elif tag in _HELPING and low not in ("be", "been", "am") and not _infinitive(tokens, at):
        head, end = _helped(tokens, at)
    elif tag is Tag.PART and _shares_helper(tokens, at):
        return Group(at, at + 1, at, sure=True)
    else:
        return None
    while (further := _chained(tokens, head, end)) is not None:
        head, end = further
    return Group(at, end, head, sure=tag is not Tag.ED)


def _shares_helper(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle behind "and" shares the "have" before it: "has sold 40 and | taken on nine"."""
    if at < _NEAREST or tokens[at - 1].tag is not Tag.COORD:
        return False
    for token in reversed(tokens[max(0, at - _REACH) : at - 1]):
        if token.tag in BREAKS or token.tag in (Tag.FIN, Tag.REL, Tag.THAT, Tag.OPENER, Tag.BE, Tag.MODAL):
            return False
        if token.tag is Tag.HAVE:
            return True
    return False


def _coming(tokens: Sequence[Token], at: int) -> Group | None:
    """A headline's "to close"."""
    if not at or tokens[at].tag is not Tag.TO or tokens[at - 1].tag not in (Tag.NOUN, Tag.NAME):
        return None
    further = _chained(tokens, at - 1, at)
    return None if further is None else Group(at, further[1], further[0], sure=False)


def _infinitive(tokens: Sequence[Token], at: int) -> bool:
    """Whether "to" stands before: "to have been seen"."""
    at -= 1
    while at >= 0 and tokens[at].tag in _FILLING:
        at -= 1
    return at >= 0 and tokens[at].tag is Tag.TO


def _helped(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """From a helping verb: the head, and where the group ends."""
    head, end, look = at, at + 1, at + 1
    while look < len(tokens):
        tag = tokens[look].tag
        if tag in (Tag.BE, Tag.HAVE) and (tokens[look].low in ("be", "been", "have")):
            head, end = look, look + 1
        elif tag in _MAIN or tokens[look].low == "being":
            head, end = look, look + 1
            if tokens[look].low != "being":
                break
        elif tag not in _FILLING:
            break
        elif tag is Tag.NOT:
            end = look + 1
        look += 1
    return head, end


def _chained(tokens: Sequence[Token], head: int, end: int) -> tuple[int, int] | None:
    """A "to" that carries on: "agreed to hand over", "is likely to rise"."""
    look = end
    if look < len(tokens) and tokens[head].tag is Tag.BE and tokens[look].low in words("be_going"):
        look += 1
    if look + 1 < len(tokens) and tokens[look].tag is Tag.NOT and tokens[look + 1].tag is Tag.TO:  # "decided not to"
        look += 1
    if look + 1 >= len(tokens) or tokens[look].tag is not Tag.TO:
        return None
    look += 1
    while look < len(tokens) and tokens[look].tag in _FILLING:
        look += 1
    if look >= len(tokens):
        return None
    if tokens[look].tag is Tag.BASE:
        return look, look + 1
    if tokens[look].tag in (Tag.BE, Tag.HAVE, Tag.DO):
        return _helped(tokens, look)
    return None


@cache
def forms(name: str, file: str = "speech") -> frozenset[str]:
    """All forms of the verbs of an entry of the lexicon: "say says said saying"."""
    irregular = {
        base: (past, part)
        for base, past, part in (line.split() for line in entries("verbs")["irregular"]["words"].split(", "))
    }
    found: set[str] = set()
    for base in words(name, file):
        stem = base.removesuffix("e")
        double = base + base[-1] if base in ("admit", "submit", "refer") else stem
        regular = base[:-1] + "ied" if base.endswith("y") and third(base).endswith("ies") else double + "ed"
        found.update((base, third(base), (base if base.endswith("y") else double) + "ing"))
        found.update(irregular.get(base, (regular, regular)))
    return frozenset(found)


def says(tokens: Sequence[Token], group: Group, name: str = "verbs") -> bool:
    """Whether a group is one of saying: "said", "has warned"; not "is expected to return"."""
    return tokens[group.head].low in forms(name) and not any(t.tag is Tag.TO for t in tokens[group.start : group.end])


def passive(tokens: Sequence[Token], group: Group) -> bool:
    """Whether the subject is the one it is done to: "was said", "have been seen"."""
    helpers = tokens[group.start : group.head]
    return tokens[group.head].tag in (Tag.ED, Tag.PART, Tag.PAST) and any(t.tag is Tag.BE for t in helpers)
