"""Claims about the same thing come into one topic; claims that only look alike do not."""

import itertools
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligning import claim, joined, source, standing, together, topics, wordings
from reconcile.align.topics import LABEL, Bond, Group, label
from reconcile.model import Claim, Pins, Source, Topic
from reconcile.pipeline import read, reconcile


def story() -> tuple[tuple[Source, ...], tuple[Claim, ...]]:
    """Three outlets on one dam break: tolls, people who left, a day."""
    north = source(
        "north",
        "At least 12 people were killed when the Oria dam broke.",
        "Some 4,000 villagers fled the Oria valley.",
        "The goat market of Tarma closes on Tuesday.",
        "The mayor promised an inquiry into the dam.",
    )
    south = source(
        "south",
        "The Oria dam break killed 15 people.",
        "About 300 villagers have returned to the Oria valley.",
        "The dam was built by a Norwegian firm.",
        "An inquiry into the dam was promised by the mayor.",
    )
    wire = source(
        "wire", "The death toll of the Oria dam break rose to 19 people.", "5,200 villagers fled the valley of Oria."
    )
    units = {
        "north": ["person", "person", "date", ""],
        "south": ["person", "person", "", ""],
        "wire": ["person", "person"],
    }
    sources = (north, south, wire)
    claims = tuple(
        claim(s, text, n, unit)
        for s in sources
        for n, (text, unit) in enumerate(zip(s.text.splitlines(), units[s.slug], strict=True))
    )
    return sources, claims


def as_sets(found: tuple[Topic, ...]) -> set[tuple[str, str, frozenset[str]]]:
    return {(topic.id, topic.label, frozenset(topic.claims)) for topic in found}


def test_the_same_thing_said_by_three_outlets_is_one_topic_whatever_the_figures() -> None:
    found = topics(*story())
    assert joined(found, "north.000000", "south.000000", "wire.000000")
    assert joined(found, "north.000001", "wire.000001")
    assert joined(found, "north.000003", "south.000003")


def test_who_fled_and_who_returned_are_two_topics() -> None:
    assert not joined(topics(*story()), "north.000001", "south.000001")


def test_a_figure_or_a_date_that_stands_alone_has_its_topic() -> None:
    found = topics(*story())
    assert any(topic.claims == ("north.000002",) for topic in found)


def test_of_the_statements_of_one_source_alone_its_first_have_topics() -> None:
    said = ["Bakers sang", "Goats ate the roses", "Nurses painted a wall", "A choir left Oria", "Owls nest in the mill"]
    sources, claims = wordings(north=said, south=["The senate adjourned"])
    alone = [topic.claims for topic in topics(sources, claims)]
    assert alone == [("north.000000",), ("north.000001",), ("north.000002",), ("south.000000",)]


def test_no_claim_is_in_two_topics_and_no_two_topics_share_an_id() -> None:
    found = topics(*story())
    placed = [c for topic in found for c in topic.claims]
    assert len(placed) == len(set(placed))
    assert len({topic.id for topic in found}) == len(found)


def test_the_order_of_the_sources_does_not_matter() -> None:
    sources, claims = story()
    expected = as_sets(topics(sources, claims))
    for order in itertools.permutations(sources):
        moved = sorted(claims, key=lambda c: [s.slug for s in order].index(c.source))
        assert as_sets(topics(order, moved)) == expected


def test_every_membership_says_why_in_words_of_the_claims() -> None:
    sources, claims = story()
    reasons = {m.claim: m.because for topic in topics(sources, claims) for m in topic.members}
    assert "'Oria'" in reasons["north.000000"]
    assert "stands for" in reasons["wire.000000"]
    assert "'villagers'" in reasons["wire.000001"]
    assert "stands alone" in reasons["north.000002"]


def test_a_label_that_is_cut_keeps_the_words_that_tell_it_from_another() -> None:
    fire = "A fire at the Ottery paint works on the eastern edge of Lower Marle killed"
    told = (f"{fire} at least four people and injured 27 on Tuesday night.", f"{fire} six people and injured 31.")
    sources = [read(text.encode(), f"{name}.txt") for name, text in zip("ab", told, strict=True)]
    labels = {topic.label for topic in reconcile(sources).topics}
    assert any(label.endswith("… killed people") for label in labels)
    assert any(label.endswith("… injured people") for label in labels)
    assert all(len(label) <= LABEL for label in labels)


@pytest.mark.parametrize(
    ("told", "label"),
    [
        ("The council of Ottery voted on Monday to build a railway line from the old harbour to the university.",
         "council of Ottery voted to build … to the university"),
        ("The council of Ottery agreed on Monday to sign a contract with the builder of the new bridge Tarn & Sons.",
         "council of Ottery agreed to sign a contract … Tarn & Sons"),
    ],
)  # fmt: skip
def test_a_label_is_cut_at_no_small_word(told: str, label: str) -> None:
    assert label in {topic.label for topic in reconcile([read(told.encode(), "a.txt")]).topics}


def test_a_label_says_no_word_twice() -> None:
    [shift] = (t for t in reconcile([read(b"The plant had 340 people, of whom 62 were on strike.", "a.txt")]).topics
               if "strike" in t.label)  # fmt: skip
    assert shift.label == "people were on strike"


def test_a_label_that_need_not_be_cut_is_taken_of_claims_as_much_alike() -> None:
    told = (
        "Watering gardens, lawns and public pools in the valley is banned until 3 May 2024 by order of the council.",
        "Watering is banned until 3 May 2024.",
        "Watering is banned until 9 May 2024.",
    )
    sources = [read(text.encode(), f"{name}.txt") for name, text in zip("abc", told, strict=True)]
    assert [topic.label for topic in reconcile(sources).topics] == ["Watering is banned"]


def test_a_label_that_says_not_what_it_is_about_is_taken_of_any_other_claim() -> None:
    told = ("Some 88 are from Oria.", "Of them 88 are from Oria and belong to a firm.", "Oria owns 88 satellites.")
    _, known, _ = standing(told, {})
    poor, same, plain = known.readings
    bonds = {
        poor.claim.id: Bond(poor, 0.9, ()),
        same.claim.id: Bond(poor, 0.9, ()),
        plain.claim.id: Bond(same, 0.1, ()),
    }
    assert label(Group((poor, same), bonds)).startswith("are from Oria")
    assert label(Group((poor, same, plain), bonds)) == "Oria owns satellites"


def test_an_id_is_made_of_the_words_of_the_label() -> None:
    found = topics(*story())
    for topic in found:
        assert all(word in topic.label.lower() for word in topic.id.split("-") if not word.isdigit())


def test_the_same_deed_done_to_another_is_another_claim() -> None:
    assert not together("Oria was ceded on that day", "Tarma was ceded on that day", unit="date")


def test_two_of_one_family_are_two_people_and_a_full_name_is_its_short_form() -> None:
    assert not together("Ana Tarma was 23 when she died", "Luis Tarma was 20 when he died", unit="year of age")
    assert together("Ana Tarma was 23 when she died", "Tarma was 20 when she died", unit="year of age")


def clauses(article: Source, *parts: str) -> tuple[Claim, ...]:
    """Claims of one sentence, each of a part of it."""
    whole = claim(article, article.text, 0)
    return tuple(replace(whole, id=f"{article.slug}.{n:06x}", quote=part, about=part) for n, part in enumerate(parts))


def test_the_clauses_of_one_sentence_are_two_things() -> None:
    closed, stayed = "the governor closed the border bridge", "lorries stayed away from the border bridge"
    left = source("left", f"{closed} and {stayed}")
    right = source("right", f"{stayed} after {closed}")
    found = topics((left, right), (*clauses(left, closed, stayed), *clauses(right, stayed, closed)))
    assert {frozenset(topic.claims) for topic in found} == {
        frozenset({"left.000000", "right.000001"}),
        frozenset({"left.000001", "right.000000"}),
    }


def test_a_reviewer_holds_against_every_rule() -> None:
    sources, claims = story()
    pins = Pins(
        topic_of={"north.000002": "the-day", "south.000002": "the-day", "north.000000": "toll"},
        fixed=frozenset({"north.000002", "south.000002", "north.000000"}),
        apart=frozenset({("north.000001", "wire.000001")}),
        labels={"the-day": "The day and the builder"},
    )
    found = topics(sources, claims, pins)
    day = next(topic for topic in found if topic.id == "the-day")
    assert set(day.claims) == {"north.000002", "south.000002"}
    assert day.label == "The day and the builder"
    assert {m.because for m in day.members} == {"pinned here by a reviewer"}
    assert not joined(found, "north.000001", "wire.000001")
    toll = next(topic for topic in found if topic.id == "toll")
    assert "south.000000" in toll.claims


def test_a_threshold_of_one_joins_nothing_and_of_a_hundredth_keeps_the_vetoes() -> None:
    sources, claims = story()
    assert not joined(topics(sources, claims, join=1.2), "north.000000", "south.000000")
    assert not joined(topics(sources, claims, join=0.01), "north.000001", "south.000001")


TEXT = st.text(st.sampled_from("ab AB.,-'’é北1٣\n\u202e\0$%"), max_size=60)


@given(st.lists(TEXT, max_size=5), st.lists(TEXT, max_size=5))
@settings(max_examples=60)
def test_no_text_breaks_it(left: list[str], right: list[str]) -> None:
    sources, claims = wordings(left=left, right=right)
    found = topics(sources, claims)
    known = {c.id for c in claims}
    assert all(set(topic.claims) <= known and topic.label and topic.id for topic in found)


@pytest.mark.parametrize(
    "hostile", ["1" * 1_000_000, "and " * 250_000, "," * 1_000_000, "A" * 1_000_000, "U.S." * 250_000]
)
def test_a_megabyte_of_nonsense_is_read_in_proportion(hostile: str) -> None:
    began = time.process_time()
    topics(*wordings(left=[hostile], right=["Oria was ceded"]))
    assert time.process_time() - began < 5


def _labels(*texts: str) -> set[str]:
    sources = [read(text.encode(), f"{slug}.txt") for slug, text in zip("ab", texts, strict=False)]
    return {topic.label for topic in reconcile(sources).topics}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The repairs will cost 40 million euros.", "repairs will cost …"),
        ("The ticket is 4 euros.", "ticket is …"),
        ("The company lost 40 million euros.", "company lost …"),
        ("A driver aged 34 was held.", "driver aged … was held"),
        ("Fever was reported in 12% of them.", "Fever was reported in … of them"),
        ("The mill employs 120 people.", "mill employs people"),
    ],
)
def test_a_label_shows_where_a_sum_or_a_measure_was_taken_out_of_it(text: str, label: str) -> None:
    assert _labels(text) == {label}


def test_a_label_tells_what_it_is_about_where_a_claim_as_much_alike_does() -> None:
    texts = ("It killed 12 miners in the shaft at Oste.", "The blast killed 14 miners in the shaft at Oste.")
    assert _labels(*texts) == {"blast killed miners in the shaft at Oste"}
