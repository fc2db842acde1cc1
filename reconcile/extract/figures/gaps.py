"""Lists that say once what they count: "the Greens won 31 seats, the Liberals 24 and the Centre nine".

In: a figure that no noun follows. Out: the unit of the figure before it, where only a name stands between the two.
"""

from typing import Final

from reconcile.extract.figures.bare import Bare
from reconcile.lexicon import entries
from reconcile.model import units as model_units

_LINE: Final = 4  # words of a name, or of what is counted
_STOPS: Final = frozenset(entries("nouns")["stops"].split())
_LINKS: Final = ([","], ["and"], [",", "and"], [",", "while"], [";"], [";", "and"])
_WHOSE: Final = ("the", "his", "her", "their", "its")
_CROSSED: Final = ("by", "x", "×")
_ENDS: Final = frozenset([",", "and", ".", ";", ":", ""])


def by_a_gap(b: Bare) -> str:
    """What the figure before it counts, in a list that says it once: "the Greens won 31 seats, the Liberals 24"."""
    t, at = b.t, b.first
    if b.near and b.near[-1].after == at - 1 and t.word(at - 1) in _CROSSED:
        return b.near[-1].unit if model_units.kind(b.near[-1].unit) == "length" else ""  # "3 metres by 4"
    if not b.near or not b.apart or t.word(b.at) not in _ENDS:
        return ""
    start = at - (t.raw[at - 1].isalpha() and t.raw[at - 2][:1].isupper())  # "the Yes camp 48"
    while start > max(0, at - _LINE) and t.raw[start - 1][0].isupper():
        start -= 1
    if start >= at - 1 and t.raw[at - 1].islower() and t.word(at - 1) not in _STOPS and t.word(at - 2) in _WHOSE:
        start = at - 2  # "at least 30 months, the defence no more than 12"
    if start == at or (t.raw[at - 1].istitle() and t.word(at - 1) in entries("not_figures")["labels"]):
        return ""
    start -= t.word(start - 1) == "the" and t.word(start) != "the"
    marks = t.low[b.near[-1].after : start]
    noun = next((n for n, word in enumerate(marks) if word in (",", "and")), len(marks))
    plain = noun <= _LINE and all(word.isalpha() and word not in _STOPS for word in marks[:noun])
    return b.near[-1].unit if plain and marks[noun:] in _LINKS else ""
