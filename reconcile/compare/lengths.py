"""What is no measure of one length: another way, another place, another thing; and whether a time was set or served.

What comes in: a Pair, or one of its sides. What goes out: yes or no; a word for the way; names.
"""

import re
from itertools import takewhile
from typing import Final

from reconcile.compare.around import around, following
from reconcile.compare.names import NAME
from reconcile.compare.pair import Pair
from reconcile.compare.side import Side
from reconcile.compare.subject import keyed
from reconcile.compare.words import WORD, known
from reconcile.model.once import kept

_DIMENSIONS: Final = {
    "width": ("wide", "across", "broad", "width"),
    "length": ("long", "length"),
    "height": ("high", "tall", "height", "altitude", "elevation", "climbs", "climbed"),
    "climb": ("gain", "ascent"),  # "an elevation gain of 4,300 metres"
    "depth": ("deep", "thick", "depth", "thickness", "below", "beneath", "underground"),
    "radius": ("around", "radius", "within"),  # "a ring of 12 kilometres around the crater"
}
_OF: Final = {word: name for name, words in _DIMENSIONS.items() for word in words}
_FROM: Final = re.compile(
    rf" ?(?:\([^()]*\) )?(?:away |(?:due |deep )?[a-z-]*(?:north|south|east|west)[a-z-]* |outside |offshore )?"
    rf"(?:from|of|off|to) (?:the (?:[a-z-]+ ){{0,3}}(?:of )?)?({NAME.pattern})"
)
_AWAY: Final = re.compile(  # "eight kilometres north of the town", "500 feet from the gate"
    r" ?(?:\([^()]*\) )?(?:(?:due )?[a-z-]*(?:north|south|east|west)[a-z-]* of|(?:away )?from(?! \w+ to\b)|off)\b"
)
_FOR: Final = re.compile(r"\bfor(?: (?:about|some|around|nearly|almost|over))?$")
_AT: Final = re.compile(r"\bat(?: (?:about|some|around|nearly|almost|over))?$")
_TO_GO: Final = re.compile(r" ?(?:to (?:go|ride|run)|left|from the (?:finish|line|top|summit|end))\b")
SERVED: Final = re.compile(r"\b(?:served?|spent|spends?|serving|spending)\b")
_SET: Final = re.compile(r"\b(?:sentenced|jailed)\b")
_BEFORE: Final = 3  # words before a figure in which its dimension stands: "a height of about 30 metres"


@kept
def dimension(side: Side) -> str:
    """Which way a length is measured, by the word behind it or before it: "200 metres wide", "a depth of 40 feet"."""
    if _TO_GO.match(around(side.claim, side.source)[1]):
        return "to go"
    if away_from(side) or _AWAY.match(around(side.claim, side.source)[1]):  # no depth
        return "away"
    if _FOR.search(around(side.claim, side.source)[0]):  # "chased him for 30 miles"
        return "length"
    if _AT.search(around(side.claim, side.source)[0]):
        return "at"
    before = [word.lower() for word in WORD.findall(around(side.claim, side.source)[0])[-_BEFORE:]]
    beside = (*following(side.claim, side.source)[:1], *reversed(before))
    return next((_OF[word] for word in beside if word in _OF), "")


def other_way(pair: Pair) -> bool:
    """Whether two lengths are measured in two ways: "40 metres wide", "a depth of 40 metres"."""
    ours, theirs = map(dimension, (pair.left, pair.right))
    if "at" in (ours, theirs):  # "saw it at 300 feet", "500 feet from the gate"; it may be a height or a depth
        return "away" in (ours, theirs)
    return bool(ours and theirs) and ours != theirs


def other_length(pair: Pair) -> bool:
    """Whether two lengths are measured in two ways, or of two things, as those that stand before a noun mostly are.

    "The 16-yard line" is the name of a line; "a 41-yard pass" is none of the 108 yards of whoever caught it.
    """
    if pair.figures[0].kind != "length":
        return False
    return other_way(pair) or all(map(_before_noun, (pair.left, pair.right))) or _of_another(pair)


def _before_noun(side: Side) -> bool:
    """Whether a figure stands before a noun with a hyphen."""
    told, text = side.claim.quantity, side.source.text
    if told is None:
        return False
    return "-" in told.text or text[told.span.end : told.span.end + 1] == "-"


def _of_another(pair: Pair) -> bool:
    """Whether one length stands before a noun that the other's sentence lacks: "a 41-yard pass", "108 yards"."""
    return any(
        _before_noun(x) and any(keyed(frozenset({word})).isdisjoint(y.subject.wide) for word in _noun_of(x))
        for x, y in pair.ways
    )


def _noun_of(side: Side) -> list[str]:
    """The words of the noun that a length stands before: "pass" of "a 28-yard pass from the left"."""
    return list(takewhile(lambda word: word not in known().stop, following(side.claim, side.source)))


@kept
def away_from(side: Side) -> frozenset[str]:
    """What a distance is measured from, in names: "35 miles (56 km) south of Arden"."""
    if side.figure.kind != "length":
        return frozenset()
    found = _FROM.match(around(side.claim, side.source)[1])
    words = found[1].lower().split() if found else []  # a capital may stand for its country elsewhere, not here
    return frozenset(word.rstrip(".").removesuffix("'s").removesuffix("’s") for word in words)


def served_or_set(pair: Pair) -> bool:
    """Whether one is the time that was served, and the other what a court set: "served a month", "jailed for two".

    Nobody serves more than was set.
    """
    return any(
        not (x.figure.unit == y.figure.unit and x.figure.low > y.figure.high)
        and SERVED.search(x.claim.about)
        and _SET.search(y.claim.about)
        and not SERVED.search(y.claim.about)
        for x, y in pair.ways
    )
