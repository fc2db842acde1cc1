"""`reconcile lint`: check claims, quotes and verdicts; exits 1 when something is wrong."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.cli.arguments import Parser, command, desk_option, now, read_bytes, the_desk
from reconcile.cli.lines import day
from reconcile.errors import UsageError
from reconcile.model import Level

if TYPE_CHECKING:
    from reconcile.lint import Draft

LEVELS = [level.value for level in Level]


def parser() -> Parser:
    """The arguments of `lint`."""
    from reconcile.lint import FORMATS

    p = command(
        "lint",
        "reconcile lint",
        "Check that every quote still stands in its source, every figure in its quote, and every verdict on its claim.",
    )
    p.add_argument("--format", choices=sorted(FORMATS), default="full", help="default: full")
    p.add_argument("--fail-on", choices=LEVELS, help="the lowest level that fails (default: error, or reconcile.yaml)")
    p.add_argument("files", metavar="FILE", nargs="*", type=Path, help="with --draft: the drafts")
    p.add_argument("--draft", action="store_true", help="hold these drafts against the desk's verdicts")
    p.add_argument("--coverage", action="store_true", help="with --draft: name what no claim stands behind")
    p.add_argument("--published", metavar="DAY", help='with --draft: the day "on Tuesday" is reckoned from')
    p.add_argument("--staged", action="store_true", help="check the desk as git would commit it")
    desk_option(p)
    return p


def run(args: argparse.Namespace) -> int:
    """Check the desk, or drafts against it; 1 where a problem is at or above the level that fails."""
    if args.draft != bool(args.files) or (not args.draft and (args.coverage or args.published)):
        raise UsageError("drafts are named after --draft", hint="reconcile lint --draft FILE --coverage")
    if args.staged and args.draft:
        raise UsageError("--staged checks the desk alone", hint="leave out one of --staged and --draft")
    if not args.staged:
        return _check(args, the_desk(args.desk))
    from reconcile.cli.staged import staged
    from reconcile.desk import find

    root = find(args.desk or Path.cwd())
    if root is None:
        print("reconcile: no desk here, so there is nothing to check", file=sys.stderr)
        return 0
    with staged(root) as desk:
        return 0 if desk is None else _check(args, desk, shown=root)


def _check(args: argparse.Namespace, root: Path, shown: Path | None = None) -> int:
    """Check the desk in a folder; its files are called as those of `shown`."""
    from reconcile.desk import dossier, load
    from reconcile.lint import check, check_drafts, render

    desk = load(root)
    whole, today = dossier(desk), now().date()
    drafts = _drafts(args)
    if drafts:
        problems = check_drafts(desk, whole, drafts, coverage=args.coverage, today=today)
    else:
        problems = check(desk, whole, today=today)
    sys.stdout.write(render(problems, args.format, desk, drafts, _prefix(shown or root)))
    limit = LEVELS.index(args.fail_on or desk.settings.fail_on)
    return int(any(LEVELS.index(problem.level.value) <= limit for problem in problems))


def _prefix(root: Path) -> str:
    """What stands before the paths of a desk's files, so that they lead there from here: "" or "desks/flood/"."""
    here, there = Path.cwd().resolve(), root.resolve()
    related = there.is_relative_to(here) or here.is_relative_to(there)
    path = os.path.relpath(there, here) if related else str(root)
    return "" if path == "." else f"{path}/"


def _drafts(args: argparse.Namespace) -> "list[Draft]":
    """The drafts that were named.

    Raises:
        SourceError: where one is not there.
        UsageError: where `--published` is no day.
    """
    from reconcile.lint import read_draft

    published = day(args.published, "--published")
    return [read_draft(read_bytes(path), str(path), published) for path in args.files]
