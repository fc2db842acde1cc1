"""What the screen is made of and how it is painted: header, queue, table, evidence, proposal.

Nothing is compared, written or timed here: what is shown follows from the workspace's dossier, the chosen topic and
row, and the filter.
"""

from collections.abc import Callable
from typing import Any

from rich.text import Text
from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Footer, OptionList, Static

from reconcile.desk import Workspace
from reconcile.report.digest import View, view
from reconcile.tui import dialogs, paint
from reconcile.tui.plots import plot
from reconcile.tui.queue import Facet, Filter, queue
from reconcile.tui.screens import Choice, Line

WIDE = 110  # columns from which the queue stands beside the topic and the passages beside each other
TALL = 30  # lines from which there is room for air and longer proposals
LOW = 20  # lines below which only one passage is shown


class Stage(App[int]):
    """The review of one desk.

    Args:
        workspace: where verdicts go and the dossier comes from.
    """

    CSS_PATH = "app.tcss"
    TITLE = "reconcile"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - Textual's own name and type
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-high"), (TALL, "-tall")]  # noqa: RUF012 - as above

    def __init__(self, workspace: Workspace, **options: Any) -> None:
        super().__init__(**options)
        self.workspace = workspace
        self.filter = Filter()
        self.topics: tuple[str, ...] = ()
        self.place, self.row, self.against = 0, 0, 1
        self.plotted = False
        self.notes: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """Header, queue, the topic with its evidence, the proposal, the keys."""
        yield Static(id="header")
        with Horizontal(id="main"):
            yield OptionList(id="queue")
            with Vertical(id="topic"):
                yield Static(id="title")
                yield Static(id="table")
                with Vertical(id="passages"):
                    for name in ("evidence", "other"):
                        with Vertical(classes="passage", id=name):
                            yield Static(classes="caption")
                            with VerticalScroll(classes="text"):
                                yield Static()
                yield Static(id="verdict")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Fill the queue; with nothing to do, show everything."""
        self.topics = queue(self.workspace.dossier, self.filter)
        if not self.topics:
            self.filter = Filter(Facet.ALL)
        self.requeue()

    def on_resize(self) -> None:
        """Lines are cut to the width, so paint again."""
        self.call_after_refresh(self.paint)

    # ---- what is chosen

    @property
    def topic(self) -> str | None:
        """The topic shown, None where the filter lets none through."""
        return self.topics[self.place] if self.topics else None

    def view(self) -> View | None:
        """The topic shown, laid out."""
        return view(self.workspace.dossier, self.workspace.dossier.topic[self.topic]) if self.topic else None

    def requeue(self, topic: str | None = None) -> None:
        """Build the queue anew and stay at a topic, or where it was."""
        self.topics = queue(self.workspace.dossier, self.filter)
        self.place = self.topics.index(topic) if topic in self.topics else min(self.place, max(0, len(self.topics) - 1))
        options = self.query_one("#queue", OptionList)
        options.clear_options()
        options.add_options([paint.queue_line(self.workspace.dossier, t, 30) for t in self.topics])
        self.go(self.place)

    def go(self, place: int) -> None:
        """Choose a topic by its place in the queue."""
        self.place = max(0, min(place, len(self.topics) - 1)) if self.topics else 0
        self.row, self.against = 0, 1
        shown = self.view()
        worst = next((pair for pair in shown.pairs if pair.right), None) if shown else None
        if shown and worst and worst.right:  # begin at the two that stand furthest apart
            self.row, self.against = worst.left - 1, (worst.right - worst.left) % len(shown.rows)
        if self.topics:
            self.query_one("#queue", OptionList).highlighted = self.place
        self.paint()

    # ---- painting

    def paint(self) -> None:
        """Show the topic chosen."""
        dossier, width = self.workspace.dossier, self.size.width
        self.query_one("#header", Static).update(
            paint.header(dossier, self.workspace.root.resolve().name, self.workspace.reviewer, width)
        )
        shown = self.view()
        inner = width - 34 if width >= WIDE else width - 2
        self.query_one("#passages").set_class(shown is None, "hidden")
        if shown is None:
            self.query_one("#title", Static).update(Text(" nothing here", "bold"))
            self.query_one("#table", Static).update(Text(dialogs.EMPTY))
            self.query_one("#verdict", Static).update("")
            return
        place = f"{self.place + 1}/{len(self.topics)} {self.filter.facet} {self.filter.words}".rstrip()
        self.query_one("#title", Static).update(paint.title(dossier, shown, place, self.workspace.settings))
        most = max(4, self.size.height // 3)
        rows = plot(shown, self.row, inner) if self.plotted else paint.table(shown, self.row, inner, most)
        self.query_one("#table", Static).update(rows)
        self.passage("evidence", shown, self.row)
        single = len(shown.rows) == 1
        self.query_one("#other").set_class(single, "hidden")
        if not single:
            self.passage("other", shown, self.other(shown))
        note, low = self.notes.get(shown.topic.id, ""), self.size.height < TALL
        told = paint.verdict(dossier, shown, self.row, note, self.workspace.settings, short=low)
        self.query_one("#verdict", Static).update(told)

    def other(self, shown: View) -> int:
        """The row laid beside the chosen one."""
        return (self.row + self.against) % len(shown.rows)

    def passage(self, name: str, shown: View, at: int) -> None:
        """Show a row's article, scrolled to its words."""
        row, pane = shown.rows[at], self.query_one(f"#{name}")
        claims = tuple(c.span for c in self.workspace.dossier.claims if c.source == row.source.slug)
        body, offset = paint.evidence(row.source, row, claims)
        scroll = pane.query_one(VerticalScroll)
        width = max(20, scroll.size.width - 3)
        pane.query_one(".caption", Static).update(paint.caption(row, max(20, scroll.size.width)))
        scroll.query_one(Static).update(body)
        above = len(Text(body.plain[:offset]).wrap(self.console, width))
        top = max(0, above - 1 - scroll.size.height // 3)
        self.call_after_refresh(scroll.scroll_to, y=top, animate=False, force=True)

    def ask(self, screen: Choice | Line, then: Callable[[str], object]) -> None:
        """Open a dialog and go on with its answer, unless it was left."""

        def answered(answer: str | None) -> None:
            if answer is not None:
                then(answer)

        self.push_screen(screen, answered)
