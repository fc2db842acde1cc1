"""The times that a sentence names beside its value: years, months without a day, times long ago, stretches of a match.

What comes in: a claim and its sentence. What goes out: the words that govern the value, and the times in them.
"""

import re
from calendar import month_name
from collections.abc import Iterator
from typing import Final

from reconcile.model import Claim

MONTH: Final = re.compile(rf"\b(?:{'|'.join(name for name in month_name if name and name != 'May')})\b")
LONG_AGO: Final = re.compile(
    r"\b(?:last (?:month|year|spring|summer|autumn|fall|winter|season)|earlier this (?:month|year|season)"
    r"|^(?:but |and |then )?(?:(?:later|earlier)(?! (?:in the|that|the same) (?:morning|afternoon|evening|night|day)\b)"
    r"|afterwards|the last time)|previous(?:ly)?"
    r"|(?:months?|years?|decades?) (?:ago|earlier|before|after|later))\b",
    re.IGNORECASE,
)
LAST_YEAR: Final = "last year"
_ORDINAL: Final = "first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf)th"
STRETCH: Final = re.compile(  # a count within a stretch of a match, a season, a career is no count of the whole
    rf"\b(?:(?:{_ORDINAL}|last|final|opening|closing) (?:[\w½¼¾.-]+ )?"
    r"(?:minutes?|innings?|sets?|rounds?|laps?|overs?|games?|match(?:es)?|seasons?)"
    r"|overtime|(?:this|that|next|a|the|per) (?:season|campaign)|career"
    r"|over the course of|(?:over|in the (?:past|last|previous)) (?:the )?(?:past |last |previous )?(?:\w+ )?"
    r"(?:nights|days|weeks|months|seasons|games|matches)|over the (?:past|last) year"
    rf"|in the (?:{_ORDINAL})(?=[,;.]|$)"
    r"|during (?:the |a |an )?[^,;]{0,40}\b(?:run|stretch|spell)"
    r"|in (?:the|an?|[\w'’]+['’]s?) [^,;]{0,30}(?:victory|win|loss|defeat|rout|draw))\b",
    re.IGNORECASE,
)
COMPARED: Final = re.compile(  # "to 14.2 billion euros from 13.1 billion a year earlier": the year is that of the 13.1
    r"\b(?:compared (?:with|to)|up from|down from|versus|against|than|(?:below|above) (?:the|that|those))\b"
    r"|\bfrom (?=(?:a|the) (?:year|month|week|quarter) (?:earlier|ago|before))"
    r"|, after (?=[$€£¥]?\d)"  # "290 million, after 120 million last year"
    r"|\bfrom (?=[$€£¥]?\d[\d.,]* ?(?:%|percent|[mb]illion|thousand))",
    re.IGNORECASE,
)
_AGO: Final = re.compile(r"(?:ago|earlier)$")  # "from 597 million a year ago", "… a year earlier"
YEAR: Final = re.compile(r"(?<![\d,.])(?:1[5-9]|20)\d\d(?![\d,.]\d|\d)")
_OPENING: Final = re.compile(
    r"(?:But |And |Then )?(?:In|During|Last|The last time|By|[Ee]arlier|[Ll]ater|Afterwards|Back in|Over),? "
    r"(?:[^,;:]{1,60}(?=,)|(?:\w+ ){1,4})"
)
_AGO_FIRST: Final = re.compile(r"(An? (?:year|decade) (?:ago|earlier|before)),? ")  # "A year ago it had been 150"
_LED: Final = re.compile(r"[;:] (last (?:year|season|winter|month),?) $")  # "2,300 work there; last year | they dug"
_WHEN: Final = re.compile(r", (?:when|where|in which) (?:[\w-]+ ){0,3}(?:- )?$")  # "in May, when a storm …"
_OF_WHICH: Final = re.compile(r"[^,;:]{1,60}, (?:when|where|in which) ")  # "the 2004 bombing of | Arden, in which …"
_PLAYED: Final = re.compile(  # "scored 27 goals | in 41 matches last season", "61 goals | in 148 games since 2020"
    r" ?(?:in|over|from|across) ([\w-]+) (?:[\w-]+ ){0,2}"  # "in all competitions"
    r"(?:games|matches|appearances|starts|outings|innings|caps|races|competitions)\b[^,;:.]*"
)
_SET_OFF: Final = re.compile(  # "The last time it flooded, in 2009, …"
    r"(?:^|, )((?:in|on|during) (?:\w+ ){0,2}(?:1[5-9]|20)\d\d),? $", re.IGNORECASE
)
_MARK: Final = re.compile("[,;]")
_BREAK: Final = re.compile("[,;:]")
_ASIDE: Final = re.compile(  # "the plane, built in 2007, had 143 on board": the year is the plane's, not the count's
    r", (?:which|who|whom|whose|when|where|now|then|once|first|built|born|made|held|known|at|with|the|an?|[a-z]+ed) "
    r"[^,;:]*(?:,|(?=[;:.]|$))"
)


def governing(claim: Claim, sentence: str, *, befell: bool) -> str:
    """The words whose times a figure is of: its clause, and what the sentence opens with ("In 2009, …").

    "Founded in 1988, it has 650 workers": the year is that of the founding. What `befell` those who are counted came
    of the deed before it: "a dam burst in 1987 and killed 26".
    """
    if claim.quantity is None:
        return sentence
    clause = " ".join(claim.quote.split())
    ahead, _, behind = sentence.partition(clause)
    before, stretch = _WHEN.search(ahead), STRETCH.match(behind.lstrip())  # "50 arrests were made | over four nights"
    told = ahead[: before.start()] if before else ahead if _OF_WHICH.match(clause) else ""
    led = f"{_MARK.split(told)[-1]} {clause}" if told else clause
    joined = _BREAK.split(ahead)[-1] if befell and not before and ahead.endswith(" and ") else ""
    shared = joined or _of_subject(claim, ahead)
    led = f"{shared} {led}" if shared else led
    led = f"{led} {stretch[0]}" if stretch else led
    led = f"{led} {played[0]}" if (played := _PLAYED.match(behind)) else led
    for opening in (_SET_OFF.search(ahead), _LED.search(ahead), _AGO_FIRST.match(sentence), _OPENING.match(sentence)):
        said = opening[opening.lastindex or 0] if opening else ""
        led = f"{said}, {led}" if said not in led else led
    return led


def _of_subject(claim: Claim, ahead: str) -> str:
    """The years of a subject that stands before another verb: "The fires of 2017 killed 38 and | burned 900 homes".

    The claim has the words of its subject from there, without their dates.
    """
    words, years = iter(claim.about.split()), []
    ours = next(words, "")
    for word in _BREAK.split(ahead)[-1].split():
        if word == ours:
            ours = next(words, "")
        elif YEAR.fullmatch(word):
            years.append(word)
        else:
            break
    return " ".join(years) if ours else ""


def times(sentence: str, own: str, year: int | None) -> Iterator[str]:
    """The times that words name, the value left out; those that are not of the calendar in small letters.

    Args:
        sentence: the words.
        own: the value.
        year: that of publication, from which "last year" is reckoned.
    """
    value = " ".join(own.split())
    told = _ASIDE.sub(lambda aside: aside[0] if value and value in aside[0] else " ", sentence)
    rest = COMPARED.split(told.replace(value, " ", 1), maxsplit=1)[0]
    yield from YEAR.findall(rest)
    for match in LONG_AGO.finditer(rest):
        ago = _AGO.sub("before", match[0].lower())
        yield ago
        if year and ago == LAST_YEAR:
            yield str(year - 1)
    yield from (match[0].lower() for match in STRETCH.finditer(rest))
    yield from (f"{match[1].upper()} games" for match in _PLAYED.finditer(rest))
    for match in MONTH.finditer(rest):
        beside = rest[max(0, match.start() - 4) : match.start()] + rest[match.end() : match.end() + 4]
        if not re.search(r"\d{1,2}\b", beside):
            yield match[0]
