"""Values, outcomes and decisions in a reader's words: "at most 90,000 people", "by 1 December 2020", "conflict".

Codes stay codes in the machine interface; a newsroom's own labels (`settings.labels`) replace these words.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Final

from reconcile.model import (
    INFINITY,
    Change,
    Claim,
    Decision,
    Hedge,
    Outcome,
    Quantity,
    Settings,
    Source,
    Standing,
    Status,
    Verdict,
)
from reconcile.model.notation import number
from reconcile.model.plain import closed, inside
from reconcile.model.units import kind
from reconcile.report import dating

GLYPH: Final = {  # each outcome has a sign besides its colour
    Outcome.CONFLICTS: "≠",
    Outcome.DIFFERS: "~",
    Outcome.AGREE: "=",
    Outcome.COMPATIBLE: "≈",
    Outcome.NOT_COMPARABLE: "×",
    Outcome.SINGLE_SOURCE: "○",
}
FOREIGN: Final = "hardly in English: figures may be misread (1.400 for 1,400), and most of what it says is not compared"
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
_WRITTEN: Final = 4  # decimals that a person may have written
_LONG: Final = 25  # tens by which a number is so long: of 28 digits a Decimal has then none left to round to
_SYMBOLS: Final = frozenset(["km", "m", "cm", "mm", "mg", "kg"])  # have no plural
_PLURALS: Final = {
    "life": "lives",
    "person": "people",
    "foot": "feet",
    "man": "men",
    "woman": "women",
    "child": "children",
    "inch": "inches",
    "krone": "kroner",
    "krona": "kronor",
    "fold": "times",  # "twice as many"
}


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
    return f"{dating.day(read.date())}, {read:%H:%M} UTC" if read else at


def name(source: Source) -> str:
    """What a source is called in a sentence: its publisher, else its short name."""
    return closed(source.publisher or source.slug)


def speaker(claim: Claim) -> str:
    """Who is quoted, inside a sentence: "the mayor" and "a spokesman" for "The mayor" and "A spokesman"."""
    return closed(inside(claim.speaker))


def figure(value: Quantity) -> str:
    """A figure with its bound and unit: "at most 90,000 people", "75,000 to 90,000 people", "50%" for "half"."""
    change = _CHANGES[value.change]
    if value.hedge not in (Hedge.RANGE, Hedge.VAGUE) and value.value is not None:
        return f"{change}{_BOUNDS[value.hedge]}{amount(value.value, value.unit)}"
    vague = "roughly " if value.hedge is Hedge.VAGUE else ""
    if value.high == INFINITY:
        low, unit = _of_a_hundred(value.low, value.unit)
        return f"{change}{vague}{_with_unit(f'{grouped(low, unit)} or more', unit)}"
    return f"{change}{vague}{span(value.low, value.high, value.unit)}"


def count(number: int, noun: str) -> str:
    """How many there are: "1 topic", "35 topics"."""
    return f"{number} {noun if number == 1 else plural(noun)}"


def amount(value: Decimal, unit: str | None) -> str:
    """One number with its unit: "90,000 people"."""
    shown, told = _of_a_hundred(value, unit)
    return _with_unit(grouped(shown, told), told, one=value == 1)


def span(low: Decimal, high: Decimal, unit: str | None) -> str:
    """Two numbers of one unit: "75,000 to 90,000 people"."""
    (first, told), (last, _) = _of_a_hundred(low, unit), _of_a_hundred(high, unit)
    return _with_unit(f"{grouped(first, told)} to {grouped(last, told)}", told)


def _of_a_hundred(value: Decimal, unit: str | None) -> tuple[Decimal, str | None]:
    """A fraction as people hold it against others: "half" is 50 percent; anything else as it is."""
    return (_hundredths(value.scaleb(2)), "percent") if unit == "share" else (value, unit)


def grouped(value: Decimal, unit: str | None) -> str:
    """A number as people write it: 90,000; a sum of money with its cents: 54.20."""
    whole, point, rest = number(value).partition(".")
    if len(rest) > _WRITTEN:  # reckoned, as 9 hours and 20 minutes are 9.333333: nobody wrote all of that
        whole, point, rest = number(_hundredths(value)).partition(".")
    if len(rest) == 1 and unit and kind(unit.partition(" per ")[0]) == "money":
        rest += "0"  # as cents are written: 54.20
    sign = "-" if whole.startswith("-") else ""
    digits = whole.lstrip("-")
    groups = [digits[max(0, end - 3) : end] for end in range(len(digits), 0, -3)][::-1]
    return sign + ",".join(groups) + point + rest


def _hundredths(value: Decimal) -> Decimal:
    """A number rounded to two decimals, where it is not so long that there are none left to round to."""
    return round(value, 2) if value.is_finite() and value.adjusted() < _LONG else value


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
