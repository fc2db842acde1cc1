"""CSV (RFC 4180): a row for each claim with what was found of it and decided; days as ISO 8601.

A cell that a spreadsheet would take for a formula gets a single quotation mark before it. A claim of no topic
has no row: it is compared with nothing.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from reconcile.model.notation import write_figure, write_when
from reconcile.report.digest import Digest
from reconcile.report.escape import cell
from reconcile.report.view import Row, View

COLUMNS: Final = (
    "topic", "label", "outcome", "status", "claim", "source", "publisher", "published", "line", "quote", "written",
    "figure", "when", "as_of", "speaker", "modality", "findings", "decision", "standing", "by", "at", "note", "stale",
)  # fmt: skip


def pieces(digest: Digest) -> Iterator[str]:
    """The report as CSV, row by row."""
    yield ("\ufeff" if digest.options.excel else "") + _line(COLUMNS + (("change",) if digest.options.changes else ()))
    for view in digest.each():
        for row in view.rows:
            yield _line(_cells(digest, view, row))


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([cell(words) for words in cells])
    return out.getvalue()


def _cells(digest: Digest, view: View, row: Row) -> Iterator[str]:
    claim, source = row.claim, row.source
    yield from (view.topic.id, view.topic.label, view.outcome.value, view.status.value, claim.id, source.slug)
    yield from (source.publisher, source.published.isoformat() if source.published else "", str(row.line))
    yield from (" ".join(claim.quote.split()), row.written, write_figure(claim.figure) if claim.figure else "")
    yield from (write_when(claim.date) if claim.date else "", write_when(claim.as_of) if claim.as_of else "")
    yield from (claim.speaker, claim.modality.value, "; ".join(_findings(view, row)))
    verdicts = digest.dossier.verdicts_of(claim.id)
    for field in ("decision", "standing", "who", "at", "note"):
        yield "; ".join(str(getattr(verdict, field)) for verdict in verdicts)
    yield "; ".join("yes" if digest.dossier.is_stale(verdict) else "no" for verdict in verdicts)
    if digest.options.changes:
        change = digest.change(view)
        yield change.kind.value if change else ""


def _findings(view: View, row: Row) -> Iterator[str]:
    for pair in view.told or view.pairs:
        if row.number in (pair.left, pair.right):
            finding = pair.finding
            yield f"{finding.outcome.value} ({finding.relation}): {finding.because}"
