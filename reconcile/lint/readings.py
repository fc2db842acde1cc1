"""F: what a person wrote as a figure follows from the quote. The machine's own readings are not judged."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reconcile.extract import figures
from reconcile.lint.rule import Checked, evidence, problem, settled
from reconcile.model import Level, Problem, Quantity, Record, Source, Span, flow
from reconcile.model.notation import write_figure

_AMBIGUOUS: Final = re.compile(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,]| ?(?:million|billion|trillion|%))")

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
        if not any(_ends(figure) == _ends(other) or _slipped(figure, other) for other in found):
            read = ", ".join(write_figure(other) for other in found) or "none"
            yield problem("F301", Level.ERROR, record.places["figure"],
                          f"{write_figure(figure)} is not in the quote, which has {read}",
                          "write the quote's figure", evidence(checked, record, source))  # fmt: skip


def f302(checked: Checked) -> Iterator[Problem]:
    """What: the unit is not the quote's.

    Why: 5 km and 5 miles, euros and dollars, percent and percentage points are different claims.
    Bad: `figure: 5 percent` under "5 percentage points"
    Good: `figure: 5 percentage point`
    Fix: write the quote's unit.
    """
    for record, source, figure, found in _by_hand(checked):
        same = [other for other in found if _ends(figure) == _ends(other)]
        strange = figure.kind != "count" or any(other.kind != "count" for other in same)
        if same and strange and all(figure.unit != other.unit for other in same):
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
        if (share or (figure.kind == "count" and figure.high < 0)) and not settled(checked, record):
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
