"""The program on one page: sources in, dossier out.

    Sources ─extract→ Claims ─align→ Topics ─compare→ Findings ──→ Dossier

Only this page knows the order of the stages. Nothing here asks for a clock, a disk or the environment, so the same
sources, settings and hand corrections give the same dossier, in whatever order the sources come.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from reconcile.align import align
from reconcile.compare import compare, derive, origins
from reconcile.extract import extract, mentions
from reconcile.model import Claim, Dossier, Finding, Pins, Record, Settings, Source, Topic, Verdict
from reconcile.model.dossier import GRAVITY
from reconcile.read import read, read_text

__all__ = ["extract", "mentions", "read", "read_text", "reconcile"]

_NOTHING: Mapping[str, Sequence[Record]] = {}


def reconcile(
    sources: Sequence[Source],
    *,
    settings: Settings | None = None,
    pins: Pins | None = None,
    records: Mapping[str, Sequence[Record]] = _NOTHING,
    verdicts: Sequence[Verdict] = (),
) -> Dossier:
    """Lay the sources of one story side by side.

    Args:
        sources: articles with slugs that differ; their order does not matter.
        settings: thresholds; the defaults are the measured ones.
        pins: topics a person merged, kept apart or named.
        records: by slug, the claims a person added, corrected or struck.
        verdicts: every reviewer's log.
    """
    ordered = tuple(sorted(sources, key=lambda s: (s.published or date.max, s.slug)))
    claims = tuple(
        claim for source in ordered for claim in corrected(source, extract(source), records.get(source.slug, ()))
    )
    topics = align(ordered, claims, settings or Settings(), pins or Pins())
    shared = origins(ordered)
    by_id, by_slug = {claim.id: claim for claim in claims}, {source.slug: source for source in ordered}
    found = {topic.id: list(compare(topic, by_id, by_slug, shared)) for topic in topics}
    for finding in derive(topics, by_id, by_slug):
        found[finding.topic].append(finding)
    ranked = sorted(topics, key=lambda topic: (_gravity(found[topic.id]), -_outlets(topic, by_id), topic.id))
    return Dossier(
        sources=ordered,
        claims=claims,
        topics=tuple(ranked),
        findings=tuple(finding for topic in ranked for finding in sorted(found[topic.id], key=_worst_first)),
        origins=shared,
        verdicts=tuple(verdicts),
    )


def corrected(source: Source, claims: Iterable[Claim], records: Sequence[Record]) -> tuple[Claim, ...]:
    """The claims of a source as a person left them: struck ones out, corrected and added ones in, by place."""
    by_hand = {record.id: record for record in records if record.by_hand or record.struck}
    kept = [claim for claim in claims if claim.id not in by_hand]
    kept += [
        r.claim for r in by_hand.values() if r.claim is not None and not r.struck and r.claim.source == source.slug
    ]
    return tuple(sorted(kept, key=lambda claim: (claim.span, claim.id)))


def _worst_first(finding: Finding) -> tuple[int, str]:
    return GRAVITY.index(finding.outcome), finding.id


def _gravity(findings: Sequence[Finding]) -> int:
    return min((GRAVITY.index(f.outcome) for f in findings if f.right is not None), default=len(GRAVITY))


def _outlets(topic: Topic, claims: Mapping[str, Claim]) -> int:
    return len({claims[claim].source for claim in topic.claims})
