"""Times as a stopwatch shows them: "2:01:39", "2h 01m 39s", "1m 18s".

In: tokens and a place. Out: a `Number` in hours or minutes, or None. "At 2:01:39" is a time of day, and of "2:01"
nothing says which it is.
"""

from decimal import Decimal
from typing import Final

from reconcile.extract.figures.amounts import Number, ratio
from reconcile.extract.figures.tokens import Tokens
from reconcile.lexicon import entries

_SIXTY: Final = Decimal(60)
_LETTERS: Final = (("h", "hr", "hrs"), ("m", "min", "mins"), ("s", "sec", "secs"))
_CLOCK: Final = frozenset(["at", "by", "until", "till", "since", "from", "to", "before", "after", "around", "t"])

_TIMED: Final = frozenset(["timed", "clocked"])  # "was timed at 2:01:39"


def shown(t: Tokens, at: int) -> Number | None:
    """The time that begins at a token."""
    if not t.raw[at].isdecimal() or len(t.raw[at]) > 2:
        return None
    return _with_colons(t, at) or _with_letters(t, at)


def _with_colons(t: Tokens, at: int) -> Number | None:
    """Such as "2:01:39"."""
    last = at + 5
    marks = t.low[at + 1 : last : 2] == [":", ":"] and all(t.glued(n) for n in range(at + 1, last))
    inside = t.glued(at) and t.word(at - 1) != "("  # "Tamm (2:01:39)" is none of "11:2:01:39"
    if not marks or inside or (t.word(last) == ":" and t.glued(last + 1)):
        return None
    parts = [t.word(n) for n in range(at, last, 2)]
    after = t.word(last)
    clock = t.word(at - 1) in _CLOCK and t.word(at - 2) not in _TIMED
    clock = clock or after in entries("not_figures")["numbered_after"] or after in ("a", "p")
    if clock or not all(part.isdecimal() and len(part) == 2 for part in parts[1:]):
        return None
    return _sum(at, last, parts, ("hour", "minute", "second"))


def _with_letters(t: Tokens, at: int) -> Number | None:
    """Such as "2h 01m 39s": two or three numbers, each with its letter, the larger first."""
    parts: list[str] = []
    units: list[str] = []
    names = dict(zip(("hour", "minute", "second"), _LETTERS, strict=True))
    last = at
    for unit, letters in names.items():
        if t.word(last).isdecimal() and t.word(last + 1) in letters and (not units or not t.glued(last)):
            parts.append(t.word(last))
            units.append(unit)
            last += 2
        elif units:
            break
    return _sum(at, last, parts, tuple(units)) if len(units) > 1 else None


def _sum(at: int, last: int, parts: list[str], units: tuple[str, ...]) -> Number | None:
    """The parts in the first unit; None where one of the others fills it."""
    values = [Decimal(part) for part in parts]
    if any(value >= _SIXTY for value in values[1:]):
        return None
    whole = sum((ratio(value, _SIXTY**place) for place, value in enumerate(values) if place), values[0])
    return Number(at, last, whole, whole, unit=units[0], rule="as on a stopwatch")
