"""Reviewed claims as schema.org ClaimReview (JSON-LD), where the settings say what rating a verdict is.

A verdict of this desk is no truth rating by itself: "report the range" is neither true nor false. So nothing is written
of a claim whose standing and decision have no row in `ratings:`, nor of one that is open, stale or disputed.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from reconcile.model import Claim, Dossier, Settings, Status, Verdict
from reconcile.model.notation import written
from reconcile.report import words
from reconcile.report.annotation import created, web_address
from reconcile.report.digest import Digest
from reconcile.report.record import dumps

REVIEWED: Final = (Status.DECIDED, Status.CONFIRMED, Status.SETTLED)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Claims of one topic that say the same and were judged alike, the earliest published first.

    Attributes:
        rating: the row of the settings' `ratings`; "" where there is none.
    """

    claims: tuple[Claim, ...]
    verdict: Verdict
    rating: str


def pieces(digest: Digest) -> Iterator[str]:
    """One graph, a review a line, in the order of the topics."""
    yield '{"@context": "https://schema.org", "@graph": ['
    rated = [found for found in reviewed(digest.dossier, digest.settings) if found.rating]
    for number, found in enumerate(rated):
        yield f"{',' if number else ''}\n{dumps(_review(digest, found))}"
    yield "\n]}\n" if rated else "]}\n"


def reviewed(dossier: Dossier, settings: Settings) -> Iterator[Reviewed]:
    """What reviewers decided and agree on, also where it has no rating."""
    for topic in dossier.topics:
        if dossier.status(topic.id) not in REVIEWED:
            continue
        groups: dict[tuple[str, ...], list[Claim]] = {}
        for claim in map(dossier.claim.__getitem__, topic.claims):
            reading = written(claim)
            said = reading["figure"] or reading["when"] or " ".join(claim.quote.split())
            verdict = dossier.verdicts_of(claim.id)[0]
            groups.setdefault((said, claim.modality.value, verdict.standing.value), []).append(claim)
        for claims in groups.values():
            first = sorted(claims, key=lambda claim: _published(dossier, claim))
            verdict = dossier.verdicts_of(first[0].id)[0]
            yield Reviewed(tuple(first), verdict, _rating(settings, verdict))


def unrated(dossier: Dossier, settings: Settings) -> dict[str, int]:
    """How many reviewed claims are left out for want of a rating, by "standing, decision"."""
    found: dict[str, int] = {}
    for each in reviewed(dossier, settings):
        if not each.rating:
            name = f"{each.verdict.standing}, {each.verdict.decision}"
            found[name] = found.get(name, 0) + len(each.claims)
    return found


def _published(dossier: Dossier, claim: Claim) -> tuple[bool, str]:
    day = dossier.source[claim.source].published
    return day is None, day.isoformat() if day else ""


def _rating(settings: Settings, verdict: Verdict) -> str:
    """What the settings say of the claim's own standing before what they say of the topic's decision."""
    return settings.ratings.get(verdict.standing.value, settings.ratings.get(verdict.decision.value, ""))


def _review(digest: Digest, found: Reviewed) -> dict[str, Any]:
    dossier, verdict, claim = digest.dossier, found.verdict, found.claims[0]
    value, _, name = found.rating.partition(" ")
    scale = sorted(Decimal(row.partition(" ")[0]) for row in digest.settings.ratings.values())
    made = created(verdict.at)
    dated = any(dossier.source[each.source].published for each in found.claims)
    decided = words.decision(verdict.decision, digest.settings)
    seen = [_appearance(dossier, each) for each in _one_a_source(found.claims)]
    return {
        "@type": "ClaimReview",
        "claimReviewed": " ".join(claim.quote.split()),
        "author": {"@type": "Person", "name": verdict.by},
        **({"datePublished": made} if made else {}),
        "reviewBody": f"{decided}{': ' if verdict.note else ''}{verdict.note}",
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": json.loads(value),
            "worstRating": json.loads(str(scale[0])),
            "bestRating": json.loads(str(scale[-1])),
            "alternateName": name.strip(),
        },
        "itemReviewed": {
            "@type": "Claim",
            "identifier": claim.id,
            **({"firstAppearance": seen[0]} if dated else {}),
            "appearance": seen,
        },
    }


def _one_a_source(claims: Sequence[Claim]) -> list[Claim]:
    return list({claim.source: claim for claim in reversed(claims)}.values())[::-1]


def _appearance(dossier: Dossier, claim: Claim) -> dict[str, Any]:
    """An article that says it; who is quoted is credited, since nothing tells whether that is a person or a body."""
    source = dossier.source[claim.source]
    url = web_address(source.url)
    return {
        "@type": "NewsArticle",
        "headline": source.title or source.slug,
        **({"url": url} if url else {}),
        **({"datePublished": source.published.isoformat()} if source.published else {}),
        **({"publisher": {"@type": "Organization", "name": source.publisher}} if source.publisher else {}),
        **({"creditText": claim.speaker} if claim.speaker else {}),
        "text": " ".join(claim.quote.split()),
    }
