"""How far reviewers agree: the statistics against published examples, and the command over a desk."""

import json
from collections import Counter
from pathlib import Path

import pytest

from desks import desk, workspace
from reconcile.cli import main
from reconcile.model import Decision
from reconcile.model.agreement import agreement, alpha, cohen, fleiss


def test_cohen_s_kappa_of_a_textbook_table() -> None:
    """Fifty proposals: 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no give 0.4."""
    both = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert cohen(both) == pytest.approx(0.4)


def test_fleiss_kappa_of_ten_subjects_and_fourteen_raters() -> None:
    table = ((0, 0, 0, 0, 14), (0, 2, 6, 4, 2), (0, 0, 3, 5, 6), (0, 3, 9, 2, 0), (2, 2, 8, 1, 1), (7, 7, 0, 0, 0),
             (3, 2, 6, 3, 0), (2, 5, 3, 2, 2), (6, 5, 2, 1, 0), (0, 2, 2, 3, 7))  # fmt: skip
    counts = [Counter({str(code): n for code, n in enumerate(row) if n}) for row in table]
    assert fleiss(counts) == pytest.approx(0.210, abs=0.0005)


def test_krippendorff_s_alpha_survives_missing_decisions() -> None:
    """His own example of four observers and twelve units, nominal: 0.743."""
    units = ("111", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", "555", "11", "3")
    assert alpha(units) == pytest.approx(0.743, abs=0.0005)


def test_what_says_nothing_is_not_a_number() -> None:
    assert cohen([]) is None
    assert cohen([("a", "a")] * 3) is None  # chance alone would give that
    assert fleiss([]) is None
    assert alpha(["a", "b"]) is None


def test_two_reviewers_at_a_desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {
        name: f"---\npublished: 2021-03-0{day}\n---\n\n{toll} people died. The bridge was closed on February {day}. "
        f"The dam cost {toll} million euros.\n"
        for name, day, toll in (("monday", 1, 12), ("tuesday", 2, 19))
    }
    root = desk(tmp_path, **texts)
    anna = workspace(root)
    topics = [topic.id for topic in anna.dossier.topics][:3]
    decided = (
        (Decision.RANGE, Decision.RANGE),
        (Decision.RANGE, Decision.UNVERIFIABLE),
        (Decision.NOT_A_CLAIM, Decision.DEFERRED),
    )
    for topic, (hers, _) in zip(topics, decided, strict=True):
        anna.record(topic, hers)
    ben = workspace(root, "ben")
    for topic, (_, his) in zip(topics, decided, strict=True):
        ben.record(topic, his)
    told = agreement(ben.dossier)
    assert told.reviewers == {"anna": 3, "ben": 2}
    assert [(two.both, two.same) for two in told.pairs] == [(2, 1)]
    assert told.differing == {topics[1]: {"anna": "range", "ben": "unverifiable"}}
    assert main(["agreement", "--desk", str(root)]) == 0
    assert f"differ on {topics[1]}" in capsys.readouterr().out
    assert main(["agreement", "--desk", str(root), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["reviewers"] == {"anna": 3, "ben": 2}


def test_one_reviewer_has_nobody_to_agree_with(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agreement", "--desk", str(desk(tmp_path))]) == 0
    assert "nothing to compare yet" in capsys.readouterr().out
