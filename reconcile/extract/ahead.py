"""What comes next in a sentence, up to the next mark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reconcile.extract.grammar import BREAKS, Tag
from reconcile.extract.groups import Group
from reconcile.extract.words import Token

_OPENING: Final = frozenset({Tag.REL, Tag.THAT, Tag.OPENER})
_VALUES: Final = frozenset({Tag.FIGURE, Tag.DATE})
_FILLING: Final = frozenset({Tag.ADV, Tag.NOT})
_REACH: Final = 100  # tokens; no clause of news waits longer for its verb, and reading stays linear


@dataclass(slots=True)
class Ahead:
    """The stretch from a token to the next mark; token numbers, -1 or None where there is none.

    Attributes:
        first: the first token that is no adverb.
        end: the mark, or the end of the sentence.
        group: the first verb group; after: the second, where no opening word stands between.
        sure: the first sure group before an opening word or "and".
        opener: an opening word ("who", "that", "after") before the first group.
        value: the first figure or date before the next "and".
    """

    first: int
    end: int
    group: Group | None = None
    after: Group | None = None
    sure: Group | None = None
    opener: int = -1
    value: int = -1


def look(tokens: Sequence[Token], groups: Mapping[int, Group], at: int) -> Ahead:
    """Look from a token to the next mark."""
    found = Ahead(first=-1, end=len(tokens))
    joined = opened = False
    start = at
    limit = min(len(tokens), at + _REACH)
    while at < limit and (tokens[at].tag not in BREAKS or age(tokens, at)):
        if tokens[at].tag in BREAKS:
            at += 3
            continue
        tag = tokens[at].tag
        if found.first < 0 and tag not in _FILLING:
            found.first = at
        if tag in _OPENING and found.group is None and found.opener < 0:
            found.opener = at
        opened = opened or (tag in _OPENING and found.group is not None)
        joined = joined or (tag is Tag.COORD and at > start) or tag in _OPENING
        if tag in _VALUES and found.value < 0 and not joined:
            found.value = at
        group = groups.get(at)
        if group is None:
            at += 1
            continue
        if found.group is None:
            found.group = group
        elif found.after is None and not opened:
            found.after = group
        if group.sure and found.sure is None and not joined:
            found.sure = group
        at = group.end
    found.end = min(at, len(tokens))
    found.first = found.first if found.first >= 0 else start
    return found


def joins_pronoun(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether "and" with a subject of its own stands in a stretch: "as head coach and he | is expected"."""
    joints = (n for n in range(start, end - 1) if tokens[n].tag is Tag.COORD)
    return any(tokens[n + 1].tag is Tag.PRON for n in joints)


def age(tokens: Sequence[Token], at: int) -> bool:
    """Whether a mark sets only a figure apart, as an age behind a name: "Ada Voss, 34, said"."""
    if not 0 < at < len(tokens) - 2 or tokens[at - 1].tag is not Tag.NAME:
        return False
    return [token.tag for token in tokens[at : at + 3]] == [Tag.COMMA, Tag.FIGURE, Tag.COMMA]


def verb_first(tokens: Sequence[Token], groups: Mapping[int, Group], at: int) -> Group | None:
    """The verb that, behind a mark at `at` or later, begins a segment without a subject; None for none."""
    limit = min(len(tokens), at + _REACH)
    while at < limit:
        if tokens[at].tag in (Tag.COMMA, Tag.DASH, Tag.CLOSE):
            first = at + 1
            while first < len(tokens) and (tokens[first].tag in BREAKS or tokens[first].tag is Tag.ADV):
                first += 1
            if first in groups:
                return groups[first]
        at += 1
    return None
