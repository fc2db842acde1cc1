"""All that a desk is made of, as one hash and as stamps: what was found of it holds as long as they stay the same."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Final

from reconcile.desk.claim_files import FOLDER as CLAIMS
from reconcile.desk.config import NAME
from reconcile.desk.sources_dir import FOLDER as SOURCES

_MOST: Final = 64_000_000  # bytes of a file that is hashed each time


def contents(root: Path) -> str | None:
    """A hash of the names and bytes of all files of a desk; None where one is no plain file, or very large."""
    found = hashlib.sha256()
    for path in (root / NAME, root / "pyproject.toml", *_below(root / SOURCES), *_below(root / CLAIMS)):
        try:
            told = path.lstat()
        except FileNotFoundError:
            continue
        if S_ISDIR(told.st_mode):
            found.update(f"{path.relative_to(root)}\0folder\0".encode("utf-8", "surrogateescape"))
            continue
        if not S_ISREG(told.st_mode) or told.st_size > _MOST:
            return None
        try:
            data = path.read_bytes()
        except OSError:
            return None
        found.update(f"{path.relative_to(root)}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        found.update(data)
    return found.hexdigest()


def stamps(root: Path) -> dict[str, tuple[int, int, int]]:
    """What tells that a file of a desk was changed, by its path: inode, size, time of the last change."""
    found: dict[str, tuple[int, int, int]] = {}
    for name in (NAME, "pyproject.toml"):
        with suppress(OSError):
            found[name] = stamp((root / name).lstat())
    folders = [SOURCES, CLAIMS]
    while folders:
        folder = folders.pop()
        with suppress(OSError), os.scandir(root / folder) as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    folders.append(path)
                elif not entry.name.startswith("."):  # a file being written has such a name until it is whole
                    found[path] = stamp(entry.stat(follow_symlinks=False))
    return found


def stamp(told: os.stat_result) -> tuple[int, int, int]:
    """What tells that a file was changed."""
    return told.st_ino, told.st_size, told.st_mtime_ns


def _below(folder: Path) -> list[Path]:
    """Every file and folder below one, and the folder itself, in order; a link is not followed."""
    found = [folder]
    for inner, folders, names in os.walk(folder):
        found += [Path(inner, name) for name in (*folders, *names)]
    return sorted(found)
