"""The review screen: key → action → `workspace.record` → new dossier → the widgets are painted again."""

import os
import shlex
import subprocess
from collections.abc import Iterable
from functools import partial
from typing import Any, ClassVar

from rich.text import Text
from textual.app import SuspendNotSupported, SystemCommand
from textual.binding import BindingType
from textual.screen import Screen

from reconcile.errors import DeskError
from reconcile.model.plain import plain
from reconcile.tui import copying, dialogs
from reconcile.tui.article import Article
from reconcile.tui.deciding import Deciding
from reconcile.tui.keymap import DECIDING, Keymap
from reconcile.tui.listing import Listing
from reconcile.tui.queue import Facet, Filter, queue
from reconcile.tui.screens import Choice, Line, Page
from reconcile.tui.shapes import shapes
from reconcile.tui.themes import COLOURS
from reconcile.tui.why import why


class ReviewApp(Deciding):
    """The review of one desk, with all its keys; `Stage` gives them what the settings change."""

    BINDINGS: ClassVar[list[BindingType]] = [*Keymap().bindings()]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave tab to a dialog while one is open; decide nothing while the queue hides the topic."""
        if not super().check_action(action, parameters):
            return False
        if action == "queue" and self.screen.is_modal:
            return False
        return not (
            action in DECIDING and not self.screen.is_modal and self.ground.query_one(Listing).has_class("shown")
        )

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:  # noqa: ARG002 - Textual's signature
        """The palette: every key by its name."""
        for key in self.keymap.keys:
            yield SystemCommand(f"{key.label} ({key.shown})", key.what, partial(self.run_action, key.action))

    def action_next(self) -> None:
        """The next topic."""
        self.move(self.place + 1)

    def action_skip(self) -> None:
        """On without a verdict."""
        self.move(self.place + 1)

    def action_previous(self) -> None:
        """The topic before."""
        self.move(self.place - 1)

    def action_waiting(self, step: int) -> None:
        """The next topic, or the one before, that needs a person."""
        places = range(self.place + step, len(self.topics) if step > 0 else -1, step)
        found = next((at for at in places if self.topics[at] in self.board.waiting), None)
        if found is None:
            self.tell(f"nothing to do {'after' if step > 0 else 'before'} this one" if self.topics else "")
            self.paint()
        else:
            self.move(found)

    def action_end(self, last: int) -> None:
        """The first topic, or the last."""
        self.move(len(self.topics) - 1 if last else 0)

    def action_row(self, step: int) -> None:
        """Choose another row."""
        shown = self.view()
        if shown:
            self.choose((self.row + step) % len(shown.rows), self.against)

    def action_other(self, step: int) -> None:
        """Lay another row beside, one of those that the chosen one was compared with; the words that differ marked."""
        shown = self.view()
        if shown and len(shown.rows) > 1:
            self.marked = True
            count, row = len(shown.rows), self.row
            compared = {(number - 1 - row) % count for _, number in shown.against(shown.rows[row])}
            others = [ahead for ahead in range(1, count) if ahead in compared] or [*range(1, count)]
            further = others if step > 0 else others[::-1]
            past = (ahead for ahead in further if (ahead - self.against) * step > 0)
            self.choose(row, next(past, further[0]))

    def action_scroll(self, pages: int) -> None:
        """Scroll the passage, and with it the one at its side."""
        for pane in self.ground.query(Article).results() if self.wide else [self.ground.query(Article).first()]:
            pane.scroll_relative(y=pages * max(1, pane.size.height - 1), animate=False)

    def action_queue(self) -> None:
        """Show or leave the queue."""
        options = self.ground.query_one(Listing)
        shown = not options.has_class("shown") and not self.wide
        options.set_class(shown, "shown")
        self.ground.query_one("#topic").set_class(shown, "hidden")
        if shown or self.wide:
            self.set_focus(None if options.has_focus else options)
        else:
            self.set_focus(None)

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Go to the topic chosen in the queue; leave the queue where it was opened."""
        self.move(event.place)
        if event.opened and self.ground.query_one(Listing).has_class("shown"):
            self.action_queue()
        elif event.opened:
            self.set_focus(None)

    def action_view(self) -> None:
        """The next shape that the topic has: table, timeline, forest, text."""
        if shown := self.view():
            has = shapes(shown)
            self.shape = has[(has.index(self.shape) + 1) % len(has)] if self.shape in has else has[1]
            self.paint()

    def action_zoom(self) -> None:
        """The article of the chosen row alone, or everything again."""
        self.zoomed = not self.zoomed
        self.paint()

    def action_words(self) -> None:
        """Mark the words that differ, or leave them."""
        self.marked = not self.marked
        self.paint()

    def action_facet(self) -> None:
        """The next part of the queue that has any topics."""
        facets, words = list(Facet), self.filter.words
        at = facets.index(self.filter.facet)
        further = [each for each in (*facets[at + 1 :], *facets[:at]) if queue(self.board, Filter(each, words))]
        self.filter = Filter(further[0] if further else self.filter.facet, words)
        self.tell("" if further else "no other part has topics")
        self.requeue(self.topic)

    def action_filter(self) -> None:
        """Filter the queue."""

        def keep(words: str) -> None:
            self.filter = Filter(self.filter.facet, words)
            self.tell("")
            self.requeue(self.topic)

        self.ask(Line("Filter: state:conflict src:wire kind:date tag:legal words", self.filter.words), keep)

    def action_why(self) -> None:
        """Every step."""
        shown = self.view()
        if shown:
            told = why(self.workspace.shown, shown, (self.row, self.other(shown)), self.workspace.settings)
            self.push_screen(Page(lambda _: told))

    def action_history(self) -> None:
        """Every verdict on the topic."""
        if self.topic:
            told = dialogs.history(self.workspace.shown, self.topic, self.workspace.settings, self.workspace.reviewer)
            self.push_screen(Page(lambda _: told))

    def action_agreement(self) -> None:
        """How far the reviewers agree, over what this reviewer may see."""
        told = dialogs.agreed(self.workspace.shown, self.workspace.settings)
        self.push_screen(Page(lambda _: told))

    def action_lint(self) -> None:
        """What the lint finds about the topic."""
        from reconcile.tui.checking import about  # noqa: PLC0415 - the lint, which the first paint must not wait for

        if self.topic:
            try:
                told = about(self.workspace.root, self.workspace.shown, self.topic)
            except DeskError as error:
                self.refuse(error, "the lint could not look")
            else:
                self.push_screen(Page(lambda _: told))

    def action_preview(self) -> None:
        """The report as it would be written now."""
        from reconcile.tui.checking import preview  # noqa: PLC0415 - as above

        self.push_screen(Page(partial(preview, self.workspace.shown, self.workspace.settings)))

    def action_help(self) -> None:
        """The keys."""
        self.push_screen(Page(lambda _: Text("\n".join(self.keymap.help_lines()))))

    def action_theme(self) -> None:
        """Choose the colours."""
        if self.no_color:
            self.notify("NO_COLOR is set: there are no colours to choose", markup=False)
            return

        def chosen(name: str) -> None:
            self.colour(name)
            self.paint()

        self.ask(Choice("Which colours?", [(name, colours.what) for name, colours in COLOURS.items()]), chosen)

    def action_edit(self) -> None:
        """The article in the editor."""
        shown = self.view()
        if shown:
            row = shown.rows[self.row]
            path = self.workspace.root / self.workspace.source_files[row.source.slug]
            try:
                command = [*shlex.split(os.environ.get("EDITOR") or "vi"), f"+{row.line}", str(path)]
                with self.suspend():
                    subprocess.run(command, check=False)  # noqa: S603 - the user's own editor
            except (OSError, ValueError, SuspendNotSupported) as error:
                none = isinstance(error, SuspendNotSupported)
                why = "this screen has no terminal of its own" if none else plain(str(error))
                where = f"{self.workspace.source_files[row.source.slug]}, line {row.line}"
                self.notify(f"No editor: {why}.\n{plain(where)}", severity="error", markup=False)
            else:
                self.action_reload()

    def action_copy(self) -> None:
        """Choose in which form to copy the chosen claim."""
        shown = self.view()
        if shown:
            row, root = shown.rows[self.row], self.workspace.root

            def copied(form: str) -> None:
                try:
                    self.tell(copying.copy(self, copying.FORMS[form][1](row), root))
                except DeskError as error:
                    self.refuse(error, f"copied {form}")
                self.paint()

            self.ask(Choice("Copy what?", [(form, what) for form, (what, _) in copying.FORMS.items()]), copied)

    async def action_quit(self) -> None:
        """Leave; nothing needs saving."""
        self.exit(0)
