"""`reconcile schema`: the JSON Schema of the machine interface."""

import argparse
import json
import sys
from importlib import import_module

from reconcile.cli.arguments import Parser, command


def parser() -> Parser:
    """The arguments of `schema`."""
    p = command("schema", "reconcile schema > dossier.schema.json", "Print the JSON Schema of what machines read.")
    p.add_argument(
        "of", choices=["diff", "lint"], nargs="?", default="diff", help="`diff --json` or `lint --format json`"
    )
    return p


def run(args: argparse.Namespace) -> int:
    """Print it."""
    where = "reconcile.lint.formats.machine" if args.of == "lint" else "reconcile.report.schema"
    json.dump(import_module(where).SCHEMA, sys.stdout, indent=2)
    print()
    return 0
