"""`reconcile demo DIR`: the example desk, to play with."""

import argparse
import sys
from pathlib import Path

from reconcile.cli.arguments import Parser, command


def parser() -> Parser:
    """The arguments of `demo`."""
    p = command(
        "demo", "reconcile demo my-desk", "Copy the example desk (two stories, six articles) into a new folder."
    )
    p.add_argument("folder", metavar="DIR", type=Path, help="a folder that does not exist yet")
    return p


def run(args: argparse.Namespace) -> int:
    """Copy it."""
    from reconcile.desk import copy_example

    copy_example(args.folder)
    print(f"reconcile: the example desk is in {args.folder}; open it: cd {args.folder} && reconcile", file=sys.stderr)
    return 0
