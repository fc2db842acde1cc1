"""Times of day, which are no figures: "3:15", "10 a.m.", "half past four"; "won 3:1" is a score."""

from functools import cache

from reconcile.extract.figures.amounts import Number
from reconcile.extract.figures.tokens import Tokens
from reconcile.lexicon import entries


@cache
def _marks() -> frozenset[str]:
    return frozenset(entries("not_figures")["numbered_after"])


def in_words(t: Tokens, n: Number) -> bool:
    """Whether words make a time of it: "four o'clock", "half past four", "12 noon"."""
    if t.word(n.last) in ("noon", "midnight"):
        return True
    if t.word(n.last) == "o" and t.word(n.last + 2) == "clock":
        return True
    return t.word(n.first - 1) == "past" and t.word(n.first - 2) in ("half", "quarter", "minutes")


def time_of_day(t: Tokens, n: Number) -> bool:
    """Whether a number in digits is one: "3:15", "10 a.m."."""
    after = t.word(n.last)
    if after == ":" and t.glued(n.last) and t.glued(n.last + 1) and t.word(n.last + 1)[:1].isdigit():
        return not against(t, n.first)
    if t.word(n.first - 1) == ":" and t.glued(n.first) and t.glued(n.first - 1) and t.word(n.first - 2).isdigit():
        return not against(t, n.first - 2)
    if after in _marks():
        return True
    return after in ("a", "p") and t.word(n.last + 1) == "." and t.word(n.last + 2) == "m"


def against(t: Tokens, at: int) -> bool:
    """Whether two numbers with a colon are a score or a ratio: "won 3:1", "12:1"; not "3:15", "Luke 3:1", "1:2:3"."""
    chained = t.word(at + 3) == ":" or t.word(at - 1) == ":"
    verse = at > 0 and t.raw[at - 1].istitle() and not t.starts_sentence(at - 1)
    return len(t.word(at + 2)) == 1 and len(t.word(at)) < 3 and not chained and not verse
