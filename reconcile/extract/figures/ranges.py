"""Two numbers that are one range: "between X and Y", "X to Y", "X-Y", "X or even Y"; not scores, not changes."""

from typing import Final

from reconcile.extract.figures import units
from reconcile.extract.figures.amounts import Number
from reconcile.extract.figures.changes import changes
from reconcile.extract.figures.numbers import number
from reconcile.extract.figures.tokens import Tokens

_DASHES: Final = ("-", "–", "—", "‑", "~")
_SMALL: Final = ("about", "nearly", "almost", "some", "only", "another", "over")
_MOVED: Final = frozenset(
    ["improved", "improve", "improves", "fell", "fall", "falls", "dropped", "drop", "drops", "slipped", "went"]
)
_GOING: Final = frozenset(["go", "goes", "went", "going"])
_SET: Final = 20  # games: a set seldom has more
_OF_GAMES: Final = frozenset([
    "win", "wins", "won", "beat", "beats", "lose", "loses", "lost", "defeat", "defeated", "victory", "lead",
    "led", "draw", "drew", "vote", "voted", "score", "scored", "tied", "tie", "ruled", "halftime", "over",
    "record", "season", "mark", "start", "finish", "decision", "ruling", "losing", "trail", "trailed", "trailing",
    "down", "advantage", "deficit", "rout", "triumph", "scoreline",
])  # fmt: skip


def partner(t: Tokens, n: Number, after: int) -> tuple[Number, Number] | None:
    """The range that begins with a number: its two ends, the first with the second's scale where it lacks one.

    Args:
        after: the token after the first number and its own unit, if it has one.
    """
    if t.word(after) in _DASHES and t.glued(after) and t.word(after + 1) in ("to", "or", "and"):
        after += 1  # "6- to 8-foot seas"
    link = t.word(after)
    at = after + 1
    if link in _DASHES:
        if t.glued(after) != t.glued(after + 1) or t.word(after - 1) == "foot":
            return None  # also "5-foot-10"
    elif link == "and":
        if opened(t, n) != "between":
            return None
    elif link == "or":
        at += t.word(at) in ("even", "maybe", "perhaps")
    elif link not in ("to", "through"):
        return None
    at = _skip_sign(t, at)
    sign = units.sign_before(t, n.first)[1]
    other = number(t, at, money=sign < n.first) if at < t.size else None
    if other is None or other.vague or other.share != n.share:
        return None
    if link == "or" and at == after + 1 and not (other.low == n.low + 1 and other.low <= 12):
        return None  # "four or five" is a range, "300 or 500" a choice
    if link == "to" and _moves(t, n, measured=after > n.last or sign < n.first):
        return None
    return _ends(t, n, other, link)


def _moves(t: Tokens, n: Number, *, measured: bool) -> bool:
    """Whether "to" says where a change led: "fell 232 points to 6,038", not "by 20 to 25 percent".

    Args:
        measured: whether the first number has a unit of its own.
    """
    lead = opened(t, n)
    if lead == "from":
        return any(t.word(place) in changes() for place in range(n.first - 14, n.first))
    verb = t.word(units.sign_before(t, n.first)[1] - 2)
    near = lead in changes() or (lead in ("by", *_SMALL) and verb in changes())
    return near and measured


def _skip_sign(t: Tokens, at: int) -> int:
    """Past a currency sign: "$1bn to $2bn"."""
    place = at
    while place < t.size and place < at + 3 and not t.raw[place][0].isdigit() and t.raw[place] in "$€£¥USRsA":
        place += 1
    return place if place < t.size and t.raw[place][0].isdigit() else at


def _ends(t: Tokens, n: Number, other: Number, link: str) -> tuple[Number, Number] | None:
    if other.scaled > 1 and n.scaled == 1 and n.low < 1000 and n.low * other.scaled < other.low * 100:
        borrowed = n.low * other.scaled
        if borrowed <= other.low:
            n = n._replace(low=borrowed, high=borrowed, scaled=other.scaled)
    if n.low >= other.low or (link in _DASHES and _in_sets(t, n, other)):
        return None  # a score, a vote, a fall: two figures
    if link in (*_DASHES, "to"):
        around = {t.word(place) for place in range(n.first - 4, n.first)} | {t.word(other.last), t.word(other.last + 1)}
        apart = _record(t, n, other)
        if (apart or around & _OF_GAMES) and other.low < 200 and n.scaled == 1 and link != "to":
            return None
    return n, other


def _record(t: Tokens, n: Number, other: Number) -> bool:
    """Whether the numbers are what a team won and lost: "the Hawks (2-13) won", "fell to 12-16", "the 0-14 Otters"."""
    lead = t.word(n.first - 1)
    if lead == "to":
        return t.word(n.first - 2) in _MOVED
    if lead in _GOING:
        return t.word(n.last) in _DASHES  # "to go 2-5"
    if lead == "the":
        return other.last < t.size and t.raw[other.last][0].isupper()
    return lead == "(" and t.word(other.last) in (")", ",")


def _in_sets(t: Tokens, n: Number, other: Number) -> bool:
    """Whether the scores of other sets stand beside: "7-6, 6-7, 6-3"."""
    before = t.word(n.first - 1) == "," and t.word(n.first - 3) in _DASHES and t.word(n.first - 4).isdecimal()
    after = t.word(other.last) == "," and t.word(other.last + 1).isdecimal() and t.word(other.last + 2) in _DASHES
    return other.low < _SET and (before or after)


def opened(t: Tokens, n: Number) -> str:
    """The word before a number and its currency sign."""
    return t.word(units.sign_before(t, n.first)[1] - 1)
