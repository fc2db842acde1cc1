"""Running text as alignment reads it: the stems of its words, with countries, phrases and names found.

What comes in: a claim's words. What goes out: Words in the order of the text. Figures, number words, days and months
are left out: that two figures or two dates are close must never make two claims look alike.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reconcile import lexicon
from reconcile.align.vocabulary import Vocabulary, stem

_WORD = re.compile(r"\d[\w.,]*|(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)?")
_PREFIXES = frozenset({"re"})  # "re-election" is "reelection"; "pro-government" is two words
_CAPITALS_ONLY = frozenset({"us", "uk", "eu", "uae"})  # "us" and "US"
TITLE_CASE = 0.6  # the share of capitals from which a line is a headline, whose capitals name nobody


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
    found = [
        _word(surface, start, end, first=index == 0 or title, vocabulary=vocabulary)
        for index, (surface, start, end) in enumerate(raw)
    ]
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
        cut = max(surface.find("'"), surface.find("’"))
        if cut > 0 and surface[cut + 1 :].lower() in ("s", "t", "ll", "re", "ve", "d", "m"):
            surface = surface[:cut]
        yield held + surface, start - len(held), end
        held = ""


def _word(surface: str, start: int, end: int, *, first: bool, vocabulary: Vocabulary) -> Word:
    """A word. A capital that begins a sentence, or stands in a headline, names something only if it is no common word."""
    lower = surface.lower().replace(".", "")
    upper = surface[0].isupper()
    country = vocabulary.countries.get(lower) if upper else None
    if country and (lower not in _CAPITALS_ONLY or surface.isupper()):
        return Word(country, start, end, name=True)
    key = lower if lower in unweighed() else stem(lower)
    known = key in vocabulary.prior or bool(vocabulary.linked(key)) or key in unweighed()
    return Word(key, start, end, name=upper and not (first and known))


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
