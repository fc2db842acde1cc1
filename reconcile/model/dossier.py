"""The whole truth at one moment: sources, claims, topics, findings, origins and verdicts. An immutable value."""

from dataclasses import dataclass, replace
from functools import cached_property

from reconcile.model.claim import Claim
from reconcile.model.finding import EventDay, Finding, Origin, Outcome, Topic
from reconcile.model.source import Source
from reconcile.model.verdict import Decision, Status, Verdict, seen

# What a person should look at first: the worst finding of a topic decides its outcome.
GRAVITY = (
    Outcome.CONFLICTS,
    Outcome.DIFFERS,
    Outcome.AGREE,
    Outcome.COMPATIBLE,
    Outcome.NOT_COMPARABLE,
    Outcome.SINGLE_SOURCE,
)


@dataclass(frozen=True)  # no slots: the look-ups below are cached on first use
class Dossier:
    """What the pipeline makes of sources, and reviewers of it.

    Attributes:
        claims: by source in the order of `sources`, then by place.
        topics: worst first: by gravity of outcome, then by number of sources, then by id.
        findings: by topic in that order, worst first within one.
        verdicts: every line of every log, oldest first for each reviewer.
        days: the day of each story that has one.
    """

    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    topics: tuple[Topic, ...] = ()
    findings: tuple[Finding, ...] = ()
    origins: tuple[Origin, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    days: tuple[EventDay, ...] = ()

    @cached_property
    def source(self) -> dict[str, Source]:
        """Sources by slug."""
        return {source.slug: source for source in self.sources}

    @cached_property
    def claim(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def topic(self) -> dict[str, Topic]:
        """Topics by id."""
        return {topic.id: topic for topic in self.topics}

    @cached_property
    def findings_of(self) -> dict[str, tuple[Finding, ...]]:
        """Findings by topic id, worst first."""
        found: dict[str, list[Finding]] = {topic.id: [] for topic in self.topics}
        for finding in self.findings:
            found[finding.topic].append(finding)
        return {topic: tuple(rows) for topic, rows in found.items()}

    @cached_property
    def topic_of(self) -> dict[str, str]:
        """Topic id by claim id; a claim without one is missing."""
        return {claim: topic.id for topic in self.topics for claim in topic.claims}

    def outcome(self, topic: str) -> Outcome:
        """The gravest outcome of two claims of a topic; what a calculation alone says does not decide."""
        told = (f.outcome for f in self.findings_of[topic] if f.right is not None)
        return min(told, key=GRAVITY.index, default=Outcome.SINGLE_SOURCE)

    @cached_property
    def standing(self) -> dict[tuple[str, str], Verdict]:
        """The last verdict of each (claim, reviewer) that was not withdrawn, stale ones included.

        An adjudication stands under the reviewer "", whoever gave it: there is one at most, and nobody's own judgement
        gives way to it.
        """
        return _stands(self.verdicts, self._by_id, {})

    @cached_property
    def _by_id(self) -> dict[str, Verdict]:
        return {verdict.id: verdict for verdict in self.verdicts}

    @cached_property
    def _by_claim(self) -> dict[str, tuple[Verdict, ...]]:
        found: dict[str, list[Verdict]] = {}
        for verdict in self.standing.values():
            found.setdefault(verdict.claim, []).append(verdict)
        return {claim: _in_order(rows) for claim, rows in found.items()}

    def verdicts_of(self, claim: str) -> tuple[Verdict, ...]:
        """The standing verdict of each reviewer who judged a claim; an adjudication before all others."""
        return self._by_claim.get(claim, ())

    def is_stale(self, verdict: Verdict) -> bool:
        """Whether the claim is gone or no longer says what the reviewer saw."""
        claim = self.claim.get(verdict.claim)
        return claim is None or seen(claim) != verdict.seen

    @cached_property
    def _orphans(self) -> dict[str, list[Verdict]]:
        """By topic the verdicts that stand on claims that are not there any more."""
        found: dict[str, list[Verdict]] = {}
        for verdict in self.standing.values():
            if verdict.claim not in self.claim:
                found.setdefault(verdict.topic, []).append(verdict)
        return found

    def gone(self, topic: str) -> tuple[Verdict, ...]:
        """What a topic's verdicts rest on that is not there any more, unless anybody decided without it since."""
        if topic not in self._orphans:
            return ()
        lost = {(verdict.by, verdict.at) for verdict in self._orphans[topic]}  # one decision writes a line for a claim
        stand = (verdict for claim in self.topic[topic].claims for verdict in self.verdicts_of(claim))
        since = max((verdict.at for verdict in stand if (verdict.by, verdict.at) not in lost), default="")
        return tuple(verdict for verdict in self._orphans[topic] if verdict.at >= since)

    def status(self, topic: str) -> Status:
        """Where a topic stands: stale before disputed before open before deferred, decided, confirmed.

        Where an adjudication settled what reviewers differed on, only what becomes of the adjudication counts.
        """
        if self.gone(topic):
            return Status.STALE
        each = [self.verdicts_of(claim) for claim in self.topic[topic].claims]
        final = [rows[0] for rows in each if rows and rows[0].role]
        if len(final) == len(each):
            return Status.STALE if any(map(self.is_stale, final)) else Status.SETTLED
        if any(self.is_stale(verdict) for rows in each for verdict in rows):
            return Status.STALE
        if any(len({(v.decision, v.standing) for v in rows}) > 1 for rows in each):
            return Status.DISPUTED
        if not all(each):
            return Status.OPEN
        if any(v.decision is Decision.DEFERRED for rows in each for v in rows):
            return Status.DEFERRED
        return Status.CONFIRMED if all(len(rows) > 1 for rows in each) else Status.DECIDED

    def blinded(self, reviewer: str) -> "Dossier":
        """The same dossier without the verdicts that a reviewer must not see yet.

        What others said of a claim is left out until the reviewer has judged it, or two others have: then it is theirs
        to compare, and anybody's to settle.
        """
        who: dict[str, set[str]] = {}
        for claim, by in self.standing:
            who.setdefault(claim, set()).add(by)
        open_to = {claim for claim, names in who.items() if reviewer in names or len(names) > 1}
        return self.with_verdicts(tuple(v for v in self.verdicts if v.by == reviewer or v.claim in open_to))

    def with_verdicts(self, verdicts: tuple[Verdict, ...]) -> "Dossier":
        """The same dossier with other verdicts; what does not depend on them is not looked up anew.

        Where the log only grew, only what is new in it is looked at.
        """
        new = replace(self, verdicts=verdicts)
        kept = ("source", "claim", "topic", "findings_of", "topic_of")
        new.__dict__.update({name: self.__dict__[name] for name in kept if name in self.__dict__})
        known = len(self.verdicts)
        if "_by_claim" in self.__dict__ and verdicts[:known] == self.verdicts:  # the same objects, so this is quick
            new.__dict__.update(self._grown(verdicts[known:]))
        return new

    def _grown(self, added: tuple[Verdict, ...]) -> dict[str, object]:
        """The look-ups of verdicts, with some more at the end of the log."""
        by_id = self._by_id | {verdict.id: verdict for verdict in added}
        standing = _stands(added, by_id, dict(self.standing))
        names = {by for _, by in standing} if added else set()
        told = {
            claim: [standing[claim, by] for by in names if (claim, by) in standing]
            for claim in {v.claim for v in added}
        }
        by_claim = self._by_claim | {claim: _in_order(rows) for claim, rows in told.items()}
        kept = {"_orphans": self._orphans} if all(verdict.claim in self.claim for verdict in added) else {}
        return {"_by_id": by_id, "standing": standing, "_by_claim": by_claim, **kept}


def _stands(
    verdicts: tuple[Verdict, ...], by_id: dict[str, Verdict], last: dict[tuple[str, str], Verdict]
) -> dict[tuple[str, str], Verdict]:
    """What stands of each (claim, reviewer) when these verdicts have followed on what stood."""
    for verdict in verdicts:
        key = (verdict.claim, "" if verdict.role else verdict.by)
        if verdict.decision is not Decision.WITHDRAWN:
            last[key] = verdict
            continue
        undone = by_id.get(verdict.replaces)  # an undo names what it takes back; what that replaced stands again
        if undone is not None and last.get(key) is not undone:
            continue  # taken back twice, by two screens at one desk: what stands by now was not meant
        before = by_id.get(undone.replaces) if undone else None
        if before is None:
            last.pop(key, None)
        else:
            last[key] = before
    return last


def _in_order(verdicts: list[Verdict]) -> tuple[Verdict, ...]:
    """The verdicts that stand of one claim: an adjudication first."""
    return tuple(sorted(verdicts, key=lambda verdict: not verdict.role))
