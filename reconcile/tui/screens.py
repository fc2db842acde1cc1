"""Small dialogs: choose one of a list, write a line or a note, read a page."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Final

from rich.cells import cell_len
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static, TextArea
from textual.widgets.text_area import Selection

from reconcile.model.plain import plain
from reconcile.tui.paint import cut
from reconcile.tui.styles import QUIET
from reconcile.tui.wrapping import hung

_NAME: Final = 30  # cells that a name in a list may take
_MOST: Final = 2000  # letters of an option that are shown
_FRAME: Final = 4  # cells of a dialog's border and air
_BAR: Final = 1  # of the scrollbar of a page
_WIDEST: Final = 110  # lines of a page that are longer are hard to read


class Choice(ModalScreen[str | None]):
    """Choose one of several codes, by a digit or with enter; escape gives None.

    Args:
        options: code and what it is, a line each; where a line is too short for that, it is told in full below.
        criteria: what more is told of a code while it is the one that enter would take.
        first: the code that enter would take at the beginning; the first where it is none of them.
        names: what codes are called; one without a name by itself.
    """

    AUTO_FOCUS = "*"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "cancel"),
        *(Binding(str(n % 10), f"take({n - 1})", f"take {n}") for n in range(1, 11)),
        Binding("j", "go(1)", "down"),
        Binding("k", "go(-1)", "up"),
    ]

    def __init__(
        self,
        question: str,
        options: Sequence[tuple[str, str]],
        criteria: Mapping[str, str] | None = None,
        first: str = "",
        names: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._question, self._options, self._first = question, options, first
        self._names = names or {}
        self._told = {code: (criteria or {}).get(code, what)[:_MOST] for code, what in options}
        self._always = bool(criteria)
        self._more = Static(classes="more")

    def compose(self) -> ComposeResult:
        """The question over the list, and under it more of the code that is chosen."""
        names = [cut(self._names.get(code) or code.replace("_", " "), _NAME) for code, _ in self._options]
        room = min(_NAME, max(map(cell_len, names), default=0))
        digits = [str(n % 10) if n <= 10 else " " for n, _ in enumerate(names, start=1)]
        lines = [
            f"{digit} {cut(name, room, fill=True)}  {plain(what[:_MOST])}"
            for digit, name, (_, what) in zip(digits, names, self._options, strict=True)
        ]
        with Vertical(classes="dialog") as box:
            box.border_subtitle = "a digit or enter takes it, escape leaves"
            yield Static(Text(plain(self._question)), classes="question")
            options = OptionList(*(Text(line.replace("\n", " ")) for line in lines))
            options.highlighted = next((n for n, (code, _) in enumerate(self._options) if code == self._first), 0)
            yield options
            self._more.display = self._always or any(cell_len(line) > self._width - 2 for line in lines)
            yield self._more

    @property
    def _width(self) -> int:
        return min(96, self.app.size.width * 9 // 10) - _FRAME

    def action_go(self, lines: int) -> None:
        """Choose the next line, or the one before."""
        options = self.query_one(OptionList)
        if lines > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_take(self, place: int) -> None:
        """Give back the code of a line by its digit."""
        if place < len(self._options):
            self.dismiss(self._options[place][0])

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell more of the code that is chosen."""
        told = self._told[self._options[event.option_index][0]]
        self._more.update(Text(plain(told), QUIET), layout=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give back the code of the line."""
        self.dismiss(self._options[event.option_index][0])


class Line(ModalScreen[str | None]):
    """Write one line; enter keeps it, escape gives None.

    Args:
        mend: whether the value is to be changed a little, and not written anew by the first letter typed.
    """

    AUTO_FOCUS = "*"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "cancel")]

    def __init__(self, question: str, value: str = "", *, mend: bool = False) -> None:
        super().__init__()
        self._question, self._value, self._mend = question, value, mend

    def compose(self) -> ComposeResult:
        """The question over the line."""
        with Vertical(classes="dialog") as box:
            box.border_subtitle = "enter keeps it, escape leaves"
            yield Static(Text(plain(self._question)), classes="question")
            yield Input(self._value, select_on_focus=not self._mend)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give back what was written."""
        self.dismiss(event.value)


class Note(ModalScreen[str | None]):
    """Write some lines; ctrl+s and escape both keep them, so that no key loses what was written."""

    AUTO_FOCUS = "*"
    # Without priority, which would act before the letters typed just before have come to the lines.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+s", "keep", "keep")]

    def __init__(self, question: str, value: str = "") -> None:
        super().__init__()
        self._question, self._area = question, TextArea(value)
        self._area.selection = Selection.cursor(self._area.document.end)

    def compose(self) -> ComposeResult:
        """The question over the lines."""
        with Vertical(classes="dialog") as box:
            box.border_subtitle = "ctrl+s or escape keeps it"
            yield Static(Text(plain(self._question)), classes="question")
            yield self._area

    def action_keep(self) -> None:
        """Give back what was written."""
        self.dismiss(self._area.text.strip())


class Page(ModalScreen[None]):
    """Read a page; escape, q or the key that opened it closes it.

    Args:
        made: the page for lines of so many cells; what is longer goes on under its own beginning.
    """

    AUTO_FOCUS = "*"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,i,D,H,L,P,enter", "dismiss(None)", "close"),
        Binding("j,down", "down", "down"),
        Binding("k,up", "up", "up"),
        Binding("pagedown,space,ctrl+d", "page(1)", "page down"),
        Binding("pageup,ctrl+u", "page(-1)", "page up"),
        Binding("home", "end(0)", "beginning"),
        Binding("end", "end(1)", "end"),
    ]

    def __init__(self, made: Callable[[int], Text]) -> None:
        super().__init__()
        self._made, self._told = made, Static()
        self._pane = VerticalScroll(self._told, classes="page")

    def compose(self) -> ComposeResult:
        """The text, scrolling."""
        self._pane.border_subtitle = "j k scroll, escape closes"
        self.lay()
        yield self._pane

    def on_resize(self) -> None:
        """Lay the lines to the new width."""
        self.lay()

    def lay(self) -> None:
        """Lay the lines to the width there is."""
        width = min(_WIDEST, self.app.size.width - _FRAME)
        self._pane.styles.width = width
        inner = width - _FRAME - _BAR
        self._told.update(hung(self._made(inner), inner))

    def action_down(self) -> None:
        """One line down."""
        self._pane.scroll_down(animate=False)

    def action_up(self) -> None:
        """One line up."""
        self._pane.scroll_up(animate=False)

    def action_page(self, pages: int) -> None:
        """A page down or up."""
        self._pane.scroll_relative(y=pages * max(1, self._pane.size.height - 1), animate=False)

    def action_end(self, last: int) -> None:
        """To the beginning or the end."""
        self._pane.scroll_to(y=self._pane.max_scroll_y if last else 0, animate=False)
