"""DOCX: paragraphs and table rows in their order, with python-docx (the extra `docx`)."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from reconcile.errors import SourceError
from reconcile.model import Part, Span
from reconcile.read.layout import Mark
from reconcile.read.page import Page

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell


def page(data: bytes, name: str) -> Page:
    """The article in a Word document; its styles say what is title and what heading.

    Raises:
        SourceError: where the extra is missing or the file is no document.
    """
    try:
        import docx  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise SourceError(
            "DOCX is read with an extra that is not installed", where=name, hint="pip install 'reconcile[docx]'"
        ) from error
    try:
        told = list(_told(docx.Document(BytesIO(data))))
    except Exception as error:  # out of a damaged file come those of zipfile, zlib, lxml and Python itself
        raise SourceError("this is no Word document", where=name, hint="Save it anew as .docx.") from error
    texts: list[str] = []
    marks: list[Mark] = []
    size = 0
    for text, says in told:
        if text.strip():
            if says:
                marks.append(Mark(Span(size, size + len(text)), says))
            texts.append(text)
            size += len(text) + 2
    return Page("\n\n".join(texts), encoding="docx", marks=tuple(marks))


def _told(document: "Document") -> Iterator[tuple[str, Part | str]]:
    """The paragraphs and rows of a document, each with what its style says of it."""
    from docx.table import Table  # noqa: PLC0415 - an extra

    for item in document.iter_inner_content():
        if isinstance(item, Table):
            yield from ((" | ".join(_cells(row.cells)), Part.BODY) for row in item.rows)
        else:
            yield item.text, _part((item.style.name if item.style else "") or "")


def _cells(row: "Sequence[_Cell]") -> Iterator[str]:
    """What the cells of a row say, one that lies over several columns once."""
    at = 0
    while at < len(row):
        yield row[at].text.strip()
        at += row[at].grid_span


def _part(style: str) -> Part | str:
    """What a style says of its paragraph, "" if nothing."""
    known: dict[str, Part | str] = {"Title": Part.TITLE, "Subtitle": Part.STANDFIRST, "Caption": "caption"}
    return Part.HEADING if style.startswith("Heading") else known.get(style, "")
