"""The stories of a pile of articles, each with what its articles share: for people who want to see the grouping.

What comes in: sources and their claims. What goes out: Stories. Two articles are always one story, because a person
laid them side by side; `look_like_two` says whether they read like two.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reconcile.align.articles import by_article, sentences_of
from reconcile.align.stories import counts, grouped, likeness, stories
from reconcile.align.vocabulary import vocabulary
from reconcile.align.words import Word, words
from reconcile.model import Claim, Precision, Source

NAMES = 4  # names shown of a story
DAYS = 2
STRANGERS = 0.1  # less alike than this two articles read like two stories


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell one story.

    Attributes:
        sources: slugs, sorted.
        names: what most of them name, as written, the commonest first.
        days: days (YYYY-MM-DD) that two or more of them give.
        because: why they are together, for people.
    """

    sources: tuple[str, ...]
    names: tuple[str, ...]
    days: tuple[str, ...]
    because: str


def told(sources: Sequence[Source], claims: Sequence[Claim]) -> tuple[Story, ...]:
    """The stories, that with the most articles first."""
    known = vocabulary()
    sentences = sentences_of(sources, claims)
    read = {place: words(text, known) for place, text in sentences.items()}
    surfaces = {w.stem: sentences[place][w.start : w.end] for place, found in read.items() for w in found if w.name}
    articles = by_article(sources, read)
    groups = sorted(stories(articles, known, published(sources)), key=lambda group: (-len(group), group))
    return tuple(_story(group, articles, surfaces, claims) for group in groups)


def look_like_two(sources: Sequence[Source], claims: Sequence[Claim]) -> bool:
    """Whether two articles read like two stories; False for any other number of articles.

    Measured on 1,500 pairs of news articles of each kind: said of 1 in 100 pairs on one event, of a third of those on
    two look-alike events, and of 99 in 100 on events of two kinds.
    """
    if len(sources) != 2:
        return False
    known = vocabulary()
    read = {place: words(text, known) for place, text in sentences_of(sources, claims).items()}
    articles = by_article(sources, read)
    return likeness({slug: counts(found) for slug, found in articles.items()}, known).get((0, 1), 0.0) < STRANGERS


def counted(source: Source, claims: Sequence[Claim]) -> dict[str, int]:
    """How often each word stands in the sentences of an article that hold a claim: what `group` reads."""
    known = vocabulary()
    texts = sentences_of((source,), claims).values()
    return dict(counts([word for text in texts for word in words(text, known)]))


def group(articles: Mapping[str, Mapping[str, int]], days: Mapping[str, date]) -> list[list[str]]:
    """The slugs of each story.

    Args:
        articles: the words of each article as `counted` gives them.
        days: see `published`.
    """
    return grouped(articles, vocabulary(), days)


def published(sources: Sequence[Source]) -> dict[str, date]:
    """The day of publication of those that have one, by slug."""
    return {source.slug: source.published for source in sources if source.published}


def _story(
    group: Sequence[str], articles: Mapping[str, Sequence[Word]], surfaces: Mapping[str, str], claims: Sequence[Claim]
) -> Story:
    if len(group) == 1:
        return Story(tuple(group), (), (), "stands alone: no other article shares enough of its names and words")
    plain = {w.stem for slug in group for w in articles[slug] if not w.name}
    named = Counter(stem for slug in group for stem in {w.stem for w in articles[slug] if w.name} - plain)
    most = sorted((stem for stem in named if 2 * named[stem] > len(group)), key=lambda stem: (-named[stem], stem))[
        :NAMES
    ]
    given: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.source in group and claim.date and claim.date.precision is Precision.DAY and claim.date.earliest:
            given[claim.date.earliest.isoformat()[:10]].add(claim.source)
    days = sorted((day for day in given if len(given[day]) > 1), key=lambda day: (-len(given[day]), day))[:DAYS]
    names = tuple(surfaces[stem] for stem in most)
    shared = [*([f"most name {_listed(names)}"] if names else []), *([f"several date {_listed(days)}"] if days else [])]
    return Story(tuple(group), names, tuple(days), "; ".join(shared) or "they share many words")


def _listed(found: Sequence[str]) -> str:
    return found[0] if len(found) == 1 else ", ".join(found[:-1]) + " and " + found[-1]
