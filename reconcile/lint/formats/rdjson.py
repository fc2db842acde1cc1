"""Problems as reviewdog reads them: columns count bytes of UTF-8, and what mends a problem is offered with it."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from reconcile.lint.edits import place_at
from reconcile.lint.formats.texts import Texts, advised
from reconcile.model import Edit, Level, Place, Problem
from reconcile.report.record import dumps

_SEVERITY: Final = {Level.ERROR: "ERROR", Level.WARNING: "WARNING", Level.INFO: "INFO"}


def rdjson(problems: Sequence[Problem], texts: Texts) -> str:
    """One JSON object with all problems."""
    lines = cache(texts.lines)
    found = [
        {
            "message": advised(p),
            "location": _location(p.where, lines(p.where.path)),
            "severity": _SEVERITY[p.level],
            "code": {"value": p.code},
            **({"suggestions": [_suggestion(p, edit, lines(p.where.path)) for edit in p.edits]} if p.edits else {}),
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


def _suggestion(problem: Problem, edit: Edit, lines: Sequence[str]) -> dict[str, object]:
    text = "\n".join(lines)
    ends = (_position(place_at(problem.where.path, text, at), lines) for at in (edit.start, edit.end))
    return {"range": dict(zip(("start", "end"), ends, strict=True)), "text": edit.text}
