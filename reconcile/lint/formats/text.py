"""Problems as text for people: one line each, or with the lines at fault."""

from collections.abc import Sequence
from functools import cache

from reconcile.lint.formats.texts import Texts, advised
from reconcile.model import Level, Place, Problem
from reconcile.model.plain import in_line


def concise(problems: Sequence[Problem], texts: Texts) -> str:  # noqa: ARG001 - every format has the same form
    """One line a problem: place, rule, what is wrong, what to do."""
    return "".join(f"{in_line(str(p.where))}: {p.code} {p.level} {in_line(advised(p))}\n" for p in problems)


def full(problems: Sequence[Problem], texts: Texts) -> str:
    """Each problem with the line at fault, the source's line, and what to do; a count at the end."""
    lines = cache(texts.lines)
    out = []
    for p in problems:
        out.append(f"{p.code} {p.level}: {in_line(p.message)}\n")
        out += _shown(p.where, lines(p.where.path) if p.where.line else [], "-->")
        if p.related is not None:
            out += _shown(p.related, lines(p.related.path) if p.related.line else [], "see")
        out.append(f"  fix: {in_line(p.hint)}\n\n" if p.hint else "\n")
    return "".join(out) + count(problems)


def _shown(place: Place, lines: Sequence[str], arrow: str) -> list[str]:
    """A place and its line with a caret; long lines are cut around the column."""
    out = [f"  {arrow} {in_line(str(place))}\n"]
    if 0 < place.line <= len(lines):
        start = max(0, place.column - 60)
        number = f"{place.line:>5} | "
        out.append(f"{number}{in_line(lines[place.line - 1][start : start + 100])}\n")
        out.append(f"      | {' ' * max(0, place.column - 1 - start)}^\n" if place.column else "")
    return out


def count(problems: Sequence[Problem]) -> str:
    """How many problems of each level, in a line."""
    if not problems:
        return "all checks passed\n"
    each = [(level, sum(p.level is level for p in problems)) for level in Level]
    return ", ".join(f"{n} {level}{'s' if n > 1 and level is not Level.INFO else ''}" for level, n in each if n) + "\n"
