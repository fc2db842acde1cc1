"""The table of a topic where there is little room, and two values of one sentence in every shape."""

from pathlib import Path

import pytest

from reconcile.model import Settings
from reconcile.report.view import View, view
from reconcile.tui.plots import forest
from reconcile.tui.shapes import Shape, drawn
from reconcile.tui.table import table
from tests.desks import desk, workspace
from tests.screens import app_of

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


def told_by(*counts: int) -> dict[str, str]:
    """Articles that each give another count of the same, one a day."""
    head = "---\npublisher: Paper {0}\npublished: 2021-03-{0:02}\n---\n\nThe fire destroyed {1} houses in Brask.\n"
    return {f"paper{n:02}": head.format(n, count) for n, count in enumerate(counts, start=1)}


def laid(root: Path, chosen: int, other: int, most: int) -> list[str]:
    """The lines of the table of the only topic there is."""
    (shown,) = (view(dossier, topic) for dossier in [workspace(root).dossier] for topic in dossier.topics)
    return table(shown, chosen, other, 80, most, Settings()).plain.splitlines()


def test_what_stands_apart_stays_in_sight_and_the_rest_is_told_in_sum(tmp_path: Path) -> None:
    root = desk(tmp_path / "fires", **told_by(*[40] * 6, 65, *[40] * 6, 71, 40, 40))
    lines = laid(root, 0, 6, 9)
    assert [line.split()[0] for line in lines[1:]] == [">1", "2", "3", "…", "7", "…", "14", "…"]
    assert (lines[4], lines[6], lines[8]) == (" … 4-6: = 3 agree", " … 8-13: = 6 agree", " … 15-16: = 2 agree")
    assert all(line.endswith("differ") for line in (lines[5], lines[7])), lines


def test_every_row_can_be_reached_in_a_folded_table(tmp_path: Path) -> None:
    root = desk(tmp_path / "fires", **told_by(*[40] * 11, 65))
    for chosen in range(12):
        lines = laid(root, chosen, 11 if chosen < 11 else 0, 6)
        assert len(lines) <= 6
        assert any(line.startswith(f">{chosen + 1} ") for line in lines)
        shown = sum(" Paper " in line for line in lines)
        folded = [line.split()[1].rstrip(":") for line in lines if line.startswith(" … ")]
        ends = [(int(each.partition("-")[0]), int(each.rpartition("-")[2])) for each in folded]
        assert shown + sum(last - first + 1 for first, last in ends) == 12, "no row is neither shown nor told of"


def test_a_claim_without_a_value_shows_its_own_words(tmp_path: Path) -> None:
    root = desk(
        tmp_path / "votes",
        alpha="---\npublished: 2021-03-01\n---\n\nThe council rejected the plan of the mayor.\n",
        bravo="---\npublished: 2021-03-02\n---\n\nThe council did not reject the plan of the mayor.\n",
    )
    lines = laid(root, 0, 1, 9)
    assert "“The council rejected" in lines[1]
    assert "wording" not in "".join(lines)


def test_whose_text_a_row_is_stays_in_few_cells(tmp_path: Path) -> None:
    """An outlet of the table by its row, where its name has no room."""
    text = (
        "\n\nThe fire destroyed 40 houses in Brask after the wind turned on the second night, the mayor said there.\n"
    )
    more = "\n".join(
        f"Nobody on the {n} side of the river could say how the fire had begun.\n" for n in ("far", "near")
    )
    root = desk(
        tmp_path / "copied",
        alpha="---\npublisher: The Alpha Valley Courier\npublished: 2021-03-01\n---" + text + more,
        bravo="---\npublisher: The Bravo Evening News\npublished: 2021-03-01\n---" + text + more,
        delta="---\npublisher: Delta\npublished: 2021-03-02\n---\n\nThe fire destroyed 65 houses in Brask.\n",
    )
    dossier = workspace(root).dossier
    shown = next(view(dossier, topic) for topic in dossier.topics if len(topic.claims) == 3)
    wide, narrow = (table(shown, 0, 2, width, 9, Settings()).plain for width in (150, 74))
    assert "The Bravo Evening News" in wide.splitlines()[1][40:]
    assert ["as 2" in narrow.splitlines()[1], "as 1" in narrow.splitlines()[2]] == [True, True]


def test_a_picture_marks_the_rows_that_stand_apart(ferry: View) -> None:
    first, second = sums(ferry)
    lines = forest(ferry, first, second, 80, 9).plain.splitlines()
    assert [line[0] for line in lines[:2]] == [">", "~"]
    assert lines[1].startswith(f"~{second + 1} Bravo Evening News")


async def test_the_claim_laid_beside_is_chosen_forwards_and_back(tmp_path: Path) -> None:
    app = app_of(desk(tmp_path / "fires", **told_by(40, 65, 71, 82)))
    async with app.run_test(size=(80, 24)) as pilot:
        beside = []
        for key in ("right", "right", "left", "left", "left"):
            shown = app.view()
            assert shown
            beside.append(app.other(shown))
            await pilot.press(key)
        assert beside[:3] == beside[4:1:-1], "the way back is the way there"
        assert len(set(beside)) == 3


async def test_a_claim_that_was_not_compared_is_passed_over(tmp_path: Path) -> None:
    app = app_of(desk(tmp_path / "ferry", **CONTRACTS))
    async with app.run_test(size=(80, 24)) as pilot:
        shown = app.view()
        assert shown
        compared = {number - 1 for _, number in shown.against(shown.rows[app.row])}
        assert 0 < len(compared) < len(shown.rows) - 1
        for key in ("c", "c", "left", "left", "c"):
            await pilot.press(key)
            assert app.other(shown) in compared
