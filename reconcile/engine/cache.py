"""What earlier runs came to, on disk: one file a result, found by a hash of all that it depends on.

The folder is the user's own, never the desk: an article may be confidential, so nobody else may read it. A file that is
broken, or of another program, is as good as none. Whatever goes wrong with the disk, the work is done all the same.
"""

import hashlib
import os
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

LIMIT: Final = 500_000_000  # bytes; above it the files longest unused go, down to four fifths
_MUCH: Final = 16_000_000  # bytes written in one run after which the size is looked at, else once a day
_DAY: Final = 86_400
_MAGIC: Final = b"reconcile cache 1 "
_TAG: Final = "CACHEDIR.TAG"  # tells programs that make backups that these files can be made again
_TAGGED: Final = "Signature: 8a477f597d28d172789f06886806bc55\n# What reconcile worked out; it can be deleted.\n"


class Cache:
    """Results by their keys.

    Args:
        folder: where they lie; it is made when the first is kept.
        limit: bytes that the folder may hold.
    """

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self._folder, self._limit = folder, limit
        self._written = 0
        self._refused = False

    @staticmethod
    def of_user() -> "Cache | None":
        """The user's own cache; None where the system names no folder for it."""
        given = os.environ.get("XDG_CACHE_HOME", "")
        try:
            base = Path(given) if given.startswith("/") else Path.home() / ".cache"
        except RuntimeError:  # a user without a home
            return None
        return Cache(base / "reconcile")

    def __contains__(self, key: str) -> bool:
        """Whether there is a file for a key; it may turn out to be broken."""
        return self._path(key).exists()

    def get(self, key: str) -> bytes | None:
        """What was kept under a key, packed; None where nothing was, or the file is broken."""
        path = self._path(key)
        try:
            data = path.read_bytes()
            if time.time() - path.stat().st_mtime > _DAY:
                os.utime(path)
        except OSError:
            return None
        head, _, packed = data.partition(b"\n")
        return packed if head == _MAGIC + _check(packed) else None

    def put(self, key: str, packed: bytes) -> None:
        """Keep a result; where the disk refuses it, nothing is kept in this run any more."""
        if self._refused:
            return
        path = self._path(key)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.parent.mkdir(mode=0o700, exist_ok=True)
            made = path.with_name(f".{os.urandom(16).hex()}")  # named first: whenever it is broken off, it is found
            try:
                with open(made, "xb", opener=_private) as file:
                    file.write(_MAGIC + _check(packed) + b"\n" + packed)
                made.replace(path)
            except BaseException:
                with suppress(OSError):
                    made.unlink()
                raise
        except OSError:
            self._refused = True
        self._written += len(packed)

    def tidy(self) -> None:
        """Keep the folder within its limit; asked at the end of a run, it looks only after much or at times."""
        if not self._written or self._refused:
            return
        tag = self._folder / _TAG
        with suppress(OSError):
            if self._written > _MUCH or not tag.exists() or time.time() - tag.stat().st_mtime > _DAY:
                tag.write_text(_TAGGED, encoding="utf-8")
                self._shrink()

    def _shrink(self) -> None:
        found = sorted(self._files())
        held = sum(size for _, size, _ in found)
        if held <= self._limit:
            return
        for _, size, path in found:
            if held <= self._limit * 4 // 5:
                break
            with suppress(OSError):
                path.unlink()
                held -= size

    def _files(self) -> Iterator[tuple[float, int, Path]]:
        """When each was last used, its size and its place."""
        for folder in self._folder.iterdir():
            for path in folder.iterdir() if folder.is_dir() else ():
                with suppress(OSError):
                    told = path.stat()
                    yield told.st_mtime, told.st_size, path

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]


def pack(data: bytes) -> bytes:
    """A result as it is kept and sent from process to process."""
    return zlib.compress(data, 1)


def unpack(packed: bytes) -> bytes:
    """The result.

    Raises:
        zlib.error: where it is none.
    """
    return zlib.decompress(packed)


def _private(path: str, flags: int) -> int:
    """Open for the user alone."""
    return os.open(path, flags, 0o600)


def _check(packed: bytes) -> bytes:
    return hashlib.sha256(packed).hexdigest()[:32].encode()
