"""People are told that one figure brought two claims together, and only where nothing else did."""

from collections.abc import Iterator
from itertools import permutations

import pytest

from reconcile.align import explain
from reconcile.align.echoes import one_figure
from reconcile.model import Claim, Dossier, Pins, Settings
from reconcile.pipeline import extract, read_text, reconcile


def value(sentence: str) -> Claim:
    return next(claim for claim in extract(read_text(sentence, slug="a")) if claim.quantity or claim.when)


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("The tunnel is 11.4 km long.", "Miners dug for 11.4 km.", "the same figure"),
        ("It was 50.21 percent.", "It was 50.24 percent.", "a figure that is the same but for its last digits"),
        ("It was 50.21 percent.", "It was 51.24 percent.", ""),
        ("It was 50 percent.", "It was 50 percent.", ""),
        ("The fire killed 23 people.", "The party won 23 seats.", ""),
        ("The fire burned 23 barns.", "It took 23 wagons.", "the same figure"),
        ("The fire killed 230 people.", "It took 230 wagons.", "the same figure"),
        ("She was 34 when it began.", "The farm had 34 goats.", ""),
        ("It was 50 percent.", "It was 11.4 km long.", ""),
        ("It was 11.4 km long.", "It was on May 3.", ""),
    ],
)
def test_what_two_claims_have_in_common_is_told(one: str, other: str, said: str) -> None:
    assert one_figure(value(one), value(other)) == one_figure(value(other), value(one)) == said


TEXT = """{opening}

{told}

{more}

The bakers of the lower town fear for their shops.

A ferry is to run until the autumn.
"""
WEPT = TEXT.format(
    opening="The old bridge of Velora was shut on Monday.",
    told="The 34-year-old wept in court.",
    more="Carts may not cross it any more.",
)
FLED = TEXT.format(
    opening="Rust has eaten into the old bridge of Velora.",
    told="Pavel Orsk, 34, a baker, had fled to the coast.",
    more="The mayor of Velora sleeps badly.",
)
LATER = TEXT.format(
    opening="Snow lay on the old bridge of Velora on Monday.",
    told="Pavel Orsk, 43, a baker, had fled to the coast.",
    more="Dogs barked at the gate of the mint.",
)
SAME = "gives the same figure as in {}, and few things come to it"


def read(**texts: str) -> Dossier:
    return reconcile([read_text(text, slug=slug) for slug, text in texts.items()])


def ages(found: Dossier) -> Iterator[tuple[str, str, str]]:
    """The topic of each age, and why it is there, by article."""
    for topic in found.topics:
        for member in topic.members:
            figure = found.claim[member.claim].figure
            if figure and figure.kind == "age":
                yield found.claim[member.claim].source, topic.id, member.because


def test_two_articles_that_give_one_age_share_a_topic_and_are_told_why() -> None:
    texts = {"one": WEPT, "two": FLED}
    for slugs in permutations(texts):
        told = sorted(ages(read(**{slug: texts[slug] for slug in slugs})))
        assert [(slug, because) for slug, _, because in told] == [
            ("one", SAME.format("two")),
            ("two", SAME.format("one")),
        ]
        assert len({topic for _, topic, _ in told}) == 1


def test_of_two_claims_as_near_the_one_with_its_figure_is_named_as_the_reason() -> None:
    told = {slug: because for slug, _, because in ages(read(one=WEPT, later=LATER, two=FLED))}
    assert told["one"] == SAME.format("two")
    assert "few things" not in told["two"] + told["later"]


def test_what_came_together_by_its_words_is_not_there_by_its_figure() -> None:
    told = list(ages(read(one=FLED, two=LATER.replace("43", "34"))))
    assert len({topic for _, topic, _ in told}) == 1
    assert not any("few things" in because for _, _, because in told)


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        ((WEPT, FLED), "they give the same figure, and few things come to it"),
        ((WEPT, LATER), "neither article has anything nearer to the other's"),
    ],
)
def test_the_steps_tell_the_figure_that_brought_two_claims_together(texts: tuple[str, str], why: str) -> None:
    sources = [read_text(text, slug=slug) for slug, text in zip("ab", texts, strict=True)]
    claims = [claim for source in sources for claim in extract(source)]
    one, other = (claim.id for claim in claims if claim.figure and claim.figure.kind == "age")
    told = explain(sources, claims, ([one, other], [other, one]), Settings(), Pins())
    assert told[-1] == f"topic: by other claims of it, or because {why}"
