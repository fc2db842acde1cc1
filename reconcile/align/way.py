"""The way of claims into their topics, on one page."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from reconcile.align.aligner import REPEATED, TITLED, Aligner
from reconcile.align.cluster import Rules, cluster, repeats
from reconcile.align.echoes import echoed, one_figure
from reconcile.align.kinds import mated_by_kind
from reconcile.align.mates import Bar, Standing, mated
from reconcile.align.nearest import nearest
from reconcile.align.reading import Reading
from reconcile.align.settling import settled
from reconcile.align.tolls import one_toll, tolled
from reconcile.align.topics import Bond, Group, label, members, name, unique
from reconcile.model import Claim, Pins, Settings, Source, Topic

WEIGHTIEST = 3  # statements without a value, of those that one source alone makes, that are topics


def align(
    sources: Sequence[Source],
    claims: Sequence[Claim],
    settings: Settings,
    pins: Pins | None = None,
    stories: Sequence[Sequence[str]] | None = None,
) -> tuple[Topic, ...]:
    """Topics of all claims that have a partner in another source, or a value, and of the weightiest others.

    Args:
        sources: what the claims are from; their order sets the order of the topics, and nothing else.
        claims: by source and place.
        settings: `join` is the likeness from which claims come together.
        pins: what a person decided; it holds against every rule.
        stories: the slugs of each story; told apart here where they are not given.
    """
    aligner = Aligner(sources, claims, pins or Pins(), stories=stories)
    together: dict[str, set[int]] = defaultdict(set)
    for number, claim in enumerate(claims):
        if claim.id in aligner.pins.fixed and claim.id in aligner.pins.topic_of:
            together[aligner.pins.topic_of[claim.id]].add(number)
    for whole, part in aligner.wholes():
        together[f"{claims[whole].id} in parts"] |= {whole, part}
    rules = Rules(
        [claim.id for claim in claims],
        [claim.source for claim in claims],
        aligner.reason,
        aligner.behind,
        frozenset(number for number, claim in enumerate(claims) if claim.id in aligner.pins.fixed),
    )
    groups = cluster(aligner.across, rules, settings.join, map(frozenset, together.values()))
    groups = repeats(groups, aligner.within, rules, REPEATED)
    titled = {pair: alike for pair, alike in aligner.within.items() if aligner.titled(*pair)}
    groups = repeats(groups, titled, rules, TITLED)
    alike = {number: at for at, group in enumerate(groups) for number in group}
    known = Standing(aligner.readings, aligner.across, aligner.weigher, aligner.only)
    groups = mated(groups, aligner.stories, known, rules, Bar.of(settings.join))
    fixed = {number for group in together.values() for number in group}
    groups = settled(groups, aligner.stories, known, rules, fixed)
    groups = mated(groups, aligner.stories, known, rules, Bar.of(settings.join, left=True))
    groups = mated_by_kind(groups, aligner.stories, known, rules, settings.join)
    groups = echoed(groups, aligner.stories, known, rules)
    groups = tolled(groups, aligner.stories, known, rules, settings.join)
    groups = mated(groups, aligner.stories, known, rules, Bar.of_agreed(settings.join))
    near = nearest(groups, known, aligner.stories, rules.barred)
    return _topics(aligner, _telling(aligner, groups), alike, near)


def _telling(aligner: Aligner, groups: Sequence[Sequence[int]]) -> list[Sequence[int]]:
    """The groups that are worth a topic: of the statements without a value that one source alone makes the weightiest.

    Those are what its title says, and then what it says first: news tell what matters most at the beginning.
    """
    lone: dict[str, list[Sequence[int]]] = defaultdict(list)
    for group in groups:
        if not _tells(aligner, group) and aligner.readings[group[0]].about.norm:
            lone[aligner.readings[group[0]].claim.source].append(group)
    first = {
        min(group)
        for said in lone.values()
        for group in sorted(said, key=lambda group: _weight(aligner, group))[:WEIGHTIEST]
    }
    return [group for group in groups if _tells(aligner, group) or min(group) in first]


def _weight(aligner: Aligner, group: Sequence[int]) -> tuple[bool, int]:
    found = [aligner.readings[number].claim for number in group]
    return not any(claim.headline for claim in found), min(claim.span.start for claim in found)


def _tells(aligner: Aligner, group: Sequence[int]) -> bool:
    """Whether several sources say it, or it has a value, or a reviewer put it where it is."""
    found = [aligner.readings[number] for number in group]
    several = len({reading.claim.source for reading in found}) > 1
    return several or any(r.kind != "wording" or r.claim.id in aligner.pins.fixed for r in found)


def _topics(
    aligner: Aligner, groups: Sequence[Sequence[int]], alike: Mapping[int, int], near: Mapping[int, Sequence[int]]
) -> tuple[Topic, ...]:
    """Topics in the order of their first claims; ids are given in the order of the claims' ids.

    Args:
        alike: by claim the group that it had before mates were brought together.
        near: by claim those that it is nearest to.
    """
    kept = _kept_ids(aligner, groups)
    taken = set(kept.values())
    found = []
    for numbers in sorted(groups, key=lambda group: min(aligner.readings[n].claim.id for n in group)):
        bonds = {aligner.readings[n].claim.id: _bond(aligner, n, numbers, alike) for n in numbers}
        nearest_of = {_id(aligner, n): tuple(_id(aligner, other) for other in near.get(n, ())) for n in numbers}
        group = Group(tuple(aligner.readings[n] for n in numbers), bonds)
        text = label(group)
        ident = kept.get(numbers[0]) or unique(name(text, group), taken)
        text = aligner.pins.labels.get(ident, text)
        found.append((numbers[0], Topic(ident, text, members(group, aligner.pins, nearest_of))))
    return tuple(topic for _, topic in sorted(found, key=lambda row: row[0]))


def _id(aligner: Aligner, number: int) -> str:
    return aligner.readings[number].claim.id


def _kept_ids(aligner: Aligner, groups: Sequence[Sequence[int]]) -> dict[int, str]:
    """By first claim of a group the id it had when the desk was written: a pin decides, else most of its claims."""
    pins = aligner.pins
    votes: list[tuple[bool, int, str, int]] = []
    for numbers in groups:
        ids = [aligner.readings[n].claim.id for n in numbers]
        told = Counter(pins.topic_of[claim] for claim in ids if claim in pins.topic_of)
        fixed = {pins.topic_of[claim] for claim in ids if claim in pins.fixed and claim in pins.topic_of}
        votes += [(topic not in fixed, -count, topic, numbers[0]) for topic, count in told.items()]
    kept: dict[int, str] = {}
    given: set[str] = set()
    for _, _, topic, first in sorted(votes):
        if first not in kept and topic not in given:
            kept[first] = topic
            given.add(topic)
    return kept


def _bond(aligner: Aligner, number: int, numbers: Sequence[int], alike: Mapping[int, int]) -> Bond | None:
    """The nearest of the others, one of another source before one of the same."""
    mine: Reading = aligner.readings[number]

    def rank(other: int) -> tuple[bool, float]:
        theirs = aligner.readings[other].claim
        return theirs.source == mine.claim.source, -score(other)

    def score(other: int) -> float:
        return aligner.score(number, other) if number < other else aligner.score(other, number)

    def last(other: int) -> tuple[bool, str]:
        theirs = aligner.readings[other].claim
        return not one_figure(mine.claim, theirs), theirs.id

    others = {other: rank(other) for other in numbers if other != number}
    if not others:
        return None
    first = min(others.values())
    partner = min((other for other, told in others.items() if told == first), key=last)
    told = tuple(aligner.matches(number, partner))
    toll = one_toll(*(aligner.only.get(claim, ()) for claim in (number, partner)))
    return Bond(aligner.readings[partner], score(partner), told, alike[number] != alike[partner], toll)
