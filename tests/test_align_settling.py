"""A value goes where it is nearest, once all groups of a story stand; what is less near makes room for it."""

from itertools import permutations

import pytest

from reconcile.align import settling
from reconcile.model import Pins, Source
from reconcile.pipeline import read_text, reconcile

ONE = """Orla Venn, the mayor of the port, received 38.4 percent of the vote on Sunday.

Her rival Sela Tamm stays in the palace for a second term.

About 64 percent of the voters took part.

The islanders had queued in the rain since dawn.
"""
TWO = """The winner took 55.2 percent, Venn 38.4 percent.

The turnout, at 64 percent, was low.

Tamm thanked the people of the capital from a balcony.

Observers from abroad saw nothing amiss in the count.
"""
THREE = """Mayor Venn slept on election night.

Tamm promised to mend the harbour road first.

In the port itself Orla Venn had 71 percent of the vote.

The new parliament sits in spring.
"""


def topic(texts: dict[str, str], *places: tuple[str, str], pins: Pins | None = None) -> set[str | None]:
    sources: list[Source] = [read_text(text, slug=slug) for slug, text in texts.items()]
    found = reconcile(sources, pins=pins) if pins else reconcile(sources)
    claims = [
        next(c for c in found.claims if c.source == slug and c.quantity and c.quantity.text == text)
        for slug, text in places
    ]
    return {found.topic_of.get(claim.id) for claim in claims}


TEXTS = {"one": ONE, "two": TWO, "three": THREE}
OURS, THEIRS, ELSEWHERE = ("one", "38.4 percent"), ("two", "38.4 percent"), ("three", "71 percent")


def test_a_value_leaves_what_it_met_first_for_what_is_nearer() -> None:
    assert len(topic(TEXTS, OURS, THEIRS)) == 1


def test_without_anything_nearer_it_stays() -> None:
    assert len(topic({"one": ONE, "three": THREE}, OURS, ELSEWHERE)) == 1


def test_the_order_of_the_sources_does_not_matter() -> None:
    for slugs in permutations(TEXTS):
        assert len(topic({slug: TEXTS[slug] for slug in slugs}, OURS, THEIRS)) == 1


def test_what_a_reviewer_pinned_stays() -> None:
    found = reconcile([read_text(text, slug=slug) for slug, text in TEXTS.items()])
    ids = [
        next(c.id for c in found.claims if c.source == slug and c.quantity and c.quantity.text == text)
        for slug, text in (OURS, ELSEWHERE)
    ]
    pins = Pins(topic_of=dict.fromkeys(ids, "the-port"), fixed=frozenset(ids))
    assert topic(TEXTS, OURS, ELSEWHERE, pins=pins) == {"the-port"}


def test_in_a_book_not_every_pair_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(settling, "combinations", lambda *given: asked.append(given) or ())
    sources = [read_text(text, slug=slug) for slug, text in TEXTS.items()]
    reconcile(sources)
    assert asked
    asked.clear()
    monkeypatch.setattr(settling, "LARGE", 5)
    reconcile(sources)
    assert not asked
