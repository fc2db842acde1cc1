"""What tells one problem from another wherever it stands, and U905: which of them a desk has agreed to live with.

A problem's fingerprint is made of its rule, its file, what it is about (the claim and the field at fault, or the words
of the line) and its message without the numbers of lines: what moves, or is reflowed, keeps it; what says something
else does not.
"""

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from os.path import relpath
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from reconcile.lint.edits import line_edit
from reconcile.model import ClaimFile, Known, Level, Place, Problem

if TYPE_CHECKING:
    from reconcile.lint.rule import Checked

_LINE: Final = re.compile(r"\bline \d+")


class Fingerprints:
    """Gives each problem of one check its fingerprint."""

    def __init__(self, checked: "Checked") -> None:
        self._checked = checked
        self._files = {
            file.path: (file, [record.places[""].line for record in file.records]) for file in checked.desk.claim_files
        }
        self._drafts = {draft.path: draft.text for draft in checked.drafts}
        self._lines: dict[str, list[str]] = {}

    def given(self, problem: Problem) -> Problem:
        """A problem with its fingerprint."""
        told = _LINE.sub("line", problem.message)
        parts = (problem.code, self.path(problem.where.path), self._about(problem.where), told)
        data = "\x1f".join(parts).encode("utf-8", "surrogatepass")
        return replace(problem, fingerprint=hashlib.sha256(data).hexdigest()[:16])

    def path(self, path: str) -> str:
        """A file from the desk's folder, the same from wherever a draft was named."""
        return PurePath(relpath(path, self._checked.desk.root)).as_posix() if self.is_draft(path) else path

    def is_draft(self, path: str) -> bool:
        """Whether a place's path is that of a draft."""
        return path in self._drafts

    def known(self, problem: Problem) -> Known:
        """A problem as an entry of a baseline."""
        path = problem.where.path
        fields = (problem.code, self.path(path), problem.message, problem.fingerprint)
        return Known(*fields, self.is_draft(path), Place(""))

    def concerned(self, entry: Known) -> bool:
        """Whether this check would have found the problem of an entry."""
        if not self._drafts:
            return not entry.draft
        return entry.draft and entry.path in {self.path(path) for path in self._drafts}

    def _about(self, place: Place) -> str:
        """The claim and the field at a place of a claim file, else the words of its line."""
        if not place.line:
            return ""
        if place.path in self._files and (told := _field(*self._files[place.path], place)):
            return told
        if place.path not in self._lines:
            text = self._drafts[place.path] if self.is_draft(place.path) else self._checked.text(place.path)
            self._lines[place.path] = text.split("\n")
        lines = self._lines[place.path]
        return " ".join(lines[place.line - 1].split()) if place.line <= len(lines) else ""


def _field(file: ClaimFile, starts: Sequence[int], place: Place) -> str:
    owner = bisect_right(starts, place.line) - 1
    if owner < 0:
        return ""
    record = file.records[owner]
    key = next((key for key, at in record.places.items() if key and at == place), "quote")
    return f"{record.id} {' '.join(record.fields.get(key, '').split())}"


def sifted(
    problems: Iterable[Problem], entries: Sequence[Known], prints: Fingerprints
) -> tuple[list[Problem], list[Problem], list[Known]]:
    """The problems that no entry of a baseline knows, those that one knows, and the entries whose problem is gone."""
    left = Counter(entry.fingerprint for entry in entries)
    new: list[Problem] = []
    known: list[Problem] = []
    for problem in problems:
        met = left[problem.fingerprint] > 0
        left[problem.fingerprint] -= met
        (known if met else new).append(problem)
    gone = []
    for entry in reversed(entries):
        if left[entry.fingerprint] > 0 and prints.concerned(entry):
            left[entry.fingerprint] -= 1
            gone.append(entry)
    return new, known, gone[::-1]


def u905(checked: "Checked") -> Iterator[Problem]:
    """What: an entry of the baseline stands for a problem that is gone.

    Why: the baseline is there to become empty; an entry left behind would let the problem come back unseen.
    Bad: a quote that was mended, and the line in `claims/baseline.jsonl` that let it pass
    Good: the baseline without that line
    Fix: `reconcile lint --write-baseline` takes out what is gone, and puts nothing in.
    """
    for entry in checked.gone:
        message = f"the problem is gone: {entry.code} in {entry.path}, {entry.message}"
        edits = line_edit(checked.text(entry.place.path), entry.place.line)
        yield Problem("U905", Level.WARNING, entry.place, message, "reconcile lint --write-baseline", edits=edits)
