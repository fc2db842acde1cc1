"""Running text as alignment reads it: the stems of its words, with countries, phrases and names found.

What comes in: a claim's words. What goes out: Words in the order of the text. Figures, number words, days and months
are left out: that two figures or two dates are close must never make two claims look alike.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from reconcile import lexicon
from reconcile.align.vocabulary import Vocabulary, stem

_WORD = re.compile(r"\d[\w.,]*|(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)?")
_SHORTENED = re.compile(r"['’](?:s|t|ll|re|ve|d|m)$", re.IGNORECASE)
_PREFIXES = frozenset({"re"})  # "re-election" is "reelection"; "pro-government" is two words
_CAPITALS_ONLY = frozenset({"us", "uk", "eu", "uae"})  # "us" and "US"
TITLE_CASE = 0.6  # the share of capitals from which a line is a headline: common words name nobody there


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a claim.

    Attributes:
        stem: what it is matched by.
        start, end: its place in the text.
        name: whether it names somebody or something.
    """

    stem: str
    start: int
    end: int
    name: bool = False


@cache
def unweighed(language: str = "en") -> frozenset[str]:
    """Number words, months, weekdays: no part of what a claim is about."""
    table = lexicon.entries("unweighed", language)
    return frozenset(table["numbers"]) | frozenset(table["dates"])


def words(text: str, vocabulary: Vocabulary) -> tuple[Word, ...]:
    """The words of a text; none for an empty one."""
    raw = list(_tokens(text))
    long = [surface for surface, _, _ in raw if len(surface) > 3]
    title = sum(surface[0].isupper() for surface in long) > TITLE_CASE * len(long)
    found = []
    for index, (surface, start, end) in enumerate(raw):
        stem, name, known = _look_up(surface, vocabulary)
        found.append(Word(stem, start, end, name and not (known and (title or index == 0))))
    ignored = unweighed()
    return tuple(w for w in _with_phrases(found, vocabulary) if w.stem not in ignored)


def _tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text with their places, possessives cut off, figures left out."""
    held = ""
    for match in _WORD.finditer(text):
        surface, start, end = match.group(), match.start(), match.end()
        if surface[0].isdigit():
            continue
        if surface.lower() in _PREFIXES and text[end : end + 1] == "-":
            held = surface
            continue
        yield held + _SHORTENED.sub("", surface), start - len(held), end
        held = ""


@lru_cache(maxsize=1 << 16)
def _look_up(surface: str, vocabulary: Vocabulary) -> tuple[str, bool, bool]:
    """The stem of a word, whether it has a capital, and whether that says nothing where every word may have one."""
    lower = surface.lower().replace(".", "")
    upper = surface[0].isupper()
    country = vocabulary.countries.get(lower) if upper else None
    if country and (lower not in _CAPITALS_ONLY or surface.isupper()):
        return country, True, False
    if lower in unweighed():
        return lower, False, True
    key = stem(lower)
    return key, upper, key in vocabulary.prior or bool(vocabulary.linked(key))


def _with_phrases(found: list[Word], vocabulary: Vocabulary) -> Iterator[Word]:
    """The words, with each phrase of the lexicon as one word."""
    at = 0
    while at < len(found):
        for phrase, key in vocabulary.phrases.get(found[at].stem, ()):
            if tuple(w.stem for w in found[at : at + len(phrase)]) == phrase:
                yield Word(key, found[at].start, found[at + len(phrase) - 1].end, name=found[at].name)
                at += len(phrase)
                break
        else:
            yield found[at]
            at += 1
