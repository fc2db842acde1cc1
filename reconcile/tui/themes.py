"""The colours of the screen, by theme. Colour never carries a meaning alone: every state has its sign and its word.

The words of the screen are styled by name; a theme says what the names mean. The sign and the word come first, so a
theme may give two states one colour; it may not make one illegible (contrast at least 4.5, see the tests).
"""

from dataclasses import dataclass
from typing import Final

import rich.theme
from textual.theme import BUILTIN_THEMES, Theme

from reconcile.model import Outcome
from reconcile.tui.styles import DONE, NAMED, QUIET


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme: what Textual draws its widgets with, and the styles of our own names."""

    what: str
    theme: Theme
    conflicts: str
    differs: str
    refused: str
    fits: str
    agree: str
    quiet: str

    @property
    def styles(self) -> rich.theme.Theme:
        """The styles by the names that the screen's words carry."""
        by_outcome = {
            Outcome.CONFLICTS: self.conflicts,
            Outcome.DIFFERS: self.differs,
            Outcome.NOT_COMPARABLE: self.refused,
            Outcome.COMPATIBLE: self.fits,
            Outcome.AGREE: self.agree,
            Outcome.SINGLE_SOURCE: self.quiet,
        }
        styles = {NAMED[outcome]: style for outcome, style in by_outcome.items()}
        styles |= {DONE: f"bold {self.agree}", QUIET: self.quiet}
        return rich.theme.Theme(styles, inherit=False)


def _named(name: str, base: str, **changed: str) -> Theme:
    """One of Textual's own themes under our name, in some colours another."""
    theme = BUILTIN_THEMES[base]
    kept = {field: getattr(theme, field) for field in theme.__dataclass_fields__}
    return Theme(**{**kept, **changed, "name": name})


COLOURS: Final = {
    "dark": Colours(
        what="light words on dark",
        theme=_named("dark", "textual-dark"),
        conflicts="bold #ff8080",
        differs="#f5c211",
        refused="#d8a0e8",
        fits="#7fd6d6",
        agree="#8fd694",
        quiet="#a0a0a0",
    ),
    "light": Colours(
        what="dark words on light",
        theme=_named("light", "textual-light"),
        conflicts="bold #a4001d",
        differs="#7c4400",
        refused="#6b2f7a",
        fits="#235a60",
        agree="#1d5c22",
        quiet="#55554f",
    ),
    "colour-blind": Colours(
        what="orange against blue, told apart with any colour sight",
        theme=_named("colour-blind", "textual-dark", primary="#0072b2", accent="#e69f00"),
        conflicts="bold #ff9d2e",
        differs="#ffd37a",
        refused="#c9c9c9",
        fits="#9bd3f5",
        agree="#56b4e9",
        quiet="#a0a0a0",
    ),
    "high-contrast": Colours(
        what="white and bright colours on black, nothing grey",
        theme=_named(
            "high-contrast",
            "textual-dark",
            background="#000000",
            surface="#000000",
            panel="#000000",
            foreground="#ffffff",
            primary="#ffffff",
            accent="#ffff00",
        ),
        conflicts="bold #ff9090",
        differs="bold #ffff00",
        refused="#ffb0ff",
        fits="#80ffff",
        agree="#80ff80",
        quiet="#ffffff",
    ),
    "ansi": Colours(
        what="the terminal's own colours",
        theme=_named("ansi", "ansi-dark"),
        conflicts="bold red",
        differs="yellow",
        refused="magenta",
        fits="cyan",
        agree="green",
        quiet="dim",
    ),
}
