"""`reconcile import`: lay out a desk that was exported, or bring annotations onto one."""  # noqa: N999 - a module is called as its command is

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from reconcile.cli.arguments import Parser, command, desk_option, read_bytes, the_desk
from reconcile.cli.means import means_options
from reconcile.errors import DeskError, UsageError


def parser() -> Parser:
    """The arguments of `import`."""
    p = command(
        "import",
        "reconcile import desk floods.json floods",
        "desk: lay an exported desk into a new folder, byte for byte; it is checked before anything is written.\n\n"
        "annotation: add what W3C Web Annotations mark in the articles of a desk to its claims. In the very source\n"
        "they were made on their position counts, in Unicode code points; in another the quote has to stand word for\n"
        "word in the same sentence. Where a figure, date, name, unit or “not” differs, in the quote or beside it, an\n"
        "annotation is kept out and shown with what comes nearest; then the exit code is 1. Nobody's correction is\n"
        "overwritten, and verdicts stay with the desk of their reviewer.",
    )
    p.add_argument("what", choices=["desk", "annotation"], help="what to import")
    p.add_argument("file", metavar="FILE", type=Path, help="what `reconcile export` wrote; - reads stdin")
    p.add_argument("target", metavar="DIR", type=Path, nargs="?", help="for a desk: a folder that does not exist yet")
    p.add_argument("-n", "--dry-run", action="store_true", help="check it and tell what would be done; write nothing")
    desk_option(p)
    means_options(p)
    return p


def run(args: argparse.Namespace) -> int:
    """Read, check and write."""
    if args.what == "desk" and args.target is None:
        raise UsageError("a desk needs a folder to lie in", hint="reconcile import desk FILE DIR")
    if args.what != "desk" and args.target is not None:
        raise UsageError(
            "annotations go onto a desk that is there", hint="name it with --desk, or leave the folder out"
        )
    if args.what == "desk" and args.desk is not None:
        raise UsageError("a desk is laid into a new folder", hint="leave out --desk")
    shown = "stdin" if str(args.file) == "-" else str(args.file)
    data = sys.stdin.buffer.read() if shown == "stdin" else read_bytes(args.file)
    try:
        parsed = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        hint = f"`reconcile export {args.what}` writes it"
        what = "is nested too deeply" if isinstance(error, RecursionError) else f"is not JSON: {error}"
        raise DeskError(what, where=shown, hint=hint) from error
    try:
        return _desk(parsed, args) if args.what == "desk" else _annotations(parsed, args)
    except DeskError as error:
        place = f"{shown}: {error.where}" if error.where else shown
        raise DeskError(error.what, where=place, hint=error.hint) from error


def _desk(parcel: Any, args: argparse.Namespace) -> int:
    from reconcile.desk import unpack

    count = unpack(parcel, args.target, dry=args.dry_run)
    told = "would lay" if args.dry_run else "laid"
    print(f"reconcile: {told} {count} files into {args.target}", file=sys.stderr)
    return 0


def _annotations(parsed: Any, args: argparse.Namespace) -> int:
    from reconcile.desk.annotations import bring
    from reconcile.model.plain import plain

    brought = bring(the_desk(args.desk), parsed, args.means, dry=args.dry_run)
    for kept in brought.kept_out:
        print(plain(" ".join(f"{kept.name}: {kept.why}".split())))
        if kept.near:
            print(plain(f"  nearest: {' '.join(kept.near.split())}"))
    told = f"{len(brought.added)} added, {brought.there} there already, {len(brought.kept_out)} kept out"
    dry = "; nothing was written" if args.dry_run else ""
    print(f"reconcile: annotations: {told}{dry}", file=sys.stderr)
    return 1 if brought.kept_out else 0
