"""Articles grouped into stories, scored by B-cubed: of each article, how much of its group tells its event.

The articles lie in a folder `shared` beside the checkout; where they are missing these tests are skipped and say so.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest
import yaml

from reconcile.align.stories import stories
from reconcile.align.vocabulary import vocabulary
from reconcile.align.words import words

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "shared" / "data" / "ecbplus_docs.jsonl"
FLOORS: Mapping[str, float] = yaml.safe_load((HERE / "gold" / "stories.yaml").read_text(encoding="utf-8"))


def b_cubed(piles: Iterable[tuple[Sequence[Sequence[str]], Mapping[str, object]]]) -> tuple[float, float, float]:
    """Precision, recall and F1 over the articles of all piles: (groups of slugs, the event of each slug)."""
    purity, whole, count = 0.0, 0.0, 0
    for groups, event_of in piles:
        sizes = Counter(event_of.values())
        for group in groups:
            for event, found in Counter(event_of[slug] for slug in group).items():
                purity += found * found / len(group)
                whole += found * found / sizes[event]
        count += len(event_of)
    precision, recall = purity / count, whole / count
    return precision, recall, 2 * precision * recall / (precision + recall)


def test_b_cubed_by_hand() -> None:
    precision, recall, _ = b_cubed([([["a", "b", "x"], ["y"]], {"a": 1, "b": 1, "x": 2, "y": 2})])
    assert precision == pytest.approx((2 * 2 / 3 + 1 / 3 + 1) / 4)
    assert recall == pytest.approx((2 + 2 / 2) / 4)


@pytest.mark.skipif(not DATA.is_file(), reason="the articles are not beside this checkout")
def test_two_events_that_look_alike_are_parted_and_one_event_stays_whole() -> None:
    known = vocabulary()
    topics: dict[object, dict[str, object]] = defaultdict(dict)
    events: dict[object, dict[str, object]] = defaultdict(dict)
    read = {}
    with DATA.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            topics[row["topic"]][row["id"]] = events[row["event"]][row["id"]] = row["event"]
            read[row["id"]] = words(row["text"], known)

    def grouped(piles: Iterable[Mapping[str, object]]) -> list[tuple[list[list[str]], Mapping[str, object]]]:
        return [(stories({slug: read[slug] for slug in pile}, known), pile) for pile in piles]

    assert b_cubed(grouped(topics.values()))[2] >= FLOORS["two look-alike events in a pile, f1"]
    assert b_cubed(grouped(events.values()))[1] >= FLOORS["one event in a pile, recall"]
