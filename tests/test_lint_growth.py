"""What the lint costs grows with what lies there, whatever it is made of.

Four times as much may cost 6.4 times as much. Both sizes are timed in turn, by processor time, and the best of each
counts, as in `test_growth`.
"""

import json
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from desks import desk
from reconcile.desk import dossier, load
from reconcile.desk.near import nearest
from reconcile.lint import check, check_drafts, read_draft
from reconcile.model import Dossier
from reconcile.read import read_text

ROUNDS, SLACK = 8, 0.05


def _desk(root: Path, size: int) -> Path:
    (root / str(size)).mkdir()
    return desk(root / str(size))


def suppressions(size: int, root: Path) -> Callable[[], object]:
    """A draft of nothing but suppressions."""
    draft = read_draft(b"It rained. <!-- reconcile: ignore[A604] -- told --> So it did.\n" * size, "draft.md")
    found = load(_desk(root, size))
    return lambda: check_drafts(found, Dossier(), [draft])


def links(size: int, root: Path) -> Callable[[], object]:
    """A draft that pins every figure it has."""
    draft = read_draft(b"[12 people](claim:monday.000000) died.\n\n" * size, "draft.md")
    return draft.pins


def weekdays(size: int, root: Path) -> Callable[[], object]:
    """A draft of days that the calendar has to be asked for."""
    text = "---\ndate: 2021-03-05\n---\n" + "It rained on Tuesday, December 2.\n\n" * size
    draft = read_draft(text.encode(), "draft.md")
    found = load(_desk(root, size))
    return lambda: check_drafts(found, Dossier(), [draft])


def orphans(size: int, root: Path) -> Callable[[], object]:
    """A log of verdicts on claims that are gone."""
    folder = _desk(root, size)
    (folder / "claims/verdicts").mkdir()
    fields = {"decision": "range", "standing": "stands", "by": "ben", "seen": "0", "at": "2021-03-05T10:00:00+00:00"}
    each = ({"id": f"ben-{n}.1", "claim": f"monday.{n:06x}", "topic": f"gone-{n}"} for n in range(size))
    (folder / "claims/verdicts/ben.jsonl").write_text("".join(f"{json.dumps({**own, **fields})}\n" for own in each))
    found = load(folder)
    told = dossier(found)
    return lambda: check(found, told)


def retyped(size: int, root: Path) -> Callable[[], object]:
    """A claim file of values that other programs read otherwise."""
    folder = _desk(root, size)
    rows = "".join(f"  - id: monday.{n:06x}\n    quote: word{n}\n    value: 010\n" for n in range(size))
    (folder / "claims/monday.yaml").write_text(f"source: monday\nclaims:\n{rows}")
    return lambda: load(folder)


MADE = {
    "suppressions": (suppressions, 1_000),
    "links": (links, 400),
    "weekdays": (weekdays, 300),
    "orphans": (orphans, 1_500),
    "retyped": (retyped, 1_500),
}


def spent(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return process_time() - began


@pytest.mark.parametrize(("make", "size"), MADE.values(), ids=MADE)
def test_cost_grows_with_what_lies_there(
    make: Callable[[int, Path], Callable[[], object]], size: int, tmp_path: Path
) -> None:
    little, much = make(size, tmp_path), make(4 * size, tmp_path)
    small, large = spent(little), spent(much)
    for _ in range(ROUNDS):
        if large <= 6.4 * small + SLACK:
            return
        small, large = min(small, spent(little)), min(large, spent(much))
    pytest.fail(f"four times as much costs {large / small:.1f} times as much")


def test_a_quote_that_leaves_words_out_at_every_word_is_looked_for_once() -> None:
    within = read_text("It rained. " + "so " * 200 + "they said. " * 3, slug="a")
    quote = "... ".join(["so "] * 12) + "... nothing of it"
    assert nearest(quote, within) is None  # would take years, were all ways to place its words tried


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("12 people ... drowned at high tide", "12 people, the mayor said, drowned at high tide"),
        ("the mayor … 12 people … drowned at high tide", None),
        (
            "town ... 12 people ... drowned at high tide",
            "town slept, and 12 people, the mayor said, drowned at high tide",
        ),
        ("12 people ... drowned at high tide ... on the next day", None),  # in another sentence
    ],
)
def test_a_quote_that_leaves_words_out_is_found_within_a_sentence(quote: str, words: str | None) -> None:
    text = "Of 12 people it was known. The town slept, and 12 people, the mayor said, drowned at high tide."
    near = nearest(quote, read_text(f"{text} It rained on the next day.", slug="a"))
    found = near.words if near is not None and near.changed.startswith("it leaves words out") else None
    assert found == words
