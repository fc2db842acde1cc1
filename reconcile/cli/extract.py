"""`reconcile extract`: write the claims of the sources into claims/."""

import argparse
import sys

from reconcile.cli.arguments import Parser, command, desk_option, the_desk
from reconcile.cli.means import means_options


def parser() -> Parser:
    """The arguments of `extract`."""
    p = command(
        "extract",
        "reconcile extract",
        "Read the sources and write claims/<source>.yaml. What a person added, corrected or struck is never lost.",
    )
    desk_option(p)
    means_options(p)
    return p


def run(args: argparse.Namespace) -> int:
    """Extract, merge with what is there, write."""
    from reconcile.desk import extract, write_schemas
    from reconcile.model.plain import plain
    from reconcile.report.words import count as many

    root = the_desk(args.desk)
    written, unread = extract(root, args.means)
    for path, count in written.items():
        print(f"reconcile: {path}: {many(count, 'claim')}", file=sys.stderr)
    for renewed in write_schemas(root, old=True):
        print(f"reconcile: {renewed.relative_to(root).as_posix()}: brought up to date", file=sys.stderr)
    for problem in unread:
        print(f"reconcile: {plain(str(problem.where))}: {plain(problem.message)}: left out", file=sys.stderr)
    return 2 if unread else 0
