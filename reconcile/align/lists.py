"""Word lists of the lexicon as alignment asks for them: who is anybody, what befalls people, which way it goes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reconcile import lexicon
from reconcile.align.vocabulary import joined, stem


@dataclass(frozen=True, slots=True)
class Marks:
    """Short word lists of the lexicon, as stems where they are compared with stems.

    Attributes:
        people: words that leave open who is counted: "people", and the posts that they hold.
        humans: nouns for people of any kind.
        again: what is counted anew in every game, season or career.
        general: words that show nothing of what a claim is about.
        fates: words that say what became of them, and may be the noun itself ("the wounded").
        groups: stem → name of the group of people that it names.
        exclusive: numbers of the opposites of which one thing is only one.
        aside, bounds: small words around a deed and behind what is counted.
    """

    people: frozenset[str]
    humans: frozenset[str]
    again: frozenset[str]
    general: frozenset[str]
    fates: frozenset[str]
    groups: Mapping[str, str]
    aside: frozenset[str]
    bounds: frozenset[str]
    exclusive: frozenset[int]


@cache
def marks(language: str = "en") -> Marks:
    """The word lists; read once a process."""
    table = lexicon.entries("directions", language)
    scope = lexicon.entries("scope", language)
    people = frozenset(map(joined, (*table["people"], *scope["posts"])))
    humans = frozenset(map(stem, lexicon.entries("people", language)["nouns"].split()))
    fates = frozenset(joined(word) for entry in table["measures"] for word in entry["words"])
    groups = {joined(word): row["name"] for row in scope["groups"] for word in row["words"]}
    again = frozenset(map(joined, table["again"]))
    general = frozenset(map(stem, scope["general"]))
    exclusive = frozenset(number for number, pair in enumerate(table["opposites"]) if pair.get("exclusive") == "true")
    return Marks(
        people, humans, again, general, fates, groups, frozenset(table["aside"]), frozenset(table["bounds"]), exclusive
    )
