"""What the places of problems lie in: the desk's files, and drafts as the user typed their paths."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from reconcile.model import Place, Problem


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


def fingerprint(problem: Problem, texts: Texts) -> str:
    """The same as long as the problem is the same, wherever in its file it stands."""
    return hashlib.sha256(
        f"{problem.code}\x1f{texts.own(problem.where.path)}\x1f{problem.message}".encode()
    ).hexdigest()[:16]
