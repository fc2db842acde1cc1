"""Problems as GitHub's workflow commands."""

from collections.abc import Sequence
from typing import Final

from reconcile.lint.formats.text import concise
from reconcile.lint.formats.texts import Texts, advised
from reconcile.model import Level, Problem
from reconcile.model.plain import plain

_GITHUB: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
_MOST: Final = 10  # annotations of one level that GitHub shows of a step


def github(problems: Sequence[Problem], texts: Texts) -> str:
    """Workflow commands, worst first and within GitHub's caps, then the whole list as text."""
    out, told = [], dict.fromkeys(Level, 0)
    for p in problems:
        told[p.level] += 1
        if told[p.level] <= _MOST:
            at = f"file={_property(p.where.path)},line={p.where.line or 1},col={p.where.column or 1},title={p.code}"
            out.append(f"::{_GITHUB[p.level]} {at}::{_data(advised(p))}\n")
    more = sum(max(0, n - _MOST) for n in told.values())
    return "".join(out) + (f"{more} more not annotated\n" if more else "") + concise(problems, texts)


def _data(text: str) -> str:
    return plain(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
