"""What keeps two claims of one topic apart, on whole articles: parts of more, and what a sentence points back to."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from reconcile.compare.forms import FORMS, forms
from reconcile.compare.pair import Articles, Pair
from reconcile.compare.subject import Subject
from reconcile.compare.values import compare_figures
from reconcile.model import Claim, Dimension, Dossier, Outcome
from reconcile.pipeline import read, read_text, reconcile

APART = (Outcome.DIFFERS, Outcome.CONFLICTS)
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
]


def dossier(*texts: str) -> Dossier:
    return reconcile([read_text(text, slug=slug) for slug, text in zip("abc", texts, strict=False)])


def claims(found: Dossier, slug: str, words: str) -> Iterator[Claim]:
    return (c for c in found.claims if c.source == slug and c.quantity and words in c.quantity.text)


def outcome(found: Dossier, left: str, right: str) -> tuple[str, Outcome]:
    articles = Articles(found.source, found.claim)
    one, other = (next(claims(found, slug, words)) for slug, words in (("a", left), ("b", right)))
    said = compare_figures(Pair(articles.side(one.id), articles.side(other.id)))
    return said.code, said.outcome


@pytest.mark.parametrize(("mark", "before", "after"), SHOWN)
def test_a_form_is_seen_in_its_words(mark: str, before: str, after: str) -> None:
    assert mark in {*forms(before, after, "count"), *forms(before, after, "share")}
    assert {form.mark for form in FORMS} <= {mark for mark, *_ in SHOWN} | {"part"}


@pytest.mark.parametrize(("before", "after"), [("the gauge collected", "millimetres in a week"), ("they scored", "")])
def test_no_form_is_seen_where_there_is_none(before: str, after: str) -> None:
    assert set(forms(before, after, "count")) == set()


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


def test_another_count_of_another_fate_is_all_of_it() -> None:
    found = dossier(
        "The flood at Arden killed nine people. Another 23 people are missing after the flood.\n",
        "After the flood at Arden 31 people are missing.\n",
    )
    assert outcome(found, "23", "31") == ("disjoint", Outcome.DIFFERS)
    found = dossier(
        "The flood at Arden killed nine people on Monday. Another 23 people died after the flood.\n",
        "After the flood at Arden 31 people died.\n",
    )
    assert outcome(found, "23", "31")[1] is Outcome.NOT_COMPARABLE


def test_others_of_the_noun_make_no_part_of_what_both_count_by_its_kind() -> None:
    found = dossier(
        "The crate held seven K-9 rifles, a tent and three other rifles.\n",
        "Guards also recovered 12 K-9 guns, three rifles and a tent.\n",
    )
    assert outcome(found, "seven", "12") == ("disjoint", Outcome.DIFFERS)


def test_a_sentence_that_points_back_is_of_the_year_of_the_sentence_before() -> None:
    found = dossier(
        "The last big flood hit the valley in 1998. It killed 61 people and left thousands homeless.\n",
        "A flood hit the valley in 2007. It killed 24 people.\n",
    )
    (claim,) = claims(found, "a", "61")
    assert Subject(claim, found.source["a"]).borrowed == {"1998"}
    assert outcome(found, "61", "24") == ("different_scope", Outcome.NOT_COMPARABLE)


def test_the_number_of_other_things_in_a_sentence_tells_nothing_apart() -> None:
    found = dossier(
        "Police said that 18 people had been injured in the riots and 12 arrested.\n",
        "Police said that 12 people were injured in the riots.\n",
    )
    assert outcome(found, "18", "12")[1] in (Outcome.DIFFERS, Outcome.CONFLICTS)


def test_another_number_of_the_same_kind_tells_the_two_apart() -> None:
    found = dossier(
        "The storm injured 18 people in the valley and 12 people on the coast.\n",
        "The storm injured 12 people.\n",
    )
    assert outcome(found, "18", "12")[1] is Outcome.NOT_COMPARABLE


def test_a_further_count_of_another_kind_is_all_of_its_kind() -> None:
    found = dossier(
        "The quake levelled the town, killing ten people and wounding another 70 people.\n",
        "The quake in the town killed ten people and wounded 80 people.\n",
    )
    assert outcome(found, "70", "80")[1] in (Outcome.DIFFERS, Outcome.CONFLICTS)


def test_what_lies_in_a_place_that_is_counted_happened_to_no_place() -> None:
    found = dossier("Officials said that homes in five villages had been damaged.\n", "Seven villages were damaged.\n")
    (claim,) = claims(found, "a", "five")
    assert Subject(claim, found.source["a"]).measure == ""


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


def test_an_ordinal_of_time_narrows_no_count() -> None:
    found = dossier("Seven tugs pulled at the ship in vain.", "Four tugs were beaten by the ship on the first night.")
    assert outcome(found, "Seven", "Four")[1] in APART


@pytest.mark.parametrize("opening", ["Mayors", "Prosecutors"])
def test_a_plural_noun_first_in_a_sentence_is_no_name(opening: str) -> None:
    text = f"{opening} have 30 days to object."
    assert Subject(next(iter(dossier(text).claims)), read_text(text, slug="a")).names == set()


def test_a_surname_first_in_a_sentence_is_a_name() -> None:
    text = "Mr. Baker has 30 days to object."
    assert Subject(next(iter(dossier(text).claims)), read_text(text, slug="a")).names == {"baker"}


def test_the_only_shares_of_one_whole_are_set_against_each_other() -> None:
    found = dossier("A twelfth of the world's grain travels by the strait, and prices rose 14 percent.",
                    "Ships carry a fifth of the world's grain past the windows.")  # fmt: skip
    assert outcome(found, "twelfth", "fifth")[1] in APART


@pytest.mark.parametrize(
    ("narrow", "told"),
    [
        ("At noon 82 percent of the phone traffic of Arden was out of service.", True),
        ("At noon 55 percent of phone traffic in Oria and 82 percent in Arden was out of service.", True),
        ("At noon 82 percent of the traffic of Arden was out of service.", False),
    ],
)
def test_a_share_of_a_narrower_whole_is_not(narrow: str, told: bool) -> None:
    found = dossier(narrow, "At noon 65 percent of the traffic of Arden was out of service.")
    said = {f.outcome in APART for f in found.findings if f.right and f.dimension is Dimension.FIGURE}
    assert said == {not told}


def test_shares_of_two_wholes_are_not() -> None:
    found = dossier("A twelfth of the world's grain is shipped by the strait.",
                    "A fifth of the world's oil is shipped by the strait.")  # fmt: skip
    assert outcome(found, "twelfth", "fifth") == ("different_measure", Outcome.NOT_COMPARABLE)


def test_only_the_widths_of_a_thing_are_set_against_each_other() -> None:
    found = dossier("The strait is 300 metres wide, and the ship 290 metres long.", "The strait is 200 metres across.")
    assert outcome(found, "300", "200")[1] in APART
    assert outcome(found, "290", "200")[1] is Outcome.NOT_COMPARABLE


def test_the_change_of_a_day_is_not_that_of_a_longer_time() -> None:
    found = dossier("The shares of Novalin lost 6 percent on Friday.",
                    "The shares of Novalin are down 11 percent since the spill.")  # fmt: skip
    assert outcome(found, "6", "11")[1] is Outcome.NOT_COMPARABLE


def test_what_a_thing_is_bought_for_is_set_whether_it_is_bought_yet_or_not() -> None:
    found = dossier("Arden Bank has agreed to buy its rival Brill Savings for £3.4 billion.",
                    "Arden Bank bought its rival Brill Savings for £4.3 billion.")  # fmt: skip
    assert outcome(found, "3.4", "4.3")[1] in APART


def test_what_is_to_be_spent_is_not_what_was_spent() -> None:
    found = dossier("Arden Bank will spend £3.4 billion on new branches.",
                    "Arden Bank spent £4.3 billion on new branches.")  # fmt: skip
    assert outcome(found, "3.4", "4.3") == ("planned_v_actual", Outcome.COMPATIBLE)


def test_the_year_of_an_aside_is_not_that_of_the_sum() -> None:
    text = "Tom Vale, at the helm of Brill since 2013, walks away with £3.8 million."
    told = dossier(text)
    assert Subject(next(claims(told, "a", "3.8")), read_text(text, slug="a")).times == set()


@pytest.mark.parametrize("far", ["1,500 km (930 miles) northwest of Brill", "1,500 km from the port city of Brill"])
def test_distances_from_two_towns_are_two_ways(far: str) -> None:
    found = dossier("The quake struck 35 miles south of Arden, officials said.", f"The quake struck {far}, they said.")
    assert outcome(found, "35", "1,500") == ("different_scope", Outcome.NOT_COMPARABLE)


def test_sums_of_which_one_is_hundreds_of_times_the_other_are_of_two_things() -> None:
    found = dossier(
        "The new ovens of the baker cost her 85,000 euros.", "A pause of the works costs Arden 19 million euros."
    )
    assert outcome(found, "85,000", "19") == ("different_measure", Outcome.NOT_COMPARABLE)


def test_a_share_in_words_is_no_smaller_for_its_unit() -> None:
    found = dossier(
        "The strait carries 8 percent of the world's grain.", "The strait carries a fifth of the world's grain."
    )
    assert outcome(found, "8", "fifth")[1] in APART


@pytest.mark.parametrize(
    ("then", "now", "values"),
    [
        (
            "Storms in the same county in 2017 sank two ferries and flattened 800 barns.",
            "By this morning the storm had flattened 450 barns, though the wind was dropping.",
            ("800", "450"),
        ),
        (
            "The last time the dyke broke, in 2009, the county was fined 150,000 crowns.",
            "The county was fined 400,000 crowns for the breach of the dyke.",
            ("150,000", "400,000"),
        ),
        (
            "When the dyke broke, in 2009, the county was fined 150,000 crowns.",
            "In 2016 the county was fined 400,000 crowns for a breach of the dyke.",
            ("150,000", "400,000"),
        ),
    ],
)
def test_a_year_of_the_subject_or_set_off_before_the_clause_is_the_figures(
    then: str, now: str, values: tuple[str, str]
) -> None:
    assert outcome(dossier(then, now), *values)[1] is Outcome.NOT_COMPARABLE


def test_a_year_of_another_deed_is_not() -> None:
    found = dossier("The dyke was built in 1988 and protects 800 barns.", "The dyke protects 450 barns.")
    assert outcome(found, "800", "450")[1] in APART


def test_a_year_that_was_over_tells_a_figure_from_that_of_the_news() -> None:
    header = "---\npublished: {}\n---\n"
    then = header.format("2024-08-13") + "Fires in the hills in 2017 burned 9,000 hectares."
    now = header.format("2024-08-15") + "By this morning the fire in the hills had burned 5,200 hectares."
    found = reconcile([read(text.encode(), f"{slug}.md") for slug, text in (("a", then), ("b", now))])
    assert outcome(found, "9,000", "5,200")[1] is Outcome.NOT_COMPARABLE


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


def test_what_it_was_before_is_not_set_against_what_it_is() -> None:
    now = "Profit at the mill was 31 per cent below the 597 million euros earned before."
    assert outcome(dossier("Profit at the mill was 412 million euros.", now), "412", "597")[1] not in APART


def test_a_figure_called_wrong_of_somebody_else_rejects_nothing() -> None:
    wrong = "The figure of 14 seats for Brill in Tarn was wrong."
    assert outcome(dossier("Arden won 14 seats in Tarn.", wrong), "14", "14")[0] != "figure_rejected"
