"""Dossier to text: one module a format, each with `render(dossier, settings) -> str`. The same dossier, the same bytes.

To add a format: a module with `render`, a row in FORMATS, an expected file in the tests.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Final

from reconcile.errors import UsageError
from reconcile.model import Dossier, Mention, Settings, Source

__all__ = ["FORMATS", "render", "render_mentions"]

FORMATS: Final[Mapping[str, str]] = {  # name to the module that renders it, imported when first needed
    "text": "reconcile.report.text",
    "markdown": "reconcile.report.markdown",
    "html": "reconcile.report.html",
    "json": "reconcile.report.record",
    "csv": "reconcile.report.csv",
}


def render(name: str, dossier: Dossier, settings: Settings | None = None) -> str:
    """The dossier in a format.

    Raises:
        UsageError: where there is no such format.
    """
    if name not in FORMATS:
        raise UsageError(f"there is no report format {name!r}", hint=f"Formats: {', '.join(FORMATS)}.")
    text = import_module(FORMATS[name]).render(dossier, settings or Settings())
    assert isinstance(text, str)  # noqa: S101 - the law of FORMATS
    return text


def render_mentions(source: Source, mentions: Sequence[Mention]) -> str:
    """The figures and dates read in one article, for people."""
    text = import_module("reconcile.report.text").mentions(source, mentions)
    assert isinstance(text, str)  # noqa: S101 - the law of FORMATS
    return text
