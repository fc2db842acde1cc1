"""The example desk is what the program makes of its articles today, and shows what it is there to show."""

import shutil
from pathlib import Path

import pytest

from reconcile.desk import copy_example, dossier, extract, load
from reconcile.errors import UsageError
from reconcile.lint import check
from reconcile.model import Dossier, Outcome, Status

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def whole() -> Dossier:
    return dossier(load(ROOT))


def test_its_claim_files_are_what_extract_writes(tmp_path: Path) -> None:
    for folder in ("sources", "claims"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    before = {path.name: path.read_text() for path in (tmp_path / "claims").glob("*.yaml")}
    extract(tmp_path)
    assert {path.name: path.read_text() for path in (tmp_path / "claims").glob("*.yaml")} == before


def test_it_shows_every_outcome(whole: Dossier) -> None:
    assert {finding.outcome for finding in whole.findings} == set(Outcome)


def test_the_stories_are_told_apart(whole: Dossier) -> None:
    for topic in whole.topics:
        stories = {whole.claim[claim].source.split("-")[0] for claim in topic.claims}
        assert len(stories) == 1, topic.label


@pytest.mark.parametrize(
    ("relation", "outcome"),
    [
        ("shared_bound", Outcome.DIFFERS),
        ("tally_growth", Outcome.DIFFERS),
        ("share_count", Outcome.AGREE),
        ("approx_equal", Outcome.AGREE),
        ("deadline_v_event", Outcome.COMPATIBLE),
        ("planned_v_actual", Outcome.COMPATIBLE),
        ("disjoint", Outcome.CONFLICTS),
    ],
)
def test_it_shows_what_it_is_there_to_show(relation: str, outcome: Outcome, whole: Dossier) -> None:
    assert (relation, outcome) in {(f.relation, f.outcome) for f in whole.findings}


def test_it_conflicts_on_one_date_and_one_figure_only(whole: Dossier) -> None:
    found = [f for f in whole.findings if f.outcome is Outcome.CONFLICTS]
    assert sorted(f.dimension for f in found) == ["date", "figure"]


def test_wire_copy_under_another_label_is_one_origin(whole: Dossier) -> None:
    assert [origin.sources for origin in whole.origins] == [("ilvar-harbour", "ilvar-wire")]


def test_some_verdicts_are_given_and_one_conflict_is_left(whole: Dossier) -> None:
    status = [whole.status(topic.id) for topic in whole.topics]
    assert {Status.OPEN, Status.DECIDED, Status.CONFIRMED} == set(status)
    assert [problem.code for problem in check(load(ROOT), whole).problems] == ["R501"]


def test_the_demo_is_a_copy_that_is_never_laid_over_something(tmp_path: Path) -> None:
    copy_example(tmp_path / "demo")
    assert dossier(load(tmp_path / "demo")).topics == dossier(load(ROOT)).topics
    with pytest.raises(UsageError, match="is there already"):
        copy_example(tmp_path)
