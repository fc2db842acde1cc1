"""The parts of alignment by themselves: words, names, groups."""

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from aligning import claim, source, topics
from reconcile.align import explain
from reconcile.align.aligner import REPEATED, Aligner
from reconcile.align.candidates import REACH, repetitions
from reconcile.align.cluster import Rules, cluster, repeats
from reconcile.align.names import initials, roles, variants
from reconcile.align.reading import read_claims
from reconcile.align.vocabulary import vocabulary
from reconcile.align.words import words
from reconcile.model import Pins, Settings, Source
from reconcile.pipeline import extract, read, read_text

KNOWN = vocabulary()
CASES = Path(__file__).parent / "cases"


def stems(text: str) -> list[str]:
    return [word.stem for word in words(text, KNOWN)]


def rules(count: int, barred: set[tuple[int, int]] | None = None, homes: str = "") -> Rules:
    kept = barred or set()
    return Rules(
        [f"claim-{n}" for n in range(count)],
        list(homes) or [f"source-{n}" for n in range(count)],
        lambda a, b: (a, b) in kept or (b, a) in kept,
        lambda a, b: 0.0,
    )


def test_figures_days_and_small_words_are_left_out() -> None:
    assert stems("On Tuesday, Nov. 3, about 4,000 of the goats") == ["goat"]


def test_words_stand_where_the_text_has_them() -> None:
    text = "The re-elected mayor's goats, in Peru"
    assert [text[w.start : w.end] for w in words(text, KNOWN)] == ["re-elected", "mayor's", "goats", "Peru"]


def test_a_countrys_people_and_adjective_read_as_the_country() -> None:
    assert set(stems("Peru Peruvian Peruvians")) == {"peru"}
    assert stems("the polish of turkey") == ["polish", "turkey"]


def test_us_the_country_is_not_us_the_pronoun() -> None:
    assert stems("U.S. US United States") == ["united_states"] * 3
    assert stems("give us goats")[-1:] == ["goat"]
    assert "united_states" not in stems("give us goats")


def test_a_phrase_is_one_word() -> None:
    assert stems("goats were handed over") == ["goat", "hand_over"]


def test_a_capital_at_the_start_of_a_sentence_names_nobody() -> None:
    assert [w.stem for w in words("Police saw Tarma", KNOWN) if w.name] == ["tarma"]


def test_a_headline_in_capitals_names_whom_a_sentence_would() -> None:
    assert [w.stem for w in words("Police Arrest Tarma Man After Killing", KNOWN) if w.name] == ["tarma"]


def test_spellings_of_one_name_are_one() -> None:
    found = variants(
        {"a": words("He met Gaddafi in Kelbajar", KNOWN), "b": words("He met Gadhafi in Kalbajar", KNOWN)},
        KNOWN.prior.keys(),
    )
    assert found == {"gadhafi": ("gaddafi",), "kelbajar": ("kalbajar",)}


def test_two_spellings_in_one_article_are_two_names_and_so_are_other_endings() -> None:
    both = {"a": words("He met Marsen and Morsen", KNOWN), "b": words("He met Morsen", KNOWN)}
    assert variants(both, KNOWN.prior.keys()) == {}
    assert variants({"a": words("He met Danila", KNOWN), "b": words("He met Danilo", KNOWN)}, KNOWN.prior.keys()) == {}


def test_first_letters_stand_for_the_name_written_in_full() -> None:
    texts = ("He asked the Federal Emergency Management Agency in Peru.", "FEMA said no.")
    assert initials(texts, KNOWN) == {"fema": ("feder", "emergenc", "manag", "agenc")}


def test_two_spellings_of_a_long_name_are_one() -> None:
    texts = ("The World Rowing Organisation met.", "The World Rowing Organization met.", "WRO said no.")
    assert initials(texts, KNOWN) == {"wro": ("world", "row", "organiz")}


def test_first_letters_that_could_be_two_names_stand_for_neither() -> None:
    texts = ("The Oria Goat Club and the Old Garden Committee spoke.", "OGC said no.")
    assert initials(texts, KNOWN) == {}


def test_a_president_may_stand_for_the_country() -> None:
    assert roles([words("It was Peruvian President Ana Tarma", KNOWN)], KNOWN)["tarma"] == {"peru": 0.7}


def test_groups_come_together_by_their_mean_so_that_likeness_does_not_chain() -> None:
    chain = {(0, 1): 0.5, (1, 2): 0.4}
    assert cluster(chain, rules(3), 0.25) == [[0, 1], [2]]
    assert cluster({**chain, (0, 2): 0.2}, rules(3), 0.25) == [[0, 1, 2]]


def test_a_bar_between_any_two_keeps_their_groups_apart() -> None:
    alike = {(0, 1): 0.5, (1, 2): 0.4, (0, 2): 0.4}
    assert cluster(alike, rules(3, {(0, 2)}), 0.25) == [[0, 1], [2]]


def test_what_one_source_says_twice_does_not_lower_the_mean() -> None:
    assert cluster({(0, 2): 0.3, (1, 2): 0.3}, rules(3, homes="aab"), 0.25) == [[0, 1, 2]]


def test_two_denials_are_more_alike_than_a_denial_and_what_it_denies() -> None:
    told = [read_text(text, slug=slug) for slug, text in (
        ("a", "The accord does not say who will repair the lighthouse."),
        ("b", "The deal does not settle who pays for the lighthouse."),
        ("c", "The deal settles who pays for the lighthouse."),
    )]  # fmt: skip
    claims = [claim for article in told for claim in extract(article)]
    aligner = Aligner(told, claims, Pins(), stories=[["a", "b", "c"]])
    place = {claim.source: number for number, claim in enumerate(claims)}
    assert aligner.score(place["a"], place["b"]) > aligner.score(place["a"], place["c"]) > 0


def test_what_may_be_carried_is_not_what_was_carried() -> None:
    told = told_of(
        "The ferry Arden was carrying 241 passengers", "The ferry Arden was licensed for 180 passengers", "person"
    )
    assert any("what was set or allowed" in line for line in told), told


def test_what_a_thing_is_built_for_is_not_what_it_bore() -> None:
    told = told_of(
        "The roof was calculated for a snow depth of 60 centimetres",
        "Snow on the roof had reached a depth of 40 centimetres",
        "cm",
    )
    assert any("what was set or allowed" in line for line in told), told


def test_whom_or_for_how_much_it_was_built_is_no_limit() -> None:
    for one, other, unit in (
        (
            "The company built homes for 40 families in Arden",
            "The company opened homes for 45 families in Arden",
            "family",
        ),
        ("The firm designed the hall in Arden for 3 million euros", "The hall in Arden cost 4 million euros", "EUR"),
    ):
        told = told_of(one, other, unit)
        assert not any("what was set or allowed" in line for line in told), told


def test_the_make_of_what_is_counted_is_nobody() -> None:
    texts = {"a": "The commandos seized seven AK-47 rifles.", "b": "The yard sold 12 AK 47 rifles."}
    told = [read_text(text, slug=slug) for slug, text in texts.items()]
    claims = [claim for article in told for claim in extract(article)]
    assert [reading.names for reading in Aligner(told, claims, Pins()).readings] == [(), ()]


def test_one_source_alone_never_joins_two_topics() -> None:
    groups = [[0, 1], [2, 3], [4]]
    same = {(0, 2): 0.9, (2, 4): 0.8}
    assert repeats(groups, same, rules(5, homes="abaca"), 0.5) == [[0, 1], [2, 3, 4]]


def told_of(one: str, other: str, unit: str = "", pins: Pins | None = None) -> tuple[str, ...]:
    """What is told of how two claims came together or not."""
    left, right = source("left", one), source("right", other)
    claims = (claim(left, one, 1, unit), claim(right, other, 2, unit))
    groups = [topic.claims for topic in topics((left, right), claims, pins)]
    whole = next((group for group in groups if len(group) > 1), ())
    both = tuple([c.id, *(name for name in whole if name != c.id)] for c in claims)
    return explain((left, right), claims, (both[0], both[1]), Settings(join=0.22), pins or Pins())


def test_the_steps_end_at_the_likeness_that_was_used() -> None:
    told = told_of("The crash killed 40 riders", "The crash killed 12 riders", "person")
    assert any(step.endswith("both count the same thing, and the same became of it") for step in told)
    assert any(step.endswith("reaches the bar of 0.22") for step in told)
    assert told[-2:] == ("against: nothing", "topic: the same, with 2 claims")


def test_every_reason_against_is_told() -> None:
    told = told_of("The crash killed 40 riders", "The crash injured 40 riders", "person")
    assert "against: one tells of dead, the other of hurt" in told
    assert "against: nothing" not in told


@pytest.mark.parametrize(
    ("one", "other", "unit", "against"),
    [
        ("With 96 percent of the polling stations counted she led", "Venn has 58 percent of the vote", "percent", True),
        ("With 96 percent of all postal votes tallied Venn led", "Venn has 58 percent of all votes", "percent", True),
        ("With 96 percent of precincts reporting Venn led", "Venn has 58 percent of the vote", "percent", True),
        ("With 96 percent of votes processed Venn led", "Venn has 58 percent of the vote", "percent", True),
        ("Venn led with 96 percent of precincts in", "Venn has 58 percent of the vote", "percent", True),
        ("Venn led with 96 percent of precincts in Oste", "Venn has 58 percent of the vote", "percent", False),
        ("With 96 percent of the votes counted Venn led", "With 58 percent of the votes counted Venn led", "percent",
         False),
        ("With 96 percent of the votes Venn led", "Venn has 58 percent of the vote", "percent", False),
        ("With 68 percent of precincts in, she led", "Venn has 58 percent of the vote", "percent", True),
        ("With 96 of the polling stations counted Venn led", "Venn has 58 of the stations", "station", False),
    ],
)  # fmt: skip
def test_what_is_counted_so_far_is_no_share_of_the_vote(one: str, other: str, unit: str, *, against: bool) -> None:
    for told in (told_of(one, other, unit), told_of(other, one, unit)):
        assert ("against: one says how much is counted so far" in told) is against


def test_a_reviewers_word_is_told_as_the_reason() -> None:
    one, other = "The crash killed 40 riders", "The crash killed 12 riders"
    pins = Pins(apart=frozenset({("left.000001", "right.000002")}))
    assert "against: a reviewer kept them apart" in told_of(one, other, "person", pins)


def test_claims_that_read_alike_are_weighed_once_and_no_pair_comes_out_otherwise() -> None:
    """Whatever bears on the likeness of two claims is part of their `sense`: reprints with other figures show it."""
    told = [read(path.read_bytes(), path.name) for path in sorted(CASES.glob("[e-m]*/sources/*.md"))]
    again = [replace(article, slug=f"{article.slug}-2") for article in told[::2]]
    sources: list[Source] = [*told, *again]
    claims = [claim for article in sources for claim in extract(article)]
    aligner = Aligner(sources, claims, Pins(), stories=[[article.slug for article in sources]])
    assert len({reading.sense for reading in aligner.readings}) < len(claims) - 20
    for pair, score in (aligner.across | aligner.within).items():
        found = aligner.matches(*pair)
        alike = sum(match.part for match in found)
        for part in aligner.parts(*pair, found):
            alike = alike * part.times + part.plus
        assert score == round(alike, 9), pair


def test_no_pair_of_one_article_that_says_the_same_twice_is_passed_over() -> None:
    found = 0
    for case in sorted(CASES.glob("[e-m]*")):
        sources = [read(path.read_bytes(), path.name) for path in sorted(case.glob("sources/*.md"))]
        claims = [claim for article in sources for claim in extract(article)]
        aligner = Aligner(sources, claims, Pins(), stories=[[article.slug for article in sources]])
        own = [(a, b) for a, b in combinations(range(len(claims)), 2) if claims[a].source == claims[b].source]
        twice = {pair for pair in own if aligner.score(*pair) >= REPEATED}
        assert twice <= aligner.within.keys()
        found += len(twice)
    assert found


def test_an_article_as_long_as_a_book_is_held_against_its_title_and_what_stands_near() -> None:
    sank, between = "A ferry with 80 pupils sank.", "".join(f" Then {number} boats left." for number in range(REACH))
    told = f"{sank} {sank}{between} The dam in Oste killed 20 miners. {sank}"
    book = read_text(f"Dam in Oste kills 20 miners\n\n{told}", slug="a")
    claims = extract(book)
    library = read_claims([book], claims, KNOWN, [["a"]])
    found = {(first, second) for first, second, _ in repetitions(library.readings, library.weigher)}
    told_in = [number for number, claim in enumerate(claims) if "20 miners" in claim.quote]
    sinks = [number for number, claim in enumerate(claims) if "80 pupils" in claim.quote]
    assert len(told_in) == 2
    assert len(sinks) == 3
    assert tuple(told_in) in found
    assert (sinks[0], sinks[1]) in found
    assert (sinks[0], sinks[2]) not in found
