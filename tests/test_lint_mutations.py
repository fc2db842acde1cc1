"""The example desk, broken and changed by program: a sample of what `python -m tests.bench.mutations` counts."""

import random
from pathlib import Path

import pytest

from bench.mutations import breaks, example, harmless, told, tried
from reconcile.engine import Cache, Engine
from reconcile.model import Level


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return example(tmp_path_factory.mktemp("desk"))


def test_every_kind_of_break_is_caught_at_least_once_and_harmless_edits_raise_no_alarm(
    root: Path, tmp_path: Path
) -> None:
    means = Engine(cache=Cache(tmp_path))
    clean = told(root, means)
    chance = random.Random(3)
    every = list(breaks(root))
    chance.shuffle(every)
    for kind in sorted({mutation.kind for mutation in every}):
        some = [mutation for mutation in every if mutation.kind == kind][:3]
        found = [{code for code, _ in tried(root, mutation, clean, means)} & mutation.codes for mutation in some]
        assert any(found), kind
    same = chance.sample(list(harmless(root)), 12)
    for mutation in same:
        loud = {code for code, level in tried(root, mutation, clean, means) if level is not Level.INFO}
        assert not loud, (mutation.kind, mutation.path)
