"""What a number counts whose own noun is dropped: told by a verb, by a noun before it, or by a figure before it.

What comes in: the tokens, the place of a figure that no noun follows, and the figures before it. What goes out: a unit,
or "" where nothing tells.

    26,000 had returned; killing 12        a verb that is said of people, or done to them
    five signed the petition               a verb of people, and of what votes and signs as they do
    a crowd of 900; the toll rose to 58    a noun for many people
    Injured: 40                            a label
    strikes rose to 12, from 9             the noun that changed, and what it is held against
    all seven; four others                 the noun before

To add a word: `lexicon/en/dropped.yaml`, and `people.yaml` for verbs.
"""

from collections.abc import Container, Iterable, Sequence
from functools import cache
from typing import Final

from reconcile.extract.figures.bare import ENDS, STOPS, Bare, Earlier, listed
from reconcile.extract.figures.changes import changes
from reconcile.extract.figures.hedges import is_verb
from reconcile.extract.figures.nouns import PERSON, joins, person, plural, unit_of
from reconcile.extract.figures.tokens import Tokens
from reconcile.extract.figures.verbs import past, pasts
from reconcile.lexicon import entries
from reconcile.model import units

_BACK: Final = 60  # words back to the noun that is carried over
_BESIDE: Final = 5  # words back to the noun of a count that is held against another
_CLAUSE: Final = 20  # words back to the verb that tells what changed
_SUBJECT: Final = 8  # words back from that verb to its subject
_LONG: Final = 14  # … where it begins with a toll: "the toll of the fire on the ferry Orm off Arden rose"
_AHEAD: Final = 5  # words on to the verb that tells
_CARRIED: Final = frozenset(entries("nouns")["carried"].split())
_LEVEL: Final = frozenset(["to", "from", "at"])
_LINKS: Final = frozenset(["by", "to", "from", "at", ","])
_TOLLS: Final = listed("tallies") | {"toll"}
_BEFORE_SUBJECT: Final = frozenset([",", ";", ":", "(", ".", "!", "?", "that", "as", "and"])
_RELATIVE: Final = frozenset(["that", "who", "which"])
_ANYWHERE: Final = frozenset(["anywhere", "from", "between"])  # "killing anywhere from 12 to 20"
_LARGE: Final = 1_000_000
_SMALL: Final = ("share", "points", "time")  # kinds of which nobody tells a million
_NO_CLAUSE: Final = frozenset([",", ";", ":", "(", "and", "but", "or", "who", "which", "that"])


@cache
def _people(name: str) -> frozenset[str]:
    return frozenset(entries("people")[name])


@cache
def _particles() -> dict[str, list[list[str]]]:
    """Verbs of harm with a small word behind them, by that word."""
    found: dict[str, list[list[str]]] = {}
    for phrase in entries("people")["done_with_particle"]:
        found.setdefault(phrase.split()[-1], []).append(phrase.split())
    return found


def by_what_it_stands_for(b: Bare) -> str:
    """Such as "all seven", "four others", "40 votes to 38", "up from 3.9 million"."""
    t, first, alone = b.t, b.first, b.alone
    here, before = t.word(b.at), t.word(first - 1)
    if alone and before == "to" and t.word(first - 2) == "votes":
        return "vote"  # "by 61 votes to 38"
    if before == "whom" and t.word(first - 2) == "of":
        return PERSON  # "of whom 64 remain"
    if b.near and alone and (of := _of_which(b)):
        return of
    if before == "," and here == "in" and t.word(b.at + 1) in ("all", "total"):
        return carried(t, first, _BESIDE)  # "the troops, 3,500 in all,"
    if _compared(b):
        return _held_against(b) if b.near else carried(t, first, _BESIDE)
    if here == "others" or (alone and before in _CARRIED and (before != "the" or not t.raw[first][0].isdigit())):
        return carried(t, first)
    return ""


def _of_which(b: Bare) -> str:
    """The unit of "six years, of which he has served four"."""
    t, ends = b.t, b.near[-1].after
    at = next((n for n in range(ends, min(ends + 2, b.first)) if t.word(n) == "of"), -1)
    return b.near[-1].unit if at >= 0 and t.word(at + 1) == "which" and b.first - at <= _BESIDE + 1 else ""


def by_a_verb(b: Bare) -> str:
    """Such as "26,000 had returned", "19 dead", "killing 12", "five signed the petition"."""
    t, at = b.t, b.at
    if t.word(at) == "on" and t.word(at + 1) == "board":
        return PERSON
    beyond = t.beyond(at)  # "a total of 45 (12 men and 33 women) were hurt"
    for place in range(beyond, beyond + _AHEAD):
        word = t.word(place)
        if word in _people("said_of_people"):
            return PERSON
        if word in listed("done_by_people"):
            return "" if b.one or t.word(place + 1) == "by" else _agent(t, b.first, b.near)
        if not (word in STOPS or word in listed("over") or word in ("other", "others", "people", "more")):
            break
    lead = b.first - 1
    while t.word(lead) in _ANYWHERE:
        lead -= 1
    done = t.word(lead) in _people("done_to_people") or _particled(t, lead)
    return PERSON if done and (b.alone or t.word(at) in ("others", "more", "other")) else ""


def _particled(t: Tokens, at: int) -> bool:
    """Whether a small word ends a verb of harm: "swept away", "hacked to death"."""
    ends = t.word(at)
    phrases = _particles().get(ends, ())
    return any(t.low[max(0, at + 1 - len(phrase)) : at + 1] == phrase for phrase in phrases)


def _agent(t: Tokens, first: int, near: Sequence[Earlier]) -> str:
    """Who votes, signs and refuses: the nearest that can, else people."""
    for figure in reversed(near):
        if figure.unit == PERSON or figure.unit in listed("agents"):
            return figure.unit
    before = carried(t, first)
    return before if before in listed("agents") else PERSON


def by_a_noun(b: Bare) -> str:
    """Such as "a crowd of 900", "Injured: 40", "Injured | 40", "number of strikes fell to 12", "cut staff to 40"."""
    if not (b.alone and b.whole and b.apart):
        return ""
    t, first = b.t, b.first
    before = t.word(first - 1)
    if before == "of" and t.word(first - 2) in listed("many_people"):
        return PERSON
    if any(map(is_verb, t.low[first : b.n.first])):
        return _subject(t, first)
    if before in (":", "|"):
        label = range(max(0, first - 3), first - 1)
        opens = any(t.starts_sentence(place) for place in label)
        return next(filter(None, (_counts(t, place) for place in label)), "") if opens else ""
    return _changed(t, first) if before in _LEVEL or before in listed("levels") else ""


def _counts(t: Tokens, at: int) -> str:
    """The unit that a noun before its number tells: "strikes", "toll", "injured"; "" if it tells none."""
    word = t.low[at]
    if word in listed("tallies"):
        return ""  # "bringing the totals to 412"
    if word in listed("many_people") or word in _people("said_of_people"):
        return PERSON
    if word == "age":
        return "year of age"
    named = t.raw[at][0].isupper() and not t.starts_sentence(at)
    many = person(t.raw[at]) or (plural(word) and not named and word not in listed("measured"))
    return unit_of(t.raw[at]) if many else ""


def _changed(t: Tokens, first: int) -> str:
    """What it is that rose to a number, or stands at it: the verb's subject, or its object before "to"."""
    for verb in range(first - 1, max(-1, first - _CLAUSE), -1):
        word = t.low[verb]
        if word in ";:(" or (word == "," and verb < first - 2) or t.raw[verb] in ENDS:
            return ""
        if word in changes() or word in listed("levels") or word in listed("moving"):
            told = _first(t, range(verb + 1, first - 1), _LINKS)
            return told or ("" if word in listed("moving") or t.word(verb - 1) == "to" else _subject(t, verb))
    return ""


def _first(t: Tokens, places: Iterable[int], ends: Container[str]) -> str:
    """What the first noun at one of these tokens counts, before one of the ends."""
    for place in places:
        if t.low[place] in ends or t.low[place][0].isdigit():
            return ""
        if _counts(t, place):
            return _counts(t, place)
    return ""


def _subject(t: Tokens, verb: int) -> str:
    """The noun that a verb of change tells of: "arrests rose", "the number of women in the chamber fell"."""
    start = _opening(t, verb)
    if t.word(start - 1) in _RELATIVE and any(past(t.low[n]) or t.low[n] in pasts() for n in range(start, verb)):
        verb = start - 1  # "the toll of the ferry that caught fire in rough seas rose"
        start = _opening(t, verb)
    counted = next(
        (n for n in range(start, verb - 1) if t.low[n] in listed("tallies") and t.low[n + 1] == "of"), start - 2
    )
    return _first(t, range(counted + 2, verb), ())


def _opening(t: Tokens, verb: int) -> int:
    """Where the words of a verb's subject begin."""
    start = verb
    while start > max(0, verb - _LONG) and t.low[start - 1] not in _BEFORE_SUBJECT:
        start -= 1
    return max(start, verb - _SUBJECT) if _TOLLS.isdisjoint(t.low[start : start + 3]) else start


def _held_against(b: Bare) -> str:
    """The unit of the figure that a number is held against; no millions against "84 cents a share" or "31%"."""
    held = (figure.unit for figure in reversed(b.near))
    if b.n.scaled >= _LARGE:
        held = (unit for unit in held if " per " not in unit and units.kind(unit) not in _SMALL)
    return next(held, "")


def _compared(b: Bare) -> bool:
    """Whether a number is held against an earlier one: "up from 3.9 million", "compared with 12", "40 fewer than"."""
    t, first, near = b.t, b.first, b.near
    before, lead = t.word(first - 1), t.word(first - 2)
    if (before == "from" and lead in ("up", "down")) or (before in ("with", "to") and lead == "compared"):
        return True
    if not near:
        return False
    if before in listed("held_against") or (before == "from" and (lead == "," or near[-1].after == first - 1)):
        return True
    if before == "from" and t.word(near[-1].first - 1) == "to" and first - near[-1].after < _CLAUSE:
        return _NO_CLAUSE.isdisjoint(t.low[near[-1].after : first])  # "fell to 5 percent in May from 5.4"
    if t.word(b.at) in ("more", "fewer", "less") and t.word(b.at + 1) in ("than", ".", ",", ";", ""):
        return True
    return before == "of" and "compared" in t.low[max(0, first - 4) : first]


def carried(t: Tokens, first: int, back: int = _BACK) -> str:
    """The unit of the nearest noun before a token that can be counted, at most so many words back; "" if none."""
    for place in range(first - 1, max(first - back, 0) - 1, -1):
        named = t.raw[place][0].isupper() and not (t.starts_sentence(place) or person(t.raw[place]))
        if t.low[place] != "others" and not named and (joins(t.raw[place]) or person(t.raw[place])):
            return unit_of(t.raw[place])
    return ""
