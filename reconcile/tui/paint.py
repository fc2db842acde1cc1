"""What the screen shows, as styled lines. Pure: values in, `rich.text.Text` out; no text of a source is ever markup."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from rich.cells import cell_len, set_cell_size
from rich.style import Style
from rich.text import Text

from reconcile.model import Dossier, Outcome, Settings, Status
from reconcile.model.decide import propose
from reconcile.model.plain import plain
from reconcile.report import words
from reconcile.report.view import Row, View
from reconcile.report.wording import wording
from reconcile.tui.keymap import Key
from reconcile.tui.queue import Board
from reconcile.tui.since import since
from reconcile.tui.styles import DONE, NAMED, QUIET
from reconcile.tui.why import told_by_rows
from reconcile.tui.wrapping import clipped

STATUS_GLYPH: Final = {
    Status.OPEN: " ",
    Status.DECIDED: "✓",
    Status.CONFIRMED: "✓",
    Status.SETTLED: "✓",
    Status.DISPUTED: "!",
    Status.DEFERRED: "?",
    Status.STALE: "!",
}
_LOOKED: Final = 20_000  # letters of a reason that are looked at: no screen holds more
_TOLD: Final = 7  # lines of the last part from which the ready wording has room
_BLANKS: Final = str.maketrans("\t\n", "  ")
_WIDE_LINE: Final = 50  # cells from which a line of the queue has room for words beside its signs


def header(board: Board, name: str, reviewer: str, said: str, marked: int, width: int) -> Text:  # noqa: PLR0913, PLR0917 - what the first line shows
    """The first line: the desk, counts by outcome in as many words as fit, what was done, what is left, who reviews.

    Args:
        marked: how many topics the next verdict is for, while any are marked.
    """
    many = Text(f"• {marked} marked   " if marked else "", "bold")
    done = Text(f"{plain(said)}   " if said else "", NAMED[Outcome.CONFLICTS] if said.startswith("✗") else DONE)
    left = Text(f"to do {len(board.waiting)}   ", "bold" if board.waiting else DONE)
    return _between(name, _counts(board.counts), Text.assemble(done, many, left), reviewer, width)


def heading(name: str, reviewer: str, width: int) -> Text:
    """The first line before the desk is read."""
    return _between(name, [], Text(), reviewer, width)


def _between(name: str, counts: Sequence[Text], told: Text, reviewer: str, width: int) -> Text:
    """The desk at the left with the first of the counts that fits, at the right what is told and who reviews."""
    right = Text(no_wrap=True).append_text(told)
    right.append(f"{set_cell_size(plain(reviewer), min(16, cell_len(plain(reviewer))))} ", "bold")
    line = Text(no_wrap=True)
    line.append(f" {set_cell_size(plain(name), min(24, cell_len(plain(name))))} ", "bold reverse")
    room = width - right.cell_len - line.cell_len - 2
    line.append_text(next((each for each in counts if each.cell_len <= room), Text()))
    line.append(" " * max(1, width - line.cell_len - right.cell_len)).append_text(right)
    line.truncate(width)
    return line


def reading(said: str, keys: Mapping[str, str]) -> Text:
    """How far the desk is read, and what can be done meanwhile."""
    return Text(f"\n  {plain(said)}\n\n").append(
        f"  Other keys work once it is read.   {keys['help']} help   {keys['quit']} leave", QUIET
    )


def _counts(outcomes: Counter[Outcome]) -> list[Text]:
    """The counts that are not zero: in full words, in short words, as signs."""
    shown = (Outcome.CONFLICTS, Outcome.DIFFERS, Outcome.AGREE, Outcome.COMPATIBLE, Outcome.SINGLE_SOURCE)
    full = {outcome: f" {words.outcome(outcome, Settings())}" for outcome in shown}
    short = {outcome: f" {words.short(outcome, Settings())}" for outcome in shown}
    found = []
    for names in (full, short, dict.fromkeys(shown, "")):
        line = Text(no_wrap=True)
        for outcome in filter(outcomes.get, shown):
            line.append(f"  {words.GLYPH[outcome]}{outcomes[outcome]}{names[outcome]}", NAMED[outcome])
        found.append(line)
    return found


def queue_line(board: Board, topic: str, width: int, settings: Settings, *, marked: bool = False) -> Text:
    """One topic in the queue: outcome, status and mark as signs, label; where there is room, the same in words."""
    outcome, status = board.outcomes[topic], board.statuses[topic]
    line = Text(no_wrap=True)
    line.append(f"{words.GLYPH[outcome]}{STATUS_GLYPH[status]}{'•' if marked else ' '}", NAMED[outcome])
    tail = f"  {words.outcome(outcome, settings)}, {words.status(status, settings)}" if width >= _WIDE_LINE else ""
    line.append(cut(board.dossier.topic[topic].label, max(8, width - 3 - cell_len(tail)), fill=bool(tail)))
    line.append(tail, QUIET)
    return line


def cut(text: str, width: int, *, fill: bool = False) -> str:
    """A text at most so many cells wide, "…" where it goes on; filled with blanks where asked."""
    shown = plain(text[: width * 2]).translate(_BLANKS)
    if cell_len(shown) > width:
        kept = set_cell_size(shown, width - 1)
        return set_cell_size(kept if kept.rstrip().endswith("…") else kept + "…", width)  # a label may have its own
    return set_cell_size(shown, width) if fill else shown


def title(view: View, place: str, settings: Settings, width: int) -> Text:
    """The topic's line: state as sign and word, label, and at the right its status and place in the queue."""
    line = Text(no_wrap=True)
    state = f" {words.GLYPH[view.outcome]} {words.outcome(view.outcome, settings).upper()} "
    line.append(state, NAMED[view.outcome])
    line.stylize("reverse")
    tail = f"  {words.status(view.status, settings)}  {plain(place)} "
    line.append(" " + cut(view.topic.label, max(8, width - 1 - cell_len(state + tail)), fill=True), "bold")
    line.append(tail, QUIET)
    return line


def caption(row: Row, width: int) -> Text:
    """The line above a passage: number, outlet, line, who says it, whose text it is."""
    who = f", says {words.speaker(row.claim)}" if row.claim.speaker else ""
    whose = f", from {row.origin}" if row.origin not in ("", words.name(row.source)) else ""
    text = cut(f"─ {row.number} {words.name(row.source)}, line {row.line}{who}{whose}", max(8, width - 2))
    return Text(no_wrap=True).append(f"{text} {'─' * max(0, width - cell_len(text) - 1)}", QUIET)


def verdict(  # noqa: PLR0913, PLR0917 - what the screen's last part shows
    dossier: Dossier,
    view: View,
    two: tuple[int, int],
    note: str,
    settings: Settings,
    keys: Mapping[str, str],
    width: int,
    lines: int,
) -> Text:
    """The proposal, the verdicts given, the note, the reason, and where there is room the ready wording.

    Args:
        two: the row looked at and the one laid beside it.
        keys: name of an action to its key: what settles a dispute, what tells more.
    """
    decision, reason = propose(dossier, view.topic.id)
    disputed = view.status is Status.DISPUTED
    because = f" ({words.explanation(reason, settings)})" if reason else ""
    further = f"; reviewers differ: {keys['settle']} settles it" if disputed else ""
    told = [("proposal ", f"{words.decision(decision, settings)}{because}{further}")]
    few = lines < _TOLD
    opinions = sorted(view.opinions, key=lambda opinion: not opinion.stale)
    for opinion in opinions[: 1 if few and view.status is Status.STALE else max(1, lines - 2)]:
        v = opinion.verdict
        stale = "! stale: " if opinion.stale else "! " if disputed else "✓ "
        more = ", ".join(part for part in (words.reason(v, dossier.source, settings), v.note) if part)
        told.append(
            ("verdict  ", f"{stale}{words.decision(v.decision, settings)}, {v.who}{f' ({more})' if more else ''}")
        )
    changed = since(dossier, view) if view.status is Status.STALE else []
    shown = changed[: 1 if few else 2]
    told += [("changed  ", line) for line in shown]
    if len(changed) > len(shown):
        told[-1] = ("changed  ", f"{shown[-1]}; {len(changed) - len(shown)} more: {keys['why']}")
    told += [("note     ", note)] if note else []
    out = Text()
    for head, text in told:
        out.append(head, QUIET).append(cut(text, width - cell_len(head)), "bold").append("\n")
    room, ready = max(1, lines - len(told)), wording(dossier, view) if lines >= _TOLD else ""
    room -= _paragraph(out, "because  ", _because(view, *two), width, room - 2 if ready else room)
    if ready:
        out.append("\n")
        _paragraph(out, "wording  ", ready, width, room)
    return out


def _paragraph(out: Text, head: str, text: str, width: int, most: int) -> int:
    """Words beside their head, on so many lines at most; gives how many it took."""
    lines = clipped(plain(text[:_LOOKED]), width - len(head), max(1, most))
    out.append(head, QUIET).append(("\n" + " " * len(head)).join(lines))
    return len(lines)


def _because(view: View, chosen: int, other: int) -> str:
    """The reason of the two rows that are looked at, else of the worst finding about the chosen one or the topic."""
    both, number = {chosen + 1, other + 1}, chosen + 1
    found = [pair for pair in view.pairs if {pair.left, pair.right} == both]
    if found or len(both) == 1 or not any(pair.right for pair in view.pairs):
        return told_by_rows((*found, *view.pairs)[0]) if view.pairs else ""
    about = [pair for pair in view.pairs if number in (pair.left, pair.right)]
    rest = f" {told_by_rows(about[0])}" if about else ""
    return f"{chosen + 1} and {other + 1} are not compared with each other, only with others.{rest}"


def footer(keys: Sequence[Key], width: int) -> Text:
    """The keys most used, as many as fit, the last always the help; a click is the key."""
    line = Text(no_wrap=True)
    labels = [f" {key.label.partition(' ')[0]}" for key in keys]
    heads = [f" {key.shown}" for key in keys]
    air = " " * (sum(map(cell_len, heads + labels)) + len(keys) <= width)
    sizes = [cell_len(head + label + air) for head, label in zip(heads, labels, strict=True)]
    room = width - sizes[-1]
    for key, head, label, size in zip(keys, heads, labels, sizes, strict=True):
        if key is not keys[-1]:
            if size > room:
                continue
            room -= size
        start = len(line)
        line.append(head, "bold").append(label + air)
        if key.shown != "1-9":  # nine keys: a click could not say which
            line.stylize(Style(meta={"@click": f"app.{key.action}"}), start)
    return line
