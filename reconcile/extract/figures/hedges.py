"""The words beside a number that make it a bound: "up to", "more than", "or so"."""

from functools import cache
from itertools import takewhile
from typing import Final, NamedTuple

from reconcile.extract.figures import amounts
from reconcile.extract.figures.amounts import number_words, parts, scales
from reconcile.extract.figures.tokens import Tokens, cut
from reconcile.extract.figures.units import unit_at
from reconcile.lexicon import entries
from reconcile.model import Hedge

_STOPS: Final = frozenset(entries("nouns")["stops"].split())
_SIGNS: Final = frozenset(["%", ")"])
_TIMES: Final = frozenset(["seconds", "minutes", "hours", "days", "weeks", "months", "years", "decades"])
_PLACES: Final = frozenset(["under", "over", "above", "below", "beyond", "near", "around"])
_FEW: Final = 20  # things that a place may lie near
_BEING: Final = frozenset(["is", "are", "was", "were", "now", "already", "currently", "stood", "stands"])
_SPANS: Final = frozenset(["the", "these", "this", "half", "quarter"])  # "in the past 24 hours"
_ENDS: Final = frozenset([*".;:!?", "who", "which", "that"])
_CLAUSE: Final = 8  # words before it in which what goes on being counted is named
_OVER_ARTICLE: Final = frozenset(["nearly", "almost", "than", "least", "roughly"])


@cache
def _lasting() -> frozenset[str]:
    return frozenset(entries("hedges")["lasting"])


@cache
def _before() -> dict[str, list[tuple[list[str], Hedge]]]:
    """Hedges before a number, by their last word, longest first."""
    return _table("before", -1)


@cache
def _after() -> dict[str, list[tuple[list[str], Hedge]]]:
    return _table("after", 0)


def _table(side: str, key: int) -> dict[str, list[tuple[list[str], Hedge]]]:
    found: dict[str, list[tuple[list[str], Hedge]]] = {}
    for row in entries("hedges")[side]:
        for phrase in row["say"]:
            words = cut(phrase).low
            found.setdefault(words[key], []).append((words, Hedge(row["means"])))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


class Hedged(NamedTuple):
    """A hedge found: what it means, and the token where the phrase now begins or ends."""

    hedge: Hedge
    at: int


def before(t: Tokens, at: int) -> Hedged:
    """The hedge that ends right before a token; EXACT at the token itself where there is none."""
    if t.word(at - 1) in ("a", "an") and t.word(at - 2) in _OVER_ARTICLE:
        return before(t, at - 1)  # "nearly a 10-point lead"
    if t.word(at - 1) == "-" and t.word(at - 2) in ("under", "over") and t.glued(at) and t.word(at + 1) == "s":
        return before(t, at - 1)  # "under-18s"
    for words, hedge in _before().get(t.word(at - 1), ()):
        first = at - len(words)
        if first >= 0 and t.low[first:at] == words and not (_of_a_verb(t, first, at) or _place(t, words, at)):
            return _through(t, first, at) if hedge is Hedge.EXACT else _or_denied(t, Hedged(hedge, first))
    return _or_denied(t, Hedged(Hedge.MORE_THAN, at - 1)) if _passes(t, at - 1) else Hedged(Hedge.EXACT, at)


def _or_denied(t: Tokens, found: Hedged) -> Hedged:
    """A hedge, or its opposite where it is denied: "no more than 40", "will not exceed 40"."""
    if found.hedge not in (Hedge.MORE_THAN, Hedge.LESS_THAN) or not _negates(t.word(found.at - 1)):
        return found
    return Hedged(Hedge.AT_MOST if found.hedge is Hedge.MORE_THAN else Hedge.AT_LEAST, found.at - 1)


def _passes(t: Tokens, at: int) -> bool:
    """Whether a verb says that a count or a level is above a number: "the toll passes 130"."""
    passing = entries("hedges")["passing"]
    if t.word(at) in passing["always"]:
        return True
    if t.word(at) == "past" and t.word(at - 1) in _SPANS:
        return False
    return t.word(at) in passing["words"] and not _clause(t, at).isdisjoint((*_tallies(), *passing["levels"]))


def is_verb(word: str) -> bool:
    """Whether a bound may be a verb, whose subject is what is counted: "the toll exceeds 130"."""
    passing = entries("hedges")["passing"]
    return word in passing["always"] or word in passing["words"]


def _negates(word: str) -> bool:
    return word in ("not", "no", "never") or word.endswith(("n't", "n’t"))


def _place(t: Tokens, hedge: list[str], at: int) -> bool:
    """Whether the word says where: "under one roof", "near two schools"; not "under one percent", "near 40"."""
    if hedge[-1] not in _PLACES or len(hedge) > 1 or not t.word(at + 1).isalpha():
        return False
    single = t.word(at) == "one" or t.low[at : at + 2] == ["a", "single"]
    few = hedge[0] in ("near", "beyond") and 1 < amounts.words().get(t.word(at), _FEW) < _FEW
    noun = at + 1 + (t.word(at) == "a")
    counts = (
        t.word(noun) not in (*scales(), *parts())
        and t.word(noun) not in _STOPS
        and not unit_at(t, noun, glued=False)[0]
    )
    return (single or few) and counts


def _through(t: Tokens, first: int, at: int) -> Hedged:
    """Words that say nothing of the bound may stand between it and the number: "nearly all 40", "up to another 40"."""
    outer = before(t, first) if t.word(at - 1) not in ("the", "these", "those") else Hedged(Hedge.EXACT, first)
    return outer if outer.hedge is not Hedge.EXACT else Hedged(Hedge.EXACT, at)


def _of_a_verb(t: Tokens, first: int, at: int) -> bool:
    """Whether the hedge's word belongs to a verb: "hand over three districts"."""
    if t.word(first) == "up" and _has_risen(t, first):
        return True
    if t.word(first) in ("over", "under") and _TIMES.intersection(t.low[at + 1 : at + 3]):
        return False  # "it took over six years", "he served under two"
    return t.word(first - 1) in entries("hedges")["not_before"].get(t.word(first), ())


def _has_risen(t: Tokens, up: int) -> bool:
    """Whether "up to" is how far a count has come: "the toll is now up to 31", "death toll up to 31"."""
    at = up
    while t.word(at - 1) in _BEING:
        at -= 1
    return t.word(at - 1) in ("toll", "tally") if at == up else not _clause(t, at).isdisjoint(_tallies())


def _clause(t: Tokens, at: int) -> set[str]:
    """The words of its clause before a token, as far as they are near."""
    near = reversed(t.low[max(0, at - _CLAUSE) : at])
    return set(takewhile(lambda word: word not in _ENDS, near))


@cache
def _tallies() -> frozenset[str]:
    return frozenset(entries("hedges")["tallies"])


def during(t: Tokens, first: int) -> bool:
    """Whether "over" before a span of time means "in the course of": "€2bn over three years"."""
    lead = t.word(first - 1)
    return t.word(first) == "over" and (lead[:1].isalnum() or lead in _SIGNS) and lead not in _lasting()


def after(t: Tokens, at: int) -> Hedged:
    """The hedge that begins at a token ("or more"); EXACT there where there is none."""
    here = at + (t.word(at) == "-" and t.word(at + 1) in ("odd", "ish", "plus"))
    for words, hedge in _after().get(t.word(at), ()) or _after().get(t.word(here), ()):
        start = at if t.low[at : at + len(words)] == words else here
        if t.low[start : start + len(words)] == words and _closes(t, words, start + len(words)):
            return Hedged(hedge, start + len(words))
    return Hedged(Hedge.EXACT, at)


def _closes(t: Tokens, words: list[str], after_it: int) -> bool:
    """One-word hedges after a number must not be something else: "plus 3", "40 at least", "odd jobs"."""
    if words in (["plus"], ["+"]):
        return t.word(after_it) != "up" and not (
            t.word(after_it)[:1].isdigit() or t.word(after_it) in number_words() or t.word(after_it) in "$€£¥"
        )
    following = t.word(after_it)
    if words[-1] == "up" and following == "to":
        return False  # "30 days and up to six months"
    if words[0] in ("and", "or") and (
        following[:1].isdigit() or following in ("a", "an", *number_words()) or (following == "-" and t.glued(after_it))
    ):
        return False  # "above 1000 and below 1500"
    return following != "than"  # "four days and more than 30 hours"
