"""The public names mean the functions, in whatever order the rooms of the same name were imported."""

import subprocess
import sys

import pytest

import reconcile

ROOMS_FIRST = (
    "from reconcile.extract import figures",
    "import reconcile.read",
    "from reconcile import pipeline",
    "import reconcile.extract.figures, reconcile.read.text",
)


@pytest.mark.parametrize("first", ROOMS_FIRST)
@pytest.mark.parametrize("name", reconcile.__all__)
def test_a_public_name_is_the_function(first: str, name: str) -> None:
    """Each in an interpreter of its own: in this one all is imported."""
    code = f"{first}\nfrom reconcile import {name}\nassert callable({name}), {name}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_room_is_still_imported_by_its_path() -> None:
    code = "from reconcile import extract\nfrom reconcile.extract import figures\nprint(len(figures.find('40 boats')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"


def test_what_is_public_reads_extracts_and_compares() -> None:
    one = reconcile.read(b"The flood killed 40 people in Lund on Monday.", "one.txt")
    two = reconcile.read(b"The flood killed 60 people in Lund on Monday.", "two.txt")
    assert [found.text for found in reconcile.mentions(one)] == ["40", "Monday"]
    assert any(claim.figure and claim.figure.low == 40 for claim in reconcile.extract(one))
    assert {finding.outcome for finding in reconcile.reconcile([one, two]).findings} >= {"differs"}


def test_nothing_else_is_public() -> None:
    assert set(reconcile.__all__) == {"extract", "mentions", "read", "reconcile"}
    with pytest.raises(AttributeError):
        reconcile.compare_all  # noqa: B018 - asked for, so that it fails
