"""PDF: the text of its pages, with pdfminer.six (the extra `pdf`)."""

import logging
from io import BytesIO

from reconcile.errors import SourceError
from reconcile.read.page import Page


def page(data: bytes, name: str) -> Page:
    """The article in a PDF.

    Raises:
        SourceError: where the extra is missing, the file is broken or locked, or it holds no text (a scan).
    """
    try:
        from pdfminer.high_level import extract_text  # noqa: PLC0415 - an extra, and slow to import
        from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed  # noqa: PLC0415
    except ImportError as error:
        raise SourceError(
            "PDF is read with an extra that is not installed", where=name, hint="pip install 'reconcile[pdf]'"
        ) from error
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of fonts while reading well
    try:
        text = extract_text(BytesIO(data))
    except (PDFPasswordIncorrect, PDFTextExtractionNotAllowed) as error:
        raise SourceError("the PDF is locked", where=name, hint="Save a copy without a password.") from error
    except Exception as error:  # out of a damaged file come pdfminer's own errors and Python's, asserts included
        raise SourceError("the PDF is damaged", where=name, hint="Open it in a viewer and save it anew.") from error
    if not text.strip():
        raise SourceError(
            "the PDF holds no text: it may be a scan",
            where=name,
            hint="Run text recognition over it, or save it as .txt.",
        )
    return Page(text.replace("\r", "\n"), encoding="pdf")
