"""What a pattern of kinds may start with, told from the pattern alone: most places of a text are ruled out by it.

In: the regular expression over kind characters that `grammar.compiled` makes: single kinds, sets, groups with
branches, and behind any of them ? or {0,n}. Nothing repeats without end: what does is tried to the end of a long list
from each of its places. Out: what its matches begin with.
"""

from typing import Final

_SIZE: Final = 2  # kinds: one more tells little, and the table of them grows


def openings(source: str) -> frozenset[str]:
    """The first two kinds of every match; fewer where the match may end there."""
    found = frozenset([""])
    place = 0
    while place < len(source) and min(map(len, found)) < _SIZE:
        heads, place = _element(source, place)
        mark = source[place : place + 1]
        if mark == "{":
            heads |= _joined(heads, heads)
            place = source.index("}", place)
        if mark in ("?", "{"):
            heads |= {""}
            place += 1
        found = _joined(found, heads)
    return found


def _joined(left: frozenset[str], right: frozenset[str]) -> frozenset[str]:
    return frozenset((a + b)[:_SIZE] for a in left for b in right)


def _element(source: str, place: int) -> tuple[frozenset[str], int]:
    """The openings of the element at a place, and where the next one stands."""
    if source[place] == "[":
        end = source.index("]", place)
        return frozenset(source[place + 1 : end]), end + 1
    if source[place] != "(":
        return frozenset(source[place]), place + 1
    end, depth = place, 0
    cuts = [place + (3 if source[place + 2] == ":" else source.index(">", place) - place + 1)]
    while depth or end == place:
        depth += {"(": 1, ")": -1}.get(source[end], 0)
        if source[end] == "|" and depth == 1:
            cuts.append(end + 1)
        end += 1
    ends = [*(cut - 1 for cut in cuts[1:]), end - 1]
    return frozenset().union(*(openings(source[start:stop]) for start, stop in zip(cuts, ends, strict=True))), end
