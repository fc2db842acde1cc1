"""So many in so many: "one in five", "three out of four", "96 of every 100", "one child in 40".

In: tokens and a place. Out: a share, or None: "two in three days" and "one win in 12 matches" are counts.
"""

from typing import Final

from reconcile.extract.figures.amounts import Number, number_words, ratio, scales, words
from reconcile.extract.figures.cardinals import cardinal, digits
from reconcile.extract.figures.nouns import person, plural
from reconcile.extract.figures.tokens import Tokens
from reconcile.lexicon import entries

_STOPS: Final = frozenset(entries("nouns")["stops"].split())
_COUNTED: Final = frozenset([
    "-", "minutes", "hours", "days", "weeks", "months", "years", "minute", "hour", "day", "week", "month",
    "year", "games", "matches", "million", "cities", "countries", "places", "states", "%", "percent",
])  # fmt: skip
_OPEN: Final = frozenset(["in", "out", "of"])
_LINKS: Final = (("out", "of", "every"), ("out", "of"), ("of", "every"), ("in", "every"), ("in",))
_YEARS: Final = 1500  # "one in 2019" names a year
_MANY: Final = 10  # "20 in 40" is no odds


def odds(t: Tokens, at: int) -> Number | None:
    """The odds that begin at a token."""
    if t.low[at + 1 : at + 4] == ["-", "in", "-"]:
        return _joined(t, at)
    if t.word(at + 1) not in _OPEN and t.word(at + 2) not in _OPEN:
        return None
    above = words().get(t.low[at]) or digits(t.raw[at])
    if above is None or above <= 0 or above != int(above):
        return None
    of_every = t.low[at + 2 : at + 4] == ["of", "every"]  # "58 crowns of every hundred"
    noun = t.word(at + 1).isalpha() and (of_every or (above == 1 and t.word(at + 2) == "in"))  # "one child in 40"
    place = at + 1 + noun
    link = next((link for link in _LINKS if tuple(t.low[place : place + len(link)]) == link), ())
    last = place + len(link)
    if not link or last >= t.size:
        return None
    below = _below(t, last, every=link[-1] == "every")
    if below is None or not above < below.low or (below.low >= _YEARS and below.scaled == 1) or below.low % 1:
        return None
    bare = link == ("in",)
    if t.word(below.last) in _COUNTED or (bare and above > _MANY):
        return None
    if noun and not (bare or link in (("in", "every"), ("of", "every"))):
        return None
    if noun and not of_every and (not _one_of_them(t, at + 1) or _goes_on(t, below.last)):
        return None
    value = ratio(above, below.low)
    return Number(at, below.last, value, value, share=True, rule="one in so many")


def _below(t: Tokens, at: int, *, every: bool) -> Number | None:
    """The number that odds are told for; "every hundred" does without its "one"."""
    if every and t.word(at) in ("hundred", "thousand"):
        return Number(at, at + 1, scales()[t.word(at)], scales()[t.word(at)])
    return cardinal(t, at, money=False)


def _joined(t: Tokens, at: int) -> Number | None:
    """Odds with dashes: "a one-in-five chance"; of a flood those of a year, "a 1-in-100-year flood"."""
    above = words().get(t.low[at]) or digits(t.raw[at])
    below = cardinal(t, at + 4, money=False) if at + 4 < t.size else None
    if above is None or below is None or not 0 < above < below.low or below.low % 1:
        return None
    value = ratio(above, below.low)
    if t.word(below.last) == "-" and t.word(below.last + 1) == "year":
        return Number(at, below.last + 2, value, value, unit="per year", rule="one in so many")
    return Number(at, below.last, value, value, share=True, rule="one in so many")


def _one_of_them(t: Tokens, at: int) -> bool:
    """Whether a word is the noun of "one child in 40"."""
    return t.low[at] not in _STOPS and not plural(t.raw[at]) and t.low[at] not in number_words()


def _goes_on(t: Tokens, at: int) -> bool:
    """Whether a noun follows: "one win in 12 matches"."""
    word = t.word(at)
    return (word[:1].isalpha() and word not in _STOPS and (plural(word) or person(word))) or word == "-"
