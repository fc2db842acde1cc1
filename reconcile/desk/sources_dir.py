"""The articles of a desk: `sources/<slug>.<ending>`, with `<slug>.yaml` beside those without a header."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from reconcile.desk.claim_text import scalar
from reconcile.desk.documents import read_document
from reconcile.desk.files import inside, listed, lock, whole, write_file
from reconcile.desk.schemas import modeline
from reconcile.errors import DeskError, ReconcileError, SourceError, UsageError
from reconcile.model import Level, Place, Problem, Source
from reconcile.model.source import MAX_BYTES
from reconcile.model.work import Means
from reconcile.pipeline import File, opened

FOLDER: Final = "sources"
_WHERE: Final = re.compile(r"(.+?):(\d+)(?::(\d+))?")


def read_sources(
    root: Path, instead: Mapping[str, bytes], means: Means
) -> tuple[tuple[Source, ...], dict[str, str], tuple[Problem, ...]]:
    """The articles by slug, the file of each, and what could not be read (S109).

    Args:
        instead: path from the root to what is read in its place.
        means: how they are read.
    """
    files: dict[str, File] = {}
    wrong: dict[str, Problem] = {}
    for path in listed(root / FOLDER, "*"):
        shown = f"{FOLDER}/{path.name}"
        if path.name.startswith(".") or path.suffix == ".yaml":
            continue
        try:
            data = instead[shown] if shown in instead else _bytes(root, path, shown)
            files[shown] = File(data, path.name, sidecar(path, shown, instead))
        except ReconcileError as error:
            wrong[shown] = _unreadable(error, shown)
    found: dict[str, tuple[Source, str]] = {}
    for shown, source in zip(files, opened(list(files.values()), means), strict=True):
        if isinstance(source, SourceError):
            wrong[shown] = _unreadable(source, shown)
        elif source.slug in found:
            message = f"has the same short name as {found[source.slug][1]}: {source.slug!r}"
            hint = "rename one, or give it a `slug:`"
            wrong[shown] = Problem("S109", Level.ERROR, Place(shown), message, hint)
        else:
            found[source.slug] = (source, shown)
    sources = tuple(source for source, _ in found.values())
    problems = tuple(wrong[shown] for shown in sorted(wrong))
    return sources, {slug: shown for slug, (_, shown) in found.items()}, problems


def _unreadable(error: ReconcileError, shown: str) -> Problem:
    return Problem("S109", Level.ERROR, _place(error.where, shown), error.what, error.hint)


def _place(where: str, shown: str) -> Place:
    """The place that an error names ("monday.md:3:1", of the article or of the file beside it)."""
    match = _WHERE.fullmatch(where)
    if match is None:
        return Place(shown)
    path = f"{FOLDER}/{Path(match[1]).name}"
    return Place(path if path == str(Path(shown).with_suffix(".yaml")) else shown, int(match[2]), int(match[3] or 0))


def _bytes(root: Path, path: Path, shown: str) -> bytes:
    """What an article's file holds, if it is a file inside the desk and of a sane size.

    Raises:
        SourceError: where it is not.
    """
    if not inside(root, path):
        raise SourceError("leads out of the desk", where=shown, hint="copy the article into sources/")
    if not path.is_file():
        raise SourceError("is not a file", where=shown)
    if path.stat().st_size > MAX_BYTES:
        raise SourceError(f"is larger than {MAX_BYTES // 1_000_000} MB", where=shown)
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror}", where=shown) from error


def sidecar(path: Path, shown: str, instead: Mapping[str, bytes] | None = None) -> Mapping[str, str] | None:
    """What `<slug>.yaml` beside an article says of it; None where there is none.

    Args:
        path: the article.
        shown: what it is called in messages.
        instead: as for `read_sources`.

    Raises:
        DeskError: where it is broken.
        SourceError: at a key that is unknown and a day that is none.
    """
    beside = path.with_suffix(".yaml")
    if beside == path or not beside.is_file():
        return None
    named = str(Path(shown).with_suffix(".yaml"))
    document = read_document(beside, named, (instead or {}).get(named))
    if document.problems or not isinstance(document.value, dict):
        problem = document.problems[0] if document.problems else None
        where = str(problem.where) if problem else document.path
        raise DeskError(problem.message if problem else "holds no header", where=where)
    from reconcile.read.header import check  # noqa: PLC0415 - a desk with nothing beside its articles needs no reader

    header = {key: str(value) for key, value in document.value.items()}
    for key, value in header.items():
        check(key, value, str(document.place_of(document.value, key)))
    return header


def refuse_taken(root: Path, slug: str, *, with_header: bool) -> None:
    """Stop where the desk has an article of a short name, or a header that one would be given.

    Raises:
        UsageError: with the file that is there.
    """
    from reconcile.read import READERS  # noqa: PLC0415 - a desk that is remembered needs no reader

    target = root / FOLDER / f"{slug}.txt"
    endings = (*READERS, ".yaml") if with_header else tuple(READERS)
    taken = [path for ending in endings if (path := target.with_suffix(ending)).exists()]
    if taken:
        raise UsageError(
            f"there is {'a header for' if taken[0].suffix == '.yaml' else 'an article called'} {slug!r} already",
            where=f"{FOLDER}/{taken[0].name}",
            hint="give this one another name with --slug, or delete the old one first",
        )


def add_source(root: Path, file: Path, header: Mapping[str, str]) -> Source:
    """Copy an article into sources/ and write down what is known of it.

    Raises:
        SourceError: where it cannot be read; nothing is copied.
        UsageError: where the desk has an article of that short name.
    """
    from reconcile.read import read  # noqa: PLC0415 - as in `refuse_taken`

    data = whole(file)
    source = read(data, file.name, header=header)
    known = {key: value for key, value in header.items() if key != "slug"}
    target = root / FOLDER / f"{source.slug}{file.suffix.lower()}"
    with lock(root):
        refuse_taken(root, source.slug, with_header=bool(known))
        if known:  # first: an article must not lie there undated because a crash came between
            rows = [f"{line}\n" for line in modeline(root, "source")]
            rows += [f"{key}: {scalar(value)}\n" for key, value in known.items()]
            write_file(target.with_suffix(".yaml"), "".join(rows), expected="")
        write_file(target, data)
    return source
