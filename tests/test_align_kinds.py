"""What a group gives of one kind leaves it for its mates; what finds none stays, as does what a reviewer put there."""

from collections.abc import Collection, Mapping
from dataclasses import replace

import pytest

from aligning import standing
from reconcile.align import mates
from reconcile.align.kinds import mated_by_kind

JOIN = 0.2
ONE = "The cull ended on May 3. The farm lost 48,000 hens."
OTHER = "The cull was over on May 9. Some 84,000 hens were killed."
THIRD = "All 84,000 hens at the farm are dead."
DAY, HENS, SAME_DAY, OTHER_HENS, THIRD_HENS = range(5)
NEAR = 0.15  # above what is asked for: 0.6 of JOIN


def moved(
    near: Mapping[tuple[int, int], float],
    groups: list[list[int]],
    fixed: Collection[int] = (),
    barred: Collection[tuple[int, int]] = (),
    texts: tuple[str, ...] = (ONE, OTHER, THIRD),
) -> list[list[int]]:
    """The groups of the values of some articles, numbered as they stand, each of a kind with its mates."""
    stories, known, rules = standing(texts, near, barred)
    rules = replace(rules, fixed=frozenset(fixed))
    assert len(known.readings) == sum(map(len, groups))
    return mated_by_kind(groups, stories, known, rules, JOIN)


@pytest.fixture(autouse=True)
def _at_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take texts of two sentences for articles."""
    monkeypatch.setattr(mates, "told_at_length", lambda *_: True)


TOGETHER = [[DAY, HENS, SAME_DAY], [OTHER_HENS, THIRD_HENS]]
ALIKE = {(HENS, OTHER_HENS): NEAR, (HENS, THIRD_HENS): NEAR}
PARTED = [[DAY, SAME_DAY], [HENS, OTHER_HENS, THIRD_HENS]]


def test_a_value_leaves_its_group_for_its_mates_and_the_others_stay() -> None:
    assert moved(ALIKE, TOGETHER) == PARTED


@pytest.mark.parametrize("near", [0.0, 0.11])
def test_what_finds_no_mate_stays(near: float) -> None:
    assert moved(dict.fromkeys(ALIKE, near), TOGETHER) == TOGETHER


def test_a_mate_is_of_one_size() -> None:
    larger = [text.replace("84,000", "840,000") for text in (OTHER, THIRD)]
    assert moved(ALIKE, TOGETHER, texts=(ONE, *larger)) == TOGETHER


def test_what_a_reviewer_put_there_stays() -> None:
    assert moved(ALIKE, TOGETHER, fixed=[DAY, HENS, SAME_DAY]) == TOGETHER


def test_it_takes_in_its_mate_where_a_reviewer_put_it() -> None:
    groups = [[DAY, HENS, THIRD_HENS], [SAME_DAY], [OTHER_HENS]]
    near = {(HENS, OTHER_HENS): NEAR, (OTHER_HENS, THIRD_HENS): NEAR}
    assert moved(near, groups, fixed=[OTHER_HENS]) == [[DAY], [HENS, OTHER_HENS, THIRD_HENS], [SAME_DAY]]
    assert moved(near, groups) == [[DAY, HENS, OTHER_HENS, THIRD_HENS], [SAME_DAY]]


def test_a_value_goes_to_its_mate_alone_where_it_may_not_be_with_the_others() -> None:
    groups = [[DAY, HENS, THIRD_HENS], [SAME_DAY, OTHER_HENS]]
    near = {(HENS, OTHER_HENS): NEAR, (OTHER_HENS, THIRD_HENS): NEAR}
    assert moved(near, groups) == [[DAY, HENS, OTHER_HENS, THIRD_HENS], [SAME_DAY]]
    apart = moved(near, groups, barred=[(DAY, OTHER_HENS)])
    assert apart == [[DAY], [HENS, OTHER_HENS, THIRD_HENS], [SAME_DAY]]
