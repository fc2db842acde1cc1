"""`reconcile add`: put articles on the desk."""

import argparse
import sys
from pathlib import Path

from reconcile.cli.arguments import Parser, command, desk_option, named, read_bytes, the_desk
from reconcile.errors import SourceError, UsageError


def parser() -> Parser:
    """The arguments of `add`."""
    from reconcile.read.header import FIELDS

    p = command(
        "add",
        'reconcile add monday.txt --published 2020-12-01 --publisher "The Morning Ledger"',
        "Copy articles into sources/ and write down what is known of them.",
    )
    p.add_argument("files", metavar="FILE", nargs="+", type=Path, help="articles: .txt .md .html .pdf .docx")
    for field, what in FIELDS.items():
        p.add_argument(f"--{field}", metavar="TEXT", help=what)
    desk_option(p)
    return p


def run(args: argparse.Namespace) -> int:
    """Read every file first, so that a bad one, or a name that is taken, leaves the desk as it was; then copy."""
    from reconcile.desk import add_source, refuse_taken
    from reconcile.read import read
    from reconcile.read.header import FIELDS
    from reconcile.report.language import foreign
    from reconcile.report.words import FOREIGN

    root = the_desk(args.desk)
    header = {field: value for field in FIELDS if (value := getattr(args, field)) is not None}
    if len(args.files) > 1 and {"slug", "title", "url"} & set(header):
        raise UsageError("--slug, --title and --url are for one article", hint="add the articles one by one")
    names: dict[str, Path] = {}
    for path in args.files:
        try:
            slug = read(read_bytes(path), path.name, header=header).slug
        except SourceError as error:
            raise named(error, path) from error
        refuse_taken(root, slug, with_header=bool(set(header) - {"slug"}))
        if slug in names:
            raise UsageError(
                f"has the same short name as {names[slug]}: {slug!r}", where=str(path), hint="add it with --slug"
            )
        names[slug] = path
    for path in args.files:
        source = add_source(root, path, header)
        day = f"published {source.published}" if source.published else "publication day unknown: give --published"
        print(f"reconcile: added {source.slug} ({day}; {source.encoding})", file=sys.stderr)
        if foreign(source):
            print(f"reconcile: {source.slug}: {FOREIGN}", file=sys.stderr)
    print("reconcile: next: reconcile extract", file=sys.stderr)
    return 0
