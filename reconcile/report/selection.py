"""A part of a dossier to report on: some outcomes, some sources, one story; and one without reviewers' names.

What comes in: a Dossier. What goes out: a Dossier of the same shape that holds only what was asked for; a topic is
always kept whole, since a claim means little without the ones it is compared with.
"""

from collections.abc import Callable, Collection
from dataclasses import replace
from difflib import get_close_matches
from typing import Final

from reconcile.errors import UsageError
from reconcile.model import Dossier, Outcome, Status, Topic
from reconcile.model.nameless import called, nameless
from reconcile.report.changes import Changes, waits
from reconcile.report.words import count

ATTENTION: Final = "attention"
CHANGED: Final = "changed"
CODES: Final = (ATTENTION, CHANGED, *(o.value for o in Outcome), *(s.value for s in Status))


def only(dossier: Dossier, codes: Collection[str], changes: Changes | None) -> Dossier:
    """The topics with one of these outcomes or states; "attention" are those that wait for a person.

    Raises:
        UsageError: at a code that is none, or "changed" where nobody said since when.
    """
    for code in codes:
        if code not in CODES:
            near = get_close_matches(code, CODES, n=1, cutoff=0.5)
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(CODES)}"
            raise UsageError(f"{code!r} is no outcome and no state of a topic", hint=hint)
    if CHANGED in codes and changes is None:
        raise UsageError("nothing says since when", hint="`--only changed` needs `--since REV`")

    def wanted(topic: Topic) -> bool:
        outcome, status = dossier.outcome(topic.id), dossier.status(topic.id)
        told = {outcome.value, status.value}
        told |= {ATTENTION} if waits(outcome, status) else set()
        told |= {CHANGED} if changes and topic.id in changes.of else set()
        return bool(told & set(codes))

    return _narrowed(dossier, wanted, alone=Outcome.SINGLE_SOURCE.value in codes)


def of_sources(dossier: Dossier, slugs: Collection[str]) -> Dossier:
    """The topics in which one of these sources speaks, and what only they say.

    Raises:
        UsageError: at a source that there is not.
    """
    for slug in slugs:
        if slug not in dossier.source:
            raise _unknown(dossier, slug, "source")

    def wanted(topic: Topic) -> bool:
        return any(dossier.claim[claim].source in slugs for claim in topic.claims)

    part = _narrowed(dossier, wanted, alone=True)
    spoken = {claim for topic in part.topics for claim in topic.claims}
    claims = tuple(c for c in part.claims if c.id in spoken or c.source in slugs)
    part = replace(part, claims=claims, sources=dossier.sources, origins=dossier.origins)
    return _heard(part, {*slugs, *(claim.source for claim in claims)})


def of_story(dossier: Dossier, name: str) -> Dossier:
    """One story with its sources and all they say.

    A story is the sources that topics join. It is called by any source in it, or by how their names begin.

    Raises:
        UsageError: where no source is called so.
    """
    named = [slug for slug in dossier.source if slug == name] or [s for s in dossier.source if s.startswith(name)]
    if not named or not name:
        raise _unknown(dossier, name, "source or story")
    kept = {slug for story in stories(dossier) if set(named) & set(story) for slug in story}
    part = _narrowed(dossier, lambda topic: dossier.claim[topic.claims[0]].source in kept, alone=True)
    claims = tuple(claim for claim in part.claims if claim.source in kept)
    return _heard(replace(part, claims=claims, sources=dossier.sources, origins=dossier.origins), kept)


def of_topic(dossier: Dossier, name: str) -> Dossier:
    """One topic with the sources that speak in it.

    Raises:
        UsageError: where there is no such topic.
    """
    if name not in dossier.topic:
        near = get_close_matches(name, dossier.topic, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]!r}?" if near else "`reconcile report -f csv` lists the topics"
        raise UsageError(f"there is no topic called {name!r}", hint=hint)
    return _narrowed(dossier, lambda topic: topic.id == name, alone=False)


def share(part: Dossier, whole: Dossier) -> str:
    """How much of a desk a part of it is: "2 of 35 topics, 7 of 91 claims, 2 of 6 sources"."""
    counted = (
        (len(part.topics), len(whole.topics), "topic"),
        (len(part.claims), len(whole.claims), "claim"),
        (len(part.sources), len(whole.sources), "source"),
    )
    return ", ".join(f"{some} of {count(all_, noun)}" for some, all_, noun in counted)


def stories(dossier: Dossier) -> list[tuple[str, ...]]:
    """The sources of each story, in the dossier's order: sources that share a topic tell one story."""
    story: dict[str, set[str]] = {source.slug: {source.slug} for source in dossier.sources}
    for topic in dossier.topics:
        joined = set[str]().union(*(story[dossier.claim[claim].source] for claim in topic.claims))
        story.update(dict.fromkeys(joined, joined))
    order = {source.slug: number for number, source in enumerate(dossier.sources)}
    groups = {frozenset(group) for group in story.values()}
    return sorted((tuple(sorted(group, key=order.__getitem__)) for group in groups), key=lambda g: order[g[0]])


def _narrowed(dossier: Dossier, wanted: Callable[[Topic], bool], *, alone: bool) -> Dossier:
    """The wanted topics with what belongs to them and who speaks in them; `alone` keeps the claims of no topic."""
    topics = tuple(topic for topic in dossier.topics if wanted(topic))
    names = {topic.id for topic in topics}
    held = {claim for topic in topics for claim in topic.claims}
    rested = {other for f in dossier.findings if f.topic in names for other in f.others}
    claims = tuple(c for c in dossier.claims if c.id in held | rested or (alone and c.id not in dossier.topic_of))
    kept = {claim.id for claim in claims}
    part = replace(
        dossier,
        claims=claims,
        topics=topics,
        findings=tuple(finding for finding in dossier.findings if finding.topic in names),
        days=tuple(told for told in dossier.days if kept.issuperset(told.topic.claims)),
        verdicts=tuple(verdict for verdict in dossier.verdicts if verdict.claim in kept),
    )
    return _heard(part, {claim.source for claim in claims})


def _heard(part: Dossier, slugs: Collection[str]) -> Dossier:
    """A part with these of its sources; of an origin those of them that go back to it, where they are several."""
    shared = ((origin, tuple(slug for slug in origin.sources if slug in slugs)) for origin in part.origins)
    return replace(
        part,
        sources=tuple(source for source in part.sources if source.slug in slugs),
        origins=tuple(
            replace(origin, sources=some, passages=tuple(p for p in origin.passages if p.source in slugs))
            for origin, some in shared
            if len(some) > 1
        ),
    )


def _unknown(dossier: Dossier, name: str, what: str) -> UsageError:
    near = get_close_matches(name, dossier.source, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]!r}?" if near else f"the sources are {', '.join(dossier.source) or 'none'}"
    return UsageError(f"there is no {what} called {name!r}", hint=hint)


def redacted(dossier: Dossier) -> Dossier:
    """The same dossier with "reviewer 1", "reviewer 2", … for the reviewers' names, also inside ids and notes."""
    return dossier.with_verdicts(nameless(dossier.verdicts, called(dossier.verdicts)))
