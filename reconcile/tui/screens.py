"""Small dialogs: choose one of a list, write a line, read a page, say yes or no."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static


class Choice(ModalScreen[str | None]):
    """Choose one of several codes; escape gives None."""

    AUTO_FOCUS = "*"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss(None)", "cancel")]

    def __init__(self, question: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._question, self._options = question, options

    def compose(self) -> ComposeResult:
        """The question over the list."""
        with Vertical(classes="dialog"):
            yield Static(Text(self._question), classes="question")
            yield OptionList(*(Text(f"{code.replace('_', ' '):<20} {what}") for code, what in self._options))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give back the code of the line."""
        self.dismiss(self._options[event.option_index][0])


class Line(ModalScreen[str | None]):
    """Write one line; enter keeps it, escape gives None."""

    AUTO_FOCUS = "*"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "cancel")]

    def __init__(self, question: str, value: str = "") -> None:
        super().__init__()
        self._question, self._value = question, value

    def compose(self) -> ComposeResult:
        """The question over the line."""
        with Vertical(classes="dialog"):
            yield Static(Text(self._question), classes="question")
            yield Input(self._value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give back what was written."""
        self.dismiss(event.value)


class Page(ModalScreen[None]):
    """Read a page; escape, q or the key that opened it closes it."""

    AUTO_FOCUS = "*"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,i,H,L,P,enter", "dismiss(None)", "close"),
        Binding("j,down", "down", "down"),
        Binding("k,up", "up", "up"),
        Binding("pagedown,space", "page(1)", "page down"),
        Binding("pageup", "page(-1)", "page up"),
    ]

    def __init__(self, text: Text) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """The text, scrolling."""
        with VerticalScroll(classes="page"):
            yield Static(self._text)

    def action_down(self) -> None:
        """One line down."""
        self.query_one(VerticalScroll).scroll_down(animate=False)

    def action_up(self) -> None:
        """One line up."""
        self.query_one(VerticalScroll).scroll_up(animate=False)

    def action_page(self, pages: int) -> None:
        """A page down or up."""
        pane = self.query_one(VerticalScroll)
        pane.scroll_relative(y=pages * max(1, pane.size.height - 1), animate=False)
