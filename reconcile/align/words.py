"""Running text as alignment reads it: the stems of its words, with countries, phrases and names found.

What comes in: a claim's words. What goes out: Words in the order of the text. Figures, number words, days and months
are left out: that two figures or two dates are close must never make two claims look alike.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from reconcile import lexicon
from reconcile.align.lists import marks
from reconcile.align.vocabulary import Vocabulary, stem
from reconcile.lexicon.cases import CASE_OF, CASES, of_what

# A figure with its letters ("1990s", "79th"), initials, a model ("F-35", "A380"), a word.
_WORD = re.compile(r"\d[\w.,]*|(?:[A-Z]\.){2,}|[A-Z]{1,5}-?\d{1,4}\b|[^\W\d_]+(?:['’][^\W\d_]+)?")
_SHORTENED = re.compile(r"['’](?:s|t|ll|re|ve|d|m)$", re.IGNORECASE)
_PREFIXES = frozenset({"re", "Re"})  # "re-election" is "reelection"; "pro-government" is two words
_CAPITALS_ONLY = frozenset({"us", "uk", "eu", "uae"})  # "us" and "US"
_NOUNS = {"building": "structure", "buildings": "structure", "hospitals": "clinics"}  # where
# "85 buildings burned" nothing was built, and in "nurses of 74 hospitals" nobody is hospitalised
_MEN = re.compile(r"(?:[adklnstw]|[cr]e)men$")  # policemen, gunmen, crewmen; not specimen, abdomen, regimen
OWNERS = frozenset({"their", "his", "her", "its", "the"})  # "lost their lives", "took to the streets"
TITLE_CASE = 0.6  # the share of capitals from which a line is a headline: common words name nobody there


class Word(NamedTuple):
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
    """Words that are no part of what a claim is about."""
    return frozenset(word for words in lexicon.entries("unweighed", language).values() for word in words)


@lru_cache(maxsize=1 << 12)  # a story's sentences, read to tell the stories apart and again to align its claims
def words(text: str, vocabulary: Vocabulary) -> tuple[Word, ...]:
    """The words of a text; none for an empty one."""
    raw = _tokens(text)
    long = [surface[0].isupper() for surface, _, _ in raw if len(surface) > 3]
    title = sum(long) > TITLE_CASE * len(long)
    ignored, first = unweighed(), raw[0][1] if raw else 0
    found = []
    for surface, start, end in raw:
        key, name, common = _look_up(surface, vocabulary)
        found.append(_word(Word, (key, start, end, name and not (common and (title or start == first)))))
    lower = [surface.lower() for surface, _, _ in raw]
    for at in [at for at, word in enumerate(lower) if word in CASES]:
        if of_what(lower, at) is not None:
            found[at] = found[at]._replace(stem=CASE_OF)
    if not vocabulary.phrases.keys().isdisjoint([word.stem for word in found]):
        found = list(_with_phrases(found, vocabulary))
    return tuple([word for word in found if word.stem not in ignored])


_word = tuple.__new__  # makes a Word without a Python call of its own: an article has a thousand


def _tokens(text: str) -> list[tuple[str, int, int]]:
    """The words of a text with their places, possessives cut off, figures left out."""
    found: list[tuple[str, int, int]] = []
    held = ""
    for match in _WORD.finditer(text):
        surface = match[0]
        if surface[0].isdigit() or len(surface) == 1:
            continue
        start, end = match.span()
        if surface in _PREFIXES and text[end : end + 1] == "-":
            held = surface
            continue
        if "'" in surface or "’" in surface:
            surface = _SHORTENED.sub("", surface)
        found.append((held + surface, start - len(held) - bool(held), end))
        held = ""
    return found


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
    plain = vocabulary.irregular.get(lower) or _MEN.sub(lambda found: found[0][:-2] + "an", lower)
    key = stem(_NOUNS.get(lower, plain))
    return key, upper, key in vocabulary.prior or bool(vocabulary.linked(key)) or key in marks().humans


def _with_phrases(found: Sequence[Word], vocabulary: Vocabulary) -> Iterator[Word]:
    """The words, with each phrase of the lexicon as one word."""
    skip = 0
    for at, word in enumerate(found):
        if at < skip:
            continue
        for phrase, key in vocabulary.phrases.get(word.stem, ()):
            last = _spelt(found, at, phrase)
            if last:
                skip = last
                yield Word(key, word.start, found[skip - 1].end, word.name)
                break
        else:
            yield word


def _spelt(found: Sequence[Word], at: int, phrase: Sequence[str]) -> int:
    """Where a phrase ends that begins at a word, one small word of OWNERS within it left out; 0 where it does not."""
    for word in phrase:
        if at < len(found) and found[at].stem != word and found[at].stem in OWNERS:
            at += 1
        if at >= len(found) or found[at].stem != word:
            return 0
        at += 1
    return at
