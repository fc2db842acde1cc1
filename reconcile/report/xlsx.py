"""A workbook for a newsroom's spreadsheet: topics, claims, verdicts and sources, a sheet each.

Numbers are numbers and days are days; what a source wrote is text and stays text: nothing is taken for a formula or a
link. The heads are frozen and have filters. Needs the extra `xlsx` (XlsxWriter); the same dossier gives the same bytes.
"""

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Final

from reconcile.errors import UsageError
from reconcile.model import Claim
from reconcile.model.notation import write_figure, write_when
from reconcile.model.plain import plain
from reconcile.report.digest import Digest
from reconcile.report.wording import wording

Cell = str | int | float | date | datetime | None
_LONGEST: Final = 32_767  # characters that a cell holds
_FIRST: Final = 1900  # the year at which a spreadsheet's days begin
_LARGEST: Final = 10**15  # from here on a spreadsheet rounds the digits away; such a number is written as text
_WIDE: Final = {"label": 40, "quote": 60, "wording": 60, "note": 40, "title": 40, "findings": 60}
_HEADS: Final = {
    "topics": ("topic", "label", "outcome", "status", "sources", "claims", "wording", "findings"),
    "claims": (
        "topic", "claim", "source", "publisher", "published", "line", "quote", "written", "reading", "value", "low",
        "high", "unit", "earliest", "latest", "figure", "when", "as of", "speaker", "modality",
    ),
    "verdicts": ("topic", "claim", "decision", "standing", "reason", "by", "at (UTC)", "note", "stale"),
    "sources": ("source", "publisher", "agency", "byline", "published", "retrieved", "title", "url", "sha256"),
}  # fmt: skip


def whole(digest: Digest) -> bytes:
    """The report as a workbook.

    Raises:
        UsageError: where the extra is not installed.
    """
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise UsageError("the workbook needs XlsxWriter", hint="pip install 'reconcile[xlsx]'") from error
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Where the sources stand", "created": _written(digest)})
    head, day = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "yyyy-mm-dd"})
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    for name, rows in _sheets(digest):
        sheet = book.add_worksheet(name)
        last = 0
        for number, row in enumerate(rows):
            last = number
            for column, cell in enumerate(row):
                if number == 0:
                    sheet.write_string(0, column, str(cell), head)
                    sheet.set_column(column, column, _WIDE.get(str(cell), 16))
                elif isinstance(cell, datetime):
                    sheet.write_datetime(number, column, cell, moment)
                elif isinstance(cell, date) and cell.year >= _FIRST:
                    sheet.write_datetime(number, column, datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001
                elif isinstance(cell, str | date):  # a day before the first that it knows is written as ISO 8601 has it
                    sheet.write_string(number, column, plain(str(cell))[:_LONGEST], text)
                elif cell is not None:
                    sheet.write_number(number, column, cell)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(_HEADS[name]) - 1)
    book.close()
    return out.getvalue()


def _written(digest: Digest) -> datetime:
    """When the workbook says it was made: the stamp, else a day that is no day of anybody's."""
    return datetime.fromisoformat(digest.options.stamp) if digest.options.stamp else datetime(1980, 1, 1, tzinfo=UTC)


def _sheets(digest: Digest) -> Iterator[tuple[str, Iterator[Sequence[Cell]]]]:
    for name, rows in (("topics", _topics), ("claims", _claims), ("verdicts", _verdicts), ("sources", _sources)):
        yield name, rows(digest)


def _topics(digest: Digest) -> Iterator[Sequence[Cell]]:
    yield _HEADS["topics"]
    for view in digest.views:
        told = "\n".join(
            f"{pair.finding.outcome} ({pair.finding.relation}): {pair.finding.because}" for pair in view.told
        )
        sources = len({row.source.slug for row in view.rows})
        text = wording(digest.dossier, view)
        yield (
            *(view.topic.id, view.topic.label, view.outcome.value, view.status.value),
            *(sources, len(view.rows), text, told),
        )


def _claims(digest: Digest) -> Iterator[Sequence[Cell]]:
    yield _HEADS["claims"]
    for claim in digest.dossier.claims:
        row, source = digest.row(claim), digest.dossier.source[claim.source]
        yield (
            *(
                digest.dossier.topic_of.get(claim.id, ""),
                claim.id,
                source.slug,
                source.publisher or source.slug,
                source.published,
            ),
            *(row.line, row.before + row.mark + row.after, row.written, row.value, *_values(claim)),
            *(write_figure(claim.figure) if claim.figure else "", write_when(claim.date) if claim.date else ""),
            *(row.as_of, claim.speaker, claim.modality.value),
        )


def _values(claim: Claim) -> Iterator[Cell]:
    """Value, low and high of a figure with its unit, first and last day of a date; None where there is none."""
    figure, when = claim.figure, claim.date
    for number in (figure.value, figure.low, figure.high) if figure else (None, None, None):
        yield _number(number)
    yield figure.unit if figure else None
    yield from (when.earliest, when.latest) if when else (None, None)


def _number(number: Decimal | None) -> Cell:
    if number is None or not number.is_finite():
        return None
    return float(number) if abs(number) < _LARGEST else f"{number:f}"


def _verdicts(digest: Digest) -> Iterator[Sequence[Cell]]:
    yield _HEADS["verdicts"]
    for verdict in digest.dossier.standing.values():
        yield (
            *(verdict.topic, verdict.claim, verdict.decision.value, verdict.standing.value, verdict.reason),
            *(verdict.who, _moment(verdict.at), verdict.note, "yes" if digest.dossier.is_stale(verdict) else "no"),
        )


def _moment(at: str) -> Cell:
    """When a verdict was given, in UTC, which a spreadsheet leaves out; as it stands where it is no such time."""
    try:
        told = datetime.fromisoformat(at)
        return told.astimezone(UTC).replace(tzinfo=None, microsecond=0) if told.tzinfo and told.year >= _FIRST else at
    except (ValueError, OverflowError):
        return at


def _sources(digest: Digest) -> Iterator[Sequence[Cell]]:
    yield _HEADS["sources"]
    for s in digest.dossier.sources:
        yield s.slug, s.publisher or s.slug, s.agency, s.byline, s.published, s.retrieved, s.title, s.url, s.sha256
