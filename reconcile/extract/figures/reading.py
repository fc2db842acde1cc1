"""The figure at a token: its number, range, unit, hedge, what it counts and whether it is a change, put together."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final, NamedTuple

from reconcile.extract.figures import (
    ages,
    codes,
    counted,
    dropped,
    durations,
    gaps,
    hedges,
    ranges,
    stopwatch,
    tolls,
    units,
)
from reconcile.extract.figures.amounts import Number
from reconcile.extract.figures.bare import Bare, Earlier, without_noun
from reconcile.extract.figures.changes import change_of
from reconcile.extract.figures.earlier import by_a_figure, by_totals, currency
from reconcile.extract.figures.hedges import Hedged
from reconcile.extract.figures.measured import lent, measured, single
from reconcile.extract.figures.nouns import PERSON
from reconcile.extract.figures.numbers import number
from reconcile.extract.figures.refused import refused
from reconcile.extract.figures.tokens import Tokens
from reconcile.extract.found import Found, Refusal
from reconcile.lexicon import entries
from reconcile.model import Change, Hedge, Quantity, between, quantity

_SPANS: Final = ("day", "week", "month", "year", "hour", "decade", "night")
_COURSES: Final = frozenset(["seasons", "games", "matches", "terms", "nights", "rounds", "episodes"])
# The rule says so where what is counted was not written beside the number.
AROUND: Final = ", what is counted is told around it"
BEFORE: Final = ", what is counted is told before it"  # so the clause tells it already
GAP: Final = f", once for a list{BEFORE}"
_TELL: Final = (
    (by_totals, BEFORE),
    (gaps.by_a_gap, GAP),
    (dropped.by_a_verb, AROUND),
    (dropped.by_a_noun, BEFORE),
    (dropped.by_what_it_stands_for, AROUND),
)
_CLAUSE: Final = 12  # words to either side of a number below zero that may tell of frost
_MILLION: Final = 1_000_000
_DEGREES: Final = ("degree", "celsius", "fahrenheit")
_TURNED: Final = {  # "more than six degrees below zero" is less than minus six
    Hedge.NEARLY: Hedge.APPROX,
    Hedge.MORE_THAN: Hedge.LESS_THAN,
    Hedge.LESS_THAN: Hedge.MORE_THAN,
    Hedge.AT_LEAST: Hedge.AT_MOST,
    Hedge.AT_MOST: Hedge.AT_LEAST,
}


class Read(NamedTuple):
    """A figure that was read, and what of it the figures behind it may ask for."""

    found: Found
    told: Earlier


class Amount(NamedTuple):
    """A number or a range with its unit at tokens [first, after).

    Attributes:
        money: whether a currency sign or code stands before it.
        turned: whether the words behind it turn it round, and with it what its hedge means: "degrees below zero".
    """

    n: Number
    high: Number | None
    unit: str
    money: bool
    first: int
    after: int
    turned: bool = False


class Bounds(NamedTuple):
    """The hedges around an amount.

    Attributes:
        before, later: the hedge on either side, and where the phrase now begins and ends.
        lead: where it would begin though the hedge may belong to an earlier figure.
    """

    before: Hedged
    later: Hedged
    lead: int


def figure_at(  # noqa: PLR0913 - what stands before it, what stands behind it, and who asks
    t: Tokens, at: int, free: int, earlier: Sequence[Earlier], limit: int, *, refusals: list[Refusal] | None = None
) -> Read | None:
    """The figure at a token; None where there is none.

    Args:
        free: the first token that no earlier figure uses.
        earlier: the figures before it.
        limit: offset where the next date begins.
        refusals: where given, a number that is no figure is added to it with the reason.
    """
    amount = _amount(t, at, free)
    if amount is None:
        return None
    bounds, n = _bounds(t, amount, free), amount.n
    if not amount.unit and ages.age_around(t, n.first, n.last, bounds.lead):
        amount = amount._replace(unit="year of age")
    bare = without_noun(t, n, bounds.lead, bounds.later.at, () if amount.unit else earlier)
    told, told_by = _counted(bare, amount)
    if bounds.later.hedge is Hedge.EXACT and told.counts and told.end > amount.after:
        beyond = hedges.after(t, told.end)  # "40 people or more"
        bounds = bounds._replace(later=beyond) if beyond.hedge is not Hedge.EXACT else bounds
    hedged = {bounds.before.hedge, bounds.later.hedge} != {Hedge.EXACT}
    meant = bool(amount.unit or told.unit or hedged or amount.high)
    if t.end[bounds.later.at - 1] > limit or (
        told_by != GAP and _refuses(t, n, refusals, money=amount.money, meant=meant)
    ):
        return None
    if not (amount.unit or told.unit):
        amount, told = _told_by_figures(bare._replace(at=told.end), amount, told)
        told_by = BEFORE
    return _read(t, amount, bounds, told, told_by if told.unit else "")


def _refuses(t: Tokens, n: Number, refusals: list[Refusal] | None, *, money: bool, meant: bool) -> bool:
    """Whether a number is no figure; the reason is kept for who asks."""
    reason = refused(t, n, money=money, meant=meant)
    if reason and refusals is not None:
        refusals.append(Refusal(t.start[n.first], t.end[n.last - 1], reason))
    return bool(reason)


def _amount(t: Tokens, at: int, free: int) -> Amount | None:
    """The number or the range at a token, with its unit."""
    code, first = units.sign_before(t, at)
    n = stopwatch.shown(t, at) or tolls.last_of_them(t, at) or durations.mixed(t, at)
    n = n or ages.decade(t, at) or ages.group(t, at)
    n = n or number(t, at, money=bool(code)) or durations.length(t, at) or single(t, at)
    if n is None:
        return None
    first = min(first, n.first)
    signed = t.raw[at][0].isnumeric() or t.raw[at][0] == "." or t.word(at) == "half"
    if first < free or not signed:  # "17 USD 25": the code belongs to the number before
        code, first = "", n.first
    if not code and not n.unit:
        n = codes.scaled(t, n)
        first = n.first
    unit, after = measured(t, n, code)
    ends = None if n.rule == "multiple" else ranges.partner(t, n, after)  # "doubled to 1.4 million"
    if ends:
        low, high = ends
        code_of_last = units.sign_before(t, high.first)[0]
        unit_of_last, after_last = measured(t, high, code_of_last or code)
        apart = unit and unit_of_last and unit not in (unit_of_last, unit_of_last.partition(" per ")[0])
        if not apart and (code or not code_of_last):  # not "rose 18% to $1.17 billion"
            return _below_zero(t, Amount(low, high, unit_of_last or unit, bool(code), first, after_last))
    return _below_zero(t, Amount(n, None, unit or ("" if code else lent(t, n, after)), bool(code), first, after))


def _below_zero(t: Tokens, amount: Amount) -> Amount:
    """Such as "six degrees below zero", which are minus six, and "minus 15" where words tell of frost."""
    n, high = amount.n, amount.high
    if not amount.unit and n.low < 0 and not n.share and _in_the_cold(t, n):
        return amount._replace(unit=_DEGREES[0])
    if (
        amount.unit not in _DEGREES
        or (t.word(amount.after), t.word(amount.after + 1)) != ("below", "zero")
        or n.low < 0
    ):
        return amount
    most = high or n
    return amount._replace(
        n=n._replace(low=-most.high, high=-n.low if n.vague or high else -most.high),
        high=high and high._replace(low=-n.low, high=-n.low),
        after=amount.after + 2,
        turned=True,
    )


def _in_the_cold(t: Tokens, n: Number) -> bool:
    """Whether words of the same clause tell that a number below zero is one of degrees."""
    first, last = n.first, n.last
    while first > max(0, n.first - _CLAUSE) and t.raw[first - 1] not in ".;:!?":
        first -= 1
    while last < min(t.size, n.last + _CLAUSE) and t.raw[last] not in ".;:!?":
        last += 1
    return not _cold().isdisjoint(t.low[first:last])


@cache
def _cold() -> frozenset[str]:
    return frozenset(entries("dropped")["cold"].split())


def _bounds(t: Tokens, amount: Amount, free: int) -> Bounds:
    first, ranged = amount.first, amount.high is not None
    hedge = hedges.before(t, first)
    lead = hedge.at
    if hedge.at < free or (ranged and t.word(first - 1) in ("between", "from")):
        hedge = Hedged(Hedge.EXACT, max(free, first - 1) if ranged else first)
    if (amount.unit in _SPANS or t.word(amount.after) in _COURSES) and hedges.during(t, hedge.at):
        hedge = Hedged(Hedge.EXACT, first)
    return Bounds(hedge, hedges.after(t, amount.after), lead)


def _counted(bare: Bare, amount: Amount) -> tuple[counted.Counted, str]:
    """What is counted, and what the rule says of it: a share or a measure has a whole, a bare number a noun."""
    t, at, unit = bare.t, bare.at, amount.unit
    if unit in ("percent", "share") or amount.n.share:
        whole = counted.after(t, at) if t.word(at) == "of" else counted.Counted(end=at)
        return counted.Counted("", "", whole.whole or whole.counts, at), ""
    if unit and not unit.startswith((" per", "per")) and (not unit[0].islower() or " per " not in unit):
        return counted.Counted(end=at), ""
    told = counted.after(t, at, one=amount.high is None and amount.n.low == 1)
    if told.unit:
        return told, "" if told.counts else AROUND
    for tells, rule in _TELL:
        gone = tells(bare)
        if gone:
            return counted.Counted(told.counts, gone, told.whole, at), "" if told.counts else rule
    return told, ""


def _told_by_figures(bare: Bare, amount: Amount, told: counted.Counted) -> tuple[Amount, counted.Counted]:
    """What the figures before tell of one that nothing else tells of."""
    if amount.n.scaled >= _MILLION and not told.counts and currency(bare):
        return amount._replace(unit=currency(bare)), told
    return amount, told._replace(unit=by_a_figure(bare))


def _read(t: Tokens, amount: Amount, bounds: Bounds, told: counted.Counted, told_by: str) -> Read:
    n, begins, ends = amount.n, min(bounds.before.at, amount.first), bounds.later.at
    unit = amount.unit
    broken = n.low != n.low.to_integral_value()  # "a quake of 6.1 killed 40": nobody counts a tenth of a person
    if not unit and (told.unit != PERSON or broken) and units.quake(t, begins, ends):
        unit, told = "magnitude", told._replace(counts="" if told.unit == PERSON else told.counts)
    change = change_of(t, begins, ends, unit=unit) if n.change is Change.LEVEL else n.change
    hedge = _hedge(n, bounds.before.hedge, bounds.later.hedge)
    if amount.turned:
        hedge = _TURNED.get(hedge, hedge)
    value = _value(n, amount.high, hedge, _named(t, unit, told, ends), change)
    rule = f"{'range of ' if amount.high else ''}{n.rule}{told_by}"
    found = Found(t.start[begins], t.end[ends - 1], value, rule, told.counts, told.whole)
    return Read(found, Earlier(begins, ends, value.unit or "", value.low))


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
    if (before, after) == (Hedge.LESS_THAN, Hedge.AT_LEAST):
        return Hedge.AT_MOST  # "less than 40 or equal"
    if after is not Hedge.EXACT:
        return after
    return Hedge.APPROX if n.about and before is Hedge.EXACT else before


def _value(n: Number, high: Number | None, hedge: Hedge, unit: str | None, change: Change) -> Quantity:
    if high is not None:
        return between(n.low, high.high, unit, Hedge.RANGE, change)
    if n.vague:
        return (
            between(n.low, n.high, unit, Hedge.RANGE if unit == "year of age" else Hedge.VAGUE, change)
            if hedge not in (Hedge.MORE_THAN, Hedge.AT_LEAST)
            else replace(quantity(n.low, hedge, unit, change), value=None, hedge=Hedge.VAGUE)
        )
    return quantity(n.low, hedge, unit, change)
