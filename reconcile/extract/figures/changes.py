"""Whether a figure says what changed by: "rose by 5%", "up 3 points", "a 9% drop"; not "rose to 20"."""

from functools import cache
from itertools import takewhile
from typing import Final

from reconcile.extract.figures.amounts import parts
from reconcile.extract.figures.tokens import Tokens
from reconcile.lexicon import entries
from reconcile.model import Change, units

_CLAUSE: Final = 9  # tokens from a verb of change to its "by": "reduce the bank's holdings of government bonds by 40"
_ENDS: Final = frozenset(",;:.()")
_MERELY: Final = frozenset(["only", "just", "some"])
_AMOUNT: Final = 6  # tokens of an amount
_BETWEEN: Final = frozenset(["million", "billion", "by", "nearly", "about", "over", "cents", "points", "dollars"])
_LIMITS: Final = frozenset(["below", "above", "under", "beyond", "short"])
_MARGINS: Final = ("lose", "loses", "lost", "losing")  # "lost by 31 runs" tells how much less the loser had
_FALLEN: Final = ("fell", "fall", "fallen", "plunged", "plunge")  # whoever falls 30 metres is not less by them
_PLACED: Final = ("off", "due", "north", "south", "east", "west")  # nor what sank 3 miles off the coast
_BE: Final = ("is", "was", "were", "are")
_AMOUNTS: Final = ("%", "percent", "points", "cent", "pct", "point")


@cache
def changes() -> dict[str, Change]:
    """Verbs and nouns of change."""
    table = entries("changes")
    return {word: Change(kind) for kind in ("rise", "fall") for word in table[kind]}


@cache
def _compared() -> dict[str, Change]:
    """Words that say behind a share of how much more or less there is."""
    table = entries("changes")
    return {word: Change(kind) for kind, key in (("rise", "more"), ("fall", "less")) for word in table[key]}


@cache
def _nouns() -> frozenset[str]:
    return frozenset(entries("changes")["nouns"])


@cache
def _taken() -> frozenset[str]:
    """Verbs that take off what stands before "off": "wiped 2 billion off the value of the firm"."""
    return frozenset(entries("changes")["taken"])


@cache
def _moved() -> frozenset[str]:
    return frozenset(entries("changes")["moved"])


@cache
def _phrasal() -> frozenset[str]:
    """Verbs that make one deed with "up": "the search turned up 2 million euros"."""
    return frozenset(entries("changes")["phrasal"])


def _told_again(t: Tokens, comma: int) -> Change:
    """The change of the amount before a comma, which is told anew in another unit: "fell $1.15, or 1.5 percent"."""
    for place in range(comma - 2, max(-1, comma - _AMOUNT - 1), -1):
        if t.low[place] in changes() and not t.word(place + 1).isalpha():
            return changes()[t.low[place]]
        if not (t.low[place][0].isdigit() or t.low[place] in _BETWEEN or len(t.low[place]) == 1):
            return Change.LEVEL
    return Change.LEVEL


def change_of(t: Tokens, first: int, after: int, *, unit: str = "") -> Change:
    """What the words around a figure at tokens [first, after), its hedge included, say of it.

    Args:
        unit: its unit of measure; "" for a count.
    """
    before = t.word(first - 1)
    by = first - 1 - (before in _MERELY)  # "grew by only 1.3 percent"
    if t.word(by) == "by":
        clause = takewhile(lambda p: t.low[p] not in _ENDS, range(by - 1, max(by - _CLAUSE, -1), -1))
        back = next((t.low[p] for p in clause if t.low[p] in changes()), "")
        if back and back not in _MARGINS:
            return changes()[back]
    if before == "further" and t.word(first - 2) == "a":  # "rose by 2 metres, and by a further 3"
        return next(
            (changes()[t.low[p]] for p in range(first - 3, max(first - 12, -1), -1) if t.low[p] in changes()),
            Change.LEVEL,
        )
    if t.word(first) in _LIMITS:
        return Change.LEVEL  # "slipped below $1,900"
    if before in ("another", "a", "an") and t.word(first - 2) in changes():
        return changes()[t.word(first - 2)]
    if (
        before in changes()
        and t.word(after - 1) in _AMOUNTS
        and t.word(first - 2) not in ("make", "makes", "made", "making")
    ):
        return changes()[before]
    if before in _moved() and unit:
        way = units.kind(unit) == "length" and (before in _FALLEN or t.word(after).startswith(_PLACED))
        other = t.word(first - 2) in _phrasal() or way
        return Change.LEVEL if other else changes()[before]  # "fell $1.15", "up 4p"
    if before == "or" and unit and t.word(first - 2) == ",":
        return _told_again(t, first - 2)
    if before in changes() and t.word(after) == "to" and not t.word(after + 1)[:1].isalpha():
        return changes()[before]  # "dropped $1.40 to $71.15"
    if t.word(after) == "off" and before in _taken():
        return Change.FALL
    return _named(t, first, after)


def _named(t: Tokens, first: int, after: int) -> Change:
    """The change that a noun beside the figure names: "a 9% drop", "a drop of 9%", "the drop was 5 percent"."""
    if t.word(after) in _nouns():
        return changes()[t.word(after)]
    if t.word(after) in _compared() and (t.word(after - 1) in _AMOUNTS or t.word(after - 1) in parts()):
        return _compared()[t.word(after)]  # "costs 17 per cent more than a year ago", "a third more"
    if t.word(first - 1) == "of" and t.word(first - 2) in _nouns() and t.word(after - 1) in _AMOUNTS:
        return changes()[t.word(first - 2)]  # "a fall of 31%"; a rise in a rate of 7% may be its level
    told = t.word(first - 1) in _BE and t.word(after - 1) in _AMOUNTS and t.word(first - 2) in _nouns()
    return changes()[t.word(first - 2)] if told else Change.LEVEL
