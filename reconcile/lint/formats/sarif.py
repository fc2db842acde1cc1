"""Problems as SARIF 2.1.0."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reconcile.lint.formats.texts import Texts, advised
from reconcile.lint.rule import Rule
from reconcile.model import Level, Place, Problem
from reconcile.report.sarif_log import location, log, message, suppression

_SARIF: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


def sarif(problems: Sequence[Problem], texts: Texts) -> str:
    """SARIF 2.1.0; what a suppression covers is told with its justification, as code hosts want it."""
    from reconcile.lint.table import RULES  # noqa: PLC0415 - the table names the formats' caller

    return log([_rule(rule) for rule in RULES], [_result(problem) for problem in (*problems, *texts.quiet)])


def _rule(rule: Rule) -> dict[str, object]:
    told = rule.parts
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": message(told["What"]),
        "fullDescription": message(told["Why"]),
        "help": message(told["Fix"]),
        "defaultConfiguration": {"level": _SARIF[rule.level]},
    }


def _result(problem: Problem) -> dict[str, object]:
    return {
        "ruleId": problem.code,
        "partialFingerprints": {"problem/v1": problem.fingerprint},
        "level": _SARIF[problem.level],
        "message": message(advised(problem)),
        "locations": [_location(problem.where)],
        **({"relatedLocations": [_location(problem.related)]} if problem.related else {}),
        **(suppression("inSource", problem.excuse) if problem.excuse else {}),
    }


def _location(place: Place) -> dict[str, object]:
    """A place; of a whole file its first line, since code hosts show nothing that has none."""
    return location(replace(place, line=max(1, place.line)))
