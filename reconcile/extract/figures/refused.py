"""Numbers that are no figures: names, labels, times of day, addresses, ids, and "one" as a pronoun."""

import re
from functools import cache
from typing import Final

from reconcile.extract.figures import clock, nouns, units
from reconcile.extract.figures.amounts import Number, number_words
from reconcile.extract.figures.models import model
from reconcile.extract.figures.races import race
from reconcile.extract.figures.tokens import Tokens
from reconcile.lexicon import entries
from reconcile.model.units import kind

_DECADES: Final = frozenset(
    ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]
)
_ORDINAL: Final = frozenset(["st", "nd", "rd", "th"])
_SHOUTED: Final = frozenset([
    "AND", "THE", "FOR", "KILLS", "LEAST", "OVER", "THAN", "ABOUT", "ONLY", "WITH", "USD", "EUR", "GBP", "AGED",
    "AGE",
])  # fmt: skip
_SMALL: Final = frozenset(["with", "from", "into", "over", "after", "near", "than", "amid"])  # small in headlines too
_YEAR: Final = re.compile(r"1[89]\d\d|20\d\d")
_NEAR_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_NUMBER_OF_A_NAME: Final = re.compile(r"\d{1,4}(?:\.\d)?")
_TELEPHONE: Final = (3, 4)  # digits before and after the hyphen
_GROUPS: Final = 6  # of digits in a telephone number, its country first
_STAGES: Final = frozenset(["phase", "stage", "type", "grade", "tier", "category", "level", "class", "size"])
_ONE_UNIT: Final = frozenset(["a", "each", "every", "that", "any"])
_ONLY: Final = frozenset(["only", "just", "least", "than"])
_IN_A_ROW: Final = 5  # numbers in one list
_CHAIN: Final = frozenset("-./:–_")
_MEASURES: Final = frozenset(["foot", "of", "magnitude"])  # before a hyphen and the figure they are of


@cache
def _labels() -> frozenset[str]:
    return frozenset(entries("not_figures")["labels"])


@cache
def _ranks() -> frozenset[str]:
    return frozenset(entries("dates")["ordinals"])


def refused(t: Tokens, n: Number, *, money: bool, meant: bool) -> str:
    """Why a number is none of the kinds that can be compared, for people; "" where it is one of them.

    Args:
        money: whether a currency stands before it.
        meant: whether a unit, a noun that is counted or a hedge stands by it.
    """
    if t.word(n.first - 1) == "per":  # "9 cases per 100,000 people"
        return "what a rate is told for"
    if t.word(n.last) in _DECADES or _year_of(t, n):
        return "" if money else "part of a decade's name, or the year of what is named after it"
    if t.word(n.last) == "bc" or t.low[n.first - 1 : n.first] in (["ad"], ["bc"]):
        return "a year of long ago"
    if n.rule == "age group":
        return ""
    if other := "the name of a race" if not money and race(t, n) else _otherwise(t, n):
        return other
    if t.raw[n.first][0].isdigit():
        return "" if money else _in_digits(t, n, meant=meant)
    if t.raw[n.first][0].isupper() and (_in_a_name(t, n) or (t.glued(n.first) and t.word(n.first - 2).isdigit())):
        return "part of a name"
    if n.rule == "a single one":
        return "" if meant else "one that counts nothing"
    if t.word(n.first - 1) == "number":
        return "a rank"  # "the world number two"
    if t.low[n.first] == "one" and n.last == n.first + 1 and _pronoun(t, n, meant=meant):
        return "“one” that counts nothing"
    return ""


def _otherwise(t: Tokens, n: Number) -> str:
    """What the words around make of a number, if no figure."""
    if clock.in_words(t, n):
        return "a time of day"
    if t.word(n.last) == "-" and t.glued(n.last + 1) and t.word(n.last + 1) in _ranks() and n.low % 10 == 0:
        return "a rank"  # "her twenty-first birthday"
    contest = t.low[max(0, n.first - 4) : n.first] == ["best", "-", "of", "-"]
    return "how a contest is played" if contest else ""  # "a best-of-seven series"


def _in_digits(t: Tokens, n: Number, *, meant: bool) -> str:
    if _part_of_a_name(t, n):
        return "part of a name, a code, an address or a day"
    if _label(t, n, meant=meant) or model(t, n):
        return "a label, the number in a name, or a year"
    if _counted_off(t, n):
        return "the number of a point in a list"
    return "a time of day" if clock.time_of_day(t, n) else ""


def _counted_off(t: Tokens, n: Number) -> bool:
    """Whether a number opens a point of a list: "1. Boil the water.", "(2) Stay in."; not "Dead: 12. Hurt: 40."."""
    at, last = n.first, n.last
    if last != at + 1 or len(t.raw[at]) > 2 or last + 1 >= t.size or not t.raw[at].isdigit():
        return False
    bracket = t.word(at - 1) == "("
    before = t.word(at - 1 - bracket)
    opens = before in ("", ".", ";") or (before == ":" and (bracket or t.raw[at] == "1"))
    marked = t.word(last) == ")" or (t.word(last) == "." and not bracket)
    return opens and marked and t.glued(last) and not t.glued(last + 1) and t.raw[last + 1][0].isupper()


def _year_of(t: Tokens, n: Number) -> bool:
    """Whether a number is the year of what is named after it: "the 2014 Games", "a 2013 Ford"; not "2000 Romans"."""
    if n.last != n.first + 1 or n.last >= t.size or not _NEAR_YEAR.fullmatch(t.raw[n.first]):
        return False
    return t.raw[n.last].istitle() and t.raw[n.first - 1].islower() and not nouns.person(t.raw[n.last])


def _in_a_name(t: Tokens, n: Number) -> bool:
    """Whether a number word with a capital is part of a name: "the Big Three", "Six Flags"."""
    lead = n.first - 1 - (t.word(n.first - 1) == "of")  # "the Group of Seven"
    before = t.raw[lead].removesuffix("'s").removesuffix("’s") if lead >= 0 else ""
    named = before[:1].isupper() and before.isalpha() and not t.starts_sentence(lead)
    opens = before.islower() and not t.starts_sentence(n.first) and n.last < t.size and t.raw[n.last].istitle()
    return (named or opens) and not _titled(t, n)  # "the Seven Sisters"


def _part_of_a_name(t: Tokens, n: Number) -> bool:
    """Such as "A380", "COVID-19", "24/7", "192.168.1.2", "555-0123", "/2020/07/", "5th", "1990s", "mp3"."""
    first, last = n.first, n.last
    if t.glued(first):
        before = t.raw[first - 1]
        if before[-1].isalpha() or (before in "_#@/\\:" and not (before == ":" and clock.against(t, first - 2))):
            return True
        if before in "'’" and len(t.raw[first]) == 2 and not t.glued(first - 1):
            return True  # "the class of '11"
        model = t.raw[first - 2].isdigit() and (t.word(first - 3) in _labels() or t.glued(first - 2)) and first > 2
        if model and before == "-" and t.raw[first - 3][-1].isalpha() and t.raw[first - 3][0].isupper():
            return True  # "Boeing 737-800", "A330-200"
        named = t.raw[first - 2][-1].isalpha() and t.low[first - 2] not in _MEASURES  # "5-foot-10", "9-of-17"
        if before in "-–" and t.glued(first - 1) and (named or _long_chain(t, first)):
            return True
    return (t.glued(last) and _goes_on(t, n)) or _numbered(t, first, last)


def _goes_on(t: Tokens, n: Number) -> bool:
    """Whether what is written right behind digits makes a name or a day of them: "5th", "3G", "12/16", "401(k)"."""
    last, after = n.last, t.word(n.last)
    if after in _ORDINAL or after == "s" or after in ("_", "@", "\\"):
        return True
    if after[0].isalpha() and n.last == n.first + 1 and not units.unit_at(t, n.last, glued=True)[0]:
        return True  # "3G", "7e7", "777-200LR"
    if after in ("-", "–") and t.glued(last + 1) and re.match(r"0\d", t.word(last + 1)):
        return True
    if after == "/" and t.glued(last + 1) and t.word(last + 1)[:1].isdigit():
        return True
    if after in ("-", "–") and t.glued(last + 1) and last + 1 < t.size and t.raw[last + 1].istitle():
        return t.low[last + 1] in number_words()  # "a 7-Eleven shop"
    if after == "(" and t.glued(last + 1) and len(t.word(last + 1)) == 1 and t.word(last + 2) == ")":
        return t.word(last + 1).isalpha()  # "a 401(k) plan"
    return False


def _numbered(t: Tokens, first: int, last: int) -> bool:
    """Whether digits are half of a telephone number, a day with slashes, a house: "0845 125 2222", "12 / 16 / 08"."""
    before, after, own = t.word(first - 1), t.word(last), t.word(first)
    if _telephone(t, first) or after == "block":  # "the 3400 block of Elm Street"
        return True
    if (after == "/" and t.word(last + 1).isdigit()) or (before == "/" and t.word(first - 2).isdigit()):
        return True
    if before.isdigit() and own.isdigit() and len(before) >= 3 <= len(own):
        return True
    if before.startswith("0") and before.isdigit() and len(before) > 1:
        return True  # "0800 111 222"
    if _dialled(t, first):
        return True
    if after == "-" == t.word(last + 2) and t.word(last + 1).isdigit() and t.word(last + 3).isdigit() and t.glued(last):
        return True  # "+1-222-2222", "a 4-4-2 line-up"
    return own.startswith("0") and len(own) > 1 and "." not in own


def _dialled(t: Tokens, at: int) -> bool:
    """Whether digits stand in a number with its country: "+44 20 7946 0958"."""
    first = at
    while t.word(at - 1).isdigit() and first - at < _GROUPS:
        at -= 1
    return t.word(at - 1) == "+" and t.glued(at) and t.word(at + 1)[:1].isdigit()


def _telephone(t: Tokens, at: int) -> bool:
    """Whether digits are half of a telephone number: "527-3247"."""
    for place in (at, at - 2):
        halves = t.word(place), t.word(place + 2)
        if t.word(place + 1) == "-" and all(map(str.isdigit, halves)) and tuple(map(len, halves)) == _TELEPHONE:
            return place == at or t.glued(at)
    return False


def _long_chain(t: Tokens, at: int) -> bool:
    """Whether digits stand in a chain of three or more: a phone number, an id."""
    return t.word(at - 2)[:1].isdigit() and (t.word(at - 3) in _CHAIN or (t.word(at + 1) in "-–" and t.glued(at + 1)))


def _label(t: Tokens, n: Number, *, meant: bool) -> bool:
    before = t.word(n.first - 1)
    table = entries("not_figures")
    if before in table["called"] and t.word(n.first).isdigit() and len(t.word(n.first)) == 3:
        return True
    named = n.last < t.size and t.raw[n.last][0].isupper()
    if named and set(t.low[n.last + 1 : n.last + 3]).intersection(table["streets"]):
        return True  # "12 Elm Street"
    if not meant and n.last == n.first + 1 and _YEAR.fullmatch(t.raw[n.first]):
        return True  # "his 2008 Bentley"
    if before == "." and t.word(n.first - 2) in ("no", "nr", "nos", "art", "sec", "p", "pp", "vol"):
        return True
    if before == "#":
        return True
    if not meant and _one_of_a_row(t, n.first):
        return True
    capital = t.raw[n.first - 1][:1].isupper() if n.first else False
    if before in _labels() and (
        capital or before in ("number", "no", "version", "page", "flight", "channel", "highway", "route")
    ):
        return not (meant and not capital)
    if before in _STAGES and t.word(n.first).isdigit() and not _counts_next(t, n.last):
        return t.word(n.first - 2) not in ("to", "will", "would")
    bare = n.last == n.first + 1 and _NUMBER_OF_A_NAME.fullmatch(t.raw[n.first]) is not None
    if bare and _inner_capital(t, n.first - 1):
        return True
    if not bare or _counts_next(t, n.last):
        return False
    return _coded_name(t, n.first - 1) or (
        capital
        and not (t.starts_sentence(n.first - 1) or t.raw[n.first - 1] in _SHOUTED)
        and t.raw[n.first - 1].removesuffix("'s").removesuffix("’s").isalpha()
        and _name_before(t, n.first - 1)
        and not _titled(t, n)
    )


def _one_of_a_row(t: Tokens, at: int) -> bool:
    """Whether a number names one of several things that are numbered: "counts 3 and 7", "pages 12-14"."""
    for _ in range(_IN_A_ROW):
        if t.word(at - 1) in (",", "and", "or", "to", "-", "–") and t.word(at - 2).isdecimal():
            at -= 2
    return t.word(at - 1) in entries("not_figures")["numbered"]


def _counts_next(t: Tokens, at: int) -> bool:
    """Whether the very next word is what is counted, or a unit: "In Paris 20 people", "at Ascot 5 km"."""
    word = t.word(at)
    return word in ("%", "percent", "per", "$", "-") or nouns.plural(word) or nouns.person(word)


def _coded_name(t: Tokens, at: int) -> bool:
    """Whether a word is an acronym: "FTSE 100", "S&P 500"."""
    word = t.raw[at] if at >= 0 else ""
    return word.isupper() and word.isalpha() and (len(word) > 2 or t.word(at - 1) == "&") and word not in _SHOUTED


def _inner_capital(t: Tokens, at: int) -> bool:
    """Whether a word has a small first letter and a capital inside: "iPhone 4 owners"."""
    word = t.raw[at] if at >= 0 else ""
    return word.isalpha() and word[0].islower() and not word.islower()


def _titled(t: Tokens, n: Number) -> bool:
    """Whether the words around are a headline, where every word has a capital."""
    words = [t.raw[place] for place in range(max(0, n.first - 5), min(t.size, n.last + 4)) if t.raw[place].isalpha()]
    small = sum(word[0].islower() and len(word) > 3 and word not in _SMALL for word in words)
    return small == 0


def _name_before(t: Tokens, at: int) -> bool:
    """Whether a capitalised word is a name: in a headline verbs are capitalised too."""
    if at and t.raw[at - 1].istitle() and not t.starts_sentence(at - 1):
        return True  # "the freighter Arden Express 7"
    return t.low[at].endswith(("'s", "’s")) or not (t.low[at].endswith(("s", "ed", "ing")) or len(t.low[at]) < 3)


def _is_number(t: Tokens, at: int) -> bool:
    return t.word(at)[:1].isdigit() or t.word(at) in number_words()


def _pronoun(t: Tokens, n: Number, *, meant: bool) -> bool:
    after, before = t.word(n.last), t.word(n.first - 1)
    table = entries("not_figures")
    if t.word(n.first - 2) in ("a", "an", "the") and before != "," and not before[:1].isdigit():
        return True  # "a difficult one"
    if after == "-" and t.glued(n.last) and meant:
        return False  # "a one-bedroom flat"
    if before == "at" and after in ("point", "time", "stage"):
        return True
    if before in _ONE_UNIT and (name := units.unit_at(t, n.last, glued=False)[0]):
        return before != "a" and kind(name) == "time"  # "a one percent rise", "every one dollar"; not "that one day"
    if after == "of" and before in _ONLY and _is_number(t, n.last + 2):
        return False  # "only one of the three doses"
    befell = not frozenset(entries("people")["said_of_people"]).isdisjoint(t.low[n.last + 1 : n.last + 3])
    if befell and after in ("was", "is") and before in (",", "and", "but", "while"):
        return False  # "18 were saved and one was confirmed dead"
    if after in table["one_of"] or before in table["pronoun_before"] or (after == "-" and t.word(n.last + 1) == "on"):
        return True
    return not meant
