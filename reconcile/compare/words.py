"""The words of claims as comparing reads them: stems, names, and what the lexicon says of either.

What comes in: running text, and the lexicon's `directions`, `synonyms`, `places`, `scope` and `prior`. What goes out:
stems with the keys they share with their synonyms, names with people and places of a country under one key.
"""

import re
from calendar import day_name, month_abbr, month_name
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

import Stemmer

from reconcile import lexicon

WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
NAME: Final = re.compile(r"[A-Z][\w’'.-]*(?: (?:of the |of |de |al-)?[A-Z][\w’'.-]*)*")
_CALENDAR: Final = frozenset(
    word.lower() for word in (*day_name, *month_name, *month_abbr, "sept", "mr", "mrs", "ms", "dr", "i") if word
)
_stemmer: Final = Stemmer.Stemmer("english")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a word in lower case, without its possessive; "fled" has that of "flee"."""
    word = word.removesuffix("'s").removesuffix("’s")
    found: str = _stemmer.stemWord(_irregular().get(word, word))
    return found


@cache
def _irregular(language: str = "en") -> Mapping[str, str]:
    return dict(row.split() for row in _rows("irregular", language))


def _rows(name: str, language: str) -> list[str]:
    text = (files(lexicon) / language / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the lexicon says of stems and names, keyed as they stand in text.

    Attributes:
        rows: stem → numbers of the rows of synonyms it stands in.
        measures: stem → what may have become of the things counted ("dead", "hurt").
        sides: stem → the sides it takes, as (number of the pair, 0 or 1).
        groups, people: nouns that narrow a count, and nouns for people of any kind.
        marks: word → "other", "all", "ordinal", "daily".
        part, negation: phrases in lower case.
        numbers: number words; said: stems of verbs of saying.
        stop: words that carry no meaning of their own.
        general, ordinary: stems that show nothing, and stems of plain English that are no names.
        countries: name, people or seat of power in lower case → the country.
    """

    rows: Mapping[str, frozenset[int]]
    measures: Mapping[str, str]
    sides: Mapping[str, frozenset[tuple[int, int]]]
    groups: Mapping[str, str]
    people: frozenset[str]
    marks: Mapping[str, str]
    numbers: frozenset[str]
    said: frozenset[str]
    part: re.Pattern[str]
    negation: re.Pattern[str]
    stop: frozenset[str]
    general: frozenset[str]
    ordinary: frozenset[str]
    countries: Mapping[str, str]


@cache
def known(language: str = "en") -> Lexicon:
    """The lexicon of a language as comparing needs it; read once a process."""
    directions, scope = lexicon.entries("directions", language), lexicon.entries("scope", language)
    rows: dict[str, frozenset[int]] = {}
    for number, row in enumerate(lexicon.entries("synonyms", language)):
        for key in _single(row["words"]):
            rows[key] = rows.get(key, frozenset()) | {number}
    sides: dict[str, frozenset[tuple[int, int]]] = {}
    for number, pair in enumerate(directions["opposites"]):
        for side, words in enumerate((pair["one"], pair["other"])):
            for key in _single(words):
                sides[key] = sides.get(key, frozenset()) | {(number, side)}
    ordinary = {row.split()[0] for row in _rows("prior", language)} | set(rows) | set(sides)
    unweighed = lexicon.entries("unweighed", language)
    return Lexicon(
        rows=rows,
        measures={key: row["name"] for row in directions["measures"] for key in _single(row["words"])},
        sides=sides,
        groups={key: row["name"] for row in scope["groups"] for key in _single([*row["words"], *_men(row["words"])])},
        people=frozenset(_single(scope["people"])),
        marks={word: row["name"] for row in scope["marks"] for word in row["words"]},
        numbers=frozenset(unweighed["numbers"]),
        said=frozenset(_single(scope["said"])),
        part=_phrases(scope["part"]),
        negation=_phrases(scope["negation"]),
        stop=frozenset(scope["stop"]),
        general=frozenset(_single([*scope["general"], *unweighed["numbers"], *unweighed["dates"]])),
        ordinary=frozenset(ordinary),
        countries=dict(_countries(lexicon.entries("places", language)["countries"])),
    )


def _single(words: Iterable[str]) -> Iterator[str]:
    """The stems of words; of phrases only where all the other words show nothing ("go home" is left to alignment)."""
    return (stem(word) for word in words if " " not in word)


def _men(words: Iterable[str]) -> Iterator[str]:
    """The plurals that no stemmer joins: "policemen" of "policeman"."""
    return (f"{word[:-2]}en" for word in words if word.endswith("man"))


def _phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(phrases, key=len, reverse=True)))})(?!\w)", re.IGNORECASE
    )


def _countries(rows: Iterable[list[str]]) -> Iterator[tuple[str, str]]:
    for names, people, seats in rows:
        country = names.split(" | ")[0].lower()
        for name in (*names.split(" | "), *people.split(" | "), *seats.split(" | ")):
            yield name.lower().replace(".", ""), country
        for name in people.split(" | "):
            yield name.lower() + "s", country


@lru_cache(maxsize=1024)
def plain_words(text: str) -> frozenset[str]:
    """The words an article writes without a capital: "Riders" first in a sentence is no name if "riders" come later."""
    return frozenset(word for word in WORD.findall(text) if word[0].islower())


@lru_cache(maxsize=4096)  # a sentence is asked for once for each of its claims
def names(text: str, plain: frozenset[str]) -> frozenset[str]:
    """The names in running text in lower case, a country and its people as one; none that `plain` has as words."""
    words, lexicon_ = WORD.findall(text), known()
    long = [word for word in words if len(word) > 3]
    shouted = len(long) > 2 and sum(word[0].isupper() for word in long) > 0.7 * len(long)  # a title in Title Case
    found: set[str] = set()
    for match in NAME.finditer(text):
        run = match[0].lower().replace(".", "").replace("’s", "").replace("'s", "")
        if run in lexicon_.countries:
            found.add(lexicon_.countries[run])
            continue
        for word in re.split(r"[ -]", run):
            if word in lexicon_.countries:
                found.add(lexicon_.countries[word])
            elif _is_name(word, plain, first=match.start() == 0 or shouted):
                found.add(word)
    return frozenset(found)


def _is_name(word: str, plain: frozenset[str], *, first: bool) -> bool:
    if len(word) < 2 or word in known().stop or word in _CALENDAR or word in plain:
        return False
    return not (first and (stem(word) in known().ordinary or stem(word) in known().general))
