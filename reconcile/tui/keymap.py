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
        footer: whether the footer shows it.
    """

    action: str
    keys: str
    shown: str
    label: str
    what: str
    group: str
    footer: bool = False


KEYS: Final = (
    Key("accept", "a", "a", "accept", "Accept the proposal, save, and go on.", "Decide", footer=True),
    *(
        Key(
            f"source({n})",
            str(n),
            str(n),
            f"source {n}",
            f"Source {n} of the table is right; save and go on.",
            "Decide",
        )
        for n in range(1, 10)
    ),
    Key("both", "b", "b", "both", "Both hold: asks why they differ, saves, and goes on.", "Decide", footer=True),
    Key("range", "r", "r", "range", "Report the range, attributed; save and go on.", "Decide", footer=True),
    Key(
        "conflict",
        "x",
        "x",
        "conflict",
        "A real conflict that cannot be settled; save and go on.",
        "Decide",
        footer=True,
    ),
    Key("open", "o", "o", "open", "Leave it open: asks what is missing, saves, and goes on.", "Decide", footer=True),
    Key("decide", "d", "d", "decide …", "Choose among all verdicts, with what each means.", "Decide"),
    Key("again", "full_stop", ".", "repeat", "Give the same verdict as the last time.", "Decide"),
    Key("note", "e", "e", "note", "Write a note that goes with the next verdict on this topic.", "Decide"),
    Key("strike", "X", "X", "no claim", "Strike the chosen claim: asks first, writes the claim file.", "Decide"),
    Key("undo", "u,ctrl+z", "u", "undo", "Take the last verdict back; works over restarts.", "Safe", footer=True),
    Key("redo", "U", "U", "redo", "Decide again what was taken back.", "Safe"),
    Key("reload", "R", "R", "reload", "Read the desk again from disk.", "Safe"),
    Key("skip", "s", "s", "skip", "Go on without a verdict.", "Move", footer=True),
    Key("next", "n,J", "n", "next", "The next topic.", "Move"),
    Key("previous", "p,K,N", "p", "previous", "The topic before.", "Move"),
    Key("row(1)", "j,down", "j", "row down", "The next claim of the table.", "Move"),
    Key("row(-1)", "k,up", "k", "row up", "The claim before.", "Move"),
    Key("other(1)", "c,right", "c", "compare", "Compare with the next claim.", "Move"),
    Key("scroll(1)", "pagedown,ctrl+d", "PgDn", "page down", "Scroll the evidence down.", "Move"),
    Key("scroll(-1)", "pageup,ctrl+u", "PgUp", "page up", "Scroll the evidence up.", "Move"),
    Key("queue", "tab", "tab", "queue", "Show or leave the queue.", "Move", footer=True),
    Key("view", "v", "v", "view", "The table, then the values as a plot.", "View"),
    Key("filter", "slash", "/", "filter", "Filter the queue: state:conflict src:wire kind:date words.", "View"),
    Key("facet", "f", "f", "facet", "What needs a person, everything, decided, agreed.", "View"),
    Key("why", "i", "i", "why", "Tell every step that led to the findings.", "Know"),
    Key("history", "H", "H", "history", "Every verdict ever given on this topic.", "Know"),
    Key("edit", "E", "E", "editor", "Open the article in $EDITOR at the line.", "Know"),
    Key("copy", "y", "y", "copy", "Copy the quote with its source.", "Know"),
    Key("help", "question_mark", "?", "help", "This page.", "Know", footer=True),
    Key("quit", "q,ctrl+c,ctrl+q", "q", "quit", "Leave; everything is saved already.", "Safe", footer=True),
)


def bindings() -> list[Binding]:
    """The table as Textual's bindings."""
    return [
        Binding(
            key.keys,
            key.action,
            key.label,
            show=key.footer,
            key_display=key.shown,
            id=f"{key.action}",
            tooltip=key.what,
            priority=key.action in ("queue", "quit"),
        )
        for key in KEYS
    ]


def help_lines() -> list[str]:
    """The keys for the help screen, by group."""
    lines: list[str] = []
    for group in dict.fromkeys(key.group for key in KEYS):
        lines += ["", group.upper()]
        for key in KEYS:
            if key.group == group and not (key.action.startswith("source(") and key.keys != "1"):
                shown = "1-9" if key.keys == "1" else key.shown
                what = "That source of the table is right; save and go on." if key.keys == "1" else key.what
                lines.append(f"  {shown:<6} {what}")
    return lines[1:]
