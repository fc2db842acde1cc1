"""Where the words that an annotation means stand in an article today; nowhere rather than at other words.

The same source by its hash: at the position, where it holds these words. Another: where the quote stands word for word
in the same sentence as before. So a changed figure, date, name, unit or "not", in the quote or beside it, is never
crossed: what was meant is then lost, and what is nearest is shown.
"""

import re
from dataclasses import dataclass
from typing import Final

from reconcile.desk.near import Near, nearest
from reconcile.extract.sentences import read_sentences
from reconcile.model import Source, Span

_REACH: Final = 600  # characters of the article looked at on each side of a quote, at most its paragraph
_BREAK: Final = re.compile(r"\n\s*\n")
_ENDED: Final = re.compile(r"[.!?][\"'”’)]*\s*\Z")
_NEAR: Final = 60.0  # of 100: less alike than what the lint takes for a slip, since a person only looks at it
_EDGE: Final = " \t\n,;:.!?\"'“”‘’()[]"  # signs that may come and go around a word
_ARTICLES: Final = ("a", "an", "the", "")
_GLUED_LEFT: Final = re.compile(r"(?:[^\W_]|[$€£¥+\-−]|\d[.,])\Z")
_GLUED_RIGHT: Final = re.compile(r"[^\W_]|%|[.,]\d")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an annotation says of its place.

    Attributes:
        exact: the words, "" where it does not say.
        prefix, suffix: those before and behind them, "" where the text begins or ends there; None where it is silent.
        start, end: offsets in code points, or None.
        sha256: hash of the source it was made on, or "".
    """

    exact: str
    prefix: str | None = None
    suffix: str | None = None
    start: int | None = None
    end: int | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Lost:
    """Why the words are not found, and what comes nearest: where, and what differs there."""

    why: str
    at: int | None = None
    words: str = ""
    changed: str = ""


def anchor(wanted: Wanted, source: Source) -> Span | Lost:
    """The place of the words in the article as it is."""
    same = wanted.sha256 != "" and wanted.sha256 == source.sha256
    if wanted.start is not None and wanted.end is not None and same:
        words = source.text[wanted.start : wanted.end]
        if words.strip() and words == (wanted.exact or words):
            return Span(wanted.start, wanted.end)
    if not wanted.exact.strip():
        return Lost("it has no quote, and a position holds only in the very source it was made on")
    pattern = r"\s+".join(map(re.escape, wanted.exact.split()))
    spots = [Span(*found.span()) for found in re.finditer(pattern, source.text)]
    if not spots:
        near = nearest(wanted.exact, source, _NEAR)
        return _missed(near) if near else Lost("its words do not stand in the article, and nothing is near them")
    told = {spot: _differs(wanted, source, spot) for spot in spots}
    safe = [spot for spot in spots if not told[spot]]
    if len(safe) == 1:
        return safe[0]
    if safe:
        return Lost(
            f"its words stand {len(safe)} times in the article, and nothing tells which are meant", safe[0].start
        )
    first = spots[0]
    words = " ".join(source.text[max(0, first.start - 40) : first.end + 40].split())
    return Lost("its words stand there, but the sentence around them was changed", first.start, words, told[first])


def _missed(near: Near) -> Lost:
    return Lost("the article has other words here", near.start, near.words, near.changed)


def _differs(wanted: Wanted, source: Source, spot: Span) -> str:
    """What the sentence around a spot has that the one around the quote had not, "" where it is the same."""
    text = source.text
    before, after = text[max(0, spot.start - _REACH) : spot.start], text[spot.end : spot.end + _REACH]
    before, after = _BREAK.split(before)[-1], _BREAK.split(after)[0]
    if wanted.prefix is None and _GLUED_LEFT.search(before):
        return f"“{before[-8:].split()[-1]}” right before them"
    if wanted.suffix is None and _GLUED_RIGHT.match(after):
        return f"“{after[:8].split()[0]}” right behind them"
    here = _beside(before, text[spot.start : spot.end], after)
    there = _beside(_BREAK.split(wanted.prefix or "")[-1], wanted.exact, _BREAK.split(wanted.suffix or "")[0])
    for side, context in enumerate((wanted.prefix, wanted.suffix)):
        known, found = there[side].words, here[side].words
        if there[side].whole and _cut(wanted, side):
            known = known[:-1]
            found = found[: len(known)]
        if context is not None and known != found:
            return f"“{_shown(found, side)}”, not “{_shown(known, side)}”"
    return ""


def _cut(wanted: Wanted, side: int) -> bool:
    """Whether the context on a side may end before its sentence does, within a word perhaps."""
    context = (wanted.suffix if side else wanted.prefix) or ""
    if not context.strip() or _BREAK.search(context):
        return False
    return _ENDED.search(context) is None if side else wanted.start != len(context)


@dataclass(frozen=True, slots=True)
class _Side:
    """The words of a sentence on one side of a quote, from the quote outwards; `whole` where all of a text is one."""

    words: list[str]
    whole: bool


def _beside(before: str, exact: str, after: str) -> tuple[_Side, _Side]:
    """The words before and behind a quote that stand in its own sentence."""
    before, exact, after = (re.sub(r"\s+", " ", part) for part in (before, exact, after))
    text = before + exact + after
    start, end = len(before), len(before) + len(exact)
    parts = [(a, b) for a, b in read_sentences(text) if a < end and b > start] or [(start, end)]
    first, last = min(parts[0][0], start), max(parts[-1][1], end)
    return (
        _Side(_words(text[first:start])[::-1], not text[:first].strip()),
        _Side(_words(text[end:last]), not text[last:].strip()),
    )


def _words(text: str) -> list[str]:
    bare = (word.strip(_EDGE).casefold() for word in text.split())
    return [word for word in bare if word not in _ARTICLES]


def _shown(words: list[str], side: int) -> str:
    near = words[:6]
    return " ".join(near if side else near[::-1])
