"""Cut running text into the words that dates are made of.

In: running text. Out: one `Item` for every word, number and mark of it, each with the kind of word it is; what plays
no part in dates is OTHER (or NAME with a capital). The grammar then matches kinds, never letters.

To add a word: put it into `lexicon/en/dates.yaml`. To add a shape of number: a row in `_SHAPES`.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, Final

from reconcile.extract.dates import holidays
from reconcile.extract.dates.kinds import KINDS, Item, MonthWord
from reconcile.extract.found import Refusal
from reconcile.extract.glance import small_words
from reconcile.lexicon import entries

_TOKEN: Final = re.compile(
    r"(?P<word>(?!(?:https?://|www\.)\S)[^\W\d_]\w*)"  # first, as most are words
    r"|(?P<junk>(?:https?://|www\.)\S+|[@#]\w+|[$€£¥]\s?\d[\d.,]*\w*)"
    r"|(?P<clock>\d{1,2}(?:[:.]\d\d)?\s?[apAP]\.?[mM]\b\.?|\d{1,2}:\d\d(?::\d\d)?)"
    r"|(?P<number>['’‘]?\d+(?:[.,:/–—-]\d+)*+(?:[A-Za-z%°]+)?)"
    r"|(?P<poss>['’]s\b)"
    r"|(?P<mark>\S)"
)
_MARKS: Final = {
    ",": "COMMA", ".": "DOT", "-": "DASH", "–": "DASH", "—": "DASH", "'": "APOS", "’": "APOS", "(": "OPEN",
    ")": "CLOSE", "[": "OPEN", "]": "CLOSE", "/": "SLASH",
}  # fmt: skip
_GROUPS: Final = {"junk": "OTHER", "clock": "CLOCK", "poss": "POSS"}
_SHAPES: Final = [
    ("INT", re.compile(r"0?[1-9]|[12]\d|3[01]")),
    ("YEAR", re.compile(r"1\d{3}|20\d\d|21\d\d")),
    ("NUM", re.compile(r"\d{1,4}")),
    ("ORD", re.compile(r"(\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH)")),
    ("DECADE", re.compile(r"(1\d\d|20\d)0s")),
    ("DECADE2", re.compile(r"['’‘]?(\d0)s")),
    ("YEAR2", re.compile(r"['’‘](\d\d)")),
    ("FULL", re.compile(r"(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})T?")),
    ("FULL", re.compile(r"(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4})")),
    ("FULL", re.compile(r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d\d)")),
    ("FULL", re.compile(r"(?P<a>\d\d)-(?P<b>\d\d)-(?P<y>\d\d)")),
    ("INTS", re.compile(r"(\d{1,2})[-–—](\d{1,2})")),
    ("YEARS", re.compile(r"((?:1\d|20)\d\d)[-–—/](\d{4}|\d\d)")),
    ("SLASHED", re.compile(r"(\d{1,2})/(\d{1,2})")),
    ("QUARTER", re.compile(r"([1-4])[Qq]")),
    ("HALFYEAR", re.compile(r"([12])H")),
]  # fmt: skip
_GLUED: Final = re.compile(r"(\d{1,2}/\d{1,2}(?:/\d{4})?)[-–](\d{1,2}/\d{1,2}/\d{4})")
_CODE: Final = re.compile(r"(?:(?P<q>[Qq][1-4])|(?P<h>H[12])|FY(?P<fy>\d{4}|\d\d))")
_CODED: Final = frozenset("QqHF")
_COUNTED: Final = frozenset((KINDS["COUNTWORD"], KINDS["ORDWORD"]))
_NO_PHRASE: Final = "a word of dates, but no date phrase goes through it"
_LONGEST: Final = 32  # letters; no word that plays a part in dates is longer


@cache
def _vocabulary() -> dict[str, tuple[str, Any]]:
    """Every word of the lexicon in small letters, with its kind and what it stands for."""
    raw = entries("dates")
    words: dict[str, tuple[str, Any]] = {}
    for name, kind in (
        ("seasons", "SEASON"), ("days", "DAYWORD"), ("steps", "STEP"), ("numbers", "COUNTWORD"),
        ("ordinals", "ORDWORD"),
        ("decades", "DECADE2"), ("weekdays", "WEEKDAY"),
    ):  # fmt: skip
        words |= {word: (KINDS[kind], int(value)) for word, value in raw[name].items()}
    for name, kind in ("units", "UNIT"), ("parts", "PART"), ("edges", "EDGE"):
        words |= {word: (KINDS[kind], value) for word, value in raw[name].items()}
    for kind, group in raw["kinds"].items():
        words |= {word: (KINDS[kind], word) for word in group.split()}
    words |= {word: (KINDS["HOUR"], word) for word in raw["hours"].split()}
    words |= {word: (KINDS["VAGUE"], word) for word in raw["vague_numbers"].split()}
    doubtful = set(raw["month_names"].split())
    for word, number in raw["months"].items():
        words[word] = (KINDS["MONTH"], MonthWord(int(number), short=False, doubtful=word in doubtful))
    for word, number in raw["month_abbreviations"].items():
        words[word] = (KINDS["MONTH"], MonthWord(int(number), short=True, doubtful=True))
    words |= {word: (KINDS["WEEKDAY"], -1 - int(value)) for word, value in raw["weekday_abbreviations"].items()}
    return words


_BEARING: Final = frozenset(
    KINDS[kind] for kind in ("MONTH", "WEEKDAY", "DAYWORD", "UNIT", "HOUR", "OVERNIGHT", "SEASON", "DECADE2", "HALF")
)
_LETTERS: Final = re.compile(r"[a-z]+")
_DIGIT: Final = re.compile(r"\d")
_TEN: Final = 10
_A_NUMBER: Final = "one"  # of "twenty-one"; alone it is an article
_CENTURIES: Final = ("fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thousand", "millennium")
_FIGURES: Final = re.compile(r"\d{4}|\d(?:st|nd|rd|th|0s|q|h)\b|['’‘]\d\d|\d[/.-]\d|\b(?:q[1-4]|h[12]|fy\d\d)\b")


@cache
def _telling() -> frozenset[str]:
    """Words of which every date in words has one; of a holiday's name its longest word."""
    words = [word for word, (kind, _) in _vocabulary().items() if kind in _BEARING]
    words += [f"{day}s" for day in entries("dates")["weekdays"]]  # "two Sundays ago"
    named = [max(_LETTERS.findall(name), key=len, default="") for name in holidays.names().days]
    return frozenset([*words, *named, *_CENTURIES]) - {""}


def may_hold_dates(text: str) -> bool:
    """Whether a closer look is worth its time: a quick look that spares cutting two texts of three."""
    if not _telling().isdisjoint(small_words(text)):
        return True
    low = text.lower()
    return _DIGIT.search(low) is not None and _FIGURES.search(low) is not None


def unread(text: str, taken: Sequence[tuple[int, int]]) -> list[Refusal]:
    """The words of dates, in order, that stand in none of the dates read, and why they name no day.

    Args:
        taken: half-open spans of what was read.
    """
    found: list[Refusal] = []
    before = ""
    for item in cut(text):
        if item.kind in _BEARING and not any(first < item.end and item.start < last for first, last in taken):
            recurs = before == KINDS["EVERY"]
            found.append(Refusal(item.start, item.end, "what comes back again and again" if recurs else _NO_PHRASE))
        before = item.kind
    return found


def cut(text: str) -> list[Item]:
    """The words of a text, in order."""
    items: list[Item] = []
    skip = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < skip:
            continue
        group, word = match.lastgroup, match[0]
        if group == "word":
            known = _reading(word) if end - start < _LONGEST else _unlisted(word)
            if known is None:
                skip = _among_others(text, start, word, items)
            else:
                items.append(Item(known[0], start, end, known[1]))
        elif group == "mark":
            _mark(items, start, end, word)
        elif group == "number":
            items += _numbers(start, end, word)
        else:
            items.append(Item(KINDS[_GROUPS[group or "junk"]], start, end, word))
    return items


@lru_cache(maxsize=1 << 15)
def _reading(word: str) -> tuple[str, Any] | None:
    """The kind of a word and what it stands for; None where the words around it have a say in that."""
    small = word.lower()
    kind, value = _vocabulary().get(small, (None, word))
    if small in holidays.names().firsts or kind in _COUNTED or small == _A_NUMBER:
        return None
    if kind is None or (word == small and _only_capital(kind, small, value)):
        return _code(word) or _unlisted(word)
    return kind, value


def _unlisted(word: str) -> tuple[str, str]:
    return KINDS["NAME" if word[0].isupper() else "OTHER"], word


def _among_others(text: str, start: int, word: str, items: list[Item]) -> int:
    """Add a word that others decide about, and those that belong to it; the offset after them."""
    small, end = word.lower(), start + len(word)
    named = holidays.names()
    if small in named.firsts and (found := named.pattern.match(text, start)) is not None:
        items.append(Item(KINDS["HOLIDAY"], start, found.end(), found[0].lower().replace("’", "'")))
        return found.end()
    kind, value = _vocabulary().get(small, (None, word))
    if kind == KINDS["COUNTWORD"] and (spoken := _spoken_year(text, start, items)) is not None:
        items.append(spoken)
        return spoken.end
    ones = 1 if small == _A_NUMBER else int(value) if kind in _COUNTED else 0
    if 0 < ones < _TEN and (tens := _tens(items)):
        value, start = ones + tens, items.pop().start
        kind = KINDS["ORDWORD" if kind == KINDS["ORDWORD"] else "COUNTWORD"]
    if kind is None or (word == small and _only_capital(kind, small, value)):
        kind, value = _code(word) or _unlisted(word)
    items.append(Item(kind, start, end, value))
    return end


_ONE: Final = "(?:one|two|three|four|five|six|seven|eight|nine)"
_SPOKEN: Final = re.compile(
    r"(?:(?P<cent>fifteen|sixteen|seventeen|eighteen|nineteen|twenty)[ -](?:hundred (?:and )?)?"
    r"(?:(?P<ten>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    rf"(?:[ -](?P<one>{_ONE}))?|(?P<teen>ten|[a-z]{{3,5}}teen|eleven|twelve))"
    rf"|two thousand(?:(?: and)? (?P<after>[a-z]{{3,9}}(?:[ -]{_ONE}\b)?))?)\b(?![ -](?:hundred|thousand|million))",
    re.IGNORECASE,
)


def _spoken_year(text: str, start: int, items: list[Item]) -> Item | None:
    """Read "in nineteen ninety-six", "May two thousand and fifteen": only where a year may stand."""
    if not items or items[-1].kind not in _BEFORE_SPOKEN or (match := _SPOKEN.match(text, start)) is None:
        return None
    numbers = entries("dates")["numbers"]

    def number(group: str) -> int:
        words = re.split(r"[ -]", (match[group] or "").lower())
        return sum(int(numbers.get(word, 0)) or int(word == "one") for word in words)

    if match["cent"]:
        year = 100 * number("cent") + number("ten") + number("one") + number("teen")
    else:
        year = 2000 + number("after")
    bare = match["cent"] is None and match["after"] is not None and not number("after")
    end = start + len("two thousand") if bare else match.end()
    return Item(KINDS["YEAR"], start, end, year)


def _tens(items: list[Item]) -> int:
    """The tens before a number in words: 20 in "twenty-second", "twenty five", once its dash is dropped."""
    dashed = len(items) > 1 and items[-1].kind == KINDS["DASH"]
    last = items[-2 if dashed else -1] if items else None
    if last is None or last.kind != KINDS["COUNTWORD"] or last.value % _TEN or last.value == _TEN:
        return 0
    if dashed:
        items.pop()
    return int(last.value)


_BEFORE_SPOKEN: Final = frozenset(KINDS[kind] for kind in ("IN", "SINCE", "MONTH", "OF", "BY", "INT", "ORDWORD"))


def _only_capital(kind: str, small: str, value: Any) -> bool:
    """Read "may", "march", "sun", "jan" in small letters are no dates; "november", "tuesday" and "fall" may be."""
    if kind == KINDS["MONTH"]:
        return small in ("may", "march", "mar", "jan")
    return kind == KINDS["WEEKDAY"] and value < 0


def _mark(items: list[Item], start: int, end: int, word: str) -> None:
    last = items[-1] if items else None
    if word == "." and last is not None and last.end == start and _short(last):
        items[-1] = last._replace(end=end)  # the stop of "Nov." belongs to it
        return
    items.append(Item(KINDS[_MARKS.get(word, "MARK")], start, end, word))


def _short(item: Item) -> bool:
    if item.kind == KINDS["MONTH"]:
        return bool(item.value.short)
    return item.kind == KINDS["WEEKDAY"] and item.value < 0


def _code(word: str) -> tuple[str, int] | None:
    """Read "Q3", "H1", "FY2020"."""
    if word[0] not in _CODED or len(word) > 6:
        return None
    match = _CODE.fullmatch(word)
    if match is None:
        return None
    if match["q"]:
        return KINDS["QUARTER"], int(word[1])
    if match["h"]:
        return KINDS["HALFYEAR"], int(word[1])
    year = int(match["fy"])
    return KINDS["FISCALYEAR"], year if year > 99 else 2000 + year


def _numbers(start: int, end: int, word: str) -> list[Item]:
    """What a number is, or the two and their dash that it holds: "10/1-11/2/2017"."""
    if word in holidays.names().days:  # "9/11"
        return [Item(KINDS["HOLIDAY"], start, end, word)]
    glued = _GLUED.fullmatch(word)
    if glued is None:
        return [_number(start, end, word)]
    at = start + glued.end(1)
    return [_number(start, at, glued[1]), Item(KINDS["DASH"], at, at + 1, "-"), _number(at + 1, end, glued[2])]


def _number(start: int, end: int, word: str) -> Item:
    if len(word) > 12:
        return Item(KINDS["OTHER"], start, end, word)
    for kind, shape in _SHAPES:
        match = shape.fullmatch(word)
        if match is None:
            continue
        value: Any = match
        if kind in ("INT", "YEAR", "NUM"):
            value = int(word)
        elif kind in ("ORD", "DECADE2", "YEAR2", "QUARTER", "HALFYEAR"):
            value = int(match[1])
        elif kind == "DECADE":
            value = int(match[1]) * 10
        elif kind in ("INTS", "YEARS", "SLASHED"):
            value = (int(match[1]), int(match[2]))
        return Item(KINDS[kind], start, end, value)
    return Item(KINDS["OTHER"], start, end, word)
