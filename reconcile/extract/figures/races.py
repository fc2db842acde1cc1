"""Lengths that are the names of races: "the 200m record", "a 100-metre final"; not "the 20-metre final drop".

In: tokens and a number. Out: yes or no. To add a word: `races` in `lexicon/en/not_figures.yaml`.
"""

from typing import Final

from reconcile.extract.figures import units
from reconcile.extract.figures.amounts import Number
from reconcile.extract.figures.tokens import Tokens
from reconcile.lexicon import entries
from reconcile.model.units import kind

_STOPS: Final = frozenset(entries("nouns")["stops"].split())


def race(t: Tokens, n: Number) -> bool:
    """Whether a number is in the name of a race."""
    hyphen = t.word(n.last) == "-"
    measure, behind = units.unit_at(t, n.last + hyphen, glued=hyphen or t.glued(n.last))
    if t.word(n.last - 1) == "m":  # read as millions
        measure, behind = "m", n.last
    if not measure or kind(measure) != "length" or t.word(behind) not in entries("not_figures")["races"]:
        return False
    return not t.word(behind + 1).isalpha() or t.word(behind + 1) in (*_STOPS, *entries("not_figures")["races"])
