"""`reconcile review`: the review screen of a desk; without a terminal, the comparison as text."""

import argparse
import sys

from reconcile.cli.arguments import Parser, command, desk_option, now, open_desk, show, the_desk
from reconcile.cli.means import means_options
from reconcile.cli.reviewer import reviewer_option, the_reviewer


def parser() -> Parser:
    """The arguments of `review`."""
    p = command(
        "review",
        "reconcile review",
        "Go through what needs a person: conflicts, differences, stale and open topics; one key a verdict.",
    )
    p.add_argument("--plain", action="store_true", help="line by line, for screen readers, dumb terminals and scripts")
    reviewer_option(p)
    desk_option(p)
    means_options(p)
    return p


def run(args: argparse.Namespace) -> int:
    """Open the screen, or print the comparison where there is no terminal to open it on."""
    root = the_desk(args.desk)
    if not args.plain and not (sys.stdin.isatty() and sys.stdout.isatty()):
        from reconcile.desk import dossier

        desk = open_desk(root, args.means)
        show(dossier(desk, args.means), desk.settings)
        print("reconcile: no terminal here, so this is the comparison; `reconcile review` opens it", file=sys.stderr)
        return 0
    from reconcile import tui
    from reconcile.desk import Workspace

    workspace = Workspace(root, the_reviewer(args.by, root), now, args.means)
    args.means.hush()
    return tui.run(workspace, plain=args.plain)
