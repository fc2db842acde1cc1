"""Plain text for a terminal, a mail or a pipe: no colour, no escape, at most 100 columns where words allow."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from reconcile.model import Mention, Quantity, Source
from reconcile.model.plain import plain
from reconcile.report import dating, event, happened, series, words
from reconcile.report.digest import FIRST, Digest, listed
from reconcile.report.passages import Passage, passages
from reconcile.report.reading import marked, table
from reconcile.report.told import Statement, statements
from reconcile.report.view import Opinion, View
from reconcile.report.wording import sides, wording

WIDTH: Final = 100


def pieces(digest: Digest) -> Iterator[str]:
    """The report as text."""
    return (f"{plain(line)}\n" for line in lines(digest))


def lines(digest: Digest, width: int = WIDTH) -> Iterator[str]:
    """The report line by line, each at most so many columns wide where its words allow."""
    for told in _told(digest):
        yield from told.laid(width) if isinstance(told, Wrapped) else [told]


class Wrapped(NamedTuple):
    """Words for as many lines as they need."""

    text: str
    first: str
    rest: str

    def laid(self, width: int) -> list[str]:
        """The lines, the first and the others begun as they are to be."""
        return textwrap.wrap(
            self.text, width, initial_indent=self.first, subsequent_indent=self.rest,
            break_long_words=False, break_on_hyphens=False,
        ) or [self.first.rstrip()]  # fmt: skip


def _told(digest: Digest) -> Iterator[str | Wrapped]:
    yield from _summary(digest)
    yield from _changes(digest)
    for heading, views in digest.sections:
        yield from _heading(heading.upper(), len(views))
        for view in views:
            yield from _view(digest, view)
    yield from _refused(digest)
    yield from _alone(digest)
    yield from _aside(digest)


def _heading(text: str, count: int) -> list[str]:
    title = f"{' '.join(text.split())} ({count})"
    return ["", title, "=" * len(title)]


def _summary(digest: Digest) -> Iterator[str | Wrapped]:
    sources = digest.dossier.sources
    yield from _wrapped(f"a part of the desk: {digest.options.part}", "", "  ") if digest.options.part else ()
    yield from [f"written at {digest.options.stamp}"] if digest.options.stamp else []
    parts = (("source", sources), ("claim", digest.dossier.claims), ("topic", digest.dossier.topics))
    yield ", ".join(words.count(len(part), noun) for noun, part in parts)
    counts = [f"{n} {words.outcome(o, digest.settings)}" for o, n in digest.counts.items() if n]
    yield from _wrapped(" · ".join(counts) or "no claims were found", "", "  ")
    if digest.attention:
        yield f"to decide: {len(digest.attention)}"
    for view in digest.attention[:FIRST]:
        told = sides(view)
        label = f"{words.GLYPH[view.outcome]} {view.topic.label}"
        yield from _wrapped(f"{label}: {told}" if told else label, "  ", "    ")
    if len(digest.attention) > FIRST:
        yield f"  and {len(digest.attention) - FIRST} more"
    if sources:
        yield "sources:"
    for source in sources:
        day = dating.day(source.published) if source.published else "day of publication not known"
        by = f", {source.agency}" if source.agency and source.agency != words.name(source) else ""
        yield from _wrapped(
            f"{source.slug}: {words.name(source)}{by}, {day}: {source.title or 'no title'}", "  ", "    "
        )
    for origin in digest.dossier.origins:
        called = f"one origin ({origin.name})" if origin.name else "one origin"
        yield from _wrapped(f"{listed(origin.sources)}: {called}: {origin.because}", "  ", "    ")
    for turn in digest.dossier.days:
        yield f"{event.heading(turn)}:"
        for each in event.dated(digest.dossier, turn):
            yield from _wrapped(f"{each.source.slug}, line {each.line}, “{each.date}”: {each.quote}", "  ", "    ")
    if digest.undated:
        slugs = listed([source.slug for source in digest.undated])
        yield from _wrapped(
            f'hint: without a day of publication, "Tuesday" or "last week" stays open ({slugs}): '
            "give it as `published: 2024-10-30` in the article's header or in a .yaml file beside it",
            "", "  ",
        )  # fmt: skip
    if digest.foreign:
        yield from _wrapped(f"hint: {listed([s.slug for s in digest.foreign])}: {words.FOREIGN}", "", "  ")


def _changes(digest: Digest) -> Iterator[str | Wrapped]:
    if digest.options.changes:
        yield from _heading(f"CHANGED SINCE {digest.options.changes.since}", len(digest.options.changes.all))
        for change in digest.options.changes.all:
            told = f"{change.label}: {happened.told(change, digest.settings)}"
            yield from _wrapped(f"{change.kind.upper()}: {told}  [{change.topic}]", "", "    ")


def _view(digest: Digest, view: View) -> Iterator[str | Wrapped]:
    glyph, name = words.GLYPH[view.outcome], words.outcome(view.outcome, digest.settings).upper()
    yield ""
    yield from _wrapped(f"{glyph} {name}: {view.topic.label}  [{view.topic.id}]", "", "    ")
    for passage in passages(view.rows):
        yield from _passage(passage)
    for statement in statements(view):
        yield from _statement(digest, statement)
    for line in series.lines(view):
        yield from _wrapped(f"over time: {line}", "    ", "      ")
    for opinion in view.opinions:
        yield from _wrapped(f"verdict: {_opinion(digest, opinion)}", "    ", "      ")
    text = wording(digest.dossier, view)
    if text:
        yield from _wrapped(f"wording: {text}", "    ", "      ")


def _passage(passage: Passage) -> Iterator[str | Wrapped]:
    for row in passage.rows:
        who = f"{words.name(row.source)}, line {row.line}"
        cited = f", says {words.speaker(row.claim)}" if row.claim.speaker else ""
        day = f", as of {row.as_of}" if row.as_of else ""
        yield from _wrapped(f"{row.number}. {row.value or 'in words'} ({who}{cited}{day})", "  ", "     ")
    told = "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in passage.pieces)
    yield from _wrapped(told, "     ", "     ")


def _statement(digest: Digest, told: Statement) -> Iterator[str | Wrapped]:
    name = words.outcome(told.finding.outcome, digest.settings)
    yield from _wrapped(f"{told.ends}: {name} ({told.finding.relation}): {told.text}", "    ", "      ")
    for other in told.others:
        yield from _wrapped(
            f"with {words.name(other.source)}, line {other.line}: {other.written}", "      ", "        "
        )


def _opinion(digest: Digest, opinion: Opinion) -> str:
    verdict = opinion.verdict
    why = words.reason(verdict, digest.dossier.source, digest.settings)
    reason = f" ({why})" if why else ""
    note = f": {verdict.note}" if verdict.note else ""
    stale = "; STALE: the claim has changed since" if opinion.stale else ""
    decided = words.decision(verdict.decision, digest.settings)
    return f"{decided}{reason}, by {verdict.who}, {words.moment(verdict.at)}{note}{stale}"


def _refused(digest: Digest) -> Iterator[str | Wrapped]:
    if digest.refused:
        yield from _heading("LAID SIDE BY SIDE, NOT JUDGED", len(digest.refused))
    for view, pair in digest.refused:
        left = view.rows[pair.left - 1]
        both = [left] if pair.right is None else [left, view.rows[pair.right - 1]]
        told = " | ".join(f"{words.name(row.source)}, line {row.line}: {row.written or row.mark}" for row in both)
        yield from _wrapped(f"× {told}", "", "    ")
        yield from _wrapped(f"{pair.finding.relation}: {pair.finding.because}", "    ", "      ")


def _alone(digest: Digest) -> Iterator[str | Wrapped]:
    for source in digest.dossier.sources:
        rows = digest.alone(source.slug)
        if not rows:
            continue
        yield from _heading(f"ONLY {words.name(source)} SAYS", len(rows))
        for same in rows:
            row = next((row for row in same if row.value), same[0])
            values = "; ".join(row.value for row in same if row.value)
            value = f"{values}: " if values else ""
            cited = f" ({row.claim.speaker})" if row.claim.speaker else ""
            yield from _wrapped(f"line {row.line}: {value}{row.before}{row.mark}{row.after}{cited}", "  ", "    ")


def _aside(digest: Digest) -> Iterator[str | Wrapped]:
    found = [(source, item) for source in digest.dossier.sources for item in digest.aside(source)]
    if found:
        yield from _heading("SET ASIDE, NOT READ FOR CLAIMS", len(found))
    for source, (line, text, reason) in found:
        yield from _wrapped(f"{words.name(source)}, line {line}: {reason}: {text}", "  ", "    ")


def _wrapped(text: str, first: str, rest: str) -> list[Wrapped]:
    return [Wrapped(text, first, rest)]


def mentions(source: Source, found: Sequence[Mention]) -> str:
    """One article as it was read: its text with the figures and dates in brackets, and a table of them."""
    return "".join(f"{plain(line)}\n" for line in read_lines(source, found))


def read_lines(source: Source, found: Sequence[Mention]) -> Iterator[str]:
    """The same line by line."""
    yield f"{source.slug}: {len(found)} {'figure or date' if len(found) == 1 else 'figures and dates'}"
    if source.published is None and any(not isinstance(m.value, Quantity) for m in found):
        yield "  day of publication not known: relative dates stay open"
    yield ""
    yield from marked(source, found)
    if found:
        yield ""
        yield from table(source, found)
