"""Markdown for a pull request or a note: worst topics first, nothing from an article can act as markup."""

from collections.abc import Iterable, Iterator
from typing import Final

from reconcile.model import Source
from reconcile.report import dating, event, happened, series, words
from reconcile.report.changes import Changes
from reconcile.report.digest import FIRST, Digest, listed
from reconcile.report.escape import markdown as escape
from reconcile.report.passages import Piece, passages
from reconcile.report.told import Statement, statements
from reconcile.report.view import Opinion, Row, View
from reconcile.report.wording import sides, wording

MARKER: Final = "<!-- reconcile report -->"  # by which a program finds its comment again, to update it
_TAIL: Final = 400  # characters kept for the line that says what was cut


def pieces(digest: Digest) -> Iterator[str]:
    """The report as Markdown: whole topics, worst first, as many as the limit takes; the last line counts the rest."""
    limit, used, cut = digest.options.limit, 0, 0
    for block in _blocks(digest):
        text = "".join(f"{line}\n" for line in block)
        size = len(text.encode("utf-16-le")) // 2  # as the hosts count
        if cut or (limit and used + size > limit - _TAIL):
            cut += 1
            continue
        used += size
        yield text
    if cut:
        what = "part" if cut == 1 else "parts"
        yield f"\n{cut} more {what} (topics and lists) not shown: a comment holds {limit} characters. "
        yield "`reconcile report -f html` has all.\n"


def _blocks(digest: Digest) -> Iterator[Iterable[str]]:
    """What is shown whole or not at all, in order: the summary, each topic, each list."""
    yield [MARKER, "# Where the sources stand", *_summary(digest)]
    if digest.options.changes:
        yield _changes(digest, digest.options.changes)
    for heading, views in digest.sections:
        for number, view in enumerate(views):
            title = ("", f"## {heading} ({len(views)})") if number == 0 else ()
            yield [*title, *_view(digest, view)]
    yield _refused(digest)
    for source in digest.dossier.sources:
        yield _alone(digest, source)
    yield _aside(digest)


def _changes(digest: Digest, changes: Changes) -> Iterator[str]:
    yield from ("", f"## Changed since {escape(changes.since)} ({len(changes.all)})", "")
    for change in changes.all:
        yield f"- **{change.kind}**: {escape(change.label)}: {escape(happened.told(change, digest.settings))}"


def _summary(digest: Digest) -> Iterator[str]:
    counts = [f"{n} {escape(words.outcome(o, digest.settings))}" for o, n in digest.counts.items() if n]
    yield from ("", f"A part of the desk: {escape(digest.options.part)}") if digest.options.part else ()
    yield from ("", f"Written at {escape(digest.options.stamp)}") if digest.options.stamp else ()
    yield from ("", f"**{' · '.join(counts) or 'No claims were found'}**")
    if digest.attention:
        yield from ("", f"To decide ({len(digest.attention)}):", "")
    for view in digest.attention[:FIRST]:
        told = sides(view)
        label = f"- {escape(words.GLYPH[view.outcome])} **{escape(view.topic.label)}**"
        yield f"{label}: {escape(told)}" if told else label
    if len(digest.attention) > FIRST:
        yield f"- and {len(digest.attention) - FIRST} more"
    if digest.dossier.sources:
        yield from ("", "| Source | Published | Agency | Title |", "| --- | --- | --- | --- |")
    for source in digest.dossier.sources:
        day = dating.day(source.published) if source.published else "not known"
        yield f"| {_name(source)} | {day} | {escape(source.agency)} | {escape(source.title)} |"
    for origin in digest.dossier.origins:
        names = listed([_name(digest.dossier.source[slug]) for slug in origin.sources])
        called = f" ({escape(origin.name)})" if origin.name else ""
        yield from ("", f"One origin{called}: {names}: {escape(origin.because)}")
    for turn in digest.dossier.days:
        yield from ("", f"{event.heading(turn)}:", "")
        for each in event.dated(digest.dossier, turn):
            yield f"- {_name(each.source)}, line {each.line}, “{escape(each.date)}”: “{escape(each.quote)}”"
    if digest.undated:
        names = listed([_name(source) for source in digest.undated])
        yield from ("", f"Day of publication not known: {names}. “Tuesday” or “last week” stays open there.")
    if digest.foreign:
        yield from ("", f"{listed([_name(source) for source in digest.foreign])}: {words.FOREIGN}.")


def _view(digest: Digest, view: View) -> Iterator[str]:
    glyph, name = words.GLYPH[view.outcome], words.outcome(view.outcome, digest.settings)
    yield from ("", f"### {escape(glyph)} {escape(view.topic.label)}: {escape(name)}", "")
    yield "| # | Source | Published | Reading | As written | As of | Speaker | Against |"
    yield "| --: | --- | --- | --- | --- | --- | --- | --- |"
    for row in view.rows:
        yield _row(view, row)
    yield ""
    for passage in passages(view.rows):
        told = "".join(map(_piece, passage.pieces))  # an asterisk begins a list of its own beside the next
        yield f"* {passage.numbers}: {_name(passage.rows[0].source)}, {passage.lines}: “{told}”"
    yield ""
    for statement in statements(view):
        yield _statement(digest, statement)
    yield from (f"- Over time: {escape(line)}" for line in series.lines(view))
    for opinion in view.opinions:
        yield f"- Verdict: {_opinion(digest, opinion)}"
    text = wording(digest.dossier, view)
    if text:
        yield f"- Wording: {escape(text)}"


def _row(view: View, row: Row) -> str:
    day = row.source.published.isoformat() if row.source.published else ""
    cells = [row.value, row.written, row.as_of, row.claim.speaker]
    return f"| {row.number} | {_name(row.source)} | {day} | {' | '.join(map(escape, cells))} | {_against(view, row)} |"


def _against(view: View, row: Row) -> str:
    return escape(", ".join(f"{words.GLYPH[outcome]} {number}" for outcome, number in view.against(row)))


def _piece(piece: Piece) -> str:
    return f"**{escape(piece.text)}**" if piece.marked and piece.text.strip() else _part(piece.text)


def _part(text: str) -> str:
    """Words beside the marked ones: their blank stays outside the emphasis."""
    shown = escape(text)
    return f"{' ' * text.startswith(' ')}{shown}{' ' * (text.endswith(' ') and bool(shown))}"


def _statement(digest: Digest, told: Statement) -> str:
    others = [f"{_name(row.source)}, line {row.line}: {escape(row.written or row.mark)}" for row in told.others]
    more = f" (with {'; '.join(others)})" if others else ""
    name = escape(words.outcome(told.finding.outcome, digest.settings))
    return f"- {escape(told.ends)}: {name} ({escape(told.finding.relation)}): {escape(told.text)}{more}"


def _opinion(digest: Digest, opinion: Opinion) -> str:
    verdict = opinion.verdict
    told = f"**{escape(words.decision(verdict.decision, digest.settings))}**"
    why = words.reason(verdict, digest.dossier.source, digest.settings)
    reason = f" ({escape(why)})" if why else ""
    note = f": {escape(verdict.note)}" if verdict.note else ""
    stale = "; **stale**: the claim has changed since" if opinion.stale else ""
    return f"{told}{reason}, by {escape(verdict.who)}, {escape(words.moment(verdict.at))}{note}{stale}"


def _refused(digest: Digest) -> Iterator[str]:
    if digest.refused:
        yield from ("", f"## Laid side by side, not judged ({len(digest.refused)})", "")
    for view, pair in digest.refused:
        left = view.rows[pair.left - 1]
        both = [left] if pair.right is None else [left, view.rows[pair.right - 1]]
        told = " / ".join(f"{_name(row.source)}, line {row.line}: “{escape(row.written or row.mark)}”" for row in both)
        yield f"- {told}: {escape(pair.finding.because)} ({escape(pair.finding.relation)})"


def _alone(digest: Digest, source: Source) -> Iterator[str]:
    rows = digest.alone(source.slug)
    if rows:
        yield from ("", f"## Only {_name(source)} says ({len(rows)})", "")
    for same in rows:
        row = next((row for row in same if row.value), same[0])
        values = "; ".join(escape(row.value) for row in same if row.value)
        value = f"{values}: " if values else ""
        cited = f" ({escape(row.claim.speaker)})" if row.claim.speaker else ""
        yield f"- line {row.line}: {value}“{escape(row.before + row.mark + row.after)}”{cited}"


def _aside(digest: Digest) -> Iterator[str]:
    found = [(source, item) for source in digest.dossier.sources for item in digest.aside(source)]
    if found:
        yield from ("", f"## Set aside, not read for claims ({len(found)})", "")
    for source, (line, text, reason) in found:
        yield f"- {_name(source)}, line {line}: {escape(reason)}: {escape(text)}"


def _name(source: Source) -> str:
    return escape(words.name(source))
