"""Dossier to text: one module a format, each with `pieces(digest) -> Iterator[str]`. The same dossier, the same bytes.

To add a format: a module with `pieces`, a row in FORMATS, an expected file in the tests. The pieces are written as they
come, so that a report may be larger than memory.
"""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import Final

from reconcile.errors import UsageError
from reconcile.model import Dossier, Mention, Settings, Source
from reconcile.report.options import Options

__all__ = ["BINARY", "EXCHANGE", "FORMATS", "Options", "binary", "pieces", "render", "render_mentions"]

FORMATS: Final[Mapping[str, str]] = {  # name to the module that renders it, imported when first needed
    "text": "reconcile.report.text",
    "markdown": "reconcile.report.markdown",
    "html": "reconcile.report.html",
    "json": "reconcile.report.record",
    "csv": "reconcile.report.csv",
    "svg": "reconcile.report.plots",
}

EXCHANGE: Final[Mapping[str, str]] = {  # what other programs read, written by `export`
    "annotation": "reconcile.report.annotation",
    "claimreview": "reconcile.report.claim_review",
    "sarif": "reconcile.report.sarif",
}

BINARY: Final[Mapping[str, str]] = {"xlsx": "reconcile.report.xlsx"}  # written as a whole, by `whole(digest) -> bytes`


def binary(name: str, dossier: Dossier, settings: Settings | None = None, options: Options | None = None) -> bytes:
    """The dossier in a format of BINARY.

    Raises:
        UsageError: where the extra that it needs is not installed.
    """
    from reconcile.report.digest import Digest  # noqa: PLC0415 - the table alone costs nothing

    made = import_module(BINARY[name]).whole(Digest(dossier, settings or Settings(), options or Options()))
    assert isinstance(made, bytes)  # noqa: S101 - the law of BINARY
    return made


def pieces(
    name: str, dossier: Dossier, settings: Settings | None = None, options: Options | None = None
) -> Iterator[str]:
    """The dossier in a format, piece by piece.

    Raises:
        UsageError: where there is no such format, or it cannot show what the options ask for.
    """
    module = FORMATS.get(name) or EXCHANGE.get(name)
    if module is None:
        raise UsageError(f"there is no report format {name!r}", hint=f"Formats: {', '.join(FORMATS)}.")
    from reconcile.report.digest import Digest  # noqa: PLC0415 - the table alone costs nothing

    made: Iterator[str] = import_module(module).pieces(Digest(dossier, settings or Settings(), options or Options()))
    return made


def render(name: str, dossier: Dossier, settings: Settings | None = None, options: Options | None = None) -> str:
    """The dossier in a format, as one text.

    Raises:
        UsageError: as `pieces`.
    """
    return "".join(pieces(name, dossier, settings, options))


def render_mentions(source: Source, mentions: Sequence[Mention]) -> str:
    """The figures and dates read in one article, for people."""
    text = import_module("reconcile.report.text").mentions(source, mentions)
    assert isinstance(text, str)  # noqa: S101 - the law of FORMATS
    return text
