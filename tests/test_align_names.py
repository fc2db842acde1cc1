"""Two events of one kind are told in the same words; whom and where they name keeps their claims apart."""

import pytest

from reconcile.align.naming import lightened
from reconcile.pipeline import read_text, reconcile


def in_one_topic(one: str, other: str) -> bool:
    """Whether two articles of a sentence each share a topic."""
    sources = [read_text(one, slug="one"), read_text(other, slug="other")]
    dossier = reconcile(sources)
    homes = {claim.id: claim.source for claim in dossier.claims}
    return any(len({homes[claim] for claim in topic.claims}) == 2 for topic in dossier.topics)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Oria Rovers striker Pavel Morsen was arrested on suspicion of theft.",
            "Police in Oria arrested the keeper Luis Brandt, who is accused of theft.",
        ),
        (
            "A night watchman was shot outside a bakery in Port Oria.",
            "A gunman shot a night watchman near a school in Tarma.",
        ),
    ],
    ids=["two full names", "two places"],
)
def test_other_names_and_places_keep_two_events_of_one_kind_apart(one: str, other: str) -> None:
    assert not in_one_topic(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Oria Rovers striker Pavel Morsen was arrested on suspicion of theft.",
            "Morsen, a striker of Oria Rovers, was arrested and accused of theft.",
        ),
        (
            "A night watchman was shot outside a bakery in Port Oria.",
            "A gunman shot a night watchman near a bakery in Oria.",
        ),
        (
            "A night watchman was shot outside a bakery in Peru.",
            "A gunman shot a night watchman near a bakery in Tarma.",
        ),
        (
            "A night watchman was shot outside a bakery in Port Oria.",
            "A gunman shot a night watchman near a bakery.",
        ),
    ],
    ids=["a short name", "a short place", "a country and a town", "a place that one leaves out"],
)
def test_a_shorter_name_or_none_does_not(one: str, other: str) -> None:
    assert in_one_topic(one, other)


def test_one_measure_of_a_story_is_one_topic_wherever_it_stands_in_the_sentence() -> None:
    assert in_one_topic(
        "A magnitude 5.9 tremor shook the coast early on Sunday.",
        "The coast was rattled by a powerful earthquake of magnitude 6.1, the survey said.",
    )


def test_two_who_measure_differently_in_one_sentence_measure_one_quake() -> None:
    two = "The centre in Arden put its magnitude at 5.9, but the Tarma Survey said it was a magnitude 6.1 quake."
    other = "A magnitude 6.1 quake shook the coast on Sunday."
    assert two_figures_in_one_topic(two, other)
    assert not two_figures_in_one_topic("A magnitude 5.9 quake was followed by a magnitude 4.1 quake.", other)


def two_figures_in_one_topic(one: str, other: str) -> bool:
    dossier = reconcile([read_text(one, slug="one"), read_text(other, slug="other")])
    own = {claim.id for claim in dossier.claims if claim.figure and claim.source == "one"}
    assert len(own) == 2
    return any(own <= set(topic.claims) for topic in dossier.topics)


def test_a_sum_in_two_currencies_is_one_sum() -> None:
    one = "Robbers stole jewels worth 85 million euros ($108 million) from a shop in Tarma."
    other = "Robbers took jewels worth $102 million from the Tarma shop."
    dossier = reconcile([read_text(one, slug="one"), read_text(other, slug="other")])
    sums = {claim.id for claim in dossier.claims if claim.figure and claim.figure.kind == "money"}
    assert len(sums) == 3
    assert any(sums <= set(topic.claims) for topic in dossier.topics)


def test_people_named_by_what_they_do_are_no_name_at_the_beginning_of_a_sentence() -> None:
    assert in_one_topic(
        "Divers searched the lake on Monday for at least 40 passengers who are missing.",
        "Indonesian rescuers searched the lake on Monday for 31 passengers who are missing.",
    )


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (
            "Kestrel, which met Marlow in the spring, sold the striker for 48 million crowns on Monday.",
            "Marlow sold the striker for 44 million crowns.",
            True,
        ),
        (
            "Kestrel, which met Harrow in the spring, sold the striker for 48 million crowns on Monday.",
            "Marlow sold the striker for 44 million crowns.",
            False,
        ),
        (
            "A day after Ana Tarma died, Luis Brandt slipped and fell 60 metres from the ridge.",
            "Ana Tarma slipped and fell 200 metres from the ridge.",
            False,
        ),
    ],
)
def test_whom_the_other_sentence_names_may_be_told_of_there(one: str, other: str, *, joined: bool) -> None:
    assert two_in_one_topic(one, other) is joined


def two_in_one_topic(one: str, other: str) -> bool:
    """Whether the last figures of two articles share a topic."""
    dossier = reconcile([read_text(one, slug="one"), read_text(other, slug="other")])
    ends = {claim.source: claim.id for claim in dossier.claims if claim.figure}
    return any(set(ends.values()) <= set(topic.claims) for topic in dossier.topics)


def test_names_alone_join_only_what_says_nothing_else() -> None:
    told = "The singer Ana Tarma has been married to Luis Brandt of Port Oria for years."
    assert in_one_topic(told, "Ana Tarma and Luis Brandt")
    assert not in_one_topic(told, "Ana Tarma beat Luis Brandt at chess, a newspaper reported.")


def test_beside_names_two_statements_must_share_more_than_a_common_word() -> None:
    ours = "Ana Tarma joined the board of Holt Mills last spring, ending months of doubt about the owner."
    assert not in_one_topic(ours, "Ana Tarma said that Holt Mills owes the board of the port a debt for the pier.")
    assert in_one_topic(ours, "Ana Tarma joined Holt Mills as a director, and doubt about the owner ended.")


def test_what_a_law_allows_for_some_years_is_done_for_some_years() -> None:
    law = "Kerb wine of bars is authorised for three years."
    dossier = reconcile([
        read_text(law, slug="one"),
        read_text("Bars can sell kerb wine for the next two years.", slug="other"),
    ])  # fmt: skip
    times = {claim.id for claim in dossier.claims if claim.figure and claim.figure.kind == "time"}
    assert len(times) == 2
    assert any(times <= set(topic.claims) for topic in dossier.topics)


def test_a_long_name_weighs_more_than_a_word_and_less_than_its_words() -> None:
    light = lightened([frozenset({"oria"}), frozenset({"central", "bank", "port", "oria"})])
    of_the_bank = sum(light[stem] ** 2 for stem in ("central", "bank", "port", "oria"))
    assert 1 < of_the_bank < 4
    assert light["oria"] == light["bank"]  # the word of two names counts as in the longer


def test_a_name_of_one_word_weighs_what_any_word_does() -> None:
    assert lightened([frozenset({"oria"})]) == {"oria": 1.0}
