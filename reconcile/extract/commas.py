"""Marks that part nothing: commas between two words before one noun, or where a place lies; quotes around a figure.

What comes in: the tokens of a sentence before they are tagged. What goes out: the tokens without such marks.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from reconcile.extract.grammar import BREAKS, Tag, closed, verbs

if TYPE_CHECKING:
    from reconcile.extract.words import Token

_QUOTED: Final = 3  # tokens of a figure with its noun between quotation marks, at most
_ARTICLES: Final = frozenset({Tag.DET, Tag.POSS})


def stacked(tokens: "list[Token]") -> "list[Token]":
    """The tokens without the commas of "a five-year, $90 million deal" and "the office in Brill, Tarma, said"."""
    commas = [n for n, token in enumerate(tokens) if token.tag is Tag.COMMA and n > 1 and n + 2 < len(tokens)]
    parting = {n for n in commas if tokens[n + 1].tag is Tag.FIGURE and _attributed(tokens, n - 1)}
    parting.update(*[pair for pair in pairwise(commas) if _lies_in(tokens, *pair)])
    return [token for n, token in enumerate(tokens) if n not in parting] if parting else tokens


def unquoted(tokens: "list[Token]") -> "list[Token]":
    """The tokens with the marks around a figure, alone or with its noun, made part of it: '"80 people" died'."""
    opened = [n for n, token in enumerate(tokens) if n and token.tag is Tag.FIGURE and tokens[n - 1].text in {'"', "“"}]
    parting = set[int]()
    for first in opened:
        ends = range(first + 1, min(first + _QUOTED + 1, len(tokens) - 1))
        end = next((n for n in ends if tokens[n].text in {'"', "”"}), 0)
        if end and tokens[first - 1].end == tokens[first].start and tokens[end - 1].end == tokens[end].start:
            known, inside = verbs(), [token.low for token in tokens[first + 1 : end]]
            said = any(low in closed() or low in known.past or low.endswith("ed") for low in inside)
            if not said and tokens[end + 1].tag not in BREAKS - {Tag.STOP}:  # '"Twelve died," he said'
                tokens[first].start, tokens[end - 1].end = tokens[first - 1].start, tokens[end].end
                parting |= {first - 1, end}
    return [token for n, token in enumerate(tokens) if n not in parting] if parting else tokens


def _attributed(tokens: "Sequence[Token]", at: int) -> bool:
    """Whether an article and a hyphenated figure end at a token: "a five-year", "the 12-storey"."""
    figure = at - 2 if at > 2 and tokens[at - 1].text == "-" else at
    hyphened = figure < at or ("-" in tokens[at].text and tokens[at].text[-1:].isalpha())
    whole = tokens[at].low.endswith("old")  # "a 10-year-old, 12 puppies"
    return (
        hyphened
        and not whole
        and tokens[figure].tag is Tag.FIGURE
        and closed().get(tokens[figure - 1].low) in _ARTICLES
    )


def _lies_in(tokens: "Sequence[Token]", first: int, last: int) -> bool:
    """Whether between two commas before a verb stands only where a place lies: "in Brill, Tarma, said"."""
    inside = [token.text for token in tokens[first + 1 : last]]
    place = [tokens[first - 1].text, *inside[:1]]
    if len(place) < 2 or inside[1:] not in ([], ["."]) or tokens[first - 2].low != "in":
        return False
    known, low = verbs(), tokens[last + 1].low
    verb = low in known.past or low in known.either or low in known.third or low.endswith("ed")
    return verb and all(word[0].isupper() for word in place)
