"""The words of articles: sources and their claims come in, and the sentences that hold a claim go out."""

from collections.abc import Mapping, Sequence

from reconcile.align.words import Word
from reconcile.model import Claim, Source, Span


def sentences_of(sources: Sequence[Source], claims: Sequence[Claim]) -> dict[tuple[str, Span], str]:
    """The sentences that hold a claim, by slug and place, on one line each."""
    texts = {source.slug: source.text for source in sources}
    places = dict.fromkeys((claim.source, claim.sentence) for claim in claims)
    return {(slug, span): " ".join(texts[slug][span.start : span.end].split()) for slug, span in places}


def by_article(
    sources: Sequence[Source], sentences: Mapping[tuple[str, Span], Sequence[Word]]
) -> dict[str, list[Word]]:
    """The words of each article, of its sentences that hold a claim."""
    articles: dict[str, list[Word]] = {source.slug: [] for source in sources}
    for (slug, _), found in sentences.items():
        articles[slug].extend(found)
    return articles
