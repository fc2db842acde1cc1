"""Problems as SARIF 2.1.0."""

import json
from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

from reconcile.lint.formats.texts import Texts
from reconcile.lint.rule import Rule
from reconcile.model import Level, Place, Problem

_SARIF: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


def sarif(problems: Sequence[Problem], texts: Texts) -> str:
    """SARIF 2.1.0; what a suppression covers is told with its justification, as code hosts want it."""
    from reconcile import __version__  # noqa: PLC0415 - the package imports late
    from reconcile.lint.table import RULES  # noqa: PLC0415 - the table names the formats' caller

    driver = {"name": "reconcile", "version": __version__, "rules": [_rule(rule) for rule in RULES]}
    results = [_result(problem) for problem in (*problems, *texts.quiet)]
    run = {"tool": {"driver": driver}, "results": results, "columnKind": "unicodeCodePoints"}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, object]:
    told = rule.parts
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": told["What"]},
        "fullDescription": {"text": told["Why"]},
        "help": {"text": told["Fix"]},
        "defaultConfiguration": {"level": _SARIF[rule.level]},
    }


def _result(problem: Problem) -> dict[str, object]:
    covered = {"kind": "inSource", "status": "accepted", "justification": problem.excuse}
    return {
        "ruleId": problem.code,
        "partialFingerprints": {"problem/v1": problem.fingerprint},
        "level": _SARIF[problem.level],
        "message": {"text": problem.message},
        "locations": [_location(problem.where)],
        **({"relatedLocations": [_location(problem.related)]} if problem.related else {}),
        **({"suppressions": [covered]} if problem.excuse else {}),
    }


def _location(place: Place) -> dict[str, object]:
    region = {"startLine": max(1, place.line), **({"startColumn": place.column} if place.column else {})}
    return {"physicalLocation": {"artifactLocation": {"uri": quote(place.path)}, "region": region}}
