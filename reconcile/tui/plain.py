"""`review --plain`: the same queue and verdicts line by line, for screen readers, dumb terminals and scripts."""

from collections.abc import Callable, Iterator
from typing import IO, Final

from reconcile.desk import Workspace
from reconcile.errors import ReconcileError
from reconcile.model import Decision
from reconcile.model.decide import propose
from reconcile.model.plain import plain
from reconcile.report import words
from reconcile.report.view import View, view
from reconcile.tui.dialogs import REASONS
from reconcile.tui.queue import Board, Filter, queue

HELP: Final = """\
a accept the proposal   1-9 that source is right   b REASON both hold   r range   x conflict   o MISSING leave open
s or n next   p previous   i why   u undo   U redo   l list the queue   ? this help   q leave"""


def review(workspace: Workspace, lines: IO[str], out: IO[str]) -> int:
    """Go through the queue; ends at `q` or at the end of the input."""

    def say(text: str) -> None:
        print(plain(text), file=out, flush=True)

    topics = list(queue(Board(workspace.dossier), Filter()))
    place = 0
    say(f"{len(topics)} to do. ? lists the commands.")
    while place < len(topics):
        for line in told(workspace, topics[place], f"{place + 1} of {len(topics)}"):
            say(line)
        word = next(lines, "q").strip()
        if word == "q":
            break
        place = step(workspace, topics, place, word, say)
    say(f"{len(Board(workspace.dossier).waiting)} to do.")
    return 0


def told(workspace: Workspace, topic: str, place: str) -> Iterator[str]:
    """A topic as lines: state, each claim with its words, the proposal."""
    shown = view(workspace.dossier, workspace.dossier.topic[topic])
    state = words.outcome(shown.outcome, workspace.settings)
    yield f"\n{place}. {state}: {shown.topic.label} [{topic}], {shown.status}"
    for row in shown.rows:
        day = row.source.published.isoformat() if row.source.published else "day unknown"
        yield f"{row.number}. {words.name(row.source)}, {day}: {row.value or 'wording'}"
        yield f"   line {row.line}: {row.before}[{row.mark}]{row.after}"
    for pair in shown.pairs[:3]:
        yield f"because: {pair.finding.because}"
    decision, reason = propose(workspace.dossier, topic)
    yield f"proposal: {words.decision(decision, workspace.settings)}{f' ({reason})' if reason else ''}"


def step(workspace: Workspace, topics: list[str], place: int, word: str, say: Callable[[str], None]) -> int:
    """Carry out one command and return the next place in the queue."""
    key, _, rest = word.partition(" ")
    topic = topics[place]
    try:
        if key in ("s", "n", ""):
            return place + 1
        if key == "p":
            return max(0, place - 1)
        if key in ("u", "U"):
            back = (workspace.undo if key == "u" else workspace.redo)()[1]
            say(f"{'took back' if key == 'u' else 'decided again'}: {back}" if back else "nothing to take back or redo")
            return topics.index(back) if back in topics else place
        if key == "i":
            for pair in view(workspace.dossier, workspace.dossier.topic[topic]).pairs:
                say("\n".join([pair.finding.because, *(f"  {line}" for line in pair.finding.steps)]))
            return place
        if key == "l":
            say("\n".join(f"{n}. {t}: {workspace.dossier.status(t)}" for n, t in enumerate(topics, 1)))
            return place
        return place + decided(workspace, topic, key, rest, say)
    except (ReconcileError, ValueError) as error:
        say(f"not saved: {error}")
        return place


def decided(workspace: Workspace, topic: str, key: str, rest: str, say: Callable[[str], None]) -> int:
    """Record the verdict a key stands for; 1 where it was one, 0 where the key means nothing."""
    shown: View = view(workspace.dossier, workspace.dossier.topic[topic])
    if key == "a":
        decision, reason = propose(workspace.dossier, topic)
        workspace.record(topic, decision, reason=reason)
    elif key.isdecimal() and 1 <= int(key) <= len(shown.rows):
        decision = Decision.PREFER_SOURCE
        workspace.record(topic, decision, source=shown.rows[int(key) - 1].source.slug, note=rest)
    elif key == "b":
        decision = Decision.EXPLAINED
        if rest not in dict(REASONS):
            say("b needs one of these reasons:\n" + "\n".join(f"  b {code:<16}{what}" for code, what in REASONS))
            return 0
        workspace.record(topic, decision, reason=rest)
    elif key in ("r", "x", "o"):
        decision = {"r": Decision.RANGE, "x": Decision.UNRESOLVED_CONFLICT, "o": Decision.DEFERRED}[key]
        workspace.record(topic, decision, note=rest)
    else:
        say(HELP if key == "?" else f"{key!r} is no command.\n{HELP}")
        return 0
    say(f"saved: {words.decision(decision, workspace.settings)}")
    return 1
