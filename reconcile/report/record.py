"""The machine interface: mentions, claims, topics and findings as plain records, and a whole desk as one JSON text.

Keys are those of the published schema (`report.schema`), in its order; numbers are JSON numbers, days ISO 8601, an open
end is null. The same dossier gives the same bytes.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from reconcile.model import Claim, Dossier, Finding, Mention, Origin, Quantity, Source, Topic, Verdict
from reconcile.model.notation import write_when
from reconcile.model.plain import HARMFUL

if TYPE_CHECKING:  # `mentions` needs none of them
    from reconcile.report.changes import Change
    from reconcile.report.digest import Digest
    from reconcile.report.options import Options
    from reconcile.report.series import Step

VERSION = 1  # of what `pieces` writes; a key that changes its meaning or goes raises it

_encode: Final = json.JSONEncoder(ensure_ascii=False).encode  # `json.dumps` would make one for every record


def mention_record(mention: Mention) -> dict[str, Any]:
    """A figure or date as read in a text."""
    place = {"start": mention.span.start, "end": mention.span.end, "text": mention.text}
    value = mention.value
    if isinstance(value, Quantity):
        low = _number(value.low)
        return {
            "kind": "figure",
            **place,
            "value": low if value.value is value.low else None if value.value is None else _number(value.value),
            "low": low,
            "high": low if value.high is value.low else _number(value.high),
            "low_open": value.low_open,
            "high_open": value.high_open,
            "hedge": value.hedge.value,
            "unit": value.unit,
            "counts": mention.counts,
        }
    earliest, latest = value.meant
    return {
        "kind": "date",
        **place,
        "earliest": earliest.isoformat() if earliest else None,
        "latest": latest.isoformat() if latest else None,
        "edtf": value.moment,
        "role": value.role.value,
        "anchored": value.anchored,
    }


def mentions_record(ident: str, mentions: Iterable[Mention]) -> dict[str, Any]:
    """The figures and dates of one text; an hour is told with the day beside it, and not alone: EDTF has no such."""
    days = (mention for mention in mentions if not mention.hour)
    return {"id": ident, "mentions": [mention_record(mention) for mention in days]}


def claim_record(claim: Claim) -> dict[str, Any]:
    """One thing one article says."""
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
    }


def topic_record(topic: Topic) -> dict[str, Any]:
    """What claims are about together."""
    return {"id": topic.id, "label": topic.label, "claims": list(topic.claims)}


def finding_record(finding: Finding) -> dict[str, Any]:
    """What was found between two claims."""
    return {
        "id": finding.id,
        "topic": finding.topic,
        "left": finding.left,
        "right": finding.right,
        "dimension": finding.dimension.value,
        "relation": finding.relation,
        "outcome": finding.outcome.value,
        "because": finding.because,
    }


def dossier_record(dossier: Dossier) -> dict[str, Any]:
    """What `diff` says of its articles."""
    return {
        "claims": [claim_record(claim) for claim in dossier.claims],
        "topics": [topic_record(topic) for topic in (*dossier.topics, *(day.topic for day in dossier.days))],
        "findings": [
            finding_record(finding)
            for finding in (*dossier.findings, *(finding for day in dossier.days for finding in day.findings))
        ],
    }


def pieces(digest: "Digest") -> Iterator[str]:
    """The whole desk: the dossier with its sources, origins and verdicts, one object.

    A record a line: it is written as it comes, and a difference in git names what differs.
    """
    dossier = digest.dossier
    lists: dict[str, Iterator[Mapping[str, Any]]] = {
        "sources": map(_source, dossier.sources),
        "origins": map(_origin, dossier.origins),
        "claims": (_claim(dossier, claim) for claim in dossier.claims),
        "topics": (_topic(digest, topic) for topic in dossier.topics),
        "findings": map(_finding, dossier.findings),
        "days": ({"day": told.day.isoformat(), "claims": list(told.topic.claims)} for told in dossier.days),
        "verdicts": (_verdict(dossier, verdict) for verdict in dossier.verdicts),
    }
    if digest.options.changes:
        lists["changes"] = map(_change, digest.options.changes.all)
    yield f'{{\n  "version": {VERSION}'
    for key, value in _asked(digest.options).items():
        yield f',\n  "{key}": {_safe(json.dumps(value, ensure_ascii=False))}'
    for key, rows in lists.items():
        yield f',\n  "{key}": ['
        between = ""
        for row in rows:
            yield f"{between}\n    {dumps(row)}"
            between = ","
        yield "\n  ]" if between else "]"
    yield "\n}\n"


def _asked(options: "Options") -> dict[str, str]:
    """What was asked for beside the whole desk, where anything was."""
    since = options.changes.since if options.changes else ""
    return {k: v for k, v in (("part", options.part), ("written", options.stamp), ("since", since)) if v}


def _finding(finding: Finding) -> dict[str, Any]:
    more = {"explanation": finding.explanation, "others": list(finding.others), "steps": list(finding.steps)}
    return {**finding_record(finding), **more}


def _change(change: "Change") -> dict[str, Any]:
    before, after = ([None, None] if at is None else [word.value for word in at] for at in change.stands)
    return {
        "topic": change.topic,
        "label": change.label,
        "kind": change.kind.value,
        "before": {"outcome": before[0], "status": before[1]},
        "after": {"outcome": after[0], "status": after[1]},
        "values": change.values,
    }


def _safe(written: str) -> str:
    if written.isprintable():  # as nothing harmful is
        return written
    return HARMFUL.sub(lambda match: json.dumps(match[0])[1:-1], written)


def dumps(record: Mapping[str, Any] | Sequence[Mapping[str, Any]], *, indent: int | None = None) -> str:
    """Records as JSON; what could act on a terminal or cannot be written is escaped, so nothing is lost."""
    return _safe(_encode(record) if indent is None else json.dumps(record, ensure_ascii=False, indent=indent))


def _origin(origin: Origin) -> dict[str, Any]:
    passages = [{"source": p.source, "start": p.span.start, "end": p.span.end} for p in origin.passages]
    return {
        "name": origin.name,
        "sources": list(origin.sources),
        "because": origin.because,
        "passages": passages,
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "slug": source.slug,
        "title": source.title,
        "publisher": source.publisher,
        "agency": source.agency,
        "byline": source.byline,
        "dateline": source.dateline,
        "published": source.published.isoformat() if source.published else None,
        "retrieved": source.retrieved.isoformat() if source.retrieved else None,
        "url": source.url,
        "sha256": source.sha256,
        "encoding": source.encoding,
        "known_from": dict(source.known_from),
        "set_aside": [
            {
                "start": item.span.start,
                "end": item.span.end,
                "text": source.text[item.span.start : item.span.end],
                "reason": item.reason,
            }
            for item in source.set_aside
        ],
    }


def _claim(dossier: Dossier, claim: Claim) -> dict[str, Any]:
    return {
        **claim_record(claim),
        "line": dossier.source[claim.source].line(claim.span.start),
        "as_of": write_when(claim.as_of) if claim.as_of else None,
        "where": claim.where,
        "headline": claim.headline,
    }


def _topic(digest: "Digest", topic: Topic) -> dict[str, Any]:
    dossier = digest.dossier
    record = {
        **topic_record(topic),
        "because": [member.because for member in topic.members],
        "outcome": dossier.outcome(topic.id).value,
        "status": dossier.status(topic.id).value,
    }
    found = digest.over_time(topic)
    return {**record, "over_time": [list(map(_step, steps)) for steps in found]} if found else record


def _step(step: "Step") -> dict[str, Any]:
    return {
        "claim": step.row.claim.id,
        "day": step.day.isoformat(),
        "move": step.move.value,
        "before": step.before.claim.id if step.before else None,
        "revision": step.revision,
    }


def _verdict(dossier: Dossier, verdict: Verdict) -> dict[str, Any]:
    return {
        "id": verdict.id,
        "claim": verdict.claim,
        "topic": verdict.topic,
        "decision": verdict.decision.value,
        "standing": verdict.standing.value,
        "reason": verdict.reason,
        "by": verdict.by,
        "role": verdict.role,
        "at": verdict.at,
        "note": verdict.note,
        "seen": verdict.seen,
        "stale": dossier.is_stale(verdict),
        "replaces": verdict.replaces,
        "tool": verdict.tool,
    }


def _number(value: Decimal) -> int | float | None:
    """A JSON number; None for an open end."""
    if not value.is_finite() or value.adjusted() > 300:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
