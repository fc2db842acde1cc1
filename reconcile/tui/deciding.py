"""The keys that decide: each records a verdict, which is on disk before the next topic is painted."""

from collections.abc import Callable

from reconcile.errors import ReconcileError
from reconcile.model import Decision, Dossier, Status, Verdict
from reconcile.model.decide import NEEDS_SOURCE, explanation, propose
from reconcile.model.verdict import tagged, tags
from reconcile.report import words
from reconcile.tui import dialogs
from reconcile.tui.correcting import Correcting
from reconcile.tui.screens import Choice, Line, Note


class Deciding(Correcting):
    """The stage with its verdicts."""

    last: tuple[Decision, str] | None = None

    @property
    def _called(self) -> dict[str, str]:
        return dialogs.called(self.workspace.settings)

    def decide(self, decision: Decision, *, source: str = "", reason: str = "") -> None:
        """Record a verdict on this topic, or on all that are marked after asking; go on to the next that waits."""
        topic = self.topic
        if topic is None:
            return
        if not self.marks:
            self._record([topic], decision, source=source, reason=reason)
            return
        marked = [each for each in self.workspace.shown.topic if each in self.marks]
        name = words.decision(decision, self.workspace.settings)
        said = ", with the note of this topic" if self.notes.get(topic) else ""
        options = [("all", f"{name}, for each of the {len(marked)} that are marked{said}"), ("none", "leave them")]
        self.ask(
            Choice(f"{name}: {len(marked)} marked topics?", options),
            lambda word: self._record(marked, decision, source=source, reason=reason) if word == "all" else None,
        )

    def _record(self, topics: list[str], decision: Decision, *, source: str, reason: str, settle: bool = False) -> None:
        said = self.notes.get(self.topic or "", "")
        notes = {each: "\n".join(dict.fromkeys(filter(None, [self.notes.get(each), said]))) for each in topics}
        try:
            if source or settle:  # never for several: which one is right differs, see `_alone`
                note = notes[topics[0]]
                self.workspace.record(topics[0], decision, source=source, reason=reason, note=note, settle=settle)
            else:
                self.workspace.record_all(notes, decision, reason=reason)
        except (ReconcileError, ValueError) as error:
            self.refuse(error, f"not saved: {words.decision(decision, self.workspace.settings)}")
            return
        self.told_meanwhile(self.workspace.news)
        self.marks.clear()
        spent = [self.notes.pop(decided, "") for decided in topics]
        if any(spent):
            self.keep_place()
        self.last = (decision, reason)
        many = f" ({len(topics)} topics)" if len(topics) > 1 else ""
        whose = f"{words.name(self.workspace.dossier.source[source])}: " if source else ""
        self.tell(f"✓ {whose}{words.decision(decision, self.workspace.settings)}{many}")
        topic, waiting = self.topic, self.board.waiting
        after = (t for t in self.topics[self.place + 1 :] + self.topics[: self.place] if t in waiting)
        self.requeue(next(after, topic))

    def action_accept(self) -> None:
        """Accept the proposal."""
        if self.topic:
            decision, reason = propose(self.workspace.shown, self.topic)
            self.decide(decision, reason=reason)

    def action_source(self, number: int) -> None:
        """The source of a row is right."""
        shown = self.view()
        if shown and number > len(shown.rows):
            self.notify(f"there is no row {number}", markup=False)
        elif shown and self._alone():
            self.decide(Decision.PREFER_SOURCE, source=shown.rows[number - 1].source.slug)

    def action_pick(self) -> None:
        """Choose which source is right, by name: a table may have more rows than there are digits."""
        if self._alone():
            self._which(lambda slug: self.decide(Decision.PREFER_SOURCE, source=slug))

    def _which(self, then: Callable[[str], object]) -> None:
        """Ask which source is right, by the rows of the table in their order, and go on with its slug."""
        shown = self.view()
        if shown:
            rows = {f"{words.name(row.source)}, row {row.number}": row for row in shown.rows}
            options = [(name, row.value or row.written or row.mark) for name, row in rows.items()]
            self.ask(Choice("Which source is right?", options), lambda name: then(rows[name].source.slug))

    def _alone(self) -> bool:
        """Whether no topics are marked; a verdict that names a source cannot be given to several."""
        if self.marks:
            unmarks = f"{self.keymap.of['unmark']} takes the marks off"
            self.notify(f"{len(self.marks)} topics are marked: which source is right differs ({unmarks})", markup=False)
        return not self.marks

    def action_range(self) -> None:
        """Report the range."""
        self.decide(Decision.RANGE)

    def action_conflict(self) -> None:
        """A conflict that cannot be settled."""
        self.decide(Decision.UNRESOLVED_CONFLICT)

    def action_both(self) -> None:
        """Both hold, for a reason."""
        likely = explanation(self.workspace.shown, self.topic) if self.topic else ""
        self.ask(
            Choice("Both hold. Why do they differ?", dialogs.REASONS, dialogs.CRITERIA, likely, self._called),
            lambda r: self.decide(Decision.EXPLAINED, reason=r),
        )

    def action_open(self) -> None:
        """Leave open, saying what is missing."""

        def keep(missing: str) -> None:
            if self.topic:
                self.notes[self.topic] = missing
                self.decide(Decision.DEFERRED)

        self.ask(Line("Left open. What is missing?", self.notes.get(self.topic or "", "")), keep)

    def action_decide(self) -> None:
        """Choose among all verdicts."""

        def chosen(code: str) -> None:
            decision = Decision(code)
            if decision not in NEEDS_SOURCE:
                self.decide(decision)
            elif self._alone():
                self._which(lambda slug: self.decide(decision, source=slug))

        likely = propose(self.workspace.shown, self.topic)[0] if self.topic else ""
        self.ask(Choice("Which verdict?", dialogs.DECISIONS, dialogs.CRITERIA, likely, self._called), chosen)

    def action_settle(self) -> None:
        """Decide over the verdicts of reviewers who differ; theirs stay in the log and in the agreement."""
        shown = self.view()
        if shown is None or not self._alone():
            return
        if shown.status not in (Status.DISPUTED, Status.SETTLED):
            self.notify("the reviewers do not differ here: decide as ever", markup=False)
            return
        given = dialogs.given(self.workspace.shown, shown, self.workspace.settings)

        def chosen(code: str) -> None:
            decision, _, reason = code.partition(" ")
            source = reason if Decision(decision) in NEEDS_SOURCE else ""
            if Decision(decision) in NEEDS_SOURCE and not source:
                self._which(lambda slug: chosen(f"{decision} {slug}"))
            else:
                self._record([shown.topic.id], Decision(decision), source=source, reason=reason, settle=True)

        names = self._called | {code: self._called[code.partition(" ")[0]] for code, _ in given}
        options = [*given, *dialogs.DECISIONS]
        self.ask(Choice("Settle it: which verdict?", options, dialogs.CRITERIA, names=names), chosen)

    def action_again(self) -> None:
        """The same verdict as the last time, where it names no source."""
        if self.last is None:
            self.notify("no verdict was given yet that could be repeated", markup=False)
        elif self.last[0] in NEEDS_SOURCE:
            self.notify("the last verdict says which source is right: that differs from topic to topic", markup=False)
        else:
            self.decide(self.last[0], reason=self.last[1])

    def action_note(self) -> None:
        """Write a note for the next verdict on this topic."""

        def keep(note: str) -> None:
            if self.topic:
                self._noted(self.topic, note)

        self.ask(Note("Note for the next verdict on this topic:", self.notes.get(self.topic or "", "")), keep)

    def action_tags(self) -> None:
        """Write the tags of the next verdict on this topic; they stand in its note."""

        def keep(words: str) -> None:
            if self.topic:
                self._noted(self.topic, tagged(self.notes.get(self.topic, ""), words))

        self.ask(
            Line("Tags for the next verdict on this topic:", " ".join(tags(self.notes.get(self.topic or "", "")))), keep
        )

    def _noted(self, topic: str, note: str) -> None:
        """Take a note for the next verdict on a topic; it outlives the screen until that is given."""
        self.notes[topic] = note
        self.keep_place()
        self.paint()

    def action_mark(self) -> None:
        """Mark the topic, or take its mark off, and go on."""
        if self.topic:
            self.marks ^= {self.topic}
            self.move(self.place + 1)

    def action_unmark(self) -> None:
        """Take all marks off."""
        self.marks.clear()
        self.tell("nothing is marked")
        self.requeue(self.topic)

    def action_undo(self) -> None:
        """Take back the last verdict or correction and show its topic."""
        self.travel(self.workspace.undo, "took back", "took the correction back")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self.travel(self.workspace.redo, "decided again", "made the correction again")

    def travel(self, step: Callable[[], tuple[Dossier, str | None]], said: str, corrected: str) -> None:
        """Undo or redo, show its topic and say which verdict it was, or that it was a correction."""
        before = len(self.workspace.dossier.verdicts)
        if self.change(lambda: step()[1], corrected, nothing="nothing to take back or redo"):
            verdicts, by = self.workspace.dossier.verdicts, self.workspace.reviewer
            newest = next((v for v in reversed(verdicts[before:]) if v.by == by), None)
            which = newest.replaces if newest and newest.decision is Decision.WITHDRAWN else newest and newest.id
            verdict = next((v for v in reversed(verdicts) if v.id == which), None)
            self._note_again([v for v in verdicts[before:] if v.by == by])
            if verdict:
                self.tell(f"{said}: {words.decision(verdict.decision, self.workspace.settings)}")
                self.paint()

    def _note_again(self, new: list[Verdict]) -> None:
        """Keep the notes of what was taken back for the verdict that comes in its place; a redo has them again."""
        written = {v.id: v for v in self.workspace.dossier.verdicts}
        for verdict in new:
            back = written.get(verdict.replaces) if verdict.decision is Decision.WITHDRAWN else None
            if back and back.note:
                self.notes.setdefault(back.topic, back.note)
            elif self.notes.get(verdict.topic) == verdict.note:
                self.notes.pop(verdict.topic, "")
        self.keep_place()

    def action_reload(self) -> None:
        """Read the desk again."""
        self.change(self.workspace.reload, "read the desk again", refused="not read again")
        self.warn()
