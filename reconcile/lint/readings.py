"""F: what a person wrote as a figure follows from the quote. The machine's own readings are not judged."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reconcile.extract import figures
from reconcile.lint.rule import Checked, evidence, problem, settled
from reconcile.model import Hedge, Level, Problem, Quantity, Record, Source, Span, flow
from reconcile.model.notation import write_figure

_AMBIGUOUS: Final = re.compile(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,]| ?(?:million|billion|trillion|%))")

_ROUGH: Final = frozenset([Hedge.APPROX, Hedge.NEARLY, Hedge.RANGE, Hedge.VAGUE])
_SCALES: Final = frozenset(Decimal(10) ** power for power in (3, 6, 9))


def _by_hand(checked: Checked) -> Iterator[tuple[Record, Source, Quantity, list[Quantity]]]:
    """Records whose figure a person wrote, with the figures that stand in their quotes."""
    for _, record, source in checked.records:
        figure = record.claim.figure if record.claim and record.by_hand else None
        if record.claim is not None and figure is not None:
            yield record, source, figure, _figures_at(source, record.claim.span)


def _figures_at(source: Source, span: Span) -> list[Quantity]:
    """The figures that reach into a quote, read with the words around it: "a week" is one only before "after"."""
    found = []
    for block in source.blocks:
        if block.span.start < span.end and span.start < block.span.end:
            running = flow(source, block)
            spans = [(f, running.span(f.start, f.end)) for f in figures.find(running.text)]
            found += [f.value for f, at in spans if at.start < span.end and span.start < at.end]
    return [value for value in found if isinstance(value, Quantity)]


def _ends(figure: Quantity) -> tuple[object, ...]:
    return (figure.value,) if figure.value is not None else (figure.low, figure.high)


def f301(checked: Checked) -> Iterator[Problem]:
    """What: the figure is none of those in the quote.

    Why: a figure that its own quote does not show cannot be checked by anybody.
    Bad: `figure: 90000 person` under the quote "75,000 people fled"
    Good: `figure: 75000 person`
    Fix: write the figure of the quote, or quote the words that hold it.
    """
    for record, source, figure, found in _by_hand(checked):
        known = (_ends(figure) == _ends(other) or _slipped(figure, other) or _finer(figure, other) for other in found)
        if not any(known):
            read = ", ".join(write_figure(other) for other in found) or "none"
            yield problem("F301", Level.ERROR, record.places["figure"],
                          f"{write_figure(figure)} is not in the quote, which has {read}",
                          "write the quote's figure", evidence(checked, record, source))  # fmt: skip


def f302(checked: Checked) -> Iterator[Problem]:
    """What: the unit is not the quote's.

    Why: 5 km and 5 miles, euros and dollars are different claims.
    Bad: `figure: 5 mile` under "5 km"
    Good: `figure: 5 km`
    Fix: write the quote's unit.
    """
    for record, source, figure, found in _by_hand(checked):
        same = [other for other in found if _ends(figure) == _ends(other)]
        strange = figure.kind != "count" or any(other.kind != "count" for other in same)
        other_rule = any(_points(figure, other) or _base_lost(figure, other) for other in same)
        if same and strange and not other_rule and all(figure.unit != other.unit for other in same):
            yield problem("F302", Level.ERROR, record.places["figure"],
                          f"the unit is {figure.unit or 'missing'}, the quote has {same[0].unit or 'none'}",
                          "write the quote's unit", evidence(checked, record, source))  # fmt: skip


def f303(checked: Checked) -> Iterator[Problem]:
    """What: the words that make the figure a bound were lost, or others were put in.

    Why: "up to 90,000" as 90,000 turns a ceiling into a count.
    Bad: `figure: 90000 person` under "up to 90,000 people"
    Good: `figure: <= 90000 person`
    Fix: write the bound: <=, <, >=, >, ~ (about), ~< (nearly).
    """
    for record, source, figure, found in _by_hand(checked):
        same = [other for other in found if _ends(figure) == _ends(other)]
        if same and all(figure.hedge is not other.hedge for other in same):
            yield problem("F303", Level.ERROR, record.places["figure"],
                          f"the quote says {write_figure(same[0])}, the record {write_figure(figure)}",
                          "write the bound: <=, <, >=, >, ~ (about) or ~< (nearly) before the number",
                          evidence(checked, record, source))  # fmt: skip


def _slipped(figure: Quantity, other: Quantity) -> bool:
    """Whether one is the other a thousand, a million or a billion times."""
    a, b = figure.value, other.value
    return a is not None and b is not None and a * b > 0 and max(a, b) / min(a, b) in _SCALES


def f305(checked: Checked) -> Iterator[Problem]:
    """What: the figure is a thousand, a million or a billion times the quote's, or that part of it.

    Why: "million" read as "billion" is the commonest slip of all, and the one that does most harm.
    Bad: `figure: 2400000000 EUR` under "2.4 million euros"
    Good: `figure: 2400000 EUR`
    Fix: count the zeros.
    """
    for record, source, figure, found in _by_hand(checked):
        if any(_ends(figure) == _ends(other) for other in found):
            continue
        slip = next((other for other in found if _slipped(figure, other)), None)
        if slip is not None:
            yield problem("F305", Level.ERROR, record.places["figure"],
                          f"{write_figure(figure)} has other zeros than the quote's {write_figure(slip)}",
                          "count the zeros", evidence(checked, record, source))  # fmt: skip


def _finer(figure: Quantity, other: Quantity) -> bool:
    """Whether a figure is one of those that a rough one may mean."""
    inside = other.low <= figure.low and figure.high <= other.high and _ends(figure) != _ends(other)
    return inside and other.hedge in _ROUGH and figure.kind == other.kind and (figure.low, figure.high) != (
        other.low, other.high)  # fmt: skip


def f304(checked: Checked) -> Iterator[Problem]:
    """What: the figure is finer than the quote, which gives it only roughly.

    Why: "dozens" is no 36; the number must come from elsewhere, and nobody can check it here.
    Bad: `figure: 36 person` under "dozens of people"
    Good: `figure: vague 24..99 person`
    Fix: write the figure as roughly as the quote has it, or quote the words that give the number.
    """
    for record, source, figure, found in _by_hand(checked):
        rough = next((other for other in found if _finer(figure, other)), None)
        if rough is not None and not any(_ends(figure) == _ends(other) for other in found):
            yield problem("F304", Level.WARNING, record.places["figure"],
                          f"{write_figure(figure)} is finer than the quote, which has {write_figure(rough)}",
                          "write it as roughly as the quote", evidence(checked, record, source))  # fmt: skip


def _points(figure: Quantity, other: Quantity) -> bool:
    return {figure.unit, other.unit} == {"percent", "percentage point"}


def f306(checked: Checked) -> Iterator[Problem]:
    """What: percent where the quote has percentage points, or the other way round.

    Why: from 10% to 15% are 5 percentage points, and 50 percent more.
    Bad: `figure: rise 5 percent` under "up 5 percentage points"
    Good: `figure: rise 5 percentage point`
    Fix: write the quote's unit.
    """
    for record, source, figure, found in _by_hand(checked):
        same = [other for other in found if _ends(figure) == _ends(other)]
        if same and all(_points(figure, other) for other in same):
            yield problem("F306", Level.ERROR, record.places["figure"],
                          f"{figure.unit} and {same[0].unit}, which the quote has, are not the same",
                          "write the quote's unit", evidence(checked, record, source))  # fmt: skip


def _base_lost(figure: Quantity, other: Quantity) -> bool:
    return " per " in (other.unit or "") and " per " not in (figure.unit or "")


def f312(checked: Checked) -> Iterator[Problem]:
    """What: what a rate is for was lost: a day, a head, 100,000 people.

    Why: 5 euros a day are 1,825 a year; without "per day" they are compared as 5 euros.
    Bad: `figure: 30 person` under "30 deaths per 100,000 people"
    Good: `figure: 30 person per 100000 person`
    Fix: write "per" and what it is for behind the unit.
    """
    for record, source, figure, found in _by_hand(checked):
        same = [other for other in found if _ends(figure) == _ends(other)]
        if same and all(_base_lost(figure, other) for other in same):
            yield problem("F312", Level.WARNING, record.places["figure"],
                          f"the quote has {write_figure(same[0])}, the record only {write_figure(figure)}",
                          "write what it is for: `5 EUR per day`", evidence(checked, record, source))  # fmt: skip


def f310(checked: Checked) -> Iterator[Problem]:
    """What: a figure that cannot be: a share above the whole, a negative count.

    Why: it is a slip of the pen or of the source; either way a person must look.
    Bad: `figure: 140 percent` for a share of a population
    Good: `figure: 40 percent`
    Fix: check the quote; if the source says it, give it the verdict source_error.
    """
    for _, record, source in checked.records:
        claim = record.claim
        figure = claim.figure if claim else None
        if claim is None or figure is None or claim.quantity is None:
            continue
        share = (
            figure.kind == "share"
            and bool(claim.quantity.whole)
            and figure.low > (100 if figure.unit == "percent" else 1)
        )
        negative = figure.kind == "count" and figure.unit is not None and figure.high < 0  # "-36" alone may be points
        if (share or negative) and not settled(checked, record):
            yield problem("F310", Level.ERROR, record.places["figure"], f"{write_figure(figure)} cannot be",
                          "check the quote", evidence(checked, record, source))  # fmt: skip


def f311(checked: Checked) -> Iterator[Problem]:
    """What: a number whose dot may part thousands or decimals.

    Why: "1.234" is a thousand more in one country than in the other.
    Bad: `quote: "1.234 people"`
    Good: a note that says which is meant, and the figure written out
    Fix: write `figure:` by hand as it is meant.
    """
    for _, record, source in checked.records:
        found = _AMBIGUOUS.search(record.fields.get("value", ""))
        if found and not record.by_hand:
            yield problem("F311", Level.WARNING, record.places["quote"], f"“{found[0]}” may be read in two ways",
                          "write `figure:` as it is meant", evidence(checked, record, source))  # fmt: skip
