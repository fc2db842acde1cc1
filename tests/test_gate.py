"""What keeps two claims of one topic apart, on whole articles: parts of more, other counts, who and what is told of."""

from dataclasses import replace
from datetime import date

import pytest

from gating import APART, dossier, outcome
from reconcile.compare.forms import FORMS, forms
from reconcile.compare.subject import Subject
from reconcile.model import Outcome
from reconcile.pipeline import read, read_text, reconcile

SHOWN = [
    ("total", "a total of", "people died"),
    ("toll", "put the number of dead at", ""),
    ("fraction", "stayed 4 1/", "months"),
    ("stretch", "missed", "matches before coming back for three"),
    ("kin", "a couple and their", "sons"),
    ("own", "she looks after", "of her sister's children"),
    ("some", "cracks were found in", "of the bridge's pillars"),
    ("sum", "took 20 carries for", "yards"),
    ("daily", "it costs", "million crowns a year"),
    ("population", "home to", "people"),
    ("margin", "they were", "points down"),
    ("margin", "the Greens are up", "seats to 83"),
    ("margin", "Arden led by", "at the break"),
    ("stretch", "the shares are down", "since the spill"),
    ("offset", "Arden won", "rounds sooner than in the first match"),
    ("net", "the hammer fell at", ""),
    ("net", "", "before fees"),
    ("net", "", ", without the premiums and fees"),
    ("tellers", "", "survivor recalled a bang"),
    ("tellers", "", "officials familiar with the case said"),
    ("tellers", "", "guards told reporters"),
    ("tellers", "", "guards told Arden"),
    ("norm", "the clinic is short of", "nurses"),
    ("aboard", "", "passengers and crew were on board"),
    ("aboard", "", "people on the ferry"),
    ("aboard", "a bus carrying some", "people"),
    ("turnout", "turnout was", ""),
    ("sum", "they paid", "in combined settlements"),
    ("sum", "the combined fines came to", ""),
    ("part", "the bodies of", "victims were found inside the coach and two outside it"),
    ("turnout", "turnout in the vote on the new bridge of Arden was", ""),
    ("turnout", "", "of voters went to the polls"),
    ("turnout", "", "of voters cast a ballot"),
    ("part", "", "of whom were officers"),
    ("part", "", "people died on the spot, and more in hospital"),
    ("part", "", "people died at the scene."),
    ("part", "", "had died at the site of the crash, the police said; the rest died in hospital"),
    ("part", "At the scene itself", "people had been killed"),
    ("part", "", "died in hospital"),
    ("part", "", "people died later in the hospital"),
    ("part", "", "were killed instantly"),
    ("part", "", "were killed outright, one later"),
    ("part", "", "died immediately; one died later"),
    ("part", "", "armed men got out of each"),
    ("part", "", "armed men sat in each of the cars"),
    ("asked", "in a survey by the office", "backed the strike"),
    ("asked", "an opinion poll gave her", ""),
    ("asked", "", "polled backed it"),
    ("asked", "in a poll for this paper", "backed the strike"),
    ("asked", "", "of the parents asked"),
    ("asked", "", "said they would stay at home"),
    ("norm", "", "of the polling stations counted"),
    ("norm", "", "of all postal ballots processed"),
    ("norm", "", "of precincts in, she led"),
    ("norm", "it went at 100 mph in a", "zone"),
    ("left", "the firm is to cut its staff to", "people"),
    ("extreme", "the shares sank as low as", ""),
]
NOT_SHOWN = [
    ("the gauge collected", "millimetres in a week"),
    ("they scored", ""),
    ("", "people were said to be ill"),
    ("", "people had been said to be ill"),
    ("", "one was said to be ill"),
    ("", "guards told him"),
    ("", "people, the mayor said"),
    ("", "of the tired old men by it said"),
    ("it is shorter by", "nurses"),
    ("a bus carrying a sack of", "apples"),
    ("", "people on the quay"),
    ("", "people on a long and very cold day on the ferry"),
    ("", "of precincts in Oste"),
    ("in Sunday's poll he won", "of the vote"),
    ("", "said no"),
    ("", "people, each of them hurt"),
    ("", "people died on the spot where it fell"),
    ("", "people died at the site of the crash"),
    ("", "people died; five are in hospital"),
    ("", "of the ballots"),
    ("", "of voters, who turned out in rain"),
    ("turnout, they say. Venn won", ""),
    ("", "of themselves"),
    ("", "before the rise"),
    ("", "of the white and blue ballots counted"),
]


@pytest.mark.parametrize(("mark", "before", "after"), SHOWN)
def test_a_form_is_seen_in_its_words(mark: str, before: str, after: str) -> None:
    assert mark in {mark for kind in ("count", "share", "money", "speed") for mark in forms(before, after, kind)}
    assert {form.mark for form in FORMS} <= {mark for mark, *_ in SHOWN} | {"part"}


@pytest.mark.parametrize(("before", "after"), NOT_SHOWN)
def test_no_form_is_seen_where_there_is_none(before: str, after: str) -> None:
    assert {*forms(before, after, "count"), *forms(before, after, "share"), *forms(before, after, "money")} == set()


@pytest.mark.parametrize(
    ("before", "after"),
    [("", "guards told reporters"), ("the pier is short of", "the gate"), ("", "wide ferries on board")],
)
def test_who_tells_and_who_is_aboard_is_counted(before: str, after: str) -> None:
    assert set(forms(before, after, "count"))
    assert not set(forms(before, after, "length"))


def test_how_many_votes_are_counted_is_a_share() -> None:
    assert not set(forms("", "of the polling stations counted", "count"))


def test_some_of_more_told_before_are_not_set_against_others() -> None:
    found = dossier(
        "The guard was hit by seven bullets, three in the back.\n",
        "Two bullets struck the guard in the leg and the doctors took them out.\n",
    )
    assert outcome(found, "three", "Two")[1] is Outcome.NOT_COMPARABLE


@pytest.mark.parametrize(("ours", "theirs"), [("40 million", "60 million"), ("four million", "six million")])
def test_another_sum_in_millions_is_not_the_others_number(ours: str, theirs: str) -> None:
    found = dossier(
        f"The cabinet approved {ours} crowns in aid for Arden. A new bridge will cost 5 million crowns.\n",
        f"The cabinet approved {theirs} crowns in aid for Arden. The last flood cost 9 million crowns.\n",
    )
    assert outcome(found, ours, theirs)[1] in APART
    both = found.source["b"].text.replace("9 million", ours)
    found = dossier(found.source["a"].text, both)
    assert outcome(found, ours, theirs) == ("told_apart", Outcome.NOT_COMPARABLE)


@pytest.mark.parametrize(
    ("one", "other", "values", "said"),
    [
        pytest.param(
            "The flood at Arden killed nine people. Another 23 people are missing after the flood.\n",
            "After the flood at Arden 31 people are missing.\n",
            ("23", "31"),
            ("disjoint", Outcome.DIFFERS),
            id="another count of another fate is all of it",
        ),
        pytest.param(
            "The flood at Arden killed nine people on Monday. Another 23 people died after the flood.\n",
            "After the flood at Arden 31 people died.\n",
            ("23", "31"),
            ("different_scope", Outcome.NOT_COMPARABLE),
            id="another count of the same fate is a part",
        ),
        pytest.param(
            "The crate held seven K-9 rifles, a tent and three other rifles.\n",
            "Guards also recovered 12 K-9 guns, three rifles and a tent.\n",
            ("seven", "12"),
            ("disjoint", Outcome.DIFFERS),
            id="others of the noun make no part of what both count by its kind",
        ),
        pytest.param(
            "Police said that 18 people had been injured in the riots and 12 arrested.\n",
            "Police said that 12 people were injured in the riots.\n",
            ("18", "12"),
            ("disjoint", Outcome.DIFFERS),
            id="the number of other things in a sentence tells nothing apart",
        ),
        pytest.param(
            "The storm injured 18 people in the valley and 12 people on the coast.\n",
            "The storm injured 12 people.\n",
            ("18", "12"),
            ("told_apart", Outcome.NOT_COMPARABLE),
            id="another number of the same kind tells the two apart",
        ),
        pytest.param(
            "The quake levelled the town, killing ten people and wounding another 70 people.\n",
            "The quake in the town killed ten people and wounded 80 people.\n",
            ("70", "80"),
            ("disjoint", Outcome.DIFFERS),
            id="a further count of another kind is all of its kind",
        ),
    ],
)
def test_another_count_beside_a_figure_makes_it_a_part_only_where_both_count_the_same(
    one: str, other: str, values: tuple[str, str], said: tuple[str, Outcome]
) -> None:
    assert outcome(dossier(one, other), *values) == said


def test_nobody_hurt_and_two_hurt_on_one_day_contradict() -> None:
    told = ("Nobody was hurt in the blaze at the mill.", "Two workers were hurt in the blaze at the mill.")
    pages = [f"---\npublished: 2020-05-12\n---\n\n{text}\n" for text in told]
    found = reconcile([read(page.encode(), f"{slug}.md") for slug, page in zip("ab", pages, strict=True)])
    said = [(finding.relation, finding.outcome) for finding in found.findings if finding.right]
    assert said == [("polarity", Outcome.CONFLICTS)]


def test_two_currencies_are_named_as_what_does_not_convert() -> None:
    found = dossier("The deal is worth 22 billion euros to Arden.", "The deal is worth 28 billion dollars to Arden.")
    assert [finding.relation for finding in found.findings if "two currencies" in finding.because] == ["different_unit"]


def test_a_figure_that_is_denied_does_not_agree_with_the_same_figure() -> None:
    found = dossier("The army denied that 12 people died in Oma.", "Doctors said 12 people died in Oma.")
    [finding] = [f for f in found.findings if f.relation == "polarity"]
    assert finding.outcome is Outcome.DIFFERS  # each is according to somebody
    assert not [f for f in found.findings if f.outcome is Outcome.AGREE]


def test_two_counts_that_share_their_noun_alone_are_no_contradiction() -> None:
    cast, lost = (read_text(text, slug=slug) for slug, text in
                  (("a", "In Oma 5,423 ballots were cast."), ("b", "In Oma 3,112 ballots were lost.")))  # fmt: skip
    found = reconcile([replace(source, published=date(2024, 3, 5)) for source in (cast, lost)])
    assert Outcome.CONFLICTS not in {finding.outcome for finding in found.findings}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The driver was Pavel Oster, 43, of Arden.", "He is Pavel Oster, a 34-year-old joiner."),
        ("The driver was Pavel Oster, 43, of Arden.", "It was Pavel Oster, who was 34, and his brother."),
        ("Mina Crow, the 58-year-old head of the school, wept.", "Mina Crow, 53, wept at the school."),
    ],
)
def test_two_ages_of_one_person_are_set_against_each_other(one: str, other: str) -> None:
    assert outcome(dossier(one, other), *(("43", "34") if "Pavel" in one else ("58", "53")))[1] in APART


@pytest.mark.parametrize("opening", ["Mayors", "Prosecutors"])
def test_a_plural_noun_first_in_a_sentence_is_no_name(opening: str) -> None:
    text = f"{opening} have 30 days to object."
    assert Subject(next(iter(dossier(text).claims)), read_text(text, slug="a")).names == set()


def test_a_surname_first_in_a_sentence_is_a_name() -> None:
    text = "Mr. Baker has 30 days to object."
    assert Subject(next(iter(dossier(text).claims)), read_text(text, slug="a")).names == {"baker"}


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("Profit at the mill was 412 million Norwegian kroner.", "Profit at the mill was Nkr421mn.", ("412", "421")),
        (
            "Profit at the mill came in at 412 million euros.",
            "Profit at the mill of 421 million euros was 31 per cent below the 597 million earned in 2023.",
            ("412", "421"),
        ),
        ("Three hostages were released in the afternoon.", "The men released five hostages.", ("Three", "five")),
    ],
)
def test_what_is_told_in_other_words_of_one_thing_is_compared(one: str, other: str, values: tuple[str, str]) -> None:
    assert outcome(dossier(one, other), *values)[1] in APART


def test_a_figure_called_wrong_of_somebody_else_rejects_nothing() -> None:
    wrong = "The figure of 14 seats for Brill in Tarn was wrong."
    assert outcome(dossier("Arden won 14 seats in Tarn.", wrong), "14", "14")[0] != "figure_rejected"
