"""`reconcile init`: make a desk."""

import argparse
import sys
from pathlib import Path

from reconcile.cli.arguments import Parser, command


def parser() -> Parser:
    """The arguments of `init`."""
    p = command("init", "reconcile init flood-2024", "Make a desk: a folder with sources/, claims/ and reconcile.yaml.")
    p.add_argument("folder", metavar="DIR", nargs="?", type=Path, default=Path(), help="default: the one you are in")
    return p


def run(args: argparse.Namespace) -> int:
    """Make it; what is there already is left as it is."""
    from reconcile.desk import init

    for path in init(args.folder):
        print(f"reconcile: made {path}", file=sys.stderr)
    print("reconcile: next, put an article on it: reconcile add FILE --published 2024-10-30", file=sys.stderr)
    return 0
