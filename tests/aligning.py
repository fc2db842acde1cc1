"""Claims made by hand for the tests of alignment: one sentence, one claim."""

import re
from collections.abc import Sequence
from decimal import Decimal

from reconcile.align import align
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
