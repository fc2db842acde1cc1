"""A dossier in which every field that comes from outside is the same words, and one with verdicts of every kind."""

from dataclasses import replace
from decimal import Decimal

from reconcile.model import (
    Block,
    Claim,
    Decision,
    Dimension,
    Dossier,
    Finding,
    Hedge,
    Member,
    Mention,
    Origin,
    Outcome,
    Part,
    SetAside,
    Source,
    Span,
    Standing,
    Topic,
    Verdict,
    quantity,
    seen,
)
from samples import dossier as sample


def judged() -> Dossier:
    """The sample with a range decided, a stale verdict, an undated source, a tally and a finding that was refused."""
    whole = sample()
    by_an = [
        Verdict(
            f"an-{number}",
            whole.claims[number].id,
            "people-died-valley",
            Decision.RANGE,
            Standing.NARROWED,
            "an",
            "2024-11-02T10:00:00+00:00",
            seen(whole.claims[number]),
            note="counts still move",
        )
        for number in (0, 2, 4)
    ]
    stale = Verdict(
        "bo-1",
        whole.claims[1].id,
        "first-alarm",
        Decision.DEFERRED,
        Standing.UNSETTLED,
        "bo",
        "2024-11-02T11:00:00+00:00",
        "another hash",
        note="ask the fire service",
    )
    moved = whole.topics[2]
    wider = replace(moved, members=(*moved.members, Member(whole.claims[2].id, "by hand")))
    deaths = whole.topics[1]
    refused = Finding(
        "people-moved/different_measure/1",
        "people-moved",
        whole.claims[5].id,
        whole.claims[2].id,
        Dimension.FIGURE,
        "different_measure",
        Outcome.NOT_COMPARABLE,
        "people moved and people who died are not one measure",
    )
    later = replace(
        whole.findings[1],
        id="people-died-valley/tally_growth/24",
        left=whole.claims[2].id,
        right=whole.claims[4].id,
        relation="tally_growth",
        because="A count that went on between 30 and 31 October.",
    )
    undated = replace(whole.sources[0], published=None)
    return replace(
        whole,
        sources=(undated, *whole.sources[1:]),
        topics=(whole.topics[0], deaths, wider),
        findings=(*whole.findings[:3], later, refused),
        verdicts=(*by_an, stale),
    )


def hostile(words: str, *, judged: bool = False) -> Dossier:
    """Two articles whose text, names, titles, speakers, labels, reasons and notes are all these words.

    Args:
        judged: whether every claim has a verdict that stands, and not one that is stale.
    """
    text = f"{words} 9 {words}\n\n{words}"
    at = len(words) + 1
    sources = tuple(
        Source(
            slug=slug,
            text=text,
            blocks=(Block(Span(0, len(words) * 2 + 3), Part.BODY),),
            set_aside=(SetAside(Span(len(words) * 2 + 5, len(text)), words),),
            title=words,
            publisher=words,
            agency=words,
            byline=words,
            url=words,
            sha256="0" * 64,
        )
        for slug in ("a", "b")
    )
    claims = tuple(
        Claim(
            id=f"{source.slug}.{number}",
            source=source.slug,
            span=Span(0, len(words) * 2 + 3),
            quote=text[: len(words) * 2 + 3],
            sentence=Span(0, len(words) * 2 + 3),
            about=words,
            quantity=Mention(Span(at, at + 1), "9", quantity(Decimal(9), Hedge.EXACT, words.strip() or None), words),
            speaker=words,
        )
        for source in sources
        for number in (1, 2, 3)
    )
    ids = [claim.id for claim in claims]
    outcomes = (Outcome.CONFLICTS, Outcome.NOT_COMPARABLE)
    topics = tuple(
        Topic(f"t{n}", words, (Member(ids[n], words), Member(ids[n + 3], words))) for n in range(len(outcomes))
    )
    findings = tuple(
        Finding(f"f{n}", f"t{n}", ids[n], ids[n + 3], Dimension.FIGURE, words, outcome, words, words, (ids[2],))
        for n, outcome in enumerate(outcomes)
    )
    verdicts = tuple(
        Verdict(
            f"v{n}", claim.id, f"t{n % 3}", Decision.RANGE, Standing.STANDS, words, words, seen(claim), words, words
        )
        for n, claim in enumerate(claims)
    )
    if judged:
        return Dossier(sources, claims, topics, findings, (Origin(words, ("a", "b"), words),), verdicts)
    verdict = Verdict("v", ids[0], "t0", Decision.RANGE, Standing.STANDS, words, words, "old", words, words)
    return Dossier(sources, claims, topics, findings, (Origin(words, ("a", "b"), words),), (verdict,))
