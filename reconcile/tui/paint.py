"""What the screen shows, as styled lines. Pure: values in, `rich.text.Text` out; no text of a source is ever markup."""

from collections import Counter
from typing import Final

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from reconcile.model import Dossier, Outcome, Settings, Source, Span, Status
from reconcile.model.decide import propose
from reconcile.model.plain import plain
from reconcile.report import words
from reconcile.report.digest import Row, View
from reconcile.report.wording import wording
from reconcile.tui.queue import needs_person

STYLE: Final = {
    Outcome.CONFLICTS: "bold red",
    Outcome.DIFFERS: "yellow",
    Outcome.NOT_COMPARABLE: "magenta",
    Outcome.COMPATIBLE: "cyan",
    Outcome.AGREE: "green",
    Outcome.SINGLE_SOURCE: "dim",
}
STATUS_GLYPH: Final = {
    Status.OPEN: " ",
    Status.DECIDED: "✓",
    Status.CONFIRMED: "✓",
    Status.DISPUTED: "!",
    Status.DEFERRED: "?",
    Status.STALE: "!",
}


def header(dossier: Dossier, name: str, reviewer: str, width: int) -> Text:
    """The first line: the desk, counts by outcome, what is left to do, who reviews."""
    counts = Counter(dossier.outcome(topic.id) for topic in dossier.topics)
    left = sum(needs_person(dossier, topic.id) for topic in dossier.topics)
    line = Text(no_wrap=True)
    line.append(f" {plain(name)} ", "bold reverse")
    for outcome in (Outcome.CONFLICTS, Outcome.DIFFERS, Outcome.AGREE, Outcome.COMPATIBLE, Outcome.SINGLE_SOURCE):
        word = (
            words.outcome(outcome, Settings())
            if width >= 100
            else {"single_source": "single"}.get(outcome.value, outcome.value[:8])
        )
        line.append(f"  {words.GLYPH[outcome]}{counts[outcome]} {word}", STYLE[outcome])
    right = f"to do {left}  saved  {plain(reviewer)} "
    line.append(" " * max(1, width - line.cell_len - cell_len(right)) + right, "bold" if left else "green")
    line.truncate(width)
    return line


def queue_line(dossier: Dossier, topic: str, width: int) -> Text:
    """One topic in the queue: status, outcome as a glyph, label."""
    outcome, status = dossier.outcome(topic), dossier.status(topic)
    line = Text(no_wrap=True)
    line.append(f"{words.GLYPH[outcome]} ", STYLE[outcome])
    line.append(f"{STATUS_GLYPH[status]} ", "bold")
    line.append(set_cell_size(plain(dossier.topic[topic].label), max(8, width - 4)).rstrip())
    return line


def title(dossier: Dossier, view: View, place: str, settings: Settings) -> Text:
    """The topic's line: label, state as glyph and word, place in the queue."""
    line = Text(no_wrap=True, overflow="ellipsis")
    line.append(
        f" {words.GLYPH[view.outcome]} {words.outcome(view.outcome, settings).upper()} ",
        f"{STYLE[view.outcome]} reverse",
    )
    line.append(f"  {plain(view.topic.label)}", "bold")
    line.append(f"   {words.status(dossier.status(view.topic.id), settings)}  {place}", "dim")
    return line


def table(view: View, chosen: int, width: int, most: int) -> Text:
    """Every claim a row: number, outlet, day, reading, as written, relation to the chosen row.

    Args:
        most: lines there is room for; of a longer table the part around the chosen row is shown.
    """
    relation = {other: outcome for outcome, other in view.against(view.rows[chosen])}
    sizes = _columns(width)
    out = Text(no_wrap=True)
    out.append(
        _fit(("   ", "source", "published", "reading", "as written", "as of", "to row " + str(chosen + 1)), sizes)
        + "\n",
        "dim",
    )
    first = max(0, min(chosen - (most - 1) // 2, len(view.rows) - (most - 1)))
    for at, row in enumerate(view.rows[first : first + most - 1], first):
        mark = ">" if at == chosen else " "
        outcome = relation.get(row.number)
        stand = "" if outcome is None else f"{words.GLYPH[outcome]} {words.outcome(outcome, Settings())}"
        day = row.source.published.isoformat() if row.source.published else "unknown"
        cells = (
            f"{mark}{row.number:<2}",
            words.name(row.source),
            day,
            row.value or row.claim.modality.value,
            f"“{row.written}”" if row.written else "wording",
            row.as_of,
            stand,
        )
        style = "bold" if at == chosen else STYLE.get(outcome, "") if outcome else ""
        out.append(_fit(cells, sizes) + "\n", style)
    return out


def _columns(width: int) -> tuple[int, ...]:
    """Widths of the table's columns: the same in every row, the readings get what is left."""
    if width < 76:
        return (4, 14, 11, max(12, width - 30), 0, 0, 0)
    rest = width - 4 - 16 - 11 - 17
    if width < 100:
        return (4, 16, 11, rest // 2, rest - rest // 2, 0, 17)
    rest -= 14
    return (4, 16, 11, rest // 2, rest - rest // 2, 14, 17)


def _fit(cells: tuple[str, ...], sizes: tuple[int, ...]) -> str:
    kept = []
    for cell, size in zip(cells, sizes, strict=True):
        if size:
            text = " ".join(plain(cell).split()) if cell.strip() else cell
            kept.append(set_cell_size(text if cell_len(text) < size else set_cell_size(text, size - 2) + "…", size))
    return "".join(kept).rstrip()


def evidence(source: Source, row: Row, others: tuple[Span, ...]) -> tuple[Text, int]:
    """The whole article with the claim's words marked, and the offset they stand at.

    Args:
        others: spans of the article's other claims, underlined.
    """
    claim = row.claim
    told = claim.quantity or claim.when
    body = Text(plain(source.text).replace("\t", " "))
    for item in source.set_aside:
        body.stylize("dim", item.span.start, item.span.end)
    for span in others:
        body.stylize("underline", span.start, span.end)
    body.stylize("bold", claim.span.start, claim.span.end)
    if told is not None:
        body.stylize("bold reverse", told.span.start, told.span.end)
    return body, claim.span.start


def caption(row: Row, width: int) -> Text:
    """The line above a passage: outlet, line, who says it."""
    who = f", says {row.claim.speaker}" if row.claim.speaker else ""
    text = plain(f"─ {row.number} {words.name(row.source)}, line {row.line}{who} ")
    return Text(
        set_cell_size(text, width) if cell_len(text) > width else text + "─" * (width - cell_len(text)),
        "dim",
        no_wrap=True,
    )


def verdict(  # noqa: PLR0913, PLR0917 - what the screen's last part shows
    dossier: Dossier, view: View, chosen: int, note: str, settings: Settings, *, short: bool
) -> Text:
    """The proposal with its reason, the ready wording, and the verdicts given.

    Args:
        short: whether there is room for little: then the wording is left to the report.
    """
    decision, reason = propose(dossier, view.topic.id)
    number = view.rows[chosen].number
    about = [pair.finding for pair in view.pairs if number in (pair.left, pair.right)]
    out = Text()
    out.append("proposal ", "dim")
    out.append(words.decision(decision, settings) + (f" ({reason.replace('_', ' ')})" if reason else ""), "bold")
    out.append(
        f"   because {plain(about[0].because if about else view.pairs[0].finding.because if view.pairs else '')}\n"
    )
    if not short:
        out.append("wording  ", "dim")
        out.append(plain(wording(dossier, view)) + "\n")
    for opinion in view.opinions:
        v = opinion.verdict
        stale = "  ! stale: the claim changed since" if opinion.stale else ""
        out.append("verdict  ", "dim")
        out.append(f"✓ {words.decision(v.decision, settings)}", "bold green")
        out.append(plain(f"  {v.by}  {v.reason}  {v.note}".rstrip()) + stale + "\n")
    if note:
        out.append("note     ", "dim")
        out.append(plain(note) + "\n")
    return out
