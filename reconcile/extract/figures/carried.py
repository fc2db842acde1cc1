"""A number without a noun of its own: the noun that stands before it."""

from typing import Final

from reconcile.extract.figures.nouns import joins, person, unit_of
from reconcile.extract.figures.tokens import Tokens

BESIDE: Final = 5  # words back to the noun of a count that is held against another
_BACK: Final = 60  # words back to the noun that is carried over


def carried(t: Tokens, first: int, back: int = _BACK) -> str:
    """The unit of the nearest noun before a token that can be counted, at most so many words back; "" if none."""
    for place in range(first - 1, max(first - back, 0) - 1, -1):
        named = t.raw[place][0].isupper() and not (t.starts_sentence(place) or person(t.raw[place]))
        if t.low[place] != "others" and not named and (joins(t.raw[place]) or person(t.raw[place])):
            return unit_of(t.raw[place])
    return ""


def compared(t: Tokens, first: int) -> bool:
    """Whether a number is what an earlier one is held against: "4.2 million voters, up from 3.9 million"."""
    before, lead = t.word(first - 1), t.word(first - 2)
    return (before == "from" and lead in ("up", "down")) or (before in ("with", "to") and lead == "compared")
