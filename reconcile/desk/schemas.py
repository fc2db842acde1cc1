"""JSON Schemas of the files that a person may edit, for editors and for checks without this program.

They are made of the tables in `fields` that the readers use. A schema sees one file alone: that a quote stands in its
article, or an id is there once, only the lint can tell. Texts may be written as numbers, since editors type YAML's
scalars and this program never does.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from reconcile.desk import fields
from reconcile.desk.fields import Field
from reconcile.desk.files import read_if_there, write_file

FOLDER: Final = "schemas"
MODELINE: Final = "# yaml-language-server: $schema="
_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_TEXT: Final = ("string", "number")  # `2021` is a text that an editor takes for a number


def _scalar(field: Field) -> dict[str, Any]:
    if field.values:
        return {"enum": [*field.values, *(int(value) for value in field.values if value.isdigit())]}
    return {"type": list(_TEXT), **({"pattern": rf"^\s*(?:{field.pattern})\s*$"} if field.pattern else {})}


def _value(field: Field, records: Mapping[str, Field]) -> dict[str, Any]:
    one = _scalar(field)
    texts = {"type": "array", "items": one}
    shapes: dict[str, dict[str, Any]] = {
        "text": one,
        "number": {"type": "number", "exclusiveMinimum": 0, "maximum": 1},
        "flag": {"type": "boolean"},
        "texts": texts,
        "words": {"type": "object", "additionalProperties": one},
        "groups": {"type": "object", "additionalProperties": texts},
        "lists": {"type": "array", "items": texts},
        "records": {"type": "array", "items": _mapping(records)},
    }
    return {"description": field.what, **shapes[field.of]}


def _mapping(table: Mapping[str, Field], records: Mapping[str, Field] | None = None) -> dict[str, Any]:
    needed = [key for key, field in table.items() if field.needed]
    return {
        "type": "object",
        "properties": {key: _value(field, records or {}) for key, field in table.items()},
        **({"required": needed} if needed else {}),
        "additionalProperties": False,
    }


def _source() -> dict[str, Any]:
    from reconcile.read import header  # noqa: PLC0415 - a desk that is remembered needs no reader

    days = {key: fields.DAY if key in header.DAYS else "" for key in header.FIELDS}
    return _mapping(
        {key: Field(what, pattern=days[key] and f"(?:{days[key]})?") for key, what in header.FIELDS.items()}
    )


_MADE: Final[Mapping[str, tuple[str, Callable[[], dict[str, Any]]]]] = {
    "claims": ("claims/<source>.yaml", lambda: _mapping(fields.CLAIM_FILE, fields.CLAIM)),
    "topics": ("claims/topics.yaml", lambda: _mapping(fields.TOPICS)),
    "settings": ("reconcile.yaml", lambda: _mapping(fields.SETTINGS)),
    "source": ("the header of an article, and sources/<slug>.yaml", _source),
    "verdict": ("a line of claims/verdicts/<reviewer>.jsonl", lambda: _mapping(fields.VERDICT)),
    "baseline": ("a line of claims/baseline.jsonl", lambda: _mapping(fields.BASELINE)),
}
SCHEMAS: Final[Mapping[str, str]] = {name: what for name, (what, _) in _MADE.items()}


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a kind of file in SCHEMAS."""
    what, make = _MADE[name]
    return {"$schema": _DRAFT, "title": f"reconcile: {what}", **make()}


def write_schemas(root: Path, *, old: bool = False) -> list[Path]:
    """Lay the schemas that editors read into a desk, or bring them up to date.

    Args:
        old: only those that another version laid there.

    Returns:
        What was written.

    Raises:
        DeskError: where one cannot be written.
    """
    import json  # noqa: PLC0415 - what only reads a desk needs none

    written = []
    for name in ("claims", "topics", "settings", "source"):
        path, text = root / FOLDER / f"{name}.json", json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"
        if read_if_there(path) != text and (path.is_file() or not old):
            write_file(path, text)
            written.append(path)
    return written


def modeline(root: Path, name: str) -> tuple[str, ...]:
    """The comment that tells an editor which schema a new file of a folder of the desk has; none without schemas."""
    return (f"{MODELINE}../{FOLDER}/{name}.json",) if (root / FOLDER / f"{name}.json").is_file() else ()
