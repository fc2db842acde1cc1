"""What mends a problem without anybody's judgement: edits of a file's text, and how they are made at once.

Mechanical is what leaves every claim saying what it says: where its quote stands now, the hash of a source that says
nothing new, quotation marks, the order of a file, and lines that stand for nothing any more. A figure, a date, a word
of a quote or a verdict never is.
"""

import re
from collections.abc import Iterable, Mapping

from reconcile.model import Edit, Place, Problem


def offset(text: str, place: Place) -> int:
    """Where in a file's text a place is."""
    at = 0
    for _ in range(place.line - 1):
        at = text.find("\n", at) + 1
        if not at:
            return len(text)
    return min(at + max(0, place.column - 1), len(text))


def place_at(path: str, text: str, at: int) -> Place:
    """The place of an offset into a file's text."""
    return Place(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def value_edit(text: str, key: Place, old: str, new: str) -> tuple[Edit, ...]:
    """The value at a key's place, replaced; nothing where it is not written there on one line as it was read."""
    found = re.compile(rf"[\"']?\w+[\"']?[ \t]*:[ \t]+([\"']?){re.escape(old)}(?=\1)").match(text, offset(text, key))
    if found is None or not old:
        return ()
    return (Edit(found.end() - len(old), found.end(), new),)


def line_edit(text: str, number: int) -> tuple[Edit, ...]:
    """A line, from 1, taken out."""
    start = offset(text, Place("", number, 1))
    end = text.find("\n", start) + 1 or len(text)
    return (Edit(start, end, ""),)


def applied(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits made; of two that overlap the shorter one, the other has to be found again."""
    taken: list[Edit] = []
    for edit in sorted(set(edits), key=lambda edit: (edit.end - edit.start, edit)):
        if all(edit.end <= other.start or other.end <= edit.start for other in taken):
            taken.append(edit)
    for edit in sorted(taken, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def edits_of(problems: Iterable[Problem]) -> Mapping[str, list[Edit]]:
    """What mends problems, by file."""
    found: dict[str, list[Edit]] = {}
    for problem in problems:
        if problem.edits:
            found.setdefault(problem.where.path, []).extend(problem.edits)
    return found
