"""Figures of a table count what their column is headed with, and are of what heads their row."""

import pytest

from reconcile import reconcile
from reconcile.model import Dossier, Outcome, Source
from reconcile.read import read

APART = (Outcome.CONFLICTS, Outcome.DIFFERS)
HEAD = "---\npublisher: {}\npublished: 2024-03-05\n---\n# Storm hits the coast\n\n"
TABLE = """\
The storm hit two towns on the Arden coast on Monday night.

| Place | Dead | Injured | Homes lost |
|---|---:|---|---|
| Norvik | 12 | 40 | 300 |
| Lund | 9 | 17 | 1,200 |
"""


def article(name: str, text: str) -> Source:
    return read((HEAD.format(name) + text).encode(), f"{name}.md")


def found(text: str) -> Dossier:
    return reconcile([article("ledger", TABLE), article("times", text)])


def apart(told: Dossier) -> set[tuple[str, str]]:
    """The words of the two figures of each finding that says apart."""
    pairs = [[told.claim[claim] for claim in (f.left, f.right) if claim] for f in told.findings if f.outcome in APART]
    return {tuple(claim.quantity.text for claim in pair if claim.quantity) for pair in pairs}  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("In Norvik 14 people died. In Lund nine people died and 17 were injured.", {("12", "14")}),
        ("| Town | Dead | Hurt |\n|---|---|---|\n| Lund | 9 | 17 |\n| Norvik | 15 | 40 |\n", {("12", "15")}),
    ],
)
def test_a_row_is_set_against_what_is_told_of_it(text: str, pairs: set[tuple[str, str]]) -> None:
    assert apart(found(text)) == pairs


@pytest.mark.parametrize(
    "text",
    [
        "The storm killed 21 people on the Arden coast on Monday night, and 57 were injured.",
        "At least 21 people died in Norvik and Lund. Homes lost: 1,500.",
        "In Lund 9 people died.\n\n| Town | Dead | Missing |\n|---|---|---|\n| Norvik | 12 | 3 |\n",
        "| Year | Dead | Injured |\n|---|---|---|\n| 2019 | 3 | 14 |\n| 2021 | 7 | 22 |\n",
        "| Town | Men | Women |\n|---|---|---|\n| Norvik | 8 | 4 |\n| Lund | 5 | 4 |\n",
    ],
)
def test_a_row_is_not_the_whole_nor_another_column(text: str) -> None:
    assert apart(found(text)) == set()


def test_a_table_of_a_page_is_read_like_one_in_markdown() -> None:
    cells = (("Place", "Dead"), ("Norvik", "12"), ("Lund", "9"))
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in cells)
    page = f"<article><h1>Storm</h1><p>The storm hit two towns.</p><table>{rows}</table><p>It rained on.</p></article>"
    told = reconcile([read(page.encode(), "page.html")])
    counted = [(claim.figure.unit, claim.where) for claim in told.claims if claim.figure and claim.where]
    assert counted == [("person", "Norvik"), ("person", "Lund")]
