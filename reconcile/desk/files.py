"""Writing without ever leaving half a file: atomic replacement, durable appends, and a lock for two at one desk."""

import contextlib
import errno
import fcntl
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from reconcile.errors import ChangedError, DeskError

LOCK: Final = ".reconcile/lock"
_TO_DO: Final = {
    errno.ENOSPC: "; free some room, then do it again",
    errno.EDQUOT: "; free some room, then do it again",
    errno.EACCES: "; take the right to write it, then do it again",
    errno.EROFS: "; make it writable, then do it again",
}


@contextlib.contextmanager
def lock(root: Path) -> Iterator[None]:
    """Hold the desk while something is written; a second writer waits.

    Raises:
        DeskError: where the lock cannot be made.
    """
    path = root / LOCK
    try:
        path.parent.mkdir(exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)  # whoever may write the desk may lock it
        own = path.parent / ".gitignore"  # the folder is this machine's business, not the repository's
        if not own.exists():
            own.write_text("*\n", encoding="utf-8")
    except OSError as error:
        raise _refused(path, error) from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
        except OSError as error:  # a file system that knows no locks
            raise _refused(path, error) from error
        yield
    finally:
        os.close(handle)  # which lets go of the lock


def write_file(path: Path, content: str | bytes | Iterable[bytes], *, expected: str | None = None) -> None:
    """Replace a file as a whole: a reader sees the old or the new one, never half.

    A new file gets the rights that the user's mask leaves; one that is replaced keeps its own.

    Args:
        content: the whole, or its pieces in order.
        expected: what the file held when it was read ("" where there was none); None to write whatever is there.

    Raises:
        ChangedError: where the file holds something else than `expected`; nothing is written.
        DeskError: where it cannot be written (a full disk, no permission); the old file stays.
    """
    if expected is not None:
        refuse_changed(path, expected)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refused(path, error) from error
    made = path.with_name(f".{path.name}.{os.urandom(8).hex()}")  # named first: whenever it is broken off, it is found
    try:
        rights = path.stat().st_mode & 0o777 if path.exists() else None
        with open(made, "xb", opener=None if rights is None else _private) as file:
            whole = content.encode("utf-8", "replace") if isinstance(content, str) else content
            file.writelines([whole] if isinstance(whole, bytes) else whole)
            file.flush()
            os.fsync(file.fileno())
        if rights is not None:
            made.chmod(rights)
        made.replace(path)
        _sync_folder(path.parent)
    except BaseException as error:  # also where making a piece fails: no half file, no stray one
        with contextlib.suppress(OSError):
            made.unlink()
        if isinstance(error, OSError):
            raise _refused(path, error) from error
        raise


def replace_files(root: Path, changes: Mapping[Path, tuple[str, str]]) -> None:
    """Replace several files of a desk, all of them or none that somebody else changed meanwhile.

    Args:
        changes: by file what it held when it was read, and what it is to hold.

    Raises:
        ChangedError: where one holds something else by now; nothing is written.
        DeskError: where one cannot be written.
    """
    with lock(root):
        for path, (before, _) in changes.items():
            refuse_changed(path, before)
        for path, (before, after) in changes.items():
            write_file(path, after, expected=before)


def refuse_changed(path: Path, expected: str) -> None:
    """Stop where a file holds something else than when it was read ("" where there was none).

    Raises:
        ChangedError: where it does.
    """
    if read_if_there(path) != expected:
        raise ChangedError("was changed by somebody else since it was read; nothing was written", where=str(path))


def append(path: Path, text: str) -> None:
    """Append lines, all or none, on disk when this returns; what UTF-8 cannot hold becomes a JSON escape.

    A kill may cut a write short. So the first byte, a NUL until then, is written last: `saved` takes what a NUL begins
    for not written, and the next append puts it away. A last line without its end is ended first, so that it cannot
    swallow ours. To be called under `lock`.

    Raises:
        DeskError: where it cannot be written; then nothing was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = not path.exists()
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise _refused(path, error) from error
    try:
        before = saved(os.pread(handle, os.fstat(handle).st_size, 0))
        size, torn = len(before), not before.endswith(b"\n") and before != b""
        data = ("\n" if torn else "").encode() + text.encode("utf-8", "backslashreplace")
        try:
            os.ftruncate(handle, size)
            if os.pwrite(handle, data[1:], size + 1) != len(data) - 1 or os.pwrite(handle, data[:1], size) != 1:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))  # noqa: TRY301 - as if none had been taken
            os.fsync(handle)
        except OSError:  # a full disk takes a part: give it back
            os.ftruncate(handle, size)
            raise
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        os.close(handle)
    if new:
        _sync_folder(path.parent)


def saved(data: bytes) -> bytes:
    """What of a log was written to the end, see `append`; all where a NUL stands elsewhere, or several: that is damage.

    It stands for the first byte of a line, or for the end of a line that had none, behind which a line begins.
    """
    before, _, behind = data.partition(b"\0")
    begins = before.endswith(b"\n") or not before or not behind or behind.startswith(b"{")
    return before if begins and b"\0" not in behind else data


def read_if_there(path: Path) -> str:
    """What a file holds, "" where there is none.

    Raises:
        DeskError: where it is there and cannot be read as UTF-8.
    """
    if not path.exists():
        return ""
    try:
        return whole(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise DeskError("is not UTF-8", where=str(path), hint="save the file as UTF-8") from error


def whole(path: Path) -> bytes:
    """What a file holds.

    Raises:
        DeskError: where it cannot be read, or is a folder, a pipe or a device, which might never end.
    """
    if not path.is_file():
        raise DeskError("is not a file", where=str(path))
    try:
        return path.read_bytes()
    except OSError as error:
        raise DeskError(f"cannot be read: {error.strerror}", where=str(path)) from error


def listed(folder: Path, pattern: str) -> list[Path]:
    """The files of a folder, in order; none where there is no folder.

    Raises:
        DeskError: where it may not be looked into; what it holds would else be missing without a word.
    """
    if folder.is_dir() and not os.access(folder, os.R_OK | os.X_OK):
        hint = "take the right to read and enter it (`chmod u+rx`)"
        raise DeskError("cannot be looked into: permission denied", where=str(folder), hint=hint)
    return sorted(folder.glob(pattern))


def inside(root: Path, path: Path) -> bool:
    """Whether a path stays in the desk: a link may not lead out of it, nor round in a circle."""
    real = Path(os.path.realpath(path))  # which, unlike `Path.resolve`, does not raise at a circle
    return not real.is_symlink() and real.is_relative_to(os.path.realpath(root))


def _private(path: str, flags: int) -> int:
    """Open for the user alone: what a private file holds is nobody else's to read while it is being replaced."""
    return os.open(path, flags, 0o600)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _refused(path: Path, error: OSError) -> DeskError:
    hint = f"nothing was changed{_TO_DO.get(error.errno or 0, '')}"
    return DeskError(f"cannot be written: {error.strerror}", where=str(path), hint=hint)
