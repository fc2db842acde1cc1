"""One self-contained HTML page: no request, no script, summary first, readable on paper, on a phone and in the dark."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files

from reconcile.model import Dossier, Settings
from reconcile.report import words
from reconcile.report.digest import Digest, View, listed
from reconcile.report.escape import html as esc
from reconcile.report.html_topic import name, quote, tone, topic

_TITLE = "Where the sources stand"


def render(dossier: Dossier, settings: Settings) -> str:
    """The report as an HTML page."""
    return "\n".join(_page(Digest(dossier, settings))) + "\n"


def _page(digest: Digest) -> Iterator[str]:
    style = files(__package__).joinpath("report.css").read_text(encoding="utf-8")
    digest_of_style = b64encode(sha256(style.encode()).digest()).decode()
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield (
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        f"style-src 'sha256-{digest_of_style}'; base-uri 'none'; form-action 'none'\">"
    )
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{_TITLE}</title>\n<style>{style}</style>\n</head>\n<body>"
    yield '<a class="skip" href="#main">Skip to the findings</a>'
    yield f"<header><h1>{_TITLE}</h1>"
    yield from _summary(digest)
    yield '</header>\n<main id="main">'
    for heading, views in digest.sections:
        yield f"<section><h2>{heading} ({len(views)})</h2>"
        for view in views:
            yield from topic(digest, view)
        yield "</section>"
    yield from _refused(digest)
    yield from _alone(digest)
    yield from _aside(digest)
    yield "</main>\n<footer>"
    yield from _key(digest)
    yield "</footer>\n</body>\n</html>"


def _summary(digest: Digest) -> Iterator[str]:
    dossier = digest.dossier
    yield f"<p>{len(dossier.sources)} sources, {len(dossier.claims)} claims, {len(dossier.topics)} topics.</p>"
    counts = [(outcome, count) for outcome, count in digest.counts.items() if count]
    yield '<ul class="counts">'
    yield "".join(f"<li><b>{count}</b> {tone(outcome, digest)}</li>" for outcome, count in counts)
    yield "</ul>"
    if digest.attention:
        yield f"<p><strong>{len(digest.attention)} to decide.</strong></p><ol>"
        yield from (f"<li>{_link(digest, view)}</li>" for view in digest.attention)
        yield "</ol>"
    yield "<table><caption>Sources</caption><thead><tr>"
    columns = ("Source", "Published", "Agency", "Title", "Only here")
    yield "".join(f'<th scope="col">{column}</th>' for column in columns) + "</tr></thead><tbody>"
    for source in dossier.sources:
        day = source.published
        cells = (
            f'<time datetime="{day.isoformat()}">{words.day(day)}</time>' if day else "not known",
            esc(source.agency),
            esc(source.title),
            str(len(digest.alone(source.slug))),
        )
        told = "".join(
            f'<td data-label="{column}">{cell}</td>' if cell else "<td></td>"
            for column, cell in zip(columns[1:], cells, strict=True)
        )
        yield f'<tr><th scope="row">{name(source)}</th>{told}</tr>'
    yield "</tbody></table>"
    for origin in dossier.origins:
        names = listed([name(dossier.source[slug]) for slug in origin.sources])
        called = f" ({esc(origin.name)})" if origin.name else ""
        yield f"<p>One origin{called}: {names}. Their agreement counts once: {esc(origin.because)}.</p>"
    if digest.undated:
        names = listed([name(source) for source in digest.undated])
        yield f"<p>Day of publication not known: {names}. “Tuesday” or “last week” stays open there.</p>"


def _link(digest: Digest, view: View) -> str:
    linked = f'<a href="#t{view.number}">{esc(view.topic.label)}</a>'
    return f"{linked} {tone(view.outcome, digest)} ({esc(words.status(view.status, digest.settings))})"


def _refused(digest: Digest) -> Iterator[str]:
    if not digest.refused:
        return
    yield f'<section><h2>Laid side by side, not judged ({len(digest.refused)})</h2><ul class="lists">'
    for view, pair in digest.refused:
        rows = [view.rows[number - 1] for number in (pair.left, pair.right) if number]
        told = "<br>".join(quote(row) for row in rows)
        yield f"<li>{told}<br>{esc(pair.finding.because)} <code>{esc(pair.finding.relation)}</code></li>"
    yield "</ul></section>"


def _alone(digest: Digest) -> Iterator[str]:
    for source in digest.dossier.sources:
        rows = digest.alone(source.slug)
        if not rows:
            continue
        yield f'<section><h2>Only {name(source)} says ({len(rows)})</h2><ul class="lists">'
        for same in rows:
            values = ", ".join(f'<span class="value">{esc(row.value)}</span>' for row in same if row.value)
            shown = next((row for row in same if row.value), same[0])
            cited = f", {esc(shown.claim.speaker)}" if shown.claim.speaker else ""
            yield f"<li>{quote(shown)}{cited}{' = ' * bool(values)}{values}</li>"
        yield "</ul></section>"


def _aside(digest: Digest) -> Iterator[str]:
    found = [(source, item) for source in digest.dossier.sources for item in digest.aside(source)]
    if not found:
        return
    yield f"<section><h2>Set aside, not read for claims ({len(found)})</h2>"
    yield "<table><caption>What stands around the articles</caption><thead><tr>"
    yield '<th scope="col">Source</th><th scope="col">Line</th><th scope="col">Why</th><th scope="col">Words</th>'
    yield "</tr></thead><tbody>"
    for source, (line, text, reason) in found:
        yield (
            f'<tr><th scope="row">{name(source)}</th><td data-label="Line">{line}</td>'
            f'<td data-label="Why">{esc(reason)}</td><td data-label="Words">{esc(text)}</td></tr>'
        )
    yield "</tbody></table></section>"


def _key(digest: Digest) -> Iterator[str]:
    yield '<h2>How to read this</h2><ul class="lists">'
    for outcome, meaning in words.MEANING.items():
        yield f"<li>{tone(outcome, digest)}: {meaning}.</li>"
    yield '</ul><h3>Sources as they were read</h3><ul class="lists">'
    for source in digest.dossier.sources:
        yield f"<li>{name(source)} (<code>{esc(source.slug)}</code>): SHA-256 <code>{esc(source.sha256)}</code></li>"
    yield "</ul>"
