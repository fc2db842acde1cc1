"""The table of a topic where there is little room, and two values of one sentence in every shape."""

from pathlib import Path

import pytest

from reconcile.model import Settings
from reconcile.report.view import View, view
from reconcile.tui.plots import forest
from reconcile.tui.shapes import Shape, drawn
from reconcile.tui.table import table
from tests.desks import desk, workspace

CONTRACTS = {
    "alpha": "---\npublisher: The Alpha Valley Courier\npublished: 2021-03-01\n---\n\n"
    "The council bought the old ferry for 2.4 million euros in 2019, the mayor said.\n",
    "bravo": "---\npublisher: Bravo Evening News\npublished: 2021-04-02\n---\n\n"
    "The council bought the old ferry for 4.2 million euros in 2019, the pilot said.\n",
}


@pytest.fixture
def ferry(tmp_path: Path) -> View:
    """Two outlets that each name a sum and a year in one sentence, with who says so."""
    dossier = workspace(desk(tmp_path / "ferry", **CONTRACTS)).dossier
    (found,) = (view(dossier, topic) for topic in dossier.topics if len(topic.claims) == 4)
    return found


def sums(ferry: View) -> tuple[int, int]:
    """The places of the two figures among the rows."""
    first, second = (row.number - 1 for row in ferry.rows if row.claim.figure)
    return first, second


@pytest.mark.parametrize(
    ("width", "shown", "gone"),
    [
        (120, ["published", "2021-03-01", "says", "the pilot", "as written", "~ differ"], ["in 2021"]),
        (
            84,
            ["in 2021", "1 Mar", "2 Apr", "says", "“2.4 million euros”", "EUR 4,200,000", "~ differ"],
            ["published"],
        ),
        (70, ["in 2021", "as written", "“2.4 million euros”", "EUR 4,200,000", "~ differ"], ["says"]),
        (58, ["The Alpha Valley Courier", "EUR 2,400,000", "~ differ"], ["in 2021", "says", "as written"]),
    ],
)
def test_what_a_table_says_where_room_grows_short(ferry: View, width: int, shown: list[str], gone: list[str]) -> None:
    """Fewer words first, then who says it, then the day; the words of the articles give way last."""
    told = table(ferry, *sums(ferry), width, 9, Settings()).plain
    assert all(len(line) <= width for line in told.splitlines())
    assert [word for word in shown if word not in told] == []
    assert [word for word in gone if word in told] == []


def test_a_newsroom_s_own_word_for_an_outcome_is_not_made_shorter(ferry: View) -> None:
    assert "~ other figures" in table(ferry, *sums(ferry), 84, 9, Settings(labels={"differs": "other figures"})).plain


def test_two_values_of_one_sentence_are_one_voice(ferry: View) -> None:
    lines = table(ferry, 0, 2, 120, 9, Settings()).plain.splitlines()
    assert [("same sentence" in line) for line in lines] == [False, False, True, False, True]
    part = table(ferry, 3, 1, 120, 3, Settings()).plain.splitlines()
    assert "same sentence" not in part[1], "its outlet is named where the row above it is not in sight"


def test_a_sentence_with_two_values_is_told_once(ferry: View) -> None:
    told = drawn(Shape.TEXT, ferry, 1, 2, 78, 20, Settings())
    assert told.plain.count("2.4 million euros") == 1
    assert " 1 >2 The Alpha Valley Courier" in told.plain
    marked = {told.plain[span.start : span.end].strip() for span in told.spans if "bold" in str(span.style)}
    assert {"2.4 million euros", "2019"} <= {words.removeprefix("in ") for words in marked}


def test_a_plot_leaves_out_what_it_cannot_draw(ferry: View) -> None:
    years = [row.number - 1 for row in ferry.rows if not row.claim.figure]
    assert "no figure" not in forest(ferry, *sums(ferry), 90, 12).plain
    assert forest(ferry, years[0], sums(ferry)[0], 90, 12).plain.count("no figure") == 1, (
        "the chosen row is always there"
    )
