"""What a number counts: the noun after it, carried over or told by the verb; and the whole it is a part of."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from reconcile.extract.figures.amounts import words
from reconcile.extract.figures.tokens import Tokens
from reconcile.lexicon import entries

PERSON: Final = "person"
_REACH: Final = 7  # words from the number to the head of a noun phrase
_STOPS: Final = frozenset([
    "a", "an", "the", "of", "in", "on", "at", "by", "for", "from", "to", "with", "without", "and", "or", "but",
    "as", "than", "that", "which", "who", "whom", "whose", "when", "where", "while", "if", "is", "are", "was",
    "were", "be", "been", "being", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could",
    "may", "might", "must", "shall", "should", "not", "no", "nor", "this", "these", "those", "it", "its",
    "they", "their", "there", "he", "she", "his", "her", "we", "our", "you", "i", "after", "before", "since",
    "until", "during", "into", "over", "under", "between", "among", "against", "across", "about", "around",
    "more", "less", "per", "out", "up", "down", "off", "through", "said", "says", "say", "so", "then", "also",
    "still", "now", "each", "every", "including", "amid", "via", "because", "however", "only",
    "just", "even", "within", "near",
    "already",
])  # fmt: skip
_THROUGH: Final = frozenset([
    "other", "others", "more", "new", "such", "additional", "further", "different", "separate", "major", "big",
    "small", "of",
])  # fmt: skip
_NOT_PLURAL: Final = re.compile(r"(?:ss|us|is|ous)$")
_IRREGULAR: Final = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "mice": "mouse",
    "wives": "wife", "lives": "life", "knives": "knife", "leaves": "leaf", "wolves": "wolf", "shelves": "shelf",
    "police": "police", "troops": "troop", "aircraft": "aircraft", "species": "species", "series": "series",
    "sheep": "sheep", "fish": "fish", "cattle": "cattle", "crises": "crisis", "deer": "deer", "goods": "good",
    "campuses": "campus", "viruses": "virus", "buses": "bus", "bonuses": "bonus", "indices": "index",
    "yen": "yen", "personnel": "personnel", "criteria": "criterion", "media": "medium", "data": "datum",
}  # fmt: skip
_FOLK: Final = ("children", "women", "people", "smen", "ymen", "emen", "dmen")
_PERSONS_TOO: Final = frozenset(["personnel", "staff", "police", "crew"])


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: the noun phrase as written, its unit, the whole it is a part of, and where the phrase ends."""

    counts: str = ""
    unit: str = ""
    whole: str = ""
    end: int = 0


@cache
def _people() -> frozenset[str]:
    return frozenset(entries("people")["nouns"].split())


@cache
def _said_of_people() -> frozenset[str]:
    return frozenset(entries("people")["said_of_people"])


def singular(word: str) -> str:
    """A plural noun in the singular, by rule of thumb."""
    low = word.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if re.search(r"(?:ss|ch|sh|x|z)es$", low):
        return low[:-2]
    return low[:-1] if plural(low) and low.endswith("s") else low


def plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    low = word.lower()
    if low in _IRREGULAR or low.endswith(_FOLK):
        return True
    return len(low) > 2 and low.endswith("s") and low.isalpha() and not _NOT_PLURAL.search(low)


def person(raw: str) -> bool:
    """Whether a noun is one for people."""
    low = raw.lower()
    if low.endswith(_FOLK):
        return True
    if low in _people() or low in _PERSONS_TOO:
        return True
    table = entries("people")
    if low in table["not_people"]:
        return False
    if raw[:1].isupper() and not raw.isupper() and low.endswith(tuple(table["demonyms"])) and len(low) > 4:
        return True
    return low.endswith(tuple(table["suffixes"])) and len(low) > 6


def after(t: Tokens, at: int, *, one: bool = False) -> Counted:
    """The noun phrase counted that begins at a token.

    Args:
        one: whether the number is one, so that the noun is in the singular.
    """
    if t.word(at) == "of":
        return _of(t, at)
    if t.word(at) == "-" and t.glued(at):  # "42-storey", "three-judge panel"
        noun = t.word(at + 1) if t.word(at + 1) not in _STOPS else ""
        return (
            Counted(t.raw[at + 1], PERSON if person(noun) else singular(noun), end=at + 2)
            if noun.isalpha()
            else Counted(end=at)
        )
    head = _head(t, at, one=one)
    if head is None:
        return Counted(end=at)
    counts = t.text[t.start[at] : t.end[head]]
    whole = ""
    if t.word(head + 1) == "of" and t.word(head + 2) in ("the", "its", "their", "his", "her", "our"):
        whole = _phrase(t, head + 2)
    noun = t.raw[head]
    return Counted(counts, PERSON if person(noun) or _dead(t, head) else singular(noun), whole, head + 1)


def _dead(t: Tokens, head: int) -> bool:
    return t.low[head] in _said_of_people()


def _head(t: Tokens, at: int, *, one: bool) -> int | None:
    """The head of the noun phrase at a token: its last plural noun before the phrase stops."""
    found = None
    for place in range(at, min(at + _REACH, len(t))):
        word = t.low[place]
        if not (word[0].isalpha() or word in "-'’") or word in _STOPS or word in words():
            break
        if found is not None and not (plural(word) and t.word(place + 1) not in _STOPS and not _verbal(t, place)):
            break
        if word in _said_of_people() and (place == at or found is None):
            return place if place == at else found
        if (plural(word) or person(t.raw[place]) or (one and _noun_of_one(t, place))) and word not in _THROUGH:
            found = place
            if one:
                break
    return found


def _verbal(t: Tokens, at: int) -> bool:
    """Whether a word in -s after a noun is its verb: "12 crew says"; told by what follows."""
    return t.word(at + 1) in ("the", "a", "an", "to", "that", "his", "its", "it", "by")


def _noun_of_one(t: Tokens, at: int) -> bool:
    """Whether the word ends the phrase of "one …": the next one stops it."""
    after_it = t.word(at + 1)
    return not after_it or after_it in _STOPS or not after_it[0].isalpha() or after_it.endswith("ed")


def _of(t: Tokens, at: int) -> Counted:
    """Such as "75,000 of the region's 150,000 inhabitants": what is counted is the whole's noun."""
    phrase = _phrase(t, at + 1)
    if t.word(at + 1) in ("them", "whom") and (plural(t.word(at + 2)) or person(t.word(at + 2))):
        noun = t.raw[at + 2]  # "12 dead, 3 of them children"
        return Counted(noun, PERSON if person(noun) else singular(noun), end=at)
    if not phrase or t.word(at + 1) in ("them", "us", "those", "these", "whom", "which"):
        return Counted(end=at)
    definite = (
        t.word(at + 1) in ("the", "its", "their", "his", "her", "our", "these", "those", "all")
        or "’s" in phrase
        or "'s" in phrase
    )
    noun = phrase.split()[-1]
    unit = PERSON if person(noun) else singular(noun) if plural(noun) else ""
    return Counted("" if definite and not unit else _bare(phrase), unit, phrase if definite else "", at)


def _bare(phrase: str) -> str:
    """A noun phrase without its determiner and number: "the region's 150,000 inhabitants" counts inhabitants."""
    bits = phrase.split()
    last = max((n for n, word in enumerate(bits) if word[0].isdigit() or word.endswith(("'s", "’s"))), default=-1)
    bits = bits[last + 1 :] or bits[-1:]
    return " ".join(
        bits[1:] if len(bits) > 1 and bits[0].lower() in ("the", "its", "their", "all", "his", "her") else bits
    )


def _phrase(t: Tokens, at: int) -> str:
    """The noun phrase at a token, determiner included, as written; "" if none."""
    place, last = at, at
    if t.word(place) in ("the", "its", "their", "his", "her", "our", "these", "those", "all", "a", "an"):
        place += 1
    while place < len(t) and place < at + _REACH:
        word = t.low[place]
        if (word in _STOPS or not (word[0].isalnum() or word in "-'’,")) and not word.endswith(("'s", "’s")):
            break
        if word == ",":
            break
        place += 1
        last = place
        if plural(word) and t.word(place) not in ("'", "’") and not plural(t.word(place)):
            break
    return t.text[t.start[at] : t.end[last - 1]] if last > at else ""


def dropped(t: Tokens, first: int, at: int) -> Counted:
    """What a number counts whose noun is dropped: told by the verb, else carried over from the nouns before.

    "26,000 had returned", "19 dead", "all seven around Karabakh", "four others".
    """
    for place in range(at, min(at + 4, len(t))):
        word = t.low[place]
        if word in _said_of_people():
            return Counted(unit=PERSON, end=at)
        if not (word in _STOPS or word in ("other", "others", "people", "have", "more")):
            break
    if t.word(first - 1) in entries("people")["done_to_people"] and (
        t.word(at) in ("others", "more", "other") or not t.word(at)[:1].isalpha() or t.word(at) in _STOPS
    ):
        return Counted(unit=PERSON, end=at)
    of_them = t.word(at) == "of" and t.word(at + 1) in ("them", "whom", "which", "these", "those")
    if of_them or t.word(at) == "others" or t.word(first - 1) in ("all", "the", "other", "another", "these", "those"):
        for place in range(first - 1, max(first - 60, -1), -1):
            if (plural(t.raw[place]) or person(t.raw[place])) and t.low[place] not in ("others", "has", "was", "does"):
                noun = t.raw[place]
                return Counted(unit=PERSON if person(noun) else singular(noun), end=at + (t.word(at) == "others"))
    return Counted(end=at)
