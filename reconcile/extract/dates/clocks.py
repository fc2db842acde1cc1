"""Times of day: "at 12:00 UTC Monday", "shortly after 4.17 a.m.", "at eight minutes to four", "by six o'clock".

In: running text. Out: each time told, as ISO 8601 has it, with its zone where one is said, and whether it is told right
beside a day. What stands alone is of no day: none is guessed. A number without "a.m.", "o'clock" or a colon is a time
only where its part of the day stands behind it ("at five in the afternoon"), or, with a dot, beside its day.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from reconcile.extract.dates import zones
from reconcile.lexicon import entries
from reconcile.model import Role
from reconcile.model.values import ABOUT, EITHER_HALF

_HALF: Final = 12  # hours
_HOUR: Final = 60  # minutes, as are these
_HALF_HOUR: Final = 30
_QUARTER: Final = 15
_TWENTY: Final = 20
_NAMED: Final = {"noon": 12, "midday": 12, "midnight": 0}
_TO_ITS_END: Final = frozenset({"before", "by", "until", "till"})  # midnight is the end of the day it is told with, …
_FROM_ITS_START: Final = frozenset({"after", "past"})  # … or its start; "at midnight on Monday" may be either
_NIGHT: Final = 6  # the hour from which "at night" is before midnight
_EARLY: Final = 7 * _HOUR
_WITH_PAST: Final = frozenset(["it was", "until", "till", "before", "after", "since", "by"])
_ODDS: Final = ("five", "ten", "twenty", "twenty-five")  # minutes that are told without the word: "at ten to six"
_ANY: Final = re.compile(
    r"\d(?::[0-5]\d| ?[apAP]\.?[mM]\b| ?(?:GMT|UTC|hours|hrs)\b)|\b(?:[Nn]oon|[Mm]idday|[Mm]idnight|o['’]clock)\b"
    r"|\b(?:past|to) (?:[a-z]{3}|1?\d\b)|\d\.[0-5]\d\b|[a-z\d] (?:in the|on [A-Z][a-z]+day) (?:early )?(?:mor|aft|eve)"
    r"|[a-z\d] at night\b"
)
_SPANS: Final = {  # the minutes of each part of the day
    "morning": range(_HALF * _HOUR), "afternoon": range(_HALF * _HOUR, 19 * _HOUR),
    "evening": range(16 * _HOUR, 24 * _HOUR), "early hours": range(_EARLY),
}  # fmt: skip
_PART: Final = r"(?P<{}>morning|afternoon|evening|night|early hours)"
_OWN: Final = rf" (?:in the (?:early )?|at ){_PART.format('own')}\b(?! (?:session|shift|news|edition|sky))"
_OF_A_DAY: Final = (  # "on Tuesday morning", "last night": they belong to the day, which is read as one
    r"(?= (?:early )?(?:on )?(?:that|this|the same|the next|the following|yesterday|last|[A-Z][a-z]+day) "
    rf"{_PART.format('of')}\b| (?P<tonight>tonight)\b)"
)
_LED: Final = re.compile(rf"\b{_PART.format('part')}[ ,]+$")  # "On Tuesday morning at 4.12"
_ELSEWHERE: Final = r"(?! (?:[A-Z]{2,5}\b|(?!local )\w+ (?:\w+ )?time\b))"  # "4:17 a.m. PT", "7 p.m. Tokyo time"
_TIE: Final = re.compile(
    r"\b(?:(?P<rough>(?:(?P<at>at) )?(?:about|around|approximately|roughly|nearly|almost|some time around"
    r"|(?:shortly|just|soon|a little|moments|minutes|not long) (?P<near>after|before|past)))"
    r"|(?P<tie>at|it was|before|after|by|since|until|till|from)) $"
    r"|\b(?P<its>the|an?|['’]s) $",
    re.IGNORECASE,
)
_NOUN: Final = re.compile(r"[ -][a-z]{3}")  # "the 2:30 p.m. crash"; not "a 7 p.m. Tuesday", "the 9 a.m. to 5 p.m."
_AGAIN: Final = re.compile(r"\b(?:every|each|daily|nightly|weekly|usually|normally)\b[^,;.]{0,30}$", re.IGNORECASE)
_AGAIN_BEHIND: Final = re.compile(
    r"(?: local time)?,? (?:on )?(?:(?:every|each) (?:day|night|morning|afternoon|evening|week|month|[A-Z][a-z]+day)"
    r"|daily|nightly|weekly|weekdays|weekends|[A-Z][a-z]+days)\b"
)
_OF_A_GAME: Final = r"(?! (?:of the|in the (?:first|second|third|fourth|final|last|\d+(?:st|nd|rd|th))|to play)\b)"
_NO_SUM: Final = (  # what may follow "at 18.00", "at 11.52": no unit, no noun
    r"(?=$|[.,;:!?)\]\"”’—–](?!\d)| (?:[—–(]|(?:on|at|in|and|when|as|after|before|by|but|that|this|yesterday)\b"
    r"|local time\b|[A-Z][a-z]+day\b))"
)
_LEVELS: Final = re.compile(  # where "at 4.20" is a rate, a price, a score
    r"\b(?:stood|stands?|remain(?:s|ed)?|put|held|steady|rose|fell|clos(?:e[sd]?|ing)|trad(?:es?|ed|ing)|priced?|prices"
    r"|quoted|settled|valued|shares?|stocks?|index|gauge|rates?|yields?|bonds?|gilts?|currency|sterling|dollars?|euros?"
    r"|pounds?|yen|yuan|rupees?|rupiah|rou?bles?|rubles?|francs?|rand|pesos?|liras?|kron(?:a|e|or)|zlotys?|crude|brent"
    r"|analysts?|inflation|unemployment|turnout|earnings|sold|sells?|odds|takes?|magnitude"
    r"|record|average|level|ratio)\b[^;.!?]*$",
    re.IGNORECASE,
)
_CLOSED: Final = (  # what may follow "ten past four": no noun, unit or number ("at ten to twelve years of age")
    r"(?=$|[.,;:!?)\]\"”’—–]| (?:[—–(-]|on\b|in the (?:early )?(?:morning|afternoon|evening)\b|at night\b"
    rf"|(?:that|this|last|yesterday|local time|tonight)\b|[A-Z][a-z]+day\b|(?:{zones.WRITTEN})))"
)
_REACH: Final = 40  # characters before a time in which what ties it may stand
_ROLES: Final = {
    "before": Role.BEFORE, "after": Role.AFTER, "by": Role.BY, "since": Role.SINCE, "until": Role.UNTIL,
    "till": Role.UNTIL, "from": Role.FROM,
}  # fmt: skip
_RANGE: Final = re.compile(r" ?(?:-|–|—|to|and|or) ?\d")  # "from 5 to 6pm", "at 2:00 - 2:30 pm": no one hour
_DAY_BEHIND: Final = re.compile(r"(?: local time)?,?(?: on| of| early)?(?: the)? ")
_DAY_AHEAD: Final = re.compile(r",? ")


class Clock(NamedTuple):
    """A time of day in running text.

    Attributes:
        start, end: half-open offsets, with what makes it rough or a bound ("shortly after 10 p.m.", "before four").
        tied: where the words begin that tie it: "at".
        time: as `When.clock` has it without a zone: "07:42", "06:30?".
        zone: as it is written, if any: "GMT", "ET".
        role: what it is to what happened.
        needs: whether it is a time only beside a day: "after 15:11" may be a verse.
        nightly: whether its night runs on into the next day, so that it is of no day: "2 a.m. on Monday night", "at
            midnight on Monday".
        dotted: whether it is written "11.40", as a sum may be.
    """

    start: int
    end: int
    tied: int
    time: str
    zone: str
    role: Role
    needs: bool
    nightly: bool
    dotted: bool

    def on(self, day: date | None) -> str:
        """The time as `When.clock` has it, if told of a day; "" where no day says how far off its zone is."""
        offset = zones.offset(self.zone, day) if self.zone else ""
        return "" if offset is None else f"{self.time[:5]}{offset}{self.time[5:]}"

    def beside(self, text: str, start: int, end: int) -> bool:
        """Whether a day at text[start:end] is right beside it: "at 4.12 a.m. on Tuesday", "Tuesday, at 4.12 a.m."."""
        if self.end <= start:
            return _DAY_BEHIND.fullmatch(text, self.end, start) is not None
        return end <= self.tied and _DAY_AHEAD.fullmatch(text, end, self.tied) is not None


def clocks(text: str) -> Iterator[Clock]:
    """The times of day of a text, in order."""
    if _ANY.search(text) is not None:
        for found in _time().finditer(text):
            clock = _read(text, found)
            if clock is not None:
                yield clock


@cache
def _time() -> re.Pattern[str]:
    """Every form of an hour, without what ties it."""
    digits, minute = r"(?P<{}>2[0-3]|[01]?\d)", r"(?P<{}>[0-5]\d)(?P<{}>:[0-5]\d)?"
    one = "|".join(word for word, value in _numbers().items() if value <= _HALF)
    count = rf"(?:(?:twenty|thirty|forty|fifty)(?:[ -](?:{one}))?|{'|'.join(_numbers())})"
    return re.compile(
        r"(?<![\w$€£¥.,:/+-])(?>"
        rf"{digits.format('twelve')}(?:[:.]{minute.format('with', 'odd')})? ?(?P<half>[apAP])\.?[mM]\b\.?"
        rf"|{digits.format('hour')}:{minute.format('minute', 'seconds')}{_OF_A_GAME}"
        r"|(?P<hours>2[0-3]|[01]\d)(?P<minutes>[0-5]\d)"
        r"(?:(?P<unit> (?:hours|hrs)\b)(?! (?:of|later|at the)\b)|(?= ?(?:GMT|UTC)\b))"
        rf"|(?:(?P<thirty>half)|(?:a )?(?P<quarter>quarter)|(?P<count>{count})(?P<told> minutes?)?)"
        rf" (?P<way>past|to) (?P<after>{one}|1[0-2]|[1-9]|noon|midnight)\b{_CLOSED}"
        rf"|(?P<word>{one}|1[0-2]|[1-9]) o['’]clock\b|(?P<named>[Nn]oon|[Mm]idday|[Mm]idnight)\b"
        rf"|(?P<dotted>2[0-3]|[01]?\d)\.(?P<behind>[0-5]\d){_NO_SUM}"
        rf"|(?P<bare>{one}|1[0-2]|[1-9])"
        r"(?= (?:(?:in the|on [A-Z][a-z]+day) (?:early )?(?:morning|afternoon|evening)|at night)\b))"
        rf"(?!:?\d)(?: ?(?P<zone>{zones.WRITTEN}|(?: {zones.IN_WORDS}))|{_ELSEWHERE})(?:{_OWN}|{_OF_A_DAY})?"
    )


@cache
def _numbers() -> dict[str, int]:
    small = ((word, int(value)) for word, value in entries("dates")["numbers"].items())
    return {"one": 1, **{word: value for word, value in small if value < _TWENTY}}


def _read(text: str, found: re.Match[str]) -> Clock | None:
    """A time with what ties it; None where nothing does, or it may be something else ("stopped it at 2:56")."""
    begins = max(0, found.start() - 2 * _REACH)
    tie = _TIE.search(text, max(begins, found.start() - _REACH), found.start())
    if tie is None or _is_other(text, found, tie, begins):
        return None
    word = (tie["tie"] or "").lower()
    role, at = _ROLES.get(word, Role.ON), word == "at" or tie["at"] is not None
    led = _LED.search(text, begins, tie.start()) if at or tie["near"] else None
    part = found["own"] or found["of"] or found["tonight"] or (led["part"] if led else "")
    minute = _minute(found, part)
    if minute is None or not _agrees(minute[0], part):
        return None
    told, sure = minute
    nightly = part in ("night", "tonight") and told < _NIGHT * _HOUR
    if found["named"] and found["named"].lower() == "midnight":
        told = 2 * _HALF * _HOUR if (tie["near"] or word) in _TO_ITS_END else told
        nightly = told == 0 and (tie["near"] or word) not in _FROM_ITS_START
    rough = tie["rough"] is not None or text.startswith(" or so", found.end())
    start = tie.start() if rough or role is not Role.ON else found.start()
    marks = ("" if sure else EITHER_HALF) + (ABOUT if rough else "")
    zone = (found["zone"] or "").strip()
    after = role in (Role.AFTER, Role.FROM) and found["hour"]
    doubtful = after or (found["dotted"] and not sure)
    needs = not zone and bool(doubtful or (found["unit"] and not at and found["hours"][0] != "0"))
    written = f"{told // _HOUR:02}:{told % _HOUR:02}{marks}"
    return Clock(start, found.end(), tie.start(), written, zone, role, needs, nightly, bool(found["dotted"]))


def _is_other(text: str, found: re.Match[str], tie: re.Match[str], begins: int) -> bool:
    """Whether it is one end of a range, what comes again and again, a rate, or a count that is told like a time.

    Args:
        begins: where the words before it begin that may tell.
    """
    again = _AGAIN.search(text, begins, tie.start()) or _AGAIN_BEHIND.match(text, found.end())
    if again or _RANGE.match(text, found.end()):
        return True
    word = (tie["tie"] or "").lower()
    if tie["its"] and not (found["half"] and _NOUN.match(text, found.end())):
        return True
    if found["way"]:
        at = word == "at" or tie["at"] is not None
        return not _is_past_or_to(found, at=at, told=at or bool(tie["near"]) or word in _WITH_PAST)
    if found["dotted"] or found["bare"]:  # "at five on Monday evening" may be a count, "shortly after five" is none
        count = found["bare"] and (word == "from" or (found["of"] and not tie["near"]))
        return bool(count or _LEVELS.search(text, begins, tie.start()))
    return False


def _is_past_or_to(found: re.Match[str], *, at: bool, told: bool) -> bool:
    """Whether "ten past four" is a time: not "by half to two cents", nor the odds of "at twenty to one"."""
    if not told or found["way"] == "past":
        return told
    if found["after"].isdecimal():  # "a quarter to 5", not "ten to 5"
        return bool(found["quarter"])
    if found["thirty"] or (found["count"] and not found["told"] and found["after"] == "one"):
        return False
    return bool(found["told"]) or (at and (bool(found["quarter"]) or found["count"].replace(" ", "-") in _ODDS))


def _minute(found: re.Match[str], part: str) -> tuple[int, bool] | None:
    """The minute of the day that a time tells, and whether its half of the day is sure; None where it is no time."""
    if found["named"]:
        return _HOUR * _NAMED[found["named"].lower()], True
    if found["hours"]:
        return _HOUR * int(found["hours"]) + int(found["minutes"]), True
    if found["half"]:
        hour, minute = int(found["twelve"]), int(found["with"] or 0)
        later = _HALF * (found["half"] in "pP")
        return (_HOUR * (hour % _HALF + later) + minute, True) if 0 < hour <= _HALF else None
    if found["hour"]:
        return _in_digits(found, part)
    if word := found["word"] or found["bare"]:
        return _of_part(_number(word) * _HOUR, part), bool(part)
    if found["dotted"]:
        told = _HOUR * int(found["dotted"]) + int(found["behind"])
        whole = told >= (_HALF + 1) * _HOUR or found["dotted"][0] == "0"
        return (told, True) if whole else (_of_part(told, part), bool(part))
    count = _HALF_HOUR if found["thirty"] else _QUARTER if found["quarter"] else _number(found["count"])
    past = count if found["way"] == "past" else -count
    whole = found["after"]
    start = _HOUR * _NAMED[whole] if whole in _NAMED else _of_part(_HOUR * _number(whole), part)
    return (start + past) % (2 * _HALF * _HOUR), bool(part) or whole in _NAMED


def _in_digits(found: re.Match[str], part: str) -> tuple[int, bool] | None:
    """The same of "18:00", "4:12 on Tuesday morning"; not of "won in 2:24:48", "with 7:54 to play"."""
    told = _HOUR * int(found["hour"]) + int(found["minute"])
    if found["seconds"] and not found["zone"]:
        return None
    whole = told >= (_HALF + 1) * _HOUR or found["hour"][0] == "0" or found["zone"] in ("GMT", "UTC")
    if whole:
        return told, True
    return (_of_part(told, part), True) if part else None


def _agrees(minute: int, part: str) -> bool:
    """Whether a minute lies in the part of the day that is told with it: not "18:30 in the morning"."""
    if part in ("night", "tonight"):
        return minute < _EARLY or minute >= (_HALF + 5) * _HOUR
    return not part or minute in _SPANS[part]


def _of_part(minute: int, part: str) -> int:
    """A minute of a clock of twelve hours in the part of the day that is told; before noon where none is."""
    minute %= _HALF * _HOUR
    late = part in ("afternoon", "evening") or (part in ("night", "tonight") and minute >= _NIGHT * _HOUR)
    return minute + _HALF * _HOUR if late else minute


def _number(words: str) -> int:
    """A number of hours or minutes: "four", "twenty-five", "10"."""
    if words.isdecimal():
        return int(words)
    tens, _, ones = words.replace("-", " ").partition(" ")
    return sum(int(entries("dates")["numbers"].get(word, 1)) for word in (tens, ones) if word)
