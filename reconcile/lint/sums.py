"""F307 to F309: what a sentence reckons comes out, with every figure as coarse as it is written.

Each rule takes one turn of speech in which no word leaves a doubt about what is reckoned: "18 of 40 houses, or 45%";
"20 people (12 men and 8 women)"; "up 30% from 100 million to 130 million". All else is left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from reconcile.extract import figures
from reconcile.lint.rule import Checked, place_in, problem, settled
from reconcile.model import Change, Flow, Hedge, Level, Problem, Quantity, Source, flow

_SHARE: Final = re.compile(r"\bof\b.{1,80}?(?:%|percent|per cent)", re.DOTALL)
_OF: Final = re.compile(r"(?:\s[a-z]+)?\s+(?:out )?of (?:the |its |their |all |all the )?")
_OR: Final = re.compile(r"(?:\s[a-z]+){0,2}(?:, or | \(|, which is | or )")
_LIST: Final = re.compile(r"\(([^()]{5,120})\)")
_AND: Final = re.compile(r"(?:\s+[a-z]+){1,3}(?:,| and|, and)\s+")
_NOUN: Final = re.compile(r"(?:\s+[a-z]+){1,3}\s*")
_BEFORE_LIST: Final = re.compile(r"(?:\s+[a-z]+){1,3}\s+\(")
_TO: Final = re.compile(r"(?:\s+[a-z]+){0,2}\s+to\s+")
_FROM: Final = re.compile(r"\bfrom\s*")
_AFTER: Final = re.compile(r"(?:\s[a-z]+)?(?:, | \()(?:up|down|a|an|or)? ?")
_WRITTEN: Final = re.compile(r"(\d[\d,]*)(?:\.(\d+))?\s*(thousand|million|billion|trillion|bn|m)?\b", re.IGNORECASE)
_SCALE: Final = {"thousand": 3, "million": 6, "m": 6, "billion": 9, "bn": 9, "trillion": 12}
_FIRM: Final = frozenset([Hedge.EXACT, Hedge.APPROX, Hedge.NEARLY])
_ALL: Final = Decimal(100)

Ends = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure of a sentence: its place there, and the ends between which it lies as coarse as it is written."""

    start: int
    end: int
    figure: Quantity
    ends: Ends


def _told(text: str) -> list[_Told]:
    return [
        _Told(f.start, f.end, f.value, _ends(f.value, text[f.start : f.end]))
        for f in figures.find(text)
        if isinstance(f.value, Quantity)
    ]


def _ends(figure: Quantity, text: str) -> Ends:
    """The ends of a figure, half of the last written digit further out."""
    slack = _slack(text)
    return figure.low - slack, figure.high + slack


def _slack(text: str) -> Decimal:
    found = _WRITTEN.search(text)
    if found is None:
        return Decimal(0)
    digits, decimals = found[1].replace(",", ""), len(found[2] or "")
    scale = _SCALE.get((found[3] or "").lower(), 0)
    zeros = len(digits) - len(digits.rstrip("0"))
    round_off = min(zeros, len(digits) - 2) if len(digits) > 3 and not decimals else 0  # "3,000" may be 2,950
    whole = not scale and not decimals and not round_off and "%" not in text and "per" not in text.lower()
    return Decimal(0) if whole and len(digits) < 3 else Decimal(5).scaleb(scale - decimals + round_off - 1)


def _meet(one: Ends, other: Ends) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _paragraphs(checked: Checked, told: re.Pattern[str]) -> Iterator[tuple[Source, Flow, list[_Told]]]:
    """The paragraphs in which a turn of speech may stand, each with its figures."""
    for source in checked.desk.sources:
        for block in source.blocks:
            if told.search(source.text, block.span.start, block.span.end):
                running = flow(source, block)
                yield source, running, _told(running.text)


def _problem(code: str, checked: Checked, source: Source, at: int, message: str) -> Iterator[Problem]:
    """A problem at the claim that holds the words, else at the article; none where a reviewer said that it errs."""
    level = Level.ERROR if code == "F307" else Level.WARNING
    where, related = place_in(checked, source, at), None
    for _, record, own in checked.records:
        claim = record.claim
        if own.slug == source.slug and claim is not None and claim.span.start <= at < claim.span.end:
            if settled(checked, record):
                return
            where, related = record.places["quote"], where
            break
    yield problem(code, level, where, message, "ask the outlet; the verdict source_error settles it", related)


def f307(checked: Checked) -> Iterator[Problem]:
    """What: a share that its own part and whole do not give, however the three were rounded.

    Why: one of the three figures is wrong; arithmetic cannot tell which.
    Bad: "18 of 40 houses (54%) burned"
    Good: "18 of 40 houses (45%) burned"
    Fix: ask the outlet; the verdict source_error settles it.
    """
    for source, running, told in _paragraphs(checked, _SHARE):
        text = running.text
        for part, whole, share in zip(told, told[1:], told[2:], strict=False):
            counts = part.figure.kind == whole.figure.kind == "count" and whole.ends[0] > 0
            firm = {part.figure.hedge, whole.figure.hedge, share.figure.hedge} <= _FIRM
            joined = _OF.fullmatch(text, part.end, whole.start) and _OR.fullmatch(text, whole.end, share.start)
            if share.figure.unit == "percent" and counts and firm and joined:
                reached = part.ends[0] * _ALL / whole.ends[1], part.ends[1] * _ALL / whole.ends[0]
                if share.figure.change is Change.LEVEL and not _meet(reached, share.ends):
                    said = f"“{text[part.start : share.end]}”: {_shown(reached)}%"
                    yield from _problem("F307", checked, source, running.offset(share.start), said)


def _shown(ends: Ends) -> str:
    low, high = (f"{end:.1f}".removesuffix(".0") for end in ends)
    return low if low == high else f"{low} to {high}"


def f308(checked: Checked) -> Iterator[Problem]:
    """What: the parts in brackets behind a total do not add up to it.

    Why: one of the figures is wrong, or a part is missing that readers will not know of.
    Bad: "20 people (12 men and 7 women) died"
    Good: "20 people (12 men and 8 women) died"
    Fix: ask the outlet; the verdict source_error settles it.
    """
    for source, running, told in _paragraphs(checked, _LIST):
        text = running.text
        for brackets in _LIST.finditer(text):
            parts = [one for one in told if brackets.start() < one.start and one.end < brackets.end()]
            before = [one for one in told if one.end <= brackets.start()][-1:]
            if len(parts) < 2 or not before or not _listed(text, before[0], parts, brackets):
                continue
            total, added = before[0].figure.low, sum(part.figure.low for part in parts)
            if total != added:
                said = f"“{text[before[0].start : brackets.end()]}”: the parts add up to {added}"
                yield from _problem("F308", checked, source, running.offset(before[0].start), said)


def _listed(text: str, total: _Told, parts: list[_Told], brackets: re.Match[str]) -> bool:
    """Whether brackets hold nothing but the parts of what was counted before them, all of one kind."""
    every = [total, *parts]
    exact = all(one.figure.hedge is Hedge.EXACT and one.figure.change is Change.LEVEL for one in every)
    alike = {(one.figure.kind, one.figure.unit) for one in every}
    between = all(_AND.fullmatch(text, one.end, other.start) for one, other in pairwise(parts))
    ends = parts[0].start == brackets.start() + 1 and _NOUN.fullmatch(text, parts[-1].end, brackets.end() - 1)
    return bool(exact and len(alike) == 1 and total.figure.kind == "count" and between and ends
                and _BEFORE_LIST.fullmatch(text, total.end, brackets.start() + 1))  # fmt: skip


def f309(checked: Checked) -> Iterator[Problem]:
    """What: a change that does not lead from the level before to the level after, however they were rounded.

    Why: one of the three figures is wrong, or percent stands for percentage points.
    Bad: "sales rose 50 percent from 100 million euros to 130 million euros"
    Good: "sales rose 30 percent from 100 million euros to 130 million euros"
    Fix: ask the outlet; the verdict source_error settles it.
    """
    for source, running, told in _paragraphs(checked, _FROM):
        text = running.text
        for n, (before, after) in enumerate(pairwise(told)):
            if not _levels(text, before, after):
                continue
            change = _change(text, told, n)
            if change is not None and not any(_meet(ends, change.ends) for ends in _reached(before, after, change)):
                first, last = min(change.start, before.start), max(change.end, after.end)
                said = f"“{text[first:last]}”: the change does not lead from the one to the other"
                yield from _problem("F309", checked, source, running.offset(change.start), said)


def _levels(text: str, before: _Told, after: _Told) -> bool:
    """Whether two figures are what something was and what it became: "from 100 to 130 people"."""
    start = text.rfind("from", 0, before.start + 4)
    opened = start >= 0 and _FROM.fullmatch(text, start, before.start) is not None
    firm = {before.figure.hedge, after.figure.hedge} <= _FIRM and before.ends[0] > 0
    alike = before.figure.unit in (after.figure.unit, None) and before.figure.kind != "time"
    return opened and firm and alike and _TO.fullmatch(text, before.end, after.start) is not None


def _change(text: str, told: list[_Told], n: int) -> _Told | None:
    """The change that is told right before or right behind two levels; None where none is, or both are."""
    start = text.rfind("from", 0, told[n].start)
    ahead = [one for one in told[max(0, n - 1) : n] if not text[one.end : start].strip(" ,")]
    behind = [one for one in told[n + 2 : n + 3] if _AFTER.fullmatch(text, told[n + 1].end, one.start)]
    found = [one for one in ahead + behind if one.figure.change is not Change.LEVEL and one.figure.hedge in _FIRM]
    return found[0] if len(found) == 1 else None


def _reached(before: _Told, after: _Told, change: _Told) -> list[Ends]:
    """The changes that two levels allow, in the unit of the one that is told; all where it is in another unit."""
    sign = 1 if change.figure.change is Change.RISE else -1
    steps = sorted((sign * (after.ends[0] - before.ends[1]), sign * (after.ends[1] - before.ends[0])))
    points = (steps[0], steps[1])
    low, high = before.ends
    rates = sorted(step * _ALL / base for step in steps for base in (low, high))
    share = (rates[0], rates[-1])
    if change.figure.unit == "percent":
        return [share, points] if after.figure.unit == "percent" else [share]
    same = change.figure.unit in (after.figure.unit, before.figure.unit) or change.figure.unit == "percentage point"
    return [points] if same else [(-Decimal("Infinity"), Decimal("Infinity"))]
