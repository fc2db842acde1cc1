"""Values, outcomes and decisions in a reader's words: "at most 90,000 people", "by 1 December 2020", "conflict".

Codes stay codes in the machine interface; a newsroom's own labels (`settings.labels`) replace these words.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Final

from reconcile.model import (
    INFINITY,
    Change,
    Decision,
    Hedge,
    Outcome,
    Precision,
    Quantity,
    Role,
    Settings,
    Source,
    Standing,
    Status,
    Verdict,
    When,
)
from reconcile.model.notation import number
from reconcile.model.plain import closed

GLYPH: Final = {  # each outcome has a sign besides its colour
    Outcome.CONFLICTS: "≠",
    Outcome.DIFFERS: "~",
    Outcome.AGREE: "=",
    Outcome.COMPATIBLE: "≈",
    Outcome.NOT_COMPARABLE: "×",
    Outcome.SINGLE_SOURCE: "○",
}
_OUTCOMES: Final = {
    Outcome.CONFLICTS: "conflict",
    Outcome.DIFFERS: "differ",
    Outcome.AGREE: "agree",
    Outcome.COMPATIBLE: "compatible",
    Outcome.NOT_COMPARABLE: "not comparable",
    Outcome.SINGLE_SOURCE: "one source only",
}
_SHORT: Final = {Outcome.COMPATIBLE: "fit", Outcome.NOT_COMPARABLE: "unlike", Outcome.SINGLE_SOURCE: "alone"}
MEANING: Final = {
    Outcome.CONFLICTS: "the same thing at the same time, and the two cannot both hold",
    Outcome.DIFFERS: "not the same, yet the two overlap or something may explain it",
    Outcome.AGREE: "they say the same",
    Outcome.COMPATIBLE: "both can hold; one is vaguer than the other",
    Outcome.NOT_COMPARABLE: "laid side by side but not judged, for the reason given",
    Outcome.SINGLE_SOURCE: "no other source says it",
}
_DECISIONS: Final = {
    Decision.CORROBORATED: "corroborated",
    Decision.AGREED_ONE_ORIGIN: "agreed, one origin",
    Decision.RANGE: "report the range",
    Decision.PREFER_SOURCE: "one source preferred",
    Decision.EXPLAINED: "difference explained",
    Decision.SUPERSEDED: "superseded by a later count",
    Decision.UNRESOLVED_CONFLICT: "conflict, unresolved",
    Decision.SOURCE_ERROR: "one source is wrong",
    Decision.UNVERIFIABLE: "cannot be verified",
    Decision.MISALIGNED: "not the same claim",
    Decision.NOT_A_CLAIM: "no claim",
    Decision.DEFERRED: "left open",
    Decision.WITHDRAWN: "withdrawn",
}
REASONS: Final = {  # why two that differ both hold
    "as_of": "counted at different times",
    "scope": "another place, group or part",
    "measure": "another thing is counted",
    "rounding": "the same figure, rounded",
    "unit": "another unit",
    "planned_actual": "one is a plan, the other what happened",
    "attribution": "somebody else says it",
    "translation": "a matter of translation",
}
_BOUNDS: Final = {
    Hedge.EXACT: "",
    Hedge.APPROX: "about ",
    Hedge.NEARLY: "just under ",
    Hedge.AT_LEAST: "at least ",
    Hedge.MORE_THAN: "more than ",
    Hedge.AT_MOST: "at most ",
    Hedge.LESS_THAN: "less than ",
}
_CHANGES: Final = {Change.LEVEL: "", Change.RISE: "up by ", Change.FALL: "down by "}
_SIGNS: Final = {"percent": "%", "celsius": " °C", "fahrenheit": " °F"}
_SYMBOLS: Final = frozenset(["km", "m", "cm", "mm", "mg", "kg"])  # have no plural
_PLURALS: Final = {
    "life": "lives",
    "person": "people",
    "foot": "feet",
    "man": "men",
    "woman": "women",
    "child": "children",
    "inch": "inches",
}
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_AFTER: Final = (Role.SINCE, Role.FROM, Role.AFTER)
_BEFORE: Final = (Role.BY, Role.UNTIL, Role.BEFORE)
_SEASONS: Final = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}


def outcome(which: Outcome, settings: Settings) -> str:
    """The name of an outcome."""
    return settings.labels.get(which.value, _OUTCOMES[which])


def short(which: Outcome, settings: Settings) -> str:
    """The name of an outcome where there is little room; a newsroom's own is not shortened."""
    return settings.labels.get(which.value) or _SHORT.get(which, _OUTCOMES[which])


def decision(which: Decision, settings: Settings) -> str:
    """The name of a decision."""
    return settings.labels.get(which.value, _DECISIONS[which])


def standing(which: Standing, settings: Settings) -> str:
    """The name of a claim's standing."""
    return settings.labels.get(which.value, which.value.replace("_", " "))


def status(which: Status, settings: Settings) -> str:
    """The name of a topic's status."""
    return settings.labels.get(which.value, which.value)


def explanation(code: str, settings: Settings) -> str:
    """Why two that differ both hold, by its code; a code that is none, as it stands."""
    return settings.labels.get(code) or REASONS.get(code, code)


def reason(verdict: Verdict, sources: Mapping[str, Source], settings: Settings) -> str:
    """Why a verdict says what it says: its code in words, or which source is right or preferred."""
    if verdict.reason in sources:
        right = " is right" if verdict.decision is Decision.SOURCE_ERROR else ""
        return name(sources[verdict.reason]) + right
    return explanation(verdict.reason, settings)


def moment(at: str) -> str:
    """When a verdict was given: "22 November 2026, 06:11 UTC"; as it stands where it is no such time."""
    try:
        told = datetime.fromisoformat(at)
        read = told.astimezone(UTC) if told.tzinfo else None  # without a zone it is no moment
    except (ValueError, OverflowError):
        read = None
    return f"{day(read.date())}, {read:%H:%M} UTC" if read else at


def name(source: Source) -> str:
    """What a source is called in a sentence: its publisher, else its short name."""
    return closed(source.publisher or source.slug)


def figure(value: Quantity) -> str:
    """A figure with its bound and unit: "at most 90,000 people", "75,000 to 90,000 people"."""
    change = _CHANGES[value.change]
    if value.hedge not in (Hedge.RANGE, Hedge.VAGUE) and value.value is not None:
        return f"{change}{_BOUNDS[value.hedge]}{_with_unit(_digits(value.value), value.unit, one=value.value == 1)}"
    vague = "roughly " if value.hedge is Hedge.VAGUE else ""
    if value.high == INFINITY:
        return f"{change}{vague}{_with_unit(f'{_digits(value.low)} or more', value.unit)}"
    return f"{change}{vague}{span(value.low, value.high, value.unit)}"


def count(number: int, noun: str) -> str:
    """How many there are: "1 topic", "35 topics"."""
    return f"{number} {noun if number == 1 else plural(noun)}"


def amount(value: Decimal, unit: str | None) -> str:
    """One number with its unit: "90,000 people"."""
    return _with_unit(_digits(value), unit, one=value == 1)


def span(low: Decimal, high: Decimal, unit: str | None) -> str:
    """Two numbers of one unit: "75,000 to 90,000 people"."""
    return _with_unit(f"{_digits(low)} to {_digits(high)}", unit)


def _digits(value: Decimal) -> str:
    whole, point, rest = number(value).partition(".")
    sign = "-" if whole.startswith("-") else ""
    digits = whole.lstrip("-")
    groups = [digits[max(0, end - 3) : end] for end in range(len(digits), 0, -3)][::-1]
    return sign + (",".join(groups) if len(digits) > 4 or len(groups) > 1 else digits) + point + rest


def _with_unit(digits: str, unit: str | None, *, one: bool = False) -> str:
    if unit is None:
        return digits
    if unit in _SIGNS:
        return digits + _SIGNS[unit]
    of, each, time = unit.partition(" per ")
    if of == "magnitude" or (len(of) == 3 and of.isascii() and of.isupper()):  # "magnitude 6.1", "EUR 5 per year"
        return f"{of} {digits}{each}{time}"
    return f"{digits} {unit if one else plural(unit)}"


def plural(unit: str) -> str:
    """The plural of a unit or counted noun: "people", "districts", "years of age", "tonnes per year"."""
    head, joint, rest = unit, "", ""
    for mark in (" per ", " of "):
        if mark in unit:
            head, joint, rest = unit.partition(mark)
            break
    before, blank, word = head.rpartition(" ")
    if word in _SYMBOLS:
        made = word
    elif word in _PLURALS:
        made = _PLURALS[word]
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        made = f"{word[:-1]}ies"
    elif word.endswith(("s", "x", "ch", "sh")):
        made = f"{word}es"
    else:
        made = f"{word}s"
    return f"{before}{blank}{made}{joint}{rest}"


def day(which: date) -> str:
    """A day in full: "25 November 2020"."""
    return f"{which.day} {_MONTHS[which.month - 1]} {which.year}"


def days(first: date, last: date) -> str:
    """Days from first to last without what the last says again: "27 to 28 November 2005"."""
    return f"{_short(first, last)} to {day(last)}" if first != last else day(first)


def when(value: When) -> str:
    """A date with its role: "by 1 December 2020", "the 1990s", "27 September to 9 November 2020"."""
    role = "" if value.role in (Role.ON, Role.BETWEEN) else f"{value.role.value} "
    about = "about " if value.approximate else ""
    return f"{role}{about}{period(value)}"


def period(value: When) -> str:
    """The days a date names, without its role: "25 November 2020", "the 1990s"."""
    first, last = value.earliest, value.latest
    if first is None and last is None:
        return f"{_yearless(value.edtf)} (year not known)" if value.edtf else "a day that is not known"
    written = value.edtf.rstrip("~").split("/")
    if first is None or last is None:
        edge = _edge(first or last, written[0] if first else written[-1])
        tied = value.role in (_AFTER if first else _BEFORE)
        return edge if tied else f"{edge} or {'later' if first else 'earlier'}"
    match value.precision:
        case Precision.DAY if first == last:
            return f"{day(first)} or {day(value.otherwise)}" if value.otherwise else day(first)
        case Precision.MONTH:
            return f"{_MONTHS[first.month - 1]} {first.year}"
        case Precision.YEAR:
            return str(first.year)
        case Precision.DECADE | Precision.CENTURY:
            return f"the {first.year}s"
        case Precision.SEASON if first.month in _SEASONS:
            return f"{_SEASONS[first.month]} {first.year}"
        case Precision.QUARTER:
            return f"quarter {(first.month + 2) // 3} of {first.year}"
    if len(written) == 2 and any(len(end) < len("2020-11-25") for end in written):
        return f"{_edge(first, written[0])} to {_edge(last, written[1])}"
    return days(first, last)


def _edge(which: date | None, written: str) -> str:
    """An end of a period no finer than it was written: "1995", "November 2020"."""
    if which is None:
        return ""
    parts = written.rstrip("~").split("-")
    if len(parts) == 1 and parts[0].isdigit():
        return str(which.year)
    return f"{_MONTHS[which.month - 1]} {which.year}" if len(parts) == 2 and parts[1].isdigit() else day(which)


def _short(first: date, last: date) -> str:
    """The first day of a period without what the last day says again."""
    if first.year != last.year:
        return day(first)
    return str(first.day) if first.month == last.month else f"{first.day} {_MONTHS[first.month - 1]}"


def _yearless(edtf: str) -> str:
    parts = edtf.rstrip("~").split("-")
    if parts[0] != "XXXX" or len(parts) < 2 or not parts[1].isdigit() or not 1 <= int(parts[1]) <= 12:
        return edtf
    month = _MONTHS[int(parts[1]) - 1]
    return f"{int(parts[2])} {month}" if len(parts) > 2 and parts[2].isdigit() else month
