"""What the screen is made of and how it is painted: header, queue, table, evidence, proposal.

Nothing is compared, written or timed here: what is shown follows from the workspace's dossier, the chosen topic and
row, and the filter. What one key can change is painted, and what belongs to the whole dossier is kept until it changes.
"""

from typing import Any

from rich.text import Text
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from reconcile.model import Claim, Dossier
from reconcile.report.view import View, view
from reconcile.tui import dialogs, paint
from reconcile.tui.article import Article, Page, page, unlike
from reconcile.tui.kept import Kept, keep, kept
from reconcile.tui.listing import Listing
from reconcile.tui.opening import Desk
from reconcile.tui.queue import Board, Facet, Filter, queue
from reconcile.tui.saying import Saying
from reconcile.tui.shapes import Shape, drawn, shapes
from reconcile.tui.themes import COLOURS

WIDE = 110  # columns from which the queue stands beside the topic and the passages beside each other
BROAD = 150  # columns from which the queue has room for whole labels
QUEUE, BROAD_QUEUE = 34, 48  # columns of the queue beside the topic
TALL = 30  # lines from which there is room for air and longer proposals
PASSAGES = ("evidence", "other")
LOW = 22  # lines below which the proposal gets one line less


class Stage(Saying):
    """The review of one desk.

    Args:
        desk: where verdicts go and the dossier comes from.
    """

    CSS_PATH = "app.tcss"
    TITLE = "reconcile"
    AUTO_FOCUS = None  # else the queue would take the arrow keys
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide"), (BROAD, "-broad")]  # noqa: RUF012 - Textual's own name and type
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-high"), (TALL, "-tall")]  # noqa: RUF012 - as above

    def __init__(self, desk: Desk, **options: Any) -> None:
        super().__init__(desk, **options)
        self.kept = kept(desk.root, desk.reviewer)
        self.filter = Filter(self.kept.facet, self.kept.words)
        self.topics: tuple[str, ...] = ()
        self.place, self.row, self.against = 0, 0, 1
        self.shape, self.marked, self.zoomed = self.kept.shape, False, False
        self.notes = dict(self.kept.notes)
        self.marks: set[str] = set()  # topics that the next verdict is for
        self._board = Board(Dossier())
        self._put_last: dict[str, Text] = {}  # what stands in each part
        self._view: tuple[Dossier, View] | None = None
        self._pages: tuple[tuple[Claim, ...], dict[str, list[Claim]], dict[str, Page]] = ((), {}, {})

    def on_mount(self) -> None:
        """Take the keys and colours of the desk and of the reviewer, and show the frame."""
        self.set_keymap({key.action: key.keys for key in self.keymap.keys if key.name in self.keymap.changed})
        for colours in COLOURS.values():
            self.register_theme(colours.theme)
        self.console.push_theme(COLOURS["ansi"].styles)
        if not self.no_color:  # under it a theme would paint black on black
            self.colour(self.kept.theme or self.desk.settings.theme)
        self.call_after_refresh(self.begin)

    async def start(self, board: Board) -> None:
        """Fill the queue where the last review stopped; with nothing to do, show everything."""
        self._board = board
        with self.batch_update():
            await self.ground.mount(self._main(), after="#header")
        if not queue(self.board, self.filter):
            self.filter = Filter(Facet.ALL)
        self.requeue(self.kept.topic)
        self.call_after_refresh(self.resized)
        self.warn()

    def _main(self) -> Horizontal:
        """The queue, the topic with its evidence, the proposal."""
        passages = (Vertical(Static(classes="caption"), Article(), classes="passage", id=name) for name in PASSAGES)
        topic = (Static(id="title"), Static(id="table"), Vertical(*passages, id="passages"), Static(id="verdict"))
        return Horizontal(Listing(self._queue_line, "queue"), Vertical(*topic, id="topic"), id="main")

    def on_unmount(self) -> None:
        """Keep where the review stopped; verdicts are on disk long since."""
        if self.ready:
            self.keep_place()

    def keep_place(self) -> None:
        """Keep where the review is, and the notes whose verdict is still to come."""
        theme = "" if self.no_color or self.theme == self.workspace.settings.theme else self.theme
        facet, typed = self.filter.facet, self.filter.words
        now = Kept(self.topic or "", facet, typed, self.shape, theme, dict(self.notes))
        keep(self.workspace.root, self.workspace.reviewer, now, self.kept)
        self.kept = now

    def colour(self, name: str) -> None:
        """Take a theme: Textual's colours, and those of our own named styles."""
        self.theme = name
        self.console.pop_theme()
        self.console.push_theme(COLOURS[name].styles)
        self._put_last.clear()

    def on_resize(self) -> None:
        """Lines are cut to the width, so lay them again once it is known everywhere."""
        self.call_after_refresh(self.resized)

    def resized(self) -> None:
        """Lay all lines again; where the queue has its own place, it gives the topic's back."""
        if not self.ready:
            self.lay_frame()
            return
        if self.wide and self.ground.query_one(Listing).has_class("shown"):
            self.ground.set_focus(None)
            self.ground.query_one(Listing).remove_class("shown")
            self.ground.query_one("#topic").remove_class("hidden")
        self.requeue(self.topic)

    # ---- what is chosen

    @property
    def topic(self) -> str | None:
        """The topic shown, None where the filter lets none through."""
        return self.topics[self.place] if self.topics else None

    @property
    def board(self) -> Board:
        """Where all topics stand, as the dossier is now."""
        if self._board.dossier is not self.workspace.shown:
            self._board = Board(self.workspace.shown, self._board)
        return self._board

    @property
    def wide(self) -> bool:
        """Whether the queue stands beside the topic."""
        return self.size.width >= WIDE

    @property
    def beside(self) -> int:
        """The columns that the queue takes beside the topic."""
        return BROAD_QUEUE if self.size.width >= BROAD else QUEUE if self.wide else 0

    def view(self) -> View | None:
        """The topic shown, laid out."""
        dossier, topic = self.workspace.shown, self.topic
        if topic is None:
            return None
        if self._view is None or self._view[0] is not dossier or self._view[1].topic.id != topic:
            self._view = dossier, view(dossier, dossier.topic[topic])
        return self._view[1]

    def requeue(self, topic: str | None = None) -> None:
        """Build the queue anew and stay at a topic, or where it was."""
        stays = topic is not None and topic == self.topic
        self.topics = queue(self.board, self.filter)
        self.place = self.topics.index(topic) if topic in self.topics else min(self.place, max(0, len(self.topics) - 1))
        if stays and topic == self.topic:
            self.choose(self.row, self.against)
        else:
            self.go(self.place)

    def _queue_line(self, place: int, width: int) -> Text:
        topic = self.topics[place]
        return paint.queue_line(self.board, topic, width, self.workspace.settings, marked=topic in self.marks)

    def move(self, place: int) -> None:
        """Choose a topic by its place in the queue; what was said of another is past."""
        self.tell("")
        self.go(place)

    def go(self, place: int) -> None:
        """Choose a topic by its place in the queue, beginning at the two claims that stand furthest apart."""
        self.place = max(0, min(place, len(self.topics) - 1)) if self.topics else 0
        shown = self.view()
        worst = next((pair for pair in shown.pairs if pair.right), None) if shown else None
        if shown and worst and worst.right:
            self.choose(worst.left - 1, (worst.right - worst.left) % len(shown.rows))
        else:
            self.choose(0, 1)

    def choose(self, row: int, against: int) -> None:
        """Choose a row, and the one laid beside it as steps from there."""
        shown = self.view()
        self.row, self.against = min(row, len(shown.rows) - 1) if shown else 0, against
        stand = (self.board, self.topics, frozenset(self.marks), self.theme)
        rest = len(self.board.statuses) - len(self.topics)
        tail = f"  and {rest} with nothing to do ({self.keymap.of['facet']})"
        known = self.filter == Filter() and rest and self.topics
        self.ground.query_one(Listing).show(len(self.topics), self.place, stand, tail if known else "")
        self.paint()

    # ---- painting

    def paint(self) -> None:
        """Show the topic chosen."""
        width, height = self.size
        if not width:
            return  # not laid out yet; `on_resize` comes
        dossier, settings = self.workspace.shown, self.workspace.settings
        name = self.workspace.root.resolve().name
        self._put("#header", paint.header(self.board, name, self.workspace.reviewer, self.said, len(self.marks), width))
        self._put("#keys", paint.footer(self.keymap.footer(), width))
        shown, inner = self.view(), width - self.beside - 2
        self.ground.query_one("#passages").set_class(shown is None, "hidden")
        self.ground.query_one("#verdict").set_class(shown is None, "hidden")
        place = f"{self.filter.facet} {self.filter.words}".rstrip()
        if shown is None:
            self._put("#title", Text(f" nothing here   {paint.cut(place, max(8, inner - 20))}", "bold"))
            self._put(
                "#table",
                Text(dialogs.empty(self.board, self.filter, self.keymap.of)),
            )
            return
        shape = self.shape if self.shape in shapes(shown) else Shape.TABLE
        place = f"{self.place + 1}/{len(self.topics)} {place}"
        place = f"• marked  {place}" if shown.topic.id in self.marks else place
        self._put("#title", paint.title(shown, place, settings, inner + 2))
        lines = 3 if height < LOW else 4 if height < TALL else 7
        most = height - lines - 5 if shape is Shape.TEXT else max(5, height // 3)
        self._put("#table", drawn(shape, shown, self.row, self.other(shown), inner, most, settings))
        whole = shape is Shape.TEXT and not self.zoomed
        self.ground.query_one("#passages").set_class(whole, "hidden")
        self.ground.query_one("#table").set_class(whole, "whole")
        for selector in ("#table", "#verdict"):
            self.ground.query_one(selector).set_class(self.zoomed, "hidden")
        self._passages(shown)
        note = self.notes.get(shown.topic.id, "")
        two, keys = (self.row, self.other(shown)), self.keymap.of
        self._put("#verdict", paint.verdict(dossier, shown, two, note, settings, keys, inner, lines))

    def _put(self, selector: str, text: Text) -> None:
        """Show a text where it is another; the screen is laid out anew only where the table gets longer or shorter."""
        before, self._put_last[selector] = self._put_last.get(selector), text
        if before is None or (before, before.style) != (text, text.style):
            new = selector == "#table" and (before is None or before.plain.count("\n") != text.plain.count("\n"))
            self.ground.query_one(selector, Static).update(text, layout=new)  # the others are as high as they are

    def _passages(self, shown: View) -> None:
        """The chosen row's article and the one beside it, each at its words."""
        rows = [shown.rows[self.row]] + ([shown.rows[self.other(shown)]] if len(shown.rows) > 1 else [])
        self.ground.query_one("#other").set_class(len(rows) == 1 or self.zoomed, "hidden")
        panes = [self.ground.query_one(f"#{name} Article", Article) for name in PASSAGES[: len(rows)]]
        sides = len(rows) == 2 and self.wide and not self.zoomed
        width = (self.size.width - self.beside) // (2 if sides else 1)
        for pane, row, beside, far in zip(panes, rows, reversed(rows), reversed(panes), strict=True):
            article = self.page(row.source.slug)
            caption = pane.query_ancestor(".passage", Vertical).query_one(".caption", Static)
            caption.update(paint.caption(row, width), layout=False)
            sentence = beside.before + beside.mark + beside.after
            words = unlike(article.text, row.claim.sentence, sentence) if self.marked and row is not beside else ()
            pane.show(article, row.claim, words, far if sides else None)
        for pane in panes:
            pane.lay()

    def page(self, slug: str) -> Page:
        """An article made ready, kept until the desk is read again."""
        dossier = self.workspace.shown
        if self._pages[0] is not dossier.claims:
            by_source: dict[str, list[Claim]] = {source.slug: [] for source in dossier.sources}
            for claim in dossier.claims:
                by_source[claim.source].append(claim)
            self._pages = dossier.claims, by_source, {}
        _, claims, ready = self._pages
        if slug not in ready:
            ready[slug] = page(dossier.source[slug], claims[slug])
        return ready[slug]

    def other(self, shown: View) -> int:
        """The row laid beside the chosen one."""
        return (self.row + self.against) % len(shown.rows)
