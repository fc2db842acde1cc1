"""What the review tells a person beside the topic itself: what was done, what was not and why, what others changed."""

from abc import abstractmethod
from collections.abc import Callable, Sequence

from reconcile.errors import ReconcileError
from reconcile.model import Problem
from reconcile.tui import dialogs, paint
from reconcile.tui.opening import Opening
from reconcile.tui.screens import Choice, Line, Note


class Saying(Opening):
    """The frame with its voice."""

    said = ""
    notes: dict[str, str]  # by topic, for the verdict that is still to come
    _warned: tuple[Problem, ...] = ()

    @property
    @abstractmethod
    def topic(self) -> str | None:
        """The topic shown."""

    @abstractmethod
    def requeue(self, topic: str | None = None) -> None:
        """Show what the dossier is by now."""

    def tell(self, said: str) -> None:
        """Say in the header what was done; it stays until something else is."""
        self.said = paint.cut(said, 34)

    def ask(self, screen: Choice | Line | Note, then: Callable[[str], object]) -> None:
        """Open a dialog and go on with its answer, unless it was left."""

        def answered(answer: str | None) -> None:
            if answer is not None:
                then(answer)

        self.push_screen(screen, answered)

    def warn(self) -> None:
        """Say what is broken on the desk, where it was not said yet: it is left out of what is shown here."""
        if self.workspace.problems and self.workspace.problems != self._warned:
            self.notify(dialogs.broken(self.workspace.problems), severity="warning", timeout=12, markup=False)
        self._warned = self.workspace.problems

    def refuse(self, error: Exception, what: str) -> None:
        """Say what was not done and why; that it was not stays in the header until something else is done."""
        note = bool(self.notes.get(self.topic or ""))
        told = dialogs.refused(error, str(self.workspace.root), what, note=note)
        self.clear_notifications()
        self.tell(f"✗ {what.partition(':')[0]}")
        self.notify(told, severity="error", timeout=15, markup=False)
        self.warn()
        self.requeue(self.topic)

    def told_meanwhile(self, files: Sequence[str]) -> None:
        """Say which files other programs changed."""
        if files:
            self.notify(dialogs.meanwhile(files), timeout=10, markup=False)
            self.warn()

    def on_app_focus(self) -> None:
        """Back from another window: show what was changed there; a dialog that is open keeps what it asks about."""
        if self.ready and not self.screen.is_modal:
            try:
                self.told_meanwhile(self.workspace.catch_up())
            except ReconcileError as error:
                self.refuse(error, "not read: what other programs changed")
            self.requeue(self.topic)
