"""Claims as W3C Web Annotations (JSON-LD): what an article says where, how it was read, and what reviewers decided.

Positions count Unicode code points, as the standard asks and as this program does, in the article's text as it was
read: behind a YAML header, without markup. Whoever reads the article otherwise goes by the quote, which stands beside.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import quote

from reconcile.model import Claim, Settings, Source, Verdict
from reconcile.model.annotation import CLAIM, CONTEXT, NAMESPACE, PREFIX, SHA256, SLUG, TOPIC
from reconcile.model.notation import written
from reconcile.report import dating, words
from reconcile.report.digest import Digest
from reconcile.report.record import dumps

_AROUND: Final = 600  # characters of context on each side of a quote, at most to the break beside its paragraph
_BREAK: Final = re.compile(r"\n\s*\n")
_WEB: Final = re.compile(r"https?://[\w.-]+(?::\d+)?(?:[/?#][\w./?#&=%~+,;:@!$'()*-]*)?", re.ASCII)


def pieces(digest: Digest) -> Iterator[str]:
    """One collection with one page; an annotation a line, in the order of the articles and their text."""
    claims = digest.dossier.claims
    head = {
        "@context": list(CONTEXT),
        "id": f"{NAMESPACE}annotations",
        "type": "AnnotationCollection",
        "label": "claims",
        "total": len(claims),
    }
    yield dumps(head)[:-1]
    yield f', "first": {{"id": {json.dumps(NAMESPACE + "annotations:1")}, "type": "AnnotationPage", "startIndex": 0, '
    yield '"items": ['
    for number, claim in enumerate(claims):
        yield f"{',' if number else ''}\n{dumps(annotation(digest, claim))}"
    yield "\n]}}\n"


def annotation(digest: Digest, claim: Claim) -> dict[str, Any]:
    """One claim with its place, its reading and its verdicts."""
    dossier = digest.dossier
    verdicts = dossier.verdicts_of(claim.id)
    return {
        "id": CLAIM + quote(claim.id),
        "type": "Annotation",
        "motivation": ["describing", "assessing"] if verdicts else "describing",
        "body": [
            _reading(claim, dossier.topic_of.get(claim.id, "")),
            *(_verdict(digest.settings, verdict, stale=dossier.is_stale(verdict)) for verdict in verdicts),
        ],
        "target": _target(claim, dossier.source[claim.source], digest.options.files.get(claim.source, "")),
    }


def web_address(text: str) -> str:
    """An http(s) address as it is, "" for any other text."""
    return text if _WEB.fullmatch(text) else ""


def _target(claim: Claim, source: Source, file: str) -> dict[str, Any]:
    start, end = claim.span.start, claim.span.end
    before, after = source.text[max(0, start - _AROUND) : start], source.text[end : end + _AROUND]
    first = max((found.start() for found in _BREAK.finditer(before)), default=0)
    last = _BREAK.search(after)
    states: list[dict[str, Any]] = [{"type": f"{PREFIX}ContentState", SHA256: source.sha256}] if source.sha256 else []
    if source.retrieved:
        states.append({"type": "TimeState", "sourceDate": f"{source.retrieved.isoformat()}T00:00:00Z"})
    return {
        "type": "SpecificResource",
        "source": web_address(source.url) or quote(file or f"sources/{source.slug}"),
        SLUG: source.slug,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": claim.quote,
                "prefix": before[first:],
                "suffix": after[: last.end()] if last else after,
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
        **({"state": states} if states else {}),
    }


def _reading(claim: Claim, topic: str) -> dict[str, Any]:
    figure, when = claim.figure, claim.date
    told = words.figure(figure) if figure else dating.when(when) if when else ""
    fields = {PREFIX + key: text for key, text in written(claim).items() if text}
    return {
        "type": "TextualBody",
        "purpose": "describing",
        "format": "text/plain",
        "value": f"{told}: {claim.about}" if told else claim.about,
        **fields,
        **({TOPIC: topic} if topic else {}),
    }


def _verdict(settings: Settings, verdict: Verdict, *, stale: bool) -> dict[str, Any]:
    decided = f"{words.decision(verdict.decision, settings)}; the claim: {words.standing(verdict.standing, settings)}"
    made = created(verdict.at)
    old = " (stale: the claim changed since)" if stale else ""
    return {
        "type": "TextualBody",
        "purpose": "assessing",
        "format": "text/plain",
        "value": f"{decided}{old}{'. ' if verdict.note else ''}{verdict.note}",
        "creator": {"type": "Person", "name": verdict.by},
        **({"created": made} if made else {}),
        f"{PREFIX}decision": verdict.decision.value,
        f"{PREFIX}standing": verdict.standing.value,
        f"{PREFIX}stale": stale,
    }


def created(at: str) -> str:
    """When, in UTC as the standards ask; "" where the log does not say so."""
    try:
        moment = datetime.fromisoformat(at)
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment.tzinfo else ""
    except (ValueError, OverflowError):
        return ""
