"""`reconcile export`: a whole desk as one file."""

import argparse
import sys
from pathlib import Path

from reconcile.cli.arguments import Parser, command, desk_option, the_desk


def parser() -> Parser:
    """The arguments of `export`."""
    p = command(
        "export",
        "reconcile export desk > floods.json",
        "Write a whole desk as one JSON file, byte for byte: articles, claims, topics, settings and every reviewer's "
        "verdicts. `reconcile import desk` lays it out again.",
    )
    p.add_argument("what", choices=["desk"], help="what to export")
    p.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to a file (default: stdout)")
    desk_option(p)
    return p


def run(args: argparse.Namespace) -> int:
    """Pack and write."""
    from reconcile.desk import pack, write_file
    from reconcile.report.record import dumps

    text = dumps(pack(the_desk(args.desk)), indent=1) + "\n"
    if args.output is None:
        sys.stdout.write(text)
    else:
        write_file(args.output, text)
        print(f"reconcile: wrote {args.output}", file=sys.stderr)
    return 0
