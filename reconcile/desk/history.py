"""A desk as it was at another revision of its repository."""

import subprocess
from pathlib import Path
from typing import Final

from reconcile.desk.config import NAME
from reconcile.desk.load import dossier, load
from reconcile.errors import UsageError
from reconcile.model import Dossier
from reconcile.model.work import Means

_PARTS: Final = ("sources", "claims", NAME, "pyproject.toml")
_FILES: Final = ("100644", "100755")  # git's modes of plain files; links lead nowhere in a copy


def dossier_at(root: Path, revision: str, means: Means | None = None) -> Dossier:
    """What the pipeline makes of a desk as it lay at a revision; nothing of the working tree is touched.

    Raises:
        UsageError: where there is no git, no repository, no such revision, or no desk in it.
    """
    asked = f"{revision}^{{commit}}"
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", asked).decode().strip()
    if not commit:
        raise UsageError(f"git knows no revision {revision!r} here", hint="`git log --oneline` lists them")
    listed = _git(root, "ls-tree", "-r", "-z", commit, "--", *_PARTS)
    entries = [entry.partition(b"\t") for entry in listed.split(b"\0") if entry]
    if not any(name.startswith((b"sources/", b"claims/")) for _, _, name in entries):
        raise UsageError(f"there was no desk here at {revision!r}", hint="name a revision that holds sources/")
    import tempfile  # noqa: PLC0415 - a desk as it was is seldom asked for

    with tempfile.TemporaryDirectory(prefix="reconcile-") as folder:
        for (mode, _, number), name in ((about.decode().split(), name) for about, _, name in entries):
            if mode in _FILES:
                path = Path(folder) / name.decode("utf-8", "surrogateescape")
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(_git(root, "cat-file", "blob", number))
        return dossier(load(Path(folder), means=means), means)


def _git(root: Path, *words: str) -> bytes:
    """What git prints; nothing where it fails without a word.

    Raises:
        UsageError: where git is not there, or says why it cannot.
    """
    try:
        run = subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False)  # noqa: S603, S607
    except OSError as error:
        raise UsageError(f"git cannot be run: {error.strerror}", hint="`--since` asks it for the older desk") from error
    if run.returncode and run.stderr:
        told = run.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise UsageError(f"git says: {told}", hint="`--since` needs a desk in a git repository")
    return run.stdout
