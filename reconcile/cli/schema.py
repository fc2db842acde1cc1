"""`reconcile schema`: the JSON Schemas of the machine interface, and of every file that a person may edit."""

import argparse
import json
import sys
from importlib import import_module
from typing import Final

from reconcile.cli.arguments import Parser, command
from reconcile.errors import UsageError

WRITTEN: Final = {  # what the program writes: (what, the module that holds its SCHEMA)
    "diff": ("what `diff --json` and `report -f json` write", "reconcile.report.schema"),
    "lint": ("what `lint --format json` writes", "reconcile.lint.formats.machine"),
}


def parser() -> Parser:
    """The arguments of `schema`."""
    p = command(
        "schema",
        "reconcile schema claims > claims.schema.json",
        "Print a JSON Schema: of what machines read, or of a file of a desk that you may edit. `list` names them.",
    )
    p.add_argument("of", metavar="NAME", nargs="?", default="diff", help="default: diff; `list` names them all")
    return p


def run(args: argparse.Namespace) -> int:
    """Print it.

    Raises:
        UsageError: where there is none of that name.
    """
    from reconcile.desk import SCHEMAS, schema

    if args.of == "list":
        for name, what in {**{name: what for name, (what, _) in WRITTEN.items()}, **SCHEMAS}.items():
            print(f"{name:<9} {what}")
        return 0
    if args.of in WRITTEN:
        found = import_module(WRITTEN[args.of][1]).SCHEMA
    elif args.of in SCHEMAS:
        found = schema(args.of)
    else:
        raise UsageError(f"there is no schema {args.of!r}", hint="`reconcile schema list` names them")
    json.dump(found, sys.stdout, indent=2)
    print()
    return 0
