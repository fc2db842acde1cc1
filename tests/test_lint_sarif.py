"""SARIF: what is written keeps to the parts of the standard's schema (2.1.0) that are used, each closed."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from jsonschema import Draft7Validator

from desks import desk
from reconcile.cli import main

TEXT = {
    "type": "object",
    "required": ["text"],
    "additionalProperties": False,
    "properties": {"text": {"type": "string"}},
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
LOCATION = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "id": {"type": "integer", "minimum": -1},
        "message": TEXT,
        "physicalLocation": {
            "type": "object",
            "additionalProperties": False,
            "required": ["artifactLocation"],
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {"uri": {"type": "string", "pattern": r"^[A-Za-z0-9._~!$&'()*+,;=@/%-]+$"}},
                },
                "region": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {
                        "startLine": {"type": "integer", "minimum": 1},
                        "startColumn": {"type": "integer", "minimum": 1},
                        "snippet": TEXT,
                    },
                },
            },
        },
    },
}
RULE = {
    "type": "object",
    "required": ["id"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string"},
        "shortDescription": TEXT,
        "fullDescription": TEXT,
        "help": TEXT,
        "defaultConfiguration": {"type": "object", "additionalProperties": False, "properties": {"level": LEVEL}},
    },
}
RESULT = {
    "type": "object",
    "required": ["message"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "level": LEVEL,
        "message": TEXT,
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
        "locations": {"type": "array", "items": LOCATION},
        "relatedLocations": {"type": "array", "uniqueItems": True, "items": LOCATION},
        "suppressions": {
            "type": "array",
            "uniqueItems": True,
            "items": {
                "type": "object",
                "required": ["kind"],
                "additionalProperties": False,
                "properties": {
                    "kind": {"enum": ["inSource", "external"]},
                    "status": {"enum": ["accepted", "underReview", "rejected"]},
                    "justification": {"type": "string"},
                },
            },
        },
    },
}
DRIVER = {
    "type": "object",
    "required": ["name"],
    "additionalProperties": False,
    "properties": {
        "name": {"type": "string"},
        "version": {"type": "string"},
        "rules": {"type": "array", "uniqueItems": True, "items": RULE},
    },
}
RUN = {
    "type": "object",
    "required": ["tool"],
    "additionalProperties": False,
    "properties": {
        "tool": {
            "type": "object",
            "required": ["driver"],
            "additionalProperties": False,
            "properties": {"driver": DRIVER},
        },
        "results": {"type": "array", "items": RESULT},
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    },
}
LOG = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "minItems": 0, "items": RUN},
    },
}


def told(root: Path, capsys: Any, *words: str) -> dict[str, Any]:
    """The log of a check, found to be in order."""
    main(["lint", "--desk", str(root), "--format", "sarif", *words])
    log: dict[str, Any] = json.loads(capsys.readouterr().out)
    Draft7Validator(LOG).validate(log)
    ids = [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]]
    assert len(set(ids)) == len(ids)
    assert {result["ruleId"] for result in log["runs"][0]["results"]} <= set(ids)
    return log


def test_problems_of_all_kinds_fit(tmp_path: Path, capsys: Any) -> None:
    root = desk(tmp_path)
    path = root / "claims/monday.yaml"
    path.write_text(path.read_text().replace('">= 12 person"', '">= 21 person"').replace("sheep", "goats"))
    (root / "sources/a b é%.txt").write_text("It rained.")
    (root / "claims/broken.yaml").write_text("claims: [")
    results = told(root, capsys)["runs"][0]["results"]
    assert {"F301", "P205", "P207", "R501", "S101"} <= {result["ruleId"] for result in results}
    uris = {where["physicalLocation"]["artifactLocation"]["uri"] for r in results for where in r["locations"]}
    assert any(unquote(uri).endswith("sources/a b é%.txt") for uri in uris)


def test_what_is_suppressed_says_why(tmp_path: Path, capsys: Any) -> None:
    root = desk(tmp_path)
    path = root / "claims/monday.yaml"
    note = "  # reconcile: ignore[F301] -- the figure stands in the caption"
    path.write_text(path.read_text().replace('">= 12 person"', f'">= 21 person"{note}'))
    results = told(root, capsys)["runs"][0]["results"]
    (quiet,) = [result for result in results if result.get("suppressions")]
    assert quiet["ruleId"] == "F301"
    assert quiet["suppressions"][0]["justification"] == "the figure stands in the caption"


def test_a_draft_and_a_clean_desk_fit(tmp_path: Path, capsys: Any) -> None:
    root = desk(tmp_path)
    (tmp_path / "draft.md").write_text("The bridge was closed on February 3, 2021.\n")
    assert told(root, capsys, "--draft", str(tmp_path / "draft.md"))["runs"][0]["results"]
    (root / "reconcile.yaml").write_text("ignore: [R501]\n")
    assert told(root, capsys)["runs"][0]["results"] == []
