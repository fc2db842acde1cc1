"""Whether one of two values is of another of several things, or of what there was before the news.

What comes in: a Pair. What goes out: yes or no.
"""

import re
from typing import Final

from reconcile.compare.pair import Pair

_BEFORE: Final = re.compile(r"[\"“‘]?(?:before|prior to) [^,]{3,60}, [^,;]*\bhad\b")
_ONE_OF: Final = re.compile(
    r"(?:the |an)?(first|second|third|fourth|last|latest|other|next)(?: one)? "
    r"(?:was|is|were|had|has|will|came|took|struck|died)\b"
)


def up_to_it(pair: Pair) -> bool:
    """Whether one alone counts what there was before: "Before Saturday's accident, eight people had died"."""
    before = [_BEFORE.match(side.sentence) is not None for side in (pair.left, pair.right)]
    return before[0] != before[1]


def other_of_several(pair: Pair) -> bool:
    """Whether one tells of one of several that its article names, and the other not of that: "The first was in May"."""
    ours, theirs = (_ONE_OF.match(side.claim.quote.lower()) for side in (pair.left, pair.right))
    return (ours and ours[1]) != (theirs and theirs[1])
