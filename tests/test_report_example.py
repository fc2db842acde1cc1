"""What the example desk is reported as, in every format that is text; the expected files stand in `goldens/reports/`.

After a change that is meant, run with RECONCILE_REWRITE=1 and read the difference in git.
"""

import os
from pathlib import Path

import pytest

from reconcile.desk import dossier, load
from reconcile.model import Dossier, Settings
from reconcile.report import EXCHANGE, FORMATS, render

ROOT = Path(__file__).parents[1]
RATED = Settings(ratings={"wrong": "1 False", "superseded": "3 Out of date", "stands": "5 True"})
GOLDENS = ROOT / "tests/goldens/reports"


@pytest.fixture(scope="module")
def whole() -> Dossier:
    return dossier(load(ROOT))


@pytest.mark.parametrize("name", [*FORMATS, *EXCHANGE])
def test_the_example_desk_in_every_format(name: str, whole: Dossier) -> None:
    golden, said = GOLDENS / f"example.{name}", render(name, whole, RATED).encode()
    if os.environ.get("RECONCILE_REWRITE"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(said)
    assert said == golden.read_bytes(), f"{golden.name} reads otherwise; RECONCILE_REWRITE=1 accepts it"
