"""Problems as SARIF 2.1.0."""

import json
from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

from reconcile.lint.formats.texts import Texts, fingerprint
from reconcile.model import Level, Place, Problem

_SARIF: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


def sarif(problems: Sequence[Problem], texts: Texts) -> str:
    """SARIF 2.1.0."""
    from reconcile import __version__  # noqa: PLC0415 - the package imports late
    from reconcile.lint.table import RULES  # noqa: PLC0415 - the table names the formats' caller

    rules = [{"id": r.code, "name": r.name, "defaultConfiguration": {"level": _SARIF[r.level]}} for r in RULES]
    results = [
        {
            "ruleId": p.code,
            "partialFingerprints": {"problem/v1": fingerprint(p, texts)},
            "level": _SARIF[p.level],
            "message": {"text": p.message},
            "locations": [_location(p.where)],
            **({"relatedLocations": [_location(p.related)]} if p.related else {}),
        }
        for p in problems
    ]
    driver = {"name": "reconcile", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "results": results, "columnKind": "unicodeCodePoints"}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _location(place: Place) -> dict[str, object]:
    region = {"startLine": max(1, place.line), **({"startColumn": place.column} if place.column else {})}
    return {"physicalLocation": {"artifactLocation": {"uri": quote(place.path)}, "region": region}}
