"""Problems for programs: JSON, a line each, and what review tools read. `SCHEMA` says what a problem holds."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from reconcile.lint.formats.texts import Texts, advised
from reconcile.model import Level, Place, Problem
from reconcile.report.record import dumps

_PLACE: Final[Mapping[str, Any]] = {
    "type": "object",
    "required": ["path", "line", "column"],
    "properties": {
        "path": {"type": "string"},
        "line": {"type": "integer", "minimum": 0, "description": "from 1; 0 where the whole file is meant"},
        "column": {"type": "integer", "minimum": 0, "description": "from 1, in characters; 0 where the line is meant"},
    },
}
_EDIT: Final[Mapping[str, Any]] = {
    "type": "object",
    "required": ["start", "end", "text"],
    "properties": {
        "start": {"type": "integer", "minimum": 0, "description": "offset into the file's characters"},
        "end": {"type": "integer", "minimum": 0, "description": "offset behind the last character replaced"},
        "text": {"type": "string"},
    },
}
_PROBLEM: Final[Mapping[str, Any]] = {
    "type": "object",
    "required": ["code", "level", "path", "line", "column", "message", "hint", "fingerprint", "related", "edits"],
    "additionalProperties": False,
    "properties": {
        "code": {"type": "string", "pattern": "^[SPFDRAU][1-9][0-9]{2}$"},
        "level": {"enum": [level.value for level in Level]},
        **_PLACE["properties"],
        "message": {"type": "string", "description": "what is wrong, one sentence"},
        "hint": {"type": "string", "description": "what would satisfy the rule, or empty"},
        "fingerprint": {"type": "string", "description": "the same as long as the problem is, wherever it stands"},
        "edits": {
            "type": "array",
            "description": "what mends it: in a desk's file what `--fix` writes, in a draft an offer; may be empty",
            "items": _EDIT,
        },
        "related": {"oneOf": [{"type": "null"}, _PLACE], "description": "where the evidence stands"},
    },
}
SCHEMA: Final[Mapping[str, Any]] = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "title": "reconcile lint --format json; a line of --format jsonl is one item of it",
    "type": "array",
    "items": _PROBLEM,
}


def record(problem: Problem) -> dict[str, object]:
    """A problem as JSON, as SCHEMA says."""
    where = problem.where
    return {
        "code": problem.code,
        "level": problem.level.value,
        **_place(where),
        "message": problem.message,
        "hint": problem.hint,
        "fingerprint": problem.fingerprint,
        "related": _place(problem.related) if problem.related else None,
        "edits": [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in problem.edits],
    }


def _place(place: Place) -> dict[str, object]:
    return {"path": place.path, "line": place.line, "column": place.column}


def as_json(problems: Sequence[Problem], texts: Texts) -> str:  # noqa: ARG001 - every format has the same form
    """One JSON list."""
    return dumps([record(p) for p in problems], indent=2) + "\n"


def jsonl(problems: Sequence[Problem], texts: Texts) -> str:  # noqa: ARG001 - every format has the same form
    """One JSON object a line."""
    return "".join(dumps(record(p)) + "\n" for p in problems)


_GITLAB: Final = {Level.ERROR: "major", Level.WARNING: "minor", Level.INFO: "info"}


def gitlab(problems: Sequence[Problem], texts: Texts) -> str:  # noqa: ARG001 - every format has the same form
    """GitLab's code quality report; a fingerprint met again gets a number, since GitLab drops all but one."""
    met: dict[str, int] = {}
    out = []
    for p in problems:
        told = p.fingerprint
        met[told] = met.get(told, 0) + 1
        out.append(
            {
                "check_name": p.code,
                "description": f"{p.code}: {advised(p)}",
                "severity": _GITLAB[p.level],
                "fingerprint": told if met[told] == 1 else f"{told}-{met[told]}",
                "location": {"path": p.where.path, "lines": {"begin": p.where.line or 1}},
            }
        )
    return dumps(out, indent=2) + "\n"
