"""What a number counts: the noun after it, and the whole it is a part of. `dropped` tells it where no noun follows.

What comes in: the tokens and the place after a number and its unit. What goes out: a `Counted`.

    12 fully loaded magazines     the last noun of the phrase, in the plural
    3 pirate ships                a plural takes the place of what stands before it
    12 Somali and 11 Yemeni men   a phrase without its noun borrows the next one's
    seven of his 11 goals         what is counted is the whole's noun

To add a word: `lexicon/en/nouns.yaml` for how nouns look, `people.yaml` for those that are people.
"""

from functools import cache
from typing import Final, NamedTuple

from reconcile.extract.figures.amounts import number_words
from reconcile.extract.figures.dropped import carried
from reconcile.extract.figures.models import code
from reconcile.extract.figures.nouns import PERSON, joins, person, plural, unit_of
from reconcile.extract.figures.tokens import Tokens
from reconcile.extract.figures.verbs import only_verbs, past
from reconcile.extract.grammar import verbs
from reconcile.lexicon import entries
from reconcile.lexicon.cases import of_what

_REACH: Final = 8  # words from the number to the head of a noun phrase
_LISTS: Final = entries("nouns")
_STOPS: Final = frozenset(_LISTS["stops"].split())
_THROUGH: Final = frozenset(_LISTS["through"].split())
_DEFINITE: Final = frozenset(_LISTS["definite"].split())
_DETERMINED: Final = frozenset(_LISTS["determined"].split())
_PAIRED: Final = 2  # words from the second of two describing words to the noun
_NO_PASTS: Final = frozenset(["speed", "bed", "seed", "wing", "ring"])
_MORE: Final = frozenset(["more", "less", "fewer"])  # "one vote more"
_RESULTS: Final = frozenset(["win", "loss", "victory", "defeat", "draw", "lead", "decision", "vote", "ruling"])
_GROUPED: Final = ("these", "those")
_LIKE_ONE: Final = ("ed", "less", "ese", "ish", "ch", "dead", "youth")  # the same for one and for many
_HYPHENS: Final = ("-", "‑")


class Counted(NamedTuple):
    """What is counted: the noun phrase as written, its unit, the whole it is a part of, and where the phrase ends."""

    counts: str = ""
    unit: str = ""
    whole: str = ""
    end: int = 0


@cache
def _said_of_people() -> frozenset[str]:
    return frozenset(entries("people")["said_of_people"])


def after(t: Tokens, at: int, *, one: bool = False) -> Counted:
    """The noun phrase counted that begins at a token.

    Args:
        one: whether the number is one, so that the noun is in the singular.
    """
    if t.word(at) == "of":
        return _of(t, at)
    if t.closes_what_opened(at):
        at += 1  # '"at least 12" people'
    while t.word(at) in _HYPHENS and t.word(at + 1) == "plus":  # "three - plus seasons"
        at += 2
    if t.word(at) in _HYPHENS and (t.glued(at) or _spaced(t, at)):
        return _compound(t, at + 1)
    head = _head(t, at, one=one)
    if head is None:
        return _shared(t, at)
    second = t.glued(at - 1) and t.word(at - 2) in (*_HYPHENS, "–") and t.word(at - 3).isdigit()
    if second and (t.raw[head][0].isupper() or (one and t.low[head] in _RESULTS)):
        return Counted(end=at)  # "a 2-1 win", "the 0-14 Otters"
    whole = ""
    if t.word(head + 1) == "of" and t.word(head + 2) in _DEFINITE:
        whole = _phrase(t, head + 2)
    unit = PERSON if t.low[head] in _said_of_people() else unit_of(t.raw[head])
    if unit == "case" and (of := of_what(t.low, head)) and of > head:
        head, unit = of, f"case of {t.low[of]}"
    return Counted(t.text[t.start[at] : t.end[head]], unit, whole, head + 1)


def _spaced(t: Tokens, at: int) -> bool:
    """Whether a hyphen between blanks makes a compound: "a five - boat attack", not "they won 3 - more than ever"."""
    noun, head = t.word(at + 1), t.word(at + 2)
    return t.raw[at + 1 : at + 2] == [noun] and not plural(noun) and head[:1].isalpha() and head not in _STOPS


def _compound(t: Tokens, at: int) -> Counted:
    """Such as "42-storey", "three-judge panel", "a 1,000-strong crowd"; "10-for-11" and "one-sided" count nothing."""
    noun = t.word(at)
    if noun == "strong":
        return Counted("", PERSON, end=at + 1)
    if (
        not noun.isalpha()
        or noun in _STOPS
        or noun == "all"
        or (noun.endswith(("ed", "ing")) and noun not in _NO_PASTS)
    ):
        return Counted(end=at - 1)
    return Counted(t.raw[at], unit_of(t.raw[at]), end=at + 1)


def _head(t: Tokens, at: int, *, one: bool) -> int | None:
    """The head of the noun phrase at a token: its last plural noun before the phrase stops."""
    found = dead = None
    for place in range(at, min(at + _REACH, t.size)):
        word = t.low[place]
        if word in _HYPHENS and t.glued(place) == t.glued(place + 1) and (t.glued(place) or found is None):
            continue  # also "two co - workers", as agencies space it
        if _stops(t, place) or (found is not None and not _goes_on(t, found, place)):
            break
        if dead is not None and place > dead + 2:
            break
        if word in _said_of_people() and found is None and dead is None:
            if place > at and not (t.low[place - 1].endswith("ly") or t.low[place - 1] in _THROUGH):
                break  # "a 7.1 quake killed …": the word has its own subject
            dead = place
            if word == "aboard":
                break  # "ferry with 212 aboard runs aground": no noun has it before it
        elif word not in _THROUGH and (_noun(t, place) or (one and _noun_of_one(t, place))):
            found = place
            if one:
                break
    return dead if found is None else found


def _stops(t: Tokens, at: int) -> bool:
    """Whether no noun phrase goes on at a token: a mark, a stop, a number, a verb ("70,000 watched two players")."""
    word, following = t.low[at], t.word(at + 1)
    if _of_a_name(t, at):
        return False
    if not word[0].isalpha() or word in _STOPS or word in only_verbs():
        return True
    if word in number_words() and following not in _HYPHENS:  # but "two three-point plays"
        return True
    objects = following[:1].isdigit() or following in number_words() or following in _DETERMINED
    return word.endswith("ed") and objects and word not in _said_of_people()


def _of_a_name(t: Tokens, at: int) -> bool:
    """Whether a token is a piece of a name or of a measure before the noun: "A320 jets", "500-pound bombs"."""
    if t.raw[at][0].isdigit():
        if code(t, at):
            return True
        joined = t.glued(at) and (t.raw[at - 1].isupper() or t.word(at - 1) in _HYPHENS)
        return joined or (t.word(at + 1) in _HYPHENS and t.glued(at + 1) and t.glued(at + 2))
    return t.raw[at].isupper() and t.glued(at + 1) and (t.word(at + 1)[:1].isdigit() or t.word(at + 1) in _HYPHENS)


def _noun(t: Tokens, at: int) -> bool:
    """Whether a word can be what more than one is counted of: "ships", "crew", "Somalis", "the five accused"."""
    raw = t.raw[at]
    if plural(raw):
        return True
    if not person(raw) or raw.endswith("is"):
        return person(raw)
    ends = at + 1 >= t.size or _stops(t, at + 1) or t.low[at + 1].endswith("ed")  # not "two French navy ships"
    return ends and raw.lower().endswith(_LIKE_ONE)


def _goes_on(t: Tokens, found: int, place: int) -> bool:
    """Whether a phrase goes on past its plural: "union members", "Los Angeles Lakers fans"; not "crew members say"."""
    if joins(t.low[place]):
        if person(t.raw[found]) and t.low[found] != "police" and verbs().third.get(t.low[place]):
            return False  # "Ferry with 212 passengers hits rocks"
        return t.word(place + 1) not in _DETERMINED or t.word(place) in ("members", "officers")
    named = t.raw[found][0].isupper() and t.raw[found - 1][0].isupper() and not t.low[place].endswith(("ed", "ing"))
    return named and any(t.raw[n].islower() and joins(t.low[n]) for n in range(place + 1, min(place + 3, t.size)))


def _noun_of_one(t: Tokens, at: int) -> bool:
    """Whether the word ends the phrase of "one …": a noun for a person, or what a stop or a verb follows."""
    low, next_one = t.low[at], t.word(at + 1)
    if low.endswith("ly") or past(low):
        return False
    if not next_one or not next_one[0].isalpha():
        return next_one not in _HYPHENS
    if t.raw[at].islower() and t.raw[at + 1][0].isupper():
        return True  # "one reason Mayor Voss resigned"
    if next_one.endswith("ing") and t.word(at + 2)[:1].isalnum():  # "one bus carrying 20", not "one more shooting in"
        return t.word(at + 2) not in _STOPS or t.word(at + 2) in _DETERMINED
    if next_one in _STOPS or next_one in _MORE or next_one in only_verbs() or next_one.endswith(("ed", "ly")):
        return True
    return person(t.raw[at]) and not (next_one.isalpha() and _noun_of_one(t, at + 1) and person(t.raw[at + 1]))


def _shared(t: Tokens, at: int) -> Counted:
    """Such as "1,600 and 400 jobs", "12 Somali and 11 Yemeni pirates": the noun stands with the number that follows."""
    place = at
    while place < min(at + 3, t.size) and t.low[place][0].isalpha() and t.low[place] not in _STOPS:
        place += 1
    if t.word(place) not in ("and", "or") or t.word(at) == "others":
        return Counted(end=at)
    place += 1
    if place - 1 > at and t.word(place)[:1].isalpha() and (head := _paired(t, place)) is not None:
        return Counted("", unit_of(t.raw[head]), end=at)
    number = place
    while t.word(place)[:1].isdigit() or t.word(place) in number_words():
        place += 1
    head = _head(t, place, one=False) if place > number else None
    return Counted(end=at) if head is None else Counted("", unit_of(t.raw[head]), end=at)


def _paired(t: Tokens, at: int) -> int | None:
    """The noun of "23 Somali and Yemeni sea brigands", whose second describing word stands at a token."""
    if _noun(t, at) or t.low[at] in _STOPS or t.low[at] in number_words() or t.low[at - 2] in _MORE:
        return None  # "20 left and fans went home", "hurting 30 more and damaging farms"
    alike = t.raw[at][0].isupper() == t.raw[at - 2][0].isupper()
    head = _head(t, at + 1, one=False) if alike else None
    return head if head is not None and head <= at + _PAIRED else None


def _of(t: Tokens, at: int) -> Counted:
    """Such as "12,000 of the island's 30,000 inhabitants": what is counted is the whole's noun."""
    if t.word(at + 1) in ("them", "whom") and at + 2 < t.size and _noun(t, at + 2):
        return Counted(t.raw[at + 2], unit_of(t.raw[at + 2]), end=at)  # "12 dead, 3 of them children"
    if t.word(at + 1) == "whom":
        return Counted(unit=PERSON, end=at)
    if t.word(at + 1) in ("them", "which") or (t.word(at + 1) in _GROUPED and not t.word(at + 2)[:1].isalpha()):
        return Counted(unit=carried(t, at), end=at)
    phrase = _phrase(t, at + 1)
    if not phrase or t.word(at + 1) in ("them", "us", "those", "these", "whom", "which"):
        return Counted(end=at)
    definite = t.word(at + 1) in _DEFINITE or "’s" in phrase or "'s" in phrase
    noun = phrase.split()[-1]
    unit = unit_of(noun) if plural(noun) or person(noun) else ""
    return Counted("" if definite and not unit else _bare(phrase), unit, phrase if definite else "", at)


def _bare(phrase: str) -> str:
    """A noun phrase without its determiner and number: "the region's 150,000 inhabitants" counts inhabitants."""
    words = phrase.split()
    numbers = (n for n, word in enumerate(words) if word[0].isdigit() or word.lower() in number_words())
    owners = (n for n, word in enumerate(words) if word.endswith(("'s", "’s", "'", "’")))
    last = max((*numbers, *owners), default=-1)
    words = words[last + 1 :] or words[-1:]
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in _DEFINITE else words)


def _phrase(t: Tokens, at: int) -> str:
    """The noun phrase at a token, determiner included, as written; "" if none."""
    place = last = at
    if t.word(place) in _DEFINITE or t.word(place) in ("a", "an"):
        place += 1
    while place < t.size and place < at + _REACH:
        word = t.low[place]
        owned = word.endswith(("'s", "’s")) or word in ("'", "’")
        if not owned and (word in _STOPS or not (word[0].isalnum() or word == "-")):
            break
        place += 1
        last = place
        if plural(word) and t.word(place) not in ("'", "’") and not joins(t.word(place)):
            break
    return t.text[t.start[at] : t.end[last - 1]] if last > at else ""
