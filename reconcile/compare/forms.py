"""The forms of a sentence that narrow its figure: "of her sister's children", "20 carries for 91 yards", "a year".

What comes in: the words before and after a figure, on one line. What goes out: the marks that they show, single words
that `subject.Subject.marks` lists.

To add a form: a row in FORMS, its pattern beside the words it is for, and the mark in the list.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reconcile.lexicon.progress import SO_FAR

TOTAL: Final = r"\b(?:total|in all|altogether|so far|overall|to date)\b"
_COMBINED: Final = r"\bcombined\b"
_NUMBER: Final = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens)"
_AT: Final = r"(?:in|at|on|from|inside|outside) (?:the )?[\w’'.-]+(?: [\w’'.-]+)?"
_SITE: Final = r"at the (?:scene|site)"
_NO_NOUN: Final = r"(?:in|for|within|over|to|by|at|on|after|before|about) "
_TIME: Final = "(?:second|minute|hour|day|night|week|month|year|season|game|match)"
_PLACE: Final = "city|town|village|island|country|nation|province|region"
_SUPPLY: Final = "(?:power|electricity|water|gas|heat|suppl|service|access|aid|ties|funding)"
_PLAY: Final = "points?|goals?|runs?"


@dataclass(frozen=True, slots=True)
class Form:
    """A way of narrowing a figure.

    Attributes:
        mark: what it is called.
        before: how the words before the figure end; "" where they do not matter.
        after: how those after it begin; either of the two is enough.
        kinds: the kinds of figures it is for; empty for all.
    """

    mark: str
    before: str = ""
    after: str = ""
    kinds: tuple[str, ...] = ()


FORMS: Final = (
    Form("total", TOTAL, rf"(?i:.*{TOTAL})"),
    Form("total", _COMBINED, rf".*{_COMBINED}", ("count",)),
    # "the two banks agreed to pay 12 billion in combined settlements"
    Form("sum", rf"{_COMBINED}[^.;:,]{{0,20}}$", rf"[^.;:,]{{0,20}}{_COMBINED}", ("money",)),
    Form("toll", r"\b(?:toll|number|count|tally|total)\b"),
    # "4 1/2 months" with a lost blank: the 2 is no number of months
    Form("fraction", r"/$"),
    # "missed nine games before coming back for three"
    Form("stretch", after=r"[^.;:,]{0,30}\bbefore [a-z]+ing\b"),
    # "a couple and their three sons"
    Form("kin", r"\b(?:his|her|their|whose)(?: [a-z]+)?$", kinds=("count",)),
    # "29 died; at least 12 of them were police officers"
    Form("part", after=r" ?of (?:them|whom|these|those)\b", kinds=("count",)),
    # "around 50 people died on the spot", "at the scene itself 62 had been killed", "24 died in hospital"
    Form("part", r"\b[Aa]t the (?:scene|site) itself,?(?: \w+)?$",
         rf"[^.;:]{{0,60}}?\b(?:on the spot|{_SITE}|instantly|outright|immediately)(?=[.,;]| and\b|$)"
         rf"|[^.;:]{{0,40}}? {_SITE} of [^.:]{{0,60}}\bhospitals?\b"
         r"|[^.;:,]{0,30}\bdied (?:later )?in (?:the |a )?hospitals?\b", ("count",)),
    # "four men got out of each of the cars"
    Form("part", after=r"[^.;:,]{0,40}\b(?:of|from|in|into|on) each\b", kinds=("count",)),
    # "five of her sister's children": of no others, and not all of them
    Form("part", after=r" ?of (?:his|her|their|its|my|our) "),
    # "164 dead in the north and 11 in the south": each of them in one place, or on one day
    Form("part", rf"\b{_NUMBER} (?:[\w-]+ ){{0,3}}?{_AT},? and(?: another| a further)?$",
         rf" ?(?:[\w-]+ ){{0,3}}?{_AT},? and (?:another |a further )?{_NUMBER} (?:[\w-]+ )?"
         "(?:in|at|on|from|inside|outside) ", ("count",)),
    Form("own", after=r" ?of (?:his|her|their|its|my|our) "),
    # "five rounds sooner than in the first match"
    Form("offset", after=r" ?[a-z]+ (?:sooner|later|earlier|faster|slower|longer|shorter|older|younger) than\b"),
    # "down 11 percent since the spill": the change of more than the day's
    Form("stretch", after=r" ?since\b", kinds=("share",)),
    # "four of the bridge's pillars": some of them too, told by a name
    Form("some", after=r" ?of the [\w-]+['’]s (?!\d)", kinds=("count",)),
    # "one survivor recalled", "two officials familiar with the case said": who tells it, not what happened
    Form("tellers", after=r" ?(?:[\w-]+ ){1,6}?(?<!was )(?<!were )(?<!been )"
         r"(?:said|says?|recall(?:ed|s)|reckon(?:ed|s)|told (?:the|a|reporters|[A-Z]\w+))\b", kinds=("count",)),
    # "the service is short of 11,000 nurses"
    Form("norm", r"\bshort of$", kinds=("count",)),
    # "831 passengers and crew were on board", "carrying 14 people"
    Form("aboard", r"\bcarrying(?: \w+)?$",
         r" ?(?:[\w-]+ ){0,6}(?:aboard|on board|on the (?:boat|ship|ferry|plane|bus|train))\b", ("count",)),
    # "only 37 percent of voters turned out", "turnout was 37 percent": of all voters, not of those who voted
    Form("turnout", r"\bturnout\b[^.;]{0,60}$",
         r"[^.;,]{0,30}\b(?:turned out|went to the polls|cast (?:a |their )?ballots?)\b", ("share",)),
    # "in a poll for this paper 47 percent backed the strike": of those who were asked, not of those who voted
    Form("asked",
         r"(?i)\b(?:surveys?|opinion polls?|polls? (?:for|by|of|conducted|commissioned|published))\b[^.;]{0,60}$",
         r" ?(?:of (?:[\w-]+ ){1,3})?(?:asked|surveyed|polled|said (?:they|that|it))\b", ("share",)),
    # "400 million, without the premiums and fees", "the hammer fell at 400 million"
    Form("net", r"\bhammer\b[^.;]*$",
         r",? ?(?:without|before|excluding|not including|exclusive of|plus|net of) (?:[\w’'-]+ ){0,4}"
         r"(?:fees?|premiums?|taxe?s?|VAT|commissions?|expenses)\b", ("money",)),
    # "is to cut its staff to 7,000": what is left of it; not "the storm cut power to 7,000 homes"
    Form("left",
         rf"\b(?:cut(?:s|ting)?(?! (?:off )?(?:the )?{_SUPPLY})|reduc(?:e[sd]?|ing)|shr[aiu]nk(?:s|ing)?"
         r"|(?:trim|slim)(?:s|med|ming)?|pare[ds]?|whittle[ds]?|halve[ds]?)\b[^,;:.]{0,40}\bto$", kinds=("count",)),
    # "sank as low as 8.01 dollars", and closed at 8.72
    Form("extreme", r"\bas (?:low|high) as$"),
    # "it went at 100 mph in a 50 mph zone"
    Form("norm", after=r"[ -]?zone\b", kinds=("speed",)),
    # "with 96.8 percent of the polling stations counted"
    Form("norm", after=rf" ?{SO_FAR}", kinds=("share",)),
    # "20 carries for 91 yards", "five passes for 68 yards": all of them together
    Form("sum", r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen)) [a-z-]+s for$"),
    # "fines amounting to 312 million", "penalties of 40 million": more than one
    Form("sum", r"(?:\b[a-z]{3,}s (?:totall?ing|amounting to|adding up to|coming to)|\b(?:fines|penalties|bonuses) of)"
         r"(?: \w+)?$", kinds=("money",)),
    # "95 million a year", "12 arrests each night"; not "310 millimetres in a week"
    Form("daily", rf"\b(?:(?:once|twice) an?|each|every) {_TIME}\b[^.;:,]{{0,40}}$",
         rf"[ -]?(?:(?!{_NO_NOUN})[\w-]+ ){{0,3}}?(?:a|an|per|each|every) "
         rf"{_TIME}\b(?! (?:ago|earlier|later|before|after)\b)"),
    # "home to 120,000 people", "a town of 9,000 people"
    Form("population", rf"\b(?:home to|population of|(?:{_PLACE}) (?:of|with))$"),
    # "10 points down", "led by 12", "a lead of 16"; "are up 21 seats to 83" is no more the level
    Form("margin", r"\b(?:is|are|was|were) (?:up|down)$", kinds=("count",)),
    Form("margin", r"\b(?:(?:led|leads?|leading|trail(?:ed|s|ing)?|won|wins?|lost|loses?|ahead|behind|down) by"
         r"|(?:lead|deficit|margin) (?:of|is|was))$", rf" ?(?:{_PLAY})? ?(?:behind|ahead|clear|adrift|short)\b",
         ("count", "length")),
    # "13 seats more than his rival", "2.60 euros more than the bus"
    Form("margin", after=r" ?(?:(?!and|or|no)[a-z-]+ ){0,2}(?:more|fewer|less|higher|lower) than\b(?! \d)",
         kinds=("count", "money", "length")),
    Form("margin", after=rf" ?(?:{_PLAY})? ?down\b", kinds=("count",)),  # "it happened 780 metres down" is a depth
)  # fmt: skip


def _test(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str] | None:
    return re.compile(pattern, flags) if pattern else None


# Compiled once: each figure is held against them all.
_TESTS: Final = [(form.mark, form.kinds, _test(form.before, re.IGNORECASE), _test(form.after)) for form in FORMS]


def forms(before: str, after: str, kind: str) -> Iterator[str]:
    """The marks of a figure of a kind between these words."""
    for mark, kinds, led, followed in _TESTS:
        if (not kinds or kind in kinds) and ((led and led.search(before)) or (followed and followed.match(after))):
            yield mark
