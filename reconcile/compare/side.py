"""A claim laid among those of all articles, with all that it is asked when it meets others."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from reconcile.compare.names import article_words
from reconcile.compare.subject import Subject
from reconcile.compare.words import WORD, known, stem
from reconcile.model import Claim, Hedge, Modality, Quantity, Role, Source, Span, When
from reconcile.model.notation import write_figure, write_when
from reconcile.model.once import once
from reconcile.model.values import TOLERANCE

_EVERYDAY: Final = re.compile(r"(?i)(?!.*\bper ?cent)[a-z -]+")  # "two thirds", "one in five"; not "five percent"
_OWNERS: Final = re.compile(r"^.*['’]s? ")


@dataclass(frozen=True)  # no slots: claims by source are looked up once they are asked for
class Articles:
    """The articles that are compared, with all their claims.

    Attributes:
        sources: by slug.
        claims: by id.
        nearest: by id the claims of other articles that nothing of their kind is as near to, on either side.
    """

    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    nearest: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @once
    def said(self) -> Mapping[str, Sequence[Claim]]:
        """The claims of each source."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims.values():
            found.setdefault(claim.source, []).append(claim)
        return found

    @once
    def _sides(self) -> dict[str, "Side"]:
        return {}

    @once
    def _of_article(self) -> dict[str, Sequence["Side"]]:
        return {}

    @once
    def _of_sentence(self) -> dict[tuple[str, Span], list["Side"]]:
        return {}

    @once
    def _of_kind(self) -> dict[tuple[str, str], list["Side"]]:
        return {}

    def of_article(self, slug: str) -> Sequence["Side"]:
        """All claims of an article."""
        found = self._of_article.get(slug)
        if found is None:
            found = self._of_article[slug] = [self.side(claim.id) for claim in self.said.get(slug, ())]
            for side in found:
                self._of_sentence.setdefault((slug, side.claim.sentence), []).append(side)
                if side.claim.figure is not None:
                    self._of_kind.setdefault((slug, side.figure.kind), []).append(side)
        return found

    def of_sentence(self, slug: str, sentence: Span) -> Sequence["Side"]:
        """The claims of an article that stand in one sentence."""
        self.of_article(slug)
        return self._of_sentence.get((slug, sentence), ())

    def of_kind(self, slug: str, kind: str) -> Sequence["Side"]:
        """Those of them with a figure of one kind: all its sums of money."""
        self.of_article(slug)
        return self._of_kind.get((slug, kind), ())

    def side(self, name: str) -> "Side":
        """A claim laid beside others; one object for each, however often it is asked for."""
        found = self._sides.get(name)
        if found is None:
            claim = self.claims[name]
            found = self._sides[name] = Side(claim, self.sources[claim.source], self)
        return found


@dataclass(frozen=True, eq=False)  # no slots: a claim meets many others, and each thing of it is worked out once
class Side:
    """A claim with its article and what it is about, among all articles."""

    claim: Claim
    source: Source
    articles: Articles

    @property
    def fellows(self) -> Sequence["Side"]:
        """All claims of its article."""
        return self.articles.of_article(self.source.slug)

    def fellows_of(self, kind: str) -> Sequence["Side"]:
        """Those of them with a figure of one kind."""
        return self.articles.of_kind(self.source.slug, kind)

    @property
    def beside(self) -> Sequence["Side"]:
        """The claims of its sentence."""
        return self.articles.of_sentence(self.source.slug, self.claim.sentence)

    @once
    def subject(self) -> Subject:
        """What the claim is about."""
        return Subject(self.claim, self.source)

    @once
    def figure(self) -> Quantity:
        """The figure; only asked of claims that have one."""
        assert self.claim.figure is not None  # noqa: S101 - sides are sorted by dimension first
        return self.claim.figure

    @once
    def spoken(self) -> Quantity:
        """The same, with a share in everyday words taken for about as much: "three out of four" may be 77 percent."""
        told, own = self.claim.quantity, self.figure
        everyday = own.kind == "share" and own.hedge is Hedge.EXACT and told and _EVERYDAY.fullmatch(told.text)
        if not everyday:
            return own
        return replace(own, hedge=Hedge.APPROX, low=own.low * (1 - TOLERANCE), high=own.high * (1 + TOLERANCE))

    @once
    def when(self) -> When:
        """The date; only asked of claims that have one. "Will not open before Saturday" is from Saturday on."""
        assert self.claim.date is not None  # noqa: S101 - sides are sorted by dimension first
        if self.not_before:
            return replace(self.claim.date, role=Role.FROM)
        due = self.claim.date.role is Role.UNTIL and self.claim.modality is Modality.DEADLINE
        return replace(self.claim.date, role=Role.BY) if due else self.claim.date  # "have until Friday to pay"

    @property
    def not_before(self) -> bool:
        """Whether what is denied is only that it comes before its day."""
        told = self.claim.date
        return told is not None and told.role is Role.BEFORE and self.claim.modality is Modality.DENIED

    @once
    def day(self) -> date | None:
        """The day a figure is stated for: as the text says, else that of publication."""
        return self.told.claim.stated_for(self.source.published)

    @once
    def told(self) -> "Side":
        """The claim of the text that bears out a figure of its title, with whose day it is; else the claim itself."""
        own = self.claim.figure if self.claim.headline and self.claim.as_of is None else None
        same = (o for o in self.fellows if own and not o.claim.headline and o.claim.as_of and o.claim.figure == own)
        return next(same, self)

    @once
    def sentence(self) -> str:
        """The sentence it stands in, on one line, in small letters."""
        return " ".join(self.source.text[self.claim.sentence.start : self.claim.sentence.end].split()).lower()

    def knows(self, names: frozenset[str]) -> bool:
        """Whether its article has any of the names, anywhere."""
        return not names.isdisjoint(article_words(self.source.text))

    @once
    def whole(self) -> frozenset[str]:
        """The stems of what its figure is a share of, whoever owns it: "the world's grain"."""
        told = _OWNERS.sub("", self.claim.quantity.whole.lower()) if self.claim.quantity else ""
        lexicon = known()
        return frozenset(map(stem, (w for w in WORD.findall(told) if w not in lexicon.stop))) - lexicon.general

    @once
    def nouns(self) -> frozenset[str | int]:
        """What its figure counts, under every name it goes by."""
        return _nouns(self.figure, self.subject)

    @once
    def reading(self) -> tuple[str, str, str]:
        """What it gives, without its words: claims that give the same are one reading of a source."""
        claim = self.claim
        if claim.figure is None:
            return write_when(self.when) if claim.date else claim.about, "", claim.modality.value
        kind = claim.figure.kind if claim.figure.kind == "count" else claim.figure.unit
        return f"{write_figure(replace(claim.figure, unit=None))} {kind}", self.subject.measure, claim.modality.value

    @once
    def words(self) -> str:
        """The claim's own words for its value, in quotation marks, with what is counted or what happened."""
        told = self.claim.quantity or self.claim.when
        if told is None:
            return f"“{_short(self.claim.quote)}”"
        of = self.claim.about if self.claim.when else told.counts
        quoted = f"“{flat(told.text)}”"
        return f"{quoted} ({_short(of)})" if of and of not in told.text else quoted

    @once
    def outlet(self) -> str:
        """The name people know the source by."""
        return self.source.publisher or self.source.slug

    @property
    def happened(self) -> bool:
        """Whether the claim is of something that has happened, and does not doubt it."""
        return self.claim.modality is Modality.HAPPENED


def _short(text: str, limit: int = 90) -> str:
    line = flat(text)
    return line if len(line) <= limit else line[: limit - 1].rsplit(" ", 1)[0] + " …"


def flat(text: str) -> str:
    """The words on one line."""
    return " ".join(text.split())


def _nouns(figure: Quantity, about: Subject) -> frozenset[str | int]:
    """What a figure counts, under every name it goes by; people of any kind, and what befalls them, are persons."""
    lexicon = known()
    last = stem((figure.unit or "none").split()[-1].lower())
    fate = lexicon.measures.get(last, "damaged") not in (
        "damaged",
        "built",
    )  # "22 lives", "58 deaths", "900 infections"
    kinds = (lexicon.people, lexicon.groups, lexicon.posts if _manned(about) else ())
    people = fate or figure.unit == "person" or any(last in nouns for nouns in kinds)
    return about.heads | {last} | lexicon.rows.get(last, frozenset()) | ({"person"} if people else frozenset())


def _manned(about: Subject) -> bool:
    """Whether posts are such as people work in: "450 posts will be cut"; not "police set up 45 posts"."""
    return not known().staffed.isdisjoint(map(stem, map(str.lower, WORD.findall(about.claim.quote))))
