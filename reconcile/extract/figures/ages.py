"""Ages that a bare number tells: "aged 19, 23 and 40", "the mayor, 58, won", "two brothers, 35 and 38", "her late 50s".

In: tokens and the place of a number that has no unit. Out: whether it is an age; for "her late 50s" the span of years.
"""

from decimal import Decimal
from functools import cache
from typing import Final

from reconcile.extract.figures.amounts import Number, words
from reconcile.extract.figures.nouns import person, plural
from reconcile.extract.figures.tokens import Tokens
from reconcile.extract.figures.verbs import past, pasts
from reconcile.lexicon import entries

_OLDEST: Final = 120
_LISTED: Final = 6  # ages in one list
_ENDED: Final = frozenset(["dies", "died", "dead", "die", "dying"])
_SAID: Final = frozenset(["aged", "age", "ages"])
_BOUNDS: Final = frozenset(["under", "over", "above", "below"])
_BEFORE: Final = frozenset(["both", "now", "then", "just", "only", "about", "around"])
_THEM: Final = frozenset(
    ["nobody", "them", "those", "whom", "anyone", "everyone", "everybody", "anybody", "someone", "somebody"]
)
_WHOSE: Final = frozenset(["his", "her", "their", "my", "our", "your"])
_ONE_PERSON: Final = frozenset(["man", "woman", "boy", "girl", "child", "teenager", "baby", "pensioner", "youth"])
_ELDER: Final = frozenset(["oldest", "youngest", "eldest", "elder", "younger"])
_OF_PLACES: Final = frozenset(  # what names of places and of their teams begin with
    ["new", "north", "south", "east", "west", "united", "saint", "san", "los", "hong", "port", "fort", "real"]
)
_WHEN: Final = frozenset(["until", "when", "before", "once", "if", "till"])
_A: Final = frozenset(["a", "an"])
_OFS: Final = frozenset(["of", "for", "with", "in", "among", "and"])
_BEFORE_SUBJECT: Final = frozenset([",", ";", ":", "(", ".", "!", "?", "that", "as", "and", "but", "said", "”", '"'])
_ARE: Final = frozenset(["are", "were"])
_SUBJECT: Final = 7  # tokens of who is old
_DEATH: Final = 6  # tokens from a death to the age: "died at her home on Thursday at 91"
_ASIDE: Final = 10  # tokens of what is told of somebody between commas
_NAME: Final = 2  # its words
_MARKS: Final = frozenset([",", ".", ";", ")", ":", "–", "—", "-", ""])
_AFTER: Final = frozenset([*_MARKS, *entries("nouns")["stops"].split()])
_SCORES: Final = frozenset(
    ["not", "under", "over", "up", "down", "off", "behind", "short", "out", "per", "than", "of", "for"]
)
_AT_LEVEL: Final = frozenset(["stood", "stands", "put", "puts", "remained", "remains", "was", "were", "is"])
_GROWN: Final = 16  # from which a driver or a guard is told by age; "a guard of 12" is a dozen men
_HONOUR: Final = frozenset(["honour", "honor", "colour", "color", "advance", "rear"])
_ONE_OF: Final = frozenset(["other", "another", "one", "first", "second", "third", "fourth", "latter", "dead"])
_PAIRS: Final = frozenset(["couple", "pair"])


@cache
def _tens() -> dict[str, Decimal]:
    """Decades of a life in words and digits: "forties", "40s"."""
    return {row: Decimal(value) for row, value in entries("numbers")["decades_of_life"].items()}


def decade(t: Tokens, at: int) -> Number | None:
    """The years that "in her late 50s", "in their thirties" spans, where such a decade stands at a token.

    The parts of a decade are told loosely: the early fifties are 50 to 54, the mid-fifties 53 to 57, the late ones 55
    to 59.
    """
    low = _tens().get(t.low[at])
    last = at + 1
    if low is None and t.raw[at].isdecimal() and t.word(at + 1) == "s" and t.glued(at + 1):
        low, last = _tens().get(f"{t.raw[at]}s"), at + 2
    if low is None:
        return None
    first = at - (t.word(at - 1) in ("-", "–"))
    part = t.word(first - 1)
    lead = t.word(first - 2) if part in ("early", "mid", "late") else part
    if lead not in _WHOSE:
        return None
    from_year, to_year = {"early": (0, 4), "mid": (3, 7), "late": (5, 9)}.get(part, (0, 9))
    begins = first - 1 if part in ("early", "mid", "late") else at
    return Number(begins, last, low + from_year, low + to_year, unit="year of age", rule="decade of a life")


def group(t: Tokens, at: int) -> Number | None:
    """The age that bounds a group of people, where its number stands at a token: "under-18s", "the over 65s"."""
    if not (t.raw[at].isdecimal() and t.word(at + 1) == "s" and t.glued(at + 1) and int(t.raw[at]) <= _OLDEST):
        return None
    bound = t.word(at - 1 - (t.word(at - 1) == "-" and t.glued(at)))
    value = Decimal(t.raw[at])
    return Number(at, at + 2, value, value, unit="year of age", rule="age group") if bound in _BOUNDS else None


def age_around(t: Tokens, first: int, last: int, lead: int) -> bool:
    """Whether a bare number at tokens [first, last) is somebody's age.

    Args:
        lead: the first token of the figure, its hedge included.
    """
    if not _may_be(t, first, last):
        return False
    return _is_said(t, first, last, lead) or _beside_a_name(t, first, last) or _in_a_pair(t, first, last)


_PERSON: Final = frozenset(["he", "she", "his", "her"])


def _may_be(t: Tokens, first: int, last: int) -> bool:
    raw = t.raw[first]
    return last == first + 1 and (
        raw.isdecimal() and int(raw) <= _OLDEST if raw[0].isdigit() else t.low[first] in words()
    )


def _is_said(t: Tokens, first: int, last: int, lead: int) -> bool:
    """Such as "aged 19, 23 and 40", "the ages of 18 and 25", "died at 91", "she was 85", "those under 18"."""
    for _ in range(_LISTED):
        if t.word(first - 1) in (",", "and", "to", "or") and t.word(first - 2).isalnum() and _listed(t, first - 3):
            first -= 2
    before, earlier = t.word(first - 1), t.word(first - 2)
    if before in _SAID or (before in ("of", "between") and earlier in _SAID):
        return True
    if before == "between" and t.word(first - 3) in _SAID and earlier == "of":
        return True
    after = t.word(last)
    if before == "at" and t.starts_sentence(first - 1) and after == ",":
        she = t.word(last + 1) in _PERSON or (t.word(last + 1) == "the" and _is_one(t, last + 2))
        return t.raw[first].isdecimal() and she  # "At 83, he is the oldest"
    if before == "at" and _has_ended(t, first - 1):  # "died Thursday at 91"
        return t.raw[first].isdecimal() and after in (".", ",", "", ";", "in", "on", "of")
    if before in ("was", "is", "turned", "turns", "’s", "'s") and earlier in ("he", "she", "who"):
        return _closes(t, last)  # "She was 85."
    verb = first - 1 - (t.word(first - 1) in _BEFORE)
    if t.word(verb) in ("was", "is") and t.raw[first].isdecimal() and _of_one(t, verb):
        return _closes(t, last)
    if before in ("are", "turn") and earlier == "they" and t.word(first - 3) in _WHEN:
        return after in _AFTER  # "work until they are 64"
    if before in ("them", "whom") and earlier == "of" and t.word(first - 3) in _ELDER:
        return after in _AFTER  # "the elder of them 71"
    if before == "of" and _is_one(t, first - 2) and (earlier in _ONE_PERSON or _is_grown(t, first)):
        return after in _AFTER or after in pasts() or past(after)  # "a woman of 63", "a bank guard of 52"
    who = t.word(lead - 1)
    people = who in _THEM or person(who) or (who in _ARE and _of_people(t, lead - 1))
    bounded = t.word(lead) in _BOUNDS and lead == first - 1 and people
    return bounded and (after in _AFTER or after in pasts() or past(after))


def _closes(t: Tokens, last: int) -> bool:
    """Whether what is told ends behind a number; not "64 not out", "12 under par", "6-4"."""
    if t.word(last) == "at":
        return t.word(last + 2) in ("time", "date")
    score = t.word(last) in ("-", "–") and t.word(last + 1)[:1].isdigit()
    return t.word(last) in _AFTER and t.word(last) not in _SCORES and not score


def _has_ended(t: Tokens, at: int) -> bool:
    """Whether somebody died "at" a number; not "the dead stood at 11", "who died was put at 11"."""
    ended = next((n for n in range(at - 1, max(-1, at - _DEATH), -1) if t.low[n] in _ENDED), -1)
    noun = t.word(ended) == "dead" and t.word(ended - 1) in ("the", "of", "found")
    return ended >= 0 and not noun and _AT_LEVEL.isdisjoint(t.low[ended:at])


def _is_grown(t: Tokens, first: int) -> bool:
    """Whether an office with its article is told "of" what may be its age; not "an honour guard of 52"."""
    office = first - 2
    told = t.raw[first].isdecimal() and int(t.raw[first]) >= _GROWN
    return told and t.word(office - 1) not in _HONOUR and not _A.isdisjoint(t.low[max(0, office - 3) : office])


def _of_one(t: Tokens, verb: int) -> bool:
    """Whether it is one person of whom "is" or "was" tells.

    Simon Holt was 42; the oldest of them is 47; the man in custody is 36; Ann Reed, a teacher, was 42
    """
    if _full_name(t, verb - 1) or t.word(verb - 1) == "age":
        return True
    if t.word(verb - 1) == ",":
        return _named_aside(t, verb - 1)
    begins = verb
    while begins > max(0, verb - _SUBJECT) and t.low[begins - 1] not in _BEFORE_SUBJECT:
        begins -= 1
    if t.word(begins) in _WHOSE or t.word(begins) in ("the", "a", "an"):
        elder = t.word(begins + 1) in _ELDER
        head = next((n for n in range(begins + 1, min(begins + 4, verb)) if _heads(t, n, verb)), None)
        return elder or (head is not None and _OFS.isdisjoint(t.low[begins:head]))
    return False


def _named_aside(t: Tokens, comma: int) -> bool:
    """Whether a name stands between two commas, or before them where one person does: "Ann Reed, a teacher, was 42"."""
    opens = next((n for n in range(comma - 1, max(0, comma - _ASIDE), -1) if t.word(n) == ","), comma)
    inner = range(opens + 1, comma)
    if len(inner) == _NAME and all(t.raw[n].istitle() for n in inner):
        return t.word(opens - 1) in _ONE_OF or _is_one(t, opens - 1)  # "the other, Emil Tasz, was 22"
    return any(_is_one(t, n) for n in inner) and _opens(t, opens - _NAME, opens)


def _opens(t: Tokens, first: int, last: int) -> bool:
    """Whether a name is what a clause begins with; not "her lead over Ann Reed"."""
    named = first >= 0 and all(t.raw[n].istitle() and t.raw[n].isalpha() for n in range(first, last))
    return named and (t.starts_sentence(first) or t.word(first - 1) in _BEFORE_SUBJECT)


def _heads(t: Tokens, at: int, verb: int) -> bool:
    """Whether a noun for one person is the head of what comes before a verb; not "the victim count"."""
    behind = t.word(at + 1)
    name = at + 1 < t.size and t.raw[at + 1].istitle()
    return _is_one(t, at) and (at + 1 == verb or name or behind in _AFTER or behind in pasts() or past(behind))


def _is_one(t: Tokens, at: int) -> bool:
    """Whether a token is a noun for one person: not "family", not "guards"."""
    raw = t.raw[at] if 0 <= at < t.size else ""
    return bool(raw) and person(raw) and not plural(raw) and raw.lower() not in _many()


@cache
def _many() -> frozenset[str]:
    return frozenset(["death", "casualty", "fatality", *entries("dropped")["many_people"].split()])


def _full_name(t: Tokens, at: int) -> bool:
    """Whether two words with a capital open a sentence and end at a token: a person's name more often than not."""
    if at < 1 or t.word(at - 1) in _OF_PLACES:
        return False  # "Hong Kong is 12, Norvik is 14", "West Arden was 3"
    return t.starts_sentence(at - 1) and all(t.raw[n].istitle() and t.raw[n].isalpha() for n in (at - 1, at))


def _of_people(t: Tokens, at: int) -> bool:
    """Whether it is people of whom a verb tells: "Most of those infected | are over 65"."""
    return any(word in _THEM or person(word) for word in t.low[max(0, at - _SUBJECT) : at])


def _listed(t: Tokens, at: int) -> bool:
    return t.word(at) in _SAID or t.word(at) in (",", "between", "of", "and")


def _beside_a_name(t: Tokens, first: int, last: int) -> bool:
    """Such as "the mayor, 58, won", "Ali Khan, 17, who", "Tom Reed Jr., 49", "the couple, both 44,"."""
    if t.word(last) not in (",", ".", ";", ")"):
        return False
    comma = first - 1 - (t.word(first - 1) in _BEFORE)
    if t.word(comma) != "," or comma < 1:
        return False
    who = t.raw[comma - 1]
    if who == "." and (
        t.word(comma - 2) in ("jr", "sr") or (len(t.raw[comma - 2]) == 1 and t.raw[comma - 2].isupper())
    ):
        return True  # "Josef L., 43,"
    if comma < first - 1:
        return who.isalpha() and (who[0].isupper() or person(who) or t.word(comma - 2) in ("the", "a", "his", "her"))
    if not t.raw[first].isdecimal() or t.low[comma - 1][:1].isdigit() or t.word(last + 1)[:1].isdigit():
        return False
    begins = comma - 1
    while t.word(begins - 1) == "-":  # "his father-in-law, 77,"
        begins -= 2
    lead = t.word(begins - 1)
    determined = lead in ("the", "a", "an", "his", "her") or (lead in _ONE_OF and _is_one(t, comma - 1))
    return who.isalpha() and (who[0].isupper() or determined)


def _in_a_pair(t: Tokens, first: int, last: int) -> bool:
    """Such as "two brothers, 35 and 38, were", "a couple, 71 and 68."."""
    if t.word(last) == "and":
        begins, ends = first, last + 2
    elif t.word(first - 1) == "and":
        begins, ends = first - 2, last
    else:
        return False
    one, other = t.word(begins), t.word(ends - 1)
    if not (one.isdecimal() and other.isdecimal() and int(one) <= _OLDEST and int(other) <= _OLDEST):
        return False
    who = t.raw[begins - 2] if begins > 1 else ""
    people = person(who) or who.lower() in _PAIRS
    return t.word(begins - 1) == "," and people and t.word(ends) in _MARKS
