"""What a claim is about, as far as its words show it: the ground on which the gate decides.

What comes in: a claim and its source. What goes out: a Subject. Nothing is compared here but subjects with subjects.
"""

import re
from calendar import month_name
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reconcile.compare import around
from reconcile.compare.marks import marks
from reconcile.compare.names import NAME, names, plain_in
from reconcile.compare.words import WORD, known, read, stem
from reconcile.model import Claim, Modality, Role, Source

PLACE: Final = re.compile(  # "in Oma", "near the mines of Oma", "in the inland district of Oma", "in eastern Oma"
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]cross|[Aa]round) (?:the )?(?:(?:[a-z-]+ ){1,3}of (?:the )?)?"
    r"(?:(?:(?:north|south|east|west|central)[a-z-]*|nearby|downtown) )?"
    rf"({NAME.pattern})"
)
MONTH: Final = re.compile(rf"\b(?:{'|'.join(name for name in month_name if name and name != 'May')})\b")
LONG_AGO: Final = re.compile(
    r"\b(?:last (?:month|year|spring|summer|autumn|fall|winter|season)|earlier this (?:month|year|season)"
    r"|^(?:but |and |then )?(?:later|earlier|afterwards)|previous(?:ly)?"
    r"|(?:months?|years?|decades?) (?:ago|earlier|before|after|later))\b",
    re.IGNORECASE,
)
_ORDINAL: Final = "first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf)th"
STRETCH: Final = re.compile(  # a count within a stretch of a match, a season, a career is no count of the whole
    rf"\b(?:(?:{_ORDINAL}|last|final|opening|closing) (?:[\w½¼¾.-]+ )?"
    r"(?:minutes?|innings?|sets?|rounds?|laps?|overs?|games?|match(?:es)?|seasons?)"
    r"|overtime|(?:this|that|next|a|the|per) (?:season|campaign)|career"
    r"|over the course of|(?:over|in the (?:past|last|previous)) (?:the )?(?:past |last |previous )?(?:\w+ )?"
    r"(?:nights|days|weeks|months|seasons|games|matches)"
    rf"|in the (?:{_ORDINAL})(?=[,;.]|$)"
    r"|during (?:the |a |an )?[^,;]{0,40}\b(?:run|stretch|spell)"
    r"|in (?:the|an?|[\w'’]+['’]s?) [^,;]{0,30}(?:victory|win|loss|defeat|rout|draw))\b",
    re.IGNORECASE,
)
COMPARED: Final = re.compile(  # "to 14.2 billion euros from 13.1 billion a year earlier": the year is that of the 13.1
    r"\b(?:compared (?:with|to)|up from|down from|versus|against|than)\b"
    r"|\bfrom (?=(?:a|the) (?:year|month|week|quarter) (?:earlier|ago|before))"
    r"|\bfrom (?=[$€£¥]?\d[\d.,]* ?(?:%|percent|[mb]illion|thousand))",
    re.IGNORECASE,
)
YEAR: Final = re.compile(r"(?<![\d,.])(?:1[5-9]|20)\d\d(?![\d,.]\d|\d)")
_OPENING: Final = re.compile(
    r"(?:But |And |Then )?(?:In|During|Last|By|[Ee]arlier|[Ll]ater|Afterwards|Back in|Over),? "
    r"(?:[^,;:]{1,60}(?=,)|(?:\w+ ){1,4})"
)
_BACK: Final = 400  # characters in which the sentence before lies
_ENDS: Final = re.compile(r"(?<=[.!?][\"”]) |(?<=[.!?]) ")
_POINTS_BACK: Final = re.compile(r"(?:It|They|That|This)\b(?! (?:was|is) (?:the|a|not) )")  # "It killed 600 people"
_WHEN: Final = re.compile(r", (?:when|where|in which) (?:[\w-]+ ){0,3}(?:- )?$")  # "in May, when a storm …"
_PLAYED: Final = re.compile(  # "scored 27 goals | in 41 matches last season", "61 goals | in 148 games since 2020"
    r" ?(?:in|over|from|across) ([\w-]+) (?:[\w-]+ ){0,2}"  # "in all competitions"
    r"(?:games|matches|appearances|starts|outings|innings|caps|races|competitions)\b[^,;:.]*"
)
_JOINED: Final = re.compile(r"[^,;:]+ and $")
_MARK: Final = re.compile("[,;]")
_ASIDE: Final = re.compile(  # "the plane, built in 2007, had 143 on board": the year is the plane's, not the count's
    r", (?:which|who|whom|whose|when|where|now|then|once|first|built|born|made|held|known|at|with|the|an?|[a-z]+ed) "
    r"[^,;:]*(?:,|(?=[;:.]|$))"
)
_AFTER_NOUN: Final = re.compile(r" (?:of|in|who|that|which|from|around|at|on|to|for) ")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a claim is about.

    Attributes:
        stems: stems of its words that say something; no figure, name, or general word, nothing of what is counted.
        keys: the same with the rows of synonyms they stand in.
        names: every name, those of the sentence where the claim has none; context: all of the sentence.
        numbers: the others of the sentence, as written; places: the names of where it was.
        counted: stems of the noun phrase that is counted; heads: of its last word, or of the unit.
        owners: names inside the noun phrase that is counted ("Russian soldiers"); for an age, whose it is.
        groups: the kinds of people it is narrowed to.
        measure: what became of the things counted, by the word nearest to the figure; "" if none is near.
        measures: all that its words name.
        sides: the sides its deeds take, see `words.Lexicon`.
        deed: for a date, the word it hangs on, under all its keys.
        marks: "other", "separate", "all", "total", "ordinal", "daily", "part", "whole", "offset" ("two days after"),
            "fraction", "best" ("two of its largest mills"), "former" ("the last quake"), "was"
            ("up from 84"), "norm" ("the limit of 80"), "toll" ("the number of deaths"),
            "lasting" ("ran for 18 months"), "capacity" ("four seasons as the coach"), "stretch"
            ("nine games before coming back"), the grades of `words.Lexicon`, and those of `forms.FORMS`; for a date
            that is part of a name ("the June 20 vote") "named".
        times: years, months without a day, times long ago and stretches of a match or a career that its sentence names:
            seldom of the news itself.
        borrowed: the years and months of the sentence before, where its own points back to it ("It killed 600").
        wide: the same as keys for all of the sentence.
        negated: whether a word turns a deed round.
    """

    stems: frozenset[str]
    keys: frozenset[str | int]
    names: frozenset[str]
    context: frozenset[str]
    numbers: frozenset[str]
    places: frozenset[str]
    counted: frozenset[str]
    heads: frozenset[str | int]
    owners: frozenset[str]
    groups: frozenset[str]
    measure: str
    measures: frozenset[str]
    sides: frozenset[tuple[int, int]]
    deed: frozenset[str | int]
    marks: frozenset[str]
    times: frozenset[str]
    borrowed: frozenset[str]
    wide: frozenset[str | int]
    negated: bool


def subject(claim: Claim, source: Source) -> Subject:
    """What a claim is about."""
    lexicon, told = known(), claim.quantity or claim.when
    sentence = " ".join(source.text[claim.sentence.start : claim.sentence.end].split())
    plain = plain_in(source.text, sentence)
    about = claim.about or " ".join(claim.quote.split())
    counts = claim.quantity.counts if claim.quantity else ""
    named = names(about, plain) | names(counts, plain)
    before = _before(claim, source) if _POINTS_BACK.match(sentence) else ""
    context = (names(sentence, plain) - names(claim.speaker, plain)) | named | names(before, plain)
    skipped = frozenset(word.lower() for word in WORD.findall(told.text)) if told else frozenset[str]()
    words = [word.lower() for word in WORD.findall(about)]
    all_stems = [key for word, key in read(about) if word not in lexicon.stop]
    stems = _content(about, named | skipped)
    own = [key for _, key in read(f"{counts} {claim.quote}")] if claim.quantity else []
    told_of = frozenset(lexicon.measures[s] for s in {*all_stems, *own} if s in lexicon.measures)
    counted = frozenset(stem(word.lower()) for word in WORD.findall(counts) if word.lower() not in lexicon.stop)
    if claim.quantity:  # the noun and the unit are compared for themselves, and "killed" is the measure
        unit = claim.figure.unit if claim.figure else None
        named_apart = (counted, map(stem, (unit or "").lower().split()), stems & lexicon.measures.keys())
        stems = stems.difference(lexicon.people, *named_apart)
    befell = around.measure(claim, source, told_of) if claim.quantity else ""
    return Subject(
        stems=stems,
        keys=keyed(stems),
        names=named or context,
        context=context,
        numbers=around.numbers(sentence, told.text if told else ""),
        places=names(claim.where, plain).union(*(names(m[1], plain) for m in PLACE.finditer(f"{about}. {before}"))),
        counted=counted,
        heads=keyed(_head(counts) or around.unit_words(claim, source)),
        owners=around.owners(claim, source, plain, named),
        groups=_groups(claim, source, counted),
        measures=told_of,
        measure=befell,
        sides=frozenset().union(*(lexicon.sides.get(s, frozenset()) for s in all_stems)),
        deed=keyed(around.deed(claim, source, plain)),
        marks=marks(claim, source, words),
        times=frozenset(_times(_governing(claim, sentence, befell=bool(befell)), told.text if told else "")),
        borrowed=frozenset(time for time in _times(before, "") if not time[0].islower()),
        wide=keyed(_content(sentence, named)),
        negated=lexicon.negation.search(about) is not None and not _awaited(claim),
    )


def _awaited(claim: Claim) -> bool:
    """Whether what is not is only that it comes before its day: "will not open until Saturday", "before Saturday"."""
    role = claim.date.role if claim.date else None
    return role is Role.BEFORE or (role is Role.FROM and claim.modality is not Modality.DENIED)


def shared(a: Subject, b: Subject) -> int:
    """How many words of the two say the same, synonyms counted."""
    if a.keys.isdisjoint(b.keys):
        return 0
    rows, keys = known().rows, b.keys
    others = a.stems - b.stems
    return len(a.stems) - len(others) + sum([s in rows and not keys.isdisjoint(rows[s]) for s in others])


def alike(a: Subject, b: Subject) -> float:
    """Which part of the shorter one's words the other has too, 0 to 1."""
    fewest = min(len(a.stems), len(b.stems))
    return min(shared(a, b), shared(b, a)) / fewest if fewest else 0.0


def _groups(claim: Claim, source: Source, counted: frozenset[str]) -> frozenset[str]:
    if claim.figure is None or claim.figure.kind != "count":
        return frozenset()
    table = known().groups
    return frozenset(table[s] for s in counted or around.following(claim, source) if s in table)


@lru_cache(maxsize=4096)
def _content(text: str, skipped: frozenset[str]) -> frozenset[str]:
    """The stems of the words that say something: no stop word, no general word, none of the skipped."""
    lexicon = known()
    stop, general = lexicon.stop, lexicon.general
    return frozenset([key for word, key in read(text) if not (word in stop or key in general or key in skipped)
                      and (skipped.isdisjoint(word.split()) if " " in word else word not in skipped)])  # fmt: skip


def _before(claim: Claim, source: Source) -> str:
    """The sentence before that of a claim, on one line."""
    text = " ".join(source.text[max(0, claim.sentence.start - _BACK) : claim.sentence.start].split())
    return _ENDS.split(text)[-1]


def _governing(claim: Claim, sentence: str, *, befell: bool) -> str:
    """The words whose times a figure is of: its clause, and what the sentence opens with ("In 2009, …").

    "Founded in 1988, it has 650 workers": the year is that of the founding. What `befell` those who are counted came
    of the deed before it: "a dam burst in 1987 and killed 26".
    """
    if claim.quantity is None:
        return sentence
    clause, opening = " ".join(claim.quote.split()), _OPENING.match(sentence)
    ahead, _, behind = sentence.partition(clause)
    before, stretch = _WHEN.search(ahead), STRETCH.match(behind.lstrip())  # "50 arrests were made | over four nights"
    led = f"{_MARK.split(ahead[: before.start()])[-1]} {clause}" if before else clause
    joined = _JOINED.search(ahead) if befell and not before else None
    led = f"{joined[0]} {led}" if joined else led
    led = f"{led} {stretch[0]}" if stretch else led
    led = f"{led} {played[0]}" if (played := _PLAYED.match(behind)) else led
    return f"{opening[0]}, {led}" if opening and opening[0] not in led else led


def _times(sentence: str, own: str) -> Iterator[str]:
    value = " ".join(own.split())
    told = _ASIDE.sub(lambda aside: aside[0] if value and value in aside[0] else " ", sentence)
    rest = COMPARED.split(told.replace(value, " ", 1), maxsplit=1)[0]
    yield from YEAR.findall(rest)
    yield from (match[0].lower() for match in LONG_AGO.finditer(rest))
    yield from (match[0].lower() for match in STRETCH.finditer(rest))
    yield from (f"{match[1].upper()} games" for match in _PLAYED.finditer(rest))
    for match in MONTH.finditer(rest):
        beside = rest[max(0, match.start() - 4) : match.start()] + rest[match.end() : match.end() + 4]
        if not re.search(r"\d{1,2}\b", beside):
            yield match[0]


def keyed(stems: frozenset[str]) -> frozenset[str | int]:
    """Stems with the rows of synonyms they stand in."""
    rows = known().rows
    return frozenset(stems).union(*(rows.get(s, frozenset()) for s in stems))


def _head(counts: str) -> frozenset[str]:
    """The noun of a noun phrase: the last word before "of", "in", "who" ("districts" of "districts around Vell")."""
    words = [word.lower() for word in WORD.findall(_AFTER_NOUN.split(counts)[0])]
    return frozenset({stem(words[-1])}) if words else frozenset()
