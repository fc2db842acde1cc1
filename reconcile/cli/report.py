"""`reconcile report`: the comparison as a document."""

import argparse
import sys
from pathlib import Path

from reconcile.cli.arguments import Parser, command, desk_option, open_desk, the_desk
from reconcile.errors import UsageError


def parser() -> Parser:
    """The arguments of `report`."""
    from reconcile.report import FORMATS

    p = command(
        "report",
        "reconcile report -f html -o discrepancies.html",
        "Write the comparison and the verdicts as one document; the same desk gives the same bytes.",
    )
    p.add_argument("-f", "--format", choices=sorted(FORMATS), default="markdown", help="default: markdown")
    p.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to a file (default: stdout)")
    desk_option(p)
    return p


def run(args: argparse.Namespace) -> int:
    """Render and write."""
    from reconcile.desk import dossier, write_file
    from reconcile.report import render

    desk = open_desk(the_desk(args.desk))
    text = render(args.format, dossier(desk), desk.settings)
    if args.output is None:
        sys.stdout.write(text)
        return 0
    if args.output.is_dir():
        raise UsageError(f"{args.output} is a folder", hint="name the file to write")
    if not args.output.absolute().parent.is_dir():
        raise UsageError(f"{args.output.parent} is no folder", hint="make it first")
    write_file(args.output, text)
    print(f"reconcile: wrote {args.output}", file=sys.stderr)
    return 0
