"""The unit of a number: signs and codes before it, units after it, ages, rates."""

import re
from functools import cache
from typing import Final

from reconcile.extract.figures.amounts import scales
from reconcile.extract.figures.cardinals import SIDES, SMALLER, digits
from reconcile.extract.figures.nouns import plural, unit_of
from reconcile.extract.figures.tokens import Tokens, cut
from reconcile.lexicon import entries
from reconcile.model import units as model_units

_HEAT_AT: Final = frozenset([
    "-", "−", "–", "minus", "of", "to", "at", "around", "about", "above", "below", "and", "from", "by", "reached",
    "hit", "was", "is", "(", "a", "record", "than", "over", "under", "nearly", "near", "topped", "reach",
])  # fmt: skip
_QUAKES: Final = frozenset([
    "quake", "quakes", "earthquake", "earthquakes", "tremor", "tremors", "temblor", "temblors", "aftershock",
    "aftershocks",
])  # fmt: skip
_SECOND: Final = (["-", "half"], ["-", "quarter"], ["-", "hand"])
_PIXELS: Final = frozenset(["480", "576", "720", "1080", "1440", "2160"])  # lines of a screen: "1080p"
_INCHES: Final = ('"', "″", "”")
_CODE: Final = 3  # letters of a currency
_MORE: Final = frozenset(["more", "less", "extra"])
_PER: Final = frozenset(["a", "an", "per", "each", "every", "/"])
_LINKS: Final = frozenset(
    ["-", "of", "at", "was", "is", "put", "measured", "measuring", "strength", "'s"]
)  # after "quake"
_FAR: Final = 6  # words from "quake" to its strength
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_NO_RATE: Final = frozenset(["earlier", "later", "ago", "before", "after", "old", "from", "to", "of", "-"])
_PER_KINDS: Final = frozenset(["time", "length", "area", "mass", "volume"])
_COMPARED: Final = frozenset([
    "as", "more", "less", "higher", "lower", "greater", "larger", "bigger", "smaller", "faster", "the", "that",
    "its", "likelier", "what", "this", "last", "his", "her", "their", "our", "normal", "average", "those", "usual",
])  # fmt: skip


@cache
def _stops() -> frozenset[str]:
    return frozenset(entries("nouns")["stops"].split())


@cache
def _signs() -> dict[str, list[tuple[int, str, str]]]:
    """Currency signs before a number by their last token, longest first: how many tokens, as spelled, code."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    for sign, code in entries("units")["signs"].items():
        tokens = cut(sign).low
        found.setdefault(tokens[-1], []).append((len(tokens), sign, code))
    for rows in found.values():
        rows.sort(key=lambda row: -row[0])
    return found


@cache
def _names() -> dict[str, list[tuple[list[str], list[str], str]]]:
    """Units after a number by their first token, longest first: small letters, as spelled, name."""
    found: dict[str, list[tuple[list[str], list[str], str]]] = {}
    for name, spellings in entries("units").items():
        if name != "signs":
            for spelling in spellings:
                tokens = cut(spelling)
                found.setdefault(tokens.low[0], []).append((tokens.low, tokens.raw, name))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


def sign_before(t: Tokens, at: int) -> tuple[str, int]:
    """The currency whose sign or code ends right before a token, and where it begins; ("", at) if none."""
    if t.word(at - 1) == "#" and t.word(at + 1) in scales():
        return "GBP", at - 1  # "# 13 billion": a pound sign that old wires could not carry
    for size, sign, code in _signs().get(t.word(at - 1), ()):
        first = at - size
        spelled = t.text[t.start[first] : t.end[at - 1]] if first >= 0 else ""
        if spelled == sign:  # "a $5 fine" and "A $5 fine" are no A$, "rs" no Rs
            return code, first
        if len(sign) > 2 and sign[-1] == "$" and spelled.lower() == sign.lower():
            return code, first
    return "", at


def sign_after(t: Tokens, at: int) -> tuple[str, int]:
    """The currency whose sign stands right after a number ("10 €", "5$"), and the token after it; ("", at) if none."""
    if at < t.size and not t.raw[at].isalnum() and not t.word(at + 1)[:1].isdigit():
        for size, _, code in _signs().get(t.raw[at], ()):
            if size == 1:
                return code, at + 1
    return "", at


def unit_at(t: Tokens, at: int, *, glued: bool) -> tuple[str, int]:
    """The unit that begins at a token, and where it ends; ("", at) if none.

    Args:
        glued: whether it is written on to the number ("5km", "five-year"); symbols as short as "m" need that.
    """
    for low, raw, name in _names().get(t.word(at), ()):
        last = at + len(low)
        if t.low[at:last] != low or _is_none(t, t.raw[at], last):
            continue
        symbol = len(raw[0]) <= 2 and len(raw) == 1 and raw[0].isalpha() and raw[0] not in "CF"
        beside = t.word(last) in SIDES or (t.word(last).isdigit() and t.word(last + 1) in SMALLER)
        apart = raw == ["m"] and beside and t.raw[at] == "m"  # "4.6 m long", "1 m 80 cm"
        if symbol and not apart and (t.raw[at] != raw[0] or not (glued or len(raw[0]) == 2)):
            continue
        if len(low) > 1 and low[1] in ("2", "3") and not t.glued(at + 1):
            continue  # "12 m 2 dm" is no area
        if raw[0][0].isupper() and not t.raw[at][0].isupper():
            continue
        if raw in (["C"], ["F"]) and not (t.word(at - 2) in _HEAT_AT and (glued or _ends_measure(t, last))):
            continue
        if name == "second" and t.low[last : last + 2] in _SECOND:
            continue  # "four second-half goals"
        if raw == ["p"] and t.raw[at - 1] in _PIXELS:
            continue
        if raw == ["in"] and (not glued or t.word(last) == "-") and t.word(at - 2) not in ("ft", "foot", "feet"):
            continue
        if (
            name == "fold"
            and low == ["times"]
            and "." not in t.word(at - 1)  # "2.1 times core earnings"
            and not (t.word(last) in _COMPARED or (len(t.word(last)) > 5 and t.word(last).endswith("ier")))
        ):
            return "time", last  # "six times in his career", not "six times as many"
        if name == "quarter" or (name == "point" and t.word(last) in ("out", "man")):
            continue
        return name, last
    return "", at


def _is_none(t: Tokens, sign: str, at: int) -> bool:
    """Whether what looks like a unit is a code of the number behind it, or a quotation mark: "3 USD50 cards"."""
    if sign in _INCHES:
        return t.word(at) not in SIDES  # "10″ long"
    return len(sign) == _CODE and sign.isupper() and t.glued(at) and t.word(at)[:1].isdigit()


def _ends_measure(t: Tokens, at: int) -> bool:
    """Whether nothing follows that a degree's letter could be an initial or a grade of, or a year the number of."""
    word = t.word(at)
    return word in _stops() or word == "onwards" or not (word[:1].isalnum() or word == "-")


def _per_many(t: Tokens, at: int, unit: str) -> tuple[str, int]:
    """The rate on a number, "3 deaths per 1,000 births"; a count with no noun behind it is one of people."""
    many, noun = digits(t.raw[at + 1]), t.word(at + 2)
    if many and noun.isalpha() and noun not in _stops():
        return f"{unit} per {many} {unit_of(noun)}".strip(), at + 3
    if many and (not unit or model_units.kind(unit) == "count"):
        return f"{unit} per {many} person".strip(), at + 2
    return unit, at


def per(t: Tokens, at: int, unit: str) -> tuple[str, int]:
    """The rate that goes on at a token: "15 a year" is "… per year"."""
    word = t.word(at)
    if word == "-" and t.word(at + 1) in ("a", "an", "per") and t.word(at + 2) == "-":
        return f"{unit} per {t.word(at + 3)}", at + 4  # "a $3-a-share offer"
    behind = t.word(at + 1)
    if unit and (
        (word in _MORE and behind in ("a", "an")) or (word in ("for", *_MORE) and behind in ("each", "every"))
    ):
        rate, last = per(t, at + 1, unit)  # "$42 for each share", "$132 more a year"
        return (rate, last) if rate != unit else (unit, at)
    if word not in _PER:
        return unit, at
    if word == "per" and t.word(at + 1)[:1].isdigit():
        return _per_many(t, at, unit)
    name, last = unit_at(t, at + 1, glued=False)
    since = t.word(last) in ("from", "to") and _YEAR.fullmatch(t.word(last + 1)) and _ends_measure(t, last + 2)
    if word not in ("per", "/") and t.word(last) in _NO_RATE and not since:
        return unit, at  # "up to $3m a year earlier", "12 euros a day to 2000 men"; not "$280 million a year from 2021"
    if name and model_units.kind(name) in _PER_KINDS and (word in ("per", "/") or not plural(t.word(at + 1))):
        return f"{unit} per {name}".strip(), last
    noun = t.word(at + 1)
    if noun in ("share", "dozen") and word != "/":  # "$31 a share"
        return f"{unit} per {noun}".strip(), at + 2
    if word == "per" and noun.isalpha() and noun not in _stops():
        return f"{unit} per {'person' if noun in ('head', 'capita') else noun}".strip(), at + 2
    return unit, at


def quake(t: Tokens, first: int, after: int) -> bool:
    """Whether a number is an earthquake's strength: "magnitude 6.1", "6.4 on the Richter scale", "a 5.7 quake"."""
    lead = first - 1
    while lead > first - _FAR and t.word(lead) in _LINKS:
        lead -= 1
    if t.word(lead) == "magnitude" or "richter" in (t.word(after + 1), t.word(after + 2)):
        return True
    return "." in t.word(after - 1) and (t.word(lead) in _QUAKES or t.word(after) in _QUAKES)
