"""Claims made by hand for the tests of alignment, one a sentence; and those of texts, as near as a test says."""

import re
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from reconcile.align import align
from reconcile.align.cluster import Rules
from reconcile.align.mates import Standing
from reconcile.align.reading import read_claims
from reconcile.align.vocabulary import vocabulary
from reconcile.model import (
    Anchor,
    Claim,
    Hedge,
    Mention,
    Pins,
    Precision,
    Quantity,
    Role,
    Settings,
    Source,
    Span,
    Topic,
    When,
    quantity,
)
from reconcile.pipeline import extract, read_text

FIGURE = re.compile(r"\d[\d,]*")
WHEN = When(None, None, Precision.DAY, Role.ON, Anchor("not anchored"), "")


def source(slug: str, *sentences: str) -> Source:
    return Source(slug, "\n".join(sentences))


def claim(of: Source, sentence: str, number: int, unit: str = "", counts: str = "", whole: str = "") -> Claim:
    """A claim of a whole sentence; with `unit`, about its first figure; with unit "date", about a day."""
    start = of.text.index(sentence)
    span = Span(start, start + len(sentence))
    told = when = None
    if unit == "date":
        when = Mention(span, sentence, WHEN)
    elif unit and (match := FIGURE.search(sentence)):
        value: Quantity = quantity(Decimal(match.group().replace(",", "")), Hedge.EXACT, unit)
        told = Mention(Span(start + match.start(), start + match.end()), match.group(), value, counts, whole)
    return Claim(f"{of.slug}.{number:06x}", of.slug, span, sentence, span, sentence, told, when)


def wordings(**articles: Sequence[str]) -> tuple[tuple[Source, ...], tuple[Claim, ...]]:
    """Sources and one wording claim a sentence."""
    sources = tuple(source(slug, *sentences) for slug, sentences in articles.items())
    claims = tuple(claim(s, text, n) for s in sources for n, text in enumerate(s.text.splitlines()))
    return sources, claims


def topics(
    sources: Sequence[Source], claims: Sequence[Claim], pins: Pins | None = None, join: float = 0.205
) -> tuple[Topic, ...]:
    return align(sources, claims, Settings(join=join), pins or Pins())


def joined(found: Sequence[Topic], *ids: str) -> bool:
    """Whether one topic holds all these claims."""
    return any(set(ids) <= set(topic.claims) for topic in found)


def together(one: str, other: str, unit: str = "") -> bool:
    """Whether two claims of two articles come into one topic."""
    left, right = source("left", one), source("right", other)
    return joined(
        topics((left, right), (claim(left, one, 1, unit), claim(right, other, 2, unit))), "left.000001", "right.000002"
    )


class Told(Standing):
    """What is known of claims, as near as a test says."""

    def near(self, a: int, b: int) -> float:
        return self.likeness.get((min(a, b), max(a, b)), 0.0)


def standing(
    texts: Sequence[str],
    near: Mapping[tuple[int, int], float],
    barred: Collection[tuple[int, int]] = (),
    *,
    valued: bool = True,
) -> tuple[dict[str, int], Told, Rules]:
    """The story of some articles, what is known of their claims, numbered as they stand, and what holds of them.

    Args:
        texts: of the articles.
        near: how near two claims are.
        barred: the pairs that a reviewer kept apart.
        valued: whether only claims with a value are told.
    """
    sources = [read_text(text, slug=f"s{number}") for number, text in enumerate(texts)]
    claims = [c for source in sources for c in extract(source) if not valued or c.quantity or c.when]
    library = read_claims(sources, claims, vocabulary(), [[source.slug for source in sources]])
    homes = [claim.source for claim in claims]

    def why(a: int, b: int) -> str:
        return "a reviewer kept them apart" if (min(a, b), max(a, b)) in barred else ""

    rules = Rules([claim.id for claim in claims], homes, why, lambda *_: 0.0)
    return dict.fromkeys(homes, 0), Told(library.readings, near, library.weigher), rules
