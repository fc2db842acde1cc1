"""A small dossier made by hand, for the views: every outcome once, three outlets, two of one origin."""

from datetime import date
from decimal import Decimal

from reconcile.model import (
    Anchor,
    Block,
    Claim,
    Dimension,
    Dossier,
    Finding,
    Hedge,
    Member,
    Mention,
    Modality,
    Origin,
    Outcome,
    Part,
    Precision,
    Quantity,
    Role,
    Source,
    Span,
    Topic,
    When,
    between,
    quantity,
)

TEXTS = {
    "harbour-post": "At least 158 people died in the valley floods. The alarm was first given on Oct. 29.",
    "valley-news": "Officials counted 205 dead in the valley. The first alarm went out on Oct. 28.",
    "wire": "Some 92 deaths were confirmed by Wednesday. Between 75,000 and 90,000 people were moved.",
}
DAYS = {"harbour-post": date(2024, 10, 30), "valley-news": date(2024, 10, 31), "wire": date(2024, 10, 30)}


def source(slug: str) -> Source:
    text = TEXTS[slug]
    return Source(
        slug=slug,
        text=text,
        blocks=(Block(Span(0, len(text)), Part.BODY),),
        title=f"Floods, says {slug}",
        publisher=slug.replace("-", " ").title(),
        agency="Wire" if slug == "wire" else "",
        published=DAYS[slug],
        sha256="0" * 64,
        known_from=(("published", "header"),),
    )


def mention(slug: str, words: str, value: Quantity | When, counts: str = "") -> Mention:
    start = TEXTS[slug].index(words)
    return Mention(Span(start, start + len(words)), words, value, counts, rule="by hand")


def claim(slug: str, quote: str, about: str, words: str, value: Quantity | When, number: int, **more: object) -> Claim:
    start = TEXTS[slug].index(quote)
    span = Span(start, start + len(quote))
    told = mention(slug, words, value)
    kind = "quantity" if isinstance(value, Quantity) else "when"
    return Claim(f"{slug}.{number:06x}", slug, span, quote, span, about, **{kind: told}, **more)  # type: ignore[arg-type]


def day(year: int, month: int, number: int) -> When:
    which = date(year, month, number)
    return When(which, which, Precision.DAY, Role.ON, Anchor("year of the publication", DAYS["wire"]), str(which))


def dossier() -> Dossier:
    claims = (
        claim("harbour-post", "At least 158 people died in the valley floods", "people died in the valley floods",
              "At least 158", quantity(Decimal(158), Hedge.AT_LEAST, "person"), 1),
        claim("harbour-post", "The alarm was first given on Oct. 29", "the alarm was first given", "on Oct. 29",
              day(2024, 10, 29), 2),
        claim("valley-news", "Officials counted 205 dead in the valley", "dead in the valley", "205",
              quantity(Decimal(205), Hedge.EXACT, "person"), 3, speaker="Officials"),
        claim("valley-news", "The first alarm went out on Oct. 28", "the first alarm went out", "on Oct. 28",
              day(2024, 10, 28), 4),
        claim("wire", "Some 92 deaths were confirmed by Wednesday", "deaths were confirmed", "Some 92",
              quantity(Decimal(92), Hedge.APPROX, "person"), 5),
        claim("wire", "Between 75,000 and 90,000 people were moved", "people were moved", "Between 75,000 and 90,000",
              between(Decimal(75000), Decimal(90000), "person"), 6, modality=Modality.HAPPENED),
    )  # fmt: skip
    ids = [c.id for c in claims]
    deaths, alarm, moved = "people-died-valley", "first-alarm", "people-moved"

    def topic(name: str, label: str, *numbers: int) -> Topic:
        return Topic(name, label, tuple(Member(ids[n], "shares the words of the label") for n in numbers))

    def found(topic_id: str, left: int, right: int | None, dimension: Dimension, relation: str, outcome: Outcome,
              because: str, explanation: str = "") -> Finding:  # fmt: skip
        return Finding(f"{topic_id}/{relation}/{left}{right}", topic_id, ids[left],
                       None if right is None else ids[right], dimension, relation, outcome, because,
                       explanation, steps=("gate: same measure, same place", f"row {relation} matched"))  # fmt: skip

    return Dossier(
        sources=tuple(source(slug) for slug in TEXTS),
        claims=claims,
        topics=(
            topic(alarm, "first alarm", 1, 3),
            topic(deaths, "people died in the valley", 0, 2, 4),
            topic(moved, "people moved", 5),
        ),
        findings=(
            found(alarm, 1, 3, Dimension.DATE, "disjoint", Outcome.CONFLICTS,
                  "29 October and 28 October cannot both be the day of the first alarm."),
            found(deaths, 0, 4, Dimension.FIGURE, "disjoint", Outcome.DIFFERS,
                  "At least 158 and about 92 do not meet; when each was counted is not known.", "as_of"),
            found(deaths, 0, 2, Dimension.FIGURE, "bounds_compatible", Outcome.COMPATIBLE, "205 is at least 158."),
            found(moved, 5, None, Dimension.FIGURE, "single_source", Outcome.SINGLE_SOURCE, "Only Wire says so."),
        ),
        origins=(Origin("Wire", ("harbour-post", "wire"), "both credit Wire"),),
    )  # fmt: skip
