"""Wholes of a draft, told in words: "all the cabins were flooded" where the sources have "most of the cabins".

What comes in: a draft and the sources. What goes out: Enlarged. Only what stands before the very same words is held
against each other, so nothing is asked of what they mean.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from reconcile.lexicon import entries
from reconcile.lint.drafts.read import Draft
from reconcile.model import Source, flow

_ROWS: Final = entries("wholes")
_GROUPS: Final = {word: row["name"] for row in _ROWS["groups"] for word in row["words"]}
_WHOLE: Final = re.compile(
    rf"\b(?:(?P<before>{'|'.join(_ROWS['before'])}) )?(?P<word>{'|'.join(_GROUPS)}) (?=([^.!?;:\"“”]{{1,200}}))",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"\w+(?:['’.,:/-]\w+)*")
_BETWEEN: Final = frozenset(_ROWS["between"])
_LONG: Final = 4  # words behind it, these left out, that nobody writes twice by chance


class _Group(NamedTuple):
    """How many of a whole is said: by a word of the group, and a word before it or ""."""

    before: str
    name: str


@dataclass(frozen=True, slots=True)
class Enlarged:
    """Words of a draft that say how many of a whole, and those of a source that say another thing.

    Attributes:
        at: where the draft's stand in its text.
        said: what they are.
        source: the article.
        origin: where its words stand in its text.
        words: what they are.
    """

    draft: Draft
    at: int
    said: str
    source: Source
    origin: int
    words: str


def enlarged(draft: Draft, sources: Sequence[Source]) -> Iterator[Enlarged]:
    """The wholes of a draft of which every source that has the same words says another thing."""
    ours = list(_wholes(draft.source))
    wanted = {key for key, *_ in ours}
    known: dict[tuple[str, ...], list[tuple[_Group, Source, int, str]]] = defaultdict(list)
    for source in sources if wanted else ():
        for key, group, at, words in _wholes(source):
            if key in wanted:
                known[key].append((group, source, at, words))
    for key, group, at, words in ours:
        if known[key] and all(_excludes(group, other) for other, *_ in known[key]):
            _, source, origin, theirs = known[key][0]
            yield Enlarged(draft, at, words, source, origin, theirs)


def _excludes(one: _Group, other: _Group) -> bool:
    """Whether not both can be meant: as of "all" and "most", or "all" and "almost all"; "almost all" may be "most"."""
    plain = not one.before and not other.before
    return one.name != other.name if plain else one.name == other.name and "" in (one.before, other.before)


def _wholes(source: Source) -> Iterator[tuple[tuple[str, ...], _Group, int, str]]:
    """(the words behind, its group, where it stands, its words with the first of those behind) of each."""
    for block in source.blocks:
        running = flow(source, block)
        for found in _WHOLE.finditer(running.text):
            words = list(_WORD.finditer(found[3]))
            behind = [word for word in words if word[0].lower() not in _BETWEEN]
            ends = len(behind) == _LONG - 1  # and the sentence with them
            if len(behind) >= _LONG or ends:
                group = _Group((found["before"] or "").lower(), _GROUPS[found["word"].lower()])
                end = found.start(3) + behind[0].end()
                shown = running.text[found.start() : end]
                key = tuple(word[0].lower() for word in behind[:_LONG])
                yield key, group, running.offset(found.start()), shown
