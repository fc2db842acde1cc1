"""What the places of problems lie in: the desk's files, and drafts as the user typed their paths."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from reconcile.model import Level, Place, Problem

_LEVELS: Final = list(Level)


def advised(problem: Problem) -> str:
    """What is wrong and what to do, in a line, for formats that have one place for both."""
    return f"{problem.message.rstrip('.')}. Fix: {problem.hint}" if problem.hint else problem.message


@dataclass(frozen=True, slots=True)
class Texts:
    """What the places of problems lie in.

    Attributes:
        root: the desk's folder, from which paths of its files are written.
        drafts: path as the user typed it to the decoded text.
        instead: path from the root to what was read in place of the file.
        encodings: path from the root of an article to what its bytes were decoded as; the other files are UTF-8.
        prefix: what stands before the paths of the desk's files.
        quiet: the problems that suppressions cover, for the formats that tell of them.
        fail_on: the lowest level that fails.
    """

    root: str
    drafts: Mapping[str, str] = field(default_factory=dict)
    instead: Mapping[str, bytes] = field(default_factory=dict)
    encodings: Mapping[str, str] = field(default_factory=dict)
    prefix: str = ""
    quiet: tuple[Problem, ...] = ()
    fail_on: str = Level.ERROR

    def fails(self, problem: Problem) -> bool:
        """Whether a problem is at or above the level that fails."""
        return _LEVELS.index(problem.level) <= _LEVELS.index(Level(self.fail_on))

    def told(self, problem: Problem) -> Problem:
        """A problem with paths that lead there from where the user is."""
        related = self._shown(problem.related) if problem.related else None
        return replace(problem, where=self._shown(problem.where), related=related)

    def _shown(self, place: Place) -> Place:
        return place if place.path in self.drafts else replace(place, path=self.prefix + place.path)

    def lines(self, path: str) -> list[str]:
        """The lines of a file; none where it cannot be read: they are a help for the eye, the place is told anyway."""
        if path in self.drafts:
            return _lines(self.drafts[path])
        name = path.removeprefix(self.prefix)
        try:
            data = self.instead[name] if name in self.instead else (Path(self.root) / name).read_bytes()
        except OSError:
            return []
        return _lines(data.decode(self.encodings.get(name, "utf-8-sig"), "replace"))


def _lines(text: str) -> list[str]:
    return [line.removesuffix("\r") for line in text.split("\n")]
