"""Ready wording for a topic: the range with attribution and day, or both sides; never a figure nobody gave.

The rule of the BBC's guidelines: where sources differ, report the range, or the source with most authority, and
attribute. Averages and merged figures are no source's word, so none is made.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from reconcile.model import Decision, Dossier, Hedge, Outcome, Quantity, Standing, shared_origin
from reconcile.report import dating, words
from reconcile.report.digest import listed
from reconcile.report.series import Move, tallies
from reconcile.report.view import Row, View

_AT_LEAST: Final = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN})
_AT_MOST: Final = frozenset({Hedge.AT_MOST, Hedge.LESS_THAN})


def wording(dossier: Dossier, view: View) -> str:
    """A sentence or two that can stand in an article; "" where nothing is to be reported, or no value is given."""
    rows = _one_each(view.measured)
    verdict = view.decided
    if verdict is None:
        return _proposed(dossier, view, rows)
    match verdict.decision:
        case Decision.MISALIGNED | Decision.NOT_A_CLAIM:
            return ""
        case Decision.UNVERIFIABLE:
            return f"{_head(view)}: this could not be verified."
        case Decision.PREFER_SOURCE | Decision.SUPERSEDED | Decision.SOURCE_ERROR:
            return _preferred(dossier, view, rows)
        case Decision.UNRESOLVED_CONFLICT:
            return _apart(view, rows, conflict=True)
        case Decision.EXPLAINED:
            return _counted_on(view, rows) or _apart(view, rows, conflict=False)
        case Decision.RANGE:
            return _apart(view, rows, conflict=False)
        case Decision.CORROBORATED | Decision.AGREED_ONE_ORIGIN:
            return _agreed(dossier, view, rows)
    return _proposed(dossier, view, rows)


def sides(view: View) -> str:
    """What was judged, in a line: "2 people (Wire) against 7 people (Post and News)"; "" where it was not values."""
    told = [f"{value} ({listed([words.name(source) for source in sources])})" for value, sources in view.sides]
    return " against ".join(told) if len(told) < 3 else "; ".join(told)


def _one_each(rows: Sequence[Row]) -> list[Row]:
    """What each source gives, once: the row that names its speaker before the one that does not."""
    kept: dict[tuple[str, str], Row] = {}
    for row in rows:
        key = (row.source.slug, row.value)
        if key not in kept or (row.claim.speaker and not kept[key].claim.speaker):
            kept[key] = row
    return list(kept.values())


def _proposed(dossier: Dossier, view: View, rows: Sequence[Row]) -> str:
    if view.outcome in (Outcome.CONFLICTS, Outcome.DIFFERS):
        return _counted_on(view, rows) or _apart(view, rows, conflict=view.outcome is Outcome.CONFLICTS)
    return _agreed(dossier, view, rows) if view.outcome in (Outcome.AGREE, Outcome.COMPATIBLE) else ""


def _agreed(dossier: Dossier, view: View, rows: Sequence[Row]) -> str:
    """One value with everybody who gives it; where the words differ ("about", "nearly") each with its source."""
    if len(rows) < 2:
        return ""
    origin = _origin(dossier, rows)
    periods = {dating.period(row.claim.date) if row.claim.date else row.value for row in rows}
    if len(periods) > 1:
        return f"{_head(view)}: {_attributed(rows)}{f' ({origin})' if origin else ''}."
    names = listed(list(dict.fromkeys(words.name(row.source) for row in rows)))
    return f"{_head(view)}: {periods.pop()}, according to {names}{f' ({origin})' if origin else ''}."


def _origin(dossier: Dossier, rows: Sequence[Row]) -> str:
    """The one origin that all rows go back to, in words; "" where there is none."""
    shared = shared_origin(dossier.origins, [row.claim for row in rows])
    if shared is None:
        return ""
    return f"one origin: {shared.name}" if shared.name else "one origin"


def _counted_on(view: View, rows: Sequence[Row]) -> str:
    """A count that went on, day by day: who counted more on a later day is at odds with nobody; "" where it is none."""
    figures = {(row.source.slug, row.value) for row in rows if row.claim.figure}
    for steps in tallies(view):
        if {(step.row.source.slug, step.row.value) for step in steps} == figures:
            moves = {step.move for step in steps} - {Move.FIRST, Move.SAME}
            lead = {frozenset({Move.RISE}): "the count grew", frozenset({Move.FALL}): "the count fell"}
            told = lead.get(frozenset(moves), "the count changed")
            return f"{_head(view)}: {told}: {_attributed(_one_each([step.row for step in steps]))}."
    return ""


def _apart(view: View, rows: Sequence[Row], *, conflict: bool) -> str:
    if len(rows) < 2:
        return ""
    figures = [(row, row.claim.figure) for row in rows if row.claim.figure]
    if not figures:
        lead = "accounts conflict" if conflict else "accounts differ"
        return f"{_head(view)}: {lead}: {_attributed(rows)}."
    ordered = [row for row, figure in sorted(figures, key=lambda each: _ends(each[1]))]
    exact = [figure for _, figure in figures if figure.hedge is not Hedge.VAGUE]  # "dozens" sets no end of a range
    span = _span(exact if len(exact) > 1 else [figure for _, figure in figures])
    lead = "accounts conflict" if conflict else f"reports range from {span}" if span else "reports differ"
    return f"{_head(view)}: {lead}: {_attributed(ordered)}."


def _preferred(dossier: Dossier, view: View, rows: Sequence[Row]) -> str:
    standing = {v.claim: v.standing for row in rows for v in dossier.verdicts_of(row.claim.id)}
    right = [row for row in rows if standing.get(row.claim.id) is Standing.STANDS]
    wrong = [row for row in rows if standing.get(row.claim.id) is Standing.WRONG]
    if not right:
        return ""
    error = f" In error: {_attributed(wrong)}." if wrong else ""
    return f"{_head(view)}: {_attributed(right)}.{error}"


def _head(view: View) -> str:
    label = view.topic.label
    told = [row.claim.about for row in view.measured if row.claim.about]
    if "…" in label:  # a heading may leave words out; a sentence may not
        label = next((about for about in told if _shortens(label, about)), label)
    elif told and label not in told and label in [row.claim.about for row in view.rows]:
        label = min(
            told, key=lambda about: (-told.count(about), len(about), about)
        )  # 18 million for what else it is of
    return label[:1].upper() + label[1:]


def _shortens(label: str, about: str) -> bool:
    """Whether a label is what a claim is about without some of its words, not with a mark where its value stood."""
    pattern = ".*".join(re.escape(part.strip()) for part in label.split("…"))
    return len(about) > len(label) and re.fullmatch(pattern, about) is not None


def _attributed(rows: Iterable[Row]) -> str:
    """Each value once, with who gives it and when: "205 people (Valley News citing officials, 31 October 2024)"."""
    by_value: dict[str, list[str]] = {}
    for row in rows:
        by_value.setdefault(_value(row), []).append(_cited(row))
    return "; ".join(f"{value} ({'; '.join(dict.fromkeys(cited))})" for value, cited in by_value.items())


def _value(row: Row) -> str:
    """A value as an article can print it: a vague one in the source's own words."""
    figure = row.claim.figure
    return f"“{row.written}”" if figure and figure.hedge is Hedge.VAGUE else row.value


def _cited(row: Row) -> str:
    """Who gives a value, and when: "Valley News citing officials, 31 October 2024"."""
    speaker, day = words.speaker(row.claim), row.source.published
    cited = f" citing {speaker}" if speaker else ""
    told = f", as of {row.as_of}" if row.as_of else f", {dating.day(day)}" if day and row.claim.figure else ""
    return f"{words.name(row.source)}{cited}{told}"


def _ends(figure: Quantity) -> tuple[Decimal, Decimal]:
    """The lowest and highest number a source names: those of its range, or the one number."""
    return (figure.low, figure.high) if figure.value is None else (figure.value, figure.value)


def _span(figures: Sequence[Quantity]) -> str:
    """The lowest and the highest number named, where all are of one unit: "75,000 to 90,000 people".

    None where the highest is "at least 156", or the lowest "up to 80": there no range ends.
    """
    units = sorted({figure.unit for figure in figures if figure.unit})  # a bare number counts what the others count
    ends = [_ends(figure) for figure in figures]
    low, high = min(end[0] for end in ends), max(end[1] for end in ends)
    least = {figure.hedge for figure, end in zip(figures, ends, strict=True) if end[0] == low}
    most = {figure.hedge for figure, end in zip(figures, ends, strict=True) if end[1] == high}
    open_ended = least <= _AT_MOST or most <= _AT_LEAST
    if len(units) > 1 or low == high or not high.is_finite() or open_ended:
        return ""
    return words.span(low, high, units[0] if units else None)
