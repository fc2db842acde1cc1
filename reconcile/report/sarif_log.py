"""SARIF 2.1.0, the parts of it that this program writes: for problems in files and for findings between sources."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from reconcile.model import Place
from reconcile.model.plain import plain
from reconcile.report.record import dumps

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_SIGNS: Final = str.maketrans({"{": "{{", "}": "}}", "[": "\\[", "]": "\\]", "\\": "\\\\"})


def log(rules: Sequence[Mapping[str, Any]], results: Sequence[Mapping[str, Any]]) -> str:
    """A whole log of one run."""
    from reconcile import __version__  # noqa: PLC0415 - the package imports late

    driver = {"name": "reconcile", "version": __version__, "rules": list(rules)}
    run = {"tool": {"driver": driver}, "results": list(results), "columnKind": "unicodeCodePoints"}
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def message(text: str) -> dict[str, str]:
    """Words as they are: in a message braces would be filled in and brackets could become links."""
    return {"text": plain(text).translate(_SIGNS)}


def location(place: Place) -> dict[str, Any]:
    """A place in a file; line 0 is the whole file."""
    region = {"startLine": place.line, **({"startColumn": place.column} if place.column else {})}
    held = {
        "artifactLocation": {"uri": quote(place.path, errors="replace")},
        **({"region": region} if place.line else {}),
    }
    return {"physicalLocation": held}


def suppression(kind: str, why: str) -> dict[str, list[dict[str, str]]]:
    """That somebody looked at a result and lets it be: "inSource" by a comment in a file, "external" elsewhere."""
    return {"suppressions": [{"kind": kind, "status": "accepted", "justification": plain(why)}]}
