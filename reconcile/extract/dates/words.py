"""Cut running text into the words that dates are made of.

In: running text. Out: one `Item` for every word, number and mark of it, each with the kind of word it is; what plays
no part in dates is OTHER (or NAME with a capital). The grammar then matches kinds, never letters.

To add a word: put it into `lexicon/en/dates.yaml`. To add a shape of number: `shapes`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache, partial
from itertools import accumulate
from typing import Any, Final

from reconcile.extract.dates import holidays
from reconcile.extract.dates.kinds import KINDS, Item, MonthWord
from reconcile.extract.dates.shapes import GLUED, code, digits, glued
from reconcile.extract.found import Refusal
from reconcile.extract.glance import small_words
from reconcile.lexicon import entries

_TOKENS: Final = {  # words first, as most are words
    "word": r"(?!(?:https?://|www\.)\S)[^\W\d_]\w*",
    "junk": r"(?:https?://|www\.)\S+|[@#]\w+|[$€£¥]\s?\d[\d.,]*\w*",
    "clock": r"\d{1,2}(?:[:.]\d\d)?\s?[apAP]\.?[mM]\b\.?|\d{1,2}:\d\d(?::\d\d)?",
    "number": r"['’‘]?\d+(?:[.,:/–—~-]\d+)*+(?:[A-Za-z%°]+)?",
    "poss": r"['’]s\b",
    "mark": r"\S",
}
_CUT: Final = re.compile(f"({'|'.join(_TOKENS.values())})")
_TOKEN: Final = re.compile("|".join(f"(?P<{name}>{shape})" for name, shape in _TOKENS.items()))
_MARKS: Final = {
    ",": "COMMA", ".": "DOT", "-": "DASH", "–": "DASH", "—": "DASH", "'": "APOS", "’": "APOS", "(": "OPEN",
    ")": "CLOSE", "[": "OPEN", "]": "CLOSE", "/": "SLASH",
}  # fmt: skip
_GROUPS: Final = {"junk": "OTHER", "clock": "CLOCK", "poss": "POSS"}
_COUNTED: Final = frozenset((KINDS["COUNTWORD"], KINDS["ORDWORD"]))
_NO_PHRASE: Final = "a word of dates, but no date phrase goes through it"
_LONGEST: Final = 32  # letters; no word that plays a part in dates is longer
_MANY: Final = 1 << 15  # tokens that are remembered


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
_CENTURIES: Final = (
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thousand", "millennium", "workweek",
)  # fmt: skip
_FIGURES: Final = re.compile(  # first a look at the letter: most places have none of these
    r"(?=[\d'’‘qhfc])(?:\d{4}|\d(?:st|nd|rd|th|0s|[qh:]| ?[ap]\.?m)\b|['’‘]\d\d|\d[/.-]\d"
    r"|\b(?:q[1-4]|h[12]|[fc]y\d\d)\b)"
)


@cache
def _telling() -> frozenset[str]:
    """Words of which every date in words has one; of a holiday's name its longest word."""
    words = [word for word, (kind, _) in _vocabulary().items() if kind in _BEARING]
    words += [f"{name}s" for part in ("weekdays", "seasons") for name in entries("dates")[part]]  # "two Sundays ago"
    named = [max(_LETTERS.findall(name), key=len, default="") for name in holidays.names().days]
    return frozenset([*words, *named, *_CENTURIES, "clock", "minutes", "past"]) - {""}


@lru_cache(maxsize=2)
def may_hold_dates(text: str) -> bool:
    """Whether a closer look is worth its time: it spares cutting two texts of three; kept for who asks next."""
    if not _telling().isdisjoint(small_words(text)) or "y that time" in text:
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
    pieces = _CUT.split(text)  # what stands between two tokens, and each token, in turn
    tokens = pieces[1::2]
    if not tokens:
        return []
    places = list(accumulate(map(len, pieces)))
    kinds, values = zip(*map(_READINGS.__getitem__, tokens), strict=True)
    items = list(map(_item, zip(kinds, places[:-1:2], places[1::2], values, strict=True)))
    asides = [at for at, kind in enumerate(kinds) if kind == _ASIDE] if _ASIDE in kinds else []
    return _together(text, items, asides) if asides else items


def _together(text: str, items: list[Item], asides: Iterable[int]) -> list[Item]:
    """The words of a text, once those that stand in a group are read with their group.

    Args:
        asides: the places of those about which the words around them have a say.
    """
    found: list[Item] = []
    done = 0
    for at in asides:
        if at < done:
            continue
        found += items[done:at]
        skip, done = _among_others(text, items[at], found), at + 1
        while done < len(items) and items[done].start < skip:
            done += 1
    return found + items[done:]


_item: Final[Callable[[Iterable[Any]], Item]] = partial(tuple.__new__, Item)
_ASIDE: Final = ""  # the kind of a token while the words around it have a say in what it is


class _Readings(dict[str, tuple[str, Any]]):
    """The kind of every token met so far and what it stands for; most news are made of words met before."""

    def __missing__(self, token: str) -> tuple[str, Any]:
        """Read a token that was not met, and keep what is short."""
        reading = _reading(token)
        if len(token) < _LONGEST:
            if len(self) >= _MANY:
                self.clear()
            self[token] = reading
        return reading


_READINGS: Final = _Readings()


def _reading(token: str) -> tuple[str, Any]:
    match = _TOKEN.fullmatch(token)
    group = match.lastgroup if match else None
    if group == "word":
        return _word(token) if len(token) < _LONGEST else _unlisted(token)
    if group == "mark":
        return KINDS[_MARKS.get(token, "MARK")], token
    if group == "number":
        if token in holidays.names().days:  # "9/11"
            return KINDS["HOLIDAY"], token
        return (_ASIDE, token) if GLUED.fullmatch(token) else digits(token)
    return KINDS[_GROUPS[group or "junk"]], token


def _word(word: str) -> tuple[str, Any]:
    """The kind of a word and what it stands for."""
    small = word.lower()
    kind, value = _vocabulary().get(small, (None, word))
    if small in holidays.names().firsts or kind in _COUNTED or small == _A_NUMBER:
        return _ASIDE, word
    if kind is None and (parted := _MONTH_DAY.fullmatch(word)) and _is_month(parted[1]):
        return _ASIDE, word
    if kind is None or (word == small and _only_capital(kind, small, value)):
        return code(word) or _unlisted(word)
    return (_ASIDE, word) if _short(kind, value) else (kind, value)


_MONTH_DAY: Final = re.compile(r"([A-Za-z][a-z]{2,8})(\d\d)")  # "Dec31"; "Oct4" and "MARCH1" are genes


def _is_month(word: str) -> bool:
    return _vocabulary().get(word.lower(), ("", None))[0] == KINDS["MONTH"]


def _unlisted(word: str) -> tuple[str, str]:
    return KINDS["NAME" if word[0].isupper() else "OTHER"], word


def _among_others(text: str, item: Item, items: list[Item]) -> int:
    """Add a word that others decide about, and those that belong to it; the offset after them."""
    _, start, end, word = item
    if not word[0].isalpha():
        items += glued(start, end, word)
        return end
    if (parted := _MONTH_DAY.fullmatch(word)) is not None:
        at = start + parted.end(1)
        month, (number, day) = _vocabulary()[parted[1].lower()], digits(parted[2])
        items += [Item(month[0], start, at, month[1]), Item(number, at, end, day)]
        return end
    small = word.lower()
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
        kind, value = code(word) or _unlisted(word)
    while _short(kind, value) and text.startswith(".", end):
        end += 1  # the stop of "Nov." belongs to it
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
    lead = items[-2] if len(items) > 1 and items[-1].kind == KINDS["COUNTWORD"] else None
    of_a_day = lead is not None and lead.kind == KINDS["MONTH"]  # "May five nineteen ninety-six"
    if (
        not items
        or (items[-1].kind not in _BEFORE_SPOKEN and not of_a_day)
        or (match := _SPOKEN.match(text, start)) is None
    ):
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


def _short(kind: str, value: Any) -> bool:
    """Whether a month or a weekday is abbreviated."""
    if kind == KINDS["MONTH"]:
        return bool(value.short)
    return kind == KINDS["WEEKDAY"] and value < 0
