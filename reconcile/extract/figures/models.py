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
_DIGITS: Final = re.compile(r"\d{1,3}")
_CODE: Final = re.compile(r"[A-Z][A-Za-z]?[A-Z]?")  # letters before the digits of a make
_NO_CODES: Final = frozenset(["AM", "PM", "AD", "BC", "US", "UK", "UN", "EU"])
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
    """Whether a number names a make: a code behind a count, or three digits in a place of a name."""
    if n.last == n.first + 1 and code(t, n.first):
        return True
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


def code(t: Tokens, at: int) -> bool:
    """Whether digits end the name of what is counted before it: "12 AK 47 rifles", "an F - 16", "two MiG 29 jets"."""
    name = at - 2 if t.word(at - 1) == "-" and not t.glued(at) else at - 1
    if name < 1 or not _DIGITS.fullmatch(t.raw[at]) or not _CODE.fullmatch(t.raw[name]) or t.raw[name] in _NO_CODES:
        return False
    count = t.word(name - 1)
    return count in ("a", "an") or count.isdecimal() or count in number_words()


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
