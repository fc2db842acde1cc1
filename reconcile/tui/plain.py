"""`review --plain`: the same queue and verdicts line by line, for screen readers, dumb terminals and scripts."""

from collections.abc import Iterator
from typing import IO, Final

from reconcile.desk import Workspace
from reconcile.errors import ReconcileError
from reconcile.model import Claim, Decision, Dossier, Status
from reconcile.model.decide import NEEDS_SOURCE, propose
from reconcile.model.plain import plain
from reconcile.report import words
from reconcile.report.view import View, view
from reconcile.tui.dialogs import DECISIONS, HOW, REASONS, fields, history
from reconcile.tui.queue import Board, Facet, Filter, queue
from reconcile.tui.since import since
from reconcile.tui.why import explained, told_by_rows

HELP: Final = """\
a accept the proposal   1-9 that source is right   b REASON both hold   r range   x conflict   o MISSING leave open
d VERDICT [ROW] any other verdict   A VERDICT [SOURCE] settle what reviewers differ on   (a note may follow each)
s or n next   p previous   t this one again   i why   H every verdict given on it   u undo   U redo
C ROW FIELD TEXT correct a claim   X ROW strike it   / WORDS filter the queue   l list it   ? this help   q leave"""


def review(workspace: Workspace, lines: IO[str], out: IO[str]) -> int:
    """Go through the queue; ends at `q` or at the end of the input."""
    return Review(workspace, out).run(lines)


class Review:
    """The review of one desk, a line a command; it holds which topics are gone through, and where it is."""

    def __init__(self, workspace: Workspace, out: IO[str]) -> None:
        self.workspace, self._out = workspace, out
        self.topics = list(queue(Board(workspace.shown), Filter()))
        self.place = 0
        self._told: tuple[str, Dossier] | None = None  # the topic told last, and of which dossier: it is told once

    def run(self, lines: IO[str]) -> int:
        """Carry out commands until `q` or the end of the queue or of the input; returns the exit code."""
        self.say(f"{len(self.topics)} to do. ? lists the commands.")
        while self.place < len(self.topics):
            self._tell()
            word = self._next(lines)
            if word == "q":
                break
            try:
                self.step(*word.partition(" ")[::2])
            except (ReconcileError, ValueError) as error:
                self.say(f"not saved: {error}")
        self.say(f"{len(Board(self.workspace.shown).waiting)} to do.")
        return 0

    def _tell(self) -> None:
        """Tell the topic, unless it was told already and nothing has changed since."""
        topic, dossier = self.topics[self.place], self.workspace.shown
        if self._told is None or self._told[0] != topic or self._told[1] is not dossier:
            for line in told(self.workspace, topic, f"{self.place + 1} of {len(self.topics)}"):
                self.say(line)
        self._told = topic, dossier

    def _next(self, lines: IO[str]) -> str:
        """The next command, asked for where a person types it."""
        if lines.isatty():
            print("verdict, n, ? or q> ", end="", file=self._out, flush=True)
        return next(lines, "q").strip()

    def say(self, text: str) -> None:
        """Print a line at once."""
        print(plain(text), file=self._out, flush=True)

    def step(self, key: str, rest: str) -> None:
        """Carry out one command.

        Raises:
            ReconcileError, ValueError: where it cannot be; nothing changed.
        """
        dossier, topic = self.workspace.shown, self.topics[self.place]
        match key:
            case "s" | "n" | "":
                self.place += 1
            case "p":
                self.place = max(0, self.place - 1)
            case "u" | "U":
                back = (self.workspace.undo if key == "u" else self.workspace.redo)()[1]
                did = "took back" if key == "u" else "did again"
                self.say(f"{did}: {back}" if back else "nothing to take back or redo")
                self.place = self.topics.index(back) if back in self.topics else self.place
            case "t":
                self._told = None
            case "H":
                self.say(history(dossier, topic, self.workspace.settings, self.workspace.reviewer).plain)
            case "i":
                shown = view(dossier, dossier.topic[topic])
                self.say("\n".join(explained(shown, shown.pairs, self.workspace.settings)))
            case "l":
                self.say("\n".join(f"{n}. {t}: {dossier.status(t)}" for n, t in enumerate(self.topics, 1)))
            case "/":
                self._filter(rest)
            case "C" | "X":
                self._correct(key, rest)
            case "A":
                self._settle(topic, rest)
            case _:
                self.place += decided(self, topic, key, rest)

    def _filter(self, typed: str) -> None:
        """Go through other topics: those that fit the words, or what is to do where there are none."""
        chosen = Filter(Facet.ALL, typed) if typed else Filter()
        found = list(queue(Board(self.workspace.shown), chosen))
        if not found:
            self.say("no topic fits; the queue stays")
            return
        self.topics, self.place = found, 0
        self.say(words.count(len(found), "topic"))

    def _correct(self, key: str, rest: str) -> None:
        """Write into the claim file what a person says of the claim of a row, and go on with what then stands apart."""
        row, _, said = rest.partition(" ")
        claim = self._row(row)
        field, _, text = said.partition(" ")
        known = fields(claim, self.topics[self.place]) if claim else {}
        if claim is None or (key == "C" and field not in known):
            how = "\n".join(f"  {name}: {HOW[name]}; now {now or 'empty'}" for name, now in known.items())
            self.say(f"{'C ROW FIELD TEXT, where FIELD is one of' if known else 'which row?'}\n{how}".rstrip())
            return
        if key == "X":
            self.workspace.correct(claim.id, {"status": "struck"})
        elif field == "topic":
            self.workspace.move(claim.id, text.strip())
        else:
            self.workspace.correct(claim.id, {field: text.strip()})
        self.say(f"{'struck' if key == 'X' else f'corrected {field}'}: {claim.id}")
        topic = self.topics[self.place]
        self.topics = [each for each in self.topics if each in self.workspace.shown.topic]
        self.place = self.topics.index(topic) if topic in self.topics else min(self.place, len(self.topics))

    def _row(self, number: str) -> Claim | None:
        claims = self.workspace.shown.topic[self.topics[self.place]].claims
        at = int(number) if number.isdecimal() else 0
        return self.workspace.shown.claim[claims[at - 1]] if 1 <= at <= len(claims) else None

    def _settle(self, topic: str, rest: str) -> None:
        """Decide over the verdicts of reviewers who differ."""
        code, _, reason = rest.partition(" ")
        if self.workspace.shown.status(topic) not in (Status.DISPUTED, Status.SETTLED):
            self.say("the reviewers do not differ here: decide as ever")
        elif code not in dict(DECISIONS):
            self.say(
                "A needs one of these verdicts:\n" + "\n".join(f"  A {code:<21}{what}" for code, what in DECISIONS)
            )
        else:
            source = reason if Decision(code) in NEEDS_SOURCE else ""
            self.workspace.record(topic, Decision(code), source=source, reason=reason, settle=True)
            self.say(f"settled: {words.decision(Decision(code), self.workspace.settings)}")
            self.place += 1


def told(workspace: Workspace, topic: str, place: str) -> Iterator[str]:
    """A topic as lines: state, each claim with its words, the proposal."""
    shown = view(workspace.shown, workspace.shown.topic[topic])
    state = words.outcome(shown.outcome, workspace.settings)
    yield f"\n{place}. {state}: {shown.topic.label} [{topic}], {shown.status}"
    for row in shown.rows:
        day = row.source.published.isoformat() if row.source.published else "day unknown"
        more = (
            row.credit,
            f"as of {row.as_of}" if row.as_of else "",
            f"text of {row.origin}" if row.origin not in ("", words.name(row.source)) else "",
        )
        told_by = "".join(f", {part}" for part in more if part)
        yield f"{row.number}. {words.name(row.source)}, {day}: {row.value or row.claim.modality.value}{told_by}"
        yield f"   line {row.line}: {row.before}[{row.mark}]{row.after}"
    for pair in shown.pairs[:3]:
        yield f"because: {told_by_rows(pair)}"
    for opinion in shown.opinions:
        v, stale = opinion.verdict, "stale " if opinion.stale else ""
        yield f"{stale}verdict: " + ", ".join(
            filter(
                None,
                (
                    words.decision(v.decision, workspace.settings),
                    words.reason(v, workspace.shown.source, workspace.settings),
                    v.who,
                    v.note,
                ),
            )
        )
    if shown.status is Status.STALE:
        yield from (f"changed since: {line}" for line in since(workspace.shown, shown))
    decision, reason = propose(workspace.shown, topic)
    why = f" ({words.explanation(reason, workspace.settings)})" if reason else ""
    yield f"proposal: {words.decision(decision, workspace.settings)}{why}"


def decided(review: Review, topic: str, key: str, rest: str) -> int:
    """Record the verdict a key stands for; 1 where it was one, 0 where the key means nothing."""
    workspace, say = review.workspace, review.say
    shown: View = view(workspace.shown, workspace.shown.topic[topic])
    if key == "a":
        decision, reason = propose(workspace.shown, topic)
        workspace.record(topic, decision, reason=reason, note=rest)
    elif _is_row(key, shown):
        decision = Decision.PREFER_SOURCE
        workspace.record(topic, decision, source=shown.rows[int(key) - 1].source.slug, note=rest)
    elif key == "b":
        decision = Decision.EXPLAINED
        reason, _, note = rest.partition(" ")
        if reason not in dict(REASONS):
            say("b needs one of these reasons:\n" + "\n".join(f"  b {code:<16}{what}" for code, what in REASONS))
            return 0
        workspace.record(topic, decision, reason=reason, note=note.strip())
    elif key == "d":
        code, _, rest = rest.partition(" ")
        row, _, note = rest.partition(" ")
        known = dict(DECISIONS)
        if code not in known or (code in NEEDS_SOURCE and not _is_row(row, shown)):
            say("d needs one of these verdicts:\n" + "\n".join(_verdicts()))
            return 0
        decision = Decision(code)
        source = shown.rows[int(row) - 1].source.slug if code in NEEDS_SOURCE else ""
        workspace.record(topic, decision, source=source, note=(note if source else rest).strip())
    elif key in ("r", "x", "o"):
        decision = {"r": Decision.RANGE, "x": Decision.UNRESOLVED_CONFLICT, "o": Decision.DEFERRED}[key]
        workspace.record(topic, decision, note=rest)
    else:
        say(HELP if key == "?" else f"{key!r} is no command.\n{HELP}")
        return 0
    say(f"saved: {words.decision(decision, workspace.settings)}")
    return 1


def _is_row(word: str, shown: View) -> bool:
    return word.isdecimal() and 1 <= int(word) <= len(shown.rows)


def _verdicts() -> Iterator[str]:
    """The verdicts with what each is, those that name a source with the row that is right."""
    for code, what in DECISIONS:
        yield f"  d {f'{code} ROW' if code in NEEDS_SOURCE else code:<21}{what.partition(': asks')[0]}"
