"""Currency codes that multiply: "75 USD million", "30 MEUR", "MSEK 45"."""

from decimal import Decimal
from functools import cache
from typing import Final

from reconcile.extract.figures.amounts import Number, scales
from reconcile.extract.figures.tokens import Tokens
from reconcile.lexicon import entries

_CODE: Final = 3  # letters of a currency code
_MANY: Final = {"M": Decimal(1_000_000), "T": Decimal(1000)}  # Nordic: TSEK are thousands


@cache
def _codes() -> frozenset[str]:
    return frozenset(code for code in entries("units")["signs"].values() if len(code) == _CODE)


def scaled(t: Tokens, n: Number) -> Number:
    """The number with the code beside it that multiplies it; as it is where there is none."""
    behind = t.raw[n.last] if n.last < t.size else ""
    before = t.raw[n.first - 1] if n.first else ""
    if not (behind.isupper() or before.isupper()):
        return n
    by = scales().get(t.word(n.last + 1))
    if behind in _codes() and by is not None and n.scaled == 1:
        return _grown(n, by, behind, last=n.last + 2)
    if behind[1:] in _codes() and behind[0] in _MANY:
        return _grown(n, _MANY[behind[0]], behind[1:], last=n.last + 1)
    if before[1:] in _codes() and before[0] in _MANY:
        return _grown(n._replace(first=n.first - 1), _MANY[before[0]], before[1:], last=n.last)
    return n


def _grown(n: Number, by: Decimal, code: str, last: int) -> Number:
    return n._replace(last=last, low=n.low * by, high=n.high * by, scaled=by, unit=code)
