"""A desk from disk, and its dossier."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from reconcile.desk import baseline, claim_files, sources_dir, topics_file
from reconcile.desk.config import NAME, PROJECT, load_settings
from reconcile.desk.files import inside, listed
from reconcile.desk.schemas import FOLDER
from reconcile.desk.verdict_log import read_logs
from reconcile.errors import DeskError
from reconcile.model import ClaimFile, Desk, Dossier, Level, Place, Problem
from reconcile.model.work import Means, Plainly
from reconcile.pipeline import reconcile

_FOLDERS: Final = (("sources",), ("claims",), (FOLDER,))
_SETTINGS: Final = (NAME, PROJECT)


def find(start: Path) -> Path | None:
    """The desk that a folder is in: the nearest with sources/ and claims/, or a reconcile.yaml; None where none is."""
    for folder in (start, *start.absolute().parents):
        if ((folder / "sources").is_dir() and (folder / "claims").is_dir()) or (folder / NAME).is_file():
            return folder
    return None


def own(root: Path, path: Path) -> str:
    """The path from a desk's folder of a file of the desk itself; "" for any other file."""
    home, there = Path(os.path.realpath(root)), Path(os.path.realpath(path))  # these do not raise at a circle of links
    if not there.is_relative_to(home):
        return ""
    related = there.relative_to(home)
    return related.as_posix() if related.parts[:1] in _FOLDERS or related.as_posix() in _SETTINGS else ""


def load(root: Path, instead: Mapping[str, bytes] | None = None, means: Means | None = None) -> Desk:
    """Everything a desk holds; what is wrong in its files is in `problems`.

    Args:
        instead: path from the root to what is read in place of a claim file, `claims/topics.yaml`, a baseline, an
            article or its sidecar that lies there.
        means: how the articles are read; here and now where none is given.

    Raises:
        DeskError: where the settings cannot be used, a folder may not be looked into, or the desk's own is not there.
    """
    if not root.is_dir():  # moved away while it was reviewed: an empty desk would look finished
        raise DeskError("is not there", where=str(root))
    instead = instead or {}
    settings = load_settings(root)
    sources, files, wrong = sources_dir.read_sources(root, instead, means or Plainly())
    by_slug = {source.slug: source for source in sources}
    unread = _names(wrong) - by_slug.keys() if wrong else set[str]()
    problems: list[Problem] = list(wrong)
    claims: list[ClaimFile] = []
    for path in listed(root / claim_files.FOLDER, "*.yaml"):
        shown = f"{claim_files.FOLDER}/{path.name}"
        if shown == topics_file.NAME:
            continue
        if not inside(root, path):
            problems.append(Problem("S101", Level.ERROR, Place(shown), "leads out of the desk"))
            continue
        found, told = claim_files.read_claim_file(path, shown, by_slug, instead.get(shown))
        problems += (problem for problem in told if problem.code != "S107" or not found or found.source not in unread)
        claims += [found] if found else []
        unread |= set() if found else {path.stem}
    claims, twice = _one_a_source(claims)
    pins, told = topics_file.read_pins(root, claims, unread, instead)
    log, torn = read_logs(root)
    known = [
        baseline.read_baseline(root / name, name, root, instead.get(name)) for name in (baseline.NAME, baseline.DRAFTS)
    ]
    return Desk(
        root=str(root),
        settings=settings,
        sources=sources,
        source_files=files,
        claim_files=tuple(claims),
        pins=pins,
        log=log,
        problems=(*problems, *twice, *told, *torn, *(problem for _, strange in known for problem in strange)),
        baseline=tuple(entry for accepted, _ in known for entry in accepted),
        instead=instead,
        unread=frozenset(unread),
    )


def _names(wrong: Iterable[Problem]) -> set[str]:
    """The short names of the articles that cannot be read."""
    from reconcile.read import slug_of  # noqa: PLC0415 - a desk that is remembered needs no reader

    return {slug_of(Path(problem.where.path).stem) for problem in wrong}


def _one_a_source(files: list[ClaimFile]) -> tuple[list[ClaimFile], list[Problem]]:
    """One file a source, the one with its name first; a copy would silently take the place of the other."""
    kept: dict[str, ClaimFile] = {}
    problems = []
    for file in sorted(files, key=lambda file: (Path(file.path).stem != file.source, file.path)):
        if file.source in kept:
            message = f"holds the claims of {file.source!r}, which stand in {kept[file.source].path} already"
            hint = "put what it adds into the other file, or correct its `source:`"
            problems.append(Problem("S106", Level.ERROR, Place(file.path), message, hint))
        kept.setdefault(file.source, file)
    return [file for file in files if kept[file.source] is file], problems


def dossier(desk: Desk, means: Means | None = None) -> Dossier:
    """What the pipeline makes of a desk."""
    return reconcile(
        desk.sources,
        settings=desk.settings,
        pins=desk.pins,
        records={file.source: file.records for file in desk.claim_files},
        verdicts=[logged.verdict for logged in desk.log],
        means=means,
    )
