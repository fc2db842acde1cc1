"""Nouns as they are spelled: plural or not, their singular, and whether they are nouns for people."""

import re
from functools import cache, lru_cache
from typing import Any, Final

from reconcile.lexicon import entries

PERSON: Final = "person"
_NOT_PLURAL: Final = re.compile(r"(?:ss|us|is|ous)$")
_SIBILANT: Final = re.compile(r"(?:ss|ch|sh|x|zz|tz|o|[bcilnprst]us)es$")  # "buses", not "houses" and "causes"
_PLURALS: Final = ("men", "children", "people")  # "crewmen", "schoolchildren"
_MET: Final = 1 << 14  # words whose look is remembered
_COMPOUND: Final = 7  # letters: "workers" is told in "coworkers"; "actors" must not be in "factors"


@cache
def _table() -> Any:
    return entries("nouns")


@cache
def _not_plural() -> frozenset[str]:
    return frozenset(_table()["not_plural"])


@cache
def _after_the_head() -> frozenset[str]:
    return frozenset(_table()["after_the_head"])


@cache
def _people() -> frozenset[str]:
    return frozenset(entries("people")["nouns"].split())


@cache
def _of_people() -> tuple[str, ...]:
    """Plurals for people that a longer word for people may end in: "schoolchildren", "co-workers"."""
    return tuple(word for word in _people() if len(word) >= _COMPOUND or word in ("people", "women"))


@lru_cache(maxsize=_MET)
def plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    low = word.lower()
    if low in _table()["irregular"] or (low.endswith(_PLURALS) and low not in _not_plural()):
        return True
    return (
        len(low) > 2 and low[-1] == "s" and low.isalpha() and low not in _not_plural() and not _NOT_PLURAL.search(low)
    )


def singular(word: str) -> str:
    """A plural noun in the singular, by its spelling; other words as they are, in small letters."""
    low = word.lower()
    if low in _table()["irregular"]:
        return str(_table()["irregular"][low])
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if _SIBILANT.search(low):
        return low[:-2]
    return low[:-1] if low[-1:] == "s" and plural(low) else low


@lru_cache(maxsize=_MET)
def person(raw: str) -> bool:
    """Whether a noun is one for people; capitals tell "Georgians"."""
    low = raw.lower()
    table = entries("people")
    if low in table["not_people"]:
        return False
    if low in _people() or low.endswith(_of_people()):
        return True
    if raw[:1].isupper() and not raw.isupper() and low.endswith(tuple(table["demonyms"])) and len(low) > 4:
        return True
    many = low if low[-1:] == "s" or low.endswith("men") else low + "s"
    return many.endswith(tuple(table["suffixes"])) and len(low) > 6 and many not in table["not_people"]


def joins(word: str) -> bool:
    """Whether a plural right after another makes a compound with it: "crew members", not "people hours later"."""
    return plural(word) and word.lower() not in _after_the_head()


@lru_cache(maxsize=_MET)
def unit_of(raw: str) -> str:
    """What a figure that counts a noun has as its unit: "person", or the noun in the singular."""
    if raw.lower() in ("share", "shares"):
        return "stock share"  # "share" alone is a fraction of a whole
    return PERSON if person(raw) else singular(raw)
