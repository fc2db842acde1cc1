"""Names that outlets write in different ways: spellings of one name, and the first letters of a long one.

What comes in: the words of each source's sentences. What goes out: for a stem, the stems to read instead of it:
("kelbajar",) → ("kalbajar",), ("fema",) → ("feder", "emerg", "manag", "agenc"). Known countries are dealt with by the
lexicon.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations, product

from reconcile.align.vocabulary import SEAT, Vocabulary, stem
from reconcile.align.words import Word, words
from reconcile.lexicon.letters import spellings

SHORT = 5  # letters; shorter names differ too easily: Ali and Ely
ALIKE = 0.8
# Letters that transliterations put for each other, tried in this order: Gadhafi, Gaddafi, Qaddafi; Aliyev, Aliev.
_FOLDS = (
    ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("q", "k"), ("ck", "k"), ("tz", "z"), ("ts", "z"),
    ("iy", "i"), ("yi", "i"), ("y", "i"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("w", "v"),
)  # fmt: skip
_SMALL = frozenset({"of", "for", "and", "the", "on", "in", "to", "de", "du", "la"})
LETTERS = range(3, 7)  # how many letters such a name has
_LETTERS = re.compile(r"\b[A-Z]{3,6}\b")


def fold(name: str) -> str:
    """A name without what transliterations differ in."""
    for written, read in _FOLDS:
        name = name.replace(written, read)
    return re.sub(r"(.)\1", r"\1", name)


def variants(sources: Mapping[str, Iterable[Word]], common: AbstractSet[str]) -> dict[str, tuple[str, ...]]:
    """Spellings of one name: the same letters but for vowels, and never both in one article; or one written out.

    An article spells a name in one way, so two spellings in one article are two names. Names that differ in their last
    letter ("Mario", "Maria") are two as well. `common` holds the stems that are no names.
    """
    homes: dict[str, set[str]] = defaultdict(set)
    for slug, found in sources.items():
        for word in found:
            if word.name and word.stem not in common and "_" not in word.stem:
                homes[word.stem].add(slug)
    found_variants = _written_out(homes)
    alike: dict[str, list[str]] = defaultdict(list)
    for name in sorted(name for name in homes if len(name) >= SHORT):
        alike[re.sub("[aeiou]", "", fold(name))].append(name)
    for names in alike.values():
        for one, other in combinations(names, 2):
            if other not in found_variants and not homes[one] & homes[other] and _one_name(one, other):
                found_variants[other] = found_variants.get(one, (one,))
    return found_variants


def _written_out(homes: Mapping[str, AbstractSet[str]]) -> dict[str, tuple[str, ...]]:
    """Names whose letters are written in two or without their marks, however short: "Koeln" and "Köln"."""
    marked = sorted(name for name in homes if not name.isascii())
    return {other: (name,) for name in marked for other in sorted(spellings(name) & homes.keys()) if other != name}


def _one_name(one: str, other: str) -> bool:
    ours, theirs = fold(one), fold(other)
    if ours == theirs or ours[0] != theirs[0] or ours[-1] != theirs[-1]:
        return ours == theirs
    from rapidfuzz.distance import JaroWinkler  # noqa: PLC0415 - few stories need it, and it takes 17 ms to import

    return JaroWinkler.similarity(ours, theirs) >= ALIKE


def initials(texts: Sequence[str], vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """Names written by their first letters, where some text writes them in full: never one that could be two."""
    short = {letters for text in texts for letters in _LETTERS.findall(text)}
    full: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for text in texts if short else ():
        for run in _runs(text):
            letters = "".join(word[0] for word in run)
            for first, size in product(range(len(letters)), LETTERS):
                if letters[first : first + size] in short and first + size <= len(letters):
                    written = words(" ".join(run[first : first + size]), vocabulary)
                    full[letters[first : first + size]].add(tuple(word.stem for word in written))
    return {stem(key.lower()): found.pop() for key, found in sorted(full.items()) if len(found) == 1}


def roles(sentences: Iterable[Sequence[Word]], vocabulary: Vocabulary) -> dict[str, dict[str, float]]:
    """Who speaks for a country: after "Peruvian President Ana Diaz", "Diaz" may stand for "Peru"."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for sentence in sentences:
        for at, word in enumerate(sentence):
            if word.stem not in vocabulary.nations:
                continue
            behind = at + 1
            while behind < len(sentence) and sentence[behind].stem in vocabulary.offices:
                behind += 1
            if behind == at + 1:
                continue
            while behind < len(sentence) and sentence[behind].name:
                found[word.stem][sentence[behind].stem] = found[sentence[behind].stem][word.stem] = SEAT
                behind += 1
    return found


def _runs(text: str) -> Iterator[list[str]]:
    """Words with a capital that stand side by side, small words like "of" between them left out."""
    run: list[str] = []
    for word in text.split():
        bare = word.strip(".,;:()'\"“”‘’")
        if bare[:1].isupper():
            run.append(bare)
        if (bare[:1].islower() and bare not in _SMALL) or word[-1] in ".,;:)":
            yield run
            run = []
    yield run
