"""What several commands share: how their help opens, how they read articles, how they find the desk."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from reconcile.errors import SourceError, UsageError

if TYPE_CHECKING:
    from reconcile.model import Desk, Dossier, Settings, Source
    from reconcile.model.work import Means


_ENDINGS: Final = {"md": "markdown", "txt": "text"}


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors look like every other message of the program."""

    def error(self, message: str) -> NoReturn:
        """Stop with exit code 2.

        Raises:
            UsageError: always.
        """
        raise UsageError(message, hint=f"`{self.prog} --help` shows an example")


def command(name: str, example: str, what: str) -> Parser:
    """A parser whose help opens with an example that runs."""
    return Parser(
        prog=f"reconcile {name}",
        description=f"example:\n  {example}\n\n{what}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def desk_option(parser: argparse.ArgumentParser) -> None:
    """Add `--desk DIR`."""
    parser.add_argument("--desk", metavar="DIR", type=Path, help="the desk's folder (default: the one you are in)")


def format_option(parser: argparse.ArgumentParser, formats: Iterable[str], default: str) -> None:
    """Add `-f`, `--format`; people also ask for one by the ending of its files: "md"."""
    known = sorted(formats)
    longer = {ending: name for ending, name in _ENDINGS.items() if name in known}
    parser.add_argument(
        "-f", "--format", type=lambda asked: longer.get(asked, asked), choices=known, default=default,
        help=f"default: {default}",
    )  # fmt: skip


def the_desk(given: Path | None) -> Path:
    """The desk's folder.

    Raises:
        UsageError: where there is none.
    """
    from reconcile.desk import find

    start = given or Path.cwd()
    if given is not None and not given.is_dir():
        raise UsageError(f"{given} is no folder", hint="`--desk` takes the folder that holds sources/ and claims/")
    root = find(start)
    if root is None:
        from reconcile.cli.staged import elsewhere

        if given is None and (below := elsewhere()):
            raise UsageError(f"no desk here, but in {' and '.join(below)}", hint=f"name it: --desk {below[0]}")
        raise UsageError(
            f"no desk in {start} or above it",
            hint="`reconcile init` makes one here, `reconcile demo DIR` copies the example",
        )
    return root


def refuse_output(path: Path) -> None:
    """Stop where a document cannot be written to a path.

    Raises:
        UsageError: where it is a folder, or lies in none.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder", hint="name the file to write")
    if not path.absolute().parent.is_dir():
        raise UsageError(f"{path.parent} is no folder", hint="make it first")


def open_desk(root: Path, means: "Means") -> "Desk":
    """What a desk holds; files of it that are broken are named on stderr and left out."""
    from reconcile.desk import load
    from reconcile.model import Level
    from reconcile.model.plain import plain

    desk = load(root, means=means)
    broken = [problem for problem in desk.problems if problem.level is Level.ERROR]
    for problem in broken:
        print(f"reconcile: {plain(str(problem.where))}: {plain(problem.message)}", file=sys.stderr)
    if broken:
        print("reconcile: what is broken is left out; `reconcile lint` tells how to mend it", file=sys.stderr)
    return desk


def read_files(paths: Sequence[Path], means: "Means") -> list["Source"]:
    """The articles in these files, with what a .yaml beside one says of it, as on a desk.

    Raises:
        SourceError: where one cannot be read, or two have the same slug.
        DeskError: where what lies beside one is broken.
    """
    from reconcile.desk import sidecar
    from reconcile.pipeline import File, opened

    found: dict[str, tuple[Path, Source]] = {}
    files = [File(read_bytes(path), path.name, sidecar(path, str(path))) for path in paths]
    for path, source in zip(paths, opened(files, means), strict=True):
        if isinstance(source, SourceError):
            raise named(source, path)
        if source.slug in found:
            raise SourceError(
                f"has the same short name as {found[source.slug][0]}: {source.slug!r}",
                where=str(path),
                hint="rename one of the files, or give one a `slug:` in its header",
            )
        found[source.slug] = (path, source)
    return [source for _, source in found.values()]


def named(error: SourceError, path: Path) -> SourceError:
    """The same error, which names the file as the user did, with its folder."""
    where = error.where if error.where.startswith(str(path)) else error.where.replace(path.name, str(path), 1)
    return SourceError(error.what, where=where, hint=error.hint)


def read_bytes(path: Path) -> bytes:
    """What a file holds.

    Raises:
        SourceError: where there is no such file, it cannot be read, or no article is so large.
    """
    from reconcile.model.source import MAX_BYTES

    if not path.exists():
        raise SourceError("no such file", where=str(path), hint="check the path")
    if not path.is_file():
        raise SourceError("not a file", where=str(path), hint="name the files one by one")
    if path.stat().st_size > MAX_BYTES:
        raise SourceError(f"is larger than {MAX_BYTES // 1_000_000} MB", where=str(path), hint="name an article")
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror}", where=str(path)) from error


def now() -> datetime:
    """The only clock in the program: verdicts are stamped with it."""
    return datetime.now(UTC).replace(microsecond=0)


def show(dossier: "Dossier", settings: "Settings | None" = None) -> None:
    """Print a comparison: with colours on a terminal, as plain text elsewhere."""
    from reconcile.model import Settings

    if sys.stdout.isatty():
        from reconcile.report import terminal

        terminal.show(dossier, settings or Settings(), sys.stdout)
    else:
        from reconcile.report import render

        sys.stdout.write(render("text", dossier, settings))
