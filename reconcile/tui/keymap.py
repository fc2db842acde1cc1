"""Every key of the review, in one table: bindings, the help screen and the key docs are made from it.

To add a key: a row in KEYS, an `action_<id>` in `app.py` of at most ten lines, a step in a journey of the tests.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Final

from textual.binding import Binding
from textual.keys import Keys, format_key

from reconcile.errors import DeskError


@dataclass(frozen=True, slots=True)
class Key:
    """One key.

    Attributes:
        action: name of the app's action, with its argument where it has one.
        keys: comma-separated, as Textual names them.
        shown: how a person reads them.
        label: two words for the footer and the palette.
        what: one sentence for the help.
        anywhere: further keys for it that work in a dialog too.
    """

    action: str
    keys: str
    shown: str
    label: str
    what: str
    group: str
    anywhere: str = ""

    @property
    def name(self) -> str:
        """What the settings call it: "accept", "row-down", "source-2"."""
        return self.action if "(" not in self.action else self.label.replace(" ", "-")


KEYS: Final = (
    Key("accept", "a", "a", "accept", "Accept the proposal, save, and go on.", "Decide"),
    Key("source(1)", "1", "1-9", "source", "That source of the table is right; save and go on.", "Decide"),
    *(
        Key(f"source({n})", str(n), str(n), f"source {n}", f"Source {n} is right; save and go on.", "Decide")
        for n in range(2, 10)
    ),
    Key("pick", "0", "0", "source …", "Choose the source that is right by its name; save and go on.", "Decide"),
    Key("both", "b", "b", "both", "Both hold: asks why they differ, saves, and goes on.", "Decide"),
    Key("range", "r", "r", "range", "Report the range, attributed; save and go on.", "Decide"),
    Key("conflict", "x", "x", "conflict", "A conflict that cannot be settled; save and go on.", "Decide"),
    Key("open", "o", "o", "open", "Leave it open: asks what is missing, saves, and goes on.", "Decide"),
    Key("decide", "d", "d", "decide …", "Choose among all verdicts, with what each means.", "Decide"),
    Key("settle", "A", "A", "settle", "Settle what reviewers differ on, with a verdict over theirs.", "Decide"),
    Key("again", "full_stop", ".", "repeat", "Give the same verdict as the last time.", "Decide"),
    Key("note", "e", "e", "note", "Write a note that goes with the next verdict on this topic.", "Decide"),
    Key("tags", "t", "t", "tags", "Write tags for the next verdict on this topic; / finds them as tag:word.", "Decide"),
    Key("mark", "m", "m", "mark", "Mark this topic and go on; a verdict is for all marked ones.", "Decide"),
    Key("unmark", "M", "M", "unmark", "Take all marks off.", "Decide"),
    Key("correct", "C", "C", "correct", "Correct the chosen claim: its figure, day, speaker, topic …", "Decide"),
    Key(
        "regroup",
        "g",
        "g",
        "regroup",
        "Split the chosen claim off, move it, or merge topics.",
        "Decide",
    ),
    Key("add", "plus", "+", "add", "Add a claim that was missed: choose its words in the article.", "Decide"),
    Key("strike", "X", "X", "no claim", "Strike the chosen claim: asks first, writes the claim file.", "Decide"),
    Key(
        "undo",
        "u,ctrl+z",
        "u",
        "undo",
        "Take back the last verdict or correction; verdicts also after a restart.",
        "Safe",
    ),
    Key("redo", "U", "U", "redo", "Do again what was taken back.", "Safe"),
    Key("reload", "R", "R", "reload", "Read the desk again from disk.", "Safe"),
    Key("skip", "s", "s", "skip", "Go on without a verdict.", "Move"),
    Key("waiting(1)", "n", "n", "next to do", "The next topic that needs a person.", "Move"),
    Key("waiting(-1)", "N", "N", "last to do", "The topic before that needs a person.", "Move"),
    Key("next", "J", "J", "next", "The next topic, whatever its state.", "Move"),
    Key("previous", "K,p", "K", "previous", "The topic before.", "Move"),
    Key("end(0)", "home", "home", "first", "The first topic.", "Move"),
    Key("end(1)", "end", "end", "last", "The last topic.", "Move"),
    Key("row(1)", "j,down", "j", "row down", "The next claim of the table.", "Move"),
    Key("row(-1)", "k,up", "k", "row up", "The claim before.", "Move"),
    Key(
        "other(1)", "c,right", "c", "compare", "Compare with the next claim; the words that differ are marked.", "Move"
    ),
    Key("other(-1)", "left", "left", "compare back", "Compare with the claim before.", "Move"),
    Key("scroll(1)", "pagedown,ctrl+d", "PgDn", "page down", "Scroll the passages down.", "Move"),
    Key("scroll(-1)", "pageup,ctrl+u", "PgUp", "page up", "Scroll the passages up.", "Move"),
    Key("queue", "tab", "tab", "queue", "Show or leave the queue.", "Move"),
    Key("view", "v", "v", "view", "The table, the timeline, the forest plot, the sentences in full.", "View"),
    Key("zoom", "z", "z", "zoom", "The article of the chosen claim alone, or everything again.", "View"),
    Key("words", "w", "w", "words", "Mark the words of the two passages that differ, or no longer.", "View"),
    Key("theme", "T", "T", "colours", "Choose the colours: dark, light, colour-blind, high contrast, ansi.", "View"),
    Key("filter", "slash", "/", "filter", "Filter: state:conflict src:wire kind:date tag:legal words.", "View"),
    Key("facet", "f", "f", "facet", "What needs a person, everything, decided, disputed, agreed.", "View"),
    Key("why", "i", "i", "why", "Tell every step that led to the findings.", "Know"),
    Key("history", "H", "H", "history", "Every verdict ever given on this topic, and all of yours of the day.", "Know"),
    Key("agreement", "D", "D", "reviewers", "How far reviewers agree: kappa, alpha, and what they differ on.", "Know"),
    Key("lint", "L", "L", "lint", "What the lint finds in the claims, articles and verdicts of this topic.", "Know"),
    Key("preview", "P", "P", "report", "The report as it would be written now.", "Know"),
    Key("edit", "E", "E", "editor", "Open the article in $EDITOR at the line.", "Know"),
    Key("copy", "y", "y", "copy", "Copy the citation, the quote, a Markdown row or JSON.", "Know"),
    Key("help", "question_mark", "?", "help", "This page.", "Know"),
    Key("quit", "q", "q", "quit", "Leave; everything is saved already.", "Safe", anywhere="ctrl+c,ctrl+q"),
)
_FOOTER: Final = (
    *("accept", "source(1)", "both", "range", "conflict", "open", "undo", "waiting(1)"),
    *("why", "view", "other(1)", "note", "filter", "help"),
)  # in this order; where they do not all fit, those that do
DECIDING: Final = frozenset(key.action.partition("(")[0] for key in KEYS if key.group == "Decide")


_RESERVED: Final = {"ctrl+c", "ctrl+q", "ctrl+p", "escape", "enter"}  # leave, the palette, and the dialogs' own
_NAMES: Final = {key.value for key in Keys} - {"<any>", "<ignore>"}
_NAMED: Final = re.compile(r"(?:ctrl\+|shift\+)*(\w+)")


class Keymap:
    """The table as it stands at a desk: with the keys that its settings change.

    Args:
        changed: name of an action to its keys, comma-separated: `{"accept": "y", "copy": "f5"}`.
        place: tells where the settings name an action, for what is wrong with it.

    Raises:
        DeskError: at an action or key that there is not, or a key that two actions would share.
    """

    def __init__(
        self, changed: Mapping[str, str] | None = None, place: Callable[[str], object] = lambda _: "reconcile.yaml"
    ) -> None:
        self._place = place
        self.changed = {action: self._read(action, keys) for action, keys in (changed or {}).items()}
        names = {key.name: key for key in KEYS}
        for action in self.changed:
            if action not in names:
                near = get_close_matches(action, names, n=1, cutoff=0.5)
                hint = f"did you mean {near[0]!r}?" if near else "see `?`"
                raise self._unfit(action, f"there is no action {action!r}", hint)
        self.keys = tuple(_changed(key, self.changed.get(key.name)) for key in KEYS)
        self._refuse_clashes()

    def _read(self, action: str, written: str) -> str:
        """The keys a person wrote, as Textual names them: "/" is "slash"."""
        keys = [key.strip() for key in (written.split(",") if written != "," else [written])]
        named = {key: _key(key) for key in keys}
        for key, name in named.items():
            if not name:
                hint = "a letter or sign, or a name such as f5, home, ctrl+r"
                raise self._unfit(action, f"{key!r} for {action!r} is no key", hint)
        return ",".join(dict.fromkeys(named.values()))

    def _unfit(self, action: str, what: str, hint: str) -> DeskError:
        return DeskError(f"keys: {what}", where=str(self._place(action)), hint=hint)

    def _refuse_clashes(self) -> None:
        owner: dict[str, str] = {}
        for key in self.keys:
            for each in key.keys.split(","):
                if each in _RESERVED or each in owner:
                    other = owner.get(each, "the review itself")
                    raise self._unfit(
                        key.name if key.name in self.changed else other,
                        f"{format_key(each)!r} is the key of {key.name!r} and of {other!r}",
                        "give one of them another key; `?` in the review lists all",
                    )
                owner[each] = key.name

    @property
    def of(self) -> dict[str, str]:
        """The key of an action as a person reads it, by the action's name."""
        return {key.name: key.shown for key in self.keys}

    def bindings(self) -> list[Binding]:
        """The table as Textual's bindings."""
        made = [
            Binding(k.keys, k.action, k.label, key_display=k.shown, id=k.action, tooltip=k.what, priority=early)
            for k in self.keys
            for early in [k.action == "queue"]  # before the screen's own tab; dialogs keep theirs, see `check_action`
        ]
        return made + [Binding(key.anywhere, key.action, show=False, priority=True) for key in KEYS if key.anywhere]

    def footer(self) -> list[Key]:
        """The keys of the footer in its order."""
        return [next(key for key in self.keys if key.action == action) for action in _FOOTER]

    def help_lines(self) -> list[str]:
        """The keys for the help screen, by group; a row of the table stands for all nine unless they were changed."""
        lines: list[str] = []
        shown = [
            k for k in self.keys if not k.action.startswith("source(") or k.action in _FOOTER or k.name in self.changed
        ]
        for group in dict.fromkeys(key.group for key in shown):
            lines += ["", group.upper()]
            lines += [f"  {key.shown:<6} {key.what}" for key in shown if key.group == group]
        return [*lines[1:], "", "  ctrl+p finds every command by its name. A key pressed in a dialog is the dialog's."]


def _key(written: str) -> str:
    """A key as Textual names it; "" where it is none."""
    if len(written) == 1 and written.isprintable() and not written.isspace():
        return next(iter(Binding("a", "none").make_bindings([Binding(written, "none")]))).key
    named = _NAMED.fullmatch(written)
    known = named and (named[1] in _NAMES or (len(named[1]) == 1 and written.startswith("ctrl+")))
    return written if known else ""


def _changed(key: Key, keys: str | None) -> Key:
    if keys is None:
        return key
    return replace(key, keys=keys, shown=" ".join(format_key(each) for each in keys.split(",")))
