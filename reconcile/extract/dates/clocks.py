"""Times of day told with a day: "at 12:00 UTC Monday", "on Tuesday at 7.42pm", "at 0630 GMT on 3 May".

In: running text and where a day stands. Out: the time as ISO 8601 has it, with its zone where one is said. A time said
roughly ("at about 7.42pm"), or as a bound ("after 5 p.m."), is none.
"""

import re
from typing import Final

_ZONES: Final = {
    "GMT": "Z", "UTC": "Z", "BST": "+01:00", "CET": "+01:00", "CEST": "+02:00", "EST": "-05:00", "EDT": "-04:00",
    "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00",
}  # fmt: skip
_TIME: Final = (
    r"(?:(?P<hour>2[0-3]|[01]?\d)(?::(?P<minute>[0-5]\d)|\.(?P<point>[0-5]\d)(?= ?[ap]\.?m\b)|(?= ?[ap]\.?m\b))"
    r"(?: ?(?P<half>[ap])\.?m\b\.?)?|(?P<hours>2[0-3]|[01]\d)(?P<minutes>[0-5]\d)(?= (?:GMT|UTC)\b))"
    rf"(?![\d:])(?: (?P<zone>{'|'.join(_ZONES)})\b)?"
)
_ANY: Final = re.compile(r"\d(?::\d\d| ?[ap]\.?m\b|\.\d\d ?[ap]\.?m\b| (?:GMT|UTC)\b)")
_BEFORE: Final = re.compile(rf"\b[Aa]t {_TIME}(?: local time)?,?(?: on| yesterday,?)? (?:the )?$")
_ELSEWHERE: Final = r"(?! (?:[A-Z]{2,5}\b|(?!local )\w+ (?:\w+ )?time\b))"  # "4:17 a.m. PT", "7 p.m. Tokyo time"
_AFTER: Final = re.compile(rf",? at (?>{_TIME}){_ELSEWHERE}")
_REACH: Final = 40  # characters before a day in which its time may stand
_HALF: Final = 12


def any_told(text: str) -> bool:
    """Whether a text holds a time of day at all."""
    return ("at " in text or "At " in text) and _ANY.search(text) is not None


def beside(text: str, start: int, end: int) -> str:
    """The time of day told right before or behind a day at text[start:end]; "" where there is none."""
    found = _BEFORE.search(text, max(0, start - _REACH), start) or _AFTER.match(text, end)
    if found is None:
        return ""
    hour, minute = int(found["hour"] or found["hours"]), found["minute"] or found["point"] or found["minutes"] or "00"
    if found["half"]:
        if not 0 < hour <= _HALF:
            return ""
        hour = hour % _HALF + (_HALF if found["half"] == "p" else 0)
    return f"{hour:02}:{minute}{_ZONES.get(found['zone'] or '', '')}"
