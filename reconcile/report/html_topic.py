"""A topic of the HTML report: table, quotes, findings, picture, verdicts, ready wording."""

from collections.abc import Iterator

from reconcile.model import Outcome, Source
from reconcile.report import words
from reconcile.report.digest import Digest, Opinion, Pair, Row, View
from reconcile.report.escape import html as esc
from reconcile.report.plots import plot
from reconcile.report.wording import wording


def name(source: Source) -> str:
    """A source's name, escaped."""
    return esc(words.name(source))


def tone(outcome: Outcome, digest: Digest) -> str:
    """The sign and name of an outcome; never colour alone."""
    label = esc(words.outcome(outcome, digest.settings))
    return f'<span class="tone {outcome.value}">{words.GLYPH[outcome]} {label}</span>'


def topic(digest: Digest, view: View) -> Iterator[str]:
    """A topic as an article element with the id `t<number>`."""
    ident = f"t{view.number}"
    yield f'<article class="topic {view.outcome.value}" id="{ident}" aria-labelledby="{ident}-h">'
    yield f'<h3 id="{ident}-h">{esc(view.topic.label)} {tone(view.outcome, digest)}</h3>'
    yield from _table(digest, view)
    yield '<ol class="quotes">'
    yield from (f"<li>{quote(row)}</li>" for row in view.rows)
    yield "</ol>"
    found = [_pair(digest, pair) for pair in view.told] + ([_alike(digest, view)] if view.alike else [])
    if found:
        yield '<ul class="findings">'
        yield from (f"<li>{told}</li>" for told in found)
        yield "</ul>"
    picture = plot(view, ident)
    if picture:
        yield f"<figure>{picture}<figcaption>The numbers are the rows of the table.</figcaption></figure>"
    for opinion in view.opinions:
        yield f'<p class="verdict">{_opinion(digest, opinion)}</p>'
    text = wording(digest.dossier, view)
    if text:
        yield f'<p class="wording"><span class="quiet">Ready wording:</span> {esc(text)}</p>'
    yield "</article>"


def _table(digest: Digest, view: View) -> Iterator[str]:
    """The rows side by side; a column that is empty throughout is left out."""
    cells = [_cells(digest, view, row) for row in view.rows]
    shown = [column for column in cells[0] if any(row[column] for row in cells)]
    caption = f'<span class="unseen">What each source says: {esc(view.topic.label)}</span>'
    yield f"<table><caption>{caption}</caption><thead><tr>"
    yield "".join(f'<th scope="col">{column}</th>' for column in ("Source", *shown)) + "</tr></thead><tbody>"
    for row, told in zip(view.rows, cells, strict=True):
        data = "".join(
            f'<td data-label="{column}"{" class=value" * (column == "Reading")}>{told[column]}</td>'
            if told[column]
            else "<td></td>"
            for column in shown
        )
        yield f'<tr><th scope="row">{row.number}. {name(row.source)}</th>{data}</tr>'
    yield "</tbody></table>"


def _cells(digest: Digest, view: View, row: Row) -> dict[str, str]:
    day = row.source.published
    against = ", ".join(
        f'<span class="tone {outcome.value}" title="{esc(words.outcome(outcome, digest.settings))}">'
        f"{words.GLYPH[outcome]}&nbsp;{other}</span>"
        for outcome, other in view.against(row)
    )
    standing = [words.standing(v.standing, digest.settings) for v in digest.dossier.verdicts_of(row.claim.id)]
    return {
        "Published": f'<time datetime="{day.isoformat()}">{words.day(day)}</time>' if day else "not known",
        "Reading": esc(row.value) or "in words",
        "As written": esc(row.written),
        "As of": esc(row.as_of),
        "Speaker": esc(row.claim.speaker),
        "Against": against,
        "Standing": esc(", ".join(dict.fromkeys(standing))),
    }


def quote(row: Row) -> str:
    """The sentence with the words read marked, its source and line."""
    mark = f"<mark>{esc(row.mark)}</mark>" if row.mark and row.written else esc(row.mark)
    where = f"<cite>{name(row.source)}</cite>, line {row.line}"
    return f'<q>{esc(row.before)}{mark}{esc(row.after)}</q> <span class="quiet">{where}</span>'


def _pair(digest: Digest, pair: Pair) -> str:
    finding = pair.finding
    ends = f"{pair.left} and {pair.right}" if pair.right else str(pair.left)
    others = "".join(f"<br>{quote(row)}" for row in pair.others)
    told = f"{tone(finding.outcome, digest)}: {esc(finding.because)}"
    return f"{ends}: {told} <code>{esc(finding.relation)}</code>{others}"


def _alike(digest: Digest, view: View) -> str:
    """The findings of mere likeness, in one line."""
    ends = ", ".join(f"{pair.left} and {pair.right}" for pair in view.alike)
    return f"{ends}: {tone(Outcome.COMPATIBLE, digest)}: they speak of the same matter, in words that can both hold."


def _opinion(digest: Digest, opinion: Opinion) -> str:
    verdict = opinion.verdict
    reason = f" ({esc(verdict.reason)})" if verdict.reason else ""
    note = f": {esc(verdict.note)}" if verdict.note else ""
    stale = ' <span class="tone conflicts">stale: the claim has changed since</span>' if opinion.stale else ""
    decided = f"<strong>{esc(words.decision(verdict.decision, digest.settings))}</strong>"
    when = f'<time datetime="{esc(verdict.at)}">{esc(verdict.at)}</time>'
    return f"Verdict: {decided}{reason}, by {esc(verdict.by)}, {when}{note}{stale}"
