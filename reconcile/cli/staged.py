"""The desk as git's index holds it: what a commit would make, deletions and partly staged files included.

The files are written out by git itself into a folder that lives as long as the check. git is run where the hook was
run, with the environment the hook got: `git commit FILE` commits from an index of its own.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Final

from reconcile.desk.config import NAME
from reconcile.errors import UsageError

_OURS: Final = ("sources", "claims", NAME, "pyproject.toml")  # what a desk is made of


@contextmanager
def staged(root: Path) -> Iterator[Path | None]:
    """The folder of the desk as it is staged; None where the commit touches nothing of it.

    Where nothing at all is staged no commit is being made (`pre-commit run --all-files`): then it is the desk as the
    repository holds it.

    Raises:
        UsageError: where there is no git, or the desk is in no repository.
    """
    top = Path(os.fsdecode(_git("rev-parse", "--show-toplevel").rstrip(b"\n")))
    own = [os.path.relpath(root / name) for name in _OURS]
    touched = _git("diff", "--cached", "--name-only", "--no-renames", "-z", "--", *own)
    if not touched and _git("diff", "--cached", "--name-only", "-z"):
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="reconcile-") as folder:
        meant = _names("diff", "--name-only", "--diff-filter=A", "-z", "--", *own)  # by `git add -N`, and not committed
        names = _names("ls-files", "-z", "--", *own) - {os.path.relpath(top / name) for name in meant}
        _git("checkout-index", f"--prefix={folder}/", "-z", "--stdin", feed=os.fsencode("\0".join(sorted(names))))
        desk = Path(folder) / root.resolve().relative_to(top.resolve())
        for name in ("sources", "claims"):  # git keeps no empty folder
            (desk / name).mkdir(parents=True, exist_ok=True)
        yield desk


def elsewhere() -> list[str]:
    """The desks that git knows below this folder, as their paths from here; none where there is no git."""
    try:
        names = [PurePosixPath(name) for name in _names("ls-files", "-z")]
    except UsageError:
        return []
    holding = {kind: {name.parent.parent for name in names if name.parent.name == kind} for kind in _OURS[:2]}
    settled = {name.parent for name in names if name.name == NAME}
    return sorted(map(str, holding["sources"] & holding["claims"] | settled))


def _names(*words: str) -> set[str]:
    return {os.fsdecode(name) for name in _git(*words).split(b"\0") if name}


def _git(*words: str, feed: bytes | None = None) -> bytes:
    hint = "leave out --staged to check the files as they are"
    try:  # git as the hook's caller found it, and nothing but our own words
        done = subprocess.run(["git", *words], input=feed, capture_output=True, check=False)  # noqa: S603, S607
    except FileNotFoundError:
        raise UsageError("there is no git here", hint=hint) from None
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip() or f"it returned {done.returncode}"
        raise UsageError(f"git cannot read what is staged: {told.splitlines()[0]}", hint=hint)
    return done.stdout
