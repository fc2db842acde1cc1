"""One reviewer at one desk: what the review screen and `reconcile verdict` talk to."""

from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import groupby
from pathlib import Path

from reconcile import __version__
from reconcile.desk import files
from reconcile.desk.load import dossier, load
from reconcile.desk.verdict_log import append_verdicts, read_logs
from reconcile.desk.writing import strike
from reconcile.model import Decision, Dossier, Settings, Standing, Verdict, seen
from reconcile.model.decide import standings


class Workspace:
    """The dossier of a desk, and the reviewer's ways to change it.

    Every change is on disk before it is seen; verdicts are only appended.

    Args:
        root: the desk's folder.
        reviewer: whose log is written.
        now: the clock.
    """

    def __init__(self, root: Path, reviewer: str, now: Callable[[], datetime]) -> None:
        self.root, self.reviewer, self._now = root, reviewer, now
        self.settings = Settings()
        self.source_files: Mapping[str, str] = {}
        self.dossier = self.reload()

    def reload(self) -> Dossier:
        """Read the desk again."""
        desk = load(self.root)
        self.settings, self.source_files = desk.settings, desk.source_files
        self.dossier = dossier(desk)
        return self.dossier

    def record(self, topic: str, decision: Decision, *, source: str = "", reason: str = "", note: str = "") -> Dossier:
        """Decide a topic: one line for each of its claims.

        Args:
            source: slug of the source that is right, for the decisions that need one.

        Raises:
            ValueError: where such a decision names no source of the topic.
            DeskError: where the log cannot be written; nothing changed.
        """
        return self._append(topic, decision, standings(self.dossier, topic, decision, source), reason or source, note)

    def strike(self, claim: str) -> Dossier:
        """Write into the claim file that a claim is none; the comparison follows.

        Raises:
            DeskError: where the file cannot be written; nothing changed.
        """
        strike(self.root, claim)
        return self.reload()

    def undo(self) -> tuple[Dossier, str | None]:
        """Take back the reviewer's last decision that still stands; the log keeps it.

        Returns:
            The dossier, and the topic taken back; None where there is nothing to take back.
        """
        done, _ = self._history()
        if not done:
            return self.dossier, None
        last = done[-1]
        undone = {v.claim: v.standing for v in last}
        replaced = {v.claim: v.id for v in last}
        return self._append(last[0].topic, Decision.WITHDRAWN, undone, "", "", replaced), last[0].topic

    def redo(self) -> tuple[Dossier, str | None]:
        """Decide again what was taken back last.

        Returns:
            The dossier, and the topic decided again; None where there is nothing.
        """
        _, undone = self._history()
        if not undone:
            return self.dossier, None
        last = undone[-1]
        again = {v.claim: v.standing for v in last}
        return self._append(last[0].topic, last[0].decision, again, last[0].reason, last[0].note), last[0].topic

    def _history(self) -> tuple[list[list[Verdict]], list[list[Verdict]]]:
        """The reviewer's decisions that stand and those taken back, oldest first, from the log alone."""
        done: list[list[Verdict]] = []
        undone: list[list[Verdict]] = []
        mine = [verdict for verdict in self.dossier.verdicts if verdict.by == self.reviewer]
        for _, group in groupby(mine, key=lambda verdict: verdict.id.rpartition(".")[0]):
            batch = list(group)
            if batch[0].decision is Decision.WITHDRAWN:
                taken = {verdict.replaces for verdict in batch}
                back = [old for old in done if taken & {verdict.id for verdict in old}]
                undone += back
                done = [old for old in done if old not in back]
                continue
            if undone and _same(undone[-1], batch):
                undone.pop()
            else:
                undone.clear()
            done.append(batch)
        return done, undone

    def _append(  # noqa: PLR0913, PLR0917 - a verdict's fields
        self,
        topic: str,
        decision: Decision,
        standing: Mapping[str, Standing],
        reason: str,
        note: str,
        replaced: Mapping[str, str] | None = None,
    ) -> Dossier:
        at = self._now().isoformat()
        with files.lock(self.root):
            verdicts = tuple(logged.verdict for logged in read_logs(self.root)[0])  # another screen may have written
            mine = [verdict for verdict in verdicts if verdict.by == self.reviewer]
            batch = int(mine[-1].id.rpartition("-")[2].partition(".")[0]) + 1 if mine else 1
            current = self.dossier.with_verdicts(verdicts)
            before = {v.claim: v.id for v in current.standing.values() if v.by == self.reviewer}
            new = [
                Verdict(
                    id=f"{self.reviewer}-{batch}.{number}",
                    claim=claim,
                    topic=topic,
                    decision=decision,
                    standing=becomes,
                    by=self.reviewer,
                    at=at,
                    seen=seen(self.dossier.claim[claim]) if claim in self.dossier.claim else "",
                    reason=reason,
                    note=note,
                    replaces=(before if replaced is None else replaced).get(claim, ""),
                    tool=__version__,
                )
                for number, (claim, becomes) in enumerate(standing.items(), 1)
            ]
            append_verdicts(self.root, self.reviewer, new)
        self.dossier = current.with_verdicts((*verdicts, *new))
        return self.dossier


def _same(old: list[Verdict], new: list[Verdict]) -> bool:
    """Whether a decision repeats one that was taken back: then it was a redo."""
    return [(v.claim, v.decision, v.standing, v.reason, v.note) for v in old] == [
        (v.claim, v.decision, v.standing, v.reason, v.note) for v in new
    ]
