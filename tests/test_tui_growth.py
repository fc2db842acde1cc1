"""What a verdict costs does not grow with the desk: counted in topics looked at, not in time."""

from pathlib import Path

import pytest

from reconcile.desk.steps import Steps
from reconcile.model import Decision
from reconcile.tui.queue import Board
from tests.bench.stack import Stacked, stack


@pytest.mark.parametrize("claims", [80, 800])
def test_a_verdict_touches_its_own_topic_alone(tmp_path: Path, claims: int) -> None:
    at = Stacked(tmp_path, stack(claims))
    board = Board(at.shown)
    assert board.touched == len(at.shown.topics)
    for step in (lambda: at.record(at.shown.topics[1].id, Decision.RANGE), at.undo, at.redo):
        step()
        board = Board(at.shown, board)
        assert board.touched == 1
        whole = Board(at.shown)
        assert (board.statuses, board.waiting, board.counts) == (whole.statuses, whole.waiting, whole.counts)


def test_a_log_that_grew_is_the_log_read_at_once(tmp_path: Path) -> None:
    """The look-ups that follow a growing log say what they say of the whole log, through undo and redo."""
    at = Stacked(tmp_path, stack(80))
    topics = [topic.id for topic in at.shown.topics]
    steps = [
        lambda: at.record(topics[0], Decision.RANGE),
        lambda: at.record(topics[1], Decision.UNVERIFIABLE),
        lambda: at.record(topics[0], Decision.UNRESOLVED_CONFLICT),
        at.undo,
        at.undo,
        at.redo,
        lambda: at.record_all(dict.fromkeys(topics[2:5], ""), Decision.RANGE),
        at.undo,
        at.undo,
        at.redo,
    ]
    followed = Steps("anna")
    for step in steps:
        step()
        grown, fresh = at.dossier, Stacked(tmp_path, stack(80)).dossier
        assert grown.verdicts == fresh.verdicts
        assert grown.standing == fresh.standing
        assert [grown.verdicts_of(claim) for claim in grown.claim] == [
            fresh.verdicts_of(claim) for claim in fresh.claim
        ]
        followed.follow(grown.verdicts)
        whole = Steps("anna").follow(fresh.verdicts)
        assert (followed.last, followed.taken_back, followed.next_number) == (
            whole.last,
            whole.taken_back,
            whole.next_number,
        )
