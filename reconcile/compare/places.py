"""Whether two places are one inside the other, as an article says that has both: "Oso, in Snohomish County".

What comes in: a Pair whose sentences name places. What goes out: yes or no.
"""

import re
from functools import lru_cache
from itertools import product
from typing import Final

from reconcile.compare.pair import Pair
from reconcile.model import Source

_BETWEEN: Final = r"(?:,? (?:in|of|on|at|near)\b|,)(?: [\w’'.-]+){0,3}? "


def nested(pair: Pair) -> bool:
    """Whether a place of the one sentence lies in one of the other's."""
    ours, theirs = (about.places for about in pair.both)
    sources = (pair.left.source, pair.right.source)
    return any(
        _within(source, inner, outer)
        for one, other in product(sorted(ours), sorted(theirs))
        for inner, outer in ((one, other), (other, one))
        for source in sources
    )


@lru_cache(maxsize=4096)
def _within(source: Source, inner: str, outer: str) -> bool:
    """Whether an article tells of a place in another, by words of their names in small letters."""
    told = rf"\b{re.escape(inner)}\b{_BETWEEN}{re.escape(outer)}\b"
    return re.search(told, " ".join(source.text.split()), re.IGNORECASE) is not None
