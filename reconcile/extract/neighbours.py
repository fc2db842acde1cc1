"""What the words around a form that may be a verb or a noun tell of it.

What comes in: the tokens of a sentence, those before the form settled. What goes out: whether it is a verb there.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from reconcile.extract.grammar import BREAKS, Tag, plural, verbs, words

if TYPE_CHECKING:
    from reconcile.extract.words import Token

NOMINAL: Final = frozenset({Tag.NOUN, Tag.NAME})
_SUBJECTS: Final = 12  # words back to the subject of a bare form
_DEEDS: Final = 16  # words back to the deed that a second one may join
_LEAD: Final = 6  # words before that deed in which its verb stands: "plans to", "will", "was ordered to"
_LEADING: Final = frozenset({Tag.FIN, Tag.PAST, Tag.ED, Tag.BE, Tag.MODAL})  # not the noun of "plans to sell"
_OTHER_CLAUSE: Final = frozenset({Tag.FIN, Tag.PAST, Tag.STOP, Tag.THAT, Tag.OPENER})
_OBJECTS: Final = frozenset({Tag.FIGURE, Tag.DET})


def second_deed(tokens: "Sequence[Token]", n: int, after: "Token") -> bool:
    """Whether a bare form behind "and" shares the "to" or "will" of an earlier one: "to sell 20 plants and close 5"."""
    if tokens[n - 1].low not in ("and", "or") or after.tag not in _OBJECTS:
        return False
    for at in range(n - 2, max(0, n - _DEEDS), -1):
        if tokens[at].tag in _OTHER_CLAUSE:
            return False
        if tokens[at].tag is Tag.BASE:
            return any(token.tag in _LEADING for token in tokens[max(0, at - _LEAD) : at])
    return False


def describes(tokens: "Sequence[Token]", at: int) -> bool:
    """Whether a figure describes the noun behind it: "an eight-year deal", "a $90 million deal"; not "Six die"."""
    return "-" in tokens[at].text[:-1] or (at > 0 and tokens[at - 1].low in ("a", "an"))


def of_doing(lead: "Token", low: str, after: "Token") -> bool:
    """Whether a form in -s is what a deed in -ing does: "as shelling kills nine", "A ban on fishing takes effect"."""
    if lead.tag is Tag.OPENER:
        return after.tag is Tag.FIGURE
    return lead.tag is Tag.PREP and verbs().third[low] and after.tag not in BREAKS


def plural_before(tokens: "Sequence[Token]", n: int) -> bool:
    """Whether a plural stands before a bare form, since the last mark or verb: "Officials in Lund say"."""
    for at in range(n - 1, max(n - _SUBJECTS, -1), -1):
        tag = tokens[at].tag
        if tag in BREAKS or tag in (Tag.PAST, Tag.BE, Tag.HAVE, Tag.MODAL, Tag.COORD, Tag.TO):
            return tokens[at].low == "and" and _joins_subjects(tokens, at)
        if tag in NOMINAL and plural(tokens[at].low):
            return True
    return False


def _joins_subjects(tokens: "Sequence[Token]", at: int) -> bool:
    """Whether "and" joins two nouns with articles into a subject: "The mill and the brewery | employ"."""
    return tokens[at + 1].tag is Tag.DET and at > 1 and tokens[at - 1].tag in NOMINAL and tokens[at - 2].tag is Tag.DET


def prepared(tokens: "Sequence[Token]", n: int, after: "Token") -> bool:
    """Whether a form only says how a deed was gone about: "another bold and carefully planned robbery"."""
    first = n
    while first and tokens[first - 1].tag is Tag.ADV:
        first -= 1
    joined = n > first > 1 and tokens[first - 1].tag is Tag.COORD and tokens[first - 2].tag is Tag.NOUN
    return joined and after.tag is Tag.NOUN and not plural(after.low) and tokens[n].low in words("prepared", "purpose")
