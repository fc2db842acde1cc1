"""Comparing as a whole: what a fact-checker is told of a topic, and what is never said."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile import lexicon
from reconcile.compare import Articles, compare, derive, origins
from reconcile.compare.subject import Subject
from reconcile.compare.times import governing
from reconcile.model import Finding, Member, Outcome, Source, Topic
from relation_cases import CLAIM, claims, compared, examples

LINES = sorted({line for example in examples() if CLAIM.fullmatch(example.lines[0]) for line in example.lines})


def between(found: tuple[Finding, ...], left: int, right: int) -> Finding:
    ends = [f"{number:06x}" for number in (left, right)]
    return next(f for f in found if f.right and [f.left[-6:], f.right[-6:]] == ends)


def test_a_difference_names_both_figures_the_tolerance_and_what_would_settle_it() -> None:
    _, found = compared((
        "ledger 2020-12-01: [Up to 900] islanders fled the storm = <= 900 person (islanders)",
        "review 2020-11-17: [Between 750 and 900] islanders fled the storm = 750..900 person (islanders)",
    ))  # fmt: skip
    (only,) = found
    assert (only.relation, only.outcome) == ("shared_bound", Outcome.DIFFERS)
    for word in ("Ledger", "Review", "“Up to 900”", "“Between 750 and 900”", "To settle it"):
        assert word in only.because


def test_a_year_that_was_assumed_is_said() -> None:
    _, found = compared((
        "a: The bridge at Arden fell [on Nov. 25] = XXXX-11-25",
        "b: The bridge at Arden fell [on November 25] = 2020-11-25",
    ))  # fmt: skip
    assert found[0].outcome is Outcome.AGREE
    assert "the year is not given in both" in found[0].because


def test_what_one_source_alone_says_is_listed_once() -> None:
    made, found = compared(("a: Holt runs the ferry", "a: Holt owns the ferry"))
    (only,) = found
    assert (only.outcome, only.left, only.right, only.others) == (
        Outcome.SINGLE_SOURCE, made[0].id, None, (made[1].id,),
    )  # fmt: skip


def test_a_title_that_no_figure_of_the_body_bears_out_is_a_contradiction_in_one_article() -> None:
    _, found = compared((
        "a 2024-03-04: [Nine] dead in the mine at Arden = 9 person (dead) {headline}",
        "a 2024-03-04: The mayor said that [seven] people died in the mine at Arden = 7 person (people)",
    ))  # fmt: skip
    assert [f.outcome for f in found if f.right] == [Outcome.CONFLICTS]


def test_an_article_that_gives_two_figures_in_its_body_does_not_contradict_itself() -> None:
    _, found = compared((
        "a 2024-03-04: [Nine] people died in the mine at Arden = 9 person (people)",
        "a 2024-03-04: [Seven] people died in the mine at Arden by noon = 7 person (people)",
    ))  # fmt: skip
    assert not [f for f in found if f.right]


def test_agreement_of_one_origin_says_so() -> None:
    made, sources = claims((
        "a: [Nine] people died in the mine = 9 person (people)",
        "b: [Nine] people died in the mine = 9 person (people)",
    ))  # fmt: skip
    agency = {slug: Source(slug, s.text, s.blocks, agency="Wire") for slug, s in sources.items()}
    topic = Topic("t", "t", tuple(Member(c.id, "") for c in made))
    shared = origins(tuple(agency.values()))
    (only,) = compare(topic, Articles(agency, {c.id: c for c in made}), shared)
    assert "both go back to Wire, so they count once" in only.because


def test_arithmetic_reaches_over_topics_and_stays_where_both_sides_are() -> None:
    made, sources = claims((
        "a: [60%] of the population fled the coast = ~ 60 percent (of the population)",
        "b: [Between 75,000 and 90,000] people fled the coast = 75000..90000 person (people)",
        "b: The coast had [150,000] inhabitants = 150000 person (inhabitants)",
    ))  # fmt: skip
    by_id = {c.id: c for c in made}
    share, part, whole = sorted(by_id, key=lambda name: name[-6:])
    topics = (Topic("t", "t", (Member(share, ""), Member(part, ""))), Topic("u", "u", (Member(whole, ""),)))
    (only,) = derive(topics, Articles(sources, by_id))
    assert (only.topic, only.left, only.right, only.others) == ("t", share, part, (whole,))
    assert (only.relation, only.outcome) == ("share_count", Outcome.COMPATIBLE)
    assert "60% of 150,000 = 90,000" in only.because


def test_a_large_topic_stays_bounded() -> None:
    """Twenty outlets with thirty claims each: each reading of an outlet is compared once with each of another."""
    lines = tuple(
        f"s{n}: [{k + 2}] people died in the mine = {k + 2} person (people)" for n in range(20) for k in range(30)
    )
    _, found = compared(lines)
    assert 190 <= len(found) <= 8000


def test_in_a_crowd_one_source_speaks_for_those_that_say_the_same() -> None:
    lines = tuple(f"s{n:03}: [{5 + n % 3}] people died in the mine = {5 + n % 3} person (people)" for n in range(150))
    _, found = compared(lines)
    assert sorted((f.left[:4], f.right and f.right[:4]) for f in found) == [
        ("s000", "s001"), ("s000", "s002"), ("s001", "s002"),
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["1", "and ", ", ", "A", "A ", "Arden, ", "“", "in Arden ", "not "])
def test_hostile_text_is_read_in_linear_time(word: str) -> None:
    """A claim of a megabyte neither hangs nor raises."""
    flood = word * (300_000 // len(word))
    found = compared((f"a: {flood} [9] people died = 9 person (people)", "b: [9] people died = 9 person (people)"))
    assert found


def test_a_long_way_to_a_claim_is_read_in_linear_time() -> None:
    """What joins a clause to the deed before it is looked for once, not from each letter of the sentence."""
    (claim, _), _ = compared(("a: [9] people died = 9 person (people)", "b: [9] people died = 9 person (people)"))
    flood = "the dam burst " * 20_000
    assert governing(claim, f"{flood}and {claim.quote}", befell=True) == f"{flood}and  {claim.quote}"
    assert governing(claim, f"In rain, {flood}and {claim.quote}", befell=True).startswith(f"In rain,  {flood}")


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=7))
def test_whatever_the_claims_findings_are_sound(lines: list[str]) -> None:
    """Nothing raises, ids are unique, sides are of the topic, every finding says why in one sentence and how."""
    made, found = compared(tuple(lines))
    names = {claim.id for claim in made}
    assert len({f.id for f in found}) == len(found)
    for f in found:
        assert {f.left, *f.others, *([f.right] if f.right else [])} <= names
        assert f.left != f.right
        assert len(f.because) > 20
        assert re.search(r"[.”]$", f.because)
        assert f.steps


SCOPE = lexicon.entries("scope")


@pytest.mark.parametrize("row", SCOPE["groups"], ids=lambda row: row["name"])
def test_every_group_of_people_narrows_its_example(row: dict[str, str]) -> None:
    number, noun = row["example"].split()[:2]
    made, sources = claims((f"a: [{number}] {row['example'].removeprefix(number + ' ')} = 3 person ({noun})",))
    assert Subject(made[0], sources["a"]).groups == {row["name"]}


@pytest.mark.parametrize("row", SCOPE["marks"], ids=lambda row: row["name"])
def test_every_mark_is_read_in_its_example(row: dict[str, str]) -> None:
    words = re.sub(r"\b(Four|seven|three)\b", r"[\1]", row["example"])
    made, sources = claims((f"a: {words} = 3 district",))
    assert row["name"] in Subject(made[0], sources["a"]).marks


def test_more_than_marks_no_part() -> None:
    made, sources = claims(("a: [More than 3,000] residents were moved = > 3000 person (residents)",))
    assert Subject(made[0], sources["a"]).marks == frozenset()


def test_a_few_and_a_crowd_of_whom_nothing_became_are_not_set_against_each_other() -> None:
    _, found = compared((
        "a 2024-03-04: The shaft was sealed with [five] men inside = 5 person (men)",
        "b 2024-03-04: [23] men were inside the shaft = 23 person (men)",
    ))  # fmt: skip
    assert [f.outcome for f in found if f.right] == [Outcome.NOT_COMPARABLE]


@pytest.mark.parametrize("lines", [
    # two of another kind, told by another outlet
    ("a: [Two] other buildings burned in Arden = 2 building (other buildings)",
     "b: [Five] cars burned in Arden = 5 car (cars)", "c: [Three] shops burned in Arden = 3 shop (shops)"),
    # the missing are no dead
    ("a: Divers found [27] more bodies on the ferry = 27 person (more bodies)",
     "b: Another [55] people of the ferry are missing = 55 person (people)",
     "a: [28] people of the ferry are missing = 28 person (people)"),
])  # fmt: skip
def test_numbers_that_happen_to_add_up_are_no_parts(lines: tuple[str, ...]) -> None:
    assert "sum" not in {finding.relation for finding in compared(lines)[1]}


def test_a_life_told_by_many_ages_contradicts_no_birth() -> None:
    lines = (
        "a 2024-03-04: Mara Holt, aged [44], runs the ferry = 44 year of age",
        "b 2024-03-04: Mara Holt was born in Arden [in 1990] = 1990",
        "a 2024-03-04: Mara Holt, aged [17], left Arden = 17 year of age",
    )
    assert "age_off" not in {finding.relation for finding in compared(lines)[1]}
