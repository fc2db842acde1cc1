"""What stands around a value in its sentence: what became of the things counted, whose they are.

What comes in: a claim and its source. What goes out: single words ("dead"). Only the
sentence of the claim is read, and of it 160 characters on either side.
"""

import re
from functools import lru_cache
from itertools import islice
from typing import Final

from reconcile.compare.names import NAME, names
from reconcile.compare.words import WORD, irregular, known, read, stem
from reconcile.lexicon import returns
from reconcile.model import Claim, Source
from reconcile.model.units import UNITS

WHOLE: Final = re.compile(  # "12 of the 150 passengers", "most of the region's 900 islanders"
    r"(?:\d|\b(?:percent|cent|half|most|many|some|none|one|two|three|third|quarter)) of (?:[\w'’-]+ ){0,3}$"
)
_BRACKET: Final = re.compile(rf"({NAME.pattern}) \([^()]*$")  # "Holt (31-2, 24 knockouts)"
_DIGITS: Final = re.compile(r"\d[\d.,]*(?<![.,])")
_AGED: Final = re.compile(  # "Holt, 34", "Holt, a 34-year-old"
    r",? ?\(|,(?: (?:aged?|now|an?|the|who (?:is|was|turn(?:s|ed)))?)?"
)
_AGAIN: Final = re.compile(r"\bre-(?=\w)", re.IGNORECASE)  # to be re-elected is another deed than to be elected
_LEADS: Final = "in|at|near|outside|inside|off|through|across|along|into|onto|over|around|out of"
_SETTING: Final = re.compile(  # "shook the hall | in the town of Arden": where it was is not what it was
    rf"(?<=\w)(?:(?: (?:{_LEADS})(?= ))+"  # no word of a place leads to one: else there are too many ways to read it
    rf"(?: (?!(?:{_LEADS}|was|were|is|are|be|been|has|have|had|said|told|\w+ed)\b)[\w’'.-]+){{1,6}})+"
    rf"(?: (?:{_LEADS}))*$"
)
_AT_WORK: Final = frozenset(
    {"is", "are", "was", "were", "be", "been", "began", "started", "stopped", "by", "on", "for", "of"}
)
_STOPS: Final = re.compile(r"[;:.!?] ")
_WITHIN: Final = re.compile(r"(?<!result )(?<!resulted )(?<!ended )\b(?:in|across|throughout)$", re.IGNORECASE)
_TOLL: Final = re.compile(r"\b(?:toll|number|count|tally)\b")  # "the toll of the fire on a ferry off Arden rose to 10"
_TO_HOSPITAL: Final = re.compile(r"(?:\w+ ){0,2}to (?:the |a )?(?:[\w-]+ )?(?:hospital|clinic)s?\b")
_OWN: Final = re.compile(r"['’]s ((?:[\w-]+ ?){1,3})")  # "Tuesday's earthquake", "Sunday's derailment"
_AND: Final = re.compile(r" and ((?:[a-z-]+ ?){1,2})")
_WHO: Final = re.compile(  # "the search for 43 people who have been missing since the slide"
    r" ?(?:who|that|which) (?:are|were|is|was|(?:have|has|had)(?: been)?) ((?:still |now |also )?\w+)"
)
_UNITS: Final = frozenset(stem(word) for unit in UNITS for word in unit.split()) | {"million", "billion", "thousand"}
_REACH: Final = 160
_BACK: Final = 400  # characters in which the sentence before lies
_ENDS: Final = re.compile(r"(?<=[.!?][\"”]) |(?<=[.!?]) ")
_BREAK: Final = re.compile(r"\d|[;:.!?]| (?:one|two|three|four|five|six|seven|eight|nine|ten|dozens) ")
BEFORE: Final = 40  # characters before a figure in which "including" or "other" still belongs to it
_BETWEEN: Final = 2  # words between an age and its owner's name: "34-year-old ferry captain Mara Holt"
_FAR: Final = 12  # words from a figure to what became of the things counted


def around(claim: Claim, source: Source) -> tuple[str, str]:
    """What the sentence has before and after the figure, on one line."""
    assert claim.quantity is not None  # noqa: S101 - asked only of figures
    place, whole = claim.quantity.span, claim.sentence
    before = source.text[max(whole.start, place.start - 160) : place.start]
    after = source.text[place.end : min(whole.end, place.end + 160)]
    return _on_one_line(before), _on_one_line(after)


@lru_cache(maxsize=4096)  # a figure meets many others, and each time they are asked what stands beside it
def _on_one_line(text: str) -> str:
    return " ".join(text.split())


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
    """The stem of the word a date hangs on: the nearest before it that is no name ("formed in Arden in 1960").

    Of "Tuesday's earthquake" it is the word behind; of a plan what is planned ("a strike is planned for June 16").
    """
    if claim.when is None:
        return frozenset()
    lexicon, place = known(), claim.when.span
    before = " ".join(source.text[max(claim.sentence.start, place.start - _REACH) : place.start].split())
    before = _AGAIN.sub("re", before)
    last = max((match.end() for match in _STOPS.finditer(before)), default=0)
    clause = before[last:] if WORD.search(before[last:]) else before
    own = _OWN.match(source.text, place.end)
    if own and own[1].split()[0] in ("close", "closing"):  # "a premium to Thursday's close" is a price
        return frozenset()
    words = [*read(own[1])] if own else [*read(_acted(clause.rstrip(" ,")))][::-1]
    named = names(clause, plain)
    skipped = lexicon.stop | lexicon.hollow | lexicon.numbers | named
    return frozenset(
        {next((key for word, key in words if len(word) > 1 and word not in skipped and key not in _UNITS), "")}
    ) - {""}


def _acted(clause: str) -> str:
    """A clause without where it was at its end; "in Arden the dam gave way" is no place: it has a verb."""
    place = _SETTING.search(clause)
    told = place is not None and any(word in irregular() for word in WORD.findall(place[0]))
    return clause[: place.start()] if place and not told else clause


def following(claim: Claim, source: Source) -> list[str]:
    """The stems of the two words after a figure whose noun is not given."""
    if claim.quantity is None:
        return []
    return list(_first_two(around(claim, source)[1]))


def counted_too(claim: Claim, source: Source) -> list[str]:
    """The stems of a second noun under one figure: "crew" of "831 passengers and crew"."""
    noun = " ".join(claim.quantity.counts.split()) if claim.quantity else ""
    after = around(claim, source)[1].lstrip()
    found = _AND.match(after, len(noun)) if noun and after.startswith(noun) else None
    told = WORD.findall(found[1].lower()) if found else []
    return [] if not known().numbers.isdisjoint(told) else list(map(stem, told))  # "two adults and three children"


@lru_cache(maxsize=4096)
def _first_two(after: str) -> tuple[str, ...]:
    if after.startswith(","):  # "the toll rose to 25, counting police"
        return ()
    return tuple(stem(match[0].lower()) for match in islice(WORD.finditer(after), 2))


def measure(claim: Claim, source: Source, told_of: frozenset[str]) -> str:
    """What became of the things counted: the nearest such word, past no number; that of the noun phrase first.

    "The blast killed 20 people and injured 50 others": 20 dead, 50 hurt. Only what the claim itself tells of counts:
    in "no one was hurt in the fire, which broke out while 20 slept" nothing became of the 20.
    """
    measures = known().measures
    before, after = around(claim, source)
    counted = deeds(claim.quantity.counts) if claim.quantity else []
    if WHOLE.search(
        before[-BEFORE:] + " "
    ):  # "12 of the 150 passengers died": the 150 did not; "12 of the 150 injured"
        return next((measures[word] for word in counted if word in measures), "")
    if whole := " ".join(claim.quantity.whole.split()) if claim.quantity else "":
        after = after.replace(whole, "", 1)  # "75 of the 150 passengers died": the deed stands behind the whole
    last = max((match.end() for match in _BREAK.finditer(before)), default=0)
    behind, ahead = deeds(_cut(after)), deeds(before[last:])[::-1]
    if ahead and counted:
        counted.append(f"{ahead[0]}_{counted[-1]}")  # "claimed three lives"
    if told := _WHO.match(
        after.lstrip().removeprefix(" ".join(claim.quantity.counts.split())) if claim.quantity else ""
    ):
        told_of |= {measures[word] for word in deeds(told[1])[-1:] if word in measures}
    if claim.figure and claim.figure.unit not in (None, "person"):  # "the hospital put off 40 operations" hurt none
        told_of -= {"hurt"}
    if _TO_HOSPITAL.match(after):  # "sending 14 others to hospital" deploys nobody
        told_of -= {"deployed"}
    if _WITHIN.search(before):  # "homes in five villages were damaged": the homes were
        behind, ahead = [], []
    found: list[tuple[int, int, str]] = []
    for rank, words in enumerate((counted, behind[:_FAR], ahead[:_FAR])):
        for distance, word in enumerate(words):
            if (name := measures.get(word)) in told_of and name:
                found.append((distance if rank else 0, rank, name))
                break
    if not found and claim.figure and claim.figure.unit:  # "the number of cases is up to 100"
        own = next((measures[word] for word in deeds(claim.figure.unit) if measures.get(word) in told_of), "")
        alone = len(told_of) == 1 and _TOLL.search(before) is not None
        return own or (min(told_of) if alone and claim.figure.unit == "person" else "")
    return min(found)[2] if found else ""


def deeds(text: str) -> list[str]:
    """The stems of a text, in its order; in "186 people made it out of the building" nothing was built.

    "The firm is building 340 homes", "by building 340 homes" tell of what is.
    """
    told = read(text)
    before = ("", *(word for word, _ in told))
    return [
        "" if word == "building" and last not in _AT_WORK else key
        for last, (word, key) in zip(before, told, strict=False)
    ]


def numbers(sentence: str, own: str) -> frozenset[str]:
    """The numbers of a sentence but for the claim's own, in figures or words, as they are written."""
    spelled, sentence = known().numbers, sentence.replace(" ".join(own.split()), " ", 1)
    return frozenset(_DIGITS.findall(sentence)) | {w for w in map(str.lower, WORD.findall(sentence)) if w in spelled}


def _cut(text: str) -> str:
    """The text up to its first number or the end of its clause; the word before a number is its own ("killing one").

    Behind a comma it is not: "two were hurt, one of them badly".
    """
    match = _BREAK.search(text)
    if match is None:
        return text
    own = text[: match.start()]
    return own if match[0] in ";:.!?" or own.endswith(",") else own.rstrip().rpartition(" ")[0]


def owners(claim: Claim, source: Source, plain: frozenset[str], named: frozenset[str]) -> frozenset[str]:
    """The names in the noun phrase that is counted, or before its brackets; for an age, the nearest of the `named`."""
    if claim.quantity is None:
        return frozenset()
    before, after = around(claim, source)
    if claim.figure is None or claim.figure.kind != "age":
        bracket = _BRACKET.search(before) if claim.figure and claim.figure.kind == "count" else None
        return frozenset(bracket[1].lower().split()) if bracket else names(claim.quantity.counts, plain)
    near = before[-BEFORE:]
    last = [match for match in NAME.finditer(near) if _AGED.fullmatch(near, match.end())]
    first = [match for match in NAME.finditer(after[:BEFORE]) if after[: match.start()].count(" ") <= _BETWEEN]
    return names((last or first)[0][0], plain) & named if last or first else frozenset()


def sentence_before(claim: Claim, source: Source) -> str:
    """The sentence before that of a claim, on one line."""
    text = " ".join(source.text[max(0, claim.sentence.start - _BACK) : claim.sentence.start].split())
    return _ENDS.split(text)[-1]


def winner(claim: Claim, source: Source) -> str:
    """Who won the votes that a figure counts, as written; "" where it counts none."""
    if claim.figure is None or claim.quantity is None or not returns.of_a_vote(source.text):
        return ""
    place, whole = claim.quantity.span, claim.sentence
    return returns.whose(source.text[whole.start : place.start], source.text[place.end : whole.end], claim.figure)
