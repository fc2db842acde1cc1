"""Degrees of which nothing says the scale, beside degrees of heat."""

import pytest

from gating import APART, dossier, outcome
from reconcile.align.reading import read_claims
from reconcile.align.values import of_one_size
from reconcile.align.vocabulary import vocabulary
from reconcile.compare import relate_figures
from reconcile.model import Outcome
from reconcile.model.notation import read_figure
from reconcile.pipeline import extract, read_text

OF_MAY = "---\npublished: 2024-05-15\n---\n\n"


@pytest.mark.parametrize(
    ("bare", "other", "code"),
    [
        ("30 degree", "30 celsius", "equal_converted"),
        ("86 degree", "30 celsius", "equal_converted"),
        ("30 degree", "86 fahrenheit", "equal_converted"),
        ("86 degree", "86 fahrenheit", "equal_converted"),
        ("27 degree", "31 celsius", "disjoint"),
        ("4 degree", "4 degree", "equal"),
        ("30 degree", "30 km", "different_unit"),
        # by how much it got warmer
        ("rise 36 degree", "rise 2 celsius", "disjoint"),
    ],
)
def test_they_are_those_of_the_other_on_whichever_scale_is_nearer(bare: str, other: str, code: str) -> None:
    ends = read_figure(bare), read_figure(other)
    said = {relate_figures(*ends).code, relate_figures(*reversed(ends)).code}
    assert said <= {code, "equal" if code == "equal_converted" else code}


def test_they_differ_and_never_contradict() -> None:
    noon, high = "It was {} degrees in Oste by noon.", "It was {} degrees Celsius in Oste at noon."
    found = dossier(OF_MAY + noon.format(27), OF_MAY + high.format(31))
    assert outcome(found, "27", "31", nearest=True)[1] is Outcome.DIFFERS
    told = dossier(OF_MAY + high.format(27), OF_MAY + high.format(31))
    assert outcome(told, "27", "31", nearest=True)[1] is Outcome.CONFLICTS


@pytest.mark.parametrize(
    "angle",
    ["The tower leans by 27 degrees.", "The roof tilts by 27 degrees.", "It slopes by 27 degrees in Oste.",
     "Oste has steep streets of 27 degrees.", "It stood at an angle of 27 degrees.", "The mast rotated by 27 degrees.",
     "Oste lies at a latitude of 27 degrees.", "Oste lies at a longitude of 27 degrees.",
     "The road has an incline of 27 degrees.", "The road has a gradient of 27 degrees.",
     "The ship heeled over by 27 degrees.", "The ship listed by 27 degrees.", "The ship was listing by 27 degrees.",
     "She holds 27 honorary degrees.", "The university gave 27 degrees."],
)  # fmt: skip
def test_angles_are_no_heat(angle: str) -> None:
    heat = "It was 31 degrees Celsius in Oste."
    assert outcome(dossier(angle, heat), "27", "31", nearest=True) == ("different_measure", Outcome.NOT_COMPARABLE)
    assert outcome(dossier(angle, angle.replace("27", "31")), "27", "31", nearest=True)[1] in APART


@pytest.mark.parametrize(
    ("other", "alike"), [("31 degrees Celsius", True), ("250 degrees Celsius", False), ("31 tonnes", False)]
)
def test_they_are_of_one_size_with_degrees_of_heat(other: str, *, alike: bool) -> None:
    found = dossier("It was 27 degrees.", f"It was {other}.")
    one, two = (next(c for c in found.claims if c.source == slug and c.figure) for slug in "ab")
    assert of_one_size(one, two) is alike
    assert of_one_size(two, one) is alike


def test_they_are_of_one_kind_with_degrees_of_heat() -> None:
    texts = ("It was 27 degrees.", "It was 31 degrees Celsius.", "It was 31 tonnes.")
    sources = [read_text(text, slug=slug) for slug, text in zip("abc", texts, strict=True)]
    told = [claim for source in sources for claim in extract(source) if claim.figure]
    assert [reading.kind for reading in read_claims(sources, told, vocabulary()).readings] == [
        "temperature",
        "temperature",
        "mass",
    ]
