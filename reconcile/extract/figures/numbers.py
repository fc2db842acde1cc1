"""The number at a token: a fraction, a vague magnitude or a cardinal; without hedge or unit.

half a million   three dozen   a couple of hundred   two-thirds   a third of   one in five   tens of thousands
several hundred   a handful of   tenfold
"""

from decimal import Decimal
from typing import Final

from reconcile.extract.figures.amounts import Number, parts, ratio, scales, starters, vague, words
from reconcile.extract.figures.cardinals import cardinal, with_fraction
from reconcile.extract.figures.multiples import multiple
from reconcile.extract.figures.odds import odds
from reconcile.extract.figures.tokens import Tokens
from reconcile.extract.figures.units import unit_at
from reconcile.lexicon import entries

_HALVED: Final = frozenset(["percentage"])  # besides the units
_OF_POINTS: Final = frozenset(["point", "percentage"])
_AFTER_PART: Final = frozenset(["more", "less", "fewer", "higher", "lower", "were", "are", "have"])
_BE: Final = frozenset(["is", "was", "has", "had", "will", "would", "said", "say", "did", "do", "can", "could"])
_STANDS_BY: Final = frozenset(["in", "on", "to", "from", "since", "during", "this", "last", "over", "between", "after"])
_BY_HALF: Final = frozenset(["than", "about", "nearly", "almost", "around", "roughly", "least", "by"])
_SPANS: Final = frozenset(["seconds", "minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries"])


def number(t: Tokens, at: int, *, money: bool = False) -> Number | None:
    """The number that begins at a token, or None.

    Args:
        money: whether a currency sign stands before it: then "3m" and "3 b" are scales even with a blank.
    """
    if t.low[at] not in starters():
        numeric = t.raw[at][0].isnumeric() or t.raw[at][0] == "."
        return (odds(t, at) or cardinal(t, at, money=money)) if numeric and t.raw[at] != "." else None
    return (
        _vague_at(t, at)
        or _few(t, at)
        or multiple(t, at)
        or _fraction(t, at)
        or _article(t, at)
        or cardinal(t, at, money=money)
    )


def _vague_at(t: Tokens, at: int) -> Number | None:
    for phrase, low, high in vague().get(t.low[at], ()):
        if t.low[at : at + len(phrase)] == phrase:
            last = at + len(phrase)
            if t.low[at] == "scores" and t.word(last) not in ("of", "more") and not _people(t, at):
                return None  # "scores" is a verb and a result besides
            return Number(at, last, low, high, rule="vague magnitude")
    if t.low[at] == "decades":  # at least two, below ten: 20 to 99 years
        return Number(at, at + 1, Decimal(20), Decimal(99), unit="year", rule="vague magnitude")
    if t.low[at] == "centuries":
        return Number(at, at + 1, Decimal(200), Decimal(999), unit="year", rule="vague magnitude")
    return None


def _people(t: Tokens, at: int) -> bool:
    """Whether "scores" are people: "Scores were arrested", "killing scores", not "the scores were read out"."""
    opens = t.starts_sentence(at) or t.word(at - 1) in entries("people")["done_to_people"]
    after = at + 1 + (t.word(at + 1) in ("were", "are", "have", "feared"))
    return opens and t.word(after + (t.word(after) == "been")) in entries("people")["said_of_people"]


def _few(t: Tokens, at: int) -> Number | None:
    """Such as "several hundred", "a few thousand", "a couple of hundred", "a couple of people"."""
    if t.low[at : at + 3] == ["a", "pair", "of"] and t.word(at + 3) not in entries("numbers")["paired"]:
        return Number(at, at + 2, Decimal(2), Decimal(2), rule="a pair")
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
    if scale == 1 and (word not in ("several", "few") or t.word(last) not in _SPANS):
        return None
    if word == "some":
        return None
    return Number(at, last, Decimal(around[0]) * scale, Decimal(around[1]) * scale, rule="several of a scale")


_RANKS: Final = {"first": Decimal(1), "second": Decimal(2)}  # that are no parts by themselves


def _fraction(t: Tokens, at: int) -> Number | None:
    """Such as "two-thirds", "a third of", "half of", "half a million", "one in five", "three quarters"."""
    word = t.low[at]
    if word == "half":
        return _half(t, at)
    if (word in words() or word in ("a", "quarter")) and (scaled := _of_scale(t, at)):
        return scaled
    after = at + 1 + (t.word(at + 1) == "-")
    below = parts().get(t.word(after))
    if word in ("a", "an", "one") and below and _ends_fraction(t, after):
        value = ratio(Decimal(1), below)
        return Number(at, after + 1, value, value, share=True, rule="fraction")
    if word in words() and word != "one" and below and (t.word(after).endswith("s") or t.word(after + 1) == "of"):
        value = ratio(words()[word], below)
        if word != "zero" and value < 1:
            return Number(at, after + 1, value, value, share=True, rule="fraction")
    return _small_part(t, at) or odds(t, at) if word in words() else None


def _small_part(t: Tokens, at: int) -> Number | None:
    """Such as "one twenty-fifth of", "three twenty-firsts"; not "one twenty-first century mill"."""
    tens, last = words().get(t.word(at + 1), Decimal(0)), at + 2 + (t.word(at + 2) == "-")
    name = t.word(last)
    ones = parts().get(name) or _RANKS.get(name.removesuffix("s"), Decimal(0))
    if tens % 10 or tens < 20 or not 0 < ones < 10:
        return None
    above, ends = words()[t.low[at]], t.word(last + 1) == "of" or not t.word(last + 1)[:1].isalnum()
    if not (name.endswith("s") if above > 1 else ends and t.word(at + 2) == "-") or name == "seconds":
        return None
    value = ratio(above, tens + ones)
    return Number(at, last + 1, value, value, share=True, rule="fraction")


def _of_scale(t: Tokens, at: int) -> Number | None:
    """Such as "a quarter million", "three quarters of a million", "two thirds of a million"."""
    above = Decimal(1) if t.low[at] in ("a", "quarter") else words()[t.low[at]]
    after = at + (t.low[at] != "quarter")
    after += t.word(after) == "-"
    below = parts().get(t.word(after))
    last = after + 1 + (t.word(after + 1) == "-")
    if t.word(last) == "of" and t.word(last + 1) in ("a", "one"):
        last += 2
    scale = scales().get(t.word(last), Decimal(1))
    if below is None or not 0 < above < below or scale < 1000:
        return None
    value = ratio(above * scale, below)
    return Number(at, last + 1, value, value, scaled=scale, rule="part of a scale")


def _ends_fraction(t: Tokens, at: int) -> bool:
    """Whether "third" is a part, not a rank: "a third of", "down a fifth.", "one-eighth"; not "a third man"."""
    after, word, lead = t.word(at + 1), t.word(at), t.word(at - 2)
    if after == "," and t.word(at - 1) == "a" and t.starts_sentence(at - 1) and t.word(at + 2) != "or":
        return False  # "Three cases were smashed. A fourth, with the crown, withstood the blows"
    if after in _OF_POINTS or (after == "-" and t.word(at + 2) == "point"):
        return True  # "by a quarter point", "a quarter-point cut"
    if t.word(at - 1) == "one" and after in _BE:
        return True  # "one third is"; "a third was hurt" may be a third man
    if after in _AFTER_PART or (lead == "between" and after == "and"):
        return True  # "a third more", "a quarter were ill", "between a third and a half"
    if lead in _BY_HALF and after in _STANDS_BY:
        return True  # "fell by a third in May"
    if lead in ("above", "below", "than") and after in ("and", "but"):
        return True  # "above one quarter and below a half"
    if word == "half":
        return (after == "of" or not after[:1].isalpha()) and not _and_a_half(t, at)
    return after == "of" or t.word(at - 1) == "-" or (not after[:1].isalnum() and after != "-")


def _and_a_half(t: Tokens, at: int) -> bool:
    """Whether one whole stands before it: "a point and a half", "a mile and a half of it"; not "a third and a half"."""
    led = t.word(at - 1) == "a" and t.word(at - 2) == "and" and t.word(at - 4) in ("a", "an", "one")
    return led and t.word(at - 3) not in parts()


def _half(t: Tokens, at: int) -> Number | None:
    half = Decimal("0.5")
    last = at + 1 + (t.word(at + 1) in ("a", "an", "-"))
    if t.word(last) in scales():
        value = half * scales()[t.word(last)]
        return Number(at, last + 1, value, value, scaled=scales()[t.word(last)], rule="half a scale")
    if last > at + 1 and (t.word(last) in _HALVED or unit_at(t, last, glued=False)[0]):
        return Number(at, last, half, half, rule="half a unit")
    before, after = t.word(at - 1), t.word(at + 1)
    if _and_a_half(t, at):
        return None
    whole = after in ("of", "the", "its", "their", "all", "as") and before not in ("first", "second", "other", "-")
    if whole or (before in _BY_HALF and after != "-"):  # "half of them", "more than half were", "fell by half"
        return Number(at, at + 1, half, half, share=True, rule="fraction")
    return None


def _article(t: Tokens, at: int) -> Number | None:
    """Such as "a hundred", "a dozen", "a single vote": the article counts as one; alone it is no number."""
    if t.low[at] not in ("a", "an"):
        return None
    if t.word(at + 1) == "single" and t.word(at + 2) not in entries("numbers")["not_single"]:
        return Number(at, at + 2, Decimal(1), Decimal(1), rule="a single one")
    after = at + 1 + (t.word(at + 1) == "-")
    if t.word(after) not in scales() or t.word(after) == "score":
        return None
    value, last = Decimal(1), after
    while t.word(last) in scales():
        value *= scales()[t.word(last)]
        last += 1
    return with_fraction(t, Number(at, last, value, value, scaled=value, rule="words"))
