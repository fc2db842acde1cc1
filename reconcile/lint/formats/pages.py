"""Problems as a page: Markdown for a comment on a pull request, JUnit for a build server."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from reconcile.lint.formats.text import concise, count
from reconcile.lint.formats.texts import Texts, advised
from reconcile.model import Problem
from reconcile.model.plain import plain
from reconcile.report.escape import markdown as shown

_MOST: Final = 60_000  # characters: a comment on GitHub may hold 65,536


def markdown(problems: Sequence[Problem], texts: Texts) -> str:  # noqa: ARG001 - every format has the same form
    """A table, worst first, cut between rows where a comment could not hold it."""
    if not problems:
        return "All checks passed.\n"
    head = "| place | rule | level | problem | what to do |\n|---|---|---|---|---|\n"
    rows: list[str] = []
    size = len(head)
    for p in problems:
        cells = (str(p.where), p.code, p.level.value, p.message, p.hint)
        row = f"| {' | '.join(map(shown, cells))} |\n"
        size += len(row)
        if size > _MOST:
            break
        rows.append(row)
    left = len(problems) - len(rows)
    return f"{count(problems).strip()}\n\n{head}{''.join(rows)}" + (f"\n{left} more\n" if left else "")


def _legal(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return re.sub("[\ufffe\uffff]", "\ufffd", plain(text))


def junit(problems: Sequence[Problem], texts: Texts) -> str:
    """One test case a file: what fails is its failure, what does not its output; one that passes where all is well."""
    by_path = groupby(sorted(problems, key=lambda p: p.where.path), key=lambda p: p.where.path)
    cases, failures = [], 0
    for path, found in by_path:
        own = list(found)
        failing = [problem for problem in own if texts.fails(problem)]
        failures += bool(failing)
        told = escape(_legal(concise(own, texts)))
        if failing:
            first = f"message={quoteattr(_legal(advised(failing[0])))} type={quoteattr(failing[0].code)}"
            inner = f"<failure {first}>{told}</failure>"
        else:
            inner = f"<system-out>{told}</system-out>"
        name = quoteattr(_legal(path))
        cases.append(f'    <testcase name={name} classname="reconcile">\n      {inner}\n    </testcase>\n')
    body = "".join(cases) or '    <testcase name="all files" classname="reconcile"/>\n'
    size = f'tests="{max(1, len(cases))}" failures="{failures}"'
    suite = f'  <testsuite name="reconcile" {size}>\n{body}  </testsuite>\n'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {size}>\n{suite}</testsuites>\n'
