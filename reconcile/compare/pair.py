"""Two claims of one topic, laid side by side with all that the gate asks of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from reconcile.compare.subject import Subject, alike, shared, subject
from reconcile.compare.words import article_words, known, stem
from reconcile.model import Claim, Modality, Quantity, Source, When

_SAME_TIME: Final = timedelta(days=1)  # outlets in two time zones report one evening


@dataclass(frozen=True)  # no slots: claims by source are looked up once they are asked for
class Articles:
    """The articles that are compared, with all their claims.

    Attributes:
        sources: by slug.
        claims: by id.
    """

    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]

    @cached_property
    def said(self) -> Mapping[str, Sequence[Claim]]:
        """The claims of each source."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims.values():
            found.setdefault(claim.source, []).append(claim)
        return found

    def side(self, name: str) -> "Side":
        """A claim laid beside others."""
        claim = self.claims[name]
        return Side(claim, self.sources[claim.source], self.said[claim.source])


@dataclass(frozen=True)  # no slots: what it is about is worked out when first asked for
class Side:
    """A claim with its article and what it is about; `fellows` are all claims of the article."""

    claim: Claim
    source: Source
    fellows: Sequence[Claim]

    @cached_property
    def subject(self) -> Subject:
        """What the claim is about."""
        return subject(self.claim, self.source)

    @property
    def figure(self) -> Quantity:
        """The figure; only asked of claims that have one."""
        assert self.claim.figure is not None  # noqa: S101 - sides are sorted by dimension first
        return self.claim.figure

    @property
    def when(self) -> When:
        """The date; only asked of claims that have one."""
        assert self.claim.date is not None  # noqa: S101 - sides are sorted by dimension first
        return self.claim.date

    @property
    def day(self) -> date | None:
        """The day a figure is stated for: as the text says, else that of publication."""
        return self.claim.stated_for(self.source.published)

    @property
    def sentence(self) -> str:
        """The sentence it stands in, on one line, in small letters."""
        return " ".join(self.source.text[self.claim.sentence.start : self.claim.sentence.end].split()).lower()

    def knows(self, names: frozenset[str]) -> bool:
        """Whether its article has any of the names, anywhere."""
        return not names.isdisjoint(article_words(self.source.text))

    @property
    def outlet(self) -> str:
        """The name people know the source by."""
        return self.source.publisher or self.source.slug

    @property
    def happened(self) -> bool:
        """Whether the claim is of something that has happened, and does not doubt it."""
        return self.claim.modality is Modality.HAPPENED


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims: `left` is the one that comes first in the topic."""

    left: Side
    right: Side

    @property
    def both(self) -> tuple[Subject, Subject]:
        """What the two are about."""
        return self.left.subject, self.right.subject

    @property
    def ways(self) -> tuple[tuple[Side, Side], tuple[Side, Side]]:
        """The two sides, each first once."""
        return (self.left, self.right), (self.right, self.left)

    @property
    def shared(self) -> int:
        """How many words that say something they share."""
        return shared(*self.both)

    @property
    def alike(self) -> float:
        """Which part of the shorter one's words they share."""
        return alike(*self.both)

    def acquainted(self, ours: frozenset[str], theirs: frozenset[str]) -> bool:
        """Whether names of the left are told by the right article too, or those of the right by the left."""
        return self.right.knows(ours) or self.left.knows(theirs)

    def told_apart(self, ours: frozenset[str], theirs: frozenset[str]) -> bool:
        """Whether both articles tell both of two names, or neither tells any of the other's."""
        return self.right.knows(ours) == self.left.knows(theirs)

    @property
    def days_apart(self) -> timedelta | None:
        """How long lies between the days the two are stated for; None where either is unknown."""
        first, last = self.left.day, self.right.day
        return None if first is None or last is None else abs(first - last)

    @property
    def same_time(self) -> bool:
        """Whether both are known to be stated for about the same day, or both sentences name the year or month."""
        a, b = self.both
        if a.times and a.times == b.times:  # "a contract signed in 2022" does not change with the day of the report
            return True
        return self.days_apart is not None and self.days_apart <= _SAME_TIME

    @property
    def figures(self) -> tuple[Quantity, Quantity]:
        """The two figures; nouns that mean the same ("homes", "houses") made one unit, as is "a magnitude of 6"."""
        a, b = (_named(x.figure, x.subject, y.figure) for x, y in self.ways)
        return a, replace(b, unit=a.unit) if a.unit != b.unit and self.same_noun else b

    @property
    def same_noun(self) -> bool:
        """Whether both count things of one kind, or one does not say what it counts."""
        a, b = self.left.figure, self.right.figure
        if not a.kind == b.kind == "count":
            return False
        if a.unit == b.unit or None in (a.unit, b.unit):
            return True
        ours, theirs = (nouns(q, s) for q, s in zip((a, b), self.both, strict=True))
        return not ours.isdisjoint(theirs)


def _named(bare: Quantity, about: Subject, other: Quantity) -> Quantity:
    """A bare number with the unit of the other, where the word before it names that unit."""
    told = bare.unit is None and other.unit is not None and other.kind != "count" and stem(other.unit) in about.heads
    return replace(bare, unit=other.unit) if told else bare


def nouns(figure: Quantity, about: Subject) -> frozenset[str | int]:
    """What a figure counts, under every name it goes by; people of any kind, and what befalls them, are persons."""
    lexicon = known()
    last = stem((figure.unit or "none").split()[-1].lower())
    fate = lexicon.measures.get(last, "damaged") not in (
        "damaged",
        "built",
    )  # "22 lives", "58 deaths", "900 infections"
    people = fate or last in lexicon.people or last in lexicon.groups or figure.unit == "person"
    return about.heads | {last} | lexicon.rows.get(last, frozenset()) | ({"person"} if people else frozenset())
