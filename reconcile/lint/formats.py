"""Problems as text: for people, for pipelines, for code hosts. All text passes `plain`; the order is the given one."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import quote

from reconcile.model import Level, Place, Problem
from reconcile.model.plain import plain

_GITHUB: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
_GITHUB_MOST: Final = 10  # annotations of one level that GitHub shows of a step
_SARIF: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


@dataclass(frozen=True, slots=True)
class Texts:
    """What the places of problems lie in.

    Attributes:
        root: the desk's folder, from which paths of its files are written.
        drafts: path as the user typed it to the decoded text.
        prefix: what stands before the paths of the desk's files.
    """

    root: str
    drafts: Mapping[str, str] = field(default_factory=dict)
    prefix: str = ""

    def told(self, problem: Problem) -> Problem:
        """A problem with paths that lead there from where the user is."""
        related = self._shown(problem.related) if problem.related else None
        return replace(problem, where=self._shown(problem.where), related=related)

    def _shown(self, place: Place) -> Place:
        return place if place.path in self.drafts else replace(place, path=self.prefix + place.path)

    def own(self, path: str) -> str:
        """The path of a file from its desk, the same wherever the desk lies."""
        return path if path in self.drafts else path.removeprefix(self.prefix)

    def lines(self, path: str) -> list[str]:
        """The lines of a file; none where it cannot be read: they are a help for the eye, the place is told anyway."""
        if path in self.drafts:
            return self.drafts[path].split("\n")
        try:
            return (Path(self.root) / self.own(path)).read_text(encoding="utf-8", errors="replace").split("\n")
        except OSError:
            return []


def concise(problems: Sequence[Problem], texts: Texts) -> str:  # noqa: ARG001 - every format has the same form
    """One line a problem."""
    return "".join(f"{plain(str(p.where))}: {p.code} {p.level} {plain(p.message)}\n" for p in problems)


def full(problems: Sequence[Problem], texts: Texts) -> str:
    """Each problem with the line at fault, the source's line, and what to do; a count at the end."""
    lines = cache(texts.lines)
    out = []
    for p in problems:
        out.append(f"{p.code} {p.level}: {plain(p.message)}\n")
        out += _shown(p.where, lines(p.where.path) if p.where.line else [], "-->")
        if p.related is not None:
            out += _shown(p.related, lines(p.related.path) if p.related.line else [], "see")
        out.append(f"  fix: {plain(p.hint)}\n\n" if p.hint else "\n")
    return "".join(out) + _count(problems)


def _shown(place: Place, lines: Sequence[str], arrow: str) -> list[str]:
    """A place and its line with a caret; long lines are cut around the column."""
    out = [f"  {arrow} {plain(str(place))}\n"]
    if 0 < place.line <= len(lines):
        start = max(0, place.column - 60)
        number = f"{place.line:>5} | "
        out.append(f"{number}{plain(lines[place.line - 1][start : start + 100])}\n")
        out.append(f"      | {' ' * max(0, place.column - 1 - start)}^\n" if place.column else "")
    return out


def _count(problems: Sequence[Problem]) -> str:
    if not problems:
        return "all checks passed\n"
    each = [(level, sum(p.level is level for p in problems)) for level in Level]
    return ", ".join(f"{n} {level}{'s' if n > 1 and level is not Level.INFO else ''}" for level, n in each if n) + "\n"


def record(problem: Problem) -> dict[str, object]:
    """A problem as JSON."""
    where, related = problem.where, problem.related
    return {
        "code": problem.code,
        "level": problem.level.value,
        "path": where.path,
        "line": where.line,
        "column": where.column,
        "message": problem.message,
        "hint": problem.hint,
        "related": {"path": related.path, "line": related.line, "column": related.column} if related else None,
    }


def as_json(problems: Sequence[Problem], texts: Texts) -> str:  # noqa: ARG001 - as above
    """One JSON list."""
    return json.dumps([record(p) for p in problems], ensure_ascii=False, indent=2) + "\n"


def github(problems: Sequence[Problem], texts: Texts) -> str:
    """Workflow commands, worst first and within GitHub's caps, then the whole list as text."""
    out, told = [], dict.fromkeys(Level, 0)
    for p in problems:
        told[p.level] += 1
        if told[p.level] <= _GITHUB_MOST:
            at = f"file={_property(p.where.path)},line={p.where.line or 1},col={p.where.column or 1},title={p.code}"
            out.append(f"::{_GITHUB[p.level]} {at}::{_data(p.message)}\n")
    more = sum(max(0, n - _GITHUB_MOST) for n in told.values())
    return "".join(out) + (f"{more} more not annotated\n" if more else "") + concise(problems, texts)


def _data(text: str) -> str:
    return plain(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def sarif(problems: Sequence[Problem], texts: Texts) -> str:
    """SARIF 2.1.0."""
    from reconcile import __version__  # noqa: PLC0415 - the package imports late
    from reconcile.lint.table import RULES  # noqa: PLC0415 - the table names the formats' caller

    rules = [{"id": r.code, "name": r.name, "defaultConfiguration": {"level": _SARIF[r.level]}} for r in RULES]
    results = [
        {
            "ruleId": p.code,
            "partialFingerprints": {"problem/v1": _fingerprint(p, texts)},
            "level": _SARIF[p.level],
            "message": {"text": p.message},
            "locations": [_location(p.where)],
            **({"relatedLocations": [_location(p.related)]} if p.related else {}),
        }
        for p in problems
    ]
    driver = {"name": "reconcile", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "results": results, "columnKind": "unicodeCodePoints"}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _location(place: Place) -> dict[str, object]:
    region = {"startLine": max(1, place.line), **({"startColumn": place.column} if place.column else {})}
    return {"physicalLocation": {"artifactLocation": {"uri": quote(place.path)}, "region": region}}


def _fingerprint(problem: Problem, texts: Texts) -> str:
    """The same as long as the problem is the same, wherever in its file it stands."""
    return hashlib.sha256(
        f"{problem.code}\x1f{texts.own(problem.where.path)}\x1f{problem.message}".encode()
    ).hexdigest()[:16]


FORMATS: Final[Mapping[str, Callable[[Sequence[Problem], Texts], str]]] = {
    "concise": concise,
    "full": full,
    "json": as_json,
    "github": github,
    "sarif": sarif,
}
