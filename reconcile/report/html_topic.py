"""A topic of the HTML report: every figure beside its quote, findings, picture, verdicts, ready wording."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from reconcile.model import Outcome, Source, Status
from reconcile.report import dating, words
from reconcile.report.digest import APART, Digest, listed
from reconcile.report.escape import html as esc
from reconcile.report.passages import Passage, Piece, passages
from reconcile.report.plots import plot
from reconcile.report.series import Step, tallies
from reconcile.report.told import Statement, runs, statements
from reconcile.report.view import Opinion, Row, View
from reconcile.report.wording import wording

_MANY: Final = 12  # rows: from here on what each stands against needs room
_QUOTE: Final = "In its words"
_COLUMNS: Final = {"Reading": "reading", _QUOTE: "words", "Against": "against", "Standing": "standing"}  # their class


def name(source: Source) -> str:
    """A source's name, escaped."""
    return esc(words.name(source))


def tone(outcome: Outcome, digest: Digest) -> str:
    """The sign and name of an outcome; never colour alone."""
    label = esc(words.outcome(outcome, digest.settings))
    return f'<span class="tone {outcome.value}">{words.GLYPH[outcome]} {label}</span>'


def topic(digest: Digest, view: View) -> Iterator[str]:
    """A topic as an article element with the id `t<number>`; its data attributes are what the script filters by."""
    ident = f"t{view.number}"
    numbers = sorted({digest.number[row.source.slug] for row in view.rows})
    sources = " ".join(f"s{number}" for number in numbers)
    data = f'data-outcome="{view.outcome.value}" data-status="{view.status.value}" data-sources="{sources}"'
    yield f'<article class="topic {view.outcome.value}" id="{ident}" aria-labelledby="{ident}-h" {data}>'
    change = digest.change(view)
    badge = f' <span class="badge">{change.kind}</span>' if change else ""
    apart = view.outcome in APART or view.status in (Status.STALE, Status.DISPUTED)
    state = esc(words.status(view.status, digest.settings))
    told = f'{tone(view.outcome, digest)} <span class="badge">{state}</span>{badge}'
    head = f'<h3 id="{ident}-h"><span class="label">{label(view)}</span> {told}</h3>'
    yield f"<details open><summary>{head}</summary>" if apart else f"<details><summary>{head}{sides(view)}</summary>"
    text = wording(digest.dossier, view)
    if text:
        yield f'<p class="wording"><span class="quiet">Ready wording:</span> {esc(text)}</p>'
    yield from (f'<p class="verdict">{_opinion(digest, opinion)}</p>' for opinion in view.opinions)
    picture = plot(view, ident)
    if picture:
        yield f"<figure>{picture}<figcaption>The numbers are those of the rows below.</figcaption></figure>"
    yield from _table(digest, view)
    for steps in tallies(view):
        yield from _over_time(view, steps)
    found = statements(view)
    if found:
        yield '<ul class="findings">'
        yield from (_statement(digest, told) for told in found)
        yield "</ul>"
    yield "</details></article>"


def label(view: View) -> str:
    """A topic's label as a heading, escaped."""
    return esc(view.topic.label[:1].upper() + view.topic.label[1:])


def sides(view: View) -> str:
    """What was judged, in a line: each value and who gives it; who speaks of it where it was not values."""
    told = " ".join(
        f"<span><b>{esc(value)}</b> {listed([name(source) for source in sources])}</span>"
        for value, sources in view.sides
    )
    speaking = listed(list(dict.fromkeys(name(row.source) for row in view.rows)))
    return f'<span class="sides">{told or speaking}</span>'


def _table(digest: Digest, view: View) -> Iterator[str]:
    """The rows side by side; a column that is empty throughout is left out."""
    cells = {row.number: _cells(digest, view, row) for row in view.rows}
    shown = [column for column in _COLUMNS if column == _QUOTE or any(row[column] for row in cells.values())]
    caption = f'<span class="unseen">What each source says: {esc(view.topic.label)}</span>'
    many = " many" if len(view.rows) > _MANY else ""
    yield f'<table class="side{many}"><caption>{caption}</caption><thead><tr>'
    yield "".join(f'<th scope="col">{column}</th>' for column in ("Source", "No.", *shown)) + "</tr></thead>"
    for passage in passages(view.rows):
        yield f"<tbody>{''.join(_lines(passage, cells, shown))}</tbody>"
    yield "</table>"


def _lines(passage: Passage, cells: Mapping[int, Mapping[str, str]], shown: Sequence[str]) -> Iterator[str]:
    """The rows of one sentence: source and sentence stand once, beside all of them."""
    source, day = passage.rows[0].source, passage.rows[0].source.published
    dated = f'<time datetime="{day.isoformat()}">{dating.day(day)}</time>' if day else "day not known"
    tall = f' rowspan="{len(passage.rows)}"' if len(passage.rows) > 1 else ""
    head = f'<th scope="rowgroup"{tall}>{name(source)}<br><span class="quiet">{dated}</span></th>'
    sentence = f'{quoted(passage, numbered=bool(tall))} <span class="quiet line">{passage.lines}</span>'
    for place, row in enumerate(passage.rows):
        yield f'<tr>{"" if place else head}<th scope="row" class="no">{row.number}</th>'
        for column in shown:
            if column != _QUOTE:
                yield _cell(column, cells[row.number][column])
            elif not place:
                yield _cell(column, sentence, tall)
        yield "</tr>"


def _cell(column: str, told: str, tall: str = "") -> str:
    return f'<td{tall} data-label="{column}" class="{_COLUMNS[column]}">{told}</td>' if told else "<td></td>"


def _over_time(view: View, steps: Sequence[Step]) -> Iterator[str]:
    """A tally step by step; the first has nothing to be set against."""
    caption = f'Over time<span class="unseen">: {esc(view.topic.label)}</span>'
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Day", "Count", "Source", "Change"))
    yield f'<table class="side"><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>'
    for step in steps:
        change = f'<span class="tone differs">{esc(step.change)}</span>' if step.revision else esc(step.change)
        cells = {
            "Count": f'<span class="value">{esc(step.row.value)}</span>',
            "Source": f"{step.row.number}. {name(step.row.source)}",
            "Change": change,
        }
        data = "".join(f'<td data-label="{head}">{cell}</td>' if cell else "<td></td>" for head, cell in cells.items())
        when = f'<time datetime="{step.day.isoformat()}">{esc(step.when)}</time>'
        yield f'<tr><th scope="row">{when}</th>{data}</tr>'
    yield "</tbody></table>"


def _cells(digest: Digest, view: View, row: Row) -> dict[str, str]:
    stands: dict[Outcome, list[int]] = {}
    for outcome, other in view.against(row):
        stands.setdefault(outcome, []).append(other)
    against = " ".join(
        f'<span class="tone {outcome.value}" title="{esc(words.outcome(outcome, digest.settings))}">'
        f"{words.GLYPH[outcome]}&nbsp;{', '.join(map(_unbroken, runs(others)))}</span>"
        for outcome, others in stands.items()
    )
    standing = [words.standing(v.standing, digest.settings) for v in digest.dossier.verdicts_of(row.claim.id)]
    said = [f"as of {row.as_of}" if row.as_of else "", row.credit]
    more = "".join(f'<br><span class="quiet">{esc(words_)}</span>' for words_ in said if words_)
    return {
        "Reading": f'<span class="value">{esc(row.value) or "in words"}</span>{more}',
        "Against": against,
        "Standing": esc(", ".join(dict.fromkeys(standing))),
    }


def _unbroken(run: str) -> str:
    return f'<span class="line">{run}</span>' if "–" in run else run


def quoted(passage: Passage, *, numbered: bool = False) -> str:
    """The sentence, the words read in it marked.

    Args:
        numbered: whether each mark bears the numbers of its rows; they are drawn, and no part of what is copied.
    """
    return f"<q>{''.join(_piece(piece, numbered=numbered) for piece in passage.pieces)}</q>"


def _piece(piece: Piece, *, numbered: bool) -> str:
    if not piece.marked or not piece.text:
        return esc(piece.text)
    rows = f' data-row="{", ".join(map(str, piece.ends))}"' if numbered and piece.ends else ""
    return f"<mark{rows}>{esc(piece.text)}</mark>"


def quote(row: Row) -> str:
    """The sentence with its source and line."""
    return f'{quoted(Passage((row,)))} <span class="quiet"><cite>{name(row.source)}</cite>, line {row.line}</span>'


def _statement(digest: Digest, told: Statement) -> str:
    others = "".join(f"<br>{quote(row)}" for row in told.others)
    outcome = told.finding.outcome  # whose sign stands between the numbers
    called = f'<span class="tone {outcome.value}">{esc(words.outcome(outcome, digest.settings))}</span>'
    because = f"{called}: {esc(told.text)} <code>{esc(told.finding.relation)}</code>"
    return f"<li><b>{esc(told.ends)}</b> {because}{others}</li>"


def _opinion(digest: Digest, opinion: Opinion) -> str:
    verdict = opinion.verdict
    why = words.reason(verdict, digest.dossier.source, digest.settings)
    reason = f" ({esc(why)})" if why else ""
    note = f": {esc(verdict.note)}" if verdict.note else ""
    stale = ' <span class="tone conflicts">stale: the claim has changed since</span>' if opinion.stale else ""
    decided = f"<strong>{esc(words.decision(verdict.decision, digest.settings))}</strong>"
    when = f'<time datetime="{esc(verdict.at)}">{esc(words.moment(verdict.at))}</time>'
    return f"Verdict: {decided}{reason}, by {esc(verdict.who)}, {when}{note}{stale}"
