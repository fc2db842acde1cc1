"""The words of claims as comparing reads them: stems, and what the lexicon says of them.

What comes in: running text, and the lexicon's `directions`, `synonyms`, `places`, `scope` and `prior`. What goes out:
stems with the keys they share with their synonyms.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

import Stemmer

from reconcile import lexicon
from reconcile.lexicon.cases import CASE_OF, CASES, of_what
from reconcile.lexicon.spelling import american

WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_stemmer: Final = Stemmer.Stemmer("english", 0)  # `stem` remembers


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a word in lower case, without its possessive; "fled" has that of "flee"."""
    word = word.removesuffix("'s").removesuffix("’s")
    word = "structure" if word == "buildings" else word  # nobody builds in "85 buildings burned"
    found: str = _stemmer.stemWord(american(irregular().get(word, word)))
    return found


@cache
def irregular(language: str = "en") -> Mapping[str, str]:
    """Forms of words that no stemmer finds, each with the plain word: "gave" → "give"."""
    return dict(row.split() for row in lexicon.rows("irregular", language))


@lru_cache(maxsize=4096)  # a sentence is read for each of its claims
def read(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a text in small letters, each with its stem; a phrase of the lexicon is one word: "on_board"."""
    words = [word.lower() for word in WORD.findall(text)]
    stems, phrases, joined = list(map(stem, words)), known().phrases, known().joined
    for number in [number for number, word in enumerate(words) if word in CASES]:
        if of_what(words, number) is not None:
            stems[number] = CASE_OF
    found: list[tuple[str, str]] = []
    at = 0
    for number in [number for number, key in enumerate(stems) if key in phrases]:
        ends = (number + size for size in phrases[stems[number]] if "_".join(stems[number : number + size]) in joined)
        if number >= at and (end := next(ends, 0)):
            found += zip(words[at:number], stems[at:number], strict=True)
            found.append((" ".join(words[number:end]), "_".join(stems[number:end])))
            at = end
    found += zip(words[at:], stems[at:], strict=True)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the lexicon says of stems and names, keyed as they stand in text.

    Attributes:
        rows: stem → numbers of the rows of synonyms it stands in; of a phrase the stems are joined: "on_board".
        measures: stem → what may have become of the things counted ("dead", "hurt").
        sides: stem → the sides it takes, as (number of the pair, 0 or 1).
        exclusive: the numbers of the pairs whose sides exclude each other; one_way: see the lexicon.
        loose: groups whose noun stands for those of any trade: "36 men are trapped", of miners; loose_once: those that
            do where both articles tell of one day.
        groups, people, posts: nouns that narrow a count, nouns for people of any kind, and for what each of them holds;
            staffed: stems of what becomes of such posts.
        marks: word → "other", "all", "ordinal", "daily".
        norms: words that say that a figure was set, expected or only an average.
        hollow: words between a deed and its day that name none: "is planned for June 16".
        stages: steps of one affair, with the rows of synonyms they stand in: charged in May, acquitted in June.
        moves: words for what rises, falls or is changed, as written.
        set_by: words for what a decision sets: a fine, a price, a term.
        accounts: stem → the row of what a firm's books tell of.
        handed: words for money that goes to somebody.
        plays: what is done again and again in a match: points, goals, yards.
        hit: nouns for the dead and the hurt together; remains: for the dead that are found.
        grades: name → how its words look, of how badly off some are, or where; the first that fits is meant.
        part, negation: phrases in lower case; denials: the stems of the words of negation.
        numbers: number words; said: stems of verbs of saying; footage: of what shows a deed; unveiled: of what is
            said once.
        stop: words that carry no meaning of their own.
        general, ordinary: stems that show nothing, and stems of plain English that are no names; linked: more of these,
            of which some are surnames too; compass: those of the general that tell one doer from another.
        countries: name, people or seat of power in lower case → the country.
        nations: the countries.
        joined: the phrases among all these, as one stem; phrases: their first stems → their lengths, longest first.
    """

    rows: Mapping[str, frozenset[int]]
    measures: Mapping[str, str]
    sides: Mapping[str, frozenset[tuple[int, int]]]
    exclusive: frozenset[int]
    one_way: frozenset[str]
    loose: frozenset[str]
    loose_once: frozenset[str]
    groups: Mapping[str, str]
    people: frozenset[str]
    posts: frozenset[str]
    staffed: frozenset[str]
    marks: Mapping[str, str]
    numbers: frozenset[str]
    said: frozenset[str]
    footage: frozenset[str]
    unveiled: frozenset[str]
    norms: frozenset[str]
    hollow: frozenset[str]
    stages: frozenset[str | int]
    moves: frozenset[str]
    set_by: frozenset[str]
    accounts: Mapping[str, int]
    handed: frozenset[str]
    plays: frozenset[str]
    hit: frozenset[str]
    remains: frozenset[str]
    part: re.Pattern[str]
    grades: Mapping[str, re.Pattern[str]]
    negation: re.Pattern[str]
    denials: frozenset[str]
    stop: frozenset[str]
    general: frozenset[str]
    compass: frozenset[str]
    ordinary: frozenset[str]
    linked: frozenset[str]
    countries: Mapping[str, str]
    nations: frozenset[str]
    joined: frozenset[str]
    phrases: Mapping[str, tuple[int, ...]]


@cache
def known(language: str = "en") -> Lexicon:
    """The lexicon of a language as comparing needs it; read once a process."""
    directions, scope = lexicon.entries("directions", language), lexicon.entries("scope", language)
    changes = lexicon.entries("changes", language)
    rows: dict[str, frozenset[int]] = {}
    for number, row in enumerate(lexicon.entries("synonyms", language)):
        for key in _keys(row["words"]):
            rows[key] = rows.get(key, frozenset()) | {number}
    sides: dict[str, frozenset[tuple[int, int]]] = {}
    for number, pair in enumerate(directions["opposites"]):
        for side, words in enumerate((pair["one"], pair["other"])):
            for key in _keys(words):
                sides[key] = sides.get(key, frozenset()) | {(number, side)}
    ordinary = {row.split()[0] for row in lexicon.rows("prior", language)} | set(rows) | set(sides)
    unweighed = lexicon.entries("unweighed", language)
    measures = {key: row["name"] for row in directions["measures"] for key in _keys(row["words"])}
    phrases = {key for table in (rows, sides, measures) for key in table if "_" in key}
    general = frozenset(_single([*scope["general"], *unweighed["numbers"], *unweighed["dates"]])) - {"march"}
    by_words = rows.keys() - general  # "cut jobs" is read by its words, "strike down" is one
    joined = frozenset(key for key in phrases if not by_words >= set(key.split("_")))
    countries = dict(_countries(lexicon.entries("places", language)["countries"]))
    return Lexicon(
        rows=rows,
        measures=measures,
        sides=sides,
        exclusive=frozenset(n for n, pair in enumerate(directions["opposites"]) if pair.get("exclusive") == "true"),
        one_way=frozenset(_keys(directions["one_way"])),
        loose=frozenset(scope["loose"]),
        loose_once=frozenset(scope["loose_once"]),
        groups={key: row["name"] for row in scope["groups"] for key in _single([*row["words"], *_men(row["words"])])},
        people=frozenset(_single(scope["people"])),
        posts=frozenset(_single(scope["posts"])),
        staffed=frozenset(map(stem, scope["staffed"])),
        marks={word: row["name"] for row in scope["marks"] for word in row["words"]},
        numbers=frozenset(unweighed["numbers"]),
        said=frozenset(_single(scope["said"])),
        footage=frozenset(_single(scope["footage"])),
        unveiled=frozenset(_single(scope["unveiled"])),
        norms=frozenset((*scope["norms"], *scope["averages"])),
        hollow=frozenset(scope["hollow"]),
        stages=frozenset(key for step in _single(scope["stages"]) for key in (step, *rows.get(step, ()))),
        moves=frozenset((*changes["moved"], *changes["altered"])),
        set_by=frozenset(_single(scope["set_by"])),
        accounts={key: number for number, row in enumerate(scope["accounts"]) for key in _single(row)},
        handed=frozenset(_single(scope["handed"])),
        plays=frozenset(_single(scope["plays"])),
        hit=frozenset(_single(scope["hit"])),
        remains=frozenset(_single(scope["remains"])),
        part=_phrases(scope["part"]),
        grades={row["name"]: _phrases(row["words"]) for row in scope["grades"]},
        negation=_phrases(
            scope["negation"], unlike=rf"no\. ?\d|{'|'.join((*_turned(directions), *scope['going_on']))}"
        ),
        denials=frozenset(stem(word) for phrase in scope["negation"] for word in phrase.split()),
        stop=frozenset(scope["stop"]),
        general=general,
        compass=frozenset(scope["compass"]),
        ordinary=frozenset(ordinary),
        linked=frozenset(row.split()[0] for row in lexicon.rows("links", language)),
        countries=countries,
        nations=frozenset(countries.values()),
        joined=joined,
        phrases=_lengths(joined),
    )


def _keys(words: Iterable[str]) -> Iterator[str]:
    """The stems of words, those of a phrase joined."""
    return ("_".join(map(stem, word.split())) for word in words)


def _lengths(joined: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for key in joined:
        found.setdefault(key.split("_", 1)[0], set()).add(key.count("_") + 1)
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def _single(words: Iterable[str]) -> Iterator[str]:
    """The stems of words; of phrases only where all the other words show nothing ("go home" is left to alignment)."""
    return (stem(word) for word in words if " " not in word)


def _men(words: Iterable[str]) -> Iterator[str]:
    """The plurals that no stemmer joins: "policemen" of "policeman"."""
    return (f"{word[:-2]}en" for word in words if word.endswith("man"))


def _turned(directions: Mapping[str, list[Mapping[str, list[str]]]]) -> Iterator[str]:
    """The phrases that begin with "not" and are a side or a fate of their own: "not guilty" turns no plea round."""
    sides = (word for pair in directions["opposites"] for word in (*pair["one"], *pair["other"]))
    fates = (word for row in directions["measures"] for word in row["words"])
    return (word for word in (*sides, *fates) if word.startswith(("not ", "yet to ")))


@cache
def paid(language: str = "en") -> frozenset[str]:
    """The stems of words that tell of money: "profit", "sales"."""
    return frozenset(map(stem, lexicon.entries("dropped", language)["paid"].split()))


def _phrases(phrases: Iterable[str], unlike: str = r"\b\B") -> re.Pattern[str]:
    told = sorted(phrases, key=len, reverse=True)
    firsts = "".join(sorted({re.escape(phrase[0]) for phrase in told}))  # a letter rules out most places at once
    return re.compile(rf"(?=[{firsts}])(?<!\w)(?!{unlike})(?:{'|'.join(map(re.escape, told))})(?!\w)", re.IGNORECASE)


def _countries(rows: Iterable[list[str]]) -> Iterator[tuple[str, str]]:
    for names, people, seats in rows:
        country = names.split(" | ")[0].lower()
        for name in (*names.split(" | "), *people.split(" | "), *seats.split(" | ")):
            yield name.lower().replace(".", ""), country
        for name in people.split(" | "):
            yield name.lower() + "s", country


@lru_cache(maxsize=1024)
def article_stems(text: str) -> frozenset[str]:
    """The stems of all words of an article."""
    return frozenset(key for _, key in read(text))
