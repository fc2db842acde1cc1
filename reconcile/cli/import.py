"""`reconcile import`: lay out a desk that was exported."""  # noqa: N999 - a module is called as its command is

import argparse
import json
import sys
from pathlib import Path

from reconcile.cli.arguments import Parser, command, read_bytes
from reconcile.errors import DeskError


def parser() -> Parser:
    """The arguments of `import`."""
    p = command(
        "import",
        "reconcile import desk floods.json floods",
        "Lay an exported desk into a new folder, byte for byte; it is checked before anything is written.",
    )
    p.add_argument("what", choices=["desk"], help="what to import")
    p.add_argument("file", metavar="FILE", type=Path, help="what `reconcile export desk` wrote; - reads stdin")
    p.add_argument("target", metavar="DIR", type=Path, help="a folder that does not exist yet")
    return p


def run(args: argparse.Namespace) -> int:
    """Read, check and write."""
    from reconcile.desk import unpack

    shown = "stdin" if str(args.file) == "-" else str(args.file)
    data = sys.stdin.buffer.read() if shown == "stdin" else read_bytes(args.file)
    try:
        parcel = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise DeskError(f"is not JSON: {error}", where=shown, hint="`reconcile export desk` writes it") from error
    try:
        count = unpack(parcel, args.target)
    except DeskError as error:
        place = f"{shown}: {error.where}" if error.where else shown
        raise DeskError(error.what, where=place, hint=error.hint) from error
    print(f"reconcile: laid {count} files into {args.target}", file=sys.stderr)
    return 0
