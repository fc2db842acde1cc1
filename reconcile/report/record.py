"""The machine interface: nouns as plain JSON records, keys in a fixed order.

An open end is null; numbers are JSON numbers as written; dates are ISO. `start` and `end` are offsets into the text of
the source. `schema.py` publishes the form, and golden files guard it.
"""

from decimal import Decimal
from typing import Any

from reconcile.model import Claim, Dossier, Finding, Mention, Quantity, Topic, When


def dossier_record(dossier: Dossier) -> dict[str, Any]:
    """`{"claims", "topics", "findings", "origins"}` of a dossier."""
    return {
        "claims": [claim_record(claim) for claim in dossier.claims],
        "topics": [topic_record(topic) for topic in dossier.topics],
        "findings": [finding_record(finding) for finding in dossier.findings],
        "origins": [
            {"name": origin.name, "sources": list(origin.sources), "because": origin.because}
            for origin in dossier.origins
        ],
    }


def claim_record(claim: Claim) -> dict[str, Any]:
    """One claim."""
    return {
        "id": claim.id,
        "source": claim.source,
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": claim.quote,
        "about": claim.about,
        "quantity": mention_record(claim.quantity) if claim.quantity else None,
        "when": mention_record(claim.when) if claim.when else None,
        "speaker": claim.speaker,
        "modality": claim.modality.value,
        "as_of": claim.as_of.edtf or None if claim.as_of else None,
    }


def topic_record(topic: Topic) -> dict[str, Any]:
    """One topic; `because` tells for each claim why it is there."""
    return {
        "id": topic.id,
        "label": topic.label,
        "claims": list(topic.claims),
        "because": {member.claim: member.because for member in topic.members},
    }


def finding_record(finding: Finding) -> dict[str, Any]:
    """One finding."""
    return {
        "id": finding.id,
        "topic": finding.topic,
        "left": finding.left,
        "right": finding.right,
        "others": list(finding.others),
        "dimension": finding.dimension.value,
        "relation": finding.relation,
        "outcome": finding.outcome.value,
        "explanation": finding.explanation,
        "because": finding.because,
    }


def mention_record(mention: Mention) -> dict[str, Any]:
    """One figure or date."""
    place = {"start": mention.span.start, "end": mention.span.end, "text": mention.text}
    if isinstance(mention.value, Quantity):
        return {"kind": "figure", **place, **_figure(mention.value), "counts": mention.counts or None}
    return {"kind": "date", **place, **_date(mention.value)}


def _figure(figure: Quantity) -> dict[str, Any]:
    return {
        "value": _number(figure.value),
        "low": _number(figure.low),
        "high": _number(figure.high),
        "low_open": figure.low_open,
        "high_open": figure.high_open,
        "hedge": figure.hedge.value,
        "unit": figure.unit,
        "change": figure.change.value,
    }


def _date(when: When) -> dict[str, Any]:
    return {
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "edtf": when.edtf or None,
        "role": when.role.value,
        "anchored": when.anchored,
        "anchor": when.anchor.rule,
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None or not value.is_finite():
        return None
    return int(value) if value == value.to_integral_value() else float(value)
