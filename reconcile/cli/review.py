"""`reconcile review`: the review screen of a desk, here or in a browser; without a terminal, the comparison as text."""

import argparse
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from reconcile.cli.arguments import Parser, command, desk_option, now, open_desk, show, the_desk
from reconcile.cli.means import means, means_options
from reconcile.cli.reviewer import reviewer_option, the_reviewer
from reconcile.errors import UsageError


def parser() -> Parser:
    """The arguments of `review`."""
    p = command(
        "review",
        "reconcile review",
        "Go through what needs a person: conflicts, differences, stale and open topics; one key a verdict.",
    )
    way = p.add_mutually_exclusive_group()
    way.add_argument(
        "--plain", action="store_true", help="line by line, for screen readers, dumb terminals and scripts"
    )
    way.add_argument("--web", action="store_true", help="in a browser of this machine, at the address that is told")
    p.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal, to select with it")
    p.add_argument("--port", metavar="N", type=int, help="with --web: the port (default: a free one)")
    reviewer_option(p)
    desk_option(p)
    means_options(p)
    return p


def run(args: argparse.Namespace) -> int:
    """Open the screen, or print the comparison where there is no terminal to open it on."""
    if args.port is not None and not (args.web and 0 <= args.port <= 65535):
        raise UsageError("`--port` is for `--web`, and at most 65535", hint="`reconcile review --web --port 8000`")
    root = the_desk(args.desk)
    if args.web:
        return _serve(args, root)
    from reconcile import tui
    from reconcile.tui.driven import driven, end_with_the_other_end

    drawn = driven() and not args.plain
    if not (args.plain or drawn or (sys.stdin.isatty() and sys.stdout.isatty())):
        from reconcile.desk import dossier

        desk = open_desk(root, args.means)
        show(dossier(desk, args.means), desk.settings)
        print("reconcile: no terminal here, so this is the comparison; `reconcile review` opens it", file=sys.stderr)
        return 0
    from reconcile.desk import Workspace, load_settings

    reviewer = the_reviewer(args.by, root)
    if args.plain:
        workspace = Workspace(root, reviewer, now, args.means)
        args.means.tell = None  # from now on the lines of the review stand there
        return tui.review_lines(workspace)
    end_with_the_other_end()
    from reconcile.tui.opening import Desk

    def read(tell: Callable[[str, int, int], None]) -> Workspace:
        args.means.tell = tell
        try:
            return Workspace(root, reviewer, now, args.means)
        finally:
            args.means.tell = None

    return tui.run(Desk(root, reviewer, load_settings(root), read), mouse=not args.no_mouse)


def _serve(args: argparse.Namespace, root: Path) -> int:
    """Serve the screen until interrupted.

    Raises:
        UsageError: where the extra is not installed or the port cannot be had.
    """
    if find_spec("textual_serve") is None:
        raise UsageError("the screen in a browser needs the extra `web`", hint="pip install 'reconcile[web]'")
    from reconcile.desk import Workspace
    from reconcile.tui.web import Door

    reviewer = the_reviewer(args.by, root)
    with means(args) as work:  # done with before the first page is asked for
        Workspace(root, reviewer, now, work)  # a desk that cannot be opened is told here, not to the browser
    # -P: a screen is opened in whatever folder this is, whose files are not modules of the program
    command = [sys.executable, "-P", "-m", "reconcile", "review", "--desk", str(root.resolve()), "--by", reviewer]
    command += ["--jobs", str(args.jobs)] if args.jobs is not None else []
    command += ["--no-cache"] if args.no_cache else []
    door = Door(command, f"{root.resolve().name} · reconcile", args.port or 0)
    print(f"reconcile: the review is at {door.address}", file=sys.stderr)
    print("reconcile: for a browser on this machine, as long as this runs; ctrl+c ends it", file=sys.stderr, flush=True)
    door.open()
    return 0
