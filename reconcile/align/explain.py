"""Why two claims came together, or did not: every step of the way, for people.

What comes in: all sources, claims and topics, and two claims. What goes out: lines of text, in the order of the work:
the story, the words they share, how alike these make them, the reasons against, the other claims of their topics.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.align.aligner import Aligner
from reconcile.align.candidates import FLOOR
from reconcile.align.echoes import one_figure
from reconcile.align.similarity import Match
from reconcile.align.telling import counted, group, published
from reconcile.align.tolls import one_toll
from reconcile.align.vetoes import reasons
from reconcile.model import Claim, Pins, Settings, Source

MOST = 3  # claims named of those that keep two topics apart
WORDS = 6  # pairs of words shown


@dataclass(frozen=True, slots=True)
class _Way:
    """Two claims, as numbers, on their way into a topic."""

    aligner: Aligner
    claims: Sequence[Claim]
    join: float
    a: int
    b: int

    def steps(self, ours: Sequence[int], theirs: Sequence[int]) -> Iterator[str]:
        """Every step, given the claims of the two topics."""
        one, other = self.claims[self.a], self.claims[self.b]
        pair = (min(self.a, self.b), max(self.a, self.b))
        found = self.aligner.matches(*pair)
        if not self.aligner.looked_at(*pair):
            told = self.aligner.stories
            apart = told[one.source] != told[other.source]
            why = "their articles are read as two stories" if apart else self._unlike(found)
            yield f"candidates: no: {why}"
        else:
            yield f"candidates: yes: {self._words(found)}"
        yield from self._likeness(pair, found)
        yield from self._against(sum(match.part for match in found))
        yield from self._groups(ours, theirs)

    def _unlike(self, found: Sequence[Match]) -> str:
        if not found:
            return "no word of the one stands in the other, nor stands for one of its words"
        return f"they share too little (below {FLOOR:.2f} even at best): {self._words(found)}"

    def _words(self, found: Sequence[Match]) -> str:
        ours, theirs = (self.aligner.readings[n].surfaces for n in sorted((self.a, self.b)))
        ranked = sorted(found, key=lambda match: (-match.part, match.left))
        shown = [
            f"“{ours.get(m.left, m.left)}”{'' if m.left == m.right else f' for “{theirs.get(m.right, m.right)}”'} "
            f"{m.part:.2f}"
            for m in ranked[:WORDS]
        ]
        return ", ".join(shown) + (f" and {len(ranked) - WORDS} more" if len(ranked) > WORDS else "")

    def _likeness(self, pair: tuple[int, int], found: Sequence[Match]) -> Iterator[str]:
        score = sum(match.part for match in found)
        yield f"likeness: {score:.2f} by words"
        for part in self.aligner.parts(*pair, found):
            score = score * part.times + part.plus
            change = f"× {part.times:g}" if part.times != 1 else f"+ {part.plus:g}"
            yield f"likeness: {change} = {score:.2f}: {part.why}"
        side = "reaches" if score >= self.join else "falls short of"
        yield f"likeness: {score:.2f} {side} the bar of {self.join:.2f}"

    def _against(self, alike: float) -> Iterator[str]:
        pinned = self.aligner.reason(self.a, self.b)
        one, other = (self.aligner.readings[n] for n in (self.a, self.b))
        found = list(reasons(one, other, alike, self.aligner.weigher)) if pinned else []
        yield from (f"against: {reason}" for reason in found if reason != pinned)
        yield f"against: {pinned or 'nothing'}"

    def _mated(self) -> str:
        """What may bring two claims together that are not alike enough."""
        if same := one_figure(self.claims[self.a], self.claims[self.b]):
            return f"they give {same}, and few things come to it"
        if toll := one_toll(*(self.aligner.only.get(claim, ()) for claim in (self.a, self.b))):
            return f"each is the first count of the {toll} in its article"
        return "neither article has anything nearer to the other's"

    def _groups(self, ours: Sequence[int], theirs: Sequence[int]) -> Iterator[str]:
        """What the other claims of two topics have against coming together."""
        if self.b in ours:
            yield f"topic: the same, with {len(ours)} claims"
            pair = (min(self.a, self.b), max(self.a, self.b))
            if self.aligner.score(*pair) < self.join and self.claims[self.a].source != self.claims[self.b].source:
                yield f"topic: by other claims of it, or because {self._mated()}"
            return
        pairs = [(x, y) for x in ours for y in theirs]
        apart = [(x, y, why) for x, y in pairs if (x, y) != (self.a, self.b) and (why := self.aligner.reason(x, y))]
        for x, y, why in apart[:MOST]:
            yield f"topic: kept apart by {self.claims[x].id} and {self.claims[y].id}: {why}"
        if len(apart) > MOST:
            yield f"topic: kept apart by {len(apart) - MOST} more pairs of their claims"
        crossing = [(min(p), max(p)) for p in pairs if self.claims[p[0]].source != self.claims[p[1]].source]
        if crossing and len(pairs) > 1:
            mean = sum(self.aligner.across.get(pair, 0.0) for pair in crossing) / len(crossing)
            side = "reaches" if mean >= self.join else "falls short of"
            yield f"topic: the {len(ours)} and {len(theirs)} claims are {mean:.2f} alike on the whole: {side} the bar"
            if mean >= self.join and not apart:
                yield "topic: a value goes where it is nearest, and one of theirs is nearer to another"


def explain(
    sources: Sequence[Source],
    claims: Sequence[Claim],
    groups: tuple[Sequence[str], Sequence[str]],
    settings: Settings,
    pins: Pins,
) -> tuple[str, ...]:
    """Every step that brought two claims together or kept them apart.

    Args:
        sources, claims: all there are; those of other stories are left out, as they were when the two were compared.
        groups: the ids of each claim and, behind it, of the others in its topic, as `align` gave it.
    """
    named = {name for group in groups for name in group}
    told = {claim.source for claim in claims if claim.id in named}
    stories = [story for story in _stories(sources, claims) if not told.isdisjoint(story)]
    slugs = {slug for story in stories for slug in story}
    held = [claim for claim in claims if claim.source in slugs]
    number = {claim.id: at for at, claim in enumerate(held)}
    ours, theirs = ([number[name] for name in group] for group in groups)
    aligner = Aligner([source for source in sources if source.slug in slugs], held, pins, stories=stories)
    way = _Way(aligner, held, settings.join, ours[0], theirs[0])
    return tuple(way.steps(ours, theirs))


def _stories(sources: Sequence[Source], claims: Sequence[Claim]) -> list[list[str]]:
    of: dict[str, list[Claim]] = {source.slug: [] for source in sources}
    for claim in claims:
        of[claim.source].append(claim)
    return group({source.slug: counted(source, of[source.slug]) for source in sources}, published(sources))
