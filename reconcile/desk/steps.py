"""What a reviewer decided and took back, step by step, from the log alone; it grows with the log."""

import re
from itertools import groupby
from typing import Final

from reconcile.model import Decision, Verdict

_ID: Final = re.compile(r".*-(\d{1,18})\.\d+")  # no step has a longer number, whatever a line brought in says


class Steps:
    """A reviewer's decisions in order. What was taken in once is not looked at again while the log only grows.

    Args:
        reviewer: whose.
    """

    def __init__(self, reviewer: str) -> None:
        self._reviewer = reviewer
        self._begin()

    def _begin(self) -> None:
        self._verdicts: tuple[Verdict, ...] = ()
        self._number = 0
        self._done: dict[int, list[Verdict]] = {}  # by place in the log, those taken back left out
        self._undone: list[list[Verdict]] = []
        self._place: dict[str, int] = {}  # of the step of a verdict, by the verdict's id
        self._count = 0

    def follow(self, verdicts: tuple[Verdict, ...]) -> "Steps":
        """Take in what the log holds by now."""
        known = len(self._verdicts)
        if verdicts[:known] != self._verdicts:  # the same objects, so this is quick
            self._begin()
            known = 0
        mine = (verdict for verdict in verdicts[known:] if verdict.by == self._reviewer)
        for _, group in groupby(mine, key=lambda verdict: verdict.id.rpartition(".")[0] or verdict.id):
            self._take(list(group))
        self._verdicts = verdicts
        return self

    @property
    def last(self) -> list[Verdict] | None:
        """The last decision that still stands."""
        return self._done[next(reversed(self._done))] if self._done else None

    @property
    def last_number(self) -> int:
        """The number of the last decision that still stands, 0 where there is none."""
        return _number(self.last or [])

    @property
    def taken_back(self) -> list[Verdict] | None:
        """The decision that was taken back last, unless another followed."""
        return self._undone[-1] if self._undone else None

    @property
    def next_number(self) -> int:
        """One above every number in the log; lines that a person or a merge brought in are no hindrance."""
        return self._number + 1

    def _take(self, batch: list[Verdict]) -> None:
        self._number = max(self._number, _number(batch))
        if batch[0].decision is Decision.WITHDRAWN:
            places = {self._place[verdict.replaces] for verdict in batch if verdict.replaces in self._place}
            self._undone += [self._done.pop(place) for place in sorted(places) if place in self._done]
            return
        if self._undone and _same(self._undone[-1], batch):
            self._undone.pop()
        else:
            self._undone.clear()
        self._count += 1
        self._done[self._count] = batch
        self._place |= {verdict.id: self._count for verdict in batch}


def _number(batch: list[Verdict]) -> int:
    return max((int(found[1]) for verdict in batch if (found := _ID.fullmatch(verdict.id))), default=0)


def _same(old: list[Verdict], new: list[Verdict]) -> bool:
    """Whether a decision repeats one that was taken back: then it was a redo."""
    return [(v.claim, v.decision, v.standing, v.reason, v.note, v.role) for v in old] == [
        (v.claim, v.decision, v.standing, v.reason, v.note, v.role) for v in new
    ]
