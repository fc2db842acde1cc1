"""What alignment reads in a claim, once.

Its words and their weights, the kind of its value, what is counted and what became of it, which way it goes, and whom
it names. What comes in: all sources and claims. What goes out: a Reading for each claim, and how much each word says.
"""

import re
from calendar import month_name
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reconcile.align.articles import by_article, sentences_of
from reconcile.align.fates import fates, near, sides
from reconcile.align.lists import marks
from reconcile.align.names import initials, roles, variants
from reconcile.align.naming import Name, Named, Naming, lightened
from reconcile.align.narrowing import allowed, earlier, narrowed
from reconcile.align.similarity import Vector, Weigher
from reconcile.align.stories import stories
from reconcile.align.vocabulary import Vocabulary
from reconcile.align.words import Word, words
from reconcile.lexicon import returns
from reconcile.model import Claim, Source
from reconcile.model.units import kind as kind_of
from reconcile.model.units import of_what

# What the words of the sentence around a claim count beside its own. Of a claim about a figure or a date the own words
# are what was measured or done; a statement is often cut from its sentence in another way by another outlet.
AROUND_WORDING = 0.5
AROUND_VALUE = 0.4
_NUMBER_OF = re.compile(r"\b(?:number|count|tally|total)s? of (?:the )?", re.IGNORECASE)
_MONTH = re.compile(rf"\b[Ii]n (?:early |mid-|late )?({'|'.join(month_name[1:])})\b(?! \d)")
_YEAR = re.compile(r"(?<![\d.,$€£])(?:19|20)\d\d(?![\d%]|[.,]\d)")
_YEAR_WHEN = re.compile(r"\b((?:19|20)\d\d),? when [^,;:\d]{0,60}\Z")  # "since 2013, when a roof came down and seven"
_ONES = re.compile(r"\bones?$", re.IGNORECASE)  # "22 new ones": of what, the sentence does not say
_MAKE = re.compile(r"[A-Z][A-Za-z]{0,2}-?\d+s\b")
_CODE = re.compile(r"\b[A-Z][A-Za-z]{0,2} ?-? ?\d")  # "AK-47 rifles"


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim as alignment reads it.

    Attributes:
        kind: of its value: "count", "share", "money", "time", …, "date", "hour", or "wording" where it has none. A sum
            for a time is "money", and degrees of any kind are a "temperature".
        surfaces: stem → the word as written.
        about: the claim's words, weighed; those of the sentence around it count in part.
        told: its own words that weigh anything, without those around it.
        counted: stem of what a figure counts, or "".
        nations: countries named in what is counted ("Russian soldiers").
        fates: what became of what is counted: names of measures in the lexicon.
        sides: which way it goes: (number of the pair of opposites, side).
        names: groups of words that name somebody or something, each a set of stems.
        named: the words of them all.
        around: the stems of its sentence.
        beside, places: the names of its sentence, those of the claim among them, and which of them are places.
        years: the years that it names, unless the article is of that year.
        months: the months that its sentence names without a day ("in June"), unless the article is of that month.
        subject: the group that stands at the beginning, or empty.
        narrowed, allowed, earlier: whether its figure counts a part, or others; whether it was only set; whether it is
            one from which another came: see `narrowing`.
        published: the day of its article.
        won: the names of who won what its figure counts, where it counts votes.
    """

    claim: Claim
    kind: str
    surfaces: Mapping[str, str]
    about: Vector
    told: Name
    counted: str
    nations: frozenset[str]
    fates: frozenset[str]
    sides: frozenset[tuple[int, int]]
    names: tuple[Name, ...]
    named: Name
    around: frozenset[str]
    beside: tuple[Name, ...]
    places: tuple[Name, ...]
    years: frozenset[str]
    months: frozenset[str]
    subject: Name
    narrowed: bool
    allowed: bool
    earlier: bool
    published: date | None
    won: Name

    @property
    def sense(self) -> tuple[Hashable, ...]:
        """All of it that bears on how alike it is to another claim: claims of one sense are weighed once.

        Outlets that print one wire's words give it a hundred times.
        """
        weights = tuple(self.about.weights.items())
        figure = self.claim.quantity is not None
        named = (self.names, self.around, self.beside, self.places, self.years, self.won)
        return figure, self.claim.modality, self.kind, weights, self.told, self.counted, self.fates, *named


@dataclass(frozen=True, slots=True)
class Library:
    """All claims as alignment reads them.

    Attributes:
        readings: of each claim, in the order of the claims.
        weigher: how much each word says here.
        stories: the slugs of the sources, grouped by story.
    """

    readings: list[Reading]
    weigher: Weigher
    stories: Sequence[Sequence[str]]


def read_claims(
    sources: Sequence[Source],
    claims: Sequence[Claim],
    vocabulary: Vocabulary,
    grouped: Sequence[Sequence[str]] | None = None,
) -> Library:
    """Read every claim in the light of all; `grouped` holds the stories where they are known."""
    said = sentences_of(sources, claims)
    sentences = {place: words(text, vocabulary) for place, text in said.items()}
    articles = by_article(sources, sentences)
    plain = frozenset(word.stem for found in sentences.values() for word in found if not word.name)
    aliases = {**variants(articles, plain | vocabulary.prior.keys()), **initials(tuple(said.values()), vocabulary)}
    naming = Naming(aliases, plain)
    stems = [naming.stems(found) for found in sentences.values()]
    weigher = Weigher(stems, vocabulary, roles(sentences.values(), vocabulary))
    voting = frozenset(source.slug for source in sources if returns.of_a_vote(source.text))
    reader = Reader(vocabulary, weigher, naming, voting)
    around = {place: reader.around(said[place], found) for place, found in sentences.items()}
    days = {source.slug: source.published for source in sources if source.published}
    return Library(
        [reader.read(claim, around[claim.source, claim.sentence], days.get(claim.source)) for claim in claims],
        weigher,
        stories(articles, vocabulary, days) if grouped is None else grouped,
    )


@dataclass(frozen=True, slots=True)
class Around:
    """The sentence around a claim.

    Attributes:
        text: as it stands in the article.
        surfaces: its stems, each as written.
        stems: the same without how they are written.
        names, places: whom and where it names.
        months: the months that it names without a day.
    """

    text: str
    surfaces: Mapping[str, str]
    stems: frozenset[str]
    names: tuple[Name, ...]
    places: tuple[Name, ...]
    months: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reader:
    """What is needed to read a claim: the lexicon, how much words say here, what is a name.

    Attributes:
        voting: the slugs of the articles that are on a vote.
    """

    vocabulary: Vocabulary
    weigher: Weigher
    naming: Naming
    voting: frozenset[str]

    def around(self, text: str, found: Sequence[Word]) -> Around:
        """A sentence as the claims in it need it."""
        named = self.naming.named(text, found)
        places = tuple(name.stems for name in named if name.place)
        surfaces = self.surfaces([(text, found)])
        names = tuple(name.stems for name in named)
        return Around(text, surfaces, frozenset(surfaces), names, places, frozenset(_MONTH.findall(text)))

    def read(self, claim: Claim, around: Around, published: date | None) -> Reading:
        """A claim as alignment reads it."""
        about = words(claim.about, self.vocabulary)
        mention = claim.quantity
        quote = words(claim.quote, self.vocabulary) if mention else ()
        counts = words(mention.counts, self.vocabulary) if mention else ()
        named = self._named(claim, about, counts)
        beside: Sequence[Word] = ()
        if mention:
            beside = near(quote, mention.span.start - claim.span.start, mention.span.end - claim.span.start)
        own = self.naming.stems((*about, *counts))
        texts = ((claim.quote, quote), (mention.counts if mention else "", counts), (claim.about, about))
        kind = _kind(claim)
        if mention and kind == "money":  # a currency says nothing of what is paid for, and "marks" are not made
            own -= {word.stem for word in (*words(mention.text, self.vocabulary), *counts)}
        names = tuple(name.stems for name in named)
        if kind == "wording":
            light = lightened((*around.names, *names))
            weighed = self.weigher.vector(own, around.stems, AROUND_WORDING, light)
        else:  # whose value it is, the names tell
            weighed = self.weigher.vector(own, around.stems, AROUND_VALUE)
        return Reading(
            claim=claim,
            kind=kind,
            surfaces={**around.surfaces, **self.surfaces(texts)},
            about=weighed,
            told=own.intersection(weighed.weights),
            counted=self._counted(claim, mention.counts, counts, quote) if mention else "",
            nations=frozenset(w.stem for w in counts if w.stem in self.vocabulary.nations),
            fates=fates(counts, about, beside, self.vocabulary),
            sides=sides(about, claim.about, self.vocabulary) or sides(beside, claim.quote, self.vocabulary),
            names=names,
            named=frozenset().union(*names),
            around=around.stems,
            beside=around.names,
            places=around.places,
            years=_years(claim, around) - {str(published.year) if published else ""},
            months=around.months - {month_name[published.month] if published else ""},
            subject=next((name.stems for name in named if name.first), frozenset()),
            narrowed=narrowed(claim),
            allowed=allowed(claim),
            earlier=earlier(claim),
            published=published,
            won=self._won(claim, around) if claim.source in self.voting else frozenset(),
        )

    def _won(self, claim: Claim, around: Around) -> Name:
        """The names of who won the votes or the share of them that a figure is."""
        if claim.quantity is None or claim.figure is None:
            return frozenset()
        place, start = claim.quantity.span, claim.sentence.start
        name = returns.whose(around.text[: place.start - start], around.text[place.end - start :], claim.figure)
        return self.naming.stems(words(name, self.vocabulary)) & frozenset().union(*around.names)

    def _named(self, claim: Claim, about: Sequence[Word], counts: Sequence[Word]) -> list[Named]:
        """Whom and what a claim names; the make of what is counted ("seven AK-47 rifles", "AK-47s") is nobody."""
        found = self.naming.named(claim.about, about)
        if claim.quantity is None or not _CODE.search(claim.quantity.counts or claim.about):
            return found
        made = self.naming.stems(counts or [word for word in about if _MAKE.match(claim.about, word.start)])
        return [name for name in found if not name.stems <= made]

    def _counted(self, claim: Claim, text: str, counts: Sequence[Word], quote: Sequence[Word]) -> str:
        """What is counted, also where the figure stands behind it: "the number of strikers stood at 14,000"."""
        if _ONES.search(text):
            return ""
        if counts or claim.quantity is None or claim.figure is None or claim.figure.unit:
            return self._head(text, counts)
        figure = claim.quantity.span.start - claim.span.start
        told = next(iter(_NUMBER_OF.finditer(claim.quote, 0, figure)), None)
        if told is None:
            return ""
        return self._head(claim.quote, [word for word in quote if told.end() <= word.start < figure], told.end())

    def _head(self, text: str, counts: Sequence[Word], at: int = 0) -> str:
        """What is counted: the last word before "of", "who" and the like, and before what became of it."""
        head = ""
        for word in counts:
            between = text[at : word.start].lower().split()
            deed = word.stem in self.vocabulary.sides or word.stem in self.vocabulary.measures
            deed = deed and not text[word.start : word.end].endswith("s")  # "seven accessible stations"
            if head and (deed or not marks().bounds.isdisjoint(between)):
                break
            head, at = word.stem, word.end
        return self.naming.aliases.get(head, (head,))[-1]

    def surfaces(self, texts: Iterable[tuple[str, Sequence[Word]]]) -> dict[str, str]:
        """Stem → the word as written, the last that was written."""
        return {
            stem: text[word.start : word.end]
            for text, found in texts
            for word in found
            for stem in self.naming.aliases.get(word.stem, (word.stem,))
        }


def _years(claim: Claim, around: Around) -> frozenset[str]:
    """The years that a claim names, or else the year that its sentence names right before it as that when it was."""
    own = _YEAR.findall(claim.quote)
    led = None if own else _YEAR_WHEN.search(around.text[: claim.span.start - claim.sentence.start])
    return frozenset(own or (led.groups() if led else ()))


def _kind(claim: Claim) -> str:
    if claim.figure is not None:  # "60 euros a month" in one article is "60 euros" in the other
        found = kind_of(of_what(claim.figure.unit))
        return "temperature" if found == "angle" else found  # "27 degrees by noon", "a high of 27 degrees Celsius"
    return "wording" if claim.date is None else "hour" if claim.date.clock else "date"
