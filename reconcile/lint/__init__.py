"""Desk and dossier to problems: one function a rule, one module a family, one table.

What comes in: a Desk as read from disk, and its Dossier. What goes out: Problems, worst first. Nothing is written.

To add a rule: a function in its family's module whose docstring says What, Why, Bad, Good and Fix; a row in `table.py`
(codes are never used again); a section in `tests/spec/lint.md` with a desk that fails and one that passes.
"""

import inspect
from collections.abc import Sequence
from difflib import get_close_matches

from reconcile.errors import UsageError
from reconcile.lint.formats import FORMATS
from reconcile.lint.rule import Checked, Rule
from reconcile.lint.table import RULES
from reconcile.model import Desk, Dossier, Level, Problem

__all__ = ["FORMATS", "RULES", "check", "explain", "render"]

_ORDER = list(Level)


def check(desk: Desk, dossier: Dossier) -> tuple[Problem, ...]:
    """Every problem of a desk but those its settings ignore: worst first, then by file and line."""
    checked = Checked(desk, dossier)
    ignored = desk.settings.ignore
    found = {
        problem
        for rule in RULES
        if not any(rule.code.startswith(code) for code in ignored)
        for problem in rule.check(checked)
    }
    return tuple(sorted(found, key=lambda p: (_ORDER.index(p.level), p.where, p.code, p.message)))


def render(problems: Sequence[Problem], name: str, desk: Desk) -> str:
    """The problems in a format of FORMATS."""
    return FORMATS[name](problems, desk)


def explain(code: str) -> str:
    """A rule's documentation.

    Raises:
        UsageError: where there is no such rule.
    """
    rule = next((rule for rule in RULES if code.upper() in (rule.code, rule.name.upper())), None)
    if rule is None:
        near = get_close_matches(code.upper(), [rule.code for rule in RULES], n=1)
        raise UsageError(
            f"there is no rule {code!r}", hint=f"did you mean {near[0]}?" if near else "`reconcile rule` lists them"
        )
    return f"{rule.code} {rule.name} ({rule.level})\n\n{documented(rule)}"


def documented(rule: Rule) -> str:
    """The parts of a rule's docstring: What, Why, Bad, Good, Fix."""
    return inspect.getdoc(rule.check) or ""
