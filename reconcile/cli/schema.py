"""`reconcile schema`: the JSON Schema of the machine interface."""

import argparse
import json
import sys

from reconcile.cli.arguments import Parser, command


def parser() -> Parser:
    """The arguments of `schema`."""
    return command("schema", "reconcile schema > dossier.schema.json", "Print the JSON Schema of `diff --json`.")


def run(args: argparse.Namespace) -> int:  # noqa: ARG001 - every command has the same form
    """Print it."""
    from reconcile.report.schema import SCHEMA

    json.dump(SCHEMA, sys.stdout, indent=2)
    print()
    return 0
