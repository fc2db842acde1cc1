"""Numbers that are no figures: names, labels, times of day, addresses, ids, and "one" as a pronoun."""

import re
from functools import cache
from typing import Final

from reconcile.extract.figures.numbers import Number
from reconcile.extract.figures.tokens import Tokens
from reconcile.lexicon import entries

_ORDINAL: Final = frozenset(["st", "nd", "rd", "th"])
_CHAIN: Final = frozenset("-./:–_")


@cache
def _labels() -> frozenset[str]:
    return frozenset(entries("not_figures")["labels"])


@cache
def _times() -> frozenset[str]:
    return frozenset(entries("not_figures")["numbered_after"])


def refused(t: Tokens, n: Number, *, money: bool, meant: bool) -> bool:
    """Whether a number is none of the kinds that can be compared.

    Args:
        money: whether a currency stands before it.
        meant: whether a unit, a noun that is counted or a hedge stands by it.
    """
    if t.raw[n.first][0].isdigit():
        return not money and (_part_of_a_name(t, n) or _label(t, n, meant=meant) or _time_of_day(t, n))
    if t.low[n.first] == "one" and n.last == n.first + 1:
        return _pronoun(t, n, meant=meant)
    return False


def _part_of_a_name(t: Tokens, n: Number) -> bool:
    """ "A380", "COVID-19", "24/7", "192.168.1.2", "555-0123", "/2020/07/", "5th", "1990s", "mp3"."""
    first, last = n.first, n.last
    if t.glued(first):
        before = t.raw[first - 1]
        if before[-1].isalpha() or before in "_#@/\\:":
            return True
        if before in "-–" and t.glued(first - 1) and (t.raw[first - 2][-1].isalpha() or _long_chain(t, first)):
            return True
    after = t.word(last)
    if t.glued(last):
        if after in _ORDINAL or after == "s" or after in ("_", "@", "\\"):
            return True
        if after[0].isalpha() and n.last == n.first + 1 and len(after) > 3:
            return True
        if after == "/" and t.glued(last + 1) and t.word(last + 1)[:1].isdigit():
            return True
    return t.raw[first].startswith("0") and len(t.raw[first]) > 1 and "." not in t.raw[first]


def _long_chain(t: Tokens, at: int) -> bool:
    """Whether digits stand in a chain of three or more: a phone number, an id."""
    return t.word(at - 2)[:1].isdigit() and (t.word(at - 3) in _CHAIN or t.word(at + 1) in "-–" and t.glued(at + 1))


def _label(t: Tokens, n: Number, *, meant: bool) -> bool:
    before = t.word(n.first - 1)
    if before == "." and t.word(n.first - 2) in ("no", "nr", "nos", "art", "sec", "p", "pp", "vol"):
        return True
    if before == "#":
        return True
    capital = t.raw[n.first - 1][:1].isupper() if n.first else False
    if before in _labels() and (capital or before in ("number", "no", "page", "flight", "channel", "highway", "route")):
        return not (meant and not capital)
    inside = capital and not t.starts_sentence(n.first - 1) and t.raw[n.first - 1].isalpha()
    return (
        inside
        and not meant
        and n.last == n.first + 1
        and re.fullmatch(r"\d{1,4}", t.raw[n.first]) is not None
        and (
            t.word(n.last) in ("", ".", ",", "'", "’", "’s", "and", "-", ")", "jet", "series", "is", "was")
            and _name_before(t, n.first - 1)
        )
    )


def _name_before(t: Tokens, at: int) -> bool:
    """Whether a capitalised word is a name: in a headline verbs are capitalised too."""
    return not (t.low[at].endswith(("s", "ed", "ing")) or len(t.low[at]) < 3)


def _time_of_day(t: Tokens, n: Number) -> bool:
    after = t.word(n.last)
    if after == ":" and t.glued(n.last) and t.glued(n.last + 1) and t.word(n.last + 1).isdigit():
        return True
    if t.word(n.first - 1) == ":" and t.glued(n.first) and t.glued(n.first - 1) and t.word(n.first - 2).isdigit():
        return True
    if after in _times():
        return True
    return after in ("a", "p") and t.word(n.last + 1) == "." and t.word(n.last + 2) == "m"


def _pronoun(t: Tokens, n: Number, *, meant: bool) -> bool:
    after, before = t.word(n.last), t.word(n.first - 1)
    table = entries("not_figures")
    if after in table["one_of"] or before in table["pronoun_before"] or after == "-" and t.word(n.last + 1) == "on":
        return True
    return not meant
