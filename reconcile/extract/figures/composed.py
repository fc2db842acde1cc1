"""A number told in several words: "two hundred and six thousand", "3 hundred and 21", and where it ends.

In: tokens, the first part and its value. Out: the whole number, which stops before the other end of a range.
"""

from decimal import Decimal
from typing import Final

from reconcile.extract.figures.amounts import Number, parts, plural_scales, scales, words
from reconcile.extract.figures.tokens import Tokens

_CEILING: Final = Decimal("1e30")  # "hundred hundred hundred …" is no number, and what it came to could not be divided


def composed(t: Tokens, first: int, last: int, part: Decimal) -> Number:
    """Compose "two hundred and six thousand": below a thousand is gathered, a greater scale multiplies it.

    Args:
        last: the token after the first part.
        part: its value.
    """
    total, scale, ceiling = Decimal(0), Decimal(1), _CEILING
    while True:
        word = t.word(last)
        if word in plural_scales():
            by = plural_scales()[word]
            if word == "lakh" and t.word(last + 1) == "crore":  # "3 lakh crore"
                by, last = by * plural_scales()["crore"], last + 1
            if by >= ceiling or part < 0 or part * by >= _CEILING:
                break
            scale = max(scale, by) if by >= 100 else scale
            if by >= 1000:
                total, part, ceiling = total + part * by, Decimal(-1), by
            else:
                part *= by
            last += 1
            continue
        step = 1 if word in ("and", "-") else 0
        if word == "-" and not (part % 10 == 0 and part % 100 >= 20) and t.word(last + 1) not in scales():
            break
        if word == "-" and t.word(last + 1) in scales() and t.glued(last) and t.glued(last + 1):
            last += 1
            continue
        more = _piece(t, last + step)
        if more is not None and step == 0 and t.raw[first][0].isdigit() and not t.raw[last][0].isdigit():
            break  # "up from 3.9 million four years ago"
        if more is None or not _fits(part, more, total, joined=word == "and"):
            break
        if word == "and" and _other(t, first, last, part, ceiling):
            break
        part = max(part, Decimal(0)) + more
        last += step + 1
    value = total + max(part, Decimal(0))
    return Number(first, last, value, value, scaled=scale, rule="digits" if t.raw[first][0].isdigit() else "words")


def _other(t: Tokens, first: int, last: int, part: Decimal, ceiling: Decimal) -> bool:
    """Whether what stands behind the "and" at a token is another number."""
    ahead = plural_scales().get(t.word(last + 2), Decimal(0))
    if t.word(last + 2) in parts():
        return True  # "six million and two thirds"
    if part >= 0 and 100 <= ahead < 1000:
        return True  # "3 hundred and 2 hundred"
    return _scale_ahead(t, last + 1) >= ceiling or _parted(t, first, last)  # "six million and nine million"


def _scale_ahead(t: Tokens, at: int) -> Decimal:
    """The scale of a thousand or more that ends the number at a token; 0 where there is none."""
    scale = Decimal(0)
    while t.word(at) in words() or t.word(at) in plural_scales() or t.word(at) == "-" or t.word(at).isdecimal():
        scale = max(scale, plural_scales().get(t.word(at), Decimal(0)))
        at += 1
    return scale if scale >= 1000 else Decimal(0)


def _parted(t: Tokens, first: int, last: int) -> bool:
    """Whether the "and" at a token parts the two ends of "between", and no later one does."""
    return t.word(first - 1) == "between" and "and" not in t.low[last + 1 : last + 6]


def _piece(t: Tokens, at: int) -> Decimal | None:
    """A number word, or digits below a thousand after a scale ("3 hundred and 21")."""
    word = t.word(at)
    if word in words():
        return words()[word]
    return Decimal(word) if word.isdecimal() and len(word) <= 3 and t.word(at - 1) in ("and", *scales()) else None


def _fits(part: Decimal, more: Decimal, total: Decimal, *, joined: bool) -> bool:
    """Whether a piece goes on a number: "twenty" + "one", "two hundred" + "six", "two thousand" + "six"."""
    if more == 0:
        return False
    if part < 0:
        return total > 0
    if part % 100 == 0:
        return part > 0 and more < 100
    return not joined and part % 10 == 0 and part % 100 >= 20 and more < 10
