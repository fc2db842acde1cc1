"""Pictures of a topic as SVG: figures as a forest plot, dates as a timeline, numbered like the table's rows.

Over each bar stands who gives it and what it says, with its bound or role. An end the words leave open runs off as an
arrow; what is about is dashed, also a dot; what is planned, due, ordered or doubtful has a hollow dot.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import accumulate
from typing import Final
from unicodedata import east_asian_width

from reconcile.errors import UsageError
from reconcile.model import Modality
from reconcile.report import dating, words
from reconcile.report.bars import Bar, of_date, of_figure
from reconcile.report.digest import Digest
from reconcile.report.escape import html as escape
from reconcile.report.view import View

_LEFT: Final = 12.0
_RIGHT: Final = 388.0
_WIDTH: Final = 400
_STEP: Final = 36
_SHORTEST: Final = 8  # letters of a name that still tell who it is
_LETTERS: Final = 52  # of a label; the width holds about as many, also in the larger letters of a phone


_COLOURS: Final = {"conflicts": "#a4001d", "differs": "#7c4400", "agree": "#1d5c22", "compatible": "#2f5d62"}
_STYLE: Final = (
    "text{font:12px system-ui,sans-serif;fill:#1b1b1a}.tick{font-size:11px;fill:#55554f}.axis{stroke:#8a8a84}"
    ".bar{stroke:TONE;stroke-width:3}.about{stroke-dasharray:5 3}.cap,.arrow{stroke:TONE;stroke-width:2;fill:none}"
    ".dot{fill:TONE;stroke:TONE;stroke-width:2}.hollow,.dot.about{fill:#fff}.dot.about{stroke-dasharray:3 2}"
)


def pieces(digest: Digest) -> Iterator[str]:
    """The picture of one topic as a file: the one asked for, else the first that has one.

    Raises:
        UsageError: where there is no such topic, or nothing to draw.
    """
    asked = digest.options.topic
    if asked and asked not in digest.dossier.topic:
        raise UsageError(f"there is no topic called {asked!r}", hint="`reconcile report -f csv` lists the topics")
    drawn = ((view, plot(view, "plot")) for view in digest.each() if not asked or view.topic.id == asked)
    view, picture = next(((view, picture) for view, picture in drawn if picture), (None, ""))
    if view is None:
        what = f"the topic {asked!r} has no" if asked else "no topic has"
        raise UsageError(f"{what} two unlike values on one scale to draw", hint="name another with `--topic ID`")
    return iter([_alone(picture, view)])


def _alone(picture: str, view: View) -> str:
    """A picture as a file of its own: with its name, its style, and the namespace."""
    colour = _COLOURS.get(view.outcome.value, "#4b4f57")
    opened = picture.replace("<svg ", f'<svg xmlns="http://www.w3.org/2000/svg" class="{view.outcome.value}" ', 1)
    head, mark, rest = opened.partition("</desc>")
    titled = re.sub(r"(<title[^>]*>)", lambda match: f"{match[0]}{escape(view.topic.label)}: ", head, count=1)
    whole = f"{titled}{mark}<style>{_STYLE.replace('TONE', colour)}</style>{rest}\n"
    return re.sub("[\ufffe\uffff]", "\ufffd", whole)  # which HTML bears and XML does not


def plot(view: View, ident: str) -> str:
    """The SVG of a topic's figures or dates; "" where fewer than two that differ go on one scale.

    Args:
        view: the topic.
        ident: a prefix for the ids inside, unique on the page.
    """
    figures = [(row, row.claim.figure) for row in view.measured if row.claim.figure]
    dates = [(row, row.claim.date) for row in view.measured if row.claim.date and row.claim.date.anchored]
    if len(figures) > 1:
        unit = next((figure.unit for _, figure in figures if figure.unit), None)
        bars = [of_figure(row, figure, unit) for row, figure in figures]
        return _drawn([bar for bar in bars if bar], ident, "Figures on one scale", unit)
    if len(dates) > 1:
        return _drawn([of_date(row, when) for row, when in dates], ident, "Dates on one line", None)
    return ""


def _drawn(bars: Sequence[Bar], ident: str, title: str, unit: str | None) -> str:
    values = [value for bar in bars for value in bar.ends]
    named = [value for bar in bars for value in bar.named]
    if len({(bar.low, bar.high, bar.point) for bar in bars}) < 2 or not named:
        return ""
    low, high = min(values), max(values)
    lines = _lines(bars)
    height = _STEP * len(lines) + 26
    told = "; ".join(map(_label, lines))
    parts = [
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="{ident}-title {ident}-desc">',
        f'<title id="{ident}-title">{title}</title><desc id="{ident}-desc">{escape(told)}</desc>',
    ]
    for place, same in enumerate(lines):
        parts.append(f'<text x="0" y="{_STEP * place + 12}">{escape(_shown(same))}</text>')
        parts += _row(same[0], _STEP * place + 24, low, high)
    base = _STEP * len(lines) + 4
    parts.append(f'<path class="axis" d="M{_LEFT:g} {base}H{_RIGHT:g}"/>')
    for value, anchor in _ticks(named):
        label = dating.day(date.fromordinal(int(value))) if title.startswith("Dates") else words.amount(value, unit)
        at = _x(value, low, high)
        edge = {"start": _LEFT, "middle": at, "end": _RIGHT}[anchor]
        parts.append(f'<path class="axis" d="M{at:g} {base - 3}v6"/>')
        parts.append(f'<text class="tick" x="{edge:g}" y="{base + 16}" text-anchor="{anchor}">{escape(label)}</text>')
    return "".join(parts) + "</svg>"


def _lines(bars: Sequence[Bar]) -> list[list[Bar]]:
    """The bars, with what one source says more than once on one line."""
    found: dict[tuple[object, ...], list[Bar]] = {}
    for bar in bars:
        claim = bar.row.claim
        found.setdefault((claim.source, claim.modality, bar.low, bar.high, bar.point, bar.about), []).append(bar)
    return list(found.values())


def _label(same: Sequence[Bar]) -> str:
    """Who gives a value and what it says: "1, 4 Wire: by 1 December 2020 (deadline)"."""
    row = same[0].row
    modality = row.claim.modality
    how = "" if modality is Modality.HAPPENED else f" ({modality.value})"
    return f"{', '.join(str(bar.row.number) for bar in same)} {words.name(row.source)}: {row.value}{how}"


def _shown(same: Sequence[Bar]) -> str:
    """The label as there is room for it: what is said goes before who says it."""
    whole, name = _label(same), words.name(same[0].row.source)
    room = _LETTERS - _width(whole) + _width(name)
    head, _, tail = whole.partition(name)
    return f"{head}{_cut(name, room)}{tail}" if _SHORTEST <= room < _width(name) else _cut(whole, _LETTERS)


def _cut(text: str, room: float) -> str:
    if _width(text) <= room:
        return text
    ends = accumulate(map(_width, text))
    return f"{text[: sum(end <= room - 1 for end in ends)].rstrip()}…"


def _width(text: str) -> float:
    """How many small letters' room a text takes: capitals are wider, Chinese, Japanese and Korean twice as wide."""
    return sum(2 if east_asian_width(letter) in "WF" else 1.3 if letter.isupper() else 1 for letter in text)


def _ticks(named: Sequence[Decimal]) -> Sequence[tuple[Decimal, str]]:
    """What is written under the line, and which end of it stands at its place."""
    low, high = min(named), max(named)
    return ((low, "start"), (high, "end")) if low < high else ((low, "middle"),)


def _x(value: Decimal, low: Decimal, high: Decimal) -> float:
    """Where a value lies on the scale from low to high."""
    share = float((value - low) / (high - low)) if high != low else 0.5
    return round(_LEFT + 12 + (_RIGHT - _LEFT - 24) * share, 1)


def _row(bar: Bar, y: int, low: Decimal, high: Decimal) -> list[str]:
    start = _LEFT if bar.low is None else _x(bar.low, low, high)
    end = _RIGHT if bar.high is None else _x(bar.high, low, high)
    parts = []
    if start != end:
        about = " about" if bar.about else ""
        parts.append(f'<path class="bar{about}" d="M{start:g} {y}H{end:g}"/>')
    parts.append(_end(start, y, outward=-1, is_open=bar.low is None))
    parts.append(_end(end, y, outward=1, is_open=bar.high is None))
    if bar.point is not None:
        hollow = "" if bar.happened else " hollow"
        hollow += " about" if bar.about and start == end else ""
        parts.append(f'<circle class="dot{hollow}" cx="{_x(bar.point, low, high):g}" cy="{y}" r="5"/>')
    return parts


def _end(x: float, y: int, *, outward: int, is_open: bool) -> str:
    """An arrow head where the words leave the end open, else a cap."""
    if is_open:
        return f'<path class="arrow" d="M{x - 6 * outward:g} {y - 5}L{x:g} {y}L{x - 6 * outward:g} {y + 5}"/>'
    return f'<path class="cap" d="M{x:g} {y - 5}V{y + 5}"/>'
