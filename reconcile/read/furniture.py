"""What a page prints around its article: told by one line or paragraph alone, each with the reason shown to a person.

What comes in: the words of a line or paragraph. What goes out: a reason, or "" where it may be the article's own.

To add a phrase: an entry in `lexicon/en/furniture.yaml` with its example.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from reconcile.lexicon import entries
from reconcile.read import agencies
from reconcile.read.dateline import dateline
from reconcile.read.dates import full_date, is_date_line
from reconcile.read.lines import Line, ended

ADDRESS: Final = "web address"
CREDIT: Final = "photo credit"
CAPTION: Final = "caption"
BYLINE: Final = "byline"
DATE_LINE: Final = "date line"
DATELINE: Final = "dateline"

_ADDRESS: Final = re.compile(
    r"[<(\[]?(?:https?://|www\.)[^\s<>]+[>)\]]?|pic\.twitter\.com/\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|co\.uk)(?:/\S*)?"
    r"|\S+@[\w-]+(?:\.[\w-]+)+|@\w{2,20}",
    re.IGNORECASE,
)
_PAGE: Final = re.compile(r"(?:page )?\d{1,3}(?: ?(?:/|of) ?\d{1,3})?|[-–—] ?\d{1,3} ?[-–—]", re.IGNORECASE)
_RULE: Final = re.compile(r"(?:[-*_=~·•] ?){3,}|[*#•·]{1,3}")
_NAME: Final = r"[^\W\d_a-z][\w.'’-]*"
_LINK: Final = r"de|del|van|von|der|bin|al|la|and|&|in|of|for|\|"
_BYLINE: Final = re.compile(
    rf"(?:[Bb]y|BY|Story by|Words by|From) (?P<names>{_NAME}(?:,? (?:{_NAME}|{_LINK})){{1,14}})"
)
_NAMES: Final = rf"{_NAME}(?:[,;]? (?:{_NAME}|and|by|editing|writing|reporting|additional|with|at|the|{_LINK}))*+"
_SIGNED: Final = re.compile(  # who it is by, or in which paper it stood, before a day
    rf"(?P<who>(?:[Bb]y )?{_NAME}(?:,? (?:{_NAME}|of|de|van|von|and|&)){{0,5}}?),? ?(?:[|·–—-] ?)?"
    r"(?=(?:on )?(?:\d{1,2}\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d|[A-Z][a-z]+day\b))"
)
_ONLY_NAMES: Final = re.compile(rf" {_NAMES}[.)]*")
_AFTER_LABEL: Final = re.compile(r" ?[:|»›→>]| [–—-] |[.…]*$")
_CLOSING: Final = re.compile(r"(?:^|(?<=[.!?”\"’]))\s*(?P<credit>(?:[-–—]{1,2} ?|\()(?P<names>[^().!?]{2,60})\)?\.?)$")
_ENDED: Final = re.compile(r"[.!?”\"’)] +(?=\S)")
_OPENS_CREDIT: Final = re.compile(r"[-–—(]")
_JUMP: Final = re.compile(
    r"(?i:(?:please )?see|continued (?:on|from)|turn to|from) .{0,30}\bpage \w{1,4}", re.IGNORECASE
)
_INVITING: Final = re.compile(r"(?:Follow|Visit|Read|See|Find|Watch|Listen|Learn|Click|More|For more)\b.*https?://\S+")
_NUMBERED: Final = re.compile(r"\[\d{1,2}/\d{1,2}\]")  # a picture of a series: "[1/5] Crews carry ..."
_ROLE: Final = re.compile(
    r"(?:.{0,60}\b)?(?:correspondents?|reporters?|(?:staff|senior|science|sports) writers?|editors?|columnists?|"
    r"bureau chief|producers?|and agencies)\b.{0,40}",
    re.IGNORECASE,
)
_NAME_ALONE: Final = re.compile(
    rf"{_NAME}(?: {_NAME}| (?:de|del|van|von|der|bin|al|la)){{1,3}}(?: and {_NAME} {_NAME})?(?: in {_NAME})?"
)
_TRAIL: Final = re.compile(r"(?:Home ?[>»›/|] ?|[^>»›.!?]{1,30} ?[>»›] ?(?=[^>»›]+[>»›]))[^.!?]{1,80}")  # to the page
_MASTHEAD: Final = re.compile(
    r"(?:The|THE)(?: [^\W\d_a-z][\w'’&.-]*){0,3} (?i:times|post|news|herald|tribune|gazette|journal|chronicle|"
    r"telegraph|courier|guardian|observer|examiner|inquirer|sentinel|dispatch|standard|independent|mail)"
)
_ABOUT_AUTHOR: Final = re.compile(
    rf"{_NAME} {_NAME}(?: {_NAME})?(?: (?:reported|contributed|writes) (?:from|to|about|for)\b"
    r"| is an? (?:[\w-]+ ){0,4}(?:reporter|correspondent|editor|columnist|writer|journalist|chief)\b)[^\d]{0,200}"
)
_SHAPES: Final = (
    (_INVITING, "link to another article"),
    (_ABOUT_AUTHOR, "note about the author"),
    (_TRAIL, "way to the page"),
)
_SHORT: Final = 30  # words of a paragraph that one of these shapes may be
_START: Final = 4  # letters by which most texts are seen to begin like no furniture
_LONGEST: Final = 400  # characters: no furniture told by its words is longer


class _Phrases(NamedTuple):
    """An entry of `lexicon/en/furniture.yaml`, in small letters."""

    reason: str
    labels: tuple[str, ...]
    commas: tuple[str, ...]
    openings: tuple[str, ...]
    holds: tuple[str, ...]
    credits: tuple[str, ...]
    ends: str

    def label(self, text: str, small: str) -> bool:
        """Whether the text, also given in small letters, begins with one of the labels."""
        if small.startswith(self.commas):
            return True
        return small.startswith(self.labels) and any(
            small.startswith(label) and _AFTER_LABEL.match(text, len(label)) for label in self.labels
        )

    def credit(self, text: str, small: str) -> bool:
        """Whether the text is one of the credits, then nothing but names."""
        return small.startswith(self.credits) and any(
            small.startswith(credit) and _ONLY_NAMES.fullmatch(text, len(credit)) for credit in self.credits
        )


@cache
def _phrases() -> tuple[_Phrases, ...]:
    return tuple(
        _Phrases(
            entry["reason"],
            tuple(entry.get("labels", ())),
            tuple(f"{word}," for word in entry.get("commas", ())),
            tuple(entry.get("openings", ())),
            tuple(entry.get("holds", ())),
            tuple(entry.get("credits", ())),
            entry.get("ends", ""),
        )
        for entry in entries("furniture")["phrases"]
    )


@cache
def _clues() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """How the texts begin that `_phrases` tells, in _START letters; what shorter ones begin with; what others hold."""
    told = _phrases()
    heads = {head for one in told for head in (*one.labels, *one.commas, *one.openings, *one.credits)}
    short = tuple(head for head in heads if len(head) < _START)
    return frozenset(head[:_START] for head in heads), short, tuple(held for one in told for held in one.holds)


def reason_of_line(line: Line) -> str:
    """Why a line is no part of any paragraph: a bare address, a page number, a ruled line; else ""."""
    if len(line.text) < 400 and " " not in line.text and _ADDRESS.fullmatch(line.text):
        return ADDRESS
    if len(line.text) < 16 and _PAGE.fullmatch(line.text):
        return "page number"
    if len(line.text) < 200 and _RULE.fullmatch(line.text):
        return "ruled line"
    return ""


def repeated(found: Iterable[Line]) -> frozenset[str]:
    """Short lines that stand three times or more, as the head and foot of a printed page do."""
    short = [line.text for line in found if len(line.text) < 80]
    if len(short) < 3:
        return frozenset()
    counts = Counter(short)
    return frozenset(text for text, count in counts.items() if count > 2 and not ended(text))


def reason_of(text: str) -> str:
    """Why a paragraph is furniture, judged by its words alone; else ""."""
    if len(text) > _LONGEST:
        return ""
    words, small = len(text.split()), text.lower()
    starts, short, held = _clues()
    clue = small[:_START] in starts or small.startswith(short) or any(map(small.__contains__, held))
    for phrases in _phrases() if clue else ():
        if phrases.ends and not text.endswith(phrases.ends):
            continue
        if (
            (words <= 25 and phrases.label(text, small))
            or (words <= 40 and small.startswith(phrases.openings))
            or (words <= 60 and any(phrase in small for phrase in phrases.holds))
            or (words <= 40 and phrases.credit(text, small))
        ):
            return phrases.reason
    if len(text) <= 80 and _JUMP.fullmatch(text):
        return "jump to another page"
    for shape, reason in _SHAPES if words <= _SHORT else ():
        if shape.fullmatch(text):
            return reason
    if _NUMBERED.match(text):
        return CAPTION
    if byline(text):
        return BYLINE
    if len(text) <= 120 and agencies.is_credit(text):
        return CREDIT
    if is_date_line(text) or signed(text):
        return DATE_LINE
    return DATELINE if dateline(text)[1] == len(text) else ""


def named(text: str) -> bool:
    """Whether a line under the title names who wrote it: "Mara Holt", "Harbour correspondent", "Mara Holt in Lund"."""
    if len(text) > 80 or ended(text) or any(letter.isdigit() for letter in text):
        return False
    return bool(_NAME_ALONE.fullmatch(text) or (len(text.split()) <= 8 and _ROLE.fullmatch(text)))


def bare_agency(text: str) -> bool:
    """Whether a line is an agency's name and no more, as reprints have it under their title."""
    return bool(agencies.agency_in(text)) and len(text) <= 30 and not re.search(r"[/:|,]|[Ii]mages?|[Pp]hoto", text)


def masthead(text: str) -> bool:
    """Whether a line is a newspaper's name: "The Harbour Post"."""
    return len(text) <= 50 and bool(_MASTHEAD.fullmatch(text))


def byline(text: str) -> str:
    """Who wrote it, where a line says only that ("By Mara Holt in Port City"); else ""."""
    if len(text) > 120 or ended(text):
        return ""
    if agency := agencies.wrote(text):
        return agency
    match = _BYLINE.fullmatch(text)
    if not match:
        return ""
    return re.split(r",| \||(?<=\w) (?:in|for|of) ", match["names"], maxsplit=1)[0].strip()


def signed(text: str) -> str:
    """Who a line names before the day, where it says no more: "Harbour Post, 11 September 2024"; else ""."""
    match = _SIGNED.match(text) if len(text) <= 120 and not is_date_line(text) else None
    rest = text[match.end() :] if match else ""
    return match["who"].strip() if match and full_date(rest) and is_date_line(rest) else ""


def glued_credit(text: str) -> int:
    """Where a credit begins that stands after the last sentence ("... is far off. Mara Holt / AFP"); -1 if none."""
    tail = max(0, len(text) - 120)
    if not agencies.may_credit(text[tail:]):
        return -1
    for match in _ENDED.finditer(text, tail):
        at = match.end()
        if " " in text[at:] and agencies.is_credit(text[at:]):
            return at
    return -1


def closing_credit(text: str) -> int:
    """Where an agency's mark begins that closes the article ("... he said. – Reuters", "(AFP)"); -1 if none."""
    tail = max(0, len(text) - 80)
    match = _CLOSING.search(text, tail) if _OPENS_CREDIT.search(text, tail) else None
    if match and agencies.agency_in(match["names"]) and len(match["names"].split()) <= 6:
        return match.start("credit")
    return -1
