"""What stands around a value in its sentence: what became of the things counted, whose they are, how they are narrowed.

What comes in: a claim and its source. What goes out: single words ("dead") and marks ("other", "part"). Only the
sentence of the claim is read, and of it 160 characters on either side.
"""

import re
from typing import Final

from reconcile.compare.words import NAME, WORD, known, names, stem
from reconcile.model import Claim, Source

WHOLE: Final = re.compile(  # "12 of the 150 passengers", "most of the region's 900 islanders"
    r"(?:\d|\b(?:percent|cent|half|most|many|all|some|none|one|two|three|third|quarter)) of (?:[\w'’-]+ ){0,3}$"
)
TOTAL: Final = re.compile(r"\b(?:total|in all|altogether|combined|so far|overall|to date)\b", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"\b(?:a|an|the|its|his|her|their) $", re.IGNORECASE)
# "Fourth-quarter revenue", "fell to 610 million last year": the ordinal belongs to the time, not to what is measured
_ORDER_OF_TIME: Final = re.compile(
    r"\b(?:first|second|third|fourth|last|previous|final)[ -]"
    r"(?:quarter|half|year|month|week|weekend|season|spring|summer|autumn|fall|winter|night|decade)\b",
    re.IGNORECASE,
)
_TO_REST: Final = re.compile(r"(?<!the )\brest\b", re.IGNORECASE)  # "came to rest 200 metres further on"
_DIGITS: Final = re.compile(r"\d[\d.,]*(?<![.,])")
_AGAIN: Final = re.compile(r"\bre-(?=\w)", re.IGNORECASE)  # to be re-elected is another deed than to be elected
_MORE_THAN: Final = re.compile(r"\bmore than\b", re.IGNORECASE)
_STOPS: Final = re.compile(r"[;:.!?] ")
_REACH: Final = 160
_OFFSET: Final = re.compile(r"(?:after|later|before|earlier|ago|since|from|away)\b")
_BREAK: Final = re.compile(r"\d|[;:.!?]| (?:one|two|three|four|five|six|seven|eight|nine|ten|dozens) ")
_BEFORE: Final = 40  # characters before a figure in which "including" or "other" still belongs to it
_BETWEEN: Final = 2  # words between an age and its owner's name: "34-year-old ferry captain Mara Holt"
_FAR: Final = 12  # words from a figure to what became of the things counted


def around(claim: Claim, source: Source) -> tuple[str, str]:
    """What the sentence has before and after the figure, on one line."""
    assert claim.quantity is not None  # noqa: S101 - asked only of figures
    place, whole = claim.quantity.span, claim.sentence
    before = source.text[max(whole.start, place.start - 160) : place.start]
    after = source.text[place.end : min(whole.end, place.end + 160)]
    return " ".join(before.split()), " ".join(after.split())


def unit_words(claim: Claim, source: Source) -> frozenset[str]:
    """The stem of what a bare figure measures: its unit, else the word before it ("a magnitude of 6.8")."""
    if claim.quantity is None:
        return frozenset()
    if claim.figure and claim.figure.unit:
        return frozenset({stem(claim.figure.unit.split()[-1].lower())})
    whole = claim.figure is None or claim.figure.low == claim.figure.low.to_integral_value()
    if whole and not around(claim, source)[0].endswith(" of"):
        return frozenset()  # "call 0800 111" measures nothing; "a population of 300" does
    lexicon = known()
    before = [word.lower() for word in WORD.findall(around(claim, source)[0])[-2:]]
    found = [stem(word) for word in before if word not in lexicon.stop]
    return frozenset(found[-1:]) - lexicon.general - lexicon.sides.keys()


def deed(claim: Claim, source: Source, plain: frozenset[str]) -> frozenset[str]:
    """The stem of the word a date hangs on: the nearest before it that is no name ("formed in Arden in 1960")."""
    if claim.when is None:
        return frozenset()
    lexicon, start = known(), claim.when.span.start
    before = " ".join(source.text[max(claim.sentence.start, start - _REACH) : start].split())
    before = _AGAIN.sub("re", before)
    last = max((match.end() for match in _STOPS.finditer(before)), default=0)
    clause = before[last:] if WORD.search(before[last:]) else before
    named = names(clause, plain)
    words = (word.lower() for word in reversed(WORD.findall(clause)))
    found = (stem(word) for word in words if word not in lexicon.stop and word not in named)
    return frozenset({next(found, "")}) - {""}


def following(claim: Claim, source: Source) -> list[str]:
    """The stems of the two words after a figure whose noun is not given."""
    if claim.quantity is None:
        return []
    return [stem(word.lower()) for word in WORD.findall(around(claim, source)[1])[:2]]


def measure(claim: Claim, source: Source, told_of: frozenset[str]) -> str:
    """What became of the things counted: the nearest such word, past no number; that of the noun phrase first.

    "The blast killed 20 people and injured 50 others": 20 dead, 50 hurt. Only what the claim itself tells of counts:
    in "no one was hurt in the fire, which broke out while 20 slept" nothing became of the 20.
    """
    measures = known().measures
    before, after = around(claim, source)
    if WHOLE.search(before[-_BEFORE:] + " "):  # "12 of the 150 passengers died": the 150 did not
        return ""
    counted = WORD.findall(claim.quantity.counts) if claim.quantity else []
    if whole := " ".join(claim.quantity.whole.split()) if claim.quantity else "":
        after = after.replace(whole, "", 1)  # "75 of the 150 passengers died": the deed stands behind the whole
    last = max((match.end() for match in _BREAK.finditer(before)), default=0)
    behind, ahead = WORD.findall(_cut(after)), WORD.findall(before[last:])[::-1]
    found: list[tuple[int, int, str]] = []
    for rank, words in enumerate((counted, behind[:_FAR], ahead[:_FAR])):
        for distance, word in enumerate(words):
            if (
                (name := measures.get(stem(word.lower()))) in told_of
                and name
                and not word.lower().startswith("building")
            ):
                found.append((distance if rank else 0, rank, name))
                break
    return min(found)[2] if found else ""


def _of_another_kind(claim: Claim, source: Source, before: str) -> bool:
    """Whether "another" or "others" sets a count against one of another kind: "nine died and another 23 are missing".

    Those 23 are all the missing; in "nine died and another three died later" the three are not all the dead.
    """
    measures = known().measures
    told = {measures[s] for s in map(stem, WORD.findall(before.lower())) if s in measures}
    own = measure(claim, source, frozenset(measures.values()))
    return bool(told and own) and own not in told


def _told_of(claim: Claim, source: Source, words: list[str]) -> frozenset[str]:
    """The marks of a claim with a date: "the last big quake", "another vote", "the June 20 vote"."""
    table = known().marks
    found = {table[word] for word in words if word in table and (table[word] != "other" or word == "another")}
    if claim.when:
        start, end = claim.when.span.start, claim.when.span.end
        after = source.text[end : end + 2]
        if _ARTICLE.search(source.text[max(0, start - 8) : start]) and after[:1] == " " and after[1:].islower():
            found.add("named")
    return frozenset(found)


def numbers(sentence: str, own: str) -> frozenset[str]:
    """The numbers of a sentence but for the claim's own, in figures or words, as they are written."""
    spelled, sentence = known().numbers, sentence.replace(" ".join(own.split()), " ", 1)
    return frozenset(_DIGITS.findall(sentence)) | {w for w in map(str.lower, WORD.findall(sentence)) if w in spelled}


def _cut(text: str) -> str:
    """The text up to its first number or the end of its clause; the word before a number is its own ("killing one")."""
    match = _BREAK.search(text)
    if match is None:
        return text
    own = text[: match.start()]
    return own if match[0] in ";:.!?" else own.rstrip().rpartition(" ")[0]


def owners(claim: Claim, source: Source, plain: frozenset[str]) -> frozenset[str]:
    """The names inside the noun phrase that is counted; for an age, the name nearest to it, before it first."""
    if claim.quantity is None:
        return frozenset()
    if claim.figure is None or claim.figure.kind != "age":
        return names(claim.quantity.counts, plain)
    before, after = around(claim, source)
    near = before[-_BEFORE:]
    last = [
        match
        for match in NAME.finditer(near)
        if near[match.end() :].strip(" ") in (",", "(", ", aged", ", age", ", now")
    ]
    first = [match for match in NAME.finditer(after[:_BEFORE]) if after[: match.start()].count(" ") <= _BETWEEN]
    return names((last or first)[0][0], plain) if last or first else frozenset()


def marks(claim: Claim, source: Source, words: list[str]) -> frozenset[str]:
    """How a value is narrowed: see `subject.Subject.marks`."""
    if claim.quantity is None:
        return _told_of(claim, source, words)
    table = known().marks
    before, after = (_ORDER_OF_TIME.sub("", _TO_REST.sub("", text)) for text in around(claim, source))
    own = _MORE_THAN.sub("", claim.quantity.text)
    close = WORD.findall(before)[-1:] + WORD.findall(own) + WORD.findall(after)[:1]
    close += WORD.findall(claim.quantity.counts)[:1]
    found = {table[word.lower()] for word in close if word.lower() in table}
    if TOTAL.search(before) or TOTAL.search(after):
        found.add("total")
    if WHOLE.search(before[-_BEFORE:] + " "):
        found.add("whole")
    found |= {"daily" for word in words if table.get(word) == "daily"}
    found |= {"former" for word in words if table.get(word) == "ordinal" or word == "another"}
    if "other" in found and _of_another_kind(claim, source, before):
        found -= {"other", "former"}
    if before.endswith("/"):  # "4 1/2 months" with a lost blank: the 2 is no number of months
        found.add("fraction")
    timed = claim.figure is not None and claim.figure.kind in ("time", "length")
    if timed and _OFFSET.match(
        after
    ):  # "two days after the storm" is no length of anything; "900 since May" is a count
        found.add("offset")
    if known().part.search(before[-_BEFORE:]) or known().part.match(after.lstrip(" ,")):
        found.add("part")
    return frozenset(found)
