"""Numbers that name a make: "its 777 airliner", "the 787 is", "a new 737", "787 Dreamliner", "the Trent 900 engines".

In: tokens and a number. Out: whether grammar shows that it names one thing and counts nothing: what is counted is in
the plural and stands before its verb in the plural, and its number follows no adjective.
"""

import re
from functools import cache
from typing import Final

from reconcile.extract.figures import nouns, units
from reconcile.extract.figures.amounts import Number, number_words
from reconcile.extract.figures.tokens import Tokens
from reconcile.extract.figures.verbs import past, pasts
from reconcile.lexicon import entries

_MODEL: Final = re.compile(r"\d{3}")
_OWNERS: Final = frozenset(["a", "an", "the", "its", "their", "his", "her", "this", "that", "first", "final", "last"])
_NEW: Final = frozenset([
    "new", "newer", "newest", "larger", "bigger", "smaller", "older", "latest", "original", "updated", "stretched",
])  # fmt: skip
_SINGULAR: Final = frozenset(["is", "was", "has"])
_QUOTES: Final = frozenset("`'\"“‘")
_NAME_WORDS: Final = 4  # words of a name before its number


@cache
def _stops() -> frozenset[str]:
    return frozenset(entries("nouns")["stops"].split())


def model(t: Tokens, n: Number) -> bool:
    """Whether a number of three digits names a make."""
    if n.last != n.first + 1 or not _MODEL.fullmatch(t.raw[n.first]) or units.unit_at(t, n.last, glued=False)[0]:
        return False
    before = t.word(n.first - 1)
    if before in _NEW:
        return t.word(n.last) not in ("-", "%", "+")
    if _one_thing(t, n.last):
        return before in _OWNERS or before.endswith(("'s", "’s")) or t.raw[n.last][0].isupper()
    if before == "the" and (t.word(n.last) in _SINGULAR or t.word(n.last) in _QUOTES):
        return True
    return nouns.plural(t.word(n.last)) and _within_a_phrase(t, n.first - 1)


def _one_thing(t: Tokens, at: int) -> bool:
    """Whether one noun in the singular stands at a token, and no other behind it: "airliner, begun"."""
    word, after = t.word(at), t.word(at + 1)
    if (
        not word.isalpha()
        or word in _stops()
        or word in number_words()
        or nouns.plural(word)
        or nouns.person(t.raw[at])
    ):
        return False
    if (
        t.raw[at].isupper()
        or past(word)
        or word in pasts()
        or word.endswith(("ing", "ly"))
        or word in ("more", "fewer", "less", "percent")
    ):
        return False
    return not after[:1].isalpha() or after in _stops() or past(after) or after in pasts()


def _within_a_phrase(t: Tokens, at: int) -> bool:
    """Whether a name that ends at a token stands inside a noun phrase: "four Rolls-Royce Trent | 900 engines"."""
    start = at
    while (
        start > at - _NAME_WORDS
        and start >= 0
        and (t.raw[start][0].isupper() or (t.raw[start] == "-" and t.glued(start)))
    ):
        start -= 1
    lead = t.word(start)
    return start < at and (lead in ("the", "its", "their", "two", "new") or lead in number_words() or lead.isdecimal())
