"""Problems as text: for people, for pipelines, for code hosts. The order is the given one, which is worst first.

To add a format: a function of problems and Texts that returns the whole text, and a row in FORMATS.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final

from reconcile.lint.formats.texts import Texts

if TYPE_CHECKING:
    from reconcile.model import Problem

__all__ = ["FORMATS", "Texts", "formatted"]

FORMATS: Final[Mapping[str, str]] = {  # name to the function that writes it, in a module imported when first needed
    "concise": "text.concise",
    "full": "text.full",
    "json": "machine.as_json",
    "jsonl": "machine.jsonl",
    "github": "github.github",
    "gitlab": "machine.gitlab",
    "junit": "pages.junit",
    "markdown": "pages.markdown",
    "rdjson": "rdjson.rdjson",
    "sarif": "sarif.sarif",
}


def formatted(name: str, problems: "Sequence[Problem]", texts: Texts) -> str:
    """The problems in a format of FORMATS."""
    module, function = FORMATS[name].split(".")
    made = getattr(import_module(f"{__name__}.{module}"), function)(problems, texts)
    assert isinstance(made, str)  # noqa: S101 - the law of FORMATS
    return made
