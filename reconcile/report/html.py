"""One self-contained HTML page: no request, summary first, readable without script, on paper, on a phone, in the dark.

The script in it only filters and sorts what is on the page; the page's own policy admits that script and that style by
their hashes, and nothing else.
"""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files

from reconcile.model import Outcome
from reconcile.report import words
from reconcile.report.digest import Digest
from reconcile.report.escape import html as esc
from reconcile.report.html_sources import by_source
from reconcile.report.html_summary import summary
from reconcile.report.html_topic import quote, tone, topic

_TITLE = "Where the sources stand"


def pieces(digest: Digest) -> Iterator[str]:
    """The report as an HTML page."""
    return (f"{piece}\n" for piece in _page(digest))


def _page(digest: Digest) -> Iterator[str]:
    style, script = (files(__package__).joinpath(f"report.{end}").read_text(encoding="utf-8") for end in ("css", "js"))
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield (
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        f"style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'\">"
    )
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{_TITLE}</title>\n<style>{style}</style>\n</head>\n<body>"
    yield '<a class="skip" href="#main">Skip to the findings</a>'
    yield f"<header><h1>{_TITLE}</h1>"
    yield from summary(digest)
    yield '</header>\n<main id="main">'
    yield from _tools(digest)
    for heading, views in digest.sections:
        yield f'<section class="topics"><h2>{heading} ({len(views)})</h2>'
        for view in views:
            yield from topic(digest, view)
        yield "</section>"
    yield from _refused(digest)
    yield from by_source(digest)
    yield "</main>\n<footer>"
    if digest.dossier.topics:
        yield from _key(digest)
    yield f"</footer>\n<script>{script}</script>\n</body>\n</html>"


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _tools(digest: Digest) -> Iterator[str]:
    """The filter, shown by the script: without one there is nothing to press."""
    if not digest.sections:
        return
    yield '<form class="tools" id="tools" hidden aria-label="Filter and sort the topics">'
    yield '<label>Words <input type="search" id="f-words"></label>'
    outcomes = {view.outcome for _, views in digest.sections for view in views}
    choices = [(o.value, words.outcome(o, digest.settings)) for o in Outcome if o in outcomes]
    yield from _select("f-outcome", "Finding", "all", choices)
    states = dict.fromkeys(view.status for _, views in digest.sections for view in views)
    yield from _select("f-status", "Verdict", "all", [(s.value, words.status(s, digest.settings)) for s in states])
    sources = [(f"s{n}", words.name(source)) for n, source in enumerate(digest.dossier.sources, start=1)]
    yield from _select("f-source", "Source", "all", sources)
    orders = [("label", "by name"), ("sources", "most sources first")]
    yield from _select("f-order", "Order", "worst first", orders)
    yield '<button type="button" id="f-open">Open all</button><p role="status" id="f-count"></p></form>'


def _select(ident: str, label: str, first: str, choices: list[tuple[str, str]]) -> Iterator[str]:
    yield f'<label>{label} <select id="{ident}"><option value="">{first}</option>'
    yield "".join(f'<option value="{esc(code)}">{esc(told)}</option>' for code, told in choices)
    yield "</select></label>"


def _refused(digest: Digest) -> Iterator[str]:
    if not digest.refused:
        return
    heading = f"<h2>Laid side by side, not judged ({len(digest.refused)})</h2>"
    yield f'<details class="list"><summary>{heading}</summary><ul class="lists">'
    for view, pair in digest.refused:
        rows = [view.rows[number - 1] for number in (pair.left, pair.right) if number]
        told = "<br>".join(quote(row) for row in rows)
        yield f"<li>{told}<br>{esc(pair.finding.because)} <code>{esc(pair.finding.relation)}</code></li>"
    yield "</ul></details>"


def _key(digest: Digest) -> Iterator[str]:
    yield '<h2>How to read this</h2><ul class="lists">'
    for outcome, meaning in words.MEANING.items():
        yield f"<li>{tone(outcome, digest)}: {meaning}.</li>"
    yield "</ul><p>In a picture a dot is the number or day that a source names, a bar the interval its words allow, an "
    yield "arrow an end that they leave open. A hollow dot is planned, due, ordered or not certain; what is dashed is "
    yield "about. A row “in words” gives neither figure nor date: it is there because it speaks of the same matter.</p>"
