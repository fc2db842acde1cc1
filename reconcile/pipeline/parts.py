"""A pile cut into parts that can be compared one by one, and the results put together again.

What comes in: stories and what a person pinned. What goes out: Parts; and of what comparing them came to, Dossiers
whose topics have names that no other part has.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from reconcile.model import Claim, Dossier, EventDay, Finding, Pins, Source, Topic
from reconcile.model.dossier import GRAVITY
from reconcile.pipeline.tasks import Part, Told


def cut(
    sources: Sequence[Source],
    claims: Mapping[str, Sequence[Claim]],
    stories: Sequence[Sequence[str]],
    pins: Pins,
    join: float,
) -> Iterator[Part]:
    """The parts of a pile, in the order of their first stories.

    Args:
        claims: by slug.
    """
    story_of = {slug: number for number, story in enumerate(stories) for slug in story}
    home = _tied(len(stories), story_of, claims, pins)
    inside: dict[int, list[Source]] = {}
    for source in sources:
        inside.setdefault(home[story_of[source.slug]], []).append(source)
    for key in sorted(inside):
        held = tuple(claim for source in inside[key] for claim in claims[source.slug])
        names = {claim.id for claim in held} if pins.topic_of or pins.apart else set[str]()
        yield Part(
            tuple(inside[key]),
            held,
            tuple(tuple(story) for number, story in enumerate(stories) if home[number] == key),
            {name: topic for name, topic in pins.topic_of.items() if name in names},
            pins.fixed & names,
            frozenset(pair for pair in pins.apart if names.issuperset(pair)),
            join,
        )


def _tied(count: int, story_of: Mapping[str, int], claims: Mapping[str, Sequence[Claim]], pins: Pins) -> list[int]:
    """For each story the first of those that a topic of the desk ties it to, or itself."""
    home = list(range(count))
    first: dict[str, int] = {}
    for slug, held in claims.items() if pins.topic_of else ():
        for claim in held:
            topic = pins.topic_of.get(claim.id)
            if topic is None:
                continue
            old, new = home[story_of[slug]], home[first.setdefault(topic, story_of[slug])]
            if old != new:
                home = [min(old, new) if at in (old, new) else at for at in home]
    return home


def laid_out(part: Part, told: Told, pins: Pins, taken: set[str]) -> Dossier:
    """A part's dossier: topics worst first, under names and labels of their own.

    Args:
        taken: names that topics of other parts have or the desk keeps for them; those given here are added.
    """
    named = {topic.id: _name(topic, part, taken) for topic in told.topics}
    topics = [replace(t, id=named[t.id], label=pins.labels.get(named[t.id], t.label)) for t in told.topics]
    found: dict[str, list[Finding]] = {topic.id: [] for topic in topics}
    for finding in told.findings:
        found[named[finding.topic]].append(_renamed(finding, named[finding.topic]))
    whole = Dossier(part.sources, part.claims, tuple(topics), tuple(f for rows in found.values() for f in rows))
    ranked = sorted(topics, key=lambda topic: rank(whole, topic))
    return Dossier(
        part.sources,
        part.claims,
        tuple(ranked),
        tuple(finding for topic in ranked for finding in sorted(found[topic.id], key=_worst_first)),
        told.origins,
        days=tuple(_day(day, part, taken) for day in told.days),
    )


def rank(dossier: Dossier, topic: Topic) -> tuple[int, int, str]:
    """What topics are ordered by: the gravest outcome, the number of sources, the name."""
    outlets = len({dossier.claim[claim].source for claim in topic.claims})
    return GRAVITY.index(dossier.outcome(topic.id)), -outlets, topic.id


def joined(laid: Sequence[Dossier]) -> Dossier:
    """The dossiers of all parts as one."""
    if len(laid) == 1:
        return laid[0]
    ranked = sorted(
        ((rank(part, topic), topic, part) for part in laid for topic in part.topics), key=lambda row: row[0]
    )
    sources = sorted((source for part in laid for source in part.sources), key=order)
    claims: dict[str, list[Claim]] = {source.slug: [] for source in sources}
    for claim in (claim for part in laid for claim in part.claims):
        claims[claim.source].append(claim)
    return Dossier(
        tuple(sources),
        tuple(claim for held in claims.values() for claim in held),
        tuple(topic for _, topic, _ in ranked),
        tuple(finding for _, topic, part in ranked for finding in part.findings_of[topic.id]),
        tuple(sorted((o for part in laid for o in part.origins), key=lambda origin: (origin.name, origin.sources))),
        days=tuple(sorted((day for part in laid for day in part.days), key=lambda day: (day.day, day.topic.id))),
    )


def order(source: Source) -> tuple[date, str]:
    """What sources are ordered by: the day of publication, the slug."""
    return source.published or date.max, source.slug


def _name(topic: Topic, part: Part, taken: set[str]) -> str:
    """The topic's id, or with the first number that no other topic has."""
    found, number = topic.id, 2
    own = any(part.topic_of.get(claim) == topic.id for claim in topic.claims)
    while found in taken and not own:
        found, number = f"{topic.id}-{number}", number + 1
    taken.add(found)
    return found


def _day(told: EventDay, part: Part, taken: set[str]) -> EventDay:
    """A story's day, under a name of its own."""
    topic = replace(told.topic, id=_name(told.topic, part, taken))
    return replace(told, topic=topic, findings=tuple(_renamed(each, topic.id) for each in told.findings))


def _renamed(finding: Finding, topic: str) -> Finding:
    if finding.topic == topic:
        return finding
    return replace(finding, id=topic + finding.id.removeprefix(finding.topic), topic=topic)


def _worst_first(finding: Finding) -> tuple[int, str]:
    return GRAVITY.index(finding.outcome), finding.id
