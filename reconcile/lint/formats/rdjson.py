"""Problems as reviewdog reads them: columns count bytes of UTF-8, and what mends a problem is offered with it."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import Final

from reconcile.lint.formats.texts import Texts, advised
from reconcile.model import Edit, Level, Place, Problem
from reconcile.report.record import dumps

_SEVERITY: Final = {Level.ERROR: "ERROR", Level.WARNING: "WARNING", Level.INFO: "INFO"}


def rdjson(problems: Sequence[Problem], texts: Texts) -> str:
    """One JSON object with all problems."""
    lines = cache(texts.lines)
    starts = cache(lambda path: [0, *accumulate(len(line) + 1 for line in lines(path))])
    found = [
        {
            "message": advised(p),
            "location": _location(p.where, lines(p.where.path)),
            "severity": _SEVERITY[p.level],
            "code": {"value": p.code},
            **(
                {"suggestions": [_suggestion(edit, lines(p.where.path), starts(p.where.path)) for edit in p.edits]}
                if p.edits
                else {}
            ),
            **({"relatedLocations": [_related(p.related, lines(p.related.path))]} if p.related else {}),
        }
        for p in problems
    ]
    return dumps({"source": {"name": "reconcile"}, "diagnostics": found}, indent=2) + "\n"


def _location(place: Place, lines: Sequence[str]) -> dict[str, object]:
    return {"path": place.path, "range": {"start": _position(place, lines)}}


def _related(place: Place, lines: Sequence[str]) -> dict[str, object]:
    return {"message": "the source's words", "location": _location(place, lines)}


def _position(place: Place, lines: Sequence[str]) -> dict[str, int]:
    if not place.column:
        return {"line": max(1, place.line)}
    line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    before = line[: place.column - 1].encode("utf-8", "replace")
    return {"line": max(1, place.line), "column": len(before) + 1}


def _suggestion(edit: Edit, lines: Sequence[str], starts: Sequence[int]) -> dict[str, object]:
    """What mends a problem; `starts` are the offsets at which the lines begin."""
    ends = (_position(_place(at, starts), lines) for at in (edit.start, edit.end))
    return {"range": dict(zip(("start", "end"), ends, strict=True)), "text": edit.text}


def _place(at: int, starts: Sequence[int]) -> Place:
    line = bisect_right(starts, at, hi=max(1, len(starts) - 1))
    return Place("", line, at - starts[line - 1] + 1)
