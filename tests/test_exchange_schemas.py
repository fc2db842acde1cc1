"""SARIF beside a model that others made of its published schema.

pydantic-sarif holds the schema of SARIF 2.1.0 of before `state` of a suppression was named `status`. No package holds a
schema of Web Annotations or ClaimReview: those are held to the text of their standards in the tests beside this one.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from desks import desk, workspace
from reconcile.cli import main
from reconcile.model import Decision, Outcome


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A desk with a conflict decided."""
    root = desk(tmp_path)
    work = workspace(root)
    topic = next(t.id for t in work.dossier.topics if work.dossier.outcome(t.id) is Outcome.CONFLICTS)
    work.record(topic, Decision.SOURCE_ERROR, source="monday", note="the log has it")
    return root


def read(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    capsys.readouterr()
    main(list(words))
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("words", [("export", "sarif"), ("lint", "--format", "sarif")])
def test_sarif_fits_its_schema(words: tuple[str, ...], root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    model = pytest.importorskip("pydantic_sarif.model", reason="pip install pydantic-sarif holds the schema")
    log = read(capsys, *words, "--desk", str(root))
    suppressed = [s for result in log["runs"][0]["results"] for s in result.get("suppressions", [])]
    assert suppressed or words[0] == "lint"
    for suppression in suppressed:
        suppression["state"] = suppression.pop("status")
    model.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate(log)
