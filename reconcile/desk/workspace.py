"""One reviewer at one desk: what the review screen and `reconcile verdict` talk to."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Literal

from reconcile import __version__
from reconcile.desk import claim_files, files
from reconcile.desk.contents import stamp, stamps
from reconcile.desk.load import dossier, load
from reconcile.desk.rewrites import Rewrite, Rewrites
from reconcile.desk.steps import Steps
from reconcile.desk.verdict_log import FOLDER, append_verdicts, read_logs
from reconcile.desk.writing import correct
from reconcile.errors import ChangedError
from reconcile.model import Decision, Dossier, Mention, Problem, Settings, Span, Standing, Verdict, seen
from reconcile.model.decide import standings
from reconcile.model.verdict import ADJUDICATION, judged
from reconcile.model.work import Means

_Role = Literal["", "adjudication"]
_Row = tuple[str, str, Standing, str]  # topic, claim, what becomes of it, id of the verdict it replaces


class Workspace:
    """The dossier of a desk, and the reviewer's ways to change it.

    Every change is on disk before it is seen; verdicts are only appended. What another program changed on disk is read
    before anything is written, and nothing is written on a topic that it made another than the reviewer saw.

    Args:
        root: the desk's folder.
        reviewer: whose log is written.
        now: the clock.
        means: how the desk is read and compared; here and now where none is given.

    Attributes:
        news: the files that other programs had changed when something was written last.
    """

    def __init__(self, root: Path, reviewer: str, now: Callable[[], datetime], means: Means | None = None) -> None:
        self.root, self.reviewer, self._now = root, reviewer, now
        self._means = means
        self._steps, self._rewrites = Steps(reviewer), Rewrites()
        self.settings = Settings()
        self.source_files: Mapping[str, str] = {}
        self.problems: tuple[Problem, ...] = ()
        self.news: tuple[str, ...] = ()
        self._stamps: Mapping[str, tuple[int, int, int]] = {}
        self._blinded: tuple[Dossier, Dossier] = (Dossier(), Dossier())
        self.dossier = self.reload()

    def reload(self) -> Dossier:
        """Read the desk again.

        Raises:
            DeskError: where it cannot be; what was read before is kept.
        """
        found = stamps(self.root)
        desk = load(self.root, means=self._means)
        self.dossier, self._stamps = dossier(desk, self._means), found
        self.settings, self.source_files, self.problems = desk.settings, desk.source_files, desk.problems
        return self.dossier

    def catch_up(self) -> tuple[str, ...]:
        """Read what other programs changed on disk since the desk was read; gives the files.

        Raises:
            DeskError: as `reload`.
        """
        found = stamps(self.root)
        changed = tuple(sorted({name for name, _ in found.items() ^ self._stamps.items()}))
        if all(name.startswith(FOLDER) for name in changed):
            if changed:
                logged, problems = read_logs(self.root)
                others = (each for each in self.problems if not each.where.path.startswith(FOLDER))
                self.problems, self._stamps = (*others, *problems), found
                self.dossier = self.dossier.with_verdicts(tuple(each.verdict for each in logged))
        else:
            self.reload()
        return changed

    @property
    def shown(self) -> Dossier:
        """What the reviewer may see: on a desk whose reviews are blind, nobody's verdict that could lead their own."""
        if not self.settings.blind:
            return self.dossier
        if self._blinded[0] is not self.dossier:
            self._blinded = self.dossier, self.dossier.blinded(self.reviewer)
        return self._blinded[1]

    def record(  # noqa: PLR0913 - a verdict in full
        self,
        topic: str,
        decision: Decision,
        *,
        source: str = "",
        reason: str = "",
        note: str = "",
        settle: bool = False,
    ) -> Dossier:
        """Decide a topic: one line for each of its claims.

        Args:
            source: slug of the source that is right, for the decisions that need one.
            settle: whether this is an adjudication of what reviewers differed on, and not one's own judgement.

        Raises:
            ValueError: where such a decision names no source of the topic.
            ChangedError: where the topic is another on disk by now than was seen; it is read, and nothing written.
            DeskError: where the log cannot be written; nothing changed.
        """
        with self._writing(topic):
            becomes = standings(self.dossier, topic, decision, source)
            role: _Role = ADJUDICATION if settle else ""
            rows = self._rows({topic: becomes}, role)
            self._append(decision, rows, {topic: note}, reason=reason or source, role=role)
            self._rewrites.forget_undone()
        return self.dossier

    def record_all(self, notes: Mapping[str, str], decision: Decision, *, reason: str = "") -> Dossier:
        """Decide several topics alike, each with its note, as one step: one undo takes it back whole.

        Raises:
            ValueError: where the decision needs a source that is right: that differs from topic to topic.
            ChangedError: as `record`.
            DeskError: where the log cannot be written; nothing changed.
        """
        with self._writing(*notes):
            becomes = {topic: standings(self.dossier, topic, decision) for topic in notes}
            self._append(decision, self._rows(becomes), notes, reason=reason)
            self._rewrites.forget_undone()
        return self.dossier

    def correct(self, claim: str, changes: Mapping[str, str]) -> Dossier:
        """Write into the claim file what a person says of a claim; the comparison follows.

        Args:
            changes: key of the record to its new text; `{"status": "struck"}` says that it is no claim.

        Raises:
            DeskError: where a text cannot be read, the file cannot be written, or there is no such claim; nothing
                changed. ChangedError as `record`.
        """
        return self._rewrite(claim, {claim: changes})

    def add(self, source: str, span: Span, value: Mention | None, topic: str = "") -> Dossier:
        """Add a claim that the machine did not find, in an article's own words.

        Args:
            source: slug.
            span: the words, in the source's text.
            value: the figure or date it is about, inside them; None for a claim of wording.
            topic: the topic it belongs to; "" lets the alignment say.

        Raises:
            DeskError: as `correct`, and where the words are a claim already.
        """
        article = self.dossier.source[source]
        record = claim_files.record_of(article, span, value, topic)
        return self._rewrite("", {}, [(source, record)])

    def merge(self, topic: str, into: str) -> Dossier:
        """Put all claims of a topic into another.

        Raises:
            DeskError: as `correct`.
        """
        both = [*self.dossier.topic[into].claims, *self.dossier.topic[topic].claims]
        return self._rewrite(both[-1], {claim: {"topic": into} for claim in both})

    def move(self, claim: str, topic: str) -> Dossier:
        """Move a claim to another topic, or into one of its own; the claims it leaves are kept where they are.

        Raises:
            DeskError: as `correct`.
        """
        left = self.dossier.topic_of.get(claim)
        stay = [other for other in self.dossier.topic[left].claims if other != claim] if left else []
        kept = {other: {"topic": left} for other in stay if left}
        return self._rewrite(claim, {**kept, claim: {"topic": topic}})

    def undo(self) -> tuple[Dossier, str | None]:
        """Take back the reviewer's last step that still stands: a decision, which the log keeps, or a correction.

        Returns:
            The dossier, and the topic taken back; None where there is nothing to take back.

        Raises:
            DeskError: where a file cannot be written; nothing changed. ChangedError where a corrected one is another.
        """
        self._refuse_unseen(())
        last = self._steps.follow(self.dossier.verdicts).last_number
        if rewrite := self._rewrites.take_back(self.root, last):
            return self.reload(), rewrite.topic
        with self._writing(read=self.news):
            if not (done := self._steps.follow(self.dossier.verdicts).last):
                return self.dossier, None
            taken = [(v.topic, v.claim, v.standing, v.id) for v in done]
            self._append(Decision.WITHDRAWN, taken, {}, role=done[0].role)
            self._rewrites.took_back_verdict()
        return self.dossier, done[0].topic

    def redo(self) -> tuple[Dossier, str | None]:
        """Do again what was taken back last; returns and raises as `undo`."""
        self._refuse_unseen(())
        if rewrite := self._rewrites.do_again(self.root):
            return self.reload(), rewrite.topic
        with self._writing(read=self.news):
            if not (undone := self._steps.follow(self.dossier.verdicts).taken_back):
                return self.dossier, None
            last = undone[0]
            again = [(v.topic, v.claim, v.standing, self._before(v.claim, last.role)) for v in undone]
            notes = {v.topic: v.note for v in undone}
            self._append(last.decision, again, notes, reason=last.reason, role=last.role)
        return self.dossier, last.topic

    @contextmanager
    def _writing(self, *topics: str, read: Sequence[str] = ()) -> Iterator[None]:
        """Hold the desk once what others wrote is read, as an undo must not take that back; `read` is news as well."""
        with files.lock(self.root):
            self._refuse_unseen(topics)
            self.news = tuple(dict.fromkeys((*read, *self.news)))
            yield

    def _rewrite(
        self, claim: str, changes: Mapping[str, Mapping[str, str]], added: Sequence[tuple[str, Mapping[str, str]]] = ()
    ) -> Dossier:
        """Write claim files on behalf of what was seen of a claim's topic, and read the desk again."""
        shown = self.dossier.topic_of.get(claim, "")
        self._refuse_unseen([shown] if shown else [])
        texts = correct(self.root, changes, added, means=self._means)
        self._rewrites.made(Rewrite(texts, shown, self._steps.follow(self.dossier.verdicts).next_number))
        return self.reload()

    def _refuse_unseen(self, topics: Sequence[str]) -> None:
        """Catch up with the disk, and stop where topics are others by that than the reviewer saw."""
        before = [self._sight(topic) for topic in topics]
        self.news = self.catch_up()
        if [self._sight(topic) for topic in topics] != before:
            raise ChangedError(
                "changed what is shown here", where=", ".join(self.news), hint="it was read again, and nothing written"
            )

    def _sight(self, topic: str) -> object:
        """What a decision on a topic rests on: claims, findings, what stands already; None where there is none."""
        if topic not in self.dossier.topic:
            return None
        claims = self.dossier.topic[topic].claims
        told = [(claim, seen(self.dossier.claim[claim])) for claim in claims]
        stands = [(self._before(claim), self._before(claim, ADJUDICATION)) for claim in claims]
        return told, stands, self.dossier.findings_of[topic]

    def _before(self, claim: str, role: str = "") -> str:
        """The id of what stands of a claim: the reviewer's own verdict, or the adjudication, whoever gave it."""
        found = self.dossier.standing.get((claim, "" if role else self.reviewer))
        return found.id if found else ""

    def _rows(self, becomes: Mapping[str, Mapping[str, Standing]], role: str = "") -> list[_Row]:
        """What is to be written of each claim, topic by topic."""
        return [
            (topic, claim, standing, self._before(claim, role))
            for topic, claims in becomes.items()
            for claim, standing in claims.items()
        ]

    def _append(
        self, decision: Decision, rows: Sequence[_Row], notes: Mapping[str, str], *, reason: str = "", role: _Role = ""
    ) -> None:
        at, claims = self._now().isoformat(), self.dossier.claim
        batch = self._steps.follow(self.dossier.verdicts).next_number
        bare = [
            Verdict(
                id=f"{self.reviewer}-{batch}.{number}",
                claim=claim,
                topic=topic,
                decision=decision,
                standing=standing,
                by=self.reviewer,
                at=at,
                seen="",
                reason=reason,
                note=notes.get(topic, ""),
                replaces=replaces,
                tool=__version__,
                role=role,
            )
            for number, (topic, claim, standing, replaces) in enumerate(rows, 1)
        ]
        new = [judged(verdict, claims[verdict.claim]) if verdict.claim in claims else verdict for verdict in bare]
        append_verdicts(self.root, self.reviewer, new)
        self.dossier = self.dossier.with_verdicts((*self.dossier.verdicts, *new))
        own = f"{FOLDER}/{self.reviewer}.jsonl"
        self._stamps = {**self._stamps, own: stamp((self.root / own).lstat())}
