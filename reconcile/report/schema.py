"""The JSON Schema of the machine interface: what `diff`, `mentions` and `report` write as JSON."""

from enum import StrEnum
from typing import Any, Final

from reconcile.model import Decision, Dimension, Hedge, Modality, Outcome, Role, Standing, Status
from reconcile.report.changes import Kind
from reconcile.report.series import Move

_TEXT: Final = {"type": "string"}
_OFFSET: Final = {"type": "integer", "minimum": 0}
_DAY: Final = {"type": ["string", "null"], "format": "date"}
_FLAG: Final = {"type": "boolean"}
_TEXTS: Final = {"type": "array", "items": _TEXT}


def _one_of(words: type[StrEnum]) -> dict[str, Any]:
    return {"enum": [word.value for word in words]}


def _number(what: str) -> dict[str, Any]:
    return {"type": ["number", "null"], "description": what}


def _object(what: str, properties: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "description": what,
        "properties": {**properties, **(optional or {})},
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(of: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/$defs/{of}"}}


def _maybe(of: str) -> dict[str, Any]:
    return {"anyOf": [{"$ref": f"#/$defs/{of}"}, {"type": "null"}]}


_PLACE: Final = {"start": _OFFSET, "end": _OFFSET, "text": _TEXT}
_PASSAGE: Final = {"source": _TEXT, "start": _OFFSET, "end": _OFFSET}
_FIGURE: Final = _object(
    "A figure: the interval meant; start and end are offsets in characters into the text given.",
    {
        "kind": {"const": "figure"},
        **_PLACE,
        "value": _number("the number as written; null for ranges and vague words"),
        "low": _number("lowest value meant; null where that end is open"),
        "high": _number("highest value meant; null where that end is open"),
        "low_open": {**_FLAG, "description": "whether `low` itself is left out"},
        "high_open": {**_FLAG, "description": "whether `high` itself is left out"},
        "hedge": _one_of(Hedge),
        "unit": {"type": ["string", "null"]},
        "counts": {**_TEXT, "description": "what is counted, as written"},
    },
)
_DATE: Final = _object(
    "A date: first and last day of the period named, both included; null where open or not known.",
    {
        "kind": {"const": "date"},
        **_PLACE,
        "earliest": _DAY,
        "latest": _DAY,
        "edtf": {
            **_TEXT,
            "description": "EDTF, ISO 8601-2:2019; XXXX-11-25 where no year is known; an hour told with its day as "
            "2020-11-25T18:00Z, and alone as T18:00Z, which is no EDTF",
        },
        "role": _one_of(Role),
        "anchored": {**_FLAG, "description": "whether it names days of a known year"},
    },
)
_CLAIM: Final[dict[str, Any]] = {
    "id": _TEXT,
    "source": _TEXT,
    "start": _OFFSET,
    "end": _OFFSET,
    "quote": _TEXT,
    "about": _TEXT,
    "quantity": _maybe("figure"),
    "when": _maybe("date"),
    "speaker": {**_TEXT, "description": "who says it; empty for the outlet itself"},
    "modality": _one_of(Modality),
}
_TOPIC: Final[dict[str, Any]] = {"id": _TEXT, "label": _TEXT, "claims": _TEXTS}
_FINDING: Final[dict[str, Any]] = {
    "id": _TEXT,
    "topic": _TEXT,
    "left": _TEXT,
    "right": {"type": ["string", "null"]},
    "dimension": _one_of(Dimension),
    "relation": _TEXT,
    "outcome": _one_of(Outcome),
    "because": _TEXT,
}
_ASIDE: Final = _object("Words that are not mined, and why.", {**_PLACE, "reason": _TEXT})
_SOURCE: Final = _object(
    "An article.",
    {
        **dict.fromkeys(("slug", "title", "publisher", "agency", "byline", "dateline"), _TEXT),
        "published": _DAY,
        "retrieved": _DAY,
        **dict.fromkeys(("url", "sha256", "encoding"), _TEXT),
        "known_from": {"type": "object", "additionalProperties": _TEXT},
        "set_aside": {"type": "array", "items": _ASIDE},
    },
)
_VERDICT: Final = _object(
    "What a reviewer decided of a claim.",
    {
        "id": _TEXT,
        "claim": _TEXT,
        "topic": _TEXT,
        "decision": _one_of(Decision),
        "standing": _one_of(Standing),
        **dict.fromkeys(("reason", "by", "at", "note", "seen"), _TEXT),
        "role": {"enum": ["", "adjudication"], "description": "adjudication: it settles what reviewers differed on"},
        "stale": {**_FLAG, "description": "whether the claim has changed since"},
        "replaces": _TEXT,
        "tool": _TEXT,
    },
)
_FILE: Final = _object(
    "A file of a desk: its text, or base64 where it is no UTF-8.",
    {"path": _TEXT, "sha256": _TEXT},
    optional={"text": _TEXT, "base64": _TEXT},
)
_STAND: Final = _object(
    "How a topic stood; null where it was not there.",
    {
        key: {"enum": [*(word.value for word in words), None]}
        for key, words in (("outcome", Outcome), ("status", Status))
    },
)
_STEP: Final = _object(
    "A count of a tally and how it stands to the one before it.",
    {
        "claim": _TEXT,
        "day": {
            "type": "string",
            "format": "date",
            "description": "what it is stated for, else that of publication",
        },
        "move": _one_of(Move),
        "before": {"type": ["string", "null"], "description": "the claim it is set against; null at the first"},
        "revision": {**_FLAG, "description": "whether it is lower where a count can only grow"},
    },
)
_CHANGE: Final = _object(
    "What happened to a topic since a revision of the desk.",
    {
        "topic": _TEXT,
        "label": _TEXT,
        "kind": _one_of(Kind),
        "before": _STAND,
        "after": _STAND,
        "values": {**_FLAG, "description": "whether its claims or what they say are others"},
    },
)
_DOSSIER: Final = {"claims": _list("claim"), "topics": _list("topic"), "findings": _list("finding")}

SCHEMA: Final[dict[str, Any]] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "reconcile: what `diff --json` writes; its other outputs are in $defs",
    "version": 1,
    **_object("A dossier: claims, topics and findings.", _DOSSIER),
    "$defs": {
        "figure": _FIGURE,
        "date": _DATE,
        "mention": {"anyOf": [{"$ref": "#/$defs/figure"}, {"$ref": "#/$defs/date"}]},
        "claim": _object("One thing one article says.", _CLAIM),
        "topic": _object("Claims about the same thing.", _TOPIC),
        "finding": _object("What was found between two claims of a topic.", _FINDING),
        "mentions_line": _object("A line of `mentions --jsonl`.", {"id": {}, "mentions": _list("mention")}),
        "desk": _object(
            "What `export desk` writes.", {"desk": {"const": 1}, "files": {"type": "array", "items": _FILE}}
        ),
        "dossier_line": _object("A line of `diff --jsonl`.", {"id": {}, **_DOSSIER}),
        "report": _object(
            "What `report -f json` writes.",
            {
                "version": {"const": 1},
                "sources": {"type": "array", "items": _SOURCE},
                "days": {
                    "type": "array",
                    "items": _object(
                        "The day that most articles of a story date something to, and the first claim of each on it.",
                        {"day": {"type": "string", "format": "date"}, "claims": _TEXTS},
                    ),
                },
                "origins": {
                    "type": "array",
                    "items": _object(
                        "Sources of one origin; those that have passages here go back to it with these alone.",
                        {
                            "name": _TEXT,
                            "sources": _TEXTS,
                            "because": _TEXT,
                            "passages": {"type": "array", "items": _object("A stretch of a source's text.", _PASSAGE)},
                        },
                    ),
                },
                "claims": {
                    "type": "array",
                    "items": _object(
                        "A claim and its place.",
                        {
                            **_CLAIM,
                            "line": _OFFSET,
                            "as_of": {"type": ["string", "null"]},
                            "where": {**_TEXT, "description": "the place named for it, as written; empty for none"},
                            "headline": _FLAG,
                        },
                    ),
                },
                "topics": {
                    "type": "array",
                    "items": _object(
                        "A topic and where it stands.",
                        {**_TOPIC, "because": _TEXTS, "outcome": _one_of(Outcome), "status": _one_of(Status)},
                        optional={
                            "over_time": {
                                "type": "array",
                                "items": {"type": "array", "items": _STEP},
                                "description": "counts that went on, each earliest first; missing where there are none",
                            }
                        },
                    ),
                },
                "findings": {
                    "type": "array",
                    "items": _object(
                        "A finding and its steps.",
                        {**_FINDING, "explanation": _TEXT, "others": _TEXTS, "steps": _TEXTS},
                    ),
                },
                "verdicts": {"type": "array", "items": _VERDICT},
            },
            optional={
                "part": {**_TEXT, "description": "what of the desk this is; missing for all of it"},
                "written": {"type": "string", "format": "date-time"},
                "since": {**_TEXT, "description": "the revision that `changes` looks back to"},
                "changes": {"type": "array", "items": _CHANGE},
            },
        ),
    },
}
