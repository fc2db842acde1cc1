"""The lexicon as alignment reads it: stems, their links, how common they are, and what is opposed to what.

What comes in: the files `links`, `prior`, `synonyms`, `directions` and `places` of a language. What goes out: one
Vocabulary, made once a process. Everything is keyed by stem; a phrase of several words ("hand over") is one stem with
underscores ("hand_over").
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

import Stemmer

from reconcile import lexicon
from reconcile.lexicon.spelling import american

Phrase = tuple[str, ...]
SYNONYM = 0.8  # what a word of our own rows is worth beside the same word
SEAT = 0.7  # "Baku" for "Azerbaijan": the government, or only the city

_stemmer = Stemmer.Stemmer("english", 0)  # `stem` remembers


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a word in lower case."""
    found: str = _stemmer.stemWord(american(word))
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """What the lexicon says of stems.

    Attributes:
        own: stem → {stem: how far it stands for the other, 0 to 1}, of our own rows; both ways.
        packed: the same of WordNet, a row of text for each stem, unpacked when it is first asked for.
        prior: stem → share of general sentences that hold it.
        phrases: first stem → the phrases that begin with it, as stems, the longest first, each with its joined stem.
        nations: the stems of countries.
        offices: words of an office that speaks for a country.
        countries: what people write ("armenian", "united states") → the country's stem.
        irregular: form → plain word: "fled" is of "flee".
        measures: stem → names of what may have become of things counted ("dead", "hurt").
        sides: stem → the sides it takes, as (number of the pair, 0 or 1).
    """

    own: Mapping[str, Mapping[str, float]]
    packed: Mapping[str, str]
    prior: Mapping[str, float]
    phrases: Mapping[str, tuple[tuple[Phrase, str], ...]]
    nations: frozenset[str]
    offices: frozenset[str]
    countries: Mapping[str, str]
    irregular: Mapping[str, str]
    measures: Mapping[str, frozenset[str]]
    sides: Mapping[str, frozenset[tuple[int, int]]]
    _unpacked: dict[str, Mapping[str, float]] = field(default_factory=dict)

    def linked(self, key: str) -> Mapping[str, float]:
        """The stems that may stand for a stem, each with how far: 0 to 1."""
        found = self._unpacked.get(key)
        if found is None:
            others = {word[:-1]: int(word[-1]) / 10 for word in self.packed.get(key, "").split()}
            for other, weight in self.own.get(key, {}).items():
                others[other] = max(weight, others.get(other, 0))
            found = self._unpacked[key] = others
        return found


@cache
def vocabulary(language: str = "en") -> Vocabulary:
    """The vocabulary of a language; read once a process."""
    synonyms, directions = lexicon.entries("synonyms", language), lexicon.entries("directions", language)
    links: dict[str, dict[str, float]] = {}
    for row in synonyms:
        _link_all(links, {joined(words) for words in row["words"]})
    places = lexicon.entries("places", language)
    countries = _countries(places["countries"], links)
    sides: dict[str, frozenset[tuple[int, int]]] = {}
    for number, pair in enumerate(directions["opposites"]):
        for side, words in enumerate((pair["one"], pair["other"])):
            for key in map(joined, words):
                sides[key] = sides.get(key, frozenset()) | {(number, side)}
    measures: dict[str, frozenset[str]] = {}
    for entry in directions["measures"]:
        for key in map(joined, entry["words"]):
            measures[key] = measures.get(key, frozenset()) | {entry["name"]}
    written = [words for row in synonyms for words in row["words"]]
    written += [words for pair in directions["opposites"] for words in (*pair["one"], *pair["other"])]
    written += [words for entry in directions["measures"] for words in entry["words"]]
    return Vocabulary(
        own=links,
        packed={key: others for key, _, others in (row.partition(" ") for row in lexicon.rows("links", language))},
        prior={key: int(count) / 1000 for key, count in (row.split() for row in lexicon.rows("prior", language))},
        phrases=_phrases({**{w: joined(w) for w in written}, **countries}),
        nations=frozenset(countries.values()),
        offices=frozenset(stem(word) for words in places["offices"] for word in words.split()),
        countries=countries,
        irregular=dict(row.split() for row in lexicon.rows("irregular", language)),
        measures=measures,
        sides=sides,
    )


def joined(words: str) -> str:
    """The one stem of a word or phrase as the lexicon writes it: "hand over" is "hand_over"."""
    return "_".join(map(stem, words.split()))


def _link_all(links: dict[str, dict[str, float]], keys: set[str]) -> None:
    for one in keys:
        mine = links.setdefault(one, {})
        for other in keys:
            if other != one:
                mine[other] = max(SYNONYM, mine.get(other, 0))


def _countries(rows: Iterable[list[str]], links: dict[str, dict[str, float]]) -> dict[str, str]:
    """What people write for a country, in lower case → its stem; its seats of power are linked to it instead."""
    found: dict[str, str] = {}
    for names, people, seats in rows:
        key = names.split(" | ")[0].lower().replace(" ", "_")
        for name in (*names.split(" | "), *people.split(" | ")):
            written = name.lower().replace(".", "")
            found[written] = key
            if name in people:
                found[written + "s"] = key
        for seat in filter(None, seats.split(" | ")):
            place = "_".join(seat.lower().split())
            links.setdefault(place, {})[key] = links.setdefault(key, {})[place] = SEAT
            found[seat.lower()] = place
    return found


def _phrases(keys: Mapping[str, str]) -> dict[str, tuple[tuple[Phrase, str], ...]]:
    """Of words and phrases, each with the stem it is read as: the phrases by their first stem."""
    found: dict[str, dict[Phrase, str]] = {}
    for written, key in keys.items():
        phrase = tuple(map(stem, written.split()))
        if len(phrase) > 1:
            found.setdefault(phrase[0], {})[phrase] = key
    return {first: tuple(sorted(many.items(), key=lambda row: (-len(row[0]), row[0]))) for first, many in found.items()}
