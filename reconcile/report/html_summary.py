"""The head of the HTML report: how many stand apart, what waits for a person with what each side says, the sources."""

from collections.abc import Iterator, Sequence

from reconcile.report import dating, event, happened, words
from reconcile.report.changes import Changes
from reconcile.report.digest import FIRST, Digest, listed
from reconcile.report.escape import html as esc
from reconcile.report.html_topic import label, name, sides, tone
from reconcile.report.view import View


def summary(digest: Digest) -> Iterator[str]:
    """What a reader sees first: the worst, in its own words."""
    dossier, options = digest.dossier, digest.options
    parts = (("source", dossier.sources), ("claim", dossier.claims), ("topic", dossier.topics))
    told = ", ".join(words.count(len(part), noun) for noun, part in parts)
    yield f'<p class="lede">{told}{_span(digest)}.</p>'
    if options.part:
        yield f'<p class="part">This is a part of the desk: {esc(options.part)}.</p>'
    if options.stamp:
        yield f'<p class="quiet">Written at <time datetime="{esc(options.stamp)}">{esc(options.stamp)}</time>.</p>'
    counts = "".join(f"<li><b>{count}</b> {tone(o, digest)}</li>" for o, count in digest.counts.items() if count)
    yield f'<ul class="counts">{counts}</ul>' if counts else "<p>No claims were found.</p>"
    if options.changes:
        yield from _changes(digest, options.changes)
    yield from _list(digest, "Waiting for a person", digest.attention)
    yield from _list(digest, "Apart, but decided", digest.settled)
    if dossier.sources:
        yield from _sources(digest)


def _span(digest: Digest) -> str:
    """The days between which the articles were published."""
    days = sorted(source.published for source in digest.dossier.sources if source.published)
    if not days:
        return ""
    return f", published {dating.days(days[0], days[-1])}"


def _list(digest: Digest, heading: str, views: Sequence[View]) -> Iterator[str]:
    if not views:
        return
    yield f"<h2>{heading} ({len(views)})</h2>"
    yield from _rows(digest, views[:FIRST])
    if len(views) > FIRST:
        yield f"<details><summary>{len(views) - FIRST} more</summary>"
        yield from _rows(digest, views[FIRST:])
        yield "</details>"


def _rows(digest: Digest, views: Sequence[View]) -> Iterator[str]:
    yield '<ul class="waiting">'
    for view in views:
        linked = f'<a href="#t{view.number}">{label(view)}</a>' if view.whole else label(view)
        state = esc(words.status(view.status, digest.settings))
        decided = view.decided
        if decided:
            state = f"{esc(words.decision(decided.decision, digest.settings))}, {esc(decided.who)}"
        yield f'<li>{tone(view.outcome, digest)} {linked} <span class="badge">{state}</span>{sides(view)}</li>'
    yield "</ul>"


def _changes(digest: Digest, changes: Changes) -> Iterator[str]:
    yield f"<h2>Changed since {esc(changes.since)} ({len(changes.all)})</h2>"
    yield '<ul class="lists">' if changes.all else "<p>Nothing changed.</p>"
    numbers = {view.topic.id: view for view in digest.views if view.whole}
    for change in changes.all:
        view = numbers.get(change.topic)
        linked = f'<a href="#t{view.number}">{label(view)}</a>' if view else esc(change.label)
        yield f"<li><strong>{change.kind}</strong>: {linked}: {esc(happened.told(change, digest.settings))}</li>"
    yield "</ul>" if changes.all else ""


def _sources(digest: Digest) -> Iterator[str]:
    dossier = digest.dossier
    columns = ["Published", "Agency", "Title"] + ["Only here"] * digest.options.entire  # of a part nobody knows
    rows = []
    for source in dossier.sources:
        day = source.published
        dated = f'<time datetime="{day.isoformat()}">{dating.day(day)}</time>' if day else "day not known"
        agency = "" if source.agency == words.name(source) else esc(source.agency)
        rows.append((dated, agency, esc(source.title), str(len(digest.alone(source.slug)))))
    shown = [place for place in range(len(columns)) if any(row[place] for row in rows)]
    heading = f"<h2>Sources ({len(rows)})</h2>"
    folded = len(rows) > FIRST
    yield f'<details class="list"><summary>{heading}</summary>' if folded else heading
    yield '<table class="sources"><caption>The articles, by day of publication</caption><thead><tr>'
    yield "".join(f'<th scope="col">{column}</th>' for column in ("Source", *(columns[place] for place in shown)))
    yield "</tr></thead><tbody>"
    for number, (source, row) in enumerate(zip(dossier.sources, rows, strict=True), start=1):
        told = "".join(
            f'<td data-label="{columns[place]}">{row[place]}</td>' if row[place] else "<td></td>" for place in shown
        )
        yield f'<tr><th scope="row"><a href="#s{number}">{name(source)}</a></th>{told}</tr>'
    yield "</tbody></table></details>" if folded else "</tbody></table>"
    for origin in dossier.origins:
        names = listed([name(dossier.source[slug]) for slug in origin.sources])
        called = f" ({esc(origin.name)})" if origin.name else ""
        where = " there" if origin.passages else ""
        yield f"<p>One origin{called}: {names}. Their agreement{where} counts once: {esc(origin.because)}.</p>"
    for turn in dossier.days:
        yield f"<h2>{event.heading(turn)}</h2><ul>"
        for each in event.dated(dossier, turn):
            yield f"<li>{name(each.source)}, line {each.line}: {esc(each.date)}: <q>{esc(each.quote)}</q></li>"
        yield "</ul>"
    if digest.undated:
        names = listed([name(source) for source in digest.undated])
        yield f"<p>Day of publication not known: {names}. “Tuesday” or “last week” stays open there.</p>"
    if digest.foreign:
        yield f"<p>{listed([name(source) for source in digest.foreign])}: {words.FOREIGN}.</p>"
