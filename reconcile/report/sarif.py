"""Conflicts and differences as SARIF 2.1.0: a result each, at both places, quiet once a reviewer has decided."""

import hashlib
from collections.abc import Iterator
from typing import Any, Final

from reconcile.model import Claim, Finding, Outcome, Place, Settings
from reconcile.model.plain import plain
from reconcile.report import words
from reconcile.report.digest import APART, Digest
from reconcile.report.sarif_log import location, log, message, suppression
from reconcile.report.view import View

_LEVELS: Final = {Outcome.CONFLICTS: "error", Outcome.DIFFERS: "warning"}
_AS_WRITTEN: Final = (".md", ".txt")  # files whose lines are those of the text that was read


def pieces(digest: Digest) -> Iterator[str]:
    """The log, worst topics first."""
    told = [(view, pair.finding) for view in digest.views for pair in view.pairs if pair.finding.outcome in APART]
    rules = sorted({finding.relation for _, finding in told})
    yield log(
        [{"id": rule, "shortDescription": message(rule.replace("_", " "))} for rule in rules],
        [_result(digest, view, finding) for view, finding in told],
    )


def _result(digest: Digest, view: View, finding: Finding) -> dict[str, Any]:
    claims = [digest.dossier.claim[name] for name in (finding.left, finding.right, *finding.others) if name]
    said = "; ".join(f"{claim.source}: “{' '.join(claim.quote.split())}”" for claim in claims)
    return {
        "ruleId": finding.relation,
        "partialFingerprints": {"finding/v1": _fingerprint(finding)},
        "level": _LEVELS[finding.outcome],
        "message": message(f"{view.topic.label}: {finding.because.rstrip('.')}. {said}"),
        "locations": [_place(digest, claims[0])],
        "relatedLocations": [
            {"id": number, "message": message(claim.source), **_place(digest, claim)}
            for number, claim in enumerate(claims)
        ],
        **_decided(digest.settings, view),
    }


def _fingerprint(finding: Finding) -> str:
    """The same as long as these claims say these words, wherever they stand and whatever their topic is called."""
    parts = (finding.relation, *sorted(filter(None, (finding.left, finding.right, *finding.others))))
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _place(digest: Digest, claim: Claim) -> dict[str, Any]:
    """Where a claim stands in its file; the file alone where its lines are not those of the text that was read."""
    source, start = digest.dossier.source[claim.source], claim.span.start
    path = digest.options.files.get(claim.source, claim.source)
    if not path.endswith(_AS_WRITTEN):
        return location(Place(path))
    column = start - source.text.rfind("\n", 0, start)
    made = location(Place(path, source.line(start), column))
    made["physicalLocation"]["region"]["snippet"] = {"text": plain(claim.quote)}
    return made


def _decided(settings: Settings, view: View) -> dict[str, Any]:
    verdict = view.decided
    if verdict is None:
        return {}
    why = words.decision(verdict.decision, settings)
    return suppression("external", f"{why}, by {verdict.who}{': ' if verdict.note else ''}{verdict.note}")
