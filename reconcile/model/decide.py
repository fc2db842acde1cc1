"""From a topic to a decision and back: what the machine proposes, and what a decision means for each claim."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from reconcile.model.dossier import Dossier
from reconcile.model.finding import Finding, Outcome, shared_origin
from reconcile.model.verdict import Decision, Standing

_ALL_ALIKE: Mapping[Decision, Standing] = {
    Decision.CORROBORATED: Standing.STANDS,
    Decision.AGREED_ONE_ORIGIN: Standing.STANDS,
    Decision.RANGE: Standing.NARROWED,
    Decision.EXPLAINED: Standing.STANDS,
    Decision.UNRESOLVED_CONFLICT: Standing.UNSETTLED,
    Decision.UNVERIFIABLE: Standing.UNVERIFIABLE,
    Decision.MISALIGNED: Standing.UNSETTLED,
    Decision.NOT_A_CLAIM: Standing.NOT_A_CLAIM,
    Decision.DEFERRED: Standing.UNSETTLED,
}
_OTHERS: Mapping[Decision, Standing] = {  # what the claims that differ from the preferred source's become
    Decision.PREFER_SOURCE: Standing.SUPERSEDED,
    Decision.SUPERSEDED: Standing.SUPERSEDED,
    Decision.SOURCE_ERROR: Standing.WRONG,
}
NEEDS_SOURCE = frozenset(_OTHERS)  # decisions whose reason names the source that is right


def propose(dossier: Dossier, topic: str) -> tuple[Decision, str]:
    """The decision the findings suggest, and its reason code; a person accepts or overrides it.

    A difference is proposed as explained only where the articles show why, in each of its findings: what merely may
    explain it would put words into the reviewer's mouth. Then any of them may be right.
    """
    outcome = dossier.outcome(topic)
    claims = [dossier.claim[claim] for claim in dossier.topic[topic].claims]
    one_origin = len({claim.source for claim in claims}) == 1 or shared_origin(dossier.origins, claims)
    if outcome is Outcome.CONFLICTS:
        return Decision.UNRESOLVED_CONFLICT, ""
    if outcome is Outcome.DIFFERS:
        apart = [f for f in dossier.findings_of[topic] if f.outcome is outcome]
        shown = all(f.explanation and not f.surmised for f in apart)
        return (Decision.EXPLAINED, apart[0].explanation) if shown else (Decision.RANGE, "")
    if outcome is Outcome.NOT_COMPARABLE:
        return Decision.EXPLAINED, explanation(dossier, topic) or "scope"
    return (Decision.AGREED_ONE_ORIGIN if one_origin else Decision.CORROBORATED), ""


def explanation(dossier: Dossier, topic: str) -> str:
    """Why the claims of a topic may differ, as a reason code: the likeliest to choose; "" where nothing tells."""
    outcome = dossier.outcome(topic)
    return next((f.explanation for f in dossier.findings_of[topic] if f.explanation and f.outcome is outcome), "")


def standings(dossier: Dossier, topic: str, decision: Decision, source: str = "") -> dict[str, Standing]:
    """What a decision makes of each claim of a topic.

    Args:
        source: slug of the source that is right, for the decisions in NEEDS_SOURCE.

    Raises:
        ValueError: where such a decision names no source of the topic.
    """
    claims = dossier.topic[topic].claims
    if decision not in _OTHERS:
        return dict.fromkeys(claims, _ALL_ALIKE[decision])
    right = {claim for claim in claims if dossier.claim[claim].source == source}
    if not right:
        raise ValueError(f"{decision} needs the source that is right; {source!r} has no claim in {topic}")
    found = dossier.findings_of[topic]
    apart = _with(found, right, Outcome.CONFLICTS, Outcome.DIFFERS)
    same = _with(found, right, Outcome.AGREE) - apart  # another that gives the right value speaks for it
    apart |= _with(found, same, Outcome.CONFLICTS)
    alike = _with(found, right, Outcome.AGREE, Outcome.COMPATIBLE)
    stands = right | same | (alike - apart)  # what agrees with one of its claims may contradict another
    return {claim: Standing.STANDS if claim in stands else _OTHERS[decision] for claim in claims}


def _with(found: Iterable[Finding], claims: AbstractSet[str], *outcomes: Outcome) -> set[str]:
    """The claims of the findings of some outcomes that some claims have a part in."""
    pairs = (f for f in found if f.right and f.outcome in outcomes and {f.left, f.right} & claims)
    return {claim for f in pairs for claim in (f.left, f.right) if claim}
