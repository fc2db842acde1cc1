"""No text makes reading blow up: the cost grows with the length, whatever the text is made of.

Four times the text may cost 6.4 times as much (2.53 for each doubling). Both lengths are timed in turn, by processor
time, and the best of each counts: a busy machine only takes more rounds. A step that goes over the whole text for each
of its pieces costs sixteen times as much in every round.
"""

from collections.abc import Callable, Sequence
from datetime import date
from time import process_time

import pytest

from reconcile.extract import dates, extract, figures, mentions
from reconcile.extract.sentences import read_sentences
from reconcile.lexicon.earlier import was
from reconcile.model import Source
from reconcile.read import read_text

PIECES = {
    "digits": "7", "commas": ",", "ands": "and ", "ones and commas": "1,", "letters": "a ", "one word": "x",
    "brackets": "(", "pairs of brackets": "()", "quotes": '"', "months": "Nov. ", "dashes": "— ", "ranges": "5 to ",
    "number words": "two hundred and ", "halves": "half a ", "chains": "1-", "signs": "$", "addresses": "http://",
    "credits": "A/", "datelines": "By Al - ", "lines": "a\n", "days": "in 5 days ", "relatives": "who ",
    "hyphens": "-", "apostrophes": "'", "percents": "%", "slashes": "/", "spaced hyphens": "- ", "en dashes": "–",
    "lists with gaps": "the Ace camp 3, ", "open brackets and numbers": "12 (", "crossed": "3m by ",
    "numbers": "20 ", "one paragraph": "Then 20 died. ",
    "an endless line": "The river rose and the town waited for 12 of whom he said ",
}  # fmt: skip
LONGEST = 100_000  # characters to begin with; what is read fast is asked for as many, so that a slow step shows
ENOUGH = 0.03  # seconds: what takes longer is long enough to be measured


ROUNDS = 8
SLACK = 0.05  # seconds: what a text costs whatever its length, and memory that is taken for the first time


def article(text: str) -> Source:
    return read_text(text, slug="a", published=date(2021, 3, 4))


WORKS: dict[str, Callable[[str], Sequence[object]]] = {
    "mentions": lambda text: mentions(article(text)),
    "claims": lambda text: extract(article(text)),
    "figures": figures.find,
    "dates": lambda text: dates.find(text, date(2021, 3, 4)),
    "sentences": read_sentences,
    "places": lambda text: list(map(article(text).line, range(0, len(text), 2))),
}


def spent(work: Callable[[str], Sequence[object]], text: str) -> float:
    """Seconds of the processor for reading a text."""
    began = process_time()
    work(text)
    return process_time() - began


@pytest.mark.parametrize("work", WORKS.values(), ids=WORKS)
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_cost_grows_with_the_text(work: Callable[[str], Sequence[object]], piece: str) -> None:
    work(piece)  # what is read once a process is no part of it
    times = 500 // len(piece)
    while (small := spent(work, piece * times)) < ENOUGH and times * len(piece) < LONGEST:
        times *= 2
    large = spent(work, piece * times * 4)
    for _ in range(ROUNDS):
        if large <= 6.4 * small + SLACK:
            return
        small = min(small, spent(work, piece * times))
        large = min(large, spent(work, piece * times * 4))
    pytest.fail(f"four times the text costs {large / small:.1f} times as much")


def test_no_word_behind_a_figure_is_too_long() -> None:
    assert not was("fell from", " " + "x" * 100_000)  # would take days, were its letters tried in threes
