"""The way of a claim into its topic, on one page."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from reconcile.align.candidates import candidates
from reconcile.align.cluster import Rules, cluster
from reconcile.align.reading import Reading, read_claims
from reconcile.align.similarity import Match, matches
from reconcile.align.topics import Bond, Group, label, members, name, unique
from reconcile.align.vetoes import meets, veto
from reconcile.align.vocabulary import vocabulary
from reconcile.model import Claim, Pins, Settings, Source, Topic

CONTEXT = 0.15  # what the sentences around two claims weigh beside the claims' own words
UNLIKE = 0.85  # what is left of the likeness where one is a figure and the other a date, or has no value
KIN = 0.1  # what it adds that both count the same thing, of which the same became
OTHERS = 0.7  # what is left of the likeness where both name somebody and nobody in common


class Aligner:
    """Everything about some claims that is worked out once: readings, likeness, vetoes."""

    def __init__(self, sources: Sequence[Source], claims: Sequence[Claim], pins: Pins) -> None:
        self.words = vocabulary()
        self.pins = pins
        self.readings, self.weigher = read_claims(sources, claims, self.words)
        self._barred: dict[tuple[int, int], str] = {}
        self.matches: dict[tuple[int, int], tuple[Match, ...]] = {}
        self.scores: dict[tuple[int, int], float] = {}

    def look(self) -> None:
        """Score every pair worth looking at."""
        for pair in candidates(self.readings, self.weigher):
            if score := self._score(*pair):
                self.scores[pair] = score

    def _score(self, a: int, b: int) -> float:
        one, other = self.readings[a], self.readings[b]
        found = matches(one.about, other.about, self.weigher)
        self.matches[a, b] = tuple(found)
        own = sum(m.part for m in found)
        around = sum(m.part for m in matches(one.context, other.context, self.weigher))
        score = (1 - CONTEXT) * own + CONTEXT * around
        if one.names and other.names and not any(meets(x, y, self.words) for x in one.names for y in other.names):
            score *= OTHERS
        if one.kind != other.kind:
            return score * UNLIKE
        counted = one.counted == other.counted or other.counted in self.words.linked(one.counted)
        return score + KIN if one.counted and counted and one.fates & other.fates else score

    def rank(self, a: int, b: int) -> int:
        """Which of two pairs that are equally alike comes first: the one whose days meet.

        "Towns are handed over from November 20" is as much like each of "the hill on Tuesday, the mill on Nov. 25 and the
        port on Nov. 20"; it belongs to the port. Days that meet never make two claims more alike.
        """
        one, other = self.readings[a].claim.date, self.readings[b].claim.date
        if one is None or other is None or not one.anchored or not other.anchored:
            return 1
        starts = [when.earliest or date.min for when in (one, other)]
        ends = [when.latest or date.max for when in (one, other)]
        return 0 if max(starts) <= min(ends) else 1

    def barred(self, a: int, b: int) -> str:
        """Why two claims may not be in one topic, or ""."""
        pair = (min(a, b), max(a, b))
        if pair not in self._barred:
            self._barred[pair] = self._reason(*pair)
        return self._barred[pair]

    def _reason(self, a: int, b: int) -> str:
        one, other = self.readings[a], self.readings[b]
        left, right = sorted((one.claim.id, other.claim.id))
        if (left, right) in self.pins.apart:
            return "a reviewer kept them apart"
        pinned = [self.pins.topic_of.get(i) for i in (left, right) if i in self.pins.fixed]
        if len(pinned) == 2:
            return "" if pinned[0] == pinned[1] else "a reviewer put them into different topics"
        if one.claim.source == other.claim.source and (reason := _same_sentence(one, other)):
            return reason
        return veto(one, other, sum(m.part for m in self.matches.get((a, b), ())), self.words)


def _same_sentence(one: Reading, other: Reading) -> str:
    """A sentence that gives two figures of one kind tells of two things, unless one is a part of the other."""
    if one.claim.sentence != other.claim.sentence or one.kind != other.kind or one.kind == "wording":
        return ""
    for part, whole in ((one.claim, other.claim), (other.claim, one.claim)):
        if part.quantity and whole.quantity and part.quantity.whole and whole.quantity.text in part.quantity.whole:
            return ""
    return "one sentence tells them apart"


def align(
    sources: Sequence[Source], claims: Sequence[Claim], settings: Settings, pins: Pins | None = None
) -> tuple[Topic, ...]:
    """Topics of all claims that have a partner, or a figure or date of their own."""
    pins = pins or Pins()
    aligner = Aligner(sources, claims, pins)
    aligner.look()
    together: dict[str, set[int]] = defaultdict(set)
    for number, claim in enumerate(claims):
        if claim.id in pins.fixed and claim.id in pins.topic_of:
            together[pins.topic_of[claim.id]].add(number)
    groups = cluster(
        [claim.id for claim in claims],
        aligner.scores,
        Rules(lambda a, b: bool(aligner.barred(a, b)), aligner.rank),
        settings.join,
        [frozenset(group) for group in together.values()],
    )
    kept = [
        g for g in groups if len(g) > 1 or aligner.readings[g[0]].kind != "wording" or claims[g[0]].id in pins.fixed
    ]
    return _topics(aligner, kept)


def _topics(aligner: Aligner, groups: Sequence[Sequence[int]]) -> tuple[Topic, ...]:
    """Topics in the order of their first claims; ids are given in the order of the claims' ids."""
    taken = set(aligner.pins.topic_of.values())
    found = []
    for numbers in sorted(groups, key=lambda g: min(aligner.readings[n].claim.id for n in g)):
        group = Group(
            tuple(aligner.readings[n] for n in numbers),
            {aligner.readings[n].claim.id: _bond(aligner, n, numbers) for n in numbers},
        )
        text = label(group)
        known = _known(aligner.pins, group)
        ident = known or unique(name(text, group), taken)
        text = aligner.pins.labels.get(ident, text)
        found.append((numbers[0], Topic(ident, text, members(group, aligner.pins))))
    return tuple(topic for _, topic in sorted(found, key=lambda row: row[0]))


def _known(pins: Pins, group: Group) -> str:
    """The id a person pinned."""
    return next((pins.topic_of[r.claim.id] for r in group.members if r.claim.id in pins.fixed), "")


def _bond(aligner: Aligner, number: int, numbers: Sequence[int]) -> Bond | None:
    """The nearest of the others, one of another source before one of the same."""
    mine = aligner.readings[number]

    def rank(other: int) -> tuple[bool, float, str]:
        theirs = aligner.readings[other].claim
        pair = (min(number, other), max(number, other))
        return theirs.source == mine.claim.source, -aligner.scores.get(pair, 0.0), theirs.id

    others = sorted((n for n in numbers if n != number), key=rank)
    if not others:
        return None
    pair = (min(number, others[0]), max(number, others[0]))
    found = aligner.matches.get(pair, ())
    if number > others[0]:
        found = tuple(Match(m.right, m.left, m.part) for m in found)
    return Bond(aligner.readings[others[0]], aligner.scores.get(pair, 0.0), found)
