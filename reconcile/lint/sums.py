"""F307 to F309: what a sentence reckons comes out, with every figure as coarse as it is written.

Each rule takes the turns of speech in which no word leaves a doubt about what is reckoned: "18 of 40 houses, or 45%",
"45% of the 40 houses, or 18"; "20 people (12 men and 8 women)", "20 people: 12 men and 8 women"; "up 30% from 100
million to 130 million", "up 30% to 130 million from 100 million". All else is left alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from reconcile.extract import figures
from reconcile.lint.rule import Checked, place_in, problem, settled
from reconcile.model import Change, Flow, Hedge, Level, Problem, Quantity, Source, flow
from reconcile.report import words

_SHARE: Final = re.compile(r"\bof\b.{1,80}?(?:%|percent|per cent)|(?:%|percent|per cent) of\b", re.DOTALL)
_OF: Final = re.compile(r"(?:\s[a-z]+)?\s+(?:out )?of (?:the |its |their |all |all the )?")
_OR: Final = re.compile(r"(?:\s[a-z]+){0,4}(?:, or | \(|, which is | or )")
_IN: Final = re.compile(r"(?:\s[a-z]+){0,3}\)")  # how what was opened with a bracket ends
_LISTS: Final = re.compile(r"[(:–—]| - ")  # what may stand before the parts of a total
_OPENED: Final = re.compile(r"(?:\s+[a-z]+){1,4}(?P<mark>: | \(| [-–—] )")
_CLOSED: Final = {
    " (": re.compile(r"(?:\s+[a-z]+){1,3}\)"),
    ": ": re.compile(r"(?:\s+[a-z]+){1,3}(?:[.;](?=\s|$)|$)"),
}
_DASHED: Final = re.compile(r"(?:\s+[a-z]+){1,3} [-–—]\s")
_AND: Final = re.compile(r"(?:\s+[a-z]+){1,3}(?:,| and|, and)\s+")
_BETWEEN: Final = {word: re.compile(rf"(?:\s+[a-z]+){{0,2}}\s+{word}\s+") for word in ("from", "to")}
_FROM: Final = re.compile(r"\b(?:from|on)\b")
_UP: Final = re.compile(  # "84 million euros in the year to June 2020, an increase of"
    r"(?:\s(?!and\b|but\b|while\b|as\b|with\b)[A-Za-z]+){0,10}(?: \d{4})?(?:, | \()"
    r"(?:which is |or )?(?:(?:up|down)(?: by)?|an? [a-z]+ of)? ?"
)
_ON: Final = re.compile(r" (?:from|on|compared with) (?:the )?")
_AFTER: Final = re.compile(r"(?:\s[a-z]+)?(?:, | \()(?:up|down|a|an|or)? ?")
_WRITTEN: Final = re.compile(r"(\d[\d,]*)(?:\.(\d+))?\s*(thousand|million|billion|trillion|bn|m)?\b", re.IGNORECASE)
_SCALE: Final = {"thousand": 3, "million": 6, "m": 6, "billion": 9, "bn": 9, "trillion": 12}
_FIRM: Final = frozenset([Hedge.EXACT, Hedge.APPROX, Hedge.NEARLY])
_ALL: Final = Decimal(100)

_ASK: Final = "ask the outlet; the verdict source_error settles it"

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
    for source in checked.texts:
        for block in source.blocks:
            if told.search(source.text, block.span.start, block.span.end):
                running = flow(source, block)
                yield source, running, _told(running.text)


def _problem(code: str, checked: Checked, source: Source, at: int, message: str) -> Iterator[Problem]:
    """A problem at the claim that holds the words, else at the article; none where a reviewer said that it errs."""
    level = Level.ERROR if code == "F307" else Level.WARNING
    where, related = place_in(checked, source, at), None
    for _, record, own in checked.records if not checked.drafts else ():
        claim = record.claim
        if own.slug == source.slug and claim is not None and claim.span.start <= at < claim.span.end:
            if settled(checked, record):
                return
            where, related = record.places["quote"], where
            break
    hint = "look up which of the figures is right" if checked.drafts else _ASK
    yield problem(code, level, where, message, hint, related)


def f307(checked: Checked) -> Iterator[Problem]:
    """What: a share that its own part and whole do not give, however the three were rounded.

    Why: one of the three figures is wrong; arithmetic cannot tell which.
    Bad: "18 of 40 houses (54%) burned"
    Good: "18 of 40 houses (45%) burned"
    Fix: ask the outlet; the verdict source_error settles it.
    """
    for source, running, told in _paragraphs(checked, _SHARE):
        text = running.text
        for one, whole, other in zip(told, told[1:], told[2:], strict=False):
            part, share = (other, one) if one.figure.unit == "percent" else (one, other)
            counts = part.figure.kind == whole.figure.kind == "count" and whole.ends[0] > 0
            firm = {part.figure.hedge, whole.figure.hedge, share.figure.hedge} <= _FIRM
            level = share.figure.change is Change.LEVEL
            if share.figure.unit == "percent" and counts and firm and level and _reckoned(text, one, whole, other):
                reached = part.ends[0] * _ALL / whole.ends[1], part.ends[1] * _ALL / whole.ends[0]
                if not _meet(reached, share.ends):
                    said = f"“{text[one.start : other.end]}”: that is {_shown(reached)}%"
                    yield from _problem("F307", checked, source, running.offset(share.start), said)


def _reckoned(text: str, one: _Told, whole: _Told, other: _Told) -> bool:
    """Whether the one is of the whole, and the other says the same again: "18 of 40 houses, or 45%"."""
    again = _OR.fullmatch(text, whole.end, other.start)
    closed = again is None or again[0][-1] != "(" or _IN.match(text, other.end)
    return bool(_OF.fullmatch(text, one.end, whole.start) and again and closed)


def _shown(ends: Ends) -> str:
    low, high = (f"{end:.1f}".removesuffix(".0") for end in ends)
    return low if low == high else f"{low} to {high}"


def f308(checked: Checked) -> Iterator[Problem]:
    """What: the parts that are listed behind a total do not add up to it.

    Why: one of the figures is wrong, or a part is missing that readers will not know of.
    Bad: "20 people (12 men and 7 women) died"
    Good: "20 people (12 men and 8 women) died"
    Fix: ask the outlet; the verdict source_error settles it.
    """
    for source, running, told in _paragraphs(checked, _LISTS):
        text = running.text
        for n, total in enumerate(told):
            parts = _parts(text, total, told[n + 1 :])
            added = sum((part.figure.low for part in parts), Decimal(0))
            if parts and total.figure.low != added and not _rounded(total, parts):
                whole = words.amount(added, total.figure.unit)
                said = f"“{text[total.start : parts[-1].end]}”: the parts add up to {whole}"
                yield from _problem("F308", checked, source, running.offset(total.start), said)


def _parts(text: str, total: _Told, behind: Sequence[_Told]) -> list[_Told]:
    """The figures of a list behind a total that holds nothing but its parts, all of one kind; none where none is."""
    opened = _OPENED.match(text, total.end)
    if opened is None or total.figure.kind != "count" or not behind or behind[0].start != opened.end():
        return []
    parts = [*behind[:1]]
    for one, other in pairwise(behind):
        if not _AND.fullmatch(text, one.end, other.start):
            break
        parts.append(other)
    every = [total, *parts]
    exact = all(one.figure.hedge is Hedge.EXACT and one.figure.change is Change.LEVEL for one in every)
    alike = {(one.figure.kind, one.figure.unit) for one in every}
    closed = _CLOSED.get(opened["mark"], _DASHED).match(text, parts[-1].end)
    return parts if exact and len(alike) == 1 and len(parts) > 1 and closed else []


def _rounded(total: _Told, parts: Sequence[_Told]) -> bool:
    """Whether the parts are told in thousands or millions, and add up as coarse as they and the whole are told."""
    coarse = any(part.ends[1] - part.figure.high >= 1 for part in parts)
    low, high = (sum((part.ends[end] for part in parts), Decimal(0)) for end in (0, 1))
    return coarse and _meet((low, high), total.ends)


def f309(checked: Checked) -> Iterator[Problem]:
    """What: a change that does not lead from the level before to the level after, however they were rounded.

    Why: one of the three figures is wrong, or percent stands for percentage points.
    Bad: "sales rose 50 percent from 100 million euros to 130 million euros"
    Good: "sales rose 30 percent from 100 million euros to 130 million euros"
    Fix: ask the outlet; the verdict source_error settles it.
    """
    for source, running, told in _paragraphs(checked, _FROM):
        text = running.text
        kept = [one for one in told if one.figure.kind != "time"]
        for level, step, base in zip(kept, kept[1:], kept[2:], strict=False):
            if _in_one_breath(text, level, step, base) and not _leads(base, level, step):
                said = f"“{text[level.start : base.end]}”: {_step(_reached(base, level, step)[0], step)}"
                yield from _problem("F309", checked, source, running.offset(level.start), said)
        for n, (one, other) in enumerate(pairwise(told)):
            word, before, after = ("to", other, one) if _opened(text, one) == "to" else ("from", one, other)
            if not _levels(text, word, one, other, before):
                continue
            change = _change(text, word, told, n)
            if change is not None and not _leads(before, after, change):
                first, last = min(change.start, one.start), max(change.end, other.end)
                said = f"“{text[first:last]}”: {_step(_reached(before, after, change)[0], change)}"
                yield from _problem("F309", checked, source, running.offset(change.start), said)


def _in_one_breath(text: str, after: _Told, change: _Told, before: _Told) -> bool:
    """Whether a level is told with its change and the level before: "84 million, up 12 percent from 75 million"."""
    levels = after.figure.change is before.figure.change is Change.LEVEL and before.ends[0] > 0
    alike = after.figure.unit == before.figure.unit is not None
    firm = {one.figure.hedge for one in (after, change, before)} <= _FIRM
    share = change.figure.change is not Change.LEVEL and change.figure.unit == "percent"
    joined = _UP.fullmatch(text, after.end, change.start) and _ON.fullmatch(text, change.end, before.start)
    return levels and alike and firm and share and bool(joined)


def _leads(before: _Told, after: _Told, change: _Told) -> bool:
    """Whether a change may lead from one level to another, as coarse as all three are told."""
    return any(_meet(ends, change.ends) for ends in _reached(before, after, change))


def _step(reached: Ends, change: _Told) -> str:
    """What a change would be, in words."""
    low, high = sorted(round(abs(end), 1) for end in reached)
    unit = change.figure.unit
    told = words.amount(low, unit) if low == high else words.span(low, high, unit)
    return f"from the one to the other it is {told}"


def _opened(text: str, figure: _Told) -> str:
    """The word right before a figure."""
    return text[max(0, figure.start - 40) : figure.start].split(" ")[-2:][0].lower() if figure.start else ""


def _levels(text: str, word: str, one: _Told, other: _Told, before: _Told) -> bool:
    """Whether two figures are what something was and what it became: "from 100 to 130", "to 130 from 100"."""
    firm = {one.figure.hedge, other.figure.hedge} <= _FIRM and before.ends[0] > 0
    alike = one.figure.unit in (other.figure.unit, None) and one.figure.kind != "time"
    between = _BETWEEN["from" if word == "to" else "to"]
    return _opened(text, one) == word and firm and alike and between.fullmatch(text, one.end, other.start) is not None


def _change(text: str, word: str, told: list[_Told], n: int) -> _Told | None:
    """The change that is told right before or right behind two levels; None where none is, or both are."""
    start = len(text[: told[n].start].rstrip()) - len(word)
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
