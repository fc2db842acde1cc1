"""A file that an editor has not saved: its text comes on stdin, and is checked as if it lay where it is to lie."""

import sys
from collections.abc import Mapping
from pathlib import Path

from reconcile.cli.arguments import the_desk
from reconcile.errors import SourceError, UsageError
from reconcile.model.source import MAX_BYTES

_READ = {  # what is looked at in place of a file on disk, by its folder
    "claims": (".yaml",),
    "sources": (".yaml", ".md", ".txt", ".html", ".htm"),
}


def text() -> bytes:
    """What stdin holds.

    Raises:
        SourceError: where that is more than any article is.
    """
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise SourceError(f"is larger than {MAX_BYTES // 1_000_000} MB", where="stdin", hint="give it one file")
    return data


def home(path: Path, given: Path | None) -> Path:
    """The folder of the desk that a file belongs to: the one it lies in, unless another one is named.

    Raises:
        UsageError: where there is none, or for a folder.
    """
    from reconcile.desk import find

    if path.is_dir():
        raise UsageError(f"{path} is a folder", hint="name the file that the text on stdin is to be")
    return (find(path.absolute().parent) if given is None else None) or the_desk(given)


def instead(root: Path, path: Path, data: bytes) -> Mapping[str, bytes]:
    """The text in the place of the desk's file that it is; nothing where it is a draft.

    Raises:
        UsageError: for a file that the check reads from disk alone.
    """
    from reconcile.desk import own

    name = own(root, path)
    if not name:
        return {}
    folder, _, file = name.partition("/")
    if not path.is_file() or "/" in file or path.suffix.lower() not in _READ.get(folder, ()):
        hint = "name a claim file or an article of the desk, or a draft"
        raise UsageError(f"{path} is read from disk alone: save it first", hint=hint)
    return {name: data}
