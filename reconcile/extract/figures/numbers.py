"""The bare number at a token: digits, number words, fractions, vague magnitudes; without hedge or unit.

1,250   2.3bn   $1.5 million   two hundred and six   half a million   three dozen   a couple of hundred
two-thirds   a third of   one in five   tens of thousands   several hundred   a handful of
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from reconcile.extract.figures.tokens import Tokens
from reconcile.lexicon import entries

_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")
_DOTTED: Final = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")  # "1.234.567": one dot alone would be a decimal
_PLAIN: Final = re.compile(r"\d+(?:\.\d+)?")
MAX_DIGITS: Final = 30  # no newspaper counts further; what is longer is an id


@dataclass(frozen=True, slots=True)
class Number:
    """A number at tokens [first, last).

    Attributes:
        low, high: equal for one number; the ends of a vague magnitude otherwise.
        share: whether it is a fraction of something ("two-thirds of").
        scaled: whether a scale word stands in it ("million"): a range's first number may borrow it.
        about: whether the words themselves say that it is not exact ("a couple of hundred").
        unit: a unit that the words bring with them ("decades").
    """

    first: int
    last: int
    low: Decimal
    high: Decimal
    share: bool = False
    scaled: Decimal = Decimal(1)
    about: bool = False
    unit: str = ""
    rule: str = "digits"

    @property
    def vague(self) -> bool:
        """Whether only the magnitude is said."""
        return self.low != self.high


@cache
def words() -> dict[str, Decimal]:
    """Number words below a hundred."""
    return {word: Decimal(value) for word, value in entries("numbers")["words"].items()}


@cache
def scales() -> dict[str, Decimal]:
    """Words that multiply what stands before them."""
    return {word: Decimal(value) for word, value in entries("numbers")["scales"].items()}


@cache
def _short() -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in entries("numbers")["short_scales"].items()}


@cache
def _fractions() -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in entries("numbers")["fractions"].items()}


@cache
def _vague() -> dict[str, list[tuple[list[str], Decimal, Decimal]]]:
    """Vague phrases by their first word, longest first."""
    found: dict[str, list[tuple[list[str], Decimal, Decimal]]] = {}
    for row in sorted(entries("numbers")["vague"], key=lambda row: -len(row["say"])):
        phrase = row["say"].split()
        found.setdefault(phrase[0], []).append((phrase, Decimal(row["low"]), Decimal(row["high"])))
    return found


@cache
def starters() -> frozenset[str]:
    """Words that may open a number."""
    few = entries("numbers")["few"]
    return frozenset((*words(), *scales(), *_vague(), *few, "half", "a", "an", "decades", "three", "couple"))


def digits(raw: str) -> Decimal | None:
    """The value of a digit token; None where it is no number ("1,2,3")."""
    if len(raw) > MAX_DIGITS:
        return None
    if _PLAIN.fullmatch(raw):
        return Decimal(raw)
    if _GROUPED.fullmatch(raw):
        return Decimal(raw.replace(",", ""))
    return Decimal(raw.replace(".", "")) if _DOTTED.fullmatch(raw) else None


def number(t: Tokens, at: int, *, money: bool = False) -> Number | None:
    """The number that begins at a token, or None.

    Args:
        money: whether a currency sign stands before it: then "3m" and "3 b" are scales even with a blank.
    """
    first = t.raw[at]
    if first[0].isdigit():
        return _from_digits(t, at, money=money)
    low = t.low[at]
    if low not in starters():
        return None
    return _vague_at(t, at) or _few(t, at) or _fraction(t, at) or _article(t, at) or _from_words(t, at)


def _from_digits(t: Tokens, at: int, *, money: bool) -> Number | None:
    value = digits(t.raw[at])
    if value is None:
        return None
    last = at + 1
    if t.word(last) == "/" and t.glued(last) and t.glued(last + 1) and t.word(last + 1).isdigit():
        below = Decimal(t.word(last + 1))
        return (
            Number(at, last + 2, value / below, value / below, share=True, rule="fraction") if below > value else None
        )
    if t.word(last).isdigit() and t.word(last + 1) == "/" and t.glued(last + 2) and t.word(last + 2).isdigit():
        below = Decimal(t.word(last + 2))  # "2 1/2"
        if below:
            value += Decimal(t.word(last)) / below
            last += 3
    scale = Decimal(1)
    short = _short().get(t.word(last))
    if short and (t.glued(last) or (money and t.word(last) not in ("b", "k"))):
        scale, last = short, last + 1
    else:
        last += t.word(last) == "-" and t.word(last + 1) in scales()
        while t.word(last) in scales():
            scale *= scales()[t.word(last)]
            last += 1
        last -= t.word(last - 1) == "-"
    return Number(at, last, value * scale, value * scale, scaled=scale)


def _from_words(t: Tokens, at: int) -> Number | None:
    """Compose "two hundred and six thousand": below a thousand is gathered, a greater scale multiplies it."""
    total, part, last, scale = Decimal(0), Decimal(-1), at, Decimal(1)
    while True:
        word = t.word(last)
        if word in words() and (part < 0 or _fits(part, words()[word])):
            part = max(part, Decimal(0)) + words()[word]
        elif word in scales() and last > at:
            by = scales()[word]
            if by >= 1000:
                total, part, scale = total + max(part, Decimal(1)) * by, Decimal(-1), by
            else:
                part, scale = max(part, Decimal(1)) * by, max(scale, by)
        elif word in ("and", "-") and last > at and _goes_on(t, last, total, part):
            last += 1
            continue
        else:
            break
        last += 1
    if last == at:
        return None
    if t.word(last - 1) in ("and", "-"):
        last -= 1
    value = total + max(part, Decimal(0))
    return Number(at, last, value, value, scaled=scale, rule="words")


def _fits(part: Decimal, word: Decimal) -> bool:
    """Whether a word goes on a number: "twenty" + "one", "two hundred" + "six"."""
    return (part % 100 == 0 and part > 0) or (part % 10 == 0 and part % 100 >= 20 and 0 < word < 10)


def _goes_on(t: Tokens, at: int, total: Decimal, part: Decimal) -> bool:
    """Whether "and" or a hyphen binds two parts of one number ("two hundred and six", "twenty-one")."""
    after = t.word(at + 1)
    if t.word(at) == "-":
        return (
            t.glued(at)
            and t.glued(at + 1)
            and (after in scales() or (after in words() and _fits(part, words()[after])))
        )
    hundreds = part >= 100 and part % 100 == 0
    return after in words() and (hundreds or (part < 0 and total > 0))


def _vague_at(t: Tokens, at: int) -> Number | None:
    for phrase, low, high in _vague().get(t.low[at], ()):
        if t.low[at : at + len(phrase)] == phrase:
            last = at + len(phrase)
            if t.low[at] == "scores" and t.word(last) != "of":
                return None  # "scores" is a verb and a result besides
            return Number(at, last, low, high, rule="vague magnitude")
    if t.low[at] == "decades":  # at least two, below ten: 20 to 99 years
        return Number(at, at + 1, Decimal(20), Decimal(99), unit="year", rule="vague magnitude")
    return None


def _few(t: Tokens, at: int) -> Number | None:
    """ "several hundred", "a few thousand", "a couple of hundred", "a couple of people"."""
    start = at + (t.low[at] == "a" and t.word(at + 1) in ("few", "couple"))
    word = t.word(start)
    if word == "couple" and start > at:
        last = start + 1 + (t.word(start + 1) == "of")
        scale = Decimal(1)
        while t.word(last) in scales():
            scale *= scales()[t.word(last)]
            last += 1
        if last == start + 1:
            return None  # the young couple
        return Number(at, last - (scale == 1), 2 * scale, 2 * scale, about=True, scaled=scale, rule="a couple")
    around = entries("numbers")["few"].get(word)
    if around is None or (word == "few" and start == at):
        return None
    scale, last = Decimal(1), start + 1
    while t.word(last) in scales() and t.word(last) not in ("dozen", "score"):
        scale *= scales()[t.word(last)]
        last += 1
    if t.word(last) == "dozen":
        scale, last = scale * 12, last + 1
    if scale == 1 or word == "some":
        return None
    return Number(at, last, Decimal(around[0]) * scale, Decimal(around[1]) * scale, rule="several of a scale")


def _fraction(t: Tokens, at: int) -> Number | None:
    """ "two-thirds", "a third of", "half of", "half a million", "one in five", "three quarters"."""
    word = t.low[at]
    if word == "half":
        return _half(t, at)
    after = at + 1 + (t.word(at + 1) == "-")
    below = _fractions().get(t.word(after))
    if word in ("a", "an", "one") and below and (t.word(after + 1) == "of" or t.word(after) == "half"):
        if t.word(after) == "half" and t.word(after + 1) not in ("of", "million", "billion", "hour"):
            return None
        value = 1 / below
        return Number(at, after + 1, value, value, share=True, rule="fraction")
    if word in words() and word != "one" and below and (t.word(after).endswith("s") or t.word(after + 1) == "of"):
        value = words()[word] / below
        if word != "zero" and value < 1:
            return Number(at, after + 1, value, value, share=True, rule="fraction")
    if word in words() and t.word(at + 1) in ("in", "of", "out") and t.word(at + 1) != "of":
        return _one_in(t, at)
    return None


def _half(t: Tokens, at: int) -> Number | None:
    half = Decimal("0.5")
    last = at + 1 + (t.word(at + 1) in ("a", "an", "-"))
    if t.word(last) in scales():
        value = half * scales()[t.word(last)]
        return Number(at, last + 1, value, value, scaled=scales()[t.word(last)], rule="half a scale")
    if last > at + 1 and t.word(last) in ("hour", "day", "year", "century", "mile", "decade", "ton", "minute"):
        return Number(at, last, half, half, rule="half a unit")
    if t.word(at + 1) in ("of", "the", "its", "their", "all") and t.word(at - 1) not in (
        "first",
        "second",
        "other",
        "-",
    ):
        return Number(at, at + 1, half, half, share=True, rule="fraction")
    return None


def _one_in(t: Tokens, at: int) -> Number | None:
    """ "one in five", "three out of four"."""
    last = at + 2 + (t.word(at + 1) == "out" and t.word(at + 2) == "of")
    if t.word(at + 1) == "out" and t.word(at + 2) != "of":
        return None
    below = words().get(t.word(last)) or (digits(t.raw[last]) if t.word(last)[:1].isdigit() else None)
    above = words()[t.low[at]]
    if (
        below is None
        or not 0 < above < below
        or t.word(last + 1) in ("-", "million", "minutes", "hours", "days", "years")
    ):
        return None
    return Number(at, last + 1, above / below, above / below, share=True, rule="one in so many")


def _article(t: Tokens, at: int) -> Number | None:
    """ "a hundred", "a dozen", "a million": the article counts as one; alone it is no number."""
    if t.low[at] not in ("a", "an"):
        return None
    after = at + 1 + (t.word(at + 1) == "-")
    if t.word(after) not in scales() or t.word(after) == "score":
        return None
    value, last = Decimal(1), after
    while t.word(last) in scales():
        value *= scales()[t.word(last)]
        last += 1
    return Number(at, last, value, value, scaled=value, rule="words")
