"""The currency of a large number without one: "The bill was 2.9 billion euros … There was talk of 1.9 billion".

Within a sentence `figures.earlier` tells it; here the other sentences do. In: the running texts of an article, and
what is found in each. Out: the same, where a bare number of millions beside words of paying is one of the currency that
nearly all sums of the article are in.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from reconcile.extract.found import Found
from reconcile.lexicon import entries
from reconcile.model import Change, Hedge, Quantity
from reconcile.model.units import kind

_MILLION: Final = 1_000_000
_MAINLY: Final = 3  # times as many sums in one currency as in all others: the article's own, beside a neighbour's
_BILLION: Final = 1_000_000_000  # of what is bare, few but sums come to it
_BACK: Final = 1  # sentences before its own in which a sum of billions may find such a word
_NEAR: Final = 14  # words before it, of its clause, in which a sum of millions must: "the tax is paid, and 3 million …"
_REACH: Final = 400  # characters on either side that are looked at
_WORD: Final = re.compile(r"[a-z]+")
_END: Final = re.compile(r"[.;!?][\"”’')]*\s")
_CLAUSE: Final = re.compile(r"[,:()—–]\s?|\b(?:and|but|while|as|which|who|that|when|if)\b")
_BEHIND: Final = re.compile(  # "12 million in fees", "12 million was spent"
    r"(?: more)? (?:in|of|as|towards?|was|is|has been|had been|will be|would be|to be)((?: [a-z]+){1,3})"
)
_TO_PEOPLE: Final = re.compile(  # "pensions go to 9 million", "seen by 3 million", "the tax hits 12 million"
    r"\b(?:(?:go|goes|going|went|paid|given|gave|handed|sent|offered|granted|extended) (?:out )?to|by|hits|affects?"
    r"|affected|helps?|helped|feeds?|fed|threatens|(?:country|nation|world|planet|continent|region|state|union) of) $",
    re.IGNORECASE,
)
_BRINGS_IN: Final = re.compile(r"\b(?:br(?:ing|ings|ought|inging)) in(?: [a-z]+){0,2} ?$")  # "will bring in about 140m"
_PLACE: Final = re.compile(
    r"(?:.?[\w,:—–(\"“-]|[^\W\d]\.)? ?$"
)  # not "? 110 billion", "�� 40 million": a sign was lost
_BRACKET: Final = re.compile(r"\([^()]{0,40}$")
_SMALL: Final = ("cent", "penny")
_NAMED: Final = re.compile(r" (?:[A-Z]|of (?:us|them|those|whom)\b)")  # "3 million Poles", "8 billion of us"
_RULE: Final = ", its currency is told in another sentence"

Told = tuple[str, Sequence[Found]]  # a running text and what is found in it


def with_currency(article: Sequence[Told]) -> list[Sequence[Found]]:
    """What is found in each running text, bare sums with their currency."""
    if not any(_bare(found) for _, told in article for found in told):
        return [told for _, told in article]
    named = Counter(currency for text, told in article for found in told if (currency := _currency(text, found)))
    [(currency, often)] = named.most_common(1) or [("", 0)]
    if often <= _MAINLY * (named.total() - often):  # of two currencies nothing says which is meant
        return [told for _, told in article]
    return [[_with(currency, text, found) for found in told] for text, told in article]


def _with(currency: str, text: str, found: Found) -> Found:
    bare = _bare(found)
    return _of(found, bare, currency) if bare and _is_sum(text, found, bare) else found


def _bare(found: Found) -> Quantity | None:
    """A bare number of millions: no unit, no noun, no whole that it is a part of."""
    value = found.value
    if not isinstance(value, Quantity) or value.unit or found.counts or found.whole:
        return None
    return value if value.hedge is not Hedge.VAGUE and _size(value) >= _MILLION else None


def _size(value: Quantity) -> Decimal:
    return abs(value.low if value.low.is_finite() else value.high)


def _currency(text: str, found: Found) -> str:
    """The currency of a sum, or of a sum a year; "" in brackets, as what converts another: "9 crowns ($2)"."""
    value = found.value
    unit = (value.unit or "").partition(" per ")[0] if isinstance(value, Quantity) else ""
    if not unit or unit in _SMALL or kind(unit) != "money":
        return ""
    return "" if _BRACKET.search(text, max(0, found.start - _REACH), found.start) else unit


def _is_sum(text: str, found: Found, value: Quantity) -> bool:
    """Whether words of its sentence tell of paying, or for billions those of the sentence before."""
    if not _PLACE.fullmatch(text[max(0, found.start - 3) : found.start]) or _NAMED.match(text, found.end):
        return False
    if value.change is Change.LEVEL and _TO_PEOPLE.search(text, max(0, found.start - _REACH), found.start):
        return False
    begins, ends = max(0, found.start - _REACH), min(len(text), found.end + _REACH)
    billions = _size(value) >= _BILLION
    stops = [end.end() for end in _END.finditer(text, begins, found.start)]
    behind = _END.search(text, found.end, ends)
    ends = behind.start() if behind else ends
    own = stops[-1] if stops else begins
    if not _counting().isdisjoint(_WORD.findall(text[own:ends].lower())):
        return False
    if not billions:
        return _is_paid(text, found, own)
    begins = stops[-1 - _BACK] if len(stops) > _BACK else begins
    return not _paying().isdisjoint(_WORD.findall(text[begins:ends].lower()))


def _is_paid(text: str, found: Found, begins: int) -> bool:
    """Whether a word of paying stands right before a number in its clause, or right behind it."""
    clause = _CLAUSE.split(text[begins : found.start])[-1].lower()
    before = _WORD.findall(clause)[-_NEAR:]
    behind = _BEHIND.match(text, found.end)
    paid = behind is not None and not _paying().isdisjoint(behind[1].split())
    return paid or not _paying().isdisjoint(before) or _BRINGS_IN.search(clause) is not None


def _of(found: Found, value: Quantity, currency: str) -> Found:
    low = max(value.low, Decimal(0)) if value.high > 0 else value.low
    return found._replace(value=replace(value, unit=currency, low=low), rule=found.rule + _RULE)


@cache
def _paying() -> frozenset[str]:
    return frozenset(entries("sums")["paying"].split())


@cache
def _counting() -> frozenset[str]:
    return frozenset(entries("dropped")["many_people"].split() + entries("sums")["counting"].split())
