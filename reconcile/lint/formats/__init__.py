"""Problems as text: for people, for pipelines, for code hosts. The order is the given one, which is worst first.

To add a format: a function of problems and Texts that returns the whole text, and a row in FORMATS.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from reconcile.lint.formats.github import github
from reconcile.lint.formats.machine import as_json, gitlab, jsonl, rdjson
from reconcile.lint.formats.pages import junit, markdown
from reconcile.lint.formats.sarif import sarif
from reconcile.lint.formats.text import concise, full
from reconcile.lint.formats.texts import Texts
from reconcile.model import Problem

__all__ = ["FORMATS", "Texts"]

FORMATS: Final[Mapping[str, Callable[[Sequence[Problem], Texts], str]]] = {
    "concise": concise,
    "full": full,
    "json": as_json,
    "jsonl": jsonl,
    "github": github,
    "gitlab": gitlab,
    "junit": junit,
    "markdown": markdown,
    "rdjson": rdjson,
    "sarif": sarif,
}
