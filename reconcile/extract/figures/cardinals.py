"""Whole and decimal numbers in digits and words: "1,250", "2.3bn", "two hundred and six", "3 hundred and 21", "-5"."""

import re
from decimal import Context, Decimal
from functools import lru_cache
from typing import Final

from reconcile.extract.figures.amounts import Number, parts, plural_scales, ratio, scales, short_scales, words
from reconcile.extract.figures.composed import composed
from reconcile.extract.figures.nouns import person, plural
from reconcile.extract.figures.tokens import Tokens
from reconcile.lexicon import entries

_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")
_DOTTED: Final = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")  # "1.234.567": one dot alone would be a decimal
_SPACED: Final = re.compile(r"\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3})+(?:\.\d+)?")
_PLAIN: Final = re.compile(r"\d*\.?\d+")
_MIXED: Final = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}")  # "1.234,5"
_COMMA: Final = re.compile(r"\d+,\d{1,2}")  # "1,3": a decimal comma
_MAX_DIGITS: Final = 30  # no newspaper counts further; what is longer is an id
_POWERS: Final = frozenset(["x", "×", "e"])
_MAX_POWER: Final = 2  # digits of a power of ten
_PRECISE: Final = Context(prec=15)
MINUS: Final = ("-", "−")
_SIGNS: Final = (*MINUS, "minus", "negative")
SIDES: Final = frozenset([
    "tall", "high", "long", "wide", "deep", "away", "below", "above", "from", "off", "x", "hurdles", "sprint",
    "freestyle", "down", "into", "apart", "underground", "underwater", "offshore", "north", "south", "east", "west",
    "backstroke", "butterfly", "breaststroke", "relay", "race", "diameter", "pool", "track",
])  # fmt: skip
_DAYS: Final = frozenset(name for row in entries("holidays") for name in row["names"])  # "9/11"
_TIMES: Final = frozenset(["x", "×", "by"])
SMALLER: Final = frozenset(["cm", "dm", "mm"])
_RUN: Final = frozenset(
    ["ran", "run", "runs", "running", "swam", "swim", "swims", "swimming", "walked", "dived", "climbed"]
)
_EXTENTS: Final = frozenset(
    ["depth", "height", "length", "width", "altitude", "elevation", "distance", "waves", "swells"]
)
_METRES: Final = ("m", "metres", "meters")
_MANY: Final = frozenset([
    *entries("dropped")["many_people"].split(), *entries("people")["said_of_people"], "strong", "pound", "dollar",
    "euro", "tonne", "ton", "barrel", "hectare", "acre", "year", "mile", "km", "litre",
])  # fmt: skip
_ARTICLES: Final = frozenset(["a", "an", "the", "his", "her"])
_VULGAR: Final = {
    "½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333333", "⅔": "0.666667", "⅕": "0.2", "⅖": "0.4", "⅗": "0.6",
    "⅘": "0.8", "⅙": "0.166667", "⅚": "0.833333", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875",
}  # fmt: skip


def digits(raw: str) -> Decimal | None:
    """The value of a digit token; None where it is no number ("1,2,3")."""
    return None if len(raw) > _MAX_DIGITS else _value(raw)


@lru_cache(maxsize=1 << 12)
def _value(raw: str) -> Decimal | None:
    if raw in _VULGAR:
        return Decimal(_VULGAR[raw])
    if not raw[0].isdecimal() and raw[0] != ".":
        return None
    if _PLAIN.fullmatch(raw):
        return Decimal(raw)
    if _GROUPED.fullmatch(raw):
        return Decimal(raw.replace(",", ""))
    if _SPACED.fullmatch(raw):
        return Decimal(re.sub(r"[^\d.]", "", raw))
    if _MIXED.fullmatch(raw):
        return Decimal(raw.replace(".", "").replace(",", "."))
    if _COMMA.fullmatch(raw):
        return Decimal(raw.replace(",", "."))
    return Decimal(raw.replace(".", "")) if _DOTTED.fullmatch(raw) else None


def cardinal(t: Tokens, at: int, *, money: bool) -> Number | None:
    """The number at a token, with its fraction if it has one: "two and a half million".

    Args:
        money: whether a currency sign stands before it: then "3 m" and "3 b" are scales even with a blank.
    """
    if t.low[at] in _SIGNS:
        return _negative(t, at, money=money)
    n = _from_digits(t, at, money=money) if t.raw[at][0].isnumeric() or t.raw[at][0] == "." else _from_words(t, at)
    return n and with_fraction(t, n)


def _negative(t: Tokens, at: int, *, money: bool) -> Number | None:
    """Such as "minus five", "-36": a sign is glued to its number and to nothing else."""
    if at + 1 >= t.size or t.low[at + 1] in _SIGNS or (t.word(at - 1) == "or" and t.word(at - 2) == "plus"):
        return None  # also "plus or minus 3 points"
    if t.raw[at] in MINUS and not negates(t, at):
        return None
    n = cardinal(t, at + 1, money=money)
    return n and n._replace(first=at, low=-n.low, high=-n.high)


def negates(t: Tokens, at: int) -> bool:
    """Whether a sign is a minus: glued to the digits after it, and to nothing before it but "<" and ">"."""
    if not t.glued(at + 1) or not t.raw[at + 1][0].isdigit() or t.word(at - 1)[:1].isdigit():
        return False
    return not t.glued(at) or t.raw[at - 1] in "<>"


def _from_digits(t: Tokens, at: int, *, money: bool) -> Number | None:
    value = digits(t.raw[at])
    if value is None:
        return None
    last = at + 1
    if t.word(last) == "/" and t.glued(last) and t.glued(last + 1) and t.word(last + 1).isdecimal():
        below = Decimal(t.word(last + 1))
        if below <= value or f"{t.word(at)}/{t.word(last + 1)}" in _DAYS:
            return None
        return Number(at, last + 2, ratio(value, below), ratio(value, below), share=True, rule="fraction")
    if t.raw[last : last + 1] and t.raw[last] in _VULGAR:
        value, last = value + Decimal(_VULGAR[t.raw[last]]), last + 1
    elif t.word(last).isdecimal() and t.word(last + 1) == "/" and t.glued(last + 2) and t.word(last + 2).isdecimal():
        below = Decimal(t.word(last + 2))  # "2 1/2"
        if below:
            value += ratio(Decimal(t.word(last)), below)
            last += 3
    raised = _raised(t, last, value) if t.word(last) == "^" else None
    if raised is not None:
        return Number(at, raised[1], raised[0], raised[0], rule="power")
    power = _power(t, last, raw=t.raw[at]) if t.word(last) in _POWERS else None
    if power is not None:
        grown = value.scaleb(power[0])
        return Number(at, power[1], grown, grown, rule="power of ten")
    short = short_scales().get(t.word(last))
    if t.word(last) == "mm" and money:
        short = Decimal(1_000_000)
    metres = t.word(last) == "m" and not money and _metres(t, at, last)
    if short and not metres and (t.glued(last) or (money and t.word(last) not in ("b", "k"))):
        return Number(at, last + 1, value * short, value * short, scaled=short)
    hyphen = t.word(last) == "-" and t.word(last + 1) in scales()
    if t.word(last + hyphen) not in plural_scales():
        return Number(at, last, value, value, rule="fraction" if t.raw[at] in _VULGAR else "digits")
    return composed(t, at, last + hyphen, value)


def _metres(t: Tokens, at: int, last: int) -> bool:
    """Whether "m" on a number is a length: "a 3m wave", "the 1,500m final", "30m deep", "(1,200m)", "3m x 4m"."""
    before, after = t.word(at - 1), t.word(last + 1)
    if after in ("2", "3") and t.glued(last + 1):  # "24703m2"
        return True
    side = t.word(last + 2) if after == "-" else after
    if t.word(last + 2) in SMALLER or before in _RUN or (before == "of" and t.word(at - 2) in _EXTENTS):
        return True  # "1m 80cm", "ran 100m", "a depth of 30m"
    crossed = (before in _TIMES and (t.word(at - 2) in _METRES or t.word(at - 2).isdigit())) or (
        after in _TIMES and t.word(last + 3) in _METRES
    )
    one = before in _ARTICLES and side.isalpha() and side not in _MANY and not (plural(side) or person(side))
    return side in SIDES or crossed or one or (before, after) == ("(", ")") or "," in t.raw[at]


def _raised(t: Tokens, at: int, value: Decimal) -> tuple[Decimal, int] | None:
    """A number to the power that stands at a token, and the token after it: "10^6", "2.5^-1"."""
    if not t.glued(at) or value <= 0:
        return None
    signed = t.word(at + 1) in ("-", "−", "+")
    digit = t.word(at + 1 + signed)
    if not digit.isdecimal() or len(digit) > _MAX_POWER or int(digit) * abs(value.adjusted() + 1) > _MAX_DIGITS:
        return None
    exponent = -int(digit) if signed and t.word(at + 1) != "+" else int(digit)
    return _PRECISE.power(value, exponent), at + 2 + signed


def _power(t: Tokens, at: int, raw: str) -> tuple[int, int] | None:
    """The power of ten at a token, and the token after it: "1.3 x 10^6", "1.3e6"; "7e7" is a name."""
    times = t.word(at) in ("x", "×") and t.word(at + 1) == "10" and t.word(at + 2) == "^"
    short = t.word(at) == "e" and t.glued(at) and t.glued(at + 1)
    first = at + 3 if times else at + 1
    minus = t.word(first) in ("-", "−")
    digit = t.word(first + (minus or t.word(first) == "+"))
    last = first + 1 + (minus or t.word(first) == "+")
    if not (times or short) or not digit.isdecimal() or len(digit) > _MAX_POWER:
        return None
    if short and not (minus or "." in raw or len(digit) == _MAX_POWER):
        return None
    return (-int(digit) if minus else int(digit)), last


def _from_words(t: Tokens, at: int) -> Number | None:
    if t.low[at] in scales():
        return composed(t, at, at, Decimal(1)) if t.word(at + 1) in scales() else None  # "hundred thousand dollars"
    if t.low[at] not in words():
        return None
    n = composed(t, at, at + 1, words()[t.low[at]])
    if t.word(n.last) != "point" or t.word(n.last + 1) not in words():
        return n
    last, places = n.last + 1, ""
    while t.word(last) in words():
        value = words()[t.word(last)]
        tens = value >= 20 and t.word(last + 1 + (t.word(last + 1) == "-")) in words()
        if tens:
            last += 1 + (t.word(last + 1) == "-")
            value += words()[t.word(last)]
        places, last = places + str(value), last + 1
    value = n.low + Decimal(f"0.{places}")
    scale = scales().get(t.word(last), Decimal(1))
    last += scale > 1
    return Number(at, last, value * scale, value * scale, scaled=scale, rule="words")


def _decimal_part(t: Tokens, at: int, n: Number) -> Number | None:
    """The number with what is told of a unit behind it: "two and fifty-four hundredths"."""
    tens = words().get(t.word(at), Decimal(0))
    ones = at + 1 + (t.word(at + 1) == "-")
    below = parts().get(t.word(ones + 1), Decimal(0))
    if tens < 20 or tens % 10 or not 0 < words().get(t.word(ones), Decimal(0)) < 10 or below < 100:
        return None
    value = n.low + ratio(tens + words()[t.word(ones)], below)
    return n._replace(last=ones + 2, low=value, high=value, rule="words")


def with_fraction(t: Tokens, n: Number) -> Number:
    """Such as "two and a half", "3 million and a quarter", "two and a half million", "twenty-three fifths"."""
    at = n.last
    if t.word(at) in parts() and t.word(at).endswith("s") and n.rule == "words" and n.low > 0:
        value = ratio(n.low, parts()[t.word(at)])
        if t.word(at) != "quarters" or value < 1:
            return Number(n.first, at + 1, value, value, share=value < 1, rule="fraction")
    if t.low[at : at + 6 : 2] == ["-", "-", "-"] and t.word(at + 1) == "and" and t.word(at + 5) == "half":
        return n._replace(
            last=at + 6, low=n.low + Decimal("0.5"), high=n.high + Decimal("0.5")
        )  # "four-and-a-half-year"
    if t.word(at) != "and":
        return n
    if more := _decimal_part(t, at + 1, n):
        return more
    one = t.word(at + 1) in ("a", "one")
    above = Decimal(1) if one else words().get(t.word(at + 1))
    below = parts().get(t.word(at + 1 + (above is not None)))
    if below is None or (above is None and t.word(at + 1) != "half"):
        return n
    last = at + 2 + (above is not None)
    if (
        one
        and t.word(last - 1) not in ("half", "quarter")
        and t.word(last)[:1].isalpha()
        and t.word(last) not in scales()
    ):
        return n  # "two and a third man"
    share = ratio(above or Decimal(1), below)
    by = scales().get(t.word(last), Decimal(1))
    if by > 1:
        value = (n.low + share) * by if n.scaled == 1 else n.low + share * by
        return n._replace(last=last + 1, low=value, high=value, scaled=max(by, n.scaled))
    value = n.low + share * (n.scaled if n.scaled >= 1000 else 1)
    return n._replace(last=last, low=value, high=value)
