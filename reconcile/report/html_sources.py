"""The HTML report source by source: what only it says, what others speak of too, what was set aside."""

from collections.abc import Iterator, Sequence

from reconcile.model import Source
from reconcile.report import dating
from reconcile.report.digest import Digest
from reconcile.report.escape import html as esc
from reconcile.report.html_topic import label, name, quoted, tone
from reconcile.report.passages import Passage
from reconcile.report.view import Row, View

__all__ = ["by_source", "name"]


def by_source(digest: Digest) -> Iterator[str]:
    """A section a source, with the id `s<number>`."""
    if not digest.dossier.sources:
        return
    yield "<section><h2>Source by source</h2>"
    for number, source in enumerate(digest.dossier.sources, start=1):
        yield f'<details class="source" id="s{number}"><summary><h3>{name(source)}</h3>{_counted(digest, source)}'
        yield "</summary>"
        yield f'<p class="quiet">{_about(source)}</p>'
        yield from _alone(digest, source)
        yield from _shared(digest, source)
        yield from _aside(digest, source)
        yield "</details>"
    yield "</section>"


def _counted(digest: Digest, source: Source) -> str:
    """How many sentences only it has, and how many others speak of; of a part what is not shown counts for nothing."""
    counts = ((len(digest.alone(source.slug)), "only here"), (len(digest.shared(source.slug)), "elsewhere too"))
    shown = (f"{number} {where}" for number, where in counts if number or digest.options.entire)
    return "".join(f' <span class="badge">{told}</span>' for told in shown)


def _about(source: Source) -> str:
    day = dating.day(source.published) if source.published else "day of publication not known"
    told = [source.title, day, source.agency, source.byline, source.url]
    shown = "; ".join(esc(words_) for words_ in told if words_)
    return f"{shown}; <code>{esc(source.slug)}</code>, SHA-256 <code>{esc(source.sha256)}</code>"


def _alone(digest: Digest, source: Source) -> Iterator[str]:
    groups = digest.alone(source.slug)
    if groups:
        yield f"<h4>Only {name(source)} says ({len(groups)})</h4>"
        yield from _table(f"What only {name(source)} says", [(same, "") for same in groups])


def _shared(digest: Digest, source: Source) -> Iterator[str]:
    groups = digest.shared(source.slug)
    if groups:
        yield f"<h4>Others speak of it too ({len(groups)})</h4>"
        rows = [([row for row, _ in same], "<br>".join(_places(digest, [view for _, view in same]))) for same in groups]
        yield from _table(f"What {name(source)} says that others speak of", rows)


def _places(digest: Digest, views: Sequence[View]) -> Iterator[str]:
    """The topics that a sentence's claims are in, each once."""
    for view in {view.number: view for view in views}.values():
        linked = f'<a href="#t{view.number}">{label(view)}</a>' if view.whole else label(view)
        yield f"{tone(view.outcome, digest)} {linked}"


def _table(caption: str, groups: Sequence[tuple[Sequence[Row], str]]) -> Iterator[str]:
    """Sentences in the order of the text, each once, with every value read in it."""
    columns = ["Line", "In its words", "Reading"] + ["Compared in"] * any(place for _, place in groups)
    yield f'<table class="said"><caption><span class="unseen">{caption}</span></caption><thead><tr>'
    yield "".join(f'<th scope="col">{column}</th>' for column in columns) + "</tr></thead><tbody>"
    for rows, place in groups:
        shown = next((row for row in rows if row.value), rows[0])
        values = "<br>".join(dict.fromkeys(esc(row.value) for row in rows if row.value))
        cited = f' <span class="quiet">{esc(shown.credit)}</span>' if shown.credit else ""
        told = f'<td data-label="Compared in">{place}</td>' if place else ""
        yield (
            f'<tr><th scope="row"><span class="unseen">line </span>{shown.line}</th>'
            f"<td>{quoted(Passage(tuple(rows)))}{cited}</td>"
            f'<td class="value">{values}</td>{told}</tr>'
        )
    yield "</tbody></table>"


def _aside(digest: Digest, source: Source) -> Iterator[str]:
    found = digest.aside(source)
    if not found:
        return
    yield f"<h4>Set aside, not read for claims ({len(found)})</h4>"
    yield f'<table class="said"><caption><span class="unseen">Set aside in {name(source)}</span></caption><thead><tr>'
    yield "".join(f'<th scope="col">{column}</th>' for column in ("Line", "Words", "Why")) + "</tr></thead><tbody>"
    for line, text, reason in found:
        yield (
            f'<tr><th scope="row"><span class="unseen">line </span>{line}</th><td>{esc(text)}</td>'
            f'<td data-label="Why">{esc(reason)}</td></tr>'
        )
    yield "</tbody></table>"
