"""Which way a length is measured, what a date hangs on, and which sentence points back to the one before."""

import pytest

from gating import APART, claims, dossier, outcome, outcome_of_dates, pair
from reconcile.compare.lengths import away_from, dimension, other_way
from reconcile.compare.side import Articles
from reconcile.compare.subject import Subject
from reconcile.compare.times import STRETCH
from reconcile.model import Outcome


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("The wreck was found within 40 metres of the pier.", "radius"),
        ("The town lies 40 km north of the pass.", "away"),
        ("The town lies 40 km due south-west of the pass.", "away"),
        ("The bus stopped 40 feet from the gate.", "away"),
        ("The bus stopped 40 feet away from the gate.", "away"),
        ("The bus stopped 40 feet (12 metres) from the gate.", "away"),
        ("The wreck lies 40 km off the coast.", "away"),
        ("They walked 40 km from end to end.", ""),
        ("They walked 40 km.", ""),
        ("Guards chased him for 40 miles.", "length"),
        ("Guards chased him for about 40 miles.", "length"),
        ("Guards chased him for a day, 40 miles in all.", ""),
        ("She saw it at 40 feet.", "at"),
        ("She saw it at nearly 40 feet.", "at"),
        ("She saw that 40 feet of it fell.", ""),
        ("The wall is 40 metres high.", "height"),
    ],
)
def test_a_length_is_measured_one_way(text: str, way: str) -> None:
    found = dossier(text, "Rain fell.")
    claim = next(claims(found, "a", "40"))
    assert dimension(Articles(found.source, found.claim, {}).side(claim.id)) == way


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("She saw it at 300 feet.", "It passed 500 feet from the gate.", True),
        ("She saw it at 300 feet.", "It was 500 feet high.", False),
        ("She saw it at 300 feet.", "She saw it at 500 feet.", False),
        ("She saw it at 300 feet.", "Guards chased it for 500 feet.", False),
        ("It was 300 feet wide.", "It was 500 feet high.", True),
        ("Guards chased him for 300 feet.", "He hid 500 feet north of the gate.", True),
        ("Guards chased him for 300 feet.", "The road is 500 feet long.", False),
    ],
)
def test_two_ways_are_two_lengths(one: str, other: str, *, apart: bool) -> None:
    assert other_way(pair(dossier(one, other), "300", "500")) is apart
    assert other_way(pair(dossier(other, one), "500", "300")) is apart


@pytest.mark.parametrize(
    ("text", "hangs"),
    [
        ("The bid is a premium of 12 percent to Thursday's close.", False),
        ("The bid is a premium of 12 percent to Thursday's closing price.", False),
        ("The bid came before Thursday's quake.", True),
    ],
)
def test_the_price_at_the_close_of_a_day_is_nothing_that_happened_on_it(text: str, *, hangs: bool) -> None:
    found = dossier(text, "Rain fell.")
    claim = next(claim for claim in found.claims if claim.when)
    assert bool(Subject(claim, found.source["a"]).deed) is hangs


@pytest.mark.parametrize(
    ("sentence", "back"),
    [
        ("It killed 600 people.", True),
        ("It was widely read and killed 600 people.", True),
        ("It is said that 600 people died.", False),
        ("It was reported that 600 people died.", False),
        ("It has been widely believed that 600 people died.", False),
        ("It is feared that 600 people died.", False),
        ("It was thought that 600 people died.", False),
        ("It is estimated that 600 people died.", False),
        ("It is known that 600 people died.", False),
        ("It is clear that 600 people died.", False),
        ("It is unclear if 600 people died.", False),
    ],
)
def test_it_is_said_points_back_to_nothing(sentence: str, *, back: bool) -> None:
    found = dossier(f"The fire at Tarm burned. {sentence}", "Rain fell.")
    assert ("tarm" in Subject(next(claims(found, "a", "600")), found.source["a"]).context) is back


@pytest.mark.parametrize(
    ("words", "long"),
    [("over the past year", True), ("over the last year", True), ("over the year", False), ("the past years", False)],
)
def test_a_count_over_the_past_year_is_of_a_stretch(words: str, *, long: bool) -> None:
    assert (STRETCH.search(words) is not None) is long


def test_to_rule_and_to_arrest_are_two_steps() -> None:
    arrest = "Judges arrested Orsk on June 5, 2019."
    ruled = dossier("Judges ruled on May 3, 2019 on Orsk.", arrest)
    assert outcome_of_dates(ruled, "May", "June", nearest=True) == ("different_event", Outcome.NOT_COMPARABLE)
    spoke = dossier("Judges spoke on May 3, 2019 on Orsk.", arrest)
    assert outcome_of_dates(spoke, "May", "June", nearest=True)[1] in APART


def test_a_height_and_a_distance_are_not_set_against_each_other() -> None:
    found = dossier("She saw the plane at 300 feet.", "The plane passed 500 feet from the gate.")
    assert outcome(found, "300", "500", nearest=True)[1] is Outcome.NOT_COMPARABLE


MORE = " The quake shook the whole region. Shops were shut."


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("The quake hit 66 kilometres northeast of Terno, the centre said.",
         "The village that the quake hit lies about 80 miles northeast of Rome.", False),
        ("The quake hit 66 kilometres northeast of Terno, the centre said.",
         "The village that the quake hit lies about 80 miles northeast of Terno.", True),
        ("The ship has been at sea for the past 66 months.",
         "The fleet has been at sea over the past 80 years.", False),
        ("The ship has been at sea for the past 66 months.",
         "The fleet has been at sea over the past 80 months.", True),
    ],
)  # fmt: skip
def test_distances_are_from_one_place_and_spans_of_one_order(one: str, other: str, *, apart: bool) -> None:
    assert (outcome(dossier(one + MORE, other + MORE), "66", "80")[1] in APART) is apart


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The quake struck in Italy, 40 km northeast of Rome, at dawn.",
            {"rome"},
        ),  # elsewhere a capital may stand for its country
        ("The farm lies 40 km from Arden's old mill.", {"arden"}),
        ("The farm is 40 km wide.", set()),
    ],
)
def test_a_distance_is_from_the_place_that_is_named(text: str, names: set[str]) -> None:
    found = dossier(text, "Rain fell.")
    assert away_from(Articles(found.source, found.claim, {}).side(next(claims(found, "a", "40")).id)) == names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Holt kicked the ball from the 16-yard line.", "Holt lost the ball at the 27-yard line."),
        ("Holt threw the ball to Orsk on a 16-yard pass.", "Orsk caught the ball for 27 yards."),
        ("Holt served 16 months in prison for fraud.", "Holt was sentenced to 27 months in prison for fraud."),
    ],
)
def test_two_measures_that_look_like_one_are_not_set_against_each_other(one: str, other: str) -> None:
    for nearest in (True, False):
        assert outcome(dossier(one, other), "16", "27", nearest=nearest)[1] not in APART
