"""The unit of a number: signs and codes before it, units after it, ages, rates."""

from functools import cache
from typing import Final

from reconcile.extract.figures.cardinals import SIDES, digits
from reconcile.extract.figures.nouns import unit_of
from reconcile.extract.figures.tokens import Tokens, cut
from reconcile.lexicon import entries
from reconcile.model import units as model_units

_HEAT_AT: Final = frozenset([
    "-", "−", "–", "minus", "of", "to", "at", "around", "about", "above", "below", "and", "from", "by", "reached",
    "hit", "was", "is",
])  # fmt: skip
_PER: Final = frozenset(["a", "an", "per", "each", "every", "/"])
_COMPARED: Final = frozenset([
    "as", "more", "less", "higher", "lower", "greater", "larger", "bigger", "smaller", "faster", "the", "that",
    "its", "likelier",
])  # fmt: skip
_ENDED: Final = frozenset(["dies", "died", "dead", "die", "dying"])
_AGES: Final = 6  # ages in one list
_LISTED: Final = frozenset(["aged", "ages", ","])
_AGE_BEFORE: Final = frozenset(["aged", "age", "ages"])


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
    if at < len(t) and not t.raw[at].isalnum() and not t.word(at + 1)[:1].isdigit():
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
        if t.low[at:last] != low:
            continue
        symbol = len(raw[0]) <= 2 and len(raw) == 1 and raw[0].isalpha()
        apart = raw == ["m"] and t.word(last) in SIDES and t.raw[at] == "m"  # "4.6 m long"
        if symbol and not apart and (t.raw[at] != raw[0] or not (glued or len(raw[0]) == 2)):
            continue
        if len(low) > 1 and low[1] in ("2", "3") and not t.glued(at + 1):
            continue  # "12 m 2 dm" is no area
        if raw[0][0].isupper() and not t.raw[at][0].isupper():
            continue
        if raw[0] in ("C", "F") and len(raw) == 1 and t.word(at - 2) not in _HEAT_AT:
            continue
        if raw == ["in"] and (not glued or t.word(last) == "-"):
            continue
        if (
            name == "fold"
            and low == ["times"]
            and not (t.word(last) in _COMPARED or (len(t.word(last)) > 5 and t.word(last).endswith("ier")))
        ):
            return "time", last  # "six times in his career", not "six times as many"
        if name == "quarter" or (name == "point" and t.word(last) in ("out", "man")):
            continue
        return name, last
    return "", at


def per(t: Tokens, at: int, unit: str) -> tuple[str, int]:
    """The rate that goes on at a token: "15 a year" is "… per year", "3 per 100,000" stays as it is."""
    word = t.word(at)
    if word not in _PER:
        return unit, at
    if word == "per" and t.word(at + 1)[:1].isdigit():  # "9 cases per 100,000 people"
        many = digits(t.raw[at + 1])
        noun = t.word(at + 2) if t.word(at + 2).isalpha() else ""
        return (f"{unit} per {many} {unit_of(noun)}".strip(), at + 3) if many and noun else (unit, at)
    name, last = unit_at(t, at + 1, glued=False)
    if word != "per" and t.word(last) in ("earlier", "later", "ago", "before", "after", "old", "from", "to", "of", "-"):
        return unit, at  # "up to $3m a year earlier"
    timed = name and model_units.kind(name) in ("time", "length", "area", "mass", "volume")
    singular = t.word(at + 1) == name or t.word(at + 1) in (
        "hour",
        "litre",
        "liter",
        "gallon",
        "head",
        "person",
        "capita",
    )
    if timed and singular:
        return f"{unit} per {name}".strip(), last
    if word in ("a", "each") and t.word(at + 1) in ("share", "barrel", "tonne", "ton", "ounce", "gallon", "litre"):
        return f"{unit} per {t.word(at + 1)}".strip(), at + 2  # "$31 a share"
    if word == "per" and t.word(at + 1) in ("head", "person", "capita", "share", "household", "barrel"):
        return f"{unit} per {'person' if t.word(at + 1) in ('head', 'capita') else t.word(at + 1)}".strip(), at + 2
    return unit, at


def age_around(t: Tokens, first: int, last: int) -> bool:
    """Whether a bare number is somebody's age: "aged 19, 23 and 40", "the mayor, 58, won", "Ali Khan, 17, who"."""
    for _ in range(_AGES):
        if t.word(first - 1) in (",", "and") and t.word(first - 2).isdigit() and t.word(first - 3) in _LISTED:
            first -= 2
    if t.word(first - 1) in _AGE_BEFORE or (t.word(first - 1) == "of" and t.word(first - 2) == "age"):
        return True
    if t.word(first - 1) == "at" and _ENDED.intersection(t.low[max(0, first - 6) : first]):  # "died Thursday at 91"
        return (
            len(t.word(first)) <= 3
            and t.word(first).isdigit()
            and t.word(last) in (".", ",", "", ";", "in", "on", "of")
        )
    if t.word(first - 1) in ("was", "is", "turned", "turns", "’s", "'s") and t.word(first - 2) in ("he", "she", "who"):
        return t.word(last) in (".", ",", "when", "and", "at", "in", "on", "", ";")  # "She was 85."
    if t.word(first - 1) != "," or t.word(last) not in (",", ".", ";", ")") or last != first + 1:
        return False
    who = t.raw[first - 2] if first > 1 else ""
    if who == "." and t.word(first - 3) in ("jr", "sr"):  # "Tom Reed Jr., 49,"
        return True
    value = t.word(first)
    if not (value.isdigit() and 1 <= int(value) <= 110 and len(value) <= 3):
        return False
    before = t.word(first - 3)
    listed = t.word(first - 2)[:1].isdigit() or t.word(last + 1)[:1].isdigit()
    return (
        not listed and bool(who) and (who[0].isupper() or before in ("the", "a", "an", "his", "her")) and who.isalpha()
    )


def quake(t: Tokens, first: int, after: int) -> bool:
    """Whether a number is the strength of an earthquake: "a magnitude of 6.1", "measuring 6.4 on the Richter scale"."""
    lead = first - 1 - (t.word(first - 1) in ("-", "of"))
    return t.word(lead) == "magnitude" or "richter" in (t.word(after + 1), t.word(after + 2))
