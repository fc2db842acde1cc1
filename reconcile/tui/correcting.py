"""The keys that correct what the machine read and put together; each writes the claim files, and all follows anew."""

from collections.abc import Callable
from typing import Final

from reconcile.errors import ReconcileError
from reconcile.model import Mention, Span
from reconcile.report.view import View
from reconcile.tui import dialogs
from reconcile.tui.picking import Pick
from reconcile.tui.screens import Choice, Line
from reconcile.tui.stage import Stage

_OFFERED: Final = 40  # topics offered to move a claim to, the likest first


class Correcting(Stage):
    """The stage with its corrections."""

    def action_correct(self) -> None:
        """Choose a field of the chosen claim and write what it should say."""
        shown = self.view()
        if not shown:
            return
        claim = shown.rows[self.row].claim
        fields = dialogs.fields(claim, shown.topic.id)

        def write(key: str, text: str) -> None:
            said = text.strip()
            if said == fields[key] or (key == "topic" and not said):
                return
            if key == "topic":
                done = self.change(lambda: self.workspace.move(claim.id, said), f"moved to {said}")
            else:
                done = self.change(lambda: self.workspace.correct(claim.id, {key: said}), f"corrected {key}")
            if not done:  # what was typed is not lost
                ask(key, said)

        def ask(key: str, said: str) -> None:
            self.ask(Line(f"{key}: {dialogs.HOW[key]}", said, mend=True), lambda text: write(key, text))

        self.ask(
            Choice("Correct this claim: which field?", [(key, text or "none") for key, text in fields.items()]),
            lambda key: ask(key, fields[key]),
        )

    def action_strike(self) -> None:
        """Strike the chosen claim, after asking."""
        shown = self.view()
        if shown:
            claim = shown.rows[self.row].claim.id
            options = [("strike", "it is no claim; the claim file says so"), ("keep", "leave it")]
            self.ask(Choice(f"Strike {claim}?", options), lambda word: self.strike(claim) if word == "strike" else None)

    def strike(self, claim: str) -> None:
        """Write that a claim is none."""
        self.change(lambda: self.workspace.correct(claim, {"status": "struck"}), f"struck {claim}")

    def action_add(self) -> None:
        """Add a claim that was missed: choose its words in the article, the value in them, and where it belongs."""
        from reconcile.extract import mentions  # noqa: PLC0415 - a grammar that the first paint must not wait for

        shown = self.view()
        if not shown:
            return
        row = shown.rows[self.row]
        article = row.source

        def took(span: Span | None) -> None:
            if span is None or not article.text[span.start : span.end].strip():
                return
            inside = [m for m in mentions(article) if span.start <= m.span.start and m.span.end <= span.end]
            values = dict(enumerate(inside))
            if not values:
                place(span, None)
                return
            options = [(str(n), " ".join(m.text.split())) for n, m in values.items()] + [("none", "its words alone")]
            self.ask(
                Choice("Which value is the claim about?", options),
                lambda code: place(span, values[int(code)] if code != "none" else None),
            )

        def place(span: Span, value: Mention | None) -> None:
            options = [("here", f"in this topic: {shown.topic.label}"), ("anywhere", "where the alignment puts it")]
            self.ask(Choice("Where does it belong?", options), lambda code: write(span, value, code))

        def write(span: Span, value: Mention | None, code: str) -> None:
            topic = shown.topic.id if code == "here" else ""
            self.change(lambda: self.workspace.add(article.slug, span, value, topic), "added a claim")

        self.push_screen(Pick(self.page(article.slug), row.claim.span.start), took)

    def action_regroup(self) -> None:
        """Split the chosen claim off, move it, or merge the topic into another."""
        shown = self.view()
        if not shown:
            return
        claim, topic = shown.rows[self.row].claim.id, shown.topic.id
        options = [
            ("split", "this claim into a topic of its own"),
            ("move", "this claim into another topic"),
            ("merge", "this whole topic into another"),
        ]

        def chosen(code: str) -> None:
            if code == "split":
                taken = self.workspace.dossier.topic
                name = next(name for n in range(2, len(taken) + 3) if (name := f"{topic}-{n}") not in taken)
                self.change(lambda: self.workspace.move(claim, name), f"split off {name}")
            elif code == "move":
                self.ask(
                    other("Move it where?"), lambda to: self.change(lambda: self.workspace.move(claim, to), f"to {to}")
                )
            else:
                self.ask(
                    other("Merge it into which?"),
                    lambda to: self.change(lambda: self.workspace.merge(topic, to), f"merged into {to}"),
                )

        def other(question: str) -> Choice:
            return Choice(question, self.likest(shown))

        self.ask(Choice("Split, move or merge?", options), chosen)

    def likest(self, shown: View) -> list[tuple[str, str]]:
        """Other topics with their labels, those first whose label is most like the one shown."""
        from rapidfuzz import fuzz  # noqa: PLC0415 - as in `action_add`

        topics = [topic for topic in self.workspace.dossier.topics if topic.id != shown.topic.id]
        topics.sort(key=lambda topic: -fuzz.token_set_ratio(topic.label, shown.topic.label))
        return [(topic.id, topic.label) for topic in topics[:_OFFERED]]

    def change(self, work: Callable[[], object], said: str, *, nothing: str = "", refused: str = "") -> bool:
        """Do something to the workspace and show the topic it gives, if any.

        Returns:
            Whether it was done; an error is said and changes nothing.
        """
        try:
            done = work()
        except ReconcileError as error:
            self.refuse(error, refused or f"not saved: {said}")
            return False
        self.told_meanwhile(self.workspace.news)
        self.tell(nothing if done is None else said)
        self.requeue(done if done and isinstance(done, str) else self.topic)
        return True
