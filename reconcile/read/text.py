"""Plain text, with or without a YAML header: the text after the header, its line ends untouched."""

from reconcile.read import header
from reconcile.read.decode import decode
from reconcile.read.page import Page


def page(data: bytes, name: str) -> Page:
    """The article in a text file.

    Raises:
        SourceError: where it is no text, or its header is broken.
    """
    decoded, encoding = decode(data, name)
    fields, start = header.split(decoded, name)
    return Page(
        decoded[start:],
        raw=((0, start),) if start else (),
        first_line=decoded.count("\n", 0, start) + 1,
        encoding=encoding,
        details={key: (value, "header") for key, value in fields.items() if value},
    )
