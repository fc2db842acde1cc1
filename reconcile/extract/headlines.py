"""The verbs of headlines that look like nouns: "Storm batters coast", "Floods kill 23, destroy 400 homes".

What comes in: the tokens of a line that no full stop closes. What goes out: nothing; a noun that can only be the verb
of its stretch is marked as one. A headline drops articles, so only number tells: one storm "batters", two "batter".
"""

from collections.abc import Iterator, Sequence
from typing import Final

from reconcile.extract.grammar import Tag, plural, verbs
from reconcile.extract.words import Token

_PARTING: Final = frozenset({Tag.COMMA, Tag.SEMI, Tag.COLON, Tag.DASH, Tag.COORD})
_DOING: Final = frozenset({Tag.FIN, Tag.PAST, Tag.ED, Tag.BE, Tag.HAVE, Tag.MODAL, Tag.DO, Tag.BASE})
_NOMINAL: Final = frozenset({Tag.NOUN, Tag.NAME})
_OBJECTS: Final = _NOMINAL | {Tag.DET, Tag.POSS, Tag.FIGURE, Tag.OBJ}


def mark_verbs(tokens: Sequence[Token]) -> None:
    """Mark the verbs of a headline's stretches that have none yet."""
    last: Token | None = None
    for start, end in _stretches(tokens):
        found = next((n for n in range(start, end) if tokens[n].tag in _DOING), -1)
        if found < 0 and start < end:
            found = _first(tokens, start, end, last) if last is not None else -1
            if found < 0 and (not start or tokens[start - 1].tag is not Tag.COORD):
                found = _behind_subject(tokens, start, end)
            if found >= 0:
                tokens[found].tag = Tag.FIN
        last = tokens[found] if found >= 0 else last


def _stretches(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    start = 0
    for n, token in enumerate(tokens):
        if token.tag in _PARTING:
            yield start, n
            start = n + 1
    yield start, len(tokens)


def _first(tokens: Sequence[Token], start: int, end: int, last: Token) -> int:
    """A verb at the head of a stretch, in the number of the verb before it: "Gunmen attack bus, | kill six"."""
    known = verbs()
    alike = last.tag is Tag.FIN and tokens[start].low in (known.base if last.low in known.base else known.third)
    objects = start + 1 < end and tokens[start + 1].tag in _OBJECTS | {Tag.PREP, Tag.ADV}
    return start if alike and objects and tokens[start].tag is Tag.NOUN else -1


def _behind_subject(tokens: Sequence[Token], start: int, end: int) -> int:
    """The first word that agrees with the noun before it and has an object behind it: "Bomb blast | rocks | market"."""
    known = verbs()
    for n in range(start + 1, end - 1):
        low, before = tokens[n].low, tokens[n - 1]
        if tokens[n].tag is Tag.NOUN and before.tag in _NOMINAL and tokens[n + 1].tag in _OBJECTS:
            many = before.tag is Tag.NOUN and plural(before.low)
            if low in (known.base if many else known.third):
                return n
    return -1
