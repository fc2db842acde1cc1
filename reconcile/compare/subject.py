"""What a claim is about, as far as its words show it: the ground on which the gate decides.

What comes in: a claim and its source. What goes out: a Subject. Nothing is compared here but subjects with subjects.
"""

import re
from calendar import month_name
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reconcile.compare.words import NAME, WORD, known, names, plain_words, stem
from reconcile.model import Claim, Source

PLACE: Final = re.compile(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]cross|[Aa]round) (?:the )?({NAME.pattern})")
MONTH: Final = re.compile(rf"\b(?:{'|'.join(name for name in month_name if name and name != 'May')})\b")
YEAR: Final = re.compile(r"(?<![\d,.])(?:1[5-9]|20)\d\d(?![\d,.]\d|\d)")
WHOLE: Final = re.compile(  # "12 of the 150 passengers", "most of the region's 900 islanders"
    r"(?:\d|\b(?:percent|cent|half|most|many|all|some|none|one|two|three|third|quarter)) of (?:[\w'’-]+ ){0,3}$"
)
TOTAL: Final = re.compile(r"\b(?:total|in all|altogether|combined|so far|overall|to date)\b", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"\b(?:a|an|the|its|his|her|their) $", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\d[\d.,]*(?<![.,])")
_CLAUSE: Final = re.compile(r"\d|[;:.!?]| (?:one|two|three|four|five|six|seven|eight|nine|ten|dozens) ")
_AFTER_NOUN: Final = re.compile(r" (?:of|in|who|that|which|from|around|at|on|to|for) ")
_BEFORE: Final = 40  # characters before a figure in which "including" or "other" still belongs to it


@dataclass(frozen=True, slots=True)
class Subject:
    """What a claim is about.

    Attributes:
        stems: stems of its words that say something; no figure, name, or general word, nothing of what is counted.
        keys: the same with the rows of synonyms they stand in.
        names: every name, those of the sentence where the claim has none; numbers: the sentence's others, as written.
        places: those after "in", "at", "near".
        counted: stems of the noun phrase that is counted; heads: of its last word.
        owners: names inside the noun phrase that is counted ("Russian soldiers"); for an age, whose it is.
        groups: the kinds of people it is narrowed to.
        measure: what became of the things counted, by the word nearest to the figure; "" if none is near.
        sides: the sides its deeds take, see `words.Lexicon`.
        marks: "other", "all", "total", "ordinal", "daily", "part", "whole"; "named" for a date that is part of a name
            ("the June 20 vote").
        times: years and months that its sentence names without a day: "in March 2003" is seldom the news itself.
        wide: the same as keys for all of the sentence.
        negated: whether a word turns a deed round.
    """

    stems: frozenset[str]
    keys: frozenset[str | int]
    names: frozenset[str]
    numbers: frozenset[str]
    places: frozenset[str]
    counted: frozenset[str]
    heads: frozenset[str | int]
    owners: frozenset[str]
    groups: frozenset[str]
    measure: str
    sides: frozenset[tuple[int, int]]
    marks: frozenset[str]
    times: frozenset[str]
    wide: frozenset[str | int]
    negated: bool


def subject(claim: Claim, source: Source) -> Subject:
    """What a claim is about."""
    lexicon, plain = known(), plain_words(source.text)
    told = claim.quantity or claim.when
    sentence = " ".join(source.text[claim.sentence.start : claim.sentence.end].split())
    about = claim.about or " ".join(claim.quote.split())
    counts = claim.quantity.counts if claim.quantity else ""
    named = names(about, plain) | names(counts, plain)
    around = named or names(sentence, plain)
    skipped = frozenset(word.lower() for word in WORD.findall(told.text)) if told else frozenset[str]()
    words = [word.lower() for word in WORD.findall(about)]
    all_stems = [stem(word) for word in words if word not in lexicon.stop]
    stems = _content(about, named | skipped)
    counted = frozenset(stem(word.lower()) for word in WORD.findall(counts) if word.lower() not in lexicon.stop)
    if claim.quantity:  # the noun and the unit are compared for themselves, and "killed" is the measure
        unit = claim.figure.unit if claim.figure else None
        stems -= (
            counted | {stem(word) for word in (unit or "").lower().split()} | lexicon.measures.keys() | lexicon.people
        )
    return Subject(
        stems=stems,
        keys=_keyed(stems),
        names=around,
        numbers=_numbers(sentence, told.text if told else ""),
        places=frozenset().union(*(names(match[1], plain) for match in PLACE.finditer(about))),
        counted=counted,
        heads=_keyed(_head(counts)),
        owners=_owners(claim, source, plain) & named,
        groups=frozenset(lexicon.groups[s] for s in counted or _near(claim, source) if s in lexicon.groups),
        measure=_measure(claim, source) if claim.quantity else "",
        sides=frozenset().union(*(lexicon.sides.get(s, frozenset()) for s in all_stems)),
        marks=_marks(claim, source, words),
        times=frozenset(_times(sentence, told.text if told else "")),
        wide=_keyed(_content(sentence, named)),
        negated=lexicon.negation.search(about) is not None,
    )


def shared(a: Subject, b: Subject) -> int:
    """How many words of the two say the same, synonyms counted."""
    rows = known().rows
    return sum(1 for s in a.stems if s in b.stems or not b.keys.isdisjoint(rows.get(s, ())))


def alike(a: Subject, b: Subject) -> float:
    """Which part of the shorter one's words the other has too, 0 to 1."""
    fewest = min(len(a.stems), len(b.stems))
    return min(shared(a, b), shared(b, a)) / fewest if fewest else 0.0


def _content(text: str, skipped: frozenset[str]) -> frozenset[str]:
    """The stems of the words that say something: no stop word, no general word, none of the skipped."""
    lexicon = known()
    words = (word.lower() for word in WORD.findall(text))
    found = (stem(word) for word in words if word not in lexicon.stop and word not in skipped)
    return frozenset(s for s in found if s not in lexicon.general and s not in skipped)


def _times(sentence: str, own: str) -> Iterator[str]:
    rest = sentence.replace(" ".join(own.split()), " ", 1)
    yield from YEAR.findall(rest)
    for match in MONTH.finditer(rest):
        beside = rest[max(0, match.start() - 4) : match.start()] + rest[match.end() : match.end() + 4]
        if not re.search(r"\d{1,2}\b", beside):
            yield match[0]


def _keyed(stems: frozenset[str]) -> frozenset[str | int]:
    rows = known().rows
    return frozenset(stems).union(*(rows.get(s, frozenset()) for s in stems))


def _head(counts: str) -> frozenset[str]:
    """The noun of a noun phrase: the last word before "of", "in", "who" ("districts" of "districts around Vell")."""
    words = [
        word.lower()
        for word in WORD.findall(re.split(r" (?:of|in|who|that|which|from|around|at|on|to|for) ", counts)[0])
    ]
    return frozenset({stem(words[-1])}) if words else frozenset()


def _around(claim: Claim, source: Source) -> tuple[str, str]:
    """What the sentence has before and after the figure, on one line."""
    assert claim.quantity is not None  # noqa: S101 - asked only of figures
    place, whole = claim.quantity.span, claim.sentence
    before = source.text[max(whole.start, place.start - 160) : place.start]
    after = source.text[place.end : min(whole.end, place.end + 160)]
    return " ".join(before.split()), " ".join(after.split())


def _near(claim: Claim, source: Source) -> list[str]:
    """The stems of the two words after a figure whose noun is not given."""
    if claim.quantity is None:
        return []
    return [stem(word.lower()) for word in WORD.findall(_around(claim, source)[1])[:2]]


def _measure(claim: Claim, source: Source) -> str:
    """What became of the things counted: the nearest such word, past no number; that of the noun phrase first.

    "The blast killed 20 people and injured 50 others": 20 dead, 50 hurt.
    """
    measures = known().measures
    before, after = _around(claim, source)
    if WHOLE.search(before[-_BEFORE:] + " "):  # "12 of the 150 passengers died": the 150 did not
        return ""
    counted = WORD.findall(claim.quantity.counts) if claim.quantity else []
    behind, ahead = WORD.findall(_cut(after)), WORD.findall(_CLAUSE.split(before[::-1], maxsplit=1)[0][::-1])[::-1]
    found: list[tuple[int, int, str]] = []
    for rank, words in enumerate((counted, behind[:12], ahead[:12])):
        for distance, word in enumerate(words):
            if name := measures.get(stem(word.lower())):
                found.append((distance if rank else 0, rank, name))
                break
    return min(found)[2] if found else ""


def _told_of(claim: Claim, source: Source, words: list[str]) -> frozenset[str]:
    """The marks of a claim with a date: "the last big quake", "another vote", "the June 20 vote"."""
    marks = known().marks
    found = {marks[word] for word in words if word in marks}
    if claim.when:
        before, after = (source.text[claim.sentence.start : claim.when.span.start], source.text[claim.when.span.end :])
        if _ARTICLE.search(before[-8:]) and after[:1] == " " and after[1:2].islower():
            found.add("named")
    return frozenset(found)


def _numbers(sentence: str, own: str) -> frozenset[str]:
    """The numbers of a sentence but for the claim's own, in figures or words, as they are written."""
    spelled, sentence = known().numbers, sentence.replace(" ".join(own.split()), " ", 1)
    return frozenset(_DIGITS.findall(sentence)) | {w for w in map(str.lower, WORD.findall(sentence)) if w in spelled}


def _cut(text: str) -> str:
    """The text up to its first number or the end of its clause; the word before a number is its own ("killing one")."""
    match = _CLAUSE.search(text)
    if match is None:
        return text
    own = text[: match.start()]
    return own if match[0] in ";:.!?" else own.rstrip().rpartition(" ")[0]


def _owners(claim: Claim, source: Source, plain: frozenset[str]) -> frozenset[str]:
    if claim.quantity is None:
        return frozenset()
    if claim.figure is None or claim.figure.kind != "age":
        return names(claim.quantity.counts, plain)
    before, after = _around(claim, source)
    last = [match for match in NAME.finditer(before[-_BEFORE:]) if names(match[0], plain)][-1:]
    first = [match for match in NAME.finditer(after[:_BEFORE]) if names(match[0], plain)][:1]
    return names((last or first)[0][0], plain) if last or first else frozenset()


def _marks(claim: Claim, source: Source, words: list[str]) -> frozenset[str]:
    if claim.quantity is None:
        return _told_of(claim, source, words)
    marks = known().marks
    before, after = _around(claim, source)
    close = WORD.findall(before)[-1:] + WORD.findall(claim.quantity.text) + WORD.findall(after)[:1]
    close += WORD.findall(claim.quantity.counts)[:1]
    found = {marks[word.lower()] for word in close if word.lower() in marks}
    if TOTAL.search(before) or TOTAL.search(after):
        found.add("total")
    if WHOLE.search(before[-_BEFORE:] + " "):
        found.add("whole")
    if known().part.search(before[-_BEFORE:]) or known().part.match(after.lstrip(" ,")):
        found.add("part")
    return frozenset(found)
