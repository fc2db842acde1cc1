"""Claims of a draft that stand in a source's own words: the same words around another figure are of the same thing.

What comes in: a dossier and a draft. What goes out: claim of the draft to claim of the desk. Nothing is asked of what
the words mean: what was copied speaks of what was copied, and where its figure is another, that is a slip.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from reconcile.lint.drafts.beside import of_a_kind
from reconcile.lint.drafts.read import Draft
from reconcile.model import Claim, Dossier

_WORD: Final = re.compile(r"\w+(?:['’.,:/-]\w+)*")
_STRAIGHT: Final = str.maketrans("’‘–—", "''--")
_LONG: Final = 8  # words in a row, the value's own left out, that nobody writes twice by chance
_KEY: Final = _LONG // 2  # so many of them stand on one side of the value


@dataclass(frozen=True, slots=True)
class _Around:
    """The words of a sentence before a claim's value, the nearest first, and those behind it."""

    claim: Claim
    before: Sequence[str]
    behind: Sequence[str]

    def sides(self) -> set[tuple[str, ...]]:
        """The words next to the value on either side, where there are enough."""
        sides = (("before", *self.before[:_KEY]), ("behind", *self.behind[:_KEY]))
        return {side for side in sides if len(side) > _KEY}

    def shared(self, other: "_Around") -> int:
        """How many words in a row around the values are the same; where it is the whole sentence, no fewer than do."""
        both = (zip(self.before, other.before, strict=False), zip(self.behind, other.behind, strict=False))
        count = sum(len(list(takewhile(lambda pair: pair[0] == pair[1], side))) for side in both)
        return max(count, _LONG) if (self.before, self.behind) == (other.before, other.behind) else count


def twins(dossier: Dossier, draft: Draft) -> Mapping[str, str]:
    """Claim of the draft to the claim of the desk that stands in the same words; of several the one of the same value.

    What is told for different days stays apart.
    """
    ours = [around for claim in draft.claims if (around := _around(claim, draft.source.text)) is not None]
    wanted = {key for around in ours for key in around.sides()}
    if not wanted:
        return {}
    index: dict[tuple[str, ...], list[_Around]] = defaultdict(list)
    for claim in dossier.claims:
        if claim.id in dossier.topic_of:
            theirs = _around(claim, dossier.source[claim.source].text)
            for key in theirs.sides() & wanted if theirs else ():
                index[key].append(theirs)  # type: ignore[arg-type]
    found = {}
    for own in ours:
        near = [
            (own.shared(other), _value(own.claim) == _value(other.claim), other.claim.id)
            for key in own.sides()
            for other in index[key]
            if _alike(own.claim, other.claim)
        ]
        near = [row for row in near if row[0] >= _LONG]
        if near:
            found[own.claim.id] = max(near)[2]
    return found


def _around(claim: Claim, text: str) -> _Around | None:
    told = claim.quantity or claim.when
    if told is None:
        return None
    before = _words(text[claim.sentence.start : told.span.start])
    return _Around(claim, before[::-1], _words(text[told.span.end : claim.sentence.end]))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.translate(_STRAIGHT).lower())


def _alike(one: Claim, other: Claim) -> bool:
    """Whether two claims have values of one kind, and are not told for different days."""
    days = one.as_of and other.as_of and one.as_of.edtf != other.as_of.edtf
    if one.figure is not None and other.figure is not None:
        return one.figure.kind == other.figure.kind and not days
    return one.date is not None and other.date is not None and of_a_kind(one, other)


def _value(claim: Claim) -> str:
    told = claim.quantity or claim.when
    return told.text.lower() if told else ""
