"""Claims of `gold/claims_*.md`: sentences cut by hand before the rules were, half of them never used to make one."""

from collections import Counter
from pathlib import Path

import pytest

from tests.test_claims import cases, read, written

GOLD = Path(__file__).parent / "gold"
# Claims exactly as marked; claims that nobody marked.
FLOORS = {"seen": (0.97, 0.0), "unseen": (0.83, 0.03), "unseen_second": (0.61, 0.0)}


@pytest.mark.parametrize("half", FLOORS)
def test_claims_are_cut_as_a_careful_reader_cuts_them(half: str) -> None:
    """A claim counts when value, quote, proposition, speaker, modality, day and place are all as marked."""
    right = marked = made = 0
    for case in cases(GOLD / f"claims_{half}.md"):
        got, expected = Counter(map(written, read(case))), Counter(case.claims)
        right += (got & expected).total()
        marked += expected.total()
        made += got.total()
    least, most = FLOORS[half]
    assert right / marked >= least
    assert (made - marked) / marked <= most
