"""Figures in running text: numbers with their hedge, unit, what they count, and the whole they are a part of.

What comes in: the running text of a paragraph, and the spans that are dates. What goes out: `Found` values in order.
The text is cut into tokens once; every number is read where it stands:

    glance    whether a text may hold figures at all, and the words that open one
    tokens    the text cut up
    amounts, cardinals, numbers   the bare number: digits, words, fractions, vague magnitudes
    durations lengths of time without a number: "for a week", "the past decade"
    hedges    "up to", "more than", "or so"
    units     signs, measures, money, time, ages, rates
    joined    two figures that are one: "5 feet 2 inches"
    ranges    two numbers that are one range
    counted   the noun that is counted, also when it is dropped
    changes   "rose by 5%", "a 9% drop"
    refused   numbers that are no figures

To add a word: `lexicon/en/{numbers,hedges,units,people,changes,not_figures}.yaml`. To add a phrase: the module of its
family, and a block in `tests/spec/figures.md`.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reconcile.extract.figures import codes, counted, durations, hedges, ranges, units
from reconcile.extract.figures.amounts import Number
from reconcile.extract.figures.changes import change_of
from reconcile.extract.figures.glance import may_hold_figures, openers, opens
from reconcile.extract.figures.joined import joined
from reconcile.extract.figures.numbers import number
from reconcile.extract.figures.refused import refused
from reconcile.extract.figures.tokens import Tokens, cut
from reconcile.extract.found import Found
from reconcile.model import Change, Hedge, Quantity, between, quantity

__all__ = ["find"]


_SPANS: Final = ("day", "week", "month", "year", "hour", "decade", "night")


def find(text: str, taken: Sequence[tuple[int, int]] = ()) -> list[Found]:
    """The figures of a running text, in order; they do not overlap.

    Args:
        text: one paragraph: single blanks, no line breaks.
        taken: half-open spans that are read already (dates), in order.
    """
    if not may_hold_figures(text) or (taken and not may_hold_figures(_outside(text, taken))):
        return []
    t = cut(text)
    found: list[Found] = []
    dates = iter([(bisect_left(t.start, first), bisect_left(t.start, last)) for first, last in taken])
    begins, ends = next(dates, (len(t), len(t)))
    free = 0
    for at in _openings(t):
        while ends <= at:
            free, (begins, ends) = max(free, ends), next(dates, (len(t), len(t) + 1))
        if at < free or begins <= at:
            continue
        read = _at(t, at, free, limit=t.start[begins] if begins < len(t) else len(text))
        if read is not None:
            found.append(read[0])
            free = read[1]
    return joined(text, found)


def _outside(text: str, taken: Sequence[tuple[int, int]]) -> str:
    ends = [0, *(last for _, last in taken)]
    return " ".join(text[end:start] for end, start in zip(ends, [*(first for first, _ in taken), None], strict=True))


def _openings(t: Tokens) -> list[int]:
    """The tokens that may open a figure."""
    words = openers()
    may_open = [
        at for at, low in enumerate(t.low) if low in words or low[0].isnumeric() or (low[0] == "." and len(low) > 1)
    ]
    return [at for at in may_open if opens(t, at)]


def _at(t: Tokens, at: int, free: int, limit: int) -> tuple[Found, int] | None:
    """The figure at a token, and the token after it; None where there is none.

    Args:
        free: the first token that no earlier figure uses.
        limit: offset where the next date begins.
    """
    code, first = units.sign_before(t, at)
    n = durations.mixed(t, at) or number(t, at, money=bool(code)) or durations.length(t, at)
    if n is None:
        return None
    if code and not (t.raw[at][0].isnumeric() or t.raw[at][0] == "." or t.word(at) == "half"):
        code, first = "", at
    if not code and not n.unit:
        n = codes.scaled(t, n)
        first = n.first
    unit, after = _unit(t, n, code)
    pair = ranges.partner(t, n, after)
    if pair:
        low_number, last_number = pair
        code_of_last = units.sign_before(t, last_number.first)[0]
        unit_of_last, after_last = _unit(t, last_number, code_of_last or code)
        apart = unit and unit_of_last and unit not in (unit_of_last, unit_of_last.partition(" per ")[0])
        if apart or (code_of_last and not code):
            pair = None  # "rose 18% to $1.17 billion"
        else:
            n, unit, after = low_number, unit_of_last or unit, after_last
    hedge = hedges.before(t, first)
    if hedge.at < free or (pair and t.word(first - 1) in ("between", "from")):
        hedge = hedges.Hedged(Hedge.EXACT, max(free, first - 1) if pair else first)
    if unit in _SPANS and hedges.during(t, hedge.at):
        hedge = hedges.Hedged(Hedge.EXACT, first)
    later = hedges.after(t, after)
    told = _counted(t, n, unit, later.at, one=pair is None and n.low == 1)
    if later.hedge is Hedge.EXACT and told.counts and told.end > after:
        beyond = hedges.after(t, told.end)  # "40 people or more"
        later = beyond if beyond.hedge is not Hedge.EXACT else later
    meant = bool(unit or told.unit or hedge.hedge is not Hedge.EXACT or pair or later.hedge is not Hedge.EXACT)
    if t.end[later.at - 1] > limit or refused(t, n, money=bool(code), meant=meant):
        return None
    if not unit and told.unit != "person" and units.quake(t, min(hedge.at, first), later.at):
        unit = "magnitude"
    if not unit and not told.unit and units.age_around(t, n.first, n.last):
        unit = "year of age"
    change = change_of(t, min(hedge.at, first), later.at)
    value = _value(
        n, pair[1] if pair else None, _hedge(n, hedge.hedge, later.hedge), _named(t, unit, told, later.at), change
    )
    begins = t.start[min(hedge.at, first)]
    rule = _rule(n, ranged=pair is not None, borrowed=bool(told.unit and not (unit or told.counts)))
    return Found(begins, t.end[later.at - 1], value, rule, told.counts, told.whole), later.at


def _unit(t: Tokens, n: Number, code: str) -> tuple[str, int]:
    """The unit of a number and the token after it; money and what measures it alike."""
    if n.unit:
        after = n.last + 2 if t.word(n.last) == "-" and t.word(n.last + 1) in ("old", "long") else n.last
        return n.unit, after
    at = n.last
    if not code:
        code, at = units.sign_after(t, at)
        if code:
            return units.per(t, at, code)
    hyphen = t.word(at) in ("-", "‑", "–") and t.glued(at) == t.glued(at + 1)
    name, after = units.unit_at(t, at + hyphen, glued=hyphen or t.glued(at))
    if not name and (n.vague or n.about) and t.word(at) == "of":
        name, after = units.unit_at(t, at + 1, glued=False)
    if code:
        return units.per(t, after if name == code else at, code) if not name or name == code else (code, at)
    if name == "pound" or (not name and t.word(at + hyphen) in ("pounds", "pound")):
        name, after = ("GBP" if n.scaled >= 1000 else "pound"), at + hyphen + 1
    if not name and n.share:  # "a quarter of a percentage point"
        name, after = (
            units.unit_at(t, at + 2, glued=False) if t.word(at) == "of" and t.word(at + 1) == "a" else ("", at)
        )
        return (name, after) if name else ("share", at)
    if not name:
        return units.per(t, at, "")
    if name in ("year", "month") and _old(t, after):
        return f"{name} of age", _old(t, after)
    if name == "point":
        return ("point", after) if not t.word(at - 1).endswith("percentage") else ("percentage point", after)
    return units.per(t, after, name)


def _old(t: Tokens, at: int) -> int:
    """The token after "-old", "old", "of age" where that goes on; 0 where it does not."""
    if t.word(at) == "-" and t.word(at + 1) in ("old", "olds"):
        return at + 2
    if t.word(at) in ("old", "olds"):
        return at + 1
    return at + 2 if t.word(at) == "of" and t.word(at + 1) == "age" else 0


def _counted(t: Tokens, n: Number, unit: str, at: int, *, one: bool) -> counted.Counted:
    """What is counted: a share or a measure has a whole, a bare number a noun."""
    if unit in ("percent", "share") or n.share:
        whole = counted.after(t, at) if t.word(at) == "of" else counted.Counted(end=at)
        return counted.Counted("", "", whole.whole or whole.counts, at)
    if unit and unit[0].islower() and " per " not in unit:
        return counted.Counted(end=at)
    if unit and not unit.startswith(" per") and not unit.startswith("per"):
        return counted.Counted(end=at)
    told = counted.after(t, at, one=one)
    if told.unit:
        return told
    gone = counted.dropped(t, hedges.before(t, n.first).at, at)
    return counted.Counted(told.counts, gone.unit, told.whole, at) if gone.unit else told


def _named(t: Tokens, unit: str, told: counted.Counted, at: int) -> str | None:
    """The unit's name: a measure, the noun counted, or both for a rate ("tanker per year")."""
    if unit.startswith(("per ", " per ")):
        return f"{told.unit} {unit.strip()}".strip()
    if unit:
        return unit
    if told.unit:
        rate = units.per(t, told.end, "")[0].strip() if told.end > at else ""
        return f"{told.unit} {rate}".strip()
    return None


def _hedge(n: Number, before: Hedge, after: Hedge) -> Hedge:
    if after is not Hedge.EXACT:
        return after
    return Hedge.APPROX if n.about and before is Hedge.EXACT else before


def _value(n: Number, high: Number | None, hedge: Hedge, unit: str | None, change: Change) -> Quantity:
    if high is not None:
        return between(n.low, high.high, unit, Hedge.RANGE, change)
    if n.vague:
        return (
            between(n.low, n.high, unit, Hedge.VAGUE, change)
            if hedge not in (Hedge.MORE_THAN, Hedge.AT_LEAST)
            else replace(quantity(n.low, hedge, unit, change), value=None, hedge=Hedge.VAGUE)
        )
    return quantity(n.low, hedge, unit, change)


def _rule(n: Number, *, ranged: bool, borrowed: bool) -> str:
    """The rule by name; it says so where what is counted was not written beside the number."""
    return f"{'range of ' if ranged else ''}{n.rule}{', what is counted is told around it' if borrowed else ''}"
