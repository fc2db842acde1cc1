"""`reconcile lint --fix` and `--diff`: what mends a desk without anybody's judgement, written or shown."""

import difflib
import sys
from datetime import date
from pathlib import Path
from typing import Final

from reconcile.model import Problem
from reconcile.model.work import Means

_MOST: Final = 10  # checks one after the other: mending one thing may show the next


def mend(root: Path, today: date, prefix: str, means: Means, *, write: bool) -> int:
    """Mend the files of a desk, or show on stdout what that would change.

    Args:
        prefix: what stands before the paths of the desk's files.
        write: whether to write; else a unified diff is printed.

    Returns:
        How many problems are mended by it.

    Raises:
        DeskError: where a file cannot be written, or somebody changed one meanwhile; then nothing is.
    """
    changes, mended = _changes(root, today, means)
    if write and changes:
        from reconcile.desk import replace_files

        replace_files(root, {root / path: texts for path, texts in changes.items()})
    elif changes:
        for path, (before, after) in sorted(changes.items()):
            sys.stdout.writelines(_difference(prefix + path, before, after))
    return mended


def _changes(root: Path, today: date, means: Means) -> tuple[dict[str, tuple[str, str]], int]:
    """By file what it holds and what it would hold, and how many problems that mends."""
    from reconcile.desk import dossier, load, read_if_there
    from reconcile.lint import applied, check, edits_of

    before: dict[str, str] = {}
    after: dict[str, str] = {}
    first: set[tuple[str, str]] = set()
    left: set[tuple[str, str]] = set()
    for number in range(_MOST):
        desk = load(root, {path: text.encode() for path, text in after.items()}, means)
        problems = [problem for problem in check(desk, dossier(desk, means), today=today).problems if problem.edits]
        left = {_told(problem) for problem in problems}
        first = first if number else left
        if not problems:
            break
        for path, edits in edits_of(problems).items():
            if path not in before:
                before[path] = read_if_there(root / path)
            text = after.get(path, before[path])
            mark = "\ufeff" if text.startswith("\ufeff") else ""
            after[path] = mark + applied(text.removeprefix(mark), edits)
    return {path: (before[path], text) for path, text in after.items() if text != before[path]}, len(first - left)


def _told(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.fingerprint


def _difference(path: str, before: str, after: str) -> list[str]:
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    lines = difflib.unified_diff(old, new, fromfile=path, tofile=path)
    return [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines]
