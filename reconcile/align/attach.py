"""Claims of a text that is no source, laid beside topics that stand: which topic speaks of each.

What comes in: the sources with their claims and topics, and the text with its claims. What goes out: for each of its
claims the topics it may speak of, the likeliest first, and whether the text tells the sources' story at all. The topics
stay as they are: a draft does not move what a reviewer judged.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reconcile.align.aligner import Aligner
from reconcile.align.articles import by_article, sentences_of
from reconcile.align.stories import belonging
from reconcile.align.vocabulary import vocabulary
from reconcile.align.words import words
from reconcile.model import Claim, Pins, Source

MOST = 3  # topics a claim is offered


@dataclass(frozen=True, slots=True)
class Attached:
    """A claim of the text and a claim of a topic that it is like.

    Attributes:
        claim, nearest: ids.
        likeness: of the two, from 0 to 1.
    """

    claim: str
    nearest: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Beside:
    """A text laid beside topics.

    Attributes:
        belonging: how far it tells the story of the articles that are likest, see `stories.belonging`; 0 where it is
            like none.
        length: in words that tell something: a sentence may well be of the story, and like little in it.
        attached: of each claim the likeliest claim of each topic, in the order of the claims, the likeliest first; what
            nothing is like, or every topic bars, is left out.
    """

    belonging: float
    length: int
    attached: tuple[Attached, ...]


def attach(
    sources: Sequence[Source], claims: Sequence[Claim], topic_of: Mapping[str, str], text: Source, said: Sequence[Claim]
) -> Beside:
    """Lay the claims of a text beside topics.

    Args:
        sources: of the topics.
        claims: of these sources.
        topic_of: claim id to topic id.
        text: the text, under a slug that no source has.
        said: its claims.
    """
    aligner = Aligner([*sources, text], [*claims, *said], Pins(), beside=text.slug)
    everybody = [*claims, *said]
    ranked: dict[int, list[tuple[float, int]]] = {}
    for (a, b), score in aligner.across.items():
        own, other = (a, b) if everybody[a].source == text.slug else (b, a)
        if everybody[other].id in topic_of:
            ranked.setdefault(own, []).append((score, other))
    found: list[Attached] = []
    for own, rows in sorted(ranked.items()):
        rows.sort(key=lambda row: (-row[0], everybody[row[1]].id))
        best: dict[str, Attached] = {}
        for score, other in rows:
            topic = topic_of[everybody[other].id]
            if topic not in best and not aligner.reason(own, other):
                best[topic] = Attached(everybody[own].id, everybody[other].id, score)
                if len(best) == MOST:
                    break
        found += best.values()
    return Beside(*_belonging(aligner, sources, everybody, text), tuple(found))


def _belonging(aligner: Aligner, sources: Sequence[Source], claims: Sequence[Claim], text: Source) -> tuple[float, int]:
    """How far a text tells the story that it was put with, and how many words it has."""
    story = [source for source in sources if aligner.stories[source.slug] == aligner.stories[text.slug]]
    slugs = {source.slug for source in (*story, text)}
    said = sentences_of([*sources, text], [claim for claim in claims if claim.source in slugs])
    known = vocabulary()
    articles = by_article([*story, text], {place: words(told, known) for place, told in said.items()})
    own = articles[text.slug]
    return belonging(own, [articles[source.slug] for source in story], known), len(own)
