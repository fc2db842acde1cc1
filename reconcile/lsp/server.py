"""The language server: which desks are open, what is known of them, and how it is put for an editor.

Problems in files are diagnostics; what keeps a desk from being read at all (its settings) is one too.
"""

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from reconcile import __version__
from reconcile.desk import find
from reconcile.desk.contents import contents
from reconcile.errors import ReconcileError
from reconcile.lint.edits import place_at
from reconcile.lsp.sight import Mend, Sight
from reconcile.model import Edit, Level, Place, Problem
from reconcile.model.work import Means

PAUSE: Final = 0.2  # seconds of quiet after a key press before the desk is checked
_SEVERITY: Final = {
    Level.ERROR: types.DiagnosticSeverity.Error,
    Level.WARNING: types.DiagnosticSeverity.Warning,
    Level.INFO: types.DiagnosticSeverity.Information,
}
_FADED: Final = frozenset({"U902", "U905"})  # what stands for nothing any more


class Server(LanguageServer):
    """The server, and what it knows of the desks whose files are open.

    Args:
        today: the day by which suppressions end.
        means: how desks are read and compared.
    """

    def __init__(self, today: Callable[[], date], means: Means | None = None) -> None:
        super().__init__("reconcile", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self._today, self._means = today, means
        self._turn: dict[Path, int] = {}
        self._sights: dict[Path, Sight] = {}
        self._shown: dict[Path, set[Path]] = {}

    def sight(self, path: Path) -> Sight | None:
        """The desk that a file belongs to, as it is now; None where there is none."""
        root = find(path.parent)
        if root is None:
            return None
        texts = {where: document.source for document in self.workspace.text_documents.values()
                 if (where := path_of(document.uri)) is not None and find(where.parent) == root}  # fmt: skip
        known = self._sights.get(root)
        if known is None or known.texts != texts:
            new = Sight(root, texts, self._today(), self._means, contents(root))
            known = self._sights[root] = new.after(known) if known else new
        return known

    def forget(self) -> None:
        """Read all desks again when they are next asked for: files changed on disk."""
        self._sights.clear()

    async def tell(self, path: Path) -> None:
        """Check the desk of a file once nobody has typed for a moment, and show what was found."""
        root = find(path.parent)
        if root is None:
            return
        turn = self._turn[root] = self._turn.get(root, 0) + 1
        await asyncio.sleep(PAUSE)
        sight = self.sight(path) if self._turn[root] == turn else None
        if sight is None:
            return
        try:
            found = await asyncio.to_thread(lambda: sight.problems)
        except ReconcileError as error:
            place = root / (error.where.split(":")[0] or "reconcile.yaml")
            found = {place: [Problem("S101", Level.ERROR, _broken(error.where), error.what, error.hint)]}
        if self._turn[root] == turn:
            self._publish(root, {path: list(problems) for path, problems in found.items()})

    def _publish(self, root: Path, found: dict[Path, list[Problem]]) -> None:
        for path in sorted(self._shown.get(root, set()) - set(found)):
            found[path] = []
        for path, problems in sorted(found.items()):
            shown = [self._diagnostic(root, path, problem) for problem in problems]
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(_uri(path), shown))
        self._shown[root] = {path for path, problems in found.items() if problems}

    def _diagnostic(self, root: Path, path: Path, problem: Problem) -> types.Diagnostic:
        related = [] if problem.related is None else [
            types.DiagnosticRelatedInformation(self.location(root, problem.related), "the evidence")
        ]  # fmt: skip
        message = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
        return types.Diagnostic(
            self._range(path, problem.where),
            message,
            severity=_SEVERITY[problem.level],
            code=problem.code,
            source="reconcile",
            related_information=related,
            tags=[types.DiagnosticTag.Unnecessary] if problem.code in _FADED else [],
        )

    def location(self, root: Path, place: Place) -> types.Location:
        """A place for the editor."""
        path = root / place.path
        return types.Location(_uri(path), self._range(path, place))

    def lines(self, path: Path) -> list[str]:
        """The lines of a file, as the editor has it or as it lies on disk, in any encoding; none where it has none."""
        for document in self.workspace.text_documents.values():
            if path_of(document.uri) == path:  # an editor may write the URI of "my draft.md" in its own way
                text: str = document.source
                return text.split("\n")
        try:
            return path.read_bytes().decode("utf-8-sig", "replace").split("\n") if path.is_file() else []
        except OSError:
            return []

    def _range(self, path: Path, place: Place) -> types.Range:
        """From a place to the end of its line; the first letter of the file where the whole of it is meant."""
        lines = self.lines(path)
        number = max(0, place.line - 1)
        text = lines[number] if number < len(lines) else ""
        start = min(max(0, place.column - 1), len(text))
        end = len(text.rstrip()) if place.line else min(1, len(text))
        return types.Range(self._position(lines, number, start), self._position(lines, number, max(start, end)))

    def _position(self, lines: list[str], line: int, column: int) -> types.Position:
        return self.workspace.position_codec.position_to_client_units(lines, types.Position(line, column))

    def here(self, path: Path, position: types.Position) -> tuple[int, int]:
        """Line and column, from 1, of an editor's position."""
        at = self.workspace.position_codec.position_from_client_units(self.lines(path), position)
        return at.line + 1, at.character + 1

    def action(self, path: Path, mend: Mend) -> types.CodeAction:
        """A quick fix for the editor."""
        edits = [self._edit(path, edit) for edit in mend.edits]
        return types.CodeAction(
            mend.title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[self._diagnostic(path.parent, path, mend.problem)],
            is_preferred=mend.preferred,
            edit=types.WorkspaceEdit(changes={_uri(path): edits}),
        )

    def _edit(self, path: Path, edit: Edit) -> types.TextEdit:
        lines = self.lines(path)
        text = "\n".join(lines)
        ends = (place_at("", text, at) for at in (edit.start, edit.end))
        start, end = (self._position(lines, place.line - 1, place.column - 1) for place in ends)
        return types.TextEdit(types.Range(start, end), edit.text)


def path_of(uri: str) -> Path | None:
    """The file that an editor means; None for what is no file."""
    name = to_fs_path(uri) if uri.startswith("file:") else None
    return Path(name) if name else None


def _uri(path: Path) -> str:
    return from_fs_path(str(path)) or path.as_uri()


def _broken(where: str) -> Place:
    path, _, rest = where.partition(":")
    line = rest.partition(":")[0]
    return Place(path or "reconcile.yaml", int(line) if line.isdigit() else 0)
