"""Whether the words around a date look back or ahead: "will open on Tuesday", "opened on Tuesday".

In: the text and where a date stands. Out: -1, 0 or 1. The nearest verb before the date in its sentence decides; where
there is none, the first one after it ("On Friday the committee will vote").
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from reconcile.extract.grammar import Tag, closed
from reconcile.extract.sentences import goes_on
from reconcile.lexicon import entries

_WINDOW: Final = 120
_VERB: Final = 36  # characters before a date in which "opens on" may stand
_AT: Final = r"(?:at (?:noon|midnight|[\d.:]+ ?(?:[ap]\.?m\.?)?) )"


def _not_behind(words: Iterable[str]) -> str:
    return "".join(f"(?<!\\b{word} )" for word in words)


_NO_NOUN: Final = _not_behind(["a", "an", "the", "his", "her", "its", "their"])  # "her run in"
_WHAT: Final = r"(?:(?:the|an?|its|his|her|their|our|against|at) |[A-Z])"
_MANY: Final = frozenset(["they", "we", "you", "who", "people", "police"])
_NO_SUBJECT: Final = frozenset([Tag.DET, Tag.POSS, Tag.PREP, Tag.TO, Tag.MODAL, Tag.DO, Tag.COORD, Tag.NOT, Tag.BE])
_TO_DO: Final = re.compile(
    r"\bto (?!a |an |the |at |its |his |her |their |more |about |nearly |around |some |over )[a-z]+\b[^,;.]*$"
)
_STOP: Final = re.compile(r"[.!?]['\"”’)]*\s+(?=[\"“‘'(]?[A-Z0-9])|[;:]\s")


class Cues(NamedTuple):
    """Patterns for the words of `lexicon/en/tenses.yaml`."""

    any: re.Pattern[str]
    schedule: re.Pattern[str]
    timetable: re.Pattern[str]
    verbs: frozenset[str]  # of which the timetable's pattern holds one
    allowing: re.Pattern[str]
    future: frozenset[str]
    weak: frozenset[str]


@cache
def _cues() -> Cues:
    words = entries("tenses")
    future, weak = _phrases(words["future"]), words["weakly_past"].split()
    past = [*words["past"].split(), *weak]
    timetable, moved = "|".join(_phrases(words["schedule"])), "|".join(_phrases(words["moved_to"]))
    bare = "|".join(words["schedule_before_days"].split())
    firsts = "".join(sorted({word[0] for word in f"{timetable}|{bare}|{moved}".split("|")}))
    once, not_open = "|".join(words["could_once"].split()), _not_behind(words["no_opening"].split())
    behind, no_past = _either(_phrases(" ".join(past))), _either(words["no_past"].split())
    ahead = rf"(?!(?:{_either(_phrases(words['no_future']))})\b)(?:{_either(future)})"
    return Cues(
        re.compile(
            rf"\b(?=[\w'’])(?:(?P<was>(?:first|originally|initially|previously) (?:set|due|scheduled|planned|expected))"
            rf"|(?P<had>had to \w+|could (?:{once})|(?:[Nn]obody|[Nn]one|[Ff]ew|[Nn]o \w+) could)"
            rf"|(?P<be>(?:is|are|'s|’s|was|were) to|to be|as (?:early|soon) as|'ll|’ll)\b"
            rf"|(?<!\bbe )(?P<word>{ahead}|(?<!\bto )(?:{behind}))\b"
            rf"|(?:is|are) (?:[a-z]+ly )?(?!(?:{ahead})\b)(?P<now>{behind}|[a-z]{{2,}}ed)\b"
            rf"|(?=[a-z]{{4,}}+(?<=ed)\b)(?<!\bbe )(?<!\bto )(?!(?:{no_past})\b)(?P<ed>[a-z]+))"
        ),
        re.compile(
            rf"\b(?=[{firsts}])(?:(?=(?:{timetable}|{bare}) )"
            rf"(?<!\bwere )(?<!\bwas )(?<!\bbeen )(?<!\bnot ){_NO_NOUN}{not_open}"
            rf"(?:(?:{timetable}) {_AT}?(?:on|in|from|until|between|by|next) "
            rf"|(?:{timetable}) {_AT}|(?:{bare}) )|(?:{moved}) to )"
        ),
        re.compile(
            rf"\b(?P<who>[\w’'-]+) (?P<verb>(?:{'|'.join(words['timetable'].split())})(?= {_WHAT})"
            rf"|(?:{'|'.join(words['publishes'].split())})"
            rf"(?= (?:[\w-]+ ){{0,2}}(?:{'|'.join(words['published'].split())})\b))"
            rf" (?P<what>[^,;:.!?]*)$"
        ),
        frozenset((words["timetable"] + " " + words["publishes"]).split()),
        re.compile(rf"\b(?:{'|'.join(words['allowing'].split())})\b[^.;]*$"),
        frozenset(future),
        frozenset(weak),
    )


def _phrases(listed: str) -> list[str]:
    return [phrase.replace("_", " ") for phrase in listed.split()]


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def lean(text: str, start: int, end: int) -> int:
    """-1 where the words around text[start:end] look back, 1 where they look ahead, 0 where they do not say."""
    opens = max((stop.end() for stop in stops(text, start - _WINDOW, start)), default=max(0, start - _WINDOW))
    before = text[opens:start]
    words = _cues()
    timetable = [verb for verb in words.schedule.finditer(text, max(0, start - _VERB), end) if verb.start() < start]
    if timetable and timetable[-1].end() > start - len("the "):
        return 1
    clause = max(map(before.rfind, ",;:.!?")) + 1  # beyond a mark no timetable is read
    if not words.verbs.isdisjoint(before[clause:].split(" ")) and _on_timetable(before, clause):
        return 1
    cues = list(words.any.finditer(before))
    if cues:
        strong = [cue for cue in cues if cue["word"] not in words.weak]
        return _way(strong[-1] if strong else cues[-1])
    ends = next(stops(text, end, end + _WINDOW), None)
    found = words.any.search(text[end : ends.start() if ends else end + _WINDOW])
    return _way(found) if found else 0


def stops(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where sentences and their halves end between two offsets; not behind "Nov." or "Mr."."""
    return (
        stop
        for stop in _STOP.finditer(text, max(0, start), min(end, len(text)))
        if text[stop.start()] in ";:" or not goes_on(text, stop.start() + 1, stop.end())
    )


def _on_timetable(before: str, clause: int) -> bool:
    """Whether a plain present before a day tells what is to come: "they play Lund on", "Ada Voss meets the king"."""
    found = _cues().timetable.search(before, clause)
    if found is None or _cues().any.search(found["what"]):
        return False
    third, who = found["verb"].endswith("s"), found["who"].lower()
    if who == "and" and not third:
        return True  # "lost to Norvik, and play Lund on Wednesday"
    if closed().get(who) in _NO_SUBJECT:
        return False
    return third or who in _MANY or (who.endswith("s") and not who.endswith("'s"))


def purpose(text: str, start: int) -> bool:
    """Whether a "to do" stands before a date in its clause: "agreed to leave by Monday"."""
    return _TO_DO.search(text, max(0, start - _WINDOW), start) is not None


def allows(text: str, start: int) -> bool:
    """Whether the clause before a date says how long something is still to hold: "was put off until Monday"."""
    return _cues().allowing.search(text, max(0, start - _VERB), start) is not None


def _way(match: re.Match[str]) -> int:
    if match["now"]:
        return 0  # "before it is published in March"
    if match["was"] or match["had"] or match["ed"] or (match["word"] and match["word"] not in _cues().future):
        return -1
    return 1
