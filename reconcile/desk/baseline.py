"""`claims/baseline.jsonl`: problems that a desk has agreed to live with, one a line, so that only new ones are told.

Those of drafts stand in `claims/baseline-drafts.jsonl`: drafts are checked by another hook, and at other times.

What comes in and goes out: `Known` entries. The file is written once as a whole; after that lines are only ever taken
out of it: what is not in it when it is made is never let pass.
"""

import json
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final

from reconcile.desk.fields import BASELINE
from reconcile.desk.files import inside, lock, read_if_there, whole, write_file
from reconcile.desk.lines import mapping
from reconcile.errors import DeskError
from reconcile.model import Known, Level, Place, Problem

NAME: Final = "claims/baseline.jsonl"
DRAFTS: Final = "claims/baseline-drafts.jsonl"


def read_baseline(
    path: Path, shown: str, root: Path | None = None, data: bytes | None = None
) -> tuple[tuple[Known, ...], tuple[Problem, ...]]:
    """The entries of a baseline, none where there is no such file, and lines of it that are none (S102).

    Args:
        root: the folder it may not lead out of; None where it may lie anywhere.
        data: what is read in its place; None to read the file.
    """
    if not path.exists():
        return (), ()
    if root is not None and not inside(root, path):
        return (), (Problem("S101", Level.ERROR, Place(shown), "leads out of the desk"),)
    entries: list[Known] = []
    problems: list[Problem] = []
    try:
        lines = (whole(path) if data is None else data).split(b"\n")
    except DeskError as error:
        return (), (Problem("S101", Level.ERROR, Place(shown), error.what, error.hint),)
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                entries.append(_entry(line, Place(shown, number)))
            except (ValueError, RecursionError) as error:
                hint = "delete the line: the problem it stood for is told again"
                message = f"is no entry of a baseline: {error}"
                problems.append(Problem("S102", Level.ERROR, Place(shown, number), message, hint))
    return tuple(entries), tuple(problems)


def _entry(line: bytes, place: Place) -> Known:
    fields = mapping(line)
    for key, value in fields.items():
        if key not in BASELINE:
            raise ValueError(f"unknown key {key!r}")
        if not isinstance(value, bool if key == "draft" else str):
            what = "true or false" if key == "draft" else "text"
            raise ValueError(f"{key!r} is not {what}")  # noqa: TRY004 - the caller treats all broken lines alike
    lacking = next((key for key, field in BASELINE.items() if field.needed and not fields.get(key)), "")
    if lacking:
        raise ValueError(f"{lacking!r} is missing")
    return Known(**{"draft": False, **fields}, place=place)


def write_baseline(root: Path, path: Path, entries: Iterable[Known]) -> None:
    """Write a baseline where there is none; a problem met twice stands there twice.

    Raises:
        DeskError: where it cannot be written, or one is there.
    """
    rows = sorted(entries, key=lambda entry: (entry.path, entry.code, entry.fingerprint))
    with lock(root):
        write_file(path, "".join(map(_line, rows)), expected="")


def shrink_baseline(root: Path, path: Path, gone: Collection[int]) -> None:
    """Take lines out of a baseline, by their numbers from 1.

    Raises:
        DeskError: where it cannot be written, or somebody changed it meanwhile.
    """
    with lock(root):
        before = read_if_there(path)
        kept = [line for number, line in enumerate(before.split("\n"), 1) if number not in gone]
        write_file(path, "\n".join(kept), expected=before)


def _line(entry: Known) -> str:
    fields = {key: value for key in BASELINE if (value := getattr(entry, key))}
    return json.dumps(fields, ensure_ascii=False) + "\n"
