"""What the dialogs say: reasons, verdicts with their meaning, every step of a finding, the history of a topic."""

from typing import Final

from rich.text import Text

from reconcile.errors import ReconcileError
from reconcile.model import Decision, Dossier
from reconcile.model.plain import plain
from reconcile.report import words
from reconcile.report.digest import View

EMPTY: Final = "\n  Nothing waits for you here. f shows everything, / filters, q leaves."
REASONS: Final = (
    ("as_of", "counted at different times"),
    ("scope", "another place, group or part"),
    ("measure", "another thing is counted"),
    ("rounding", "the same figure, rounded"),
    ("unit", "another unit"),
    ("planned_actual", "one is a plan, the other what happened"),
    ("attribution", "somebody else says it"),
    ("translation", "a matter of translation"),
)
DECISIONS: Final = (
    ("corroborated", "two or more independent origins agree"),
    ("agreed_one_origin", "the outlets agree, from one origin"),
    ("range", "report the range, attributed"),
    ("prefer_source", "one source has more authority: asks which"),
    ("explained", "the difference is explained"),
    ("superseded", "a later count replaces an earlier one: asks which"),
    ("unresolved_conflict", "a real conflict, cannot be settled"),
    ("source_error", "one source is wrong: asks which is right"),
    ("unverifiable", "not enough to judge"),
    ("misaligned", "not the same claim"),
    ("not_a_claim", "opinion, prediction, or page furniture"),
)


def shown(error: Exception) -> str:
    """An error as a toast."""
    return plain(str(error) if isinstance(error, ReconcileError) else f"not saved: {error}")


def why(view: View) -> Text:
    """Every finding of a topic with its steps, and why each claim is in it."""
    out = Text()
    out.append(plain(f"{view.topic.label}  [{view.topic.id}]\n\n"), "bold")
    for row, member in zip(view.rows, view.topic.members, strict=True):
        out.append(plain(f"{row.number} {words.name(row.source)}: in the topic because it {member.because}\n"))
    for pair in view.pairs:
        f = pair.finding
        sides = f"{pair.left} and {pair.right}" if pair.right else f"{pair.left}"
        out.append(
            plain(f"\n{words.GLYPH[f.outcome]} {sides}: {f.outcome.replace('_', ' ')} ({f.dimension}, {f.relation})\n"),
            "bold",
        )
        out.append(plain(f"  {f.because}\n"))
        for step in f.steps:
            out.append(plain(f"  · {step}\n"), "dim")
    return out


def history(dossier: Dossier, topic: str) -> Text:
    """Every verdict ever given on a topic, oldest first; undone ones stay in the log."""
    out = Text()
    rows = [v for v in dossier.verdicts if v.topic == topic]
    seen: set[tuple[str, str, Decision]] = set()
    for v in rows:
        if (v.at, v.by, v.decision) not in seen:
            seen.add((v.at, v.by, v.decision))
            out.append(plain(f"{v.at}  {v.by}  {v.decision.replace('_', ' ')}  {v.reason}  {v.note}".rstrip() + "\n"))
    return out if rows else Text("no verdict was ever given on this topic")
