"""What the language server answers, one function a message; FEATURES says which.

A request that goes wrong is answered with an error by pygls, and the server goes on.
"""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from lsprotocol import types

from reconcile.lsp.server import Server, path_of
from reconcile.lsp.sight import Sight
from reconcile.model.work import Means

Touched = types.DidOpenTextDocumentParams | types.DidChangeTextDocumentParams | types.DidCloseTextDocumentParams


async def touched(ls: Server, params: Touched) -> None:
    """A file was opened, changed or closed: check its desk."""
    path = path_of(params.text_document.uri)
    if path is not None:
        await ls.tell(path)


async def saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    """A file was saved: what lies on disk is new."""
    ls.forget()
    path = path_of(params.text_document.uri)
    if path is not None:
        await ls.tell(path)


async def watched(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
    """Files changed on disk, by git or by another program."""
    ls.forget()
    for path in {path for change in params.changes if (path := path_of(change.uri)) is not None}:
        await ls.tell(path)


def hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    """The source's passage behind a place, its topic and what was decided of it."""
    path, sight = _asked(ls, params.text_document.uri)
    if path is None or sight is None:
        return None
    text = sight.passage(path, *ls.here(path, params.position))
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text)) if text else None


def definition(ls: Server, params: types.DefinitionParams) -> types.Location | None:
    """Where the quote stands in its source; for a link or a verdict, the claim."""
    path, sight = _asked(ls, params.text_document.uri)
    if path is None or sight is None:
        return None
    place = sight.target(path, *ls.here(path, params.position))
    return ls.location(sight.root, place) if place else None


def quick_fixes(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    """What mends or silences the problems in some lines."""
    path, sight = _asked(ls, params.text_document.uri)
    if path is None or sight is None:
        return []
    mends = sight.mends(path, params.range.start.line + 1, params.range.end.line + 1)
    return [ls.action(path, mend) for mend in mends]


def _asked(ls: Server, uri: str) -> tuple[Path | None, Sight | None]:
    path = path_of(uri)
    return path, ls.sight(path) if path else None


FEATURES: Final[Mapping[str, Callable[..., Any]]] = {
    types.TEXT_DOCUMENT_DID_OPEN: touched,
    types.TEXT_DOCUMENT_DID_CHANGE: touched,
    types.TEXT_DOCUMENT_DID_CLOSE: touched,
    types.TEXT_DOCUMENT_DID_SAVE: saved,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: watched,
    types.TEXT_DOCUMENT_HOVER: hover,
    types.TEXT_DOCUMENT_DEFINITION: definition,
    types.TEXT_DOCUMENT_CODE_ACTION: quick_fixes,
}


def make(today: Callable[[], date], means: Means | None = None) -> Server:
    """A server that answers all of FEATURES.

    Args:
        today: the day by which suppressions end.
        means: how desks are read and compared.
    """
    server = Server(today, means)
    for name, answer in FEATURES.items():
        server.feature(name)(answer)
    return server
