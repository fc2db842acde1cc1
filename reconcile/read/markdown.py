"""Markdown: plain text whose marks (emphasis, link targets, pictures) are set aside, offsets untouched."""

from reconcile.read import text
from reconcile.read.page import Page


def page(data: bytes, name: str) -> Page:
    """The article in a Markdown file.

    Raises:
        SourceError: as for plain text.
    """
    return text.page(data, name)
