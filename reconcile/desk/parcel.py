"""A whole desk as one JSON object, and back: every file of it, byte for byte, each with its hash.

What comes in: a desk's folder. What goes out: `{"desk": 1, "files": [{"path", "sha256", "text" | "base64"}, …]}`, by
path. Nothing is left out that the desk reads, a reviewer's name or a comment in a claim file least of all.
"""

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from reconcile.desk.config import NAME, PROJECT, load_settings, settings_file
from reconcile.desk.files import inside, whole, write_file
from reconcile.desk.verdict_log import FOLDER, read_logs, written
from reconcile.errors import DeskError, UsageError
from reconcile.model import Verdict
from reconcile.model.nameless import called, hiding, nameless

VERSION: Final = 1
_GLOBS: Final = (
    NAME,
    "claims/*.yaml",
    "claims/baseline*.jsonl",
    "claims/verdicts/*.jsonl",
    "schemas/*.json",
    "sources/*",
)
_PATH: Final = re.compile(
    r"(?:sources/[^/]+|claims/[^/]+\.yaml|claims/baseline(?:-drafts)?\.jsonl|claims/verdicts/[^/]+\.jsonl"
    r"|schemas/[^/]+\.json|reconcile\.yaml|pyproject\.toml)"
)


def pack(root: Path) -> dict[str, Any]:
    """A desk as one JSON object.

    Raises:
        DeskError: where a file cannot be read, or leads out of the desk.
    """
    return {"desk": VERSION, "files": [_packed(root, path) for path in sorted(set(_files(root)))]}


def pack_nameless(root: Path) -> tuple[dict[str, Any], list[str]]:
    """A desk as one JSON object with "reviewer 1" for a reviewer's name, in the logs and in the settings.

    Returns:
        The object, and the files in which such a name still stands: articles and claims are what people wrote, and a
        changed word in them is another claim.

    Raises:
        DeskError: as `pack`, and where a log has a line that cannot be read: a name may stand in it.
    """
    logged, problems = read_logs(root)
    if problems:
        raise DeskError(problems[0].message, where=str(problems[0].where), hint="mend it first: a name may stand in it")
    given = [line.verdict for line in logged]
    settings = load_settings(root)
    names = called(given, [name for name in (settings.reviewer, *settings.reviewers) if name])
    hidden, files, left = hiding(names), [], []
    for entry in pack(root)["files"]:
        if entry["path"] in (NAME, PROJECT):
            files.append(_entry(entry["path"], hidden(entry["text"])))
        elif not entry["path"].startswith(f"{FOLDER}/"):
            files.append(entry)
            left += [entry["path"]] if hidden(entry.get("text", "")) != entry.get("text", "") else []
    by: dict[str, list[Verdict]] = {}
    for verdict in nameless(given, names):
        by.setdefault(verdict.by, []).append(verdict)
    files += [_entry(f"{FOLDER}/{name}.jsonl", written(verdicts)) for name, verdicts in by.items()]
    return {"desk": VERSION, "files": sorted(files, key=lambda entry: entry["path"])}, left


def _entry(path: str, text: str) -> dict[str, str]:
    return {"path": path, "sha256": hashlib.sha256(text.encode("utf-8")).hexdigest(), "text": text}


def _files(root: Path) -> Iterator[Path]:
    found = [path for pattern in _GLOBS for path in root.glob(pattern)]
    yield from (path for path in found if path.is_file() and not path.name.startswith("."))
    if settings_file(root) == PROJECT:
        yield root / PROJECT


def _packed(root: Path, path: Path) -> dict[str, str]:
    shown = path.relative_to(root).as_posix()
    if not inside(root, path):
        raise DeskError("leads out of the desk", where=shown, hint="copy the file into the desk")
    data = whole(path)
    about = {"path": shown, "sha256": hashlib.sha256(data).hexdigest()}
    try:
        return {**about, "text": data.decode("utf-8")}
    except UnicodeDecodeError:  # a PDF, a DOCX, an older page
        return {**about, "base64": base64.b64encode(data).decode("ascii")}


def unpack(parcel: Any, target: Path, *, dry: bool = False) -> int:
    """Lay a packed desk into a folder that holds nothing yet; everything is checked before anything is written.

    Args:
        dry: check only, write nothing.

    Returns:
        How many files it has.

    Raises:
        UsageError: where the folder holds something.
        DeskError: where the parcel is none, is of a newer version, was changed on its way, or names a place that no
            file of a desk has.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UsageError(f"{target} is there already", hint="name a folder that does not exist yet")
    if not isinstance(parcel, dict) or not isinstance(parcel.get("files"), list):
        raise DeskError("holds no desk", hint="`reconcile export desk` writes one")
    if parcel.get("desk") != VERSION:
        hint = "pip install --upgrade reconcile"
        raise DeskError(f"holds a desk of another version ({parcel.get('desk')!r}; this reads {VERSION})", hint=hint)
    files = dict(_checked(number, entry) for number, entry in enumerate(parcel["files"]))
    if len(files) != len(parcel["files"]):
        raise DeskError("names a file twice", hint="export the desk again")
    if dry:
        return len(files)
    for path, data in files.items():
        write_file(target / path, data)
    for folder in ("sources", "claims"):
        (target / folder).mkdir(parents=True, exist_ok=True)
    return len(files)


def _checked(number: int, entry: Any) -> tuple[str, bytes]:
    """A file's path and bytes, as they were packed."""
    where = f"files[{number}]"
    if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
        raise DeskError("is no file", where=where, hint="export the desk again")
    path = entry.get("path", "")
    if not _PATH.fullmatch(path) or "\0" in path or "\\" in path or "/." in path:
        raise DeskError(f"{path!r} is no place in a desk", where=where, hint="nothing was written")
    try:
        data = base64.b64decode(entry["base64"], validate=True) if "base64" in entry else entry["text"].encode("utf-8")
    except (KeyError, ValueError) as error:
        raise DeskError("holds neither text nor base64", where=where, hint="export the desk again") from error
    if hashlib.sha256(data).hexdigest() != entry.get("sha256"):
        raise DeskError(f"{path} was changed since it was packed", where=where, hint="nothing was written")
    return path, data
