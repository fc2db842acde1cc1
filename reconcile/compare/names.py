"""The names in running text, as comparing reads them: in lower case, people and places of a country under one key.

What comes in: running text, and the words that name nobody in its article. What goes out: sets of names. A word with a
capital is a name, but for the first of a sentence where it is plain English, and what the article has in small letters.
"""

import re
from calendar import day_name, month_abbr, month_name
from functools import lru_cache
from itertools import pairwise
from typing import Final

from reconcile.compare.words import WORD, known, stem
from reconcile.lexicon.letters import spellings
from reconcile.model import Source

_CAPITAL: Final = f"[A-Z{''.join(letter for letter in map(chr, range(0xC0, 0x180)) if letter.isupper())}]"  # "Århus"
NAME: Final = re.compile(rf"{_CAPITAL}[\w’'.-]*(?: (?:of the |of |de |al-)?{_CAPITAL}[\w’'.-]*)*")
_MAKE: Final = re.compile(  # "AK-47 rifles", "AK 47" and "SKr12.5bn" name nobody
    r"\b[A-Z][A-Za-z]{0,2} ?- ?\d{1,3}s?\b|\b[A-Z]{2,3} \d{2}\b|\b[A-Z][A-Za-z]{0,2}\d[\d.,]*(?:mn?|bn|tn)\b"
)
_ARTICLE: Final = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_TITLES: Final = frozenset({"mr", "mrs", "ms", "dr"})
_CALENDAR: Final = _TITLES.union(word.lower() for word in (*day_name, *month_name, *month_abbr, "sept", "i") if word)


@lru_cache(maxsize=1024)
def plain_words(text: str) -> frozenset[str]:
    """The words an article writes without a capital: "Riders" first in a sentence is no name if "riders" come later."""
    return frozenset(word for word in WORD.findall(text) if word[0].islower())


@lru_cache(maxsize=4096)
def opening(sentence: str) -> frozenset[str]:
    """The first word of a sentence where it is plain English: "Born in Graz, she wrote" names nobody of that name."""
    match = WORD.search(sentence)
    first = match[0].lower() if match else ""
    return frozenset({first} if _ordinary(first) else ())


@lru_cache(maxsize=4096)
def _plain(text: str, first: frozenset[str]) -> frozenset[str]:
    plain = plain_words(text)
    return plain if first <= plain else plain | first


def plain_in(text: str, sentence: str) -> frozenset[str]:
    """The words that name nobody in a sentence of an article."""
    return _plain(text, opening(sentence))


@lru_cache(maxsize=1024)
def article_words(text: str) -> frozenset[str]:
    """All words of an article as names are compared, a country and its people as one."""
    countries = known().countries
    words = [word.removesuffix("'s").removesuffix("’s").lower() for word in WORD.findall(text)]
    pairs = (f"{one} {other}" for one, other in pairwise(words))
    return frozenset(words).union(*(spellings(word) for word in words if not word.isascii())) | {
        countries[word] for word in (*words, *pairs) if word in countries
    }


@lru_cache(maxsize=4096)  # a sentence is asked for once for each of its claims
def names(text: str, plain: frozenset[str]) -> frozenset[str]:
    """The names in running text in lower case, a country and its people as one; none that `plain` has as words.

    A name with letters that some leave out or write in two is there in each of its spellings: "Lübeck", "Luebeck".
    """
    if text.islower() or not text:
        return frozenset()
    countries = known().countries
    found: set[str] = set()
    for match in NAME.finditer(_MAKE.sub(" ", text)):
        run = match[0].lower().replace(".", "").replace("’s", "").replace("'s", "")
        if run in countries:
            found.add(countries[run])
            continue
        parts = run.replace("-", " ").split(" ")
        first = match.start() == 0 and parts[0] not in _TITLES  # "Mr. Baker" is no baker
        for word in parts:
            if word in countries:
                found.add(countries[word])
            elif _may_name(word, plain) and not (_ordinary(word) and (first or _shouted(text))):
                found |= spellings(word)
    return frozenset(found)


def _may_name(word: str, plain: frozenset[str]) -> bool:
    return len(word) > 1 and word not in plain and word not in known().stop and word not in _CALENDAR


@lru_cache(maxsize=1)  # for the next word of the same text
def _shouted(text: str) -> bool:
    """Whether a text is a title in Title Case."""
    long = [word for word in WORD.findall(text) if len(word) > 3]
    return len(long) > 2 and sum([word[0].isupper() for word in long]) > 0.7 * len(long)


def _ordinary(word: str) -> bool:
    """Whether a word that may be a name is plain English first in a sentence: "Mayors", but not "Baker"."""
    key, lexicon_ = stem(word), known()
    many = word.endswith("s") and key in lexicon_.linked
    return many or key in lexicon_.ordinary or key in lexicon_.general


def one_voice(one: str, other: str) -> bool:
    """Whether two speakers are one: "The mayor" and "the mayor", "Odmar" and "Jens Odmar", not two officials."""
    ours, theirs = (_ARTICLE.sub("", name).split() for name in (one, other))
    fewer, more = sorted((ours, theirs), key=len)
    if " ".join(ours).casefold() == " ".join(theirs).casefold():
        return True
    told = frozenset(way for word in more if word[:1].isupper() for way in spellings(word.lower()))
    return all(word[:1].isupper() and not told.isdisjoint(spellings(word.lower())) for word in fewer)


@lru_cache(maxsize=1024)
def cast(source: Source) -> frozenset[str]:
    """All names of an article, its title's too."""
    text = f"{source.title}. {source.text}"
    return names(text, plain_in(source.text, text))
