"""What keeps two figures apart, on whole articles: the whole, the measure, the place and the time each is of."""

import pytest

from gating import APART, claims, dossier, outcome
from reconcile.compare.subject import Subject
from reconcile.model import Dimension, Dossier, Outcome
from reconcile.pipeline import read, read_text, reconcile


def test_a_sentence_that_points_back_is_of_the_year_of_the_sentence_before() -> None:
    found = dossier(
        "The last big flood hit the valley in 1998. It killed 61 people and left thousands homeless.\n",
        "A flood hit the valley in 2007. It killed 24 people.\n",
    )
    (claim,) = claims(found, "a", "61")
    assert Subject(claim, found.source["a"]).borrowed == {"1998"}
    assert outcome(found, "61", "24") == ("different_scope", Outcome.NOT_COMPARABLE)


def test_what_lies_in_a_place_that_is_counted_happened_to_no_place() -> None:
    found = dossier("Officials said that homes in five villages had been damaged.\n", "Seven villages were damaged.\n")
    (claim,) = claims(found, "a", "five")
    assert Subject(claim, found.source["a"]).measure == ""


def test_whom_else_the_sentence_of_a_toll_names_does_not_keep_it_from_another() -> None:
    found = dossier(
        "A crash left 178 people hurt, in one of the worst disasters that Europe has seen. The train left Orm City.",
        "A crash left 140 people hurt, a Briton among them. The train was due in Orm City.",
    )
    assert outcome(found, "178", "140")[1] in APART


def test_an_ordinal_of_time_narrows_no_count() -> None:
    found = dossier("Seven tugs pulled at the ship in vain.", "Four tugs were beaten by the ship on the first night.")
    assert outcome(found, "Seven", "Four")[1] in APART


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


def test_what_it_was_before_is_not_set_against_what_it_is() -> None:
    now = "Profit at the mill was 31 per cent below the 597 million euros earned before."
    assert outcome(dossier("Profit at the mill was 412 million euros.", now), "412", "597")[1] not in APART


def test_what_the_second_quake_did_is_no_count_of_what_the_first_did() -> None:
    first = "A magnitude-5.6 quake shook the island of Oste on Sunday and injured five people."
    second = "A magnitude-5.2 quake injured three people on the island of Oste. Earlier on Sunday a 5.6 quake shook it."
    found = dossier(first, second)
    assert outcome(found, "five", "three") == ("different_scope", Outcome.NOT_COMPARABLE)


def test_two_strengths_of_one_quake_part_no_counts() -> None:
    first = "A magnitude-5.6 quake shook the island of Oste on Sunday and injured five people."
    other = "A magnitude-5.2 quake injured three people on the island of Oste. The survey put the quake at 5.6."
    assert outcome(dossier(first, other), "five", "three")[1] in APART


def test_what_there_was_before_the_news_is_no_count_of_the_news() -> None:
    before = "Before Saturday's slide, eight people had died in avalanches in the country this winter."
    after = "With the five dead on Piz Oste, 13 people have lost their lives in avalanches in the country this winter."
    assert outcome(dossier(before, after), "eight", "13") == ("different_scope", Outcome.NOT_COMPARABLE)
    plain = before.replace("Before Saturday's slide, eight", "Eight").replace("had died", "have died")
    assert outcome(dossier(plain, after), "Eight", "13")[0] != "different_scope"


def test_a_share_at_an_hour_is_not_the_share_at_the_close() -> None:
    during = "Shares in Sarp were down 7.1% at 1015 GMT."
    assert outcome(dossier(during, "Sarp shares closed 6.3 per cent lower."), "7.1%", "6.3 per cent") == (
        "other_moment",
        Outcome.NOT_COMPARABLE,
    )
    closed = "Shares in Sarp closed down 7.1% at 24.50."
    assert outcome(dossier(closed, "Sarp shares closed 6.3 per cent lower."), "7.1%", "6.3 per cent")[1] in APART


def test_two_digits_that_changed_places_are_no_other_scope() -> None:
    first, second = "The mill lost 214 million euros.", "The mill made a loss of 241 million euros last year."
    assert outcome(dossier(first, second), "214", "241")[1] in APART
    other = second.replace("241", "263")
    assert outcome(dossier(first, other), "214", "263") == ("different_scope", Outcome.NOT_COMPARABLE)


@pytest.mark.parametrize(
    "moved", ["Nine people were taken to hospital.", "Nine were rushed to hospital from the tram."]
)
def test_those_who_were_taken_to_hospital_are_no_more_than_the_hurt(moved: str) -> None:
    found = dossier("Twelve people were hurt when the tram left the rails.", moved)
    assert outcome(found, "Twelve", "Nine") == ("part_whole", Outcome.COMPATIBLE)


def test_the_injured_who_were_taken_to_hospital_may_be_all_of_them() -> None:
    found = dossier("Nineteen miners were hurt in the blast.", "Fourteen injured miners were taken to hospital.")
    assert outcome(found, "Nineteen", "Fourteen")[1] in APART


def _dated(*texts: str) -> Dossier:
    told = (
        f"---\npublisher: Outlet {slug.upper()}\npublished: 2024-05-15\n---\n{text}\n"
        for slug, text in zip("abc", texts, strict=False)
    )
    return reconcile([read(text.encode(), f"{slug}.md") for slug, text in zip("abc", told, strict=False)])


def test_a_man_and_a_woman_of_one_surname_have_two_ages() -> None:
    found = _dated("Mrs Reed, 58, was found dead at home.", "Mr Reed, 71, was arrested at home.")
    assert outcome(found, "58", "71", nearest=True) == ("different_doer", Outcome.NOT_COMPARABLE)


@pytest.mark.parametrize(
    ("bare", "said"),
    [
        ("Reed, 61, was hurt in the fire.", Outcome.DIFFERS),
        ("Reed, 61, was hurt in the fire. The flat of Ann Reed burned.", Outcome.CONFLICTS),
        ("Reed, 61, was hurt in the fire. The flat of Tom Reed burned.", Outcome.DIFFERS),
    ],
)
def test_two_ages_of_a_surname_contradict_each_other_where_a_given_name_says_whose(bare: str, said: Outcome) -> None:
    found = _dated("Ann Reed, 34, was hurt in the fire.", bare)
    assert outcome(found, "34", "61", nearest=True) == ("disjoint", said)


def test_a_third_article_speaks_for_no_pair_of_which_one_gives_both_sums() -> None:
    found = _dated(
        "The council faces a gap of $74 million, the mayor said.",
        "The hole in the books is $74 million. The council sold land for $51 million.",
        "The council sold its land for $51 million, an agent said.",
    )
    ends = [{found.claim[one.left].source, found.claim[one.right].source} for one in found.findings
            if one.right and one.outcome in APART]  # fmt: skip
    assert {"a", "b"} not in ends


@pytest.mark.parametrize(
    ("text", "figure", "mark", "marked"),
    [
        ("The average attendance in the old hall was 1,540.", "1,540", "norm", True),
        ("The average rainfall in the valley was 41 millimetres.", "41 millimetres", "norm", False),
        ("The hosts were 12 points down.", "12", "margin", True),
        ("The blast happened 780 metres down.", "780 metres", "margin", False),
        ("The boat finished 780 metres ahead.", "780 metres", "margin", True),
    ],
)
def test_an_average_is_no_count_and_a_depth_no_margin(text: str, figure: str, mark: str, *, marked: bool) -> None:
    found = dossier(text, "Rain fell in the valley.")
    (claim,) = claims(found, "a", figure)
    assert (mark in Subject(claim, found.source["a"]).marks) is marked


@pytest.mark.parametrize(("ours", "theirs"), [("214 million", "241 million"), ("2.14 million", "2,410,000")])
def test_what_digits_alone_show_is_told_as_such(ours: str, theirs: str) -> None:
    one = f"The company lost {ours} euros in 2012. It paid 30 million euros in tax."
    other = f"The group made a net loss of {theirs} euros last year. It owes 70 million euros."
    [told] = [f for f in dossier(one, other).findings if f.right and f.outcome in APART]
    assert told.relation == "digits_swapped"
    assert "nothing else in their words shows" in told.because


@pytest.mark.parametrize(("of_whom", "told"), [(" of those asked", False), ("", True)])
def test_a_share_of_those_who_were_asked_is_not_that_of_those_who_voted(of_whom: str, told: bool) -> None:
    found = dossier(f"The strike was backed by 47 percent{of_whom}.", "The strike was backed by 52 percent.")
    assert (outcome(found, "47", "52")[1] in APART) is told
