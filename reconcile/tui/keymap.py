"""Every key of the review, in one table: bindings, the help screen and the key docs are made from it.

To add a key: a row in KEYS, an `action_<id>` in `app.py` of at most ten lines, a step in a journey of the tests.
"""

from dataclasses import dataclass
from typing import Final

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Key:
    """One key.

    Attributes:
        action: name of the app's action, with its argument where it has one.
        keys: comma-separated, as Textual names them.
        shown: how a person reads them.
        label: two words for the footer and the palette.
        what: one sentence for the help.
        footer: its place in the footer, 0 where it is not there.
        anywhere: further keys for it that work in a dialog too.
    """

    action: str
    keys: str
    shown: str
    label: str
    what: str
    group: str
    footer: int = 0
    anywhere: str = ""


KEYS: Final = (
    Key("accept", "a", "a", "accept", "Accept the proposal, save, and go on.", "Decide", footer=1),
    Key("source(1)", "1", "1-9", "source", "That source of the table is right; save and go on.", "Decide", footer=2),
    *(
        Key(f"source({n})", str(n), str(n), f"source {n}", f"Source {n} is right; save and go on.", "Decide")
        for n in range(2, 10)
    ),
    Key("both", "b", "b", "both", "Both hold: asks why they differ, saves, and goes on.", "Decide", footer=3),
    Key("range", "r", "r", "range", "Report the range, attributed; save and go on.", "Decide", footer=4),
    Key("conflict", "x", "x", "conflict", "A conflict that cannot be settled; save and go on.", "Decide", footer=5),
    Key("open", "o", "o", "open", "Leave it open: asks what is missing, saves, and goes on.", "Decide", footer=6),
    Key("decide", "d", "d", "decide …", "Choose among all verdicts, with what each means.", "Decide"),
    Key("again", "full_stop", ".", "repeat", "Give the same verdict as the last time.", "Decide"),
    Key("note", "e", "e", "note", "Write a note that goes with the next verdict on this topic.", "Decide"),
    Key("mark", "m", "m", "mark", "Mark this topic and go on; a verdict is for all marked ones.", "Decide"),
    Key("unmark", "M", "M", "unmark", "Take all marks off.", "Decide"),
    Key("correct", "C", "C", "correct", "Correct the chosen claim: its figure, day, speaker, topic …", "Decide"),
    Key("strike", "X", "X", "no claim", "Strike the chosen claim: asks first, writes the claim file.", "Decide"),
    Key("undo", "u,ctrl+z", "u", "undo", "Take the last verdict back; works over restarts.", "Safe", footer=7),
    Key("redo", "U", "U", "redo", "Decide again what was taken back.", "Safe"),
    Key("reload", "R", "R", "reload", "Read the desk again from disk.", "Safe"),
    Key("skip", "s", "s", "skip", "Go on without a verdict.", "Move"),
    Key("next", "n,J", "n", "next", "The next topic.", "Move"),
    Key("previous", "p,K,N", "p", "previous", "The topic before.", "Move"),
    Key("row(1)", "j,down", "j", "row down", "The next claim of the table.", "Move"),
    Key("row(-1)", "k,up", "k", "row up", "The claim before.", "Move"),
    Key("other(1)", "c,right", "c", "compare", "Compare with the next claim.", "Move"),
    Key("scroll(1)", "pagedown,ctrl+d", "PgDn", "page down", "Scroll the evidence down.", "Move"),
    Key("scroll(-1)", "pageup,ctrl+u", "PgUp", "page up", "Scroll the evidence up.", "Move"),
    Key("queue", "tab", "tab", "queue", "Show or leave the queue.", "Move"),
    Key("view", "v", "v", "view", "The table, the timeline, the forest plot, the sentences in full.", "View"),
    Key("zoom", "z", "z", "zoom", "The article of the chosen claim alone, or everything again.", "View"),
    Key("words", "w", "w", "words", "Mark the words of the two passages that differ.", "View"),
    Key("filter", "slash", "/", "filter", "Filter the queue: state:conflict src:wire kind:date words.", "View"),
    Key("facet", "f", "f", "facet", "What needs a person, everything, decided, agreed.", "View"),
    Key("why", "i", "i", "why", "Tell every step that led to the findings.", "Know"),
    Key("history", "H", "H", "history", "Every verdict ever given on this topic.", "Know"),
    Key("edit", "E", "E", "editor", "Open the article in $EDITOR at the line.", "Know"),
    Key("copy", "y", "y", "copy", "Copy the citation, the quote, a Markdown row or JSON.", "Know"),
    Key("help", "question_mark", "?", "help", "This page.", "Know", footer=8),
    Key("quit", "q", "q", "quit", "Leave; everything is saved already.", "Safe", anywhere="ctrl+c,ctrl+q"),
)
DECIDING: Final = frozenset(key.action.partition("(")[0] for key in KEYS if key.group == "Decide")


def bindings() -> list[Binding]:
    """The table as Textual's bindings."""
    made = [
        Binding(key.keys, key.action, key.label, key_display=key.shown, id=key.action, tooltip=key.what, priority=early)
        for key in KEYS
        for early in [key.action == "queue"]  # before the screen's own tab; dialogs keep theirs, see `check_action`
    ]
    return made + [Binding(key.anywhere, key.action, show=False, priority=True) for key in KEYS if key.anywhere]


def footer_keys() -> list[Key]:
    """The keys of the footer in its order."""
    return sorted((key for key in KEYS if key.footer), key=lambda key: key.footer)


def help_lines() -> list[str]:
    """The keys for the help screen, by group; a row of the table stands for all nine."""
    lines: list[str] = []
    shown = [key for key in KEYS if not key.action.startswith("source(") or key.footer]
    for group in dict.fromkeys(key.group for key in shown):
        lines += ["", group.upper()]
        lines += [f"  {key.shown:<6} {key.what}" for key in shown if key.group == group]
    return [*lines[1:], "", "  ctrl+p finds every command by its name. A key pressed in a dialog is the dialog's."]
