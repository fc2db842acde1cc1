"""Whether a figure is only some of what another counts, how far off something is, or what was allowed.

What comes in: a claim with a figure. What goes out: yes or no. Only the words close to the figure are read.
"""

import re
from functools import cache
from typing import Final

from reconcile import lexicon
from reconcile.lexicon.earlier import was
from reconcile.model import Claim

_OF_THE: Final = r"of the [a-z]+"  # "of the dead 14 have been identified"
_OTHER: Final = re.compile(
    r"\b(?:another|other|further|additional|past|last|next|first|previous|final) $", re.IGNORECASE
)
_REST: Final = re.compile(
    r" (?:others?|more|of (?:them|whom|those|these|which)"
    r"|[a-z]+ (?:sooner|later|earlier|ahead|behind|more|fewer|less))\b"  # "five rounds sooner"
)

_FROM: Final = re.compile(r"\bfrom $", re.IGNORECASE)
_TO: Final = re.compile(r" to \S")  # "the number of cases has climbed from 11 to 15"
_WORD: Final = re.compile(r"[a-z]+")
NORM: Final = 4  # words before a figure in which "limit" or "licensed" says that it was set
_SPENT: Final = ("money", "time")  # "designed the hall for 3 million euros"
# "Had calculated the trusses for a snow depth of"; the families whom homes were built for live in them.
_MADE_FOR: Final = re.compile(
    r"\b(?:(?:designed|calculated|dimensioned|rated)\b[^,;:]{0,40}\bfor"
    r"|(?:designed|calculated|dimensioned|rated|built)\b[^,;:]{0,40}\bto (?:hold|bear|carry|take|withstand|seat))"
    r"\b[^,;:]{0,25}$"
)
_EACH: Final = re.compile(r" (?:an?|each|apiece|per|for (?:an?|each|every))\b")  # "less than 500 euros a car"


def narrowed(claim: Claim) -> bool:
    """Whether a claim's figure counts a part, some others, one, an earlier count, or how much sooner or more."""
    told, figure = claim.quantity, claim.figure
    if told is None or figure is None or figure.kind not in ("count", "money"):
        return False
    before = " ".join(claim.quote[: told.span.start - claim.span.start].split()) + " "
    after = " " + " ".join(claim.quote[told.span.end - claim.span.start :].split())
    if figure.kind == "money":
        return bool(_EACH.match(after))
    one = figure.value == 1  # "one officer said": no count of officers
    if _FROM.search(before) and (not after.strip() or _TO.match(after)):
        return True
    return one or bool(told.whole or _parted().search(before) or _OTHER.search(before) or _REST.match(after))


def further(claim: Claim) -> bool:
    """Whether a claim's figure adds to a count: "two more people have died", not "more than two"."""
    told = claim.quantity
    if told is None:
        return False
    return claim.quote[told.span.end - claim.span.start :].split()[:1] == ["more"] and "than" not in claim.quote


def came_from(claim: Claim) -> bool:
    """Whether a claim's figure is a dated one from which another came: "131 cases, up from 84 a week earlier".

    Without its day it may be of any: "120,000 homes are dark, down from 400,000 at the height of the storm".
    """
    return claim.as_of is not None and earlier(claim)


def earlier(claim: Claim) -> bool:
    """Whether a claim's figure is one from which another came, whether or not its day is known."""
    told = claim.quantity
    if told is None:
        return False
    before = " ".join(claim.quote[: told.span.start - claim.span.start].split()) + " "
    return was(before, " " + " ".join(claim.quote[told.span.end - claim.span.start :].split()))


def allowed(claim: Claim) -> bool:
    """Whether a claim's figure was set or allowed, not met: "licensed to carry 180 passengers", "the limit is 80"."""
    if claim.quantity is None:
        return False
    place, start = claim.quantity.span, claim.span.start
    before, after = claim.quote[: place.start - start].lower(), claim.quote[place.end - start :].lower()
    priced = claim.figure is not None and claim.figure.kind in _SPENT
    if not priced and _MADE_FOR.search(before):
        return True
    return not _norms().isdisjoint((*_WORD.findall(before)[-NORM:], *_WORD.findall(after)[:1]))


@cache
def _norms(language: str = "en") -> frozenset[str]:
    return frozenset(lexicon.entries("scope", language)["norms"])


@cache
def _parted(language: str = "en") -> re.Pattern[str]:
    """The words of the lexicon that part a figure from a larger one, and at most two words behind them."""
    phrases = "|".join(map(re.escape, lexicon.entries("scope", language)["part"]))
    return re.compile(rf"\b(?:{phrases}|{_OF_THE})(?: [\w-]+)?(?: [\w-]+)? $", re.IGNORECASE)
