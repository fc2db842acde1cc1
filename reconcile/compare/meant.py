"""Whether two figures must be meant for each other, though their words do not say that they measure one thing.

"Battled the flames for seven hours", "took the firemen nine hours to put out the blaze": neither article has another
length of time that is as near, and the two are of one size, as two accounts of one thing are. What comes in: a Pair of
claims with a figure each. What goes out: yes or no; such a difference is told with that reason, and never called a
contradiction.
"""

from decimal import Decimal
from typing import Final

from reconcile.compare.figures import figures
from reconcile.compare.gate import apart
from reconcile.compare.pair import Pair

SIZE: Final = 2  # two accounts of one thing seldom are further apart
_AGES: Final = ("age",)  # whose age it is, only a name says


def meant(pair: Pair) -> bool:
    """Whether neither article has a figure of the kind as near to the other's, and the two are of one size."""
    a, b = pair.both
    kind = pair.figures[0].kind
    if not pair.nearest or kind in _AGES or a.negated != b.negated:
        return False
    if kind == "count" and not (a.heads & b.heads or _both_people(pair)):
        return False
    if kind == "time" and a.marks != b.marks:  # "nine days before he takes office", "for six weeks"
        return False
    strangers = apart(a.names, b.names) and pair.told_apart(a.names, b.names)
    return not strangers and _one_size(pair)


def _both_people(pair: Pair) -> bool:
    return all("person" in side.nouns for side in (pair.left, pair.right))


def _one_size(pair: Pair) -> bool:
    """Whether the larger is not above SIZE times the smaller, in one unit; never for "months" or "dozens"."""
    both = figures(*pair.figures)
    if not both.converts or both.a.value is None or both.b.value is None:
        return False
    less, more = sorted((abs(both.a.value), abs(both.b.value)))
    return less > Decimal(0) and more <= SIZE * less
