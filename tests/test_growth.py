"""No text makes reading blow up: the cost grows with the length, whatever the text is made of.

Four times the text may cost 6.4 times as much (2.53 for each doubling), with processor time, the best of three; a step
that goes over the whole text for each of its pieces would cost sixteen times as much.
"""

from collections.abc import Callable, Sequence
from datetime import date
from time import process_time

import pytest

from reconcile.extract import extract, mentions
from reconcile.model import Source
from reconcile.read import read_text

PIECES = {
    "digits": "7", "commas": ",", "ands": "and ", "ones and commas": "1,", "letters": "a ", "one word": "x",
    "brackets": "(", "pairs of brackets": "()", "quotes": '"', "months": "Nov. ", "dashes": "— ", "ranges": "5 to ",
    "number words": "two hundred and ", "halves": "half a ", "chains": "1-", "signs": "$", "addresses": "http://",
    "credits": "A/", "datelines": "By Al - ", "lines": "a\n", "days": "in 5 days ", "relatives": "who ",
    "one paragraph": "Then 20 died. ", "an endless line": "The river rose and the town waited for 12 of whom he said ",
}  # fmt: skip
LONGEST = 100_000  # characters to begin with; what is read fast is asked for as many, so that a slow step shows
ENOUGH = 0.03  # seconds: what takes longer is long enough to be measured


def spent(work: Callable[[Source], Sequence[object]], text: str) -> float:
    """Seconds of the processor for reading a text, the best of three."""
    took = []
    for _ in range(3):
        began = process_time()
        work(read_text(text, slug="a", published=date(2021, 3, 4)))
        took.append(process_time() - began)
    return min(took)


@pytest.mark.parametrize("work", [mentions, extract])
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_cost_grows_with_the_text(work: Callable[[Source], Sequence[object]], piece: str) -> None:
    spent(work, piece)  # what is read once a process is no part of it
    times = 500 // len(piece)
    while (cost := spent(work, piece * times)) < ENOUGH and times * len(piece) < LONGEST:
        times *= 2
    assert spent(work, piece * times * 4) <= 6.4 * cost + 0.15
