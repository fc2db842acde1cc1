"""The small words and verb forms of English, from the lexicon, as look-ups.

What comes in: `lexicon/en/clauses.yaml` and `verbs.yaml`. What goes out: `Tag`, and dictionaries from a word in small
letters to what it may be. To add a word: put it into the lexicon; nothing here names one.
"""

from enum import IntEnum
from functools import cache
from typing import Final

from reconcile.lexicon import entries


class Tag(IntEnum):
    """What a token is in its sentence."""

    NOUN = 0  # nouns, adjectives, and whatever is not known
    NAME = 1
    DET = 2
    POSS = 3
    PREP = 4
    TO = 5
    PRON = 6  # can only be a subject
    OBJ = 7
    MODAL = 8
    BE = 9
    HAVE = 10
    DO = 11
    PAST = 12  # surely a finite past form: "fled" is not, "broke" is
    ED = 13  # past form or participle: "ceded"
    PART = 14  # only a participle: "taken"
    FIN = 15  # a finite present form: "remains"
    BASE = 16  # a bare verb after "to", a modal or "do"
    ING = 17
    ADV = 18
    NOT = 19
    COORD = 20
    OPENER = 21
    REL = 22
    THAT = 23
    FIGURE = 24
    DATE = 25
    COMMA = 26
    SEMI = 27
    COLON = 28
    DASH = 29
    OPEN = 30
    CLOSE = 31
    QUOTE = 32
    STOP = 33


BREAKS: Final = frozenset(
    {Tag.COMMA, Tag.SEMI, Tag.COLON, Tag.DASH, Tag.OPEN, Tag.CLOSE, Tag.QUOTE, Tag.STOP},
)
PUNCTUATION: Final = {
    ",": Tag.COMMA,
    ";": Tag.SEMI,
    "|": Tag.COMMA,  # between the cells of a table
    ":": Tag.COLON,
    "—": Tag.DASH,
    "–": Tag.DASH,
    "(": Tag.OPEN,
    ")": Tag.CLOSE,
    "[": Tag.QUOTE,
    "]": Tag.QUOTE,
    '"': Tag.QUOTE,
    "“": Tag.QUOTE,
    "”": Tag.QUOTE,
    "„": Tag.QUOTE,
    "``": Tag.QUOTE,
    "''": Tag.QUOTE,
    ".": Tag.STOP,
    "!": Tag.STOP,
    "?": Tag.STOP,
    "…": Tag.STOP,
}


@cache
def words(name: str, file: str = "clauses") -> frozenset[str]:
    """The words of an entry of the lexicon."""
    return frozenset(entries(file)[name]["words"].split())


@cache
def persons() -> frozenset[str]:
    """Nouns for people: "miner", "residents"."""
    return frozenset(entries("people")["nouns"].split())


@cache
def closed() -> dict[str, Tag]:
    """Words that are always one thing, or that the context settles among small words."""
    rows = (
        ("adverbs", Tag.ADV),
        ("determiners", Tag.DET),
        ("possessives", Tag.POSS),
        ("prepositions", Tag.PREP),
        ("openers", Tag.OPENER),
        ("relatives", Tag.REL),
        ("coordinators", Tag.COORD),
        ("objects", Tag.OBJ),
        ("pronouns", Tag.PRON),
        ("modals", Tag.MODAL),
        ("be", Tag.BE),
        ("have", Tag.HAVE),
        ("do", Tag.DO),
        ("nots", Tag.NOT),
    )
    found = {word: tag for name, tag in rows for word in words(name)}
    return found | {"that": Tag.THAT, "to": Tag.TO, "whose": Tag.REL, "being": Tag.ING, "having": Tag.ING}


class Verbs:
    """The forms of the verbs.

    Attributes:
        past: surely finite past forms. either: past forms that are participles too. participles: only participles.
        like_base: participles that look like the bare form ("come").
        third: "-s" forms to whether the word is mostly a verb; base: the same for bare forms.
    """

    def __init__(self) -> None:
        lexicon = entries("verbs")
        irregular = [line.split() for line in lexicon["irregular"]["words"].split(", ")]
        mostly, nouns = (set(lexicon[name]["words"].split()) for name in ("mostly", "also_nouns"))
        self.past = frozenset(past for base, past, part in irregular if past not in (part, base))
        self.either = frozenset(past for base, past, part in irregular if past == part)
        self.like_base = frozenset(part for base, past, part in irregular if part == base != past)
        self.participles = frozenset(part for base, past, part in irregular if part not in (past, base))
        sure = (mostly | {base for base, _, _ in irregular}) - nouns
        self.base = dict.fromkeys(nouns, False) | dict.fromkeys(sure, True)
        self.third = {third(verb): mostly for verb, mostly in self.base.items()}


@cache
def verbs() -> Verbs:
    """The forms of the verbs, made once a process."""
    return Verbs()


def third(base: str) -> str:
    """The form with "he": "carries", "reaches", "says"."""
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


PLURALS: Final = frozenset({"people", "police", "men", "women", "children", "many", "some", "others", "most", "few"})


def plural(low: str) -> bool:
    """Whether a noun in small letters looks like several."""
    men = low.endswith("men") and low not in words("not_men")
    return low in PLURALS or men or (low.endswith("s") and not low.endswith(("ss", "us", "'s")))
