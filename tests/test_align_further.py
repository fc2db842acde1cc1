"""Further dead are apart from the toll, and who won seats is apart from who else did."""

import pytest

from aligning import claim, joined, source, topics
from gating import dossier

TOLL = "The fire in Arden killed 12 people."


@pytest.mark.parametrize(
    ("one", "other", "unit", "meet"),
    [
        ("The fire in Arden killed 2 more people.", TOLL, "person", False),
        ("The fire in Arden killed 2 people.", TOLL, "person", True),
        ("The fire in Arden killed more than 2 people.", TOLL, "person", True),
        ("The fire in Arden killed 2 more people than feared.", TOLL, "person", True),
        ("The fire in Arden killed 12 more people.", TOLL, "person", True),
        ("The fire in Arden killed 2 more people.", "The fire in Arden killed 3 more people.", "person", True),
        ("The shop in Arden sold 2 more people tickets.", "The shop in Arden sold 12 people tickets.", "person", True),
        ("The fire in Arden cost the dead 2 more euros.", "The fire in Arden cost the dead 12 euros.", "EUR", True),
    ],
)
def test_two_more_dead_are_not_the_toll(one: str, other: str, unit: str, meet: bool) -> None:
    left, right = source("left", one), source("right", other)
    found = topics((left, right), (claim(left, one, 1, unit), claim(right, other, 2, unit)))
    assert joined(found, "left.000001", "right.000002") is meet


VOTE = (
    "The election was held on Sunday. Voters chose among three candidates, the electoral office said. "
    "Ballots were counted. "
)


@pytest.mark.parametrize(
    ("other", "meet"),
    [("Orsk finished with 13 seats.", True), ("The party won 13 seats.", True), ("Tamm won 13 seats.", False)],
)
def test_the_seats_of_one_candidate_are_not_those_of_another(other: str, meet: bool) -> None:
    found = dossier(f"{VOTE}Orsk won 12 seats.", VOTE + other)
    ids = [next(c.id for c in found.claims if c.source == slug and c.quantity and words in c.quantity.text)
           for slug, words in (("a", "12"), ("b", "13"))]  # fmt: skip
    assert joined(found.topics, *ids) is meet
