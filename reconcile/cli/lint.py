"""`reconcile lint`: check claims, quotes and verdicts; exits 1 when something is wrong."""

import argparse
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
    p.add_argument(
        "--draft", metavar="FILE", nargs="+", type=Path, help="hold these drafts against the desk's verdicts"
    )
    p.add_argument("--coverage", action="store_true", help="with --draft: name what no claim stands behind")
    p.add_argument("--published", metavar="DAY", help='with --draft: the day "on Tuesday" is reckoned from')
    desk_option(p)
    return p


def run(args: argparse.Namespace) -> int:
    """Check the desk, or drafts against it; 1 where a problem is at or above the level that fails."""
    from reconcile.desk import dossier, load
    from reconcile.lint import check, check_drafts, render

    if not args.draft and (args.coverage or args.published):
        raise UsageError("--coverage and --published go with --draft", hint="reconcile lint --draft FILE --coverage")
    drafts = _drafts(args)
    desk = load(the_desk(args.desk))
    whole = dossier(desk)
    today = now().date()
    if drafts:
        problems = check_drafts(desk, whole, drafts, coverage=args.coverage, today=today)
    else:
        problems = check(desk, whole, today=today)
    sys.stdout.write(render(problems, args.format, desk, drafts))
    limit = LEVELS.index(args.fail_on or desk.settings.fail_on)
    return int(any(LEVELS.index(problem.level.value) <= limit for problem in problems))


def _drafts(args: argparse.Namespace) -> "list[Draft]":
    """The drafts that were named.

    Raises:
        SourceError: where one is not there.
        UsageError: where `--published` is no day.
    """
    from reconcile.lint import read_draft

    published = day(args.published, "--published")
    return [read_draft(read_bytes(path), str(path), published) for path in args.draft or ()]
